//! For tests: problems as lines of text.

use std::fmt::Write as _;

use super::Problem;
use crate::source::Text;

/// `line:column id: message (words of another place: its line) | help`, a line for each problem of `text`.
pub(crate) fn told(text: &Text, problems: &[Problem]) -> String {
    let mut lines = String::new();
    for problem in problems {
        let place = text.place(problem.span.start);
        write!(lines, "{}:{} {}: {}", place.line, place.column, problem.code.id(), problem.message).unwrap();
        for (span, words) in &problem.others {
            write!(lines, " ({words}: {})", text.place(span.start).line).unwrap();
        }
        writeln!(lines, " | {}", problem.help.as_deref().unwrap_or("-")).unwrap();
    }
    lines
}
