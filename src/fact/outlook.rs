//! The words that the US Bureau of Labor Statistics has for growth over a decade. The same words meant other numbers in other decades.

use std::ops::Range;

use super::{Decimal, Period};

/// How an occupation grows beside all occupations, from the fastest down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phrase {
    /// Much faster than average.
    MuchFaster,
    /// Faster than average.
    Faster,
    /// As fast as average.
    AsFast,
    /// Slower than average.
    Slower,
    /// Little or no change.
    LittleChange,
    /// Decline.
    Decline,
}

/// From how many whole percent on the first five phrases are used in the decade that begins in `from`.
struct Table {
    from: i16,
    least: [i64; 5],
}

/// Where the numbers come from: the handbooks of the first two decades print them; those of 2024 follow from 341 of its profiles.
const TABLES: [Table; 3] =
    [Table { from: 2002, least: [36, 21, 10, 3, 0] }, Table { from: 2014, least: [21, 14, 7, 3, -2] }, Table { from: 2024, least: [7, 5, 3, 1, 0] }];

/// A decade counts as one of a table if it begins at most so many years before or after.
const NEAR: u16 = 2;

const ALL: [Phrase; 6] = [Phrase::MuchFaster, Phrase::Faster, Phrase::AsFast, Phrase::Slower, Phrase::LittleChange, Phrase::Decline];

/// The phrase for a growth of `growth` percent over the decade `period`. `None` if no table of such a decade is known.
pub fn phrase(growth: Decimal, period: Period) -> Option<Phrase> {
    match possible(growth, period)? {
        (first, last) if first == last => Some(first),
        _ => None,
    }
}

/// Whether `phrase` may be said of a growth of `growth` percent over `period`. In a decade between two known ones all phrases from that of the
/// one to that of the other may be. `None` if nothing is known: no decade, or one long before or after.
pub fn fits(phrase: Phrase, growth: Decimal, period: Period) -> Option<bool> {
    possible(growth, period).map(|(first, last)| (first..=last).contains(&phrase))
}

/// The fastest and the slowest phrase that may be said.
fn possible(growth: Decimal, period: Period) -> Option<(Phrase, Phrase)> {
    let Period::Over { from, to } = period else { return None };
    if to.year().checked_sub(from.year()) != Some(10) {
        return None;
    }
    let by = |table: &Table| in_table(growth, table);
    let distance = |table: &&Table| table.from.abs_diff(from.year());
    if let Some(table) = TABLES.iter().filter(|table| distance(table) <= NEAR).min_by_key(distance) {
        return Some((by(table), by(table)));
    }
    let before = TABLES.iter().rfind(|table| table.from < from.year()).map(by)?;
    let after = TABLES.iter().find(|table| table.from > from.year()).map(by)?;
    Some((before.min(after), before.max(after)))
}

/// The handbook rounds to whole percent before it chooses its words.
fn in_table(growth: Decimal, table: &Table) -> Phrase {
    let whole = growth.rounded(0);
    let found = ALL.iter().zip(table.least).find(|(_, least)| whole >= Decimal::from(*least));
    found.map_or(Phrase::Decline, |(phrase, _)| *phrase)
}

impl Phrase {
    /// As the handbook says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::MuchFaster => "much faster than average",
            Self::Faster => "faster than average",
            Self::AsFast => "as fast as average",
            Self::Slower => "slower than average",
            Self::LittleChange => "little or no change",
            Self::Decline => "decline",
        }
    }
}

/// What is looked for, in lower case and in the order in which it is tried at a word; `the` before "average" is passed over.
const SAID: [(&[&str], Phrase); 10] = [
    (&["much", "faster", "than", "average"], Phrase::MuchFaster),
    (&["much", "faster", "than", "most"], Phrase::MuchFaster),
    (&["faster", "than", "average"], Phrase::Faster),
    (&["as", "fast", "as", "average"], Phrase::AsFast),
    (&["slower", "than", "average"], Phrase::Slower),
    (&["more", "slowly", "than", "average"], Phrase::Slower),
    (&["little", "or", "no", "change"], Phrase::LittleChange),
    (&["little", "change", "in", "employment"], Phrase::LittleChange),
    (&["show", "little", "change"], Phrase::LittleChange),
    (&["about", "average", "growth"], Phrase::AsFast),
];

/// What comes right before "decline" when it is the outlook of a whole occupation: "employment is projected to decline".
const FORETOLD: [&[&str]; 6] =
    [&["projected", "to"], &["expected", "to"], &["employment", "to"], &["employment", "will"], &["jobs", "will"], &["forecast", "to"]];

