//! What tells a file's bytes from others.
#![expect(clippy::disallowed_methods, reason = "part of the output's edge")]

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

/// What tells a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    size: u64,
    /// XXH3, 128 bits, in hex.
    xxh3: String,
}

impl Stamp {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { size: u64::try_from(bytes.len()).unwrap_or(u64::MAX), xxh3: format!("{:032x}", xxh3_128(bytes)) }
    }

    /// The stamp of a regular file; an error for anything else, and no link is followed.
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        if fs::symlink_metadata(path)?.is_file() { fs::read(path).map(|bytes| Self::of(&bytes)) } else { Err(io::ErrorKind::InvalidInput.into()) }
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }
}
