//! The views of pages that list others, and of plain pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::guide::PersonView;
use super::{Card, DayView, Html, LinkView, NavNode, ResourceGroup, SourceView, TableView};

/// The home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HomeView {
    /// Summary of `content/_index.md`, else the site's description; may be empty.
    pub summary: String,
    /// Text of `content/_index.md`; may be empty.
    pub body_html: Html,
    /// Sections, each with up to six of its guides.
    pub sections: Vec<SectionView>,
    /// Guides that stand in no section.
    pub guides: Vec<Card>,
    /// Guides changed last, newest first, at most six.
    pub recent: Vec<Card>,
    /// Number of guides on the site.
    pub guide_count: usize,
}

/// A section: on its own page, and in short on the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionView {
    /// Title.
    pub title: String,
    /// Path.
    pub path: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Text of its `_index.md`; empty on the home page.
    pub body_html: Html,
    /// Sections directly below it.
    pub children: Vec<NavNode>,
    /// Guides in it, in order.
    pub guides: Vec<Card>,
    /// Pay, education and growth of the guides in it and below it; `none` if fewer than two say something, and on the home page.
    pub table: Option<TableView>,
    /// Plain pages in it.
    pub pages: Vec<LinkView>,
    /// Number of guides in it and below it.
    pub guide_count: usize,
}

/// A plain page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlainView {
    /// Summary; may be empty.
    pub summary: String,
    /// Text.
    pub body_html: Html,
    /// Its sections, for navigation.
    pub sections: Vec<super::SectionEntry>,
    /// Last change.
    pub updated: Option<DayView>,
}

/// The resources page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResourcesView {
    /// Summary; may be empty.
    pub summary: String,
    /// Text above the list.
    pub body_html: Html,
    /// Disclosure that must stand above the first paid link; `none` if no link is paid.
    pub disclosure: Option<String>,
    /// All resources by kind, each with the guides that name it.
    pub groups: Vec<ResourceGroup>,
    /// Number of resources.
    pub count: usize,
}

/// The page that lists all tags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TagsView {
    /// Tags with the number of their guides, by name.
    pub tags: Vec<NavNode>,
}

/// The page of one tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TagView {
    /// The tag.
    pub name: String,
    /// Its guides, by title.
    pub guides: Vec<Card>,
}

/// The page of somebody who wrote or reviewed guides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuthorView {
    /// Who.
    pub person: PersonView,
    /// A few words about them.
    pub about: Option<String>,
    /// The guides that they wrote, by title.
    pub guides: Vec<Card>,
    /// The guides that they reviewed, by title.
    pub reviewed: Vec<Card>,
}

/// The A–Z index: titles and other names of occupations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndexView {
    /// Letters that have entries, in order.
    pub letters: Vec<IndexLetter>,
}

/// A letter of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndexLetter {
    /// The letter; `#` for what begins with none.
    pub letter: String,
    /// Address within the page.
    pub id: String,
    /// Entries by name: titles, and other names with the guide that they lead to.
    pub entries: Vec<IndexEntry>,
}

/// An entry of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndexEntry {
    /// Name.
    pub name: String,
    /// Path of the guide.
    pub path: String,
    /// Title of the guide, where the entry is another name for it.
    pub see: Option<String>,
}

/// The figures ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LedgerView {
    /// Number of figures on the site.
    pub count: usize,
    /// How many of them the table leaves out; the downloads have all.
    pub left_out: usize,
    /// The figures.
    pub table: TableView,
    /// Path of the ledger as CSV.
    pub csv_path: String,
    /// Path of the ledger as JSON.
    pub json_path: String,
}

/// Sources and methods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourcesView {
    /// Every source of the data files.
    pub sources: Vec<SourceUse>,
}

/// A source, and what the site takes from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceUse {
    /// The publication.
    pub source: SourceView,
    /// A remark of the data file.
    pub note: Option<String>,
    /// The line that its licence asks for.
    pub credit: Option<String>,
    /// How many figures are from it.
    pub figures: usize,
    /// The times that they speak of.
    pub periods: Vec<String>,
    /// The pages that show them.
    pub pages: Vec<LinkView>,
}
