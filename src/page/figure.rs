//! Figures in a page's text: each with its value for machines, and a letter that leads to the note of where it is from.
//! A number would be read as part of the figure, and footnotes have numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::given::Given;
use super::view::{NoteView, SourceView};
use super::{quality, source, words};
use crate::fact::{self, Fact, Number, Period, Quality, Value, falls_by};
use crate::figures::of_block::ALL_OCCUPATIONS;
use crate::guide::body::{Figure, Table, escaped, filled};
use crate::guide::front_matter::Source;
use crate::registry::{Registry, licence};
use crate::words::Words;

/// The notes of a page, in the order in which they come up.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<NoteView>,
    numbers: BTreeMap<Subject, usize>,
}

/// What a note tells: figures of one source, period, area and industry share a note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    source: Option<String>,
    period: Option<Period>,
    area: Option<String>,
    industry: Option<String>,
    population: Option<String>,
    proxy: Option<String>,
    quality: Quality,
}

impl Notes {
    /// The notes so far, in order.
    pub(super) fn into_list(self) -> Vec<NoteView> {
        self.list
    }

    /// Whether a note names the source with this id.
    pub(super) fn names(&self, id: &str) -> bool {
        self.list.iter().any(|note| note.source.as_ref().is_some_and(|source| source.id == id))
    }

    /// `html` with its marks replaced by the figures that they stand for.
    pub(super) fn fill(&mut self, given: &Given, html: &str, figures: &[Figure]) -> String {
        filled(html, |number| figures.get(number).map(|figure| figure_of(given, figure, |fact| self.mark(given, fact))).unwrap_or_default())
    }

    /// The same for a cell of a table, which says itself of which industry or occupation its figures are, and once at its foot that they are of
    /// `source`: a figure that the source prints needs no letter.
    pub(super) fn fill_cell(&mut self, given: &Given, html: &str, figures: &[Figure], source: Option<&str>) -> String {
        let is_told = |fact: &Fact| source.is_some() && fact.source.as_deref() == source && fact.quality == Quality::Published;
        let mut mark = |fact: &Fact| if is_told(fact) { String::new() } else { self.mark_of_table(given, fact, false) };
        filled(html, |number| figures.get(number).map(|figure| figure_of(given, figure, &mut mark)).unwrap_or_default())
    }

    /// The letter of the note of `fact`, as a link to it.
    pub(super) fn mark(&mut self, given: &Given, fact: &Fact) -> String {
        mark(given, self.number(given, fact))
    }

    /// The same for figures whose table says itself which occupation, industry or area each is of.
    pub(super) fn mark_of_table(&mut self, given: &Given, fact: &Fact, says_area: bool) -> String {
        let subject = Subject::of(given, fact);
        let area = subject.area.clone().filter(|_| !says_area);
        let number = self.number_of(given, Subject { industry: None, proxy: None, area, ..subject });
        mark(given, number)
    }

    /// The letter of the note of a source that gave no figure: which rows a table has.
    pub(super) fn mark_of_source(&mut self, given: &Given, source: &str) -> String {
        let source = Some(source.to_owned());
        let subject = Subject { source, period: None, area: None, industry: None, population: None, proxy: None, quality: Quality::Published };
        let number = self.number_of(given, subject);
        mark(given, number)
    }

    fn number(&mut self, given: &Given, fact: &Fact) -> usize {
        self.number_of(given, Subject::of(given, fact))
    }

    fn number_of(&mut self, given: &Given, subject: Subject) -> usize {
        if let Some(number) = self.numbers.get(&subject) {
            return *number;
        }
        let number = self.list.len() + 1;
        self.list.push(note(given, &subject, number));
        self.numbers.insert(subject, number);
        number
    }
}

/// A figure as HTML, with its mark. Without a fact its words stand alone; that it has none was told.
fn figure_of(given: &Given, figure: &Figure, mark: impl FnOnce(&Fact) -> String) -> String {
    let Some(fact) = given.figures.get(&figure.reference) else { return figure.html.clone() };
    let words = if figure.text.is_empty() { escaped(&printed(given, figure, fact)) } else { figure.html.clone() };
    let value = machine_value(fact.value());
    let figure = match value {
        Some(value) => format!("<data class=\"figure\" value=\"{}\">{words}</data>", escaped(&value)),
        None => format!("<span class=\"figure\">{words}</span>"),
    };
    format!("{figure}{}", mark(fact))
}

/// The value in the words of the page: "a decline of" says already that it is below zero, and "more than" that a top code is a bound.
fn printed(given: &Given, figure: &Figure, fact: &Fact) -> String {
    let size = match *fact.value() {
        Value::Percent(Number::Exact(exact)) if exact.is_negative() => Value::Percent(Number::Exact(exact.abs())),
        Value::Count(Number::Exact(exact)) if exact.is_negative() => Value::Count(Number::Exact(exact.abs())),
        value => {
            let bare = fact::bare_bound(&value, &figure.before, &figure.after, &given.voice.locale);
            return bare.map_or_else(|| given.voice.in_sentence(fact), |bare| given.voice.value(&bare, fact.basis()));
        }
    };
    if falls_by(&figure.before, &figure.after, &given.voice.locale) { given.voice.value(&size, None) } else { given.voice.in_sentence(fact) }
}

fn mark(given: &Given, number: usize) -> String {
    let letter = letter(number);
    let label = escaped(&given.words().source_letter.with(&[("letter", &letter)])).replace('"', "&quot;");
    format!("<sup class=\"figure-note\"><a href=\"#source-{number}\" aria-label=\"{label}\">{letter}</a></sup>")
}

