//! What the author wrote in the front matter, or may have written, and nobody could read: it is not to be called missing.

use std::collections::BTreeSet;

use crate::problem::{Code, Problem};
use crate::tree::{Places, Value};

/// The part of a front matter that could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Unread {
    /// None: what is not there was not written.
    #[default]
    Nothing,
    /// These fields: their values are wrong, or their names mistyped.
    Fields(BTreeSet<String>),
    /// Perhaps all of it: it is no YAML, or empty, or has no end.
    Perhaps,
}

impl Unread {
    /// The fields of the outermost mapping that `problems` stand in.
    pub(super) fn of(problems: &[Problem], places: &Places<'_>) -> Self {
        let Some(root) = places.node(&[]).filter(|root| !root.is_empty()) else { return Self::Perhaps };
        let Value::Mapping(entries) = &root.value else { return Self::Perhaps };
        if problems.iter().any(|it| it.code == Code::YamlSyntax) {
            return Self::Perhaps;
        }
        let mut fields = BTreeSet::new();
        for problem in problems {
            let around = entries.iter().find(|(key, value)| key.range.start <= problem.span.start && problem.span.start <= value.range.end.max(key.range.end));
            let Some((key, _)) = around else { continue };
            let is_unknown = problem.code == Code::UnknownKey && problem.span.start == key.range.start;
            match &key.value {
                _ if is_unknown => fields.extend(meant(problem)),
                Value::Scalar(name, _) => fields.extend([name.clone()]),
                _ => {}
            }
        }
        if fields.is_empty() { Self::Nothing } else { Self::Fields(fields) }
    }

    /// Whether `field`, which has no value, may have been written.
    pub fn holds(&self, field: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Fields(fields) => fields.contains(field),
            Self::Perhaps => true,
        }
    }
}

/// The field that the help for an unknown key names first.
fn meant(problem: &Problem) -> Option<String> {
    let named = problem.help.as_ref()?.split('`').nth(1)?;
    named.split(':').next().map(str::to_owned)
}
