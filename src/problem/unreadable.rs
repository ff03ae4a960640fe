//! What `source` could not read becomes a problem like any other.

use super::{Code, Problem};
use crate::source::{NotText, Span, TextFault, Unusable};

impl From<NotText> for Problem {
    fn from(refused: NotText) -> Self {
        match refused.fault {
            TextFault::NotUtf8 { byte, hex } => Self::new(Code::NotUtf8, refused.span, format!("this file is not UTF-8: byte {byte} begins{hex}"))
                .help("save the file as UTF-8 in your editor; it may be Windows-1252 or Latin-1 now"),
            TextFault::ControlCharacter(code) => Self::new(Code::ControlCharacter, refused.span, format!("a control character, U+{code:04X}, is in the text"))
                .help("delete it; only tabs and line ends may stand between the visible characters"),
        }
    }
}

impl From<Unusable> for Problem {
    fn from(file: Unusable) -> Self {
        Self::new(Code::UnusableFile, Span::whole(&file.path), file.why).help(file.help)
    }
}
