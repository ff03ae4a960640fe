//! The words of all languages, gathered from the project, its theme and the program: whoever stands nearer to the site goes before.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use super::file::{self, Sheet};
use super::own::Own;
use super::pattern::Pattern;
use super::plurals::Plurals;
use super::word::Word;
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span, Text};

/// What holds where no file has a word.
const ENGLISH: &str = "en";

/// The words of the program itself: those of its theme.
pub(super) const BUILT_IN: [(&str, &str); 3] = [
    ("themes/beacon/words/ar.toml", include_str!("../../themes/beacon/words/ar.toml")),
    ("themes/beacon/words/de.toml", include_str!("../../themes/beacon/words/de.toml")),
    ("themes/beacon/words/en.toml", include_str!("../../themes/beacon/words/en.toml")),
];

/// The files of words of a project or a theme.
#[derive(Debug, Default)]
pub struct Layer {
    /// Name of the theme; empty for the project.
    pub name: String,
    /// Its files.
    pub files: Vec<Text>,
}

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

    /// `first`, `second` and what else there is, with commas.
    pub fn list(&self, parts: &[&str]) -> String {
        parts.join(self.comma.text())
    }
}

/// The words of every language that somebody wrote any in.
#[derive(Debug, PartialEq, Eq)]
pub struct Book {
    english: Arc<Words>,
    /// By tag in small letters.
    languages: BTreeMap<String, Arc<Words>>,
    plurals: Arc<BTreeMap<String, Arc<Plurals>>>,
}

impl Book {
    /// The words of the program alone.
    pub fn built_in() -> Self {
        Self::read(&[]).0
    }

    /// The words of `layers`, the first to be asked first, and those of the program below them; the files themselves; and what is wrong with those.
    pub fn read(layers: &[Layer]) -> (Self, Sheets, Vec<Problem>) {
        let mut problems = Vec::new();
        let sheets = Sheets::read(layers, &mut problems);
        let languages: BTreeMap<String, Arc<Words>> = sheets.languages().into_iter().map(|tag| (tag.to_owned(), Arc::new(sheets.words(tag)))).collect();
        let english = languages.get(ENGLISH).cloned().unwrap_or_else(|| Arc::new(sheets.words(ENGLISH)));
        let plurals = Arc::new(sheets.plurals());
        (Self { english, languages, plurals }, sheets, problems)
    }

    /// The words for pages in the language `tag`: of the nearest language that there are words in, else English.
    pub fn of(&self, tag: &str) -> &Arc<Words> {
        self.known(tag).unwrap_or(&self.english)
    }

    /// Those of the language or of the one that it is a form of.
    fn known(&self, tag: &str) -> Option<&Arc<Words>> {
        language::fallbacks(&tag.to_ascii_lowercase()).find_map(|tag| self.languages.get(tag))
    }

    /// The rules by which the words of each language take their forms.
    pub fn plurals(&self) -> &Arc<BTreeMap<String, Arc<Plurals>>> {
        &self.plurals
    }

    /// The words of all languages, by tag.
    pub fn languages(&self) -> &BTreeMap<String, Arc<Words>> {
        &self.languages
    }
}

/// The files of words as they were read, the first to be asked first.
#[derive(Debug, Default)]
pub struct Sheets {
    pub(super) layers: Vec<SheetLayer>,
}

/// The files of one layer.
#[derive(Debug)]
pub(super) struct SheetLayer {
    /// Name of the theme; empty for the project, none for the program.
    pub(super) name: Option<String>,
    /// By language.
    pub(super) sheets: BTreeMap<String, Arc<Sheet>>,
}

impl Sheets {
    fn read(layers: &[Layer], problems: &mut Vec<Problem>) -> Self {
        let mut base = BTreeMap::new();
        for (path, text) in BUILT_IN {
            let Some(text) = SourcePath::new(path).map(|path| Text { path, text: text.into() }) else { continue };
            base.extend(sheet(&text, problems));
        }
        let mut read = Self::default();
        for layer in layers {
            // A theme that is part of the program has these very files.
            let same =
                |text: &Text| base.iter().find(|(_, sheet): &(_, &Arc<Sheet>)| sheet.text.text == text.text).map(|(tag, sheet)| (tag.clone(), sheet.clone()));
            let sheets = layer.files.iter().filter_map(|text| same(text).or_else(|| sheet(text, problems))).collect();
            read.layers.push(SheetLayer { name: Some(layer.name.clone()), sheets });
        }
        read.layers.push(SheetLayer { name: None, sheets: base });
        read
    }

