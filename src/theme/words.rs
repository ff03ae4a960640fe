//! The files of words of a theme's layers, and the words as templates see them.

use std::collections::{BTreeMap, BTreeSet};

use tera::Value;

use super::layer::Layer;
use super::parameters::Settings;
use super::scan::Scan;
use crate::problem::Problem;
use crate::source::{Sources, Text};
use crate::stamp::Stamp;
use crate::words::{self, Book, Sheets};

/// The words that templates are given as `words`, by language, each with its stamp.
pub(super) type Values = BTreeMap<String, (Value, Stamp)>;

/// The words of a project in this theme, the files that they stand in, and what is wrong with those.
pub(super) fn read(layers: &[Layer]) -> (Book, Sheets, Vec<Problem>) {
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
    let (book, sheets, found) = Book::read(&read);
    problems.extend(found);
    (book, sheets, problems)
}

/// What templates are given.
pub(super) fn values(book: &Book) -> Values {
    let value = |words: &words::Words| (Value::from_serializable(words.all()), Stamp::of(words.all()));
    book.languages().iter().map(|(tag, words)| (tag.clone(), value(words))).collect()
}

/// What the languages of the site lack, and what nothing takes.
pub(super) fn problems(sheets: &Sheets, languages: &[String], scans: &BTreeMap<&str, Scan>, sources: &Sources) -> Vec<Problem> {
    let settings = Settings::of(sources);
    let place = |tag: &String| if languages.first() == Some(tag) { settings.value(&["language"]) } else { settings.key(&["languages", tag]) };
    let languages: Vec<_> = languages.iter().map(|tag| (tag.clone(), place(tag))).collect();
    words::problems(sheets, &words::Wanted { languages: &languages, named: named(scans) })
}

/// The words that templates name.
fn named<'s>(scans: &'s BTreeMap<&str, Scan>) -> BTreeSet<&'s str> {
    let words = scans.values().flat_map(|scan| &scan.words);
    words.filter_map(|word| word.name.strip_prefix("words.")).filter_map(|name| name.split('.').next()).filter(|name| !name.is_empty()).collect()
}
