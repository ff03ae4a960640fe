//! A resource that readers cannot open, or that does not say why they should.

use crate::guide::front_matter::ResourceKind;
use crate::problem::{Code, Problem};
use crate::site::Site;

/// Resources without an address (a book needs none) and resources without a description, each reported once.
pub(super) fn find(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    for shared in site.resources.values() {
        let resource = &shared.resource;
        let title = resource.title.as_deref().unwrap_or("this resource");
        if resource.url.is_none() && resource.kind != Some(ResourceKind::Book) {
            let problem = Problem::new(Code::ResourceWithoutAddress, shared.place.span(&site.given), format!("`{title}` has no address"));
            problems.push(problem.help("add `url:`, so that readers need not search"));
        }
        if resource.about.is_none() {
            let problem = Problem::new(Code::ResourceWithoutDescription, shared.place.span(&site.given), format!("`{title}` does not say what it is good for"));
            problems.push(problem.help("add `about:` with a sentence on what readers find there"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_resource_wants_an_address_and_a_description() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            occupation: { name: Plumber }
            resources:
              - { title: Pipes, kind: book, about: All of them }
              - { title: Union, kind: association }
            ---
            ",
            "
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
