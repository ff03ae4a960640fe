//! Lines of a paragraph that were meant to be something else: a table, a heading, an alert. They would be shown as typed.

use std::ops::Range;

use super::context::Context;
use super::source::Source;
use super::tables::{bars, cells};
use crate::problem::Code;
use crate::tree::nearest;

const ALERTS: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// Reports what the paragraph at `range` was probably meant to be.
pub(super) fn report(cx: &mut Context<'_>, source: &Source<'_>, range: &Range<usize>) {
    let typed = source.get(range.clone());
    if !typed.contains(['|', '#', '!']) {
        return;
    }
    let mut lines = Vec::new();
    let mut start = range.start;
    for line in typed.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let begin = start + line.len() - content.len();
        lines.push((content.trim_end(), begin..begin + content.trim_end().len()));
        start += line.len();
    }
    table(cx, source, &lines);
    for (line, at) in &lines {
        heading(cx, line, source.origin.at(at.clone()));
    }
    if let Some((line, at)) = lines.first() {
        let before = source.get(0..range.start).rsplit('\n').next().unwrap_or_default();
        if before.trim_end().ends_with('>') {
            alert(cx, line, source.origin.at(at.clone()));
        }
    }
}

fn table(cx: &mut Context<'_>, source: &Source<'_>, lines: &[(&str, Range<usize>)]) {
    let is_delimiter = |line: &str| line.contains('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    let is_row = |line: &str| line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    for pair in lines.windows(2) {
        let [(header, header_at), (below, below_at)] = pair else { continue };
        if bars(header) == 0 || is_delimiter(header) {
            continue;
        }
        if is_delimiter(below) {
            let (wanted, found) = (cell_count(header), cell_count(below));
            if wanted != found {
                let message = format!("the header has {}, the line below it has {found}", cells(wanted));
                cx.problem(Code::RaggedRow, source.origin.at(below_at.clone()), message, "give the line of dashes as many cells as the header");
            }
            return;
        }
        if is_row(header) && is_row(below) {
            let help = format!("write a line of dashes below the header: `|{}`", " --- |".repeat(cell_count(header)));
            cx.problem(Code::TableWithoutHeader, source.origin.at(header_at.clone()), "these lines look like a table and are none", help);
            return;
        }
    }
}

/// The cells of a row; the bars at its ends are none.
fn cell_count(row: &str) -> usize {
    let row = row.strip_prefix('|').unwrap_or(row);
    bars(row) + usize::from(!row.ends_with('|') || row.ends_with("\\|"))
}

fn heading(cx: &mut Context<'_>, line: &str, at: Range<usize>) {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    if (2..=6).contains(&signs) && words.starts_with(char::is_alphanumeric) {
        let help = format!("write `{} {words}`", "#".repeat(signs));
        cx.problem(Code::HeadingWithoutSpace, at, "this looks like a heading, and a space is missing behind its `#` signs", help);
    }
}

fn alert(cx: &mut Context<'_>, line: &str, at: Range<usize>) {
    let Some((kind, rest)) = line.strip_prefix("[!").and_then(|inside| inside.split_once(']')) else { return };
    if kind.is_empty() || !kind.chars().all(char::is_alphabetic) || rest.starts_with(['(', '[']) {
        return;
    }
    let at = at.start..at.start + kind.len() + 3;
    if ALERTS.contains(&kind.to_uppercase().as_str()) {
        cx.problem(Code::UnknownAlert, at, format!("`[!{kind}]` does not stand alone on its line"), "begin the text on the next line, behind `> `");
        return;
    }
    let all = || format!("the kinds are {}", ALERTS.join(", "));
    let help = nearest(kind, ALERTS.iter().copied()).map_or_else(all, |near| format!("did you mean `[!{near}]`?"));
    cx.problem(Code::UnknownAlert, at, format!("no alert is called `{kind}`"), help);
}
