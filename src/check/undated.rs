//! A guide without a date: readers cannot tell whether it still holds.

use crate::guide::Manuscript;
use crate::problem::{Code, Problem};
use crate::site::{Kind, Site};

use super::place;

/// Every guide that has neither `published` nor `updated`.
pub(super) fn find(site: &Site) -> Vec<Problem> {
    let is_undated =
        |it: &Manuscript| it.front.published.is_none() && it.front.updated.is_none() && !it.unread.holds("published") && !it.unread.holds("updated");
    let undated = site.pages.values().filter(|it| it.kind == Kind::Guide && is_undated(&it.manuscript));
    undated
        .map(|page| {
            Problem::new(Code::Undated, place::front(&page.manuscript), "the guide has no date")
                .help(format!("add `updated: {}`, or `published:` with the day when it came out; without either it is not in the feed", site.given.as_of))
        })
        .collect()
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
