//! How objects of schema.org are put together.

use serde_json::{Map, Value, json};

/// An object of schema.org: its type and the properties that are known, in this order.
pub(super) fn object(kind: &str, properties: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), kind.into());
    object.extend(properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    Value::Object(object)
}

/// One value as it is, more as a list; `None` for none.
pub(super) fn one_or_many(mut values: Vec<Value>) -> Option<Value> {
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Value::Array(values)),
    }
}

/// An object that is told of elsewhere.
pub(super) fn reference(id: &str) -> Value {
    json!({ "@id": id })
}
