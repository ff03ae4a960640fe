//! Parts in words as the text of a link to a percentage: "one in ten", "nearly two thirds", "half". English only.
//!
//! - A bare part is at most 2 percentage points and a twelfth of itself off: "a third" for 32.
//! - "About" and "nearly" are at most 4 points and an eighth off: "about a third" for 36.
//! - "More than" and "less than" are true, and at most 10 points off: "over four in five" for 86.7.

use crate::fact::disagreement::Disagreement;
use crate::fact::{Amount, Decimal, Locale, Qualifier, Value, read};

/// Numbers in words; a digit is one too.
const NUMBERS: [(&str, i64); 10] =
    [("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10)];

/// Parts by their names, in the singular and in the plural.
const PARTS: [(&str, i64); 14] = [
    ("half", 2),
    ("halves", 2),
    ("third", 3),
    ("thirds", 3),
    ("quarter", 4),
    ("quarters", 4),
    ("fourth", 4),
    ("fourths", 4),
    ("fifth", 5),
    ("fifths", 5),
    ("sixth", 6),
    ("eighth", 8),
    ("tenth", 10),
    ("tenths", 10),
];

/// Whether the part that `text` names agrees with the percentage `exact`; `None` if it names none. `before` and `after` are the text around.
pub(super) fn agrees(text: &str, before: &str, after: &str, (value, exact): (Value, Decimal), locale: &Locale) -> Option<Result<(), Disagreement>> {
    if !locale.tag().starts_with("en") {
        return None;
    }
    let (part, range) = part(text)?;
    // What stands around is read as around any other number.
    let in_digits = [text.get(..range.start)?, &format!("{} percent", part.rounded_to(Decimal::ONE)), text.get(range.end..)?].concat();
    let printed = read(&in_digits, before, after, locale)?;
    let Amount::One(_) = printed.amount else { return None };
    let gap = (exact.abs() - part).abs();
    let is_within = |points: i64, of_part: i64| gap <= Decimal::from(points) && gap * Decimal::from(of_part) <= part;
    let wrong = |is_true: bool, is_near: bool| match (is_true, is_near) {
        (true, true) => Ok(()),
        (true, false) => Err(Disagreement::Misleading(value, vec![value])),
        (false, _) => Err(Disagreement::Untrue(value)),
    };
    let rough = |is_it: bool| if is_it { Ok(()) } else { Err(Disagreement::Rough(value, vec![value])) };
    Some(match printed.qualifier {
        Qualifier::None if is_within(2, 12) => Ok(()),
        Qualifier::None => Err(Disagreement::Number(value, vec![value])),
        Qualifier::About => rough(is_within(4, 8)),
        Qualifier::Nearly => rough(exact.abs() < part && is_within(4, 8)),
        Qualifier::MoreThan | Qualifier::AtLeast => wrong(exact.abs() >= part, is_within(10, 1)),
        Qualifier::LessThan | Qualifier::AtMost => wrong(exact.abs() <= part, is_within(10, 1)),
    })
}

/// The first part in `text`, in percent, and where it stands.
fn part(text: &str) -> Option<(Decimal, std::ops::Range<usize>)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for piece in text.split(|c: char| !c.is_alphanumeric()) {
        if !piece.is_empty() {
            words.push((at, piece.to_lowercase()));
        }
        at = at + piece.len() + text.get(at + piece.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word.as_str());
    let number = |at: usize| {
        let named = NUMBERS.into_iter().find(|(name, _)| *name == word(at)).map(|(_, number)| number);
        named.or_else(|| word(at).parse().ok().filter(|number| (1..=100).contains(number)))
    };
    let of_name = |at: usize| PARTS.into_iter().find(|(name, _)| *name == word(at)).map(|(_, whole)| whole);
    let found = (0..words.len()).find_map(|at| {
        let count = number(at).or_else(|| matches!(word(at), "a" | "an").then_some(1));
        let (count, whole, last) = match (count, of_name(at)) {
            // "Three in four", "three out of four", "three of every four".
            (Some(count), _) if word(at + 1) == "in" => (count, number(at + 2)?, at + 2),
            (Some(count), _) if (word(at + 1), word(at + 2)) == ("out", "of") || (word(at + 1), word(at + 2)) == ("of", "every") => {
                (count, number(at + 3)?, at + 3)
            }
            (Some(count), _) => (count, of_name(at + 1)?, at + 1),
            (None, Some(2)) => (1, 2, at),
            _ => return None,
        };
        (count < whole).then_some((count, whole, at, last))
    });
    let (count, whole, first, last) = found?;
    let percent = Decimal::from(count * 100).checked_div(Decimal::from(whole))?;
    let (start, end) = (words.get(first)?.0, words.get(last).map(|(at, word)| at + word.len())?);
    Some((percent, start..end))
}

#[cfg(test)]
mod tests {
    use crate::fact::{Locale, Number, Told, Value, link_agrees};

    #[test]
    fn a_part_in_words_agrees_with_a_percentage() {
        let agrees = |text: &str, value: &str| {
            let value = Value::Percent(Number::Exact(value.parse().unwrap()));
            link_agrees(text, "of all, ", " work there", &Told { value: &value, basis: None, unrounded: None }, &Locale::of("en")).is_ok()
        };
        for (text, value) in [
            ("about one in ten", "9.8"),
            ("a tenth", "9.8"),
            ("Nearly one in ten", "9.8"),
            ("One in 10", "9.8"),
            ("about half", "50.4"),
            ("Just over half", "50.4"),
            ("One in two", "50.4"),
            ("just over a third", "36"),
            ("almost a third", "32"),
            ("Roughly one in three", "32"),
            ("about one third", "32"),
            ("nearly one-third", "32"),
            ("roughly three in four", "76.4"),
            ("about three-quarters", "76.4"),
            ("More than three quarters", "76.4"),
            ("nearly nine in ten", "86.7"),
            ("over four in five", "86.7"),
            ("two out of three", "66.1"),
        ] {
            assert!(agrees(text, value), "{text}: {value}");
        }
        for (text, value) in [
            ("one in ten", "19.8"),
            ("half", "44"),
            ("just over half", "49"),
            ("nearly a third", "36"),
            ("a third", "36.5"),
            ("more than half", "76"),
            ("one in four", "32"),
            ("less than a quarter", "26"),
        ] {
            assert!(!agrees(text, value), "{text}: {value}");
        }
    }
}
