//! The same project gives the same bytes: whatever the number of threads, the order of the files on the disk, the time zone
//! and language of the machine, and the line ends of the texts.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "tests touch the disk and know its names"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use guidepost::source::{Sources, disk};
use tempfile::TempDir;

/// What is built, by path.
type Site = BTreeMap<String, Vec<u8>>;

/// The projects to build: the sample site and every small one.
fn projects() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut projects: Vec<_> = fs::read_dir(root.join("tests/sites")).unwrap().map(|entry| entry.unwrap().path()).collect();
    projects.push(root);
    projects.sort();
    projects
}

fn read(folder: &Path) -> Sources {
    disk::read(folder, &folder.join("public")).unwrap()
}

/// The site that `sources` make, and its report as one more file.
fn built(sources: &Sources) -> Site {
    let build = support::built(sources);
    assert!(!build.output.is_empty());
    let files = build.output.files().map(|(path, file)| (path.as_str().to_owned(), file.bytes().to_vec()));
    files.chain([("report".to_owned(), support::report(build.report.problems(), sources).into_bytes())]).collect()
}

fn check_same(what: &str, expected: &Site, actual: &Site) {
    let names = |site: &Site| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(expected), names(actual), "{what}");
    for (path, bytes) in expected {
        assert!(actual.get(path) == Some(bytes), "{what}: {path} differs");
    }
}

#[test]
fn the_number_of_threads_does_not_matter() {
    for project in projects() {
        let sources = read(&project);
        let with = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| built(&sources));
        let one = with(1);
        for threads in [2, 8] {
            check_same(&format!("{} with {threads} threads", project.display()), &one, &with(threads));
        }
    }
}

#[test]
fn the_order_of_the_files_on_the_disk_does_not_matter() {
    for project in projects() {
        let sources = read(&project);
        let expected = built(&sources);
        for seed in 1..4 {
            let copy = shuffled_copy(&sources, seed);
            check_same(&format!("{} shuffled", project.display()), &expected, &built(&read(copy.path())));
        }
    }
}

#[test]
fn the_machine_does_not_matter() {
    let project = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites/unicode");
    let copy = shuffled_copy(&read(&project), 5);
    let published = |output: &str, variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
        command.current_dir(copy.path()).args(["build", "--as-of", "2026-11-23", "--output-dir", output]);
        command.env_remove("SOURCE_DATE_EPOCH").envs(variables.iter().copied());
        let run = command.output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        files_below(&copy.path().join(output))
    };
    let expected = published("one", &[("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")]);
    assert!(expected.contains_key("index.html"));
    let elsewhere = [("TZ", "Pacific/Auckland"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/nowhere"), ("USER", "ayşe")];
    check_same("another machine", &expected, &published("two", &elsewhere));
}

#[test]
fn line_ends_and_byte_order_marks_do_not_matter() {
    for project in projects() {
        let sources = read(&project);
        // Other files are published as they are, a table beside its guide too.
        let is_read = |path: &str| path.contains("_data/") || [".md", ".toml", ".html"].iter().any(|ending| path.ends_with(ending));
        let with = |mark: &str, end: &str| {
            let mut changed = sources.clone();
            for (_, bytes) in changed.files.iter_mut().filter(|(path, _)| is_read(path.as_str())) {
                if let Ok(text) = str::from_utf8(bytes) {
                    let lines = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\n', end);
                    *bytes = format!("{mark}{lines}").into_bytes().into();
                }
            }
            built(&changed)
        };
        let plain = with("", "\n");
        check_same(&format!("{} with CRLF", project.display()), &plain, &with("", "\r\n"));
        check_same(&format!("{} with CR", project.display()), &plain, &with("", "\r"));
        check_same(&format!("{} with a byte order mark", project.display()), &plain, &with("\u{feff}", "\n"));
    }
}

/// A copy of the project whose files were made in an order that follows from `seed`: many file systems list them so.
fn shuffled_copy(sources: &Sources, seed: u64) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut files: Vec<_> = sources.files.iter().collect();
    files.sort_by_key(|(path, _)| xxhash_rust::xxh3::xxh3_64_with_seed(path.as_str().as_bytes(), seed));
    for (path, bytes) in files {
        let path = folder.path().join(path.as_str());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// What is published in `folder`, without Guidepost's own list of it.
fn files_below(folder: &Path) -> Site {
    let mut site = Site::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                site.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    site.retain(|path, _| !path.starts_with(".guidepost"));
    site
}
