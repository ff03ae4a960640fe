//! Guides that a reader of a guide may want too: those with tags in common and those of the same section.
//!
//! Each guide looks at a bounded number of neighbours in each of its tags and in its section, so the work is linear
//! in guides and tags, however many guides share one tag.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

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
    linked: &BTreeMap<SourcePath, BTreeSet<SourcePath>>,
) -> BTreeMap<SourcePath, Vec<SourcePath>> {
    let guides = Guides::new(sections, tags);
    let of_section =
        |section: &Vec<usize>| section.iter().enumerate().map(|(at, guide)| (*guide, guides.related(*guide, section, at, linked))).collect::<Vec<_>>();
    let found: Vec<(usize, Vec<usize>)> = guides.sections.par_iter().flat_map_iter(of_section).collect();
    let path = |number: usize| guides.paths.get(number).map(|path| (*path).clone());
    found.into_iter().filter_map(|(guide, others)| Some((path(guide)?, others.into_iter().filter_map(path).collect()))).collect()
}

/// The guides by number: comparing numbers is cheaper than comparing paths, and they have the same order.
struct Guides<'a> {
    paths: Vec<&'a SourcePath>,
    /// The guides of each section, in its order.
    sections: Vec<Vec<usize>>,
    /// The guides of each tag, in its order.
    tags: Vec<Vec<usize>>,
    /// For each guide its tags by number, each with its place in the tag.
    tags_of: Vec<Vec<(usize, usize)>>,
}

impl<'a> Guides<'a> {
    fn new(sections: &'a BTreeMap<PagePath, Section>, tags: &'a BTreeMap<String, Tag>) -> Self {
        let mut paths: Vec<&SourcePath> = sections.values().flat_map(|section| &section.guides).collect();
        paths.sort();
        let numbers = |guides: &[SourcePath]| guides.iter().filter_map(|path| paths.binary_search(&path).ok()).collect::<Vec<_>>();
        let in_sections = sections.values().map(|section| numbers(&section.guides)).collect();
        let in_tags: Vec<Vec<usize>> = tags.values().map(|tag| numbers(&tag.guides)).collect();
        let mut tags_of = vec![Vec::new(); paths.len()];
        for (tag, guides) in in_tags.iter().enumerate() {
            for (at, guide) in guides.iter().enumerate() {
                if let Some(own) = tags_of.get_mut(*guide) {
                    own.push((tag, at));
                }
            }
        }
        Self { paths, sections: in_sections, tags: in_tags, tags_of }
    }

    fn tags_of(&self, guide: usize) -> &[(usize, usize)] {
        self.tags_of.get(guide).map_or(&[], Vec::as_slice)
    }

    /// The guides related to `guide`, which stands in `section` at `at`.
    fn related(&self, guide: usize, section: &[usize], at: usize, linked: &BTreeMap<SourcePath, BTreeSet<SourcePath>>) -> Vec<usize> {
        // Each with how far it stands from this one in the section; those of tags alone stand nowhere near.
        let mut candidates: Vec<(usize, Option<usize>)> = around(section, at).map(|(distance, other)| (other, Some(distance))).collect();
        for (tag, at) in self.tags_of(guide) {
            candidates.extend(self.tags.get(*tag).into_iter().flat_map(|guides| around(guides, *at)).map(|(_, other)| (other, None)));
        }
        // Of one guide the entry with a distance comes first.
        candidates.sort_by_key(|(other, distance)| (*other, distance.is_none(), *distance));
        candidates.dedup_by_key(|(other, _)| *other);
        let known = self.paths.get(guide).and_then(|path| linked.get(*path)).filter(|known| !known.is_empty());
        let is_known = |other: usize| known.is_some_and(|known| self.paths.get(other).is_some_and(|path| known.contains(*path)));
        let rank = |(other, distance): (usize, Option<usize>)| {
            let shared = self.tags_of(other).iter().filter(|(tag, _)| self.tags_of(guide).iter().any(|(own, _)| own == tag)).count();
            (Reverse(2 * shared + usize::from(distance.is_some())), distance.unwrap_or(usize::MAX), other)
        };
        let mut ranked: Vec<_> = candidates.into_iter().filter(|(other, _)| !is_known(*other)).map(rank).collect();
        ranked.sort_unstable();
        ranked.into_iter().take(MOST).map(|(_, _, other)| other).collect()
    }
}

/// The neighbours of the entry at `at`, each with its distance.
fn around(list: &[usize], at: usize) -> impl Iterator<Item = (usize, usize)> {
    let from = at.saturating_sub(LOOKED_AT_EACH_SIDE);
    let to = (at + LOOKED_AT_EACH_SIDE + 1).min(list.len());
    list.get(from..to).unwrap_or_default().iter().enumerate().map(move |(index, it)| ((from + index).abs_diff(at), *it)).filter(|(distance, _)| *distance > 0)
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
