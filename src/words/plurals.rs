//! Which form of a word a number takes, by the Unicode Common Locale Data Repository (CLDR). The crate `icu_plurals` gives its rules, to this file alone.

use std::fmt;

use icu_decimal::input::Decimal as Digits;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRules};

/// The plural rules of one language.
pub struct Plurals {
    tag: String,
    rules: Option<PluralRules>,
}

/// The names of all forms that there are.
pub(super) const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Plurals {
    /// Those of the language `tag`; of one that CLDR does not know, every number takes the form `other`.
    pub fn of(tag: &str) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        Self { tag: tag.to_owned(), rules: PluralRules::try_new_cardinal((&locale).into()).ok() }
    }

    /// The language.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The form that `number`, digits with a point before decimals, takes.
    pub fn form(&self, number: &str) -> &'static str {
        let operands = number.parse::<Digits>().ok().map(|digits| PluralOperands::from(&digits));
        self.rules.as_ref().zip(operands).map_or("other", |(rules, operands)| name(rules.category_for(operands)))
    }

    /// The forms that the language has.
    pub fn forms(&self) -> Vec<&'static str> {
        self.rules.as_ref().map_or_else(|| vec!["other"], |rules| rules.categories().map(name).collect())
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

impl fmt::Debug for Plurals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plurals({})", self.tag)
    }
}

/// All follows from the language.
impl PartialEq for Plurals {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Plurals {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_forms_of_their_language() {
        for (tag, forms) in [
            ("en", "other one other other other"),
            ("de", "other one other other other"),
            ("fr", "one one other one other"),
            ("ar", "zero one two other few"),
            ("ja", "other other other other other"),
            ("xx", "other other other other other"),
        ] {
            let plurals = Plurals::of(tag);
            assert_eq!(["0", "1", "2", "1.5", "5"].map(|number| plurals.form(number)).join(" "), forms, "{tag}");
        }
        assert_eq!(Plurals::of("ar").forms().len(), 6);
        assert_eq!(Plurals::of("de").forms(), ["one", "other"]);
    }
}
