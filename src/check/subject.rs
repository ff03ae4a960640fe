//! What the checks of one page look at.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::dataset::csv::{Csv, Row};
use crate::day::Day;
use crate::fact::{Fact, Locale};
use crate::figures::Figures;
use crate::guide::Manuscript;
use crate::guide::body::{Block, BlockKind, Figure, Heading, Piece, Table};
use crate::language;
use crate::memory::Same;
use crate::picture::Picture;
use crate::registry::Registry;
use crate::settings::Config;
use crate::site::{Kind, kind_of, place};
use crate::source::{SourcePath, Span};

/// One published page, with what it is judged by: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its file.
    pub manuscript: Arc<Manuscript>,
    /// What its figures are.
    pub figures: Arc<Figures>,
    /// The settings.
    pub config: Same<Config>,
    /// The data files.
    pub registry: Same<Registry>,
    /// The day that counts as today.
    pub as_of: Day,
    /// Whether a guide of the site says who reviewed it.
    pub others_are_reviewed: bool,
    /// The images that it shows, as far as their files are there.
    pub pictures: BTreeMap<SourcePath, Arc<Picture>>,
    /// The CSV files that it shows, as far as they could be read.
    pub tables: BTreeMap<SourcePath, Arc<Csv>>,
}

/// A table that a page takes from a CSV file.
pub(super) struct DataTable<'a> {
    /// The block, fences included.
    pub(super) range: &'a Range<usize>,
    pub(super) unit: Option<&'a str>,
    pub(super) source: Option<&'a str>,
    /// What its caption and its remark say, as HTML.
    pub(super) words: [&'a str; 2],
    /// The headings of the columns that it shows.
    pub(super) headings: Vec<&'a str>,
    /// The cells of each column that it shows, but for hollow ones.
    pub(super) columns: Vec<Vec<&'a str>>,
    /// Its rows, in which the columns that it shows have these numbers.
    rows: &'a [Row],
    shown: Vec<usize>,
}

impl<'a> DataTable<'a> {
    /// The cells of each row that it shows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<&'a str>> {
        self.rows.iter().map(|row| self.shown.iter().map(|at| row.cells.get(*at).map_or("", String::as_str)).collect())
    }
}

impl Subject {
    /// Where the fact called `name` stands in the front matter, or the value of one of its fields.
    pub(super) fn fact_place(&self, name: &str, field: Option<&str>) -> Span {
        let head = &self.manuscript.head;
        match field {
            Some(field) => place::of(head, &["facts", name, field]),
            None => place::key(head, &["facts", name]),
        }
    }

    /// Whether nothing tells what the fact called `name` should say in one of `fields`, which were not read: neither a dataset nor what was mistyped.
    pub(super) fn lacks(&self, name: &str, fields: &[&str]) -> bool {
        let head = &self.manuscript.head;
        let is_of_dataset = head.front.facts.as_ref().and_then(|facts| facts.get(name)).is_some_and(|entry| entry.dataset.is_some());
        !is_of_dataset && !head.unread.holds_of_fact(name, fields)
    }

    /// Where the text first names a figure that `is_it`; the front matter of a page that shows it in its panel or in a block alone.
    pub(super) fn figure_place(&self, is_it: impl Fn(&Fact) -> bool) -> Span {
        let names_it = |figure: &&Figure| self.figures.get(&figure.reference).is_some_and(|fact| is_it(fact));
        let figure = self.text_figures().find(names_it);
        figure.map_or_else(|| place::front(&self.manuscript.head), |it| self.manuscript.text.span(it.whole.clone()))
    }

    /// The heading next above a place in the text, and the section's.
    pub(super) fn headings_above(&self, at: usize) -> impl Iterator<Item = &Heading> {
        let above = move |level: u8| self.manuscript.body.headings.iter().rev().find(|it| it.range.start < at && it.level <= level);
        [2, 6].into_iter().filter_map(above)
    }

    /// The figures of its text and of the answers in its front matter.
    pub(super) fn text_figures(&self) -> impl Iterator<Item = &Figure> {
        self.manuscript.body.figures.iter().chain(self.manuscript.answers.iter().flat_map(|answer| &answer.figures))
    }

    /// The language of the page.
    pub(super) fn locale(&self) -> Locale {
        Locale::of(self.manuscript.head.front.language.as_deref().unwrap_or(&self.config.language))
    }

    /// Whether its sentences can be read for what they say.
    pub(super) fn reads_english(&self) -> bool {
        language::primary(self.locale().tag()).eq_ignore_ascii_case("en")
    }

    /// The tables of its text, in order.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.manuscript.body.pieces.iter().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None })
    }

    /// The tables that it takes from CSV files that could be read, in order.
    pub(super) fn data_tables<'a>(&'a self) -> impl Iterator<Item = DataTable<'a>> {
        self.manuscript.body.pieces.iter().filter_map(|piece| {
            let Piece::Block(Block { kind: BlockKind::DataTable { file, unit, source, columns, caption, note, .. }, range }) = piece else { return None };
            let csv = self.tables.get(file)?;
            let is_shown = |header: &String| columns.is_empty() || columns.iter().any(|it| it.name == *header);
            let shown = || csv.headers.iter().enumerate().filter(|(_, header)| is_shown(header));
            let called = |header: &'a String| columns.iter().find(|it| it.name == *header).and_then(|it| it.label.as_deref()).unwrap_or(header);
            let cells = |at: usize| csv.rows.iter().filter_map(move |row| row.cells.get(at)).map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            Some(DataTable {
                range,
                unit: unit.as_deref(),
                source: source.as_deref(),
                words: [caption, note.as_deref().unwrap_or_default()],
                headings: shown().map(|(_, header)| called(header)).collect(),
                columns: shown().map(|(at, _)| cells(at)).collect(),
                rows: &csv.rows,
                shown: shown().map(|(at, _)| at).collect(),
            })
        })
    }

    /// Whether the page is a guide, or leads to guides: what a plain page says of prices and percentages is its own affair.
    pub(super) fn is_about_careers(&self) -> bool {
        matches!(kind_of(&self.manuscript.head), Some(Kind::Guide | Kind::Section | Kind::Home))
    }

    /// Whether the page is a guide.
    pub(super) fn is_guide(&self) -> bool {
        kind_of(&self.manuscript.head) == Some(Kind::Guide)
    }
}
