//! Structured data of a page, as JSON-LD in the words of schema.org. It says what the page shows, and nothing else.
//!
//! Objects refer to one another by `@id`: the address of the page with `#article`, `#occupation`; the site's with
//! `#website`, `#publisher`.

mod article;
mod datasets;
mod object;
mod occupation;
mod pay;
mod website;

use serde_json::{Map, Value};

use super::absolute::absolute;
use super::embedded_json::embedded;
use super::view::{Content, Html, LinkView, PageView};
use super::voice::Voice;
use crate::figures::Figures;
use crate::registry::Registry;
use crate::settings::Config;
use crate::site::Page;
use object::object;
use website::{publisher, website};

/// The JSON-LD objects of a page, each for a script element of its own. `page` is `None` for pages that no author wrote.
pub fn for_page(
    config: &Config,
    registry: &Registry,
    voice: &Voice,
    (page, figures): (Option<&Page>, &Figures),
    frame: &PageView,
    content: &Content,
) -> Vec<Html> {
    // The 404 page has no address of its own.
    let Some(address) = frame.canonical.as_deref() else { return Vec::new() };
    let mut objects = Vec::new();
    match (content, page) {
        (Content::Home(_), _) => {
            objects.push(website(config));
            objects.extend(publisher(config));
        }
        (Content::Guide(guide), Some(page)) => {
            let based_on = datasets::datasets(registry, voice, figures, frame);
            objects.push(article::article(config, (based_on, figures), frame, guide, address));
            objects.extend(article::reviewed_page(config, frame, guide, address));
            objects.push(occupation::occupation(config, registry, &voice.words, (page, figures), guide, address));
        }
        (Content::Author(author), _) => {
            let person = article::person(config, &author.person, author.about.as_deref());
            objects.push(object("ProfilePage", [("url", Some(address.into())), ("mainEntity", Some(person))]));
        }
        _ => {}
    }
    objects.extend(breadcrumbs(config, &frame.breadcrumbs));
    objects.into_iter().map(in_context).map(|object| embedded(&object)).collect()
}

fn in_context(object: Value) -> Value {
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), "https://schema.org".into());
    if let Value::Object(properties) = object {
        whole.extend(properties);
    }
    Value::Object(whole)
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
