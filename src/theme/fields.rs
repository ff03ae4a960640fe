//! Fields that templates name and nobody gives: a misspelt one in a condition would quietly be false.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::meanings::Meanings;
use super::scan::Scan;
use super::shapes::Shapes;
use crate::problem::{Code, Problem};
use crate::source::{Span, Text};
use crate::tree::nearest;

/// Every path in `templates` that leads to nothing, where its first wrong field stands.
pub(super) fn unknown(shapes: &Shapes, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>) -> Vec<Problem> {
    let meanings = Meanings::new(shapes, scans);
    let mut problems = Vec::new();
    for (name, scan) in scans {
        let Some(text) = templates.get(*name) else { continue };
        for path in &scan.paths {
            let found = meanings.along(name, path);
            let [.., owners, last] = found.as_slice() else { continue };
            let Some(field) = path.get(found.len() - 1).filter(|_| last.is_empty()) else { continue };
            let owner = path.iter().take(found.len() - 1).map(|it| it.name.as_str()).collect::<Vec<_>>().join(".");
            problems.push(unknown_field(&owner, &field.name, text.span(field.range.clone()), owners));
        }
    }
    problems
}

fn unknown_field(owner: &str, field: &str, at: Span, schemas: &[&Value]) -> Problem {
    let problem = Problem::new(Code::TemplateName, at, format!("`{owner}` has no field `{field}`"));
    let defined: BTreeSet<&str> =
        schemas.iter().filter_map(|it| it.get("properties")?.as_object()).flat_map(serde_json::Map::keys).map(String::as_str).collect();
    match nearest(field, defined.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None if defined.is_empty() && owner == "site.params" => problem.help("declare it under `[params]` in the theme's theme.toml"),
        None if defined.is_empty() => problem.help(format!("`{owner}` has no fields at all")),
        None => problem.help(format!("it has {}", defined.into_iter().collect::<Vec<_>>().join(", "))),
    }
}
