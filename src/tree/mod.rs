//! A document with places: every text, list and mapping of a YAML or TOML file with the bytes where it stands.
//! It is what is read a second time when something is wrong, so that all problems of a file are told at once.

mod complaint;
mod decode;
mod deserializer;
mod from_toml;
mod from_yaml;
mod nearest;
mod places;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use complaint::Complaint;
pub use nearest::nearest;
pub use places::Places;

/// How deep lists and mappings may stand in one another.
pub const DEEPEST: usize = 16;

/// Mappings with more entries than this are searched by an index.
const LARGE: usize = 64;

/// A document; without a root if it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The outermost value.
    pub root: Option<Node>,
    /// Ids of the nodes that are passed over, because something is wrong with them that has been told.
    passed_over: BTreeSet<usize>,
    /// Positions of the entries of large mappings, by the mapping's id and the key: a data file may have thousands.
    positions: BTreeMap<(usize, String), usize>,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its number in this tree.
    id: usize,
    /// The bytes it covers, quotes and brackets included.
    pub range: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, a number, a truth value ...: the characters that were typed and how they were written.
    Scalar(String, Form),
    /// A list.
    List(Vec<Node>),
    /// A mapping: keys and values in the order of the file.
    Mapping(Vec<(Node, Node)>),
}

/// How a scalar was written, which decides what it can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// YAML without quotes: whatever the field wants.
    Plain,
    /// YAML in quotes or as a block.
    Quoted,
    /// A TOML string.
    TomlText,
    /// A TOML number.
    TomlNumber,
    /// A TOML truth value.
    TomlTruth,
    /// A TOML date.
    TomlDate,
}

impl Tree {
    /// The value at `path`: keys of mappings and numbers of list items, counted from 0 without those passed over.
    pub fn node(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self.root.as_ref()?, |node, step| self.child(node, step))
    }

    /// Where the value at `path` stands.
    pub fn locate(&self, path: &[&str]) -> Option<Range<usize>> {
        self.node(path).map(|node| node.range.clone())
    }

    /// Where the last key of `path` stands.
    pub fn locate_key(&self, path: &[&str]) -> Option<Range<usize>> {
        let (last, above) = path.split_last()?;
        self.entry(self.node(above)?, last).map(|(key, _)| key.range.clone())
    }

    /// Whether the last key of `path` is probably meant by a key beside it that is passed over.
    fn is_mistyped(&self, path: &[&str]) -> bool {
        let Some((wanted, above)) = path.split_last() else { return false };
        let Some(Value::Mapping(entries)) = self.node(above).map(|node| &node.value) else { return false };
        let is_near = |key: &Node| matches!(&key.value, Value::Scalar(text, _) if nearest(text, [*wanted]).is_some());
        entries.iter().any(|(key, _)| !self.counts(key) && is_near(key))
    }

    fn child<'t>(&self, node: &'t Node, step: &str) -> Option<&'t Node> {
        match &node.value {
            Value::Mapping(_) => self.entry(node, step).map(|(_, value)| value),
            Value::List(items) => items.iter().filter(|item| self.counts(item)).nth(step.parse().ok()?),
            Value::Scalar(..) => None,
        }
    }

    fn entry<'t>(&self, node: &'t Node, key: &str) -> Option<&'t (Node, Node)> {
        let Value::Mapping(entries) = &node.value else { return None };
        if entries.len() <= LARGE {
            return entries.iter().find(|(it, _)| it.is(key));
        }
        entries.get(*self.positions.get(&(node.id, key.to_owned()))?)
    }

    /// Notes where the entries of a large mapping stand, if this is one. The first of equal keys counts.
    fn note_positions(&mut self, id: usize, entries: &[(Node, Node)]) {
        if entries.len() <= LARGE {
            return;
        }
        for (at, (key, _)) in entries.iter().enumerate() {
            if let Value::Scalar(text, _) = &key.value {
                self.positions.entry((id, text.clone())).or_insert(at);
            }
        }
    }

    fn counts(&self, node: &Node) -> bool {
        !self.passed_over.contains(&node.id)
    }
}

impl Node {
    fn is(&self, key: &str) -> bool {
        matches!(&self.value, Value::Scalar(text, _) if text == key)
    }

    /// Whether it is a scalar that was written without quotes in YAML.
    pub fn is_plain(&self) -> bool {
        matches!(self.value, Value::Scalar(_, Form::Plain))
    }

    /// Whether it says nothing: an empty value, `~` or `null`.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(text, Form::Plain) if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_large_mappings_are_found_too() {
        let lines = |sign: &str| (0..100).map(|at| format!("k{at}{sign}'v{at}'\n")).collect::<Vec<_>>().concat();
        let (yaml, toml) = (lines(": "), lines(" = "));
        for (text, tree) in [(&yaml, Tree::from_yaml(&yaml, 0).0.unwrap()), (&toml, Tree::from_toml(&toml).0)] {
            assert_eq!(tree.locate(&["k77"]).and_then(|range| text.get(range)), Some("'v77'"));
            assert_eq!(tree.locate_key(&["k99"]).and_then(|range| text.get(range)), Some("k99"));
            assert_eq!(tree.locate(&["k100"]), None);
        }
    }

    #[test]
    fn values_and_keys_are_found_by_their_path() {
        let yaml = "é: [ü, {name: x}]\nlist:\n  - a\n  - b: 'q'\n";
        let tree = Tree::from_yaml(yaml, 0).0.unwrap();
        let at = |path: &[&str]| tree.locate(path).and_then(|range| yaml.get(range));
        assert_eq!(at(&["é", "0"]), Some("ü"));
        assert_eq!(at(&["é", "1", "name"]), Some("x"));
        assert_eq!(at(&["é", "1"]), Some("{name: x}"));
        assert_eq!(at(&["list", "1", "b"]), Some("'q'"));
        assert_eq!(at(&["list", "2"]), None);
        assert_eq!(tree.locate_key(&["list", "1", "b"]).and_then(|range| yaml.get(range)), Some("b"));
    }
}
