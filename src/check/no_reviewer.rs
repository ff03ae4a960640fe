//! A guide that nobody has reviewed, on a site whose other guides are.

use super::place;
use super::subject::Subject;
use crate::problem::{Code, Problem};

/// A guide without a reviewer where another guide of the site has one. A site that reviews none claims nothing.
pub(super) fn find(subject: &Subject) -> Option<Problem> {
    let head = &subject.manuscript.head;
    let is_reviewed = head.front.reviewed.as_ref().is_some_and(|it| it.by.is_some()) || head.unread.holds("reviewed");
    (subject.is_guide() && subject.others_are_reviewed && !is_reviewed).then(|| {
        Problem::new(Code::NoReviewer, place::front(head), "other guides of this site are reviewed, and this one does not say by whom")
            .help("have it read by somebody who knows the work and add `reviewed: { by: id, on: day }`")
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_guide_that_others_put_to_shame_is_reported() {
        let guide = |name: &str, review: &str| format!("\n=== content/{name}.md\n---\ntitle: {name}\noccupation: {{ name: {name} }}\n{review}---\n");
        check_problems(find, &[guide("a", ""), guide("b", "")].concat(), "");
        let people = "\n=== content/_data/people.yaml\nann: { name: Ann }\n".to_owned();
        check_problems(
            find,
            &[guide("a", ""), guide("b", "reviewed: { by: ann, on: 2026-10-01 }\n"), people].concat(),
            "
            note: other guides of this site are reviewed, and this one does not say by whom
              --> content/a.md:2:1
              help: have it read by somebody who knows the work and add `reviewed: { by: id, on: day }`
            ",
        );
    }
}
