//! The address of a page, which follows from the path of its file alone.

use std::fmt;
use std::sync::Arc;

use super::SourcePath;

/// Address of a page below the site's root, such as `healthcare/phlebotomist/`; empty for the home page.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PagePath(Arc<str>);

impl PagePath {
    /// The address of the page whose file is `path`: `content/a/_index.md` is `a/`, `content/a/b.md` is `a/b/`.
    pub fn of(path: &SourcePath) -> Self {
        let path = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.strip_suffix(".md").unwrap_or(name);
        let mut address = folder.to_owned();
        if !matches!(stem, "_index" | "index") {
            if !address.is_empty() {
                address.push('/');
            }
            address.push_str(stem);
        }
        Self::from_text(address)
    }

    /// The address with this text, a slash at its end or not.
    pub fn from_text(text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        Self(text.into())
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What leads from the page to the site's root: `./`, `../`, `../../` ...
    pub fn root(&self) -> String {
        let depth = self.0.bytes().filter(|byte| *byte == b'/').count();
        if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
    }
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
