//! Words that count without a number: "most employers", "a majority", "typically". English only.

use std::ops::Range;

/// What may begin such words, in lower case: a text without any of it makes no claim.
const BEGINS: [&str; 3] = ["most", "majority", "typically"];

/// Nouns in the plural that do not end in `s`.
const PLURALS: [&str; 4] = ["people", "women", "men", "staff"];

/// Words in `s` behind "most" that are no nouns, and times: "most days" says how often.
const NO_NOUNS: [&str; 15] = [
    "always",
    "serious",
    "famous",
    "dangerous",
    "various",
    "numerous",
    "times",
    "days",
    "nights",
    "mornings",
    "evenings",
    "weeks",
    "weekends",
    "months",
    "years",
];

/// Times that pass: "most of the day" counts nobody.
const TIMES: [&str; 9] = ["day", "time", "night", "shift", "morning", "evening", "week", "month", "year"];

/// Whether it is worth while to look for claims in `text`.
pub fn may_have_a_claim(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    BEGINS.iter().any(|word| text.contains(word))
}

/// The claims in `text`, in order: "most" with the noun that it counts or "of the", "majority", "typically".
///
/// "At most", "the most important", "most often" and "most days" count nothing.
pub fn claims(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = BEGINS.iter().flat_map(|word| lower.match_indices(word)).filter_map(|(at, word)| claim(&lower, at, word)).collect();
    found.sort_unstable_by_key(|range| range.start);
    found.into_iter()
}

/// The claim that begins with `word`, one of [`BEGINS`], which stands at `at` in `text`, in lower case.
fn claim(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    let end = at + word.len();
    let (before, behind) = (text.get(..at)?, text.get(end..)?);
    if before.ends_with(is_of_word) || behind.starts_with(is_of_word) {
        return None;
    }
    if word != "most" {
        return Some(at..end);
    }
    let before = before.rsplit(|c| !is_of_word(c)).find(|word| !word.is_empty()).unwrap_or_default();
    let mut behind = behind.split(|c| !is_of_word(c)).filter(|word| !word.is_empty());
    let [first, second, third] = [(); 3].map(|()| behind.next().unwrap_or_default());
    let is_noun = |word: &str| (word.ends_with('s') && !word.ends_with("ss") && !NO_NOUNS.contains(&word)) || PLURALS.contains(&word);
    let last = match (first, second) {
        _ if matches!(before, "at" | "the") => return None,
        ("of", "the") if TIMES.contains(&third) => return None,
        ("of", "the" | "them" | "these" | "those" | "us" | "all") => second,
        (noun, _) if is_noun(noun) => first,
        // "Most health care employers": the noun may come second.
        (first, noun) if !first.is_empty() && is_noun(noun) && !first.ends_with("ly") && BEFORE_NOUNS.contains(&first) => second,
        _ => return None,
    };
    Some(at..last.as_ptr().addr() - text.as_ptr().addr() + last.len())
}

/// Whether a word goes on with `c`; a hyphen joins.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// Words that stand between "most" and the noun that it counts.
const BEFORE_NOUNS: [&str; 12] =
    ["full-time", "part-time", "new", "other", "large", "small", "entry-level", "medical", "health", "private", "public", "american"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_is_told_from_what_compares() {
        for (text, expected) in [
            ("Most employers ask for it.", vec!["Most employers"]),
            ("Most of the work, most of them", vec!["Most of the", "most of them"]),
            ("most new nurses and a majority of people", vec!["most new nurses", "majority"]),
            ("It typically takes a week.", vec!["typically"]),
            ("At most two weeks, the most skills, most important, most often, most days, most of the day, foremost, most likely", vec![]),
            ("almost", vec![]),
        ] {
            assert_eq!(claims(text).filter_map(|it| text.get(it)).collect::<Vec<_>>(), expected, "{text}");
        }
        assert!(may_have_a_claim("MOST") && !may_have_a_claim("many"));
    }
}
