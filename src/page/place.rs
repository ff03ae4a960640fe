//! Where a page stands, asked before it is made: a build that makes a part of the site knows so the addresses of all others.

use super::navigation::{INDEX_PATH, LEDGER_PATH, SOURCES_PATH, TAGS_PATH, author_path, tag_path};
use super::{Given, PageId, author, first_guide, html_path};
use crate::output::OutputPath;
use crate::site::Page;
use crate::source::{PagePath, SourcePath, Span};

/// Where the page `id` is published, and what it comes from, as [`make`](super::make) says it; no path if its name cannot be an address.
/// `None` where there is no such page.
pub fn place(id: &PageId, given: &Given) -> Option<(Option<OutputPath>, Span)> {
    Some((html_path(&address(id, given)?).ok(), origin(id, given)?))
}

/// The text by which the page `id` is told to belong to one of several shards: its path in the output.
/// A translation goes with the page that it was made from, since what is wrong with both is told there.
pub fn lot(id: &PageId, given: &Given) -> Option<String> {
    match given.page() {
        Some(page) => Some(lot_of_author(page)),
        None => address(id, given).map(|address| path_text(&address)),
    }
}

/// The same of the page of an author.
pub fn lot_of_author(page: &Page) -> String {
    let original = page.head.translation.as_ref().and_then(|it| PagePath::of(&it.of));
    path_text(original.as_ref().unwrap_or(&page.address).as_str())
}

fn path_text(address: &str) -> String {
    html_path(address).map_or_else(|_| address.to_owned(), |path| path.as_str().to_owned())
}

fn address(id: &PageId, given: &Given) -> Option<String> {
    let config = &*given.shared.config;
    let address = match id {
        PageId::Of(_) => given.page()?.address.clone(),
        PageId::Section(address) => address.clone(),
        PageId::Tags => config.at(TAGS_PATH),
        PageId::Tag(slug) => tag_path(config, slug),
        PageId::Author(id) => author_path(config, id),
        PageId::Index => config.at(INDEX_PATH),
        PageId::Sources => config.at(SOURCES_PATH),
        PageId::Ledger => config.at(LEDGER_PATH),
        PageId::NotFound => return Some(format!("{}404.html", config.home)),
    };
    Some(address.as_str().to_owned())
}

fn origin(id: &PageId, given: &Given) -> Option<Span> {
    let settings = || Span::whole(&SourcePath::settings());
    if let PageId::Of(path) = id {
        return Some(Span::whole(path));
    }
    let site = &*given.whole.as_ref()?.site;
    match id {
        PageId::Section(address) => {
            let section = site.sections.get(address)?;
            if section.parent.is_none() { Some(settings()) } else { first_guide(site, section) }
        }
        PageId::Tag(slug) => Some(site.tags.get(slug)?.place.span(&site.given)),
        PageId::Author(id) => Some(author::place(&site.given.registry, id)),
        PageId::Of(_) | PageId::Tags | PageId::Index | PageId::Sources | PageId::Ledger | PageId::NotFound => Some(settings()),
    }
}