    fn languages(&self) -> BTreeSet<&str> {
        self.layers.iter().flat_map(|layer| layer.sheets.keys()).map(String::as_str).collect()
    }

    /// The sheets of the language `tag`, the first to be asked first.
    pub(super) fn of<'s>(&'s self, tag: &'s str) -> impl Iterator<Item = (&'s SheetLayer, &'s Arc<Sheet>)> {
        self.layers.iter().filter_map(move |layer| Some((layer, layer.sheets.get(tag)?)))
    }

    fn plurals(&self) -> BTreeMap<String, Arc<Plurals>> {
        let sheets = self.layers.iter().flat_map(|layer| layer.sheets.values());
        sheets.map(|sheet| (sheet.plurals.tag().to_owned(), sheet.plurals.clone())).collect()
    }

    fn words(&self, tag: &str) -> Words {
        let mut all: BTreeMap<String, Word> = BTreeMap::new();
        for tag in language::fallbacks(tag).chain([ENGLISH]) {
            for (name, found) in self.of(tag).flat_map(|(_, sheet)| &sheet.words) {
                all.entry(name.clone()).or_insert_with(|| found.word.clone());
            }
        }
        // English has every word of our own, which a test holds.
        let own = Own::of(|name| all.get(name).cloned().unwrap_or(Word::Text(Pattern::empty())));
        Words { tag: tag.to_owned(), all, own }
    }
}

/// The words of one file by its language; none if its name is no language's.
fn sheet(text: &Text, problems: &mut Vec<Problem>) -> Option<(String, Arc<Sheet>)> {
    let name = text.path.file_name();
    let Some(tag) = name.strip_suffix(".toml").filter(|tag| language::is_tag(tag)) else {
        let help = "a file of words is called after its language, such as `words/de.toml` or `words/pt-BR.toml`";
        problems.push(Problem::new(Code::ThemeWords, Span::whole(&text.path), format!("`{name}` is not named after a language")).help(help));
        return None;
    };
    let plurals = Arc::new(Plurals::of(tag));
    Some((tag.to_ascii_lowercase(), Arc::new(file::read(text, &plurals, problems))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_every_word_of_the_program() {
        let (book, sheets, problems) = Book::read(&[]);
        assert_eq!(problems, []);
        let english = sheets.of(ENGLISH).next().unwrap().1;
        let missing: Vec<_> = Own::NAMES.iter().filter(|name| !english.words.contains_key(**name)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert_eq!(book.of("en-GB").home.text(), "Home");
    }

    #[test]
    fn the_site_goes_before_the_theme_and_a_form_of_a_language_before_the_language() {
        let file = |path: &str, text: &str| Text { path: SourcePath::new(path).unwrap(), text: text.into() };
        let site = Layer { name: String::new(), files: vec![file("words/de.toml", "home = 'Anfang'"), file("words/de-CH.toml", "tags = 'Stichworte'")] };
        let theme = Layer { name: "x".into(), files: vec![file("themes/x/words/de.toml", "home = 'Start'\ntags = 'Themen'\nindex = 'Alle'")] };
        let (book, _, problems) = Book::read(&[site, theme]);
        assert_eq!(problems, []);
        let shown = |tag: &str| [&book.of(tag).home, &book.of(tag).tags, &book.of(tag).index, &book.of(tag).not_found].map(|word| word.text().to_owned());
        assert_eq!(shown("de"), ["Anfang", "Themen", "Alle", book.of("de").not_found.text()]);
        assert_eq!(shown("de-ch")[..3], ["Anfang", "Stichworte", "Alle"]);
        assert_eq!(shown("tlh"), ["Home", "Tags", "A–Z", "Page not found"]);
    }
}
