//! The words that Guidepost and themes put on pages, in every language that somebody wrote them in: `words/de.toml` of the
//! project, else of its theme, else of the program. Read once and shared; a page has those of its language.

mod book;
mod file;
mod missing;
mod of_text;
mod own;
mod pattern;
mod plurals;
mod sheet;
mod word;

pub use book::{Book, Words};
pub use missing::{Wanted, problems};
pub use of_text::{TextBook, TextWords};
pub use own::Own;
pub use pattern::{Pattern, Piece, pieces};
pub use plurals::Plurals;
pub use sheet::Layer;
pub use word::Word;
