//! Names of files and folders in `content/` that would not survive as addresses: `#`, `?`, `%`, `&`, blanks ...
//! Letters of any language are fine; links write them percent-encoded.

use std::collections::BTreeSet;

use crate::output::{BadPath, OutputPath};
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::slug::slug;
use crate::source::{SourcePath, Span};

/// Everything that is wrong with the names of pages and published files; a folder's name is told once.
pub fn check(site: &Site, copied: &[SourcePath]) -> Vec<Problem> {
    let mut told = BTreeSet::new();
    all(site, copied).filter_map(|path| Some((path, unfit(path)?))).filter(|(_, it)| told.insert(it.whole.clone())).map(|(path, it)| it.problem(path)).collect()
}

/// The files whose names, or whose folders' names, cannot be addresses.
pub fn with_unfit_names<'s>(site: &'s Site, copied: &'s [SourcePath]) -> impl Iterator<Item = &'s SourcePath> {
    all(site, copied).filter(|path| unfit(path).is_some())
}

fn all<'s>(site: &'s Site, copied: &'s [SourcePath]) -> impl Iterator<Item = &'s SourcePath> {
    site.pages.keys().chain(copied)
}

/// A part of a path that cannot be part of an address.
struct Unfit {
    /// The path up to it, itself included.
    whole: String,
    part: String,
    is_folder: bool,
    why: BadPath,
}

/// The first part of `path` that cannot be part of an address.
fn unfit(path: &SourcePath) -> Option<Unfit> {
    let mut whole = "content".to_owned();
    let mut parts = path.as_str().split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        whole = format!("{whole}/{part}");
        let is_folder = parts.peek().is_some();
        // A page is a folder in the site.
        let published = if is_folder { part } else { part.strip_suffix(".md").unwrap_or(part) };
        if let Err(why) = OutputPath::new(published).and_then(|_| fit_for_address(published)) {
            return Some(Unfit { whole, part: part.to_owned(), is_folder, why });
        }
    }
    None
}

fn fit_for_address(part: &str) -> Result<(), BadPath> {
    let is_unfit = |c: &char| c.is_whitespace() || matches!(c, '#' | '?' | '%' | '&' | '"' | '<' | '>' | '[' | ']' | '^' | '`' | '{' | '|' | '}' | '\\');
    part.chars().find(is_unfit).map_or(Ok(()), |c| Err(BadPath::Character(c.into())))
}

impl Unfit {
    fn problem(&self, path: &SourcePath) -> Problem {
        let what = if self.is_folder { format!("the folder `{}`", self.whole) } else { format!("`{}`", self.part) };
        let help = self.better().map_or_else(
            || "rename it, with letters, digits and `-`; names that begin with `_` are not published".to_owned(),
            |better| format!("rename it to `{better}`"),
        );
        Problem::new(Code::UnpublishableName, Span::whole(path), format!("{what} cannot be published under this name: {}", self.why)).help(help)
    }

    /// The same name with letters, digits and hyphens only.
    fn better(&self) -> Option<String> {
        let (stem, end) = if self.is_folder { (self.part.as_str(), "") } else { self.part.rsplit_once('.').unwrap_or((&self.part, "")) };
        let dot = if end.is_empty() { "" } else { "." };
        let better = format!("{}{dot}{}", slug(stem), slug(end));
        (!slug(stem).is_empty() && OutputPath::new(better.strip_suffix(".md").unwrap_or(&better)).is_ok()).then_some(better)
    }
}
