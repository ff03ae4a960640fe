//! A fact.

use std::fmt;

use super::{Basis, Date, Decimal, Kind, Measure, Number, Period, Told, Value};
use crate::day::Day;
use crate::source::{SourcePath, Span};

/// A figure with everything that makes it one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about. Two facts of one topic must have equal values.
    pub topic: Topic,
    value: Value,
    /// The number that the source rounded, where its other numbers tell it: 13.48 beside 13.5.
    pub unrounded: Option<Decimal>,
    /// The publisher rounds every value of its kind to a multiple of this, and no further.
    pub exact_to: Option<Decimal>,
    /// Who says so: an id of `_data/sources.yaml`. `None` is a problem, not a state to hide.
    pub source: Option<String>,
    /// Where in the source: a table, a page, a row.
    pub locator: Option<String>,
    /// How it came about.
    pub quality: Quality,
    /// The day when it was taken from the source.
    pub retrieved: Option<Day>,
    /// A remark.
    pub note: Option<String>,
    /// Where its value stands in the project.
    pub origin: Origin,
}

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic {
    /// Code of the occupation, such as `29-2072`; `None` for one without a code.
    pub occupation: Option<String>,
    /// What is measured.
    pub measure: Measure,
    /// The time that it speaks of. `None` is a problem, not a state to hide.
    pub period: Option<Period>,
    /// The area: an id of `_data/areas.yaml`.
    pub area: Option<String>,
    /// The industry: an id of `_data/industries.yaml`; all industries without.
    pub industry: Option<String>,
    /// Who is counted, such as `employees`; what the source counts without.
    pub population: Option<String>,
}

/// How a fact came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    /// The source prints it.
    #[default]
    Published,
    /// Worked out from what sources print.
    Derived,
    /// Somebody's estimate.
    Estimate,
    /// Told by those who earn it.
    SelfReported,
    /// Of another occupation, for want of one of its own.
    Proxy,
}

/// Where a value is written down in the project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// In the front matter of a page.
    Entry {
        /// The page.
        file: SourcePath,
        /// Its name under `facts`.
        name: String,
    },
    /// In a dataset.
    Dataset {
        /// Its id in `_data/datasets.yaml`.
        id: String,
        /// The cell.
        place: Place,
    },
}

/// Where a value stands in a data file: the bytes of a file, or a cell of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The bytes; the beginning of a spreadsheet, which has no text.
    pub span: Span,
    /// `row 417, column A_MEDIAN`, for a file in which bytes say little.
    pub cell: Option<String>,
}

/// Why a value does not fit what is measured.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Percent where money is wanted, or the like.
    #[error("{wanted} is wanted here")]
    Kind {
        /// In words: `an amount of money`.
        wanted: &'static str,
    },
    /// The range runs backwards.
    #[error("the range begins above its end")]
    Backwards,
    /// The span runs backwards.
    #[error("the period ends before it begins")]
    Span,
}

impl Fact {
    /// The fact that `topic` has `value`, nothing else told.
    pub fn new(topic: Topic, value: Value, origin: Origin) -> Result<Self, Misfit> {
        let fits = match (topic.measure.kind(), &value) {
            (_, Value::Unpublished(_)) | (Kind::Money(_), Value::Money(..)) | (Kind::Percent, Value::Percent(_)) | (Kind::Count, Value::Count(_)) => true,
            (Kind::Level, Value::Level(level)) => topic.measure.has(*level),
            _ => false,
        };
        if !fits {
            return Err(Misfit::Kind { wanted: topic.measure.kind().words() });
        }
        if let Some(Number::Range { low, high }) = value.number()
            && low > high
        {
            return Err(Misfit::Backwards);
        }
        if let Some(Period::Over { from, to }) = topic.period
            && from > to
        {
            return Err(Misfit::Span);
        }
        Ok(Self {
            topic,
            value,
            unrounded: None,
            exact_to: None,
            source: None,
            locator: None,
            quality: Quality::default(),
            retrieved: None,
            note: None,
            origin,
        })
    }

    /// What it says.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The time of work that it is for, if it is pay.
    pub fn basis(&self) -> Option<Basis> {
        if let Kind::Money(basis) = self.topic.measure.kind() { basis } else { None }
    }

    /// What it tells, for comparison with a printed number.
    pub fn told(&self) -> Told<'_> {
        Told { value: &self.value, basis: self.basis(), unrounded: self.unrounded }
    }

    /// The time whose age is the fact's.
    pub fn observed(&self) -> Option<Date> {
        self.topic.period.map(Period::observed)
    }
}

/// In words for messages, by ids and codes: `median pay a year, 2024-05, us, occupation 29-2072`.
impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.measure)?;
        if let Some(period) = self.period {
            write!(f, ", {period}")?;
        }
        let words = |name: &str, id: &Option<String>| id.as_ref().map(|id| format!(", {name}{id}")).unwrap_or_default();
        write!(f, "{}{}", words("", &self.area), words("industry ", &self.industry))?;
        write!(f, "{}{}", words("", &self.population), words("occupation ", &self.occupation))
    }
}
