//! What each page shows: views for templates, and the files that are not pages (feed, sitemap, CSV ...).
//!
//! A page is made from its own manuscript and from the cards of others, so a changed text changes one page.
//! For n pages the work is linear, but for pages that list others, which is linear in what they list.

mod absolute;
mod around;
mod author;
mod block;
mod body;
mod brief;
mod card;
mod credentials;
mod data_table;
mod download;
mod editions;
pub mod embedded_json;
mod fact_json;
pub mod feed;
mod figure;
mod figure_block;
mod files;
#[cfg(test)]
mod fixture;
mod frame;
mod given;
mod glance;
mod grouping;
mod guide;
mod guide_json;
mod image;
pub mod json_ld;
mod ledger;
mod link;
mod lists;
mod made;
mod markup;
mod methods;
mod names;
mod navigation;
mod place;
mod quality;
mod quick;
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
mod voice;
mod well_known;
mod words;
mod xml;

use std::sync::Arc;

pub use absolute::absolute;
pub use around::Surroundings;
pub use brief::{Briefs, briefs};
pub use files::{NewFile, copies, files, small_copies};
pub use given::{Contents, Given, Material, Pictures, Whole};
pub use made::made;
pub use names::{check as check_names, with_unfit_names};
pub use navigation::site_view;
pub use place::{lot, lot_of_author, place};
pub use shared::{Shared, Spoken};
pub use voice::Voice;

use crate::guide::body::Table;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::site::{Kind, Page, Section, Site};
use crate::source::{PagePath, SourcePath, Span, middle};
use crate::words::Words;
use block::Blocks;
use figure::Notes;
use navigation::{INDEX_PATH, LEDGER_PATH, SOURCES_PATH, TAGS_PATH};
use view::{BodyPart, Content, NoteView, PageView, View};

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
    /// The page of somebody who wrote or reviewed guides, by id.
    Author(String),
    /// The A–Z.
    Index,
    /// Sources and methods.
    Sources,
    /// The figures ledger.
    Ledger,
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
    /// The files beside it: the CSV of each of its tables, with the place of the table, and what it says to programs.
    pub tables: Vec<(OutputPath, Vec<u8>, Span)>,
    /// What is wrong with what it shows.
    pub problems: Vec<Problem>,
}

/// Every page of the site in order, each with what it is made from.
pub fn plan(material: &Material) -> Vec<(PageId, Given)> {
    let (site, surroundings, contents) = (material.site, material.surroundings, material.contents);
    let config = &*site.given.config;
    let names = Arc::new(contents.csv.keys().cloned().collect());
    let (mut manuscripts, mut arounds) = (contents.manuscripts.iter().peekable(), surroundings.pages.iter().peekable());
    let of_author = |(path, page): (&SourcePath, &Arc<Page>)| {
        // All are sorted: a walk beside is cheaper than a search for each.
        while manuscripts.next_if(|(other, _)| *other < path).is_some() {}
        while arounds.next_if(|(other, _)| *other < path).is_some() {}
        let (_, manuscript) = manuscripts.next_if(|(other, _)| *other == path)?;
        let (_, around) = arounds.next_if(|(other, _)| *other == path)?;
        Some((PageId::Of(path.clone()), material.of_author(page, around, manuscript, &names)))
    };
    let mut pages: Vec<_> = site.pages.iter().filter_map(of_author).collect();
    let mut add = |id| pages.push((id, material.without_author()));
    for section in site.sections.values().filter(|section| section.index.is_none()) {
        add(PageId::Section(section.address.clone()));
    }
    if !site.tags.is_empty() {
        add(PageId::Tags);
        site.tags.keys().cloned().map(PageId::Tag).for_each(&mut add);
    }
    let is_free = |path: &str| !site.addresses.contains_key(&PagePath::from_text(path));
    site.contributors.keys().filter(|id| is_free(navigation::author_path(config, id).as_str())).cloned().map(PageId::Author).for_each(&mut add);
    add(PageId::Index);
    if !site.given.registry.sources.is_empty() && is_free(config.at(SOURCES_PATH).as_str()) {
        pages.push((PageId::Sources, material.of_figures()));
    }
    if material.figures.values().any(|it| it.shown().next().is_some()) && is_free(config.at(LEDGER_PATH).as_str()) {
        pages.push((PageId::Ledger, material.of_figures()));
    }
    pages.push((PageId::NotFound, material.without_author()));
    pages
}

