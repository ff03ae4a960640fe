//! Files in several languages side by side: `nurse.de.md` is `nurse.md` in German, and stands below `/de/`. That follows from the names of files and from which
//! languages a site has.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{PagePath, SourcePath};

/// The languages of a site, as far as names of files go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editions {
    /// The language of files that name none.
    pub default: String,
    /// The others.
    pub tags: Vec<String>,
    /// The files that are there, name one of them and are published.
    pub files: Arc<BTreeSet<SourcePath>>,
}

impl Editions {
    /// The language that the name of `path` says, and the file that it is a translation of, be that there or not.
    pub fn of(&self, path: &SourcePath) -> Option<(&str, SourcePath)> {
        let (stem, tag) = middle(path)?;
        let tag = self.tags.iter().find(|it| *it == tag)?;
        Some((tag, SourcePath::new(&format!("{stem}.md"))?))
    }

    /// The translation of the file `path` into the language `tag`, if it is there for readers.
    pub fn translated(&self, path: &SourcePath, tag: &str) -> Option<SourcePath> {
        translation(path, tag).filter(|path| self.files.contains(path))
    }

    /// Where the page of the Markdown file `path` lies; `None` if it is no page.
    pub fn address(&self, path: &SourcePath) -> Option<PagePath> {
        match self.of(path) {
            Some((tag, original)) => Some(PagePath::of(&original)?.below(tag)),
            None => PagePath::of(path),
        }
    }
}

/// What a translation of `path` into `tag` is called.
pub fn translation(path: &SourcePath, tag: &str) -> Option<SourcePath> {
    SourcePath::new(&format!("{}.{tag}.md", path.as_str().strip_suffix(".md")?))
}

/// The path up to what stands between dots in the name of a Markdown file, and that: `a/nurse`, `de`.
pub fn middle(path: &SourcePath) -> Option<(&str, &str)> {
    let (stem, middle) = path.as_str().strip_suffix(".md")?.rsplit_once('.')?;
    (!stem.is_empty() && !stem.ends_with('/') && !middle.contains('/')).then_some((stem, middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_stands_below_its_language() {
        let editions = Editions { default: "en".to_owned(), tags: vec!["de".to_owned()], files: Arc::default() };
        for (file, address) in [
            ("content/_index.de.md", "de/"),
            ("content/a/b.de.md", "de/a/b/"),
            ("content/a/b/index.de.md", "de/a/b/"),
            ("content/a/b.v2.md", "a/b.v2/"),
            ("content/a/b.md", "a/b/"),
        ] {
            assert_eq!(editions.address(&SourcePath::new(file).unwrap()).unwrap().as_str(), address, "{file}");
        }
    }
}
