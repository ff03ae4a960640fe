//! Markdown in short texts: answers, steps, notes, captions, remarks of the front matter.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::context::{Context, Origin};
use super::html::flat;
use super::walk::walk;
use super::{Figure, Link, Passage, Piece};
use crate::fact::Locale;
use crate::guide::rules::Rules;
use crate::problem::{Code, Problem};
use crate::source::{Span, Text};

/// A short text as HTML, with what was found in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    /// What it shows.
    pub html: String,
    /// Its links; the place of each is the whole text's.
    pub links: Vec<Link>,
    /// Its figures; the HTML holds a mark for each.
    pub figures: Vec<Figure>,
    /// The texts in it in which numbers may stand; none of a text of one line.
    pub passages: Vec<Passage>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// `markdown`, a value that stands at `range` of `text`, as paragraphs, lists and the like.
pub fn fragment(text: &Text, range: Range<usize>, markdown: &str, rules: &Rules) -> Fragment {
    alone(text, rules, |cx| fragment_in(cx, markdown, &Origin::of_value(text, markdown, range)))
}

/// `markdown`, a value that stands at `range` of `text`, as one line of text without a paragraph around it.
pub fn phrase(text: &Text, range: Range<usize>, markdown: &str, rules: &Rules) -> Fragment {
    alone(text, rules, |cx| phrase_in(cx, markdown, &Origin::of_value(text, markdown, range)))
}

fn alone(text: &Text, rules: &Rules, write: impl FnOnce(&mut Context<'_>) -> String) -> Fragment {
    let written = catch_unwind(AssertUnwindSafe(|| {
        let mut cx = Context::new(text, rules, (rules.words.of(&rules.language), Locale::of(&rules.language).decimal_sign()));
        let html = write(&mut cx);
        Fragment { html, links: cx.links, figures: cx.figures, passages: cx.passages, problems: cx.problems }
    }));
    written.unwrap_or_else(|_| Fragment { problems: vec![stumbled(text)], ..Fragment::default() })
}

/// The problem that a text made us stumble: a panic in one file lets others go on.
pub(crate) fn stumbled(text: &Text) -> Problem {
    Problem::new(Code::Fault, Span::whole(&text.path), "Guidepost stumbled over the text of this page")
        .help("this is a fault of Guidepost: please report it with the file")
}

pub(super) fn fragment_in(cx: &mut Context<'_>, markdown: &str, origin: &Origin) -> String {
    let pieces = pieces(cx, markdown, origin);
    flat(pieces, cx.page.as_ref()).trim_end().to_owned()
}

pub(super) fn phrase_in(cx: &mut Context<'_>, markdown: &str, origin: &Origin) -> String {
    let before = cx.passages.len();
    let html = fragment_in(cx, markdown, origin);
    // Captions, notes and credits speak of figures that stand elsewhere.
    cx.passages.truncate(before);
    match html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")) {
        Some(inside) if !inside.contains("</p>") => inside.to_owned(),
        _ if html.is_empty() => html,
        _ => {
            let at = origin.at(0..markdown.len());
            cx.problem(Code::NotInShortText, at, "this text is more than one paragraph", "write one paragraph of plain text, links and emphasis");
            super::html::escaped(markdown)
        }
    }
}

fn pieces(cx: &mut Context<'_>, markdown: &str, origin: &Origin) -> Vec<Piece> {
    walk(cx, markdown, origin, None)
}
