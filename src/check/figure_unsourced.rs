//! A figure that nobody stands behind.

use super::subject::Subject;
use crate::problem::{Code, Problem};

/// Every fact of the front matter without a source.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let without = subject.figures.own.iter().filter(|(name, fact)| fact.source.is_none() && subject.lacks(name, &["source"]));
    without
        .map(|(name, _)| {
            let problem = Problem::new(Code::FigureUnsourced, subject.fact_place(name, None), format!("the fact `{name}` has no source"));
            problem.help("add `source:` with an id of content/_data/sources.yaml; a figure that nobody stands behind is better left out")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_fact_wants_a_source() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 1, as_of: 2024 }
              jobs: { measure: jobs, value: 1, as_of: 2024, source: bls }
            ---
            ",
            "
            error: the fact `pay` has no source
              --> content/a.md:4:3 pay
              help: add `source:` with an id of content/_data/sources.yaml; a figure that nobody stands behind is better left out
            ",
        );
    }
}
