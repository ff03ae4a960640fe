//! Which module may use which (`ARCHITECTURE.md`, "rooms"), read from the sources. A new line here is a design decision.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_collect,
    reason = "tests touch the disk"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every room of `src/` and the rooms it uses. Everything above them may use `source` and `problem`.
const ROOMS: &[(&str, &[&str])] = &[
    ("address", &[]),
    ("chart", &["fact"]),
    // A link leads to what the output will hold.
    (
        "check",
        &["address", "dataset", "day", "fact", "figures", "guide", "language", "memory", "output", "picture", "registry", "settings", "site", "tree", "yaml"],
    ),
    // An address on the command line has the judge of the one in the settings.
    ("command", &["day", "inventory", "language", "output", "picture", "pipeline", "reference", "serve", "settings", "starter", "theme", "tree", "watch"]),
    // A dataset answers with facts' values, and is asked by their measures.
    ("dataset", &["fact", "tree"]),
    ("day", &[]),
    ("digest", &[]),
    ("fact", &["day"]),
    // What a page's figures are, before any page is made.
    ("figures", &["dataset", "fact", "guide", "memory", "registry", "settings", "tree", "yaml"]),
    // A translation knows the text that it was made from by its hash.
    ("guide", &["address", "day", "digest", "fact", "language", "slug", "tree", "words", "yaml"]),
    ("inventory", &["day", "site"]),
    ("language", &[]),
    ("memory", &[]),
    ("output", &[]),
    (
        "page",
        &[
            "address", "chart", "dataset", "day", "digest", "fact", "figures", "guide", "language", "memory", "output", "picture", "registry", "settings",
            "site", "slug", "tree", "words", "yaml",
        ],
    ),
    // A picture follows from bytes alone.
    ("picture", &["digest"]),
    (
        "pipeline",
        &[
            "check",
            "dataset",
            "day",
            "figures",
            "guide",
            "inventory",
            "memory",
            "output",
            "page",
            "picture",
            "registry",
            "render",
            "settings",
            "site",
            "stamp",
            "theme",
            "words",
        ],
    ),
    // A digest by which code hosts know a problem again.
    ("problem", &["digest", "source"]),
    ("reference", &["dataset", "guide", "page", "settings"]),
    ("registry", &["dataset", "guide", "language", "tree", "yaml"]),
    ("render", &["page", "settings", "stamp", "theme"]),
    ("serve", &["output", "settings"]),
    ("settings", &["address", "day", "guide", "language", "tree"]),
    ("site", &["day", "guide", "language", "registry", "settings", "slug", "tree", "yaml"]),
    ("slug", &[]),
    ("source", &[]),
    ("stamp", &[]),
    ("starter", &["day", "guide", "words"]),
    ("theme", &["address", "digest", "guide", "language", "output", "page", "settings", "stamp", "tree", "words"]),
    ("tree", &[]),
    ("watch", &[]),
    ("words", &["language", "tree"]),
    ("yaml", &["tree"]),
];

/// Longest file, in lines.
const LONGEST: usize = 400;

/// One file of `src/`: its module path and its text without comments and tests.
struct Module {
    path: Vec<String>,
    text: String,
    lines: usize,
}

fn modules() -> BTreeMap<String, Module> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&src).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    files
        .map(|entry| {
            let file = entry.path().strip_prefix(&src).unwrap().with_extension("");
            let mut path: Vec<String> = file.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            if path.last().is_some_and(|name| matches!(name.as_str(), "mod" | "lib")) {
                path.pop();
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            (path.join("::"), Module { path, lines: text.lines().count(), text: code(&text) })
        })
        .filter(|(name, _)| name != "main")
        .collect()
}

/// The text without comments, and without the module of tests at its end.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let without_comments = text[..end].lines().map(|line| line.split("//").next().unwrap_or(""));
    without_comments.map(|line| format!("{line}\n")).collect()
}

