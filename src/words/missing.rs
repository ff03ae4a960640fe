//! What a site's languages lack of the words that its pages take, words that nothing takes, and translations whose places do not fit.

use std::collections::{BTreeMap, BTreeSet};

use super::book::Book;
use super::file::Found;
use super::own::Own;
use super::sheet::{Sheet, Sheets};
use super::word::Word;
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};
use crate::tree::nearest;

/// What a site takes of its words.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// Its languages, each with where the settings name it.
    pub languages: &'a [(String, Span)],
    /// The words that templates name.
    pub named: BTreeSet<&'a str>,
}

/// How the words begin that only `guidepost new` writes.
const OF_NEW_GUIDES: &str = "new_";

/// So many words are named in one report.
const MOST_NAMED: usize = 12;

/// What is wrong with the words of a site.
pub fn problems(book: &Book, wanted: &Wanted) -> Vec<Problem> {
    let sheets = book.sheets();
    // The last of several entries holds, which is that of the lowest layer.
    let english: BTreeMap<&str, &Word> = sheets.of("en").flat_map(|sheet| &sheet.read().words).map(|(name, found)| (name.as_str(), &found.word)).collect();
    let mut problems: Vec<Problem> = wanted.languages.iter().filter_map(|(tag, at)| missing(sheets, wanted, tag, at)).collect();
    let known: BTreeSet<&str> = known(sheets).chain(wanted.named.iter().copied()).collect();
    // The words of the program are held by its tests.
    for (_, sheet) in sheets.written() {
        for (name, found) in &sheet.read().words {
            problems.extend(unknown(name, found, sheet, &known));
            problems.extend(english.get(name.as_str()).and_then(|original| misfit(name, found, sheet, original)));
        }
    }
    problems
}

/// The words that there are: those of the program and of themes.
fn known(sheets: &Sheets) -> impl Iterator<Item = &str> {
    let english = sheets.layers.iter().filter(|layer| layer.name.as_deref() != Some("")).filter_map(|layer| layer.sheets.get("en"));
    english.flat_map(|sheet| sheet.read().words.keys()).map(String::as_str)
}

/// The words that pages of this site take: the program's own, those of its themes, and what templates name.
fn needed<'s>(sheets: &'s Sheets, wanted: &'s Wanted) -> BTreeSet<&'s str> {
    let of_themes = sheets.layers.iter().filter(|layer| layer.name.as_deref().is_some_and(|name| !name.is_empty()));
    let of_themes = of_themes.filter_map(|layer| layer.sheets.get("en")).flat_map(|sheet| sheet.read().words.keys()).map(String::as_str);
    // A word that no language has is told where a template prints it.
    let written: BTreeSet<&str> =
        sheets.layers.iter().flat_map(|layer| layer.sheets.values()).flat_map(|sheet| sheet.read().words.keys()).map(String::as_str).collect();
    of_themes
        .chain(Own::NAMES.iter().copied())
        .chain(wanted.named.iter().copied().filter(|name| written.contains(name)))
        .filter(|name| !name.starts_with(OF_NEW_GUIDES))
        .collect()
}

fn missing(sheets: &Sheets, wanted: &Wanted, tag: &str, at: &Span) -> Option<Problem> {
    let lower = tag.to_ascii_lowercase();
    let written: Vec<&Sheet> = language::fallbacks(&lower).flat_map(|tag| sheets.of(tag)).map(|sheet| &**sheet).collect();
    let lacking: Vec<&str> = needed(sheets, wanted).into_iter().filter(|name| !written.iter().any(|sheet| sheet.read().words.contains_key(*name))).collect();
    if lacking.is_empty() {
        return None;
    }
    let own = SourcePath::new(&format!("words/{tag}.toml"))?;
    if written.is_empty() {
        let message = format!("there are no words in `{tag}`, so the {} words of the theme stay English", lacking.len());
        let help = format!("write `{own}`; `guidepost theme copy words/en.toml --print` shows what there is to translate");
        return Some(Problem::new(Code::WordMissing, at.clone(), message).help(help));
    }
    let place = written.iter().find(|sheet| sheet.text.path == own).map_or_else(|| at.clone(), |sheet| sheet.text.span(0..0));
    let names: Vec<String> = lacking.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let more = if lacking.len() > MOST_NAMED { format!(" and {} more", lacking.len() - MOST_NAMED) } else { String::new() };
    let message = match lacking.as_slice() {
        [one] => format!("the word `{one}` has no text in `{tag}`: it stays English"),
        _ => format!("the words {}{more} have no text in `{tag}`: they stay English", names.join(", ")),
    };
    Some(Problem::new(Code::WordMissing, place, message).help(format!("write `{} = \"...\"` in `{own}`", lacking.first()?)))
}

