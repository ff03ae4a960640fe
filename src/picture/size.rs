//! How large an image is, by the head of its file.

use super::model::Size;

/// The size of an image in pixels, not turned.
pub(super) fn of(bytes: &[u8]) -> Option<Size> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some(Size { width: size.width, height: size.height })
}

/// The size that the outermost element of an SVG gives, by `width` and `height` or by its `viewBox`.
pub(super) fn of_svg(bytes: &[u8]) -> Option<Size> {
    let text = std::str::from_utf8(bytes).ok()?;
    let element = text.get(text.find("<svg")?..)?;
    let element = element.get(..element.find('>')?)?;
    let in_pixels = |name| attribute(element, name).and_then(pixels);
    if let (Some(width), Some(height)) = (in_pixels("width"), in_pixels("height")) {
        return Some(Size { width, height });
    }
    let mut view_box = attribute(element, "viewBox")?.split([' ', ',', '\n', '\t']).filter(|it| !it.is_empty()).skip(2);
    Some(Size { width: pixels(view_box.next()?)?, height: pixels(view_box.next()?)? })
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
        let size = |svg: &str| of_svg(svg.as_bytes()).map(|it| (it.width, it.height));
        assert_eq!(size("<?xml?><svg stroke-width=\"2\" width='24px' height=\"12.6\">"), Some((24, 13)));
        assert_eq!(size("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 640,480\">"), Some((640, 480)));
        assert_eq!(size("<svg>"), None);
    }
}
