//! Pay by the hour that was made from pay by the year, or the reverse, where the source has only the one: nobody earns the other.
//! Actors are paid by the hour they act, and teachers by the year.

use super::hourly_annual_mismatch::{HOURS, ROUNDING};
use super::subject::Subject;
use crate::fact::{Basis, Decimal, Fact, Measure, Quality, Topic, Value};
use crate::problem::{Code, Problem};

/// Every fact of the front matter that is 2,080 hours of another one of the page, or the reverse, and that its source does not publish: it says
/// itself that it is derived, or the source's file has a mark there.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let invented = subject.figures.own.iter().filter_map(|(name, fact)| Some((name, fact, made_from(subject, name, fact)?)));
    invented
        .map(|(name, fact, other)| {
            let value = |fact: &Fact| subject.locale().value(fact.value(), fact.basis());
            let [here, there] = [fact, other].map(|fact| fact.basis().map_or_else(String::new, |basis| basis.to_string()));
            let message = format!("{} {here} is made from {} {there}: the source has only that", value(fact), value(other));
            let problem = Problem::new(Code::InventedConversion, subject.fact_place(name, Some("value")), message);
            problem.help(format!("take the fact `{name}` out, and print the pay {there}"))
        })
        .collect()
}

/// The fact that `fact` was made from, if it was.
pub(super) fn made_from<'s>(subject: &'s Subject, name: &str, fact: &Fact) -> Option<&'s Fact> {
    let Measure::Pay(statistic, basis) = fact.topic.measure else { return None };
    let other_basis = match basis {
        Basis::Year => Basis::Hour,
        Basis::Hour => Basis::Year,
        Basis::Day | Basis::Week | Basis::Month => return None,
    };
    let has_mark = subject.figures.not_there.get(name).is_some_and(|there| matches!(there.says, Some(Value::Unpublished(_))));
    if !has_mark && fact.quality != Quality::Derived {
        return None;
    }
    let topic = Topic { measure: Measure::Pay(statistic, other_basis), ..fact.topic.clone() };
    let value = fact.value().exact()?;
    let fits = |other: Decimal| {
        let (hour, year) = if basis == Basis::Hour { (value, other) } else { (other, value) };
        (hour * Decimal::from(HOURS) - year).abs() <= Decimal::from(ROUNDING)
    };
    let all = subject.figures.own.values().chain(subject.figures.shown());
    all.map(|it| &**it).find(|other| other.topic == topic && other.quality != Quality::Derived && other.value().exact().is_some_and(fits))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_the_source_does_not_publish_is_not_made() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              hour: { measure: pay, per: hour, value: 23.33, as_of: 2024-05 }
              year: { measure: pay, value: 48526, as_of: 2024-05, quality: derived }
              other: { measure: pay, value: 48526, as_of: 2023-05, quality: derived }
              mean: { measure: pay, statistic: mean, value: 48526, as_of: 2024-05 }
              mean-hour: { measure: pay, statistic: mean, per: hour, value: 23.33, as_of: 2024-05 }
            ---
            ",
            "
            error: $48,526 a year is made from $23.33 an hour: the source has only that
              --> content/a.md:5:32 48526
              help: take the fact `year` out, and print the pay an hour
            ",
        );
    }
}
