//! Figures in running text: links whose address begins with `fact:`. What they say is filled in when the page is shown, so the
//! HTML holds a mark in their place.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::context::{Context, plain};
use super::figure::{Figure, mark};
use super::html::Out;
use super::links;
use super::source::Source;
use crate::problem::Code;

/// What an address begins with that names a figure.
const SCHEME: &str = "fact:";

/// So much of the text around a figure is kept, in bytes: a few words.
const AROUND: usize = 80;

/// The name of the figure that a link leads to, if it does.
pub(super) fn named<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix(SCHEME),
        _ => None,
    }
}

/// A link to a figure among the events of its paragraph.
pub(super) struct Found<'e> {
    /// What stands behind `fact:`.
    pub(super) name: &'e str,
    /// All events of the paragraph.
    pub(super) events: &'e [(Event<'e>, Range<usize>)],
    /// The indexes of the link's start and end among them.
    pub(super) link: Range<usize>,
}

impl<'e> Found<'e> {
    /// The words of the link.
    pub(super) fn words(&self) -> &'e [(Event<'e>, Range<usize>)] {
        self.events.get(self.link.start + 1..self.link.end).unwrap_or_default()
    }
}

/// Writes the mark of a figure whose words are `html`, and remembers it.
pub(super) fn write(cx: &mut Context<'_>, source: &Source<'_>, found: &Found<'_>, html: String, out: &mut Out) {
    let Found { name, events, link } = found;
    let before = events.get(..link.start).unwrap_or_default();
    let Some((Event::Start(Tag::Link { link_type, id, .. }), whole)) = events.get(link.start) else { return };
    let written = source.origin.at(links::destination(source, *link_type, id, whole, events.get(link.clone()).unwrap_or_default()));
    let Ok(reference) = name.parse() else {
        let help = "write the name of a fact of the front matter, or one such as `fact:pay`, `fact:growth`, `fact:29-2072/pay`";
        cx.problem(Code::UnknownFact, written, format!("`{name}` names no figure"), help);
        out.raw(&html);
        return;
    };
    out.raw(&mark(cx.figures.len()));
    cx.figures.push(Figure {
        reference,
        text: plain(found.words()),
        html,
        before: tail(&last(before)).to_owned(),
        after: head(&first(events.get(link.end..).unwrap_or_default())).to_owned(),
        range: name_in(written, name),
        whole: source.origin.at(whole.clone()),
    });
}

/// The name behind `fact:` at the end of `written`.
fn name_in(written: Range<usize>, name: &str) -> Range<usize> {
    if written.len() == SCHEME.len() + name.len() { written.start + SCHEME.len()..written.end } else { written }
}

/// The text of an event as a reader sees it.
fn text<'e>((event, _): &'e (Event<'_>, Range<usize>)) -> &'e str {
    match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}

/// The text of the first events, as far as it is looked at: a paragraph may have thousands of figures, and lines with labels of their own.
fn first(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut said = String::new();
    for (at, event) in events.iter().enumerate() {
        let opens_line = || is_label(&line(events.get(at + 1..).unwrap_or_default()));
        if said.len() >= AROUND || matches!(event.0, Event::HardBreak) || (matches!(event.0, Event::SoftBreak) && opens_line()) {
            break;
        }
        said.push_str(text(event));
    }
    said
}

/// The same of the last events.
fn last(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut near: Vec<&str> = Vec::new();
    let mut length = 0;
    for event in events.iter().rev() {
        let is_line = || is_label(&near.iter().rev().copied().collect::<String>());
        if length >= AROUND || matches!(event.0, Event::HardBreak) || (matches!(event.0, Event::SoftBreak) && is_line()) {
            break;
        }
        near.push(text(event));
        length += text(event).len();
    }
    near.into_iter().rev().collect()
}

/// What stands before the first link of a line.
fn line(events: &[(Event<'_>, Range<usize>)]) -> String {
    let is_of_line = |event: &&(Event<'_>, Range<usize>)| !matches!(event.0, Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Link { .. }));
    events.iter().take_while(is_of_line).map(text).collect()
}

/// Whether a line opens with no more than the name of what follows: "90th percentile: ".
fn is_label(line: &str) -> bool {
    let line = line.trim();
    let name = line.strip_suffix(':').unwrap_or_default();
    line.len() < AROUND && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && !name.is_empty() && !name.contains(['.', ':', ';', '?', '!'])
}

fn tail(text: &str) -> &str {
    let start = text.len().saturating_sub(AROUND);
    (start..=text.len()).find_map(|at| text.get(at..)).unwrap_or_default()
}

fn head(text: &str) -> &str {
    (0..=AROUND.min(text.len())).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_around_are_kept_and_no_character_is_cut() {
        let long = "é".repeat(100);
        assert_eq!((tail(&long).len(), head(&long).len()), (80, 80));
        assert_eq!((tail("ab"), head("ab")), ("ab", "ab"));
    }
}
