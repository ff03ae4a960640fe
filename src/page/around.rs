//! What a page shows of the rest of the site: the way to it, its neighbours, the guides that it leads to. Never the other pages
//! themselves, so that a change of one is a change of those only that show it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::brief::Briefs;
use super::view::{Card, LinkView, PathView};
use super::voice::Voice;
use super::{card, navigation};
use crate::site::{Kind, Page, Site, Step};
use crate::source::SourcePath;

/// What one page shows of others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// The way from the home page to here, this page the last.
    pub(super) way: Vec<LinkView>,
    /// The guide before it in its section.
    pub(super) previous: Option<LinkView>,
    /// The guide after it.
    pub(super) next: Option<LinkView>,
    /// Guides that a reader may want too.
    pub(super) related: Vec<Arc<Card>>,
    /// Occupations like this one.
    pub(super) similar: Vec<PathView>,
    /// Occupations that people move on to.
    pub(super) progresses_to: Vec<PathView>,
    /// Specialisations.
    pub(super) specialisations: Vec<PathView>,
    /// Its tags.
    pub(super) tags: Vec<LinkView>,
}

/// The cards of all pages, and what each page shows of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The card of each page, by file.
    pub(super) cards: BTreeMap<SourcePath, Arc<Card>>,
    /// Guides changed last, newest first.
    pub(super) recent: Vec<Card>,
    /// The figures of each guide that others show, by file.
    pub(super) briefs: Arc<Briefs>,
    /// What each page shows, by file.
    pub(super) pages: BTreeMap<SourcePath, Arc<Around>>,
}

impl Surroundings {
    /// Those of a site, with the figures of its guides.
    pub fn new(site: &Site, briefs: &Arc<Briefs>, voice: &Voice) -> Self {
        let cards = card::all(site, briefs, voice);
        let recent = card::recent(site, &cards);
        let around = |(path, page): (&SourcePath, &Arc<Page>)| (path.clone(), Arc::new(Around::new(site, &cards, voice, page)));
        let pages: Vec<_> = site.pages.par_iter().map(around).collect();
        Self { pages: pages.into_iter().collect(), recent, cards, briefs: briefs.clone() }
    }

    /// The same; what a page shows stays the value that it is in `last` where it is equal.
    #[must_use]
    pub fn settled(mut self, last: &Self) -> Self {
        for (path, around) in &mut self.pages {
            if let Some(before) = last.pages.get(path).filter(|before| *before == around) {
                *around = before.clone();
            }
        }
        self
    }
}

impl Around {
    fn new(site: &Site, cards: &BTreeMap<SourcePath, Arc<Card>>, voice: &Voice, page: &Page) -> Self {
        let card = |path: &SourcePath| cards.get(path).cloned();
        let neighbour = |path: &SourcePath| site.pages.get(path).map(|page| card::link(&page.title, &page.address));
        let mut way = page.section.as_ref().map_or_else(Vec::new, |section| navigation::way_to(site, &voice.words, section));
        way.push(card::link(if page.kind == Kind::Home { voice.words.home.text() } else { &page.nav_title }, &page.address));
        let steps = |steps: &[Step]| steps.iter().filter_map(|step| path(site, cards, step)).collect();
        Self {
            way,
            previous: page.previous.as_ref().and_then(neighbour),
            next: page.next.as_ref().and_then(neighbour),
            related: page.related.iter().filter_map(card).collect(),
            similar: steps(&page.similar),
            progresses_to: steps(&page.progresses_to),
            specialisations: steps(&page.specialisations),
            tags: page.tags.iter().filter_map(|slug| navigation::tag(site, slug)).collect(),
        }
    }
}

fn path(site: &Site, cards: &BTreeMap<SourcePath, Arc<Card>>, step: &Step) -> Option<PathView> {
    let Some(file) = &step.page else {
        return Some(PathView {
            name: step.name.clone()?,
            path: step.url.clone(),
            about: step.about.clone(),
            soc: step.soc.clone(),
            education: None,
            pay: None,
        });
    };
    let (card, page) = (cards.get(file)?, site.pages.get(file)?);
    let soc = page.head.front.occupation.as_ref().and_then(|it| it.soc.clone());
    Some(PathView {
        name: card.title.clone(),
        path: Some(card.path.clone()),
        about: step.about.clone(),
        soc,
        education: card.education.clone(),
        pay: card.pay.clone(),
    })
}
