//! Read; build; show; wait for any event: how `serve` and `build --watch` go on until they are stopped.
//! It is the same build each time. What is wrong with the project, even its disappearance, is told and waited out.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::arguments::What;
use super::exit::{Exit, Stop, in_full};
use super::project;
use super::screen::{self, Progress, Stage};
use super::told::News;
use super::{as_of, pictures, signals};
use crate::day::Day;
use crate::pipeline::{self, Build, Memory, Options, Rendered};
use crate::source::disk::{self, ReadError, Snapshot};
use crate::source::{Sources, glance};
use crate::watch::{Awake, Watch};

/// How long a problem must live to be shown where all was well: a file that is being written is empty or half for a moment.
const FLASH: Duration = Duration::from_millis(100);
/// How often a problem is put off for that reason.
const PUT_OFF: usize = 5;

/// What is followed.
pub(super) struct Follow<'a> {
    pub(super) root: &'a Path,
    pub(super) what: &'a What,
    /// What the command line says about where the site goes.
    pub(super) output_dir: Option<&'a Path>,
    /// Whether to look twice a second rather than wait for events.
    pub(super) polling: bool,
}

/// One turn: what was found and what came of it.
pub(super) struct Round<'a> {
    /// The site, or why there is none.
    pub(super) outcome: Result<Build, Stop>,
    /// What it was made from.
    pub(super) sources: &'a Sources,
    /// What changed since the turn before; nothing the first time.
    pub(super) news: News,
    /// How long it took so far.
    pub(super) progress: Progress,
    /// How long of that it was only waited whether a file was still being written.
    pub(super) waited: Duration,
}

/// What became of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It was shown.
    Done,
    /// The system refused, such as for want of room: it is to be tried at the next look, whether anything changed or not.
    Again,
}

