//! The path of a source file: relative to the project's root, with `/` between its parts, never `.` or `..`.

use std::fmt;
use std::sync::Arc;

/// Path of a file of the project, such as `content/healthcare/phlebotomist.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// `text` as a path. `None` if it is empty, absolute, or has an empty, `.` or `..` part.
    pub fn new(text: &str) -> Option<Self> {
        let sound = text.split('/').all(|part| !matches!(part, "" | "." | ".."));
        sound.then(|| Self(text.into()))
    }

    /// The path of the settings, `site.toml`.
    pub fn settings() -> Self {
        Self("site.toml".into())
    }

    /// The path of the problems that are known, `baseline.json`.
    pub fn baseline() -> Self {
        Self("baseline.json".into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: `phlebotomist.md`.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The folder that holds the file, without a slash at its end; empty at the project's root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// What follows the last dot of the file name, in lower case; empty without one.
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase())
    }

    /// Whether [`SourcePath::extension`] is `extension`, given in lower case.
    pub fn has_extension(&self, extension: &str) -> bool {
        self.file_name().rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension) || end.to_lowercase() == extension)
    }

    /// Whether an underscore in front of its name, or of a folder's above it, keeps it from being published.
    /// `_index.md` is a section's page, and `_index.de.md` may be that in German.
    pub fn is_kept_back(&self) -> bool {
        self.as_str().split('/').any(|part| part.starts_with('_') && !(part.starts_with("_index.") && part.rsplit('.').next() == Some("md")))
    }

    /// The file that `relative` names when it is written in a file beside this one (`../a/b.md`, `./c.csv`).
    ///
    /// `None` if it leads out of the project or names no file.
    pub fn sibling(&self, relative: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in relative.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Self::new(&parts.join("/"))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for SourcePath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SourcePath;

    #[test]
    fn an_underscore_keeps_a_file_back_and_a_section_has_its_page() {
        let kept_back = |path: &str| SourcePath::new(path).unwrap().is_kept_back();
        assert!(kept_back("content/_data/pay.csv") && kept_back("content/a/_notes.md") && kept_back("content/_drafts/_index.md"));
        assert!(!kept_back("content/a/_index.md") && !kept_back("content/a/b_c.md") && !kept_back("content/a/_index.de.md"));
    }

    #[test]
    fn a_sibling_is_found_from_the_folder_of_the_file() {
        let at = SourcePath::new("content/a/b.md").unwrap();
        let named = |relative: &str| at.sibling(relative).map(|it| it.to_string());
        assert_eq!(named("c.md").as_deref(), Some("content/a/c.md"));
        assert_eq!(named("../d/e.md").as_deref(), Some("content/d/e.md"));
        assert_eq!(named("./x/./y.csv").as_deref(), Some("content/a/x/y.csv"));
        assert_eq!(named("../../../out.md"), None);
        assert_eq!(named(""), None);
        assert_eq!(named("/etc/passwd"), None);
    }
}
