//! Bursts, saves in the middle of a build, projects that vanish, ports that are taken, systems that tell of nothing.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::project::{Project, Served, eventually, guide};

#[test]
fn a_burst_of_two_thousand_saves_is_one_rebuild_or_two() {
    let project = Project::new();
    for at in 0..2000 {
        project.write(&format!("static/many/{at}.txt"), "before\n");
    }
    let served = project.serve(&[]);
    thread::sleep(Duration::from_millis(300));
    let before = served.build();
    for at in 0..2000 {
        project.write(&format!("static/many/{at}.txt"), "after\n");
    }
    served.shows("/many/1999.txt", 200, "after");
    thread::sleep(Duration::from_secs(3));
    for at in (0..2000).step_by(97) {
        assert_eq!(served.get(&format!("/many/{at}.txt")).text(), "after\n");
    }
    assert!((1..=2).contains(&(served.build() - before)), "{}", served.said());
}

#[test]
fn more_events_than_the_system_keeps_lose_no_save() {
    let project = Project::new();
    let served = project.serve(&[]);
    // While it does not run, the system's queue for it (16,384 events) overflows: what comes later is told to nobody.
    served.signal("-STOP");
    for at in 0..6000 {
        project.write(&format!("static/many/{at}.txt"), "x\n");
    }
    project.write("content/care/nurse.md", &guide("Nurse", "After the flood."));
    project.remove("content/care/aide.md");
    served.signal("-CONT");
    served.shows("/care/nurse/", 200, "After the flood.");
    served.shows("/many/5999.txt", 200, "x");
    assert_eq!(served.get("/care/aide/").status, 404);
    project.write("content/care/nurse.md", &guide("Nurse", "And on."));
    served.shows("/care/nurse/", 200, "And on.");
}

#[test]
fn saves_during_builds_are_never_missed() {
    let project = Project::new();
    let served = project.serve(&[]);
    for round in 0..40 {
        project.write("content/care/nurse.md", &guide("Nurse", &format!("Round {round}.")));
        thread::sleep(Duration::from_millis(23));
    }
    served.shows("/care/nurse/", 200, "Round 39.");
    let build = served.build();
    thread::sleep(Duration::from_secs(3));
    assert_eq!(served.build(), build, "nothing changed any more");
}

#[test]
fn building_into_the_project_and_editors_leftovers_lead_to_no_build() {
    let project = Project::new();
    let served = project.serve(&[]);
    let said = served.said();
    assert!(std::process::Command::new(env!("CARGO_BIN_EXE_guidepost")).args(["--root"]).arg(project.root()).args(["build", "-q"]).status().unwrap().success());
    for path in ["content/care/.nurse.md.swp", "content/care/nurse.md~", "content/care/4913", ".git/index", "content/.#nurse.md"] {
        project.write(path, "x");
    }
    project.write("content/care/nurse.md", &guide("Nurse", "Nurses nurse."));
    thread::sleep(Duration::from_secs(3));
    assert_eq!(served.said(), said);
}

#[test]
fn a_project_that_vanishes_is_waited_for() {
    let project = Project::new();
    let served = project.serve(&[]);
    let away = project.root().with_extension("away");
    fs::rename(project.root(), &away).unwrap();
    let root = away.with_extension("");
    served.wait_for("waiting for it; the preview keeps the last good site");
    served.shows("/care/nurse/", 200, "Nurses nurse.");
    thread::sleep(Duration::from_secs(1));
    assert_eq!(served.said().matches("waiting for it").count(), 1);
    fs::rename(&away, &root).unwrap();
    eventually("its return", || if served.state("/", 0)["problems"]["errors"] == 0 { Ok(()) } else { Err(served.said()) });
    project.write("content/care/nurse.md", &guide("Nurse", "Back again."));
    served.shows("/care/nurse/", 200, "Back again.");
}

#[test]
fn without_events_the_files_are_looked_at() {
    let project = Project::new();
    let served = project.serve(&["--poll"]);
    project.write("content/care/nurse.md", &guide("Nurse", "Found by looking."));
    served.shows("/care/nurse/", 200, "Found by looking.");
}

#[test]
fn a_port_that_is_taken_gives_the_next_and_says_so() {
    let project = Project::new();
    let first = project.serve(&[]);
    let port = first.address.port().to_string();
    let second = Served::spawn(&project.root(), &["serve", "--port", &port]);
    second.wait_for(&format!("note: port {port} is taken; this is "));
    assert_ne!(second.address.port(), first.address.port());
    second.shows("/care/nurse/", 200, "Nurses nurse.");
    project.write("content/care/nurse.md", &guide("Nurse", "In both."));
    first.shows("/care/nurse/", 200, "In both.");
    second.shows("/care/nurse/", 200, "In both.");
    // Each tab's token belongs to one of the two.
    assert_ne!(first.own(), second.own());
}

#[test]
fn a_build_that_watches_publishes_every_change() {
    let project = Project::new();
    let watched = Served::spawn(&project.root(), &["build", "--watch"]);
    let page = project.root().join("public/care/nurse/index.html");
    let holds = |words: &str| {
        eventually(words, || match fs::read_to_string(&page) {
            Ok(text) if text.contains(words) => Ok(()),
            _ => Err(watched.said()),
        });
    };
    holds("Nurses nurse.");
    project.write("content/care/nurse.md", "no front matter\n");
    watched.wait_for("nothing was published");
    holds("Nurses nurse.");
    project.write("content/care/nurse.md", &guide("Nurse", "Published again."));
    holds("Published again.");
    project.write("site.toml", "title = \"Test\"\noutput_dir = \"other\"\n");
    watched.wait_for("note: `output_dir` changed");
    assert!(!project.root().join("other").exists());
}
