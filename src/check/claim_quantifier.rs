//! "Most employers", "a majority", "typically": numbers without a number. Who counted?

use std::ops::Range;

use super::subject::Subject;
use crate::fact::claims;
use crate::guide::body::Passage;
use crate::problem::{Code, Problem};

/// The first such word of every paragraph of a guide that has neither a figure nor a link nor a note to back it. The words are English.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    if !subject.is_guide() || !subject.locale().tag().starts_with("en") {
        return Vec::new();
    }
    let text = &subject.manuscript.text;
    let unbacked = subject.manuscript.body.passages.iter().filter(|passage| !is_backed(subject, passage));
    let claim = |passage: &Passage| {
        let range = claims(&passage.text).next()?;
        let words = passage.text.get(range.clone())?;
        let problem =
            Problem::new(Code::ClaimQuantifier, text.span(passage.place(text, range.clone())), format!("`{words}` counts, and nothing says who counted"));
        Some(problem.help("print the figure behind it, link to who says so, or say what you know: \"many\", \"often\""))
    };
    unbacked.filter_map(claim).collect()
}

/// Whether a figure, a link or a note stands in the passage, or it is in a table.
fn is_backed(subject: &Subject, passage: &Passage) -> bool {
    let (body, range) = (&subject.manuscript.body, passage.whole());
    let text = &subject.manuscript.text.text;
    let typed = text.get(range.clone()).unwrap_or_default();
    // A figure that the passage begins or ends with is none of its text; signs of emphasis may stand between.
    let is_near = |gap: Range<usize>| text.get(gap).is_some_and(|gap| gap.len() <= EDGE && !gap.contains('\n'));
    let is_at_edge = |figure: &Range<usize>| is_near(figure.end..range.start) || is_near(range.end..figure.start);
    subject.tables().any(|table| table.holds(passage))
        || typed.contains("[^")
        || body.links.iter().any(|it| range.contains(&it.range.start))
        || body.figures.iter().any(|it| range.contains(&it.whole.start) || is_at_edge(&it.whole))
}

/// So many signs may stand between a passage and the figure at its edge.
const EDGE: usize = 3;

#[cfg(test)]
mod tests {
    #[test]
    fn words_that_count_say_who_counted() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            occupation: { name: A }
            facts: { degree: { measure: education, level: bachelor, as_of: 2024 } }
            ---
            [Bachelor's degree](fact:degree) is what most employers want.

            Here *most employers* ask for a diploma, and the majority of them train.

            Most of the work is quiet, at most two of them typically, and most important of all it is most often done.

            A majority of employers ask for it.[^a] Most people know [that](https://a.example/).

            It typically takes two weeks. `most employers`

            [^a]: Says the handbook.

            | Place | Hours |
            | --- | --- |
            | Most places | 12 |
            === content/b.md
            ---
            title: B
            language: de
            occupation: { name: B }
            ---
            Most employers.
            === content/about.md
            ---
            title: About
            ---
            Most people.
            ",
            "
            note: `most employers` counts, and nothing says who counted
              --> content/a.md:8:7 most employers
              help: print the figure behind it, link to who says so, or say what you know: \"many\", \"often\"
            note: `Most of the` counts, and nothing says who counted
              --> content/a.md:10:1 Most of the
              help: print the figure behind it, link to who says so, or say what you know: \"many\", \"often\"
            note: `typically` counts, and nothing says who counted
              --> content/a.md:14:4 typically
              help: print the figure behind it, link to who says so, or say what you know: \"many\", \"often\"
            ",
        );
    }
}
