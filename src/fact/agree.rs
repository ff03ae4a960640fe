//! When a printed number agrees with a fact: at the precision that it prints.
//!
//! - A bare number is a rounding (halves away from zero) of the fact to its last digit. Zeros at its end may be rounding too, while the
//!   step is at most 5 percent of the fact: `$39,000` agrees with 39,180, and `$40,000` does not.
//! - Where a source prints a quotient rounded, and the quotient itself is known, the printed value counts as printed and coarser numbers are
//!   roundings of the quotient: 13, 13.48 and 13.5 agree with 13.5 out of 13.48, and 14 does not.
//! - "About" lets a number be rounded as far as its zeros, or a five before them, say, if it is at most 5 percent off: about `$40,000`
//!   and about `$45,000` for 39,180 and 45,780. "Nearly" is the same from below.
//! - "More than", "at least", "less than" and "at most" must be true, and near: off by at most one such step and 20 percent. More than
//!   200,000 for 206,300; more than 100,000 misleads.
//! - A range agrees with a range end by end, and with a number that it holds if it is at most 20 percent of it wide, or one step.
//! - A bound of the source, such as a top code, agrees with a bound only. What is not published agrees with no number.
//! - Parts in words, "one in ten", agree by rules of their own (`fraction`).
//! - A number below zero agrees with its size where the text tells of a decline.

mod fraction;

use super::disagreement::{Disagreement, alike};
use super::locale::Locale;
use super::{Amount, Basis, Decimal, Fall, Level, Number, Numeral, Printed, Qualifier, Unit, Value, precision, read};

/// What a fact tells, as far as a number can disagree with it.
#[derive(Debug, Clone, Copy)]
pub struct Told<'f> {
    /// The value.
    pub value: &'f Value,
    /// The time of work that the value is for, if it is pay.
    pub basis: Option<Basis>,
    /// The number that the source rounded, where it is known.
    pub unrounded: Option<Decimal>,
}

/// Whether the text of a link to a fact says what the fact says. `before` and `after` are the text around the link.
pub fn link_agrees(text: &str, before: &str, after: &str, told: &Told, locale: &Locale) -> Result<(), Disagreement> {
    if let Value::Level(level) = told.value {
        return if !locale.has_words_of_levels() || is_level(text, *level) { Ok(()) } else { Err(Disagreement::Words(*level)) };
    }
    if let Value::Percent(Number::Exact(exact)) = *told.value
        && let Some(judged) = fraction::agrees(text, before, after, (*told.value, exact), locale)
    {
        return judged;
    }
    if let (Value::Money(Number::Exact(exact), _), Some(bare)) = (told.value, text.trim_end().strip_suffix('s').filter(|bare| bare.ends_with('0'))) {
        return is_among(bare, *exact, told, locale);
    }
    // "+5.6%" says that something rises, and the number is 5.6 percent.
    let text = text.strip_prefix('+').unwrap_or(text);
    match read(text, before, after, locale) {
        Some(printed) => agrees(&printed, told),
        // "not published" instead of a number that there is not.
        None if matches!(told.value, Value::Unpublished(_)) => Ok(()),
        None => Err(Disagreement::NoNumber(*told.value)),
    }
}

/// Whether `exact` is one of the amounts that begin like `text`: "the $43,000s" are those from 43,000 on and below 44,000. So few that they are at most a fifth of it.
fn is_among(text: &str, exact: Decimal, told: &Told, locale: &Locale) -> Result<(), Disagreement> {
    let printed = read(text, "", "", locale).ok_or(Disagreement::NoNumber(*told.value))?;
    unit_agrees(&printed, told)?;
    let Amount::One(one) = printed.amount else { return Err(Disagreement::NoNumber(*told.value)) };
    let step = one.coarsest();
    match (one.value <= exact && exact < one.value + step, is_close(exact, step)) {
        (true, true) => Ok(()),
        (true, false) => Err(Disagreement::Wide(*told.value)),
        (false, _) => Err(Disagreement::Outside(*told.value)),
    }
}

/// Whether `printed` agrees with what a fact tells, by the rules at the head of this file.
pub fn agrees(printed: &Printed, told: &Told) -> Result<(), Disagreement> {
    let value = *told.value;
    let number = match value {
        Value::Money(number, _) | Value::Percent(number) | Value::Count(number) => number,
        Value::Level(level) => return Err(Disagreement::Words(level)),
        Value::Unpublished(mark) => return Err(Disagreement::Unpublished(mark)),
    };
    unit_agrees(printed, told)?;
    let (number, unrounded, amount) = without_sign(printed, number, told)?;
    match (amount, number) {
        (Amount::One(one), Number::Exact(exact)) => Fact { value, exact, unrounded }.agrees_with(one, printed.qualifier),
        (Amount::One(one), _) => bound_agrees(one, printed.qualifier, number, value),
        (Amount::Range { low, high }, Number::Range { low: from, high: to }) => {
            let end = |exact| Fact { value, exact, unrounded: None };
            if end(from).is_rounded(low, printed.qualifier) && end(to).is_rounded(high, printed.qualifier) {
                Ok(())
            } else {
                Err(Disagreement::Number(value, vec![value]))
            }
        }
        (Amount::Range { low, high }, Number::Exact(exact)) => {
            let holds = |number: Decimal| (low.value..=high.value).contains(&number);
            let width = high.value - low.value;
            if !holds(exact) && !unrounded.is_some_and(holds) {
                Err(Disagreement::Outside(value))
            } else if width <= low.finest.max(high.finest) || width * Decimal::from(10) <= exact.abs() {
                Ok(())
            } else {
                Err(Disagreement::Wide(value))
            }
        }
        (Amount::Range { .. }, Number::AtLeast(_) | Number::AtMost(_)) => Err(Disagreement::Bound(value)),
    }
}

