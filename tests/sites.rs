//! Whole sites, built from the disk and held against what was reviewed: the sample site and small ones in `tests/sites/`.
//! `tests/snapshots/<site>/files.txt` lists every file with size and hash; pages beside it are kept whole.
//! `UPDATE=1 cargo test --test sites` writes what is built now.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "tests touch the disk and know its names"
)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use guidepost::pipeline::Build;
use guidepost::source::disk;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn built_from(folder: &Path) -> (Build, String) {
    let sources = disk::read(folder, &folder.join("public")).unwrap();
    let build = support::built(&sources);
    let report = support::report(build.report.problems(), &sources);
    (build, report)
}

/// Holds a site against its snapshot. `whole` are the files kept in full.
fn check_site(name: &str, folder: &Path, whole: &[&str]) {
    let (build, report) = built_from(folder);
    let mut files = String::new();
    let mut kept: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, file) in build.output.files() {
        let hash = xxhash_rust::xxh3::xxh3_64(&file.bytes);
        writeln!(files, "{hash:016x} {:>7} {path}", file.bytes.len()).unwrap();
        if whole.contains(&path.as_str()) || whole.is_empty() && path.as_str().ends_with(".html") {
            kept.insert(path.as_str().replace('/', "__"), file.bytes.to_vec());
        }
    }
    kept.insert("files.txt".to_owned(), files.into_bytes());
    kept.insert("report.txt".to_owned(), report.into_bytes());
    let snapshots = root().join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&snapshots);
        fs::create_dir_all(&snapshots).unwrap();
        for (file, bytes) in &kept {
            fs::write(snapshots.join(file), bytes).unwrap();
        }
        return;
    }
    for (file, bytes) in &kept {
        let expected = fs::read(snapshots.join(file)).unwrap_or_default();
        let (expected, actual) = (String::from_utf8_lossy(&expected), String::from_utf8_lossy(bytes));
        if expected != actual {
            let first = expected.lines().zip(actual.lines()).position(|(a, b)| a != b).unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
            let line = |text: &str| text.lines().nth(first).unwrap_or("(end)").to_owned();
            panic!(
                "{name}/{file} differs from its snapshot at line {}:\n- {}\n+ {}\nrun UPDATE=1 cargo test --test sites and review the difference",
                first + 1,
                line(&expected),
                line(&actual)
            );
        }
    }
}

#[test]
fn the_sample_site_is_what_was_reviewed() {
    check_site(
        "sample",
        &root(),
        &[
            "index.html",
            "404.html",
            "a-z/index.html",
            "atom.xml",
            "sitemap.xml",
            "robots.txt",
            "resources/index.html",
            "about/index.html",
            "healthcare/index.html",
            "healthcare/patient-care/index.html",
            "healthcare/health-technician/index.html",
            "healthcare/health-service-technician/index.html",
            "healthcare/patient-care/phlebotomist/index.html",
            "tags/index.html",
            "tags/no-degree/index.html",
            "guides/health-service-technician/index.html",
        ],
    );
}

#[test]
fn small_sites_are_what_was_reviewed() {
    let mut sites: Vec<_> = fs::read_dir(root().join("tests/sites")).unwrap().map(|entry| entry.unwrap().path()).collect();
    sites.sort();
    for site in sites {
        check_site(&site.file_name().unwrap().to_string_lossy(), &site, &[]);
    }
}
