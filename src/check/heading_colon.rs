//! A heading that ends with a colon, as typed pages have it; a heading needs none.

use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every heading whose last character is a colon.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for heading in &subject.manuscript.body.headings {
        let Some(bare) = heading.text.trim_end().strip_suffix(':') else { continue };
        let place = subject.manuscript.text.span(heading.range.clone());
        problems.push(Problem::new(Code::HeadingColon, place, format!("the heading `{}` ends with a colon", heading.text)).help(format!("write `{bare}`")));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn only_a_colon_at_the_end_counts() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            ---
            ## Duties: What They Do
            ### Physical Demands:
            ",
            "
            note: the heading `Physical Demands:` ends with a colon
              --> content/plumber.md:5:1 ### Physical Demands:
              help: write `Physical Demands`
            ",
        );
    }
}
