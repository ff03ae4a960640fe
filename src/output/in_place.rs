//! Replacement file by file, for folders that cannot be exchanged: mount points, some network disks, closed parents.
//!
//! Readers may meet old and new pages side by side. A journal lists what is being written, so that the next build
//! knows every file as ours wherever this one was cut off.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::difference::Difference;
use super::error::WriteError;
use super::manifest::Manifest;
use super::names::{JOURNAL, MANIFEST, OWN_FOLDER};
use super::stage::write_new;

/// Gives the bytes of a planned file.
pub(super) type BytesOf<'a> = &'a dyn Fn(&Path) -> Result<Cow<'a, [u8]>, WriteError>;

/// Makes `folder` the planned site: assets first, then pages, removals last.
pub(super) fn replace(folder: &Path, bytes_of: BytesOf, plan: &Manifest, difference: &Difference) -> Result<(), WriteError> {
    let own = folder.join(OWN_FOLDER);
    fs::create_dir_all(&own).map_err(WriteError::system("make", &own))?;
    put(&own, &own.join(JOURNAL), &plan.to_bytes())?;
    let (pages, assets): (Vec<&PathBuf>, Vec<&PathBuf>) =
        difference.new.iter().chain(&difference.changed).partition(|path| path.extension().is_some_and(|end| end == "html"));
    for path in assets.into_iter().chain(pages) {
        make_room(folder, path, &difference.removed)?;
        put(&own, &folder.join(path), &bytes_of(path)?)?;
    }
    for path in &difference.removed {
        take_away(folder, path)?;
    }
    put(&own, &own.join(MANIFEST), &plan.to_bytes())?;
    remove(&own.join(JOURNAL))
}

/// Writes under a name of our own, then renames over the file.
fn put(own: &Path, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let fresh = own.join("new");
    remove(&fresh)?;
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(WriteError::system("make", parent))?;
    }
    write_new(&fresh, bytes)?;
    fs::rename(&fresh, path).map_err(WriteError::system("replace", path))
}

/// Removes first what is a file where a folder is needed, or the other way round.
fn make_room(folder: &Path, path: &Path, removed: &[PathBuf]) -> Result<(), WriteError> {
    removed.iter().filter(|old| path.starts_with(old) || old.starts_with(path)).try_for_each(|old| take_away(folder, old))
}

/// Removes one of our files, and the folders above it that are empty then.
fn take_away(folder: &Path, path: &Path) -> Result<(), WriteError> {
    remove(&folder.join(path))?;
    for parent in path.ancestors().skip(1).filter(|parent| !parent.as_os_str().is_empty()) {
        if fs::remove_dir(folder.join(parent)).is_err() {
            break;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), WriteError> {
    match fs::remove_file(path) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory) => {
            Err(WriteError::system("remove", path)(error))
        }
        _ => Ok(()),
    }
}
