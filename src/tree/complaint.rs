//! Something wrong in a document, with its place, before it is known which file the document is.

use std::ops::Range;

use crate::problem::{Code, Problem};
use crate::source::Text;

/// A problem to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Which problem it is.
    pub code: Code,
    /// The bytes that it concerns.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Another place that belongs to it, with a few words.
    pub other: Option<(Range<usize>, String)>,
}

impl Complaint {
    /// A complaint without help.
    pub fn new(code: Code, range: Range<usize>, message: impl Into<String>) -> Self {
        Self { code, range, message: message.into(), help: None, other: None }
    }

    /// The same with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The problem in `text`, whose bytes the ranges count.
    pub fn in_text(self, text: &Text) -> Problem {
        let mut problem = Problem::new(self.code, text.span(self.range), self.message);
        problem.help = self.help;
        problem.others = self.other.into_iter().map(|(range, words)| (text.span(range), words)).collect();
        problem
    }
}
