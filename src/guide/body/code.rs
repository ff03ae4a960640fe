//! Code blocks: shown as they are, or, when named in braces, read as a block of the page.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event};

use super::block::parse;
use super::context::Context;
use super::html::Out;
use super::walk::Source;
use super::{Block, Piece};
use crate::problem::Code;

/// Shows code.
pub(super) fn listing(kind: &CodeBlockKind<'_>, events: &[(Event<'_>, Range<usize>)], out: &mut Out) {
    out.raw("<pre tabindex=\"0\"><code");
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '\t']).next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    };
    if !language.is_empty() {
        out.attribute("class", &format!("language-{language}"));
    }
    out.raw(">");
    for (event, _) in events {
        if let Event::Text(text) = event {
            out.text(text);
        }
    }
    out.raw("</code></pre>\n");
}

/// Reads the block named by `info`.
pub(super) fn block(cx: &mut Context<'_>, source: &Source<'_>, info: &str, range: Range<usize>, inside: bool, out: &mut Out) {
    let line_start = source.get(0..range.start).rfind('\n').map_or(0, |at| at + 1);
    let typed = source.get(range.clone());
    let fence_line = range.start..range.start + typed.find('\n').unwrap_or(typed.len());
    let head = source.origin.at(fence_line.clone());
    let Some(name) = info.strip_prefix('{').and_then(|info| info.strip_suffix('}')).map(str::trim).filter(|name| !name.contains(['{', '}', ' '])) else {
        cx.problem(
            Code::UnknownBlock,
            head,
            format!("`{info}` is no name of a block"),
            "write only the name in braces, and its parameters as YAML on the lines below",
        );
        return;
    };
    if inside || line_start != range.start || typed.starts_with([' ', '\t']) {
        cx.problem(
            Code::BlockIndented,
            head,
            format!("the block `{{{name}}}` does not stand at the left margin"),
            "move its fence to the left margin, out of any list or quote",
        );
        return;
    }
    let Some(body) = body(typed) else {
        cx.problem(
            Code::BlockUnclosed,
            head,
            format!("the block `{{{name}}}` is never closed"),
            "write the fence again, alone on a line, where the block ends",
        );
        return;
    };
    let body = source.origin.at(range.start + body.start..range.start + body.end);
    let whole = source.origin.at(range.start..range.start + typed.trim_end().len());
    if let Some(kind) = parse::block(cx, name, &head, body) {
        out.pieces.push(Piece::Block(Block { kind, range: whole }));
    }
}

// What stands between the fences. `None` if the last one is missing.
fn body(typed: &str) -> Option<Range<usize>> {
    let sign = typed.chars().next()?;
    let fence = typed.len() - typed.trim_start_matches(sign).len();
    let start = typed.find('\n')? + 1;
    let end = typed.trim_end().rfind('\n')? + 1;
    let last = typed.get(end..)?.trim();
    let closes = last.len() >= fence && last.chars().all(|c| c == sign);
    (closes && end >= start).then_some(start..end)
}
