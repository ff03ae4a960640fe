//! A figure that a guide writes down itself: what no dataset of the project gives.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::day::Day;
use crate::fact::{Basis, Currency, Date, Decimal, Kind, Mark, Measure, Number, Period, Quality, Statistic, Value};

/// A figure with its source, area and time: an entry of `facts`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FactEntry {
    /// What is measured. Required.
    pub measure: Option<MeasureName>,
    /// What costs so much or is counted, for the measures `price`, `count` and `percent`, such as `deaths at work`.
    pub of: Option<String>,
    /// Which pay of many. Default: `median`.
    pub statistic: Option<Statistic>,
    /// The time of work that pay is for. Default: `year`.
    pub per: Option<Basis>,
    /// Currency of pay or of a price. Default: `USD`.
    pub currency: Option<Currency>,
    /// The value: `45780`, `13.5`.
    pub value: Option<Decimal>,
    /// The value where the source gives two numbers: `[30000, 45000]`.
    pub range: Option<Vec<Decimal>>,
    /// The value where the source says only that it is this or more.
    pub at_least: Option<Decimal>,
    /// The value where the source says only that it is this or less.
    pub at_most: Option<Decimal>,
    /// The value of `education`, `experience` or `training`, by the names of those keys.
    pub level: Option<String>,
    /// Why there is no value.
    pub mark: Option<Mark>,
    /// The time that it speaks of, such as `2024-05`.
    pub as_of: Option<Date>,
    /// The beginning of the time that it speaks of, for growth, change and openings; `count` and `percent` may have it instead of `as_of`.
    pub from: Option<Date>,
    /// The end of that time.
    pub to: Option<Date>,
    /// The area that it speaks of: an id of `_data/areas.yaml`. Default: the guide's.
    pub area: Option<String>,
    /// The industry that it speaks of: an id of `_data/industries.yaml`. Default: all.
    pub industry: Option<String>,
    /// Who is counted, such as `employees`.
    pub population: Option<String>,
    /// SOC code of the occupation. Default: the guide's.
    pub occupation: Option<String>,
    /// How it came about. Default: `published`.
    pub quality: Option<Quality>,
    /// Where it is from: an id of `_data/sources.yaml`.
    pub source: Option<String>,
    /// The dataset that gives its value: an id of `_data/datasets.yaml`. Then it needs no value of its own.
    pub dataset: Option<String>,
    /// Where in the source: a table, a page, a row.
    pub locator: Option<String>,
    /// The day when it was taken from the source.
    pub retrieved: Option<Day>,
    /// A remark.
    pub note: Option<String>,
}

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureName {
    /// Pay of employees.
    Pay,
    /// Number of jobs.
    Jobs,
    /// Jobs gained or lost over a decade.
    Change,
    /// The same in percent.
    Growth,
    /// Openings a year.
    Openings,
    /// Percent of the workers who work for themselves.
    SelfEmployed,
    /// Percent of the jobs that an industry has.
    IndustryShare,
    /// Hours worked in a week.
    HoursPerWeek,
    /// Education that employers ask of a beginner.
    Education,
    /// Experience that they ask of one.
    Experience,
    /// Training on the job.
    Training,
    /// A price index.
    PriceIndex,
    /// What something costs: an exam, a licence, a course.
    Price,
    /// Something else that is counted.
    Count,
    /// Something else in percent.
    Percent,
}

impl MeasureName {
    /// Whether it has a beginning and an end instead of one time.
    pub fn is_of_span(self) -> bool {
        matches!(self, Self::Change | Self::Growth | Self::Openings)
    }

    /// Whether it can have a beginning and an end: openings in a decade, patients in a year.
    pub fn may_be_of_span(self) -> bool {
        self.is_of_span() || matches!(self, Self::Count | Self::Percent)
    }

    /// Whether its value is a level in words.
    pub fn is_level(self) -> bool {
        matches!(self, Self::Education | Self::Experience | Self::Training)
    }
}

impl FactEntry {
    /// What is measured, if the entry says enough.
    pub fn measure(&self) -> Option<Measure> {
        Some(match self.measure? {
            MeasureName::Pay => Measure::Pay(self.statistic.unwrap_or(Statistic::Median), self.per.unwrap_or(Basis::Year)),
            MeasureName::Jobs => Measure::Jobs,
            MeasureName::Change => Measure::Change,
            MeasureName::Growth => Measure::Growth,
            MeasureName::Openings => Measure::Openings,
            MeasureName::SelfEmployed => Measure::SelfEmployed,
            MeasureName::IndustryShare => Measure::IndustryShare,
            MeasureName::HoursPerWeek => Measure::HoursPerWeek,
            MeasureName::Education => Measure::Education,
            MeasureName::Experience => Measure::Experience,
            MeasureName::Training => Measure::Training,
            MeasureName::PriceIndex => Measure::PriceIndex,
            MeasureName::Price => Measure::Price(self.of.clone()?),
            MeasureName::Count => Measure::Count(self.of.clone()?),
            MeasureName::Percent => Measure::Percent(self.of.clone()?),
        })
    }

    /// The value that stands in the entry; `None` if a dataset gives it.
    pub fn own_value(&self) -> Option<Value> {
        if let Some(mark) = self.mark {
            return Some(Value::Unpublished(mark));
        }
        if let Some(level) = &self.level {
            return self.measure()?.level(level).map(Value::Level);
        }
        let number = match (self.value, self.range.as_deref(), self.at_least, self.at_most) {
            (Some(value), ..) => Number::Exact(value),
            (_, Some(&[low, high]), ..) => Number::Range { low, high },
            (_, _, Some(limit), _) => Number::AtLeast(limit),
            (.., Some(limit)) => Number::AtMost(limit),
            _ => return None,
        };
        Some(match self.measure()?.kind() {
            Kind::Money(_) => Value::Money(number, self.currency.unwrap_or(Currency::USD)),
            Kind::Percent => Value::Percent(number),
            Kind::Count => Value::Count(number),
            Kind::Level => return None,
        })
    }

    /// The time that it speaks of.
    pub fn period(&self) -> Option<Period> {
        match (self.from, self.to, self.as_of) {
            (Some(from), Some(to), _) => Some(Period::Over { from, to }),
            (.., at) => at.map(Period::At),
        }
    }
}
