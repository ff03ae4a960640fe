//! A question to a dataset, and its answer.

use crate::fact::{Decimal, Measure, Period, Place, Value};

/// What is asked of a dataset. Codes are the publisher's own texts.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Code of the occupation, such as `29-2072`; `None` for a table about none, such as a price index.
    pub occupation: Option<&'a str>,
    /// What is measured.
    pub measure: &'a Measure,
    /// Code of the area, such as `31080`. `None`: the whole country, never the only area of a file.
    pub area: Option<&'a str>,
    /// Code of the industry, such as `622000`. `None`: all of them, never the only industry of a file.
    pub industry: Option<&'a str>,
    /// The time. `None`: that of the file; of projected jobs, the year in which the projection begins.
    pub period: Option<Period>,
}

impl<'a> Asked<'a> {
    /// The figure of an occupation for the whole country, all industries and the time of the file.
    pub fn of(occupation: &'a str, measure: &'a Measure) -> Self {
        Self { occupation: Some(occupation), measure, area: None, industry: None, period: None }
    }
}

/// A figure as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What the cell says.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
    /// Row and column as a person would look them up: `29-2072, A_MEDIAN`.
    pub locator: String,
    /// The time that it speaks of.
    pub period: Period,
    /// The title of the occupation, as printed; empty where the file has none.
    pub title: String,
    /// The code of the area in its row; `None` in a file without areas.
    pub area: Option<String>,
    /// The code of the industry in its row; `None` in a file without industries.
    pub industry: Option<String>,
    /// Growth in percent without rounding: change by jobs at the beginning, as printed in its row. Only for growth.
    pub exact: Option<Decimal>,
}

/// Pay, jobs, openings or growth of an occupation, as one cell says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it measures: which pay of many, and the time of work that it is for.
    pub measure: Measure,
    /// What the cell says.
    pub value: Value,
    /// The time that it speaks of, if the file says it.
    pub period: Option<Period>,
    /// The code of the area in its row; empty in a file without areas.
    pub area: String,
    /// The code of the industry in its row; empty in a file without industries.
    pub industry: String,
    /// Whether it is of the whole country and of all industries.
    pub is_of_whole: bool,
}

/// A code with its title and what kind of thing it is (`detailed`, `Line item`, `sector`), as printed; empty where not told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The publisher's code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its kind or level.
    pub level: String,
}
