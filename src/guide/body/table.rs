//! A data table: captioned, with unit and source, its numeric columns known.

use std::ops::Range;

use super::Passage;

/// A data table, from Markdown or from a CSV file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its address within the page, unique there.
    pub id: String,
    /// What it shows, as HTML; `None` if the author gave no caption.
    pub caption: Option<String>,
    /// Unit of its numbers, such as `USD per year`.
    pub unit: Option<String>,
    /// Where its numbers come from: an id of `_data/sources.yaml`.
    pub source: Option<String>,
    /// A remark, as HTML.
    pub note: Option<String>,
    /// Its columns; never empty.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Where each row is from, for those who take the table away; empty where the rows are of one time and source, which the table tells.
    pub origins: Vec<RowOrigin>,
    /// Where it stands in the file.
    pub range: Range<usize>,
    /// Where `source` is written in the file.
    pub source_range: Option<Range<usize>>,
}

impl Table {
    /// Whether `passage` is one of its cells.
    pub fn holds(&self, passage: &Passage) -> bool {
        self.range.contains(&passage.whole().start)
    }
}

/// Where a row is from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowOrigin {
    /// An id of `_data/sources.yaml`.
    pub source: Option<String>,
    /// What the source is called.
    pub title: String,
    /// The time that it speaks of, as programs read it; empty without one.
    pub period: String,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading, as HTML.
    pub html: String,
    /// Its heading, plain.
    pub text: String,
    /// Whether its cells are numbers: aligned to the right, in tabular figures.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it shows, as HTML.
    pub html: String,
    /// The same, plain: for the CSV download.
    pub text: String,
    /// Its value for sorting, when it is a number: digits with `.` as decimal sign.
    pub number: Option<String>,
    /// The bounds of its value, when it is a range, or this or more, or this or less: the lower and the upper one, with `.` as decimal sign.
    pub bounds: [Option<String>; 2],
}
