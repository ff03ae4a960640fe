//! One word of a theme: a text, or a text for each form that numbers take.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::pattern::Pattern;
use super::plurals::Plurals;

/// A word of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A text.
    Text(Pattern),
    /// A text for each form: `one`, `few`, `other` ...
    Forms {
        /// The rules of the language that it is written in.
        plurals: Arc<Plurals>,
        /// The texts by form.
        forms: BTreeMap<String, Pattern>,
    },
}

impl Word {
    /// The text; of several forms that for most numbers.
    pub fn text(&self) -> &str {
        self.form("").text()
    }

    /// The text with its places filled in.
    pub fn with(&self, fillings: &[(&str, &str)]) -> String {
        self.form("").with(fillings)
    }

    /// The text for `number`, digits with a point before decimals, with its places filled in.
    pub fn counted(&self, number: &str, fillings: &[(&str, &str)]) -> String {
        self.form(number).with(fillings)
    }

    /// The same for a whole number, which fills the place `number`.
    pub fn count(&self, number: usize, fillings: &[(&str, &str)]) -> String {
        let digits = number.to_string();
        let all: Vec<(&str, &str)> = fillings.iter().copied().chain([("number", digits.as_str())]).collect();
        self.counted(&digits, &all)
    }

    fn form(&self, number: &str) -> &Pattern {
        static NOTHING: Pattern = Pattern::empty();
        match self {
            Self::Text(pattern) => pattern,
            Self::Forms { plurals, forms } => {
                let wanted = if number.is_empty() { "other" } else { plurals.form(number) };
                forms.get(wanted).or_else(|| forms.get("other")).unwrap_or(&NOTHING)
            }
        }
    }

    /// Its texts, each with its form; none for a text without forms.
    pub(super) fn patterns(&self) -> impl Iterator<Item = (Option<&str>, &Pattern)> {
        let (text, forms) = match self {
            Self::Text(pattern) => (Some(pattern), None),
            Self::Forms { forms, .. } => (None, Some(forms)),
        };
        text.into_iter().map(|it| (None, it)).chain(forms.into_iter().flatten().map(|(form, it)| (Some(form.as_str()), it)))
    }

    /// The places of all its texts.
    pub fn places(&self) -> BTreeSet<&str> {
        self.patterns().flat_map(|(_, pattern)| pattern.places()).collect()
    }
}

/// As templates see it: a text, or its forms with their language.
impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(pattern) => serializer.serialize_str(pattern.text()),
            Self::Forms { plurals, forms } => {
                let mut map = serializer.serialize_map(Some(forms.len() + 1))?;
                map.serialize_entry("language", plurals.tag())?;
                for (form, pattern) in forms {
                    map.serialize_entry(form, pattern.text())?;
                }
                map.end()
            }
        }
    }
}
