//! How languages write numbers, by the Unicode Common Locale Data Repository (CLDR). The crates `icu_*` give its data, to this file alone.

use std::collections::BTreeMap;
use std::sync::RwLock;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal as Digits;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_locale_core::{Locale, extensions::unicode};
use icu_provider::DataError;

use crate::fact::{Currency, Decimal};

/// How one language writes numbers. Always in the digits 0 to 9, which are those that figures are read in.
#[derive(Debug)]
pub(super) struct Cldr {
    locale: Locale,
    decimals: Option<DecimalFormatter>,
    percents: Option<PercentFormatter<DecimalFormatter>>,
    /// Asked for with every number that is read.
    separators: (char, char),
    /// What stands before and behind amounts of a currency, above and below zero: looking it up takes longer than all else.
    around: RwLock<BTreeMap<(Currency, bool), Option<Around>>>,
}

impl Cldr {
    /// Of the language `tag`, or of the nearest language that is known.
    pub(super) fn of(tag: &str) -> Self {
        let mut locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        locale.extensions.unicode.keywords.set(unicode::key!("nu"), unicode::value!("latn"));
        let decimals = DecimalFormatter::try_new((&locale).into(), icu_decimal::options::DecimalFormatterOptions::default());
        let percents = PercentFormatter::try_new((&locale).into(), icu_experimental::dimension::percent::options::PercentFormatterOptions::default());
        let (decimals, percents) = (decimals.ok(), percents.ok());
        let mut cldr = Self { decimals, percents, locale, separators: (',', '.'), around: RwLock::default() };
        let sample = cldr.decimal(Decimal::new(12_345_678_905, 1));
        let mut signs = sample.chars().filter(|c| !c.is_ascii_digit());
        cldr.separators = (signs.next().unwrap_or(','), signs.next_back().unwrap_or('.'));
        cldr
    }

    /// The signs between thousands and before decimals.
    pub(super) fn separators(&self) -> (char, char) {
        self.separators
    }

    pub(super) fn decimal(&self, number: Decimal) -> String {
        match (&self.decimals, digits(number)) {
            (Some(formatter), Some(digits)) => formatter.format(&digits).to_string(),
            _ => number.to_string(),
        }
    }

    pub(super) fn percent(&self, number: Decimal) -> String {
        match (&self.percents, digits(number)) {
            (Some(formatter), Some(digits)) => formatter.format(&digits).to_string(),
            _ => format!("{number}%"),
        }
    }

    /// CLDR rounds money to the coin. A publisher's number keeps its digits, so only what CLDR puts around a number is taken.
    pub(super) fn money(&self, number: Decimal, currency: Currency) -> String {
        let amount = self.decimal(number.abs());
        match self.around(currency, number.is_negative()) {
            Some((before, after)) => format!("{before}{amount}{after}"),
            None => format!("{}{} {amount}", if number.is_negative() { "-" } else { "" }, currency.code()),
        }
    }

    fn around(&self, currency: Currency, is_negative: bool) -> Option<Around> {
        let key = (currency, is_negative);
        if let Some(known) = self.around.read().ok().and_then(|known| known.get(&key).cloned()) {
            return known;
        }
        let sample = if is_negative { -Decimal::ONE } else { Decimal::ONE };
        let sample = self.sample(sample, currency).ok().flatten();
        let around = sample.as_deref().and_then(around_digits).map(|(before, after)| (before.to_owned(), after.to_owned()));
        if let Ok(mut known) = self.around.write() {
            known.insert(key, around.clone());
        }
        around
    }

    fn sample(&self, number: Decimal, currency: Currency) -> Result<Option<String>, DataError> {
        let Some(code) = currency.code().to_ascii_lowercase().parse().ok().and_then(|value: unicode::Value| CurrencyType::try_from(&value).ok()) else {
            return Ok(None);
        };
        let formatter = CurrencyFormatter::<DecimalFormatter>::try_new_symbol((&self.locale).into(), code, CurrencyOptions::default())?;
        Ok(digits(number).map(|digits| formatter.format_fixed_decimal(&digits).to_string()))
    }
}

/// What stands before a number and behind it.
type Around = (String, String);

type CurrencyOptions = icu_experimental::dimension::currency::options::CurrencyFormatterOptions;

/// What stands before the first digit of `text` and behind the last.
fn around_digits(text: &str) -> Option<(&str, &str)> {
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    Some((text.get(..first)?, text.get(last + 1..)?))
}

fn digits(number: Decimal) -> Option<Digits> {
    let number = if number.is_zero() { number.abs() } else { number };
    number.to_string().parse().ok()
}
