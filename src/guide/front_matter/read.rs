//! The front matter of one file: found between its `---` lines, read, and judged.

use std::ops::Range;

use super::{FrontMatter, Unread, foreign, rules};
use crate::problem::{Code, Problem};
use crate::source::Text;
use crate::yaml;

/// A front matter as it was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub front: FrontMatter,
    /// What it says beyond that, perhaps, and could not be read.
    pub unread: Unread,
    /// Its YAML, as a range of the file.
    pub range: Range<usize>,
    /// Where the body begins.
    pub body_start: usize,
}

/// The front matter of `text`, and everything that is wrong with it.
///
/// `limit` is the largest front matter in bytes. Without front matter, all of the text is the body; where it is never
/// closed, nothing is.
pub fn read(text: &Text, limit: usize) -> (Found, Vec<Problem>) {
    let Some(start) = opening(&text.text) else {
        return (Found { unread: Unread::Perhaps, ..Found::default() }, vec![missing(text)]);
    };
    let mut problems = Vec::new();
    let (range, body_start) = closing(&text.text, start).unwrap_or_else(|| {
        let (problem, range) = unclosed(text, start);
        problems.push(problem);
        (range, text.text.len())
    });
    if range.len() > limit {
        let message = format!("the front matter has {} bytes; at most {limit} are read", range.len());
        let help = "move long texts into the body, or raise `front_matter_kib` below `[limits]` in `site.toml`";
        problems.push(Problem::new(Code::TooLarge, text.span(0..3), message).help(help));
        return (Found { unread: Unread::Perhaps, range, body_start, ..Found::default() }, problems);
    }
    let mut reading = yaml::reading::<FrontMatter>(text, range.clone());
    foreign::answer(&mut reading.problems, text);
    let is_empty = reading.problems.is_empty() && reading.value == FrontMatter::default();
    let is_cut_off = !problems.is_empty();
    let unread = match reading.problems.as_slice() {
        _ if is_empty || is_cut_off => Unread::Perhaps,
        [] => Unread::Nothing,
        wrong => Unread::of(wrong, &reading.places),
    };
    problems.append(&mut reading.problems);
    let mut judge = rules::Judge::new(&reading.places);
    rules::front_matter(&reading.value, &mut judge);
    // What was never read is not to be called missing; of an empty front matter the title is.
    judge.problems.retain(|it| it.code != Code::MissingField || unread != Unread::Perhaps || is_empty && !is_cut_off);
    problems.append(&mut judge.problems);
    problems.sort_by(|a, b| a.span.cmp(&b.span));
    (Found { front: reading.value, unread, range, body_start }, problems)
}

/// Where the YAML begins, behind a first line of `---`.
fn opening(text: &str) -> Option<usize> {
    let line = text.split_inclusive('\n').next()?;
    (line.trim_end() == "---").then_some(line.len())
}

/// The range of the YAML and the beginning of the body.
fn closing(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn missing(text: &Text) -> Problem {
    let first = text.text.trim_start().lines().next().unwrap_or_default().trim_end();
    let (message, help) = if first == "---" {
        ("the front matter does not begin in the first line", "remove what stands above `---`")
    } else if first == "+++" {
        ("front matter in TOML is not read", "write it in YAML between lines of `---`: `title: ...`")
    } else {
        ("this page has no front matter", "begin the file with a line `---`, a line `title: ...` and a line `---`")
    };
    Problem::new(Code::FrontMatterMissing, text.span(0..0), message).help(help)
}

/// The problem that no line closes the front matter, and the range that is probably meant to be it.
fn unclosed(text: &Text, start: usize) -> (Problem, Range<usize>) {
    let problem = Problem::new(Code::FrontMatterUnclosed, text.span(0..3), "the front matter that begins here is never closed");
    let rest = text.text.get(start..).unwrap_or_default();
    let mut at = start;
    for line in rest.split_inclusive('\n') {
        if !could_be_yaml(line) {
            let problem = problem.also(text.span(at..at + line.trim_end().len()), "the body seems to begin here");
            let line = text.place(at).line;
            return (problem.help(format!("write a line `---` above line {line}")), start..at);
        }
        at += line.len();
    }
    (problem.help("write a line `---` behind the last field"), start..at)
}

/// Whether `line` may belong to front matter: it is indented, an item, a remark or begins with a key.
fn could_be_yaml(line: &str) -> bool {
    let is_heading = line.starts_with("##");
    let key = line.split_once(':').map(|(key, _)| key.trim_end());
    let has_key = key.is_some_and(|key| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')));
    !is_heading && (line.trim().is_empty() || line.starts_with([' ', '\t', '#', '}', ']']) || line.starts_with("- ") || has_key)
}

#[cfg(test)]
mod tests;
