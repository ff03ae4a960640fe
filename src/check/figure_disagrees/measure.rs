//! What the words around a figure say that it counts: openings, jobs, growth, pay; and growth and jobs that are told for each year.

use crate::check::together::ENDS;
use crate::fact::english;
use crate::fact::{Counted, Fact, Measure, Period};
use crate::guide::body::Figure;

/// What the words around a figure say it is, and what it is, where these are two things: "Openings per year: " before a number of jobs.
pub(super) fn other(figure: &Figure, own_words: &str, labels: &[String], fact: &Fact) -> Option<(Counted, Counted)> {
    let is = Counted::of(&fact.topic.measure)?;
    let of_labels: Vec<Counted> = labels.iter().filter_map(|label| Counted::named(label)).collect();
    let said = if labels.is_empty() {
        label_in_front(own_words).and_then(Counted::named).or_else(|| behind(&figure.after))
    } else {
        of_labels.first().copied().filter(|_| !of_labels.contains(&is))
    };
    // "Hospital jobs: $48,000" names who is paid.
    said.filter(|said| *said != is && (*said, is) != (Counted::Jobs, Counted::Pay)).map(|said| (said, is))
}

/// What a time tells of a figure that has another: growth over ten years "a year", yearly openings "over the decade".
pub(super) fn other_span(figure: &Figure, fact: &Fact) -> Option<&'static str> {
    if !matches!(fact.topic.measure, Measure::Growth | Measure::Change | Measure::Jobs | Measure::Openings) {
        return None;
    }
    let is_over_years = matches!(fact.topic.period, Some(Period::Over { from, to }) if to.year() - from.year() > 1);
    let after: Vec<String> = words(figure.after.split(ENDS).next().unwrap_or_default()).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let bare = after.strip_prefix(&["jobs"]).or_else(|| after.strip_prefix(&["new", "jobs"])).unwrap_or(&after);
    let is_yearly = matches!(bare, ["a" | "per" | "each" | "every", "year", ..] | ["annually" | "yearly", ..]);
    match fact.topic.measure {
        Measure::Growth | Measure::Change if is_over_years && is_yearly => Some("for each year, and it is over all of them"),
        Measure::Jobs if is_yearly => Some("for each year, and it counts jobs at one time"),
        Measure::Openings => {
            let ends = ['.', ';', '?', '!'];
            let [before, behind] = [figure.before.rsplit(ends).next(), figure.after.split(ends).next()].map(Option::unwrap_or_default);
            let has = |all: &[&str]| words(before).chain(words(behind)).any(|word| all.contains(&word.as_str()));
            (has(&["decade", "total"]) && !has(&["year", "annual", "annually", "yearly"])).then_some("over all years, and it is for each of them")
        }
        _ => None,
    }
}

/// The label in front of a figure, "Openings per year: ".
fn label_in_front(own_words: &str) -> Option<&str> {
    let label = own_words.trim_end().strip_suffix(':')?;
    let label = label.rsplit(['.', ';', '?', '!', '\n', ',', '|', '•', '·', '\u{fffc}']).next().unwrap_or_default();
    (words(label).count() <= 5).then_some(label)
}

/// What the noun right behind a figure names: "openings", "job openings", "new jobs".
fn behind(after: &str) -> Option<Counted> {
    let words: Vec<String> = words(after.split(ENDS).next().unwrap_or_default()).take(3).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["openings" | "vacancies", ..] | ["job" | "new" | "annual" | "yearly" | "projected", "openings" | "vacancies", ..] => Some(Counted::Openings),
        ["new" | "additional" | "more" | "extra", "jobs", ..] => Some(Counted::Change),
        _ => None,
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    english::words(text).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_is_called_what_it_counts() {
        crate::check::fixture::check_problems(
            super::super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 43460, as_of: 2024-05 }
              jobs: { measure: jobs, value: 490400, as_of: 2024 }
              openings: { measure: openings, value: 49000, from: 2024, to: 2034 }
              growth: { measure: growth, value: 6.4, from: 2024, to: 2034 }
              change: { measure: change, value: 31400, from: 2024, to: 2034 }
            ---
            - Openings per year: [](fact:jobs)
            - Jobs: [](fact:openings)
            - **Jobs in 2024:** [](fact:jobs)
            - Pay: [](fact:jobs)
            - Hospital jobs: [](fact:pay)

            | | Jobs | Openings a year | Growth |
            | --- | ---: | ---: | ---: |
            | Technicians | [](fact:openings) | [](fact:openings) | [](fact:growth) |
            | Median pay | [](fact:pay) | | |

            Employment grows [](fact:growth) a year, by [](fact:change) jobs a year. There are [](fact:jobs) openings, and [](fact:openings) new jobs.

            Over the decade there will be [](fact:openings) openings. Over the decade there will be [](fact:openings) openings a year. Of [](fact:jobs) jobs, some are new.
            ",
            "
            error: the words around `jobs` are not true of it: they say that it is openings in a year, and the figure is a number of jobs
              --> content/a.md:10:22 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they say that it is a number of jobs, and the figure is openings in a year
              --> content/a.md:11:9 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they say that it is pay, and the figure is a number of jobs
              --> content/a.md:13:8 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they say that it is a number of jobs, and the figure is openings in a year
              --> content/a.md:18:17 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            error: the words around `growth` are not true of it: they tell it for each year, and it is over all of them
              --> content/a.md:21:18 [](fact:growth)
              help: correct the words, or name the figure that they tell of
            error: the words around `change` are not true of it: they tell it for each year, and it is over all of them
              --> content/a.md:21:45 [](fact:change)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they say that it is openings in a year, and the figure is a number of jobs
              --> content/a.md:21:84 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they say that it is a change over years, and the figure is openings in a year
              --> content/a.md:21:112 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they tell it over all years, and it is for each of them
              --> content/a.md:23:31 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            ",
        );
    }
}
