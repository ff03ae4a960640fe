//! A publication that figures come from, and a day, as every view shows them.

use schemars::JsonSchema;
use serde::Serialize;

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceView {
    /// Id in `_data/sources.yaml`.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Title.
    pub title: String,
    /// Edition.
    pub edition: Option<String>,
    /// Period of its figures.
    pub period: Option<String>,
    /// The same as the data file has it, such as `2024-05`, for machines.
    pub period_iso: Option<String>,
    /// The same where the edition does not name it already: for a line that prints both.
    pub period_beside_edition: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Licence in words.
    pub licence: Option<String>,
    /// The licence's own page.
    pub licence_url: Option<String>,
    /// The day when the figures were taken.
    pub retrieved: Option<DayView>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DayView {
    /// `2026-11-23`, for the `datetime` attribute.
    pub iso: String,
    /// As readers of the site write it: `November 23, 2026`.
    pub text: String,
}