/// The modules that are there only when tests are built: those that their `mod.rs` declares below `#[cfg(test)]`, and what is in them.
fn only_for_tests(modules: &BTreeMap<String, Module>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, module) in modules {
        for (at, attribute) in module.text.match_indices("#[cfg(test)]\n") {
            let declaration = module.text[at + attribute.len()..].lines().next().unwrap_or("");
            let Some((_, child)) = declaration.trim().strip_suffix(';').and_then(|it| it.rsplit_once("mod ")) else { continue };
            let child = if name.is_empty() { child.to_owned() } else { format!("{name}::{child}") };
            found.extend(modules.keys().filter(|it| **it == child || it.starts_with(&format!("{child}::"))).cloned());
        }
    }
    found
}

/// All paths that the module names and that begin at `crate`, `super` or `self`, from the crate's root; lists are taken apart.
fn named(module: &Module, is_folder: bool) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    let text = &module.text;
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(start) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':')) {
                continue;
            }
            for tail in expand(&text[at..]) {
                found.extend(absolute(module, is_folder, &tail));
            }
        }
    }
    found
}

/// The children that a folder's `mod.rs` calls itself, rather than hands on.
fn children_used(name: &str, modules: &BTreeMap<String, Module>) -> BTreeSet<Vec<String>> {
    let own: String = modules[name].text.split_inclusive(';').filter(|line| !line.contains("pub use ") && !line.contains(") use ")).collect();
    let children = modules.values().filter(|module| module.path.len() > 1 && module.path[..module.path.len() - 1].join("::") == name);
    let is_named =
        |child: &str| own.match_indices(&format!("{child}::")).any(|(at, _)| !own[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':')));
    children.filter(|child| is_named(child.path.last().unwrap())).map(|child| child.path.clone()).collect()
}

/// The paths of `a::b::{c, d::{e, f}}`.
fn expand(text: &str) -> Vec<Vec<String>> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'))).unwrap_or(text.len());
    let head: Vec<String> = text[..end].split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
    if !(text[..end].ends_with("::") && text[end..].starts_with('{')) {
        return vec![head];
    }
    let (mut depth, mut from, mut paths) = (0, end + 1, Vec::new());
    for (at, c) in text[end..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (c == ',' && depth == 1) || depth == 0 {
            for tail in expand(text[from..end + at].trim()) {
                paths.push(head.iter().cloned().chain(tail).collect());
            }
            from = end + at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    paths
}

fn absolute(module: &Module, is_folder: bool, path: &[String]) -> Option<Vec<String>> {
    let mut base = module.path.clone();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => base.clear(),
        "super" => {
            while rest.first().is_some_and(|part| part == "super") {
                base.pop()?;
                rest = &rest[1..];
            }
            return Some(base.into_iter().chain(rest.iter().cloned()).collect());
        }
        _ if is_folder => {}
        _ => return None,
    }
    Some(base.into_iter().chain(rest[1..].iter().cloned()).collect())
}

/// The file that defines what `path` names: the longest module it begins with; a name that `mod.rs` hands on belongs to the child.
fn defining(path: &[String], modules: &BTreeMap<String, Module>) -> Option<String> {
    let length = (1..=path.len()).rev().find(|length| modules.contains_key(&path[..*length].join("::")))?;
    let name = path[..length].join("::");
    let Some(item) = path.get(length) else { return Some(name) };
    for statement in modules[&name].text.split(';') {
        let Some(handed_on) = ["pub use ", "pub(crate) use ", "pub(super) use "].iter().find_map(|start| Some(statement.split_once(start)?.1)) else {
            continue;
        };
        for given in expand(handed_on.trim()).into_iter().filter(|given| given.first().is_some_and(|first| first != "crate")) {
            let child: Vec<String> = name.split("::").map(str::to_owned).chain(given.iter().cloned()).collect();
            let Some(file) = (1..=child.len()).rev().map(|length| child[..length].join("::")).find(|file| modules.contains_key(file)) else { continue };
            let is_handed_on = given.last() == Some(item) || (handed_on.trim_end().ends_with('*') && defines(&modules[&file], item));
            if is_handed_on && file != name {
                return defining(&file.split("::").chain([item.as_str()]).map(str::to_owned).collect::<Vec<_>>(), modules);
            }
        }
    }
    Some(name)
}

