//! The elements that stand open while HTML is written, those of Markdown and those the author typed.
//! Whatever the author leaves open is closed and reported, so that what is written always balances.

use std::ops::Range;

use super::context::Context;
use super::html::Out;
use crate::problem::{Code, Problem};

/// Open elements, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Elements(Vec<Open>);

#[derive(Debug)]
struct Open {
    // Empty for a boundary that writes nothing.
    name: String,
    // Where the author typed the tag; `None` for an element of Markdown.
    typed: Option<Range<usize>>,
}

impl Elements {
    /// Remembers an element of Markdown; its opening tag is the caller's. An empty name writes nothing when it is closed.
    pub(super) fn open(&mut self, name: &str) {
        self.0.push(Open { name: name.to_owned(), typed: None });
    }

    /// Remembers an element that the author typed at `at`.
    pub(super) fn open_typed(&mut self, name: &str, at: Range<usize>) {
        self.0.push(Open { name: name.to_owned(), typed: Some(at) });
    }

    /// Closes the innermost element of Markdown and gives its name.
    pub(super) fn close(&mut self, cx: &mut Context<'_>, out: &mut Out) -> String {
        self.close_typed_above(0, cx, out);
        match self.0.pop() {
            Some(open) => {
                close_tag(&open.name, out);
                open.name
            }
            None => String::new(),
        }
    }

    /// Closes what the author opened as `name`; reports a closing tag that has no partner.
    pub(super) fn close_as_typed(&mut self, name: &str, at: Range<usize>, cx: &mut Context<'_>, out: &mut Out) {
        let within = self.0.iter().enumerate().rev().take_while(|(_, open)| open.typed.is_some());
        let partner = within.into_iter().find(|(_, open)| open.name == name).map(|(at, _)| at);
        let Some(partner) = partner else {
            cx.problem(Code::RawHtmlUnbalanced, at, format!("`</{name}>` closes nothing"), format!("delete it, or write `<{name}>` where the element begins"));
            return;
        };
        self.close_typed_above(partner + 1, cx, out);
        self.0.pop();
        close_tag(name, out);
    }

    /// Closes what the author left open above the first `keep` elements, and reports it.
    pub(super) fn close_typed_above(&mut self, keep: usize, cx: &mut Context<'_>, out: &mut Out) {
        while self.0.len() > keep && self.0.last().is_some_and(|open| open.typed.is_some()) {
            let Some(Open { name, typed: Some(at) }) = self.0.pop() else { return };
            close_tag(&name, out);
            cx.problems.push(
                Problem::new(Code::RawHtmlUnbalanced, cx.text.span(at), format!("`<{name}>` is never closed"))
                    .help(format!("write `</{name}>` before the paragraph, list item or quote ends in which it was opened")),
            );
        }
    }

    /// Where the first typed element above `from` stands that is not among `blocks`; the number of open elements if there is none.
    pub(super) fn first_phrase_above(&self, from: usize, blocks: &[&str]) -> usize {
        self.0.iter().enumerate().skip(from).find(|(_, open)| !blocks.contains(&open.name.as_str())).map_or(self.0.len(), |(at, _)| at)
    }

    /// Closes everything.
    pub(super) fn close_all(&mut self, cx: &mut Context<'_>, out: &mut Out) {
        while !self.0.is_empty() {
            self.close(cx, out);
        }
    }

    /// How many elements are open.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether Markdown opened one of them: a list, a quote.
    pub(super) fn inside_markdown(&self) -> bool {
        self.0.iter().any(|open| open.typed.is_none())
    }
}

fn close_tag(name: &str, out: &mut Out) {
    if !name.is_empty() {
        let html = out.html();
        html.push_str("</");
        html.push_str(name);
        html.push('>');
    }
}
