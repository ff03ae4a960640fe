//! Smaller copies of a photograph or drawing: decoded once, turned as its camera was held, and made smaller to each width.
//! The crates `image` and `fast_image_resize` are used in this file alone.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::error::ImageError;
use image::{DynamicImage, ExtendedColorType, ImageDecoder as _, ImageFormat, ImageReader, Limits};

use super::model::{Size, SmallCopy};
use super::webp::{self, Pixels};

/// Told by the names of what is kept on the disk: another number, other copies.
pub(super) const VERSION: u32 = 1;

/// The widths of copies, in pixels: a phone, a phone with a fine screen or a page, a page with a fine screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Files of fewer bytes are sent as they are: the copy would save less than the question for it costs.
pub(super) const LEAST: usize = 4096;

/// So much memory a decoder may take, in bytes: an image of 100 million pixels. A small file can ask for more.
const MOST: u64 = 400 << 20;

/// What became of an image.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// Its size, turned; none where it was not decoded.
    pub(super) size: Option<Size>,
    pub(super) copies: Vec<SmallCopy>,
}

/// The copies of the image `bytes`; none of one that moves, of a kind that is not decoded (AVIF), or of one that is very large. The error says how
/// it is damaged.
pub(super) fn of(bytes: &[u8]) -> Result<Made, String> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
    let format = reader.format().filter(|format| matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP));
    let (Some(format), false) = (format, moves(bytes)) else { return Ok(Made::default()) };
    match decode(reader) {
        Ok(Some(decoded)) => Ok(copies(decoded, format, bytes.len())),
        Ok(None) | Err(ImageError::Unsupported(_) | ImageError::Limits(_)) => Ok(Made::default()),
        Err(error) => Err(error.to_string()),
    }
}

/// Whether a WebP or PNG file holds an animation, of which a copy would be its first picture.
fn moves(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let has = |name: &[u8]| head.windows(name.len()).any(|it| it == name);
    (head.starts_with(b"RIFF") && has(b"ANIM")) || (head.starts_with(b"\x89PNG") && has(b"acTL"))
}

/// An image with what its file says of it.
struct Decoded {
    /// Its pixels, turned as the camera was held.
    picture: DynamicImage,
    /// What its colours mean.
    profile: Option<Vec<u8>>,
}

/// Decodes an image; `None` of one with the colours of a printer or of grey, of which only its profile knows how they look.
fn decode(mut reader: ImageReader<Cursor<&[u8]>>) -> Result<Option<Decoded>, ImageError> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let turned = decoder.orientation()?;
    // One that cannot be read is none to browsers either.
    let profile = decoder.icc_profile().ok().flatten();
    let is_of_printer = decoder.original_color_type() == ExtendedColorType::Cmyk8;
    if is_of_printer || profile.as_deref().is_some_and(|profile| !webp::is_of_rgb(profile)) {
        return Ok(None);
    }
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(turned);
    Ok(Some(Decoded { picture, profile }))
}

fn copies(Decoded { picture, profile }: Decoded, format: ImageFormat, weight: usize) -> Made {
    let (width, height) = (picture.width(), picture.height());
    let size = usize::try_from(width).ok().zip(usize::try_from(height).ok()).map(|(width, height)| Size { width, height });
    let mut made = Made { size, copies: Vec::new() };
    if weight < LEAST {
        return made;
    }
    // Drawings have edges that the eye sees blurred; photographs come as JPEG.
    let is_drawing = format == ImageFormat::Png;
    let has_alpha = picture.color().has_alpha();
    let raw = if has_alpha { picture.into_rgba8().into_raw() } else { picture.into_rgb8().into_raw() };
    let whole = Pixels { width, height, has_alpha, raw };
    let largest = width.min(WIDTHS.into_iter().max().unwrap_or(width));
    let widths = WIDTHS.into_iter().filter(|it| *it < largest).chain([largest]);
    for wanted in widths {
        let resized = if wanted == width { None } else { Some(resized(&whole, wanted)) };
        let Some(pixels) = resized.as_ref().map_or(Some(&whole), Option::as_ref) else { continue };
        let bytes = webp::encode(pixels, is_drawing, profile.as_deref());
        made.copies.extend(bytes.filter(|bytes| bytes.len() < weight).map(|bytes| SmallCopy { width: wanted, bytes: bytes.into() }));
    }
    made
}

/// `whole` at another width.
fn resized(whole: &Pixels, width: u32) -> Option<Pixels> {
    let height = u64::from(whole.height) * u64::from(width);
    let height = u32::try_from((height + u64::from(whole.width) / 2) / u64::from(whole.width)).ok()?.max(1);
    let kind = if whole.has_alpha { PixelType::U8x4 } else { PixelType::U8x3 };
    let from = ImageRef::new(whole.width, whole.height, &whole.raw, kind).ok()?;
    let mut to = Image::new(width, height, kind);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&from, &mut to, &how).ok()?;
    Some(Pixels { width, height, has_alpha: whole.has_alpha, raw: to.into_vec() })
}
