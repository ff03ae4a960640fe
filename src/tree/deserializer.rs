//! Gives the nodes of a tree to serde. Every scalar is read as the text that was typed; the field says what it must be.

use std::collections::BTreeSet;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};

use super::trouble::{Trouble, keys_sentence};
use super::{Form, Node, Value};

/// One node, ready to be read.
#[derive(Clone, Copy)]
pub(super) struct NodeReader<'t> {
    node: &'t Node,
    passed_over: &'t BTreeSet<usize>,
}

impl<'t> NodeReader<'t> {
    pub(super) fn new(node: &'t Node, passed_over: &'t BTreeSet<usize>) -> Self {
        Self { node, passed_over }
    }

    /// What reading `node` gives; trouble in it has its place.
    fn read<T>(self, node: &'t Node, read: impl FnOnce(Self) -> Result<T, Trouble>) -> Result<T, Trouble> {
        read(Self { node, ..self }).map_err(|trouble| trouble.at(node))
    }

    fn list<V: Visitor<'t>>(self, items: &'t [Node], visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_seq(Items { reader: self, items: items.iter() })
    }

    fn mapping<V: Visitor<'t>>(self, entries: &'t [(Node, Node)], visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_map(Entries { reader: self, rest: entries.iter(), value: None })
    }

    fn unfit(self, expected: &dyn Expected) -> Trouble {
        Trouble::invalid_type(self.unexpected(), expected)
    }

    fn unexpected(self) -> Unexpected<'t> {
        match &self.node.value {
            Value::Scalar(..) if self.node.is_empty() => Unexpected::Unit,
            Value::Scalar(_, Form::TomlNumber) => Unexpected::Unsigned(0),
            Value::Scalar(_, Form::TomlTruth) => Unexpected::Bool(false),
            Value::Scalar(text, _) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Mapping(_) => Unexpected::Map,
        }
    }

    /// The text of a scalar that is to be read as `wanted`: not a TOML string, which says that it is a text.
    fn unquoted(self, wanted: &str) -> Result<&'t str, Trouble> {
        match &self.node.value {
            Value::Scalar(text, Form::TomlText) => {
                let fits_bare = text.parse::<f64>().is_ok() || text.parse::<bool>().is_ok();
                let help = if fits_bare { format!("write it without quotes: `{text}`") } else { format!("write {wanted}, without quotes") };
                Err(Trouble::new(format!("`{text}` is a text, not {wanted}"), help))
            }
            Value::Scalar(text, _) if !self.node.is_empty() => Ok(text),
            _ => Err(Trouble::new(self.unfit(&wanted).to_string(), "write one value here")),
        }
    }
}

/// `number` as the digits of a whole number, or why it is none between `low` and `high`.
fn whole<T: std::str::FromStr>(reader: NodeReader<'_>, range: &str) -> Result<T, Trouble> {
    let text = reader.unquoted("a number")?;
    let digits = text.replace('_', if matches!(reader.node.value, Value::Scalar(_, Form::TomlNumber)) { "" } else { "_" });
    digits.parse().map_err(|_| match digits.parse::<i128>() {
        Ok(_) => Trouble::new(format!("`{text}` is not a whole number {range}"), "write a number in this range"),
        Err(_) => Trouble::new(format!("`{text}` is not a whole number"), "write digits only, such as `12`"),
    })
}

/// The range of a type, without a largest number that nobody means.
fn range_in_words(low: i128, high: i128) -> String {
    match (low, high) {
        (0, high) if high > i128::from(u32::MAX) => "from 0 up".to_owned(),
        _ => format!("from {low} to {high}"),
    }
}

fn decimal(reader: NodeReader<'_>) -> Result<f64, Trouble> {
    let text = reader.unquoted("a number")?;
    let is_digits = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    let number = text.parse().ok().filter(|number: &f64| is_digits && number.is_finite());
    number.ok_or_else(|| Trouble::new(format!("`{text}` is not a number"), "write digits, with a point before decimals: `2.5`"))
}

