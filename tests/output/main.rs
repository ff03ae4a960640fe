//! What publishing to a folder promises, each promise with the smallest site that shows it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests touch the disk")]

mod disks;
mod shelf;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::{Path, PathBuf};

use guidepost::output::disk::publish;
use guidepost::output::{File, Old, Origin, Output, OutputPath, Published, WriteError};
use tempfile::TempDir;

/// A project in a folder of its own, with another folder beside it for what tests need.
struct Project {
    home: TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self { home: TempDir::new().unwrap() };
        for folder in ["content", "themes", "templates", "static"] {
            fs::create_dir_all(project.root().join(folder)).unwrap();
        }
        fs::write(project.root().join("site.toml"), "title = \"T\"\n").unwrap();
        project
    }

    fn root(&self) -> PathBuf {
        self.home.path().canonicalize().unwrap().join("project")
    }

    fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Published, WriteError> {
        let mut published = publish(&output(files), &self.public(), &self.root())?;
        published.notes.extend(published.old.take().and_then(Old::clear));
        Ok(published)
    }

    /// The message of the refusal to publish `files`, with the folder of the test taken out.
    fn refused(&self, files: &[(&str, &str)]) -> String {
        self.said(&self.publish(files).unwrap_err())
    }

    fn said(&self, error: &WriteError) -> String {
        error.to_string().replace(&self.home.path().canonicalize().unwrap().display().to_string(), "")
    }

    /// What lies in the project's folder beside the known: staging folders, locks.
    fn leftovers(&self) -> Vec<String> {
        let names = fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains("guidepost")).collect()
    }
}

fn output(files: &[(&str, &str)]) -> Output {
    let mut output = Vec::new();
    for (path, text) in files {
        output.push((OutputPath::new(path).unwrap(), File { content: text.as_bytes().into(), origin: Origin::Words("a test".to_owned()) }));
    }
    Output::of(output).0
}

/// Every file below `folder` but our own, with its text; links as `-> target`.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| !entry.file_type().is_dir());
    walk.filter_map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let text = || fs::read_to_string(entry.path()).unwrap();
        let text = if entry.path_is_symlink() { format!("-> {}", fs::read_link(entry.path()).unwrap().display()) } else { text() };
        (!path.starts_with(".guidepost/")).then_some((path, text))
    })
    .collect()
}

fn expected(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn stamp(path: &Path) -> (u64, i64, i64) {
    let about = fs::metadata(path).unwrap();
    (about.ino(), about.mtime(), about.mtime_nsec())
}

fn counts(published: &Published) -> (usize, usize, usize, usize, usize) {
    (published.new.len(), published.changed.len(), published.unchanged, published.removed.len(), published.kept.len())
}

#[test]
fn pages_that_are_gone_go_and_the_others_come() {
    let project = Project::new();
    let first = project.publish(&[("index.html", "1"), ("a/index.html", "a"), ("b/index.html", "b")]).unwrap();
    assert_eq!(counts(&first), (3, 0, 0, 0, 0));
    let second = project.publish(&[("index.html", "2"), ("a/index.html", "a"), ("c/index.html", "c")]).unwrap();
    assert_eq!(counts(&second), (1, 1, 1, 1, 0));
    assert_eq!(files(&project.public()), expected(&[("a/index.html", "a"), ("c/index.html", "c"), ("index.html", "2")]));
    assert!(!project.public().join("b").exists());
    assert_eq!(project.leftovers(), [""; 0]);
}

#[test]
fn unchanged_files_keep_their_time_and_number() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("a.css", "a")]).unwrap();
    let before = stamp(&project.public().join("a.css"));
    project.publish(&[("index.html", "2"), ("a.css", "a")]).unwrap();
    assert_eq!(stamp(&project.public().join("a.css")), before);
    assert_eq!(fs::metadata(project.public().join("a.css")).unwrap().nlink(), 1);
}

