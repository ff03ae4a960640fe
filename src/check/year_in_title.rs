//! `The 2024 Guide to ...`: a year in a title that has passed makes the page look left behind, and so does one in a summary
//! that stands as an edition of the page: `salaries in 2024`. That something happened in a year is no edition.

use crate::problem::{Code, Problem};

use super::place;
use super::subject::Subject;

/// Words of a summary that a year beside them makes an edition.
const EDITIONS: [&str; 11] = ["guide", "guides", "salary", "salaries", "pay", "wage", "wages", "edition", "update", "updated", "outlook"];

/// Every title with a year before the current one, and every summary with one as an edition.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    let front = &subject.manuscript.head.front;
    for (key, words) in [("title", &front.title), ("summary", &front.summary)] {
        let Some(words) = words else { continue };
        let Some(year) = years_before(words, subject.as_of.year()).into_iter().find(|year| key == "title" || is_edition(words, year)) else { continue };
        let place = place::within(&subject.manuscript.text, &place::of(&subject.manuscript.head, &[key]), year);
        let problem = Problem::new(Code::YearInTitle, place, format!("the {key} carries the year {year}, which has passed"));
        problems.push(problem.help("take the year out: the page says when it was updated, and tables say what period their figures are of"));
    }
    problems
}

/// The numbers of `words` that are years of this or the last century before `this_year`.
fn years_before(words: &str, this_year: i16) -> Vec<&str> {
    let is_past =
        |number: &&str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")) && number.parse().is_ok_and(|it: i16| it < this_year);
    words.split(|c: char| !c.is_alphanumeric()).filter(is_past).collect()
}

/// Whether `year` stands in `words` beside a word such as `guide`, with no more than a small word between.
fn is_edition(words: &str, year: &str) -> bool {
    let words = words.to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "in" | "for" | "of" | "the")).collect();
    words.windows(2).any(|pair| matches!(pair, [a, b] if (*a == year && EDITIONS.contains(b)) || (*b == year && EDITIONS.contains(a))))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_year_that_has_passed_is_reported_where_it_stands() {
        check_problems(
            find,
            "
            === content/a.md
            ---
            title: Plumber pay in 2024
            summary: From 1400 to 2026, code 2024X.
            ---
            === content/b.md
            ---
            title: B
            summary: Renamed in 2018, with salaries of 2020.
            ---
            ",
            "
            warning: the title carries the year 2024, which has passed
              --> content/a.md:2:23 2024
              help: take the year out: the page says when it was updated, and tables say what period their figures are of
            warning: the summary carries the year 2020, which has passed
              --> content/b.md:3:44 2020
              help: take the year out: the page says when it was updated, and tables say what period their figures are of
            ",
        );
    }
}
