//! The caption of a table: the paragraph after it that begins with `Table:`.
//! `Table: Pay by industry {#pay-table source=oews-2024 unit="USD per year" note="..."}`

use std::ops::Range;

use pulldown_cmark::Event;

use super::attributes::{self, Kind};
use super::context::{Context, Leaf, Origin};
use super::html::{Out, flat};
use super::source::Source;
use super::{Piece, fragment, inline};
use crate::problem::Code;
use crate::tree::nearest;

const NAMES: &[&str] = &["source", "unit", "note"];

/// Whether a paragraph is a caption.
pub(super) fn is_caption(leaf: &Leaf<'_>) -> bool {
    matches!(leaf.first(), Some((Event::Text(text), _)) if text.starts_with("Table:"))
}

/// Gives the caption to the table before it.
pub(super) fn caption(cx: &mut Context<'_>, source: &Source<'_>, leaf: &Leaf<'_>, range: &Range<usize>, out: &mut Out) {
    let typed = source.get(range.clone()).trim_end();
    let at = source.origin.at(range.start..range.start + typed.len());
    if !matches!(out.pieces.last(), Some(Piece::Table(table)) if table.caption.is_none()) {
        let help = "a caption stands after its table, with a blank line between; write `Table\\:` for a text that begins like this";
        cx.problem(Code::CaptionWithoutTable, at, "this caption stands after no table", help);
        return;
    }
    let braces = braces(typed);
    let end = range.start + braces.as_ref().map_or(typed.len(), |braces| braces.start);
    let mut html = Out::default();
    inline::write(cx, source, &words(source, leaf, end), None, &mut html);
    let html = flat(html.pieces, cx.page.as_ref()).trim().to_owned();
    if html.is_empty() {
        cx.problem(Code::CaptionAttribute, at, "this caption says nothing", "say what the table shows, in a few words");
    }
    let mut given = Given::default();
    if let Some(braces) = braces {
        let start = range.start + braces.start + 1;
        given.read(cx, source, typed.get(braces.start + 1..braces.end - 1).unwrap_or_default(), start);
    }
    if let Some(Piece::Table(table)) = out.pieces.last_mut() {
        table.caption = Some(html);
        table.id = given.id.unwrap_or_default();
        table.unit = given.unit;
        table.note = given.note;
        (table.source, table.source_range) = given.source.unzip();
    }
}

#[derive(Default)]
struct Given {
    id: Option<String>,
    unit: Option<String>,
    note: Option<String>,
    source: Option<(String, Range<usize>)>,
}

impl Given {
    fn read(&mut self, cx: &mut Context<'_>, source: &Source<'_>, inside: &str, start: usize) {
        for attribute in attributes::read(inside, start) {
            let at = source.origin.at(attribute.range);
            match attribute.kind {
                Kind::Id(id) => self.id = Some(cx.own_id(id.to_owned(), at)),
                Kind::Pair("source", value, place) => self.source = Some((value.to_owned(), source.origin.at(place))),
                Kind::Pair("unit", value, _) => self.unit = Some(value.to_owned()),
                Kind::Pair("note", value, place) => {
                    self.note = Some(fragment::phrase_in(cx, value, &Origin::From(source.origin.at(place).start)));
                }
                Kind::Pair(name, ..) => {
                    let known = || "a caption takes `#id`, `source=`, `unit=` and `note=`".to_owned();
                    let help = nearest(name, NAMES.iter().copied()).map_or_else(known, |near| format!("did you mean `{near}=`?"));
                    cx.problem(Code::CaptionAttribute, at, format!("a caption has no `{name}`"), help);
                }
                Kind::Class(_) | Kind::Other(_) => {
                    let word = cx.text.text.get(at.clone()).unwrap_or_default();
                    let help = "a caption takes `#id`, `source=id`, `unit=\"...\"` and `note=\"...\"`; a value with blanks stands in quotes";
                    cx.problem(Code::CaptionAttribute, at, format!("`{word}` is not understood"), help);
                }
            }
        }
    }
}

// The braces at the end of a caption: the first `{` that begins like attributes.
fn braces(typed: &str) -> Option<Range<usize>> {
    if !typed.ends_with('}') {
        return None;
    }
    let begins = |inside: &str| {
        let name = inside.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).and_then(|len| inside.get(len..).filter(|_| len > 0));
        inside.starts_with(['#', '.', '}']) || name.is_some_and(|rest| rest.starts_with('='))
    };
    let found = typed.match_indices('{').find(|(at, _)| typed.get(at + 1..).is_some_and(|inside| begins(inside.trim_start())));
    // Braces that begin like no attributes are attributes with a mistake, unless they are escaped.
    let last = || typed.rfind('{').filter(|at| typed.get(..*at).is_some_and(|before| !before.ends_with('\\')));
    found.map(|(at, _)| at).or_else(last).map(|start| start..typed.len())
}

// The events of the caption's words: without `Table:` in front and without the braces, which begin at `end`.
fn words<'s>(source: &Source<'_>, leaf: &Leaf<'s>, end: usize) -> Leaf<'s> {
    let mut words: Leaf<'s> = Vec::new();
    for (event, range) in leaf {
        if range.end <= end {
            words.push((event.clone(), range.clone()));
        } else if let (true, Event::Text(text)) = (range.start < end, event) {
            // Quotes may have been changed, so the braces are found from their end of the text.
            let typed = source.get(range.start..end);
            let shown = if text.starts_with(typed) { typed.to_owned() } else { shown_before_brace(text, source.get(range.clone()), end - range.start) };
            words.push((Event::Text(shown.into()), range.start..end));
        }
    }
    if let Some((Event::Text(text), _)) = words.first_mut() {
        *text = text.strip_prefix("Table:").unwrap_or(text).trim_start().to_owned().into();
    }
    if let Some((Event::Text(text), _)) = words.last_mut() {
        *text = text.trim_end().to_owned().into();
    }
    words
}

// What is shown before the brace at `at` of the typed text: the same number of braces stands before it.
fn shown_before_brace(shown: &str, typed: &str, at: usize) -> String {
    let before = typed.get(..at).unwrap_or_default().matches('{').count();
    let cut = shown.match_indices('{').nth(before).map_or(shown.len(), |(at, _)| at);
    shown.get(..cut).unwrap_or(shown).to_owned()
}
