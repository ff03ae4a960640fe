//! The shapes of what templates are given, as the types give them and the theme declares them: JSON Schemas.

use std::collections::{BTreeMap, BTreeSet};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use super::parameter::Parameter;
use crate::page::view;
use crate::words::{Book, Word};

/// What views hold, as JSON Schemas.
pub(super) struct Shapes {
    definitions: Value,
    /// The values that every template may name.
    roots: BTreeMap<&'static str, Value>,
    /// `block` by the template that shows it.
    blocks: BTreeMap<String, Value>,
    text: Value,
}

impl Shapes {
    /// The shapes for a theme with the parameters `params` and blocks that have parameters of their own, and the words of a site in `languages`.
    pub(super) fn new(params: &Value, blocks: &BTreeMap<String, BTreeMap<String, Parameter>>, words: &Book, languages: &[String]) -> Self {
        let mut made = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let mut site = of::<view::SiteView>(&mut made);
        if let Some(known) = site.pointer_mut("/properties/params") {
            *known = with_fields(params.as_object().into_iter().flatten().map(|(name, _)| name.as_str()));
        }
        let roots = [
            ("site", site),
            ("words", words_schema(words, languages)),
            ("page", of::<view::PageView>(&mut made)),
            ("home", of::<view::HomeView>(&mut made)),
            ("section", of::<view::SectionView>(&mut made)),
            ("guide", of::<view::GuideView>(&mut made)),
            ("plain", of::<view::PlainView>(&mut made)),
            ("resources", of::<view::ResourcesView>(&mut made)),
            ("tags", of::<view::TagsView>(&mut made)),
            ("tag", of::<view::TagView>(&mut made)),
            ("author", of::<view::AuthorView>(&mut made)),
            ("index", of::<view::IndexView>(&mut made)),
            ("ledger", of::<view::LedgerView>(&mut made)),
            ("sources", of::<view::SourcesView>(&mut made)),
        ];
        let own = [
            ("table", of::<view::TableView>(&mut made)),
            ("cta", of::<view::CtaView>(&mut made)),
            ("job-search", of::<view::JobSearchView>(&mut made)),
            ("faq", of::<view::FaqView>(&mut made)),
            ("steps", of::<view::StepsView>(&mut made)),
            ("resources", of::<view::ResourcesBlockView>(&mut made)),
            ("figure", of::<view::FigureView>(&mut made)),
            ("figures", of::<view::FiguresView>(&mut made)),
            ("quick-facts", of::<view::QuickFactsView>(&mut made)),
        ];
        let of_theme = of::<view::ThemeBlockView>(&mut made);
        let of_theme = blocks.iter().map(|(name, parameters)| {
            let mut block = of_theme.clone();
            if let Some(known) = block.pointer_mut("/properties/parameters") {
                *known = with_fields(parameters.keys().map(String::as_str));
            }
            (name.as_str(), block)
        });
        // What Guidepost's own blocks are given no theme can redefine.
        let blocks = of_theme.chain(own).map(|(name, block)| (format!("blocks/{name}.html"), block)).collect();
        Self { definitions: Value::Object(made.definitions().clone()), roots: roots.into_iter().collect(), blocks, text: json!({ "type": "string" }) }
    }

    /// What `template` is given by this name.
    pub(super) fn root(&self, template: &str, name: &str) -> Option<&Value> {
        self.roots.get(name).or_else(|| self.blocks.get(template).filter(|_| name == "block"))
    }

    /// The shape of a text.
    pub(super) fn text(&self) -> &Value {
        &self.text
    }

    /// The shapes that a value may have, references followed, without nothing at all.
    pub(super) fn alternatives<'s>(&'s self, schema: &'s Value) -> Vec<&'s Value> {
        let defined = schema.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix("#/$defs/")).and_then(|name| self.definitions.get(name));
        if let Some(defined) = defined {
            return self.alternatives(defined);
        }
        match schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
            Some(choices) => choices.iter().filter(|it| it.get("type").and_then(Value::as_str) != Some("null")).flat_map(|it| self.alternatives(it)).collect(),
            None => vec![schema],
        }
    }
}

/// The schema of a view itself, its parts among the generator's definitions.
fn of<T: JsonSchema>(made: &mut SchemaGenerator) -> Value {
    made.subschema_for::<T>();
    made.definitions().get(T::schema_name().as_ref()).cloned().unwrap_or(Value::Bool(true))
}

/// The words that any language has: what one lacks the others tell, and a report of its own. Those with places in a language of
/// the site name them.
fn words_schema(words: &Book, languages: &[String]) -> Value {
    let schema = |name: &str| {
        let found: Vec<&Word> = languages.iter().filter_map(|tag| words.of(tag).all().get(name)).collect();
        let number = found.iter().any(|word| matches!(word, Word::Forms { .. })).then_some("number");
        let places: BTreeSet<&str> = found.iter().flat_map(|word| word.places()).chain(number).collect();
        if places.is_empty() { Value::Bool(true) } else { json!({ "type": ["string", "object"], "additionalProperties": {}, "places": places }) }
    };
    json!({ "type": "object", "properties": words.names().into_iter().map(|name| (name.to_owned(), schema(name))).collect::<serde_json::Map<_, _>>() })
}

/// A value that has these fields, each of any kind.
fn with_fields<'a>(names: impl Iterator<Item = &'a str>) -> Value {
    json!({ "type": "object", "properties": names.map(|name| (name.to_owned(), Value::Bool(true))).collect::<serde_json::Map<_, _>>() })
}

/// Whether anything may stand below `schema`.
pub(super) fn is_open(schema: &Value) -> bool {
    schema.get("type").is_none() && schema.get("properties").is_none()
}

/// The places of a word that has any.
pub(super) fn places(schema: &Value) -> Option<Vec<&str>> {
    schema.get("places").and_then(Value::as_array).map(|places| places.iter().filter_map(Value::as_str).collect())
}

/// What stands at `field` of a value.
pub(super) fn step<'s>(schema: &'s Value, field: &str) -> Option<&'s Value> {
    schema.get("properties").and_then(|it| it.get(field)).or_else(|| schema.get("additionalProperties").filter(|it| it.is_object()))
}

/// What each item of a list is.
pub(super) fn items(schema: &Value) -> Option<&Value> {
    schema.get("items").filter(|it| it.is_object())
}
