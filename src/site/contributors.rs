//! Who wrote and who reviewed the guides: each has a page.

use std::collections::BTreeMap;

use super::publish::Published;
use super::{Kind, collation};
use crate::registry::Registry;
use crate::source::SourcePath;

/// Somebody who wrote or reviewed published guides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contributor {
    /// The guides that they wrote, by title.
    pub guides: Vec<SourcePath>,
    /// The guides that they reviewed, by title.
    pub reviewed: Vec<SourcePath>,
}

/// Everybody by the id of `_data/people.yaml`.
pub(super) fn gather(
    published: &BTreeMap<SourcePath, Published>,
    authors: &BTreeMap<SourcePath, Vec<String>>,
    registry: &Registry,
) -> BTreeMap<String, Contributor> {
    let mut all: BTreeMap<String, Contributor> = BTreeMap::new();
    let mut guides: Vec<(&SourcePath, &Published)> = published.iter().filter(|(_, page)| page.kind == Kind::Guide).collect();
    guides.sort_by_cached_key(|(path, page)| (collation::key(&page.title), (*path).clone()));
    for (path, page) in guides {
        for id in authors.get(path).into_iter().flatten() {
            all.entry(id.clone()).or_default().guides.push(path.clone());
        }
        if let Some(id) = page.head.front.reviewed.as_ref().and_then(|it| it.by.as_ref()) {
            all.entry(id.clone()).or_default().reviewed.push(path.clone());
        }
    }
    all.retain(|id, _| registry.people.contains_key(id));
    all
}
