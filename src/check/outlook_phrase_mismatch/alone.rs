//! Words of an outlook in a paragraph without a growth, "employment is projected to decline", held against the growth that the guide knows of its occupation.
//! Only sentences are read that have no word of another occupation, industry, place or time: all of their words are known here.

use std::ops::Range;
use std::sync::Arc;

use super::told::{allows, mismatch};
use crate::check::subject::Subject;
use crate::fact::english::words;
use crate::fact::{Fact, Measure, Period, Phrase, may_have_a_phrase, phrases_in};
use crate::problem::Problem;

/// Words of a sentence that says of an occupation as a whole how it will do.
const PLAIN: [&str; 47] = [
    "the",
    "this",
    "their",
    "job",
    "jobs",
    "growth",
    "employment",
    "of",
    "for",
    "in",
    "is",
    "are",
    "will",
    "be",
    "to",
    "projected",
    "expected",
    "forecast",
    "predicted",
    "grow",
    "grows",
    "growing",
    "overall",
    "total",
    "field",
    "occupation",
    "profession",
    "career",
    "outlook",
    "should",
    "about",
    "than",
    "average",
    "all",
    "occupations",
    "over",
    "next",
    "coming",
    "decade",
    "ten",
    "years",
    "from",
    "by",
    "a",
    "rate",
    "at",
    "expect",
];

/// Words of a heading that speaks of the occupation as a whole.
const HEADING: [&str; 9] = ["and", "pay", "salary", "prospects", "future", "demand", "what", "long", "term"];

/// Words of decline behind "is", "are" or "will".
const DECLINES: [&str; 7] = ["shrinking", "declining", "contracting", "falling", "shrink", "decline", "contract"];

/// What may decline while the number of jobs does not.
const NO_NUMBER: [&str; 5] = ["growth", "rate", "average", "total", "outlook"];

/// What there are fewer jobs of when it declines.
const JOBS: [&str; 6] = ["employment", "jobs", "field", "occupation", "profession", "career"];

/// Every sentence that says another outlook than all growths of the guide's occupation that it knows.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let Some(known) = own_growths(subject).filter(|_| subject.is_guide() && subject.locale().tag().starts_with("en")) else { return Vec::new() };
    let own = subject.manuscript.head.front.occupation.as_ref().and_then(|it| it.name.as_deref()).unwrap_or_default().to_lowercase();
    let own: Vec<&str> = words(&own).map(|word| word.trim_end_matches('s')).collect();
    let is_own = |word: &str| own.contains(&word.trim_end_matches('s'));
    let text = &subject.manuscript.text.text;
    let mut problems = Vec::new();
    let tells = |part: &Range<usize>| {
        let said = text.get(part.clone()).unwrap_or_default().to_ascii_lowercase();
        may_have_a_phrase(&said) || DECLINES.iter().any(|word| said.contains(word))
    };
    let is_general = |text: &str| words(&text.to_lowercase()).all(|word| PLAIN.contains(&word) || HEADING.contains(&word) || is_own(word));
    let is_of_whole = |section: &Range<usize>| subject.headings_above(section.start).all(|heading| is_general(&heading.text));
    let sections = sections(subject).into_iter().filter(|section| is_of_whole(section) && tells(section));
    for paragraph in sections.flat_map(|section| paragraphs(text, section)) {
        let has_growth = subject.text_figures().any(|figure| {
            paragraph.contains(&figure.whole.start) && subject.figures.get(&figure.reference).is_some_and(|fact| fact.topic.measure == Measure::Growth)
        });
        if has_growth {
            continue;
        }
        for sentence in sentences(text, paragraph.clone()) {
            let said = text.get(sentence.clone()).unwrap_or_default();
            let Some((range, phrase)) = outlook(said) else { continue };
            let around = [said.get(..range.start), said.get(range.end..)].map(Option::unwrap_or_default).join(" ").to_lowercase();
            let names_own = words(&around).any(is_own);
            // A later sentence may go on about what an earlier one named.
            let is_of_own = names_own || sentence.start == paragraph.start;
            let is_year = |word: &str| word.parse().is_ok_and(|year: i16| known.iter().any(|fact| is_end(fact, year)));
            let is_plain = words(&around).all(|word| PLAIN.contains(&word) || is_own(word) || is_year(word));
            let before = said.get(..range.start).unwrap_or_default().to_lowercase();
            let tells = |all: &[&str]| words(&before).any(|word| all.contains(&word));
            // Growth that declines is still growth, and all occupations are no one's own.
            let is_subject = !tells(&["all", "occupations"]) && (phrase != Phrase::Decline || (!tells(&NO_NUMBER) && (names_own || tells(&JOBS))));
            if is_of_own && is_plain && is_subject && !known.iter().any(|fact| allows(fact, phrase)) {
                let place = sentence.start + range.start..sentence.start + range.end;
                problems.extend(known.first().map(|fact| mismatch(subject, place, phrase, fact)));
            }
        }
    }
    problems
}

