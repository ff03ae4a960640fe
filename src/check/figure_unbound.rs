//! Money and percentages that a guide prints and that are no figures: nobody can tell where they are from, and nothing tells when they
//! have become wrong.
//!
//! What has the look of an amount and is none gives no alarm: codes, editions, years, names of plans, "the lowest 10 percent", `$0`.
//! "100 percent" is a figure of speech ("100 percent committed") unless it is said of something: "100 percent of employers".
//! A table that names its source is bound by it, and so are its cells.

mod short;

use std::ops::Range;

use super::figure_disagrees::is_about_people;
use super::subject::Subject;
use crate::fact::english::{is_earning, is_pay, statistic, words, year};
use crate::fact::{Amount, Basis, Coin, Currency, Fact, Locale, Measure, Printed, Qualifier, Unit, agrees, figures};
use crate::guide::body::{CellValue, Passage, Table, cell_value};
use crate::problem::{Code, Problem};
use crate::source::Span;
use short::message;

/// Every number of a guide, or of the page of a section, that should be a figure and is none, in its short texts, its answers and its text; of a
/// table the first.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let is_silent = subject.manuscript.body.passages.is_empty() && subject.manuscript.answers.is_empty() && !short::may_have_any(subject);
    if !subject.is_about_careers() || is_silent {
        return Vec::new();
    }
    let locale = subject.locale();
    [short::find(subject, &locale), in_answers(subject, &locale), in_text(subject, &locale), in_tables(subject, &locale), in_data_tables(subject, &locale)]
        .concat()
}

/// Those of the answers in the front matter.
fn in_answers(subject: &Subject, locale: &Locale) -> Vec<Problem> {
    let passages = subject.manuscript.answers.iter().flat_map(|answer| &answer.passages);
    passages.flat_map(|passage| in_passage(subject, passage, locale)).collect()
}

/// Those of the text outside tables.
fn in_text(subject: &Subject, locale: &Locale) -> Vec<Problem> {
    let body = &subject.manuscript.body;
    let outside = body.passages.iter().filter(|passage| !subject.tables().any(|table| table.holds(passage)));
    outside.flat_map(|passage| in_passage(subject, passage, locale)).collect()
}

fn in_passage(subject: &Subject, passage: &Passage, locale: &Locale) -> Vec<Problem> {
    let found = figures(&passage.text, locale);
    let problem = |printed: Printed| {
        let (words, span) = words_and_place(subject, passage, printed.range.clone());
        let help = || way_out(subject, passage, &printed, &words);
        (!is_label(subject, &words, &span)).then(|| Problem::new(Code::FigureUnbound, span, message(&words)).help(help()))
    };
    found.into_iter().filter_map(problem).collect()
}

/// Whether a percentage is the name of the percentile whose figure is linked right behind it: "90%: [](fact:pay.p90)".
fn is_label(subject: &Subject, words: &str, span: &Span) -> bool {
    let Some(named) = statistic(words) else { return false };
    let behind = subject.manuscript.text.text.get(span.end..).unwrap_or_default();
    let start = span.end + behind.len() - behind.trim_start_matches([' ', ':', '*', '_', '–', '—', '-', '=', '(']).len();
    let figure = subject.text_figures().find(|figure| figure.whole.start == start);
    let measure = figure.and_then(|figure| subject.figures.get(&figure.reference)).map(|fact| &fact.topic.measure);
    matches!(measure, Some(Measure::Pay(statistic, _)) if *statistic == named)
}

/// The first figure of every table that names no source, with the number of the others.
fn in_tables(subject: &Subject, locale: &Locale) -> Vec<Problem> {
    let mut problems = Vec::new();
    for table in subject.tables().filter(|table| table.source.is_none()) {
        let cells = subject.manuscript.body.passages.iter().filter(|passage| table.holds(passage));
        let mut found = cells.flat_map(|cell| in_cell(subject, table, cell, locale).into_iter().map(move |range| (cell, range)));
        let Some((cell, range)) = found.next() else { continue };
        let (words, span) = words_and_place(subject, cell, range);
        let message = match found.count() {
            0 => format!("`{words}` in this table has neither a fact nor a source behind it"),
            1 => format!("`{words}` and one more figure of this table have neither facts nor a source behind them"),
            more => format!("`{words}` and {more} more figures of this table have neither facts nor a source behind them"),
        };
        let help = "name where they are from behind the caption, `Table: ... {source=id}`, an id of content/_data/sources.yaml; or link each to a fact";
        problems.push(Problem::new(Code::FigureUnbound, span, message).help(help));
    }
    problems
}

