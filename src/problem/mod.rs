//! What is wrong in an author's files: a message with its place and, where there is one, the way out.
//! A problem is a value; stages collect problems and carry on, so one build shows them all.

pub mod annotations;
pub mod baseline;
mod catalogue;
mod code;
mod escape;
mod explanation;
pub mod json;
mod places;
mod reach;
mod report;
pub mod sarif;
pub mod text;
#[cfg(test)]
mod told;
mod unreadable;

pub use catalogue::catalogue;
pub use code::{Code, Level};
pub use explanation::explanation;
pub use report::Report;
#[cfg(test)]
pub(crate) use told::told;

use crate::source::{SourcePath, Span};

/// One problem of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which problem it is; its id is `code.id()`.
    pub code: Code,
    /// How much it weighs: the code's default until the settings change it.
    pub level: Level,
    /// Where it stands.
    pub span: Span,
    /// What is wrong: small letters, no full stop, the author's own words in backquotes.
    pub message: String,
    /// Other places that belong to it, each with a few words ("also defined here").
    pub others: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at its code's default level.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, level: code.level(), span, message: message.into(), others: Vec::new(), help: None }
    }

    /// That the file at `path` has more than `limit` bytes; `key` names that limit in the settings.
    pub fn too_large(path: &SourcePath, size: usize, limit: usize, key: &str) -> Self {
        let message = format!("this file has {} KiB, the limit is {} KiB", size.div_ceil(1024), limit / 1024);
        Self::new(Code::TooLarge, Span::whole(path), message).help(format!("make it smaller, or raise `{key}` under `[limits]` in site.toml"))
    }

    /// The same with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with another place that belongs to it.
    #[must_use]
    pub fn also(mut self, span: Span, words: impl Into<String>) -> Self {
        self.others.push((span, words.into()));
        self
    }
}
