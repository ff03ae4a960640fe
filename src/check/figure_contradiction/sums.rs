//! Jobs, change and growth of one front matter that cannot all be true, as those of one row of a dataset.

use std::collections::BTreeMap;

use crate::check::subject::Subject;
use crate::fact::sums::{Rounded, may_be_true};
use crate::fact::{Date, Decimal, Fact, Measure, Period, Topic};
use crate::problem::{Code, Problem};

/// What jobs, change and growth that are compared have in common: what they are of, and their source, since publishers count jobs in several ways.
type Common<'f> = (Topic, Option<&'f String>);

/// A fact of the front matter, with its number.
type Told<'f> = (&'f str, Decimal);

/// What is told of one thing.
#[derive(Default)]
struct Numbers<'f> {
    jobs: BTreeMap<Date, Told<'f>>,
    change: BTreeMap<(Date, Date), Told<'f>>,
    growth: BTreeMap<(Date, Date), Told<'f>>,
}

/// Every growth, or change without one, of the front matter that contradicts the jobs that it tells too.
pub(in crate::check) fn of_front_matter(subject: &Subject) -> Vec<Problem> {
    let mut all: BTreeMap<Common, Numbers> = BTreeMap::new();
    for (name, fact) in &subject.figures.own {
        // What its own source does not bear out, and what could not be read whole, is told.
        if subject.figures.not_there.contains_key(name) || subject.manuscript.head.unread.is_in_fact(name) {
            continue;
        }
        let (Some(number), Some(period)) = (fact.value().exact(), fact.topic.period) else { continue };
        let numbers = || common(fact);
        match (&fact.topic.measure, period) {
            (Measure::Jobs, Period::At(date)) => drop(all.entry(numbers()).or_default().jobs.insert(date, (name, number))),
            (Measure::Change, Period::Over { from, to }) => drop(all.entry(numbers()).or_default().change.insert((from, to), (name, number))),
            (Measure::Growth, Period::Over { from, to }) => drop(all.entry(numbers()).or_default().growth.insert((from, to), (name, number))),
            _ => {}
        }
    }
    all.values().flat_map(|numbers| contradictions(subject, numbers)).collect()
}

fn common(fact: &Fact) -> Common<'_> {
    (Topic { measure: Measure::Jobs, period: None, ..fact.topic.clone() }, fact.source.as_ref())
}

fn contradictions(subject: &Subject, numbers: &Numbers) -> Vec<Problem> {
    let mut spans: Vec<&(Date, Date)> = numbers.growth.keys().chain(numbers.change.keys()).collect();
    spans.sort_unstable();
    spans.dedup();
    let contradiction = |span: &&(Date, Date)| {
        let told = [numbers.jobs.get(&span.0), numbers.jobs.get(&span.1), numbers.change.get(*span), numbers.growth.get(*span)];
        let [now, then, change, growth] = told.map(|told| Rounded::of(told?.1, Decimal::ONE));
        if may_be_true(now, then, change, growth) {
            return None;
        }
        let (name, _) = told.into_iter().flatten().next_back()?;
        let others = || told.into_iter().flatten().filter(|(other, _)| other != name);
        let names: Vec<String> = others().map(|(name, _)| format!("`{name}`")).collect();
        let message = format!("`{name}` cannot be true beside {}: jobs, change and growth contradict each other", names.join(" and "));
        let problem = Problem::new(Code::FigureContradiction, subject.fact_place(name, Some("value")), message);
        let problem =
            others().fold(problem, |problem, (name, number)| problem.also(subject.fact_place(name, Some("value")), format!("{number} is given here")));
        let help = "look them up in the source and correct one; if they are of different things, say so: `as_of`, `from`, `to`, `area`, `industry`, `source`";
        Some(problem.help(help))
    };
    spans.iter().filter_map(contradiction).collect()
}
