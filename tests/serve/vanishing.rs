//! Projects that go away, whole or in part, and files that cannot be read: told once, waited for, and no load on the machine meanwhile.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::project::{Project, Served, eventually, guide};

/// Processor time that the program has used, in hundredths of a second.
fn used(served: &Served) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", served.process.id())).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// Breaks a project, waits for `told`, sees that it is told once and costs nothing, mends it, and sees that saves are followed again.
fn check(serve: impl Fn(&Project) -> Served, break_it: impl Fn(&Path), told: &str, mend: impl Fn(&Path)) {
    let project = Project::new();
    let root = project.root();
    let served = serve(&project);
    break_it(&root);
    served.wait_for(told);
    served.shows("/care/nurse/", 200, "Nurses nurse.");
    // What belongs to the breaking is over; the polling of a preview that has given up on events would show.
    thread::sleep(Duration::from_millis(500));
    let (said, before) = (served.said(), used(&served));
    thread::sleep(Duration::from_secs(4));
    let cost = used(&served) - before;
    assert!(cost < 30, "{told}: {cost} hundredths of a second in four seconds");
    assert_eq!(served.said(), said);
    assert_eq!(said.matches(told).count(), 1, "{said}");
    assert!(!said.contains("twice a second"), "{said}");
    mend(&root);
    eventually("its return", || if served.state("/", 0)["problems"]["errors"] == 0 { Ok(()) } else { Err(served.said()) });
    project.write("content/care/nurse.md", &guide("Nurse", "Back again."));
    served.shows("/care/nurse/", 200, "Back again.");
}

/// As somebody who may not read everything: the tests may run as root.
fn as_anybody(project: &Project) -> Served {
    let served = as_anybody_from_the_start(project);
    served.wait_for("published files");
    served
}

fn as_anybody_from_the_start(project: &Project) -> Served {
    const RIGHTS: &str = "-dac_override,-dac_read_search";
    let mut command = if rustix::process::geteuid().is_root() {
        let mut command = Command::new("setpriv");
        command.arg(format!("--bounding-set={RIGHTS}")).arg(format!("--inh-caps={RIGHTS}")).arg(env!("CARGO_BIN_EXE_guidepost"));
        command
    } else {
        Command::new(env!("CARGO_BIN_EXE_guidepost"))
    };
    Served::follow(command.current_dir(project.root()).args(["serve", "--port", "0"]))
}

fn plain(project: &Project) -> Served {
    project.serve(&[])
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn the_project() {
    let away = |root: &Path| root.with_extension("away");
    let waiting = ": No such file or directory (os error 2)\nwaiting for it; the preview keeps the last good site\n";
    check(plain, |root| fs::rename(root, away(root)).unwrap(), waiting, |root| fs::rename(away(root), root).unwrap());
}

#[test]
fn the_project_made_anew_by_another_program() {
    let away = |root: &Path| root.with_extension("away");
    check(
        plain,
        |root| {
            fs::rename(root, away(root)).unwrap();
            fs::create_dir(root).unwrap();
        },
        "is not a project: it has no site.toml\nwaiting for it; the preview keeps the last good site\n",
        |root| {
            assert!(Command::new("cp").arg("-r").arg(away(root).join(".")).arg(root).status().unwrap().success());
            fs::remove_dir_all(away(root)).unwrap();
        },
    );
}

#[test]
fn the_settings() {
    let told = "is not a project: it has no site.toml\nwaiting for it; the preview keeps the last good site\n";
    check(plain, |root| fs::rename(root.join("site.toml"), root.join("s")).unwrap(), told, |root| fs::rename(root.join("s"), root.join("site.toml")).unwrap());
}

#[test]
fn the_content() {
    let told = "holds no pages: a project has at least content/_index.md, its home page\nwaiting for it; the preview keeps the last good site\n";
    check(plain, |root| fs::rename(root.join("content"), root.join("c")).unwrap(), told, |root| fs::rename(root.join("c"), root.join("content")).unwrap());
}

#[test]
fn a_file_that_may_not_be_read() {
    let told = "error[unusable-file]: this cannot be read: Permission denied (os error 13)\n--> content/care/nurse.md\n";
    check(as_anybody, |root| mode(&root.join("content/care/nurse.md"), 0), told, |root| mode(&root.join("content/care/nurse.md"), 0o644));
}

#[test]
fn a_folder_that_may_not_be_read() {
    let told = "error[unusable-file]: this cannot be read: Permission denied (os error 13)\n--> content/care\n";
    check(as_anybody, |root| mode(&root.join("content/care"), 0), told, |root| mode(&root.join("content/care"), 0o755));
    // The same from the start, where it is also a folder that cannot be watched.
    let project = Project::new();
    mode(&project.root().join("content/care"), 0);
    let served = as_anybody_from_the_start(&project);
    served.wait_for(told);
    thread::sleep(Duration::from_secs(3));
    mode(&project.root().join("content/care"), 0o755);
    served.shows("/care/nurse/", 200, "Nurses nurse.");
    assert!(!served.said().contains("watched") && !served.said().contains("twice a second"), "{}", served.said());
}

#[test]
fn a_link_that_leads_nowhere_and_one_that_leads_round() {
    let link = |root: &Path| root.join("content/care/x");
    check(plain, |root| symlink("/nowhere/at/all", link(root)).unwrap(), "this link leads nowhere\n", |root| fs::remove_file(link(root)).unwrap());
    check(plain, |root| symlink("..", link(root)).unwrap(), "this link leads back to a folder above it\n", |root| fs::remove_file(link(root)).unwrap());
}

#[test]
fn a_pipe() {
    let pipe = |root: &Path| root.join("content/care/x.md");
    let make = |root: &Path| assert!(Command::new("mkfifo").arg(pipe(root)).status().unwrap().success());
    check(plain, make, "this is a pipe, a socket or a device, not a file\n", |root| fs::remove_file(pipe(root)).unwrap());
}

#[test]
fn a_project_that_is_published_is_waited_for_where_it_was() {
    for arguments in [&["build", "--watch", "--root", "."][..], &["build", "--watch", "--output-dir", "public"]] {
        let project = Project::new();
        let root = project.root();
        let watched = Served::spawn(&root, arguments);
        let first = root.join("public/care/nurse/index.html");
        eventually("the first site", || if first.exists() { Ok(()) } else { Err(watched.said()) });
        let moved = root.with_extension("moved");
        fs::rename(&root, &moved).unwrap();
        watched.wait_for("waiting for it");
        let copied = Command::new("cp").arg("-r").arg(&moved).arg(&root).status().unwrap();
        assert!(copied.success());
        project.write("content/care/nurse.md", &guide("Nurse", "In its place."));
        let shows = |root: &Path| fs::read_to_string(root.join("public/care/nurse/index.html")).is_ok_and(|text| text.contains("In its place."));
        eventually("the page in its place", || if shows(&root) { Ok(()) } else { Err(watched.said()) });
        assert!(!shows(&moved), "{}", watched.said());
        assert!(watched.said().contains(" rendered\n"), "{}", watched.said());
        fs::remove_dir_all(&moved).unwrap();
    }
}
