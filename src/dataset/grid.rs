//! A publisher's file as rows and cells of text, of which only what is asked for is taken apart.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::cells::{self, Cut};
use super::declaration::{Declaration, Format};
use super::encoding;
use super::separator;
use super::web_page;
use super::workbook::{self, NoSheet};
use crate::fact::Place;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};
use crate::tree::nearest;

/// Rows and cells. Both are counted from 0 here, and from 1 where a person reads of them.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    path: SourcePath,
    text: Arc<[u8]>,
    cut: Cut,
    /// Byte where each row begins.
    starts: Vec<usize>,
    /// Cells of each row.
    widths: Vec<usize>,
    kind: Kind,
}

/// What a place in the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// Bytes of the text.
    Text,
    /// A row and a column: the file is in another encoding, so that its bytes say little.
    Recoded,
    /// A row and a column of a sheet.
    Sheet { others: Vec<String> },
}

impl Grid {
    /// The file at `path`, read as `declared`; as text it may have `limit` bytes.
    pub(super) fn read(path: &SourcePath, bytes: &Arc<[u8]>, declared: &Declaration, limit: usize) -> Result<Self, Problem> {
        if bytes.starts_with(workbook::MARK) {
            return Self::of_sheet(path, bytes, declared, limit);
        }
        if bytes.starts_with(workbook::OLD_MARK) {
            let problem = Problem::new(Code::DatasetFile, Span::whole(path), "this is a workbook of an Excel of before 2007");
            return Err(problem.help("save it as an Excel workbook (.xlsx) or as CSV"));
        }
        judge(path, bytes)?;
        let decoded = encoding::decode(bytes, declared.encoding)
            .map_err(|why| Problem::new(Code::DatasetEncoding, Span::new(path, why.at..why.at), why.message).help(why.help))?;
        if decoded.text.trim_ascii().is_empty() {
            return Err(
                Problem::new(Code::DatasetFile, Span::whole(path), "this file is empty").help("take over the publisher's file anew, or take the dataset out")
            );
        }
        let separator = declared.separator.or_else(|| separator::found(&decoded.text)).ok_or_else(|| {
            let problem = Problem::new(Code::DatasetEncoding, Span::whole(path), "nothing tells what stands between the cells of this file");
            problem.help("state it: `separator: comma`, `semicolon`, `tab` or `bar`")
        })?;
        let kind = if decoded.keeps_offsets { Kind::Text } else { Kind::Recoded };
        Self::of_text(path, decoded.text, Cut { separator: separator.byte(), quotes: true }, kind)
    }

    /// The file at `path`: cells between tabs, in which a quote is a quote.
    pub(super) fn read_tabbed(path: &SourcePath, bytes: &Arc<[u8]>, declared: &Declaration, limit: usize) -> Result<Self, Problem> {
        if bytes.starts_with(workbook::MARK) {
            return Self::of_sheet(path, bytes, declared, limit);
        }
        judge(path, bytes)?;
        let decoded = encoding::decode(bytes, declared.encoding)
            .map_err(|why| Problem::new(Code::DatasetEncoding, Span::new(path, why.at..why.at), why.message).help(why.help))?;
        let kind = if decoded.keeps_offsets { Kind::Text } else { Kind::Recoded };
        Self::of_text(path, decoded.text, Cut { separator: b'\t', quotes: false }, kind)
    }

    fn of_sheet(path: &SourcePath, bytes: &[u8], declared: &Declaration, limit: usize) -> Result<Self, Problem> {
        // A number of a sheet has no sign of its own: it is written with the one that its table is read with.
        let sign = declared.decimal.filter(|_| declared.format == Some(Format::Table)).unwrap_or_default();
        let sheet = workbook::sheet(bytes, declared.sheet.as_deref(), sign, limit).map_err(|why| {
            if matches!(why, NoSheet::TooLarge(_)) {
                let help = "make it smaller, or raise `data_kib` under `[limits]` in site.toml";
                return Problem::new(Code::TooLarge, Span::whole(path), why.to_string()).help(help);
            }
            let help = match &why {
                NoSheet::Unreadable(_) | NoSheet::TooLarge(_) => "open it in a spreadsheet program and save it anew".to_owned(),
                NoSheet::Unknown { wanted, has } => match nearest(wanted, has.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("its sheets are {}", listed(has)),
                },
            };
            Problem::new(Code::DatasetFile, Span::whole(path), why.to_string()).help(help)
        })?;
        let others = sheet.all.into_iter().filter(|name| *name != sheet.name).collect();
        Self::of_text(path, sheet.text.into(), workbook::CUT, Kind::Sheet { others })
    }

    fn of_text(path: &SourcePath, text: Arc<[u8]>, cut: Cut, kind: Kind) -> Result<Self, Problem> {
        let rows = cells::rows(&text, cut);
        if let Some(open) = rows.open_quote {
            let problem = Problem::new(Code::CsvShape, Span::new(path, open..open + 1), "this quote is never closed");
            return Err(problem.help("put a quote at the end of the cell; a quote inside a cell is written twice"));
        }
        Ok(Self { path: path.clone(), text, cut, starts: rows.starts, widths: rows.widths, kind })
    }

