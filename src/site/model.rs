//! The parts of a site: pages, sections, tags, old addresses, resources and names, each with its relations to others.

use std::sync::Arc;

use super::place::Written;
use crate::day::Day;
use crate::guide::Head;
use crate::guide::front_matter::Resource;
use crate::source::{PagePath, SourcePath, Span};

/// A published page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its file, parsed.
    pub head: Arc<Head>,
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
    /// Its name says a language that the site does not have.
    UnknownLanguage,
}

/// A section: a folder of `content/` with its own page.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
