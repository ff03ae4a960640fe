//! What was told before and what is news, in the words of everything that goes on until it is stopped.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Problem, Report};
use crate::source::{Change, SourcePath};

/// What was told before, so that only news is told.
#[derive(Default)]
pub(super) struct Told {
    pub(super) problems: BTreeSet<String>,
    pub(super) had_any: bool,
    /// Whether the project went away since it was last shown.
    pub(super) was_refused: bool,
}

impl Told {
    /// The problems that were not among those of the last report. A problem that only moved within its file is no news.
    pub(super) fn news(&mut self, report: &Report) -> Report {
        let name = |problem: &Problem| format!("{}\0{}\0{}\0{:?}", problem.code.id(), problem.span.file, problem.message, problem.level);
        let news: Vec<Problem> = report.problems().iter().filter(|problem| !self.problems.contains(&name(problem))).cloned().collect();
        self.problems = report.problems().iter().map(name).collect();
        Report::new(news, &BTreeMap::new())
    }

    /// The end of the status line.
    pub(super) fn summary(&mut self, report: &Report) -> String {
        let summary = report.summary();
        let had_any = std::mem::replace(&mut self.had_any, !summary.is_empty());
        match (summary.is_empty(), had_any) {
            (false, _) => format!("; {summary}"),
            (true, true) => "; no problems any more".to_owned(),
            (true, false) => String::new(),
        }
    }
}

/// What happened to a file.
fn word(change: Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Changed => "changed",
        Change::Gone => "gone",
    }
}

/// The changes by name, the first few of many: `content/a.md changed, content/b.md gone and 7 more`.
pub(super) fn named(changes: &[(SourcePath, Change)]) -> String {
    const MOST: usize = 8;
    let first: Vec<String> = changes.iter().take(MOST).map(|(path, change)| format!("{path} {}", word(*change))).collect();
    let more = changes.len().saturating_sub(MOST);
    first.join(", ") + &if more > 0 { format!(" and {more} more") } else { String::new() }
}

/// Such as `content/a.md changed` or `files: 3 changed, 1 gone`.
pub(super) fn changes(changes: &[(SourcePath, Change)]) -> String {
    if let [(path, change)] = changes {
        return format!("{path} {}", word(*change));
    }
    let counted = [Change::Changed, Change::New, Change::Gone].map(|kind| (changes.iter().filter(|(_, change)| *change == kind).count(), word(kind)));
    let words = counted.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    format!("files: {}", words.collect::<Vec<_>>().join(", "))
}
