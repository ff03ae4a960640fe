//! A table whose `source=` names nothing that `_data/sources.yaml` declares.

use std::ops::Range;

use crate::guide::body::{BlockKind, Piece};
use crate::problem::{Code, Problem};
use crate::site::Site;

use super::nearest::nearest;

/// Every table with a source that is not declared, with the id that was perhaps meant.
pub(super) fn find(site: &Site) -> Vec<Problem> {
    let declared = &site.given.registry.sources;
    let mut problems = Vec::new();
    for page in site.pages.values() {
        for (id, range) in page.manuscript.body.pieces.iter().filter_map(source) {
            if declared.contains_key(id) {
                continue;
            }
            let problem = Problem::new(Code::TableUnknownSource, page.manuscript.text.span(range), format!("no source is called `{id}`"));
            problems.push(match nearest(id, declared.keys().map(String::as_str)) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(format!("declare it in `content/_data/sources.yaml`: `{id}: {{ publisher: ..., title: ... }}`")),
            });
        }
    }
    problems
}

/// The source that a table names, and where.
fn source(piece: &Piece) -> Option<(&str, Range<usize>)> {
    match piece {
        Piece::Table(table) => Some((table.source.as_deref()?, table.source_range.clone().unwrap_or(table.range.clone()))),
        Piece::Block(block) => match &block.kind {
            BlockKind::DataTable { source, source_range, .. } => Some((source.as_deref()?, source_range.clone().unwrap_or(block.range.clone()))),
            _ => None,
        },
        Piece::Html(_) | Piece::Image(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;
    use crate::guide::body::{Piece, Table};

    #[test]
    fn a_slip_in_a_source_is_reported_where_it_stands() {
        let mut project = Project::new(
            "
            === content/a.md
            ---
            title: A
            ---
            Table: Pay {source=bls-2025}
            === content/_data/sources.yaml
            bls-2024: { publisher: BLS, title: Wages }
            ",
        );
        project.edit("content/a.md", |it| {
            it.body.pieces.push(Piece::Table(Table { source: Some("bls-2025".to_owned()), source_range: Some(37..45), ..Table::default() }));
        });
        project.check(
            |site, _| find(site),
            "
            error: no source is called `bls-2025`
              --> content/a.md:4:20 bls-2025
              help: did you mean `bls-2024`?
            ",
        );
    }
}
