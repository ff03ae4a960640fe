//! Whether words of an outlook fit a growth, and how it is told that they do not.

use std::ops::Range;

use crate::check::subject::Subject;
use crate::fact::{Fact, Period, Phrase, fits, phrase};
use crate::problem::{Code, Problem};

/// Whether `said` may be said of a growth; yes where nobody knows.
pub(super) fn allows(fact: &Fact, said: Phrase) -> bool {
    let known = fact.value().exact().zip(fact.topic.period);
    known.and_then(|(growth, period)| fits(said, growth, period)).unwrap_or(true)
}

/// What is wrong with `said` at `place` of the text.
pub(super) fn mismatch(subject: &Subject, place: Range<usize>, said: Phrase, fact: &Fact) -> Problem {
    let growth = subject.locale().value(fact.value(), None);
    let years = fact.topic.period.map(|period: Period| format!(" over {period}")).unwrap_or_default();
    let message = format!("a growth of {growth}{years} is not \"{}\"", said.words());
    let right = fact.value().exact().zip(fact.topic.period).and_then(|(growth, period)| phrase(growth, period));
    let help = right.map_or_else(|| "look the phrase up in the source".to_owned(), |right| format!("the source calls it \"{}\" in that decade", right.words()));
    Problem::new(Code::OutlookPhraseMismatch, subject.manuscript.text.span(place), message).help(help)
}
