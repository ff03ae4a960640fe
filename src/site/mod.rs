//! How pages hang together: addresses, the tree of sections, neighbours, tags, redirects, shared resources.
//! A pure stage between parsed files and what pages show; a [`Page`] refers to other pages by their files only.
//!
//! For n pages, every step is linear or n log n: each relation is found through a sorted map, and related guides
//! are looked for among a bounded number of neighbours.

mod addresses;
mod assemble;
pub mod collation;
mod contributors;
#[cfg(test)]
pub(crate) mod fixture;
mod ids;
mod inputs;
mod joined;
mod model;
mod names;
pub mod place;
mod publish;
mod redirects;
mod related;
mod resources;
mod sources;
mod steps;
mod tags;
mod tree;
mod unknown;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use assemble::assemble;
pub use contributors::Contributor;
pub use inputs::Inputs;
pub use model::{HeldBack, Kind, Name, Page, Redirect, Section, SharedResource, Step, Tag};
pub use place::Written;
pub use publish::{kind_of, title_of};

use crate::source::{PagePath, SourcePath};

/// A whole site, every relation between its pages known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// What it was made of.
    pub given: Inputs,
    /// The pages that are published, by file.
    pub pages: BTreeMap<SourcePath, Arc<Page>>,
    /// The pages that are not, and why.
    pub held_back: BTreeMap<SourcePath, HeldBack>,
    /// The file of the page at each address. A section without `_index.md` is not in it.
    pub addresses: Arc<BTreeMap<PagePath, SourcePath>>,
    /// The sections by address. The home page is the one with the empty address and is always there.
    pub sections: BTreeMap<PagePath, Section>,
    /// The tags of published guides, by the slug that is their address below `tags/`.
    pub tags: BTreeMap<String, Tag>,
    /// Who wrote and who reviewed the guides, by the id that is their address below `authors/`.
    pub contributors: BTreeMap<String, Contributor>,
    /// Old addresses, without a slash in front (`old/page/`, `old.html`).
    pub redirects: BTreeMap<String, Redirect>,
    /// Every resource once, by the key that tells two mentions of it are the same.
    pub resources: BTreeMap<String, SharedResource>,
    /// The page that gathers the resources, if there is one.
    pub resources_page: Option<SourcePath>,
    /// Names for the A–Z index, in its order.
    pub names: Vec<Name>,
}

impl Site {
    /// Whether any guide says who reviewed it.
    pub fn is_reviewed(&self) -> bool {
        self.contributors.values().any(|it| !it.reviewed.is_empty())
    }

    /// Whether a page stands at `path`, given from the site's root without a slash in front: one of an author, a section,
    /// a tag, a contributor, or the A–Z. Old addresses are not among them.
    pub fn has_page(&self, path: &str) -> bool {
        let address = PagePath::from_text(path);
        self.addresses.contains_key(&address)
            || self.sections.contains_key(&address)
            || redirects::is_made_by_us(address.as_str(), &self.given.config.home, &self.tags, &self.contributors)
    }
}
