//! What all pages are made with, whichever they are. It stays the same while pages are edited, and is another when one comes or goes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::voice::Voice;
use crate::guide::Rules;
use crate::registry::Registry;
use crate::settings::Config;
use crate::site::{HeldBack, Kind, Page, Site};
use crate::source::{Editions, PagePath, SourcePath};
use crate::words::Book;

/// A language of a site that has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its tag.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// Where its home page stands.
    pub home: PagePath,
    /// Where the pages stand below it that no author need write.
    pub made: Arc<BTreeSet<PagePath>>,
}

/// What all pages are made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The settings.
    pub config: Arc<Config>,
    /// The data files.
    pub registry: Arc<Registry>,
    /// The addresses of published pages, by file.
    pub pages: BTreeMap<SourcePath, PagePath>,
    /// The pages that are held back.
    pub held_back: BTreeMap<SourcePath, HeldBack>,
    /// How the site speaks.
    pub voice: Voice,
    /// The words of every language.
    pub book: Arc<Book>,
    /// The languages of the site, the default one first; none if there is only one.
    pub languages: Vec<Spoken>,
    /// Where each page stands in each of them, by the file in the default language.
    pub translations: BTreeMap<SourcePath, BTreeMap<String, PagePath>>,
    /// The guides by the SOC code of their occupation, the first one of each; with the occupation's name, if the guide gives one.
    pub guides: BTreeMap<String, (Option<String>, PagePath)>,
    /// How short Markdown texts of the front matter are read.
    pub rules: Rules,
}

impl Shared {
    /// What all pages of `site` are made with.
    pub fn new(site: &Site, whole: &Site, languages: &[Spoken], book: &Arc<Book>) -> Self {
        let (config, registry) = (site.given.config.clone(), site.given.registry.clone());
        let translated = whole.pages.iter().filter(|(_, page)| page.head.translation.is_some()).map(|(path, _)| path.clone());
        let editions = Editions {
            default: whole.given.config.language.clone(),
            tags: config.languages.iter().map(|it| it.tag.clone()).collect(),
            files: Arc::new(translated.collect()),
        };
        let rules = Rules { html_allow: config.html_allow.clone(), front_matter_limit: config.front_matter_limit, editions, ..Rules::default() };
        let pages = whole.pages.iter().map(|(path, page)| (path.clone(), page.address.clone())).collect();
        let guide = |page: &Arc<Page>| {
            let occupation = page.head.front.occupation.as_ref().filter(|_| page.kind == Kind::Guide)?;
            Some((occupation.soc.clone()?, (occupation.name.clone(), page.address.clone())))
        };
        let mut translations: BTreeMap<SourcePath, BTreeMap<String, PagePath>> = BTreeMap::new();
        for page in whole.pages.values().filter(|_| !languages.is_empty()) {
            let tag = page.head.translation.as_ref().map_or(&whole.given.config.language, |it| &it.tag);
            translations.entry(page.head.original().clone()).or_default().insert(tag.clone(), page.address.clone());
        }
        // Of several guides to one occupation the first by its file: the last one that is put in stays.
        let guides = site.pages.values().rev().filter_map(guide).collect();
        let voice = Voice::of(book, &config.language);
        Self {
            config,
            registry,
            voice,
            book: book.clone(),
            pages,
            guides,
            held_back: whole.held_back.clone(),
            translations,
            languages: languages.to_vec(),
            rules,
        }
    }

    /// How a page speaks that says of itself which language it is in.
    pub(super) fn voice_of(&self, language: Option<&str>) -> Voice {
        language.filter(|tag| *tag != self.config.language).map_or_else(|| self.voice.clone(), |tag| Voice::of(&self.book, tag))
    }
}
