//! Tables as templates see them, and as CSV files beside the page.

use serde_json::{Value, json};

use super::fact_json;
use super::figure::without_notes;
use super::markup::plain;
use super::view::{CellView, ColumnView, Html, SourceView, TableView};
use crate::guide::body::{Cell, Table};
use crate::output::OutputPath;
use crate::source::PagePath;

/// The view of `table`, which stands on the page at `address`.
pub(super) fn view(table: &Table, address: &PagePath, source: Option<SourceView>) -> TableView {
    let caption = table.caption.as_deref().map(|html| plain(&without_notes(html))).filter(|caption| !caption.is_empty());
    let headings = || table.columns.iter().map(|column| column.text.as_str()).collect::<Vec<_>>().join(", ");
    let html = |html: &Option<String>| html.clone().map(Html);
    TableView {
        id: table.id.clone(),
        caption_html: html(&table.caption),
        label: caption.unwrap_or_else(headings),
        unit: table.unit.clone(),
        source,
        note_html: html(&table.note),
        columns: table.columns.iter().map(|column| ColumnView { html: Html(column.html.clone()), numeric: column.numeric }).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        row_headers: table.columns.first().is_some_and(|column| !column.numeric),
        chart_html: None,
        csv_path: csv_path(table, address).map(|path| path.as_str().to_owned()),
        json_path: json_path(table, address).map(|path| path.as_str().to_owned()),
    }
}

/// Where the CSV file of `table` lies; `None` if its id cannot be the name of a file.
pub(super) fn csv_path(table: &Table, address: &PagePath) -> Option<OutputPath> {
    OutputPath::new(&format!("{address}{}.csv", table.id)).ok()
}

/// Where the JSON file of `table` lies; `None` if its id cannot be the name of a file.
pub(super) fn json_path(table: &Table, address: &PagePath) -> Option<OutputPath> {
    OutputPath::new(&format!("{address}{}.json", table.id)).ok()
}

fn cell(cell: &Cell) -> CellView {
    CellView { html: Html(cell.html.clone()), number: cell.number.clone() }
}

/// The cells of `table` as CSV: numbers bare, so that programs can calculate with them; texts that a spreadsheet would
/// take for a formula with an apostrophe in front.
pub(super) fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells as there are columns.
    let _ = writer.write_record(table.columns.iter().map(|column| guarded(&column.text)));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|cell| cell.number.clone().unwrap_or_else(|| guarded(&cell.text))));
    }
    writer.into_inner().unwrap_or_default()
}

/// The table as JSON: its caption, unit and source, its columns, and its cells as they read, with the value of those that are numbers: as a text of digits
/// with a point, so that none loses a digit on its way.
pub(super) fn json(table: &Table) -> Vec<u8> {
    let cell = |cell: &Cell| match &cell.number {
        Some(number) => json!({ "text": cell.text, "value": number }),
        None => json!({ "text": cell.text }),
    };
    let rows: Vec<Vec<Value>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let columns: Vec<&str> = table.columns.iter().map(|column| column.text.as_str()).collect();
    let caption = table.caption.as_deref().map(|html| plain(&without_notes(html)));
    let object = json!({
        "schema": fact_json::VERSION, "caption": caption, "unit": table.unit, "source": table.source, "columns": columns, "rows": rows,
    });
    let mut text = object.to_string().into_bytes();
    text.push(b'\n');
    text
}

/// `text` so that no spreadsheet takes it for a formula.
pub(super) fn guarded(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    // "-2" is a number, and no spreadsheet calculates anything else of it.
    let is_number = text.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == '.'));
    if is_formula && !is_number { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::body::Column;

    fn text(text: &str) -> Cell {
        Cell { html: text.to_owned(), text: text.to_owned(), number: None }
    }

    fn column(text: &str, numeric: bool) -> Column {
        Column { html: text.to_owned(), text: text.to_owned(), numeric }
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_disarmed_and_numbers_stay_numbers() {
        let number = Cell { number: Some("-3.5".to_owned()), ..text("−3.5 %") };
        let table = Table {
            columns: vec![column("Industry", false), column("=Change", true)],
            rows: vec![vec![text("=HYPERLINK(\"x\")"), number], vec![text("a, \"b\""), text("@x")]],
            ..Table::default()
        };
        assert_eq!(String::from_utf8(csv(&table)).unwrap(), "Industry,'=Change\n\"'=HYPERLINK(\"\"x\"\")\",-3.5\n\"a, \"\"b\"\"\",'@x\n");
    }

    #[test]
    fn a_table_is_named_by_its_caption_else_by_its_columns() {
        let mut table = Table { id: "pay".to_owned(), columns: vec![column("Industry", false), column("Pay", true)], ..Table::default() };
        let address = PagePath::from_text("a/b/");
        assert_eq!(view(&table, &address, None).label, "Industry, Pay");
        table.caption = Some("Pay &amp; <em>more</em>".to_owned());
        let shown = view(&table, &address, None);
        assert_eq!((shown.label.as_str(), shown.csv_path.as_deref(), shown.row_headers), ("Pay & more", Some("a/b/pay.csv"), true));
    }
}
