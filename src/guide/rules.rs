//! The rules of writing that a site sets: what `guide::parse` must know beside the file itself.

use std::collections::{BTreeMap, BTreeSet};

use super::body::SectionKind;
use super::front_matter::Extra;
use crate::source::Editions;
use crate::words::TextBook;

/// What the settings and the theme say about how guides are written: part of the input of a stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Whether the sections of guides are numbered.
    pub numbered: bool,
    /// Words in a heading that tell the kind of its section, in lower case.
    pub section_words: Vec<(SectionKind, Vec<String>)>,
    /// Elements of raw HTML that are allowed beside the short list.
    pub html_allow: BTreeSet<String>,
    /// Blocks of the theme by name, with their parameters.
    pub theme_blocks: BTreeMap<String, Vec<ParameterRule>>,
    /// Largest front matter, in bytes.
    pub front_matter_limit: usize,
    /// The language of pages that do not say which theirs is; empty for English.
    pub language: String,
    /// The languages that pages are translated into.
    pub editions: Editions,
    /// The words that stand in texts.
    pub words: TextBook,
}

/// A parameter of a theme's block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterRule {
    /// Its name.
    pub name: String,
    /// What it takes.
    pub kind: ParameterKind,
    /// Whether a block must give it.
    pub required: bool,
    /// What it is when the author leaves it out.
    pub default: Option<Extra>,
}

/// What a parameter takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterKind {
    /// Any text.
    Text,
    /// A number, kept as typed.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list of texts.
    List,
    /// One of these texts.
    Choice(Vec<String>),
}
