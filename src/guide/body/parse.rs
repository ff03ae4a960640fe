//! The body of one file, from its Markdown.

use super::context::{Context, Origin};
use super::html::Out;
use super::parts::Parts;
use super::walk::walk;
use super::{Body, Piece, notes, tables};
use crate::guide::rules::Rules;
use crate::problem::Problem;
use crate::source::Text;
use crate::words::TextWords;

/// The body of `text`, which begins at the byte `start`; `numbered` says whether this page numbers its sections, `words` what stands in texts of its language,
/// `decimal_sign` what stands before the decimals of their numbers.
pub fn parse(text: &Text, start: usize, rules: &Rules, (numbered, words, decimal_sign): (bool, &TextWords, char)) -> (Body, Vec<Problem>) {
    let markdown = text.text.get(start..).unwrap_or_default();
    let mut cx = Context::new(text, rules, (words, decimal_sign));
    cx.numbered = numbered;
    cx.ids.reserve(markdown);
    let pieces = walk(&mut cx, markdown, &Origin::From(start), Some(&Parts));
    let mut out = Out { pieces };
    notes::section(&mut cx, &mut out);
    tables::finish(&mut cx, &mut out.pieces);
    let mut pieces = out.pieces;
    pieces.retain(|piece| !matches!(piece, Piece::Html(html) if html.is_empty()));
    let mut problems = cx.problems;
    problems.sort_by_key(|problem| problem.span.start);
    let shows = Body::shown_by(&pieces);
    let body = Body {
        shows,
        pieces,
        headings: cx.headings,
        links: cx.links,
        figures: cx.figures,
        passages: cx.passages,
        anchors: cx.ids.into_anchors(),
        lead: cx.lead,
        words: cx.words,
    };
    (body, problems)
}
