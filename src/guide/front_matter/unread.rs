//! What the author wrote in the front matter, or may have written, and nobody could read: it is not to be called missing.

use std::collections::BTreeSet;

use crate::problem::{Code, Problem};
use crate::tree::{Node, Places, Value};

/// The part of a front matter that could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Unread {
    /// None: what is not there was not written.
    #[default]
    Nothing,
    /// These fields: their values are wrong, or their names mistyped. Of a wrong fact also its own name and that of
    /// its field: `facts.pay`, `facts.pay.per`.
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
            let Some((key, value)) = around else { continue };
            let is_unknown = problem.code == Code::UnknownKey && problem.span.start == key.range.start;
            match &key.value {
                _ if is_unknown => fields.extend(meant(problem)),
                Value::Scalar(name, _) => fields.extend(fact(name, value, problem).into_iter().chain([name.clone()])),
                _ => {}
            }
        }
        if fields.is_empty() { Self::Nothing } else { Self::Fields(fields) }
    }

    /// Whether something of the fact called `name` could not be read, so that it may say something else than what was read of it.
    pub fn is_in_fact(&self, name: &str) -> bool {
        self.holds(&format!("facts.{name}"))
    }

    /// Whether one of these fields of the fact called `name`, which have no value, may have been written.
    pub fn holds_of_fact(&self, name: &str, fields: &[&str]) -> bool {
        fields.iter().any(|field| self.holds(&format!("facts.{name}.{field}")))
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

/// The fact that `problem` stands in and its field, if `value` is that of the outermost field `facts`: `facts.pay` and `facts.pay.per`.
fn fact(field: &str, value: &Node, problem: &Problem) -> Vec<String> {
    let around = |value: &'_ Node| -> Option<(String, Node)> {
        let Value::Mapping(entries) = &value.value else { return None };
        let is_around = |(key, value): &&(Node, Node)| key.range.start <= problem.span.start && problem.span.start <= value.range.end.max(key.range.end);
        let (key, value) = entries.iter().find(is_around)?;
        let is_unknown = problem.code == Code::UnknownKey && problem.span.start == key.range.start;
        let name = if let Value::Scalar(name, _) = &key.value { name.clone() } else { return None };
        Some((if is_unknown { meant(problem).unwrap_or(name) } else { name }, value.clone()))
    };
    let Some((name, fact)) = around(value).filter(|_| field == "facts") else { return Vec::new() };
    let of_field = around(&fact).map(|(field, _)| format!("facts.{name}.{field}"));
    of_field.into_iter().chain([format!("facts.{name}")]).collect()
}

/// The field that the help for an unknown key names first.
fn meant(problem: &Problem) -> Option<String> {
    let named = problem.help.as_ref()?.split('`').nth(1)?;
    named.split(':').next().map(str::to_owned)
}
