//! Finds rows by occupation, area, industry and period, without a copy of any row: the names of each kind are numbered, and a
//! sorted list of four numbers leads to each row.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::grid::Grid;
use super::layout::Layout;
use crate::problem::{Code, Problem};

/// So many rows that cannot be used are told; more are of one cause.
const MOST: usize = 20;

/// The rows of a grid by their keys.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// Occupations, areas, industries and periods, as printed.
    pub(super) names: [Names; 4],
    /// Sorted by key, then as in the file.
    rows: Vec<(Key, u32)>,
}

/// Number of the occupation, area, industry and period; 0 where the file has no such column.
pub(super) type Key = [u32; 4];

/// The four kinds of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Occupation = 0,
    Area = 1,
    Industry = 2,
    Period = 3,
}

/// Texts, numbered as they are first met.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    numbers: BTreeMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
    /// The row in which each is met first.
    rows: Vec<u32>,
}

impl Names {
    /// The number of `text`.
    pub(super) fn number(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    /// The text with this number.
    pub(super) fn text(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| text)
    }

    /// The row in which it is met first.
    pub(super) fn first_row(&self, number: u32) -> usize {
        let row = usize::try_from(number).ok().and_then(|at| self.rows.get(at));
        row.and_then(|row| usize::try_from(*row).ok()).unwrap_or(usize::MAX)
    }

    /// All texts, in the order of the file.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// The number of `text`, which is added if it is new. `before` is that of the row above, which often has the same.
    fn add(&mut self, text: &str, before: u32, row: u32) -> u32 {
        if self.text(before) == text && !self.texts.is_empty() {
            return before;
        }
        if let Some(number) = self.number(text) {
            return number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.into(), number);
        self.texts.push(text.into());
        self.rows.push(row);
        number
    }
}

impl Index {
    /// The rows of `grid` below its header, and what is wrong with those that are left out.
    /// Empty rows and notes (one cell with something in it, and no key) are passed over.
    pub(super) fn of(grid: &Grid, layout: &Layout) -> (Self, Vec<Problem>) {
        let keys = layout.keys;
        let columns = [keys.occupation, keys.area, keys.industry, keys.period];
        let Some(main) = columns.into_iter().zip(Of::ALL).find_map(|(column, of)| column.is_some().then_some(of)) else {
            return (Self::default(), Vec::new());
        };
        let last = columns.iter().flatten().max().copied().unwrap_or(0);
        let mut index = Self::default();
        let mut problems = Vec::new();
        let mut nameless = Vec::new();
        let mut key = [0; 4];
        for row in layout.first..grid.rows() {
            let width = grid.width(row);
            if grid.has_even_rows() && width != layout.names.len() {
                if grid.filled(row) > 1 {
                    problems.push(ragged(grid, row, layout.names.len()));
                }
                continue;
            }
            let number = u32::try_from(row).unwrap_or(u32::MAX);
            // A row of a sheet may end before a key: what is not there is empty.
            let mut texts = [const { Cow::Borrowed("") }; 4];
            for (at, cell) in grid.cells(row).enumerate().take(last + 1) {
                if let Some((_, text)) = columns.iter().zip(&mut texts).find(|(column, _)| **column == Some(at)) {
                    *text = cell;
                }
            }
            let is_named = texts.iter().zip(Of::ALL).any(|(text, of)| of == main && !text.is_empty());
            if is_named {
                for (((number_of, text), column), names) in key.iter_mut().zip(&texts).zip(columns).zip(&mut index.names) {
                    if column.is_some() {
                        *number_of = names.add(text, *number_of, number);
                    }
                }
                index.rows.push((key, number));
            } else if grid.filled(row) > 1 {
                nameless.push(row);
            }
        }
        problems.truncate(MOST);
        let column = columns.into_iter().flatten().next().map_or("", |column| layout.name(column));
        problems.extend(without_key(grid, &nameless, column));
        index.rows.sort_unstable();
        (index, problems)
    }

    /// The names of one kind.
    pub(super) fn names(&self, of: Of) -> &Names {
        let [occupations, areas, industries, periods] = &self.names;
        match of {
            Of::Occupation => occupations,
            Of::Area => areas,
            Of::Industry => industries,
            Of::Period => periods,
        }
    }

    /// Whether there are no rows.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The keys and rows of an occupation, sorted by key.
    pub(super) fn of_occupation(&self, occupation: u32) -> impl Iterator<Item = (Key, usize)> {
        self.between([occupation, 0, 0, 0], [occupation, u32::MAX, u32::MAX, u32::MAX])
    }

    /// The rows with exactly this key, as in the file.
    pub(super) fn rows(&self, key: Key) -> impl Iterator<Item = usize> {
        self.between(key, key).map(|(_, row)| row)
    }

    fn between(&self, from: Key, to: Key) -> impl Iterator<Item = (Key, usize)> {
        let start = self.rows.partition_point(|(key, _)| *key < from);
        let rows = self.rows.get(start..).unwrap_or_default().iter().take_while(move |(key, _)| *key <= to);
        rows.map(|(key, row)| (*key, usize::try_from(*row).unwrap_or(usize::MAX)))
    }
}

impl Of {
    const ALL: [Self; 4] = [Self::Occupation, Self::Area, Self::Industry, Self::Period];
}

/// Says once that `rows` are left out. Publishers print such rows themselves, for groups that have no code.
fn without_key(grid: &Grid, rows: &[usize], column: &str) -> Option<Problem> {
    let (first, others) = rows.split_first()?;
    let like = match others {
        [] => String::new(),
        [second] => format!(", like row {}", second + 1),
        [second, .., last] => format!(", like {} others from row {} to row {}", others.len(), second + 1, last + 1),
    };
    let message = format!("this row has figures and nothing in the column `{column}`, so it is left out{like}{}", grid.row_words(*first));
    let help = "nothing has to be done if no guide needs it; else add the code of its occupation to a copy of the file";
    Some(Problem::new(Code::DatasetRowWithoutKey, grid.row_span(*first), message).help(help))
}

fn ragged(grid: &Grid, row: usize, headers: usize) -> Problem {
    let cells = grid.width(row);
    let plural = if cells == 1 { "" } else { "s" };
    let message = format!("this row has {cells} cell{plural}, the header has {headers}{}", grid.row_words(row));
    let help = if cells > headers { "put cells that hold a separator in quotes" } else { "add the missing cells; empty ones need their separators too" };
    Problem::new(Code::CsvShape, grid.row_span(row), message).help(help)
}
