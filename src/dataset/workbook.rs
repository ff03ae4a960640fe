//! A sheet of an Excel workbook as text: a line for each row, and a control character between cells, so that all that
//! follows is the same for sheets and text files. The crate `calamine` reads workbooks, in this file alone.
//!
//! A workbook is an archive: a file of 100 KB can hold gigabytes. What is kept of it is bounded, and counted before it is kept.
//!
//! Numbers come back as they are shown to a person who counts digits: 45.13, though the file says 45.130000000000003.

use std::io::{self, Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};

use super::cells::Cut;

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

/// The sheet called `wanted`, or the first one; neither its text nor that which the sheets share may have more than `limit` bytes.
pub(super) fn sheet(bytes: &[u8], wanted: Option<&str>, limit: usize) -> Result<Sheet, NoSheet> {
    let unreadable = |error: calamine::XlsxError| NoSheet::Unreadable(error.to_string());
    if has_more_shared_text(bytes, limit) {
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
    let mut text = Vec::new();
    let (mut row, mut column) = (0, 0);
    // One by one, not as a range: a lone cell at the far end of a sheet would make a range of gigabytes.
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (to_row, to_column) = cell.get_position();
        let value = shown(cell.get_value());
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

/// Whether the parts that are read as a whole, the text that cells share among them, have more than `limit` bytes when they are
/// unpacked. They are unpacked to know it: an archive can say anything of its sizes.
fn has_more_shared_text(bytes: &[u8], limit: usize) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    let is_sheet = |part: &zip::read::ZipFile<_>| part.name().is_ok_and(|name| name.starts_with("xl/worksheets/"));
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    (0..archive.len()).any(|index| {
        let Ok(part) = archive.by_index(index) else { return false };
        !is_sheet(&part) && io::copy(&mut part.take(most.saturating_add(1)), &mut io::sink()).is_ok_and(|size| size > most)
    })
}

/// A cell as text.
fn shown(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => typed(*number),
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
fn typed(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
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
        let shown = |number: f64| shown(&DataRef::Float(number));
        assert_eq!([shown("20.170000000000002".parse().unwrap()), shown(1.541_873_8E8), shown(0.0), shown(-12.1)], ["20.17", "154187380", "0", "-12.1"]);
        assert_eq!([shown(0.1 + 0.2), shown(123_456_789_012_345.0), shown(1e-7)], ["0.3", "123456789012345", "0.0000001"]);
    }

    /// A workbook of one sheet with `rows`, whose cells share `texts`.
    fn workbook(rows: &str, texts: &str) -> Vec<u8> {
        use std::io::Write as _;
        const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const PACKAGE: &str = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let related = |id: &str, kind: &str, to: &str| format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{to}\"/>");
        let relations = [related("r1", "worksheet", "worksheets/sheet1.xml"), related("r2", "sharedStrings", "sharedStrings.xml")].concat();
        let parts = [
            ("_rels/.rels", format!("<Relationships {PACKAGE}>{}</Relationships>", related("r1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", format!("<workbook {MAIN} xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", format!("<Relationships {PACKAGE}>{relations}</Relationships>")),
            ("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")),
            ("xl/sharedStrings.xml", format!("<sst {MAIN}><si><t>{texts}</t></si></sst>")),
        ];
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_workbook_that_unpacks_to_more_than_may_be_kept_is_refused() {
        const LIMIT: usize = 100_000;
        let text = |bytes: &[u8]| sheet(bytes, None, LIMIT).map(|sheet| String::from_utf8(sheet.text).unwrap());
        let row = |number: u32, column: &str, text: &str| format!("<row r=\"{number}\"><c r=\"{column}{number}\" t=\"str\"><v>{text}</v></c></row>");
        let shared = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
        assert_eq!(text(&workbook(shared, "of all")).unwrap(), "of all\n");
        assert_eq!(text(&workbook(&row(2, "C", "alone"), "")).unwrap(), "\n\u{1f}\u{1f}alone\n");
        let too_large = [
            workbook(shared, &"x".repeat(LIMIT)),
            workbook(&row(100_000, "A", "far below"), ""),
            workbook(&(1..200).map(|number| row(number, "A", &"x".repeat(1000))).collect::<String>(), ""),
        ];
        for bytes in too_large {
            assert!(bytes.len() < LIMIT / 10, "packed it is small");
            assert_eq!(text(&bytes).unwrap_err().to_string(), "unpacked, this workbook has more than 97 KiB, the limit");
        }
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        assert!(matches!(sheet(b"PK\x03\x04 and no more", None, 1000), Err(NoSheet::Unreadable(_))));
    }
}
