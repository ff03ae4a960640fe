//! What a mapping says of a column of figures.

use super::declaration::FigureColumn;
use crate::fact::Measure;

/// A column of figures: its name, its place in the header, what it is said to measure, and the rest of what is said.
pub(super) struct Said<'a> {
    pub(super) name: &'a str,
    pub(super) column: usize,
    pub(super) measure: &'a Measure,
    pub(super) mapped: &'a FigureColumn,
}
