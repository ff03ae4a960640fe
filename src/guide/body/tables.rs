//! Tables written in Markdown become [`Table`]s; rows with too few or too many cells are reported.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::context::{Context, Leaf, LeafBuilder, plain};
use super::html::{Out, escaped, flat};
use super::numbers::{CellValue, cell_value_in, is_numeric};
use super::source::Source;
use super::{Block, BlockKind, Cell, Column, Piece, Table, inline, prose};
use crate::problem::Code;

/// A row of the source: its cells, each with its events and range.
struct Row<'s> {
    cells: Vec<(Leaf<'s>, Range<usize>)>,
    range: Range<usize>,
}

/// The table whose events are given; its caption and id come later.
pub(super) fn table(cx: &mut Context<'_>, source: &Source<'_>, events: Leaf<'_>, range: Range<usize>) -> Table {
    let mut rows = rows(events).into_iter();
    let header = rows.next();
    let wanted = header.as_ref().map_or(0, |row| row.cells.len());
    let columns = header.into_iter().flat_map(|row| row.cells).map(|(leaf, _)| {
        let (html, text) = cell(cx, source, &leaf);
        Column { html, text, numeric: false }
    });
    let mut columns = columns.collect::<Vec<_>>();
    let mut table_rows: Vec<Vec<Cell>> = Vec::new();
    let mut values: Vec<Vec<CellValue>> = Vec::new();
    let mut caption = None;
    for row in rows {
        if let Some(words) = caption_without_blank_line(cx, source, &row) {
            caption = Some(words);
            continue;
        }
        report_ragged(cx, source, &row, wanted);
        let mut cells = Vec::new();
        let mut row_values = Vec::new();
        for (leaf, _) in &row.cells {
            let (html, text) = cell(cx, source, leaf);
            let value = cell_value_in(&text, cx.decimal_sign);
            let number = if let CellValue::Number(number) = &value { Some(number.clone()) } else { None };
            cells.push(Cell { html, text, number, ..Cell::default() });
            row_values.push(value);
        }
        table_rows.push(cells);
        values.push(row_values);
    }
    for (at, column) in columns.iter_mut().enumerate() {
        column.numeric = is_numeric(values.iter().filter_map(|row| row.get(at)));
    }
    let len = source.get(range.clone()).trim_end().len();
    let at = source.origin.at(range.start..range.start + len);
    Table { columns, rows: table_rows, range: at, caption, ..Table::default() }
}

// A caption right below its table is read as one more row.
fn caption_without_blank_line(cx: &mut Context<'_>, source: &Source<'_>, row: &Row<'_>) -> Option<String> {
    let typed = source.get(row.range.clone()).trim();
    let words = typed.strip_prefix("Table:")?;
    let at = source.origin.at(row.range.start..row.range.start + typed.len());
    cx.problem(Code::CaptionWithoutTable, at, "this caption stands inside the table", "leave a line free above it");
    Some(escaped(words.trim()))
}

fn rows(events: Leaf<'_>) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut cell: Option<(LeafBuilder<'_>, Range<usize>)> = None;
    for (event, range) in events {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Row { cells: Vec::new(), range }),
            Event::Start(Tag::TableCell) => cell = Some((LeafBuilder::default(), range)),
            Event::End(TagEnd::TableCell) => {
                if let (Some(row), Some((leaf, range))) = (rows.last_mut(), cell.take()) {
                    row.cells.push((leaf.finish(), range));
                }
            }
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {}
            event => {
                if let Some((leaf, _)) = &mut cell {
                    leaf.push(event, range);
                }
            }
        }
    }
    rows
}

fn cell(cx: &mut Context<'_>, source: &Source<'_>, leaf: &Leaf<'_>) -> (String, String) {
    let mut out = Out::default();
    prose::remember(cx, source, leaf);
    inline::write(cx, source, leaf, None, &mut out);
    (flat(out.pieces, cx.page.as_ref()).trim().to_owned(), plain(leaf))
}

// The parser fills missing cells with empty ones and drops surplus ones; what the author typed is in the ranges.
fn report_ragged(cx: &mut Context<'_>, source: &Source<'_>, row: &Row<'_>, wanted: usize) {
    let is_padding = |range: &Range<usize>| range.is_empty() && range.start >= row.range.end;
    let real = row.cells.iter().filter(|(_, range)| !is_padding(range)).count();
    let typed = source.get(row.range.clone());
    let found = if real < wanted {
        real
    } else {
        let end = row.cells.last().map_or(row.range.start, |(_, range)| range.end);
        let rest = source.get(end..row.range.end).trim();
        let rest = rest.strip_prefix('|').unwrap_or(rest).trim();
        wanted + if rest.is_empty() { 0 } else { bars(rest) + usize::from(!rest.ends_with('|')) }
    };
    if found == wanted {
        return;
    }
    let at = source.origin.at(row.range.start..row.range.start + typed.trim_end().len());
    let help = if found > wanted && has_bar_in_code(typed) {
        "a bar inside a code span ends the cell too: write `\\|`"
    } else {
        "give every row as many cells as the header; an empty cell is `| |`, a bar of the text is `\\|`"
    };
    cx.problem(Code::RaggedRow, at, format!("the header has {}, this row has {found}", cells(wanted)), help);
}

pub(super) fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}

pub(super) fn bars(text: &str) -> usize {
    let mut escaped = false;
    let mut bars = 0;
    for c in text.chars() {
        match c {
            '\\' => {
                escaped = !escaped;
                continue;
            }
            '|' if !escaped => bars += 1,
            _ => {}
        }
        escaped = false;
    }
    bars
}

fn has_bar_in_code(row: &str) -> bool {
    row.split('`').skip(1).step_by(2).any(|code| code.contains('|'))
}

/// Gives every table without an id one of its own, and reports those without a caption.
pub(super) fn finish(cx: &mut Context<'_>, pieces: &mut [Piece]) {
    let mut count = 0;
    for piece in pieces {
        match piece {
            Piece::Table(table) => {
                count += 1;
                if table.id.is_empty() {
                    table.id = counted_id(cx, count, &table.range);
                }
                if table.caption.is_none() {
                    let at = table.range.start..table.range.start;
                    let help = "write a paragraph after it: `Table: What it shows {source=source-id unit=\"USD per year\"}`";
                    cx.problem(Code::TableWithoutCaption, at, "this table has no caption", help);
                }
            }
            Piece::Block(Block { kind: BlockKind::DataTable { id, .. }, range }) => {
                count += 1;
                if id.is_none() {
                    *id = Some(counted_id(cx, count, range));
                }
            }
            _ => {}
        }
    }
}

fn counted_id(cx: &mut Context<'_>, count: usize, at: &Range<usize>) -> String {
    cx.ids.unique(&format!("table-{count}"), at.clone())
}
