//! Notes: numbered in the order in which the text refers to them, printed at the end of the body.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::Event;

use super::Piece;
use super::context::Context;
use super::html::{Out, attribute_text};
use super::source::Source;
use crate::problem::{Code, Problem};

fn folded(label: &str) -> String {
    caseless::default_case_fold_str(label)
}

/// Remembers a note's text.
pub(super) fn define(cx: &mut Context<'_>, label: &str, at: Range<usize>, pieces: Vec<Piece>) {
    let at = at.start..at.start + label.len() + 3;
    if let Some((first, ..)) = cx.notes.defined.get(&folded(label)) {
        let problem = Problem::new(Code::FootnoteDuplicate, cx.text.span(at), format!("the note `[^{label}]` is defined twice"));
        cx.problems.push(problem.also(cx.text.span(first.clone()), "first defined here").help("give one of them another label"));
    } else {
        cx.notes.defined.insert(folded(label), (at, label.to_owned(), pieces));
    }
}

/// Writes a reference to a note.
pub(super) fn refer(cx: &mut Context<'_>, source: &Source<'_>, label: &str, range: &Range<usize>, out: &mut Out) {
    let fresh = cx.notes.referred.len() + 1;
    let (number, count) = cx.notes.referred.entry(folded(label)).or_insert((fresh, 0));
    *count += 1;
    let (number, count) = (*number, *count);
    let id = reference_id(number, count);
    let at = source.origin.at(range.clone());
    let _ = cx.ids.take(&id, at.clone());
    let _ = cx.ids.take(&format!("fn-{number}"), at);
    let label = attribute_text(&cx.said.note_number.count(number, &[]));
    out.raw(&format!("<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\" aria-label=\"{label}\">{number}</a></sup>"));
}

fn reference_id(number: usize, count: usize) -> String {
    if count == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{count}") }
}

/// Reports what looks like a reference to a note that is defined nowhere: the parser gives it as text.
pub(super) fn report_undefined(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)]) {
    for (event, range) in events {
        if !matches!(event, Event::Text(text) if text.contains("[^")) {
            continue;
        }
        let typed = source.get(range.clone());
        for (at, _) in typed.match_indices("[^") {
            let before = typed.get(..at).unwrap_or_default();
            let after = typed.get(at + 2..).unwrap_or_default();
            // Only so far: a text of nothing but brackets would take time by its square.
            let Some((end, _)) = after.char_indices().take(60).find(|(_, c)| *c == ']') else { continue };
            let label = after.get(..end).unwrap_or_default();
            let is_label = !label.is_empty() && !label.contains(char::is_whitespace) && !label.contains(['[', '\\', '^']);
            if is_label && !before.ends_with('\\') {
                let start = range.start + at;
                let help = format!("define it on a line of its own, `[^{label}]: ...`, or write `\\[^{label}]` if it is no note");
                cx.problem(Code::FootnoteUndefined, source.origin.at(start..start + label.len() + 3), format!("no note is called `{label}`"), help);
            }
        }
    }
}

/// The section of notes at the end of a body; reports notes that nothing refers to.
pub(super) fn section(cx: &mut Context<'_>, out: &mut Out) {
    let notes = std::mem::take(&mut cx.notes);
    let mut in_order = Vec::new();
    for (label, (at, typed, pieces)) in notes.defined {
        match notes.referred.get(&label) {
            Some((number, count)) => in_order.push((*number, *count, pieces)),
            None => cx.problem(
                Code::FootnoteUnused,
                at,
                format!("nothing refers to the note `[^{typed}]`"),
                format!("write `[^{typed}]` where it belongs, or delete it"),
            ),
        }
    }
    if in_order.is_empty() {
        return;
    }
    in_order.sort_by_key(|(number, ..)| *number);
    out.raw(&format!("<section class=\"footnotes\" aria-label=\"{}\">\n<ol>\n", attribute_text(cx.said.notes.text())));
    for (number, count, pieces) in in_order {
        out.raw(&format!("<li id=\"fn-{number}\" value=\"{number}\">"));
        let mut note = Out::default();
        note.append(pieces);
        let mut back = String::new();
        for count in 1..=count {
            let which = if count == 1 { String::new() } else { format!(", {count}") };
            // Writing to a string cannot fail.
            let _ = write!(
                back,
                " <a class=\"footnote-back\" href=\"#{}\" aria-label=\"{}{which}\">↩</a>",
                reference_id(number, count),
                attribute_text(&cx.said.back_to_note.count(number, &[]))
            );
        }
        let html = note.html();
        match html.strip_suffix("</p>\n").map(str::len) {
            Some(len) => html.insert_str(len, &back),
            None => html.push_str(&back),
        }
        out.append(note.pieces);
        out.raw("</li>\n");
    }
    out.raw("</ol>\n</section>\n");
}
