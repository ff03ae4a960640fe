//! Images as readers get them: how large they are, and smaller copies, so that a phone need not fetch what was made for a wall.
//!
//! A picture follows from the bytes of its file alone. A photograph takes about 0.2 s for all its copies, so those that were made
//! once are kept for later runs ([`disk`]); a build with them and one without are the same, byte for byte.

mod copies;
pub mod disk;
mod model;
mod size;
mod webp;

pub use model::{Fault, Picture, Size, SmallCopy};

/// The image of a file with the extension `extension`.
pub fn read(extension: &str, bytes: &[u8]) -> Picture {
    if extension == "svg" {
        return Picture { size: size::of_svg(bytes), ..Picture::default() };
    }
    if imagesize::image_type(bytes).is_err() {
        return Picture { fault: Some(Fault::NoImage), ..Picture::default() };
    }
    match copies::of(bytes) {
        Ok(made) => Picture { size: made.size.or_else(|| size::of(bytes)), copies: made.copies, fault: None },
        Err(why) => Picture { size: size::of(bytes), copies: Vec::new(), fault: Some(Fault::Damaged(why)) },
    }
}

#[cfg(test)]
mod tests;
