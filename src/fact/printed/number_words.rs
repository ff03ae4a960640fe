//! Numbers in English words: thirteen, twenty-five, two hundred thousand, a dozen.

use super::amount::Numeral;
use super::token::{Token, is_gap, phrase_at};
use crate::fact::Decimal;

const SMALL: [(&str, i64); 27] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
const LARGE: [(&str, i64); 3] = [("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];

/// The number that begins at token `at`, and where it ends.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Numeral, usize)> {
    let (mut whole, mut part, mut finest, mut end, mut next) = (0_i64, 0_i64, 1, at, at);
    if let Some(half) = half(tokens, at) {
        return Some(half);
    }
    if let Some(after) = phrase_at(tokens, at, "a").filter(|after| is_larger(tokens, after + 1)) {
        (part, next) = (1, after + 1);
    }
    loop {
        if let Some(small) = number_of(tokens, next, &SMALL) {
            let follows = part == 0 || part % 100 == 0 || (part % 10 == 0 && part % 100 >= 20 && small < 10);
            if !follows {
                break;
            }
            part += small;
            finest = 1;
        } else if phrase_at(tokens, next, "hundred").is_some() && (1..10).contains(&part) {
            part *= 100;
        } else if phrase_at(tokens, next, "dozen").is_some() && (1..10).contains(&part) {
            part *= 12;
        } else if let Some(large) = number_of(tokens, next, &LARGE).filter(|large| part > 0 && (whole == 0 || *large < finest_of(whole))) {
            whole += part * large;
            (part, finest) = (0, large);
        } else {
            break;
        }
        end = next + 1;
        next = end + usize::from(tokens.get(end).is_some_and(is_gap));
    }
    let value = Decimal::from(whole + part);
    (end > at).then_some((Numeral { value, finest: Decimal::from(finest) }, end))
}

/// "Half a million".
fn half(tokens: &[Token], at: usize) -> Option<(Numeral, usize)> {
    let large = phrase_at(tokens, at, "half a")? + 1;
    let number = number_of(tokens, large, &LARGE)?;
    Some((Numeral { value: Decimal::from(number / 2), finest: Decimal::from(number / 10) }, large + 1))
}

/// The larger number, of those which end a part, that `whole` is a multiple of.
fn finest_of(whole: i64) -> i64 {
    LARGE.iter().rev().map(|(_, large)| *large).find(|large| whole % large == 0).unwrap_or(1)
}

fn is_larger(tokens: &[Token], at: usize) -> bool {
    phrase_at(tokens, at, "hundred").is_some() || phrase_at(tokens, at, "dozen").is_some() || number_of(tokens, at, &LARGE).is_some()
}

fn number_of(tokens: &[Token], at: usize, words: &[(&str, i64)]) -> Option<i64> {
    words.iter().find(|(word, _)| phrase_at(tokens, at, word).is_some()).map(|(_, number)| *number)
}
