//! A resource that readers cannot open, or that does not say why they should.

use crate::guide::front_matter::ResourceKind;
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::Sources;

use super::place;

/// Resources without an address (a book needs none) and resources without a description, each reported once.
pub(super) fn find(site: &Site, sources: &Sources) -> Vec<Problem> {
    let mut problems = Vec::new();
    for shared in site.resources.values() {
        let resource = &shared.resource;
        let title = resource.title.as_deref().unwrap_or("this resource");
        if resource.url.is_none() && resource.kind != Some(ResourceKind::Book) {
            let problem = Problem::new(Code::ResourceWithoutAddress, place::written(site, sources, &shared.place), format!("`{title}` has no address"));
            problems.push(problem.help("add `url:`, so that readers need not search"));
        }
        if resource.about.is_none() {
            let problem = Problem::new(
                Code::ResourceWithoutDescription,
                place::written(site, sources, &shared.place),
                format!("`{title}` does not say what it is good for"),
            );
            problems.push(problem.help("add `about:` with a sentence on what readers find there"));
        }
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
            find,
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
