//! What a site is made of: everything that was read, and what was asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::dataset::csv::Csv;
use crate::day::Day;
use crate::guide::Manuscript;
use crate::registry::Registry;
use crate::settings::Config;
use crate::source::SourcePath;

/// What a site is made of.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// Every Markdown file below `content/`.
    pub manuscripts: &'a BTreeMap<SourcePath, Arc<Manuscript>>,
    /// The other files below `content/` that are published: images, downloads.
    pub files: &'a BTreeMap<SourcePath, Arc<[u8]>>,
    /// The CSV files below `content/`, those of `_data` too.
    pub csv: &'a BTreeMap<SourcePath, Arc<Csv>>,
    /// The data files of `content/_data`.
    pub registry: &'a Registry,
    /// The settings.
    pub config: &'a Config,
    /// The day that counts as today.
    pub as_of: Day,
    /// Whether drafts are published.
    pub drafts: bool,
}
