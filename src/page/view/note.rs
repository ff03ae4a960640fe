//! The note of a figure.

use schemars::JsonSchema;
use serde::Serialize;

use super::SourceView;

/// Where figures are from: those of one source, period, area and industry share a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoteView {
    /// Its letter on the page: `a` to `z`, then `aa`.
    pub letter: String,
    /// Its anchor, which the figures lead to.
    pub id: String,
    /// The publication; `none` if the figure names none.
    pub source: Option<SourceView>,
    /// The time that the figures speak of: `May 2024`, `2024–34`.
    pub period: Option<String>,
    /// The same for programs: `2024-05`, `2024/2034`.
    pub period_iso: Option<String>,
    /// The area that they speak of, by name.
    pub area: Option<String>,
    /// The industry that they speak of, by name; `none` for all.
    pub industry: Option<String>,
    /// Who is counted, if the fact says.
    pub population: Option<String>,
    /// What else is to be known: that they are of another occupation, or an estimate.
    pub remark: Option<String>,
}
