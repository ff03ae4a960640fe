//! Figures that are told of the end of a decade: the jobs of today, "by 2034 there will be", and the openings of each year, "are expected by 2034".

use crate::check::together::ENDS;
use crate::day::Day;
use crate::fact::english::{self, is_people, lower_words};
use crate::fact::{Fact, Measure, Period};
use crate::guide::body::Figure;

/// The end of a sentence.
const ENDS_OF_SENTENCE: [char; 4] = ['.', ';', '?', '!'];

/// What the words around a figure tell it of, behind "they tell it", where that is a time to come and the figure is of one year.
pub(super) fn wrong(figure: &Figure, own_words: &str, fact: &Fact, as_of: Day) -> Option<String> {
    match (&fact.topic.measure, fact.topic.period?) {
        // What is projected for a year to come is told rightly.
        (Measure::Jobs, Period::At(date)) if date.year() < as_of.year() => {
            is_reached(figure, own_words).then(|| format!("of years to come, and it is of {}", date.year()))
        }
        (Measure::Openings, Period::Over { to, .. }) => {
            is_total(figure, to.year()).then(|| format!("as the number until {}, and it is for each year", to.year()))
        }
        _ => None,
    }
}

/// Whether the words in front say that there will be so many: "there will be", "is projected to reach", "will rise to".
fn is_reached(figure: &Figure, own_words: &str) -> bool {
    const ABOUT: [&str; 12] = ["about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "more", "than", "a", "total"];
    const MOVES: [&str; 12] = ["rise", "grow", "increase", "expand", "climb", "fall", "decline", "shrink", "decrease", "rising", "growing", "jump"];
    let clause = lower_words(own_words.rsplit(ENDS).next().unwrap_or_default());
    let Some(end) = clause.iter().rposition(|word| !ABOUT.contains(&word.as_str())) else { return false };
    let clause: Vec<&str> = clause.iter().take(end + 1).map(String::as_str).collect();
    // What was expected of a year that is over is told rightly.
    let is_over = clause.iter().any(|word| ["was", "were", "had"].contains(word));
    let is_ahead = clause.iter().any(|word| ["will", "projected", "expected", "forecast", "predicted", "set", "likely"].contains(word));
    let is_moved = || clause.iter().any(|word| MOVES.contains(word));
    // "Will be paid as well as the 3.4 million": of others. "There will be 3.4 million reasons" is no sentence of a guide.
    let is_said = match clause.as_slice() {
        [.., who, "will", "be"] => matches!(*who, "there" | "jobs" | "employment") || is_people(who),
        [.., "expected" | "projected", "to", "be"] => true,
        [.., "reach" | "total" | "hit"] => is_ahead,
        [.., "to"] => is_ahead && is_moved(),
        _ => false,
    };
    // "3.4 million more" is no number of jobs, and told elsewhere.
    let behind = lower_words(figure.after.split(ENDS).next().unwrap_or_default());
    is_said && !is_over && !behind.first().is_some_and(|word| ["more", "new", "additional", "fewer", "openings"].contains(&word.as_str()))
}

/// Whether the sentence of yearly openings tells them until the last year, and says nowhere that they are for each one.
fn is_total(figure: &Figure, last: i16) -> bool {
    let [before, behind] =
        [figure.before.rsplit(ENDS_OF_SENTENCE).next(), figure.after.split(ENDS_OF_SENTENCE).next()].map(|part| lower_words(part.unwrap_or_default()));
    let is_until = |words: &[String]| words.windows(2).any(|pair| matches!(pair, [by, year] if by == "by" && english::year(year) == Some(last)));
    let is_yearly = |word: &String| ["year", "years", "annual", "annually", "yearly", "average", "annum"].contains(&word.as_str());
    (is_until(&before) || is_until(&behind)) && !before.iter().chain(&behind).any(is_yearly) && !figure.text.contains("year")
}

#[cfg(test)]
mod tests {
    #[test]
    fn jobs_of_today_and_openings_of_a_year_are_no_numbers_of_the_end_of_a_decade() {
        crate::check::fixture::check_together(
            super::super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              jobs: { measure: jobs, value: 3391000, as_of: 2024 }
              later: { measure: jobs, value: 3557000, as_of: 2034 }
              openings: { measure: openings, value: 189100, from: 2024, to: 2034 }
            ---
            By 2034, there will be [](fact:jobs) jobs. Employment is projected to reach [](fact:jobs) by 2034. The number of jobs will rise to [](fact:jobs). By 2034, physical therapists will be [](fact:jobs).

            [3.4 million](fact:jobs) jobs will be added. [](fact:openings) openings are expected by 2034.

            By 2034, there will be [](fact:later) jobs. Employment will rise from [](fact:jobs) to [](fact:later). By 2030, a fifth of the [](fact:jobs) nurses will retire.

            Employment has risen to [](fact:jobs). It was projected to reach [](fact:jobs) in 2024. There are [](fact:jobs) jobs, and they will be more. They will be joined by others, as the [](fact:jobs) were.

            [](fact:openings) openings a year are expected by 2034. By 2034, [](fact:openings) openings are projected each year. On average, [](fact:openings) openings are expected by 2034. Apply by May: there are [](fact:openings) openings.
            ",
            "
            error: the words around `jobs` are not true of it: they tell it of years to come, and it is of 2024
              --> content/a.md:8:24 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they tell it of years to come, and it is of 2024
              --> content/a.md:8:77 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they tell it of years to come, and it is of 2024
              --> content/a.md:8:132 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they tell it of years to come, and it is of 2024
              --> content/a.md:8:184 [](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `jobs` are not true of it: they say that it is a change over years, and the figure is a number of jobs
              --> content/a.md:10:1 [3.4 million](fact:jobs)
              help: correct the words, or name the figure that they tell of
            error: the words around `openings` are not true of it: they tell it as the number until 2034, and it is for each year
              --> content/a.md:10:46 [](fact:openings)
              help: correct the words, or name the figure that they tell of
            ",
        );
    }
}
