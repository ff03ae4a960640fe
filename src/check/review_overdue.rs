//! A guide whose last review is longer ago than the guide or the site allows.

use crate::problem::{Code, Problem};
use crate::site::{Kind, Site};

use super::place;

/// Every guide that should have been reviewed again by now. A guide that was never reviewed claims nothing.
pub(super) fn find(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    for page in site.pages.values().filter(|it| it.kind == Kind::Guide) {
        let front = &page.manuscript.front;
        let Some(on) = front.reviewed.as_ref().and_then(|it| it.on) else { continue };
        let months = front.review_every.unwrap_or(site.given.config.review_every).0;
        let due = on.plus_months(months);
        if due < site.given.as_of {
            let place = place::of(&page.manuscript, &["reviewed", "on"]);
            let problem = Problem::new(Code::ReviewOverdue, place, format!("the review of {on} was to be repeated by {due}, after {months} months"));
            problems.push(problem.help("have the guide read again and write the new day, or lengthen `review_every`"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_review_grows_old_after_its_months() {
        check_problems(
            find,
            "
            === content/a.md
            ---
            title: A
            occupation: { name: A }
            reviewed: { by: ann, on: 2025-11-22 }
            ---
            === content/b.md
            ---
            title: B
            occupation: { name: B }
            reviewed: { by: ann, on: 2025-11-23 }
            ---
            === content/c.md
            ---
            title: C
            occupation: { name: C }
            reviewed: { by: ann, on: 2025-01-01 }
            review_every: P2Y
            ---
            ",
            "
            warning: the review of 2025-11-22 was to be repeated by 2026-11-22, after 12 months
              --> content/a.md:4:26 2025-11-22
              help: have the guide read again and write the new day, or lengthen `review_every`
            ",
        );
    }
}
