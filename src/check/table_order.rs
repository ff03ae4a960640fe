//! A table that says it is ranked and is not: a reader takes its first row for the first.

use super::subject::Subject;
use crate::fact::Decimal;
use crate::guide::body::{Cell, Table};
use crate::problem::{Code, Problem};

/// Words of a caption that announce an order, and whether it begins with the largest. They are English.
const ANNOUNCED: [(&str, bool); 14] = [
    ("highest to lowest", true),
    ("largest to smallest", true),
    ("most to least", true),
    ("lowest to highest", false),
    ("smallest to largest", false),
    ("least to most", false),
    ("highest-paying", true),
    ("highest paying", true),
    ("best-paid", true),
    ("best paid", true),
    ("top-paying", true),
    ("top paying", true),
    ("lowest-paying", false),
    ("lowest paying", false),
];

/// Words of a caption that say of another order.
const BY_NAME: [&str; 3] = ["alphabetical", "by name", "a to z"];

/// Every table of the text whose caption announces an order that none of its columns of numbers has.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    if !subject.locale().tag().starts_with("en") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for table in subject.tables() {
        let caption = table.caption.as_deref().unwrap_or_default().to_lowercase();
        let is_by_name = BY_NAME.iter().any(|words| caption.contains(words));
        let Some((words, from_largest)) = ANNOUNCED.iter().find(|(words, _)| caption.contains(words) && !is_by_name) else { continue };
        let columns: Vec<Vec<Decimal>> = (0..table.columns.len()).filter_map(|at| numbers(table, at)).collect();
        let is_ranked =
            |numbers: &Vec<Decimal>| numbers.iter().zip(numbers.iter().skip(1)).all(|(one, next)| if *from_largest { one >= next } else { one <= next });
        if !columns.is_empty() && !columns.iter().any(is_ranked) {
            let order = if *from_largest { "the largest" } else { "the smallest" };
            let message = format!("the caption says \"{words}\", and no column of this table goes on from {order} number");
            let problem = Problem::new(Code::TableOrder, subject.manuscript.text.span(table.range.clone()), message);
            problems.push(problem.help("put the rows in that order, or say in the caption how they are ordered"));
        }
    }
    problems
}

/// The numbers of a column, if all but marks are such and there are three.
fn numbers(table: &Table, at: usize) -> Option<Vec<Decimal>> {
    if !table.columns.get(at)?.numeric {
        return None;
    }
    // A row of all stands first or last to compare with, and is no member of the ranking.
    let is_whole =
        |row: &&Vec<Cell>| row.first().is_some_and(|cell| ["all ", "total", "average"].iter().any(|word| cell.text.to_lowercase().starts_with(word)));
    let numbers: Vec<Decimal> = table.rows.iter().filter(|row| !is_whole(row)).filter_map(|row| row.get(at)?.number.as_deref()?.parse().ok()).collect();
    (numbers.len() >= 3).then_some(numbers)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_ranked_table_is_in_its_order() {
        let table = |caption: &str, numbers: [u32; 3]| {
            let [first, second, third] = numbers;
            format!("| State | Pay |\n| --- | ---: |\n| A | {first} |\n| B | {second} |\n| C | {third} |\n\nTable: {caption}\n\n")
        };
        let tables = [
            table("The best-paid states", [50, 60, 40]),
            table("The best-paid states", [60, 50, 40]),
            table("The lowest-paying states", [60, 50, 40]),
            table("Pay by state, highest to lowest", [60, 60, 40]),
            table("Pay by state", [50, 60, 40]),
            table("The best-paid states in alphabetical order", [50, 60, 40]),
            "| Industry | Pay |\n| --- | ---: |\n| A | 60 |\n| B | 50 |\n| C | 40 |\n| All industries | 55 |\n\nTable: The top-paying industries\n".to_owned(),
        ]
        .concat();
        crate::check::fixture::check_problems(
            super::find,
            &format!("\n=== content/a.md\n---\ntitle: A\n---\n{tables}"),
            "
            note: the caption says \"best-paid\", and no column of this table goes on from the largest number
              --> content/a.md:4:1 | State | Pay |
            | --- | ---: |
            | A | 50 |
            | B | 60 |
            | C | 40 |
              help: put the rows in that order, or say in the caption how they are ordered
            note: the caption says \"lowest-paying\", and no column of this table goes on from the smallest number
              --> content/a.md:20:1 | State | Pay |
            | --- | ---: |
            | A | 60 |
            | B | 50 |
            | C | 40 |
              help: put the rows in that order, or say in the caption how they are ordered
            ",
        );
    }
}
