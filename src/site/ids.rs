//! Ids that pages write and data files define: people, sources, areas, resources.

use std::collections::BTreeMap;

use super::publish::Published;
use super::{Inputs, Kind, place};
use crate::guide::Head;
use crate::problem::Problem;
use crate::registry::{AREAS, DATASETS, INDUSTRIES, PEOPLE, SOURCES};
use crate::source::SourcePath;
use crate::yaml::Named;

/// The known ids of those who wrote each guide.
pub(super) fn authors(published: &BTreeMap<SourcePath, Published>, inputs: &Inputs, problems: &mut Vec<Problem>) -> BTreeMap<SourcePath, Vec<String>> {
    let people = &inputs.registry.people;
    let mut default = Vec::new();
    for (at, id) in inputs.config.authors.iter().enumerate() {
        if people.contains_key(id) {
            default.push(id.clone());
        } else {
            problems.push(inputs.registry.unknown(id, inputs.config.place_or_file(&format!("authors.{at}")), PEOPLE));
        }
    }
    let mut authors = BTreeMap::new();
    for (path, page) in published {
        let head = &page.head;
        let own = head.front.authors.as_ref();
        for (at, id) in own.into_iter().flatten().enumerate().filter(|(_, id)| !people.contains_key(*id)) {
            problems.push(inputs.registry.unknown(id, place::of(head, &["authors", &at.to_string()]), PEOPLE));
        }
        let ids = own.map_or_else(|| default.clone(), |own| own.iter().filter(|id| people.contains_key(*id)).cloned().collect());
        if page.kind == Kind::Guide {
            authors.insert(path.clone(), ids);
        }
    }
    authors
}

/// The area of the settings, if the data files define areas and this is none of them.
pub(super) fn area_of_site(inputs: &Inputs) -> Option<Problem> {
    let registry = &*inputs.registry;
    let place = inputs.config.place("area")?;
    let is_known = !registry.files.contains_key(AREAS.name) || registry.areas.contains_key(&inputs.config.area);
    (!is_known).then(|| registry.unknown(&inputs.config.area, place, AREAS))
}

/// Ids of reviewers, areas and sources that no data file defines.
pub(super) fn check(head: &Head, inputs: &Inputs) -> Vec<Problem> {
    let registry = &*inputs.registry;
    let mut problems = Vec::new();
    let reviewer = head.front.reviewed.as_ref().and_then(|review| review.by.as_ref());
    if let Some(id) = reviewer.filter(|id| !registry.people.contains_key(*id)) {
        problems.push(registry.unknown(id, place::of(head, &["reviewed", "by"]), PEOPLE));
    }
    let area = head.front.area.as_ref();
    if let Some(id) = area.filter(|id| **id != inputs.config.area && !registry.areas.contains_key(*id)) {
        problems.push(registry.unknown(id, place::of(head, &["area"]), AREAS));
    }
    for (name, fact) in head.front.facts.iter().flatten() {
        for (id, field, file) in
            [(&fact.source, "source", SOURCES), (&fact.area, "area", AREAS), (&fact.industry, "industry", INDUSTRIES), (&fact.dataset, "dataset", DATASETS)]
        {
            let Some(id) = id.as_ref().filter(|id| !(registry.ids(file).contains(id) || file == AREAS && **id == inputs.config.area)) else {
                continue;
            };
            problems.push(registry.unknown(id, place::of(head, &["facts", name, field]), file));
        }
    }
    for (id, way) in sources_named_by(head) {
        if !registry.sources.contains_key(id) {
            problems.push(registry.unknown(id, place::of(head, &way.iter().map(String::as_str).collect::<Vec<_>>()), SOURCES));
        }
    }
    problems
}

/// The sources that the front matter names, each with the way to its name: the place is looked up only if it is unknown.
fn sources_named_by(head: &Head) -> Vec<(&str, Vec<String>)> {
    let way = |path: &[&str]| path.iter().map(|&it| it.to_owned()).collect();
    let mut named = Vec::new();
    if let Some(id) = head.front.education.as_ref().and_then(|it| it.source.as_deref()) {
        named.push((id, way(&["education", "source"])));
    }
    for (at, skill) in head.front.skills.iter().flatten().enumerate() {
        if let Named::Full(skill) = skill
            && let Some(id) = &skill.source
        {
            named.push((id, way(&["skills", &at.to_string(), "source"])));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::check_problems;

    #[test]
    fn an_unknown_id_says_which_file_it_belongs_in() {
        check_problems(
            "
            === content/_data/people.yaml
            editors: { name: The editors }
            === content/a.md
            ---
            title: A
            summary: s
            occupation: { name: A }
            authors: [editors, editor]
            reviewed: { by: nobody, on: 2026-01-01 }
            education: { entry: none, source: bls }
            ---
            ",
            "
            unknown-id content/a.md:5:20 no person is called `editor`
              help: did you mean `editors`? Otherwise add `editor` to content/_data/people.yaml
            unknown-id content/a.md:6:17 no person is called `nobody`
              help: add `nobody` to content/_data/people.yaml
            unknown-id content/a.md:7:35 no source is called `bls`
              help: define `bls` in a new file content/_data/sources.yaml
            ",
        );
    }
}
