//! Problems that are known and do not count: `baseline.json` beside `site.toml`. A publisher of many old guides turns strictness
//! on and sees only what is new.
//!
//! A problem is known by its check, its file and its words, not by its line, so that edits above it leave it known. What leaves
//! something unread ([`Code::is_fixed`]) is never known: the site would not be what its files say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Code, Problem, Report};
use crate::source::{SourcePath, Span, Text};

/// Version of the file's shape.
const VERSION: u32 = 1;

/// Problems that are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Entry, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: String,
    check: String,
    message: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u32,
    problems: Vec<Entry>,
}

impl Entry {
    fn of(problem: &Problem) -> Self {
        Self { file: problem.span.file.as_str().to_owned(), check: problem.code.id().to_owned(), message: problem.message.clone() }
    }
}

impl Baseline {
    /// What is known as the file `text` says, or what is wrong with that.
    pub fn read(text: &Text) -> Result<Self, Problem> {
        let document: Document = serde_json::from_str(&text.text).map_err(|error| unreadable(text, &error))?;
        if document.version != VERSION {
            let problem = Problem::new(Code::InvalidValue, text.span(0..0), format!("this baseline has version {}, not {VERSION}", document.version));
            return Err(problem.help("write it anew: guidepost check --write-baseline"));
        }
        let mut known = BTreeMap::new();
        for entry in document.problems {
            *known.entry(entry).or_default() += 1;
        }
        Ok(Self { known })
    }

    /// A report without the problems that are known, how many those were, and how many known ones of the files that were looked at there are no more.
    pub fn apply(mut self, report: Report, is_looked_at: impl Fn(&str) -> bool) -> (Report, usize, usize) {
        let before = report.problems().len();
        let report = report.without(|problem| {
            let left = self.known.get_mut(&Entry::of(problem)).filter(|left| **left > 0 && !problem.code.is_fixed());
            left.map(|left| *left -= 1).is_some()
        });
        let known = before - report.problems().len();
        (report, known, self.known.iter().filter(|(entry, _)| is_looked_at(&entry.file)).map(|(_, count)| count).sum())
    }
}

/// The file that makes all problems of `report` known, but those that cannot be.
pub fn write(report: &Report) -> String {
    let mut problems: Vec<Entry> = report.problems().iter().filter(|problem| !problem.code.is_fixed()).map(Entry::of).collect();
    problems.sort();
    // One problem a line, so that a change of the file shows what came and went.
    let lines: Vec<String> = problems.iter().filter_map(|entry| serde_json::to_string(entry).ok()).collect();
    format!("{{\"version\":{VERSION},\"problems\":[\n{}\n]}}\n", lines.join(",\n"))
}

fn unreadable(text: &Text, error: &serde_json::Error) -> Problem {
    let start = text.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>() + error.column().saturating_sub(1);
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let message = format!("this is no baseline: {words}");
    Problem::new(Code::InvalidValue, text.span(start.min(text.text.len())..start.min(text.text.len())), message)
        .help("write it anew with `guidepost check --write-baseline`, or delete it")
}

/// The problem that some entries are of problems which are gone.
pub fn outdated(gone: usize) -> Option<Problem> {
    let (problems, are) = if gone == 1 { ("problem", "is") } else { ("problems", "are") };
    let problem = Problem::new(Code::BaselineOutdated, Span::whole(&SourcePath::baseline()), format!("{gone} {problems} of the baseline {are} there no more"));
    (gone > 0).then(|| problem.help("write it anew, so that they cannot come back unseen: guidepost check --write-baseline"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(file: &str, at: usize, message: &str) -> Problem {
        Problem::new(Code::Undated, Span::new(&SourcePath::new(file).unwrap(), at..at), message)
    }

    fn text(text: &str) -> Text {
        Text { path: SourcePath::baseline(), text: text.into() }
    }

    #[test]
    fn what_is_written_is_known_wherever_it_moves_and_no_more_often() {
        let report = |problems: Vec<Problem>| Report::new(problems, &BTreeMap::new());
        let written = write(&report(vec![problem("a.md", 1, "x"), problem("a.md", 9, "x"), problem("b.md", 1, "y")]));
        let baseline = Baseline::read(&text(&written)).unwrap();
        let now = report(vec![problem("a.md", 2, "x"), problem("a.md", 5, "x"), problem("a.md", 7, "x"), problem("a.md", 7, "z")]);
        let (left, known, gone) = baseline.apply(now, |_| true);
        let shown: Vec<_> = left.problems().iter().map(|it| (it.span.start, it.message.as_str())).collect();
        assert_eq!((shown, known, gone), (vec![(7, "x"), (7, "z")], 2, 1));
    }

    #[test]
    fn what_leaves_something_unread_is_never_known() {
        let unread = Problem::new(Code::YamlSyntax, Span::whole(&SourcePath::new("a.md").unwrap()), "m");
        let report = Report::new([unread.clone()], &BTreeMap::new());
        assert!(!write(&report).contains("yaml-syntax"));
        let by_hand = text("{\"version\":1,\"problems\":[{\"file\":\"a.md\",\"check\":\"yaml-syntax\",\"message\":\"m\"}]}");
        assert_eq!(Baseline::read(&by_hand).unwrap().apply(report, |_| true).0.problems(), [unread]);
    }

    #[test]
    fn a_file_that_is_no_baseline_is_told_with_its_place() {
        let told = |it: &str| Baseline::read(&text(it)).map_err(|problem| (problem.span.start, problem.message)).unwrap_err();
        assert_eq!(told("{\"version\":1,\n\"problem\":[]}"), (22, "this is no baseline: unknown field `problem`, expected `version` or `problems`".to_owned()));
        assert_eq!(told("{\"version\":2,\"problems\":[]}").1, "this baseline has version 2, not 1");
        told("");
    }
}
