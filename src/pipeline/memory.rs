//! What the stages remember from one build to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::{Assembled, Found, Loaded, Parsed, Shown, Surrounded};
use super::given::{
    DataFile, DatasetInput, FragmentInput, LinkInput, Names, Neighbours, NewFiles, PageFile, PageInput, RedirectInput, ResourceInput, SettingsFile,
    SharedInput, TranslationFile,
};
use super::laid::LaidMemory;
use crate::check::{Ages, AllAnchors, AllFigures, Mentions, Subject, TooOld};
use crate::dataset::Dataset;
use crate::dataset::csv::Csv;
use crate::figures::{Datasets, Figures, OfSite, Question};
use crate::guide::{Head, Rules, Waits};
use crate::memory::{Each, Kept, Once, Same};
use crate::page::{self, NewFile, PageId};
use crate::picture::{self, Picture};
use crate::registry::Registry;
use crate::render::Look;
use crate::settings::Config;
use crate::site::{self, Site};
use crate::source::{PagePath, SourcePath, Sources};
use crate::theme::Wanted;
use crate::words::{Book, TextBook};

/// What the stages remember: their last inputs and their last answers. Empty at first; it makes no difference but to time.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) settings: Once<SettingsFile, (Arc<Config>, Found)>,
    pub(super) theme: Once<Wanted, Loaded>,
    pub(super) registry: Once<(Sources, Vec<String>), (Arc<Registry>, Found)>,
    pub(super) text_words: Once<Same<Book>, Arc<TextBook>>,
    pub(super) translations: Each<SourcePath, TranslationFile, Arc<Waits>>,
    pub(super) rules: Kept<Arc<Rules>>,
    pub(super) manuscripts: Each<SourcePath, PageFile, Parsed>,
    pub(super) csv: Each<SourcePath, DataFile, (Option<Arc<Csv>>, Found)>,
    pub(super) datasets: Each<String, DatasetInput, (Option<Arc<Dataset>>, Found)>,
    pub(super) all_datasets: Kept<Arc<Datasets>>,
    pub(super) heads: Kept<Arc<BTreeMap<SourcePath, Arc<Head>>>>,
    pub(super) sites: Each<PagePath, site::Inputs, Assembled>,
    pub(super) whole: Kept<Arc<Site>>,
    pub(super) pictures: Each<SourcePath, Arc<[u8]>, Arc<Picture>>,
    pub(super) figures: Each<SourcePath, Question, Arc<Figures>>,
    pub(super) figures_of_site: Kept<Arc<OfSite>>,
    pub(super) figures_in_languages: Each<PagePath, (Same<OfSite>, Same<Site>), Arc<OfSite>>,
    pub(super) shared: Each<PagePath, SharedInput, Arc<page::Shared>>,
    pub(super) briefs: Kept<Arc<page::Briefs>>,
    pub(super) surroundings: Each<PagePath, Neighbours, Surrounded>,
    pub(super) looks: BTreeMap<PagePath, Kept<Arc<Look>>>,
    pub(super) pages: Each<(PagePath, PageId), PageInput, Option<Shown>>,
    pub(super) redirects: Each<String, RedirectInput, Shown>,
    pub(super) files: Once<NewFiles, Arc<Vec<NewFile>>>,
    pub(super) names: Once<Names, (Arc<BTreeSet<SourcePath>>, Found)>,
    pub(super) laid: LaidMemory,
    pub(super) checks: ChecksMemory,
}

impl Memory {
    /// One that remembers images of an earlier run, sorted by path, so that their copies need not be made again.
    pub fn of_pictures(pictures: Vec<picture::disk::Known>) -> Self {
        Self { pictures: Each::knowing(pictures), ..Self::default() }
    }

    /// The images of the last build that were new to it, each with its file.
    pub fn new_pictures(&self) -> impl Iterator<Item = (&SourcePath, &Arc<[u8]>, &Picture)> {
        self.pictures.fresh().map(|it| (&it.key, &it.input, &*it.answer))
    }
}

/// What the checks remember.
#[derive(Debug, Default)]
pub(super) struct ChecksMemory {
    pub(super) pages: Each<SourcePath, Subject, Found>,
    pub(super) anchors: Kept<Arc<AllAnchors>>,
    pub(super) mentions_of_site: Kept<Arc<Mentions>>,
    pub(super) links: Each<SourcePath, LinkInput, Found>,
    pub(super) links_of_site: Once<LinkInput, Found>,
    pub(super) fragments: Each<SourcePath, FragmentInput, Found>,
    pub(super) fragments_of_site: Once<FragmentInput, Found>,
    pub(super) contradictions: Once<AllFigures, Found>,
    pub(super) ages: Once<Ages, (Found, Arc<BTreeSet<TooOld>>)>,
    pub(super) resources: Once<ResourceInput, Found>,
    pub(super) svgs: Each<SourcePath, Arc<[u8]>, Found>,
}
