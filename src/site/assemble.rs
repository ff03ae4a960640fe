//! The order in which a site is put together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::publish::Published;
use super::steps::{Pages, Steps};
use super::{Inputs, Kind, Page, Section, Site, addresses, contributors, ids, names, publish, redirects, related, resources, sources, steps, tags, tree};
use crate::problem::Problem;
use crate::source::{PagePath, SourcePath};

/// The site that `inputs` make, and what is wrong between their pages.
pub fn assemble(inputs: &Inputs) -> (Site, Vec<Problem>) {
    let mut problems = Vec::new();
    let (published, held_back) = publish::publish(inputs, &mut problems);
    let addresses = addresses::assign(&published, &mut problems);
    let sections = tree::grow(&published, &held_back, &addresses, (&inputs.config.title, &inputs.config.home), &mut problems);
    let (tags, mut tags_of) = tags::gather(&published, inputs, &mut problems);
    let mut authors = ids::authors(&published, inputs, &mut problems);
    let contributors = contributors::gather(&published, &authors, &inputs.registry);
    let redirects = redirects::gather(&published, &sections, (&tags, &contributors, &inputs.config.home), &mut problems);
    problems.extend(ids::area_of_site(inputs));
    problems.extend(sources::of_the_future(inputs));
    problems.extend(published.values().flat_map(|page| ids::check(&page.head, inputs)));
    let mut gathered = resources::gather(&published, inputs, &mut problems);
    let at = Pages { inputs, published: &published, held_back: &held_back };
    let mut steps: BTreeMap<SourcePath, Steps> = published.iter().map(|(path, page)| (path.clone(), steps::resolve(&page.head, at, &mut problems))).collect();
    let mut related = related::find(&sections, &tags, &linked(&steps));
    let mut neighbours = neighbours(&sections);

    let names = names::gather(&published);
    let resources_page = published.iter().find(|(_, page)| page.kind == Kind::Resources).map(|(path, _)| path.clone());
    let mut pages = BTreeMap::new();
    for (path, Published { head, kind, address, title, nav_title }) in published {
        let section = tree::section_of(&sections, &address, &inputs.config.home);
        let (previous, next) = neighbours.remove(&path).unwrap_or_default();
        let Steps { similar, progresses_to, specialisations } = steps.remove(&path).unwrap_or_default();
        let tags = tags_of.remove(&path).unwrap_or_default();
        let authors = authors.remove(&path).unwrap_or_default();
        let resources = gathered.of_guides.remove(&path).unwrap_or_default();
        let related = related.remove(&path).unwrap_or_default();
        let page =
            Page { head, kind, address, section, title, nav_title, previous, next, tags, authors, similar, progresses_to, specialisations, resources, related };
        pages.insert(path, Arc::new(page));
    }
    let site = Site {
        given: inputs.clone(),
        pages,
        held_back,
        addresses: Arc::new(addresses),
        sections,
        tags,
        contributors,
        redirects,
        resources: gathered.shared,
        resources_page,
        names,
    };
    (site, problems)
}

/// The guides that each guide names itself.
fn linked(steps: &BTreeMap<SourcePath, Steps>) -> BTreeMap<SourcePath, BTreeSet<SourcePath>> {
    let pages = |it: &Steps| it.similar.iter().chain(&it.progresses_to).chain(&it.specialisations).filter_map(|step| step.page.clone()).collect();
    steps.iter().map(|(path, it)| (path.clone(), pages(it))).collect()
}

type Neighbours = (Option<SourcePath>, Option<SourcePath>);

fn neighbours(sections: &BTreeMap<PagePath, Section>) -> BTreeMap<SourcePath, Neighbours> {
    let mut neighbours: BTreeMap<SourcePath, Neighbours> = BTreeMap::new();
    for section in sections.values() {
        for (before, after) in section.guides.iter().zip(section.guides.iter().skip(1)) {
            neighbours.entry(before.clone()).or_default().1 = Some(after.clone());
            neighbours.entry(after.clone()).or_default().0 = Some(before.clone());
        }
    }
    neighbours
}
