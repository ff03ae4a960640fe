//! One number in running text with the sign, the scale and the unit around it: `-$1.2 million`, `45 780 €`, `thirteen percent`.

use super::amount::{Coin, Numeral, Unit};
use super::number_words;
use super::token::{Kind, Token, longest_at};
use crate::fact::locale::Locale;
use crate::fact::{Currency, Decimal};

/// A number that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Single {
    /// Its first token: a minus, a currency or the number.
    pub(super) start: usize,
    /// The token of the number itself.
    pub(super) number: usize,
    /// The token behind its unit.
    pub(super) end: usize,
    /// As printed, without the scale.
    pub(super) mantissa: Numeral,
    /// The power of ten behind it, if there is one.
    pub(super) scale: Option<i32>,
    pub(super) unit: Unit,
    pub(super) is_negative: bool,
    /// Whether it is in digits.
    pub(super) is_digits: bool,
}

/// Signs of currencies. A sign that several countries use is of the one that is meant where no other is.
const SIGNS: [(char, Coin); 6] = [('$', Coin::Dollar), ('£', Coin::GBP), ('€', Coin::EUR), ('¥', Coin::JPY), ('￥', Coin::JPY), ('＄', Coin::Dollar)];

/// Letters that stand before `$` and say whose dollars they are.
const DOLLARS: [(&str, &str); 10] =
    [("US", "USD"), ("U", "USD"), ("C", "CAD"), ("CA", "CAD"), ("CAD", "CAD"), ("A", "AUD"), ("AU", "AUD"), ("NZ", "NZD"), ("HK", "HKD"), ("S", "SGD")];

/// Codes that are read as currencies. Other three letters before a number are names: CPT, SOC, ICD.
const CODES: [&str; 24] = [
    "USD", "CAD", "AUD", "NZD", "GBP", "EUR", "CHF", "JPY", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "MXN", "BRL", "ZAR", "SGD", "HKD", "KRW",
    "ILS", "TRY",
];

/// Scales that are glued to a number.
const GLUED: [(&str, i32); 8] = [("k", 3), ("K", 3), ("m", 6), ("M", 6), ("mn", 6), ("bn", 9), ("B", 9), ("b", 9)];

impl Single {
    /// The number with scale and sign.
    pub(super) fn numeral(self) -> Numeral {
        let scaled = self.mantissa.times(Decimal::power_of_ten(self.scale.unwrap_or(0)));
        if self.is_negative { Numeral { value: -scaled.value, ..scaled } } else { scaled }
    }
}

/// The number whose digits or first word are token `at`. `None` where it is part of a code, a date, a version or the like.
pub(super) fn read(tokens: &[Token], at: usize, locale: &Locale) -> Option<Single> {
    let token = tokens.get(at)?;
    let (mantissa, mut end, is_digits) = match token.kind {
        Kind::Digits(numeral) => (numeral, at + 1, true),
        Kind::Word => number_words::read(tokens, at).map(|(numeral, end)| (numeral, end, false))?,
        Kind::Sign(_) | Kind::Space => return None,
    };
    // The minus stands before the currency or, as in Dutch, behind it.
    let minus_before = |at: usize| at.checked_sub(1).filter(|before| tokens.get(*before).is_some_and(|it| is_minus(it.kind)));
    let inner = minus_before(at).map(|minus| currency_before(tokens, minus)).filter(|(_, unit)| *unit != Unit::Bare);
    let (start, mut unit) = inner.unwrap_or_else(|| currency_before(tokens, at));
    let outer = minus_before(start).filter(|minus| is_free(tokens, *minus));
    let is_negative = inner.is_some() || outer.is_some();
    let start = outer.unwrap_or(start);
    if !is_free(tokens, start) {
        return None;
    }
    let scale = scale_at(tokens, end, locale);
    end = scale.map_or(end, |(_, end)| end);
    // `$45,780 USD` says it twice.
    let is_more = |behind: Unit| unit == Unit::Bare || matches!((unit, behind), (Unit::Money(_), Unit::Money(_)));
    if let Some((behind, after)) = unit_at(tokens, end, locale).filter(|(behind, _)| is_more(*behind)) {
        unit = if unit == Unit::Bare { behind } else { unit };
        end = after;
    }
    if !ends_well(tokens, end) {
        return None;
    }
    let cents = ["cents", "cent", "pence"].into_iter().any(|word| unit == Unit::Bare && word_behind(tokens, end, word));
    let single = Single { start, number: at, end, mantissa, scale: scale.map(|(scale, _)| scale), unit, is_negative, is_digits };
    Some(if cents { Single { end: end + 2, scale: Some(-2), unit: Unit::Money(Coin::Any), ..single } } else { single })
}

