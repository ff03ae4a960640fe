//! A zero, or less, in the place of a mark: what a publisher does not tell is not nothing.

use super::subject::Subject;
use crate::dataset::Format;
use crate::fact::{Decimal, Measure, Origin};
use crate::problem::{Code, Problem};

/// Every fact of the front matter that gives 0 for pay, jobs, openings or hours, none of which is ever published as 0.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let is_never_zero =
        |measure: &Measure| matches!(measure, Measure::Pay(..) | Measure::Jobs | Measure::Openings | Measure::HoursPerWeek | Measure::PriceIndex);
    let zeros = subject.figures.own.iter().filter(|(_, fact)| is_never_zero(&fact.topic.measure) && fact.value().exact().is_some_and(Decimal::is_zero));
    let in_datasets = subject.figures.shown().filter_map(|fact| {
        let number = fact.value().exact().filter(|number| is_never_zero(&fact.topic.measure) && (number.is_zero() || number.is_negative()))?;
        let Origin::Dataset { id, place } = &fact.origin else { return None };
        let message = format!("{} of {number} in the dataset `{id}`, and this page shows it", fact.topic.measure);
        let problem = Problem::new(Code::MarkAsNumber, subject.figure_place(|it| it.origin == fact.origin), message).also(place.span.clone(), "here");
        // Only tables with columns of their own have marks of their own.
        let has_marks = subject.registry.datasets.get(id).is_some_and(|declared| declared.format == Some(Format::Table));
        Some(problem.help(if has_marks {
            format!("if the cell means that nothing is told, give the dataset `marks: {{ \"{number}\": not-available }}`")
        } else {
            "take the file anew from its publisher, or correct the cell: where nothing is told, these files have `*`, `**` or nothing".to_owned()
        }))
    });
    zeros
        .map(|(name, fact)| {
            let message = format!("{} of 0: a source that tells nothing has a mark, not a zero", fact.topic.measure);
            let problem = Problem::new(Code::MarkAsNumber, subject.fact_place(name, Some("value")), message);
            problem.help("write `mark: suppressed`, `mark: not-available`, `mark: not-applicable` or `mark: below-threshold` instead of `value`")
        })
        .chain(in_datasets)
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn nobody_earns_nothing() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 0, as_of: 2024-05 }
              jobs: { measure: jobs, mark: suppressed, as_of: 2024 }
              growth: { measure: growth, value: 0, from: 2024, to: 2034 }
            ---
            ",
            "
            error: median pay a year of 0: a source that tells nothing has a mark, not a zero
              --> content/a.md:4:31 0
              help: write `mark: suppressed`, `mark: not-available`, `mark: not-applicable` or `mark: below-threshold` instead of `value`
            ",
        );
    }
}
