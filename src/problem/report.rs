//! All problems of a build, in the order in which they are shown, at the levels that the settings give them.

use std::collections::BTreeMap;

use super::{Code, Level, Problem};

/// The problems of a build: sorted by file, place, code and message, each once.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// The report of `problems`; `levels` are those that differ from a code's default, `None` for off.
    pub fn new(problems: impl IntoIterator<Item = Problem>, levels: &BTreeMap<Code, Option<Level>>) -> Self {
        let mut problems: Vec<Problem> = problems.into_iter().filter_map(|problem| at_its_level(problem, levels)).collect();
        problems.sort_by(|left, right| key(left).cmp(&key(right)));
        problems.dedup();
        Self { problems }
    }

    /// The same without the problems that are meant.
    #[must_use]
    pub fn without(mut self, mut is_meant: impl FnMut(&Problem) -> bool) -> Self {
        self.problems.retain(|problem| !is_meant(problem));
        self
    }

    /// The same with one problem more.
    #[must_use]
    pub fn with(mut self, problem: Problem) -> Self {
        let at = self.problems.partition_point(|other| key(other) < key(&problem));
        self.problems.insert(at, problem);
        self
    }

    /// The problems in order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|problem| problem.level == level).count()
    }

    /// Whether nothing may be published.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.level == Level::Error)
    }

    /// The same where warnings weigh as much as errors.
    #[must_use]
    pub fn strict(mut self) -> Self {
        for problem in self.problems.iter_mut().filter(|problem| problem.level == Level::Warning) {
            problem.level = Level::Error;
        }
        self
    }

    /// How many there are, in words: `2 errors, 1 warning`; empty without any.
    pub fn summary(&self) -> String {
        let kinds = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
        let counted = kinds.map(|(level, word)| (self.count(level), word));
        let words = counted.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}{}", if *count == 1 { "" } else { "s" }));
        words.collect::<Vec<_>>().join(", ")
    }
}

fn at_its_level(mut problem: Problem, levels: &BTreeMap<Code, Option<Level>>) -> Option<Problem> {
    // A problem that is told more softly than its kind (in a draft) stays so.
    if let Some(level) = levels.get(&problem.code) {
        problem.level = if problem.level == problem.code.level() { (*level)? } else { (*level)?.max(problem.level) };
    }
    Some(problem)
}

/// Byte offsets order a file's problems as lines and columns do. The last parts make the order whole, so that equal ones stand together.
fn key(problem: &Problem) -> impl Ord + '_ {
    (&problem.span.file, problem.span.start, problem.code.id(), &problem.message, problem.span.end, problem.level, &problem.help, &problem.others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourcePath, Span};

    fn problem(file: &str, at: usize, code: Code, message: &str) -> Problem {
        Problem::new(code, Span::new(&SourcePath::new(file).unwrap(), at..at), message)
    }

    #[test]
    fn problems_stand_by_file_and_place_each_once() {
        let problems = [
            problem("b.md", 0, Code::NotUtf8, "x"),
            problem("a.md", 9, Code::NotUtf8, "x"),
            problem("a.md", 2, Code::UnknownKey, "z"),
            problem("a.md", 9, Code::NotUtf8, "x"),
            problem("a.md", 2, Code::DuplicateKey, "z"),
        ];
        let report = Report::new(problems, &BTreeMap::new());
        let order: Vec<_> = report.problems().iter().map(|it| (it.span.file.as_str(), it.span.start, it.code)).collect();
        assert_eq!(order, [("a.md", 2, Code::DuplicateKey), ("a.md", 2, Code::UnknownKey), ("a.md", 9, Code::NotUtf8), ("b.md", 0, Code::NotUtf8)]);
        assert_eq!(report.summary(), "4 errors");
    }

    #[test]
    fn settings_change_levels_and_strict_makes_warnings_weigh() {
        let problems = [problem("a.md", 0, Code::UnquotedCode, "w"), problem("a.md", 0, Code::UnknownKey, "e"), problem("a.md", 0, Code::NotUtf8, "off")];
        let levels = BTreeMap::from([(Code::UnknownKey, Some(Level::Note)), (Code::NotUtf8, None)]);
        let report = Report::new(problems, &levels);
        assert_eq!((report.summary().as_str(), report.has_errors()), ("1 warning, 1 note", false));
        assert_eq!((report.clone().strict().summary().as_str(), report.strict().has_errors()), ("1 error, 1 note", true));
    }
}
