//! Numbers typed in front of headings that do not count up: after `3.` comes `5.`, or `3.` once more.

use crate::guide::body::Heading;
use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every heading whose typed number is not the one after the number before it, among headings of one level.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    let text = &subject.manuscript.text;
    // The last numbered heading of each level that is open; a higher heading closes those below it.
    let mut last: Vec<(&Heading, usize)> = Vec::new();
    for heading in &subject.manuscript.body.headings {
        while last.pop_if(|(it, _)| it.level > heading.level).is_some() {}
        let Some(typed) = heading.typed_number else { continue };
        let before = last.pop_if(|(it, _)| it.level == heading.level);
        last.push((heading, typed));
        let Some((before, number)) = before else { continue };
        if typed != number.saturating_add(1) {
            let message = format!("section {typed} follows section {number}");
            let problem =
                Problem::new(Code::SectionNumber, text.span(heading.range.clone()), message).also(text.span(before.range.clone()), "the section before");
            problems.push(problem.help("take the numbers out of the headings: sections are numbered when the page is made"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn typed_numbers_must_count_up_within_their_level() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            ---
            ## 1. Duties
            ### 1. Tools
            ### 2. Pipes
            ## 2. Skills
            ### 1. Care
            ## Remarks
            ## 4. Pay
            ",
            "
            warning: section 4 follows section 2
              --> content/plumber.md:10:1 ## 4. Pay
              the section before: content/plumber.md:7:1 ## 2. Skills
              help: take the numbers out of the headings: sections are numbered when the page is made
            ",
        );
    }
}
