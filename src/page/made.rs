//! Where the pages stand that Guidepost makes in each language, without the part of the address that says the language.

use std::collections::BTreeSet;

use super::navigation::{AUTHORS_PATH, INDEX_PATH, LEDGER_PATH, SOURCES_PATH, TAGS_PATH};
use crate::site::Site;
use crate::source::PagePath;

/// The A–Z, sources, figures, tags and people of the language that `site` is in; `shows_figures` says whether it has a ledger.
pub(super) fn lists(site: &Site, shows_figures: bool) -> Vec<PagePath> {
    let of = |path: &str| PagePath::from_text(path);
    let below = |folder: &'static str| move |name: &String| PagePath::from_text(&format!("{folder}{name}"));
    let mut lists = vec![of(INDEX_PATH)];
    lists.extend((!site.given.registry.sources.is_empty()).then(|| of(SOURCES_PATH)));
    lists.extend(shows_figures.then(|| of(LEDGER_PATH)));
    lists.extend((!site.tags.is_empty()).then(|| of(TAGS_PATH)));
    lists.extend(site.tags.keys().map(below(TAGS_PATH)));
    lists.extend(site.contributors.keys().map(below(AUTHORS_PATH)));
    lists
}

/// The same with the home page and the sections, of which those have no author whose folder has no `_index.md`.
pub fn made(site: &Site, shows_figures: bool) -> BTreeSet<PagePath> {
    let home = site.given.config.home.as_str();
    let sections = site.sections.keys().filter_map(|it| it.as_str().strip_prefix(home)).map(PagePath::from_text);
    sections.chain(lists(site, shows_figures)).collect()
}
