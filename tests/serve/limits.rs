//! Systems that watch too few folders for us: the limit to raise is named once, and saves are seen all the same.
//! A namespace of its own gives the program limits of its own; where the system allows none, there is nothing to see.
#![cfg(target_os = "linux")]

use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::project::{Project, Served, guide};

/// The preview of a project with `limit`, a file of /proc/sys/user, at `number`. `None` if that cannot be had here.
fn with_limit(project: &Project, limit: &str, number: usize) -> Option<Served> {
    let script = format!("echo {number} > /proc/sys/user/{limit} && exec \"$0\" \"$@\"");
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "sh", "-c", &script]);
    if !command.arg("true").status().is_ok_and(|status| status.success()) {
        eprintln!("skipped: this system gives no namespace with limits of its own");
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "sh", "-c", &script, env!("CARGO_BIN_EXE_guidepost"), "serve", "--port", "0"]);
    let served = Served::follow(command.current_dir(project.root()));
    served.wait_for("published files");
    Some(served)
}

/// `saves` are made one after the other.
fn check(limit: &str, number: usize, saves: impl FnOnce(&Project, &Served), told: &str) {
    let project = Project::new();
    let Some(served) = with_limit(&project, limit, number) else { return };
    saves(&project, &served);
    served.wait_for(told);
    for round in 0..3 {
        project.write("content/care/nurse.md", &guide("Nurse", &format!("Round {round}.")));
        served.shows("/care/nurse/", 200, &format!("Round {round}."));
    }
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(served.said().matches("twice a second").count(), usize::from(!told.is_empty()), "{}", served.said());
}

const FOLDERS: &str = "note: the system watches no more folders; raise the limit with `sudo sysctl fs.inotify.max_user_watches=524288`; looking at the files twice a second instead\n";
const WATCHERS: &str = "note: the system has no more watchers, or no more file handles; raise the limit with `sudo sysctl fs.inotify.max_user_instances=512`; looking at the files twice a second instead\n";

#[test]
fn too_few_watches_or_watchers_are_told_once_and_saves_are_seen() {
    check("max_inotify_watches", 0, |_, _| (), FOLDERS);
    // The project, content/ and not what is in it.
    check("max_inotify_watches", 2, |_, _| (), FOLDERS);
    check("max_inotify_instances", 0, |_, _| (), WATCHERS);
}

#[test]
fn the_limit_may_be_reached_by_a_new_folder() {
    // The project, content/, content/care/ and static/.
    check("max_inotify_watches", 4, |_, _| (), "");
    check(
        "max_inotify_watches",
        4,
        |project, served| {
            project.write("content/new/one.md", &guide("New", "New here."));
            served.shows("/new/one/", 200, "New here.");
            project.write("content/new/one.md", &guide("New", "New still."));
            served.shows("/new/one/", 200, "New still.");
        },
        FOLDERS,
    );
}
