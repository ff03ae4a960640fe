//! What each page shows: views for templates, and the files that are not pages (feed, sitemap, CSV ...).
//!
//! A page is made from its own manuscript and from the cards of others, so a changed text changes one page.
//! For n pages the work is linear, but for pages that list others, which is linear in what they list.

mod absolute;
mod block;
mod body;
mod card;
mod credentials;
mod data_table;
pub mod embedded_json;
pub mod feed;
mod files;
mod frame;
mod glance;
mod grouping;
mod guide;
mod image;
pub mod json_ld;
mod link;
mod lists;
mod markup;
mod names;
mod navigation;
pub mod redirects;
mod resources;
pub mod robots;
mod shared;
pub mod sitemap;
mod source;
mod table;
#[cfg(test)]
mod tests;
pub mod view;
mod well_known;
mod words;
mod xml;

use rayon::prelude::*;

pub use absolute::absolute;
pub use files::{NewFile, files};
pub use names::with_unfit_names;
pub use navigation::site_view;

use crate::guide::Rules;
use crate::guide::body::Table;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::site::{Kind, Page, Section, Site};
use crate::source::{PagePath, SourcePath, Span};
use block::Blocks;
use navigation::{INDEX_PATH, TAGS_PATH};
use shared::Shared;
use view::{BodyPart, Content, PageView, View};

/// Everything that pages give to the output.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages {
    /// The pages, each with the place that it comes from.
    pub views: Vec<(OutputPath, View, Span)>,
    /// The CSV files of their tables, each with the place of its table.
    pub tables: Vec<(OutputPath, Vec<u8>, Span)>,
}

/// All pages of the site, those of authors first, by file.
pub fn all(site: &Site) -> (Pages, Vec<Problem>) {
    let cards = card::all(site);
    let recent = lists::recent(site, &cards);
    let config = site.given.config;
    let rules = Rules { html_allow: config.html_allow.clone(), front_matter_limit: config.front_matter_limit, ..Rules::default() };
    let shared = Shared { cards, recent, rules };
    let mut made: Vec<Made> = site.pages.par_iter().map(|(path, page)| of_author(site, &shared, path, page)).collect();
    made.extend(without_author(site, &shared));
    let mut pages = Pages::default();
    let mut problems = Vec::new();
    for it in made {
        problems.extend(it.problems);
        match html_path(&it.view.page.path) {
            Ok(path) => pages.views.push((path, it.view, it.origin.clone())),
            // The name of an author's file is told by itself.
            Err(_) if is_address_of(&it.origin.file, &it.view.page.path) => {}
            Err(why) => problems.push(
                Problem::new(Code::UnpublishableName, it.origin.clone(), format!("this file's page cannot be published: {why}"))
                    .help("rename the file or its folder"),
            ),
        }
        for (path, table) in it.tables {
            pages.tables.push((path, table::csv(&table), Span::new(&it.origin.file, table.range)));
        }
    }
    (pages, problems)
}

fn is_address_of(file: &SourcePath, path: &str) -> bool {
    PagePath::of(file).is_some_and(|address| address.as_str() == path)
}

/// A page, and what came with it.
struct Made {
    view: View,
    origin: Span,
    tables: Vec<(OutputPath, Table)>,
    problems: Vec<Problem>,
}

fn of_author(site: &Site, shared: &Shared, path: &SourcePath, page: &Page) -> Made {
    let frame = frame::of_page(site, shared, page);
    let mut blocks = Blocks::new(site, shared, page);
    let (content, body) = match page.kind {
        Kind::Guide => {
            let (guide, body) = guide::view(site, shared, page, &mut blocks);
            (Content::Guide(Box::new(guide)), body)
        }
        Kind::Home => (Content::Home(lists::home(site, shared, Some(page))), body::show(site, page, &mut blocks)),
        Kind::Section => (section(site, shared, &page.address), body::show(site, page, &mut blocks)),
        Kind::Plain => (Content::Plain(lists::plain(page)), body::show(site, page, &mut blocks)),
        Kind::Resources => (Content::Resources(lists::resources(site, page)), body::show(site, page, &mut blocks)),
    };
    let tables = std::mem::take(&mut blocks.tables).into_iter().filter_map(|table| Some((table::csv_path(&table, &page.address)?, table))).collect();
    Made { view: finished(site, Some(page), frame, content, body), origin: Span::whole(path), tables, problems: blocks.problems }
}

