//! A reference page: a table for each type, and one below for each type that it mentions.

use std::fmt::Write as _;

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use super::shape;

/// A page in the making.
pub(super) struct Page {
    markdown: String,
    generator: SchemaGenerator,
    /// What a value that may be missing is called: authors leave it out, templates find `none`.
    missing: &'static str,
    /// Names of the types that have their table, or wait for it at the end.
    named: Vec<String>,
}

impl Page {
    pub(super) fn new(title: &str, about: &str, generator: SchemaGenerator, missing: &'static str) -> Self {
        let made = "<!-- Made from the types by `UPDATE=1 cargo test --lib reference`. -->";
        Self { markdown: format!("# {title}\n\n{made}\n\n{about}\n"), generator, missing, named: Vec::new() }
    }

    /// Adds the table of `T` below a heading, with a sentence of its own or the type's.
    pub(super) fn table<T: JsonSchema>(&mut self, heading: &str, about: &str) {
        let schema = self.generator.root_schema_for::<T>().to_value();
        let about = if about.is_empty() { shape_about(&schema) } else { about };
        write_table(&mut self.markdown, heading, about, &schema, self.missing);
        self.remember(&schema);
        // The subschema makes the definitions stay in the generator.
        self.generator.subschema_for::<T>();
    }

    /// The page, with the tables of all types that were mentioned.
    pub(super) fn finish(mut self) -> String {
        let definitions = Value::Object(self.generator.definitions().clone());
        let mut at = 0;
        while let Some(name) = self.named.get(at).cloned() {
            if let Some(schema) = definitions.get(&name) {
                write_table(&mut self.markdown, &name, shape_about(schema), schema, self.missing);
                self.remember(schema);
            }
            at += 1;
        }
        self.markdown
    }

    fn remember(&mut self, schema: &Value) {
        let mut names = Vec::new();
        // Only what the fields mention: the definitions beside them come when it is their turn.
        for part in ["properties", "anyOf", "oneOf", "items", "additionalProperties"] {
            if let Some(part) = schema.get(part) {
                shape::mentioned(part, &mut names);
            }
        }
        for name in names {
            if !self.named.iter().any(|it| it == name) {
                self.named.push(name.to_owned());
            }
        }
    }
}

fn shape_about(schema: &Value) -> &str {
    schema.get("description").and_then(Value::as_str).unwrap_or_default()
}

/// Writing to a String cannot fail.
fn write_table(markdown: &mut String, heading: &str, about: &str, schema: &Value, missing: &str) {
    let _ = writeln!(markdown, "\n## {heading}\n");
    if !about.is_empty() {
        let _ = writeln!(markdown, "{about}\n");
    }
    if let Some(fields) = schema.get("properties").and_then(Value::as_object) {
        markdown.push_str("| key | value | meaning |\n| --- | --- | --- |\n");
        for (name, field) in fields {
            let meaning = in_cell(shape_about(field));
            let value = shape::in_words(field, missing);
            let _ = writeln!(markdown, "| `{name}` | {} | {meaning} |", in_cell(&value));
        }
    } else if let Some(words) = shape::words(schema) {
        markdown.push_str("| word | meaning |\n| --- | --- |\n");
        for (word, meaning) in words {
            let _ = writeln!(markdown, "| `{word}` | {} |", in_cell(&meaning));
        }
    } else if about.is_empty() {
        let _ = writeln!(markdown, "{}.", shape::in_words(schema, missing));
    }
}

fn in_cell(text: &str) -> String {
    text.replace('|', "\\|").split_whitespace().collect::<Vec<_>>().join(" ")
}