fn defines(module: &Module, item: &str) -> bool {
    ["struct", "enum", "trait", "type", "fn", "const"].iter().any(|kind| {
        let head = format!("{kind} {item}");
        module.text.match_indices(&head).any(|(at, _)| !module.text[at + head.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// For every file the files it uses.
fn uses(modules: &BTreeMap<String, Module>) -> BTreeMap<String, BTreeSet<String>> {
    let is_folder = |name: &str| modules.keys().any(|other| other.starts_with(&format!("{name}::")));
    let of = |(name, module): (&String, &Module)| {
        let mut paths = named(module, is_folder(name));
        paths.extend(children_used(name, modules));
        let files = paths.iter().filter_map(|path| defining(path, modules)).filter(|file| file != name).collect();
        (name.clone(), files)
    };
    modules.iter().filter(|(name, _)| !name.is_empty()).map(of).collect()
}

fn room(file: &str) -> &str {
    file.split("::").next().unwrap_or(file)
}

#[test]
fn every_room_uses_only_those_below_it() {
    let modules = modules();
    let table: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let tests = only_for_tests(&modules);
    let mut wrong = BTreeSet::new();
    // A test may stand above its room: it builds what the room is given with the rooms that make it.
    for (file, used) in uses(&modules).into_iter().filter(|(file, _)| !tests.contains(file)) {
        let Some(allowed) = table.get(room(&file)) else {
            wrong.insert(format!("{} is not in the table", room(&file)));
            continue;
        };
        for other in used.iter().map(|other| room(other)).filter(|other| *other != room(&file)) {
            if !allowed.contains(&other) && (room(&file) == "source" || !matches!(other, "source" | "problem")) {
                wrong.insert(format!("{file} uses {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_has_no_circle() {
    let table: BTreeMap<String, BTreeSet<String>> =
        ROOMS.iter().map(|(room, used)| ((*room).to_owned(), used.iter().map(|used| (*used).to_owned()).collect())).collect();
    assert_eq!(circle(&table), None);
}

#[test]
fn no_files_lean_on_each_other_in_a_circle() {
    let modules = modules();
    assert_eq!(circle(&uses(&modules)), None);
}

#[test]
fn no_file_is_longer_than_one_idea() {
    let long: Vec<String> =
        modules().iter().filter(|(_, module)| module.lines > LONGEST).map(|(name, module)| format!("{name}: {} lines", module.lines)).collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_table_names_what_is_used_and_no_more() {
    let modules = modules();
    let tests = only_for_tests(&modules);
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for (file, others) in uses(&modules).into_iter().filter(|(file, _)| !tests.contains(file)) {
        used.extend(others.iter().map(|other| (room(&file).to_owned(), room(other).to_owned())));
    }
    let planned = ROOMS.iter().flat_map(|(room, others)| others.iter().map(|other| ((*room).to_owned(), (*other).to_owned())));
    let idle: Vec<_> = planned.filter(|line| !used.contains(line)).collect();
    assert!(idle.is_empty(), "the table allows what nothing does: {idle:#?}");
    let names: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    assert!(names.is_sorted_by(|left, right| left < right));
}

/// A circle in `uses`, as the files on it.
fn circle(uses: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn visit(at: &str, uses: &BTreeMap<String, BTreeSet<String>>, path: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
        if let Some(from) = path.iter().position(|it| it == at) {
            return Some(path[from..].to_vec());
        }
        if !done.insert(at.to_owned()) {
            return None;
        }
        path.push(at.to_owned());
        let found = uses.get(at).into_iter().flatten().find_map(|next| visit(next, uses, path, done));
        path.pop();
        found
    }
    let mut done = BTreeSet::new();
    uses.keys().find_map(|start| visit(start, uses, &mut Vec::new(), &mut done))
}
