//! A source file as text: UTF-8, without byte-order mark, every line ended by `\n`.

use std::fmt::Write as _;
use std::sync::Arc;

use super::{SourcePath, Span};

/// The text of one file. Offsets into it are what [`Span`] holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Where it stands.
    pub path: SourcePath,
    /// The text, with `\n` for every kind of line end and no byte-order mark.
    pub text: Arc<str>,
}

/// Line and column for a reader, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Why the bytes of a file are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotText {
    /// The first byte or character that is in the way.
    pub span: Span,
    /// What it is.
    pub fault: TextFault,
}

/// What keeps bytes from being text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFault {
    /// They are not UTF-8.
    NotUtf8 {
        /// Offset of the first bad byte in the file.
        byte: usize,
        /// That byte and up to three more, as ` FF 64`.
        hex: String,
    },
    /// A control character other than tab and line end.
    ControlCharacter(u32),
}

impl Text {
    /// The text of `bytes`, unless they are not UTF-8 or hold control characters.
    pub fn decode(path: &SourcePath, bytes: &[u8]) -> Result<Self, NotText> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => unix_lines(text),
            Err(error) => return Err(not_utf8(path, bytes, error.valid_up_to())),
        };
        let control = text.find(|c: char| c.is_control() && !matches!(c, '\t' | '\n'));
        if let Some(at) = control {
            let code = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, u32::from);
            return Err(NotText { span: Span::new(path, at..at), fault: TextFault::ControlCharacter(code) });
        }
        Ok(Self { path: path.clone(), text: text.into() })
    }

    /// The text of `bytes` for showing it in a message: what cannot be read is replaced by U+FFFD.
    ///
    /// Offsets before the first bad byte are those that [`Text::decode`] reports.
    pub fn decode_lossy(path: &SourcePath, bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        Self { path: path.clone(), text: unix_lines(&String::from_utf8_lossy(bytes)).into() }
    }

    /// The place of the byte at `offset`; the end of the text for an offset behind it.
    pub fn place(&self, offset: usize) -> Place {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = self.text.get(..at).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place { line: before.bytes().filter(|byte| *byte == b'\n').count() + 1, column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1 }
    }

    /// A span of this file.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(&self.path, range)
    }
}

fn unix_lines(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn not_utf8(path: &SourcePath, bytes: &[u8], valid_up_to: usize) -> NotText {
    let (good, bad) = bytes.split_at_checked(valid_up_to).unwrap_or((bytes, &[]));
    let at = unix_lines(&String::from_utf8_lossy(good)).len();
    let mut hex = String::new();
    for byte in bad.iter().take(4) {
        // Writing to a String cannot fail.
        let _ = write!(hex, " {byte:02X}");
    }
    NotText { span: Span::new(path, at..at), fault: TextFault::NotUtf8 { byte: valid_up_to, hex } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path() -> SourcePath {
        SourcePath::new("content/a.md").unwrap()
    }

    #[test]
    fn every_kind_of_line_end_and_a_mark_give_the_same_text() {
        let plain = Text::decode(&path(), b"a\nb\n\nc\n").unwrap();
        for other in [&b"\xEF\xBB\xBFa\r\nb\r\n\r\nc\r\n"[..], b"a\rb\r\rc\r"] {
            assert_eq!(Text::decode(&path(), other).unwrap(), plain);
        }
    }

    #[test]
    fn columns_count_characters() {
        let text = Text::decode(&path(), "aé\nüü=x".as_bytes()).unwrap();
        let at = text.text.find('=').unwrap();
        assert_eq!(text.place(at), Place { line: 2, column: 3 });
    }

    #[test]
    fn bytes_that_are_not_utf8_are_named_with_their_place() {
        let refused = Text::decode(&path(), b"ab\r\nc\xFFd").unwrap_err();
        assert_eq!(refused.fault, TextFault::NotUtf8 { byte: 5, hex: " FF 64".to_owned() });
        assert_eq!(refused.span.start, 4);
    }
}
