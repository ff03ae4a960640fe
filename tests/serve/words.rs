//! What the terminal says to someone who is new, and who makes the mistakes that one makes.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Output};

use crate::project::{Project, Served, eventually, guide};

/// Runs a command that ends by itself.
fn run(project: &Project, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_guidepost")).current_dir(project.root()).args(arguments).output().unwrap()
}

fn check(arguments: &[&str], code: i32, words: &str) {
    let output = run(&Project::new(), arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(words), "{arguments:?}: {said}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{arguments:?}: {output:?}");
}

#[test]
fn what_is_wrong_with_the_command_is_said_before_anything_is_served() {
    check(&["serve", "--base-url", "foo"], 2, "error: --base-url: `foo` is not a web address\n");
    check(&["serve", "--root", "content"], 2, "error: content is not a project: it has no site.toml\nhelp: name the folder of your project with --root DIR\n");
    check(&["serve", "--root", "nowhere"], 2, "error: `nowhere` is not a folder\n");
    check(&["serve", "content"], 2, "error: `content` stands alone; if it is the folder of your project, write `--root content`\n");
    check(&["serve", "--port", "80x"], 2, "a port is a number from 1 to 65535, or 0 for any that is free\n");
    check(&["serve", "--port", "70000"], 2, "a port is a number from 1 to 65535, or 0 for any that is free\n");
    check(&["serve", "--as-of", "tomorrow"], 2, "`tomorrow` is not a day; write year, month and day: 2026-11-23\n");
    check(&["serve", "--interface", "192.0.2.1"], 3, "error: `192.0.2.1` is no address of this machine\n");
    check(&["serve", "--interface", "no.such.invalid"], 3, "error: `no.such.invalid` is no address of this machine\n");
}

#[test]
fn what_others_can_reach_is_warned_of_and_named() {
    let project = Project::new();
    let served = project.serve(&["--interface", "0.0.0.0"]);
    assert!(served.said().contains("warning: whoever can reach this address can read the preview, drafts included\n"), "{}", served.said());
    // 0.0.0.0 is no address to go to: this machine's own is named.
    assert_eq!(served.address.ip().to_string(), "127.0.0.1");
    served.shows("/", 200, "Welcome.");
    let said = served.said();
    if let Some((_, rest)) = said.split_once("from other machines: http://") {
        let other = rest.split('/').next().unwrap().parse().unwrap();
        assert_eq!(crate::client::get(other, "/", &[]).status, 200);
    }
    assert!(!project.serve(&[]).said().contains("warning: whoever"));
}

#[test]
fn a_browser_is_opened_or_the_address_named() {
    let project = Project::new();
    project.write("bin/xdg-open", "#!/bin/sh\necho \"$1\" > \"$(dirname \"$0\")/opened\"\n");
    let bin = project.root().join("bin");
    fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let served = Served::spawn_with(&project.root(), &["serve", "--port", "0", "--open"], &[("PATH", &path)]);
    let expected = format!("http://{}/\n", served.address);
    eventually("the browser", || match fs::read_to_string(bin.join("opened")) {
        Ok(text) if text == expected => Ok(()),
        other => Err(format!("{other:?} {}", served.said())),
    });
    drop(served);

    for breakage in [|project: &Project| project.write("bin/xdg-open", "#!/bin/sh\nexit 3\n"), |project: &Project| project.remove("bin/xdg-open")] {
        breakage(&project);
        let served = Served::spawn_with(&project.root(), &["serve", "--port", "0", "--open"], &[("PATH", bin.to_str().unwrap())]);
        served.wait_for(&format!("note: no browser could be opened; go to http://{}/\n", served.address));
        served.shows("/", 200, "Welcome.");
        assert!(!served.said().contains("xdg-open"), "{}", served.said());
    }
}

#[test]
fn without_a_good_site_none_is_promised() {
    let project = Project::new();
    project.write("content/care/nurse.md", "no front matter\n");
    let served = Served::spawn(&project.root(), &["serve", "--port", "0"]);
    served.wait_for(" pages: there is nothing to show yet, ");
    project.write("content/care/nurse.md", &guide("Nurse", "Well."));
    served.wait_for("content/care/nurse.md changed: ");
    project.write("content/care/nurse.md", "no front matter\n");
    served.wait_for("content/care/nurse.md changed: the preview keeps the last good site, ");
}

#[test]
fn a_project_without_pages_is_waited_for_in_true_words() {
    let project = Project::new();
    project.rename("content", "c");
    let served = Served::spawn(&project.root(), &["serve", "--port", "0"]);
    served.wait_for("content holds no pages: a project has at least content/_index.md, its home page\nwaiting for it; there is nothing to show yet\n");
    project.rename("c", "content");
    served.wait_for(" published files, ");
    project.rename("content", "c");
    served.wait_for("waiting for it; the preview keeps the last good site\n");
    project.rename("c", "content");
    served.wait_for("the project is back: nothing published differs, ");
    project.remove("site.toml");
    served.wait_for("is not a project: it has no site.toml\nwaiting for it; the preview keeps the last good site\n");
    project.write("site.toml", "title = \"Other\"\nbase_url = \"https://example.org/\"\n");
    served.wait_for("the project is back, site.toml changed: ");
}
