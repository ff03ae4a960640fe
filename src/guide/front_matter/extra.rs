//! Free values under `extra`: whatever shape the author likes, every scalar as the text that was typed.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::yaml::Entries;

/// A free value: text, a list or a mapping.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Extra {
    /// A scalar, as typed.
    Text(String),
    /// A list.
    List(Vec<Extra>),
    /// A mapping.
    Map(BTreeMap<String, Extra>),
}

struct ExtraVisitor;

impl<'de> Visitor<'de> for ExtraVisitor {
    type Value = Extra;

    // A reader that gives numbers and truth values instead of the typed text is refused here; `yaml` then
    // reads the text a second time in a way that keeps it.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a mapping")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Extra, E> {
        Ok(Extra::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Extra, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Extra::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Extra, A::Error> {
        Entries::deserialize(MapAccessDeserializer::new(map)).map(|entries| Extra::Map(entries.0))
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExtraVisitor)
    }
}

impl JsonSchema for Extra {
    fn schema_name() -> Cow<'static, str> {
        "Extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A text, a list or a mapping of your own." })
    }
}
