//! The body of a page: HTML in pieces, and what other stages need to know of it (headings, links, anchors).
//! Pieces that need the site or the theme (tables, blocks, images) stay values until they are shown.

mod attributes;
mod block;
mod caption;
mod code;
mod context;
mod elements;
mod figure;
mod figure_link;
mod fragment;
mod headings;
mod html;
mod html_tag;
mod inline;
mod links;
mod notes;
mod numbers;
mod parse;
mod parts;
mod passage;
mod prose;
mod raw_html;
mod run_in;
mod source;
mod stray;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeSet;
use std::ops::Range;

pub use block::{Block, BlockKind, By, ColumnChoice, FigureBlock, NAMES as BLOCK_NAMES, Shows, Step};
pub use figure::{Figure, filled, has_figures};
pub(crate) use fragment::stumbled;
pub use fragment::{Fragment, fragment, phrase};
pub use html::{escaped, published};
pub use numbers::{CellValue, cell_value, is_numeric};
pub use parse::parse;
pub use passage::Passage;
pub use table::{Cell, Column, RowOrigin, Table};

use crate::source::SourcePath;

/// A body, parsed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// What is shown, in order.
    pub pieces: Vec<Piece>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Links of the body and of Markdown inside its blocks.
    pub links: Vec<Link>,
    /// Figures in the text, in order; the HTML holds a mark for each.
    pub figures: Vec<Figure>,
    /// The texts in which numbers or words that count may stand, in order: paragraphs, list items, headings and cells, not captions and code.
    pub passages: Vec<Passage>,
    /// Everything that a fragment can point at: ids of headings, tables and notes.
    pub anchors: BTreeSet<String>,
    /// Plain text of the first paragraph, if it stands before every heading.
    pub lead: Option<String>,
    /// Number of words, for reading time.
    pub words: usize,
    /// The files of the project that are shown in it: images and the CSV files of tables.
    pub shows: BTreeSet<SourcePath>,
}

impl Body {
    /// The files of the project that `pieces` show.
    fn shown_by(pieces: &[Piece]) -> BTreeSet<SourcePath> {
        let shown = |piece: &Piece| match piece {
            Piece::Image(Image { source: ImageSource::File(file), .. }) => Some(file.clone()),
            Piece::Block(block) => match &block.kind {
                BlockKind::DataTable { file, .. } | BlockKind::Figure { src: ImageSource::File(file), .. } => Some(file.clone()),
                _ => None,
            },
            _ => None,
        };
        pieces.iter().filter_map(shown).collect()
    }
}

/// A stretch of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// A data table.
    Table(Table),
    /// A block of the author's.
    Block(Block),
    /// An image in the text; its size is looked up when it is shown.
    Image(Image),
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its address within the page, unique there.
    pub id: String,
    /// Its text without markup and without a typed number.
    pub text: String,
    /// The part before the colon, for navigation; the whole text without one.
    pub short: String,
    /// `1`, `2` ... for level 2, when the page numbers its sections.
    pub number: Option<usize>,
    /// The number that the author typed in front, if any.
    pub typed_number: Option<usize>,
    /// Which of the known sections it begins.
    pub kind: Option<SectionKind>,
    /// Where it stands in the file.
    pub range: Range<usize>,
}

/// The known sections of a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// What people of the occupation do.
    Duties,
    /// What they are good at.
    Skills,
    /// How one becomes one.
    Education,
    /// What they earn.
    Pay,
    /// What the years ahead bring.
    Outlook,
    /// Where and when they work.
    Environment,
    /// Where it leads.
    Advancement,
    /// Where to read on.
    Resources,
    /// Questions and answers.
    Faq,
    /// The end.
    Conclusion,
}

impl SectionKind {
    /// The kind as authors write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Duties => "duties",
            Self::Skills => "skills",
            Self::Education => "education",
            Self::Pay => "pay",
            Self::Outlook => "outlook",
            Self::Environment => "environment",
            Self::Advancement => "advancement",
            Self::Resources => "resources",
            Self::Faq => "faq",
            Self::Conclusion => "conclusion",
        }
    }
}

/// A link of the author's, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Its text, plain.
    pub text: String,
    /// The address as written, as a range of the file.
    pub range: Range<usize>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A page of this project, by its file, and a fragment in it.
    Page(SourcePath, Option<String>),
    /// A heading or note of the same page.
    Here(String),
    /// Another file beside the pages.
    File(SourcePath),
    /// An address of this site from its root, such as `/tags/`, and a fragment.
    Site(String, Option<String>),
    /// Another site, `mailto:` or `tel:`.
    External(String),
}

/// An image in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The file, or an address on another site.
    pub source: ImageSource,
    /// What it shows, for those who cannot see it; empty if it is decoration.
    pub alt: String,
    /// Its title, shown on hovering.
    pub title: Option<String>,
    /// Where its address stands in the file.
    pub range: Range<usize>,
}

/// Where an image comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageSource {
    /// A file of the project.
    File(SourcePath),
    /// Another site.
    External(String),
}
