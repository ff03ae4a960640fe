//! The Markdown text being read, for the parts that look at it as it was typed.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::RefDefs;

use super::context::Origin;

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

/// Where the labels of reference links are defined, as ranges of the Markdown.
pub(super) struct Labels(BTreeMap<String, Range<usize>>);

impl Labels {
    /// The labels that the parser found.
    pub(super) fn of(definitions: &RefDefs<'_>) -> Self {
        Self(definitions.iter().map(|(label, definition)| (folded(label), definition.span.clone())).collect())
    }

    /// Where `label` is defined.
    pub(super) fn get(&self, label: &str) -> Option<&Range<usize>> {
        self.0.get(&folded(label))
    }
}

fn folded(label: &str) -> String {
    caseless::default_case_fold_str(label.trim())
}
