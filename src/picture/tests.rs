//! Images that were made here, read back.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageEncoder as _, ImageFormat, ImageReader, RgbImage, RgbaImage};

use super::{Fault, Picture, disk, read};
use crate::source::SourcePath;

/// A picture that is red on the left and blue on the right, with a little of everything between, so that it is as heavy as a photograph.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let noise = u8::try_from((x * 31 + y * 17 + (x * y) % 23) % 40).unwrap();
        let left = u8::try_from(x * 200 / width).unwrap();
        image::Rgb([200 - left + noise, noise, left + noise])
    })
}

fn jpeg(picture: &RgbImage, exif: Option<&[u8]>, profile: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, 95);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif.to_vec()).unwrap();
    }
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).unwrap();
    }
    encoder.write_image(picture, picture.width(), picture.height(), image::ExtendedColorType::Rgb8).unwrap();
    out
}

/// Exif data that say nothing but how the camera was held.
fn held(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif
}

/// As much of a profile as is looked at: the kind of its colours, and its name. Its length is odd.
fn icc(kind: &str, name: &str) -> Vec<u8> {
    let mut profile = [b"................", kind.as_bytes(), name.as_bytes()].concat();
    profile.resize(41, b'.');
    profile
}

fn widths(picture: &Picture) -> Vec<u32> {
    picture.copies.iter().map(|copy| copy.width).collect()
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory_with_format(bytes, ImageFormat::WebP).unwrap()
}

#[test]
fn copies_are_of_three_widths_at_most_and_never_larger_than_the_image() {
    let of = |width, height| read("jpg", &jpeg(&photo(width, height), None, None));
    assert_eq!(widths(&of(2000, 500)), [480, 960, 1600]);
    assert_eq!(widths(&of(1600, 400)), [480, 960, 1600]);
    assert_eq!(widths(&of(700, 500)), [480, 700]);
    assert_eq!(widths(&of(300, 200)), [300]);
    let photo = of(2000, 500);
    let sizes: Vec<(u32, u32)> = photo.copies.iter().map(|copy| decoded(&copy.bytes)).map(|it| (it.width(), it.height())).collect();
    assert_eq!(sizes, [(480, 120), (960, 240), (1600, 400)]);
    assert_eq!(photo.size.map(|it| (it.width, it.height)), Some((2000, 500)));
}

#[test]
fn a_copy_that_is_heavier_than_the_file_is_not_made() {
    let mut webp = Vec::new();
    let encoder = ::webp::Encoder::from_rgb(photo(900, 600).as_raw(), 900, 600).encode(1.0);
    webp.extend(&*encoder);
    let picture = read("webp", &webp);
    assert!(picture.copies.iter().all(|copy| copy.bytes.len() < webp.len()));
    assert!(!widths(&picture).contains(&900));
    assert!(read("png", &png_of(&RgbaImage::new(40, 30))).copies.is_empty(), "a file of few bytes is left as it is");
}

fn png_of(picture: &RgbaImage) -> Vec<u8> {
    let mut out = Vec::new();
    PngEncoder::new(&mut out).write_image(picture, picture.width(), picture.height(), image::ExtendedColorType::Rgba8).unwrap();
    out
}

#[test]
fn a_photograph_is_turned_as_its_camera_was_held() {
    let picture = read("jpg", &jpeg(&photo(800, 400), Some(&held(6)), None));
    assert_eq!(picture.size.map(|it| (it.width, it.height)), Some((400, 800)));
    let turned = decoded(&picture.copies.first().unwrap().bytes).to_rgb8();
    assert_eq!((turned.width(), turned.height()), (400, 800));
    let (top, bottom) = (turned.get_pixel(200, 20), turned.get_pixel(200, 780));
    assert!(top[0] > top[2] && bottom[2] > bottom[0], "what was left is above: {top:?} {bottom:?}");
}

#[test]
fn colours_that_are_not_those_of_screens_keep_their_profile() {
    let profile = |bytes: &[u8]| ImageReader::with_format(Cursor::new(bytes), ImageFormat::WebP).into_decoder().unwrap().icc_profile().unwrap();
    let of = |icc: &[u8]| read("jpg", &jpeg(&photo(600, 300), None, Some(icc)));
    let wide = icc("RGB ", "Display P3");
    let picture = of(&wide);
    assert_eq!(widths(&picture), [480, 600]);
    for copy in &picture.copies {
        assert_eq!(profile(&copy.bytes).as_deref(), Some(&*wide));
        assert_eq!(decoded(&copy.bytes).width(), copy.width);
    }
    let usual = of(&icc("RGB ", "sRGB IEC61966-2.1"));
    assert!(usual.copies.len() == 2 && usual.copies.iter().all(|copy| profile(&copy.bytes).is_none()));
    // The inks of a printer are no red, green and blue: such a picture stays as it is.
    let printed = of(&icc("CMYK", "Coated"));
    assert_eq!((printed.size.map(|it| it.width), printed.copies.len(), printed.fault), (Some(600), 0, None));
}

