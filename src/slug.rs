//! Addresses made from words.

use unicode_normalization::UnicodeNormalization;

/// Letters and digits of `text` in lower case and NFC, everything between them one `-`.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.nfc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
