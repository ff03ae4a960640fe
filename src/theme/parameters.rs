//! What a site sets under `[params]`, checked against what its theme declares, with defaults filled in.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::layer::Layer;
use super::manifest::Manifest;
use super::parameter::{Parameter, Typed};
use super::toml;
use crate::guide::front_matter::Extra;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Sources, Span, Text};
use crate::tree::nearest;

/// The parameters of the theme by name, every declared one: what the site gives, else the default.
pub(super) fn parameters(layers: &[Layer], given: &BTreeMap<String, Extra>, sources: &Sources) -> (Value, Vec<Problem>) {
    let declared = declared(layers, |manifest| &manifest.params);
    let settings = Settings::of(sources);
    let mut problems = Vec::new();
    let mut values: Map<String, Value> = declared.iter().map(|(name, parameter)| ((*name).to_owned(), parameter.default_value())).collect();
    for (name, typed) in given {
        let Some(parameter) = declared.get(name.as_str()) else {
            let problem = Problem::new(Code::ThemeParameter, settings.key(&["params", name]), format!("the theme has no parameter `{name}`"));
            problems.push(problem.help(way_out(name, &declared)));
            continue;
        };
        match Typed::of(typed).and_then(|typed| parameter.value(&typed)) {
            Ok(value) => {
                values.insert(name.clone(), value);
            }
            Err(reason) => {
                let problem =
                    Problem::new(Code::ThemeParameter, settings.value(&["params", name]), format!("the parameter `{name}` cannot have this value: {reason}"));
                problems.push(match &parameter.about {
                    Some(about) => problem.help(about.clone()),
                    None => problem,
                });
            }
        }
    }
    (Value::Object(values), problems)
}

/// What the themes declare by name; a theme's own declaration goes before that of the theme which it extends.
pub(super) fn declared<'a, T>(layers: &'a [Layer], of: impl Fn(&'a Manifest) -> &'a BTreeMap<String, T>) -> BTreeMap<&'a str, &'a T> {
    let manifests = layers.iter().rev().filter_map(|layer| layer.manifest.as_ref());
    manifests.flat_map(|(manifest, _)| of(manifest)).map(|(name, it)| (name.as_str(), it)).collect()
}

fn way_out(name: &str, declared: &BTreeMap<&str, &Parameter>) -> String {
    if let Some(near) = nearest(name, declared.keys().copied()) {
        return format!("did you mean `{near}`?");
    }
    if declared.is_empty() {
        return "the theme has no parameters: leave it out".to_owned();
    }
    format!("its parameters are {}", declared.keys().copied().collect::<Vec<_>>().join(", "))
}

/// Places in `site.toml`.
pub(super) struct Settings(Option<Text>);

impl Settings {
    pub(super) fn of(sources: &Sources) -> Self {
        let path = SourcePath::settings();
        Self(sources.get(&path).and_then(|bytes| Text::decode(&path, bytes).ok()))
    }

    /// The place of a value.
    pub(super) fn value(&self, path: &[&str]) -> Span {
        self.0.as_ref().map_or_else(|| Span::whole(&SourcePath::settings()), |text| text.span(toml::locate(text, path)))
    }

    /// The place of a key.
    pub(super) fn key(&self, path: &[&str]) -> Span {
        self.0.as_ref().map_or_else(|| Span::whole(&SourcePath::settings()), |text| text.span(toml::locate_key(text, path)))
    }
}
