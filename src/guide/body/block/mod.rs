//! A block: a fenced code block named in braces, its YAML read into the parameters of its kind.

pub(super) mod fenced;
mod figures;
mod given;
mod parse;
mod theme;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::guide::body::ImageSource;
use crate::guide::front_matter::{Cta, Extra, JobSearch, Question, ResourceKind};
use crate::source::SourcePath;

pub use figures::{By, FigureBlock, Shows};
pub use parse::NAMES;

/// A block and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Which block, with its parameters.
    pub kind: BlockKind,
    /// Where it stands in the file, fences included.
    pub range: Range<usize>,
}

/// The kinds of blocks. An empty body means "what the front matter says", where it can say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A call to action; `None`: the front matter's.
    Cta(Option<Cta>),
    /// A job-search form; `None`: the front matter's, else the site's.
    JobSearch(Option<JobSearch>),
    /// Questions and answers, answers as HTML; empty: the front matter's.
    Faq(Vec<Question>),
    /// Steps in order.
    Steps(Vec<Step>),
    /// The guide's own resources.
    Resources {
        /// Only of this kind.
        kind: Option<ResourceKind>,
        /// A sentence above, as HTML.
        intro: Option<String>,
    },
    /// The guide's credentials as a table.
    Credentials {
        /// Caption of the table, as HTML.
        caption: Option<String>,
    },
    /// A table from a CSV file.
    DataTable {
        /// The file.
        file: SourcePath,
        /// Where the file is named.
        file_range: Range<usize>,
        /// Address of the table within the page, unique there; always given once the body is parsed.
        id: Option<String>,
        /// What it shows, as HTML.
        caption: String,
        /// Unit of its numbers.
        unit: Option<String>,
        /// Id of `_data/sources.yaml`.
        source: Option<String>,
        /// Where `source` is written.
        source_range: Option<Range<usize>>,
        /// A remark, as HTML.
        note: Option<String>,
        /// Which columns, in which order; empty: all.
        columns: Vec<ColumnChoice>,
        /// Column to sort by, and whether from the largest down.
        sort: Option<(String, bool)>,
        /// At most so many rows.
        limit: Option<usize>,
    },
    /// An image with caption and credit.
    Figure {
        /// The image.
        src: ImageSource,
        /// Where it is named.
        src_range: Range<usize>,
        /// What it shows.
        alt: String,
        /// Caption, as HTML.
        caption: Option<String>,
        /// Who made it, as HTML.
        credit: Option<String>,
    },
    /// Figures of occupations.
    Figures(Box<FigureBlock>),
    /// A block that the theme defines: `templates/blocks/<name>.html`.
    Theme {
        /// Its name.
        name: String,
        /// Its parameters, checked against `theme.toml`.
        parameters: BTreeMap<String, Extra>,
    },
}

/// A column of a CSV file that a table shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnChoice {
    /// Its heading in the file.
    pub name: String,
    /// Its heading in the table.
    pub label: Option<String>,
}

/// A step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub title: String,
    /// How, as HTML.
    pub html: Option<String>,
}
