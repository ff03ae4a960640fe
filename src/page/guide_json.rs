//! `guide.json` beside each guide: what it is about, and every figure that it shows, for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::absolute::absolute;
use super::fact_json::{self, FactObject};
use super::given::Given;
use super::source;
use super::view::{PageView, SourceView};
use crate::day::Day;
use crate::output::OutputPath;
use crate::site::Page;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    title: &'a str,
    url: String,
    language: &'a str,
    summary: Option<&'a str>,
    occupation: Option<Occupation<'a>>,
    published: Option<Day>,
    updated: Option<Day>,
    reviewed: Option<Day>,
    facts: Vec<FactObject<'a>>,
    sources: BTreeMap<&'a str, SourceView>,
}

#[derive(Serialize)]
struct Occupation<'a> {
    name: Option<&'a str>,
    soc: Option<&'a str>,
}

/// Where it lies, and its bytes; `None` if the page's address cannot hold a file.
pub(super) fn file(given: &Given, page: &Page, frame: &PageView) -> Option<(OutputPath, Vec<u8>)> {
    let path = OutputPath::new(&format!("{}guide.json", page.address)).ok()?;
    let (config, registry) = (&given.shared.config, &given.shared.registry);
    let front = &page.head.front;
    let mut sources: BTreeMap<&str, SourceView> = frame.notes.iter().filter_map(|note| note.source.as_ref()).map(|it| (it.id.as_str(), it.clone())).collect();
    for id in given.figures.shown().filter_map(|fact| fact.source.as_deref()) {
        if !sources.contains_key(id) {
            sources.extend(source::view(&given.voice, registry, id).map(|view| (id, view)));
        }
    }
    let document = Document {
        version: fact_json::VERSION,
        title: &page.title,
        url: absolute(&config.base_url, page.address.as_str()),
        language: &frame.language,
        summary: front.summary.as_deref(),
        occupation: front.occupation.as_ref().map(|it| Occupation { name: it.name.as_deref(), soc: it.soc.as_deref() }),
        published: front.published,
        updated: front.updated,
        reviewed: front.reviewed.as_ref().and_then(|it| it.on),
        facts: given.figures.shown().map(|fact| fact_json::fact(fact, registry)).collect(),
        sources,
    };
    Some((path, fact_json::text(&document)))
}
