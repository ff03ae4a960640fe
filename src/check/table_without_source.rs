//! A table of figures that says neither what they count nor where they are from.

use super::subject::{DataTable, Subject};
use crate::guide::body::{Table, cell_value, is_numeric};
use crate::problem::{Code, Problem};

/// Every captioned table with a column of numbers and with neither unit nor source, unless it shows figures, which have theirs.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let typed = subject
        .tables()
        .filter(|table| is_bare(table) && !subject.manuscript.body.figures.iter().any(|figure| table.range.contains(&figure.whole.start)))
        .map(|table| (table.range.clone(), "add both behind its caption: `Table: Pay by industry {source=bls-2024 unit=\"USD per year\"}`"));
    let has_numbers = |table: &DataTable| table.columns.iter().any(|cells| is_numeric(cells.iter().map(|cell| cell_value(cell)).collect::<Vec<_>>().iter()));
    let from_files = subject.data_tables().filter(|it| it.unit.is_none() && it.source.is_none() && has_numbers(it));
    let from_files = from_files.map(|table| (table.range.clone(), "add `unit: ...` and `source: id` to the block"));
    let problem = |(range, help)| {
        let message = "this table of figures has neither a unit nor a source";
        Problem::new(Code::TableWithoutSource, subject.manuscript.text.span(range), message).help(help)
    };
    typed.chain(from_files).map(problem).collect()
}

fn is_bare(table: &Table) -> bool {
    table.caption.is_some() && table.unit.is_none() && table.source.is_none() && table.columns.iter().any(|it| it.numeric)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;
    use crate::guide::body::{Column, Piece, Table};

    #[test]
    fn figures_want_a_unit_or_a_source() {
        let mut project = Project::new(
            "
            === content/a.md
            ---
            title: A
            ---
            Table: Pay
            ",
        );
        let bare =
            || Table { caption: Some("Pay".to_owned()), columns: vec![Column { numeric: true, ..Column::default() }], range: 17..27, ..Table::default() };
        project.edit("content/a.md", |it| {
            it.body.pieces.push(Piece::Table(bare()));
            it.body.pieces.push(Piece::Table(Table { unit: Some("USD".to_owned()), ..bare() }));
            it.body.pieces.push(Piece::Table(Table { columns: Vec::new(), ..bare() }));
        });
        project.check_pages(
            find,
            "
            note: this table of figures has neither a unit nor a source
              --> content/a.md:4:1 Table: Pay
              help: add both behind its caption: `Table: Pay by industry {source=bls-2024 unit=\"USD per year\"}`
            ",
        );
    }
}
