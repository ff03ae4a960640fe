//! The page of a check: what it finds, and how a project deals with it.

use std::fmt::Write as _;

use super::{Code, Level};

/// The page of `code`, as text for a terminal.
pub fn explanation(code: Code) -> String {
    let (id, level) = (code.id(), level(code));
    let mut page = format!("{id} ({level})\n\n{}\n", code.about());
    // Writing to a String cannot fail.
    let _ = if code.is_fixed() {
        writeln!(page, "\nIt leaves something unread, so it can be neither lowered nor suppressed.")
    } else {
        writeln!(
            page,
            "\nFor the whole site its level is changed in site.toml, to \"error\", \"warning\", \"note\" or \"off\":\n\n    [checks]\n    {id} = \"off\"\n\n\
             On one page it is suppressed in the front matter, with the reason:\n\n    suppress:\n      - {{ check: {id}, reason: \"...\" }}"
        )
    };
    page
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
    fn a_page_says_what_is_found_and_how_to_live_with_it() {
        let page = explanation(Code::YearInTitle);
        assert!(page.starts_with("year-in-title (warning: with --strict nothing is published)\n\nA title"), "{page}");
        assert!(page.contains("    year-in-title = \"off\"\n") && page.contains("- { check: year-in-title, reason"), "{page}");
        assert!(!explanation(Code::YamlSyntax).contains("[checks]"));
    }
}
