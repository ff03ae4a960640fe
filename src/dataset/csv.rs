//! A CSV file as headings and rows.

/// A CSV file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Csv {
    /// Headings of its columns.
    pub headers: Vec<String>,
    /// Its rows, each with as many cells as there are headings.
    pub rows: Vec<Row>,
}

/// A row of a CSV file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<String>,
    /// Offset of its first byte.
    pub line_start: usize,
}