fn section(site: &Site, shared: &Shared, address: &PagePath) -> Content {
    site.sections.get(address).map_or(Content::NotFound, |section| Content::Section(lists::section(site, shared, section)))
}

/// Pages that no author wrote: sections without `_index.md`, tags, the A–Z, the page for what is not found.
fn without_author(site: &Site, shared: &Shared) -> Vec<Made> {
    let mut made = Vec::new();
    let config = Some(Span::whole(&SourcePath::settings()));
    let mut add = |origin: Option<Span>, frame: PageView, content: Content| {
        if let Some(origin) = origin {
            made.push(Made { view: finished(site, None, frame, content, Vec::new()), origin, tables: Vec::new(), problems: Vec::new() });
        }
    };
    for section in site.sections.values().filter(|section| section.index.is_none()) {
        let mut frame = frame::made(site, "section", &section.title, &section.address);
        if section.parent.is_none() {
            frame = frame::made(site, "home", &section.title, &section.address);
            frame.breadcrumbs = frame::way_to(site, &section.address);
            frame.description.clone_from(&site.given.config.description);
            add(config.clone(), frame, Content::Home(lists::home(site, shared, None)));
        } else {
            frame.breadcrumbs = frame::way_to(site, &section.address);
            section.address.as_str().clone_into(&mut frame.section_path);
            add(first_guide(site, section), frame, Content::Section(lists::section(site, shared, section)));
        }
    }
    let name = &site.given.config.title;
    if !site.tags.is_empty() {
        let address = PagePath::from_text(TAGS_PATH);
        let tags = PageView { description: words::about_tags(name), ..frame::made(site, "tags", words::TAGS, &address) };
        add(config.clone(), tags, Content::Tags(lists::tags(site)));
        for (slug, tag) in &site.tags {
            let mut frame = frame::made(site, "tag", &words::tag(&tag.name), &navigation::tag_path(slug));
            frame.description = words::about_tag(&tag.name, name);
            frame.breadcrumbs.insert(1, card::link(words::TAGS, &address));
            add(Some(tag.place.span(&site.given)), frame, Content::Tag(lists::tag(shared, tag)));
        }
    }
    let index = PageView { description: words::about_index(name), ..frame::made(site, "index", words::INDEX_TITLE, &PagePath::from_text(INDEX_PATH)) };
    add(config.clone(), index, Content::Index(lists::index(site)));
    add(config.clone(), not_found(site), Content::NotFound);
    made
}

fn not_found(site: &Site) -> PageView {
    let frame = frame::made(site, "not-found", words::NOT_FOUND, &PagePath::default());
    let root = absolute::base_path(&site.given.config.base_url);
    PageView { path: "404.html".to_owned(), root, canonical: None, noindex: true, breadcrumbs: Vec::new(), ..frame }
}

/// The first guide below a section without `_index.md`: the file that it comes from.
fn first_guide(site: &Site, section: &Section) -> Option<Span> {
    let mut at = section;
    while at.guides.is_empty() {
        at = at.children.iter().filter_map(|address| site.sections.get(address)).find(|child| child.guide_count > 0)?;
    }
    at.guides.first().map(Span::whole)
}

fn finished(site: &Site, page: Option<&Page>, mut frame: PageView, content: Content, body: Vec<BodyPart>) -> View {
    frame.json_ld_html = json_ld::for_page(site, page, &frame, &content);
    View { page: frame, content, body }
}

fn html_path(path: &str) -> Result<OutputPath, crate::output::BadPath> {
    if path.is_empty() || path.ends_with('/') { OutputPath::new(&format!("{path}index.html")) } else { OutputPath::new(path) }
}
