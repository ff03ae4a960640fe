//! Nothing silently left out: every source file with what became of it.

use std::collections::BTreeSet;

use crate::day::Day;
use crate::site::{HeldBack, Site};
use crate::source::{Ignored, SourcePath, Sources};

/// One source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The file.
    pub path: SourcePath,
    /// What became of it.
    pub state: State,
}

/// What becomes of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// A page, published at this address of the site.
    Published(String),
    /// A draft.
    Draft,
    /// Published from that day on.
    Scheduled(Day),
    /// Kept back by the underscore that its name, or a folder's, begins with.
    Underscore,
    /// Passed over.
    Ignored(Ignored),
    /// Not readable: a problem tells why.
    Unreadable,
    /// Its name, or another file in its place, keeps it from being published: a problem tells why.
    Unpublishable,
    /// Published as it is.
    Copied,
    /// Settings, data, templates: read, not published itself.
    Data,
}

/// What became of each file of `sources`, sorted by path. `unpublishable` are those whose place in the site cannot be theirs.
pub fn take(sources: &Sources, site: &Site, unpublishable: &BTreeSet<SourcePath>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = sources.ignored.iter().map(|(path, why)| Entry { path: path.clone(), state: State::Ignored(*why) }).collect();
    entries.extend(sources.files.keys().map(|path| Entry { path: path.clone(), state: state(path, site, unpublishable) }));
    let known = |path: &SourcePath| sources.files.contains_key(path) || sources.ignored.contains_key(path);
    let unusable = sources.unusable.iter().map(|file| &file.path).filter(|path| !known(path));
    entries.extend(unusable.map(|path| Entry { path: path.clone(), state: State::Unreadable }));
    entries.sort_by(|left, right| left.path.cmp(&right.path));
    entries.dedup();
    entries
}

fn state(path: &SourcePath, site: &Site, unpublishable: &BTreeSet<SourcePath>) -> State {
    let told = |state: State| if unpublishable.contains(path) { State::Unpublishable } else { state };
    if let Some(page) = site.pages.get(path) {
        return told(State::Published(format!("/{}", page.address.as_str())));
    }
    match site.held_back.get(path) {
        Some(HeldBack::Draft) => return State::Draft,
        Some(HeldBack::Scheduled(day)) => return State::Scheduled(*day),
        Some(HeldBack::UnknownLanguage) => return State::Unpublishable,
        None => {}
    }
    let folder = path.as_str().split('/').next().unwrap_or("");
    match folder {
        "content" if path.as_str().starts_with("content/_data/") => State::Data,
        "content" if path.is_kept_back() || path.file_name().starts_with('_') => State::Underscore,
        "content" if path.extension() == "md" => State::Unreadable,
        "content" | "static" => told(State::Copied),
        _ => State::Data,
    }
}

#[cfg(test)]
mod tests {
    use crate::pipeline::{Memory, Options, build};
    use crate::source::{Ignored, SourcePath, Sources, Unusable};

    fn path(text: &str) -> SourcePath {
        SourcePath::new(text).unwrap()
    }

    #[test]
    fn every_file_is_told_with_what_became_of_it() {
        let mut sources = Sources::default();
        for (at, text) in [
            ("site.toml", "title = \"Careers\"\nbase_url = \"https://example.org/\"\n"),
            ("content/_index.md", "---\ntitle: Careers\n---\n"),
            ("content/_data/people.yaml", "ann: { name: Ann }\n"),
            ("content/_notes/a.md", "notes"),
            ("content/about.md", "---\ntitle: About\n---\n"),
            ("content/draft.md", "---\ntitle: Draft\ndraft: true\n---\n"),
            ("content/later.md", "---\ntitle: Later\npublished: 2026-12-24\n---\n"),
            ("content/photo.txt", "x"),
            ("static/logo.svg", "<svg/>"),
            ("templates/a.html", ""),
        ] {
            sources.files.insert(path(at), text.as_bytes().into());
        }
        sources.files.insert(path("content/latin.md"), b"caf\xE9".as_slice().into());
        sources.ignored.insert(path("content/about.md~"), Ignored::Backup);
        let pipe = path("content/pipe.md");
        // A file with a problem that was read all the same is told once.
        for file in [&pipe, &path("content/about.md")] {
            sources.unusable.push(Unusable { path: file.clone(), why: "...".to_owned(), help: "...".to_owned() });
        }
        let build = build(&sources, &Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None, shard: None }, &mut Memory::default());
        let told: Vec<String> = build.inventory(&sources).iter().map(|entry| format!("{} {:?}", entry.path, entry.state)).collect();
        assert_eq!(
            told,
            [
                "content/_data/people.yaml Data",
                "content/_index.md Published(\"/\")",
                "content/_notes/a.md Underscore",
                "content/about.md Published(\"/about/\")",
                "content/about.md~ Ignored(Backup)",
                "content/draft.md Draft",
                "content/later.md Scheduled(Day(2026-12-24))",
                "content/latin.md Unreadable",
                "content/photo.txt Copied",
                "content/pipe.md Unreadable",
                "site.toml Data",
                "static/logo.svg Copied",
                "templates/a.html Data",
            ]
        );
    }
}
