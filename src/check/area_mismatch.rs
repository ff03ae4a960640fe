//! Figures of another area than the guide's that do not say so, figures of the country said of a place in it, and money that no area of the fact pays in.

mod countries;
mod elsewhere;
mod states;
#[cfg(test)]
mod tests_of_places;

use std::collections::BTreeSet;

use super::subject::Subject;
use super::together::Together;
use crate::dataset::Format;
use crate::fact::english::words;
use crate::fact::{Currency, Fact, Origin, Value};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// What countries pay in, by the ISO 3166 code of each.
const CURRENCIES: [(&str, &str); 25] = [
    ("us", "USD"),
    ("gb", "GBP"),
    ("ca", "CAD"),
    ("au", "AUD"),
    ("nz", "NZD"),
    ("ie", "EUR"),
    ("de", "EUR"),
    ("at", "EUR"),
    ("fr", "EUR"),
    ("be", "EUR"),
    ("nl", "EUR"),
    ("es", "EUR"),
    ("pt", "EUR"),
    ("it", "EUR"),
    ("gr", "EUR"),
    ("fi", "EUR"),
    ("ch", "CHF"),
    ("jp", "JPY"),
    ("se", "SEK"),
    ("no", "NOK"),
    ("dk", "DKK"),
    ("pl", "PLN"),
    ("cz", "CZK"),
    ("in", "INR"),
    ("za", "ZAR"),
];

/// Every figure of another area in a text that does not name that, and every fact of the front matter in a foreign currency.
pub(super) fn find(subject: &Subject, together: &[Together]) -> Vec<Problem> {
    let mut problems = [foreign_money(subject), foreign_datasets(subject), american_datasets(subject)].concat();
    // Whether a text names an area is read in English.
    if !subject.reads_english() {
        return problems;
    }
    let head = &subject.manuscript.head;
    let own = head.front.area.as_ref().unwrap_or(&subject.config.area);
    for together in together {
        for (figure, fact) in &together.figures {
            let Some(area) = fact.topic.area.as_ref() else { continue };
            let name = subject.registry.area_name(area);
            let said = elsewhere::said(subject, together, figure, fact);
            // A state is named in its own clause, whatever else the paragraph names.
            let is_others = is_state(subject, area) && said.is_some() && !elsewhere::names_near(together, figure, name);
            let in_row = elsewhere::in_row(subject, figure, area);
            let said = in_row.or(said.filter(|_| is_others || subject.registry.is_country(area)));
            if in_row.is_none() && !is_others && ((area == own && said.is_none()) || is_named(subject, together, figure, area, name)) {
                continue;
            }
            let (of, reference) = (spoken(name), &figure.reference);
            let (message, help) = match said {
                Some(said) => (
                    format!("`{reference}` is a figure of {of}, and the text says it of {said}"),
                    format!("print the figure of {said}, a fact with its `area`; or say that this one is of {of}"),
                ),
                None => (
                    format!("`{reference}` is a figure of {of}, and the text does not say so"),
                    format!("name the place in the same paragraph, such as \"in {of}\", or print the figure of this guide's area"),
                ),
            };
            problems.push(Problem::new(Code::AreaMismatch, subject.manuscript.text.span(figure.whole.clone()), message).help(help));
        }
    }
    problems
}

fn is_state(subject: &Subject, area: &str) -> bool {
    subject.registry.areas.get(area).is_some_and(|it| it.kind.as_deref() == Some("state"))
}

/// A name as it stands in a sentence: "the United States".
fn spoken(name: &str) -> String {
    if name.starts_with("United ") { format!("the {name}") } else { name.to_owned() }
}

