//! Pay of several currencies in one list: nothing is converted, so nothing of it can be compared.

use super::listed::Row;
use crate::fact::{Currency, Fact, Value};
use crate::figures::absent::Absent;

/// So many rows are named as those of a currency.
const MOST_NAMED: usize = 5;

/// The first two currencies of `facts`; `None` if there are no two.
pub fn two<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> Option<(Currency, Currency)> {
    let mut currencies = facts.into_iter().filter_map(|fact| if let Value::Money(_, currency) = fact.value() { Some(*currency) } else { None });
    let first = currencies.next()?;
    currencies.find(|currency| *currency != first).map(|other| (first, other))
}

/// What a block is told whose figures are of two currencies.
pub fn mixed((first, second): (Currency, Currency), help: impl Into<String>) -> Absent {
    Absent::new(format!("this block would compare pay in {first} with pay in {second}, which nothing converts"), help)
}

/// Whether all pay of `rows`, from which `only` chooses, is of one currency.
pub(super) fn judge_parts(rows: &[Row]) -> Result<(), Absent> {
    let Some((first, second)) = two(rows.iter().flat_map(facts)) else { return Ok(()) };
    let only = |currency: Currency| {
        let has = |row: &&Row| facts(row).any(|fact| matches!(fact.value(), Value::Money(_, it) if *it == currency));
        let mut names: Vec<&str> = rows.iter().filter(has).map(|row| row.code.as_str()).collect();
        let more = if names.len() > MOST_NAMED { ", ..." } else { "" };
        names.truncate(MOST_NAMED);
        format!("`only: [{}{more}]` for {currency}", names.join(", "))
    };
    Err(mixed((first, second), format!("write one block for each currency: {} and {}", only(first), only(second))))
}

/// Whether all pay of `rows`, one for each time, is of one currency.
pub(super) fn judge_years(rows: &[Row]) -> Result<(), Absent> {
    let help = "name a `dataset` of one currency, or give the facts of the other their own page";
    two(rows.iter().flat_map(facts)).map_or(Ok(()), |both| Err(mixed(both, help)))
}

fn facts(row: &Row) -> impl Iterator<Item = &Fact> {
    row.facts.iter().flatten().map(|fact| &**fact)
}
