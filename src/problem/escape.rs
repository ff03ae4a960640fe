//! Words of authors and file names made fit for a terminal: nothing in them can move the cursor or turn the text around.

use std::fmt::Write as _;

/// `text` with control, bidirectional and invisible characters written out; line ends stay.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if is_dangerous(c) {
            // Writing to a String cannot fail.
            let _ = write!(safe, "\\u{{{:04X}}}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// The same on one line.
pub(super) fn escape_line(text: &str) -> String {
    escape(text).replace('\n', " ")
}

/// `source` with the same characters replaced by others of the same number of bytes, so that places in it stay what they are.
pub(super) fn mask(source: &str) -> String {
    let mut safe = String::with_capacity(source.len());
    for c in source.chars() {
        match c.len_utf8() {
            1 if is_dangerous(c) => safe.push('?'),
            2 if is_dangerous(c) => safe.push('\u{a4}'),
            3 if is_dangerous(c) => safe.push('\u{fffd}'),
            4 if is_dangerous(c) => safe.push('\u{1f5ff}'),
            _ => safe.push(c),
        }
    }
    safe
}

fn is_dangerous(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}
