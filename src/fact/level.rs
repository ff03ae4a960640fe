//! Levels that stand where other figures have numbers: what a beginner needs, in the words of the US Bureau of Labor Statistics.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A level of one of the scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Level {
    /// Education that employers ask of a beginner.
    Education(EducationLevel),
    /// Experience in a related occupation.
    Experience(ExperienceLevel),
    /// Training on the job.
    Training(TrainingKind),
}

/// The eight levels that the US Bureau of Labor Statistics uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EducationLevel {
    /// No formal educational credential.
    None,
    /// High school diploma or equivalent.
    HighSchool,
    /// Some college, no degree.
    SomeCollege,
    /// Postsecondary nondegree award.
    PostsecondaryAward,
    /// Associate's degree.
    Associate,
    /// Bachelor's degree.
    Bachelor,
    /// Master's degree.
    Master,
    /// Doctoral or professional degree.
    Doctoral,
}

/// The three levels that the US Bureau of Labor Statistics uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
pub enum ExperienceLevel {
    /// None.
    #[serde(rename = "none")]
    None,
    /// Less than 5 years.
    #[serde(rename = "under-5-years")]
    UnderFiveYears,
    /// 5 years or more.
    #[serde(rename = "5-years-or-more")]
    FiveYearsOrMore,
}

/// The kinds that the US Bureau of Labor Statistics uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingKind {
    /// None.
    None,
    /// Up to a month.
    ShortTerm,
    /// One to twelve months.
    ModerateTerm,
    /// More than a year.
    LongTerm,
    /// An apprenticeship.
    Apprenticeship,
    /// An internship or residency.
    Internship,
}

impl Level {
    /// The words of the US Bureau of Labor Statistics, as they stand within a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Education(EducationLevel::None) => "no formal educational credential",
            Self::Education(EducationLevel::HighSchool) => "high school diploma or equivalent",
            Self::Education(EducationLevel::SomeCollege) => "some college, no degree",
            Self::Education(EducationLevel::PostsecondaryAward) => "postsecondary nondegree award",
            Self::Education(EducationLevel::Associate) => "associate's degree",
            Self::Education(EducationLevel::Bachelor) => "bachelor's degree",
            Self::Education(EducationLevel::Master) => "master's degree",
            Self::Education(EducationLevel::Doctoral) => "doctoral or professional degree",
            Self::Experience(ExperienceLevel::None) | Self::Training(TrainingKind::None) => "none",
            Self::Experience(ExperienceLevel::UnderFiveYears) => "less than 5 years",
            Self::Experience(ExperienceLevel::FiveYearsOrMore) => "5 years or more",
            Self::Training(TrainingKind::ShortTerm) => "short-term on-the-job training",
            Self::Training(TrainingKind::ModerateTerm) => "moderate-term on-the-job training",
            Self::Training(TrainingKind::LongTerm) => "long-term on-the-job training",
            Self::Training(TrainingKind::Apprenticeship) => "apprenticeship",
            Self::Training(TrainingKind::Internship) => "internship or residency",
        }
    }
}
