//! What a text means that stands where a number would: a mark such as `*`, or a bound such as `#`.

use std::str::FromStr;

use crate::fact::{Decimal, Mark};

/// What a text means that stands where a number would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// There is no value.
    Mark(Mark),
    /// This or more.
    AtLeast(Decimal),
    /// This or less.
    AtMost(Decimal),
    /// The top code of the year or more. No author writes it.
    TopCode,
}

/// The words for marks.
const MARKS: [(&str, Mark); 4] = [
    ("suppressed", Mark::Suppressed),
    ("not-available", Mark::NotAvailable),
    ("not-applicable", Mark::NotApplicable),
    ("below-threshold", Mark::BelowThreshold),
];

/// Why a text is no meaning.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no meaning of a mark")]
pub struct NoMeaning(String);

impl FromStr for Meaning {
    type Err = NoMeaning;

    fn from_str(text: &str) -> Result<Self, NoMeaning> {
        let bound = |start: &str| text.strip_prefix(start).and_then(|rest| rest.trim().parse::<Decimal>().ok());
        let mark = MARKS.iter().find(|(word, _)| *word == text).map(|(_, mark)| Self::Mark(*mark));
        mark.or_else(|| bound("at-least ").map(Self::AtLeast)).or_else(|| bound("at-most ").map(Self::AtMost)).ok_or_else(|| NoMeaning(text.to_owned()))
    }
}

impl<'de> serde::Deserialize<'de> for Meaning {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let ways_out = "write suppressed, not-available, not-applicable, below-threshold, or a bound: at-least 239200, at-most 5";
        text.parse().map_err(|error| serde::de::Error::custom(format!("{error}\n{ways_out}")))
    }
}

impl schemars::JsonSchema for Meaning {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Meaning".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^(suppressed|not-available|not-applicable|below-threshold|at-(least|most) -?[0-9]+(\\.[0-9]+)?)$",
            "description": "Why there is no number, or the bound that stands for it."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_a_word_and_a_bound_has_its_number() {
        assert_eq!("suppressed".parse(), Ok(Meaning::Mark(Mark::Suppressed)));
        assert_eq!("at-least 239200".parse(), Ok(Meaning::AtLeast(Decimal::from(239_200))));
        assert_eq!("at-most 5".parse(), Ok(Meaning::AtMost(Decimal::from(5))));
        for text in ["", "hidden", "at-least", "at-least a lot"] {
            assert!(text.parse::<Meaning>().is_err(), "{text}");
        }
    }
}
