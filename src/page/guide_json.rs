//! `guide.json` beside each guide: what it is about, and every figure that it shows, for programs.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::absolute::absolute;
use super::fact_json;
use super::given::Given;
use super::source;
use super::view::PageView;
use crate::output::OutputPath;
use crate::site::Page;

/// Where it lies, and its bytes; `None` if the page's address cannot hold a file.
pub(super) fn file(given: &Given, page: &Page, frame: &PageView) -> Option<(OutputPath, Vec<u8>)> {
    let path = OutputPath::new(&format!("{}guide.json", page.address)).ok()?;
    let (config, registry) = (&given.shared.config, &given.shared.registry);
    let front = &page.head.front;
    let day = |day: Option<crate::day::Day>| day.map(|it| it.to_string());
    let occupation = front.occupation.as_ref().map(|it| json!({ "name": it.name, "soc": it.soc }));
    let facts: Vec<Value> = given.figures.shown().map(|fact| fact_json::fact(fact, registry)).collect();
    let of_notes = frame.notes.iter().filter_map(|note| note.source.as_ref()).map(|it| (it.id.as_str(), json!(it)));
    let of_facts = given.figures.shown().filter_map(|fact| fact.source.as_deref()).filter_map(|id| Some((id, json!(source::view(registry, id)?))));
    let sources: BTreeMap<&str, Value> = of_facts.chain(of_notes).collect();
    let document = json!({
        "version": fact_json::VERSION,
        "title": page.title,
        "url": absolute(&config.base_url, page.address.as_str()),
        "language": frame.language,
        "summary": front.summary,
        "occupation": occupation,
        "published": day(front.published),
        "updated": day(front.updated),
        "reviewed": day(front.reviewed.as_ref().and_then(|it| it.on)),
        "facts": facts,
        "sources": sources,
    });
    let mut text = serde_json::to_vec_pretty(&document).unwrap_or_default();
    text.push(b'\n');
    Some((path, text))
}
