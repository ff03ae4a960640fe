//! The Markdown text being read, for the parts that look at it as it was typed.

use std::ops::Range;

use super::context::Origin;
use super::links::Labels;

/// Deepest nesting of lists and quotes.
pub(super) const DEEPEST: usize = 100;

/// The text being walked over, for the parts that look at it.
pub(super) struct Source<'s> {
    pub(super) markdown: &'s str,
    pub(super) origin: &'s Origin,
    pub(super) labels: Labels,
}

impl<'s> Source<'s> {
    /// The text as typed; empty if the range is not sound.
    pub(super) fn get(&self, range: Range<usize>) -> &'s str {
        self.markdown.get(range).unwrap_or_default()
    }
}
