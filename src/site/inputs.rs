//! What a site is made of: the front matter of every page, the registries and the settings, and what was asked for.
//! No body: how pages hang together does not depend on what stands in them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::day::Day;
use crate::guide::Head;
use crate::registry::Registry;
use crate::settings::Config;
use crate::source::SourcePath;

/// What a site is made of: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// The front matter of every Markdown file below `content/`.
    pub heads: Arc<BTreeMap<SourcePath, Arc<Head>>>,
    /// The data files of `content/_data`.
    pub registry: Arc<Registry>,
    /// The settings.
    pub config: Arc<Config>,
    /// The day that counts as today.
    pub as_of: Day,
    /// Whether drafts are published.
    pub drafts: bool,
}
