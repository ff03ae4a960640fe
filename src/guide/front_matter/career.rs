//! What it takes and where it leads: education, experience, training, credentials, skills, neighbouring occupations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::fact::{EducationLevel, ExperienceLevel, TrainingKind};

/// Education that employers ask of a beginner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Education {
    /// Typical level for entry. Required.
    pub entry: Option<EducationLevel>,
    /// Field of study.
    pub field: Option<String>,
    /// Typical length in years.
    pub years: Option<Years>,
    /// A remark.
    pub note: Option<String>,
    /// Who says so: an id of `_data/sources.yaml`.
    pub source: Option<String>,
}

/// A number of years. Equal to another of the same bits, so that it is always equal to itself.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Years(pub f32);

impl PartialEq for Years {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Years {}

/// Experience in a related occupation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Experience {
    /// The level. Required.
    pub level: Option<ExperienceLevel>,
    /// At least so many months.
    pub months_min: Option<u16>,
    /// At most so many months.
    pub months_max: Option<u16>,
    /// A remark.
    pub note: Option<String>,
    /// Who says so: an id of `_data/sources.yaml`.
    pub source: Option<String>,
}

/// Training on the job.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Training {
    /// The kind. Required.
    pub kind: Option<TrainingKind>,
    /// Shortest usual length, in `unit`.
    pub min: Option<u16>,
    /// Longest usual length, in `unit`.
    pub max: Option<u16>,
    /// Unit of `min` and `max`; required with them.
    pub unit: Option<TimeUnit>,
    /// A remark.
    pub note: Option<String>,
    /// Who says so: an id of `_data/sources.yaml`.
    pub source: Option<String>,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// A licence, certification or registration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Credential {
    /// Its name. Required.
    pub name: Option<String>,
    /// Who grants it.
    pub issuer: Option<String>,
    /// What it is. Required.
    pub kind: Option<CredentialKind>,
    /// Who needs it.
    pub required: Option<Required>,
    /// Where it holds, such as `California`; a licence needs one.
    pub jurisdiction: Option<String>,
    /// Page about it.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// What a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialKind {
    /// Permission of a public authority to work.
    Licence,
    /// Proof of competence by an organisation.
    Certification,
    /// An entry in a register.
    Registration,
}

/// Who needs a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Required {
    /// Everybody.
    Always,
    /// Some employers or places ask for it.
    Some,
    /// It helps.
    Preferred,
}

/// Something one should be good at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Skill {
    /// Its name. Required.
    pub name: Option<String>,
    /// A group, such as `technical`.
    pub kind: Option<String>,
    /// How much it matters, from 0 to 100.
    pub importance: Option<u64>,
    /// What it is for.
    pub note: Option<String>,
    /// Who says so: an id of `_data/sources.yaml`.
    pub source: Option<String>,
}

/// An occupation that a guide points to, where it is not a guide of this site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PathStep {
    /// Its name. Required.
    pub name: Option<String>,
    /// Its SOC code.
    pub soc: Option<String>,
    /// Page about it.
    pub url: Option<String>,
    /// A few words about it.
    pub about: Option<String>,
}
