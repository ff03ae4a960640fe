//! The text of paragraphs, headings and cells is remembered as it is read, for the checks that look for numbers in it.
//! Captions and the notes of tables are not: they speak of figures that stand elsewhere.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::context::{Context, Origin, matching};
use super::figure_link;
use super::html_tag::{Part, parts};
use super::passage::{OBJECT, Passage};
use super::source::Source;
use crate::fact::{may_have_a_claim, may_have_a_figure};

/// Elements of HTML whose text is no prose.
const CODE: [&str; 4] = ["code", "kbd", "pre", "samp"];

/// Remembers the text of `events`, those of one paragraph, heading or cell, if it may have a number or a word that counts.
pub(super) fn remember(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)]) {
    if !events.iter().any(|(event, _)| matches!(event, Event::Text(text) if may_have_a_figure(text) || may_have_a_claim(text))) {
        return;
    }
    let is_exact = matches!(source.origin, Origin::From(_));
    let mut passage = Passage::default();
    let (mut at, mut in_code) = (0, false);
    while let Some((event, range)) = events.get(at) {
        match event {
            Event::Text(text) if !in_code => passage.push(text, source.origin.at(range.clone()), is_exact),
            Event::Text(_) | Event::Code(_) => passage.push_sign(OBJECT),
            Event::SoftBreak | Event::HardBreak => passage.push_sign(' '),
            Event::Start(Tag::Image { .. }) => {
                passage.push_sign(OBJECT);
                at = matching(events, at);
            }
            event if figure_link::named(event).is_some() => {
                passage.push_sign(OBJECT);
                at = matching(events, at);
            }
            Event::InlineHtml(html) => in_code = is_code_behind(html, in_code),
            _ => {}
        }
        at += 1;
    }
    cx.passages.push(passage);
}

/// Remembers a line of text within raw HTML, which stands at `range` of the file.
pub(super) fn remember_typed(cx: &mut Context<'_>, line: &str, range: Range<usize>) {
    if may_have_a_figure(line) {
        let mut passage = Passage::default();
        passage.push(line, range, true);
        cx.passages.push(passage);
    }
}

/// Whether what stands behind the tags `html` is code; `before` says so of what stands before them.
fn is_code_behind(html: &str, before: bool) -> bool {
    parts(html).into_iter().fold(before, |is_code, (part, _)| is_code_after(&part, is_code))
}

/// The same for one part.
pub(super) fn is_code_after(part: &Part<'_>, before: bool) -> bool {
    match part {
        Part::Open(tag) if CODE.contains(&tag.name.as_str()) => true,
        Part::Close(name) if CODE.contains(&name.as_str()) => false,
        _ => before,
    }
}
