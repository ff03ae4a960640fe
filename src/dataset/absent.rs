//! Why a dataset has no answer: precisely what is missing, and what there is instead.

use crate::fact::{Measure, Period, Place};

use super::grid::listed;

/// Why a dataset has no answer. `message` says what is missing, [`Absent::help`] what there is instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Absent {
    /// It has no such occupation.
    #[error("this dataset has no occupation `{asked}`")]
    Occupation {
        /// The code that was asked for.
        asked: String,
        /// Codes near to it, each with its title.
        near: Vec<(String, String)>,
    },
    /// The occupation was not named, and the dataset is about many.
    #[error("the code of an occupation is missing")]
    OccupationUnsaid,
    /// None of its columns measures this.
    #[error("this dataset has no column for {}", words(asked))]
    Measure {
        /// What was asked for.
        asked: Measure,
        /// The names of its columns of figures.
        has: Vec<String>,
    },
    /// It has no such area, or no row for this occupation there.
    #[error("this dataset has no area `{asked}`{}", if *elsewhere { " for this occupation" } else { "" })]
    Area {
        /// The code that was asked for; `99` or empty where none was.
        asked: String,
        /// Whether other occupations have it.
        elsewhere: bool,
        /// Codes of areas that there are.
        has: Vec<String>,
    },
    /// It has no such industry, or no row for this occupation there.
    #[error("this dataset has no industry `{asked}`{}", if *elsewhere { " for this occupation" } else { "" })]
    Industry {
        /// The code that was asked for; `000000` or empty where none was.
        asked: String,
        /// Whether other occupations have it.
        elsewhere: bool,
        /// Codes of industries that there are.
        has: Vec<String>,
    },
    /// It has areas and no row for the whole country.
    #[error("this dataset tells nothing of the whole country")]
    AreaUnsaid {
        /// Codes of areas that there are.
        has: Vec<String>,
    },
    /// It has industries and no row for all of them.
    #[error("this dataset tells nothing of all industries together")]
    IndustryUnsaid {
        /// Codes of industries that there are.
        has: Vec<String>,
    },
    /// It speaks of another time.
    #[error("this dataset has nothing for {asked}")]
    Period {
        /// The time that was asked for.
        asked: Period,
        /// The nearest times that there are, before and after it; else the only one.
        has: Vec<Period>,
    },
    /// It speaks of many times, and none was named, or a longer one that covers several of them.
    #[error("this dataset speaks of several times")]
    PeriodUnsaid {
        /// The first and the last of them.
        has: Vec<Period>,
    },
    /// Several rows answer, with different figures.
    #[error("rows {} of this dataset contradict each other", listed(&rows.iter().map(usize::to_string).collect::<Vec<_>>()))]
    Contradiction {
        /// The rows, from 1.
        rows: Vec<usize>,
        /// Their cells: what each says, and where.
        cells: Vec<(String, Place)>,
    },
    /// Jobs now and then, their change and their growth cannot all be true.
    #[error("jobs, change and growth of this dataset contradict each other ({locator})")]
    Sums {
        /// Which row.
        locator: String,
        /// Its cells: what each says, and where.
        cells: Vec<(String, Place)>,
    },
    /// The cell is empty, and nobody said what that means.
    #[error("the cell is empty ({locator})")]
    Empty {
        /// Which cell.
        locator: String,
    },
    /// The cell holds neither a value nor a mark that is known.
    #[error("`{text}` is no value that is known ({locator})")]
    Unreadable {
        /// What it holds.
        text: String,
        /// Which cell.
        locator: String,
    },
    /// The cell holds `#`, and the top code is not known.
    #[error("`#` stands for a limit that is not known ({locator})")]
    TopCode {
        /// Which cell.
        locator: String,
    },
}

impl Absent {
    /// Whether the rows and columns are there, and only the cell cannot be used: another file, of another time, is no answer then.
    pub fn is_of_cell(&self) -> bool {
        matches!(self, Self::Contradiction { .. } | Self::Sums { .. } | Self::Empty { .. } | Self::Unreadable { .. } | Self::TopCode { .. })
    }

    /// The cells that say different things, each with what it says.
    pub fn cells(&self) -> &[(String, Place)] {
        if let Self::Contradiction { cells, .. } | Self::Sums { cells, .. } = self { cells } else { &[] }
    }

    /// What there is instead, or what to do; in words.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Occupation { near, .. } if near.is_empty() => return None,
            Self::Occupation { near, .. } => {
                let titled = |title: &str| if title.is_empty() { String::new() } else { format!(" ({title})") };
                let near: Vec<String> = near.iter().map(|(code, title)| format!("`{code}`{}", titled(title))).collect();
                format!("near to it are {}", near.join(", "))
            }
            Self::OccupationUnsaid => "name the occupation".to_owned(),
            Self::Measure { has, .. } => format!("its columns of figures are {}", listed(has)),
            Self::Area { has, .. } | Self::Industry { has, .. } if has.is_empty() => "it is not divided so: ask for the whole".to_owned(),
            Self::Area { has, .. } if has.len() == 1 => format!("it tells of {} alone", listed(has)),
            Self::Area { has, .. } => format!("its areas are {}", listed(has)),
            Self::Industry { has, .. } => format!("its industries are {}", listed(has)),
            Self::AreaUnsaid { has } => format!("name an area: {}", listed(has)),
            Self::IndustryUnsaid { has } => format!("name an industry: {}", listed(has)),
            Self::Period { has, .. } => {
                let has: Vec<String> = has.iter().map(Period::to_string).collect();
                format!("it has {}", listed(&has))
            }
            Self::PeriodUnsaid { has } => {
                let has: Vec<String> = has.iter().map(Period::to_string).collect();
                format!("name one of them; first and last are {}", listed(&has))
            }
            Self::Contradiction { .. } => "use a file in which each occupation has one row for an area and an industry".to_owned(),
            Self::Sums { .. } => "look the row up at its publisher, and take the file anew or correct the cell".to_owned(),
            Self::Empty { .. } => "say in `marks` what an empty cell means: `marks: { \"\": not-available }`".to_owned(),
            Self::Unreadable { .. } => {
                "correct the cell, or say in `marks` what it means; `decimal: comma` reads 1.234,5, and `currency: GBP` amounts in pounds".to_owned()
            }
            Self::TopCode { .. } => "state it: `top_code: { hour: 115.00, year: 239200 }`".to_owned(),
        })
    }
}

/// A measure, in words.
fn words(measure: &Measure) -> String {
    match measure {
        Measure::Pay(statistic, basis) => format!("the {statistic} pay for a {}", format!("{basis:?}").to_lowercase()),
        Measure::Jobs => "the number of jobs".to_owned(),
        Measure::Change => "the change of jobs".to_owned(),
        Measure::Growth => "the growth of jobs in percent".to_owned(),
        Measure::Openings => "openings a year".to_owned(),
        Measure::SelfEmployed => "the percent who work for themselves".to_owned(),
        Measure::IndustryShare => "the percent of jobs in an industry".to_owned(),
        Measure::EducationShare(category) => format!("the percent of those asked who name education of category {category}"),
        Measure::SkillImportance(element) => format!("the importance of the skill {element}"),
        Measure::Education => "the education that beginners need".to_owned(),
        Measure::Experience => "the experience that beginners need".to_owned(),
        Measure::Training => "training on the job".to_owned(),
        Measure::HoursPerWeek => "hours a week".to_owned(),
        Measure::PriceIndex => "a price index".to_owned(),
        Measure::Price(name) | Measure::Count(name) | Measure::Percent(name) => format!("`{name}`"),
    }
}
