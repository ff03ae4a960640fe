//! A parameter as `theme.toml` declares it, of the theme or of one of its blocks, and values of it.

use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::guide::front_matter::Extra;
use crate::guide::{ParameterKind, ParameterRule};

/// A parameter of a theme or of a block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Parameter {
    /// What its values are. Default: `text`.
    pub kind: Kind,
    /// Whether it must be given; only for blocks.
    pub required: bool,
    /// Its value where none is given. Default: an empty text or list, `false`, the first choice; none for a number.
    pub default: Option<Typed>,
    /// The values that a `choice` may have.
    pub choices: Vec<String>,
    /// What it does, for the documentation.
    pub about: Option<String>,
}

/// Kinds of parameters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Any text.
    #[default]
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A colour such as `#0b5fff`.
    Color,
    /// One of `choices`.
    Choice,
    /// A list of texts; only for blocks.
    List,
}

/// A value as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Typed {
    /// A text, a number, `true` or `false`.
    Scalar(String),
    /// A list of those.
    List(Vec<String>),
}

impl Parameter {
    /// What `typed` means for this parameter, or why it cannot be its value.
    pub fn value(&self, typed: &Typed) -> Result<Value, String> {
        let text = match (self.kind, typed) {
            (Kind::List, Typed::List(items)) => return Ok(items.iter().map(|item| Value::String(item.clone())).collect()),
            (Kind::List, Typed::Scalar(_)) => return Err("it is a list".to_owned()),
            (_, Typed::List(_)) => return Err("it is one value, not a list".to_owned()),
            (_, Typed::Scalar(text)) => text.as_str(),
        };
        match self.kind {
            Kind::Number => number(text).ok_or_else(|| format!("`{text}` is not a number")),
            Kind::Boolean => text.parse().map(Value::Bool).map_err(|_| format!("`{text}` is neither `true` nor `false`")),
            Kind::Color if !is_color(text) => Err(format!("`{text}` is not a colour; write six hexadecimal digits: `#0b5fff`")),
            Kind::Choice if !self.choices.iter().any(|choice| choice == text) => Err(format!("`{text}` is none of its choices: {}", self.choices.join(", "))),
            Kind::Text | Kind::Color | Kind::Choice | Kind::List => Ok(Value::String(text.to_owned())),
        }
    }

    /// A value that an author might give, for trying out templates.
    pub fn example(&self) -> Extra {
        match self.kind {
            Kind::Text => Extra::Text("Text".to_owned()),
            Kind::Number => Extra::Text("1".to_owned()),
            Kind::Boolean => Extra::Text("true".to_owned()),
            Kind::Color => Extra::Text("#0b5fff".to_owned()),
            Kind::Choice => Extra::Text(self.choices.first().cloned().unwrap_or_default()),
            Kind::List => Extra::List(vec![Extra::Text("One".to_owned()), Extra::Text("Two".to_owned())]),
        }
    }

    /// Its value where none is given.
    pub fn default_value(&self) -> Value {
        let given = self.default.as_ref().and_then(|typed| self.value(typed).ok());
        given.unwrap_or_else(|| match self.kind {
            Kind::Text | Kind::Color => Value::String(String::new()),
            Kind::Number => Value::Null,
            Kind::Boolean => Value::Bool(false),
            Kind::Choice => self.choices.first().map_or(Value::Null, |first| Value::String(first.clone())),
            Kind::List => Value::Array(Vec::new()),
        })
    }
}

impl Parameter {
    /// The rule for this parameter of a block, under `name`.
    pub(super) fn rule(&self, name: &str) -> ParameterRule {
        let kind = match self.kind {
            Kind::Text | Kind::Color => ParameterKind::Text,
            Kind::Number => ParameterKind::Number,
            Kind::Boolean => ParameterKind::Boolean,
            Kind::List => ParameterKind::List,
            Kind::Choice => ParameterKind::Choice(self.choices.clone()),
        };
        let default = self.default.as_ref().map(|typed| match typed {
            Typed::Scalar(text) => Extra::Text(text.clone()),
            Typed::List(items) => Extra::List(items.iter().cloned().map(Extra::Text).collect()),
        });
        ParameterRule { name: name.to_owned(), kind, required: self.required, default }
    }
}

impl Typed {
    /// What `extra` says, or why it cannot be a value of a parameter.
    pub(super) fn of(extra: &Extra) -> Result<Self, String> {
        match extra {
            Extra::Text(text) => Ok(Self::Scalar(text.clone())),
            Extra::Map(_) => Err("it is one value, not a table".to_owned()),
            Extra::List(items) => {
                let text = |item: &Extra| match item {
                    Extra::Text(text) => Ok(text.clone()),
                    Extra::List(_) | Extra::Map(_) => Err("a list holds texts only".to_owned()),
                };
                items.iter().map(text).collect::<Result<_, _>>().map(Self::List)
            }
        }
    }
}

fn number(text: &str) -> Option<Value> {
    text.parse::<i64>().map(Value::from).ok().or_else(|| text.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number))
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

// The tree of a TOML file gives every scalar as the text that was typed.
struct TypedVisitor;

impl<'de> Visitor<'de> for TypedVisitor {
    type Value = Typed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one value or a list")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Typed, E> {
        Ok(Typed::Scalar(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Typed, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            match item {
                Typed::Scalar(text) => items.push(text),
                Typed::List(_) => return Err(A::Error::custom("a list holds texts, not lists")),
            }
        }
        Ok(Typed::List(items))
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TypedVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(kind: Kind, text: &str) -> Result<Value, String> {
        Parameter { kind, choices: vec!["wide".into(), "narrow".into()], ..Parameter::default() }.value(&Typed::Scalar(text.into()))
    }

    #[test]
    fn a_typed_text_becomes_a_value_of_the_declared_kind() {
        assert_eq!(value(Kind::Number, "12"), Ok(12.into()));
        assert_eq!(value(Kind::Number, "1.5"), Ok(1.5.into()));
        assert_eq!(value(Kind::Boolean, "true"), Ok(true.into()));
        assert_eq!(value(Kind::Color, "#0b5fff"), Ok("#0b5fff".into()));
        assert_eq!(value(Kind::Choice, "wide"), Ok("wide".into()));
        assert_eq!(value(Kind::Text, "12"), Ok("12".into()));
    }

    #[test]
    fn other_texts_are_refused_with_the_reason() {
        assert_eq!(value(Kind::Number, "many").unwrap_err(), "`many` is not a number");
        assert_eq!(value(Kind::Number, "NaN").unwrap_err(), "`NaN` is not a number");
        assert_eq!(value(Kind::Boolean, "yes").unwrap_err(), "`yes` is neither `true` nor `false`");
        assert_eq!(value(Kind::Color, "red").unwrap_err(), "`red` is not a colour; write six hexadecimal digits: `#0b5fff`");
        assert_eq!(value(Kind::Choice, "big").unwrap_err(), "`big` is none of its choices: wide, narrow");
    }
}
