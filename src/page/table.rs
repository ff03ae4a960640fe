//! Tables as templates see them.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::body::Column;

    fn column(text: &str, numeric: bool) -> Column {
        Column { html: text.to_owned(), text: text.to_owned(), numeric }
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
