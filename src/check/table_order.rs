//! A table that says it is ranked and is not: a reader takes its first row for the first.

use super::subject::Subject;
use crate::fact::{Decimal, english};
use crate::guide::body::{Cell, Table};
use crate::problem::{Code, Problem};

/// Words of a caption that announce an order, and which number it begins with. They are English.
const ANNOUNCED: [(&str, First); 29] = [
    ("highest to lowest", First::Largest),
    ("high to low", First::Largest),
    ("largest to smallest", First::Largest),
    ("most to least", First::Largest),
    ("lowest to highest", First::Smallest),
    ("low to high", First::Smallest),
    ("smallest to largest", First::Smallest),
    ("least to most", First::Smallest),
    ("highest first", First::Largest),
    ("largest first", First::Largest),
    ("lowest first", First::Smallest),
    ("smallest first", First::Smallest),
    ("descending", First::Largest),
    ("ascending", First::Smallest),
    ("highest-paying", First::Largest),
    ("highest paying", First::Largest),
    ("highest-paid", First::Largest),
    ("highest paid", First::Largest),
    ("best-paying", First::Largest),
    ("best paying", First::Largest),
    ("best-paid", First::Largest),
    ("best paid", First::Largest),
    ("top-paying", First::Largest),
    ("top paying", First::Largest),
    ("lowest-paying", First::Smallest),
    ("lowest paying", First::Smallest),
    ("lowest-paid", First::Smallest),
    ("lowest paid", First::Smallest),
    ("ranked", First::Either),
];

/// Which number a ranking begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Largest,
    Smallest,
    /// Nobody says.
    Either,
}

/// Words behind an announcement that make it a part of the people: "the lowest-paid tenth".
const OF_PEOPLE: [&str; 6] = ["tenth", "quarter", "10", "25", "half", "percent"];

/// Words of a caption that say of another order.
const BY_NAME: [&str; 3] = ["alphabetical", "by name", "a to z"];

/// Every table of the text whose caption announces an order that none of its columns of numbers has.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    if !subject.locale().tag().starts_with("en") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for table in subject.tables() {
        let caption = [&table.caption, &table.note].into_iter().flatten().map(|it| it.to_lowercase()).collect::<Vec<_>>().join(". ");
        let is_by_name = BY_NAME.iter().any(|words| caption.contains(words));
        let Some((words, first)) = ANNOUNCED.iter().find(|(words, _)| announces(&caption, words) && !is_by_name) else { continue };
        let columns: Vec<Vec<Decimal>> = (0..table.columns.len()).filter_map(|at| numbers(table, at)).collect();
        let falls = |numbers: &[Decimal]| numbers.is_sorted_by(|one, next| one >= next);
        let is_ranked = |numbers: &Vec<Decimal>| match first {
            First::Largest => falls(numbers),
            First::Smallest => numbers.is_sorted(),
            First::Either => falls(numbers) || numbers.is_sorted(),
        };
        if !columns.is_empty() && !columns.iter().any(is_ranked) {
            let order = match first {
                First::Largest => "the largest",
                First::Smallest => "the smallest",
                First::Either => "the largest or the smallest",
            };
            let message = format!("the caption says \"{words}\", and no column of this table goes on from {order} number");
            let problem = Problem::new(Code::TableOrder, subject.manuscript.text.span(table.range.clone()), message);
            problems.push(problem.help("put the rows in that order, or say in the caption how they are ordered"));
        }
    }
    problems
}

fn announces(caption: &str, words: &str) -> bool {
    let Some((_, behind)) = caption.split_once(words) else { return false };
    let next = english::words(behind).next().unwrap_or_default();
    !OF_PEOPLE.contains(&next)
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
            table("Pay of the lowest-paid tenth", [50, 60, 40]),
            table("States, ranked by pay", [40, 50, 60]),
            table("States {note=\"Highest first.\"}", [60, 50, 40]),
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