#[test]
fn where_nothing_changed_nothing_is_touched() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    let before = (stamp(&project.public()), stamp(&project.public().join(".guidepost/manifest.json")));
    assert_eq!(counts(&project.publish(&[("index.html", "1")]).unwrap()), (0, 0, 1, 0, 0));
    assert_eq!((stamp(&project.public()), stamp(&project.public().join(".guidepost/manifest.json"))), before);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let project = Project::new();
    project.publish(&[("a", "file"), ("b/c", "inside")]).unwrap();
    project.publish(&[("a/c", "inside"), ("b", "file")]).unwrap();
    assert_eq!(files(&project.public()), expected(&[("a/c", "inside"), ("b", "file")]));
}

#[test]
fn what_others_put_there_is_carried_over() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("old/index.html", "o")]).unwrap();
    let public = project.public();
    fs::create_dir_all(public.join(".git/objects/empty")).unwrap();
    fs::create_dir_all(public.join("old/notes")).unwrap();
    for (path, text) in [("CNAME", "example.org"), (".nojekyll", ""), (".git/HEAD", "ref"), ("old/notes/mine.txt", "mine")] {
        fs::write(public.join(path), text).unwrap();
    }
    symlink("/nowhere", public.join("link")).unwrap();
    let cname = stamp(&public.join("CNAME"));
    let published = project.publish(&[("index.html", "2")]).unwrap();
    assert_eq!(counts(&published), (0, 1, 0, 1, 5));
    let kept =
        [("CNAME", "example.org"), (".nojekyll", ""), (".git/HEAD", "ref"), ("index.html", "2"), ("link", "-> /nowhere"), ("old/notes/mine.txt", "mine")];
    assert_eq!(files(&public), expected(&kept));
    assert!(public.join(".git/objects/empty").is_dir());
    assert_eq!(stamp(&public.join("CNAME")), cname);
    assert_eq!(project.leftovers(), [""; 0]);
}

#[test]
fn a_foreign_file_where_the_site_needs_its_place_is_named_and_stays() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    fs::write(project.public().join("feed.xml"), "mine").unwrap();
    let foreign = "Guidepost did not write this, and the site needs its place; move it away, or keep it under `static/` so that it is part of the site";
    assert_eq!(project.refused(&[("index.html", "2"), ("feed.xml", "ours")]), format!("cannot publish over `/project/public/feed.xml`: {foreign}"));
    assert_eq!(project.refused(&[("index.html", "2"), ("feed.xml/a", "ours")]), format!("cannot publish over `/project/public/feed.xml`: {foreign}"));
    fs::create_dir(project.public().join("d")).unwrap();
    fs::write(project.public().join("d/x"), "mine").unwrap();
    assert_eq!(project.refused(&[("index.html", "2"), ("d", "ours")]), format!("cannot publish over `/project/public/d/x`: {foreign}"));
    assert_eq!(files(&project.public()), expected(&[("d/x", "mine"), ("feed.xml", "mine"), ("index.html", "1")]));
    assert_eq!(project.leftovers(), [""; 0]);
}

#[test]
fn a_page_that_somebody_edited_is_never_overwritten() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("a.html", "a")]).unwrap();
    fs::write(project.public().join("index.html"), "edited").unwrap();
    let says = "cannot publish over `/project/public/index.html`: it was changed after Guidepost wrote it, and the site has a new version; delete it or move it away, then build again";
    assert_eq!(project.refused(&[("index.html", "2"), ("a.html", "a")]), says);
    assert_eq!(project.refused(&[("index.html", "1"), ("a.html", "a")]), says);
    // Where the site no longer needs its place it stays as a guest.
    let published = project.publish(&[("a.html", "b")]).unwrap();
    assert_eq!(published.kept, [PathBuf::from("index.html")]);
    assert_eq!(files(&project.public()), expected(&[("a.html", "b"), ("index.html", "edited")]));
    fs::remove_file(project.public().join("index.html")).unwrap();
    assert_eq!(counts(&project.publish(&[("index.html", "2"), ("a.html", "b")]).unwrap()), (1, 0, 1, 0, 0));
}

#[test]
fn a_page_that_somebody_deleted_comes_back() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("a.html", "a")]).unwrap();
    fs::remove_file(project.public().join("a.html")).unwrap();
    assert_eq!(counts(&project.publish(&[("index.html", "1"), ("a.html", "a")]).unwrap()), (1, 0, 1, 0, 0));
}

