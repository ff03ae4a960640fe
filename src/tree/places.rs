//! Where the values of a file stand: its tree, for YAML made when it is first asked for.

use std::cell::OnceCell;
use std::ops::Range;

use crate::source::Text;

use super::{Node, Tree};

/// The places of the values of `text`.
#[derive(Debug, Clone)]
pub struct Places<'t> {
    text: &'t Text,
    range: Range<usize>,
    tree: OnceCell<Tree>,
}

impl<'t> Places<'t> {
    /// The places of the YAML in `range` of `text`.
    pub fn new(text: &'t Text, range: Range<usize>) -> Self {
        Self { text, range, tree: OnceCell::new() }
    }

    /// The places that `tree` knows.
    pub fn known(text: &'t Text, range: Range<usize>, tree: Tree) -> Self {
        Self { text, range, tree: OnceCell::from(tree) }
    }

    /// The bytes of the value at `path`, else of the nearest mapping or list around it, else the beginning of it all.
    pub fn value(&self, path: &[&str]) -> Range<usize> {
        let found = (1..=path.len()).rev().find_map(|length| self.tree().locate(path.get(..length)?));
        found.unwrap_or(self.range.start..self.range.start)
    }

    /// The bytes of the last key of `path`, else as [`Places::value`] says.
    pub fn key(&self, path: &[&str]) -> Range<usize> {
        self.tree().locate_key(path).unwrap_or_else(|| self.value(path))
    }

    /// Whether the author wrote the last key of `path`, with or without a value that could be read.
    pub fn is_written(&self, path: &[&str]) -> bool {
        self.node(path).is_some_and(|node| !node.is_empty())
    }

    /// Whether the last key of `path` is probably meant by an unknown key beside it, which has been told.
    pub fn is_mistyped(&self, path: &[&str]) -> bool {
        self.tree().is_mistyped(path)
    }

    /// The value at `path`.
    pub fn node(&self, path: &[&str]) -> Option<&Node> {
        self.tree().node(path)
    }

    /// The part of the file that the values stand in.
    pub fn source(&self) -> &'t str {
        self.text.text.get(self.range.clone()).unwrap_or_default()
    }

    /// The file.
    pub fn text(&self) -> &'t Text {
        self.text
    }

    fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::from_yaml(self.source(), self.range.start).0.unwrap_or_default())
    }
}
