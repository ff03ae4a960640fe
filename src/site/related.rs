//! Guides that a reader of a guide may want too: those with tags in common and those of the same section.
//!
//! Each guide looks at a bounded number of neighbours in each of its tags and in its section, so the work is linear
//! in guides and tags, however many guides share one tag.

use std::collections::{BTreeMap, BTreeSet};

use super::{Section, Tag};
use crate::source::{PagePath, SourcePath};

const MOST: usize = 5;
const LOOKED_AT_EACH_SIDE: usize = 12;

/// The related guides of every guide, the nearest first.
///
/// `linked` are the guides that a guide names itself; they are not repeated.
pub(super) fn find(
    sections: &BTreeMap<PagePath, Section>,
    tags: &BTreeMap<String, Tag>,
    tags_of: &BTreeMap<SourcePath, Vec<String>>,
    linked: &BTreeMap<SourcePath, BTreeSet<SourcePath>>,
) -> BTreeMap<SourcePath, Vec<SourcePath>> {
    let places = places(tags);
    let mut related = BTreeMap::new();
    for section in sections.values() {
        for (at, guide) in section.guides.iter().enumerate() {
            let own: BTreeSet<&String> = tags_of.get(guide).into_iter().flatten().collect();
            // By guide: whether it stands in the same section, and how far from this one.
            let mut candidates: BTreeMap<&SourcePath, (bool, usize)> = BTreeMap::new();
            for (distance, other) in around(&section.guides, at) {
                candidates.insert(other, (true, distance));
            }
            for slug in &own {
                let (Some(tag), Some(at)) = (tags.get(*slug), places.get(&(slug.as_str(), guide))) else { continue };
                for (_, other) in around(&tag.guides, *at) {
                    candidates.entry(other).or_insert((false, usize::MAX));
                }
            }
            let known = linked.get(guide);
            let mut ranked: Vec<_> = candidates
                .into_iter()
                .filter(|(other, _)| known.is_none_or(|known| !known.contains(*other)))
                .map(|(other, (same_section, distance))| {
                    let shared = tags_of.get(other).into_iter().flatten().filter(|slug| own.contains(slug)).count();
                    (std::cmp::Reverse(2 * shared + usize::from(same_section)), distance, other)
                })
                .collect();
            ranked.sort();
            related.insert(guide.clone(), ranked.into_iter().take(MOST).map(|(_, _, other)| other.clone()).collect());
        }
    }
    related
}

/// Where each guide stands in the list of each of its tags.
fn places(tags: &BTreeMap<String, Tag>) -> BTreeMap<(&str, &SourcePath), usize> {
    tags.iter().flat_map(|(slug, tag)| tag.guides.iter().enumerate().map(move |(at, guide)| ((slug.as_str(), guide), at))).collect()
}

/// The neighbours of the entry at `at`, each with its distance.
fn around(list: &[SourcePath], at: usize) -> impl Iterator<Item = (usize, &SourcePath)> {
    let from = at.saturating_sub(LOOKED_AT_EACH_SIDE);
    let to = (at + LOOKED_AT_EACH_SIDE + 1).min(list.len());
    list.get(from..to).unwrap_or_default().iter().enumerate().map(move |(index, it)| ((from + index).abs_diff(at), it)).filter(|(distance, _)| *distance > 0)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::site::fixture::check_site;

    #[test]
    fn shared_tags_weigh_more_than_the_section_and_at_most_five_are_named() {
        let mut project = String::from("=== content/x/_index.md\n---\ntitle: X\n---\n=== content/y/_index.md\n---\ntitle: Y\n---\n");
        for (name, tags) in
            [("x/a", "[night, ward]"), ("x/b", "[]"), ("x/c", "[night]"), ("x/d", "[]"), ("x/e", "[]"), ("x/f", "[]"), ("y/g", "[ward, night]"), ("y/h", "[]")]
        {
            writeln!(project, "=== content/{name}.md\n---\ntitle: {name}\nsummary: s\noccupation: {{ name: {name} }}\ntags: {tags}\n---").unwrap();
        }
        check_site(
            &project,
            |site| site.pages.values().find(|page| page.title == "x/a").unwrap().related.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            "content/y/g.md content/x/c.md content/x/b.md content/x/d.md content/x/e.md",
        );
    }
}
