//! The numbers that the tables of a page print without a fact, beside the name of a source, and what row, column and caption say of each: of whom it is, of which
//! time, and how much.

mod subject_said;
mod time;

pub(super) use time::Time;

use super::subject::Subject;
use crate::fact::english::{basis, words};
use crate::fact::{Amount, Counted, Decimal, Numeral, Printed, read};
use crate::figures::{Typed, placed};
use crate::guide::body::{Passage, Table};
use crate::source::Span;

/// A number that a table prints without a fact.
pub(super) struct Cell<'s> {
    pub(super) typed: Typed,
    pub(super) table: &'s Table,
    /// The number of its row and of its column, from 0.
    pub(super) at: [usize; 2],
    pub(super) printed: Printed,
}

/// All of them, in the order of the text. A page without a table that names a source has none.
pub(super) fn all(subject: &Subject) -> Vec<Cell<'_>> {
    let locale = subject.locale();
    let of_table = |table| {
        let cells = placed(table, &subject.manuscript.body).into_iter();
        cells.filter_map(|(at, typed)| Some((at, read(&typed.text, "", "", &locale)?, typed))).map(move |(at, printed, typed)| Cell {
            typed,
            table,
            at,
            printed,
        })
    };
    subject.tables().filter(|table| table.source.is_some()).flat_map(of_table).collect()
}

impl Cell<'_> {
    /// Where it stands.
    pub(super) fn place(&self, subject: &Subject) -> Span {
        let (text, body) = (&subject.manuscript.text, &subject.manuscript.body);
        let is_it = |passage: &&Passage| self.table.holds(passage) && passage.text.trim() == self.typed.text;
        let [row, column] = self.at;
        let same_before = |cells: &[crate::guide::body::Cell]| cells.iter().filter(|cell| cell.text == self.typed.text).count();
        let above: usize = self.table.rows.iter().take(row).map(|cells| same_before(cells)).sum();
        let beside = self.table.rows.get(row).and_then(|cells| cells.get(..column)).map_or(0, same_before);
        let passage = body.passages.iter().filter(is_it).nth(above + beside);
        text.span(passage.map_or_else(|| self.table.range.clone(), |passage| passage.place(text, 0..passage.text.len())))
    }

    /// Whether row, column, caption and headings leave no other than the page's own occupation, in the page's own area.
    pub(super) fn is_of_own(&self, subject: &Subject) -> bool {
        !self.typed.is_of_place() && subject_said::is_own(&self.typed, subject)
    }

    /// The words of row and column that say neither which number it is nor of which time.
    pub(super) fn other_words(&self) -> Vec<&str> {
        [&self.typed.label, &self.typed.header].into_iter().flat_map(|text| subject_said::other_words(text)).collect()
    }

    /// Whether its column says nothing but which number it is.
    pub(super) fn header_is_known(&self) -> bool {
        subject_said::other_words(&self.typed.header).next().is_none()
    }

    /// The time that it is of.
    pub(super) fn time(&self) -> Time {
        let is_of_span = matches!(self.typed.counted, Counted::Change | Counted::Openings);
        Time::of([&self.typed.label, &self.typed.header], &self.typed.about, is_of_span)
    }

    /// The number, if it is one.
    pub(super) fn number(&self) -> Option<Numeral> {
        if let Amount::One(numeral) = self.printed.amount { Some(numeral) } else { None }
    }

    /// Whether row or column say for what time of work it is; a caption and a unit may tell of others too.
    pub(super) fn names_its_basis(&self) -> bool {
        [&self.typed.label, &self.typed.header].into_iter().any(|text| words(text).any(|word| basis(word).is_some()))
    }

    /// Whether it may be of the same time of work as `other`, to judge by its size: pay by the hour is no fifth of that by the month.
    pub(super) fn is_of_size(&self, other: Decimal) -> bool {
        let five = Decimal::from(5);
        self.number().is_none_or(|it| it.value.abs() <= other.abs() * five && other.abs() <= it.value.abs() * five)
    }
}
