//! Everything that one page is made from. Two pages that are given the same are the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::around::{Around, Surroundings};
use super::shared::Shared;
use super::voice::Voice;
use crate::dataset::csv::Csv;
use crate::figures::{Figures, OfSite};
use crate::guide::Manuscript;
use crate::guide::body::ImageSource;
use crate::memory::Same;
use crate::picture::Picture;
use crate::site::{Kind, Page, Site};
use crate::source::SourcePath;
use crate::words::Words;

/// What stands in the files of `content/`, beside the front matter that the site is made of.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The pages.
    pub manuscripts: BTreeMap<SourcePath, Arc<Manuscript>>,
    /// The CSV files, those of `_data` too.
    pub csv: BTreeMap<SourcePath, Arc<Csv>>,
    /// The files that are published as they are: images, downloads.
    pub files: BTreeMap<SourcePath, Arc<[u8]>>,
}

/// Images by their files.
pub type Pictures = BTreeMap<SourcePath, Arc<Picture>>;

/// The whole site, for pages that list others: part of the input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// How the pages hang together.
    pub site: Same<Site>,
    /// What they show of each other.
    pub surroundings: Same<Surroundings>,
}

/// The page of an author: part of the input of a stage.
#[derive(Debug, Clone)]
pub struct Authored {
    /// Its file.
    pub manuscript: Arc<Manuscript>,
    /// Its place in the site. What a page shows of it follows from its file and from what all pages are made with, but for its
    /// relations to others, which it shows by what is [`Around`] it; so it need not be compared.
    pub page: Arc<Page>,
}

impl PartialEq for Authored {
    fn eq(&self, other: &Self) -> bool {
        self.manuscript == other.manuscript
    }
}

impl Eq for Authored {}

/// Everything that one page is made from: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What all pages are made with.
    pub shared: Same<Shared>,
    /// Its file and its place in the site; none for a page that no author wrote.
    pub authored: Option<Authored>,
    /// How it speaks.
    pub voice: Voice,
    /// What it shows of others.
    pub around: Arc<Around>,
    /// The whole site, if the page lists others.
    pub whole: Option<Whole>,
    /// What the figures in its text are.
    pub figures: Arc<Figures>,
    /// The figures of the whole site, if the page lists them.
    pub of_site: Option<Same<OfSite>>,
    /// The CSV files that it shows, as far as they are there.
    pub csv: BTreeMap<SourcePath, Arc<Csv>>,
    /// The images that it shows, as far as they are there.
    pub pictures: Pictures,
    /// The CSV files that there are, to guess which was meant; none if all that the page shows are there.
    pub csv_names: Option<Arc<Vec<SourcePath>>>,
}

/// What pages are gathered from.
#[derive(Debug)]
pub struct Material<'a> {
    /// How the pages hang together.
    pub site: &'a Arc<Site>,
    /// What all are made with.
    pub shared: &'a Arc<Shared>,
    /// What they show of each other.
    pub surroundings: &'a Arc<Surroundings>,
    /// Their files.
    pub contents: &'a Contents,
    /// The images that they show.
    pub pictures: &'a Pictures,
    /// Their figures.
    pub figures: &'a Arc<OfSite>,
}

impl Material<'_> {
    fn whole(&self) -> Whole {
        Whole { site: self.site.into(), surroundings: self.surroundings.into() }
    }

    /// A page that no author wrote.
    pub(super) fn without_author(&self) -> Given {
        let (csv, pictures, around) = (BTreeMap::new(), BTreeMap::new(), Arc::default());
        Given {
            shared: self.shared.into(),
            authored: None,
            voice: self.shared.voice.clone(),
            around,
            whole: Some(self.whole()),
            figures: Arc::default(),
            of_site: None,
            csv,
            pictures,
            csv_names: None,
        }
    }

    /// A page that no author wrote, and that lists the figures of the site.
    pub(super) fn of_figures(&self) -> Given {
        Given { of_site: Some(self.figures.into()), ..self.without_author() }
    }

    /// The page of an author. `names` are those of all CSV files.
    pub(super) fn of_author(&self, page: &Arc<Page>, around: &Arc<Around>, manuscript: &Arc<Manuscript>, names: &Arc<Vec<SourcePath>>) -> Given {
        let lists_others = matches!(page.kind, Kind::Home | Kind::Section | Kind::Resources);
        let mut given = Given {
            shared: self.shared.into(),
            authored: Some(Authored { manuscript: manuscript.clone(), page: page.clone() }),
            voice: self.shared.voice_of(page.head.front.language.as_deref()),
            around: around.clone(),
            whole: lists_others.then(|| self.whole()),
            figures: self.figures.get(manuscript.path()).cloned().unwrap_or_default(),
            of_site: None,
            csv: BTreeMap::new(),
            pictures: BTreeMap::new(),
            csv_names: None,
        };
        for file in &manuscript.body.shows {
            if let Some(csv) = self.contents.csv.get(file) {
                given.csv.insert(file.clone(), csv.clone());
            } else if file.has_extension("csv") {
                given.csv_names = Some(names.clone());
            }
            given.pictures.extend(self.pictures.get(file).map(|picture| (file.clone(), picture.clone())));
        }
        given
    }
}

impl Given {
    /// The page's place in the site; none for a page that no author wrote.
    pub(super) fn page(&self) -> Option<&Page> {
        self.authored.as_ref().map(|it| &*it.page)
    }

    /// The words of the page's language.
    pub(super) fn words(&self) -> &Words {
        &self.voice.words
    }

    /// An image, if its file is there.
    pub(super) fn picture(&self, source: &ImageSource) -> Option<&Picture> {
        let ImageSource::File(file) = source else { return None };
        self.pictures.get(file).map(|picture| &**picture)
    }
}
