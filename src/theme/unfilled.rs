//! Words with places in them that templates print as they are: readers would see `Updated {day}`.

use std::collections::BTreeMap;

use super::meanings::Meanings;
use super::scan::Scan;
use super::shapes::places;
use crate::problem::{Code, Problem};
use crate::source::{Sources, Text};

/// Every word in the project's own `templates` that is printed without `say` and needs it. In those of a built-in theme the word is at
/// fault, which is told where it stands.
pub(super) fn words(meanings: &Meanings, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>, sources: &Sources) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, scan) in scans {
        let Some(text) = templates.get(*name).filter(|text| sources.get(&text.path).is_some()) else { continue };
        for path in &scan.prints {
            let found = meanings.along(name, path);
            // A name that may hold something else too is left to whoever fills it.
            let Some(held) = found.last().filter(|held| found.len() == path.len() && held.iter().all(|shape| places(shape).is_some())) else { continue };
            let Some(needed) = held.iter().find_map(|shape| places(shape)) else { continue };
            let (Some(first), Some(last)) = (path.first(), path.last()) else { continue };
            let word = path.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(".");
            let quoted: Vec<String> = needed.iter().map(|place| format!("`{place}`")).collect();
            let given: Vec<String> = needed.iter().map(|place| format!("{place}=...")).collect();
            let at = text.span(first.range.start..last.range.end);
            let problem = Problem::new(Code::TemplateName, at, format!("the word needs {}", quoted.join(" and ")));
            problems.push(problem.help(format!("write `{word} | say({})`", given.join(", "))));
        }
    }
    problems
}
