//! Publications that a page's figures come from.

use std::collections::BTreeSet;

use super::view::SourceView;
use super::{card, words};
use crate::registry::Registry;

/// The publication with this id, if the data files define it.
pub(super) fn view(registry: &Registry, id: &str) -> Option<SourceView> {
    let source = registry.sources.get(id)?;
    let title = source.title.clone().unwrap_or_default();
    let (edition, period) = said_once(&title, source.edition.as_deref(), source.period.as_deref());
    Some(SourceView {
        id: id.to_owned(),
        publisher: source.publisher.clone().unwrap_or_default(),
        title,
        edition,
        period,
        url: source.url.clone(),
        licence: source.licence.as_deref().map(|licence| words::licence(licence).to_owned()),
        retrieved: source.retrieved.map(card::day),
    })
}

/// The publications with these ids, each once, in the order of their first use.
pub(super) fn each_once<'i>(registry: &Registry, ids: impl IntoIterator<Item = &'i str>) -> Vec<SourceView> {
    let mut seen = BTreeSet::new();
    ids.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| view(registry, id)).collect()
}

/// The edition and the period, each unless what stands before it says it already, as in
/// "O*NET 29.3 Database, 29.3" or "May 2024 estimates (figures for May 2024)".
fn said_once(title: &str, edition: Option<&str>, period: Option<&str>) -> (Option<String>, Option<String>) {
    let is_new = |text: &&str, before: &str| !before.contains(*text);
    let shown = edition.filter(|edition| is_new(edition, title));
    let period = period.filter(|period| is_new(period, title) && is_new(period, edition.unwrap_or_default()));
    (shown.map(str::to_owned), period.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_names_its_edition_and_period_once() {
        let shown = |title, edition, period| said_once(title, Some(edition), Some(period));
        assert_eq!(shown("O*NET 29.3 Database", "29.3", "May 2025"), (None, Some("May 2025".to_owned())));
        assert_eq!(shown("OEWS", "May 2024 estimates", "May 2024"), (Some("May 2024 estimates".to_owned()), None));
        assert_eq!(shown("Projections", "2024–34", "2024 to 2034"), (Some("2024–34".to_owned()), Some("2024 to 2034".to_owned())));
    }
}
