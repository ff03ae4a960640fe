//! A page that says it earns by links, where nothing on it is marked as paid: readers are warned of nothing.
//!
//! Links in the text cannot be marked, so this is only a note.

use crate::guide::front_matter::Disclosure;
use crate::problem::{Code, Problem};

use super::affiliate_undisclosed::paid;
use super::place;
use super::subject::Subject;

/// Every disclosure of money without anything paid on its page.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, disclosure) in subject.manuscript.head.front.disclosures.iter().flatten().enumerate() {
        let (word, mark) = match disclosure {
            Disclosure::Affiliate => ("affiliate", "affiliate: true"),
            Disclosure::Sponsored => ("sponsored", "sponsored: true"),
            Disclosure::AiAssisted => continue,
        };
        if paid(subject, *disclosure).is_empty() {
            let place = place::of(&subject.manuscript.head, &["disclosures", &at.to_string()]);
            let problem = Problem::new(Code::DisclosureWithoutCause, place, format!("nothing on the page is marked as `{word}`"));
            problems.push(problem.help(format!("mark the resource with `{mark}` or the call to action with `kind: {word}`, or take the word out here")));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_disclosure_of_money_needs_something_paid() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            disclosures: [ai-assisted, affiliate, sponsored]
            cta: { text: Learn, label: Go, url: /a/, kind: sponsored }
            ---
            ",
            "
            note: nothing on the page is marked as `affiliate`
              --> content/plumber.md:3:28 affiliate
              help: mark the resource with `affiliate: true` or the call to action with `kind: affiliate`, or take the word out here
            ",
        );
    }
}
