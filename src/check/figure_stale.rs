//! Figures whose time is longer ago than their source allows. The age is that of the data, not of the page.

use std::collections::BTreeMap;

use super::subject::Subject;
use crate::day::{Day, Months};
use crate::fact::{Fact, Origin};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// Every figure of the page that is too old on the day that counts as today: facts of its front matter where they stand, others
/// where the text first names them.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let own =
        subject.figures.own.iter().map(|(name, fact)| (fact, subject.fact_place(name, Some(if fact.topic.measure.is_of_span() { "from" } else { "as_of" }))));
    let mut problems: BTreeMap<Span, Problem> = BTreeMap::new();
    for (fact, place) in own.chain(named(subject)) {
        let Some((limit, until)) = limit(subject, fact) else { continue };
        if until < subject.as_of {
            let period = fact.topic.period.map_or_else(String::new, |period| format!(" of {period}"));
            let message = format!("the {}{period} is more than {} old", fact.topic.measure, words(limit));
            let help = "take over the newest edition of its source; if there is none yet, give the source in content/_data/sources.yaml its `stale_after`";
            problems.entry(place.clone()).or_insert_with(|| Problem::new(Code::FigureStale, place, message).help(help));
        }
    }
    problems.into_values().collect()
}

/// The figures of datasets, each at its first place in the text.
fn named(subject: &Subject) -> impl Iterator<Item = (&std::sync::Arc<Fact>, Span)> {
    let mut seen = Vec::new();
    subject.manuscript.body.figures.iter().filter_map(move |figure| {
        let fact = subject.figures.get(&figure.reference)?;
        let is_new = matches!(fact.origin, Origin::Dataset { .. }) && !seen.contains(&&figure.reference);
        seen.push(&figure.reference);
        is_new.then(|| (fact, subject.manuscript.text.span(figure.whole.clone())))
    })
}

/// How old the fact may be, and the last day on which it is not too old.
fn limit(subject: &Subject, fact: &Fact) -> Option<(Months, Day)> {
    let source = fact.source.as_ref().and_then(|id| subject.registry.sources.get(id));
    let limit = source.and_then(|it| it.stale_after).unwrap_or(subject.config.stale_after);
    Some((limit, fact.observed()?.last_day()?.plus_months(limit.0)))
}

fn words(months: Months) -> String {
    match months.0 {
        12 => "a year".to_owned(),
        many if many % 12 == 0 => format!("{} years", many / 12),
        1 => "a month".to_owned(),
        many => format!("{many} months"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_age_of_a_figure_is_that_of_its_data() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            slow: { publisher: P, title: T, stale_after: P10Y }
            === content/a.md
            ---
            title: A
            facts:
              old: { measure: pay, value: 1, as_of: 2020-05 }
              new: { measure: pay, value: 1, as_of: 2025-05 }
              slow: { measure: pay, value: 1, as_of: 2020-05, source: slow }
              growth: { measure: growth, value: 1, from: 2019, to: 2029 }
            ---
            ",
            "
            warning: the median pay a year of 2020-05 is more than 18 months old
              --> content/a.md:4:41 2020-05
              help: take over the newest edition of its source; if there is none yet, give the source in content/_data/sources.yaml its `stale_after`
            warning: the growth of 2019 to 2029 is more than 18 months old
              --> content/a.md:7:46 2019
              help: take over the newest edition of its source; if there is none yet, give the source in content/_data/sources.yaml its `stale_after`
            ",
        );
    }
}
