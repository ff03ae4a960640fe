//! The numbers of tables that a page takes from CSV files, as the block `{data-table}` shows them.

use super::typed::{Above, Typed};
use crate::dataset::csv::Csv;
use crate::guide::Manuscript;
use crate::guide::body::{Block, BlockKind, CellValue, Piece, cell_value};
use crate::source::SourcePath;

/// A table of a CSV file that names a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct InFile {
    /// The file.
    pub file: SourcePath,
    above: Above,
    /// The columns that it shows, each with its heading there; all without any.
    columns: Vec<(String, String)>,
    /// So many rows of the file it shows, where it shows the first.
    rows: Option<usize>,
}

/// The tables of CSV files of a page that name a source, with their blocks.
pub fn in_files(manuscript: &Manuscript) -> impl Iterator<Item = (InFile, &Block)> {
    manuscript.body.pieces.iter().filter_map(|piece| {
        let Piece::Block(block) = piece else { return None };
        let BlockKind::DataTable { file, caption, unit, source: Some(source), columns, sort, limit, .. } = &block.kind else { return None };
        let above = Above::of(source, Some(caption), unit.as_deref(), block.range.start, &manuscript.body);
        let columns = columns.iter().map(|column| (column.name.clone(), column.label.as_ref().unwrap_or(&column.name).to_lowercase())).collect();
        Some((InFile { file: file.clone(), above, columns, rows: limit.filter(|_| sort.is_none()) }, block))
    })
}

impl InFile {
    /// The source that it names: an id of `_data/sources.yaml`.
    pub fn source(&self) -> &str {
        &self.above.source
    }

    /// Its numbers, each with the number of its row in the file.
    pub fn typed(&self, csv: &Csv) -> Vec<(usize, Typed)> {
        let shown: Vec<(usize, String)> = if self.columns.is_empty() {
            csv.headers.iter().map(|header| header.to_lowercase()).enumerate().collect()
        } else {
            self.columns.iter().filter_map(|(name, label)| Some((csv.column(name)?, label.clone()))).collect()
        };
        let Some(((first, corner), others)) = shown.split_first() else { return Vec::new() };
        let mut found = Vec::new();
        for (number, row) in csv.rows.iter().enumerate().take(self.rows.unwrap_or(usize::MAX)) {
            let text = |at: usize| row.cells.get(at).map_or("", String::as_str);
            let label = text(*first).to_lowercase();
            let numbers = others.iter().map(|(at, header)| (text(*at), header)).filter(|(text, _)| matches!(cell_value(text), CellValue::Number(_)));
            found.extend(numbers.filter_map(|(text, header)| Some((number, self.above.typed([&label, header, corner], text)?))));
        }
        found
    }
}
