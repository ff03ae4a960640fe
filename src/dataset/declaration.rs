//! What an author says of a publisher's file: an entry of `content/_data/datasets.yaml`.
//! Every field may be missing; `Dataset::read` tells which ones its format cannot do without.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::meaning::Meaning;
use crate::fact::{Basis, Currency, Decimal, Period, Statistic};
use crate::source::SourcePath;

/// A publisher's file and how it is to be read: an entry of `_data/datasets.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Declaration {
    /// The file, from `content/_data`: CSV, tab-separated text or an Excel workbook (`.xlsx`). Required, unless there are `files`.
    pub file: Option<String>,
    /// The files of a database that comes in several, such as O*NET; each is known by its columns.
    pub files: Option<Vec<String>>,
    /// What kind of file it is. Required.
    pub format: Option<Format>,
    /// Who published it: an id of `_data/sources.yaml`.
    pub source: Option<String>,
    /// Whether the file holds only some rows of the publisher's: then what it lacks may still be in its source.
    pub partial: bool,
    /// The sheet of a workbook. Default: the only one or the first.
    pub sheet: Option<String>,
    /// How the letters are stored. Default: UTF-8, or what a mark at the beginning of the file says.
    pub encoding: Option<Encoding>,
    /// What stands between the cells of a text file. Default: what cuts the file into even rows.
    pub separator: Option<Separator>,
    /// The row of column names, from 1. Default: the first row that holds the names which are needed.
    pub header: Option<usize>,
    /// The time that the figures speak of, where no column and no title tells it: `2024-05`, or `from` and `to`.
    pub period: Option<Period>,
    /// The area that the figures speak of, where no column tells it: an id of `_data/areas.yaml`.
    pub area: Option<String>,
    /// Who is counted, such as `employees`.
    pub population: Option<String>,
    /// Currency of amounts of money. Default: USD.
    pub currency: Option<Currency>,
    /// The amounts for which `#` stands, in a year for which Guidepost does not know them.
    pub top_code: Option<TopCode>,
    /// The sign before the decimals, for format `table`. Default: a point.
    pub decimal: Option<DecimalSign>,
    /// Which column holds what, for format `table`.
    pub columns: Option<Columns>,
    /// What texts mean that stand where numbers would, for format `table`: `suppressed`, `not-available`, `not-applicable`,
    /// `below-threshold`, `at-least 239200` or `at-most 5`. The text `""` is an empty cell.
    pub marks: Option<BTreeMap<String, Meaning>>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Wages and jobs of the US Bureau of Labor Statistics: Occupational Employment and Wage Statistics.
    Oews,
    /// Its projections: tables 1.2, 1.7, 1.10 and 5.4 of the Employment Projections.
    BlsProjections,
    /// Text files of the O*NET database.
    Onet,
    /// Any other table; `columns` says what its columns hold.
    Table,
}

/// How letters are stored as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Encoding {
    /// UTF-8.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Windows-1252, of which Latin-1 is a part.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// UTF-16; the lower byte first unless a mark at the beginning says otherwise.
    #[serde(rename = "utf-16")]
    Utf16,
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Bar,
}

/// The sign before the decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalSign {
    /// `1,234.5`
    #[default]
    Point,
    /// `1.234,5`
    Comma,
}

/// The amounts at and above which a publisher prints a mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TopCode {
    /// For an hour, such as `115.00`.
    pub hour: Option<Decimal>,
    /// For a year, such as `239200`.
    pub year: Option<Decimal>,
}

/// Which column of a table holds what; columns are named by their headers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Columns {
    /// Codes of occupations; without, the table is about no occupation, as a price index is.
    pub occupation: Option<String>,
    /// Titles of occupations.
    pub title: Option<String>,
    /// The publisher's codes or names of areas.
    pub area: Option<String>,
    /// Names of areas, beside codes.
    pub area_title: Option<String>,
    /// The publisher's codes or names of industries.
    pub industry: Option<String>,
    /// Names of industries, beside codes.
    pub industry_title: Option<String>,
    /// Years, months or days, written `2024`, `2024-05` or `2024-05-31`.
    pub period: Option<String>,
    /// How much of a date counts: jobs of May may be dated `2024-05-01`. Default: all of it; of a price index, the month.
    pub period_counts: Option<Precision>,
    /// The columns of figures. Required.
    pub figures: Option<Vec<FigureColumn>>,
}

/// How much of a date counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// The year.
    Year,
    /// The year and the month.
    Month,
    /// The whole date.
    Day,
}

/// A column of figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FigureColumn {
    /// Its header. Required.
    pub column: Option<String>,
    /// What it measures. Required.
    pub measure: Option<MeasureName>,
    /// Which pay of many. Required for `pay`.
    pub statistic: Option<Statistic>,
    /// The time of work that the pay is for. Required for `pay`.
    pub basis: Option<Basis>,
    /// Name of what is counted; for `price`, `count` and `percent`. Default: the header.
    pub name: Option<String>,
    /// The O*NET element of a skill; for `skill-importance`.
    pub element: Option<String>,
    /// The O*NET category, from 1 to 12; for `education-share`.
    pub category: Option<u8>,
    /// What a printed number is multiplied with, such as `1000` for numbers in thousands. Default: 1.
    pub times: Option<Decimal>,
    /// Currency of this column. Default: the dataset's.
    pub currency: Option<Currency>,
    /// The time that this column speaks of. Default: the row's or the dataset's.
    pub period: Option<Period>,
}

/// What a column measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureName {
    /// Pay of employees.
    Pay,
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
    /// Percent of the workers who have an education.
    EducationShare,
    /// How much a skill matters, from 0 to 100.
    SkillImportance,
    /// Hours worked in a week.
    HoursPerWeek,
    /// A price index.
    PriceIndex,
    /// What something costs.
    Price,
    /// Something else that is counted.
    Count,
    /// Something else in percent.
    Percent,
}

impl Declaration {
    /// The files that it names, each with where it is; `beside` is the file of declarations. `None` where a name leads out of the project.
    pub fn paths<'a>(&'a self, beside: &SourcePath) -> Vec<(&'a str, Option<SourcePath>)> {
        let names = self.file.iter().chain(self.files.iter().flatten());
        names.map(|name| (name.as_str(), beside.sibling(name))).collect()
    }
}
