//! Amounts of money that a table prints without a fact, beside the name of a source.

use std::collections::BTreeSet;

use crate::fact::Decimal;
use crate::guide::body::{Body, Table};

/// An amount in a table, with what tells of whom it speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Typed {
    /// The source that the table names: an id of `_data/sources.yaml`.
    pub source: String,
    /// The first cell of its row.
    pub label: String,
    /// The heading of its column.
    pub header: String,
    /// The amount as printed.
    pub text: String,
    /// The amount.
    pub number: Decimal,
    /// The years that caption, label and heading name.
    pub years: BTreeSet<i16>,
}

/// Signs and words of money in a cell or a unit.
const MONEY: [&str; 8] = ["$", "£", "€", "usd", "gbp", "eur", "dollar", "pound"];

/// The amounts of a table that names a source and does not link them.
pub fn typed<'b>(table: &'b Table, body: &'b Body) -> impl Iterator<Item = Typed> + use<'b> {
    let linked: BTreeSet<&str> = body.figures.iter().filter(|figure| table.range.contains(&figure.whole.start)).map(|figure| figure.text.as_str()).collect();
    let is_money = |text: &str| MONEY.iter().any(|sign| text.to_lowercase().contains(sign));
    let unit_is_money = table.unit.as_deref().is_some_and(|unit| is_money(unit) && !unit.contains(';'));
    let source = table.source.as_ref().filter(|_| unit_is_money || table.rows.iter().flatten().any(|cell| is_money(&cell.text)));
    let of_caption = source.map(|_| years(table.caption.as_deref().unwrap_or_default())).unwrap_or_default();
    source.into_iter().flat_map(move |source| {
        let (linked, of_caption) = (linked.clone(), of_caption.clone());
        table.rows.iter().flat_map(move |row| {
            let label = row.first().map_or("", |cell| cell.text.as_str());
            let (linked, of_caption) = (linked.clone(), of_caption.clone());
            row.iter().zip(&table.columns).skip(1).filter_map(move |(cell, column)| {
                let number = cell.number.as_deref()?.parse().ok()?;
                if linked.contains(cell.text.as_str()) || !(unit_is_money || is_money(&cell.text)) {
                    return None;
                }
                let years = of_caption.iter().copied().chain(years(label)).chain(years(&column.text)).collect();
                let (label, header) = (label.to_lowercase(), column.text.to_lowercase());
                Some(Typed { source: source.clone(), label, header, text: cell.text.clone(), number, years })
            })
        })
    })
}

fn years(text: &str) -> BTreeSet<i16> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))).filter_map(|word| word.parse().ok()).collect()
}
