//! One build at a time for each output folder: a lock file with the process id, held by the system for as long as the process lives.
#![expect(clippy::disallowed_methods, reason = "the lock names its holder")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::error::WriteError;
use super::names::{OWN_FOLDER, beside};

/// Right to write to one output folder; given back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// `None` on file systems without locks.
    file: Option<File>,
    /// Whether a folder can be staged beside the output; if not, the lock lies inside.
    pub(super) can_stage: bool,
}

impl Lock {
    /// The lock of `folder`, whose parent exists.
    pub(super) fn take(folder: &Path) -> Result<Self, WriteError> {
        let path = beside(folder, "lock");
        match Self::take_at(&path, folder, true) {
            Err(WriteError::System { source, .. }) if folder.is_dir() && is_closed(&source) => {
                let own = folder.join(OWN_FOLDER);
                fs::create_dir_all(&own).map_err(WriteError::system("make", &own))?;
                Self::take_at(&own.join("lock"), folder, false)
            }
            other => other,
        }
    }

    fn take_at(path: &Path, folder: &Path, can_stage: bool) -> Result<Self, WriteError> {
        loop {
            let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(WriteError::system("lock", path))?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => {}
                Err(Errno::WOULDBLOCK) => {
                    let pid = fs::read_to_string(path).unwrap_or_default();
                    let pid = if pid.trim().is_empty() { "?" } else { pid.trim() };
                    return Err(WriteError::Locked { folder: folder.to_path_buf(), pid: pid.to_owned() });
                }
                Err(_) => return Ok(Self { path: path.to_path_buf(), file: None, can_stage }),
            }
            // The holder before us may have removed the name between our opening and locking it.
            let ours = file.metadata().map_err(WriteError::system("lock", path))?;
            if fs::metadata(path).is_ok_and(|there| (there.ino(), there.dev()) == (ours.ino(), ours.dev())) {
                let told = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
                told.map_err(WriteError::system("write", path))?;
                return Ok(Self { path: path.to_path_buf(), file: Some(file), can_stage });
            }
        }
    }

    /// Whether no other process can be writing, so that whatever staging folder is found is a dead one's.
    pub(super) fn is_exclusive(&self) -> bool {
        self.file.is_some()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock that stays is harmless: it is not held, and the next build takes it.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the system keeps us from making files in a folder.
fn is_closed(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}