/// The currency that stands before token `at`, and where it begins.
fn currency_before(tokens: &[Token], at: usize) -> (usize, Unit) {
    let is_apart = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|it| it.kind == Kind::Space);
    let Some(last) = at.checked_sub(1 + usize::from(is_apart)) else { return (at, Unit::Bare) };
    match tokens.get(last) {
        Some(Token { kind: Kind::Sign(sign), .. }) => {
            let Some((_, coin)) = SIGNS.iter().find(|(it, _)| it == sign) else { return (at, Unit::Bare) };
            let prefix = last.checked_sub(1).and_then(|before| tokens.get(before)).filter(|it| *sign == '$' && it.kind == Kind::Word);
            match prefix.and_then(|it| dollars(it.text)) {
                Some(currency) => (last - 1, Unit::Money(Coin::One(currency))),
                None => (last, Unit::Money(*coin)),
            }
        }
        Some(Token { kind: Kind::Word, text, .. }) => match code(text) {
            Some(currency) => (last, Unit::Money(Coin::One(currency))),
            None => (at, Unit::Bare),
        },
        _ => (at, Unit::Bare),
    }
}

/// The power of ten at token `at` or behind one gap, and its end.
fn scale_at(tokens: &[Token], at: usize, locale: &Locale) -> Option<(i32, usize)> {
    let glued = tokens.get(at).and_then(|token| GLUED.iter().find(|(letters, _)| *letters == token.text)).map(|(_, scale)| (*scale, at + 1));
    glued.or_else(|| longest_at(tokens, at, locale.phrases().scales))
}

/// The unit at token `at` or behind one gap, and its end.
fn unit_at(tokens: &[Token], at: usize, locale: &Locale) -> Option<(Unit, usize)> {
    if let Some(((), end)) = longest_at(tokens, at, locale.phrases().percent) {
        return Some((Unit::Percent, end));
    }
    if let Some((coin, end)) = longest_at(tokens, at, locale.phrases().money) {
        return Some((Unit::Money(coin), end));
    }
    let at = at + usize::from(tokens.get(at).is_some_and(|it| it.kind == Kind::Space));
    match tokens.get(at)? {
        Token { kind: Kind::Sign('$'), .. } if is_before_number(tokens, at + 1) => None,
        // `45 780 $US`, as French writes.
        Token { kind: Kind::Sign('$'), .. } if tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Word) => {
            let currency = dollars(tokens.get(at + 1)?.text)?;
            Some((Unit::Money(Coin::One(currency)), at + 2))
        }
        Token { kind: Kind::Sign(sign), .. } => SIGNS.iter().find(|(it, _)| it == sign).map(|(_, coin)| (Unit::Money(*coin), at + 1)),
        // `45 780 US$`, as Spanish writes.
        Token { kind: Kind::Word, text, .. } => {
            let has_sign = tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Sign('$')) && !is_before_number(tokens, at + 2);
            let of_dollars = dollars(text).filter(|_| has_sign).map(|currency| (currency, at + 2));
            of_dollars.or_else(|| Some((code(text)?, at + 1))).map(|(currency, end)| (Unit::Money(Coin::One(currency)), end))
        }
        _ => None,
    }
}

fn is_before_number(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|it| matches!(it.kind, Kind::Digits(_)))
}

/// Whose dollars the letters before or behind `$` say that it means.
fn dollars(letters: &str) -> Option<Currency> {
    DOLLARS.iter().find(|(it, _)| *it == letters).and_then(|(_, code)| code.parse().ok())
}

fn code(text: &str) -> Option<Currency> {
    CODES.contains(&text).then(|| text.parse().ok()).flatten()
}

fn word_behind(tokens: &[Token], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|it| it.kind == Kind::Space) && tokens.get(at + 1).is_some_and(|it| it.text == word)
}

/// Whether a number may begin at token `start`: not in the middle of a code, a date or an address.
fn is_free(tokens: &[Token], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    match before.kind {
        Kind::Space => true,
        Kind::Digits(_) | Kind::Word => false,
        // A hyphen joins: `ICD-10`. The range `4-5 percent` is read from its first number.
        Kind::Sign('-' | '‑' | '.' | ',' | '\'' | '’') => start.checked_sub(2).and_then(|at| tokens.get(at)).is_none_or(|it| it.kind == Kind::Space),
        Kind::Sign(sign) => !matches!(sign, '/' | '#' | '_' | '@' | '&' | '=' | '\\' | ':' | '$' | '%' | '?' | '+'),
    }
}

fn is_minus(kind: Kind) -> bool {
    matches!(kind, Kind::Sign('-' | '−' | '–' | '‑'))
}

/// Whether a number may end before token `end`: not glued to letters (`5th`), to a colon with digits (`9:30`) or to a slash with digits (`24/7`).
fn ends_well(tokens: &[Token], end: usize) -> bool {
    let follows = |at: usize| tokens.get(at).is_some_and(|it| matches!(it.kind, Kind::Digits(_)));
    match tokens.get(end).map(|it| it.kind) {
        Some(Kind::Word | Kind::Digits(_) | Kind::Sign('_' | '@' | '=' | '&')) => false,
        Some(Kind::Sign(':' | '/' | '.' | ',' | '#')) => !follows(end + 1),
        _ => true,
    }
}
