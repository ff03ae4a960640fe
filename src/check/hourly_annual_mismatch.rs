//! Pay by the hour and by the year that are not of the same pay.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::fact::{Basis, Decimal, Measure, Topic};
use crate::problem::{Code, Problem};

/// Hours in a year of full-time work, as statistical offices count.
pub(super) const HOURS: i64 = 2080;

/// What rounding may come to, in the currency's unit: in the US wage statistics annual and 2,080 hourly medians differ by at most so
/// much.
pub(super) const ROUNDING: i64 = 16;

/// Every pair of facts of the front matter that give one pay by the hour and by the year and do not fit.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut hourly: BTreeMap<Topic, (&str, Decimal)> = BTreeMap::new();
    for (name, fact) in &subject.figures.own {
        if let (Measure::Pay(statistic, Basis::Hour), Some(number)) = (&fact.topic.measure, fact.value().exact()) {
            hourly.insert(Topic { measure: Measure::Pay(*statistic, Basis::Year), ..fact.topic.clone() }, (name, number));
        }
    }
    let mut problems = Vec::new();
    for (name, fact) in &subject.figures.own {
        let (Some((hourly_name, hour)), Some(year)) = (hourly.get(&fact.topic), fact.value().exact()) else { continue };
        let expected = *hour * Decimal::from(HOURS);
        if (expected - year).abs() > Decimal::from(ROUNDING) {
            let message = format!("{year} a year is not {hour} an hour: {HOURS} hours make {}", expected.normalized());
            let problem = Problem::new(Code::HourlyAnnualMismatch, subject.fact_place(name, None), message);
            let problem = problem.also(subject.fact_place(hourly_name, None), "by the hour");
            problems.push(problem.help("look both up in the source; if they count other people, say so with `population`"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_hour_times_its_hours_is_a_year() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              year: { measure: pay, value: 39180, as_of: 2017-05 }
              hour: { measure: pay, per: hour, value: 16.44, as_of: 2017-05 }
              mean: { measure: pay, statistic: mean, value: 40000, as_of: 2017-05 }
              mean-hour: { measure: pay, statistic: mean, per: hour, value: 19.23, as_of: 2017-05 }
            ---
            ",
            "
            warning: 39180 a year is not 16.44 an hour: 2080 hours make 34195.2
              --> content/a.md:4:3 year
              by the hour: content/a.md:5:3 hour
              help: look both up in the source; if they count other people, say so with `population`
            ",
        );
    }
}
