//! Nothing silently left out: every source file with what became of it.

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
    /// Published as it is.
    Copied,
    /// Settings, data, templates: read, not published itself.
    Data,
}

/// Whether a file of `content/` is kept back by an underscore in front of its name or a folder's.
/// `_index.md` is a section's page.
pub fn is_kept_back(path: &SourcePath) -> bool {
    let within = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    within.split('/').any(|part| part.starts_with('_') && part != "_index.md")
}

/// What became of each file of `sources`, sorted by path.
pub fn take(sources: &Sources, site: &Site) -> Vec<Entry> {
    let mut entries: Vec<Entry> = sources.ignored.iter().map(|(path, why)| Entry { path: path.clone(), state: State::Ignored(*why) }).collect();
    entries.extend(sources.files.keys().map(|path| Entry { path: path.clone(), state: state(path, site) }));
    let known = |path: &SourcePath| sources.files.contains_key(path) || sources.ignored.contains_key(path);
    let unusable = sources.unusable.iter().map(|file| &file.path).filter(|path| !known(path));
    entries.extend(unusable.map(|path| Entry { path: path.clone(), state: State::Unreadable }));
    entries.sort_by(|left, right| left.path.cmp(&right.path));
    entries.dedup();
    entries
}

fn state(path: &SourcePath, site: &Site) -> State {
    if let Some(page) = site.pages.get(path) {
        return State::Published(format!("/{}", page.address.as_str()));
    }
    match site.held_back.get(path) {
        Some(HeldBack::Draft) => return State::Draft,
        Some(HeldBack::Scheduled(day)) => return State::Scheduled(*day),
        None => {}
    }
    let folder = path.as_str().split('/').next().unwrap_or("");
    match folder {
        "content" if path.as_str().starts_with("content/_data/") => State::Data,
        "content" if is_kept_back(path) => State::Underscore,
        "content" if path.extension() == "md" => State::Unreadable,
        "content" | "static" => State::Copied,
        _ => State::Data,
    }
}
