//! The words of all languages, gathered from the project, its theme and the program: whoever stands nearer to the site goes before.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::own::Own;
use super::pattern::Pattern;
use super::plurals::Plurals;
use super::sheet::{Layer, Sheets};
use super::word::Word;
use crate::language;
use crate::problem::Problem;

/// What holds where no file has a word.
const ENGLISH: &str = "en";

/// The words of one language, those filled in that only English has.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    tag: String,
    all: BTreeMap<String, Word>,
    own: Own,
}

/// Those that Guidepost itself prints, as fields.
impl Deref for Words {
    type Target = Own;

    fn deref(&self) -> &Own {
        &self.own
    }
}

impl Words {
    fn of(sheets: &Sheets, tag: &str) -> Self {
        let mut all: BTreeMap<String, Word> = BTreeMap::new();
        for (name, found) in sheets.behind(tag).flat_map(|sheet| &sheet.read().words) {
            all.entry(name.clone()).or_insert_with(|| found.word.clone());
        }
        // English has every word of our own, which a test holds.
        let own = Own::of(|name| all.get(name).cloned().unwrap_or(Word::Text(Pattern::empty())));
        Self { tag: tag.to_owned(), all, own }
    }

    /// The language.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether they are English.
    pub fn is_english(&self) -> bool {
        language::primary(&self.tag) == ENGLISH
    }

    /// All by name, those of the theme too.
    pub fn all(&self) -> &BTreeMap<String, Word> {
        &self.all
    }

    /// `parts` with commas between them.
    pub fn list(&self, parts: &[&str]) -> String {
        parts.join(self.comma.text())
    }
}

/// The words of every language that somebody wrote any in. Those of a language are gathered when they are first asked for.
#[derive(Debug)]
pub struct Book {
    sheets: Arc<Sheets>,
    /// By tag in small letters.
    languages: BTreeMap<String, OnceLock<Arc<Words>>>,
    plurals: Arc<BTreeMap<String, Arc<Plurals>>>,
}

/// All follows from the files.
impl PartialEq for Book {
    fn eq(&self, other: &Self) -> bool {
        self.sheets == other.sheets
    }
}

impl Eq for Book {}

impl Book {
    /// The words of the program alone.
    pub fn built_in() -> Self {
        Self::read(&[]).0
    }

    /// The words of `layers`, the first to be asked first, and those of the program below them; and what is wrong with their files.
    pub fn read(layers: &[Layer]) -> (Self, Vec<Problem>) {
        let (sheets, problems) = Sheets::of_layers(layers);
        let languages = sheets.languages().into_iter().map(|tag| (tag.to_owned(), OnceLock::new())).collect();
        let all = sheets.layers.iter().flat_map(|layer| layer.sheets.values());
        let plurals = Arc::new(all.map(|sheet| (sheet.plurals.tag().to_owned(), sheet.plurals.clone())).collect());
        (Self { sheets: Arc::new(sheets), languages, plurals }, problems)
    }

    /// The words for pages in the language `tag`: of the nearest language that there are words in, else English.
    pub fn of(&self, tag: &str) -> &Arc<Words> {
        static NOTHING: OnceLock<Arc<Words>> = OnceLock::new();
        let nearest = self.nearest(tag);
        // English is always among them.
        let place = self.languages.get(nearest).unwrap_or(&NOTHING);
        place.get_or_init(|| Arc::new(Words::of(&self.sheets, nearest)))
    }

    /// The language whose words pages in the language `tag` have, in small letters.
    pub fn nearest(&self, tag: &str) -> &str {
        let lower = tag.to_ascii_lowercase();
        let known = language::fallbacks(&lower).find_map(|tag| self.languages.get_key_value(tag));
        known.map_or(ENGLISH, |(tag, _)| tag.as_str())
    }

    /// The languages that there are words in.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// Those of them of which the project or a theme says anything.
    pub fn changed_languages(&self) -> BTreeSet<&str> {
        self.sheets.written().map(|(tag, _)| tag).collect()
    }

    /// The texts that the words of the language `tag` follow from, one of [`Self::languages`].
    pub fn texts<'b>(&'b self, tag: &'b str) -> impl Iterator<Item = &'b str> {
        self.sheets.behind(tag).map(|sheet| &*sheet.text.text)
    }

    /// The names of all words that there are.
    pub fn names(&self) -> BTreeSet<&str> {
        let written = self.sheets.written().map(|(_, sheet)| sheet);
        self.sheets.of(ENGLISH).chain(written).flat_map(|sheet| sheet.read().words.keys()).map(String::as_str).collect()
    }

    /// The rules by which the words of each language take their forms.
    pub fn plurals(&self) -> &Arc<BTreeMap<String, Arc<Plurals>>> {
        &self.plurals
    }

    pub(super) fn sheets(&self) -> &Sheets {
        &self.sheets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourcePath, Text};

    #[test]
    fn english_has_every_word_of_the_program() {
        let book = Book::built_in();
        let english = book.sheets.of(ENGLISH).next().unwrap();
        assert_eq!(english.read().problems, []);
        let missing: Vec<_> = Own::NAMES.iter().filter(|name| !english.read().words.contains_key(**name)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert_eq!(book.of("en-GB").home.text(), "Home");
    }

    #[test]
    fn the_site_goes_before_the_theme_and_a_form_of_a_language_before_the_language() {
        let file = |path: &str, text: &str| Text { path: SourcePath::new(path).unwrap(), text: text.into() };
        let site = Layer { name: String::new(), files: vec![file("words/de.toml", "home = 'Anfang'"), file("words/de-CH.toml", "tags = 'Stichworte'")] };
        let theme = Layer { name: "x".into(), files: vec![file("themes/x/words/de.toml", "home = 'Start'\ntags = 'Themen'\nindex = 'Alle'")] };
        let (book, problems) = Book::read(&[site, theme]);
        assert_eq!(problems, []);
        let shown = |tag: &str| [&book.of(tag).home, &book.of(tag).tags, &book.of(tag).index].map(|word| word.text().to_owned());
        assert_eq!(shown("de"), ["Anfang", "Themen", "Alle"]);
        assert_eq!(shown("de-ch"), ["Anfang", "Stichworte", "Alle"]);
        assert_eq!(shown("tlh"), ["Home", "Tags", "A–Z"]);
        assert_eq!(book.of("de").not_found.text(), "Seite nicht gefunden");
    }
}
