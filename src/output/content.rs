//! What a file of the site holds: bytes that are held, those that were put away as soon as they were made, or those that another machine makes.

use std::sync::Arc;

use super::path::OutputPath;
use super::stamp::Stamp;

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// These bytes.
    Held(Arc<[u8]>),
    /// Bytes that were put away.
    Put(Put),
    /// What another shard of the site makes: the file has its path in the plan of the whole site, and is not published from here.
    Elsewhere,
}

/// What tells bytes that were put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put(pub(super) Stamp);

/// Takes the files of a site as they are made, so that they need not all be held until the last one is.
pub trait Shelf: Sync {
    /// Puts away what the file at `path` holds; `None` if that cannot be, and it must be held.
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Option<Put>;
}

impl Content {
    /// `bytes` if they belong here.
    pub fn here(is_here: bool, bytes: impl Into<Self>) -> Self {
        if is_here { bytes.into() } else { Self::Elsewhere }
    }

    /// Whether another shard makes it.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Elsewhere)
    }

    /// `bytes` on `shelf`, or held where there is none or it has no room.
    pub fn on(shelf: Option<&dyn Shelf>, path: &OutputPath, bytes: Vec<u8>) -> Self {
        shelf.and_then(|shelf| shelf.put(path, &bytes)).map_or_else(|| Self::Held(bytes.into()), Self::Put)
    }
}

impl From<&[u8]> for Content {
    fn from(bytes: &[u8]) -> Self {
        Self::Held(bytes.into())
    }
}

impl From<Arc<[u8]>> for Content {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self::Held(bytes)
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Held(left), Self::Held(right)) => Arc::ptr_eq(left, right) || left == right,
            (Self::Put(left), Self::Put(right)) => left == right,
            (Self::Held(held), Self::Put(put)) | (Self::Put(put), Self::Held(held)) => Stamp::of(held) == put.0,
            (Self::Elsewhere, other) | (other, Self::Elsewhere) => other.is_elsewhere(),
        }
    }
}

impl Eq for Content {}
