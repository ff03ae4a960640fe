//! The address of a page within the site: it follows from the path of its file alone.

use std::fmt;

use super::SourcePath;

/// Address of a page from the site's root: `healthcare/phlebotomist/`, empty for the home page.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PagePath(String);

impl PagePath {
    /// Where the page of the Markdown file `path` lies. `None` if the file is no page: not Markdown, or not below `content/`.
    pub fn of(path: &SourcePath) -> Option<Self> {
        let path = path.as_str().strip_prefix("content/")?.strip_suffix(".md")?;
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let path = if matches!(name, "_index" | "index") { folder } else { path };
        Some(Self(if path.is_empty() { String::new() } else { format!("{path}/") }))
    }

    /// The address with this text, which has a slash at its end or gets one.
    pub fn from_text(text: &str) -> Self {
        let bare = text.trim_matches('/');
        Self(if bare.is_empty() { String::new() } else { format!("{bare}/") })
    }

    /// The same address below `folder`, one part.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        Self(format!("{folder}/{}", self.0))
    }

    /// The address from the site's root, with a slash at its end; empty for the home page.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from the page to the site's root: `./`, or `../` for each of its parts.
    pub fn root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The way from this page to another.
    pub fn to(&self, other: &Self) -> String {
        self.root() + &other.0
    }
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_follows_from_the_path() {
        for (file, address, root) in [
            ("content/_index.md", "", "./"),
            ("content/about.md", "about/", "../"),
            ("content/a/_index.md", "a/", "../"),
            ("content/a/b.md", "a/b/", "../../"),
            ("content/a/b/index.md", "a/b/", "../../"),
        ] {
            let page = PagePath::of(&SourcePath::new(file).unwrap()).unwrap();
            assert_eq!((page.as_str(), page.root().as_str()), (address, root), "{file}");
        }
    }

    #[test]
    fn other_files_are_no_pages() {
        for file in ["content/a/pay.csv", "site.toml", "static/a.md"] {
            assert_eq!(PagePath::of(&SourcePath::new(file).unwrap()), None, "{file}");
        }
    }
}
