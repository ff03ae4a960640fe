//! A disk without room: `serve` writes nothing and goes on; `build --watch` says so once, leaves the published site whole, and publishes as soon
//! as there is room, without another save.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::project::{Project, Served, eventually, guide};

/// A small file system of its own, which only root can have.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: &Path) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "none"]).arg(at).output();
        let is_mounted = mounted.is_ok_and(|it| it.status.success());
        if !is_mounted {
            eprintln!("skipped: no file system can be mounted here");
        }
        is_mounted.then(|| Self(at.to_path_buf()))
    }

    /// Takes all room but `left` bytes.
    fn fill(&self, left: u64) {
        let file = self.0.join("filling");
        let _ = fs::write(&file, vec![0; 4 * 1024 * 1024]);
        let length = fs::metadata(&file).unwrap().len();
        fs::File::options().write(true).open(&file).unwrap().set_len(length - left).unwrap();
    }

    fn clear(&self) {
        fs::remove_file(self.0.join("filling")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).output();
    }
}

/// All published files with their text.
fn published(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

fn check(left: u64) {
    let project = Project::new();
    let home = tempfile::TempDir::new().unwrap();
    let Some(disk) = Disk::mount(&home.path().canonicalize().unwrap().join("disk")) else { return };
    let folder = disk.0.join("public");
    let watched = Served::spawn(&project.root(), &["build", "--watch", "--output-dir", folder.to_str().unwrap()]);
    let before = published(&folder);
    assert!(before.len() > 10);
    disk.fill(left);
    // Longer than what is left, so that it fails in the middle of a page or at once.
    project.write("content/care/nurse.md", &guide("Nurse", &format!("A page that finds no room. {}", "More of it. ".repeat(10_000))));
    watched.wait_for("No space left on device (os error 28)\nnothing was published; the last good site stays as it is\n");
    thread::sleep(Duration::from_secs(5));
    let said = watched.said();
    assert_eq!(said.matches("No space left").count(), 1, "{said}");
    let line = said.lines().find(|line| line.contains("No space left")).unwrap();
    assert!(line.starts_with(&format!("error: cannot write `{}/", disk.0.display())), "{line}");
    assert_eq!(published(&folder), before);
    disk.clear();
    eventually("room again", || {
        let text = fs::read_to_string(folder.join("care/nurse/index.html")).unwrap();
        if text.contains("A page that finds no room.") { Ok(()) } else { Err(watched.said()) }
    });
    project.write("content/care/nurse.md", &guide("Nurse", "And on."));
    eventually("the next save", || {
        let text = fs::read_to_string(folder.join("care/nurse/index.html")).unwrap();
        if text.contains("And on.") { Ok(()) } else { Err(watched.said()) }
    });
    drop(watched);
}

#[test]
fn a_build_that_watches_waits_for_room() {
    check(0);
    check(64 * 1024);
}

#[test]
fn a_preview_that_may_write_nothing_goes_on() {
    let project = Project::new();
    project.write("static/big.txt", &"x".repeat(300 * 1024));
    let mut command = Command::new("sh");
    // No byte may be written to any file.
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_guidepost"), "serve", "--port", "0"]);
    let served = Served::follow(command.current_dir(project.root()));
    served.shows("/big.txt", 200, "xxx");
    project.write("content/care/nurse.md", &guide("Nurse", "Nothing is written."));
    served.shows("/care/nurse/", 200, "Nothing is written.");
}
