//! Reads one file as it was at one moment: again if it changes under our hands, and never one that could make us wait.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::OFlags;

use super::stamp::Stamp;
use super::{SourcePath, Unusable};

/// How often a file that changes under our hands is read before we give up.
const TRIES: usize = 5;

/// The bytes of the file at `disk`, with the stamp that it had.
pub(super) fn read(path: &SourcePath, disk: &Path) -> Result<(Vec<u8>, Stamp), Unusable> {
    let mut seen = BTreeSet::new();
    for _ in 0..TRIES {
        match read_once(disk) {
            Ok((bytes, Some(stamp))) => return Ok((bytes, stamp)),
            Ok((bytes, None)) => {
                seen.insert(bytes.len());
            }
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
                return Err(Unusable::new(path, error.to_string(), "remove it; a project holds files and folders"));
            }
            Err(error) => return Err(Unusable::new(path, format!("this cannot be read: {error}"), "check its permissions")),
        }
    }
    let sizes: Vec<String> = seen.iter().map(usize::to_string).collect();
    let why = format!("this file changes while it is read ({} bytes)", sizes.join(", "));
    Err(Unusable::new(path, why, "wait until the program that writes it is done"))
}

/// The bytes, and the stamp if the file stayed the same while they were read.
fn read_once(disk: &Path) -> io::Result<(Vec<u8>, Option<Stamp>)> {
    // Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
    let flags = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or(0);
    let mut file: File = OpenOptions::new().read(true).custom_flags(flags).open(disk)?;
    let before = file.metadata()?;
    if !before.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is a pipe, a socket or a device, not a file"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or(0).saturating_add(1));
    file.read_to_end(&mut bytes)?;
    let after = fs::metadata(disk)?;
    let (before, stamp) = (Stamp::of(&before), Stamp::of(&after));
    let is_whole = u64::try_from(bytes.len()).ok() == Some(after.len());
    Ok((bytes, (is_whole && before == stamp).then_some(stamp)))
}
