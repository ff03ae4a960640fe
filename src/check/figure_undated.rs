//! A figure without its time: nobody can tell whether it still holds.

use super::subject::Subject;
use crate::problem::{Code, Problem};

/// Every fact of the front matter that says neither of which time it is nor, where it speaks of a span, from when to when.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let without = subject.figures.own.iter().filter(|(_, fact)| fact.topic.period.is_none());
    without
        .map(|(name, fact)| {
            let place = subject.fact_place(name, None);
            if fact.topic.measure.is_of_span() {
                let problem = Problem::new(Code::GrowthWithoutPeriod, place, format!("the fact `{name}` does not say of which years it speaks"));
                problem.help("add `from: 2024` and `to: 2034`, as the source does: the same percent means other things in other decades")
            } else {
                let problem = Problem::new(Code::FigureUndated, place, format!("the fact `{name}` does not say of which time it is"));
                problem.help("add `as_of:` with the month or year that the source speaks of, such as `2024-05`; that is not the day when it was published")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_fact_wants_its_time() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 1 }
              growth: { measure: growth, value: 1 }
              jobs: { measure: jobs, value: 1, as_of: 2024 }
            ---
            ",
            "
            error: the fact `growth` does not say of which years it speaks
              --> content/a.md:5:3 growth
              help: add `from: 2024` and `to: 2034`, as the source does: the same percent means other things in other decades
            error: the fact `pay` does not say of which time it is
              --> content/a.md:4:3 pay
              help: add `as_of:` with the month or year that the source speaks of, such as `2024-05`; that is not the day when it was published
            ",
        );
    }
}
