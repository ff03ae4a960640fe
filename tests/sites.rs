//! Whole sites, built from the disk and held against what was reviewed: the sample site and small ones in `tests/sites/`.
//! `tests/snapshots/<site>/files.txt` lists every file with size and hash; pages beside it are kept whole.
//! `UPDATE=1 cargo test --test sites` writes what is built now.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests touch the disk and know its names"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use guidepost::pipeline::{Build, Memory, Options, build};
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
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut kept: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, file) in build.output.files() {
        let bytes = std::str::from_utf8(file.bytes()).map_or(file.bytes().to_vec(), |text| without_hashes(text, &build).into_bytes());
        let hash = xxhash_rust::xxh3::xxh3_64(&bytes);
        let name = without_hashes(path.as_str(), &build);
        files.insert(name.clone(), format!("{hash:016x} {:>7} {name}\n", bytes.len()));
        if whole.contains(&path.as_str()) || whole.is_empty() && path.as_str().ends_with(".html") {
            kept.insert(path.as_str().replace('/', "__"), bytes);
        }
    }
    kept.insert("files.txt".to_owned(), files.into_values().collect::<String>().into_bytes());
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

/// `text` with a word in place of the hashes of style sheets and scripts, so that not every page differs where one of those does.
fn without_hashes(text: &str, build: &Build) -> String {
    let is_hash = |part: &&str| part.len() == 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let hashes = build.output.files().filter_map(|(path, _)| path.as_str().rsplit('.').nth(1).filter(is_hash));
    let text = hashes.fold(text.to_owned(), |text, hash| text.replace(&format!(".{hash}."), ".HASH."));
    let mut parts = text.split("integrity=\"sha256-");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| format!("{text}integrity=\"sha256-HASH\"{}", part.split_once('"').map_or("", |(_, rest)| rest)))
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
        // What another theme makes of the same views is told by three pages.
        let whole: &[&str] = if site.ends_with("second-theme") { &["index.html", "workshop/bicycle-repairer/index.html", "sources/index.html"] } else { &[] };
        check_site(&site.file_name().unwrap().to_string_lossy(), &site, whole);
    }
}

/// A theme that was written from its contract's documentation alone, of which this says that it is enough.
#[test]
fn a_whole_theme_has_less_than_two_hundred_lines() {
    fn lines(folder: &Path) -> usize {
        let of = |path: PathBuf| if path.is_dir() { lines(&path) } else { fs::read_to_string(path).unwrap().lines().count() };
        fs::read_dir(folder).unwrap().map(|entry| of(entry.unwrap().path())).sum()
    }
    let count = lines(&root().join("tests/sites/second-theme/themes"));
    assert!((100..200).contains(&count), "{count} lines");
    let (build, report) = built_from(&root().join("tests/sites/second-theme"));
    assert!(!build.report.has_errors() && report.is_empty(), "{report}");
}

/// Two articles from the web, told in other words around the same figures: what was wrong with each is reported at its place.
#[test]
fn the_articles_as_they_were_found_are_reported() {
    let folder = root().join("tests/sites/as-found");
    let sources = disk::read(&folder, &folder.join("public")).unwrap();
    let options = Options { as_of: "2026-11-21".parse().unwrap(), drafts: false, base_url: None, shard: None };
    let build = build(&sources, &options, &mut Memory::default());
    let report = support::report(build.report.problems(), &sources);
    for (code, place, others) in AS_FOUND {
        let is_it = |problem: &&str| problem.contains(&format!("[{code}]")) && problem.contains(&format!("--> content/{place}\n"));
        let found = problems_of(&report).into_iter().find(is_it);
        let has_others = |problem: &String| others.iter().all(|other| problem.contains(&format!("::: content/{other}:")));
        assert!(found.map(str::to_owned).as_ref().is_some_and(has_others), "{code} at {place} is missing in\n{report}");
    }
    assert!(build.report.has_errors());
}

/// The problems of a report, each with its places.
fn problems_of(report: &str) -> Vec<&str> {
    let starts: Vec<usize> = report
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .chain([0])
        .filter(|at| ["error[", "warning[", "note["].iter().any(|level| report[*at..].starts_with(level)))
        .collect();
    let mut starts: Vec<usize> = starts.into_iter().chain([report.len()]).collect();
    starts.sort_unstable();
    starts.windows(2).map(|pair| &report[pair[0]..pair[1]]).collect()
}

/// What must be reported: the code, the place, and the other places that belong to it.
const AS_FOUND: &[(&str, &str, &[&str])] = &[
    // F01 and F02: a retired occupation stands for this one, without a time, and the hour does not fit the year.
    ("figure-undated", "health-technician.md:10:3", &[]),
    ("proxy-unlabelled", "health-technician.md:10:53", &[]),
    ("hourly-annual-mismatch", "health-technician.md:10:3", &[]),
    ("figure-undated", "health-technician.md:11:3", &[]),
    ("proxy-unlabelled", "health-technician.md:11:61", &[]),
    // F03 and F04, which are right, are of that occupation too, and of 2016.
    ("proxy-unlabelled", "health-technician.md:13:38", &[]),
    ("proxy-unlabelled", "health-technician.md:14:42", &[]),
    ("figure-stale", "_data/datasets.yaml:2:1", &[]),
    // F05: what visitors told, beside a survey.
    ("figure-undated", "health-technician.md:12:3", &[]),
    ("population-mixed", "health-technician.md:24:107", &[]),
    // F06 and F07.
    ("claim-quantifier", "health-technician.md:18:3", &[]),
    ("claim-quantifier", "health-technician.md:20:10", &[]),
    // F08: nothing on the list has an address.
    ("resource-without-address", "health-technician.md:8:14", &[]),
    // F09 to F13.
    ("figure-unsourced", "support-worker.md:6:3", &[]),
    ("figure-unsourced", "support-worker.md:7:3", &[]),
    ("figure-unsourced", "support-worker.md:8:3", &[]),
    ("figure-unsourced", "support-worker.md:9:3", &[]),
    ("figure-unsourced", "support-worker.md:10:3", &[]),
    ("figure-undated", "support-worker.md:6:3", &[]),
    ("figure-undated", "support-worker.md:7:3", &[]),
    ("figure-undated", "support-worker.md:8:3", &[]),
    ("figure-undated", "support-worker.md:9:3", &[]),
    ("figure-undated", "support-worker.md:10:3", &[]),
    ("mean-median-mixed", "support-worker.md:20:32", &[]),
    ("table-without-caption", "support-worker.md:22:1", &[]),
    ("table-without-caption", "support-worker.md:32:1", &[]),
    // F15 and F16: two medians for one month, of which the file that is named has neither.
    ("figure-unsourced", "support-worker.md:11:3", &[]),
    ("figure-contradiction", "support-worker.md:13:42", &["support-worker.md:11"]),
    ("figure-not-in-source", "support-worker.md:13:3", &[]),
    ("figure-stale", "support-worker.md:11:57", &[]),
    ("figure-stale", "support-worker.md:13:56", &[]),
    // F14 and F17: two growths for one decade. F18: its words fit the one and not the other.
    ("figure-contradiction", "support-worker.md:14:45", &["support-worker.md:12"]),
    ("outlook-phrase-mismatch", "support-worker.md:37:11", &[]),
    ("figure-stale", "support-worker.md:12:55", &[]),
    // Figures tied to nothing.
    ("figure-unbound", "health-technician.md:24:167", &[]),
    ("figure-unbound", "support-worker.md:49:20", &[]),
];
