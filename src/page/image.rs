//! Images of a page: where they and their copies lie, and how large they are, so that the page does not jump while they load.

use std::fmt::Write as _;

use super::markup::address;
use super::view::CopyView;
use crate::digest::Digest;
use crate::guide::body::{Image, ImageSource, escaped, published};
use crate::picture::{Picture, SmallCopy};
use crate::source::SourcePath;

/// How wide an image in the text is shown, as browsers want it told before they know the layout.
const SIZES: &str = "(min-width: 48rem) 45rem, 100vw";

/// How many digits of the hash stand in the name of a copy.
const IN_NAME: usize = 12;

/// When an image is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fetched {
    /// With the page: readers see it first.
    AtOnce,
    /// When it comes near the screen.
    Lazily,
}

impl Fetched {
    /// The value of `sizes`. A browser that fetches an image late may ask the layout.
    pub(super) fn sizes(self) -> String {
        if self == Self::Lazily { format!("auto, {SIZES}") } else { SIZES.to_owned() }
    }
}

/// Path of an image from the site's root, or its address on another site.
pub(super) fn path(source: &ImageSource) -> String {
    match source {
        ImageSource::External(url) => url.clone(),
        ImageSource::File(file) => published(file.as_str()).to_owned(),
    }
}

/// The copies of the image in `file`, the smallest first.
pub(super) fn copies(file: &SourcePath, picture: &Picture) -> Vec<CopyView> {
    picture.copies.iter().map(|copy| CopyView { path: copy_path(file, copy), width: copy.width }).collect()
}

/// Beside the image, under a name that tells its width and what is in it, so that a browser may keep it for ever.
pub(super) fn copy_path(file: &SourcePath, copy: &SmallCopy) -> String {
    let path = published(file.as_str());
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    format!("{stem}.{}w.{}.webp", copy.width, Digest::of(&copy.bytes).digits(IN_NAME))
}

/// An image in the text as HTML; `root` leads from the page to the site's root.
pub(super) fn html(image: &Image, root: &str, picture: Option<&Picture>, fetched: Fetched) -> String {
    let (src, copies) = match &image.source {
        ImageSource::External(url) => (address(url), Vec::new()),
        ImageSource::File(file) => (address(&format!("{root}{}", published(file.as_str()))), picture.map(|picture| copies(file, picture)).unwrap_or_default()),
    };
    let mut img = format!("<img src=\"{src}\" alt=\"{}\"", attribute_text(&image.alt));
    if let Some(title) = &image.title {
        img = img + " title=\"" + &attribute_text(title) + "\"";
    }
    if let Some(size) = picture.and_then(|it| it.size) {
        let _ = write!(img, " width=\"{}\" height=\"{}\"", size.width, size.height);
    }
    img += if fetched == Fetched::Lazily { " loading=\"lazy\" decoding=\"async\">" } else { ">" };
    if copies.is_empty() {
        return img;
    }
    let srcset: Vec<String> = copies.iter().map(|copy| format!("{} {}w", address(&format!("{root}{}", copy.path)), copy.width)).collect();
    format!("<picture><source type=\"image/webp\" srcset=\"{}\" sizes=\"{}\">{img}</picture>", srcset.join(", "), fetched.sizes())
}

fn attribute_text(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Size;

    fn image(alt: &str) -> Image {
        Image { source: ImageSource::File(SourcePath::new("content/a/pic b.png").unwrap()), alt: alt.to_owned(), title: None, range: 0..0 }
    }

    #[test]
    fn an_image_of_the_project_gets_its_size_and_its_path() {
        let picture = Picture { size: Some(Size { width: 32, height: 16 }), ..Picture::default() };
        assert_eq!(
            html(&image("A \"b\""), "../../", Some(&picture), Fetched::Lazily),
            "<img src=\"../../a/pic%20b.png\" alt=\"A &quot;b&quot;\" width=\"32\" height=\"16\" loading=\"lazy\" decoding=\"async\">"
        );
    }

    #[test]
    fn a_browser_chooses_among_the_copies_and_falls_back_to_the_image() {
        let copy = |width, bytes: &[u8]| SmallCopy { width, bytes: bytes.into() };
        let picture = Picture { size: Some(Size { width: 900, height: 600 }), copies: vec![copy(480, b"a"), copy(900, b"b")], fault: None };
        assert_eq!(
            html(&image("A"), "../", Some(&picture), Fetched::AtOnce),
            "<picture><source type=\"image/webp\" srcset=\"../a/pic%20b.480w.ca978112ca1b.webp 480w, ../a/pic%20b.900w.3e23e8160039.webp 900w\" \
             sizes=\"(min-width: 48rem) 45rem, 100vw\"><img src=\"../a/pic%20b.png\" alt=\"A\" width=\"900\" height=\"600\"></picture>"
        );
    }
}