/// The page `id`, made from what it is given; `None` if that holds no such page.
pub fn make(id: &PageId, given: &Given) -> Option<Made> {
    if let PageId::Of(path) = id {
        return of_author(given, path);
    }
    let whole = given.whole.as_ref()?;
    let (site, shared, config) = (&*whole.site, &*given.shared, &*given.shared.config);
    let words = &*shared.voice.words;
    let named = [("site", config.title.as_str())];
    let settings = || Span::whole(&SourcePath::settings());
    match id {
        PageId::Of(_) => None,
        PageId::Section(address) => without_index(given, whole, site.sections.get(address)?),
        PageId::Tags => {
            let address = config.at(TAGS_PATH);
            let frame = PageView { description: words.about_tags.with(&named), ..frame::made(shared, "tags", words.tags.text(), &address) };
            Some(without_author(given, settings(), frame, Content::Tags(lists::tags(site))))
        }
        PageId::Tag(slug) => {
            let tag = site.tags.get(slug)?;
            let mut frame = frame::made(shared, "tag", &words::tag(&tag.name), &navigation::tag_path(config, slug));
            frame.description = words.about_tag.with(&[("tag", &words::tag(&tag.name)), ("site", &config.title)]);
            frame.breadcrumbs.insert(1, card::link(words.tags.text(), &config.at(TAGS_PATH)));
            Some(without_author(given, tag.place.span(&site.given), frame, Content::Tag(lists::tag(&whole.surroundings, tag))))
        }
        PageId::Author(id) => {
            let contributor = site.contributors.get(id)?;
            let view = author::view(shared, &whole.surroundings, id, contributor)?;
            let mut frame = frame::made(shared, "author", &view.person.name, &navigation::author_path(config, id));
            frame.description = view.about.clone().unwrap_or_else(|| words.about_author.with(&[("name", &view.person.name), ("site", &config.title)]));
            Some(without_author(given, author::place(&site.given.registry, id), frame, Content::Author(view)))
        }
        PageId::Index => {
            let frame = frame::made(shared, "index", words.index_title.text(), &config.at(INDEX_PATH));
            let frame = PageView { description: words.about_index.with(&named), ..frame };
            Some(without_author(given, settings(), frame, Content::Index(lists::index(site))))
        }
        PageId::Sources => {
            let frame = frame::made(shared, "sources", words.sources.text(), &config.at(SOURCES_PATH));
            let frame = PageView { description: words.about_sources.with(&named), ..frame };
            Some(without_author(given, settings(), frame, Content::Sources(methods::view(site, &shared.voice, given.of_site.as_deref()?))))
        }
        PageId::Ledger => {
            let frame = frame::made(shared, "ledger", words.ledger.text(), &config.at(LEDGER_PATH));
            let frame = PageView { description: words.about_ledger.with(&named), ..frame };
            let (view, files) = ledger::made(site, &shared.voice, given.of_site.as_deref()?);
            let made = without_author(given, settings(), frame, Content::Ledger(Box::new(view)));
            Some(Made { tables: files.into_iter().map(|(path, bytes)| (path, bytes, settings())).collect(), ..made })
        }
        PageId::NotFound => Some(without_author(given, settings(), not_found(&given.shared), Content::NotFound)),
    }
}

fn of_author(given: &Given, path: &SourcePath) -> Option<Made> {
    let (page, manuscript) = given.authored.as_ref().map(|it| (&*it.page, &*it.manuscript))?;
    let frame = frame::of_page(&given.shared, &given.around, page);
    let mut blocks = Blocks::new(given, page, manuscript);
    let (content, body) = match (page.kind, &given.whole) {
        (Kind::Guide, _) => {
            let (guide, body) = guide::view(given, page, manuscript, &mut blocks);
            (Content::Guide(Box::new(guide)), body)
        }
        (Kind::Plain, _) => (Content::Plain(lists::plain(given, page, manuscript)), body::show(given, page, &mut blocks)),
        (kind, whole) => {
            let whole = whole.as_ref()?;
            let body = body::show(given, page, &mut blocks);
            let mut content = list(kind, whole, given.words(), page);
            if let (Content::Section(view), Some(section)) = (&mut content, whole.site.sections.get(&page.address)) {
                view.table = blocks.guides(lists::compared(whole, section));
            }
            (content, body)
        }
    };
    let notes = std::mem::take(&mut blocks.notes).into_list();
    let credits = blocks.credits(&notes);
    let mut frame = PageView { credits, notes, ..frame };
    let mut tables: Vec<_> =
        std::mem::take(&mut blocks.tables).iter().flat_map(|table| table_files(given, table, &frame.notes, &page.address, table_place(table, page))).collect();
    if page.kind == Kind::Guide
        && let Some((place, bytes)) = guide_json::file(given, page, &frame)
    {
        frame.data_path = Some(place.as_str().to_owned());
        tables.push((place, bytes, Span::whole(path)));
    }
    let view = finished(given, Some(page), frame, content, body);
    let mut made = Made { view, path: None, origin: Span::whole(path), tables, problems: blocks.problems };
    put_in_place(&mut made);
    Some(made)
}

