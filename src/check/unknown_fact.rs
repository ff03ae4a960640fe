//! A figure whose name leads to no fact: nobody knows where its number is from.

use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every figure of the text that has no fact.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let manuscript = &subject.manuscript;
    let absent = manuscript.body.figures.iter().filter_map(|figure| Some((figure, subject.figures.named.get(&figure.reference)?.as_ref().err()?)));
    absent
        .map(|(figure, why)| Problem::new(Code::UnknownFact, manuscript.text.span(figure.range.clone()), why.message.clone()).help(why.help.clone()))
        .collect()
}
