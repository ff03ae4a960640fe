//! A sheet of an Excel workbook as text: a line for each row, and a control character between cells, so that all that
//! follows is the same for sheets and text files. The crate `calamine` reads workbooks, in this file alone.
//!
//! What is kept of a workbook is bounded, and counted before it is kept (`unpacked.rs`).
//!
//! Numbers come back as they are shown to a person who counts digits: 45.13, though the file says 45.130000000000003; and
//! 13.5%, though the file says 0.135 of a cell that is shown as percent.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx};

use super::cells::Cut;
use super::declaration::DecimalSign;
use super::unpacked;

/// How the text of a sheet is cut.
pub(super) const CUT: Cut = Cut { separator: 0x1F, quotes: false };

/// What a workbook begins with: it is a ZIP archive.
pub(super) const MARK: &[u8] = b"PK\x03\x04";
/// What an Excel file of before 2007 begins with.
pub(super) const OLD_MARK: &[u8] = b"\xD0\xCF\x11\xE0";

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// Its rows, each ended by `\n`; row 1 of the sheet is the first line, column A the first cell.
    pub(super) text: Vec<u8>,
    /// The names of all sheets, in order.
    pub(super) all: Vec<String>,
}

/// Why there is no sheet.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoSheet {
    /// The bytes are no workbook, or a damaged one.
    #[error("this workbook cannot be read: {0}")]
    Unreadable(String),
    /// There is no sheet of that name.
    #[error("this workbook has no sheet `{wanted}`")]
    Unknown {
        /// The name that was asked for.
        wanted: String,
        /// The names that there are.
        has: Vec<String>,
    },
    /// Unpacked it would have more bytes than may be kept.
    #[error("unpacked, this workbook has more than {} KiB, the limit", .0 / 1024)]
    TooLarge(usize),
}

/// The sheet called `wanted`, or the first one, its numbers written with `sign` before the decimals; neither its text nor that which the sheets share may have more than `limit` bytes.
pub(super) fn sheet(bytes: &[u8], wanted: Option<&str>, sign: DecimalSign, limit: usize) -> Result<Sheet, NoSheet> {
    let unreadable = |error: calamine::XlsxError| NoSheet::Unreadable(error.to_string());
    if unpacked::is_too_large(bytes, limit) {
        return Err(NoSheet::TooLarge(limit));
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let all = workbook.sheet_names();
    let name = match wanted {
        Some(wanted) => all.iter().find(|name| name.trim() == wanted.trim()),
        None => all.first(),
    };
    let Some(name) = name.cloned() else { return Err(NoSheet::Unknown { wanted: wanted.unwrap_or_default().to_owned(), has: all }) };
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
    let shown_as_percent: Vec<bool> = cells.styles().iter().map(|style| style.number_format.as_ref().is_some_and(|it| is_percent(&it.format_code))).collect();
    let mut text = Vec::new();
    let (mut row, mut column) = (0, 0);
    // One by one, not as a range: a lone cell at the far end of a sheet would make a range of gigabytes.
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unreadable)? {
        let (to_row, to_column) = cell.get_position();
        let value = shown(cell.get_value(), shown_as_percent.get(style) == Some(&true), sign);
        if value.is_empty() || to_row < row || (to_row == row && to_column < column) {
            continue;
        }
        let (below, beside) = if to_row > row { (to_row - row, to_column) } else { (0, to_column - column) };
        let gap = usize::try_from(u64::from(below) + u64::from(beside)).unwrap_or(usize::MAX);
        if text.len().saturating_add(gap).saturating_add(value.len()) > limit {
            return Err(NoSheet::TooLarge(limit));
        }
        while row < to_row {
            text.push(b'\n');
            (row, column) = (row + 1, 0);
        }
        while column < to_column {
            text.push(CUT.separator);
            column += 1;
        }
        text.extend(value.bytes().map(|byte| if byte < b' ' { b' ' } else { byte }));
    }
    text.push(b'\n');
    Ok(Sheet { name, text, all })
}

/// A cell as text; a number with `sign` before its decimals.
fn shown(cell: &DataRef<'_>, is_percent: bool, sign: DecimalSign) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if is_percent => typed(*number * 100.0, sign) + "%",
        DataRef::Float(number) => typed(*number, sign),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is) => if *is { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number as it was typed, or as a spreadsheet shows what it worked out: with 15 digits that count, 0.1 + 0.2 is 0.3.
fn typed(number: f64, sign: DecimalSign) -> String {
    let typed = format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string();
    if sign == DecimalSign::Comma { typed.replace('.', ",") } else { typed }
}

/// Whether a number of this format is shown a hundred times as large, with a percent sign: `0.0%`. A sign in quotes or behind a stroke is a mere text.
fn is_percent(format: &str) -> bool {
    let mut is_quoted = false;
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            // The sign that follows is shown, left room for, or repeated.
            '\\' | '_' | '*' => _ = signs.next(),
            '%' => return true,
            _ => {}
        }
    }
    false
}

/// The letters of a column: 0 is A, 26 is AA.
pub(super) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(u8::try_from(digit).map_or('?', |digit| char::from(b'A' + digit)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_number_is_shown_as_it_was_typed() {
        let shown = |number: f64| typed(number, DecimalSign::Point);
        assert_eq!([shown("20.170000000000002".parse().unwrap()), shown(1.541_873_8E8), shown(0.0), shown(-12.1)], ["20.17", "154187380", "0", "-12.1"]);
        assert_eq!([shown(0.1 + 0.2), shown(123_456_789_012_345.0), shown(1e-7)], ["0.3", "123456789012345", "0.0000001"]);
    }

    #[test]
    fn a_percent_sign_in_quotes_is_a_mere_text() {
        for format in ["0%", "0.00%", "#,##0.0%;[Red]-#,##0.0%", "_(* 0.0%_)"] {
            assert!(is_percent(format), "{format}");
        }
        for format in ["General", "0.0", "0.0\"%\"", "0.0\\%", "0_%"] {
            assert!(!is_percent(format), "{format}");
        }
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        assert!(matches!(sheet(b"PK\x03\x04 and no more", None, DecimalSign::Point, 1000), Err(NoSheet::Unreadable(_))));
    }
}
