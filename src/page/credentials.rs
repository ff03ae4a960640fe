//! The table of a guide's credentials.

use super::markup::address;
use super::words;
use crate::address::{Safe, judge};
use crate::guide::body::{Cell, Column, Table, escaped};
use crate::guide::front_matter::Credential;
use crate::words::Words;

/// The credentials as a table, columns that no credential fills left out. `None` without credentials.
pub(super) fn table(words: &Words, credentials: &[Credential], caption: Option<String>, id: String) -> Option<Table> {
    let headings = words::credential_columns(words);
    let rows: Vec<[Cell; 6]> = credentials.iter().filter(|it| it.name.is_some()).map(|it| row(words, it)).collect();
    let used: Vec<bool> = (0..headings.len()).map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.text.is_empty()))).collect();
    let columns = headings.iter().zip(&used).filter(|(_, used)| **used).map(|(label, _)| {
        let html = escaped(label);
        Column { html, text: (*label).to_owned(), numeric: false }
    });
    let columns: Vec<Column> = columns.collect();
    let keep = |row: [Cell; 6]| row.into_iter().zip(&used).filter(|(_, used)| **used).map(|(cell, _)| cell).collect();
    (!rows.is_empty()).then(|| Table { id, caption, columns, rows: rows.into_iter().map(keep).collect(), ..Table::default() })
}

fn row(words: &Words, it: &Credential) -> [Cell; 6] {
    let name = it.name.as_deref().unwrap_or_default();
    let link = it.url.as_deref().and_then(|url| judge(url).ok()).and_then(|safe| if let Safe::Web(url) = safe { Some(url) } else { None });
    let name = match link {
        Some(url) => Cell { html: format!("<a href=\"{}\">{}</a>", address(&url), escaped(name)), ..text(Some(name)) },
        None => text(Some(name)),
    };
    [
        name,
        text(it.kind.map(|kind| words::credential_kind(words, kind))),
        text(it.issuer.as_deref()),
        text(it.required.map(|it| words::required(words, it)).map(words::capitalised).as_deref()),
        text(it.jurisdiction.as_deref()),
        text(it.note.as_deref()),
    ]
}

fn text(text: Option<&str>) -> Cell {
    let text = text.unwrap_or_default();
    Cell { html: escaped(text), text: text.to_owned(), number: None, ..Cell::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::front_matter::{CredentialKind, Required};

    #[test]
    fn columns_that_nothing_fills_are_left_out_and_names_lead_to_their_page() {
        let some = |text: &str| Some(text.to_owned());
        let first =
            Credential { name: some("CPT & more"), kind: Some(CredentialKind::Certification), url: some("https://x.example/?a&b"), ..Credential::default() };
        let second = Credential { name: some("Licence"), required: Some(Required::Some), url: some("javascript:x"), ..Credential::default() };
        let table = table(crate::words::Book::built_in().of("en"), &[first, second], None, "credentials".to_owned()).unwrap();
        assert_eq!(table.columns.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Credential", "Kind", "Needed"]);
        let cells: Vec<&str> = table.rows.iter().flatten().map(|cell| cell.html.as_str()).collect();
        assert_eq!(cells, ["<a href=\"https://x.example/?a&amp;b\">CPT &amp; more</a>", "Certification", "", "Licence", "", "Sometimes required"]);
    }
}