/// Every table from a CSV file that holds money or percentages, by its unit or by its cells, and names no source.
fn in_data_tables(subject: &Subject, locale: &Locale) -> Vec<Problem> {
    let mut problems = Vec::new();
    for table in subject.data_tables().filter(|it| it.source.is_none()) {
        let has_unit = table.unit.is_some_and(|unit| !figures(&format!("1 {unit}"), locale).is_empty());
        let in_cells = table.columns.iter().flatten().find(|cell| !figures(cell, locale).is_empty());
        let Some(what) = table.unit.filter(|_| has_unit).or(in_cells.copied()) else { continue };
        let message = format!("the figures of this table (`{what}`) have no source behind them");
        let problem = Problem::new(Code::FigureUnbound, subject.manuscript.text.span(table.range.clone()), message);
        problems.push(problem.help("name where they are from: `source: id`, an id of content/_data/sources.yaml"));
    }
    problems
}

/// The figures of a cell: a bare number has the unit that the caption tells, or is pay below a heading that says so.
fn in_cell(subject: &Subject, table: &Table, cell: &Passage, locale: &Locale) -> Vec<Range<usize>> {
    let found = figures(&cell.text, locale);
    let heading_end = subject.manuscript.text.text.get(table.range.clone()).and_then(|it| it.find('\n')).unwrap_or(0) + table.range.start;
    let number = cell.text.trim();
    let is_year = year(number).is_some();
    let is_number = matches!(cell_value(number), CellValue::Number(_)) && !is_year && cell.whole().start > heading_end;
    let is_pay = || {
        let says_pay = |text: &str| words(&text.to_lowercase()).any(is_pay);
        let is_here = |at: usize| table.rows.iter().any(|row| row.get(at).is_some_and(|it| it.text.trim() == number));
        table.columns.iter().enumerate().any(|(at, column)| says_pay(&column.text) && is_here(at))
    };
    match &table.unit {
        None if found.is_empty() && is_number && is_pay() => std::iter::once(0..cell.text.len()).collect(),
        Some(unit) if found.is_empty() && is_number && !figures(&format!("{number} {unit}"), locale).is_empty() => {
            std::iter::once(0..cell.text.len()).collect()
        }
        _ => found.into_iter().map(|printed| printed.range).collect(),
    }
}

fn words_and_place(subject: &Subject, passage: &Passage, range: Range<usize>) -> (String, Span) {
    let text = &subject.manuscript.text;
    let words = passage.text.get(range.clone()).unwrap_or_default().to_owned();
    (words, text.span(passage.place(text, range)))
}

/// The link to write if a fact of the guide says this, else the fact to write down.
fn way_out(subject: &Subject, passage: &Passage, printed: &Printed, words: &str) -> String {
    let own = subject.figures.own.iter().map(|(name, fact)| (name.clone(), fact));
    let named = subject.figures.named.iter().filter_map(|(reference, fact)| Some((reference.to_string(), fact.as_ref().ok()?)));
    let bare = Printed { qualifier: Qualifier::None, ..printed.clone() };
    let is_told = |fact: &Fact| agrees(printed, &fact.told()).is_ok();
    // "Up to 4 percent" is near to 3.1, and nobody who means 3.1 writes 4. A bound of the source has no bare number.
    let says_so = |fact: &Fact| match fact.value().exact() {
        Some(_) => agrees(&bare, &fact.told()).is_ok() && (is_told(fact) || is_about_people(fact)),
        None => is_told(fact),
    };
    let code = subject.manuscript.head.front.occupation.as_ref().and_then(|it| it.soc.as_ref());
    let is_part = |fact: &Fact| fact.topic.industry.is_some() || fact.topic.occupation.as_ref() != code || fact.topic.population.is_some();
    // What the page tells of the whole comes before what it tells of a part.
    match own.chain(named).filter(|(_, fact)| says_so(fact)).min_by_key(|(_, fact)| is_part(fact)) {
        Some((name, fact)) => format!("if it is the {}, link it: `[{words}](fact:{name})`", about(fact)),
        None => format!("write it down under `facts`, `NAME: {{ {} }}`, and link it: `[{words}](fact:NAME)`", entry(printed, &passage.text)),
    }
}

