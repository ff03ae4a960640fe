//! WebP files. The crate `webp` is used in this file alone.

use webp::{Encoder, PixelLayout, WebPConfig};

/// An image as bytes: three or four for each pixel.
#[derive(Debug)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) has_alpha: bool,
    pub(super) raw: Vec<u8>,
}

/// Quality of what loses something, of 100: where photographs begin to show no difference on a screen.
const QUALITY: f32 = 80.0;

/// Flags of the extended header: a profile of colours; transparent pixels.
const HAS_PROFILE: u8 = 0x20;
const HAS_ALPHA: u8 = 0x10;

/// `pixels` as a WebP file; of a drawing also without loss, if that is smaller. `profile` says what the colours mean, where they are not those of a screen (sRGB).
pub(super) fn encode(pixels: &Pixels, is_drawing: bool, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let layout = if pixels.has_alpha { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = Encoder::new(&pixels.raw, layout, pixels.width, pixels.height);
    let with = |lossless: bool| {
        let mut config = WebPConfig::new().ok()?;
        config.lossless = i32::from(lossless);
        config.quality = if lossless { 75.0 } else { QUALITY };
        // Red letters on white stay sharp.
        config.use_sharp_yuv = i32::from(is_drawing && !lossless);
        encoder.encode_advanced(&config).ok().map(|bytes| bytes.to_vec())
    };
    let lossy = with(false);
    let lossless = if is_drawing { with(true) } else { None };
    let file = [lossless, lossy].into_iter().flatten().min_by_key(Vec::len)?;
    match profile.filter(|profile| !is_of_screens(profile)) {
        Some(profile) => with_profile(&file, profile, pixels),
        None => Some(file),
    }
}

/// Whether a profile is one of red, green and blue, as the copies have them: not of grey, nor of the inks of a printer.
pub(super) fn is_of_rgb(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ")
}

/// Whether a profile says that the colours are those of sRGB, which browsers take for granted.
fn is_of_screens(profile: &[u8]) -> bool {
    let plain: Vec<u8> = profile.iter().copied().filter(|byte| *byte != 0).collect();
    plain.windows(4).any(|it| it == b"sRGB")
}

/// The file with the profile in it, as the container format wants it: header, profile, then what was there.
fn with_profile(file: &[u8], profile: &[u8], pixels: &Pixels) -> Option<Vec<u8>> {
    let chunks = file.get(12..)?;
    let (mut flags, rest) = match chunks.strip_prefix(b"VP8X") {
        Some(extended) => (*extended.get(4)?, extended.get(14..)?),
        None => (if pixels.has_alpha { HAS_ALPHA } else { 0 }, chunks),
    };
    flags |= HAS_PROFILE;
    let mut header = vec![flags, 0, 0, 0];
    for side in [pixels.width, pixels.height] {
        header.extend(side.checked_sub(1)?.to_le_bytes().into_iter().take(3));
    }
    let mut body = b"WEBP".to_vec();
    chunk(&mut body, *b"VP8X", &header)?;
    chunk(&mut body, *b"ICCP", profile)?;
    body.extend(rest);
    let mut whole = Vec::with_capacity(body.len() + 8);
    chunk(&mut whole, *b"RIFF", &body)?;
    Some(whole)
}

fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) -> Option<()> {
    out.extend(name);
    out.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
    out.extend(data);
    // Chunks begin at even places.
    out.extend((data.len() % 2 == 1).then_some(0));
    Some(())
}