/// Whether the paragraph or table of the figure, or the heading above it, names the area.
fn is_named(subject: &Subject, together: &Together, figure: &Figure, area: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let above = subject.headings_above(figure.whole.start).any(|heading| heading.text.to_lowercase().contains(&name));
    let is_country = subject.registry.is_country(area);
    let others = match subject.registry.country(area).filter(|_| is_country).as_deref() {
        Some("us") => ["u.s", "the us", "usa", "america", "american", "americans", "the states", "the nation"].as_slice(),
        Some("gb") => ["the uk", "u.k", "britain", "british"].as_slice(),
        _ => &[],
    };
    let is_of_country = is_country && together.says(&["national", "nationally", "nationwide", "the country", "whole country", "countrywide"]);
    // Of "Dallas-Fort Worth-Arlington, TX" people say Dallas.
    let first = name.split(['-', '–', ',', '/']).next().unwrap_or_default().trim();
    let is_city = || {
        first.len() >= 4
            && first != name
            && (together.says(&[first]) || subject.headings_above(figure.whole.start).any(|it| it.text.to_lowercase().contains(first)))
    };
    above
        || is_of_country
        || is_city()
        || together.says(others)
        || together.says(&[&name])
        || names_people(together, &name)
        || is_abbreviated(subject, figure, area)
}

/// Whether the text names the people of a place: "Californians", "Texans", "New Yorkers".
fn names_people(together: &Together, name: &str) -> bool {
    let stem = name.trim_end_matches(['a', 'e', 'i', 'o', 's', 'y']);
    let ends = ["n", "ns", "an", "ans", "ian", "ians", "er", "ers"];
    [name, stem, name.trim_end_matches('s')].iter().any(|start| ends.iter().any(|end| together.says(&[&format!("{start}{end}")])))
}

/// Whether the line of the figure has the letters of a state, "CA:", or begins its name with a capital and ends with a full stop: "Calif.".
fn is_abbreviated(subject: &Subject, figure: &Figure, area: &str) -> bool {
    let Some(entry) = subject.registry.areas.get(area) else { return false };
    // Files of statistics have numbers for states: "48" is Texas.
    let of_code = entry.code.as_deref().and_then(|code| code.split_once('-')).map(|(_, letters)| letters);
    let of_name = || entry.name.as_deref().filter(|_| entry.kind.as_deref() == Some("state")).and_then(states::letters);
    let Some(letters) = of_code.or_else(of_name) else { return false };
    let text = &subject.manuscript.text.text;
    let start = text.get(..figure.whole.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let is_short = |word: &str| {
        let start = word.trim_start_matches(['(', '*', '_']).split_once('.').map_or("", |(start, _)| start);
        start.len() > 2 && entry.name.as_deref().is_some_and(|name| name.len() > start.len() && name.starts_with(start))
    };
    let says_letters = |text: &str| words(text).any(|word| word == letters);
    [line, &figure.before, &figure.after].iter().any(|text| says_letters(text) || text.split_whitespace().any(is_short))
}

/// The datasets that give the page money of another currency than that of its country, each told once, where the page first names such a figure.
fn foreign_datasets(subject: &Subject) -> Vec<Problem> {
    let mut told = BTreeSet::new();
    let mut problems = Vec::new();
    for fact in subject.figures.shown() {
        let (Origin::Dataset { id, .. }, Some(wanted), Value::Money(_, currency)) = (&fact.origin, currency_of_area(subject, fact), fact.value()) else {
            continue;
        };
        if *currency != wanted && told.insert(id) {
            let place = subject.figure_place(|it| it.origin == fact.origin);
            let area = fact.topic.area.as_deref().unwrap_or_default();
            let message = format!("the dataset `{id}` gives amounts in {currency} for `{area}`, which pays in {wanted}");
            let problem = Problem::new(Code::AreaMismatch, place, message);
            problems.push(problem.help(format!("if it is of another country, say its `area` in content/_data/datasets.yaml; else its `currency: {wanted}`")));
        }
    }
    problems
}

/// The datasets of the US Bureau of Labor Statistics that are declared to be of another country, each told once, where the page first names a figure of it.
fn american_datasets(subject: &Subject) -> Vec<Problem> {
    let mut told = BTreeSet::new();
    let mut problems = Vec::new();
    for fact in subject.figures.shown() {
        let Origin::Dataset { id, .. } = &fact.origin else { continue };
        let format = subject.registry.datasets.get(id).and_then(|declared| declared.format);
        let Some(area) = fact.topic.area.as_deref().filter(|_| matches!(format, Some(Format::Oews | Format::BlsProjections))) else { continue };
        if subject.registry.country(area).is_some_and(|country| country != "us") && told.insert(id) {
            let message = format!("the dataset `{id}` is of the United States, as all of its format are, and its `area` is `{area}`");
            let problem = Problem::new(Code::AreaMismatch, subject.figure_place(|it| it.origin == fact.origin), message);
            problems.push(problem.help("take `area` out of its entry in content/_data/datasets.yaml, or correct its `format`"));
        }
    }
    problems
}

/// The facts of the front matter whose currency is not that of their country.
fn foreign_money(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, fact) in &subject.figures.own {
        let (Some(wanted), Value::Money(_, currency)) = (currency_of_area(subject, fact), fact.value()) else { continue };
        if *currency != wanted {
            let area = fact.topic.area.as_deref().unwrap_or_default();
            let place = subject.manuscript.head.front.facts.as_ref().and_then(|facts| facts.get(name)?.currency).map(|_| "currency");
            let message = format!("the fact `{name}` is in {currency}, and its area `{area}` pays in {wanted}");
            let problem = Problem::new(Code::AreaMismatch, subject.fact_place(name, place), message);
            problems.push(problem.help(format!("write `currency: {wanted}`, or correct its `area`")));
        }
    }
    problems
}

