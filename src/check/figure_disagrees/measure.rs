//! What the words around a figure say that it counts: openings, jobs, growth, pay; and growth and jobs that are told for each year.

use crate::check::together::ENDS;
use crate::fact::english::{self, is_people, lower_words};
use crate::fact::{Counted, Fact, Measure, Period};
use crate::guide::body::Figure;

/// What the words around a figure say it is, and what it is, where these are two things: "Openings per year: " before a number of jobs.
pub(super) fn other(figure: &Figure, own_words: &str, labels: &[String], fact: &Fact) -> Option<(Counted, Counted)> {
    let is = Counted::of(&fact.topic.measure)?;
    let of_labels: Vec<Counted> = labels.iter().filter_map(|label| Counted::named(label)).collect();
    let said = if labels.is_empty() {
        label_in_front(own_words).and_then(Counted::named).or_else(|| behind(&figure.after)).or_else(|| told_as(figure, own_words, is))
    } else {
        of_labels.first().copied().filter(|_| !of_labels.contains(&is))
    };
    // "Hospital jobs: $48,000" names who is paid.
    said.filter(|said| *said != is && (*said, is) != (Counted::Jobs, Counted::Pay)).map(|said| (said, is))
}

/// What a time tells of a figure that has another: growth over ten years "a year", yearly openings "over the decade".
pub(super) fn other_span(figure: &Figure, own_words: &str, fact: &Fact) -> Option<&'static str> {
    if !matches!(fact.topic.measure, Measure::Growth | Measure::Change | Measure::Jobs | Measure::Openings) {
        return None;
    }
    if fact.topic.measure == Measure::Growth && is_in_points(figure) {
        return Some("in percentage points, and it is a change in percent");
    }
    let is_over_years = matches!(fact.topic.period, Some(Period::Over { from, to }) if to.year() - from.year() > 1);
    let after = lower_words(figure.after.split(ENDS).next().unwrap_or_default());
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let bare = after.strip_prefix(&["jobs"]).or_else(|| after.strip_prefix(&["new", "jobs"])).unwrap_or(&after);
    // "New jobs are added each year".
    let bare = match bare {
        ["are" | "were", "added" | "created" | "gained" | "lost", rest @ ..] | ["will", "be", "added" | "created" | "gained" | "lost", rest @ ..] => rest,
        _ => bare,
    };
    let is_yearly = matches!(bare, ["a" | "per" | "each" | "every", "year", ..] | ["annually" | "yearly", ..]);
    let is_monthly = matches!(
        after.as_slice(),
        ["openings" | "vacancies", "a" | "per" | "each" | "every", "month" | "week" | "day", ..]
            | ["job", "openings" | "vacancies", "a" | "per" | "each" | "every", "month" | "week" | "day", ..]
    );
    if matches!(fact.topic.measure, Measure::Growth | Measure::Change)
        && let Some(why) = of_another(own_words)
    {
        return Some(why);
    }
    match fact.topic.measure {
        Measure::Openings if is_monthly => Some("for a part of a year, and it is for each year"),
        Measure::Growth | Measure::Change if is_over_years && is_yearly => Some("for each year, and it is over all of them"),
        Measure::Jobs if is_yearly => Some("for each year, and it counts jobs at one time"),
        Measure::Openings => {
            let ends = ['.', ';', '?', '!'];
            let [before, behind] = [figure.before.rsplit(ends).next(), figure.after.split(ends).next()].map(Option::unwrap_or_default);
            let has = |all: &[&str]| english::words(before).chain(english::words(behind)).any(|word| all.iter().any(|it| word.eq_ignore_ascii_case(it)));
            (has(&["decade", "total"]) && !has(&["year", "annual", "annually", "yearly"])).then_some("over all years, and it is for each of them")
        }
        _ => None,
    }
}

/// Whether a figure is told in percentage points: "12.5 percentage points".
fn is_in_points(figure: &Figure) -> bool {
    const UNITS: [&str; 3] = ["percentage point", "percentage-point", "percent point"];
    let behind = figure.after.trim_start_matches([' ', '\u{a0}', '\n', '-']);
    UNITS.iter().any(|unit| figure.text.contains(unit) || behind.starts_with(unit))
}

/// What grows in the clause of a growth of employment, where that is pay, "wages grew", or is no growth, "unemployment is".
fn of_another(own_words: &str) -> Option<&'static str> {
    const GROWS: [&str; 12] = ["grow", "grew", "grows", "grown", "growing", "rise", "rises", "rose", "risen", "rising", "increased", "climbed"];
    const BETWEEN: [&str; 18] =
        ["will", "are", "is", "were", "was", "have", "has", "expected", "projected", "to", "by", "about", "around", "nearly", "also", "only", "at", "stands"];
    let clause = lower_words(own_words.rsplit(ENDS).next().unwrap_or_default());
    let at = clause.iter().rposition(|word| !BETWEEN.contains(&word.as_str()) && !GROWS.contains(&word.as_str()))?;
    let has = |all: &[&str]| clause.iter().any(|word| all.contains(&word.as_str()));
    let grows = clause.iter().skip(at + 1).any(|word| GROWS.contains(&word.as_str()));
    match clause.get(at)?.as_str() {
        word if english::is_pay(word) && at <= 2 && grows && !has(&["employment", "jobs", "with", "and"]) => Some("of pay, and it is of employment"),
        "unemployment" if !grows && clause.len() > at + 1 => Some("of unemployment, and it is a change of employment"),
        "rate" if !grows && clause.len() > at + 1 && at.checked_sub(1).and_then(|at| clause.get(at)).is_some_and(|word| word == "unemployment") => {
            Some("of unemployment, and it is a change of employment")
        }
        _ => None,
    }
}