/// The phrases in `text` and the bytes that they stand in, in order. English alone has them.
pub fn phrases_in(text: &str) -> Vec<(Range<usize>, Phrase)> {
    let text = text.to_ascii_lowercase();
    let words = words(&text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let said =
            SAID.iter().find_map(|(phrase, meaning)| Some((run(&words, at, phrase)?, *meaning))).or_else(|| Some((decline(&words, at)?, Phrase::Decline)));
        match said {
            Some((end, phrase)) => {
                let range = words.get(at).zip(words.get(end - 1)).map(|(first, last)| first.0.start..last.0.end);
                found.extend(range.map(|range| (range, phrase)));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether it is worth while to look for phrases in `text`.
pub fn may_have_a_phrase(text: &str) -> bool {
    ["average", "change", "decline", "faster than"].iter().any(|word| text.contains(word))
}

/// The end of the words that are `phrase` from word `at` on.
fn run(words: &[(Range<usize>, &str)], at: usize, phrase: &[&str]) -> Option<usize> {
    let mut next = at;
    for wanted in phrase {
        if *wanted == "average" && words.get(next).is_some_and(|(_, word)| *word == "the") {
            next += 1;
        }
        words.get(next).filter(|(_, word)| word == wanted)?;
        next += 1;
    }
    Some(next)
}

/// The end of a decline at word `at` that is foretold and not the decline of something else.
fn decline(words: &[(Range<usize>, &str)], at: usize) -> Option<usize> {
    let (_, word) = words.get(at)?;
    let is_foretold = || FORETOLD.iter().any(|before| at.checked_sub(before.len()).is_some_and(|start| run(words, start, before).is_some()));
    (*word == "decline" && is_foretold()).then_some(at + 1)
}

/// The words of `text`, in lower case, with where they stand. A sign that ends a clause is a word of its own, so that no phrase runs across it.
fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some((at, c)) = chars.next_if(|(_, c)| c.is_alphanumeric()) {
                end = at + c.len_utf8();
            }
        } else if !matches!(c, '.' | ',' | ';' | ':' | '?' | '!') {
            continue;
        }
        found.extend(text.get(start..end).map(|word| (start..end, word)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Date;

    fn check(growth: &str, from: i16, expected: Option<Phrase>) {
        let period = Period::Over { from: Date::of_year(from), to: Date::of_year(from + 10) };
        assert_eq!(phrase(growth.parse().unwrap(), period), expected, "{growth} {from}");
    }

    #[test]
    fn the_same_growth_has_other_words_in_other_decades() {
        for (growth, expected) in [
            ("36", Phrase::MuchFaster),
            ("35", Phrase::Faster),
            ("20", Phrase::AsFast),
            ("9.4", Phrase::Slower),
            ("2", Phrase::LittleChange),
            ("-1", Phrase::Decline),
        ] {
            check(growth, 2002, Some(expected));
        }
        for (growth, expected) in [
            ("21", Phrase::MuchFaster),
            ("14", Phrase::Faster),
            ("13", Phrase::AsFast),
            ("3", Phrase::Slower),
            ("-2", Phrase::LittleChange),
            ("-3", Phrase::Decline),
        ] {
            check(growth, 2014, Some(expected));
        }
        for (growth, expected) in [
            ("7", Phrase::MuchFaster),
            ("6.4", Phrase::Faster),
            ("3", Phrase::AsFast),
            ("1", Phrase::Slower),
            ("0.3", Phrase::LittleChange),
            ("-0.8", Phrase::Decline),
        ] {
            check(growth, 2024, Some(expected));
        }
        check("6", 2023, Some(Phrase::Faster));
        check("9", 1994, None);
        check("9", 2031, None);
        assert_eq!(phrase(Decimal::ONE, Period::At(Date::of_year(2024))), None);
        assert_eq!(phrase(Decimal::ONE, Period::Over { from: Date::of_year(2024), to: Date::of_year(2029) }), None);
    }

    #[test]
    fn a_decade_between_two_that_are_known_allows_the_words_of_both() {
        let decade = Period::Over { from: Date::of_year(2019), to: Date::of_year(2029) };
        assert_eq!(fits(Phrase::MuchFaster, Decimal::from(18), decade), Some(true));
        assert_eq!(fits(Phrase::MuchFaster, Decimal::from(4), decade), Some(false));
        assert_eq!(phrase(Decimal::from(4), decade), None);
        assert_eq!(phrase(Decimal::from(30), decade), Some(Phrase::MuchFaster));
        assert_eq!(fits(Phrase::Decline, Decimal::from(4), Period::At(Date::of_year(2019))), None);
    }

    #[test]
    fn phrases_are_found_in_running_text() {
        for (text, expected) in [
            ("grow 18 percent, much faster than the average for all occupations", "much faster than the average"),
            ("Much faster\nthan average", "Much faster\nthan average"),
            ("grow faster than average", "faster than average"),
            ("about as fast as the average", "as fast as the average"),
            ("slower than average", "slower than average"),
            ("show little or no change", "little or no change"),
            ("Employment is projected to decline 3 percent", "decline"),
        ] {
            let found = phrases_in(text);
            assert_eq!(found.iter().map(|(range, _)| text.get(range.clone()).unwrap()).collect::<Vec<_>>(), [expected], "{text}");
        }
        for text in ["decline an offer", "the decline of hearing", "work faster. Than average", "an average day", "faster than a car", "to decline"] {
            assert_eq!(phrases_in(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn ranges_of_phrases_are_pieces_of_the_text(text in ".{0,40}(much faster than average)?.{0,10}") {
            for (range, _) in phrases_in(&text) {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
