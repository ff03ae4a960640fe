//! `The 2024 Guide to ...`: a year in a title or summary that has passed makes the page look left behind.

use crate::problem::{Code, Problem};
use crate::site::Site;

use super::place;

/// Every title and summary with a year before the current one.
pub(super) fn find(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    for page in site.pages.values() {
        let front = &page.manuscript.front;
        for (key, words) in [("title", &front.title), ("summary", &front.summary)] {
            let Some(year) = words.iter().find_map(|it| year_before(it, site.given.as_of.year())) else { continue };
            let place = place::within(&page.manuscript.text, &place::of(&page.manuscript, &[key]), year);
            let problem = Problem::new(Code::YearInTitle, place, format!("the {key} carries the year {year}, which has passed"));
            problems.push(problem.help("take the year out: the page says when it was updated, and tables say what period their figures are of"));
        }
    }
    problems
}

/// The first number of `words` that is a year of this or the last century before `this_year`.
fn year_before(words: &str, this_year: i16) -> Option<&str> {
    let is_past =
        |number: &&str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")) && number.parse().is_ok_and(|it: i16| it < this_year);
    words.split(|c: char| !c.is_alphanumeric()).find(is_past)
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
            summary: Figures of May 2020.
            ---
            ",
            "
            warning: the title carries the year 2024, which has passed
              --> content/a.md:2:23 2024
              help: take the year out: the page says when it was updated, and tables say what period their figures are of
            warning: the summary carries the year 2020, which has passed
              --> content/b.md:3:25 2020
              help: take the year out: the page says when it was updated, and tables say what period their figures are of
            ",
        );
    }
}
