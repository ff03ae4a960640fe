//! Two ids for one place or one industry: what is written under the one is never compared with what is written under the other.

use std::collections::BTreeMap;

use super::{AREAS, INDUSTRIES, Registry};
use crate::problem::{Code, Problem};
use crate::source::{Sources, Text};
use crate::yaml;

/// Every entry with the code of one before it. Kinds of areas have codes of their own: a state and a county may have one number.
pub(super) fn all(registry: &Registry, sources: &Sources) -> Vec<Problem> {
    let areas = registry.areas.iter().filter_map(|(id, it)| Some((id, (it.kind.as_deref().unwrap_or_default(), it.code.as_deref()?))));
    let industries = registry.industries.iter().filter_map(|(id, it)| Some((id, ("", it.code.as_deref()?))));
    let mut problems = Vec::new();
    for (file, twins) in [(AREAS, twins(areas)), (INDUSTRIES, twins(industries))] {
        let Some((path, bytes)) = registry.files.get(file.name).and_then(|path| Some((path, sources.get(path)?))).filter(|_| !twins.is_empty()) else {
            continue;
        };
        let Ok(text) = Text::decode(path, bytes) else { continue };
        let place = |id: &str| text.span(yaml::locate(&text, 0..text.text.len(), &[id, "code"]));
        problems.extend(twins.into_iter().map(|(first, second)| {
            let message = format!("`{second}` has the code of `{first}`, so figures of one {} stand under two names and are never compared", file.entry);
            let problem = Problem::new(Code::InvalidValue, place(second), message).also(place(first), "the same code");
            problem.help("keep one of the two ids, and name that everywhere; or correct the code")
        }));
    }
    problems
}

/// The first id of each code, with each that follows.
fn twins<'r>(ids: impl Iterator<Item = (&'r String, (&'r str, &'r str))>) -> Vec<(&'r str, &'r str)> {
    let mut firsts: BTreeMap<(&str, String), &str> = BTreeMap::new();
    let mut twins = Vec::new();
    for (id, (kind, code)) in ids.filter(|(_, (_, code))| !code.trim().is_empty()) {
        match firsts.get(&(kind, code.to_lowercase())) {
            Some(first) => twins.push((*first, id.as_str())),
            None => {
                firsts.insert((kind, code.to_lowercase()), id);
            }
        }
    }
    twins
}
