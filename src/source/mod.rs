//! What the author's project holds: a snapshot of its files, read once, handed on as plain values.
//! `disk.rs` makes the snapshot; everything after it works on bytes and text in memory.

mod address;
mod create;
pub mod disk;
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
        let were_there = before.files.keys().chain(before.unusable.iter().map(|it| &it.path));
        let gone = were_there.filter(move |path| !self.files.contains_key(*path) && !is_unusable(path)).map(|path| (path, Change::Gone));
        let unusable = self.unusable.iter().filter(|it| !before.unusable.contains(it)).map(|it| (&it.path, Change::Unusable));
        here.chain(gone).chain(unusable)
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