#[test]
fn folders_that_hold_sources_or_more_are_refused() {
    let project = Project::new();
    let root = project.root();
    symlink(&root, project.home.path().join("way")).unwrap();
    symlink(root.join("gone"), root.join("dangling")).unwrap();
    let home = std::env::home_dir().unwrap();
    let refused = [
        (PathBuf::new(), "the name is empty; write a folder such as `public`"),
        (root.clone(), "it is the project itself; choose a folder of its own, such as `public`"),
        (root.join("public/.."), "it is the project itself; choose a folder of its own, such as `public`"),
        (project.home.path().join("way"), "it is the project itself; choose a folder of its own, such as `public`"),
        (root.join(".."), "the project lies in it; choose a folder of its own, such as `public`"),
        (PathBuf::from("/"), "the project lies in it; choose a folder of its own, such as `public`"),
        (root.join("content"), "`content` holds your sources; choose a folder of its own, such as `public`"),
        (root.join("Content/sub"), "`content` holds your sources; choose a folder of its own, such as `public`"),
        (root.join("static/public"), "`static` holds your sources; choose a folder of its own, such as `public`"),
        (root.join("themes/x/../y"), "`themes` holds your sources; choose a folder of its own, such as `public`"),
        (root.join("templates"), "`templates` holds your sources; choose a folder of its own, such as `public`"),
        (root.join(".git/public"), "`.git` holds your sources; choose a folder of its own, such as `public`"),
        (root.join("site.toml"), "it is a file; choose a folder"),
        (root.join("dangling"), "it is a link that leads nowhere; remove the link or make the folder it leads to"),
        (home, "it is your home folder, or holds it; choose a folder of its own"),
    ];
    for (folder, why) in refused {
        let error = publish(&output(&[("index.html", "x")]), &folder, &root).unwrap_err();
        assert!(error.is_wrong_use());
        assert_eq!(error.to_string(), format!("cannot publish to `{}`: {why}", folder.display()));
    }
    assert_eq!(files(&root).len(), 2, "{:?}", files(&root));
}

#[test]
fn a_folder_that_we_did_not_write_is_refused_with_what_is_in_it() {
    let project = Project::new();
    fs::create_dir(project.public()).unwrap();
    for name in ["a", "b", "c", "d", "e", "f", "g"] {
        fs::write(project.public().join(name), "mine").unwrap();
    }
    let why = "it holds files that Guidepost did not write (`a`, `b`, `c`, `d`, `e` and 2 more); choose another folder with --output-dir, or move them away";
    assert_eq!(project.refused(&[("index.html", "1")]), format!("cannot publish to `/project/public`: {why}"));
    assert_eq!(files(&project.public()).len(), 7);
}

#[test]
fn a_damaged_list_stops_everything() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    let list = project.public().join(".guidepost/manifest.json");
    fs::write(&list, "{").unwrap();
    assert!(project.refused(&[("index.html", "2")]).contains("this list of what Guidepost wrote is damaged"));
    assert_eq!(files(&project.public()), expected(&[("index.html", "1")]));
}

#[test]
fn an_empty_folder_or_a_new_one_deep_down_will_do() {
    let project = Project::new();
    fs::create_dir(project.public()).unwrap();
    project.publish(&[("index.html", "1")]).unwrap();
    let deep = project.home.path().join("x/y/z");
    publish(&output(&[("index.html", "1")]), &deep, &project.root()).unwrap();
    assert_eq!(files(&deep), expected(&[("index.html", "1")]));
    assert_eq!(project.leftovers(), [""; 0]);
}

#[test]
fn a_link_to_the_folder_stays_a_link() {
    let project = Project::new();
    let real = project.home.path().join("real");
    fs::create_dir(&real).unwrap();
    symlink(&real, project.public()).unwrap();
    project.publish(&[("index.html", "1")]).unwrap();
    project.publish(&[("index.html", "2")]).unwrap();
    assert!(project.public().is_symlink());
    assert_eq!(files(&real), expected(&[("index.html", "2")]));
}

