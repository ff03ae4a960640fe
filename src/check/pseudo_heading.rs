//! A line that looks like a heading and is a paragraph: screen readers and the page's navigation pass it over.
//!
//! Told from the Markdown text: a paragraph of one line that is bold from end to end, or a few capitalised words
//! with a colon in front of a list.

use std::ops::Range;

use crate::guide::Manuscript;
use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every paragraph that plays the part of a heading.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    let lines = lines_of_body(&subject.manuscript);
    for (at, (line, range)) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| lines.get(it)).map_or("", |(line, _)| line);
        let (after, beyond) = (line_at(&lines, at + 1), line_at(&lines, at + 2));
        let alone = before.is_empty() && after.is_empty();
        let heads_a_list = before.is_empty() && (is_item(after) || (after.is_empty() && is_item(beyond)));
        if !(is_bold(line) && (alone || heads_a_list) || is_label(line) && heads_a_list) {
            continue;
        }
        let words = line.trim_matches(['*', '_']).trim_end_matches(':');
        let problem =
            Problem::new(Code::PseudoHeading, subject.manuscript.text.span(range.clone()), format!("`{line}` looks like a heading and is a paragraph"));
        problems.push(problem.help(format!("write `### {words}`, at the level that fits")));
    }
    problems
}

/// The lines of the body outside code, as they are, with their ranges. A line of code counts as text of its own.
fn lines_of_body(manuscript: &Manuscript) -> Vec<(&str, Range<usize>)> {
    let text = &manuscript.text.text;
    let mut at = manuscript.head.range.end;
    let mut fence: Option<&str> = None;
    let mut lines = Vec::new();
    for (number, line) in text.get(at..).unwrap_or("").split('\n').enumerate() {
        let range = at..at + line.len();
        at += line.len() + 1;
        let shown = line.trim_end();
        let marks = ["```", "~~~"].into_iter().find(|it| line.trim_start().starts_with(it));
        let is_code = fence.is_some() || marks.is_some();
        match (fence, marks) {
            (None, Some(_)) => fence = marks,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        // The first line is the one that closes the front matter.
        let kept = if number == 0 {
            ""
        } else if is_code {
            "```"
        } else {
            shown
        };
        lines.push((kept, range));
    }
    lines
}

fn line_at<'a>(lines: &[(&'a str, Range<usize>)], at: usize) -> &'a str {
    lines.get(at).map_or("", |(line, _)| line)
}

fn is_item(line: &str) -> bool {
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("1. ")
}

/// `**Physical demands**`, with or without a colon, short enough for a heading.
fn is_bold(line: &str) -> bool {
    let inner = |mark: &str| line.strip_suffix(':').unwrap_or(line).strip_prefix(mark)?.strip_suffix(mark).filter(|it| !it.contains(mark));
    inner("**").or_else(|| inner("__")).is_some_and(|it| !it.is_empty() && it.chars().count() <= 80 && !it.ends_with(['.', '!', '?']))
}

/// `Physical Demands:`: two to six words, every long one capitalised.
fn is_label(line: &str) -> bool {
    let Some(words) = line.strip_suffix(':') else { return false };
    if words.contains(['.', '!', '?', ';', ':', '*', '[', '`']) {
        return false;
    }
    let words: Vec<&str> = words.split(' ').collect();
    (2..=6).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3 && word.chars().all(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn bold_lines_and_labels_of_lists_are_headings_in_disguise() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            ---
            **What they earn**

            Enough. They use:

            - pipes

            Physical Demands:
            - Lifting

            **Note:** this is a lead, not a heading.

            **Do not touch a live wire.**

            ```
            **code**

            ```

            They work with:
            - water
            ",
            "
            note: `**What they earn**` looks like a heading and is a paragraph
              --> content/plumber.md:4:1 **What they earn**
              help: write `### What they earn`, at the level that fits
            note: `Physical Demands:` looks like a heading and is a paragraph
              --> content/plumber.md:10:1 Physical Demands:
              help: write `### Physical Demands`, at the level that fits
            ",
        );
    }
}
