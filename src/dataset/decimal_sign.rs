//! Which sign stands before the decimals of a table, where its declaration does not say it: `93.600` is a thousand times as much where
//! a comma does. A number that is written in one way only tells it of the whole file; where none tells it, the author is asked.

use super::cell::{bare, decimal};
use super::declaration::{DecimalSign, Declaration};
use super::grid::Grid;
use super::said::Said;
use crate::fact::{Kind, Measure};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// A number as it is written, and its row.
type Cell = (String, usize);

/// The first number of each kind in a column.
#[derive(Default)]
struct Written {
    /// `1,5`: with a comma before decimals and in no other way.
    comma: Option<Cell>,
    /// `1.5`, the same with a point.
    point: Option<Cell>,
    /// `93.600`: more than ninety, or thousands.
    either_point: Option<Cell>,
    /// `93,600`, the same with a comma.
    either_comma: Option<Cell>,
    /// `93600`: what has no sign between thousands.
    plain_thousands: Option<Cell>,
}

/// What is written in two ways, or may be; `header` is the row of names, `at` where the file is declared.
pub(super) fn doubtful(grid: &Grid, header: usize, declared: &Declaration, all: &[Said], at: &Span) -> Option<Problem> {
    // Where semicolons stand between the cells, it is asked for in any case.
    if declared.decimal.is_some() || grid.is_cut_by(b';') {
        return None;
    }
    let columns: Vec<(&Said, Written)> = all.iter().zip(written(grid, header, declared, all)).collect();
    let said = "say which sign stands before decimals: `decimal: comma` or `decimal: point`";
    let problem = |why: String| Problem::new(Code::DatasetEncoding, at.clone(), why);
    if let Some((name, (comma, row))) = columns.iter().find_map(|(said, it)| Some((said.name, it.comma.as_ref()?))) {
        let why = format!("`{comma}` in the column `{name}` has a comma before its decimals{}", grid.row_words(*row));
        let Some((other, (point, other_row))) = columns.iter().find_map(|(said, it)| Some((said.name, it.point.as_ref()?))) else {
            return Some(problem(why).also(grid.row_span(*row), "its row").help(said));
        };
        let why = format!("{why}, and `{point}` in the column `{other}` a point{}", grid.row_words(*other_row));
        let problem = problem(why).also(grid.row_span(*row), "the comma").also(grid.row_span(*other_row), "the point");
        return Some(problem.help(format!("write all numbers in one way, and {said}")));
    }
    columns.iter().find_map(|(said_of, it)| {
        let name = said_of.name;
        let (row, why) = if let (Some((cell, row)), None) = (it.either_point.as_ref().filter(|_| is_of_people(said_of.measure)), it.plain_thousands.as_ref()) {
            (row, format!("every number with a point in the column `{name}` has three digits behind it: `{cell}` may be a thousand times as much"))
        } else {
            let (cell, row) = it.either_comma.as_ref().filter(|_| said_of.measure.kind() == Kind::Percent)?;
            (row, format!("every number with a comma in the column `{name}` has three digits behind it: `{cell}` percent may be a thousandth of it"))
        };
        it.point.is_none().then(|| problem(why + &grid.row_words(*row)).also(grid.row_span(*row), "its row").help(said))
    })
}

/// Pay and jobs: a price index has three digits behind its point.
fn is_of_people(measure: &Measure) -> bool {
    matches!(measure, Measure::Pay(..) | Measure::Jobs | Measure::Change | Measure::Openings)
}

/// How the numbers of each column are written.
fn written(grid: &Grid, header: usize, declared: &Declaration, all: &[Said]) -> Vec<Written> {
    let mut columns: Vec<Written> = all.iter().map(|_| Written::default()).collect();
    let is_mark = |cell: &str| declared.marks.iter().flatten().any(|(mark, _)| mark.trim() == cell);
    for row in header + 1..grid.rows() {
        for (column, cell) in grid.cells(row).enumerate() {
            for (_, written) in all.iter().zip(&mut columns).filter(|(said, _)| said.column == column) {
                let Some(first) = written.first(bare(&cell)).filter(|first| first.is_none() && !is_mark(&cell)) else { continue };
                *first = Some((cell.clone().into_owned(), row));
            }
        }
    }
    columns
}

impl Written {
    /// The place of what is written as `number` is; `None` for what is no number.
    fn first(&mut self, number: &str) -> Option<&mut Option<Cell>> {
        let with = [DecimalSign::Comma, DecimalSign::Point].map(|sign| decimal(number, sign));
        match with {
            [None, None] => None,
            [Some(_), None] => Some(&mut self.comma),
            [None, Some(_)] => Some(&mut self.point),
            [Some(comma), Some(point)] if comma > point => Some(&mut self.either_point),
            [Some(comma), Some(point)] if comma < point => Some(&mut self.either_comma),
            _ => number.bytes().all(|byte| byte.is_ascii_digit()).then_some(&mut self.plain_thousands),
        }
    }
}