/// An exact number of a fact, for comparing.
struct Fact {
    /// The value that it is of, for telling.
    value: Value,
    exact: Decimal,
    unrounded: Option<Decimal>,
}

impl Fact {
    fn agrees_with(&self, one: Numeral, qualifier: Qualifier) -> Result<(), Disagreement> {
        // What the source prints may lie on one side of a number, and the quotient behind it on the other.
        let precise = self.unrounded.unwrap_or(self.exact);
        let (low, high) = (precise.min(self.exact), precise.max(self.exact));
        let (is_true, is_comparison) = match qualifier {
            Qualifier::None | Qualifier::About => (true, false),
            Qualifier::Nearly if low < one.value && self.is_just_below(one) => return Ok(()),
            Qualifier::Nearly => (low < one.value, false),
            Qualifier::MoreThan => (high > one.value, true),
            Qualifier::LessThan => (low < one.value, true),
            Qualifier::AtLeast => (precise.max(self.exact) >= one.value, true),
            Qualifier::AtMost => (precise.min(self.exact) <= one.value, true),
        };
        if is_comparison {
            return match (is_true, is_within_reach(self.exact, one)) {
                (true, true) => Ok(()),
                (true, false) => Err(Disagreement::Misleading(self.value, self.right(one))),
                (false, _) => Err(Disagreement::Untrue(self.value)),
            };
        }
        match (is_true && self.is_rounded(one, qualifier), qualifier) {
            (true, _) => Ok(()),
            (false, Qualifier::None) => Err(Disagreement::Number(self.value, self.right(one))),
            (false, _) => Err(Disagreement::Rough(self.value, self.right(one))),
        }
    }

    /// Whether the number is below `one` by at most a fiftieth, and by less than `one` was rounded: "nearly $44,000" of $43,460.
    fn is_just_below(&self, one: Numeral) -> bool {
        let gap = one.value - self.unrounded.unwrap_or(self.exact).min(self.exact);
        gap <= one.coarsest() && gap * Decimal::from(50) <= one.value.abs()
    }

    /// Whether `one` is the number, rounded as far as a bare number may be, or as far as `qualifier` allows.
    fn is_rounded(&self, one: Numeral, qualifier: Qualifier) -> bool {
        let ten = Decimal::from(10);
        let mut step = one.finest;
        if self.rounds_to(one.value, step) {
            return true;
        }
        let is_rough = matches!(qualifier, Qualifier::About | Qualifier::Nearly) && precision::is_near(self.exact, one.value);
        let coarsest = one.coarsest();
        let loosest = one.loosest();
        while step <= coarsest {
            let fives = step * Decimal::from(5);
            if (is_rough || precision::keeps(self.exact, step)) && self.rounds_to(one.value, step) {
                return true;
            }
            if is_rough && fives <= loosest && self.rounds_to(one.value, fives) {
                return true;
            }
            step = step * ten;
        }
        false
    }

    /// Whether the number is `rounded` when rounded to a multiple of `step`.
    fn rounds_to(&self, rounded: Decimal, step: Decimal) -> bool {
        let own_step = Decimal::new(1, self.exact.normalized().places());
        match self.unrounded {
            Some(unrounded) => (step != own_step && unrounded.rounded_to(step) == rounded) || (step <= own_step && self.exact.rounded_to(step) == rounded),
            None => self.exact.rounded_to(step) == rounded,
        }
    }

    /// What could be printed instead of `one`: the number as precise as that, and in full.
    fn right(&self, one: Numeral) -> Vec<Value> {
        let precise = self.unrounded.unwrap_or(self.exact);
        let own_step = Decimal::new(1, self.exact.normalized().places());
        // At the source's own precision only its own number is right.
        let near = if one.coarsest() == own_step { self.exact } else { precision::rounded(precise, one.coarsest()) };
        let mut right = vec![alike(&self.value, near), alike(&self.value, self.exact)];
        right.dedup();
        right
    }
}

