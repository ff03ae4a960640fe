//! A number in digits, with the signs between thousands and before decimals that a language uses.

use super::amount::Numeral;
use crate::fact::Decimal;

/// The signs within a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::fact) struct Separators {
    /// Between thousands.
    pub(in crate::fact) grouping: char,
    /// Before decimals.
    pub(in crate::fact) decimal: char,
}

/// The number at the beginning of `text`, and its length in bytes. At most 18 digits count, no year has so many.
///
/// Groups have three digits, or two as in India (`12,34,567`). Narrow and other fixed spaces and apostrophes group in every language.
pub(super) fn read(text: &str, separators: Separators) -> Option<(Numeral, usize)> {
    let mut digits = String::new();
    let mut rest = text;
    let lead = run(rest);
    if lead == 0 && !(text.starts_with(separators.decimal) && fraction(text, separators).is_some()) {
        return None;
    }
    take(&mut digits, &mut rest, lead);
    if (1..=3).contains(&lead) {
        while let Some((sign, length)) = group(rest, separators) {
            rest = rest.get(sign..)?;
            take(&mut digits, &mut rest, length);
        }
    }
    let mut places = 0;
    if let Some((sign, length)) = fraction(rest, separators) {
        rest = rest.get(sign..)?;
        take(&mut digits, &mut rest, length);
        places = length;
    }
    let places = u32::try_from(places).ok()?;
    let value = Decimal::new(digits.parse().ok().filter(|_| digits.len() <= 18)?, places);
    if let Some((sign, hundredths, step)) = rest.chars().next().filter(|_| places == 0).and_then(vulgar) {
        let numeral = Numeral { value: value + Decimal::new(hundredths, 2), finest: Decimal::new(step, 2) };
        return Some((numeral, text.len() - rest.len() + sign.len_utf8()));
    }
    Some((Numeral { value, finest: Decimal::new(1, places) }, text.len() - rest.len()))
}

/// A fraction that is one sign, its hundredths, and how exactly it is said: `12½`.
fn vulgar(sign: char) -> Option<(char, i64, i64)> {
    let (hundredths, step) = match sign {
        '½' => (50, 50),
        '¼' => (25, 25),
        '¾' => (75, 25),
        '⅓' => (33, 1),
        '⅔' => (67, 1),
        _ => return None,
    };
    Some((sign, hundredths, step))
}

/// Lengths of the sign and the digits of the next group, if there is one.
fn group(rest: &str, separators: Separators) -> Option<(usize, usize)> {
    let sign = rest.chars().next().filter(|c| *c == separators.grouping || groups_everywhere(*c) || (*c == ' ' && is_space(separators.grouping)))?;
    let after = rest.get(sign.len_utf8()..)?;
    let length = run(after);
    // A group of two is in the middle: a group of three ends the number.
    let is_middle = length == 2 && after.get(2..).is_some_and(|next| next.starts_with(sign) && next.get(sign.len_utf8()..).is_some_and(|it| run(it) >= 2));
    (length == 3 || is_middle).then_some((sign.len_utf8(), length))
}

/// Lengths of the sign and the digits behind the decimal sign. The other sign of the two counts where what follows is no group.
fn fraction(rest: &str, separators: Separators) -> Option<(usize, usize)> {
    let sign = rest.chars().next()?;
    let length = rest.get(sign.len_utf8()..).map_or(0, run);
    let is_fraction = sign == separators.decimal || (matches!(sign, '.' | ',') && length < 3);
    (is_fraction && length > 0).then_some((sign.len_utf8(), length))
}

fn groups_everywhere(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | ' ')
}

/// How many digits `text` begins with.
fn run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Moves `length` digits from `rest` to `digits`.
fn take(digits: &mut String, rest: &mut &str, length: usize) {
    if let Some((taken, left)) = rest.split_at_checked(length) {
        digits.push_str(taken);
        *rest = left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(grouping: char, decimal: char, text: &str, value: &str, finest: &str, rest: &str) {
        let (numeral, length) = read(text, Separators { grouping, decimal }).unwrap();
        assert_eq!((numeral.value, numeral.finest), (value.parse().unwrap(), finest.parse().unwrap()), "{text}");
        assert_eq!(text.get(length..).unwrap(), rest, "{text}");
    }

    #[test]
    fn digits_are_read_as_the_language_writes_them() {
        check(',', '.', "45,780.50 a year", "45780.5", "0.01", " a year");
        check(',', '.', "45,780, and", "45780", "1", ", and");
        check(',', '.', "2019,200", "2019", "1", ",200");
        check(',', '.', "12,34,567", "1234567", "1", "");
        check(',', '.', "1,23", "1.23", "0.01", "");
        check(',', '.', "45'780", "45780", "1", "");
        check(',', '.', "45 780", "45", "1", " 780");
        check(',', '.', ".5 percent", "0.5", "0.1", " percent");
        check('.', ',', "45.780,50 $", "45780.5", "0.01", " $");
        check('.', ',', "13.5 %", "13.5", "0.1", " %");
        check('\u{202f}', ',', "45\u{202f}780,5", "45780.5", "0.1", "");
        check('\u{202f}', ',', "45 780 $", "45780", "1", " $");
        check(',', '.', "13.", "13", "1", ".");
        check(',', '.', "12½ percent", "12.5", "0.5", " percent");
        check(',', '.', "13¼%", "13.25", "0.25", "%");
    }
}
