//! The path of a published file. One type, one constructor: nothing can be written outside the output folder.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// Path of a published file below the output folder, such as `healthcare/phlebotomist/index.html`.
///
/// In NFC, with `/` between its parts; it can be made on every file system and leads nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

/// Why a text cannot be the path of a published file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPath {
    /// Empty, absolute, or with an empty part.
    #[error("it is empty, absolute or has an empty part")]
    Empty,
    /// A part is `.` or `..`.
    #[error("`{0}` leads elsewhere")]
    Relative(String),
    /// A character that some file system or browser takes for something else.
    #[error("it holds {}", character(*.0))]
    Character(u32),
    /// A name that Windows keeps for devices.
    #[error("`{0}` is a device on Windows")]
    Device(String),
    /// A part ends with a dot or a blank.
    #[error("`{0}` ends with a dot or a blank")]
    Ending(String),
    /// A part is longer than 200 bytes.
    #[error("a part of it is longer than 200 bytes")]
    Long,
}

/// A character as one would type it, or by its number where it cannot be seen.
fn character(number: u32) -> String {
    if number == u32::from(' ') {
        return "a blank".to_owned();
    }
    let visible = char::from_u32(number).filter(char::is_ascii_graphic);
    visible.map_or_else(|| format!("the character U+{number:04X}"), |it| format!("`{it}`"))
}

impl OutputPath {
    /// `text` as a path of the output, in NFC.
    pub fn new(text: &str) -> Result<Self, BadPath> {
        let text: String = if text.is_ascii() { text.to_owned() } else { text.nfc().collect() };
        for part in text.split('/') {
            check_part(part)?;
        }
        Ok(Self(text.into()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two paths share that some file systems take for the same: case folded, in NFC.
    pub fn folded(&self) -> String {
        if self.0.is_ascii() { self.0.to_ascii_lowercase() } else { caseless::default_case_fold_str(&self.0).nfc().collect() }
    }
}

fn check_part(part: &str) -> Result<(), BadPath> {
    if part.is_empty() {
        return Err(BadPath::Empty);
    }
    if part == "." || part == ".." {
        return Err(BadPath::Relative(part.to_owned()));
    }
    if let Some(bad) = part.chars().find(|c| is_forbidden(*c)) {
        return Err(BadPath::Character(bad.into()));
    }
    if part.ends_with(['.', ' ']) {
        return Err(BadPath::Ending(part.to_owned()));
    }
    if part.len() > 200 {
        return Err(BadPath::Long);
    }
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    if is_device(&stem) { Err(BadPath::Device(part.to_owned())) } else { Ok(()) }
}

/// Control, bidirectional and zero-width characters, and those that Windows forbids.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_device(stem: &str) -> bool {
    matches!(stem, "con" | "prn" | "aux" | "nul")
        || stem
            .strip_prefix("com")
            .or_else(|| stem.strip_prefix("lpt"))
            .is_some_and(|digit| matches!(digit, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9"))
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_out_of_the_folder_or_breaks_on_another_system() {
        for bad in ["", "/a", "a//b", "../a", "a/./b", "a\\b", "a:b", "con", "a/NUL.txt", "lpt1", "a.", "a /b", "x\u{202E}y", "a\0b"] {
            assert!(OutputPath::new(bad).is_err(), "{bad:?}");
        }
        assert!(OutputPath::new(&"x".repeat(201)).is_err());
        assert!(OutputPath::new("healthcare/a-b/index.html").is_ok());
        assert!(OutputPath::new("console/com10").is_ok());
    }

    #[test]
    fn paths_that_differ_only_by_case_or_normalisation_fold_to_one() {
        let folded = |text: &str| OutputPath::new(text).unwrap().folded();
        assert_eq!(folded("Caf\u{e9}/A"), folded("cafe\u{301}/a"));
    }
}
