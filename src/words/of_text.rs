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

/// Those of the program, for texts of which nobody says anything else.
static ENGLISH: LazyLock<TextWords> = LazyLock::new(|| TextWords::of(Book::built_in().of("en")));

/// The words in texts by language. A book changes more often than they do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextBook(Arc<BTreeMap<String, TextWords>>);

impl TextBook {
    /// Those of `book`.
    pub fn of_book(book: &Book) -> Self {
        Self(Arc::new(book.languages().iter().map(|(tag, words)| (tag.clone(), TextWords::of(words))).collect()))
    }

    /// Those of texts in the language `tag`: of the nearest language that there are words in, else English.
    pub fn of(&self, tag: &str) -> &TextWords {
        let lower = tag.to_ascii_lowercase();
        language::fallbacks(&lower).chain(["en"]).find_map(|tag| self.0.get(tag)).unwrap_or(&ENGLISH)
    }
}
