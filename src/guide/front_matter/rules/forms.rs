//! Forms that several rules know: ids, and texts that say nothing.

use super::Judge;

/// Whether `text` can be an id of a data file: small letters, digits and `-`.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The text at `path` must be an id of `_data/<registry>.yaml`.
pub(super) fn id(text: Option<&String>, path: &[&str], registry: &str, judge: &mut Judge<'_, '_>) {
    if let Some(text) = text.filter(|text| !is_id(text)) {
        let help = format!("write an id of `_data/{registry}.yaml`: small letters, digits and `-`");
        judge.invalid(path, format!("`{text}` is not an id"), help);
    }
}

/// The text at `path`, an entry of a list, must say something.
pub(super) fn entry(text: &str, list: &str, at: &str, judge: &mut Judge<'_, '_>) {
    if text.trim().is_empty() {
        judge.invalid(&[list, at], format!("an entry of `{list}` is empty"), "write its text, or remove it");
    }
}
