//! What was told before and what is news, in the words of everything that goes on until it is stopped.

use std::collections::{BTreeMap, BTreeSet};

use crate::day::Day;
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

/// What led to a turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct News {
    /// The files that are not as they were.
    pub(super) files: Vec<(SourcePath, Change)>,
    /// The day that counts as today since then.
    pub(super) day: Option<Day>,
}

impl News {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What happened to a file.
fn word(change: Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Changed => "changed",
        Change::Gone => "gone",
        Change::Unusable => "not usable",
    }
}

/// The changes by name, the first few of many: `content/a.md changed, content/b.md gone and 7 more`.
pub(super) fn named(news: &News) -> String {
    const MOST: usize = 8;
    let files = news.files.iter().map(|(path, change)| format!("{path} {}", word(*change)));
    let first: Vec<String> = news.day.map(|day| format!("today is {day}")).into_iter().chain(files.take(MOST)).collect();
    let more = news.files.len().saturating_sub(MOST);
    first.join(", ") + &if more > 0 { format!(" and {more} more") } else { String::new() }
}

/// Such as `content/a.md changed` or `files: 3 changed, 1 gone`; nothing if nothing led to the turn but a message that went by.
pub(super) fn changes(news: &News) -> String {
    let changes = match (news.files.as_slice(), news.day) {
        ([], None) => return String::new(),
        ([], Some(day)) => return format!("today is {day}"),
        ([(path, change)], None) => return format!("{path} {}", word(*change)),
        (changes, _) => changes,
    };
    let counted =
        [Change::Changed, Change::New, Change::Gone, Change::Unusable].map(|kind| (changes.iter().filter(|(_, change)| *change == kind).count(), word(kind)));
    let words = counted.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let day = news.day.map(|day| format!("today is {day}; ")).unwrap_or_default();
    format!("{day}files: {}", words.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_led_to_a_turn_is_told_in_short_and_by_name() {
        let news = |files: &[(&str, Change)], day: Option<&str>| News {
            files: files.iter().map(|(path, change)| (SourcePath::new(path).unwrap(), *change)).collect(),
            day: day.map(|day| day.parse().unwrap()),
        };
        let (a, b) = (("content/a.md", Change::Changed), ("content/b.md", Change::Unusable));
        for (news, short, by_name) in [
            (news(&[], None), "", ""),
            (news(&[], Some("2026-11-28")), "today is 2026-11-28", "today is 2026-11-28"),
            (news(&[b], None), "content/b.md not usable", "content/b.md not usable"),
            (news(&[a, b], None), "files: 1 changed, 1 not usable", "content/a.md changed, content/b.md not usable"),
            (news(&[a], Some("2026-11-28")), "today is 2026-11-28; files: 1 changed", "today is 2026-11-28, content/a.md changed"),
        ] {
            assert_eq!((changes(&news).as_str(), named(&news).as_str()), (short, by_name));
            assert_eq!(news.is_empty(), short.is_empty());
        }
    }
}
