//! What links can lead to: everything that there is, by name, and what of it is published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::output::OutputPath;
use crate::site::{HeldBack, Site};
use crate::source::{PagePath, SourcePath, Sources};

/// What links can lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// Every file of the project.
    pub files: Arc<BTreeSet<SourcePath>>,
    /// Those that are pages, published or not.
    pub manuscripts: BTreeSet<SourcePath>,
    /// The files of published pages, by address.
    pub addresses: Arc<BTreeMap<PagePath, SourcePath>>,
    /// The addresses of sections, with and without a file.
    pub sections: BTreeSet<PagePath>,
    /// The pages that are held back, and why.
    pub held_back: BTreeMap<SourcePath, HeldBack>,
    /// The paths of all files that will be published, whoever makes them.
    pub published: Arc<BTreeSet<OutputPath>>,
}

impl Ground {
    /// The ground of a site.
    pub fn new(site: &Site, files: Arc<BTreeSet<SourcePath>>, published: Arc<BTreeSet<OutputPath>>) -> Self {
        Self {
            files,
            manuscripts: site.given.heads.keys().cloned().collect(),
            addresses: site.addresses.clone(),
            sections: site.sections.keys().cloned().collect(),
            held_back: site.held_back.clone(),
            published,
        }
    }

    /// The names of the files of `sources`.
    pub fn names(sources: &Sources) -> BTreeSet<SourcePath> {
        sources.files.keys().cloned().collect()
    }
}
