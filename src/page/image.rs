//! Images of a page: where they lie, and how large they are, so that the page does not jump while they load.

use super::markup::address;
use crate::guide::body::{Image, ImageSource, escaped, published};
use crate::source::SourcePath;

/// Width and height in pixels.
pub(super) type Size = Option<(usize, usize)>;

/// Path of an image from the site's root, or its address on another site.
pub(super) fn path(source: &ImageSource) -> String {
    match source {
        ImageSource::External(url) => url.clone(),
        ImageSource::File(file) => published(file.as_str()).to_owned(),
    }
}

/// The size of the image that `file` holds, if it says.
pub(super) fn size(file: &SourcePath, bytes: &[u8]) -> Size {
    if file.extension() == "svg" {
        return svg_size(std::str::from_utf8(bytes).ok()?);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((size.width, size.height))
}

/// An image in the text as HTML; `root` leads from the page to the site's root.
pub(super) fn html(image: &Image, root: &str, size: Size) -> String {
    let src = match &image.source {
        ImageSource::External(url) => address(url),
        ImageSource::File(file) => address(&format!("{root}{}", published(file.as_str()))),
    };
    let mut html = format!("<img src=\"{src}\" alt=\"{}\"", attribute_text(&image.alt));
    if let Some(title) = &image.title {
        html = html + " title=\"" + &attribute_text(title) + "\"";
    }
    if let Some((width, height)) = size {
        html = format!("{html} width=\"{width}\" height=\"{height}\"");
    }
    html + " loading=\"lazy\" decoding=\"async\">"
}

fn attribute_text(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// The size that the outermost element of an SVG gives, by `width` and `height` or by its `viewBox`.
fn svg_size(text: &str) -> Size {
    let element = text.get(text.find("<svg")?..)?;
    let element = element.get(..element.find('>')?)?;
    let pixels = |name| attribute(element, name).and_then(pixels);
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return Some((width, height));
    }
    let mut view_box = attribute(element, "viewBox")?.split([' ', ',', '\n', '\t']).filter(|it| !it.is_empty()).skip(2);
    Some((self::pixels(view_box.next()?)?, self::pixels(view_box.next()?)?))
}

fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let mut from = 0;
    loop {
        let at = from + element.get(from..)?.find(name)?;
        let rest = element.get(at + name.len()..)?;
        let stands_alone = element.get(..at)?.ends_with([' ', '\n', '\t']);
        if let Some(value) = rest.trim_start().strip_prefix('=').filter(|_| stands_alone) {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value.get(1..)?.split(quote).next();
        }
        from = at + name.len();
    }
}

/// Whole pixels of `24`, `24px`, `23.6`; `None` for other units.
fn pixels(value: &str) -> Option<usize> {
    let value = value.trim().trim_end_matches("px");
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let up = fraction.as_bytes().first().is_some_and(|digit| *digit >= b'5');
    let is_digits = fraction.bytes().all(|byte| byte.is_ascii_digit());
    whole.parse::<usize>().ok().filter(|_| is_digits).map(|whole| whole.saturating_add(usize::from(up))).filter(|pixels| *pixels > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_says_its_size_by_attributes_or_view_box() {
        assert_eq!(svg_size("<?xml?><svg stroke-width=\"2\" width='24px' height=\"12.6\">"), Some((24, 13)));
        assert_eq!(svg_size("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 640,480\">"), Some((640, 480)));
        assert_eq!(svg_size("<svg>"), None);
    }

    #[test]
    fn a_png_of_the_project_gets_its_size_and_its_path() {
        let file = SourcePath::new("content/a/pic b.png").unwrap();
        let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x20\0\0\0\x10\x08\x06\0\0\0";
        let size = size(&file, png);
        let image = Image { source: ImageSource::File(file), alt: "A \"b\"".to_owned(), title: None, range: 0..0 };
        assert_eq!(
            html(&image, "../../", size),
            "<img src=\"../../a/pic%20b.png\" alt=\"A &quot;b&quot;\" width=\"32\" height=\"16\" loading=\"lazy\" decoding=\"async\">"
        );
    }
}
