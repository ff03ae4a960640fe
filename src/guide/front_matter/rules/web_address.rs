//! Addresses of other sites. What may be printed is decided by `address::judge`; a field takes it only as it is written.

use super::Judge;
use crate::address::{self, Safe};

/// Whether `text` is an address that begins with `http://` or `https://` and names a host.
pub(crate) fn is_web_address(text: &str) -> bool {
    // The judge reads past blanks and controls as browsers do; in a field of its own they are mistakes.
    address::judge(text) == Ok(Safe::Web(text.to_owned())) && !text.contains(char::is_whitespace)
}

/// The text at `path` must be a web address.
pub(super) fn web_address(text: Option<&String>, path: &[&str], judge: &mut Judge<'_, '_>) {
    let Some(text) = text.filter(|text| !is_web_address(text)) else { return };
    let starts_with_host =
        text.split('/').next().is_some_and(|host| host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
    let help = if starts_with_host { format!("write `https://{text}`") } else { "write the whole address, beginning with `https://`".to_owned() };
    judge.invalid(path, format!("`{text}` is not a web address"), help);
}
