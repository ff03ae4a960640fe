//! What the columns of one file hold: the answer of each format, after which all files are looked up alike.

use super::declaration::{DecimalSign, Precision, TopCode};
use super::meaning::Meaning;
use crate::fact::{Currency, Decimal, Measure, Period};

/// Where everything is in a grid. Rows and columns are counted from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    /// The first row below the header.
    pub(super) first: usize,
    /// The name of each column; of a header in several rows, its parts joined with commas.
    pub(super) names: Vec<String>,
    /// The columns whose cells choose a row: occupation, area, industry, period.
    pub(super) keys: Keys,
    /// Titles of occupations.
    pub(super) title: Option<usize>,
    /// Groups of occupations: `detailed`, `broad`, `Summary` and the like.
    pub(super) level: Option<usize>,
    /// Names of areas.
    pub(super) area_title: Option<usize>,
    /// Kinds of areas.
    pub(super) area_level: Option<usize>,
    /// Names of industries.
    pub(super) industry_title: Option<usize>,
    /// Kinds of industries.
    pub(super) industry_level: Option<usize>,
    /// The column with `TRUE` where only annual wages exist.
    pub(super) annual_only: Option<usize>,
    /// The column with `TRUE` where only hourly wages exist.
    pub(super) hourly_only: Option<usize>,
    /// How much of a date in the period column counts.
    pub(super) precision: Option<Precision>,
    /// The columns of figures.
    pub(super) figures: Vec<Figures>,
    /// The time that figures speak of, where neither their column nor their row tells it.
    pub(super) period: Option<Period>,
    /// The codes that stand for the whole country and for all industries.
    pub(super) whole: Whole,
    /// What texts mean that stand where numbers would.
    pub(super) marks: Vec<(String, Meaning)>,
    /// The amounts for which [`Meaning::TopCode`] stands.
    pub(super) top_code: TopCode,
    /// The sign before the decimals.
    pub(super) decimal: DecimalSign,
}

/// The columns whose cells choose a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Keys {
    pub(super) occupation: Option<usize>,
    pub(super) area: Option<usize>,
    pub(super) industry: Option<usize>,
    pub(super) period: Option<usize>,
}

/// The codes that stand for everything; empty cells do so in any file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Whole {
    pub(super) area: &'static str,
    pub(super) industry: &'static str,
}

/// A column of figures.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    /// Which.
    pub(super) column: usize,
    /// What it measures.
    pub(super) measure: Measure,
    /// The time that it speaks of, if the column tells it.
    pub(super) period: Option<Period>,
    /// What a printed number is multiplied with.
    pub(super) times: Decimal,
    /// Currency of amounts of money.
    pub(super) currency: Currency,
}

impl Figures {
    /// Numbers of `measure`, as printed.
    pub(super) fn new(column: usize, measure: Measure) -> Self {
        Self { column, measure, period: None, times: Decimal::ONE, currency: Currency::USD }
    }
}

impl Layout {
    /// The name of a column.
    pub(super) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }
}
