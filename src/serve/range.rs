//! A stretch of a file, as players of sound and video ask for it.

use std::ops::Range;

/// What a `Range` header comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The whole file: no header, one of several stretches, or one that is not understood.
    Whole,
    /// One stretch.
    Part(Range<usize>),
    /// A stretch that the file does not have.
    Beyond,
}

/// What `header` asks of a file with `length` bytes.
pub(super) fn wanted(header: Option<&str>, length: usize) -> Wanted {
    let Some((first, last)) = header.and_then(|header| header.strip_prefix("bytes=")).and_then(|range| range.split_once('-')) else { return Wanted::Whole };
    let number = |text: &str| if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse::<usize>().ok() } else { None };
    match (first, number(first), last, number(last)) {
        ("", _, _, Some(0)) => Wanted::Beyond,
        ("", _, _, Some(count)) if length > 0 => Wanted::Part(length.saturating_sub(count)..length),
        (_, Some(first), "", _) if first < length => Wanted::Part(first..length),
        (_, Some(first), _, Some(last)) if first <= last && first < length => Wanted::Part(first..last.saturating_add(1).min(length)),
        (_, Some(first), _, last_number) if first >= length && (last.is_empty() || last_number.is_some_and(|last| first <= last)) => Wanted::Beyond,
        _ => Wanted::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stretch_is_given_and_what_is_odd_gets_the_whole() {
        for (header, expected) in [
            ("bytes=0-3", Wanted::Part(0..4)),
            ("bytes=4-", Wanted::Part(4..10)),
            ("bytes=-3", Wanted::Part(7..10)),
            ("bytes=-30", Wanted::Part(0..10)),
            ("bytes=8-99", Wanted::Part(8..10)),
            ("bytes=10-", Wanted::Beyond),
            ("bytes=-0", Wanted::Beyond),
            ("bytes=12-15", Wanted::Beyond),
            ("bytes=3-1", Wanted::Whole),
            ("bytes=0-1,3-4", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes=+1-2", Wanted::Whole),
            ("lines=1-2", Wanted::Whole),
            ("bytes=99999999999999999999999-", Wanted::Whole),
        ] {
            assert_eq!(wanted(Some(header), 10), expected, "{header}");
        }
        assert_eq!(wanted(None, 10), Wanted::Whole);
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Beyond);
    }
}
