//! The page of the manual that lists every problem.

use std::fmt::Write as _;

use super::{Code, Level};

/// `docs/problems.md`: every problem with its id, its default level and what it finds, by id.
pub fn catalogue() -> String {
    let mut codes: Vec<Code> = Code::ALL.to_vec();
    codes.sort_by_key(|code| code.id());
    let mut page = String::from(
        "# Problems\n\n\
        What Guidepost can find wrong with a project. An **error** keeps the site from being published; a **warning** does too \
        with `--strict`; a **note** is only told.\nThe table `[checks]` of `site.toml` changes levels: `year-in-title = \"off\"`.\n\n\
        | id | level | what it finds |\n| --- | --- | --- |\n",
    );
    for code in codes {
        let level = match code.level() {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        // A bar would end the cell.
        let about = code.about().replace('|', "\\|");
        // Writing to a String cannot fail.
        let _ = writeln!(page, "| `{}` | {level} | {about} |", code.id());
    }
    page
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_problem_has_its_own_id_and_a_row() {
        let ids: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), Code::ALL.len());
        let page = catalogue();
        assert_eq!(page.lines().filter(|line| line.starts_with("| `")).count(), Code::ALL.len());
        assert!(page.contains("| `year-in-title` | warning | A title or summary carries a year that has passed. |\n"), "{page}");
    }
}
