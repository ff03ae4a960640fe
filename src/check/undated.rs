//! A guide without a date: readers cannot tell whether it still holds.

use crate::guide::Head;
use crate::problem::{Code, Problem};

use super::place;
use super::subject::Subject;

/// A guide that has neither `published` nor `updated`.
pub(super) fn find(subject: &Subject) -> Option<Problem> {
    let Head { front, unread, .. } = &*subject.manuscript.head;
    let is_undated = front.published.is_none() && front.updated.is_none() && !unread.holds("published") && !unread.holds("updated");
    (subject.is_guide() && is_undated).then(|| {
        Problem::new(Code::Undated, place::front(&subject.manuscript.head), "the guide has no date")
            .help(format!("add `updated: {}`, or `published:` with the day when it came out; without either it is not in the feed", subject.as_of))
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn either_date_will_do() {
        check_problems(
            find,
            "
            === content/a.md
            ---
            title: A
            occupation: { name: A }
            ---
            === content/b.md
            ---
            title: B
            occupation: { name: B }
            updated: 2026-01-01
            ---
            === content/c.md
            ---
            title: C
            occupation: { name: C }
            published: 2026-01-01
            ---
            ",
            "
            warning: the guide has no date
              --> content/a.md:2:1
              help: add `updated: 2026-11-23`, or `published:` with the day when it came out; without either it is not in the feed
            ",
        );
    }
}
