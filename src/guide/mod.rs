//! One file of an author becomes a [`Manuscript`]: front matter and body, typed, with every problem of the file.
//! Knows this one file and the rules of writing; whether a link's target exists is for `site` and `check` to say.

pub mod body;
pub mod front_matter;
mod rules;

use std::ops::Range;

pub use rules::{ParameterKind, ParameterRule, Rules};

use crate::source::{SourcePath, Text};

use body::Body;
use front_matter::FrontMatter;

/// One Markdown file: a guide, the text of a section, or a plain page.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// Its text, for places.
    pub text: Text,
    /// What stands between the `---` lines.
    pub front: FrontMatter,
    /// The YAML between the `---` lines, as a range of the text.
    pub front_range: Range<usize>,
    /// What follows.
    pub body: Body,
}

impl Manuscript {
    /// Where the file stands.
    pub fn path(&self) -> &SourcePath {
        &self.text.path
    }
}