    /// The file.
    pub(super) fn path(&self) -> &SourcePath {
        &self.path
    }

    /// The number of rows.
    pub(super) fn rows(&self) -> usize {
        self.starts.len()
    }

    /// Whether all rows of a table must have as many cells as its header. A sheet leaves empty ones out at the end.
    pub(super) fn has_even_rows(&self) -> bool {
        !matches!(self.kind, Kind::Sheet { .. })
    }

    /// Whether this byte stands between the cells.
    pub(super) fn is_cut_by(&self, separator: u8) -> bool {
        self.cut.separator == separator
    }

    /// The other sheets of the workbook, if this is a sheet.
    pub(super) fn other_sheets(&self) -> &[String] {
        if let Kind::Sheet { others } = &self.kind { others } else { &[] }
    }

    /// How many cells the row has.
    pub(super) fn width(&self, row: usize) -> usize {
        self.widths.get(row).copied().unwrap_or(0)
    }

    /// The bytes of the text in which the row stands, without its line end.
    fn range(&self, row: usize) -> Range<usize> {
        let start = self.starts.get(row).copied().unwrap_or(self.text.len());
        let end = self.starts.get(row + 1).copied().unwrap_or(self.text.len());
        let ends_line = end > start && self.text.get(end - 1) == Some(&b'\n');
        start..if ends_line { end - 1 } else { end }
    }

    /// The cells of a row, without quotes and blanks around them.
    pub(super) fn cells(&self, row: usize) -> impl Iterator<Item = Cow<'_, str>> {
        let row = self.text.get(self.range(row)).unwrap_or_default();
        cells::of_row(row, self.cut).map(|cell| cells::said(row.get(cell).unwrap_or_default(), self.cut))
    }

    /// A cell; empty where the row is shorter.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let row = self.text.get(self.range(row)).unwrap_or_default();
        let cell = cells::of_row(row, self.cut).nth(column).and_then(|cell| row.get(cell));
        cell.map_or(Cow::Borrowed(""), |cell| cells::said(cell, self.cut))
    }

    /// How many cells of a row hold something.
    pub(super) fn filled(&self, row: usize) -> usize {
        self.cells(row).filter(|cell| !cell.is_empty()).count()
    }

    /// Where a cell stands; `header` is the name of its column.
    pub(super) fn place(&self, row: usize, column: usize, header: &str) -> Place {
        let cell = format!("row {}, column {header}", row + 1);
        match &self.kind {
            Kind::Text => {
                let range = self.range(row);
                let text = self.text.get(range.clone()).unwrap_or_default();
                let cell = cells::of_row(text, self.cut).nth(column).unwrap_or(0..0);
                Place { span: Span::new(&self.path, range.start + cell.start..range.start + cell.end), cell: None }
            }
            Kind::Recoded | Kind::Sheet { .. } => Place { span: Span::whole(&self.path), cell: Some(cell) },
        }
    }

    /// Where a row stands.
    pub(super) fn row_span(&self, row: usize) -> Span {
        match self.kind {
            Kind::Text => Span::new(&self.path, self.range(row)),
            Kind::Recoded | Kind::Sheet { .. } => Span::whole(&self.path),
        }
    }

    /// ` (row 7)` where the span of a row does not tell it, else nothing.
    pub(super) fn row_words(&self, row: usize) -> String {
        if self.kind == Kind::Text { String::new() } else { format!(" (row {})", row + 1) }
    }

    /// What a person calls a column: its letters in a sheet, its number elsewhere.
    pub(super) fn column_words(&self, column: usize) -> String {
        if self.has_even_rows() { format!("column {}", column + 1) } else { format!("column {}", workbook::letters(column)) }
    }

    /// Whether a cell at or below `first` is exactly `text`. Looks at all of them.
    pub(super) fn holds(&self, first: usize, text: &str) -> Option<usize> {
        (first..self.rows()).find(|row| self.cells(*row).any(|cell| cell == text))
    }
}

/// Refuses a web page, in which any sign may cut lines into cells.
fn judge(path: &SourcePath, bytes: &[u8]) -> Result<(), Problem> {
    let problem = || Problem::new(Code::DatasetFile, Span::whole(path), web_page::MESSAGE).help(web_page::HELP);
    if web_page::is_web_page(bytes) { Err(problem()) } else { Ok(()) }
}

/// `a`, `b` and so on, in backquotes; of many only the first.
pub(super) fn listed(names: &[impl AsRef<str>]) -> String {
    let shown: Vec<String> = names.iter().take(12).map(|name| format!("`{}`", name.as_ref())).collect();
    let more = if names.len() > shown.len() { format!(" and {} more", names.len() - shown.len()) } else { String::new() };
    shown.join(", ") + &more
}
