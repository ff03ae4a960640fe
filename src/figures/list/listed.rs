//! A list of figures as it was found.

use std::sync::Arc;

use crate::fact::{Fact, Measure};

/// A list as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What the figures of a row measure, in order.
    pub measures: Vec<Measure>,
    /// Its rows, in the order in which they are shown.
    pub rows: Vec<Row>,
    /// How many rows the limit cut off.
    pub more: usize,
    /// How many rows have no published figure at all and are not shown.
    pub unpublished: usize,
    /// What the publisher asks not to show, as it calls it.
    pub withheld: Vec<String>,
    /// The source that says which rows there are and in which order, where no figure of them names it.
    pub chosen_by: Option<String>,
    /// What a block asked for by name and no dataset or fact has, by its place in `only`.
    pub missing: Vec<usize>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The id of an industry or area, else the publisher's code; empty where there is none.
    pub code: String,
    /// What it stands for, in words; empty if nobody says it.
    pub title: String,
    /// Its figures, one for each measure of the list; `None` where no dataset has any.
    pub facts: Vec<Option<Arc<Fact>>>,
}

impl Listed {
    /// Its figures.
    pub fn facts(&self) -> impl Iterator<Item = &Arc<Fact>> {
        self.rows.iter().flat_map(|row| row.facts.iter().flatten())
    }
}
