//! Every file of a site by its path, with what it was made from.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::content::Content;
use super::names::OWN_FOLDER;
use super::path::OutputPath;
use super::plan::{Clash, Plan, Way};
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// Every file of the site.
#[derive(Debug, Default, Clone)]
pub struct Output {
    plan: Arc<Plan>,
    /// All files that wanted a path, in the order of the plan.
    files: Vec<File>,
}

/// One file of the site.
#[derive(Debug, Clone)]
pub struct File {
    /// What it holds.
    pub content: Content,
    /// What it was made from.
    pub origin: Origin,
}

impl File {
    /// What it holds; nothing if that was put away.
    pub fn bytes(&self) -> &[u8] {
        self.held().map_or(&[], |bytes| bytes)
    }

    /// What it holds, unless that was put away.
    pub fn held(&self) -> Option<&Arc<[u8]>> {
        if let Content::Held(bytes) = &self.content { Some(bytes) } else { None }
    }
}

/// What a published file was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A place in a source file: the page, the alias, the file that was copied.
    Source(Span),
    /// The program or the theme, in words: `the feed`.
    Words(String),
}

impl Output {
    /// The output of `files`, which stand in the order of the paths that `plan` is for, and a problem for each that has no place.
    /// That two files want one place is told by the shards that make one of them.
    pub fn new(plan: Arc<Plan>, paths: &[OutputPath], files: Vec<File>) -> (Self, Vec<Problem>) {
        let problems = plan.clashes.iter().filter_map(|clash| refusal(clash, paths, &files)).collect();
        (Self { plan, files }, problems)
    }

    /// The output of files with their paths.
    pub fn of(files: impl IntoIterator<Item = (OutputPath, File)>) -> (Self, Vec<Problem>) {
        let (paths, files): (Vec<_>, Vec<_>) = files.into_iter().unzip();
        let paths = Arc::new(paths);
        Self::new(Arc::new(Plan::new(&paths)), &paths, files)
    }

    /// All files, sorted by path; of a shard, its own.
    pub fn files(&self) -> impl Iterator<Item = (&OutputPath, &File)> {
        self.plan.places.iter().filter_map(|(path, at)| Some((path, self.file(*at)?)))
    }

    /// One file.
    pub fn get(&self, path: &OutputPath) -> Option<&File> {
        self.file(*self.plan.places.get(path)?)
    }

    /// One file with its path.
    pub fn get_with_path(&self, path: &OutputPath) -> Option<(&OutputPath, &File)> {
        let (path, at) = self.plan.places.get_key_value(path)?;
        Some((path, self.file(*at)?))
    }

    /// The file at a place of the plan, unless another shard makes it.
    fn file(&self, at: usize) -> Option<&File> {
        self.files.get(at).filter(|file| !file.content.is_elsewhere())
    }

    /// Whether each file has the path that it wants.
    pub fn is_without_clashes(&self) -> bool {
        self.plan.clashes.is_empty()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files().count()
    }

    /// Whether nothing is to be published.
    pub fn is_empty(&self) -> bool {
        self.files().next().is_none()
    }

    /// The paths at which this is not what `old` was: new, changed or gone; sorted.
    pub fn differences(&self, old: &Self) -> Vec<OutputPath> {
        let is_same = |new: &File, old: &File| new.content == old.content;
        if Arc::ptr_eq(&self.plan, &old.plan) {
            // The same paths in the same order: nothing to be looked up.
            let differs = |at: &usize| !matches!((self.files.get(*at), old.files.get(*at)), (Some(new), Some(old)) if is_same(new, old));
            return self.plan.places.iter().filter(|(_, at)| differs(at)).map(|(path, _)| path.clone()).collect();
        }
        let changed = self.files().filter(|(path, new)| !old.get(path).is_some_and(|old| is_same(new, old))).map(|(path, _)| path);
        let gone = old.files().map(|(path, _)| path).filter(|path| self.get(path).is_none());
        let mut paths: Vec<OutputPath> = changed.chain(gone).cloned().collect();
        paths.sort();
        paths
    }
}

