//! Ids that pages write and data files define: people, sources, areas, resources.

use std::collections::BTreeMap;

use super::publish::Published;
use super::{Inputs, Kind, place};
use crate::guide::Head;
use crate::problem::{Code, Problem};
use crate::registry::{AREAS, DATASETS, INDUSTRIES, PEOPLE, Registry, SOURCES};
use crate::source::SourcePath;

/// The known ids of those who wrote each guide.
pub(super) fn authors(published: &BTreeMap<SourcePath, Published>, inputs: &Inputs, problems: &mut Vec<Problem>) -> BTreeMap<SourcePath, Vec<String>> {
    let people = &inputs.registry.people;
    let mut default = Vec::new();
    for (at, id) in inputs.config.authors.iter().enumerate() {
        if people.contains_key(id) {
            default.push(id.clone());
        } else {
            problems.extend(inputs.registry.unknown(id, inputs.config.place_or_file(&format!("authors.{at}")), PEOPLE));
        }
    }
    let mut authors = BTreeMap::new();
    for (path, page) in published {
        let head = &page.head;
        let own = head.front.authors.as_ref();
        for (at, id) in own.into_iter().flatten().enumerate().filter(|(_, id)| !people.contains_key(*id)) {
            problems.extend(inputs.registry.unknown(id, place::of(head, &["authors", &at.to_string()]), PEOPLE));
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
    registry.unknown(&inputs.config.area, place, AREAS).filter(|_| !is_known)
}

/// Ids of reviewers, areas and sources that no data file defines.
pub(super) fn check(head: &Head, inputs: &Inputs) -> Vec<Problem> {
    let registry = &*inputs.registry;
    let mut problems = Vec::new();
    let reviewer = head.front.reviewed.as_ref().and_then(|review| review.by.as_ref());
    if let Some(id) = reviewer.filter(|id| !registry.people.contains_key(*id)) {
        problems.extend(registry.unknown(id, place::of(head, &["reviewed", "by"]), PEOPLE));
    }
    let area = head.front.area.as_ref();
    if let Some(id) = area.filter(|id| **id != inputs.config.area && !registry.areas.contains_key(*id)) {
        problems.extend(registry.unknown(id, place::of(head, &["area"]), AREAS));
    }
    for (name, fact) in head.front.facts.iter().flatten() {
        for (id, field, file) in
            [(&fact.source, "source", SOURCES), (&fact.area, "area", AREAS), (&fact.industry, "industry", INDUSTRIES), (&fact.dataset, "dataset", DATASETS)]
        {
            let Some(id) = id.as_ref().filter(|id| !(registry.ids(file).contains(id) || file == AREAS && **id == inputs.config.area)) else {
                continue;
            };
            problems.extend(registry.unknown(id, place::of(head, &["facts", name, field]), file));
        }
    }
    problems.extend(two_sources(head, registry));
    for (id, way) in head.front.sources_beside_facts() {
        if !registry.sources.contains_key(id) {
            problems.extend(registry.unknown(id, place::of(head, &way.iter().map(String::as_str).collect::<Vec<_>>()), SOURCES));
        }
    }
    problems
}

/// Facts that name a source beside a dataset, which has another.
fn two_sources(head: &Head, registry: &Registry) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, fact) in head.front.facts.iter().flatten() {
        let (Some(source), Some(dataset)) = (&fact.source, &fact.dataset) else { continue };
        let Some(of_dataset) = registry.datasets.get(dataset).and_then(|it| it.source.as_ref()).filter(|it| *it != source) else { continue };
        let others: Vec<String> = registry.datasets.iter().filter(|(_, it)| it.source.as_ref() == Some(source)).map(|(id, _)| format!("`{id}`")).collect();
        let other = if others.is_empty() { String::new() } else { format!(", or name a dataset of `{source}`: {}", others.join(", ")) };
        let message = format!("the fact `{name}` has two sources: `{source}`, and `{of_dataset}` by its dataset `{dataset}`");
        let problem = Problem::new(Code::InvalidValue, place::of(head, &["facts", name, "source"]), message);
        problems.push(problem.help(format!("take `source` out: a figure has that of its dataset{other}")));
    }
    problems
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
            training: { kind: none, source: bls }
            ---
            ",
            "
            unknown-id content/a.md:5:20 no person is called `editor`
              help: did you mean `editors`? Otherwise add `editor` to content/_data/people.yaml
            unknown-id content/a.md:6:17 no person is called `nobody`
              help: add `nobody` to content/_data/people.yaml
            unknown-id content/a.md:7:35 no source is called `bls`
              help: define `bls` in a new file content/_data/sources.yaml
            unknown-id content/a.md:8:33 no source is called `bls`
              help: define `bls` in a new file content/_data/sources.yaml
            ",
        );
    }

    #[test]
    fn a_figure_of_a_dataset_has_no_other_source() {
        check_problems(
            "
            === content/_data/sources.yaml
            bls: { publisher: BLS, title: Wages }
            ep24: { publisher: BLS, title: Projections }
            === content/_data/datasets.yaml
            oews: { file: a.csv, format: oews, source: bls }
            projections: { file: b.csv, format: bls-projections, source: ep24 }
            === content/a.md
            ---
            title: A
            summary: s
            occupation: { name: A }
            facts:
              pay: { measure: pay, dataset: oews, source: ep24 }
              mean: { measure: pay, statistic: mean, dataset: oews, source: bls }
            ---
            ",
            "
            invalid-value content/a.md:6:47 the fact `pay` has two sources: `ep24`, and `bls` by its dataset `oews`
              help: take `source` out: a figure has that of its dataset, or name a dataset of `ep24`: `projections`
            ",
        );
    }
}
