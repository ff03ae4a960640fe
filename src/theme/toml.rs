//! TOML of a theme into types, and places in it. The one file here that knows the TOML reader.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use crate::problem::{Code, Problem};
use crate::source::Text;

/// `text` as a `T`, and what is wrong with it.
pub(super) fn read<T: Default + DeserializeOwned>(text: &Text) -> (T, Vec<Problem>) {
    match toml::from_str(&text.text) {
        Ok(value) => (value, Vec::new()),
        Err(error) => (T::default(), vec![Problem::new(Code::Settings, text.span(error.span().unwrap_or(0..0)), error.message().replace('\n', ", "))]),
    }
}

/// The place of the value at `path`; that of the nearest table above it, else the beginning.
pub(super) fn locate(text: &Text, path: &[&str]) -> Range<usize> {
    let Ok(table) = DeTable::parse(&text.text) else { return 0..0 };
    let mut place = 0..0;
    let mut table = Some(table.get_ref());
    for key in path {
        let Some(value) = table.and_then(|table| table.get(*key)) else { break };
        place = value.span();
        table = value.get_ref().as_table();
    }
    place
}

/// The place of the key at the end of `path`; that of the nearest table above it, else the beginning.
pub(super) fn locate_key(text: &Text, path: &[&str]) -> Range<usize> {
    let Ok(root) = DeTable::parse(&text.text) else { return 0..0 };
    let mut place = 0..0;
    let mut table = Some(root.get_ref());
    for key in path {
        let Some((name, value)) = table.and_then(|table| table.get_key_value(*key)) else { break };
        place = name.span();
        table = match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => None,
        };
    }
    place
}
