//! What the figures of a page are taken from, as datasets.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::object::{object, one_or_many};
use crate::figures::Figures;
use crate::page::source;
use crate::page::view::{NoteView, PageView, SourceView};
use crate::registry::Registry;

/// The dataset of each note that names a source, each once; then those of sources that only tables name at their foot.
pub(super) fn datasets(registry: &Registry, figures: &Figures, frame: &PageView) -> Option<Value> {
    let of_note = |note: &NoteView| Some(dataset(note.source.as_ref()?, note.period_iso.as_deref(), note.area.as_deref()));
    let mut found: Vec<Value> = Vec::new();
    for dataset in frame.notes.iter().filter_map(of_note).chain(of_tables(registry, figures, frame)) {
        if !found.contains(&dataset) {
            found.push(dataset);
        }
    }
    one_or_many(found)
}

/// Those of sources without a note, in the order of their ids; with time and area where all their figures have one.
fn of_tables(registry: &Registry, figures: &Figures, frame: &PageView) -> Vec<Value> {
    let has_note = |id: &str| frame.notes.iter().filter_map(|note| note.source.as_ref()).any(|source| source.id == id);
    let mut sources: BTreeMap<&str, (BTreeSet<String>, BTreeSet<&str>)> = BTreeMap::new();
    for fact in figures.shown() {
        let Some(id) = fact.source.as_deref().filter(|id| !has_note(id)) else { continue };
        let (periods, areas) = sources.entry(id).or_default();
        periods.extend(fact.topic.period.map(crate::fact::Period::iso));
        areas.extend(fact.topic.area.as_deref());
    }
    let one = |(id, (periods, areas)): (&str, (BTreeSet<String>, BTreeSet<&str>))| {
        let period = periods.first().filter(|_| periods.len() == 1);
        let area = areas.first().filter(|_| areas.len() == 1).map(|id| registry.area_name(id));
        Some(dataset(&source::view(registry, id)?, period.map(String::as_str), area))
    };
    sources.into_iter().filter_map(one).collect()
}

fn dataset(source: &SourceView, period: Option<&str>, area: Option<&str>) -> Value {
    let edition = source.edition.as_ref().map(|edition| format!(", {edition}")).unwrap_or_default();
    object(
        "Dataset",
        [
            ("name", Some(format!("{}{edition}", source.title).into())),
            ("description", Some(format!("{} by {}: what the figures of this page are taken from.", source.title, source.publisher).into())),
            ("creator", Some(object("Organization", [("name", Some(source.publisher.as_str().into()))]))),
            ("temporalCoverage", period.map(Value::from)),
            ("spatialCoverage", area.map(Value::from)),
            ("license", source.licence_url.as_deref().map(Value::from)),
            ("url", source.url.as_deref().map(Value::from)),
        ],
    )
}
