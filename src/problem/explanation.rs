//! The page of a problem: what is found, why it matters, an example, what to do, and how a project deals with it.

use std::fmt::Write as _;

use super::{Code, Level};

/// Why each problem matters and what to do about it: a heading `## id`, then a line `WHY: ` and a line `WAY OUT: `.
const REASONS: &str = include_str!("reasons.md");
/// What is reported of the smallest project that shows a problem: a heading `## id`, then the report. Written by `tests/problems.rs`.
const EXAMPLES: &str = include_str!("examples.md");

/// The page of `code`, as text for a terminal.
pub fn explanation(code: Code) -> String {
    let (id, level) = (code.id(), level(code));
    let mut page = format!("{id} ({level})\n\n{}\n", code.about());
    let reasons = section(REASONS, id).unwrap_or_default();
    let line = |name: &str| reasons.lines().find_map(|line| line.strip_prefix(name)).map(|text| wrapped(text.trim()));
    // Writing to a String cannot fail.
    if let Some(why) = line("WHY:") {
        let _ = writeln!(page, "\n{why}");
    }
    if let Some(example) = section(EXAMPLES, id) {
        let indented = example.trim_end().lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect::<String>();
        let _ = write!(page, "\nFor example:\n\n{indented}");
    }
    if let Some(way_out) = line("WAY OUT:") {
        let _ = writeln!(page, "\nWhat to do:\n\n{way_out}");
    }
    let _ = if code.is_fixed() {
        writeln!(page, "\nIt leaves something unread, so it can be neither lowered nor suppressed.")
    } else {
        writeln!(
            page,
            "\nFor the whole site its level is changed in site.toml, to \"error\", \"warning\", \"note\" or \"off\":\n\n    [checks]\n    {id} = \"off\""
        )
    };
    if code.is_of_a_page() {
        let _ = writeln!(
            page,
            "\nOn one page it is suppressed in the front matter, with the reason:\n\n    suppress:\n      - {{ check: {id}, reason: \"...\" }}\n\nWith `text: \"...\"` it is suppressed at that text alone."
        );
    }
    page
}

/// Why `code` matters, and what to do about it.
pub(super) fn reasons(code: Code) -> [&'static str; 2] {
    let section = section(REASONS, code.id()).unwrap_or_default();
    ["WHY:", "WAY OUT:"].map(|name| section.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim())
}

/// What stands under the heading `## id`.
fn section<'t>(text: &'t str, id: &str) -> Option<&'t str> {
    let start = text.find(&format!("## {id}\n"))? + id.len() + 4;
    let rest = text.get(start..)?;
    Some(rest.split("\n## ").next().unwrap_or(rest).trim_start_matches('\n'))
}

/// `text` in lines that a terminal has room for.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 100;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut().filter(|line| line.is_empty() || line.chars().count() + word.chars().count() < WIDTH) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

fn level(code: Code) -> &'static str {
    match code.level() {
        Level::Error => "error: nothing is published",
        Level::Warning => "warning: with --strict nothing is published",
        Level::Note => "note: only told",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_is_found_why_and_how_to_live_with_it() {
        let page = explanation(Code::YearInTitle);
        assert!(page.starts_with("year-in-title (warning: with --strict nothing is published)\n\nA title"), "{page}");
        assert!(page.contains("\nFor example:\n\n    warning[year-in-title]: ") && page.contains("\nWhat to do:\n\n"), "{page}");
        assert!(page.contains("    year-in-title = \"off\"\n") && page.contains("- { check: year-in-title, reason"), "{page}");
        assert!(!explanation(Code::YamlSyntax).contains("[checks]"));
    }

    #[test]
    fn every_problem_has_its_reason_and_its_way_out() {
        for code in Code::ALL {
            let reasons = section(REASONS, code.id()).unwrap_or_default();
            assert!(reasons.lines().any(|line| line.starts_with("WHY: ")) && reasons.lines().any(|line| line.starts_with("WAY OUT: ")), "{}", code.id());
        }
        assert_eq!(REASONS.matches("\n## ").count() + usize::from(REASONS.starts_with("## ")), Code::ALL.len(), "a reason of no problem, or one twice");
    }
}