fn unknown(name: &str, found: &Found, sheet: &Sheet, known: &BTreeSet<&str>) -> Option<Problem> {
    if known.contains(name) {
        return None;
    }
    let problem = Problem::new(Code::UnknownWord, sheet.text.span(found.place.clone()), format!("no page takes a word `{name}`"));
    Some(match nearest(name, known.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(format!("take it out, or print it in a template: `{{{{ words.{name} }}}}`")),
    })
}

/// A word whose places are not those of the English one, or that lacks forms of its language.
fn misfit(name: &str, found: &Found, sheet: &Sheet, original: &Word) -> Option<Problem> {
    let place = || sheet.text.span(found.place.clone());
    let (has, wanted) = (found.word.places(), original.places());
    let is_counted = wanted.contains("number") || matches!(original, Word::Forms { .. });
    if matches!(found.word, Word::Forms { .. }) && !is_counted {
        let problem = Problem::new(Code::ThemeWords, place(), format!("the word `{name}` has no number in it, so it takes no forms"));
        return Some(problem.help(format!("write one text; in English it is `{}`", original.text())));
    }
    if found.word.patterns().any(|(_, pattern)| pattern.text().trim().is_empty()) && !original.text().trim().is_empty() {
        let problem = Problem::new(Code::ThemeWords, place(), format!("the word `{name}` has no text"));
        return Some(problem.help(format!("in English it is `{}`", original.text())));
    }
    if let Some(other) = has.difference(&wanted).next() {
        let problem = Problem::new(Code::ThemeWords, place(), format!("the word `{name}` has no place `{{{other}}}`"));
        return Some(match nearest(other, wanted.iter().copied()) {
            Some(near) => problem.help(format!("did you mean `{{{near}}}`?")),
            None if wanted.is_empty() => problem.help("it has none"),
            None => problem.help(format!("it has {}", wanted.iter().map(|it| format!("`{{{it}}}`")).collect::<Vec<_>>().join(", "))),
        });
    }
    if let Some(other) = wanted.difference(&has).next() {
        let problem = Problem::new(Code::ThemeWords, place(), format!("the word `{name}` leaves out `{{{other}}}`"));
        return Some(problem.help(format!("in English it is `{}`", original.text())));
    }
    let Word::Forms { plurals, forms } = &found.word else { return None };
    let lacking: Vec<&str> = plurals.forms().into_iter().filter(|form| !forms.contains_key(*form)).collect();
    let first = lacking.first()?;
    let message = format!("the word `{name}` has no form {} of `{}`", lacking.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "), plurals.tag());
    Some(Problem::new(Code::WordMissing, place(), message).help(format!("numbers of that form take `other`: write `{first} = \"...\"`")))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{BUILT_IN, Layer};
    use super::*;
    use crate::source::Text;

    #[test]
    fn the_languages_of_the_program_are_complete_and_fit_the_english_words() {
        // With a remark they are a theme's, which is judged.
        let text = |(path, text): &(&str, &str)| Text { path: SourcePath::new(path).unwrap(), text: format!("# A theme's.\n{text}").into() };
        let (book, problems) = Book::read(&[Layer { name: "beacon".to_owned(), files: BUILT_IN.iter().map(text).collect() }]);
        assert_eq!(problems, []);
        let settings = Span::whole(&SourcePath::settings());
        let languages = ["en", "de", "ar", "de-AT"].map(|tag| (tag.to_owned(), settings.clone()));
        let problems = super::problems(&book, &Wanted { languages: &languages, named: BTreeSet::new() });
        assert_eq!(problems, []);
    }
}
