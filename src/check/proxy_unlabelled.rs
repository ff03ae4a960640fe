//! Figures of another occupation that a guide shows as its own.

use super::subject::Subject;
use crate::problem::{Code, Problem};

/// Every fact of the front matter that is of another occupation, in a guide that does not say why (`occupation.proxy_for`).
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let occupation = subject.manuscript.head.front.occupation.as_ref();
    let says_why = occupation.and_then(|it| it.proxy_for.as_ref()).is_some_and(|why| !why.trim().is_empty());
    if !subject.is_guide() || says_why {
        return Vec::new();
    }
    let own = occupation.and_then(|it| it.soc.as_ref());
    let of_others = subject.figures.own.iter().filter(|(_, fact)| fact.topic.occupation.is_some() && fact.topic.occupation.as_ref() != own);
    of_others
        .map(|(name, fact)| {
            let code = fact.topic.occupation.as_deref().unwrap_or_default();
            let message = format!("the fact `{name}` is of the occupation {code}, not of this guide's");
            let problem = Problem::new(Code::ProxyUnlabelled, subject.fact_place(name, Some("occupation")), message);
            problem.help("say under `occupation` why it stands for this one: `proxy_for: ...`; readers are told")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_of_another_occupation_wants_a_reason() {
        let guide = |why: &str| {
            format!(
                "\n=== content/a.md\n---\ntitle: A\noccupation: {{ name: A, soc: '29-2099'{why} }}\nfacts:\n  pay: {{ measure: pay, value: 1, occupation: '29-2071' }}\n  jobs: {{ measure: jobs, value: 1 }}\n---\n"
            )
        };
        crate::check::fixture::check_problems(
            super::find,
            &guide(""),
            "
            warning: the fact `pay` is of the occupation 29-2071, not of this guide's
              --> content/a.md:5:46 '29-2071'
              help: say under `occupation` why it stands for this one: `proxy_for: ...`; readers are told
            ",
        );
        crate::check::fixture::check_problems(super::find, &guide(", proxy_for: It has none of its own"), "");
    }
}
