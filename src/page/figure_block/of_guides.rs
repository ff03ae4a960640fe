//! The guides of a section side by side: pay, education, growth.

use std::sync::Arc;

use super::grid::{Grid, GridRow};
use crate::fact::{Basis, Fact, Measure, Statistic};
use crate::guide::body::{Table, escaped};
use crate::page::brief::Brief;
use crate::page::figure::Notes;
use crate::page::given::Given;
use crate::page::words;

/// A guide of the table: its name, the way to it, and its figures.
pub(in crate::page) struct Row {
    pub(in crate::page) name: String,
    pub(in crate::page) path: String,
    pub(in crate::page) brief: Arc<Brief>,
}

/// The table of `guides`; none if there is nothing to compare: of fewer than two is anything told.
pub(in crate::page) fn table(given: &Given, notes: &mut Notes, guides: Vec<Row>) -> Option<Table> {
    let row = |it: Row| {
        let Brief { pay, education, growth } = &*it.brief;
        // Pay by the hour stands beside pay by the year: nothing is converted, and nothing is compared.
        let of = |basis: Basis| pay.clone().filter(|fact| fact.basis() == Some(basis));
        GridRow { label: it.name, path: Some(it.path), facts: vec![of(Basis::Year), of(Basis::Hour), education.clone(), growth.clone()] }
    };
    let words = given.words();
    let mut grid = Grid { first: words.column_guide.text().to_owned(), rows: guides.into_iter().map(row).collect(), ..Grid::default() };
    let is_told = |row: &&GridRow| row.facts.iter().flatten().any(|fact| fact.topic.measure != Measure::Education);
    if grid.rows.iter().filter(is_told).count() < 2 {
        return None;
    }
    let pay = |basis: Basis| words::measure(words, &Measure::Pay(Statistic::Median, basis));
    let has_period = grid.column(3).flatten().next().and_then(|fact: &Arc<Fact>| fact.topic.period);
    let growth = has_period.map_or_else(|| words.growth.text().to_owned(), |period| format!("{} {}", words.growth.text(), given.voice.period(period)));
    grid.columns = vec![pay(Basis::Year), pay(Basis::Hour), words.entry_education.text().to_owned(), growth];
    grid.drop_empty_columns();
    let table = grid.table(given, notes, false);
    Some(Table {
        id: "guides-at-a-glance".to_owned(),
        caption: Some(escaped(words.guides_at_a_glance.text())),
        note: Some(escaped(words.median_is.text())),
        ..table
    })
}
