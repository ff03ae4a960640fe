//! Percentiles of pay that do not rise.

pub(super) mod typed;

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::fact::{Decimal, Fact, Measure, Origin, Statistic, Topic};
use crate::problem::{Code, Problem};

/// Every fact of the front matter, or figure that the page shows of a dataset, that is below one of a lower percentile of the same pay.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    [of_facts(subject), of_datasets(subject)].concat()
}

/// The percentiles of one pay in a dataset.
type Percentiles<'f> = BTreeMap<Statistic, (&'f Fact, Decimal)>;

fn of_datasets(subject: &Subject) -> Vec<Problem> {
    let mut pay: BTreeMap<(Topic, &str), Percentiles> = BTreeMap::new();
    for fact in subject.figures.shown() {
        if let (Origin::Dataset { id, .. }, Some((statistic, topic, number))) = (&fact.origin, percentile(fact)) {
            pay.entry((topic, id)).or_default().insert(statistic, (fact, number));
        }
    }
    let mut problems = Vec::new();
    for ((_, id), percentiles) in pay {
        for ((lower, (below, low)), (higher, (fact, high))) in percentiles.iter().zip(percentiles.iter().skip(1)) {
            let (Origin::Dataset { place: at, .. }, Origin::Dataset { place: lower_at, .. }) = (&fact.origin, &below.origin) else { continue };
            if low > high {
                let shown = subject.figure_place(|it| it.origin == fact.origin);
                let problem = Problem::new(
                    Code::PercentileOrder,
                    shown,
                    format!("the {} {high} of the dataset `{id}` is below its {} {low}", words(*higher), words(*lower)),
                );
                let problem = problem.also(at.span.clone(), format!("the {}", words(*higher))).also(lower_at.span.clone(), format!("the {}", words(*lower)));
                problems.push(problem.help("look at the file: a cell is mistyped, or a column of content/_data/datasets.yaml has the wrong `statistic`"));
            }
        }
    }
    problems
}

fn of_facts(subject: &Subject) -> Vec<Problem> {
    let mut pay: BTreeMap<Topic, BTreeMap<Statistic, (&str, Decimal)>> = BTreeMap::new();
    for (name, fact) in &subject.figures.own {
        if let Some((statistic, topic, number)) = percentile(fact) {
            pay.entry(topic).or_default().insert(statistic, (name, number));
        }
    }
    let mut problems = Vec::new();
    for percentiles in pay.values() {
        for ((lower, (lower_name, low)), (higher, (name, high))) in percentiles.iter().zip(percentiles.iter().skip(1)) {
            if low > high {
                let problem = Problem::new(
                    Code::PercentileOrder,
                    subject.fact_place(name, None),
                    format!("the {} {high} is below the {} {low}", words(*higher), words(*lower)),
                );
                let problem = problem.also(subject.fact_place(lower_name, None), format!("the {}", words(*lower)));
                problems.push(problem.help("look both up in the source; one of them, or its `statistic`, is wrong"));
            }
        }
    }
    problems
}

/// A statistic as it is called here: "90th percentile", "starting pay".
fn words(statistic: Statistic) -> String {
    if Statistic::PERCENTILES.contains(&statistic) { statistic.to_string() } else { format!("{statistic} pay") }
}

/// The percentile, what all percentiles of this pay have in common, and the number. The pay of beginners and that of experienced people are such a pair too.
fn percentile(fact: &Fact) -> Option<(Statistic, Topic, Decimal)> {
    let Measure::Pay(statistic, basis) = fact.topic.measure else { return None };
    // Beginners and experienced people, and the ends of a pay scale, are no percentiles, but lie as these do.
    let lowest = match statistic {
        Statistic::Mean => return None,
        Statistic::Min | Statistic::Max => Statistic::Min,
        Statistic::Starter | Statistic::Experienced => Statistic::Starter,
        Statistic::P10 | Statistic::P25 | Statistic::Median | Statistic::P75 | Statistic::P90 => Statistic::P10,
    };
    let common = Topic { measure: Measure::Pay(lowest, basis), ..fact.topic.clone() };
    Some((statistic, common, fact.value().number()?.low()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn percentiles_of_a_dataset_rise() {
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
                  - { column: Low, measure: pay, statistic: p10, basis: year }
                  - { column: Median, measure: pay, statistic: median, basis: year }
            === content/_data/wages.csv
            Code,Low,Median
            29-2099,50000,43460
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2099' }
            ---
            Half earn more than [](fact:pay), a tenth less than [](fact:pay.p10).
            ",
            "
            error: the median 43460 of the dataset `wages` is below its 10th percentile 50000
              --> content/a.md:5:21 [](fact:pay)
              the median: content/_data/wages.csv:2:15 43460
              the 10th percentile: content/_data/wages.csv:2:9 50000
              help: look at the file: a cell is mistyped, or a column of content/_data/datasets.yaml has the wrong `statistic`
            ",
        );
    }

    #[test]
    fn percentiles_rise() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              low: { measure: pay, statistic: p10, value: 30000, as_of: 2024 }
              half: { measure: pay, value: 29000, as_of: 2024 }
              high: { measure: pay, statistic: p90, at_least: 90000, as_of: 2024 }
              other: { measure: pay, statistic: p90, value: 1, as_of: 2020 }
              hour: { measure: pay, per: hour, statistic: p90, value: 12, as_of: 2024 }
              starter: { measure: pay, statistic: starter, value: 31000, as_of: 2024 }
              experienced: { measure: pay, statistic: experienced, value: 30500, as_of: 2024 }
            ---
            ",
            "
            error: the median 29000 is below the 10th percentile 30000
              --> content/a.md:5:3 half
              the 10th percentile: content/a.md:4:3 low
              help: look both up in the source; one of them, or its `statistic`, is wrong
            error: the experienced pay 30500 is below the starting pay 31000
              --> content/a.md:10:3 experienced
              the starting pay: content/a.md:9:3 starter
              help: look both up in the source; one of them, or its `statistic`, is wrong
            ",
        );
    }
}
