//! What the author's project holds: a snapshot of its files, read once, handed on as plain values.
//! `disk.rs` makes the snapshot; everything after it works on bytes and text in memory.

mod address;
mod create;
pub mod disk;
mod editions;
mod file;
mod glance;
mod path;
mod stamp;
mod text;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use address::PagePath;
pub use create::{CreateError, create};
pub use editions::{Editions, middle, translation};
pub use glance::glance;
pub use path::SourcePath;
pub use text::{NotText, Place, Text, TextFault};

/// All files of a project, by path, as they were at one moment.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Sources {
    /// Every regular file that counts as input, with its bytes.
    pub files: BTreeMap<SourcePath, Arc<[u8]>>,
    /// Files that were seen and passed over, with the reason: dotfiles, backups, names of editors.
    pub ignored: BTreeMap<SourcePath, Ignored>,
    /// Files that are in the project and cannot be used: pipes, dangling links, names that are not UTF-8.
    pub unusable: Vec<Unusable>,
}

/// A file of the project that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// The file; where its name is not UTF-8, the name with U+FFFD for what is not.
    pub path: SourcePath,
    /// What is wrong with it.
    pub why: String,
    /// What to do about it.
    pub help: String,
}

impl Unusable {
    fn new(path: &SourcePath, why: String, help: &str) -> Self {
        Self { path: path.clone(), why, help: help.to_owned() }
    }
}

/// Why a file of the project is not read as input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ignored {
    /// Its name, or a folder's above it, begins with a dot.
    Hidden,
    /// It looks like an editor's backup or swap file (`~`, `.swp`, `.bak`, `#name#`, `4913` ...).
    Backup,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    New,
    /// It holds other bytes.
    Changed,
    /// It is no longer there.
    Gone,
    /// It is there and cannot be used.
    Unusable,
}

impl Sources {
    /// The bytes of one file.
    pub fn get(&self, path: &SourcePath) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// Whether a build of `other` could come to something else: another file, other bytes, another file that cannot be used.
    pub fn differ_from(&self, other: &Self) -> bool {
        self.unusable != other.unusable || self.changes_since(other).next().is_some()
    }

    /// The files that are not as they were in `before`: new, changed, gone or unusable. Sorted by path within these kinds.
    pub fn changes_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = (&'a SourcePath, Change)> {
        let here = self.files.iter().filter_map(|(path, bytes)| match before.get(path) {
            None => Some((path, Change::New)),
            // The same value is the same bytes; comparing them is only for values that came by other ways.
            Some(old) => (!Arc::ptr_eq(old, bytes) && old != bytes).then_some((path, Change::Changed)),
        });
        let is_unusable = |path: &SourcePath| self.unusable.iter().any(|it| it.path == *path);
        let lost = move |path: &'a SourcePath| (path, if is_unusable(path) { Change::Unusable } else { Change::Gone });
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path)).map(lost);
        // What was no file before is told by what cannot be used alone.
        let was_no_file = |it: &&Unusable| !before.files.contains_key(&it.path);
        let unusable = self.unusable.iter().filter(was_no_file).filter(|it| !before.unusable.contains(it)).map(|it| (&it.path, Change::Unusable));
        let is_away = move |it: &&Unusable| !self.files.contains_key(&it.path) && !is_unusable(&it.path);
        let away = before.unusable.iter().filter(was_no_file).filter(is_away).map(|it| (&it.path, Change::Gone));
        here.chain(gone).chain(unusable).chain(away)
    }

    /// Only those files whose paths `wanted` chooses; nothing of what was passed over or cannot be used.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&SourcePath) -> bool) -> Self {
        let files = self.files.iter().filter(|(path, _)| wanted(path)).map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        Self { files, ..Self::default() }
    }

    /// The files below `folder` (given without a slash at its end), sorted by path.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a SourcePath, &'a Arc<[u8]>)> {
        self.files.iter().filter(move |(path, _)| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }
}

/// A stretch of one source file: byte offsets into its [`Text`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: SourcePath,
    /// First byte.
    pub start: usize,
    /// The byte after the last; equal to `start` for a point.
    pub end: usize,
}

impl Span {
    /// The stretch `range` of `file`.
    pub fn new(file: &SourcePath, range: Range<usize>) -> Self {
        Self { file: file.clone(), start: range.start, end: range.end.max(range.start) }
    }

    /// The beginning of `file`, for problems that concern it as a whole.
    pub fn whole(file: &SourcePath) -> Self {
        Self { file: file.clone(), start: 0, end: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_name_what_came_what_went_and_what_cannot_be_used() {
        let state = |files: &[(&str, &str)], unusable: &[&str]| Sources {
            files: files.iter().map(|(path, text)| (SourcePath::new(path).unwrap(), text.as_bytes().into())).collect(),
            unusable: unusable.iter().map(|path| Unusable::new(&SourcePath::new(path).unwrap(), "a pipe".to_owned(), "remove it")).collect(),
            ..Sources::default()
        };
        let check = |before: &Sources, now: &Sources, expected: &[(&str, Change)]| {
            let changes: Vec<_> = now.changes_since(before).map(|(path, change)| (path.as_str(), change)).collect();
            assert_eq!(changes, expected);
            assert_eq!(now.differ_from(before), now != before, "{before:?} {now:?}");
        };
        let (a, b) = (("a.md", "a"), ("b.md", "b"));
        check(&state(&[a], &[]), &state(&[a], &[]), &[]);
        check(&state(&[a], &[]), &state(&[("a.md", "A"), b], &[]), &[("a.md", Change::Changed), ("b.md", Change::New)]);
        check(&state(&[a, b], &[]), &state(&[], &["b.md"]), &[("a.md", Change::Gone), ("b.md", Change::Unusable)]);
        check(&state(&[], &["a.md"]), &state(&[], &["b.md"]), &[("b.md", Change::Unusable), ("a.md", Change::Gone)]);
        check(&state(&[], &["a.md"]), &state(&[a], &[]), &[("a.md", Change::New)]);
        // No folder has one file twice; what is compared must tell it all the same.
        check(&state(&[], &["a.md"]), &state(&[a], &["a.md"]), &[("a.md", Change::New)]);
        check(&state(&[a], &["a.md"]), &state(&[], &["a.md"]), &[("a.md", Change::Unusable)]);
    }
}
