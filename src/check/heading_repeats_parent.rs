//! A heading that says what the heading above it has just said.

use crate::guide::body::Heading;
use crate::problem::{Code, Problem};
use crate::site::title_of;

use super::place;
use super::subject::Subject;

/// Every heading whose words are those of the heading that it stands under.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    let title = title_of(&subject.manuscript.head);
    let mut above: Vec<&Heading> = Vec::new();
    for heading in &subject.manuscript.body.headings {
        while above.pop_if(|it| it.level >= heading.level).is_some() {}
        let text = &subject.manuscript.text;
        let repeated = match above.last() {
            Some(parent) if same(&heading.text, &parent.text) || same(&heading.text, &parent.short) => {
                Some((text.span(parent.range.clone()), "the heading above"))
            }
            // A heading of level 1 is told off as a title already.
            None if heading.level > 1 && same(&heading.text, &title) => Some((place::of(&subject.manuscript.head, &["title"]), "the title of the page")),
            _ => None,
        };
        if let Some((place, words)) = repeated {
            let message = format!("`{}` repeats the heading above it", heading.text);
            let problem = Problem::new(Code::HeadingRepeatsParent, text.span(heading.range.clone()), message).also(place, words);
            problems.push(problem.help("take it out, or let it say what is new"));
        }
        above.push(heading);
    }
    problems
}

fn same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches(':').trim_end().to_lowercase();
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn a_heading_must_not_repeat_the_one_above() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            ---
            ## Job Duties: What They Do
            ### Job duties:
            ### Tools
            ## Plumber
            ### Tools
            ",
            "
            note: `Job duties:` repeats the heading above it
              --> content/plumber.md:5:1 ### Job duties:
              the heading above: content/plumber.md:4:1 ## Job Duties: What They Do
              help: take it out, or let it say what is new
            note: `Plumber` repeats the heading above it
              --> content/plumber.md:7:1 ## Plumber
              the title of the page: content/plumber.md:2:8 Plumber
              help: take it out, or let it say what is new
            ",
        );
    }
}
