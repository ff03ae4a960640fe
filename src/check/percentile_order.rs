//! Percentiles of pay that do not rise.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::fact::{Decimal, Fact, Measure, Statistic, Topic};
use crate::problem::{Code, Problem};

/// Every fact of the front matter that is below one of a lower percentile of the same pay.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
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
                let problem = Problem::new(Code::PercentileOrder, subject.fact_place(name, None), format!("the {higher} {high} is below the {lower} {low}"));
                let problem = problem.also(subject.fact_place(lower_name, None), format!("the {lower}"));
                problems.push(problem.help("look both up in the source; one of them, or its `statistic`, is wrong"));
            }
        }
    }
    problems
}

/// The percentile, what all percentiles of this pay have in common, and the number.
fn percentile(fact: &Fact) -> Option<(Statistic, Topic, Decimal)> {
    let Measure::Pay(statistic, basis) = fact.topic.measure else { return None };
    let common = Topic { measure: Measure::Pay(Statistic::Median, basis), ..fact.topic.clone() };
    let number = fact.value().number()?.low();
    Statistic::PERCENTILES.contains(&statistic).then_some((statistic, common, number))
}

#[cfg(test)]
mod tests {
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
            ---
            ",
            "
            error: the median 29000 is below the 10th percentile 30000
              --> content/a.md:5:3 half
              the 10th percentile: content/a.md:4:3 low
              help: look both up in the source; one of them, or its `statistic`, is wrong
            ",
        );
    }
}