/// People behind "there are", which are as many as the jobs; and what "grow by" tells, where the figure is no change.
fn told_as(figure: &Figure, own_words: &str, is: Counted) -> Option<Counted> {
    let clause = lower_words(own_words.rsplit(ENDS).next().unwrap_or_default());
    let end = clause.iter().rposition(|word| !["about", "around", "nearly", "almost", "some", "roughly", "approximately"].contains(&word.as_str()))? + 1;
    let clause: Vec<&str> = clause.iter().take(end).map(String::as_str).collect();
    match (clause.as_slice(), is) {
        ([.., "there", "are" | "were"], Counted::Change | Counted::Openings) => counts_people(&figure.after).then_some(Counted::Jobs),
        ([.., verb, "by"], Counted::Jobs | Counted::Openings) => {
            let is_change = ["grow", "grew", "ris", "rose", "increas", "expand", "declin", "shrink", "contract", "fall", "fell"];
            is_change.iter().any(|stem| verb.starts_with(stem)).then_some(Counted::Change)
        }
        _ => None,
    }
}

/// Whether what follows a number is nothing but people, of whom nothing else is told: "phlebotomists in the country", not "nurses needed" or "openings for nurses".
fn counts_people(after: &str) -> bool {
    /// Before or for people who are no job each.
    const OTHER: [&str; 14] =
        ["others", "new", "more", "additional", "extra", "fewer", "for", "of", "newcomers", "beginners", "leavers", "starters", "offers", "openings"];
    let clause = after.split(ENDS).next().unwrap_or_default();
    let all = lower_words(clause);
    let Some(at) = all.iter().take(3).position(|word| is_people(word)) else { return false };
    let behind: Vec<&str> = all.iter().skip(at + 1).map(String::as_str).collect();
    let is_all = matches!(
        behind.as_slice(),
        [] | ["nationwide" | "today" | "now" | "nationally"] | ["in", "the" | "america" | "all", ..] | ["across" | "working" | "employed", ..]
    );
    is_all && !all.iter().take(at + 1).any(|word| OTHER.contains(&word.as_str()))
}

/// The label in front of a figure, "Openings per year: ".
fn label_in_front(own_words: &str) -> Option<&str> {
    let label = own_words.trim_end().strip_suffix(':')?;
    let label = label.rsplit(['.', ';', '?', '!', '\n', ',', '|', '•', '·', '\u{fffc}']).next().unwrap_or_default();
    (english::words(label).count() <= 5).then_some(label)
}

/// What the noun right behind a figure names: "openings", "job openings", "new jobs", "jobs will be added".
fn behind(after: &str) -> Option<Counted> {
    let words = lower_words(after.split(ENDS).next().unwrap_or_default());
    let words: Vec<&str> = words.iter().take(4).map(String::as_str).collect();
    match words.as_slice() {
        ["openings" | "vacancies", ..] | ["job" | "new" | "annual" | "yearly" | "projected", "openings" | "vacancies", ..] => Some(Counted::Openings),
        ["new" | "additional" | "more" | "extra", "jobs", ..] | ["jobs", "will", "be", "added" | "created" | "gained"] => Some(Counted::Change),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_is_called_what_it_counts() {
        crate::check::fixture::check_together(
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

            There are [](fact:change) phlebotomists. There are [](fact:openings) registered nurses in the country. There are [](fact:openings) openings for nurses. There are [](fact:jobs) nurses.

            Employment will grow by [](fact:jobs) jobs. It will grow by [](fact:change) jobs. Jobs grow by [](fact:growth), to [](fact:jobs).

            Wages grew [](fact:growth). Unemployment is [](fact:growth). Employment and wages grew [](fact:growth). Jobs with high pay grew [](fact:growth). Demand for workers on low wages will grow [](fact:growth).

            About [](fact:openings) openings a month, and [](fact:change) new jobs are added each year. [](fact:change) new jobs are added by 2034.

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
            error: the words around `change` are not true of it: they say that it is a number of jobs, and the figure is a change over years
              --> content/a.md:23:11 [](fact:change)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they say that it is a number of jobs, and the figure is openings in a year
              --> content/a.md:23:52 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they say that it is a change over years, and the figure is a number of jobs
              --> content/a.md:25:25 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `growth` are not true of it: they tell it of pay, and it is of employment
              --> content/a.md:27:12 [](fact:growth)
              help: correct the words, or name the figure that they tell of
            error: the words around `growth` are not true of it: they tell it of unemployment, and it is a change of employment
              --> content/a.md:27:45 [](fact:growth)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they tell it for a part of a year, and it is for each year
              --> content/a.md:29:7 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            error: the words around `change` are not true of it: they tell it for each year, and it is over all of them
              --> content/a.md:29:47 [](fact:change)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they tell it over all years, and it is for each of them
              --> content/a.md:31:31 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            ",
        );
    }
}
