//! The names of what Guidepost keeps for itself in an output folder and beside it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder of the output that belongs to Guidepost itself.
pub(super) const OWN_FOLDER: &str = ".guidepost";
/// In it: the list of what was published.
pub(super) const MANIFEST: &str = "manifest.json";
/// In it: the list of what a replacement file by file is about to write.
pub(super) const JOURNAL: &str = "journal.json";
/// In it: the mark of a folder that holds nothing but what we put there.
pub(super) const STAGING: &str = "staging";
/// What that mark begins with.
pub(super) const STAGING_WORDS: &str = "staged by guidepost";

/// A name beside `folder` for something of ours: `.public.guidepost-lock`.
pub(super) fn beside(folder: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(folder.file_name().unwrap_or_default());
    name.push(format!(".guidepost-{what}"));
    folder.with_file_name(name)
}
