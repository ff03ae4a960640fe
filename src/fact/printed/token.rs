//! Text taken apart for reading numbers: words, numbers, signs and the space between. And phrases found among them.

use std::ops::Range;

use super::amount::Numeral;
use super::digits::{self, Separators};

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) range: Range<usize>,
    pub(super) text: &'t str,
    pub(super) kind: Kind,
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number in digits.
    Digits(Numeral),
    /// Letters, with the digits and apostrophes within.
    Word,
    /// Anything else: one character.
    Sign(char),
    /// White space within a paragraph.
    Space,
}

/// All of `text`, in order and without gaps.
pub(super) fn tokens(text: &str, separators: Separators) -> Vec<Token<'_>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let is_behind_sign = matches!(found.last(), Some(Token { kind: Kind::Sign('$' | '£' | '€'), .. }));
        let (kind, length) = first(rest, if is_behind_sign && has_blanks(rest) { Separators { grouping: ' ', ..separators } } else { separators });
        let end = at + length.max(1);
        let Some(piece) = text.get(at..end) else { break };
        found.push(Token { range: at..end, text: piece, kind });
        at = end;
    }
    found
}

/// Whether a number begins with blanks between its thousands, as behind the sign of a currency they can be: `$93 600`, not `$93 and 600`.
fn has_blanks(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let lead = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_group = |group: &[u8]| group.first() == Some(&b' ') && group.iter().skip(1).take(3).filter(|byte| byte.is_ascii_digit()).count() == 3;
    (1..=3).contains(&lead) && bytes.get(lead..).is_some_and(is_group) && !bytes.get(lead + 4).is_some_and(u8::is_ascii_digit)
}

/// The first token of a text that is not empty, and its length in bytes.
fn first(rest: &str, separators: Separators) -> (Kind, usize) {
    if let Some((numeral, length)) = digits::read(rest, separators) {
        return (Kind::Digits(numeral), length);
    }
    let length_while = |is_in: &dyn Fn(char) -> bool| rest.find(|c| !is_in(c)).unwrap_or(rest.len());
    match rest.chars().next().unwrap_or(' ') {
        c if c.is_alphabetic() => {
            let letters = length_while(&|c: char| c.is_alphabetic());
            // `USD45,780`, yet `B2B`.
            let is_code = letters == 3 && rest.bytes().take(3).all(|byte| byte.is_ascii_uppercase());
            (Kind::Word, if is_code { letters } else { length_while(&|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_')) })
        }
        c if c.is_whitespace() => {
            let length = length_while(&char::is_whitespace);
            let is_break = rest.get(..length).is_some_and(|space| space.matches('\n').count() > 1);
            (if is_break { Kind::Sign('\n') } else { Kind::Space }, length)
        }
        c => (Kind::Sign(c), c.len_utf8()),
    }
}

/// Where `phrase` ends if it begins at token `at`. The pieces of a phrase are set apart by spaces; in the text space, a hyphen or nothing is between them.
pub(super) fn phrase_at(tokens: &[Token], at: usize, phrase: &str) -> Option<usize> {
    if is_other(tokens.get(at)?.text.as_bytes().first(), phrase.as_bytes().first()) {
        return None;
    }
    let mut next = at;
    for (count, piece) in phrase.split(' ').enumerate() {
        if count > 0 {
            next += usize::from(tokens.get(next).is_some_and(is_gap));
        }
        tokens.get(next).filter(|token| is_same(token.text, piece))?;
        next += 1;
    }
    Some(next)
}

/// Where `phrase` begins if it ends before token `end`.
pub(super) fn phrase_before(tokens: &[Token], end: usize, phrase: &str) -> Option<usize> {
    if is_other(tokens.get(end.checked_sub(1)?)?.text.as_bytes().last(), phrase.as_bytes().last()) {
        return None;
    }
    let mut first = end;
    for (count, piece) in phrase.rsplit(' ').enumerate() {
        if count > 0 && first.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(is_gap) {
            first -= 1;
        }
        first = first.checked_sub(1)?;
        tokens.get(first).filter(|token| is_same(token.text, piece))?;
    }
    Some(first)
}

/// The longest of `phrases` that begins at token `at` or behind one gap, with its end.
pub(super) fn longest_at<T: Copy>(tokens: &[Token], at: usize, phrases: &[(&str, T)]) -> Option<(T, usize)> {
    let at = at + usize::from(tokens.get(at).is_some_and(is_gap));
    let ends = phrases.iter().filter_map(|(phrase, meaning)| Some((*meaning, phrase_at(tokens, at, phrase)?)));
    ends.max_by_key(|(_, end)| *end)
}

/// The longest of `phrases` that ends before token `end` or before one gap, with its beginning.
pub(super) fn longest_before<T: Copy>(tokens: &[Token], end: usize, phrases: &[(&str, T)]) -> Option<(T, usize)> {
    let end = end.checked_sub(1).filter(|before| tokens.get(*before).is_some_and(is_gap)).unwrap_or(end);
    let starts = phrases.iter().filter_map(|(phrase, meaning)| Some((*meaning, phrase_before(tokens, end, phrase)?)));
    starts.min_by_key(|(_, start)| *start)
}

/// Whether something may stand between the words of a phrase.
pub(super) fn is_gap(token: &Token) -> bool {
    matches!(token.kind, Kind::Space | Kind::Sign('-' | '‑'))
}

/// Whether two words differ by these bytes of them alone, as nearly all do that are compared.
fn is_other(left: Option<&u8>, right: Option<&u8>) -> bool {
    left.zip(right).is_some_and(|(left, right)| left.is_ascii() && right.is_ascii() && !left.eq_ignore_ascii_case(right))
}

/// Whether two words are the same but for capitals and the form of the apostrophe.
fn is_same(left: &str, right: &str) -> bool {
    // A text is asked about dozens of phrases beside each of its numbers, and nearly all words are ASCII.
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    let plain = |c: char| if c == '’' { '\'' } else { c };
    left == right || left.chars().map(plain).flat_map(char::to_lowercase).eq(right.chars().map(plain).flat_map(char::to_lowercase))
}
