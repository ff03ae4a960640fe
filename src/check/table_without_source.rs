//! A table of figures that says neither what they count nor where they are from.

use crate::guide::body::{Piece, Table};
use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every captioned table with a column of numbers and with neither unit nor source.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for piece in &subject.manuscript.body.pieces {
        let Piece::Table(table) = piece else { continue };
        if is_bare(table) {
            let problem = Problem::new(
                Code::TableWithoutSource,
                subject.manuscript.text.span(table.range.clone()),
                "this table of figures has neither a unit nor a source",
            );
            problems.push(problem.help("add both behind its caption: `Table: Pay by industry {source=bls-2024 unit=\"USD per year\"}`"));
        }
    }
    problems
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
