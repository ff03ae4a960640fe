//! What serde says when a value does not fit, put into an author's words.

use std::fmt;
use std::ops::Range;

use serde::de::{Error, Expected, Unexpected};

use super::{Complaint, Node, nearest};
use crate::problem::Code;

/// So many choices or keys are listed; more would not be read.
const LISTED: usize = 16;

/// Why a value does not fit. It gets its place from the innermost node that it passes on its way out.
#[derive(Debug)]
pub(super) struct Trouble {
    /// Number and place of the node.
    pub(super) at: Option<(usize, Range<usize>)>,
    code: Code,
    message: String,
    help: Option<String>,
}

impl Trouble {
    pub(super) fn new(message: String, help: impl Into<String>) -> Self {
        Self { at: None, code: Code::InvalidValue, message, help: Some(help.into()) }
    }

    pub(super) fn at(mut self, node: &Node) -> Self {
        self.at.get_or_insert_with(|| (node.id, node.range.clone()));
        self
    }

    pub(super) fn complaint(self, range: Range<usize>) -> Complaint {
        Complaint { code: self.code, range, message: self.message, help: self.help, other: None }
    }
}

/// The keys that may stand in a mapping, as a sentence.
pub(super) fn keys_sentence(known: &[&str]) -> String {
    match known {
        [] => "no key may stand here".to_owned(),
        [only] => format!("the only key here is `{only}`"),
        _ if known.len() > LISTED => "`guidepost schema` lists the keys".to_owned(),
        _ => format!("the keys here are {}", known.join(", ")),
    }
}

impl Error for Trouble {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let text = message.to_string();
        let (message, help) = text.split_once('\n').map_or((text.as_str(), None), |(message, help)| (message, Some(help.to_owned())));
        Self { at: None, code: Code::InvalidValue, message: message.to_owned(), help }
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        let help = nearest(field, known.iter().copied()).map_or_else(|| keys_sentence(known), |near| format!("did you mean `{near}`?"));
        Self { at: None, code: Code::UnknownKey, message: format!("unknown key `{field}`"), help: Some(help) }
    }

    fn unknown_variant(variant: &str, known: &'static [&'static str]) -> Self {
        let all = known.join(", ");
        let help = nearest(variant, known.iter().copied())
            .map_or_else(|| format!("the choices are {all}"), |near| format!("did you mean `{near}`? The choices are {all}"));
        Self::new(format!("`{variant}` is not one of the choices here"), help)
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match unexpected {
            Unexpected::Seq => "a list",
            Unexpected::Map => "a mapping",
            Unexpected::Unit | Unexpected::Option => "empty",
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            _ => "a text",
        };
        Self { at: None, code: Code::InvalidValue, message: format!("{expected} is wanted here, this is {found}"), help: Some(format!("write {expected}")) }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Trouble {}
