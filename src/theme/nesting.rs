//! Which tag of a template is left open: the engine complains only where something else ends.

use std::ops::Range;

use super::tags::{Kind, Tag, tags};
use crate::problem::{Code, Problem};
use crate::source::Text;

/// A tag that waits for its end.
struct Open {
    /// `if`, or `<card>` of a component that is called with a text.
    name: String,
    /// What ends it.
    end: String,
    range: Range<usize>,
}

/// A tag that another one begins in, at the byte `stop` where the engine stopped.
pub(super) fn unclosed_tag(text: &Text, stop: usize) -> Option<Problem> {
    let is_open = |at: usize| ["{{", "{%", "{#"].iter().any(|mark| text.text.get(at..).is_some_and(|rest| rest.starts_with(mark)));
    let before = text.text.get(..stop).filter(|_| is_open(stop))?;
    let (at, close) = [("{{", "}}"), ("{%", "%}")].iter().filter_map(|(open, close)| Some((before.rfind(open)?, *close))).max()?;
    let is_closed = before.get(at..).is_none_or(|inside| inside.contains(close));
    let range = at..at + 2;
    let message = format!("this `{}` is never closed", text.text.get(range.clone())?);
    let problem = Problem::new(Code::TemplateSyntax, text.span(range), message).also(text.span(stop..stop + 2), "another tag begins here");
    (!is_closed).then(|| problem.help(format!("write `{close}` behind what belongs to it")))
}

/// What is wrong with the ends of tags where the engine stopped, at the byte `stop`. `None` if it stopped for another reason.
pub(super) fn problem(text: &Text, stop: usize) -> Option<Problem> {
    let mut open: Vec<Open> = Vec::new();
    for tag in tags(&text.text).filter(|tag| tag.is_statement) {
        let Some(end) = end(&text.text, &tag) else {
            open.extend(opened(&text.text, &tag));
            continue;
        };
        let matches = open.last().is_some_and(|it| it.end == end);
        if matches {
            open.pop();
            continue;
        }
        if !tag.range.contains(&stop) {
            return None;
        }
        let here = text.span(tag.range.clone());
        let is_around = open.iter().any(|it| it.end == end);
        if let Some(it) = open.last().filter(|_| is_around) {
            return Some(unclosed(text, it).also(here, format!("`{end}` stands here, before `{}`", it.end)));
        }
        let problem = Problem::new(Code::TemplateSyntax, here, format!("`{{% {end} %}}` ends nothing"));
        return Some(match open.last() {
            Some(it) => problem.also(text.span(it.range.clone()), format!("`{}` begins here, which ends with `{{% {} %}}`", it.name, it.end)),
            None => problem,
        });
    }
    let is_at_end = text.text.get(stop..).is_none_or(|rest| rest.trim().is_empty());
    open.last().filter(|_| is_at_end).map(|it| unclosed(text, it))
}

fn unclosed(text: &Text, it: &Open) -> Problem {
    let message = format!("this `{}` is never closed", it.name);
    Problem::new(Code::TemplateSyntax, text.span(it.range.clone()), message).help(format!("write `{{% {} %}}` behind what belongs to it", it.end))
}

/// What `tag` opens.
fn opened(text: &str, tag: &Tag) -> Option<Open> {
    let said = |at: usize| tag.tokens.get(at).filter(|it| it.kind != Kind::Text).and_then(|it| text.get(it.range.clone())).unwrap_or("");
    let (name, end) = match said(0) {
        name @ ("if" | "for" | "block" | "filter" | "component") => (name.to_owned(), format!("end{name}")),
        "set" | "set_global" if said(2) != "=" => ("set".to_owned(), "endset".to_owned()),
        "<" => (format!("<{}>", said(1)), format!("</{}>", said(1))),
        _ => return None,
    };
    Some(Open { name, end, range: tag.range.clone() })
}

/// What `tag` ends: `endif`, `</card>`.
fn end(text: &str, tag: &Tag) -> Option<String> {
    let said = |at: usize| tag.tokens.get(at).and_then(|it| text.get(it.range.clone())).unwrap_or("");
    match said(0) {
        "<" if said(1) == "/" => Some(format!("</{}>", said(2))),
        name @ ("endif" | "endfor" | "endblock" | "endfilter" | "endcomponent" | "endset") => Some(name.to_owned()),
        _ => None,
    }
}
