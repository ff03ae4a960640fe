//! Why there is no figure.

use crate::problem::{Code, Problem};
use crate::source::Span;

/// Why a name leads to no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// What is missing: small letters, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where else to look, and what is there.
    pub others: Vec<(Span, String)>,
    /// Whether a publisher's file has it, in a cell that cannot be used.
    pub is_of_cell: bool,
    /// Whether a publisher's file has its cell, and nothing in it.
    pub is_blank: bool,
}

impl Absent {
    /// Without any other place to look at.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), others: Vec::new(), is_of_cell: false, is_blank: false }
    }

    /// The problem that it is for what asks for the figure at `place`.
    pub fn at(&self, place: Span) -> Problem {
        let problem = Problem::new(Code::UnknownFact, place, self.message.clone());
        self.others.iter().fold(problem, |problem, (span, words)| problem.also(span.clone(), words.clone())).help(self.help.clone())
    }
}
