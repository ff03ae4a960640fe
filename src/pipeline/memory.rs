//! What the stages remember from one build to the next, and the inputs that they are compared by.
//!
//! Each stage is a plain function of its input (`stages`). An input holds all that the stage looks at, and no more: what is
//! left out would make a rebuild wrong, what is too much would make it slow.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::stages::{Loaded, Parsed, Shown};
use crate::check::{AllAnchors, Ground, Mentions, Subject};
use crate::dataset::csv::Csv;
use crate::guide::{Head, Rules};
use crate::memory::{Each, Kept, Once};
use crate::output::{OutputPath, Plan};
use crate::page::redirects::Redirection;
use crate::page::{self, NewFile, PageId};
use crate::problem::Problem;
use crate::registry::Registry;
use crate::render::Look;
use crate::settings::Config;
use crate::site::{self, SharedResource, Site};
use crate::source::{SourcePath, Sources};
use crate::theme::Wanted;

/// The problems that a stage met.
pub(super) type Found = Arc<Vec<Problem>>;

/// What the stages remember: their last inputs and their last answers. Empty at first; it makes no difference but to time.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) settings: Once<SettingsFile, (Arc<Config>, Found)>,
    pub(super) theme: Once<Wanted, Loaded>,
    pub(super) registry: Once<Sources, (Arc<Registry>, Found)>,
    pub(super) rules: Kept<Arc<Rules>>,
    pub(super) manuscripts: Each<SourcePath, PageFile, Parsed>,
    pub(super) csv: Each<SourcePath, DataFile, (Option<Arc<Csv>>, Found)>,
    pub(super) heads: Kept<Arc<BTreeMap<SourcePath, Arc<Head>>>>,
    pub(super) site: Once<site::Inputs, (Arc<Site>, Found)>,
    pub(super) shared: Once<Arc<Site>, Arc<page::Shared>>,
    pub(super) look: Kept<Arc<Look>>,
    pub(super) pages: Each<PageId, PageInput, Option<Shown>>,
    pub(super) redirects: Each<String, RedirectInput, Shown>,
    pub(super) files: Once<Arc<Site>, Arc<Vec<NewFile>>>,
    pub(super) names: Once<Names, (Arc<BTreeSet<SourcePath>>, Found)>,
    pub(super) file_names: Kept<Arc<BTreeSet<SourcePath>>>,
    pub(super) paths: Kept<Arc<Vec<OutputPath>>>,
    pub(super) plan: Once<Arc<Vec<OutputPath>>, Arc<Plan>>,
    pub(super) ground: Once<GroundInput, Arc<Ground>>,
    pub(super) checks: ChecksMemory,
}

/// What the checks remember.
#[derive(Debug, Default)]
pub(super) struct ChecksMemory {
    pub(super) pages: Each<SourcePath, Subject, Found>,
    pub(super) anchors: Kept<Arc<AllAnchors>>,
    pub(super) mentions_of_site: Once<SiteLinks, Arc<Mentions>>,
    pub(super) links: Each<SourcePath, LinkInput, Found>,
    pub(super) links_of_site: Once<LinkInput, Found>,
    pub(super) fragments: Each<SourcePath, FragmentInput, Found>,
    pub(super) fragments_of_site: Once<FragmentInput, Found>,
    pub(super) resources: Once<ResourceInput, Found>,
    pub(super) svgs: Each<SourcePath, Arc<[u8]>, Found>,
}

/// `site.toml`, and what the command line says instead: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SettingsFile {
    pub(super) bytes: Option<Arc<[u8]>>,
    pub(super) base_url: Option<String>,
}

/// A Markdown file: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageFile {
    pub(super) bytes: Arc<[u8]>,
    pub(super) rules: Arc<Rules>,
    pub(super) limit: usize,
}

/// A CSV file: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DataFile {
    pub(super) bytes: Arc<[u8]>,
    pub(super) limit: usize,
}

/// A page, and what it is shown with: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageInput {
    pub(super) given: page::Given,
    pub(super) look: Option<Arc<Look>>,
}

/// A page at an old address, and what it is shown with: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RedirectInput {
    pub(super) redirection: Redirection,
    pub(super) look: Option<Arc<Look>>,
}

/// The names of what is published: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) site: Arc<Site>,
    /// The files that are published as they are.
    pub(super) copied: Vec<SourcePath>,
}

/// What links may lead to: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GroundInput {
    pub(super) site: Arc<Site>,
    pub(super) files: Arc<BTreeSet<SourcePath>>,
    pub(super) plan: Arc<Plan>,
    /// Pages that have an address and could not be shown.
    pub(super) not_shown: Vec<OutputPath>,
}

/// The addresses on a page, and what they may lead to: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinkInput {
    pub(super) mentions: Arc<Mentions>,
    pub(super) ground: Arc<Ground>,
}

/// The addresses on a page, and the anchors of all: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FragmentInput {
    pub(super) mentions: Arc<Mentions>,
    pub(super) anchors: Arc<AllAnchors>,
}

/// What menus and data files lead to: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SiteLinks {
    pub(super) config: Arc<Config>,
    pub(super) registry: Arc<Registry>,
    /// The settings and the data files, for places in them.
    pub(super) sources: Sources,
}

/// The resources of the site, and the files that name them: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ResourceInput {
    pub(super) resources: BTreeMap<String, SharedResource>,
    pub(super) heads: Arc<BTreeMap<SourcePath, Arc<Head>>>,
    pub(super) data: Sources,
}
