//! Where the rows and cells of a text lie, without copying any. The crate `memchr` finds the signs between them, in this file alone.
//!
//! The rules are those of `csv.rs`: a quote opens a cell only at its beginning, and two quotes inside are one.

use std::borrow::Cow;
use std::ops::Range;

/// What cuts a text into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The byte between cells.
    pub(super) separator: u8,
    /// Whether cells may stand in quotes.
    pub(super) quotes: bool,
}

/// The rows of a text.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Byte where each begins.
    pub(super) starts: Vec<usize>,
    /// How many cells each has.
    pub(super) widths: Vec<usize>,
    /// Where the quote stands that nothing closes.
    pub(super) open_quote: Option<usize>,
}

/// What follows a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Text,
}

/// The cells of a text, row after row.
struct Cells<'t> {
    signs: memchr::Memchr3<'t>,
    cut: Cut,
    length: usize,
    /// Where the next cell begins; `None` when there is none.
    start: Option<usize>,
    open_quote: Option<usize>,
}

impl<'t> Cells<'t> {
    fn new(text: &'t [u8], cut: Cut) -> Self {
        Self { signs: memchr::memchr3_iter(cut.separator, b'\n', b'"', text), cut, length: text.len(), start: Some(0), open_quote: None }
    }

    /// The next cell with its quotes, and what follows it.
    #[inline]
    fn next(&mut self, text: &[u8]) -> Option<(Range<usize>, End)> {
        let start = self.start?;
        let mut quoted = false;
        let mut closed_at = None;
        for at in self.signs.by_ref() {
            let Some(sign) = text.get(at) else { break };
            match sign {
                b'"' if !self.cut.quotes => {}
                b'"' if quoted => (quoted, closed_at) = (false, Some(at)),
                b'"' => quoted = at == start || closed_at.is_some_and(|closed| closed + 1 == at),
                _ if quoted => {}
                sign => {
                    self.start = Some(at + 1);
                    return Some((start..at, if *sign == b'\n' { End::Row } else { End::Cell }));
                }
            }
        }
        self.start = None;
        self.open_quote = quoted.then_some(start);
        Some((start..self.length, End::Text))
    }
}

/// The rows of `text`, whose lines end with `\n`. Nothing behind the last line end is no row.
pub(super) fn rows(text: &[u8], cut: Cut) -> Rows {
    let mut rows = Rows::default();
    let mut cells = Cells::new(text, cut);
    let (mut start, mut width) = (0, 0);
    while let Some((cell, end)) = cells.next(text) {
        width += 1;
        if end == End::Cell || (end == End::Text && width == 1 && cell.is_empty()) {
            continue;
        }
        rows.starts.push(start);
        rows.widths.push(width);
        (start, width) = (cell.end + 1, 0);
    }
    rows.open_quote = cells.open_quote;
    rows
}

/// The cells of `row`, as they stand there with their quotes.
pub(super) fn of_row(row: &[u8], cut: Cut) -> impl Iterator<Item = Range<usize>> {
    let mut cells = Cells::new(row, cut);
    std::iter::from_fn(move || cells.next(row).map(|(cell, _)| cell))
}

/// What a cell says: without quotes and without blanks around it. Empty where the bytes are no UTF-8, which a whole text always is.
pub(super) fn said(cell: &[u8], cut: Cut) -> Cow<'_, str> {
    let text = std::str::from_utf8(cell).unwrap_or_default();
    let Some(inside) = text.strip_prefix('"').filter(|_| cut.quotes) else { return Cow::Borrowed(text.trim()) };
    if let Some(plain) = inside.strip_suffix('"').filter(|plain| !plain.contains('"')) {
        return Cow::Borrowed(plain.trim());
    }
    let mut said = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once('"') {
        said.push_str(before);
        let Some(again) = after.strip_prefix('"') else {
            rest = after;
            break;
        };
        said.push('"');
        rest = again;
    }
    said.push_str(rest);
    Cow::Owned(said.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMA: Cut = Cut { separator: b',', quotes: true };

    fn cut_up(text: &str, cut: Cut) -> Vec<Vec<String>> {
        let rows = rows(text.as_bytes(), cut);
        let end = |at: usize| rows.starts.get(at + 1).copied().unwrap_or(text.len());
        let cells = rows.starts.iter().enumerate().map(|(at, start)| {
            let row = text.as_bytes()[*start..end(at)].strip_suffix(b"\n").unwrap_or(&text.as_bytes()[*start..end(at)]);
            let cells: Vec<String> = of_row(row, cut).map(|cell| said(&row[cell], cut).into_owned()).collect();
            assert_eq!(cells.len(), rows.widths[at], "{text}");
            cells
        });
        cells.collect()
    }

    #[test]
    fn a_quote_opens_a_cell_only_at_its_beginning() {
        assert_eq!(cut_up("a,\"1,234\"\n\n5\" pipe, \"x\"\n", COMMA), [vec!["a", "1,234"], vec![""], vec!["5\" pipe", "\"x\""]]);
        assert_eq!(cut_up("\"a \"\"b\"\"\nc\",d", COMMA), [["a \"b\"\nc", "d"]]);
        assert_eq!(cut_up("\"a\"b\"\"c,", COMMA), [["ab\"\"c", ""]]);
        assert_eq!(cut_up("\"a\t\"b", Cut { separator: b'\t', quotes: false }), [["\"a", "\"b"]]);
    }

    #[test]
    fn the_quote_that_nothing_closes_has_its_place() {
        assert_eq!(rows(b"a,b\n1,\"2\"\"\n3", COMMA).open_quote, Some(6));
        assert!(rows(b"", COMMA).starts.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_as_the_crate_csv_cuts_it(text in "[ab,\" \n]{0,30}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(|cell| cell.trim().to_owned()).collect()).collect();
            // The crate passes over rows without a byte in them.
            let mut found = cut_up(&text, COMMA);
            let rows = rows(text.as_bytes(), COMMA);
            let blank = |at: usize| rows.widths[at] == 1 && text.as_bytes().get(rows.starts[at]).is_none_or(|byte| *byte == b'\n');
            let mut at = 0;
            found.retain(|_| { at += 1; !blank(at - 1) });
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
