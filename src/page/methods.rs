//! Sources and methods: every publication that the site takes figures from, with the pages that use it, and the credits that
//! licences ask for.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::credit;
use super::view::{LinkView, SourceUse, SourcesView};
use super::voice::Voice;
use super::{card, source};
use crate::figures::OfSite;
use crate::site::{Page, Site};
use crate::source::SourcePath;

/// What the page shows: the sources in the order of their ids.
pub(super) fn view(site: &Site, voice: &Voice, figures: &OfSite) -> SourcesView {
    let registry = &site.given.registry;
    let mut used: BTreeMap<&str, Used> = BTreeMap::new();
    for (path, figures) in figures {
        for fact in figures.shown() {
            let Some(id) = &fact.source else { continue };
            let used = used.entry(id).or_default();
            used.figures += 1;
            used.pages.insert(path);
            used.periods.extend(fact.topic.period.map(|period| voice.period(period)));
        }
        for id in &figures.sources {
            used.entry(id).or_default().pages.insert(path);
        }
    }
    let link = |path: &&SourcePath| site.pages.get(*path).map(|page: &std::sync::Arc<Page>| card::link(&page.title, &page.address));
    let mut entry = |id: &String| {
        let used = used.remove(id.as_str()).unwrap_or_default();
        let pages: Vec<LinkView> = used.pages.iter().filter_map(link).collect();
        let note = registry.sources.get(id).and_then(|it| it.note.clone());
        let credit = registry.sources.get(id).and_then(|it| credit(&voice.words, it));
        Some(SourceUse { source: source::view(voice, registry, id)?, note, credit, figures: used.figures, periods: used.periods.into_iter().collect(), pages })
    };
    SourcesView { sources: registry.sources.keys().filter_map(&mut entry).collect() }
}

/// What the site takes from a source.
#[derive(Default)]
struct Used<'a> {
    figures: usize,
    pages: BTreeSet<&'a SourcePath>,
    periods: BTreeSet<String>,
}
