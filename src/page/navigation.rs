//! The site as every page sees it: menu, foot, tree of sections. Made once.

use super::feed;
use super::view::{LinkView, NavNode, SiteView};
use super::{card, words};
use crate::language;
use crate::settings::Config;
use crate::site::{Section, Site};
use crate::source::PagePath;
use crate::words::Words;

/// Address of the A–Z index.
pub(super) const INDEX_PATH: &str = "a-z/";
/// Address of the list of tags; the page of a tag is below it.
pub(super) const TAGS_PATH: &str = "tags/";
/// Address that the pages of people are below.
pub(super) const AUTHORS_PATH: &str = "authors/";
/// Address of the page of sources and methods.
pub(super) const SOURCES_PATH: &str = "sources/";
/// Address of the figures ledger.
pub(super) const LEDGER_PATH: &str = "figures/";

/// What templates are given as `site`. `shows_figures` says whether there is a ledger; `params` are the theme's, defaults filled in.
pub fn site_view(site: &Site, words: &Words, shows_figures: bool, params: serde_json::Value) -> SiteView {
    let config = &*site.given.config;
    let resources = site.resources_page.as_ref().and_then(|path| site.pages.get(path));
    let at = |path: &str| config.at(path).as_str().to_owned();
    let default_menu = || {
        let index = LinkView { label: words.index.text().to_owned(), path: config.at(INDEX_PATH).as_str().to_owned() };
        let resources = resources.map(|page| card::link(&page.nav_title, &page.address));
        let sections = top_sections(site).map(|section| card::link(&section.nav_title, &section.address));
        sections.chain([index]).chain(resources).collect()
    };
    let menu = config.menu.as_deref().map_or_else(default_menu, links);
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        direction: language::direction(&config.language).to_owned(),
        home_path: config.home.as_str().to_owned(),
        menu,
        footer: links(&config.footer),
        sections: top_sections(site).map(|section| node(site, section)).collect(),
        resources_path: resources.map(|page| page.address.as_str().to_owned()),
        index_path: at(INDEX_PATH),
        tags_path: (!site.tags.is_empty()).then(|| at(TAGS_PATH)),
        sources_path: (!site.given.registry.sources.is_empty()).then(|| at(SOURCES_PATH)),
        ledger_path: shows_figures.then(|| at(LEDGER_PATH)),
        feed_path: feed::path(config),
        publisher: config.publisher.as_ref().and_then(|it| it.name.clone()),
        params,
    }
}

/// A section with those below it. Folders are at most 32 deep, so this does not go deeper.
pub(super) fn node(site: &Site, section: &Section) -> NavNode {
    NavNode {
        title: section.nav_title.clone(),
        path: section.address.as_str().to_owned(),
        guides: section.guide_count,
        children: section.children.iter().filter_map(|address| site.sections.get(address)).map(|child| node(site, child)).collect(),
    }
}

pub(super) fn top_sections(site: &Site) -> impl Iterator<Item = &Section> {
    let home = site.sections.get(&site.given.config.home);
    home.into_iter().flat_map(|home| &home.children).filter_map(|address| site.sections.get(address))
}

/// The links from the home page to the section at `address`, both with it.
pub(super) fn way_to(site: &Site, words: &Words, address: &PagePath) -> Vec<LinkView> {
    let mut way = Vec::new();
    let mut at = site.sections.get(address);
    while let Some(section) = at {
        let label = if section.parent.is_none() { words.home.text() } else { &section.nav_title };
        way.push(card::link(label, &section.address));
        at = section.parent.as_ref().and_then(|parent| site.sections.get(parent));
    }
    way.reverse();
    way
}

/// Address of the page of the contributor with this id.
pub(super) fn author_path(config: &Config, id: &str) -> PagePath {
    config.at(&format!("{AUTHORS_PATH}{id}"))
}

/// Address of the page of the tag with this slug.
pub(super) fn tag_path(config: &Config, slug: &str) -> PagePath {
    config.at(&format!("{TAGS_PATH}{slug}"))
}

/// A link to the page of the tag with this slug.
pub(super) fn tag(site: &Site, slug: &str) -> Option<LinkView> {
    site.tags.get(slug).map(|tag| card::link(&words::tag(&tag.name), &tag_path(&site.given.config, slug)))
}

fn links(entries: &[(String, String)]) -> Vec<LinkView> {
    entries.iter().map(|(label, url)| LinkView { label: label.clone(), path: url.strip_prefix('/').unwrap_or(url).to_owned() }).collect()
}
