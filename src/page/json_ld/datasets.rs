//! What the figures of a page are taken from, as datasets.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::object::{object, one_or_many};
use crate::fact::{Measure, Period};
use crate::figures::Figures;
use crate::page::source;
use crate::page::view::{PageView, SourceView};
use crate::page::voice::Voice;
use crate::registry::Registry;

/// The dataset of each source that notes name, each once, with all times and areas that they tell; then those of sources that only tables name at their foot.
pub(super) fn datasets(registry: &Registry, voice: &Voice, figures: &Figures, frame: &PageView) -> Option<Value> {
    let mut of_notes: Vec<(&SourceView, Coverage)> = Vec::new();
    for (source, note) in frame.notes.iter().filter_map(|note| Some((note.source.as_ref()?, note))) {
        let known = of_notes.iter().position(|(other, _)| *other == source).unwrap_or_else(|| {
            of_notes.push((source, Coverage::default()));
            of_notes.len() - 1
        });
        if let Some((_, coverage)) = of_notes.get_mut(known) {
            coverage.periods.extend(note.period_iso.clone());
            coverage.periods.extend(years_of_index(figures, &source.id));
            coverage.areas.extend(note.area.as_deref());
        }
    }
    let of_notes = of_notes.iter().map(|(source, coverage)| dataset(voice, source, coverage));
    one_or_many(of_notes.chain(of_tables(registry, voice, figures, frame)).collect())
}

/// What the figures of a source speak of, in the order of time and of the alphabet.
#[derive(Default)]
struct Coverage<'a> {
    periods: BTreeSet<String>,
    areas: BTreeSet<&'a str>,
}

/// Those of sources without a note, in the order of their ids; with time and area where all their figures have one.
fn of_tables(registry: &Registry, voice: &Voice, figures: &Figures, frame: &PageView) -> Vec<Value> {
    let has_note = |id: &str| frame.notes.iter().filter_map(|note| note.source.as_ref()).any(|source| source.id == id);
    let mut sources: BTreeMap<&str, (BTreeSet<String>, BTreeSet<&str>)> = BTreeMap::new();
    for fact in figures.shown() {
        let Some(id) = fact.source.as_deref().filter(|id| !has_note(id)) else { continue };
        let (periods, areas) = sources.entry(id).or_default();
        periods.extend(fact.topic.period.map(Period::iso));
        areas.extend(fact.topic.area.as_deref());
    }
    let one = |(id, (periods, areas)): (&str, (BTreeSet<String>, BTreeSet<&str>))| {
        let of_index = years_of_index(figures, id);
        let periods = if of_index.is_empty() { only(periods) } else { of_index };
        let coverage = Coverage { periods, areas: only(areas).into_iter().map(|id| registry.area_name(id)).collect() };
        Some(dataset(voice, &source::view(voice, registry, id)?, &coverage))
    };
    sources.into_iter().filter_map(one).collect()
}

/// The times of which a page takes price indices from a source: each of them counts, as pay of that time is told in the prices of the last.
fn years_of_index(figures: &Figures, source: &str) -> BTreeSet<String> {
    let of_index = figures.shown().filter(|fact| fact.topic.measure == Measure::PriceIndex && fact.source.as_deref() == Some(source));
    of_index.filter_map(|fact| fact.topic.period.map(Period::iso)).collect()
}

/// The name, if there is but one.
fn only<T: Ord>(names: BTreeSet<T>) -> BTreeSet<T> {
    if names.len() == 1 { names } else { BTreeSet::new() }
}

fn dataset(voice: &Voice, source: &SourceView, coverage: &Coverage) -> Value {
    let periods = one_or_many(coverage.periods.iter().map(|period| Value::from(period.as_str())).collect());
    let areas = one_or_many(coverage.areas.iter().map(|area| Value::from(*area)).collect());
    let edition = source.edition.as_ref().map(|edition| format!(", {edition}")).unwrap_or_default();
    object(
        "Dataset",
        [
            ("name", Some(format!("{}{edition}", source.title).into())),
            ("description", Some(voice.words.dataset_description.with(&[("publisher", &source.publisher)]).into())),
            ("creator", Some(object("Organization", [("name", Some(source.publisher.as_str().into()))]))),
            ("temporalCoverage", periods),
            ("spatialCoverage", areas),
            ("license", source.licence_url.as_deref().map(Value::from)),
            ("url", source.url.as_deref().map(Value::from)),
        ],
    )
}
