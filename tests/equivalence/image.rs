//! Images of any size in few bytes.

/// A black PNG image.
pub(crate) fn png(width: u16, height: u16) -> Vec<u8> {
    // A line is a filter byte and one bit a pixel, all of them 0.
    let pixels = vec![0; usize::from(height) * (1 + usize::from(width).div_ceil(8))];
    let mut header = Vec::new();
    header.extend(u32::from(width).to_be_bytes());
    header.extend(u32::from(height).to_be_bytes());
    header.extend([1, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", header), (b"IDAT", stored(&pixels)), (b"IEND", Vec::new())] {
        out.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let named = [name.as_slice(), &data].concat();
        out.extend(&named);
        out.extend(crc(&named).to_be_bytes());
    }
    out
}

/// An SVG image with a word in it.
pub(crate) fn svg(width: u16, height: u16, word: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><title>{word}</title></svg>\n").into_bytes()
}

/// `data` in the format of zlib, not made smaller: a header, one stored block, a sum.
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    let mut out = vec![0x78, 0x01, 0x01];
    out.extend(length.to_le_bytes());
    out.extend((!length).to_le_bytes());
    out.extend(data);
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| ((low + u32::from(*byte)) % 65521, (high + low + u32::from(*byte)) % 65521));
    out.extend(((high << 16) | low).to_be_bytes());
    out
}

fn crc(data: &[u8]) -> u32 {
    let bit = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    !data.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}
