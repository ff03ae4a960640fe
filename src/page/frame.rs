//! What every page has: title, address, the way to it, its neighbours.

use super::absolute::absolute;
use super::around::Around;
use super::card;
use super::editions;
use super::feed;
use super::shared::Shared;
use super::view::PageView;
use crate::site::{Kind, Page};
use crate::source::PagePath;

/// The frame of a page that an author wrote.
pub(super) fn of_page(shared: &Shared, around: &Around, page: &Page) -> PageView {
    let (config, front) = (&*shared.config, &page.head.front);
    let kind = match page.kind {
        Kind::Home => "home",
        Kind::Section => "section",
        Kind::Guide => "guide",
        Kind::Plain => "plain",
        Kind::Resources => "resources",
    };
    let mut frame = made(shared, kind, &page.title, &page.address);
    frame.breadcrumbs.clone_from(&around.way);
    frame.description = front.summary.clone().unwrap_or_else(|| if page.kind == Kind::Home { config.description.clone() } else { String::new() });
    frame.language = front.language.clone().unwrap_or_else(|| config.language.clone());
    frame.direction = crate::language::direction(&frame.language).to_owned();
    frame.languages = editions::of_page(shared, page);
    frame.translation = editions::translation(shared, page);
    frame.noindex = front.noindex == Some(true);
    frame.draft = front.draft == Some(true);
    frame.previous.clone_from(&around.previous);
    frame.next.clone_from(&around.next);
    // A section's own page stands, for navigation, in the section itself.
    let section = if page.kind == Kind::Section { Some(&page.address) } else { page.section.as_ref() };
    frame.section_path = section.map_or_else(String::new, |section| section.as_str().to_owned());
    if page.kind == Kind::Guide {
        "article".clone_into(&mut frame.og_type);
    }
    frame
}

/// The frame of a page that no author wrote: a section without `_index.md`, tags, the index.
pub(super) fn made(shared: &Shared, kind: &str, title: &str, address: &PagePath) -> PageView {
    let config = &*shared.config;
    let head_title = if title == config.title { title.to_owned() } else { format!("{title} – {}", config.title) };
    PageView {
        kind: kind.to_owned(),
        title: title.to_owned(),
        head_title,
        description: String::new(),
        path: address.as_str().to_owned(),
        root: address.root(),
        canonical: Some(absolute(&config.base_url, address.as_str())),
        feed_url: absolute(&config.base_url, &feed::path(config)),
        language: config.language.clone(),
        direction: crate::language::direction(&config.language).to_owned(),
        languages: editions::of_made(shared, address),
        translation: None,
        noindex: false,
        og_type: "website".to_owned(),
        json_ld_html: Vec::new(),
        data_path: None,
        credits: Vec::new(),
        notes: Vec::new(),
        breadcrumbs: vec![card::link(shared.voice.words.home.text(), &config.home), card::link(title, address)],
        section_path: String::new(),
        previous: None,
        next: None,
        draft: false,
    }
}