#[test]
fn what_shines_through_stays_so_also_with_a_profile() {
    let mut picture = RgbaImage::from_fn(600, 400, |x, y| image::Rgba([u8::try_from((x * 7 + y * 13) % 251).unwrap(), 9, 99, if x < 300 { 0 } else { 255 }]));
    picture.put_pixel(0, 0, image::Rgba([1, 2, 3, 4]));
    let mut png = Vec::new();
    let mut encoder = PngEncoder::new(&mut png);
    encoder.set_icc_profile(icc("RGB ", "Adobe RGB")).unwrap();
    encoder.write_image(&picture, 600, 400, image::ExtendedColorType::Rgba8).unwrap();
    for bytes in [png, png_of(&picture)] {
        let copies = read("png", &bytes).copies;
        assert!(!copies.is_empty());
        for copy in copies {
            let alpha = decoded(&copy.bytes).to_rgba8();
            assert_eq!([alpha.get_pixel(20, 20)[3], alpha.get_pixel(copy.width - 20, 20)[3]], [0, 255]);
        }
    }
}

#[test]
fn what_moves_what_is_not_decoded_and_what_is_huge_stays_as_it_is() {
    let mut animated = png_of(&RgbaImage::from_fn(400, 400, |x, y| image::Rgba([u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap(), 7, 255])));
    // A chunk that says how many pictures there are, behind the header.
    animated.splice(33..33, *b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0");
    assert_eq!(read("png", &animated).copies, []);
    let gif = [b"GIF89a\x40\x01\xc8\0\0\0\0".as_slice(), &[0; 5000]].concat();
    let gif = read("gif", &gif);
    assert_eq!((gif.size.map(|it| (it.width, it.height)), gif.copies.len(), gif.fault), (Some((320, 200)), 0, None));
    let mut huge = png_of(&RgbaImage::new(600, 600));
    huge.splice(16..24, [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    huge.extend([0; 5000]);
    assert!(read("png", &huge).copies.is_empty());
}

#[test]
fn damaged_images_are_told_and_no_scrap_makes_reading_panic() {
    let whole = jpeg(&photo(300, 200), None, None);
    assert_eq!(read("jpg", b"<html>").fault, Some(Fault::NoImage));
    let png = png_of(&RgbaImage::from_fn(200, 200, |x, y| image::Rgba([u8::try_from((x * y) % 251).unwrap(), 1, 2, 255])));
    assert!(matches!(read("png", png.get(..png.len() / 2).unwrap()).fault, Some(Fault::Damaged(_))));
    for cut in (1..whole.len()).step_by(97) {
        let _ = read("jpg", whole.get(..cut).unwrap());
        let mut bent = png.clone();
        if let Some(byte) = bent.get_mut(cut) {
            *byte ^= 0x55;
        }
        let _ = read("png", &bent);
    }
}

#[test]
fn kept_copies_are_those_that_were_made_and_damaged_ones_are_not_used() {
    let folder = tempfile::tempdir().unwrap();
    let path = SourcePath::new("content/a.jpg").unwrap();
    let bytes: Arc<[u8]> = jpeg(&photo(700, 300), None, None).into();
    let picture = read("jpg", &bytes);
    let kept = || disk::read(folder.path(), [(&path, &bytes)].into_iter());
    assert_eq!(kept(), []);
    let write = || disk::write(folder.path(), [(&path, &bytes, &picture)].into_iter()).unwrap();
    let whole = || [(path.clone(), bytes.clone(), Arc::new(picture.clone()))];
    write();
    assert_eq!(kept(), whole());
    #[allow(clippy::disallowed_methods, reason = "tests touch the disk")]
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let file = entry.unwrap().path();
        let mut written = std::fs::read(&file).unwrap();
        let middle = written.len() / 2;
        written[middle] ^= 1;
        std::fs::write(&file, &written).unwrap();
    }
    assert_eq!(kept(), []);
    write();
    assert_eq!(kept(), whole(), "what is damaged is written anew");
}
