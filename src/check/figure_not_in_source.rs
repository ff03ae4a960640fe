//! A figure that names a source whose own file says something else, or has no such row.

use super::invented_conversion::made_from;
use super::subject::Subject;
use crate::problem::{Code, Problem};

/// Every fact of the front matter that the file of its source does not bear out; not those that `invented_conversion` tells of.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, there) in &subject.figures.not_there {
        let Some(fact) = subject.figures.own.get(name).filter(|fact| made_from(subject, name, fact).is_none()) else { continue };
        let locale = subject.locale();
        let value = locale.value(fact.value(), fact.basis());
        let message = match (&there.says, &there.missing) {
            (Some(says), _) => format!("{value} is not in its source: `{}` says {} for the {}", there.dataset, locale.value(says, fact.basis()), fact.topic),
            (None, missing) => format!("{value} is not in its source: {} (`{}`)", missing.as_deref().unwrap_or("there is no such row"), there.dataset),
        };
        let help = match &there.locator {
            Some(locator) => {
                format!("look at {locator}; write what the file says, leave the value to it with `dataset: {}`, or name the source that has it", there.dataset)
            }
            None => format!(
                "correct the code, the area or the industry, or name the source that has it; if the file has only some of its rows, say `partial: true` of `{}`",
                there.dataset
            ),
        };
        problems.push(Problem::new(Code::FigureNotInSource, subject.fact_place(name, None), message).help(help));
    }
    problems
}
