//! What pages show of other pages: cards and links, made once for the whole site.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::brief::{Brief, Briefs};
use super::view::{Card, LinkView};
use super::voice::Voice;
use super::words;
use crate::day::Day;
use crate::fact::Fact;
use crate::site::{Kind, Page, Site, collation};
use crate::source::{PagePath, SourcePath};

/// How many guides count as changed last.
const RECENT: usize = 6;

/// The cards of all pages, by file.
pub(super) fn all(site: &Site, briefs: &Briefs, voice: &Voice) -> BTreeMap<SourcePath, Arc<Card>> {
    let card = |(path, page): (&SourcePath, &Arc<Page>)| (path.clone(), Arc::new(card(site, page, briefs.get(path).map(|it| &**it), voice)));
    site.pages.iter().map(card).collect()
}

fn card(site: &Site, page: &Page, brief: Option<&Brief>, voice: &Voice) -> Card {
    let front = &page.head.front;
    let section = page.section.as_ref().filter(|address| !address.as_str().is_empty()).and_then(|address| site.sections.get(address));
    Card {
        title: page.title.clone(),
        nav_title: page.nav_title.clone(),
        path: page.address.as_str().to_owned(),
        summary: front.summary.clone().unwrap_or_default(),
        section: section.map_or_else(String::new, |section| section.title.clone()),
        education: front.education.as_ref().and_then(|it| it.entry).map(|level| words::education(&voice.words, level).to_owned()),
        pay: brief.and_then(|it| it.pay.as_ref()).map(|fact| pay(fact, voice)),
        updated: last_change(page).map(|it| voice.day(it)),
    }
}

/// Pay as a card tells it: `$44,200 a year (May 2024)`.
fn pay(fact: &Fact, voice: &Voice) -> String {
    let basis = fact.basis().map(|basis| format!(" {}", words::basis(&voice.words, basis))).unwrap_or_default();
    let when = fact.topic.period.map(|period| format!(" ({})", voice.period(period))).unwrap_or_default();
    format!("{}{basis}{when}", voice.fact(fact))
}

/// The day of the last change that readers should know of, else of publication.
pub(super) fn last_change(page: &Page) -> Option<Day> {
    page.head.front.updated.or(page.head.front.published)
}

/// The cards of `guides`, in their order.
pub(super) fn of<'g>(cards: &BTreeMap<SourcePath, Arc<Card>>, guides: impl IntoIterator<Item = &'g SourcePath>) -> Vec<Card> {
    guides.into_iter().filter_map(|path| cards.get(path)).map(|card| Card::clone(card)).collect()
}

/// Guides changed last, newest first, at most six.
pub(super) fn recent(site: &Site, cards: &BTreeMap<SourcePath, Arc<Card>>) -> Vec<Card> {
    let dated = site.pages.iter().filter(|(_, page)| page.kind == Kind::Guide);
    let mut dated: Vec<_> = dated.filter_map(|(path, page)| Some((std::cmp::Reverse(last_change(page)?), collation::key(&page.title), path))).collect();
    dated.sort();
    of(cards, dated.into_iter().take(RECENT).map(|(_, _, path)| path))
}

/// The page of the site with this file, or the address as it is.
pub(super) fn link(label: &str, address: &PagePath) -> LinkView {
    LinkView { label: label.to_owned(), path: address.as_str().to_owned() }
}
