//! Fields of views that templates name, checked against what the types give and the theme declares: a misspelt one in a
//! condition would quietly be false. Only whole paths from a view (`guide.reviewed.by`) are read here; what a loop, `set`
//! or a component gives a name to is left to `render`.

use std::collections::{BTreeMap, BTreeSet};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use super::parameter::Parameter;
use super::scan::{Named, Scan};
use crate::page::view;
use crate::problem::{Code, Problem};
use crate::source::{Span, Text};
use crate::tree::nearest;
use crate::words::Book;

/// What views hold, as JSON Schemas.
pub(super) struct Fields {
    definitions: Value,
    /// The values that every template may name.
    roots: BTreeMap<&'static str, Value>,
    /// `block` by the template that shows it.
    blocks: BTreeMap<String, Value>,
}

impl Fields {
    /// The fields of a theme with the parameters `params` and blocks that have parameters of their own.
    pub(super) fn new(params: &Value, blocks: &BTreeMap<String, BTreeMap<String, Parameter>>, words: &Book) -> Self {
        let mut made = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let mut site = of::<view::SiteView>(&mut made);
        if let Some(known) = site.pointer_mut("/properties/params") {
            *known = with_fields(params.as_object().into_iter().flatten().map(|(name, _)| name.as_str()));
        }
        let roots = [
            ("site", site),
            ("words", words_schema(words)),
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
        Self { definitions: Value::Object(made.definitions().clone()), roots: roots.into_iter().collect(), blocks }
    }

    /// Every path in `templates` that leads to nothing, where its first wrong field stands.
    pub(super) fn unknown(&self, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (name, scan) in scans {
            let Some(text) = templates.get(*name) else { continue };
            let named = named_elsewhere(name, scans);
            for path in &scan.paths {
                let Some(root) = path.first().filter(|root| !named.contains(root.name.as_str())) else { continue };
                let Some(schema) = self.roots.get(root.name.as_str()).or_else(|| self.blocks.get(*name).filter(|_| root.name == "block")) else { continue };
                problems.extend(self.wrong_field(schema, path, text));
            }
        }
        problems
    }

    /// The first field of `path` that its owner does not have.
    fn wrong_field(&self, root: &Value, path: &[Named], text: &Text) -> Option<Problem> {
        let mut schemas = self.alternatives(root);
        for (at, field) in path.iter().enumerate().skip(1) {
            let next: Vec<&Value> = schemas.iter().filter_map(|schema| step(schema, &field.name)).flat_map(|schema| self.alternatives(schema)).collect();
            if next.is_empty() {
                let owner = path.iter().take(at).map(|it| it.name.as_str()).collect::<Vec<_>>().join(".");
                return Some(unknown_field(&owner, &field.name, text.span(field.range.clone()), &schemas));
            }
            if next.iter().any(|schema| is_open(schema)) {
                return None;
            }
            schemas = next;
        }
        None
    }

    /// The shapes that a value may have, references followed, without nothing at all.
    fn alternatives<'s>(&'s self, schema: &'s Value) -> Vec<&'s Value> {
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

/// The words that any language has: what one lacks the others tell, and a report of its own.
fn words_schema(words: &Book) -> Value {
    with_fields(words.names().into_iter())
}

/// A value that has these fields, each of any kind.
fn with_fields<'a>(names: impl Iterator<Item = &'a str>) -> Value {
    json!({ "type": "object", "properties": names.map(|name| (name.to_owned(), Value::Bool(true))).collect::<serde_json::Map<_, _>>() })
}

/// Whether anything may stand below `schema`.
fn is_open(schema: &Value) -> bool {
    schema.get("type").is_none() && schema.get("properties").is_none()
}

/// What stands at `field` of a value.
fn step<'s>(schema: &'s Value, field: &str) -> Option<&'s Value> {
    schema.get("properties").and_then(|it| it.get(field)).or_else(|| schema.get("additionalProperties").filter(|it| it.is_object()))
}

fn unknown_field(owner: &str, field: &str, at: Span, schemas: &[&Value]) -> Problem {
    let problem = Problem::new(Code::TemplateName, at, format!("`{owner}` has no field `{field}`"));
    let defined: BTreeSet<&str> =
        schemas.iter().filter_map(|it| it.get("properties")?.as_object()).flat_map(serde_json::Map::keys).map(String::as_str).collect();
    match nearest(field, defined.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None if defined.is_empty() && owner == "site.params" => problem.help("declare it under `[params]` in the theme's theme.toml"),
        None if defined.is_empty() => problem.help(format!("`{owner}` has no fields at all")),
        None => problem.help(format!("it has {}", defined.into_iter().collect::<Vec<_>>().join(", "))),
    }
}

/// Names that mean something else in `template`: those that it binds, or a template that it is part of or takes in.
fn named_elsewhere<'a>(template: &'a str, scans: &'a BTreeMap<&'a str, Scan>) -> BTreeSet<&'a str> {
    let refers = |from: &str, to: &str| scans.get(from).is_some_and(|scan| scan.references.iter().any(|it| it.name == to));
    let reached = |next: &dyn Fn(&str, &str) -> bool| {
        let mut seen = BTreeSet::from([template]);
        let mut todo = vec![template];
        while let Some(name) = todo.pop() {
            todo.extend(scans.keys().copied().filter(|other| next(name, other)).filter(|other| seen.insert(other)).collect::<Vec<_>>());
        }
        seen
    };
    let (above, below) = (reached(&|name, other| refers(other, name)), reached(&|name, other| refers(name, other)));
    above.union(&below).filter_map(|name| scans.get(name)).flat_map(|scan| &scan.bound).map(String::as_str).collect()
}
