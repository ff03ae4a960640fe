//! A row of the panel at the top of a guide.

use schemars::JsonSchema;
use serde::Serialize;

use super::Html;

/// A row of the panel "at a glance".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GlanceRow {
    /// Which row: `pay`, `education`, `experience`, `training`, `jobs`, `outlook`, `change`, `credentials`, `settings`, `schedule`,
    /// `benefits`, `skills`.
    pub key: String,
    /// Its values.
    pub values: Vec<String>,
    /// A remark.
    pub note: Option<String>,
    /// What the row means, in a sentence.
    pub help: Option<String>,
    /// The numbers of the notes that say where its figures are from, as links; may be empty.
    pub source_html: Html,
}
