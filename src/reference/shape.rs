//! What a JSON Schema says a value is, in words.

use serde_json::Value;

/// What `schema` takes, in words, with names of other tables as links to them. `missing` follows where nothing may stand.
pub(super) fn in_words(schema: &Value, missing: &str) -> String {
    if let Some(name) = reference(schema) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(choices) = alternatives(schema) {
        let mut words: Vec<String> = choices.iter().filter(|it| !is_null(it)).map(|it| in_words(it, missing)).collect();
        words.dedup();
        let nothing = if choices.iter().any(is_null) { missing } else { "" };
        return words.join(" or ") + nothing;
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let nothing = if types.contains(&"null") { missing } else { "" };
    let known = types.iter().find(|name| **name != "null").copied().unwrap_or("anything");
    let word = match known {
        "string" => "text".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "integer" => "whole number".to_owned(),
        "array" => match schema.get("prefixItems").and_then(Value::as_array) {
            Some(parts) => parts.iter().map(|part| in_words(part, missing)).collect::<Vec<_>>().join(" and "),
            None => format!("list of {}", schema.get("items").map_or_else(|| "anything".to_owned(), |items| in_words(items, missing))),
        },
        "object" => match schema.get("additionalProperties") {
            Some(of @ Value::Object(_)) => format!("mapping of names to {}", in_words(of, missing)),
            _ => "mapping".to_owned(),
        },
        other => other.to_owned(),
    };
    word + nothing
}

/// The name of the definition that `schema` points at.
pub(super) fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

/// Names of all definitions that `schema` mentions, in order.
pub(super) fn mentioned<'a>(schema: &'a Value, names: &mut Vec<&'a str>) {
    if let Some(name) = reference(schema) {
        names.push(name);
    }
    match schema {
        Value::Object(entries) => entries.values().for_each(|value| mentioned(value, names)),
        Value::Array(items) => items.iter().for_each(|item| mentioned(item, names)),
        _ => {}
    }
}

/// The words of a choice with their meanings, if `schema` is one.
pub(super) fn words(schema: &Value) -> Option<Vec<(String, String)>> {
    let of_one = |it: &Value| {
        let meaning = it.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
        match (it.get("const"), it.get("enum")) {
            (Some(word), _) => vec![(word.as_str().unwrap_or_default().to_owned(), meaning)],
            (_, Some(Value::Array(words))) => words.iter().filter_map(Value::as_str).map(|word| (word.to_owned(), meaning.clone())).collect(),
            _ => Vec::new(),
        }
    };
    let found: Vec<_> = match schema.get("oneOf").and_then(Value::as_array) {
        Some(choices) => choices.iter().flat_map(of_one).collect(),
        None => of_one(schema),
    };
    (!found.is_empty()).then_some(found)
}

fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("anyOf").or_else(|| schema.get("oneOf"))?.as_array()
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}
