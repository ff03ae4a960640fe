//! What is measured.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Level;

/// What a fact measures. It decides the kind of its value, so that a wage in percent cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Pay of employees.
    Pay(Statistic, Basis),
    /// Number of jobs.
    Jobs,
    /// Jobs gained or lost in a decade.
    Change,
    /// The same in percent.
    Growth,
    /// Openings a year.
    Openings,
    /// Percent of the workers who work for themselves.
    SelfEmployed,
    /// Percent of the jobs that an industry has.
    IndustryShare,
    /// Percent of those asked who say that the job requires this education (an O*NET category, from 1 to 12).
    EducationShare(u8),
    /// How much a skill matters, from 0 to 100; the skill's O*NET element.
    SkillImportance(String),
    /// Education that employers ask of a beginner.
    Education,
    /// Experience that they ask of one.
    Experience,
    /// Training on the job.
    Training,
    /// Hours worked in a week.
    HoursPerWeek,
    /// A price index, such as CPI-U.
    PriceIndex,
    /// What something costs, by name: an exam, a licence.
    Price(String),
    /// Something else that is counted, by name.
    Count(String),
    /// Something else in percent, by name.
    Percent(String),
}

/// Of what kind a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An amount of money: for a time of work, or a price without.
    Money(Option<Basis>),
    /// Percent.
    Percent,
    /// A bare number.
    Count,
    /// A level in words.
    Level,
}

/// Which pay of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Statistic {
    /// A tenth earn less.
    P10,
    /// A quarter earn less.
    P25,
    /// Half earn less.
    Median,
    /// Three quarters earn less.
    P75,
    /// Nine tenths earn less.
    P90,
    /// The arithmetic mean.
    Mean,
    /// The lowest.
    Min,
    /// The highest.
    Max,
    /// What beginners get.
    Starter,
    /// What experienced people get.
    Experienced,
}

impl Statistic {
    /// The percentiles, from low to high.
    pub const PERCENTILES: [Self; 5] = [Self::P10, Self::P25, Self::Median, Self::P75, Self::P90];
}

/// The time of work that an amount of money is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Measure {
    /// The kind of its values.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Pay(_, basis) => Kind::Money(Some(*basis)),
            Self::Price(_) => Kind::Money(None),
            Self::Growth | Self::SelfEmployed | Self::IndustryShare | Self::EducationShare(_) | Self::Percent(_) => Kind::Percent,
            Self::Education | Self::Experience | Self::Training => Kind::Level,
            Self::Jobs | Self::Change | Self::Openings | Self::SkillImportance(_) | Self::HoursPerWeek | Self::PriceIndex | Self::Count(_) => Kind::Count,
        }
    }

    /// The level that authors call `name` on its scale: `high-school`; `None` if it has no levels or none of that name.
    pub fn level(&self, name: &str) -> Option<Level> {
        fn read<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
            T::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name)).ok()
        }
        match self {
            Self::Education => read(name).map(Level::Education),
            Self::Experience => read(name).map(Level::Experience),
            Self::Training => read(name).map(Level::Training),
            _ => None,
        }
    }

    /// Whether `level` is one of its levels.
    pub(super) fn has(&self, level: Level) -> bool {
        matches!((self, level), (Self::Education, Level::Education(_)) | (Self::Experience, Level::Experience(_)) | (Self::Training, Level::Training(_)))
    }

    /// Whether it speaks of a span of years rather than of one time.
    pub fn is_of_span(&self) -> bool {
        matches!(self, Self::Change | Self::Growth | Self::Openings)
    }
}

impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::P10 => "10th percentile",
            Self::P25 => "25th percentile",
            Self::Median => "median",
            Self::P75 => "75th percentile",
            Self::P90 => "90th percentile",
            Self::Mean => "mean",
            Self::Min => "lowest",
            Self::Max => "highest",
            Self::Starter => "starting",
            Self::Experienced => "experienced",
        })
    }
}

impl Kind {
    /// What a value of this kind is, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Money(_) => "an amount of money",
            Self::Percent => "a number of percent",
            Self::Count => "a number",
            Self::Level => "a level",
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Hour => "an hour",
            Self::Day => "a day",
            Self::Week => "a week",
            Self::Month => "a month",
            Self::Year => "a year",
        })
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pay(statistic, basis) => write!(f, "{statistic} pay {basis}"),
            Self::Jobs => f.write_str("jobs"),
            Self::Change => f.write_str("change of jobs"),
            Self::Growth => f.write_str("growth"),
            Self::Openings => f.write_str("openings a year"),
            Self::SelfEmployed => f.write_str("share of the self-employed"),
            Self::IndustryShare => f.write_str("share of the jobs"),
            Self::EducationShare(category) => write!(f, "share with education of category {category}"),
            Self::SkillImportance(element) => write!(f, "importance of the skill {element}"),
            Self::Education => f.write_str("entry education"),
            Self::Experience => f.write_str("experience"),
            Self::Training => f.write_str("training"),
            Self::HoursPerWeek => f.write_str("hours a week"),
            Self::PriceIndex => f.write_str("price index"),
            Self::Price(of) | Self::Count(of) | Self::Percent(of) => f.write_str(of),
        }
    }
}