fn table_place(table: &Table, page: &Page) -> Span {
    Span::new(page.head.path(), table.range.clone())
}

/// The downloads of a table that stands on the page at `address`.
fn table_files(given: &Given, table: &Table, notes: &[NoteView], address: &PagePath, at: Span) -> impl Iterator<Item = (OutputPath, Vec<u8>, Span)> + use<> {
    let csv = table::csv_path(table, address).map(|path| (path, download::csv(table, notes, given.words()), at.clone()));
    let json = table::json_path(table, address).map(|path| (path, download::json(table, notes), at));
    csv.into_iter().chain(json)
}

/// What a page that lists others shows.
fn list(kind: Kind, whole: &Whole, words: &Words, page: &Page) -> Content {
    match kind {
        Kind::Home => Content::Home(lists::home(&whole.site, &whole.surroundings, Some(page))),
        Kind::Resources => Content::Resources(lists::resources(&whole.site, words, page)),
        Kind::Section | Kind::Guide | Kind::Plain => {
            let section = whole.site.sections.get(&page.address);
            section.map_or(Content::NotFound, |section| Content::Section(Box::new(lists::section(&whole.site, &whole.surroundings, section))))
        }
    }
}

/// The page of a section without `_index.md`; the home page is one too.
fn without_index(given: &Given, whole: &Whole, section: &Section) -> Option<Made> {
    let (site, shared, config) = (&*whole.site, &*given.shared, &*given.shared.config);
    let kind = if section.parent.is_none() { "home" } else { "section" };
    let mut frame = frame::made(shared, kind, &section.title, &section.address);
    frame.breadcrumbs = navigation::way_to(site, &shared.voice.words, &section.address);
    if section.parent.is_none() {
        frame.description.clone_from(&config.description);
        let home = Content::Home(lists::home(site, &whole.surroundings, None));
        return Some(without_author(given, Span::whole(&SourcePath::settings()), frame, home));
    }
    section.address.as_str().clone_into(&mut frame.section_path);
    let (origin, mut notes) = (first_guide(site, section)?, Notes::default());
    let mut view = lists::section(site, &whole.surroundings, section);
    let table = figure_block::table_of_guides(given, &mut notes, lists::compared(whole, section));
    let registry = &given.shared.registry;
    view.table = table.as_ref().map(|it| table::view(it, &section.address, it.source.as_deref().and_then(|id| source::view(&given.voice, registry, id))));
    frame.notes = notes.into_list();
    frame.credits = figure::credits(&given.voice.words, registry, &frame.notes, table.iter());
    let made = without_author(given, origin.clone(), frame, Content::Section(Box::new(view)));
    Some(Made {
        tables: table.iter().flat_map(|it| table_files(given, it, &made.view.page.notes, &section.address, origin.clone())).collect::<Vec<_>>(),
        ..made
    })
}

fn not_found(shared: &Shared) -> PageView {
    let config = &*shared.config;
    let frame = frame::made(shared, "not-found", shared.voice.words.not_found.text(), &PagePath::default());
    let root = absolute::base_path(&config.base_url);
    // What is not there stands at no address in any other language either.
    PageView { path: format!("{}404.html", config.home), root, canonical: None, noindex: true, breadcrumbs: Vec::new(), languages: Vec::new(), ..frame }
}

/// The first guide below a section without `_index.md`: the file that it comes from.
fn first_guide(site: &Site, section: &Section) -> Option<Span> {
    let mut at = section;
    while at.guides.is_empty() {
        at = at.children.iter().filter_map(|address| site.sections.get(address)).find(|child| child.guide_count > 0)?;
    }
    at.guides.first().map(Span::whole)
}

fn without_author(given: &Given, origin: Span, frame: PageView, content: Content) -> Made {
    let view = finished(given, None, frame, content, Vec::new());
    let mut made = Made { view, path: None, origin, tables: Vec::new(), problems: Vec::new() };
    put_in_place(&mut made);
    made
}

/// Gives a page its place in the output, or says why it cannot have it.
fn put_in_place(made: &mut Made) {
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
    // The name of a page ends its address, below its language or not.
    PagePath::of(file).is_some_and(|address| address.as_str() == path)
        || middle(file).is_some_and(|(stem, _)| path.ends_with(&format!("{}/", stem.trim_start_matches("content/"))))
}

fn finished(given: &Given, page: Option<&Page>, mut frame: PageView, content: Content, body: Vec<BodyPart>) -> View {
    frame.json_ld_html = json_ld::for_page(&given.shared.config, &given.shared.registry, &given.voice, (page, &given.figures), &frame, &content);
    View { page: frame, content, body }
}

fn html_path(path: &str) -> Result<OutputPath, crate::output::BadPath> {
    if path.is_empty() || path.ends_with('/') { OutputPath::new(&format!("{path}index.html")) } else { OutputPath::new(path) }
}
