//! A code block whose info string is a name in braces is a block: its fences, its place and its YAML.

use std::ops::Range;

use super::{Block, parse};
use crate::guide::body::Piece;
use crate::guide::body::context::Context;
use crate::guide::body::html::Out;
use crate::guide::body::source::Source;
use crate::problem::Code;

/// Reads the block named by `info`.
pub(in crate::guide::body) fn block(cx: &mut Context<'_>, source: &Source<'_>, info: &str, range: Range<usize>, inside: bool, out: &mut Out) {
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
