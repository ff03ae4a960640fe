//! Ctrl-C and SIGTERM end the preview cleanly, with pages open or not, in the middle of a build or not; killed, it works again at once.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::project::{PATIENCE, Project, Served, eventually, guide};

/// A second, and what a busy machine adds.
const SOON: Duration = Duration::from_millis(1500);

/// A project whose build takes longer than anybody waits for an end.
fn large() -> Project {
    let project = Project::new();
    let body = "## A heading\n\nSome *words* about it.\n\n".repeat(60);
    for at in 0..3000 {
        project.write(&format!("content/s{}/g{at}.md", at % 30), &guide(&format!("Guide {at}"), &body));
    }
    project
}

/// Sends `signal` and sees the end of it.
fn check(mut served: Served, signal: &str) {
    let said = served.said();
    let begin = Instant::now();
    served.signal(signal);
    assert_eq!(served.process.wait().unwrap().code(), Some(0), "{}", served.said());
    assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());
    eventually("a last word", || if served.said() == format!("{said}stopped\n") { Ok(()) } else { Err(served.said()) });
}

#[test]
fn a_signal_ends_it_within_a_second_with_code_0() {
    let project = Project::new();
    for signal in ["-TERM", "-INT", "-HUP"] {
        let served = project.serve(&[]);
        let mut tabs = [served.events(), served.events()];
        assert!(tabs.iter_mut().all(|tab| tab.next(PATIENCE).is_some()));
        check(served, signal);
        assert!(tabs.iter_mut().all(|tab| tab.next(PATIENCE).is_none()));
    }
}

#[test]
fn a_signal_in_the_middle_of_a_build_does_too_and_a_second_one_ends_it_at_once() {
    let project = large();
    let building = || {
        let served = Served::spawn(&project.root(), &["serve", "--port", "0"]);
        // It is on the air before it builds, and builds for seconds.
        thread::sleep(Duration::from_millis(300));
        served
    };
    for signal in ["-TERM", "-INT"] {
        check(building(), signal);
    }
    let mut served = building();
    served.signal("-INT");
    served.wait_for("stopped\n");
    let begin = Instant::now();
    served.signal("-INT");
    assert_eq!(served.process.wait().unwrap().code(), Some(130), "{}", served.said());
    assert!(begin.elapsed() < Duration::from_millis(400), "{:?}", begin.elapsed());
    assert_eq!(served.said(), "stopped\n");
}

#[test]
fn killed_at_any_moment_it_works_again_at_once() {
    let project = Project::new();
    let mut port = "0".to_owned();
    for round in 0..12 {
        let mut served = Served::spawn(&project.root(), &["serve", "--port", &port]);
        let words = format!("Round {round}.");
        project.write("content/care/nurse.md", &guide("Nurse", &words));
        served.shows("/care/nurse/", 200, &words);
        // The same address is free again at once, with its open connections or not.
        assert!(!served.said().contains("is taken"), "{}", served.said());
        port = served.address.port().to_string();
        let _tab = served.events();
        project.write("content/care/nurse.md", &guide("Nurse", "The last words before the end."));
        thread::sleep(Duration::from_millis(round * 7));
        served.process.kill().unwrap();
        served.process.wait().unwrap();
    }
    let served = Served::spawn(&project.root(), &["serve", "--port", &port]);
    served.shows("/care/nurse/", 200, "The last words before the end.");
}

#[test]
fn a_build_that_watches_is_ended_and_killed_without_harm() {
    let project = Project::new();
    let page = project.root().join("public/care/nurse/index.html");
    for round in 0..10 {
        let mut watched = Served::spawn(&project.root(), &["build", "--watch"]);
        let words = format!("Round {round}.");
        project.write("content/care/nurse.md", &guide("Nurse", &words));
        eventually(&words, || match fs::read_to_string(&page) {
            Ok(text) if text.contains(&words) => Ok(()),
            _ => Err(watched.said()),
        });
        project.write("content/care/nurse.md", &guide("Nurse", "The last words before the end."));
        thread::sleep(Duration::from_millis(round * 5));
        if round % 2 == 0 {
            watched.signal("-TERM");
            assert_eq!(watched.process.wait().unwrap().code(), Some(0), "{}", watched.said());
        } else {
            watched.process.kill().unwrap();
            watched.process.wait().unwrap();
        }
        // Whole: the old or the new.
        let text = fs::read_to_string(&page).unwrap();
        assert!(text.contains(&words) || text.contains("The last words before the end."));
    }
    assert!(Command::new(env!("CARGO_BIN_EXE_guidepost")).current_dir(project.root()).args(["build", "-q"]).status().unwrap().success());
    let mut left: Vec<_> = fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, ["content", "public", "site.toml", "static"]);
}

#[test]
fn it_runs_under_its_other_name() {
    let project = Project::new();
    let served = Served::spawn(&project.root(), &["watch", "-p", "0"]);
    served.shows("/", 200, "Welcome.");
}
