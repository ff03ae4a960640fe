//! What the file system says about a file without its bytes being read: enough to tell that it is still the same.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The coarsest clock of a file system in use (FAT writes every other second), and more than servers' clocks differ.
const GRANULARITY: Duration = Duration::from_secs(2);

/// Size, times and identity of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: (i64, i64),
    /// Unlike the time of modification, no program can set this one back.
    changed: (i64, i64),
    inode: u64,
    device: u64,
}

impl Stamp {
    pub(super) fn of(about: &Metadata) -> Self {
        Self {
            size: about.len(),
            modified: (about.mtime(), about.mtime_nsec()),
            changed: (about.ctime(), about.ctime_nsec()),
            inode: about.ino(),
            device: about.dev(),
        }
    }

    /// Whether a change made after `now`, when the file was looked at, is sure to give it another stamp.
    ///
    /// A file that was written within the clock's granularity can be written again without a trace.
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        let changed = u64::try_from(self.changed.0).map(Duration::from_secs);
        changed.is_ok_and(|changed| changed + GRANULARITY < now)
    }
}
