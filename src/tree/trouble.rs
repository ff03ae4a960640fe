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

/// A text that stands in the place of a list, as its items: `40000-50000` is two numbers.
pub(super) fn as_items(text: &str) -> String {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let ends = ["-", "–", " to ", ".."].into_iter().filter_map(|sign| text.split_once(sign)).map(|(low, high)| (low.trim(), high.trim()));
    let mut ends = ends.filter(|(low, high)| is_number(low) && is_number(high));
    ends.next().map_or_else(|| text.to_owned(), |(low, high)| format!("{low}, {high}"))
}

/// What others call one of the choices, by letters that are not near to it.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("average", "mean"),
    ("avg", "mean"),
    ("p50", "median"),
    ("50th", "median"),
    ("middle", "median"),
    ("hourly", "hour"),
    ("annual", "year"),
    ("annually", "year"),
    ("yearly", "year"),
    ("salary", "pay"),
    ("wage", "pay"),
    ("wages", "pay"),
    ("employment", "jobs"),
    ("license", "licence"),
];

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
        let meant = OTHER_NAMES.iter().find(|(other, name)| variant.eq_ignore_ascii_case(other) && known.contains(name)).map(|(_, name)| *name);
        let help = meant
            .or_else(|| nearest(variant, known.iter().copied()))
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
