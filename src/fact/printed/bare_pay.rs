//! Pay without the sign of its currency: "a salary of 45,000".

use super::amount::{Amount, Unit};
use super::range::Found;
use super::token::{Kind, Token};
use crate::fact::english;
use crate::fact::{Basis, Decimal};

/// What may stand between a word of pay and the amount.
const BETWEEN: [&str; 25] = [
    ":", "average", "averages", "of", "is", "was", "are", "were", "at", "to", "from", "between", "about", "around", "roughly", "nearly", "almost", "over",
    "under", "up", "more", "less", "than", "a", "only",
];
/// What may stand behind it: another word would say what is counted, "earn 2,000 hours".
const BEHIND: [&str; 15] = ["a", "an", "per", "and", "or", "to", "in", "by", "annually", "yearly", "monthly", "when", "after", "is", "each"];

/// Whether a number without a unit is pay. What is earned in a year or a month has four digits, and a year is none.
pub(super) fn is_pay(found: &Found, tokens: &[Token]) -> bool {
    let low = match found.printed.amount {
        Amount::One(it) => it.value,
        Amount::Range { low, .. } => low.value,
    };
    let is_year = low < Decimal::from(2100) && low >= Decimal::from(1900);
    // What is earned in an hour says so behind the number.
    let is_small = low < Decimal::from(1000) && found.printed.basis != Some(Basis::Hour);
    if found.printed.unit != Unit::Bare || !found.is_digits || is_small || is_year {
        return false;
    }
    let words = |token: &&Token| token.kind != Kind::Space;
    let before = tokens.get(..found.number).unwrap_or_default().iter().rev().filter(words).map(|token| token.text.to_lowercase());
    let is_after_pay = before.take(6).find(|word| !BETWEEN.contains(&word.as_str())).is_some_and(|word| is_of_pay(&word));
    let behind = tokens.get(found.after..).unwrap_or_default().iter().find(words);
    is_after_pay && behind.is_none_or(|token| token.kind != Kind::Word || BEHIND.contains(&token.text.to_lowercase().as_str()))
}

fn is_of_pay(word: &str) -> bool {
    english::is_pay(word) || english::is_earning(word) || ["pays", "median", "mean"].contains(&word)
}
