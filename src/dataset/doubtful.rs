//! What a mapping says of a column and the column itself does not: another time of work or statistic in its name, thousands, percent.

use super::cell::decimal;
use super::decimal_sign;
use super::declaration::{DecimalSign, Declaration};
use super::grid::Grid;
use super::said::Said;
use crate::fact::english::{basis_adjective, statistic, words};
use crate::fact::{Decimal, Kind, Measure};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// So many rows of a file tell how its numbers are written.
const ROWS: usize = 1_000;

/// What cannot be true of both; `header` is the row of names, `at` where the file is declared. Names are read as English.
pub(super) fn doubtful(grid: &Grid, header: usize, declared: &Declaration, all: &[Said], at: &Span) -> Vec<Problem> {
    let mut problems = Vec::new();
    for said in all {
        let name = said.name.to_lowercase();
        let problem = |why: String, help: &str| Problem::new(Code::DatasetColumn, at.clone(), why).also(grid.row_span(header), "its name").help(help);
        if let Measure::Pay(mapped, basis) = said.measure {
            if let Some(other) = words(&name).find_map(basis_adjective).filter(|other| other != basis) {
                let why = format!("the column `{}` is mapped as pay {basis}, and its name says pay {other}", said.name);
                problems.push(problem(why, "correct its `basis`: `year`, `month`, `week`, `day` or `hour`"));
            }
            if let Some(other) = statistic(&name).filter(|other| other != mapped) {
                let why = format!("the column `{}` is mapped as a {mapped}, and its name says {other}", said.name);
                problems.push(problem(why, "correct its `statistic`"));
            }
        }
        if matches!(said.measure, Measure::Jobs | Measure::Change | Measure::Openings) && name.contains("thousand") && said.mapped.times.is_none() {
            let why = format!("the name of the column `{}` says thousands, and nothing says so of its numbers", said.name);
            problems.push(problem(why, "write `times: 1000` beside its `measure`, or `times: 1` if they are whole numbers"));
        }
    }
    let is_percent = |said: &&Said| said.measure.kind() == Kind::Percent && said.mapped.times.is_none();
    for said in all.iter().filter(is_percent).filter(|said| only_shares(grid, header, said.column, declared)) {
        let why = format!("every number of the column `{}` is below 1: a share, such as 0.135 for 13.5 percent", said.name);
        let problem = Problem::new(Code::DatasetColumn, at.clone(), why).also(grid.row_span(header), "its column");
        problems.push(problem.help("write `times: 100` beside its `measure`, or `times: 1` if it is percent"));
    }
    for (said, times) in all.iter().filter_map(|said| Some((said, said.mapped.times.filter(|times| *times != Decimal::ONE)?))) {
        if let Some(cell) = rows(grid, header).map(|row| grid.cell(row, said.column).into_owned()).find(|cell| cell.ends_with('%')) {
            let why = format!("the column `{}` is multiplied by {times}, and shows percent already: `{cell}`", said.name);
            problems.push(Problem::new(Code::DatasetColumn, at.clone(), why).also(grid.row_span(header), "its column").help("take out `times`"));
        }
    }
    for (at_number, said) in all.iter().enumerate() {
        let is_again = |other: &&Said| other.measure == said.measure && other.mapped.period == said.mapped.period;
        if let Some(first) = all.iter().take(at_number).find(is_again) {
            let why = format!("the columns `{}` and `{}` are mapped as one thing, so the second could never be asked for", first.name, said.name);
            let problem = Problem::new(Code::DatasetColumn, at.clone(), why).also(grid.row_span(header), "their names");
            problems.push(problem.help("take one of them out, or give them what they differ by: `statistic`, `basis`, `period`"));
        }
    }
    problems.extend(decimal_sign::doubtful(grid, header, declared, all, at));
    problems
}

fn rows(grid: &Grid, header: usize) -> impl Iterator<Item = usize> {
    (header + 1..grid.rows()).take(ROWS)
}

/// Whether all numbers are below 1, as a spreadsheet keeps what it shows as percent; of a single one nobody knows.
fn only_shares(grid: &Grid, header: usize, column: usize, declared: &Declaration) -> bool {
    let sign = declared.decimal.unwrap_or(DecimalSign::Point);
    let numbers: Vec<Decimal> = rows(grid, header).filter_map(|row| decimal(&grid.cell(row, column), sign)).filter(|number| !number.is_zero()).collect();
    numbers.len() > 1 && numbers.iter().all(|number| number.abs() < Decimal::ONE)
}
