//! A report as workflow commands, which GitHub and Forgejo show at the lines of a change.

use std::fmt::Write as _;

use super::places::Places;
use super::text::spans;
use super::{Level, Report};
use crate::source::Sources;

/// One command a problem: `::error file=content/a.md,line=4,...::message`.
pub fn render(report: &Report, sources: &Sources) -> String {
    let places = Places::of(report.problems().iter().flat_map(spans), sources);
    let mut text = String::new();
    for problem in report.problems() {
        let command = match problem.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "notice",
        };
        let (start, end) = places.ends(&problem.span);
        // A command has one place; the others are named in its text.
        let others = problem.others.iter().map(|(span, words)| {
            let (start, _) = places.ends(span);
            format!("{}:{}:{}: {words}", span.file, start.line, start.column)
        });
        let lines: Vec<String> = std::iter::once(problem.message.clone()).chain(others).chain(problem.help.clone()).collect();
        let message = lines.join("\n");
        // A column range is understood only within one line.
        let columns = if start.line == end.line { format!(",col={},endColumn={}", start.column, end.column) } else { format!(",col={}", start.column) };
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "::{command} file={},line={},endLine={}{columns},title={}::{}",
            property(problem.span.file.as_str()),
            start.line,
            end.line,
            property(problem.code.id()),
            data(&message)
        );
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
