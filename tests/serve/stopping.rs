//! Ctrl-C and SIGTERM end the preview cleanly, with pages open or not.

use std::time::{Duration, Instant};

use crate::project::{PATIENCE, Project};

#[test]
fn a_signal_ends_it_within_a_second_with_code_0() {
    let project = Project::new();
    for signal in ["-TERM", "-INT"] {
        let mut served = project.serve(&[]);
        let mut tabs = [served.events(), served.events()];
        assert!(tabs.iter_mut().all(|tab| tab.next(PATIENCE).is_some()));
        let begin = Instant::now();
        served.signal(signal);
        assert_eq!(served.process.wait().unwrap().code(), Some(0), "{}", served.said());
        assert!(begin.elapsed() < Duration::from_millis(1500), "{:?}", begin.elapsed());
    }
}

#[test]
fn it_runs_under_its_other_name_and_says_what_is_wrong_with_its_arguments() {
    let project = Project::new();
    let served = crate::project::Served::spawn(&project.root(), &["watch", "-p", "0"]);
    served.shows("/", 200, "Welcome.");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_guidepost"))
        .args(["--root"])
        .arg(project.root())
        .args(["serve", "--interface", "no.such.invalid"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`no.such.invalid` is no address of this machine"), "{output:?}");
}
