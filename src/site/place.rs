//! Where values of the front matter stand. A place is written down as the way to it, and looked up only when a problem
//! is told: finding it reads the front matter a second time.

use super::Inputs;
use crate::guide::Head;
use crate::source::{SourcePath, Span};
use crate::yaml;

/// The way to a value: a file, then keys, and places in lists as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub file: SourcePath,
    /// Keys and places in lists.
    pub at: Vec<String>,
}

impl Written {
    /// The value at `at` of the front matter of `file`.
    pub fn new(file: &SourcePath, at: &[&str]) -> Self {
        Self { file: file.clone(), at: at.iter().map(|&it| it.to_owned()).collect() }
    }

    /// Its place: a value of a page, the id of an entry in a data file, else the whole file.
    pub fn span(&self, inputs: &Inputs) -> Span {
        let at: Vec<&str> = self.at.iter().map(String::as_str).collect();
        if let Some(head) = inputs.heads.get(&self.file) {
            return of(head, &at);
        }
        let ids = inputs.registry.places.get(&self.file);
        at.first().and_then(|id| ids?.get(*id)).cloned().unwrap_or_else(|| Span::whole(&self.file))
    }
}

/// The place of the value at `path` in the front matter: keys, and places in lists as numbers.
pub fn of(head: &Head, path: &[&str]) -> Span {
    head.text.span(yaml::locate(&head.text, head.range.clone(), path))
}

/// The place of the last key of `path` in the front matter.
pub fn key(head: &Head, path: &[&str]) -> Span {
    head.text.span(yaml::locate_key(&head.text, head.range.clone(), path))
}

/// The beginning of the front matter, for what is missing in it.
pub fn front(head: &Head) -> Span {
    let start = head.range.start;
    head.text.span(start..start)
}
