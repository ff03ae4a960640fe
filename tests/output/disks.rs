//! What publishing promises on disks that are full, mounted or closed.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use guidepost::output::WriteError;
use guidepost::output::disk::publish;

use super::{Project, counts, expected, files, output};

/// A file system of its own, which only root can have; without it the test shows nothing, which is all right on a desk.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: &Path, size: &str) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mounted = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={size}"), "none"]).arg(at).output();
        mounted.is_ok_and(|it| it.status.success()).then(|| Self(at.to_path_buf()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let project = Project::new();
    let Some(disk) = Disk::mount(&project.home.path().join("disk"), "256k") else { return };
    let folder = disk.0.join("public");
    publish(&output(&[("index.html", "1")]), &folder, &project.root()).unwrap();
    let big = "x".repeat(400 * 1024);
    let error = publish(&output(&[("index.html", "2"), ("big.html", &big)]), &folder, &project.root()).unwrap_err();
    assert!(matches!(error, WriteError::System { doing: "write", .. }), "{error}");
    assert_eq!(files(&folder), expected(&[("index.html", "1")]));
    assert_eq!(fs::read_dir(&disk.0).unwrap().count(), 1);
}

#[test]
fn a_mount_point_is_replaced_file_by_file_and_that_is_said() {
    let project = Project::new();
    let Some(disk) = Disk::mount(&project.public(), "1m") else { return };
    let first = project.publish(&[("index.html", "1"), ("a/b.html", "b"), ("c", "c")]).unwrap();
    assert!(first.notes[0].contains("cannot be exchanged in one step (it is a mount point)"), "{:?}", first.notes);
    fs::write(disk.0.join("CNAME"), "mine").unwrap();
    let second = project.publish(&[("index.html", "2"), ("a", "a"), ("c/d.html", "d")]).unwrap();
    assert_eq!(counts(&second), (2, 1, 0, 2, 1));
    assert_eq!(files(&disk.0), expected(&[("CNAME", "mine"), ("a", "a"), ("c/d.html", "d"), ("index.html", "2")]));
    assert!(!disk.0.join(".guidepost/journal.json").exists());
}

#[test]
fn a_replacement_that_was_cut_off_is_completed() {
    let project = Project::new();
    let Some(disk) = Disk::mount(&project.public(), "1m") else { return };
    project.publish(&[("index.html", "1"), ("a.html", "1")]).unwrap();
    let before = fs::read(disk.0.join(".guidepost/manifest.json")).unwrap();
    project.publish(&[("index.html", "2"), ("a.html", "2"), ("b.html", "2")]).unwrap();
    // As if the power had gone when one page was not yet written.
    fs::rename(disk.0.join(".guidepost/manifest.json"), disk.0.join(".guidepost/journal.json")).unwrap();
    fs::write(disk.0.join(".guidepost/manifest.json"), before).unwrap();
    fs::write(disk.0.join("a.html"), "1").unwrap();
    let third = project.publish(&[("index.html", "3"), ("a.html", "3")]).unwrap();
    assert_eq!(counts(&third), (0, 2, 0, 1, 0));
    assert_eq!(files(&disk.0), expected(&[("a.html", "3"), ("index.html", "3")]));
}

#[test]
fn a_folder_below_a_closed_one_is_replaced_file_by_file() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    if fs::metadata(project.root()).unwrap().uid() == 0 {
        // Root may write everywhere.
        return;
    }
    fs::set_permissions(project.root(), fs::Permissions::from_mode(0o555)).unwrap();
    let published = project.publish(&[("index.html", "2")]);
    fs::set_permissions(project.root(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(published.unwrap().notes[0].contains("the folder above it is closed to us"));
    assert_eq!(files(&project.public()), expected(&[("index.html", "2")]));
}