/// The growths of the guide's own occupation as a whole; `None` without any.
fn own_growths(subject: &Subject) -> Option<Vec<&Arc<Fact>>> {
    let own = subject.manuscript.head.front.occupation.as_ref().and_then(|it| it.soc.as_deref());
    let named = subject.figures.named.values().filter_map(|found| found.as_ref().ok());
    let is_own = |fact: &&Arc<Fact>| {
        let topic = &fact.topic;
        topic.measure == Measure::Growth && topic.industry.is_none() && topic.population.is_none() && topic.occupation.as_deref() == own
    };
    let found: Vec<&Arc<Fact>> = subject.figures.own.values().chain(named).filter(is_own).collect();
    (!found.is_empty()).then_some(found)
}

/// Whether the growth begins or ends in `year`.
fn is_end(fact: &Fact, year: i16) -> bool {
    matches!(fact.topic.period, Some(Period::Over { from, to }) if from.year() == year || to.year() == year)
}

/// The outlook that a sentence tells: a phrase of the publisher, or a plain word of decline.
fn outlook(sentence: &str) -> Option<(Range<usize>, Phrase)> {
    let mut found = phrases_in(sentence).into_iter();
    match (found.next(), found.next()) {
        (Some(found), None) => return Some(found),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    let lower = sentence.to_ascii_lowercase();
    let all: Vec<&str> = words(&lower).collect();
    let at = all.windows(2).position(|pair| matches!(pair, ["is" | "are" | "will", word] if DECLINES.contains(word)))?;
    let word = all.get(at + 1)?;
    let start = lower.match_indices(word).map(|(start, _)| start).next()?;
    Some((start..start + word.len(), Phrase::Decline))
}

/// The text before the first heading, and that below each.
fn sections(subject: &Subject) -> Vec<Range<usize>> {
    let headings = || subject.manuscript.body.headings.iter().map(|heading| &heading.range);
    let starts = std::iter::once(subject.manuscript.head.text.text.len()).chain(headings().map(|range| range.end));
    let ends = headings().map(|range| range.start).chain([subject.manuscript.text.text.len()]);
    starts.zip(ends).map(|(start, end)| start..end.max(start)).collect()
}

/// The paragraphs and items of lists of plain text in `section`; no headings, tables, quotes or code.
fn paragraphs(text: &str, section: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_code, mut is_open) = (section.start, false, false);
    for line in text.get(section).unwrap_or_default().split_inclusive('\n') {
        let (begin, trimmed) = (at, line.trim_start());
        at += line.len();
        let is_fence = trimmed.starts_with("```") || trimmed.starts_with("~~~");
        is_code ^= is_fence;
        let is_other = trimmed.starts_with(['#', '|', '>', '<', ':']) || trimmed.starts_with("Table:") || trimmed.starts_with("[^");
        if is_code || is_fence || is_other || trimmed.trim_end().is_empty() {
            is_open = false;
            continue;
        }
        let item = trimmed.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '*' | '+'));
        let marker = trimmed.len() - item.len();
        let is_item = marker > 0 && item.starts_with(' ') && (trimmed.starts_with(['-', '*', '+']) || trimmed.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(last) = found.last_mut().filter(|_| is_open && !is_item) {
            last.end = at;
        } else {
            found.push(if is_item { begin + (line.len() - item.len()) } else { begin }..at);
        }
        is_open = true;
    }
    found
}

/// The statements of a paragraph. "U.S." ends none, and a question is none.
fn sentences(text: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    let body = text.get(paragraph.clone()).unwrap_or_default();
    for (at, c) in body.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!')) {
        let before = body.get(..at).unwrap_or_default();
        let is_letter = before.rsplit(|c: char| !c.is_alphanumeric()).next().is_none_or(|word| word.chars().count() < 2);
        let ends = body.get(at + 1..).unwrap_or_default().chars().next().is_none_or(|next| next.is_whitespace() || matches!(next, '*' | '_' | ')' | '"'));
        if !ends || (is_letter && before.ends_with(char::is_alphanumeric)) {
            continue;
        }
        if c != '?' {
            found.push(start..paragraph.start + at);
        }
        start = paragraph.start + at + 1;
    }
    found
}
