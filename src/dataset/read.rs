//! A dataset: the publisher's files that a declaration names, ready to be asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::absent::Absent;
use super::asked::{Asked, Named, Reading, Said};
use super::declaration::{Declaration, Format};
use super::grid::Grid;
use super::onet::Onet;
use super::table::Table;
use super::{mapping, oews, projections};
use crate::fact::{Measure, Period};
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// The bytes of a project's files, by path.
type Files = BTreeMap<SourcePath, Arc<[u8]>>;

/// A publisher's files, ready to be asked. Two are equal if they were read from the same bytes in the same way.
#[derive(Debug, Clone)]
pub struct Dataset {
    declared: Arc<Declaration>,
    files: Files,
    holds: Arc<Holds>,
}

#[derive(Debug)]
enum Holds {
    Table(Box<Table>),
    Onet(Onet),
}

impl PartialEq for Dataset {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(path, bytes): (&SourcePath, &Arc<[u8]>)| other.files.get(path).is_some_and(|it| Arc::ptr_eq(it, bytes) || it == bytes);
        self.declared == other.declared && self.files.len() == other.files.len() && self.files.iter().all(is_same)
    }
}

impl Eq for Dataset {}

impl Dataset {
    /// The dataset that `declared` describes, and what is wrong with it. `at` is where it is declared, beside whose file its own
    /// files lie; `files` are those of the project. A file may have `limit` bytes, and as many as text. `None` if nothing can be
    /// asked of it.
    pub fn read(declared: &Declaration, at: &Span, files: &Files, limit: usize) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let Some(format) = declared.format else {
            let problem = Problem::new(Code::MissingField, at.clone(), "`format` is missing");
            return (None, vec![problem.help("write `oews`, `bls-projections`, `onet` or `table`")]);
        };
        let Some(own) = own_files(declared, at, files, &mut problems) else { return (None, problems) };
        let too_large = own.iter().filter(|(_, bytes)| bytes.len() > limit);
        problems.extend(too_large.map(|(path, bytes)| Problem::too_large(path, bytes.len(), limit, "data_kib")));
        if !problems.is_empty() {
            return (None, problems);
        }
        let holds = match format {
            Format::Onet => Onet::read(declared, &own, limit, &mut problems).map(Holds::Onet),
            _ => table(format, declared, at, &own, limit, &mut problems).map(|table| Holds::Table(Box::new(table))),
        };
        (holds.map(|holds| Self { declared: Arc::new(declared.clone()), files: own, holds: Arc::new(holds) }), problems)
    }

    /// How it was declared.
    pub fn declared(&self) -> &Declaration {
        &self.declared
    }

    /// The figure that answers `asked`, or what is missing for it.
    pub fn find(&self, asked: &Asked<'_>) -> Result<Reading, Absent> {
        match &*self.holds {
            Holds::Table(table) => table.find(asked),
            Holds::Onet(onet) => onet.find(asked),
        }
    }

    /// Whether it may have figures of `measure`: a file without a column for it has none.
    pub fn may_give(&self, measure: &Measure) -> bool {
        self.table().is_none_or(|table| table.measures().any(|it| it == measure))
    }

    /// All occupations, in the order of the file.
    pub fn occupations(&self) -> Vec<Named> {
        match &*self.holds {
            Holds::Table(table) => table.occupations(),
            Holds::Onet(onet) => onet.occupations(),
        }
    }

    /// The title of an occupation, as printed.
    pub fn title(&self, occupation: &str) -> Option<String> {
        match &*self.holds {
            Holds::Table(table) => table.title(occupation),
            Holds::Onet(onet) => onet.title(occupation),
        }
    }

    /// The codes of the occupations whose titles stand in `text`, in lower case; none in an O*NET database. A singular counts too.
    pub fn occupations_in(&self, text: &str) -> Vec<String> {
        self.table().map_or_else(Vec::new, |table| table.occupations_in(text))
    }

    /// All pay, jobs, openings and growth of an occupation that can be read, whatever the area, the industry, the time and the statistic.
    pub fn said(&self, occupation: &str) -> Vec<Said> {
        self.table().map_or_else(Vec::new, |table| table.said(occupation))
    }

    /// The areas for which an occupation has rows, by code; none in a file without areas.
    pub fn areas(&self, occupation: &str) -> Vec<Named> {
        self.table().map_or_else(Vec::new, |table| table.areas(occupation))
    }

    /// The industries for which an occupation has rows, by code; none in a file without industries.
    pub fn industries(&self, occupation: &str) -> Vec<Named> {
        self.table().map_or_else(Vec::new, |table| table.industries(occupation))
    }

    /// The times of which an occupation has figures, in their order. For a table about no occupation, `occupation` is passed over.
    pub fn periods(&self, occupation: &str) -> Vec<Period> {
        self.table().map_or_else(Vec::new, |table| table.periods(occupation))
    }

    /// What its columns of figures measure, in the order of the file.
    pub fn measures(&self) -> Vec<&Measure> {
        self.table().map_or_else(Vec::new, |table| table.measures().collect())
    }

    /// The lists of an O*NET database.
    pub fn onet(&self) -> Option<&Onet> {
        match &*self.holds {
            Holds::Onet(onet) => Some(onet),
            Holds::Table(_) => None,
        }
    }

    fn table(&self) -> Option<&Table> {
        match &*self.holds {
            Holds::Table(table) => Some(table),
            Holds::Onet(_) => None,
        }
    }
}

/// The files that are declared; `None` without one of them, which is told where it is named (`check`).
fn own_files(declared: &Declaration, at: &Span, files: &Files, problems: &mut Vec<Problem>) -> Option<Files> {
    let own = declared.paths(&at.file).into_iter().map(|(_, path)| path.and_then(|path| files.get(&path).map(|bytes| (path, bytes.clone()))));
    let own = own.collect::<Option<Files>>()?;
    if own.is_empty() {
        problems.push(Problem::new(Code::MissingField, at.clone(), "`file` is missing").help("name the publisher's file, as it lies beside this one"));
    }
    Some(own)
}

fn table(format: Format, declared: &Declaration, at: &Span, own: &Files, limit: usize, problems: &mut Vec<Problem>) -> Option<Table> {
    let mut files = own.iter();
    let (path, bytes) = files.next()?;
    if files.next().is_some() {
        problems.push(Problem::new(Code::InvalidValue, at.clone(), "this format has one file").help("declare a dataset for each file"));
        return None;
    }
    let grid = Grid::read(path, bytes, declared, limit).map_err(|problem| problems.push(problem)).ok()?;
    let (layout, found) = match format {
        Format::BlsProjections => projections::layout(&grid, declared, at),
        Format::Oews => oews::layout(&grid, declared, at),
        Format::Table | Format::Onet => mapping::layout(&grid, declared, at),
    };
    problems.extend(found);
    let (table, found) = Table::of(grid, layout?);
    problems.extend(found);
    table
}
