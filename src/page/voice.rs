//! How a page speaks: the words of its language, and how that writes numbers and days.

use std::sync::Arc;

use super::view::DayView;
use super::words;
use crate::day::Day;
use crate::fact::{Basis, Fact, Locale, Period, Value};
use crate::words::{Book, Words};

/// A language that a page speaks. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Its words.
    pub words: Arc<Words>,
    /// How it writes numbers and days.
    pub locale: Locale,
}

impl Voice {
    /// The voice of pages in the language `tag`.
    pub fn of(book: &Book, tag: &str) -> Self {
        Self { words: book.of(tag).clone(), locale: Locale::of(tag) }
    }

    /// A day, for people and machines.
    pub(super) fn day(&self, day: Day) -> DayView {
        DayView { iso: day.to_string(), text: self.locale.day(day) }
    }

    /// A value, in words where it is no number.
    pub(super) fn value(&self, value: &Value, basis: Option<Basis>) -> String {
        words::value(&self.words, &self.locale, value, basis)
    }

    /// The value of a fact.
    pub(super) fn fact(&self, fact: &Fact) -> String {
        self.value(fact.value(), fact.basis())
    }

    /// The same in a sentence.
    pub(super) fn in_sentence(&self, fact: &Fact) -> String {
        words::in_sentence(&self.words, &self.locale, fact)
    }

    /// A time.
    pub(super) fn period(&self, period: Period) -> String {
        self.locale.period(period)
    }
}
