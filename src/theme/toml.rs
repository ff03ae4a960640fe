//! TOML of a theme or of the settings into types, and places in it.

use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::problem::Problem;
use crate::source::Text;
use crate::tree::Tree;

/// `text` as a `T` without the entries that do not fit, and what is wrong with those.
pub(super) fn read<T: Default + DeserializeOwned>(text: &Text) -> (T, Vec<Problem>) {
    let (mut tree, mut complaints) = Tree::from_toml(&text.text);
    let (value, misfits) = tree.decode();
    complaints.extend(misfits);
    (value, complaints.into_iter().map(|complaint| complaint.in_text(text)).collect())
}

/// The place of the value at `path`; that of the last key on the way to it that is there, else the beginning.
pub(super) fn locate(text: &Text, path: &[&str]) -> Range<usize> {
    let (tree, _) = Tree::from_toml(&text.text);
    tree.locate(path).unwrap_or_else(|| key_above(&tree, path))
}

/// The place of the key at the end of `path`; that of the last key on the way to it that is there, else the beginning.
pub(super) fn locate_key(text: &Text, path: &[&str]) -> Range<usize> {
    key_above(&Tree::from_toml(&text.text).0, path)
}

fn key_above(tree: &Tree, path: &[&str]) -> Range<usize> {
    (1..=path.len()).rev().find_map(|length| tree.locate_key(path.get(..length)?)).unwrap_or(0..0)
}