fn truth(reader: NodeReader<'_>) -> Result<bool, Trouble> {
    let text = reader.unquoted("true or false")?;
    let help = match text.to_lowercase().as_str() {
        "true" => return Ok(true),
        "false" => return Ok(false),
        "yes" | "on" | "y" | "1" => "write `true`",
        "no" | "off" | "n" | "0" => "write `false`",
        _ => "write `true` or `false`",
    };
    Err(Trouble::new(format!("`{text}` is not true or false"), help))
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty;)*) => { $(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
            visitor.$visit(whole::<$type>(self, &range_in_words(<$type>::MIN.into(), <$type>::MAX.into()))?)
        }
    )* };
}

impl<'t> Deserializer<'t> for NodeReader<'t> {
    type Error = Trouble;

    whole_numbers! {
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
    }

    fn deserialize_f32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_f64(decimal(self)?)
    }

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_f64(decimal(self)?)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_bool(truth(self)?)
    }

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        match &self.node.value {
            Value::Scalar(text, _) => visitor.visit_borrowed_str(text),
            Value::List(items) => self.list(items, visitor),
            Value::Mapping(entries) => self.mapping(entries, visitor),
        }
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        let help = match &self.node.value {
            Value::Scalar(text, Form::Plain | Form::Quoted | Form::TomlText) => return visitor.visit_borrowed_str(text),
            Value::Scalar(text, _) => format!("put it in quotes: `\"{text}\"`"),
            Value::List(_) => "write one text instead of the list".to_owned(),
            Value::Mapping(_) => "put it in quotes if it holds a colon".to_owned(),
        };
        Err(Trouble::new(self.unfit(&"a text").to_string(), help))
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        if self.node.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, Trouble> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        let help = match &self.node.value {
            Value::List(items) => return self.list(items, visitor),
            Value::Scalar(text, Form::TomlText) => format!("put it in square brackets: `[\"{text}\"]`"),
            Value::Scalar(text, _) => format!("put it in square brackets: `[{}]`", super::trouble::as_items(text)),
            Value::Mapping(_) => "write a dash and a space before each item".to_owned(),
        };
        Err(Trouble::new(self.unfit(&"a list").to_string(), help))
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Trouble> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'t>>(self, _: &'static str, known: &'static [&'static str], visitor: V) -> Result<V::Value, Trouble> {
        let help = match &self.node.value {
            Value::Mapping(entries) => return self.mapping(entries, visitor),
            Value::Scalar(text, Form::Plain) if text.contains(':') => "write a space after the colon: `key: value`".to_owned(),
            _ if known.is_empty() => "write it as `key: value`".to_owned(),
            _ => format!("write it as `key: value`; {}", keys_sentence(known)),
        };
        Err(Trouble::new(self.unfit(&"a mapping").to_string(), help))
    }

    fn deserialize_enum<V: Visitor<'t>>(self, _: &'static str, known: &'static [&'static str], visitor: V) -> Result<V::Value, Trouble> {
        match &self.node.value {
            Value::Scalar(text, _) => {
                let word: StrDeserializer<'_, Trouble> = text.as_str().into_deserializer();
                visitor.visit_enum(word)
            }
            _ => Err(Trouble::new(self.unfit(&"one word").to_string(), format!("the choices are {}", known.join(", ")))),
        }
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

struct Items<'t> {
    reader: NodeReader<'t>,
    items: std::slice::Iter<'t, Node>,
}

impl<'t> SeqAccess<'t> for Items<'t> {
    type Error = Trouble;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Trouble> {
        let passed_over = self.reader.passed_over;
        let next = self.items.find(|item| !passed_over.contains(&item.id));
        next.map(|item| self.reader.read(item, |reader| seed.deserialize(reader))).transpose()
    }
}

struct Entries<'t> {
    reader: NodeReader<'t>,
    rest: std::slice::Iter<'t, (Node, Node)>,
    value: Option<&'t Node>,
}

impl<'t> MapAccess<'t> for Entries<'t> {
    type Error = Trouble;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Trouble> {
        let passed_over = self.reader.passed_over;
        let next = self.rest.find(|(key, value)| !passed_over.contains(&key.id) && !passed_over.contains(&value.id));
        let Some((key, value)) = next else { return Ok(None) };
        self.value = Some(value);
        self.reader.read(key, |reader| seed.deserialize(reader)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Trouble> {
        let value = self.value.take().ok_or_else(|| Trouble::custom("a value was asked for before its key"))?;
        self.reader.read(value, |reader| seed.deserialize(reader))
    }
}
