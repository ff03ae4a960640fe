//! The words that stand in the text of pages: made while a guide is read, so they are handed to that stage alone.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::book::{Book, Words};
use super::word::Word;
use crate::language;

/// The words in texts of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextWords {
    /// Of a reference to a note, with its `{number}`.
    pub note_number: Word,
    /// Name of the list of notes.
    pub notes: Word,
    /// Of the way back from a note, with its `{number}`.
    pub back_to_note: Word,
    /// Titles of remarks: note, tip, important, warning, caution.
    pub alerts: [Word; 5],
}

impl TextWords {
    fn of(words: &Words) -> Self {
        let alerts = [&words.alert_note, &words.alert_tip, &words.alert_important, &words.alert_warning, &words.alert_caution].map(Word::clone);
        Self { note_number: words.note_number.clone(), notes: words.notes.clone(), back_to_note: words.back_to_note.clone(), alerts }
    }
}

/// The words of the program, for texts of which nobody says anything else.
static BUILT_IN: LazyLock<Book> = LazyLock::new(Book::built_in);

/// The words in texts by language. A book changes more often than they do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextBook(Arc<BTreeMap<String, TextWords>>);

impl TextBook {
    /// Those of `book`: of the languages of which the project or its theme says anything. The others are the program's.
    pub fn of_book(book: &Book) -> Self {
        Self(Arc::new(book.changed_languages().into_iter().map(|tag| (tag.to_owned(), TextWords::of(book.of(tag)))).collect()))
    }

    /// Those of texts in the language `tag`: of the nearest language that there are words in, else English.
    pub fn of(&self, tag: &str) -> &TextWords {
        let lower = tag.to_ascii_lowercase();
        let own = |tag: &str| self.0.get(tag).or_else(|| of_program(tag));
        language::fallbacks(&lower).chain(["en"]).find_map(own).unwrap_or(&ENGLISH)
    }
}

static ENGLISH: LazyLock<TextWords> = LazyLock::new(|| TextWords::of(BUILT_IN.of("en")));
static GERMAN: LazyLock<TextWords> = LazyLock::new(|| TextWords::of(BUILT_IN.of("de")));
static ARABIC: LazyLock<TextWords> = LazyLock::new(|| TextWords::of(BUILT_IN.of("ar")));

/// Those of a language of the program, read when a text first asks for them.
fn of_program(tag: &str) -> Option<&'static TextWords> {
    match tag {
        "en" => Some(&ENGLISH),
        "de" => Some(&GERMAN),
        "ar" => Some(&ARABIC),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::BUILT_IN;
    use super::*;

    #[test]
    fn texts_know_every_language_of_the_program() {
        for (path, _) in BUILT_IN {
            let tag = path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap();
            assert!(of_program(tag).is_some(), "{tag}");
        }
    }
}
