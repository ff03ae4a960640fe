//! A resource that readers cannot open, or that does not say why they should.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::guide::Head;
use crate::guide::front_matter::{Resource, ResourceKind};
use crate::problem::{Code, Problem};
use crate::site::SharedResource;
use crate::source::{SourcePath, Sources, Span};

use super::place;

/// Resources without an address (a book needs none) and resources without a description, each reported once; file by file.
pub(super) fn find(resources: &BTreeMap<String, SharedResource>, heads: &BTreeMap<SourcePath, Arc<Head>>, data: &Sources) -> Vec<Problem> {
    let mut by_file: BTreeMap<&SourcePath, Vec<&SharedResource>> = BTreeMap::new();
    for shared in resources.values().filter(|it| lacks_address(&it.resource) || it.resource.about.is_none()) {
        by_file.entry(&shared.place.file).or_default().push(shared);
    }
    let in_file = |(file, incomplete): (&SourcePath, Vec<&SharedResource>)| {
        let places: Vec<_> = incomplete.iter().map(|it| &it.place).collect();
        let spans = place::all_in(heads, data, file, &places);
        incomplete.into_iter().zip(spans).flat_map(|(it, span)| missing(&it.resource, &span)).collect::<Vec<_>>()
    };
    by_file.into_par_iter().flat_map_iter(in_file).collect()
}

fn lacks_address(resource: &Resource) -> bool {
    resource.url.is_none() && resource.kind != Some(ResourceKind::Book)
}

fn missing(resource: &Resource, span: &Span) -> Vec<Problem> {
    let title = resource.title.as_deref().unwrap_or("this resource");
    let mut problems = Vec::new();
    if lacks_address(resource) {
        let problem = Problem::new(Code::ResourceWithoutAddress, span.clone(), format!("`{title}` has no address"));
        problems.push(problem.help("add `url:`, so that readers need not search"));
    }
    if resource.about.is_none() {
        let problem = Problem::new(Code::ResourceWithoutDescription, span.clone(), format!("`{title}` does not say what it is good for"));
        problems.push(problem.help("add `about:` with a sentence on what readers find there"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;

    #[test]
    fn a_resource_wants_an_address_and_a_description() {
        Project::new(
            "
            === content/plumber.md
            ---
            title: Plumber
            occupation: { name: Plumber }
            resources:
              - { title: Pipes, kind: book, about: All of them }
              - { title: Union, kind: association }
            ---
            === content/_data/resources.yaml
            code: { title: Code, kind: government }
            ",
        )
        .check(
            |site, sources| find(&site.resources, &site.given.heads, sources),
            "
            note: `Code` has no address
              --> content/_data/resources.yaml:1:16 Code
              help: add `url:`, so that readers need not search
            note: `Code` does not say what it is good for
              --> content/_data/resources.yaml:1:16 Code
              help: add `about:` with a sentence on what readers find there
            note: `Union` has no address
              --> content/plumber.md:6:14 Union
              help: add `url:`, so that readers need not search
            note: `Union` does not say what it is good for
              --> content/plumber.md:6:14 Union
              help: add `about:` with a sentence on what readers find there
            ",
        );
    }
}
