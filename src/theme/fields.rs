//! Fields that templates name and nobody gives: a misspelt one in a condition would quietly be false.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::meanings::Meanings;
use super::scan::Scan;
use crate::problem::{Code, Problem};
use crate::source::{Span, Text};
use crate::tree::nearest;

/// Every path in `templates` that leads to nothing, where its first wrong field stands. `language` is that of the site, to which a word would be added.
pub(super) fn unknown(meanings: &Meanings, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>, language: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, scan) in scans {
        let Some(text) = templates.get(*name) else { continue };
        for (path, is_asked) in scan.paths.iter().map(|it| (it, false)).chain(scan.asked.iter().map(|it| (it, true))) {
            let found = meanings.along(name, path);
            let [.., owners, last] = found.as_slice() else { continue };
            let Some(field) = path.get(found.len() - 1).filter(|_| last.is_empty()) else { continue };
            // Other versions may have what a template asks for, but hardly a name that differs by a letter.
            if is_asked && nearest(&field.name, fields_of(owners)).is_none() {
                continue;
            }
            let owner = path.iter().take(found.len() - 1).map(|it| it.name.as_str()).collect::<Vec<_>>().join(".");
            let at = text.span(field.range.clone());
            problems.push(match owner.as_str() {
                "words" => unknown_word(&field.name, at, owners, language),
                _ => unknown_field(&owner, &field.name, at, owners),
            });
        }
    }
    problems
}

fn unknown_field(owner: &str, field: &str, at: Span, schemas: &[&Value]) -> Problem {
    let problem = Problem::new(Code::TemplateName, at, format!("`{owner}` has no field `{field}`"));
    let defined = fields_of(schemas);
    match nearest(field, defined.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None if defined.is_empty() && owner == "site.params" => problem.help("declare it under `[params]` in the theme's theme.toml"),
        None if defined.is_empty() => problem.help(format!("`{owner}` has no fields at all")),
        None => problem.help(format!("it has {}", defined.into_iter().collect::<Vec<_>>().join(", "))),
    }
}

/// A word that no language has: misspelt, or not written yet.
fn unknown_word(name: &str, at: Span, words: &[&Value], language: &str) -> Problem {
    let add = format!("write `{name} = \"...\"` in `words/{language}.toml`");
    let help = nearest(name, fields_of(words)).map_or_else(|| add.clone(), |near| format!("did you mean `{near}`? To add a word of your own, {add}"));
    Problem::new(Code::TemplateName, at, format!("no language has a word `{name}`")).help(help)
}

fn fields_of<'s>(schemas: &[&'s Value]) -> BTreeSet<&'s str> {
    schemas.iter().filter_map(|it| it.get("properties")?.as_object()).flat_map(serde_json::Map::keys).map(String::as_str).collect()
}
