//! What stands inside a paragraph, heading or cell becomes HTML: emphasis, links, images, notes, code.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::context::{Context, matching, plain};
use super::elements::Elements;
use super::html::{Out, flat};
use super::source::Source;
use super::{Piece, figure_link, links, notes, raw_html};

/// Writes `events`; the strong text at `run_in` is a run-in head.
pub(super) fn write(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)], run_in: Option<usize>, out: &mut Out) {
    cx.count_words(&plain(events));
    notes::report_undefined(cx, source, events);
    all(cx, source, events, run_in, out);
}

fn all(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)], run_in: Option<usize>, out: &mut Out) {
    let mut elements = Elements::default();
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        match event {
            Event::Text(text) => out.text(text),
            Event::Code(code) => {
                out.raw("<code>");
                out.text(code);
                out.raw("</code>");
            }
            Event::SoftBreak => out.raw("\n"),
            Event::HardBreak => out.raw("<br>\n"),
            Event::InlineHtml(html) => raw_html::inline(cx, source, html, range, &mut elements, out),
            Event::FootnoteReference(label) => notes::refer(cx, source, label, range, out),
            Event::TaskListMarker(done) => out.raw(if *done {
                "<input type=\"checkbox\" disabled checked aria-label=\"done\"> "
            } else {
                "<input type=\"checkbox\" disabled aria-label=\"to do\"> "
            }),
            Event::Start(Tag::Image { .. }) => {
                let end = matching(events, at);
                if let Some(image) = links::image(cx, source, events.get(at..end).unwrap_or_default()) {
                    out.pieces.push(Piece::Image(image));
                }
                at = end;
            }
            Event::Start(Tag::Link { .. }) => {
                let end = matching(events, at);
                if let Some(name) = figure_link::named(event) {
                    let found = figure_link::Found { name, events, link: at..end };
                    let mut words = Out::default();
                    all(cx, source, found.words(), None, &mut words);
                    figure_link::write(cx, source, &found, flat(words.pieces, cx.page.as_ref()), out);
                    at = end + 1;
                    continue;
                }
                let name = links::open(cx, source, events.get(at..end).unwrap_or_default(), out);
                elements.open(name);
            }
            Event::Start(Tag::Strong) if run_in == Some(at) => {
                out.raw("<strong class=\"run-in\">");
                elements.open("strong");
            }
            Event::Start(tag) => {
                let name = match tag {
                    Tag::Emphasis => "em",
                    Tag::Strong => "strong",
                    Tag::Strikethrough => "del",
                    _ => "",
                };
                if !name.is_empty() {
                    out.raw(&format!("<{name}>"));
                }
                elements.open(name);
            }
            Event::End(_) => {
                elements.close(cx, out);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::Html(_) | Event::Rule => {}
        }
        at += 1;
    }
    elements.close_all(cx, out);
}
