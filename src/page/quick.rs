//! What an occupation is in figures, for the panel at the top of a guide: pay, jobs, outlook, and what a beginner needs.

use std::sync::Arc;

use super::brief::{self, is_told};
use super::figure::Notes;
use super::given::Given;
use super::view::{GlanceRow, Html};
use super::words;
use crate::fact::{Basis, Fact, Mark, Measure, Reference, Value, phrase};

/// The figure called `name`, if the page has it.
fn figure<'g>(given: &'g Given, name: &str) -> Option<&'g Arc<Fact>> {
    brief::figure(&given.figures, name)
}

/// A row of figures: each with its words, and the number of its note.
fn row(given: &Given, notes: &mut Notes, key: &str, facts: Vec<(&Fact, String)>) -> Option<GlanceRow> {
    let mut marks: Vec<String> = Vec::new();
    for (fact, _) in &facts {
        let mark = notes.mark(given, fact);
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    let values: Vec<String> = facts.into_iter().map(|(_, words)| words).collect();
    let row =
        GlanceRow { key: key.to_owned(), values, note: None, help: words::help(given.words(), key).map(str::to_owned), source_html: Html(marks.concat()) };
    (!row.values.is_empty()).then_some(row)
}

/// Pay: by the year and by the hour, as far as the source gives them.
pub(super) fn pay(given: &Given, notes: &mut Notes) -> Option<GlanceRow> {
    let facts: Vec<(&Fact, String)> = ["pay", "pay.hourly"]
        .iter()
        .filter_map(|name| figure(given, name))
        .filter(|fact| is_told(fact) || is_missed(fact))
        .map(|fact| (&**fact, amount(given, fact)))
        .collect();
    let mut row = row(given, notes, "pay", facts)?;
    row.values.extend(blank(given));
    Some(row)
}

/// That there is no pay by the year, where the file that has the other pay has a cell for it and nothing in it.
fn blank(given: &Given) -> Option<String> {
    let reference = Reference { occupation: None, name: "pay".to_owned(), dataset: None };
    let is_blank = given.figures.named.get(&reference)?.as_ref().err()?.is_blank;
    is_blank.then(|| format!("{} {}", given.voice.value(&Value::Unpublished(Mark::NotAvailable), None), words::basis(given.words(), Basis::Year)))
}

/// Whether readers look for it where the source has none: pay by the year. By the hour many are not paid at all.
fn is_missed(fact: &Fact) -> bool {
    fact.basis() == Some(Basis::Year) && *fact.value() != Value::Unpublished(Mark::NotApplicable)
}

fn amount(given: &Given, fact: &Fact) -> String {
    let basis = match fact.topic.measure {
        Measure::Pay(_, basis) => basis,
        _ => Basis::Year,
    };
    format!("{} {}", given.voice.fact(fact), words::basis(given.words(), basis))
}

/// The number of jobs, and how it is foreseen to change.
pub(super) fn jobs(given: &Given, notes: &mut Notes) -> [Option<GlanceRow>; 3] {
    let when = |fact: &Fact| fact.topic.period.map(|period| format!(" ({})", given.voice.period(period))).unwrap_or_default();
    let jobs = figure(given, "jobs").map(|fact| (&**fact, format!("{}{}", given.voice.value(fact.value(), None), when(fact))));
    let growth = figure(given, "growth").map(|fact| (&**fact, format!("{}{}{}", given.voice.value(fact.value(), None), said(given, fact), when(fact))));
    let change = figure(given, "change").map(|fact| (&**fact, format!("{}{}", signed(given, fact), when(fact))));
    [("jobs", jobs), ("outlook", growth), ("change", change)].map(|(key, fact)| row(given, notes, key, fact.into_iter().collect()))
}

/// What a beginner needs, where the source says it and the front matter does not.
pub(super) fn entry(given: &Given, notes: &mut Notes, name: &str) -> Option<GlanceRow> {
    let fact = figure(given, name)?;
    row(given, notes, name, vec![(fact, given.voice.value(fact.value(), None))])
}

/// The publisher's words for a growth: `, much faster than average`.
fn said(given: &Given, fact: &Fact) -> String {
    let said = fact.value().exact().and_then(|growth| phrase(growth, fact.topic.period?));
    said.map(|phrase| format!("{}{}", given.words().comma.text(), words::phrase(given.words(), phrase))).unwrap_or_default()
}

/// With a sign in front of what is more: `+12,500`.
fn signed(given: &Given, fact: &Fact) -> String {
    let is_more = fact.value().exact().is_some_and(|number| !number.is_negative() && !number.is_zero());
    format!("{}{}", if is_more { "+" } else { "" }, given.voice.value(fact.value(), None))
}
