//! A guide whose last review is longer ago than the guide or the site allows.

use crate::problem::{Code, Problem};

use super::place;
use super::subject::Subject;

/// A guide that should have been reviewed again by now. A guide that was never reviewed claims nothing.
pub(super) fn find(subject: &Subject) -> Option<Problem> {
    let front = &subject.manuscript.head.front;
    let on = front.reviewed.as_ref().filter(|_| subject.is_guide())?.on?;
    let months = front.review_every.unwrap_or(subject.config.review_every).0;
    let due = on.plus_months(months);
    if due >= subject.as_of {
        return None;
    }
    let place = place::of(&subject.manuscript.head, &["reviewed", "on"]);
    let problem = Problem::new(Code::ReviewOverdue, place, format!("the review of {on} was to be repeated by {due}, after {months} months"));
    Some(problem.help("have the guide read again and write the new day, or lengthen `review_every`"))
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
