//! Pages that list others: home, sections, tags, the A–Z, the resources page.

use super::around::Surroundings;
use super::figure_block::GuideRow;
use super::given::{Given, Whole};
use super::view::{Card, HomeView, Html, IndexEntry, IndexLetter, IndexView, NavNode, PlainView, ResourcesView, SectionView, TagView, TagsView};
use super::{body, card, navigation, resources, words};
use crate::guide::Manuscript;
use crate::site::{Page, Section, Site, Tag, collation};
use crate::slug::slug;
use crate::source::SourcePath;
use crate::words::Words;

const ON_HOME: usize = 6;
/// A table of more guides than these would be no help.
const MOST_COMPARED: usize = 200;

/// The home page; `index` is `content/_index.md`, if there is one.
pub(super) fn home(site: &Site, around: &Surroundings, index: Option<&Page>) -> HomeView {
    let home = site.sections.get(&site.given.config.home);
    let short =
        |section: &Section| SectionView { body_html: Html::default(), guides: first_guides(site, around, section), ..self::section(site, around, section) };
    HomeView {
        summary: index.and_then(|page| page.head.front.summary.clone()).unwrap_or_else(|| site.given.config.description.clone()),
        body_html: Html::default(),
        sections: navigation::top_sections(site).map(short).collect(),
        guides: home.map_or_else(Vec::new, |home| card::of(&around.cards, &home.guides)),
        recent: around.recent.clone(),
        guide_count: home.map_or(0, |home| home.guide_count),
    }
}

/// The first guides of a section: its own, then those of the sections below it.
fn first_guides(site: &Site, around: &Surroundings, section: &Section) -> Vec<Card> {
    let mut cards = Vec::new();
    let mut waiting = vec![section];
    while let Some(section) = waiting.pop().filter(|_| cards.len() < ON_HOME) {
        cards.extend(card::of(&around.cards, section.guides.iter().take(ON_HOME - cards.len())));
        waiting.extend(section.children.iter().rev().filter_map(|address| site.sections.get(address)));
    }
    cards
}

/// The page of a section.
pub(super) fn section(site: &Site, around: &Surroundings, section: &Section) -> SectionView {
    let page = |path| site.pages.get(path).map(|page| card::link(&page.nav_title, &page.address));
    SectionView {
        title: section.title.clone(),
        path: section.address.as_str().to_owned(),
        summary: section.summary.clone(),
        body_html: Html::default(),
        children: navigation::node(site, section).children,
        guides: card::of(&around.cards, &section.guides),
        table: None,
        pages: section.pages.iter().filter_map(page).collect(),
        guide_count: section.guide_count,
    }
}

/// The guides in a section and below it, in order, with their figures; only those in it where all would be too many to compare.
pub(super) fn compared(whole: &Whole, section: &Section) -> Vec<GuideRow> {
    let (site, around) = (&*whole.site, &*whole.surroundings);
    let row = |path: &SourcePath| {
        let page = site.pages.get(path)?;
        let brief = around.briefs.get(path).cloned().unwrap_or_default();
        Some(GuideRow { name: page.nav_title.clone(), path: section.address.to(&page.address), brief })
    };
    let mut rows = Vec::new();
    let mut waiting = vec![section];
    while let Some(section) = waiting.pop() {
        rows.extend(section.guides.iter().filter_map(row));
        if section.guide_count <= MOST_COMPARED {
            waiting.extend(section.children.iter().rev().filter_map(|address| site.sections.get(address)));
        }
    }
    rows.truncate(MOST_COMPARED);
    rows
}

/// A plain page.
pub(super) fn plain(given: &Given, page: &Page, manuscript: &Manuscript) -> PlainView {
    PlainView {
        summary: page.head.front.summary.clone().unwrap_or_default(),
        body_html: Html::default(),
        sections: body::sections(&manuscript.body.headings),
        updated: page.head.front.updated.map(|it| given.voice.day(it)),
    }
}

/// The resources page.
pub(super) fn resources(site: &Site, words: &Words, page: &Page) -> ResourcesView {
    let guides = |path| site.pages.get(path).map(|page| card::link(&page.title, &page.address));
    ResourcesView {
        summary: page.head.front.summary.clone().unwrap_or_default(),
        body_html: Html::default(),
        disclosure: resources::disclosure(&site.given.config, words, site.resources.values().map(|it| &it.resource)),
        groups: resources::groups(words, site.resources.values().map(|it| (&it.resource, it.named_by.iter().filter_map(guides).collect()))),
        count: site.resources.len(),
    }
}

/// The list of all tags.
pub(super) fn tags(site: &Site) -> TagsView {
    let node = |(slug, tag): (&String, &Tag)| NavNode {
        title: words::tag(&tag.name),
        path: navigation::tag_path(&site.given.config, slug).as_str().to_owned(),
        guides: tag.guides.len(),
        children: Vec::new(),
    };
    let mut tags: Vec<NavNode> = site.tags.iter().map(node).collect();
    tags.sort_by_cached_key(|tag| (collation::key(&tag.title), tag.path.clone()));
    TagsView { tags }
}

/// The page of a tag.
pub(super) fn tag(around: &Surroundings, tag: &Tag) -> TagView {
    TagView { name: words::tag(&tag.name), guides: card::of(&around.cards, &tag.guides) }
}

/// The A–Z index.
pub(super) fn index(site: &Site) -> IndexView {
    let mut letters: Vec<IndexLetter> = Vec::new();
    for name in &site.names {
        let Some(guide) = site.pages.get(&name.guide) else { continue };
        let entry = IndexEntry { name: name.name.clone(), path: guide.address.as_str().to_owned(), see: name.is_other_name.then(|| guide.title.clone()) };
        match letters.last_mut().filter(|last| last.letter == name.letter) {
            Some(last) => last.entries.push(entry),
            None => letters.push(IndexLetter { letter: name.letter.clone(), id: letter_id(&name.letter), entries: vec![entry] }),
        }
    }
    IndexView { letters }
}

fn letter_id(letter: &str) -> String {
    let slug = slug(letter);
    format!("letter-{}", if slug.is_empty() { "other" } else { &slug })
}
