//! How pages hang together: addresses, the tree of sections, neighbours, tags, redirects, shared resources.
//! A pure stage between parsed files and what pages show; a [`Page`] refers to other pages by their files only.
//!
//! For n pages, every step is linear or n log n: each relation is found through a sorted map, and related guides
//! are looked for among a bounded number of neighbours.

mod addresses;
mod assemble;
pub mod collation;
#[cfg(test)]
pub(crate) mod fixture;
mod ids;
mod names;
pub mod place;
mod publish;
mod redirects;
mod related;
mod resources;
mod steps;
mod tags;
mod tree;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use assemble::assemble;
pub use place::Written;

use crate::dataset::csv::Csv;
use crate::day::Day;
use crate::guide::Manuscript;
use crate::guide::front_matter::Resource;
use crate::registry::Registry;
use crate::settings::Config;
use crate::source::{PagePath, SourcePath, Span};

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

/// A whole site, every relation between its pages known.
#[derive(Debug, Clone)]
pub struct Site<'a> {
    /// What it was made of.
    pub given: Inputs<'a>,
    /// The pages that are published, by file.
    pub pages: BTreeMap<SourcePath, Page>,
    /// The pages that are not, and why.
    pub held_back: BTreeMap<SourcePath, HeldBack>,
    /// The file of the page at each address. A section without `_index.md` is not in it.
    pub addresses: BTreeMap<PagePath, SourcePath>,
    /// The sections by address. The home page is the one with the empty address and is always there.
    pub sections: BTreeMap<PagePath, Section>,
    /// The tags of published guides, by the slug that is their address below `tags/`.
    pub tags: BTreeMap<String, Tag>,
    /// Old addresses, without a slash in front (`old/page/`, `old.html`).
    pub redirects: BTreeMap<String, Redirect>,
    /// Every resource once, by the key that tells two mentions of it are the same.
    pub resources: BTreeMap<String, SharedResource>,
    /// The page that gathers the resources, if there is one.
    pub resources_page: Option<SourcePath>,
    /// Names for the A–Z index, in its order.
    pub names: Vec<Name>,
}

impl Site<'_> {
    /// Whether a page stands at `path`, given from the site's root without a slash in front: one of an author, a section,
    /// a tag, or the A–Z. Old addresses are not among them.
    pub fn has_page(&self, path: &str) -> bool {
        let address = PagePath::from_text(path);
        self.addresses.contains_key(&address) || self.sections.contains_key(&address) || redirects::is_made_by_us(address.as_str(), &self.tags)
    }
}

/// A published page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its file, parsed.
    pub manuscript: Arc<Manuscript>,
    /// What kind of page it is.
    pub kind: Kind,
    /// Its address.
    pub address: PagePath,
    /// The section that it stands in: for a section's own page the one above; `None` for the home page.
    pub section: Option<PagePath>,
    /// Its title; the file's name where the author gave none.
    pub title: String,
    /// The title for navigation.
    pub nav_title: String,
    /// The guide before it in its section.
    pub previous: Option<SourcePath>,
    /// The guide after it in its section.
    pub next: Option<SourcePath>,
    /// Slugs of its tags, in the author's order, each once.
    pub tags: Vec<String>,
    /// Ids of those who wrote it, all known to the registry.
    pub authors: Vec<String>,
    /// Occupations like this one.
    pub similar: Vec<Step>,
    /// Occupations that people move on to.
    pub progresses_to: Vec<Step>,
    /// Specialisations.
    pub specialisations: Vec<Step>,
    /// Its resources as this page shows them, those of the registry filled in.
    pub resources: Vec<Resource>,
    /// Other guides that a reader may want, the nearest first, at most five.
    pub related: Vec<SourcePath>,
}

/// The kinds of pages that authors write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `content/_index.md`
    Home,
    /// `_index.md` of a folder.
    Section,
    /// A career guide.
    Guide,
    /// A plain page.
    Plain,
    /// The page that gathers every guide's resources.
    Resources,
}

/// Why a page is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldBack {
    /// It is a draft.
    Draft,
    /// It comes out on this day.
    Scheduled(Day),
}

/// A section: a folder of `content/` with its own page.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its address; empty for the home page.
    pub address: PagePath,
    /// Its `_index.md`; `None` if the folder has none.
    pub index: Option<SourcePath>,
    /// Its title.
    pub title: String,
    /// Its title for navigation.
    pub nav_title: String,
    /// Its summary; may be empty.
    pub summary: String,
    /// The section above; `None` for the home page.
    pub parent: Option<PagePath>,
    /// Sections directly below, in order.
    pub children: Vec<PagePath>,
    /// Guides directly in it, in order.
    pub guides: Vec<SourcePath>,
    /// Plain pages and the resources page directly in it, in order.
    pub pages: Vec<SourcePath>,
    /// Number of guides in it and below it.
    pub guide_count: usize,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its spelling in the first file that has it.
    pub name: String,
    /// Where that is.
    pub place: Written,
    /// Its guides, by title.
    pub guides: Vec<SourcePath>,
}

/// An old address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The page.
    pub to: SourcePath,
    /// Where the old address is written.
    pub place: Span,
}

/// A resource with everything that guides and the registry say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedResource {
    /// What is known of it: of every field the first value given.
    pub resource: Resource,
    /// Published guides that name it, by file.
    pub named_by: Vec<SourcePath>,
    /// Where it is written first.
    pub place: Written,
}

/// An occupation that a guide points to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// Its guide, if it is a published page of this site.
    pub page: Option<SourcePath>,
    /// Its name, where the author gave one; a page has its title.
    pub name: Option<String>,
    /// Its SOC code.
    pub soc: Option<String>,
    /// Page about it on another site.
    pub url: Option<String>,
    /// A few words about it.
    pub about: Option<String>,
}

/// A name in the A–Z index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The letter that it stands under, in upper case; `#` for what begins with none.
    pub letter: String,
    /// The guide.
    pub guide: SourcePath,
    /// Whether the name is another one than the guide's title.
    pub is_other_name: bool,
}
