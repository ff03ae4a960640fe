//! Everything that the figures of one page are found by.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Asked;
use crate::dataset::Dataset;
use crate::dataset::csv::Csv;
use crate::guide::Head;
use crate::memory::Same;
use crate::registry::Registry;
use crate::settings::Config;
use crate::source::SourcePath;

/// The datasets of a project, by id.
pub type Datasets = BTreeMap<String, Arc<Dataset>>;

/// Everything that the figures of one page are found by: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The front matter, with its own facts.
    pub head: Arc<Head>,
    /// The figures that the page names.
    pub asked: Arc<Asked>,
    /// The publishers' files.
    pub datasets: Same<Datasets>,
    /// The data files, for the codes of areas and industries.
    pub registry: Same<Registry>,
    /// The CSV files that its tables with a source show.
    pub tables: BTreeMap<SourcePath, Arc<Csv>>,
    /// The settings, for the site's area.
    pub config: Same<Config>,
}

impl Question {
    /// The area that the page speaks of.
    pub(super) fn area(&self) -> &str {
        self.head.front.area.as_ref().unwrap_or(&self.config.area)
    }
}
