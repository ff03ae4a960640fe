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
    let words = words(text);
    let claim = |at: usize| {
        let (range, word) = words.get(at)?;
        let next = |by: usize| words.get(at + by).map_or("", |(_, word)| word.as_str());
        match word.as_str() {
            "majority" | "typically" => Some(range.clone()),
            "most" => {
                let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |(_, word)| word.as_str());
                let is_noun = |word: &str| (word.ends_with('s') && !word.ends_with("ss") && !NO_NOUNS.contains(&word)) || PLURALS.contains(&word);
                let last = match (next(1), next(2)) {
                    _ if matches!(before, "at" | "the") => None,
                    ("of", "the") if TIMES.contains(&next(3)) => None,
                    ("of", "the" | "them" | "these" | "those" | "us" | "all") => Some(2),
                    (noun, _) if is_noun(noun) => Some(1),
                    // "Most health care employers": the noun may come second.
                    (first, noun) if !first.is_empty() && is_noun(noun) && !first.ends_with("ly") && BEFORE_NOUNS.contains(&first) => Some(2),
                    _ => None,
                };
                words.get(at + last?).map(|(end, _)| range.start..end.end)
            }
            _ => None,
        }
    };
    let found: Vec<Range<usize>> = (0..words.len()).filter_map(claim).collect();
    found.into_iter()
}

/// Words that stand between "most" and the noun that it counts.
const BEFORE_NOUNS: [&str; 12] =
    ["full-time", "part-time", "new", "other", "large", "small", "entry-level", "medical", "health", "private", "public", "american"];

/// The words of `text` in lower case, with their ranges; a hyphen joins.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')) {
        match found.last_mut() {
            Some((range, word)) if range.end == at => {
                range.end += c.len_utf8();
                word.extend(c.to_lowercase());
            }
            _ => found.push((at..at + c.len_utf8(), c.to_lowercase().collect())),
        }
    }
    found
}

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