fn about(fact: &Fact) -> String {
    fact.topic.period.map_or_else(|| fact.topic.measure.to_string(), |period| format!("{} of {period}", fact.topic.measure))
}

/// The entry of `facts` that a number asks for, as far as it tells.
fn entry(printed: &Printed, text: &str) -> String {
    let value = match (printed.amount, printed.qualifier) {
        (Amount::Range { low, high }, _) => format!("range: [{}, {}]", low.value.normalized(), high.value.normalized()),
        (Amount::One(one), Qualifier::None) => format!("value: {}", one.value.normalized()),
        // The source knows it more exactly than "about" and "nearly".
        (Amount::One(_), _) => "value: ...".to_owned(),
    };
    match printed.unit {
        Unit::Money(_) | Unit::Bare => {
            let per = match printed.basis {
                Some(Basis::Hour) => ", per: hour",
                Some(Basis::Day) => ", per: day",
                Some(Basis::Week) => ", per: week",
                Some(Basis::Month) => ", per: month",
                Some(Basis::Year) | None => "",
            };
            let currency = match printed.unit {
                Unit::Money(Coin::One(currency)) if currency != Currency::USD => format!(", currency: {currency}"),
                _ => String::new(),
            };
            if printed.unit != Unit::Bare
                && printed.basis.is_none()
                && (is_about_a_price(within(text, &printed.range, &[',', ':'])) || !is_about_pay(within(text, &printed.range, &[])))
            {
                return format!("measure: price, of: ...{currency}, {value}, as_of: ..., source: ...");
            }
            format!("measure: pay{per}{currency}, {value}, as_of: ..., source: ...")
        }
        Unit::Percent if is_about_growth(within(text, &printed.range, &[])) && !is_about_pay(within(text, &printed.range, &[','])) => {
            format!("measure: growth, {value}, from: ..., to: ..., source: ...")
        }
        Unit::Percent => {
            let derived = if is_compared(text, &printed.range) { ", quality: derived" } else { "" };
            format!("measure: percent, of: ..., {value}, as_of: ..., source: ...{derived}")
        }
    }
}

/// The sentence around `range`, or the part of it between two of `marks`.
fn within<'t>(text: &'t str, range: &Range<usize>, marks: &[char]) -> &'t str {
    let ends = |c: char| ['.', ';', '!', '?'].contains(&c) || marks.contains(&c);
    let start = text.get(..range.start).and_then(|before| before.rfind(ends)).map_or(0, |at| at + 1);
    let end = text.get(range.end..).and_then(|behind| behind.find(ends)).map_or(text.len(), |at| range.end + at);
    text.get(start..end).unwrap_or(text)
}

/// Whether words speak of what something costs or is worth, and nobody earns.
fn is_about_a_price(text: &str) -> bool {
    const PRICES: [&str; 20] = [
        "fee",
        "fees",
        "cost",
        "costs",
        "price",
        "prices",
        "priced",
        "tuition",
        "dues",
        "charge",
        "charges",
        "deposit",
        "loan",
        "loans",
        "scholarship",
        "grant",
        "copay",
        "insurance",
        "inventory",
        "budget",
    ];
    let text = text.to_lowercase();
    text.contains("minimum wage") || text.contains("co-pay") || words(&text).any(|word| PRICES.contains(&word))
}

/// Whether words speak of what people earn.
fn is_about_pay(text: &str) -> bool {
    words(&text.to_lowercase()).any(|word| is_pay(word) || is_earning(word) || ["pays", "median"].contains(&word))
}

/// Whether the number tells by how much two things differ, which no source prints: "12 percent below", "a difference of 12 percent".
fn is_compared(text: &str, range: &Range<usize>) -> bool {
    const APART: [&str; 9] = ["below", "above", "higher", "lower", "less", "more", "greater", "smaller", "better"];
    let behind = text.get(range.end..).unwrap_or_default().to_lowercase();
    let sentence = within(text, range, &[]).to_lowercase();
    words(&behind).take(2).any(|word| APART.contains(&word)) || words(&sentence).any(|word| ["difference", "gap", "differ", "differs"].contains(&word))
}

fn is_about_growth(text: &str) -> bool {
    let text = text.to_lowercase();
    ["grow", "declin", "increas", "decreas", "rise", "fall", "shrink", "outlook", "more jobs", "fewer jobs"].into_iter().any(|stem| text.contains(stem))
}

#[cfg(test)]
mod tests;
