//! The plan of a site: every file by its path, with what it was made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::names::OWN_FOLDER;
use super::path::OutputPath;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// Every file of the site.
#[derive(Debug, Default, Clone)]
pub struct Output {
    files: BTreeMap<OutputPath, File>,
    /// The files by folded path.
    taken: BTreeMap<String, OutputPath>,
    /// Every folder by folded path, with the first file that needs it.
    folders: BTreeMap<String, OutputPath>,
}

/// One file of the site.
#[derive(Debug, Clone)]
pub struct File {
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// What it was made from.
    pub origin: Origin,
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
    /// Adds a file, or says what stands in its way. The file that came first stays.
    pub fn add(&mut self, path: OutputPath, bytes: impl Into<Arc<[u8]>>, origin: Origin) -> Result<(), Problem> {
        let folded = path.folded();
        if let Some(problem) = self.clash(&path, &folded, &origin) {
            return Err(problem);
        }
        for (at, _) in folded.match_indices('/') {
            self.folders.entry(folded.get(..at).unwrap_or("").to_owned()).or_insert_with(|| path.clone());
        }
        self.taken.insert(folded, path.clone());
        self.files.insert(path, File { bytes: bytes.into(), origin });
        Ok(())
    }

    /// All files, sorted by path.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (&OutputPath, &File)> {
        self.files.iter()
    }

    /// One file.
    pub fn get(&self, path: &OutputPath) -> Option<&File> {
        self.files.get(path)
    }

    /// One file with its path.
    pub fn get_with_path(&self, path: &OutputPath) -> Option<(&OutputPath, &File)> {
        self.files.get_key_value(path)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether nothing is to be published.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn clash(&self, path: &OutputPath, folded: &str, origin: &Origin) -> Option<Problem> {
        if folded.split('/').next() == Some(OWN_FOLDER) {
            let message = format!("`{path}` cannot be published: `{OWN_FOLDER}/` holds Guidepost's own list of the published files");
            return Some(Problem::new(Code::DuplicateOutput, place(origin, None), message).help("rename it"));
        }
        if let Some(other) = self.taken.get(folded) {
            let first = self.files.get(other).map(|file| &file.origin);
            let says = if other == path && is_one_name_twice(first, origin) {
                format!("`{path}` is the same name in two Unicode forms (NFC and NFD)")
            } else if other == path {
                format!("two things would be published as `{path}`")
            } else {
                format!("`{path}` and `{other}` are one address where case does not count")
            };
            return Some(self.both(Code::DuplicateOutput, &says, other, origin).help(if first.into_iter().chain([origin]).any(|it| is_alias(it, path)) {
                "rename one of them, or take away the alias"
            } else {
                "rename one of them"
            }));
        }
        let parent = folded.match_indices('/').find_map(|(at, _)| self.taken.get(folded.get(..at).unwrap_or("")));
        let other = self.folders.get(folded).or(parent)?;
        let says = format!("`{other}` and `{path}` cannot both be published: one needs as a folder what the other needs as a file");
        Some(self.both(Code::FileAndFolder, &says, other, origin).help("rename one of them"))
    }

    fn both(&self, code: Code, says: &str, other: &OutputPath, origin: &Origin) -> Problem {
        let first = self.files.get(other).map(|file| &file.origin);
        let message = format!("{says}: {} and {}", first.map_or(String::new(), named), named(origin));
        let problem = Problem::new(code, place(origin, first), message);
        match (first, origin) {
            (Some(Origin::Source(span)), Origin::Source(_)) => problem.also(span.clone(), "the other is made from this"),
            _ => problem,
        }
    }
}

/// Whether two files have names that differ only in how their letters are written.
fn is_one_name_twice(first: Option<&Origin>, second: &Origin) -> bool {
    let (Some(Origin::Source(first)), Origin::Source(second)) = (first, second) else { return false };
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

    fn add(output: &mut Output, path: &str, origin: Origin) -> Result<(), String> {
        output.add(OutputPath::new(path).unwrap(), b"x".to_vec(), origin).map_err(|problem| format!("{}: {}", problem.code.id(), problem.message))
    }

    fn from(path: &str) -> Origin {
        Origin::Source(Span::whole(&SourcePath::new(path).unwrap()))
    }

    fn check(files: &[(&str, Origin)], expected: &str) {
        let mut output = Output::default();
        let problems: Vec<String> = files.iter().filter_map(|(path, origin)| add(&mut output, path, origin.clone()).err()).collect();
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
