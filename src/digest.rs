//! Digests: names for bytes that are the same on every machine and tomorrow. The crate `sha2` is used in this file alone.

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// All of it.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Its first `count` digits of base 16.
    pub fn digits(&self, count: usize) -> String {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        digits.take(count).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
    }
}
