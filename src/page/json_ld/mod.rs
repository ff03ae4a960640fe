//! Structured data of a page, as JSON-LD in the words of schema.org. It says what the page shows, and nothing else.
//!
//! Objects refer to one another by `@id`: the address of the page with `#article`, `#occupation`; the site's with
//! `#website`, `#publisher`.

mod article;
mod occupation;

use serde_json::{Map, Value, json};

use super::embedded_json::embedded;
use super::frame::absolute;
use super::view::{Content, Html, LinkView, PageView};
use crate::settings::Config;
use crate::site::{Page, Site};

/// The JSON-LD objects of a page, each for a script element of its own. `page` is `None` for pages that no author wrote.
pub fn for_page(site: &Site, page: Option<&Page>, frame: &PageView, content: &Content) -> Vec<Html> {
    let config = site.given.config;
    // The 404 page has no address of its own.
    let Some(address) = frame.canonical.as_deref() else { return Vec::new() };
    let mut objects = Vec::new();
    match (content, page) {
        (Content::Home(_), _) => {
            objects.push(website(config));
            objects.extend(publisher(config));
        }
        (Content::Guide(guide), Some(page)) => {
            objects.push(article::article(config, frame, guide, address));
            objects.extend(article::reviewed_page(config, frame, guide, address));
            objects.push(occupation::occupation(site, page, guide, address));
        }
        _ => {}
    }
    objects.extend(breadcrumbs(config, &frame.breadcrumbs));
    objects.into_iter().map(in_context).map(|object| embedded(&object)).collect()
}

/// An object of schema.org: its type and the properties that are known, in this order.
fn object(kind: &str, properties: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), kind.into());
    object.extend(properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    Value::Object(object)
}

/// One value as it is, more as a list; `None` for none.
fn one_or_many(mut values: Vec<Value>) -> Option<Value> {
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Value::Array(values)),
    }
}

fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

fn in_context(object: Value) -> Value {
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), "https://schema.org".into());
    if let Value::Object(properties) = object {
        whole.extend(properties);
    }
    Value::Object(whole)
}

fn website(config: &Config) -> Value {
    object(
        "WebSite",
        [
            ("@id", Some(website_id(config).into())),
            ("name", Some(config.title.as_str().into())),
            ("url", Some(absolute(&config.base_url, "").into())),
            ("description", Some(config.description.as_str()).filter(|it| !it.is_empty()).map(Value::from)),
            ("inLanguage", Some(config.language.as_str().into())),
            ("publisher", publisher(config).and_then(|it| it.get("@id").and_then(Value::as_str).map(reference))),
        ],
    )
}

fn website_id(config: &Config) -> String {
    absolute(&config.base_url, "") + "#website"
}

/// The organisation that the settings name; we do not make one of the site's title.
fn publisher(config: &Config) -> Option<Value> {
    let publisher = config.publisher.as_ref()?;
    let name = publisher.name.as_deref()?;
    let logo = publisher.logo.as_deref().map(|logo| absolute(&config.base_url, logo.trim_start_matches('/')));
    let id = absolute(&config.base_url, "") + "#publisher";
    Some(object(
        "Organization",
        [("@id", Some(id.into())), ("name", Some(name.into())), ("url", publisher.url.as_deref().map(Value::from)), ("logo", logo.map(Value::from))],
    ))
}

/// The way to the page; the home page, which is the way's beginning, has none.
fn breadcrumbs(config: &Config, way: &[LinkView]) -> Option<Value> {
    if way.len() < 2 {
        return None;
    }
    let step = |(step, position): (&LinkView, usize)| {
        let address = absolute(&config.base_url, &step.path);
        object("ListItem", [("position", Some(position.into())), ("name", Some(step.label.as_str().into())), ("item", Some(address.into()))])
    };
    let steps: Vec<Value> = way.iter().zip(1..).map(step).collect();
    Some(object("BreadcrumbList", [("itemListElement", Some(steps.into()))]))
}

#[cfg(test)]
mod tests;
