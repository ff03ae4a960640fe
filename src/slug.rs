//! A text as part of an address: what stands after `#`, and names of tag pages.

use unicode_normalization::UnicodeNormalization;

/// `text` in lower case, its letters and digits joined by `-`; empty if it has none.
///
/// In NFC, so that two ways of typing an accent give one address. Apostrophes vanish: `What's new` is `whats-new`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfc().filter(|c| !matches!(c, '\'' | '’')).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || is_mark(c) && !gap && !slug.is_empty() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(c);
        } else {
            gap = true;
        }
    }
    slug.nfc().collect()
}

// Accents that have no letter of their own in NFC stay with their letter.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn letters_and_digits_are_joined_by_hyphens() {
        for (text, expected) in [
            ("Job Duties", "job-duties"),
            ("  Pay & outlook (2024) ", "pay-outlook-2024"),
            ("What's new", "whats-new"),
            ("Čo robí?", "čo-robí"),
            ("e\u{301}tude", "étude"),
            ("§ —", ""),
            ("職業", "職業"),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
