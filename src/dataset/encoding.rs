//! The bytes of a publisher's file as text: the encoding is found where it can be told, else stated, never guessed.
//! The crate `encoding_rs` decodes, in this file alone.

use std::sync::Arc;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::declaration::Encoding;

/// A text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// UTF-8 without a mark at its beginning, each line ended by `\n`.
    pub(super) text: Arc<[u8]>,
    /// Whether its offsets are those of [`Text`](crate::source::Text): only of files in UTF-8.
    pub(super) keeps_offsets: bool,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Undecodable {
    /// The first byte that is in the way, as an offset in the text before it.
    pub(super) at: usize,
    /// What is wrong.
    pub(super) message: String,
    /// What to do about it.
    pub(super) help: String,
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// `bytes` as text. `stated` is what the author says.
pub(super) fn decode(bytes: &Arc<[u8]>, stated: Option<Encoding>) -> Result<Decoded, Undecodable> {
    let marked = if bytes.starts_with(UTF8_MARK) {
        Some(Encoding::Utf8)
    } else if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        Some(Encoding::Utf16)
    } else {
        None
    };
    match (marked, stated) {
        (Some(marked), Some(stated)) if marked != stated => {
            let message = format!("this file is said to be {}, and begins with the mark of {}", name(stated), name(marked));
            Err(Undecodable { at: 0, message, help: "remove `encoding`: the mark tells it".to_owned() })
        }
        (Some(encoding), _) | (None, Some(encoding)) => decode_as(bytes, encoding, stated.is_some()),
        (None, None) => decode_as(bytes, Encoding::Utf8, false),
    }
}

fn decode_as(bytes: &Arc<[u8]>, encoding: Encoding, is_stated: bool) -> Result<Decoded, Undecodable> {
    match encoding {
        Encoding::Utf8 => decode_utf8(bytes, is_stated),
        Encoding::Windows1252 => {
            if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
                let message = "this file is said to be windows-1252, and is UTF-8".to_owned();
                return Err(Undecodable { at: 0, message, help: "remove `encoding`".to_owned() });
            }
            let (text, _, _) = WINDOWS_1252.decode(bytes);
            Ok(Decoded { text: with_unix_lines(text.as_bytes()).unwrap_or_else(|| text.as_bytes().into()), keeps_offsets: false })
        }
        Encoding::Utf16 => {
            let order = if bytes.starts_with(b"\xFE\xFF") { UTF_16BE } else { UTF_16LE };
            let (text, faulty) = order.decode_with_bom_removal(bytes);
            if faulty || text.contains('\0') {
                let message = "this file is not UTF-16".to_owned();
                return Err(Undecodable { at: 0, message, help: "state the right `encoding`, or save the file as UTF-8".to_owned() });
            }
            Ok(Decoded { text: with_unix_lines(text.as_bytes()).unwrap_or_else(|| text.as_bytes().into()), keeps_offsets: false })
        }
    }
}

fn decode_utf8(bytes: &Arc<[u8]>, is_stated: bool) -> Result<Decoded, Undecodable> {
    let plain = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    let refuse = |at: usize, message: String, help: &str| {
        let before = plain.get(..at).unwrap_or_default();
        let at = with_unix_lines(before).map_or(before.len(), |text| text.len());
        Err(Undecodable { at, message, help: help.to_owned() })
    };
    if let Err(error) = std::str::from_utf8(plain) {
        let at = error.valid_up_to();
        let byte = plain.get(at).copied().unwrap_or_default();
        let help = if is_stated {
            "state the right `encoding`, or save the file as UTF-8"
        } else {
            "state its encoding: `encoding: windows-1252` for most older files"
        };
        return refuse(at, format!("this file is not UTF-8: byte {at} is {byte:02X}"), help);
    }
    if let Some(at) = plain.iter().position(|byte| *byte == 0) {
        return refuse(at, "this file holds a NUL character, as UTF-16 does".to_owned(), "state its encoding: `encoding: utf-16`");
    }
    let text = with_unix_lines(plain).unwrap_or_else(|| if plain.len() == bytes.len() { bytes.clone() } else { plain.into() });
    Ok(Decoded { text, keeps_offsets: true })
}

fn name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Windows1252 => "windows-1252",
        Encoding::Utf16 => "utf-16",
    }
}

/// `text` with `\n` for `\r\n` and `\r`; `None` if it has none of these.
fn with_unix_lines(text: &[u8]) -> Option<Arc<[u8]>> {
    let mut lines = text.split(|byte| *byte == b'\r');
    let first = lines.next()?;
    if first.len() == text.len() {
        return None;
    }
    let mut unix = Vec::with_capacity(text.len());
    unix.extend_from_slice(first);
    for line in lines {
        if !line.starts_with(b"\n") {
            unix.push(b'\n');
        }
        unix.extend_from_slice(line);
    }
    Some(unix.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourcePath, Text};

    fn check(bytes: &[u8], stated: Option<Encoding>, expected: Result<&str, &str>) {
        let found = decode(&bytes.into(), stated);
        let told = found.as_ref().map(|it| std::str::from_utf8(&it.text).unwrap()).map_err(|it| format!("{} {} | {}", it.at, it.message, it.help));
        assert_eq!(told, expected.map_err(str::to_owned));
        if let Ok(Decoded { text, keeps_offsets: true }) = &found {
            let path = SourcePath::new("a.csv").unwrap();
            assert_eq!(Text::decode_lossy(&path, bytes).text.as_bytes(), &**text);
        }
    }

    #[test]
    fn marks_and_line_ends_leave_the_text_as_it_is() {
        check(b"\xEF\xBB\xBFa,b\r\n1,\xC3\xA9\r\n", None, Ok("a,b\n1,é\n"));
        check(b"a\r\rb\r", None, Ok("a\n\nb\n"));
        check(b"\xFF\xFEa\0\r\0\n\0\xE9\0", None, Ok("a\né"));
        check(b"\xFE\xFF\0a\0\n", None, Ok("a\n"));
        check(b"a\0\n\0", Some(Encoding::Utf16), Ok("a\n"));
        check(b"caf\xE9 \x80\r\n", Some(Encoding::Windows1252), Ok("café €\n"));
    }

    #[test]
    fn an_encoding_is_never_guessed() {
        let state = "state its encoding: `encoding: windows-1252` for most older files";
        check(b"ab\r\ncaf\xE9", None, Err(&format!("6 this file is not UTF-8: byte 7 is E9 | {state}")));
        check(b"a\0b\0", None, Err("1 this file holds a NUL character, as UTF-16 does | state its encoding: `encoding: utf-16`"));
        check(b"\xC3\xA9", Some(Encoding::Windows1252), Err("0 this file is said to be windows-1252, and is UTF-8 | remove `encoding`"));
        check(
            b"\xFF\xFEa\0",
            Some(Encoding::Utf8),
            Err("0 this file is said to be utf-8, and begins with the mark of utf-16 | remove `encoding`: the mark tells it"),
        );
        check(b"a\0b", Some(Encoding::Utf16), Err("0 this file is not UTF-16 | state the right `encoding`, or save the file as UTF-8"));
    }
}
