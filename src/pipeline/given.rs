//! The inputs that the stages are compared by. An input holds all that its stage looks at, and no more: what is left out would
//! make a rebuild wrong, what is too much would make it slow.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::check::{AllAnchors, Ground, Mentions};
use crate::dataset::Declaration;
use crate::guide::Rules;
use crate::memory::Same;
use crate::output::{OutputPath, Plan};
use crate::page;
use crate::page::Spoken;
use crate::page::redirects::Redirection;
use crate::render::Look;
use crate::site::Site;
use crate::source::{SourcePath, Sources, Span};
use crate::words::Book;

/// `site.toml`, and what the command line says instead: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SettingsFile {
    pub(super) file: Settings,
    pub(super) base_url: Option<String>,
}

/// What stands at the place of `site.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Settings {
    /// Nothing.
    Missing,
    /// Something that cannot be read, which is told as a problem of the file.
    Unusable,
    /// A file with these bytes.
    Bytes(Arc<[u8]>),
}

/// A Markdown file: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageFile {
    pub(super) bytes: Arc<[u8]>,
    /// Of a translation, the file that it is made from, if that is there.
    pub(super) original: Option<(SourcePath, Arc<[u8]>)>,
    pub(super) rules: Same<Rules>,
    pub(super) limit: usize,
}

/// A file whose name says that it is a translation: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TranslationFile {
    pub(super) bytes: Arc<[u8]>,
    /// The file that it is made from, if that is there.
    pub(super) original: Option<(SourcePath, Arc<[u8]>)>,
    /// Largest front matter and largest page, in bytes.
    pub(super) limit: (usize, usize),
}

/// A CSV file: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DataFile {
    pub(super) bytes: Arc<[u8]>,
    pub(super) limit: usize,
    /// Whether a page shows it.
    pub(super) is_shown: bool,
}

/// A publisher's files, and how they are to be read: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DatasetInput {
    pub(super) declared: Declaration,
    /// Where it is declared.
    pub(super) at: Span,
    /// The files that it names, as far as they are there.
    pub(super) files: BTreeMap<SourcePath, Arc<[u8]>>,
    pub(super) limit: usize,
}

/// A page, and what it is shown with: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageInput {
    pub(super) given: page::Given,
    pub(super) look: Option<Same<Look>>,
    /// Whether it is made here, not by another shard.
    pub(super) is_here: bool,
}

/// A page at an old address, and what it is shown with: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RedirectInput {
    pub(super) redirection: Redirection,
    pub(super) look: Option<Same<Look>>,
    /// Whether it is made here, not by another shard.
    pub(super) is_here: bool,
}

/// What all pages of a language are made with: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SharedInput {
    pub(super) site: Same<Site>,
    /// The sites of all languages as one.
    pub(super) whole: Same<Site>,
    pub(super) languages: Vec<Spoken>,
    pub(super) book: Same<Book>,
}

/// What pages show of each other: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Neighbours {
    pub(super) site: Same<Site>,
    pub(super) briefs: Same<page::Briefs>,
    pub(super) book: Same<Book>,
}

/// What the files that are no pages are made of, the sitemap and others: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NewFiles {
    /// The sites of the languages, each with whether it has a ledger.
    pub(super) sites: Vec<(Same<Site>, bool)>,
}

/// The names of what is published: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) site: Same<Site>,
    /// The files that are published as they are.
    pub(super) copied: Vec<SourcePath>,
}

/// The paths that are published or meant to be: part of the input of a stage.
#[derive(Debug, Clone)]
pub(super) struct Meant {
    /// Those of all files.
    pub(super) plan: Same<Plan>,
    /// Pages that have an address and could not be shown. They need not be compared: they are those of the site that are not in
    /// the plan. The ledger, which follows from figures, comes with downloads of its own, which are in the plan with it.
    pub(super) not_shown: Vec<OutputPath>,
}

impl PartialEq for Meant {
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan
    }
}

impl Eq for Meant {}

/// What links may lead to: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GroundInput {
    pub(super) site: Same<Site>,
    pub(super) files: Arc<BTreeSet<SourcePath>>,
    pub(super) meant: Meant,
}

/// The addresses on a page, and what they may lead to: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinkInput {
    pub(super) mentions: Arc<Mentions>,
    pub(super) ground: Same<Ground>,
}

/// The addresses on a page, and the anchors of all: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FragmentInput {
    pub(super) mentions: Arc<Mentions>,
    pub(super) anchors: Same<AllAnchors>,
}

/// The resources of the site, and the files that name them: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ResourceInput {
    pub(super) site: Same<Site>,
    pub(super) data: Sources,
}