#[test]
fn removal_follows_no_link() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("assets/a.css", "a")]).unwrap();
    let outside = project.home.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("a.css"), "a").unwrap();
    fs::remove_dir_all(project.public().join("assets")).unwrap();
    symlink(&outside, project.public().join("assets")).unwrap();
    project.publish(&[("index.html", "2")]).unwrap();
    assert_eq!(files(&outside), expected(&[("a.css", "a")]));
    assert!(project.public().join("assets").is_symlink());
    // A link where a page is needed is foreign like any other file.
    assert!(project.refused(&[("index.html", "2"), ("assets/a.css", "b")]).starts_with("cannot publish over `/project/public/assets`"));
}

#[test]
fn what_a_dead_build_left_is_cleared_and_what_looks_like_it_is_not() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    let staged = project.root().join(".public.guidepost-new-999999");
    fs::create_dir_all(staged.join(".guidepost")).unwrap();
    fs::write(staged.join(".guidepost/staging"), "staged by guidepost, process 999999\n").unwrap();
    fs::write(staged.join("half.html"), "ha").unwrap();
    fs::hard_link(project.public().join("index.html"), staged.join("index.html")).unwrap();
    let foreign = project.root().join(".public.guidepost-new-1");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("mine.txt"), "mine").unwrap();
    fs::write(project.root().join(".public.guidepost-lock"), "999999\n").unwrap();
    project.publish(&[("index.html", "2")]).unwrap();
    assert!(!staged.exists());
    assert_eq!(files(&foreign), expected(&[("mine.txt", "mine")]));
    assert_eq!(files(&project.public()), expected(&[("index.html", "2")]));
}

#[test]
fn an_old_site_whose_removal_was_cut_off_gives_back_what_is_not_ours() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("a.html", "a")]).unwrap();
    // As after a kill between exchange and removal, with files that came in the last moment.
    let old = project.root().join(".public.guidepost-new-999999");
    fs::create_dir_all(old.join(".guidepost")).unwrap();
    fs::create_dir_all(old.join("notes")).unwrap();
    for path in ["index.html", "a.html", ".guidepost/manifest.json"] {
        fs::copy(project.public().join(path), old.join(path)).unwrap();
    }
    fs::write(old.join("notes/late.txt"), "late").unwrap();
    project.publish(&[("index.html", "2")]).unwrap();
    assert!(!old.exists());
    assert_eq!(files(&project.public()), expected(&[("index.html", "2"), ("notes/late.txt", "late")]));
}

#[test]
fn what_cannot_be_given_back_stays_and_is_named() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    let old = project.root().join(".public.guidepost-new-999999");
    fs::rename(project.public(), &old).unwrap();
    fs::write(old.join("late.txt"), "late").unwrap();
    let published = project.publish(&[("index.html", "2")]).unwrap();
    let says = format!("`late.txt` changed while the site was published; the version from before is kept in `{}`", old.display());
    assert_eq!(published.notes, [says]);
    assert_eq!(fs::read_to_string(old.join("late.txt")).unwrap(), "late");
}

#[test]
fn one_build_at_a_time() {
    let project = Project::new();
    let lock = fs::File::create(project.root().join(".public.guidepost-lock")).unwrap();
    fs::write(project.root().join(".public.guidepost-lock"), "4711\n").unwrap();
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::LockExclusive).unwrap();
    assert_eq!(project.refused(&[("index.html", "1")]), "another build (process 4711) is publishing to `/project/public`; wait until it is done");
    // Closing it would not do while another test starts a program, which has it for a moment too.
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::Unlock).unwrap();
    project.publish(&[("index.html", "1")]).unwrap();
}

#[test]
fn a_name_that_cannot_be_written_leaves_the_old_site() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    // Longer than any path the system takes.
    let long = vec!["x".repeat(199); 25].join("/");
    let error = project.publish(&[("index.html", "2"), (&long, "x")]).unwrap_err();
    assert!(matches!(error, WriteError::System { .. }) && !error.is_wrong_use(), "{error}");
    assert_eq!(files(&project.public()), expected(&[("index.html", "1")]));
    assert_eq!(project.leftovers(), [""; 0]);
}
