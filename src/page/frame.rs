//! What every page has: title, address, the way to it, its neighbours.

use super::absolute::absolute;
use super::card;
use super::feed;
use super::shared::Shared;
use super::view::{LinkView, PageView};
use super::words;
use crate::site::{Kind, Page, Site};
use crate::source::PagePath;

/// The frame of a page that an author wrote.
pub(super) fn of_page(site: &Site, shared: &Shared, page: &Page) -> PageView {
    let front = &page.head.front;
    let neighbour = |path: &Option<_>| path.as_ref().and_then(|path| shared.cards.get(path)).cloned();
    let kind = match page.kind {
        Kind::Home => "home",
        Kind::Section => "section",
        Kind::Guide => "guide",
        Kind::Plain => "plain",
        Kind::Resources => "resources",
    };
    let mut frame = made(site, kind, &page.title, &page.address);
    let mut way = page.section.as_ref().map_or_else(Vec::new, |section| way_to(site, section));
    way.push(card::link(if page.kind == Kind::Home { words::HOME } else { &page.nav_title }, &page.address));
    frame.breadcrumbs = way;
    frame.description = front.summary.clone().unwrap_or_else(|| if page.kind == Kind::Home { site.given.config.description.clone() } else { String::new() });
    frame.language = front.language.clone().unwrap_or_else(|| site.given.config.language.clone());
    frame.direction = super::navigation::direction(&frame.language).to_owned();
    frame.noindex = front.noindex == Some(true);
    frame.draft = front.draft == Some(true);
    frame.previous = neighbour(&page.previous);
    frame.next = neighbour(&page.next);
    // A section's own page stands, for navigation, in the section itself.
    let section = if page.kind == Kind::Section { Some(&page.address) } else { page.section.as_ref() };
    frame.section_path = section.map_or_else(String::new, |section| section.as_str().to_owned());
    if page.kind == Kind::Guide {
        "article".clone_into(&mut frame.og_type);
    }
    frame
}

/// The frame of a page that no author wrote: a section without `_index.md`, tags, the index.
pub(super) fn made(site: &Site, kind: &str, title: &str, address: &PagePath) -> PageView {
    let config = &*site.given.config;
    let head_title = if title == config.title { title.to_owned() } else { format!("{title} – {}", config.title) };
    PageView {
        kind: kind.to_owned(),
        title: title.to_owned(),
        head_title,
        description: String::new(),
        path: address.as_str().to_owned(),
        root: address.root(),
        canonical: Some(absolute(&config.base_url, address.as_str())),
        feed_url: absolute(&config.base_url, feed::PATH),
        language: config.language.clone(),
        direction: super::navigation::direction(&config.language).to_owned(),
        noindex: false,
        og_type: "website".to_owned(),
        json_ld_html: Vec::new(),
        breadcrumbs: vec![card::link(words::HOME, &PagePath::default()), card::link(title, address)],
        section_path: String::new(),
        previous: None,
        next: None,
        draft: false,
    }
}

/// The links from the home page to the section at `address`, both with it.
pub(super) fn way_to(site: &Site, address: &PagePath) -> Vec<LinkView> {
    let mut way = Vec::new();
    let mut at = site.sections.get(address);
    while let Some(section) = at {
        let label = if section.parent.is_none() { words::HOME } else { &section.nav_title };
        way.push(card::link(label, &section.address));
        at = section.parent.as_ref().and_then(|parent| site.sections.get(parent));
    }
    way.reverse();
    way
}
