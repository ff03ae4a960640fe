//! The files of words of a theme's layers, and the words as templates see them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use tera::Value;

use super::layer::Layer;
use super::parameters::Settings;
use super::scan::Scan;
use crate::problem::Problem;
use crate::source::{Sources, Text};
use crate::stamp::Stamp;
use crate::words::{self, Book};

/// The words that templates are given as `words`, by language, made when a page first asks for them; each with its stamp.
pub(super) type Values = BTreeMap<String, (OnceLock<Value>, Stamp)>;

/// The words of a project in this theme, and what is wrong with their files.
pub(super) fn read(layers: &[Layer]) -> (Book, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut read = Vec::new();
    for layer in layers {
        let mut files = Vec::new();
        for (_, path, bytes) in layer.below("words") {
            match Text::decode(path, bytes) {
                Ok(text) => files.push(text),
                Err(refused) => problems.push(refused.into()),
            }
        }
        read.push(words::Layer { name: layer.name.clone(), files });
    }
    let (book, found) = Book::read(&read);
    problems.extend(found);
    (book, problems)
}

/// What templates are given, not made yet.
pub(super) fn values(book: &Book) -> Values {
    let stamp = |tag: &str| Stamp::of_all(book.texts(tag).map(Stamp::of));
    book.languages().map(|tag| (tag.to_owned(), (OnceLock::new(), stamp(tag)))).collect()
}

/// The words of a language as a value.
pub(super) fn value(words: &words::Words) -> Value {
    Value::from_serializable(words.all())
}

/// What the languages of the site lack, and what nothing takes.
pub(super) fn problems(book: &Book, languages: &[String], scans: &BTreeMap<&str, Scan>, sources: &Sources) -> Vec<Problem> {
    let settings = Settings::of(sources);
    let place = |tag: &String| if languages.first() == Some(tag) { settings.value(&["language"]) } else { settings.key(&["languages", tag]) };
    let languages: Vec<_> = languages.iter().map(|tag| (tag.clone(), place(tag))).collect();
    words::problems(book, &words::Wanted { languages: &languages, named: named(scans) })
}

/// The words that templates name.
fn named<'s>(scans: &'s BTreeMap<&str, Scan>) -> BTreeSet<&'s str> {
    let words = scans.values().flat_map(|scan| &scan.words);
    words.filter_map(|word| word.name.strip_prefix("words.")).filter_map(|name| name.split('.').next()).filter(|name| !name.is_empty()).collect()
}