fn currency_of_area(subject: &Subject, fact: &Fact) -> Option<Currency> {
    let country = subject.registry.country(fact.topic.area.as_deref()?)?;
    CURRENCIES.iter().find(|(it, _)| *it == country).and_then(|(_, currency)| currency.parse().ok())
}

/// Names of states of the United States.
pub(super) fn states() -> impl Iterator<Item = &'static str> {
    states::names()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_of_another_place_names_it() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/_data/areas.yaml
            us: { name: United States, kind: country }
            ohio: { name: Ohio, kind: state, code: US-OH }
            texas: { name: Texas, kind: state, code: '48' }
            === content/a.md
            ---
            title: A
            area: us
            facts:
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              ohio: { measure: pay, value: 44000, as_of: 2024-05, area: ohio }
              texas: { measure: pay, value: 43000, as_of: 2024-05, area: texas }
              euro: { measure: pay, value: 44000, as_of: 2024-05, area: ohio, currency: EUR }
              uk: { measure: pay, value: 30000, as_of: 2024-05, area: uk }
            ---
            Half earn [$45,780](fact:pay), or [$44,000](fact:ohio).

            In Ohio half earn [$44,000](fact:ohio).

            ## Pay in Ohio

            ### Hospitals

            Half earn [$44,000](fact:ohio).

            ## Elsewhere

            Ohioans do worse: [$44,000](fact:ohio).

            OH: [$44,000](fact:ohio). The rest follows.

            TX: [$43,000](fact:texas).

            In O. and ohm, half earn [$44,000](fact:ohio).
            ",
            "
            warning: the fact `euro` is in EUR, and its area `ohio` pays in USD
              --> content/a.md:8:77 EUR
              help: write `currency: USD`, or correct its `area`
            warning: the fact `uk` is in USD, and its area `uk` pays in GBP
              --> content/a.md:9:3 uk
              help: write `currency: GBP`, or correct its `area`
            warning: `ohio` is a figure of Ohio, and the text does not say so
              --> content/a.md:11:35 [$44,000](fact:ohio)
              help: name the place in the same paragraph, such as \"in Ohio\", or print the figure of this guide's area
            warning: `ohio` is a figure of Ohio, and the text does not say so
              --> content/a.md:29:26 [$44,000](fact:ohio)
              help: name the place in the same paragraph, such as \"in Ohio\", or print the figure of this guide's area
            ",
        );
    }
}
