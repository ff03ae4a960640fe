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
mod given;
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

use std::sync::Arc;

pub use absolute::absolute;
pub use files::{NewFile, copies, files};
pub use given::{Contents, Given};
pub use names::{check as check_names, with_unfit_names};
pub use navigation::site_view;
pub use shared::Shared;

use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::site::{Kind, Page, Section, Site};
use crate::source::{PagePath, SourcePath, Span};
use block::Blocks;
use navigation::{INDEX_PATH, TAGS_PATH};
use view::{BodyPart, Content, PageView, View};

/// Which page of the site. Their order is the order in which they claim their places.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageId {
    /// The page of an author's file.
    Of(SourcePath),
    /// A section without `_index.md`, by its address.
    Section(PagePath),
    /// The list of tags.
    Tags,
    /// The page of a tag, by its slug.
    Tag(String),
    /// The A–Z.
    Index,
    /// The page for what is not there.
    NotFound,
}

/// A page, and what came with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What its template is given.
    pub view: View,
    /// Where it is published; none if its name cannot be an address, which a problem tells.
    pub path: Option<OutputPath>,
    /// What it comes from.
    pub origin: Span,
    /// The CSV files of its tables, each with the place of its table.
    pub tables: Vec<(OutputPath, Vec<u8>, Span)>,
    /// What is wrong with what it shows.
    pub problems: Vec<Problem>,
}

/// Every page of the site in order, each with what it is made from.
pub fn plan(site: &Arc<Site>, shared: &Arc<Shared>, contents: &Contents) -> Vec<(PageId, Given)> {
    let names = Arc::new(contents.csv.keys().cloned().collect());
    let mut manuscripts = contents.manuscripts.iter().peekable();
    let of_author = |path: &SourcePath| {
        // Both are sorted: a walk beside is cheaper than a search for each.
        while manuscripts.next_if(|(other, _)| *other < path).is_some() {}
        let (_, manuscript) = manuscripts.next_if(|(other, _)| *other == path)?;
        Some((PageId::Of(path.clone()), Given::of_author(site, shared, manuscript, contents, &names)))
    };
    let mut pages: Vec<_> = site.pages.keys().filter_map(of_author).collect();
    let mut add = |id| pages.push((id, Given::without_author(site, shared)));
    for section in site.sections.values().filter(|section| section.index.is_none()) {
        add(PageId::Section(section.address.clone()));
    }
    if !site.tags.is_empty() {
        add(PageId::Tags);
        site.tags.keys().cloned().map(PageId::Tag).for_each(&mut add);
    }
    add(PageId::Index);
    add(PageId::NotFound);
    pages
}

/// The page `id`, made from what it is given; `None` if that holds no such page.
pub fn make(id: &PageId, given: &Given) -> Option<Made> {
    let site = &*given.site;
    let settings = || Span::whole(&SourcePath::settings());
    match id {
        PageId::Of(path) => of_author(given, path),
        PageId::Section(address) => without_index(given, site.sections.get(address)?),
        PageId::Tags => {
            let address = PagePath::from_text(TAGS_PATH);
            let frame = PageView { description: words::about_tags(&site.given.config.title), ..frame::made(site, "tags", words::TAGS, &address) };
            Some(without_author(site, settings(), frame, Content::Tags(lists::tags(site))))
        }
        PageId::Tag(slug) => {
            let tag = site.tags.get(slug)?;
            let mut frame = frame::made(site, "tag", &words::tag(&tag.name), &navigation::tag_path(slug));
            frame.description = words::about_tag(&tag.name, &site.given.config.title);
            frame.breadcrumbs.insert(1, card::link(words::TAGS, &PagePath::from_text(TAGS_PATH)));
            Some(without_author(site, tag.place.span(&site.given), frame, Content::Tag(lists::tag(&given.shared, tag))))
        }
        PageId::Index => {
            let frame = frame::made(site, "index", words::INDEX_TITLE, &PagePath::from_text(INDEX_PATH));
            let frame = PageView { description: words::about_index(&site.given.config.title), ..frame };
            Some(without_author(site, settings(), frame, Content::Index(lists::index(site))))
        }
        PageId::NotFound => Some(without_author(site, settings(), not_found(site), Content::NotFound)),
    }
}

