//! Pages written, deleted, renamed, moved, swapped, copied; files that cannot be read or are passed over.

use guidepost::source::{Ignored, SourcePath, Unusable};

use crate::edits::{Edit, edit};
use crate::guides;
use crate::project::Project;
use crate::random::Random;
use crate::text::{relative, with_key};

pub(super) fn all() -> Vec<Edit> {
    vec![
        edit("files: a guide written", write_new),
        edit("files: a guide written anew", write_again),
        edit("files: a translation", |project, random| {
            let ending = random.word(&[".de.md", ".de.md", ".de.md", ".fr.md"]);
            translated(project, random, ending)
        }),
        edit("files: a translation brought up to date", |project, random| {
            let path = translation(project, random)?;
            let text = with_key(&project.text(&path)?, "translation_of", Some("0123456789ab"))?;
            project.write(&path, text);
            let told = guidepost::pipeline::build(&project.sources, &project.options, &mut guidepost::pipeline::Memory::default());
            let of_it = told.report.problems().iter().find(|it| it.span.file.as_str() == path && it.code.id() == "translation-outdated")?;
            let hash = of_it.help.as_deref()?.split("translation_of: ").nth(1)?.trim_end_matches('`').to_owned();
            let text = with_key(&project.text(&path)?, "translation_of", Some(&hash))?;
            project.write(&path, text);
            Some(path)
        }),
        edit("files: a translation without its record", |project, random| {
            let path = translation(project, random)?;
            let text = with_key(&project.text(&path)?, "translation_of", None)?;
            project.write(&path, text);
            Some(path)
        }),
        edit("files: a translation that waits, or no more", |project, random| {
            let path = translation(project, random)?;
            let text = project.text(&path)?;
            let (key, value) = *random.one(&[("draft", Some("true")), ("draft", None), ("published", Some("2099-01-01")), ("published", None)])?;
            project.write(&path, with_key(&text, key, value)?);
            Some(path)
        }),
        edit("files: names in another language", |project, random| {
            let (file, id) = *random.one(&[("areas", "us"), ("people", "ana"), ("resources", "handbook")])?;
            let path = format!("content/_data/{file}.de.yaml");
            let key = if file == "resources" { "title" } else { "name" };
            project.write(&path, format!("{id}: {{ {key}: Auf Deutsch {} }}\n", random.below(99)));
            Some(path)
        }),
        edit("files: a page deleted", |project, random| {
            let path = random.one(&project.pages())?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("files: a page renamed, and the links to it", |project, random| {
            let path = random.one(&project.guides())?.clone();
            rename(project, &path, &format!("{}/renamed-{}.md", folder(&path), random.below(9)), true)
        }),
        edit("files: a page renamed", |project, random| {
            let path = random.one(&project.guides())?.clone();
            rename(project, &path, &format!("{}/renamed-{}.md", folder(&path), random.below(9)), false)
        }),
        edit("files: a page moved, and the links to it", |project, random| {
            let path = random.one(&project.guides())?.clone();
            let to = format!("{}/{}", random.one(&project.folders()).filter(|it| !it.contains("_data"))?, name(&path));
            rename(project, &path, &to, true)
        }),
        edit("files: a page moved", |project, random| {
            let path = random.one(&project.pages())?.clone();
            let to = format!("{}/{}", random.one(&project.folders())?, name(&path));
            rename(project, &path, &to, false)
        }),
        edit("files: the case of a name", |project, random| {
            let path = random.one(&project.guides())?.clone();
            let first = name(&path).chars().next()?;
            let other = if first.is_lowercase() { first.to_uppercase().to_string() } else { first.to_lowercase().to_string() };
            let to = format!("{}/{other}{}", folder(&path), &name(&path)[first.len_utf8()..]);
            rename(project, &path, &to, random.chance(50))
        }),
        edit("files: a page given a folder, or taken out of it", |project, random| {
            let path = random.one(&project.guides())?.clone();
            let to = match path.strip_suffix("/index.md") {
                Some(folder) => format!("{folder}.md"),
                None => path.replace(".md", "/index.md"),
            };
            rename(project, &path, &to, true)
        }),
        edit("files: two pages that swap their names", |project, random| {
            let (one, other) = (random.one(&project.pages())?.clone(), random.one(&project.pages())?.clone());
            swap(project, &one, &other)
        }),
        edit("files: two files that swap their names", |project, random| {
            let end = random.word(&[".csv", ".png", ".svg", ".yaml", ".txt"]);
            let files = project.paths(|path| path.ends_with(end));
            let (one, other) = (random.one(&files)?.clone(), random.one(&files)?.clone());
            swap(project, &one, &other)
        }),
        edit("files: a page copied", |project, random| {
            let path = random.one(&project.guides())?.clone();
            let bytes = project.sources.get(&SourcePath::new(&path)?)?.clone();
            let to = format!("{}/copy-{}.md", folder(&path), random.below(9));
            project.write(&to, &bytes);
            Some(format!("{path} to {to}"))
        }),
        edit("files: a page kept back by its name", |project, random| {
            let path = random.one(&project.pages())?.clone();
            let to = match name(&path) {
                "_index.md" | "index.md" => return None,
                name if name.starts_with('_') => format!("{}/{}", folder(&path), &name[1..]),
                name => format!("{}/_{name}", folder(&path)),
            };
            rename(project, &path, &to, false)
        }),
        edit("files: what is known", |project, random| {
            if project.remove("baseline.json").is_some() {
                return Some("deleted".to_owned());
            }
            let path = random.one(&project.guides())?.clone();
            let known = [("figure-unsourced", "the fact `pay` has no source"), ("no-author", "the guide does not say who wrote it")];
            let entry = |(check, message)| format!("{{\"file\":\"{path}\",\"check\":\"{check}\",\"message\":\"{message}\"}}");
            project.write("baseline.json", format!("{{\"version\":1,\"problems\":[{}]}}", known.map(entry).join(",")));
            Some(path)
        }),
        edit("files: any file deleted", |project, random| {
            let path = random.one(&project.paths(|path| path != "site.toml"))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("files: a plain page written", |project, random| {
            let path = format!("content/plain-{}.md", random.below(9));
            project.write(&path, format!("---\ntitle: Plain {}\n---\n## One\n\nText.\n", random.below(9)));
            Some(path)
        }),
        edit("files: one that cannot be used", |project, random| {
            let path = SourcePath::new(&format!("{}/pipe-{}.md", random.one(&project.folders())?, random.below(3)))?;
            let at = project.sources.unusable.iter().position(|it| it.path == path);
            let what = if at.is_some() { "gone" } else { "new" };
            match at {
                Some(at) => drop(project.sources.unusable.remove(at)),
                None => project.sources.unusable.push(Unusable { path: path.clone(), why: "this is a pipe".to_owned(), help: "remove it".to_owned() }),
            }
            Some(format!("{path}: {what}"))
        }),
        edit("files: a page that can no longer be read", |project, random| {
            let path = random.one(&project.pages())?.clone();
            project.remove(&path)?;
            let path = SourcePath::new(&path)?;
            project.sources.unusable.push(Unusable { path: path.clone(), why: "this cannot be read".to_owned(), help: "check its permissions".to_owned() });
            Some(path.to_string())
        }),
        edit("files: one that is passed over", |project, random| {
            let folder = random.one(&project.folders())?.clone();
            let (name, why) = *random.one(&[(".hidden", Ignored::Hidden), ("nurse.md~", Ignored::Backup)])?;
            let path = SourcePath::new(&format!("{folder}/{name}"))?;
            let what = if project.sources.ignored.remove(&path).is_some() { "gone" } else { "new" };
            if what == "new" {
                project.sources.ignored.insert(path.clone(), why);
            }
            Some(format!("{path}: {what}"))
        }),
    ]
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn write_new(project: &mut Project, random: &mut Random) -> Option<String> {
    let number = random.below(30);
    let folders: Vec<String> = project.folders().into_iter().filter(|folder| !folder.contains("_data")).collect();
    let folder = if random.chance(15) { format!("content/new-{}", random.below(4)) } else { random.one(&folders)?.clone() };
    let path = format!("{folder}/newcomer-{number}.md");
    let text = guides::text(&path, &format!("Newcomer {number}"), &project.guides(), random.below(1000), random);
    project.write(&path, text);
    Some(path)
}

fn write_again(project: &mut Project, random: &mut Random) -> Option<String> {
    let path = random.one(&project.guides())?.clone();
    let name = format!("Other {}", random.below(30));
    let text = guides::text(&path, &name, &project.guides(), random.below(1000), random);
    project.write(&path, text);
    Some(format!("{path}: {name}"))
}

/// Renames a file. Where links follow, every page that named it beside itself or by its path names the new one.
fn rename(project: &mut Project, from: &str, to: &str, links_follow: bool) -> Option<String> {
    if from == to || project.has(to) {
        return None;
    }
    let bytes = project.remove(from)?;
    project.write(to, &bytes);
    if links_follow {
        for page in project.pages() {
            let Some(text) = project.text(&page) else { continue };
            // Its own links lead from another folder now.
            let changed = if page == to { own_links_moved(&text, from, to) } else { text.replace(&relative(&page, from), &relative(&page, to)) };
            if changed != text {
                project.write(&page, changed);
            }
        }
    }
    Some(format!("{from} to {to}{}", if links_follow { ", with links" } else { "" }))
}

/// The text of a page that moved, with the links to other pages as they are from its new place.
fn own_links_moved(text: &str, from: &str, to: &str) -> String {
    let at = SourcePath::new(from).unwrap();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let mut out = String::new();
    for part in text.split_inclusive(|c| !is_name(c)) {
        let word = part.trim_end_matches(|c| !is_name(c));
        let target = Some(word).filter(|word| word.ends_with(".md") && !word.starts_with('/')).and_then(|word| at.sibling(word));
        match target {
            Some(target) => out += &part.replace(word, &relative(to, target.as_str())),
            None => out += part,
        }
    }
    out
}

fn swap(project: &mut Project, one: &str, other: &str) -> Option<String> {
    if one == other {
        return None;
    }
    let (first, second) = (project.remove(one)?, project.remove(other)?);
    project.write(one, &second);
    project.write(other, &first);
    Some(format!("{one} and {other}"))
}

/// A page written beside another as its translation, whose name has this ending.
fn translated(project: &mut Project, random: &mut Random, ending: &str) -> Option<String> {
    let path = random.one(&project.pages())?.clone();
    project.set("languages.de", "name", Some("\"Deutsch\""));
    let original = path.trim_end_matches(".md").trim_end_matches(".de").to_owned() + ".md";
    let text = with_key(&project.text(&original)?, "title", Some("Auf Deutsch"))?;
    let text = with_key(&with_key(&text, "facts", None)?, "aliases", None)?;
    let text = with_key(&text, "translation_of", Some(random.word(&["0123456789ab", "000000000000"])))?;
    let to = original.replace(".md", ending);
    project.write(&to, text);
    Some(to)
}

/// A German translation that there is; else one that is written now.
fn translation(project: &mut Project, random: &mut Random) -> Option<String> {
    match random.one(&project.paths(|path| path.ends_with(".de.md"))).cloned() {
        Some(path) => Some(path),
        None => translated(project, random, ".de.md"),
    }
}
