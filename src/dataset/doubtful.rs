//! What a mapping says of a column and the column itself does not: another time of work or statistic in its name, thousands, points that may be commas.

use super::cell::decimal;
use super::declaration::{DecimalSign, Declaration, FigureColumn};
use super::grid::Grid;
use crate::fact::english::{basis_adjective, statistic, words};
use crate::fact::{Decimal, Kind, Measure};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// A column of figures: its name, its place in the header, what it is said to measure, and the rest of what is said.
pub(super) struct Said<'a> {
    pub(super) name: &'a str,
    pub(super) column: usize,
    pub(super) measure: &'a Measure,
    pub(super) mapped: &'a FigureColumn,
}

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
    let may_be_thousands = |said: &&Said| is_of_people(said.measure) && only_threes(grid, header, said.column);
    if declared.decimal.is_none()
        && !grid.is_cut_by(b';')
        && let Some((said, cell)) = all.iter().find(may_be_thousands).and_then(|said| Some((said, first_with_point(grid, header, said.column)?)))
    {
        let why = format!("every number with a point in the column `{}` has three digits behind it: `{cell}` may be a thousand times as much", said.name);
        let problem = Problem::new(Code::DatasetEncoding, at.clone(), why).also(grid.row_span(header), "its column");
        problems.push(problem.help("say which sign stands before decimals: `decimal: comma` or `decimal: point`"));
    }
    problems
}

/// Pay and jobs: a price index has three digits behind its point.
fn is_of_people(measure: &Measure) -> bool {
    matches!(measure, Measure::Pay(..) | Measure::Jobs | Measure::Change | Measure::Openings)
}

fn rows(grid: &Grid, header: usize) -> impl Iterator<Item = usize> {
    (header + 1..grid.rows()).take(ROWS)
}

fn first_with_point(grid: &Grid, header: usize, column: usize) -> Option<String> {
    rows(grid, header).map(|row| grid.cell(row, column).into_owned()).find(|cell| cell.contains('.'))
}

/// Whether all numbers are below 1, as a spreadsheet keeps what it shows as percent; of a single one nobody knows.
fn only_shares(grid: &Grid, header: usize, column: usize, declared: &Declaration) -> bool {
    let sign = declared.decimal.unwrap_or(DecimalSign::Point);
    let numbers: Vec<Decimal> = rows(grid, header).filter_map(|row| decimal(&grid.cell(row, column), sign)).filter(|number| !number.is_zero()).collect();
    numbers.len() > 1 && numbers.iter().all(|number| number.abs() < Decimal::ONE)
}

/// Whether numbers with a point are all like `93.600`, and those without like `600`: thousands, where a point parts them.
fn only_threes(grid: &Grid, header: usize, column: usize) -> bool {
    let is_like = |cell: &str| {
        let mut parts = cell.split('.');
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        parts.next().is_some_and(|first| (1..=3).contains(&first.len()) && first != "0" && is_digits(first))
            && parts.all(|part| part.len() == 3 && is_digits(part))
    };
    let is_number = |cell: &str| cell.starts_with(|c: char| c.is_ascii_digit());
    let numbers = || rows(grid, header).map(|row| grid.cell(row, column)).filter(|cell| is_number(cell));
    numbers().any(|cell| cell.contains('.')) && numbers().all(|cell| is_like(&cell))
}
