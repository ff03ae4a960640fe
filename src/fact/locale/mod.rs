//! A language as far as figures go: how it writes numbers (CLDR) and which words it puts around them.

mod cldr;
mod phrases;
mod wording;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use self::cldr::Cldr;
use super::{Basis, Currency, Decimal};

pub(super) use self::phrases::{Phrases, SIGNS_BEFORE};
pub(super) use self::wording::Wording;

/// A language, for reading and printing figures. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Locale(Arc<Known>);

#[derive(Debug)]
struct Known {
    tag: String,
    cldr: Cldr,
    phrases: &'static Phrases,
    wording: &'static Wording,
}

/// Those that were asked for: making one takes as long as reading the numbers of a page, and each follows from its tag alone.
static MADE: RwLock<BTreeMap<String, Locale>> = RwLock::new(BTreeMap::new());

/// So many are kept. A site has a few languages; what a guide calls its language may be anything.
const KEPT: usize = 32;

/// Two are the same if their tags are: all else follows from them.
impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.0.tag == other.0.tag
    }
}

impl Eq for Locale {}

impl Locale {
    /// The tag that it was made from.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// The language with the BCP 47 tag `tag`: of a region or script that is not known its language, of an unknown language one without
    /// signs of its own. Nothing is taken from the machine.
    pub fn of(tag: &str) -> Self {
        if let Some(known) = MADE.read().unwrap_or_else(PoisonError::into_inner).get(tag) {
            return known.clone();
        }
        let locale = Self::made(tag);
        let mut made = MADE.write().unwrap_or_else(PoisonError::into_inner);
        if made.len() < KEPT {
            made.insert(tag.to_owned(), locale.clone());
        }
        locale
    }

    fn made(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self(Arc::new(Known { tag: tag.to_owned(), cldr: Cldr::of(tag), phrases: phrases::of(&language), wording: wording::of(&language) }))
    }

    /// The signs between thousands and before decimals.
    pub(super) fn separators(&self) -> (char, char) {
        self.0.cldr.separators()
    }

    /// Words that stand around numbers.
    pub(super) fn phrases(&self) -> &'static Phrases {
        self.0.phrases
    }

    /// Words that are printed.
    pub(super) fn wording(&self) -> &'static Wording {
        self.0.wording
    }

    /// Whether it has words of its own for the levels of education, experience and training.
    pub(super) fn has_words_of_levels(&self) -> bool {
        self.0.wording.has_levels
    }

    /// The sign before the decimals of a number.
    pub fn decimal_sign(&self) -> char {
        self.separators().1
    }

    /// Whether `word` makes a number before it a thousand times as much, or more: "thousand".
    pub fn is_scale(&self, word: &str) -> bool {
        self.phrases().scales.iter().any(|(scale, _)| word.eq_ignore_ascii_case(scale))
    }

    /// Whether the words right behind a number may name another time of work than `basis`: quicker than reading them.
    pub fn may_name_other_time(&self, behind: &str, basis: Basis) -> bool {
        let near: String = behind.split([',', '.', ';', '\u{fffc}']).next().unwrap_or_default().chars().take(60).flat_map(char::to_lowercase).collect();
        let ends = |phrase: &str, word: &str| phrase.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        let mut words = near.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.any(|word| self.phrases().bases.iter().any(|(phrase, it)| *it != basis && ends(phrase, word)))
    }

    /// Whether words near a number may tell of a fall: quicker than reading them.
    pub fn may_tell_of_a_fall(&self, near: &str) -> bool {
        let Phrases { falling, falls, less, .. } = self.phrases();
        let near = near.to_lowercase();
        let mut words = near.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.any(|word| falling.iter().any(|stem| word.starts_with(stem)) || falls.contains(&word) || less.contains(&word))
    }

    /// `number` with its signs between thousands and before decimals, and all of its digits.
    pub(super) fn decimal(&self, number: Decimal) -> String {
        self.0.cldr.decimal(number)
    }

    /// `number` percent.
    pub(super) fn percent(&self, number: Decimal) -> String {
        self.0.cldr.percent(number)
    }

    /// `number` units of `currency`.
    pub(super) fn money(&self, number: Decimal, currency: Currency) -> String {
        self.0.cldr.money(number, currency)
    }
}
