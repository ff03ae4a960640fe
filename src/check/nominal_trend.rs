//! Pay of different years side by side: without the rise of prices taken out it seems to grow when it shrinks.

use std::sync::Arc;

use super::subject::Subject;
use super::together::Together;
use crate::fact::{Fact, Measure, Topic};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Words that say that prices were thought of.
const SAID: [&str; 17] = [
    "current dollars",
    "unadjusted",
    "dollars of the day",
    "dollars of each year",
    "inflation",
    "deflated",
    "adjusted",
    "real",
    "nominal",
    "nominally",
    "constant",
    "purchasing power",
    "cost of living",
    "cpi",
    "consumer prices",
    "not adjusted",
    "prices",
];

/// Every figure of pay that stands beside one of the same thing of another time, in a text that has no word about prices. The words are
/// English, so texts in other languages are passed over.
pub(super) fn find(subject: &Subject, together: &[Together]) -> Vec<Problem> {
    if !subject.locale().tag().starts_with("en") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for together in together {
        let is_said_above = || together.figures.first().is_some_and(|(first, _)| says_above(&subject.manuscript.text.text, first.whole.start));
        if together.says(&SAID) || is_said_above() {
            continue;
        }
        // Each fact once, however often a long table shows it.
        let mut shown: Vec<(&Figure, &Arc<Fact>)> = Vec::new();
        for (figure, fact) in together.figures.iter().filter(|(_, fact)| matches!(fact.topic.measure, Measure::Pay(..))) {
            let earlier = shown.iter().find(|(_, other)| is_same_but_for_time(fact, other)).copied();
            if !shown.iter().any(|(_, other)| Arc::ptr_eq(other, fact)) {
                shown.push((figure, fact));
            }
            let Some((other, other_fact)) = earlier else { continue };
            let times = [fact, other_fact].map(|fact| fact.topic.period.map_or_else(String::new, |period| period.to_string()));
            let message = format!("pay of {} stands beside pay of {} without a word about prices", times[0], times[1]);
            let place = |figure: &Figure| subject.manuscript.text.span(figure.whole.clone());
            let problem = Problem::new(Code::NominalTrend, place(figure), message).also(place(other), "the other year");
            problems.push(problem.help("compare in prices of one year, or say that inflation is not taken out"));
        }
    }
    problems
}

/// Whether the paragraph above the list that `at` stands in has a word about prices: a list belongs to what introduces it.
fn says_above(text: &str, at: usize) -> bool {
    let mut paragraphs = text.get(..at).unwrap_or_default().rsplit("\n\n");
    let is_item = |text: &str| {
        let rest = text.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        ["- ", "* ", "+ ", ". ", ") "].iter().any(|marker| rest.starts_with(marker))
    };
    if !paragraphs.next().is_some_and(is_item) {
        return false;
    }
    let above = paragraphs.find(|paragraph| !is_item(paragraph)).unwrap_or_default().to_lowercase();
    let is_whole = |at: usize, word: &str| {
        let around = [above.get(..at).and_then(|it| it.chars().next_back()), above.get(at + word.len()..).and_then(|it| it.chars().next())];
        !around.into_iter().flatten().any(char::is_alphanumeric)
    };
    SAID.iter().any(|word| above.match_indices(word).any(|(at, _)| is_whole(at, word)))
}

fn is_same_but_for_time(one: &Fact, other: &Fact) -> bool {
    let is_one_time = one.topic.period.zip(other.topic.period).is_some_and(|(one, other)| one.covers(other) || other.covers(one));
    one.topic.period != other.topic.period && !is_one_time && Topic { period: None, ..one.topic.clone() } == Topic { period: None, ..other.topic.clone() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn pay_of_two_years_wants_a_word_about_prices() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              old: { measure: pay, value: 40000, as_of: 2020-05 }
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              mean: { measure: pay, statistic: mean, value: 48000, as_of: 2023-05 }
            ---
            Pay rose from [$40,000](fact:old) to [$45,780](fact:pay).

            Pay rose from [$40,000](fact:old) to [$45,780](fact:pay), before inflation.

            In dollars of 2024, after inflation:

            - [$40,000](fact:old) in 2020

            - [$45,780](fact:pay) in 2024, up from [$40,000](fact:old)

            Pay is [$45,780](fact:pay), the mean [$48,000](fact:mean), and [$45,780](fact:pay) it is.
            ",
            "
            warning: pay of 2024-05 stands beside pay of 2020-05 without a word about prices
              --> content/a.md:8:38 [$45,780](fact:pay)
              the other year: content/a.md:8:15 [$40,000](fact:old)
              help: compare in prices of one year, or say that inflation is not taken out
            ",
        );
    }
}
