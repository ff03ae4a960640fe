//! What a clean build makes of the files as they are now, and whether the preview and the published folder hold the same, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use guidepost::pipeline::{self, Memory, Options};
use guidepost::problem::{Level, Problem, json};
use guidepost::source::disk;
use serde_json::Value;

use crate::project::Served;

/// The day that counts as today, for the preview and for every build.
pub(super) const TODAY: &str = "2026-11-23";

/// A site as it should be.
pub(super) struct Truth {
    /// What is published, by path.
    pub(super) site: BTreeMap<String, Vec<u8>>,
    /// The problems, each as a line of JSON.
    problems: BTreeSet<String>,
}

impl Truth {
    /// The site that the files below `root` make, built from nothing.
    pub(super) fn of(root: &Path) -> Self {
        let sources = disk::read(root, &root.join("public")).unwrap();
        let options = Options { as_of: TODAY.parse().unwrap(), drafts: false, base_url: None, shard: None };
        let build = pipeline::build(&sources, &options, &mut Memory::default());
        let report = json::document(&build.report, &pipeline::texts(&sources));
        let errors: Vec<&Problem> = build.report.problems().iter().filter(|it| it.level == Level::Error).collect();
        assert!(errors.is_empty(), "the author of the soak left errors behind: {errors:#?}");
        let site = build.output.files().map(|(path, file)| (path.as_str().to_owned(), file.bytes().to_vec())).collect();
        Self { site, problems: lines(&report) }
    }

    /// What the preview does not show as it should, in words; nothing if all is well. `gone` are addresses that lead nowhere any more.
    pub(super) fn differs_from_preview(&self, served: &Served, gone: &BTreeSet<String>) -> Vec<String> {
        let mut found = Vec::new();
        for (path, bytes) in &self.site {
            let reply = served.get(&address(path));
            if reply.status != 200 || reply.published() != *bytes {
                found.push(format!("{path}: {}, {}", reply.status, first_difference(bytes, &reply.published())));
            }
        }
        for path in gone.iter().filter(|path| !self.site.contains_key(*path)) {
            let reply = served.get(&address(path));
            if reply.status != 404 || reply.published() != self.site["404.html"] {
                found.push(format!("{path}: {}, and it should be gone", reply.status));
            }
        }
        let shown = lines(&served.state("/", 0)["problems"]);
        found.extend(self.problems.difference(&shown).map(|line| format!("untold problem: {line}")));
        found.extend(shown.difference(&self.problems).map(|line| format!("problem that is none: {line}")));
        found
    }

    /// Publishes the project at `root` into `folder` by the command, which must come to the same.
    pub(super) fn check_published(&self, root: &Path, folder: &Path) {
        let run = Command::new(env!("CARGO_BIN_EXE_guidepost"))
            .arg("--root")
            .arg(root)
            .args(["build", "--as-of", TODAY, "--output-dir"])
            .arg(folder)
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        let named = files.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned(), entry.path().to_owned()));
        let published: BTreeMap<String, Vec<u8>> =
            named.filter(|(name, _)| !name.starts_with(".guidepost")).map(|(name, path)| (name, fs::read(path).unwrap())).collect();
        let listed = |site: &BTreeMap<String, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
        assert_eq!(listed(&self.site), listed(&published), "{}", folder.display());
        for (path, bytes) in &self.site {
            assert!(published[path] == *bytes, "{path} is published with other bytes: {}", first_difference(bytes, &published[path]));
        }
    }
}

fn address(path: &str) -> String {
    format!("/{}", if path == "index.html" || path.ends_with("/index.html") { path.strip_suffix("index.html").unwrap() } else { path })
}

/// The problems of a document, each in a line; without what only the preview says.
fn lines(document: &Value) -> BTreeSet<String> {
    let mut problems = document["problems"].as_array().unwrap().clone();
    for problem in &mut problems {
        for place in problem["others"].as_array_mut().unwrap() {
            forget(place);
        }
        forget(problem);
    }
    problems.iter().map(Value::to_string).collect()
}

fn forget(place: &mut Value) {
    for field in ["excerpt", "excerpt_column", "editor"] {
        place.as_object_mut().unwrap().remove(field);
    }
}

/// Where two files begin to differ.
fn first_difference(expected: &[u8], found: &[u8]) -> String {
    let at = expected.iter().zip(found).position(|(one, other)| one != other).unwrap_or(expected.len().min(found.len()));
    let excerpt = |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(30)..bytes.len().min(at + 60)]).into_owned();
    format!("at {at}: {:?} rather than {:?}", excerpt(found), excerpt(expected))
}
