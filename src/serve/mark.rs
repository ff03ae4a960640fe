//! Figures that the client marks in the page, for the author alone.

use serde_json::{Value, json};

/// Figures of one source and time that are too old.
#[derive(Debug)]
pub struct Mark {
    /// The id of their source.
    pub source: String,
    /// Their time, as ISO 8601 writes it.
    pub period: String,
    /// Than what they are older, such as "2 years".
    pub limit: String,
}

/// The document of the problems with `too_old`, what is to be marked.
pub(super) fn with_marks(mut document: Value, too_old: &[Mark]) -> Value {
    if let Value::Object(fields) = &mut document {
        let marks = too_old.iter().map(|it| json!({ "source": it.source, "period": it.period, "limit": it.limit }));
        fields.insert("too_old".to_owned(), marks.collect());
    }
    document
}
