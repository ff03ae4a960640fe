//! What is known of an image.

use std::sync::Arc;

/// An image that a page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// How it is shown, if its file says: turned as its camera was held.
    pub size: Option<Size>,
    /// Copies in WebP, by width; none is larger than the image or heavier than its file.
    pub copies: Vec<SmallCopy>,
    /// What keeps browsers from showing it.
    pub fault: Option<Fault>,
}

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: usize,
    /// Height.
    pub height: usize,
}

/// A copy of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallCopy {
    /// Its width in pixels.
    pub width: u32,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// Why a file is no image that browsers show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It holds something else.
    NoImage,
    /// It begins as an image and breaks off or goes wrong; what was found.
    Damaged(String),
}
