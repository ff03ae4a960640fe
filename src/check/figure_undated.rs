//! A figure without its time, so that nobody can tell whether it still holds, or of a time that has not come.

use super::subject::Subject;
use crate::fact::{Measure, Origin, Period};
use crate::problem::{Code, Problem};

/// Every fact of the front matter that says neither of which time it is nor, where it speaks of a span, from when to when.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    [without_time(subject), of_the_future(subject)].concat()
}

/// Every fact of something that is measured, which is of a time after the day that counts as today. Jobs and what an author counts may be foretold.
fn of_the_future(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, fact) in subject.figures.own.iter().filter(|(_, fact)| matches!(fact.origin, Origin::Entry { .. })) {
        let may_be_foretold = matches!(fact.topic.measure, Measure::Jobs | Measure::Count(_) | Measure::Percent(_));
        let Some(period) = fact.topic.period.filter(|_| !may_be_foretold) else { continue };
        if period.observed().first_day().is_some_and(|day| day > subject.as_of) {
            let place = subject.fact_place(name, Some(if matches!(period, Period::Over { .. }) { "from" } else { "as_of" }));
            let message = format!("the fact `{name}` is of {period}, and that lies in the future");
            problems.push(Problem::new(Code::DateInFuture, place, message).help("write the month or year that the source speaks of"));
        }
    }
    problems
}

fn without_time(subject: &Subject) -> Vec<Problem> {
    let without = subject.figures.own.iter().filter(|(name, fact)| fact.topic.period.is_none() && subject.lacks(name, &["as_of", "from", "to"]));
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
    fn a_fact_is_of_a_time_that_has_come() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 1, as_of: 2030-05 }
              this-year: { measure: pay, value: 1, as_of: 2026 }
              growth: { measure: growth, value: 1, from: 2029, to: 2039 }
              jobs: { measure: jobs, value: 1, as_of: 2034 }
            ---
            ",
            "
            error: the fact `growth` is of 2029 to 2039, and that lies in the future
              --> content/a.md:6:46 2029
              help: write the month or year that the source speaks of
            error: the fact `pay` is of 2030-05, and that lies in the future
              --> content/a.md:4:41 2030-05
              help: write the month or year that the source speaks of
            ",
        );
    }

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
