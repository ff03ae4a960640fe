//! Publications that a page's figures come from.

use std::collections::BTreeSet;

use super::view::SourceView;
use super::voice::Voice;
use super::words;
use crate::fact::Period;
use crate::registry::Registry;

/// The publication with this id, if the data files define it.
pub(super) fn view(voice: &Voice, registry: &Registry, id: &str) -> Option<SourceView> {
    let source = registry.sources.get(id)?;
    // "May 2024 estimates (figures for May 2024)", or a title followed by its own edition, says a thing twice.
    let title = source.title.clone().unwrap_or_default();
    let edition = source.edition.clone().filter(|edition| !title.contains(edition.as_str()));
    let period = source.period.as_ref().map(|period| period.parse().map_or_else(|_| period.clone(), |date| voice.period(Period::At(date))));
    let is_said = |period: &&String| edition.as_ref().is_some_and(|edition| edition.contains(period.as_str()));
    let period_beside_edition = period.clone().filter(|said| ![Some(said), source.period.as_ref()].into_iter().flatten().any(|it| is_said(&it)));
    Some(SourceView {
        id: id.to_owned(),
        publisher: source.publisher.clone().unwrap_or_default(),
        title,
        edition,
        period,
        period_iso: source.period.clone(),
        period_beside_edition,
        url: source.url.clone(),
        licence: source.licence.as_deref().map(|licence| words::licence(&voice.words, licence).to_owned()),
        licence_url: source.licence.as_deref().and_then(words::licence_url).map(str::to_owned),
        retrieved: source.retrieved.map(|it| voice.day(it)),
    })
}

/// The publications with these ids, each once, in the order of their first use.
pub(super) fn each_once<'i>(voice: &Voice, registry: &Registry, ids: impl IntoIterator<Item = &'i str>) -> Vec<SourceView> {
    let mut seen = BTreeSet::new();
    ids.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| view(voice, registry, id)).collect()
}
