//! Who stands behind a guide: reviews, corrections, disclosures.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::day::Day;

/// A critical reading of the guide by a person who is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// Id of `_data/people.yaml`. Required.
    pub by: Option<String>,
    /// The day of the review. Required.
    pub on: Option<Day>,
    /// In which role, such as `registered pharmacist`.
    pub role: Option<String>,
}

/// Something that was wrong and is right now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Correction {
    /// The day of the correction. Required.
    pub on: Option<Day>,
    /// What was corrected. Required.
    pub text: Option<String>,
}

/// A check whose findings on this page are known and all right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Suppression {
    /// Id of the check, such as `year-in-title`. Required.
    pub check: Option<String>,
    /// Why what it finds is all right here. Required.
    pub reason: Option<String>,
    /// Only what it finds at this text, such as `99.9%`; all that it finds on the page without.
    pub text: Option<String>,
}

/// What readers must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosure {
    /// Some links earn a commission.
    Affiliate,
    /// Somebody paid for a part of the page.
    Sponsored,
    /// Text was drafted with the help of a language model.
    AiAssisted,
}
