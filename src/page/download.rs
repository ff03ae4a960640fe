//! What of a table is downloaded: CSV for spreadsheets, JSON for programs. What a note says of a column or a cell of the page is said there too.

use serde_json::{Map, Value, json};

use super::fact_json;
use super::figure::without_notes;
use super::markup::plain;
use super::view::NoteView;
use crate::guide::body::{Cell, Table};
use crate::words::Words;

/// The cells of `table` as CSV: numbers bare, so that programs can calculate with them; texts that a spreadsheet would take for a formula with an
/// apostrophe in front. A heading with a note says in words what the note says, and notes of single cells stand in a column of their own; so do source and
/// time of rows of several times.
pub(super) fn csv(table: &Table, notes: &[NoteView], words: &Words) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heading = |text: &str, html: &str| match said(html, notes) {
        Some(said) => guarded(&format!("{text} ({said})")),
        None => guarded(text),
    };
    let has_notes = table.rows.iter().flatten().any(|cell| said(&cell.html, notes).is_some());
    let of_origins = [&words.column_source, &words.column_period].into_iter().filter(|_| !table.origins.is_empty());
    let more_headings = has_notes.then_some(&words.note).into_iter().chain(of_origins).map(|word| word.text().to_owned());
    // Writing to memory cannot fail, and every row has as many cells as there are columns.
    let _ = writer.write_record(table.columns.iter().map(|column| heading(&column.text, &column.html)).chain(more_headings));
    for (at, row) in table.rows.iter().enumerate() {
        let cells = row.iter().map(|cell| cell.number.clone().unwrap_or_else(|| guarded(&cell.text)));
        let told = row.iter().zip(&table.columns).filter_map(|(cell, column)| Some(format!("{}: {}", column.text, said(&cell.html, notes)?)));
        let note = has_notes.then(|| guarded(&told.collect::<Vec<_>>().join("; ")));
        let origin = table.origins.get(at).into_iter().flat_map(|it| [guarded(&it.title), it.period.clone()]);
        let _ = writer.write_record(cells.chain(note).chain(origin));
    }
    writer.into_inner().unwrap_or_default()
}

/// The table as JSON: its caption, unit and source, its columns, and its cells as they read, with the value of those that are numbers, and the bounds of those
/// that are ranges or this or more, or this or less: as texts of digits with a point, so that none loses a digit on its way. A column or cell of another source, time or area than the table's names its note.
pub(super) fn json(table: &Table, notes: &[NoteView]) -> Vec<u8> {
    let mut told = Map::new();
    let mut note = |html: &str| {
        let note = note_of(html, notes)?;
        let source = note.source.as_ref().map(|source| source.id.clone());
        let says = json!({
            "source": source, "period": note.period_iso, "area": note.area, "industry": note.industry, "population": note.population, "remark": note.remark,
        });
        told.insert(note.letter.clone(), says);
        Some(note.letter.clone())
    };
    let mut cell = |cell: &Cell| {
        let mut object = Map::from_iter([("text".to_owned(), Value::from(cell.text.as_str()))]);
        object.extend(cell.number.as_deref().map(|number| ("value".to_owned(), number.into())));
        let [low, high] = &cell.bounds;
        let bounds = [("at_least", low), ("at_most", high)].into_iter().filter_map(|(key, bound)| Some((key.to_owned(), bound.as_deref()?.into())));
        object.extend(bounds);
        object.extend(note(&cell.html).map(|letter| ("note".to_owned(), letter.into())));
        Value::Object(object)
    };
    let rows: Vec<Vec<Value>> = table.rows.iter().map(|row| row.iter().map(&mut cell).collect()).collect();
    let column_notes: Vec<Option<String>> = table.columns.iter().map(|column| note(&column.html)).collect();
    let columns: Vec<&str> = table.columns.iter().map(|column| column.text.as_str()).collect();
    let caption = table.caption.as_deref().map(|html| plain(&without_notes(html)));
    let mut object = json!({
        "schema": fact_json::VERSION, "caption": caption, "unit": table.unit, "source": table.source, "columns": columns, "rows": rows,
    });
    if let (Value::Object(object), false) = (&mut object, table.origins.is_empty()) {
        let origins = table.origins.iter().map(|it| json!({ "source": it.source, "period": it.period }));
        object.insert("row_origins".to_owned(), origins.collect());
    }
    if let (Value::Object(object), false) = (&mut object, told.is_empty()) {
        object.insert("column_notes".to_owned(), column_notes.into());
        object.insert("notes".to_owned(), told.into());
    }
    let mut text = serde_json::to_vec(&object).unwrap_or_default();
    text.push(b'\n');
    text
}

