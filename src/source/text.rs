//! A source file as text: UTF-8, without byte-order mark, every line ended by `\n`.

use std::fmt::Write as _;
use std::sync::Arc;

use super::{SourcePath, Span};
use crate::problem::{Code, Problem};

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

impl Text {
    /// The text of `bytes`, or the problem that it is not UTF-8 or holds control characters.
    pub fn decode(path: &SourcePath, bytes: &[u8]) -> Result<Self, Problem> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => unix_lines(text),
            Err(error) => return Err(not_utf8(path, bytes, error.valid_up_to())),
        };
        let control = text.find(|c: char| c.is_control() && !matches!(c, '\t' | '\n'));
        if let Some(at) = control {
            let code = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, u32::from);
            return Err(Problem::new(Code::ControlCharacter, Span::new(path, at..at), format!("a control character, U+{code:04X}, is in the text"))
                .help("delete it; only tabs and line ends may stand between the visible characters"));
        }
        Ok(Self { path: path.clone(), text: text.into() })
    }

    /// The text of `bytes` for showing it in a message: what cannot be read is replaced by U+FFFD.
    ///
    /// Offsets before the first bad byte are those of [`Text::decode`]'s problem.
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

fn not_utf8(path: &SourcePath, bytes: &[u8], valid_up_to: usize) -> Problem {
    let (good, bad) = bytes.split_at_checked(valid_up_to).unwrap_or((bytes, &[]));
    let at = unix_lines(&String::from_utf8_lossy(good)).len();
    let mut hex = String::new();
    for byte in bad.iter().take(4) {
        // Writing to a String cannot fail.
        let _ = write!(hex, " {byte:02X}");
    }
    let message = format!("this file is not UTF-8: byte {valid_up_to} begins{hex}");
    Problem::new(Code::NotUtf8, Span::new(path, at..at), message).help("save the file as UTF-8 in your editor; it may be Windows-1252 or Latin-1 now")
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
        let problem = Text::decode(&path(), b"ab\r\nc\xFFd").unwrap_err();
        assert_eq!(problem.message, "this file is not UTF-8: byte 5 begins FF 64");
        assert_eq!(problem.span.start, 4);
    }
}
