//! The copies of images that earlier runs made, in the user's folder for what can be made again: read before the first build, written after each.
#![expect(clippy::disallowed_methods, reason = "the environment is read in command/")]

use std::env;
use std::path::PathBuf;

use super::screen;
use crate::picture::disk;
use crate::pipeline::Memory;
use crate::source::Sources;

/// A memory that knows what there is of the images of `sources`.
pub(super) fn memory(sources: &Sources) -> Memory {
    Memory::of_pictures(folder().map(|folder| disk::read(&folder, sources.files.iter())).unwrap_or_default())
}

/// Keeps what the last build made, for the next run.
pub(super) fn keep(memory: &Memory) {
    let Some(folder) = folder() else { return };
    if let Err(error) = disk::write(&folder, memory.new_pictures()) {
        screen::say(&format!("note: copies of images cannot be kept in `{}`, so the next run makes them again: {error}\n", folder.display()));
    }
}

/// `$XDG_CACHE_HOME/guidepost/images`, else the same below `~/.cache`; `None` where neither is told.
fn folder() -> Option<PathBuf> {
    let told = |name: &str| env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let cache = told("XDG_CACHE_HOME").or_else(|| Some(told("HOME")?.join(".cache")))?;
    Some(cache.join("guidepost").join("images"))
}