impl Follow<'_> {
    /// Shows the project now and upon every change, until the program is asked to end.
    pub(super) fn each(&self, mut show: impl FnMut(Round<'_>) -> Turn) -> Result<Exit, Stop> {
        let root = &std::path::absolute(self.root).map_err(|error| Stop::system(format!("error: {}: {error}", self.root.display())))?;
        let inputs: Vec<&str> = disk::inputs().collect();
        let mut watch = Watch::new(root, &inputs, self.polling);
        signals::stop(watch.stopper()).map_err(|error| Stop::system(format!("error: signals cannot be heard: {error}")))?;
        let mut known = Known::default();
        loop {
            watch.renew();
            let is_new = self.turn(root, &mut known, &watch.named(), &mut show)?;
            for trouble in watch.troubles() {
                screen::say(&format!("note: {trouble}\n"));
            }
            // After every build it looks again: what was saved meanwhile leads to exactly one more.
            let awake = if is_new { watch.settle() } else { watch.wait() };
            if awake == Awake::Stop {
                return Ok(Exit::Done);
            }
        }
    }

    /// Looks at the project, and builds and shows it if anything is new. Whether it was.
    fn turn(&self, root: &Path, known: &mut Known, named: &[PathBuf], show: &mut impl FnMut(Round<'_>) -> Turn) -> Result<bool, Stop> {
        let today = as_of::today(self.what.as_of)?;
        let options = project::options(self.what, today)?;
        let progress = Progress::new();
        progress.stage(Stage::Reading);
        let snapshot = match self.look(root, known, named) {
            Ok(snapshot) => snapshot,
            Err(error) => {
                let told = in_full(&error);
                let is_new = known.refusal.as_deref() != Some(&told);
                if is_new {
                    // The sources stay known, so that their return is no news but what changed in them.
                    let outcome = Err(project::refused(&error));
                    show(Round { outcome, sources: &known.snapshot.sources, news: News::default(), progress, waited: Duration::ZERO });
                    known.refusal = Some(told);
                }
                return Ok(false);
            }
        };
        let is_same = known.is_done && known.day == Some(today) && known.refusal.is_none() && !snapshot.sources.differ_from(&known.snapshot.sources);
        let before = std::mem::replace(&mut known.snapshot, snapshot);
        if is_same {
            return Ok(false);
        }
        let sources = &known.snapshot.sources;
        let is_first = known.day.is_none();
        let files = sources.changes_since(&before.sources).filter(|_| !is_first).map(|(path, change)| (path.clone(), change)).collect();
        let news = News { files, day: Some(today).filter(|day| known.day.is_some_and(|last| last != *day)) };
        progress.stage(Stage::Building);
        if is_first {
            known.memory = pictures::memory(sources);
        }
        let mut outcome = build(sources, &options, &mut known.memory);
        if let Ok(build) = &mut outcome {
            // What was rendered in a build that was put off is shown now.
            let earlier = std::mem::take(&mut known.not_told);
            let is_told_again = |it: &Rendered| build.rendered.iter().any(|now| now.path == it.path);
            let only_earlier: Vec<Rendered> = earlier.into_iter().filter(|it| !is_told_again(it)).collect();
            build.rendered.extend(only_earlier);
            build.rendered.sort_by(|left, right| left.path.cmp(&right.path));
        }
        let is_good = outcome.as_ref().is_ok_and(|build| !build.report.has_errors());
        let mut waited = Duration::ZERO;
        if known.was_good && !is_good && known.put_off < PUT_OFF {
            let begun = progress.elapsed();
            thread::sleep(FLASH);
            let later = disk::read_again(root, &project::output_dir_of(root, self.output_dir), &known.snapshot);
            if later.is_ok_and(|later| later.sources.differ_from(sources)) {
                known.put_off += 1;
                // What came in between has many names: all of it belongs to the next build.
                known.must_look_at_all = true;
                known.not_told = outcome.map_or_else(|_| Vec::new(), |build| build.rendered);
                known.snapshot = before;
                return Ok(true);
            }
            waited = progress.elapsed().saturating_sub(begun);
        }
        (known.was_good, known.put_off) = (is_good, 0);
        known.is_done = show(Round { outcome, sources, news, progress, waited }) == Turn::Done;
        pictures::keep(&known.memory);
        known.day = Some(today);
        known.refusal = None;
        Ok(known.is_done)
    }
}

impl Follow<'_> {
    /// The project as it is now. What an event named is looked at first; every second look, at the latest, is one at everything.
    fn look(&self, root: &Path, known: &mut Known, named: &[PathBuf]) -> Result<Snapshot, ReadError> {
        let may_glance = known.day.is_some() && known.refusal.is_none() && !known.must_look_at_all && !named.is_empty();
        let glance = may_glance.then(|| glance(root, &known.snapshot, named)).flatten();
        known.must_look_at_all = glance.is_some();
        match glance {
            Some(snapshot) => Ok(snapshot),
            None => disk::read_again(root, &project::output_dir_of(root, self.output_dir), &known.snapshot),
        }
    }
}

fn build(sources: &Sources, options: &Options, memory: &mut Memory) -> Result<Build, Stop> {
    let mut taken = std::mem::take(memory);
    // A panic loses what was remembered, so that nothing half done is.
    let built = panic::catch_unwind(AssertUnwindSafe(move || (pipeline::build(sources, options, &mut taken), taken)));
    let (made, kept) = built.map_err(|_| Stop {
        exit: Exit::Fault,
        message: "error: Guidepost stumbled over this project; that is our mistake, please report the line above".to_owned(),
    })?;
    *memory = kept;
    Ok(made)
}

/// What is known from the turn before.
#[derive(Default)]
struct Known {
    snapshot: Snapshot,
    memory: Memory,
    /// The day that counted as today; none before the first build.
    day: Option<Day>,
    /// Whether the next look is to be one at everything: after a glance, and after a build that was put off.
    must_look_at_all: bool,
    /// Whether the last turn is not to be tried again.
    is_done: bool,
    /// Whether the last build could be shown.
    was_good: bool,
    /// The pages that were rendered in builds that were put off.
    not_told: Vec<Rendered>,
    /// How often in a row problems were put off, because their file was still being written.
    put_off: usize,
    /// Why the project could not be read, if so.
    refusal: Option<String>,
}