/// What is to be said of a file that cannot have its path.
fn refusal(clash: &Clash, paths: &[OutputPath], files: &[File]) -> Option<Problem> {
    let (path, File { content, origin }) = (paths.get(clash.file)?, files.get(clash.file)?);
    let other = |at: usize| Some((paths.get(at)?, &files.get(at)?.origin));
    let is_told_elsewhere = match clash.way {
        Way::OwnFolder => content.is_elsewhere(),
        Way::Taken(at) | Way::SameButCase(at) | Way::Folder(at) => content.is_elsewhere() && files.get(at)?.content.is_elsewhere(),
    };
    if is_told_elsewhere {
        return None;
    }
    Some(match clash.way {
        Way::OwnFolder => {
            let message = format!("`{path}` cannot be published: `{OWN_FOLDER}/` holds Guidepost's own list of the published files");
            Problem::new(Code::DuplicateOutput, place(origin, None), message).help("rename it")
        }
        Way::Taken(at) | Way::SameButCase(at) => {
            let (other, first) = other(at)?;
            let says = if other == path && is_one_name_twice(first, origin) {
                format!("`{path}` is the same name in two Unicode forms (NFC and NFD)")
            } else if other == path {
                format!("two things would be published as `{path}`")
            } else {
                format!("`{path}` and `{other}` are one address where case does not count")
            };
            let alias = [first, origin].into_iter().any(|it| is_alias(it, path));
            let help = if alias { "rename one of them, or take away the alias" } else { "rename one of them" };
            both(Code::DuplicateOutput, &says, first, origin).help(help)
        }
        Way::Folder(at) => {
            let (other, first) = other(at)?;
            let says = format!("`{other}` and `{path}` cannot both be published: one needs as a folder what the other needs as a file");
            both(Code::FileAndFolder, &says, first, origin).help("rename one of them")
        }
    })
}

fn both(code: Code, says: &str, first: &Origin, origin: &Origin) -> Problem {
    let problem = Problem::new(code, place(origin, Some(first)), format!("{says}: {} and {}", named(first), named(origin)));
    match (first, origin) {
        (Origin::Source(span), Origin::Source(_)) => problem.also(span.clone(), "the other is made from this"),
        _ => problem,
    }
}

/// Whether two files have names that differ only in how their letters are written.
fn is_one_name_twice(first: &Origin, second: &Origin) -> bool {
    let (Origin::Source(first), Origin::Source(second)) = (first, second) else { return false };
    first.file != second.file && first.file.as_str().nfc().eq(second.file.as_str().nfc())
}

/// Whether `path` is made from an alias: a page that comes from a stretch of a file, not from the whole.
fn is_alias(origin: &Origin, path: &OutputPath) -> bool {
    matches!(origin, Origin::Source(span) if span.end > span.start && path.as_str().strip_suffix(".html").is_some())
}

fn named(origin: &Origin) -> String {
    match origin {
        Origin::Source(span) => format!("`{}`", span.file),
        Origin::Words(words) => words.clone(),
    }
}

/// The place to show: that of the newcomer, else of the other, else the settings.
fn place(origin: &Origin, other: Option<&Origin>) -> Span {
    match (origin, other) {
        (Origin::Source(span), _) | (_, Some(Origin::Source(span))) => span.clone(),
        _ => Span::whole(&SourcePath::settings()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(path: &str) -> Origin {
        Origin::Source(Span::whole(&SourcePath::new(path).unwrap()))
    }

    fn check(files: &[(&str, Origin)], expected: &str) {
        let file = |(path, origin): &(&str, Origin)| (OutputPath::new(path).unwrap(), File { content: b"x".as_slice().into(), origin: origin.clone() });
        let (_, problems) = Output::of(files.iter().map(file));
        let problems: Vec<String> = problems.iter().map(|problem| format!("{}: {}", problem.code.id(), problem.message)).collect();
        assert_eq!(problems, [expected]);
    }

    #[test]
    fn two_sources_of_one_address_are_both_named() {
        check(
            &[("a/index.html", from("content/a.md")), ("a/index.html", from("content/a/index.md"))],
            "duplicate-output: two things would be published as `a/index.html`: `content/a.md` and `content/a/index.md`",
        );
        check(
            &[("Caf\u{e9}.html", from("content/x.md")), ("CAFE\u{301}.html", Origin::Words("the feed".to_owned()))],
            "duplicate-output: `CAF\u{c9}.html` and `Caf\u{e9}.html` are one address where case does not count: `content/x.md` and the feed",
        );
    }

    #[test]
    fn one_name_in_two_unicode_forms_is_called_so() {
        check(
            &[("caf\u{e9}.png", from("content/caf\u{e9}.png")), ("cafe\u{301}.png", from("content/cafe\u{301}.png"))],
            "duplicate-output: `caf\u{e9}.png` is the same name in two Unicode forms (NFC and NFD): `content/caf\u{e9}.png` and `content/cafe\u{301}.png`",
        );
    }

    #[test]
    fn a_file_that_is_also_a_folder_is_found_from_both_sides() {
        let says = "file-and-folder: `a` and `a/b` cannot both be published: one needs as a folder what the other needs as a file: `static/a` and the feed";
        check(&[("a", from("static/a")), ("a/b", Origin::Words("the feed".to_owned()))], says);
        let says = "file-and-folder: `A/b` and `a` cannot both be published: one needs as a folder what the other needs as a file: the feed and `static/a`";
        check(&[("A/b", Origin::Words("the feed".to_owned())), ("a", from("static/a"))], says);
    }

    #[test]
    fn the_folder_of_the_manifest_is_kept() {
        check(
            &[(".Guidepost/manifest.json", from("static/.Guidepost/manifest.json"))],
            "duplicate-output: `.Guidepost/manifest.json` cannot be published: `.guidepost/` holds Guidepost's own list of the published files",
        );
    }
}
