//! Short names for values: two values of one type with one stamp are the same value. Where keeping a value to compare it would
//! take too much room (the text of every page), its stamp is kept.
//!
//! A stamp is a 128-bit hash of all that the value tells a serialiser (`rmp-serde`, whose form tells a text from a list and
//! nothing from something), so no field can be forgotten, unless it is told to be skipped; that two values meet by chance is less likely than a fault of the machine. It is never
//! written down, so it need not be the same tomorrow.

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_128;

/// The stamp of a value.
#[derive(Debug, Clone, Copy)]
pub struct Stamp(u128);

/// The stamp of what cannot be serialised: equal to none, not even to itself.
const UNKNOWN: u128 = u128::MAX;

/// Stamps of the parts of something, by name.
pub type Stamps = Vec<(String, Stamp)>;

impl Stamp {
    /// The stamp of `value`.
    pub fn of(value: &(impl Serialize + ?Sized)) -> Self {
        Self(rmp_serde::to_vec(value).map_or(UNKNOWN, |bytes| xxh3_128(&bytes)))
    }

    /// The stamp of a text or of bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// The stamp of a sequence, by those of its parts.
    pub fn of_all(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<[u8; 16]> = parts.into_iter().map(|it| it.0.to_le_bytes()).collect();
        let is_unknown = parts.contains(&UNKNOWN.to_le_bytes());
        Self(if is_unknown { UNKNOWN } else { xxh3_128(parts.as_flattened()) })
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        self.0 != UNKNOWN && self.0 == other.0
    }
}

/// The names of the parts that differ between two lists: those of `now` in their order, then those that are gone.
pub fn differing<'a>(before: &'a Stamps, now: &'a Stamps) -> Vec<&'a str> {
    let find = |list: &'a Stamps, name: &str| list.iter().find(|(other, _)| other == name).map(|(_, stamp)| *stamp);
    let changed = now.iter().filter(|(name, stamp)| find(before, name) != Some(*stamp));
    let gone = before.iter().filter(|(name, _)| find(now, name).is_none());
    changed.chain(gone).map(|(name, _)| name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::view::Html;

    #[test]
    fn values_that_differ_have_stamps_that_differ() {
        let texts = ["", "a", "b", "ab"].map(Stamp::of);
        for (at, stamp) in texts.iter().enumerate() {
            assert!(texts.iter().skip(at + 1).all(|other| other != stamp));
        }
        assert_eq!(Stamp::of("ab"), Stamp::of(&"ab".to_owned()));
        assert_ne!(Stamp::of(&["a", "b"]), Stamp::of(&["ab", ""]));
        assert_ne!(Stamp::of(&Html("a".to_owned())), Stamp::of(&Html("b".to_owned())));
        assert_ne!(Stamp::of(&None::<u8>), Stamp::of(&Some(0_u8)));
        assert_ne!(Stamp::of(&serde_json::json!("")), Stamp::of(&serde_json::json!([])));
    }

    #[test]
    fn the_parts_that_differ_are_named() {
        let stamps = |parts: &[(&str, &str)]| parts.iter().map(|(name, value)| ((*name).to_owned(), Stamp::of(*value))).collect::<Stamps>();
        let (before, now) = (stamps(&[("a", "1"), ("b", "1"), ("d", "1")]), stamps(&[("a", "1"), ("b", "2"), ("c", "1")]));
        assert_eq!(differing(&before, &now), ["b", "c", "d"]);
        assert_eq!(differing(&now, &now), Vec::<&str>::new());
    }
}
