//! A number or a range in running text, with what stands around it.

use super::amount::{Amount, Fall, Printed, Qualifier, Unit};
use super::single::{self, Single};
use super::token::{Kind, Token, is_gap, longest_at, longest_before, phrase_at, phrase_before};
use crate::fact::Basis;
use crate::fact::locale::{Locale, Phrases, SIGNS_BEFORE};

/// A number that was found, and the tokens that it is made of.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) printed: Printed,
    /// The token of its first number.
    pub(super) number: usize,
    /// The token behind its last number and unit.
    pub(super) end: usize,
    /// The first token of it or of the words that qualify it.
    pub(super) start: usize,
    /// Whether its numbers are in digits.
    pub(super) is_digits: bool,
    /// The token behind everything that belongs to it, such as "a year".
    pub(super) after: usize,
}

/// The number or range whose first number is token `at`. Its numbers stand before token `limit`; what qualifies them may stand anywhere.
pub(super) fn read(tokens: &[Token], at: usize, limit: usize, locale: &Locale) -> Option<Found> {
    let low = single::read(tokens, at, locale)?;
    let high = range_end(tokens, low, limit, locale);
    if high.is_none() && !single_ends(tokens, low) {
        return None;
    }
    let (amount, unit, end) = match high {
        Some(high) => {
            let low = inherit(low, high);
            let unit = if low.unit == Unit::Bare { high.unit } else { low.unit };
            let (low, high_numeral) = (low.numeral(), high.numeral());
            // What runs backwards is no range.
            if low.value > high_numeral.value {
                return None;
            }
            (Amount::Range { low, high: high_numeral }, unit, high.end)
        }
        None => (Amount::One(low.numeral()), low.unit, low.end),
    };
    let first = tokens.get(low.start)?.range.start;
    let last = tokens.get(end.checked_sub(1)?)?.range.end;
    let (qualifier, start, after) = qualifier(tokens, low.start, end, locale);
    let (basis, after) = basis_at(tokens, after, locale).map_or((None, after), |(basis, after)| (Some(basis), after));
    let (qualifier, after) = match longest_at(tokens, after, locale.phrases().behind).filter(|_| qualifier == Qualifier::None) {
        Some((behind, end)) => (behind, end),
        None => (qualifier, after),
    };
    let falls = falls(tokens, start, after, locale);
    Some(Found { printed: Printed { range: first..last, amount, unit, qualifier, basis, falls }, number: at, end, start, is_digits: low.is_digits, after })
}

/// Whether a number stands alone: no dash with digits behind it, as in `555-1234` and `2024–34`.
fn single_ends(tokens: &[Token], single: Single) -> bool {
    let is_dash = tokens.get(single.end).is_some_and(|it| is_dash(it.kind));
    !(is_dash && tokens.get(single.end + 1).is_some_and(|it| matches!(it.kind, Kind::Digits(_))))
}

/// The upper end of the range that begins with `low`, if that is one.
fn range_end(tokens: &[Token], low: Single, limit: usize, locale: &Locale) -> Option<Single> {
    let phrases = locale.phrases();
    let space = usize::from(tokens.get(low.end).is_some_and(|it| it.kind == Kind::Space));
    let joiner = low.end + space;
    let after = if tokens.get(joiner).is_some_and(|it| is_dash(it.kind)) {
        let is_apart = tokens.get(joiner + 1).is_some_and(|it| it.kind == Kind::Space);
        (is_apart == (space == 1)).then_some(joiner + 1 + usize::from(is_apart))?
    } else {
        let to = phrases.to.iter().find_map(|to| phrase_at(tokens, joiner, to));
        let and = phrases.between.filter(|(between, _)| before_number(tokens, low.start, between, locale)).and_then(|(_, and)| phrase_at(tokens, joiner, and));
        let end = to.or(and).filter(|_| space == 1)?;
        end + usize::from(tokens.get(end).is_some_and(|it| it.kind == Kind::Space))
    };
    // The upper end begins right here, so that its number stands behind its currency at most.
    let rest = tokens.get(after..limit.min(tokens.len()))?;
    let high = (0..5).find_map(|at| single::read(rest, at, locale)).filter(|high| high.start == 0)?;
    let high = Single { start: high.start + after, number: high.number + after, end: high.end + after, ..high };
    let kinds_fit = match (low.unit, high.unit) {
        (Unit::Money(_), Unit::Money(_) | Unit::Bare) | (Unit::Percent, Unit::Percent) | (Unit::Bare, _) => true,
        (Unit::Percent, _) | (Unit::Money(_), Unit::Percent) => false,
    };
    (kinds_fit && single_ends(tokens, high)).then_some(high)
}

fn is_dash(kind: Kind) -> bool {
    matches!(kind, Kind::Sign('-' | '–' | '—' | '‑' | '−'))
}

/// Whether `phrase` stands before a number, or before the words that qualify it.
fn before_number(tokens: &[Token], start: usize, phrase: &str, locale: &Locale) -> bool {
    let end = start - usize::from(start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(is_gap));
    let qualified = longest_before(tokens, start, locale.phrases().before).map(|(_, start)| start.saturating_sub(1));
    phrase_before(tokens, end, phrase).is_some() || qualified.is_some_and(|end| phrase_before(tokens, end, phrase).is_some())
}

