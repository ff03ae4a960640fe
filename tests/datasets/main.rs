//! Real files of publishers, read back: `../shared/data`, beside the project. Where the folder is not there (it is no part of the
//! project), each test says so and passes.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "tests touch the disk"
)]

mod known;
mod measures;
mod onet;
mod rest;
#[path = "../support/mod.rs"]
mod support;
mod traps;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use guidepost::dataset::{Dataset, Declaration};
use guidepost::problem::Problem;
use guidepost::source::{SourcePath, Span};

/// Wages of every year.
const OEWS: &str = "format: oews";
/// Projections of every decade.
const PROJECTIONS: &str = "format: bls-projections";

/// The publisher's files at `files` in the folder, declared as `yaml` says. `None` where the folder is not there.
fn read(files: &[&str], yaml: &str) -> Option<(Option<Dataset>, Vec<Problem>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !folder.exists() {
        println!("skipped: there is no folder ../shared/data");
        return None;
    }
    let mut declared: Declaration = serde_yaml::from_str(yaml).unwrap();
    declared.files = Some(files.iter().map(|file| (*file).to_owned()).collect());
    let bytes = |file: &&str| -> (SourcePath, Arc<[u8]>) {
        (SourcePath::new(&format!("content/_data/{file}")).unwrap(), std::fs::read(folder.join(file)).unwrap().into())
    };
    let project: BTreeMap<SourcePath, Arc<[u8]>> = files.iter().map(bytes).collect();
    let at = Span::whole(&SourcePath::new("content/_data/datasets.yaml").unwrap());
    Some(Dataset::read(&declared, &at, &project, 64 * 1024 * 1024))
}

/// The same, where nothing may be wrong.
fn dataset(file: &str, yaml: &str) -> Option<Dataset> {
    let (dataset, problems) = read(&[file], yaml)?;
    assert_eq!(problems, [], "{file}");
    Some(dataset.unwrap())
}
