//! A licence is the permission of some authority: without the place where it holds, a reader elsewhere is misled.

use crate::guide::front_matter::CredentialKind;
use crate::problem::{Code, Problem};

use super::place;
use super::subject::Subject;

/// Every licence of a published page that names no jurisdiction.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, credential) in subject.manuscript.head.front.credentials.iter().flatten().enumerate() {
        if credential.kind != Some(CredentialKind::Licence) || credential.jurisdiction.is_some() {
            continue;
        }
        let name = credential.name.as_deref().unwrap_or("licence");
        let place = place::of(&subject.manuscript.head, &["credentials", &at.to_string(), "name"]);
        let problem = Problem::new(Code::LicenceWithoutJurisdiction, place, format!("the licence `{name}` does not say where it holds"));
        problems.push(problem.help("add `jurisdiction:` with the state or country, such as `jurisdiction: California`"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_licence_needs_a_place_and_a_certification_does_not() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            credentials:
              - name: Journeyman
                kind: licence
              - { name: Welder, kind: certification }
              - { name: Master, kind: licence, jurisdiction: Texas }
            ---
            ",
            "
            warning: the licence `Journeyman` does not say where it holds
              --> content/plumber.md:4:11 Journeyman
              help: add `jurisdiction:` with the state or country, such as `jurisdiction: California`
            ",
        );
    }
}
