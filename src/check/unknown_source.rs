//! A table in a text that names a source which no data file defines. Those that the front matter names are told by `site`.

use crate::guide::body::{BlockKind, Piece};
use crate::problem::Problem;
use crate::registry::SOURCES;

use super::subject::Subject;

/// Every unknown source of a table or of the block `{data-table}`.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for piece in &subject.manuscript.body.pieces {
        let (source, range, whole) = match piece {
            Piece::Table(table) => (&table.source, &table.source_range, &table.range),
            Piece::Block(block) => match &block.kind {
                BlockKind::DataTable { source, source_range, .. } => (source, source_range, &block.range),
                _ => continue,
            },
            _ => continue,
        };
        let Some(id) = source.as_ref().filter(|id| !subject.registry.sources.contains_key(*id)) else { continue };
        let place = subject.manuscript.text.span(range.clone().unwrap_or_else(|| whole.clone()));
        problems.extend(subject.registry.unknown(id, place, SOURCES));
    }
    problems
}