/// As lists of the type `a` count: a to z, then aa.
fn letter(number: usize) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

impl Subject {
    fn of(given: &Given, fact: &Fact) -> Self {
        let own = given.authored.as_ref().and_then(|it| it.page.head.front.occupation.as_ref()?.soc.clone());
        let topic = &fact.topic;
        Self {
            source: fact.source.clone(),
            period: topic.period,
            area: topic.area.clone(),
            industry: topic.industry.clone(),
            population: topic.population.clone(),
            proxy: topic.occupation.clone().filter(|code| own.as_ref() != Some(code)),
            quality: fact.quality,
        }
    }
}

fn note(given: &Given, subject: &Subject, number: usize) -> NoteView {
    let registry = &given.shared.registry;
    let source: Option<SourceView> = subject.source.as_deref().and_then(|id| source::view(&given.voice, registry, id));
    NoteView {
        letter: letter(number),
        id: format!("source-{number}"),
        source,
        period: subject.period.map(|period| given.voice.period(period)),
        period_iso: subject.period.map(Period::iso),
        area: subject.area.as_deref().map(|id| words::area(given.words(), registry, id).to_owned()),
        industry: subject.industry.as_deref().map(|id| registry.industry_name(id).to_owned()),
        population: subject.population.clone(),
        remark: remark(given.words(), subject),
    }
}

/// What readers must know of figures that are not the occupation's own, or that nobody measured.
fn remark(words: &Words, subject: &Subject) -> Option<String> {
    let quality = quality::said(words, subject.quality).map(str::to_owned);
    match (subject.proxy.as_deref(), quality) {
        (Some(ALL_OCCUPATIONS), None) => Some(words.proxy_all.text().to_owned()),
        (Some(code), None) => Some(words.proxy_code.with(&[("code", code)])),
        (Some(code), Some(quality)) => Some(format!("{quality} ({code})")),
        (None, quality) => quality,
    }
}

/// The lines that the licences of the sources of `notes` and `tables` ask for, each once.
pub(super) fn credits<'t>(words: &Words, registry: &Registry, notes: &[NoteView], tables: impl Iterator<Item = &'t Table>) -> Vec<String> {
    let of_notes = notes.iter().filter_map(|note| note.source.as_ref()).map(|it| it.id.as_str());
    let mut credits: Vec<String> = Vec::new();
    for credit in of_notes.chain(tables.filter_map(|table| table.source.as_deref())).filter_map(|id| credit(words, registry.sources.get(id)?)) {
        if !credits.contains(&credit) {
            credits.push(credit);
        }
    }
    credits
}

/// The line that a source asks for where it is used: that of the data file, else what its licence wants.
pub(super) fn credit(words: &Words, source: &Source) -> Option<String> {
    if let Some(credit) = source.credit.as_ref().filter(|credit| !credit.trim().is_empty()) {
        return Some(credit.clone());
    }
    let (title, publisher) = (source.title.as_deref()?, source.publisher.as_deref()?);
    let edition = source.edition.as_deref().filter(|edition| !title.contains(*edition));
    match source.licence.as_deref()? {
        "cc-by-4.0" if title.contains("O*NET") => {
            // The notice names the release, and not the title that may have it already.
            let in_title = || title.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            let release = source.edition.as_deref().or_else(in_title).map(|edition| format!(" {edition}")).unwrap_or_default();
            Some(format!(
                "This site includes information from the O*NET{release} Database by the U.S. Department of Labor, Employment and Training Administration \
                 (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA."
            ))
        }
        licence if licence::is_credited(licence) => {
            let edition = edition.map(|edition| format!(", {edition}")).unwrap_or_default();
            let name = words::licence(words, licence);
            let licence = if name.to_lowercase().contains("licen") { name.to_owned() } else { words.licence_named.with(&[("licence", name)]) };
            Some(words.credit.with(&[("source", &format!("{title}{edition}")), ("publisher", publisher), ("licence", &licence)]))
        }
        _ => None,
    }
}

/// `html` without the letters of notes, for places that only say its words.
pub(super) fn without_notes(html: &str) -> String {
    let mut without = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once("<sup class=\"figure-note\">") {
        without.push_str(before);
        rest = behind.split_once("</sup>").map_or("", |(_, after)| after);
    }
    without + rest
}

/// The fact of the first figure in `html`.
pub(super) fn alone<'g>(given: &'g Given, html: &str, figures: &[Figure]) -> Option<&'g Arc<Fact>> {
    let mut first = None;
    filled(html, |number| {
        first.get_or_insert(number);
        String::new()
    });
    given.figures.get(&figures.get(first?)?.reference)
}

/// The ends of a value that is no single number.
pub(super) fn bounds(value: &Value) -> [Option<String>; 2] {
    match value.number() {
        Some(Number::Range { low, high }) => [Some(low.to_string()), Some(high.to_string())],
        Some(Number::AtLeast(low)) => [Some(low.to_string()), None],
        Some(Number::AtMost(high)) => [None, Some(high.to_string())],
        Some(Number::Exact(_)) | None => [None, None],
    }
}

/// The value for programs: digits with a point; none for words, ranges and bounds, which are no single number.
fn machine_value(value: &Value) -> Option<String> {
    value.exact().map(|number| number.to_string())
}

#[cfg(test)]
mod tests {
    #[test]
    fn notes_have_letters_as_lists_do() {
        let letters = [1, 2, 26, 27, 52, 53, 702, 703].map(super::letter);
        assert_eq!(letters, ["a", "b", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
