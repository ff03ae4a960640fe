//! What remains beside an output folder: the old site after an exchange, and what killed builds left.
//! Nothing is removed but what we wrote, or what stands in the published folder too. No link is followed, no mount point crossed.
#![expect(clippy::disallowed_methods, reason = "part of the output's edge")]

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use walkdir::{DirEntry, WalkDir};

use super::error::WriteError;
use super::manifest::Known;
use super::names::{OWN_FOLDER, STAGING, STAGING_WORDS, beside};
use super::stamp::Stamp;

/// Clears what dead builds left beside `target`. Gives notes about what had to stay. Only for the holder of the lock.
pub(super) fn sweep(target: &Path) -> Result<Vec<String>, WriteError> {
    let (Some(parent), prefix) = (target.parent(), beside(target, "new-")) else { return Ok(Vec::new()) };
    let entries = fs::read_dir(parent).map_err(WriteError::system("read", parent))?;
    let prefix = prefix.file_name().unwrap_or_default().as_encoded_bytes();
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix) && entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    Ok(found.iter().filter_map(|folder| clear(folder, target)).collect())
}

fn clear(folder: &Path, target: &Path) -> Option<String> {
    if is_staging(folder) {
        discard(folder);
        return None;
    }
    match Known::of(folder) {
        Ok(known) if known.is_marked => retire(folder, target),
        _ => {
            // Killed before the mark was written: empty, or not ours. `remove_dir` removes empty folders only.
            let _ = fs::remove_dir(folder.join(OWN_FOLDER));
            let _ = fs::remove_dir(folder);
            None
        }
    }
}

/// Whether a site was being made in `folder`, and is not whole.
pub(super) fn is_staging(folder: &Path) -> bool {
    fs::read(folder.join(OWN_FOLDER).join(STAGING)).is_ok_and(|words| words.starts_with(STAGING_WORDS.as_bytes()) || words.is_empty())
}

/// Removes a staging folder: all names in it were made by us, and whatever they share with the published site stays there.
pub(super) fn discard(folder: &Path) {
    let mark = folder.join(OWN_FOLDER).join(STAGING);
    for entry in inside(folder).filter(|entry| entry.path() != mark) {
        remove(&entry);
    }
    let _ = fs::remove_file(&mark);
    let _ = fs::remove_dir(folder.join(OWN_FOLDER));
    let _ = fs::remove_dir(folder);
}

/// Removes a site that `published` has replaced. What came or changed during the build is moved over;
/// what cannot be moved stays, and the note says where.
pub(super) fn retire(old: &Path, published: &Path) -> Option<String> {
    let known = match Known::of(old) {
        Ok(known) if known.is_ours() => known,
        // An empty folder that was published to for the first time.
        _ => {
            let _ = fs::remove_dir(old);
            return None;
        }
    };
    let own = old.join(OWN_FOLDER);
    let mut stays = Vec::new();
    for entry in inside(old).filter(|entry| !entry.path().starts_with(&own)) {
        let Ok(path) = entry.path().strip_prefix(old) else { continue };
        let there = published.join(path);
        if entry.file_type().is_dir() || is_same(entry.path(), &there) || is_unchanged(&known, path, entry.path()) {
            remove(&entry);
        } else if !moved(entry.path(), &there, published) {
            stays.push(path.display().to_string());
        }
    }
    if let Some(first) = stays.first() {
        let others = if stays.len() > 1 { format!(" and {} more", stays.len() - 1) } else { String::new() };
        return Some(format!("`{first}`{others} changed while the site was published; the version from before is kept in `{}`", old.display()));
    }
    // The list goes last: until then a build that finds this folder knows what it may remove.
    for entry in inside(&own) {
        remove(&entry);
    }
    let _ = fs::remove_dir(&own);
    let _ = fs::remove_dir(old);
    None
}

fn inside(folder: &Path) -> impl Iterator<Item = DirEntry> {
    WalkDir::new(folder).min_depth(1).contents_first(true).same_file_system(true).into_iter().flatten()
}

/// Removes a file, or a folder if it is empty. What cannot be removed is found again by the next build.
fn remove(entry: &DirEntry) {
    let _ = if entry.file_type().is_dir() { fs::remove_dir(entry.path()) } else { fs::remove_file(entry.path()) };
}

fn is_unchanged(known: &Known, path: &Path, file: &Path) -> bool {
    known.stamps(path).is_some_and(|stamps| Stamp::of_file(file).is_ok_and(|stamp| stamps.contains(&stamp)))
}

/// Whether two names are one file, or two files with the same bytes, or two links to the same place.
fn is_same(old: &Path, new: &Path) -> bool {
    let (Ok(left), Ok(right)) = (fs::symlink_metadata(old), fs::symlink_metadata(new)) else { return false };
    if (left.dev(), left.ino()) == (right.dev(), right.ino()) {
        return true;
    }
    if left.is_symlink() && right.is_symlink() {
        return matches!((fs::read_link(old), fs::read_link(new)), (Ok(left), Ok(right)) if left == right);
    }
    left.is_file() && right.is_file() && left.len() == right.len() && matches!((fs::read(old), fs::read(new)), (Ok(left), Ok(right)) if left == right)
}

/// Moves a file to a name that is free in the published site, if there is one.
fn moved(from: &Path, to: &Path, published: &Path) -> bool {
    published.is_dir()
        && to.parent().is_some_and(|parent| fs::create_dir_all(parent).is_ok())
        && renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).is_ok()
}
