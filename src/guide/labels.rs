//! What the row and the column of a table call the figure in it.

use super::Manuscript;
use super::body::{Figure, Piece};

impl Manuscript {
    /// The first cell of the row and the heading of the column in which `figure` stands, in lower case and as written; `None` outside tables.
    pub fn labels(&self, figure: &Figure) -> Option<[String; 2]> {
        self.labels_with_corner(figure).map(|[label, header, _]| [label, header])
    }

    /// The same, and the heading of the first column: what the labels of the rows are.
    pub fn labels_with_corner(&self, figure: &Figure) -> Option<[String; 3]> {
        let mut tables = self.body.pieces.iter().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None });
        let table = tables.find(|table| table.range.contains(&figure.whole.start))?;
        let text = self.text.text.get(table.range.clone())?;
        let at = figure.whole.start - table.range.start;
        let line_start = text.get(..at)?.rfind('\n').map_or(0, |at| at + 1);
        let column = cells(text.get(line_start..at)?).len().checked_sub(1)?;
        // A table that begins with a column of figures has no labels.
        let label = cells(text.get(line_start..)?.lines().next()?).into_iter().next().filter(|label| !label.contains("](fact:")).unwrap_or_default();
        let headers = cells(text.lines().next()?);
        Some([label, headers.get(column)?.clone(), headers.into_iter().next()?])
    }
}

/// The cells of a line of a table. A bar after a backslash stands in its cell.
fn cells(line: &str) -> Vec<String> {
    line.trim().trim_start_matches('|').replace("\\|", " ").split('|').map(|cell| cell.trim().to_lowercase()).collect()
}