/// The lower end with the scale of the upper one, where only that prints it: `1.2–1.5 million`, `$30–45k`.
fn inherit(low: Single, high: Single) -> Single {
    let takes = low.scale.is_none() && high.scale.is_some() && low.mantissa.value <= high.mantissa.value;
    if takes { Single { scale: high.scale, ..low } } else { low }
}

/// How exactly the number from token `start` to token `end` is meant, and where that begins and ends.
fn qualifier(tokens: &[Token], start: usize, end: usize, locale: &Locale) -> (Qualifier, usize, usize) {
    let phrases = locale.phrases();
    let before = |end: usize| longest_before(tokens, end, phrases.before).or_else(|| longest_before(tokens, end, &SIGNS_BEFORE));
    // "by a further 200,000 jobs"
    if let Some((found, start)) = before(start) {
        return (found, start, end);
    }
    let filler = phrases.fillers.iter().find_map(|filler| longest_before(tokens, start, &[(*filler, *filler)]));
    if let Some((filler, (found, start))) = filler.and_then(|(filler, start)| Some((filler, before(start)?))) {
        // "A little above the 3.1 percent of all": that number is known, and another one is held against it.
        let compares = phrases.articles.contains(&filler) && matches!(found, Qualifier::MoreThan | Qualifier::LessThan);
        return if compares { (Qualifier::None, start, end) } else { (found, start, end) };
    }
    // "$239,200+"
    if tokens.get(end).is_some_and(|it| it.kind == Kind::Sign('+')) {
        return (Qualifier::AtLeast, start, end + 1);
    }
    match longest_at(tokens, end, phrases.behind) {
        Some((found, end)) => (found, start, end),
        None => (Qualifier::None, start, end),
    }
}

/// The time of work at token `at`.
fn basis_at(tokens: &[Token], at: usize, locale: &Locale) -> Option<(Basis, usize)> {
    longest_at(tokens, at, locale.phrases().bases)
}

/// Whether what stands right behind a number says that so many go: "jobs will be lost", "are expected to go". Not "are expected to go to nurses".
fn is_gone(behind: &[Token], phrases: &Phrases) -> bool {
    let words: Vec<String> = behind.iter().filter(|it| it.kind != Kind::Space).take(9).map(|it| it.text.to_lowercase()).collect();
    let is_between = |word: &String| phrases.becoming.contains(&word.as_str());
    // "Secretary jobs will be lost."
    let Some(start) = words.iter().take(3).position(is_between) else { return false };
    let Some(at) = words.iter().skip(start).position(|word| !is_between(word)).map(|at| start + at) else { return false };
    let is_end = words.get(at + 1).is_none_or(|next| ["by", "over", "in", "from", "before", "until", ".", ",", ";"].contains(&next.as_str()));
    is_end && words.get(at).is_some_and(|word| phrases.gone.contains(&word.as_str()))
}

/// Whether words say that something goes down by the number from token `start` to token `after`.
fn falls(tokens: &[Token], start: usize, after: usize, locale: &Locale) -> Fall {
    let phrases = locale.phrases();
    let is_falling = |token: &Token| {
        let word = token.text.to_lowercase();
        token.kind == Kind::Word && (phrases.falling.iter().any(|stem| word.starts_with(stem)) || phrases.falls.contains(&word.as_str()))
    };
    let behind = tokens.get(after..).unwrap_or_default().iter().filter(|it| !is_gap(it)).take(1).next();
    if behind.is_some_and(|it| is_falling(it) || phrases.less.iter().any(|less| it.text.to_lowercase() == *less)) {
        return Fall::Yes;
    }
    // "Could be lost in a crisis" is said of jobs that there are, too.
    let is_gone = is_gone(tokens.get(after..).unwrap_or_default(), phrases);
    let sentence = tokens.get(..start).unwrap_or_default().iter().rev().take_while(|it| !matches!(it.kind, Kind::Sign('.' | ';' | '\n' | '?' | '!')));
    let mut words = sentence.filter(|it| it.kind != Kind::Space).take(15);
    let (mut is_next, mut follows_by) = (true, false);
    // Of a verb that is not known nobody knows that it tells of a rise: "weaken by". "Increase employment by" does.
    let (mut is_unknown, mut rises) = (false, phrases.rising.is_empty());
    while let Some(word) = words.next() {
        if is_falling(word) {
            // "Will not decline by 5 percent" tells of none.
            let is_denied = words.take(2).any(|it| matches!(it.text, "not" | "never"));
            return if is_next && !is_denied { Fall::Yes } else { Fall::Perhaps };
        }
        let lower = word.text.to_lowercase();
        let is_filler = phrases.fillers.iter().any(|filler| lower == *filler);
        rises |= phrases.rising.iter().any(|stem| lower.starts_with(stem));
        is_unknown |= is_next && follows_by && !is_filler && word.kind == Kind::Word;
        follows_by |= is_next && lower == "by";
        is_next &= is_filler;
    }
    if is_gone || (is_unknown && !rises) { Fall::Perhaps } else { Fall::No }
}
