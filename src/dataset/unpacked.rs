//! How large a workbook gets when it is unpacked: an archive of 100 KB can hold gigabytes, and can say anything of its sizes. So
//! it is unpacked once to be counted, before anything of it is kept. The crate `zip` unpacks, in this file alone.
//!
//! What is read as a whole may have as many bytes as a file; of a sheet, which is read cell by cell, each cell may.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::events::Event;

/// So many times the limit may the sheets have: a row of empty cells takes twenty bytes for each byte that is kept of it.
const OF_SHEETS: u64 = 32;
/// This part of the limit may the styles have: each of them takes a hundred times the room when it is kept.
const OF_STYLES: u64 = 16;

/// Whether the workbook in `bytes` would take more room than `limit` bytes allow.
pub(super) fn is_too_large(bytes: &[u8], limit: usize) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut of_sheets = most.saturating_mul(OF_SHEETS);
    (0..archive.len()).any(|index| {
        let Ok(part) = archive.by_index(index) else { return false };
        let name = part.name().map_or_else(|_| String::new(), |name| name.to_lowercase());
        if name.contains("worksheets/") {
            return has_larger_cell(part, most, &mut of_sheets);
        }
        let most = if name.ends_with("styles.xml") { most / OF_STYLES } else { most };
        io::copy(&mut part.take(most.saturating_add(1)), &mut io::sink()).is_ok_and(|size| size > most)
    })
}

/// Whether a cell of this sheet, or what stands between two cells, has more than `most` bytes; or the sheet more than `left`, of which it takes its part.
fn has_larger_cell(sheet: impl Read, most: u64, left: &mut u64) -> bool {
    let mut xml = quick_xml::Reader::from_reader(Metered { from: BufReader::new(sheet), cell: most, left: *left });
    // As `calamine` reads it, so that both end at the same place.
    let config = xml.config_mut();
    (config.check_end_names, config.expand_empty_elements) = (false, true);
    let mut event = Vec::new();
    let mut is_in_cell = false;
    loop {
        event.clear();
        match xml.read_event_into(&mut event) {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "c" => is_in_cell = true,
            Ok(Event::End(tag)) if tag.local_name().as_ref() == "c" => is_in_cell = false,
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
        if !is_in_cell {
            xml.get_mut().cell = most;
        }
    }
    let meter = xml.into_inner();
    *left = meter.left;
    meter.cell == 0 || meter.left == 0
}

/// Reads on until a cell, or all of it, has had its bytes.
struct Metered<R> {
    from: BufReader<R>,
    cell: u64,
    left: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let most = usize::try_from(self.cell.min(self.left)).unwrap_or(usize::MAX);
        if most == 0 {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        self.from.fill_buf().map(|bytes| bytes.get(..most).unwrap_or(bytes))
    }

    fn consume(&mut self, bytes: usize) {
        self.from.consume(bytes);
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        (self.cell, self.left) = (self.cell.saturating_sub(bytes), self.left.saturating_sub(bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_counted_whatever_it_is_made_of() {
        let is_too_large =
            |rows: &str, all: u64| has_larger_cell(format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes(), 1000, &mut { all });
        let many = "<row r=\"1\"><c r=\"A1\"><v>12</v></c><c r=\"B1\" s=\"1\"/></row>".repeat(100);
        assert!(!is_too_large(&many, 10_000));
        assert!(is_too_large(&many, 5000), "more than all sheets may have");
        for rows in [
            format!("<c><v>{}</v></c>", "x".repeat(1000)),
            format!("<c><v>{}</v></c>", "x&amp;".repeat(200)),
            format!("<c><is>{}</is></c>", "<t>x</t>".repeat(150)),
            format!("<!-- {} -->", "<c ".repeat(400)),
            format!("<c r=\"{}\"/>", "<c ".repeat(400)),
        ] {
            assert!(is_too_large(&rows, 10_000), "{rows}");
        }
    }
}
