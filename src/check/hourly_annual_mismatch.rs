//! Pay by the hour, or by the month, and by the year that are not of the same pay.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::fact::{Basis, Decimal, Fact, Measure, Origin, Place, Statistic, Topic};
use crate::problem::{Code, Problem};

/// Hours in a year of full-time work, as statistical offices count.
pub(super) const HOURS: i64 = 2080;

/// What rounding may come to, in the currency's unit: in the US wage statistics annual and 2,080 hourly medians differ by at most so
/// much.
pub(super) const ROUNDING: i64 = 16;

/// Every pair of facts of the front matter, or of figures out of one dataset, that give one pay by the hour, or facts by the month, and by the year and do not fit.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    [of_facts(subject), of_datasets(subject)].concat()
}

fn of_facts(subject: &Subject) -> Vec<Problem> {
    let mut shorter: BTreeMap<(Topic, Basis), (&str, Decimal)> = BTreeMap::new();
    for (name, fact) in &subject.figures.own {
        if let (Measure::Pay(statistic, basis @ (Basis::Hour | Basis::Month)), Some(number)) = (&fact.topic.measure, fact.value().exact()) {
            shorter.insert((of_a_year(fact, *statistic), *basis), (name, number));
        }
    }
    if shorter.is_empty() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (name, fact) in &subject.figures.own {
        for (basis, time) in [(Basis::Hour, "hour"), (Basis::Month, "month")] {
            let (Some((shorter_name, part)), Some(year)) = (shorter.get(&(fact.topic.clone(), basis)), fact.value().exact()) else { continue };
            // 2,080 hours are a year's work in the United States; elsewhere fewer are.
            if basis == Basis::Hour && fact.topic.area.as_deref().and_then(|area| subject.registry.country(area)).is_some_and(|country| country != "us") {
                continue;
            }
            if let Some(message) = if basis == Basis::Hour { misfit(*part, year) } else { misfit_of_months(*part, year) } {
                let problem = Problem::new(Code::HourlyAnnualMismatch, subject.fact_place(name, None), message);
                let problem = problem.also(subject.fact_place(shorter_name, None), format!("by the {time}"));
                problems.push(problem.help("look both up in the source; if they count other people, say so with `population`"));
            }
        }
    }
    problems
}

/// What pay by the year is called that is the same as that of `fact` but for its time of work.
fn of_a_year(fact: &Fact, statistic: Statistic) -> Topic {
    Topic { measure: Measure::Pay(statistic, Basis::Year), ..fact.topic.clone() }
}

/// The figures of datasets on this page: where both columns are one and the same, or one is mapped to another time of work.
fn of_datasets(subject: &Subject) -> Vec<Problem> {
    let mut hourly: BTreeMap<(Topic, &str), (&Place, Decimal)> = BTreeMap::new();
    for fact in subject.figures.shown() {
        if let (Measure::Pay(statistic, Basis::Hour), Some(hour), Origin::Dataset { id, place }) = (&fact.topic.measure, fact.value().exact(), &fact.origin) {
            hourly.insert((of_a_year(fact, *statistic), id), (place, hour));
        }
    }
    let mut problems = Vec::new();
    for fact in subject.figures.shown() {
        let (Measure::Pay(statistic, Basis::Year), Some(year), Origin::Dataset { id, place }) = (&fact.topic.measure, fact.value().exact(), &fact.origin)
        else {
            continue;
        };
        let Some((hourly_place, hour)) = hourly.get(&(of_a_year(fact, *statistic), id.as_str())) else { continue };
        if let Some(message) = misfit(*hour, year) {
            let at = subject.figure_place(|it| it.origin == fact.origin);
            let problem = Problem::new(Code::HourlyAnnualMismatch, at, format!("{message} (the dataset `{id}`)"));
            let problem = problem.also(place.span.clone(), "by the year").also(hourly_place.span.clone(), "by the hour");
            problems.push(problem.help("look at the two columns in content/_data/datasets.yaml: each needs the `basis` that the file means"));
        }
    }
    problems
}

/// What is wrong with pay of `hour` an hour and `year` a year, if it is not of the same pay.
fn misfit(hour: Decimal, year: Decimal) -> Option<String> {
    let expected = hour * Decimal::from(HOURS);
    let differs = (expected - year).abs() > Decimal::from(ROUNDING);
    differs.then(|| format!("{year} a year is not {hour} an hour: {HOURS} hours make {}", expected.normalized()))
}

/// The same of a month. Some countries pay 13 or 14 months a year.
fn misfit_of_months(month: Decimal, year: Decimal) -> Option<String> {
    let of = |months: i64| month * Decimal::from(months);
    let fits = of(12) - Decimal::from(ROUNDING) <= year && year <= of(14) + Decimal::from(ROUNDING);
    (!fits).then(|| format!("{year} a year is not {month} a month: 12 months make {}", of(12).normalized()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_columns_of_a_dataset_fit_each_other() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/datasets.yaml
            wages:
              format: table
              file: wages.csv
              period: 2024-05
              columns:
                occupation: Code
                figures:
                  - { column: Median, measure: pay, statistic: median, basis: year }
                  - { column: Other, measure: pay, statistic: median, basis: hour }
            === content/_data/wages.csv
            Code,Median,Other
            29-1141,93600,7800
            29-2071,41600,20
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-1141' }
            ---
            Half earn more than [](fact:pay), or [](fact:pay.hourly). Others earn [](fact:29-2071/pay), or [](fact:29-2071/pay.hourly).
            ",
            "
            warning: 93600 a year is not 7800 an hour: 2080 hours make 16224000 (the dataset `wages`)
              --> content/a.md:5:21 [](fact:pay)
              by the year: content/_data/wages.csv:2:9 93600
              by the hour: content/_data/wages.csv:2:15 7800
              help: look at the two columns in content/_data/datasets.yaml: each needs the `basis` that the file means
            ",
        );
    }

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
              uk: { measure: pay, value: 24500, as_of: 2017-05, area: uk, currency: GBP }
              uk-hour: { measure: pay, per: hour, value: 12.56, as_of: 2017-05, area: uk, currency: GBP }
              month: { measure: pay, per: month, value: 9000, as_of: 2017-05 }
              mean-month: { measure: pay, statistic: mean, per: month, value: 3077, as_of: 2017-05 }
            ---
            ",
            "
            warning: 39180 a year is not 16.44 an hour: 2080 hours make 34195.2
              --> content/a.md:4:3 year
              by the hour: content/a.md:5:3 hour
              help: look both up in the source; if they count other people, say so with `population`
            warning: 39180 a year is not 9000 a month: 12 months make 108000
              --> content/a.md:4:3 year
              by the month: content/a.md:10:3 month
              help: look both up in the source; if they count other people, say so with `population`
            ",
        );
    }
}
