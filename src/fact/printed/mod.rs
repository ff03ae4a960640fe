//! Numbers read back from running text: all that a text prints as money or percent, and the one that a link to a fact prints.
//!
//! A text is taken apart (`token`), a number is read with its currency, scale and unit (`single`), two of them may be a range, and the
//! words around say how to take it (`range`). What has the look of an amount and is none is told in `not_figures`.

mod amount;
mod bare_pay;
mod digits;
mod not_figures;
mod number_words;
mod range;
mod single;
mod token;

pub use amount::{Amount, Coin, Fall, Numeral, Printed, Qualifier, Unit};

use self::digits::Separators;
use self::range::Found;
use self::token::Token;
use super::locale::Locale;
use super::{Decimal, Number, Value};

/// How many characters around a link are looked at: words that qualify its number are near.
const REACH: usize = 160;

/// Every amount of money and every percentage in `text`, in order; an amount of pay also without its currency, "a salary of 45,000" (in English).
pub fn figures(text: &str, locale: &Locale) -> Vec<Printed> {
    // Most paragraphs have no number in digits or words with a unit, and cost nothing.
    if !may_have_a_figure(text) {
        return Vec::new();
    }
    let tokens = token::tokens(text, separators(locale));
    let found = all(&tokens, 0..tokens.len(), locale);
    let has_unit = |it: &Found| it.printed.unit != Unit::Bare && !not_figures::is_none(it, &tokens, text);
    let figures = found.into_iter().filter(|it| has_unit(it) || (locale.tag().starts_with("en") && bare_pay::is_pay(it, &tokens)));
    figures.map(|it| it.printed).collect()
}

/// The number that `printed` prints, the text of a link to a fact. Words that say how to take it and its unit may stand in `before` and
/// `after`, the text around the link. `None` if there is no number, or more than one.
///
/// The range in the answer is one of `printed`.
pub fn read(printed: &str, before: &str, after: &str, locale: &Locale) -> Option<Printed> {
    let before = before.char_indices().nth_back(REACH).and_then(|(at, _)| before.get(at..)).unwrap_or(before);
    let after = after.char_indices().nth(REACH).and_then(|(at, _)| after.get(..at)).unwrap_or(after);
    let separators = separators(locale);
    let mut tokens = Vec::new();
    let mut bounds = [0; 4];
    let (mut offset, mut count) = (0, 0);
    for (piece, bound) in [before, printed, after].into_iter().zip(&mut bounds) {
        *bound = count;
        let moved = token::tokens(piece, separators).into_iter().map(|it| Token { range: it.range.start + offset..it.range.end + offset, ..it });
        tokens.extend(moved);
        offset += piece.len();
        count = tokens.len();
    }
    let [_, first, last, _] = bounds;
    let found = all(&tokens, first..last, locale);
    let mut one = only(&found)?.printed.clone();
    let within = |at: usize| at.saturating_sub(before.len()).min(printed.len());
    one.range = within(one.range.start)..within(one.range.end);
    Some(one)
}

/// Whether the words next to a number between `before` and `after` say that something goes down by so much: "a decline of", "fewer".
pub fn falls_by(before: &str, after: &str, locale: &Locale) -> bool {
    read("1%", before, after, locale).is_some_and(|it| it.falls == Fall::Yes)
}

/// The number of a bound alone, where the words next to it between `before` and `after` say already that it is one: "more than", "or more".
pub fn bare_bound(value: &Value, before: &str, after: &str, locale: &Locale) -> Option<Value> {
    let number = value.number()?;
    let (Number::AtLeast(bound) | Number::AtMost(bound)) = number else { return None };
    let said = read("1", before, after, locale)?.qualifier;
    let is_said = match number {
        Number::AtLeast(_) => matches!(said, Qualifier::MoreThan | Qualifier::AtLeast),
        _ => matches!(said, Qualifier::LessThan | Qualifier::AtMost),
    };
    let bare = Number::Exact(bound);
    is_said.then_some(match value {
        Value::Money(_, currency) => Value::Money(bare, *currency),
        Value::Percent(_) => Value::Percent(bare),
        _ => Value::Count(bare),
    })
}

/// The numbers and ranges whose first number is one of the tokens `among`.
fn all(tokens: &[Token], among: std::ops::Range<usize>, locale: &Locale) -> Vec<Found> {
    let (mut found, mut at) = (Vec::new(), among.start);
    while at < among.end {
        match range::read(tokens, at, among.end, locale) {
            Some(it) => {
                at = it.end.max(at + 1);
                found.push(it);
            }
            None => at += 1,
        }
    }
    found
}

/// The one number of a link's text: that with a unit; else that in digits; else that which is no year.
fn only(found: &[Found]) -> Option<&Found> {
    let rules: [&dyn Fn(&Found) -> bool; 4] = [&|it| it.printed.unit != Unit::Bare, &|_| true, &|it| it.is_digits, &|it| it.is_digits && !is_year(&it.printed)];
    for rule in rules {
        let mut those = found.iter().filter(|it| rule(it));
        match (those.next(), those.next()) {
            (Some(one), None) => return Some(one),
            (Some(_), Some(_)) if std::ptr::eq(rule, rules[0]) => return None,
            _ => {}
        }
    }
    None
}

fn is_year(printed: &Printed) -> bool {
    printed.unit == Unit::Bare && matches!(printed.amount, Amount::One(it) if (Decimal::from(1900)..Decimal::from(2100)).contains(&it.value))
}

/// Whether it is worth while to look for figures in `text`, whatever its language.
pub fn may_have_a_figure(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) || ["cent", "dollar", "euro", "pound"].into_iter().any(|unit| text.contains(unit))
}

fn separators(locale: &Locale) -> Separators {
    let (grouping, decimal) = locale.separators();
    Separators { grouping, decimal }
}

#[cfg(test)]
mod tests;
