//! A fault of Guidepost itself: told in a few plain words, with what we need to mend it.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic::{self, AssertUnwindSafe};

use super::exit::Exit;
use super::screen::{self, Progress, Stage};

/// From now on a panic is told in a line, with a backtrace only where `RUST_BACKTRACE` asks for one.
pub(super) fn speak_plainly() {
    panic::set_hook(Box::new(|panic| {
        let payload = panic.payload();
        let what = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
        let place = panic.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        screen::say(&format!("fault: {what}{place}\n"));
        let backtrace = Backtrace::capture();
        if backtrace.status() == BacktraceStatus::Captured {
            screen::say(&format!("{backtrace}\n"));
        }
    }));
}

/// Runs `work`. A panic becomes a message and the exit code of a fault.
pub(super) fn catch(progress: &Progress, work: impl FnOnce() -> Exit) -> Exit {
    // Nothing that `work` changes is looked at afterwards but the name of the stage.
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        screen::say(&words(progress.doing()));
        Exit::Fault
    })
}

fn words(doing: Stage) -> String {
    let (version, home) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    let place = if home.is_empty() { String::new() } else { format!(": {home}/issues") };
    let site = match doing {
        Stage::Starting | Stage::Reading | Stage::Building => "nothing was published",
        Stage::Publishing => "the published folder holds the whole old site or the whole new one",
        Stage::Telling | Stage::Clearing => "the site itself is not concerned",
    };
    format!("Guidepost {version} stopped while {}. This is our mistake, not yours; {site}.\nPlease report it with the line above{place}\n", doing.words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_with_the_code_of_a_fault() {
        let progress = Progress::new();
        progress.stage(Stage::Building);
        assert_eq!(catch(&progress, || panic!("on purpose")), Exit::Fault);
        assert_eq!(catch(&progress, || Exit::Done), Exit::Done);
        assert!(words(progress.doing()).contains("stopped while building the site. This is our mistake, not yours; nothing was published"));
    }
}
