//! A glance at the few files that an event named, before the whole project is looked at: a save in one of ten thousand files is
//! shown without asking for the stamps of all others. It knows only the plain case; whatever else it meets, it leaves to the look.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::disk::{self, Snapshot};
use super::stamp::Stamp;
use super::{SourcePath, file};

/// `previous` with the bytes that the files `named` hold now. `None` if more may have happened to them than a change of a file
/// that is known: only a look at the whole project tells.
#[expect(clippy::disallowed_methods, reason = "a stamp is trusted by its age; the time reaches nothing else")]
pub fn glance(root: &Path, previous: &Snapshot, named: &[PathBuf]) -> Option<Snapshot> {
    let root = &root.canonicalize().ok()?;
    let now = SystemTime::now();
    let mut changed = Vec::new();
    for disk in named {
        let path = SourcePath::new(disk.strip_prefix(root).ok()?.to_str()?)?;
        let Some(before) = previous.sources.get(&path) else {
            if disk::is_passed_over(&path) {
                continue;
            }
            return None;
        };
        // A file that is reached through a link of a folder may have come by other names too.
        let is_itself = disk.canonicalize().is_ok_and(|real| real == *disk);
        if !is_itself || !fs::symlink_metadata(disk).is_ok_and(|about| about.is_file()) {
            return None;
        }
        let (bytes, stamp) = file::read(&path, disk).ok()?;
        if **before != *bytes {
            changed.push((path, Arc::<[u8]>::from(bytes), stamp));
        }
    }
    (!changed.is_empty()).then(|| previous.with(changed, |stamp: &Stamp| stamp.is_settled(now)))
}
