//! The one place that reads YAML: guarded, typed, with every problem of a text at its exact place.
//!
//! A clean text is read by `serde_yaml` straight into its type. When that fails, or the guard is wary, the text is read
//! into a tree with places, which tells all problems and keeps every scalar as it was typed.

mod entries;
mod flexible;
mod guard;
mod syntax;

use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny};

pub use entries::{Entries, entries};
pub use flexible::{Named, OneOrMany};

use crate::problem::{Code, Problem};
use crate::source::Text;
use crate::tree::{Complaint, Places, Tree};

/// What was read, with the places of its values.
#[derive(Debug)]
pub struct Reading<'t, T> {
    /// The value; what could not be read is left out of it.
    pub value: T,
    /// What is wrong with the YAML and its types.
    pub problems: Vec<Problem>,
    /// Where values stand. List items are counted as in `value`.
    pub places: Places<'t>,
}

/// The YAML in `range` of `text` as a `T`, and everything that is wrong with it. Bad entries are left out.
///
/// Wherever `T` holds a map with keys of the author's, it must be [`Entries`] or read by [`entries()`].
pub fn read<T: Default + DeserializeOwned>(text: &Text, range: Range<usize>) -> (T, Vec<Problem>) {
    let reading = reading(text, range);
    (reading.value, reading.problems)
}

/// The same as [`read`], with the places of the values for further checks.
pub fn reading<T: Default + DeserializeOwned>(text: &Text, range: Range<usize>) -> Reading<'_, T> {
    let yaml = text.text.get(range.clone()).unwrap_or_default();
    if !guard::is_suspicious(yaml)
        && let Ok(value) = serde_yaml::from_str(yaml)
    {
        return Reading { value, problems: Vec::new(), places: Places::new(text, range) };
    }
    let (tree, mut complaints) = Tree::from_yaml(yaml, range.start);
    let Some(mut tree) = tree else {
        let problems = complaints.into_iter().map(|it| syntax::reworded(it, text, &range).in_text(text));
        return Reading { value: T::default(), problems: problems.collect(), places: Places::known(text, range, Tree::default()) };
    };
    let (value, misfits) = tree.decode();
    let is_refused_for_its_form = !complaints.is_empty();
    complaints.extend(misfits);
    if !is_refused_for_its_form && let Some(complaint) = second_opinion(text, &range) {
        complaints.push(complaint);
    }
    let mut problems: Vec<Problem> = complaints.into_iter().map(|it| it.in_text(text)).collect();
    problems.sort_by(|a, b| a.span.cmp(&b.span));
    Reading { value, problems, places: Places::known(text, range, tree) }
}

/// Where the value at `path` stands, else the nearest mapping or list around it, else the beginning of `range`.
pub fn locate(text: &Text, range: Range<usize>, path: &[&str]) -> Range<usize> {
    Places::new(text, range).value(path)
}

/// Where the last key of `path` stands, else as [`locate`].
pub fn locate_key(text: &Text, range: Range<usize>, path: &[&str]) -> Range<usize> {
    Places::new(text, range).key(path)
}

/// What `serde_yaml` has against the form of a text that the tree could read: the two differ at the edges, and only what
/// both take counts as YAML. The tree has found it flat and free of aliases, so `serde_yaml` is safe here.
fn second_opinion(text: &Text, range: &Range<usize>) -> Option<Complaint> {
    let yaml = text.text.get(range.clone()).unwrap_or_default();
    let has_content = yaml.lines().any(|line| !matches!(line.trim_start().chars().next(), None | Some('#')));
    let error = serde_yaml::from_str::<IgnoredAny>(yaml).err().filter(|_| has_content)?;
    let at = error.location().map_or(0, |place| offset_of(yaml, place.line(), place.column())) + range.start;
    // Its messages end with the place, which is told apart from them.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    Some(syntax::reworded(Complaint::new(Code::YamlSyntax, at..at, message), text, range))
}

/// The byte at `line` and `column`, both from 1, columns in characters.
fn offset_of(yaml: &str, line: usize, column: usize) -> usize {
    let start: usize = yaml.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = yaml.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests;