/// Whether one number may stand for a range or a bound: it must be a bound itself.
fn bound_agrees(one: Numeral, qualifier: Qualifier, number: Number, value: Value) -> Result<(), Disagreement> {
    let (low, high) = match number {
        Number::Exact(exact) => (Some(exact), Some(exact)),
        Number::Range { low, high } => (Some(low), Some(high)),
        Number::AtLeast(low) => (Some(low), None),
        Number::AtMost(high) => (None, Some(high)),
    };
    let is_bound = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => low.is_some_and(|low| one.value <= low && is_within_reach(low, one)),
        Qualifier::AtMost | Qualifier::LessThan => high.is_some_and(|high| one.value >= high && is_within_reach(high, one)),
        Qualifier::None | Qualifier::About | Qualifier::Nearly => false,
    };
    match number {
        _ if is_bound => Ok(()),
        Number::Range { .. } => Err(Disagreement::Range(value)),
        Number::Exact(_) | Number::AtLeast(_) | Number::AtMost(_) => Err(Disagreement::Bound(value)),
    }
}

/// Whether `one` is near enough to be compared with: one unit of its last digit, or one of its rounding and a fifth of the number.
fn is_within_reach(number: Decimal, one: Numeral) -> bool {
    let gap = (number - one.value).abs();
    gap <= one.finest || (gap <= one.loosest() && is_close(number, gap))
}

/// Whether `gap` is at most a fifth of `number`.
fn is_close(number: Decimal, gap: Decimal) -> bool {
    gap * Decimal::from(5) <= number.abs()
}

/// The fact's number and the printed amount, both as sizes where the fact is below zero and the text tells of a decline.
fn without_sign(printed: &Printed, number: Number, told: &Told) -> Result<(Number, Option<Decimal>, Amount), Disagreement> {
    let prints_minus = match printed.amount {
        Amount::One(one) => one.value.is_negative(),
        Amount::Range { low, .. } => low.value.is_negative(),
    };
    let prints_zero = matches!(printed.amount, Amount::One(one) if one.value.is_zero());
    let is_below = number.low().is_negative();
    let tells_fall = printed.falls == Fall::Yes && !prints_zero && !matches!(told.value, Value::Money(..));
    if tells_fall && !is_below && !number.low().is_zero() {
        return Err(Disagreement::Rises(*told.value));
    }
    if is_below && !prints_minus && !prints_zero && printed.falls == Fall::No {
        return Err(Disagreement::Falls(*told.value));
    }
    let turn = |it: Numeral| Numeral { value: -it.value, ..it };
    let amount = match printed.amount {
        Amount::One(one) if prints_minus && is_below && tells_fall => Amount::One(turn(one)),
        Amount::Range { low, high } if prints_minus && is_below && tells_fall => Amount::Range { low: turn(high), high: turn(low) },
        amount => amount,
    };
    let turns = is_below && !prints_zero && (tells_fall || !prints_minus);
    Ok(if turns { (negated(number), told.unrounded.map(|it| -it), amount) } else { (number, told.unrounded, amount) })
}

fn negated(number: Number) -> Number {
    match number {
        Number::Exact(number) => Number::Exact(-number),
        Number::Range { low, high } => Number::Range { low: -high, high: -low },
        Number::AtLeast(number) => Number::AtMost(-number),
        Number::AtMost(number) => Number::AtLeast(-number),
    }
}

/// Whether unit, currency and time of work are the fact's, as far as they are told.
fn unit_agrees(printed: &Printed, told: &Told) -> Result<(), Disagreement> {
    match (printed.unit, told.value) {
        (Unit::Bare, _) | (Unit::Percent, Value::Percent(_)) => {}
        (Unit::Money(coin), Value::Money(_, currency)) if coin.may_be(*currency) => {}
        (Unit::Money(_), Value::Money(_, currency)) => return Err(Disagreement::Currency(*currency)),
        (Unit::Money(_), value) => return Err(Disagreement::Unit("an amount of money", *value)),
        (Unit::Percent, value) => return Err(Disagreement::Unit("percent", *value)),
    }
    match (printed.basis, told.basis) {
        (Some(printed), Some(fact)) if printed != fact => Err(Disagreement::Basis(printed, fact)),
        _ => Ok(()),
    }
}

/// Whether `text` is the words of `level`, whatever its capitals, its apostrophes and the article before.
fn is_level(text: &str, level: Level) -> bool {
    let plain = text.trim().replace('’', "'").to_lowercase();
    let bare = ["a ", "an ", "the "].into_iter().find_map(|article| plain.strip_prefix(article)).unwrap_or(&plain);
    let denies = bare.starts_with("no ") && !["less", "lower", "fewer", "more"].iter().any(|word| bare.contains(word));
    let none = level.words().starts_with("no") && (bare == "none" || denies);
    // "A high school diploma", "associate degree": the words that matter, in their order.
    let stems = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1 || word.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned).collect()
    };
    let (said, told) = (stems(bare), stems(level.words()));
    // "Bachelor's" is as clear as the whole.
    let is_clear = said.len() > 1 || said.first().is_some_and(|word| ["bachelor", "master", "associate", "doctoral"].contains(&word.as_str()));
    none || bare == level.words() || (is_clear && told.starts_with(&said))
}

#[cfg(test)]
mod tests;