/// What the note at the end of a heading or cell says.
fn said(html: &str, notes: &[NoteView]) -> Option<String> {
    let note = note_of(html, notes)?;
    let title = note.source.as_ref().map(|source| &source.title);
    let parts = [title, note.period.as_ref(), note.area.as_ref(), note.industry.as_ref(), note.population.as_ref(), note.remark.as_ref()];
    Some(parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", "))
}

fn note_of<'n>(html: &str, notes: &'n [NoteView]) -> Option<&'n NoteView> {
    let (_, mark) = html.split_once("class=\"figure-note\"><a href=\"#")?;
    let id = mark.split('"').next()?;
    notes.iter().find(|note| note.id == id)
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
    use crate::guide::body::{Column, RowOrigin};
    use crate::words::Book;

    fn text(text: &str) -> Cell {
        Cell { html: text.to_owned(), text: text.to_owned(), number: None, ..Cell::default() }
    }

    fn column(text: &str) -> Column {
        Column { html: text.to_owned(), text: text.to_owned(), numeric: false }
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_disarmed_and_numbers_stay_numbers() {
        let number = Cell { number: Some("-3.5".to_owned()), ..text("−3.5 %") };
        let table = Table {
            columns: vec![column("Industry"), column("=Change")],
            rows: vec![vec![text("=HYPERLINK(\"x\")"), number], vec![text("a, \"b\""), text("@x")]],
            ..Table::default()
        };
        assert_eq!(
            String::from_utf8(csv(&table, &[], Book::built_in().of("en"))).unwrap(),
            "Industry,'=Change\n\"'=HYPERLINK(\"\"x\"\")\",-3.5\n\"a, \"\"b\"\"\",'@x\n"
        );
        let bound = Cell { bounds: [Some("239200".to_owned()), None], ..text("$239,200 or more") };
        let bounded = Table { columns: vec![column("Pay")], rows: vec![vec![bound]], ..Table::default() };
        let json: Value = serde_json::from_slice(&json(&bounded, &[])).unwrap();
        assert_eq!(json["rows"][0][0], json!({ "text": "$239,200 or more", "at_least": "239200" }));
        assert_eq!([guarded("-2"), guarded("-2.5"), guarded("-2+3")], ["-2", "-2.5", "'-2+3"]);
    }

    #[test]
    fn rows_of_several_times_say_each_where_it_is_from() {
        let origin =
            |source: &str, title: &str, period: &str| RowOrigin { source: Some(source.to_owned()), title: title.to_owned(), period: period.to_owned() };
        let table = Table {
            columns: vec![column("Time"), column("Pay")],
            rows: vec![vec![text("May 2020"), text("75330")], vec![text("May 2024"), text("93600")]],
            origins: vec![origin("oews-2020", "Wages", "2020-05"), origin("oews-2024", "Wages, new", "2024-05")],
            ..Table::default()
        };
        let expected = "Time,Pay,Source,Period\nMay 2020,75330,Wages,2020-05\nMay 2024,93600,\"Wages, new\",2024-05\n";
        assert_eq!(String::from_utf8(csv(&table, &[], Book::built_in().of("en"))).unwrap(), expected);
        let json: Value = serde_json::from_slice(&json(&table, &[])).unwrap();
        assert_eq!(json["row_origins"][1], json!({ "source": "oews-2024", "period": "2024-05" }));
    }

    #[test]
    fn what_differs_from_the_table_is_said_of_its_column_and_its_cell() {
        let mark = |letter: &str| format!("<sup class=\"figure-note\"><a href=\"#source-{letter}\" aria-label=\"Source {letter}\">{letter}</a></sup>");
        let note = |letter: &str, period: &str, iso: &str| NoteView {
            letter: letter.to_owned(),
            id: format!("source-{letter}"),
            source: None,
            period: Some(period.to_owned()),
            period_iso: Some(iso.to_owned()),
            area: None,
            industry: None,
            population: None,
            remark: None,
        };
        let notes = [note("a", "2024", "2024"), note("b", "2016–26", "2016/2026")];
        let table = Table {
            columns: vec![column("Occupation"), Column { html: format!("Jobs{}", mark("a")), ..column("Jobs") }, column("Growth")],
            rows: vec![vec![text("Nurse"), text("12"), Cell { html: format!("4%{}", mark("b")), ..text("4%") }]],
            ..Table::default()
        };
        assert_eq!(
            String::from_utf8(csv(&table, &notes, Book::built_in().of("en"))).unwrap(),
            "Occupation,Jobs (2024),Growth,Note\nNurse,12,4%,Growth: 2016–26\n"
        );
        let json: Value = serde_json::from_slice(&json(&table, &notes)).unwrap();
        assert_eq!(
            (&json["column_notes"], &json["rows"][0][2]["note"], &json["notes"]["b"]["period"]),
            (&json!([null, "a", null]), &json!("b"), &json!("2016/2026"))
        );
    }
}