fn of_author(given: &Given, path: &SourcePath) -> Option<Made> {
    let (site, shared) = (&*given.site, &*given.shared);
    let (page, manuscript) = (site.pages.get(path)?, given.manuscript.as_deref()?);
    let frame = frame::of_page(site, shared, page);
    let mut blocks = Blocks::new(given, page, manuscript);
    let (content, body) = match page.kind {
        Kind::Guide => {
            let (guide, body) = guide::view(given, page, manuscript, &mut blocks);
            (Content::Guide(Box::new(guide)), body)
        }
        Kind::Home => (Content::Home(lists::home(site, shared, Some(page))), body::show(given, page, &mut blocks)),
        Kind::Section => (section(site, shared, &page.address), body::show(given, page, &mut blocks)),
        Kind::Plain => (Content::Plain(lists::plain(page, manuscript)), body::show(given, page, &mut blocks)),
        Kind::Resources => (Content::Resources(lists::resources(site, page)), body::show(given, page, &mut blocks)),
    };
    let file = |table| Some((table::csv_path(&table, &page.address)?, table::csv(&table), Span::new(path, table.range)));
    let tables = std::mem::take(&mut blocks.tables).into_iter().filter_map(file).collect();
    let mut made = Made { view: finished(site, Some(page), frame, content, body), path: None, origin: Span::whole(path), tables, problems: blocks.problems };
    place(&mut made);
    Some(made)
}

fn section(site: &Site, shared: &Shared, address: &PagePath) -> Content {
    site.sections.get(address).map_or(Content::NotFound, |section| Content::Section(lists::section(site, shared, section)))
}

/// The page of a section without `_index.md`; the home page is one too.
fn without_index(given: &Given, section: &Section) -> Option<Made> {
    let site = &*given.site;
    let kind = if section.parent.is_none() { "home" } else { "section" };
    let mut frame = frame::made(site, kind, &section.title, &section.address);
    frame.breadcrumbs = frame::way_to(site, &section.address);
    if section.parent.is_none() {
        frame.description.clone_from(&site.given.config.description);
        let home = Content::Home(lists::home(site, &given.shared, None));
        return Some(without_author(site, Span::whole(&SourcePath::settings()), frame, home));
    }
    section.address.as_str().clone_into(&mut frame.section_path);
    Some(without_author(site, first_guide(site, section)?, frame, Content::Section(lists::section(site, &given.shared, section))))
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

fn without_author(site: &Site, origin: Span, frame: PageView, content: Content) -> Made {
    let view = finished(site, None, frame, content, Vec::new());
    let mut made = Made { view, path: None, origin, tables: Vec::new(), problems: Vec::new() };
    place(&mut made);
    made
}

/// Gives a page its place in the output, or says why it cannot have it.
fn place(made: &mut Made) {
    match html_path(&made.view.page.path) {
        Ok(path) => made.path = Some(path),
        // The name of an author's file is told by itself.
        Err(_) if is_address_of(&made.origin.file, &made.view.page.path) => {}
        Err(why) => made.problems.push(
            Problem::new(Code::UnpublishableName, made.origin.clone(), format!("this file's page cannot be published: {why}"))
                .help("rename the file or its folder"),
        ),
    }
}

fn is_address_of(file: &SourcePath, path: &str) -> bool {
    PagePath::of(file).is_some_and(|address| address.as_str() == path)
}

fn finished(site: &Site, page: Option<&Page>, mut frame: PageView, content: Content, body: Vec<BodyPart>) -> View {
    frame.json_ld_html = json_ld::for_page(site, page, &frame, &content);
    View { page: frame, content, body }
}

fn html_path(path: &str) -> Result<OutputPath, crate::output::BadPath> {
    if path.is_empty() || path.ends_with('/') { OutputPath::new(&format!("{path}index.html")) } else { OutputPath::new(path) }
}
