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
