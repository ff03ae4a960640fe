//! Every address that the author wrote for readers to follow: in bodies, front matter, menus and data files.

use std::ops::Range;
use std::sync::Arc;

use crate::address::{self, Safe};
use crate::dataset::Declaration;
use crate::guide::body::{BlockKind, ImageSource, Piece, Target};
use crate::guide::front_matter::JobSearch;
use crate::guide::front_matter::rules::is_web_address;
use crate::guide::{Head, Manuscript};
use crate::registry::{DATASETS, Registry};
use crate::settings::Config;
use crate::source::{PagePath, SourcePath, Sources, Span};
use crate::yaml::Named;

use super::place;

/// An address and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Where it leads.
    pub(super) target: Target,
    /// Whether it is a field rather than a link in the text. A field's page is looked up, and missed, where the field is
    /// shown (`page`).
    pub(super) is_field: bool,
    place: Place,
}

/// Where a mention stands. Places in YAML are looked up only when there is something to report.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Known(Span),
    Front(Vec<String>),
    Settings(String),
    Data(SourcePath, [String; 2]),
}

/// The addresses that one page mentions, or the menus and data files of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentions {
    pub(super) list: Vec<Mention>,
    /// The files that datasets name.
    pub(super) data_files: Vec<NamedFile>,
    from: From,
}

/// A file that a dataset names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedFile {
    /// As it is written.
    pub(super) name: String,
    /// Which it is; `None` where the name leads out of the project.
    pub(super) file: Option<SourcePath>,
    /// The data file that names it.
    pub(super) named_in: SourcePath,
    /// Where in it.
    at: Vec<String>,
}

/// Where addresses are mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
enum From {
    /// On a page: its front matter.
    Page(Arc<Head>),
    /// In these files, which belong to no page.
    Site(Sources),
}

impl Mentions {
    /// Those of a page.
    pub fn of_page(manuscript: &Manuscript) -> Self {
        let mut list = in_body(manuscript);
        list.extend(in_front_matter(&manuscript.head));
        Self { list, data_files: Vec::new(), from: From::Page(manuscript.head.clone()) }
    }

    /// Those of the menus and data files; `sources` hold the settings and `content/_data`.
    pub fn of_site(config: &Config, registry: &Registry, sources: Sources) -> Self {
        let mut list = in_settings(config);
        list.extend(in_data(registry));
        Self { list, data_files: of_datasets(registry), from: From::Site(sources) }
    }

    /// The file of the page that they stand on; `None` in menus and data files.
    pub(super) fn page(&self) -> Option<&SourcePath> {
        match &self.from {
            From::Page(head) => Some(head.path()),
            From::Site(_) => None,
        }
    }

    /// Where a file of a dataset is named.
    pub(super) fn place_of_file(&self, file: &NamedFile) -> Span {
        let at: Vec<&str> = file.at.iter().map(String::as_str).collect();
        if let From::Site(sources) = &self.from { place::in_data(sources, &file.named_in, &at) } else { Span::whole(&file.named_in) }
    }

    /// Where a mention of these is written.
    pub(super) fn place(&self, mention: &Mention) -> Span {
        match (&mention.place, &self.from) {
            (Place::Front(path), From::Page(head)) => place::of(head, &path.iter().map(String::as_str).collect::<Vec<_>>()),
            (Place::Settings(value), From::Site(sources)) => place::in_settings(sources, &SourcePath::settings(), value),
            (Place::Data(file, [id, field]), From::Site(sources)) => place::in_data(sources, file, &[id, field]),
            (Place::Known(span), _) => span.clone(),
            (Place::Front(_) | Place::Settings(_) | Place::Data(..), _) => Span::whole(&SourcePath::settings()),
        }
    }
}

/// The files that the entries of `datasets.yaml` name.
fn of_datasets(registry: &Registry) -> Vec<NamedFile> {
    let Some(named_in) = registry.files.get(DATASETS.name) else { return Vec::new() };
    let of_entry = |(id, declared): (&String, &Declaration)| {
        // `file` stands before `files` among the paths.
        let first = usize::from(declared.file.is_some());
        let at = |number: usize| match number.checked_sub(first) {
            Some(number) => vec![id.clone(), "files".to_owned(), number.to_string()],
            None => vec![id.clone(), "file".to_owned()],
        };
        let paths = declared.paths(named_in).into_iter().enumerate();
        paths.map(|(number, (name, file))| NamedFile { name: name.to_owned(), file, named_in: named_in.clone(), at: at(number) }).collect::<Vec<_>>()
    };
    // What an entry lacks is told where the data file is read, and its files are not asked for.
    registry.datasets.iter().filter(|(_, declared)| declared.format.is_some()).flat_map(of_entry).collect()
}

/// The page that `path`, an address from the site's root, would be: without query, `index.html` and percent signs.
pub(super) fn page_path(path: &str) -> PagePath {
    let path = path_in_site(path);
    PagePath::from_text(path.strip_suffix("index.html").unwrap_or(&path))
}

/// `path` without the slash in front, query and percent signs.
pub(super) fn path_in_site(path: &str) -> String {
    let path = path.split('?').next().unwrap_or(path);
    decoded(path.trim_start_matches('/'))
}

/// `text` with `%C3%A9` as `é`; as it is if that gives no text.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = behind.get(..2).filter(|_| *first == b'%').and_then(|it| std::str::from_utf8(it).ok());
        if let Some(byte) = hex.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn in_body(manuscript: &Manuscript) -> Vec<Mention> {
    let Manuscript { body, text, .. } = manuscript;
    let mention = |target, is_field, range| Mention { target, is_field, place: Place::Known(text.span(range)) };
    let mut mentions = Vec::new();
    let mut calls: Vec<&Range<usize>> = Vec::new();
    for piece in &body.pieces {
        match piece {
            Piece::Image(image) => mentions.push(mention(image_target(&image.source), false, image.range.clone())),
            Piece::Block(block) => match &block.kind {
                BlockKind::Figure { src, src_range, .. } => mentions.push(mention(image_target(src), false, src_range.clone())),
                // Its address is among the links of the body.
                BlockKind::Cta(_) => calls.push(&block.range),
                BlockKind::JobSearch(Some(JobSearch { action: Some(url), .. })) => {
                    let span = place::within(text, &text.span(block.range.clone()), url);
                    mentions.extend(target(&text.path, url).map(|it| mention(it, true, span.start..span.end)));
                }
                _ => {}
            },
            Piece::Html(_) | Piece::Table(_) => {}
        }
    }
    let is_in_call = |range: &Range<usize>| calls.iter().any(|call| call.contains(&range.start));
    mentions.extend(body.links.iter().map(|link| mention(link.target.clone(), is_in_call(&link.range), link.range.clone())));
    mentions
}

fn image_target(source: &ImageSource) -> Target {
    match source {
        ImageSource::File(path) => Target::File(path.clone()),
        ImageSource::External(address) => Target::External(address.clone()),
    }
}

fn in_front_matter(head: &Head) -> Vec<Mention> {
    let front = &head.front;
    let mut mentions = Vec::new();
    let mut add = |path: &[&str], url: Option<&String>| {
        let target = url.and_then(|url| target(head.path(), url));
        let path = || path.iter().map(|&it| it.to_owned()).collect();
        mentions.extend(target.map(|target| Mention { target, is_field: true, place: Place::Front(path()) }));
    };
    add(&["cta", "url"], front.cta.as_ref().and_then(|it| it.url.as_ref()));
    add(&["job_search", "action"], web(front.job_search.as_ref().and_then(|it| it.action.as_ref())));
    for (at, credential) in front.credentials.iter().flatten().enumerate() {
        add(&["credentials", &at.to_string(), "url"], web(credential.url.as_ref()));
    }
    for (at, resource) in front.resources.iter().flatten().enumerate() {
        if let Named::Full(resource) = resource {
            add(&["resources", &at.to_string(), "url"], web(resource.url.as_ref()));
        }
    }
    for (key, steps) in [("similar", &front.similar), ("progresses_to", &front.progresses_to), ("specialisations", &front.specialisations)] {
        for (at, step) in steps.iter().flatten().enumerate() {
            if let Named::Full(step) = step {
                add(&[key, &at.to_string(), "url"], step.url.as_ref());
            }
        }
    }
    mentions
}

/// An address in a field for other sites alone; that it is none was told where it was read.
fn web(url: Option<&String>) -> Option<&String> {
    url.filter(|url| is_web_address(url))
}

fn in_settings(config: &Config) -> Vec<Mention> {
    let Some(home) = SourcePath::new("content/_index.md") else { return Vec::new() };
    let menus = std::iter::once((&config.menu, &config.footer)).chain(config.languages.iter().map(|it| (&it.menu, &it.footer)));
    let links = menus.flat_map(|(menu, footer)| menu.iter().flatten().chain(footer)).map(|(_, url)| url);
    let own = config.job_search.as_ref().and_then(|it| it.action.as_ref());
    // A language whose form leads where that of the site does says it nowhere.
    let others = config.languages.iter().filter_map(|it| it.job_search.as_ref()?.action.as_ref()).filter(|it| Some(*it) != own);
    let forms = own.into_iter().chain(others);
    let publisher = config.publisher.iter().filter_map(|it| it.url.as_ref());
    let mention = |url: &String| Some(Mention { is_field: true, target: target(&home, url)?, place: Place::Settings(url.clone()) });
    links.chain(forms).chain(publisher).filter_map(mention).collect()
}

fn in_data(registry: &Registry) -> Vec<Mention> {
    let of_sources = registry.sources.iter().map(|(id, it)| ("sources", id, &it.url));
    let of_people = registry.people.iter().map(|(id, it)| ("people", id, &it.url));
    let of_resources = registry.resources.iter().map(|(id, it)| ("resources", id, &it.url));
    let mention = |(name, id, url): (&str, &String, &Option<String>)| {
        let file = registry.files.get(name)?;
        let place = Place::Data(file.clone(), [id.clone(), "url".to_owned()]);
        // Only another site may be named here; that something else is none was told where it was read.
        let target = target(file, url.as_ref()?).filter(|it| matches!(it, Target::External(_)))?;
        Some(Mention { is_field: true, target, place })
    };
    of_sources.chain(of_people).chain(of_resources).filter_map(mention).collect()
}

/// Where `address` leads when it is written in the file at `from`.
///
/// `None` if it leads out of the project or may not be printed at all, which is told where it is read.
fn target(from: &SourcePath, address: &str) -> Option<Target> {
    let parts = |path: &str| match path.split_once('#') {
        Some((path, fragment)) => (path.to_owned(), Some(fragment.to_owned())),
        None => (path.to_owned(), None),
    };
    Some(match address::judge(address).ok()? {
        Safe::Web(address) | Safe::Contact(address) => Target::External(address),
        Safe::Fragment(fragment) => Target::Here(fragment),
        Safe::Rooted(path) => {
            let (path, fragment) = parts(&path);
            Target::Site(path, fragment)
        }
        Safe::Relative(path) => {
            let (path, fragment) = parts(&path);
            let file = from.sibling(&decoded(&path))?;
            if path.strip_suffix(".md").is_some() { Target::Page(file, fragment) } else { Target::File(file) }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_page_a_file_this_site_or_another() {
        let from = SourcePath::new("content/a/b.md").unwrap();
        let file = |text: &str| SourcePath::new(text).unwrap();
        assert_eq!(target(&from, "../c.md#pay"), Some(Target::Page(file("content/c.md"), Some("pay".to_owned()))));
        assert_eq!(target(&from, "#pay"), Some(Target::Here("pay".to_owned())));
        assert_eq!(target(&from, "form%20a.pdf"), Some(Target::File(file("content/a/form a.pdf"))));
        assert_eq!(target(&from, "/tags/"), Some(Target::Site("/tags/".to_owned(), None)));
        assert_eq!(target(&from, "https://example.org/#a"), Some(Target::External("https://example.org/#a".to_owned())));
        assert_eq!(target(&from, "../../../x"), None);
    }

    #[test]
    fn addresses_of_pages_are_compared_without_their_spelling() {
        let page = |text: &str| page_path(text).as_str().to_owned();
        assert_eq!(
            [page("/a/"), page("/a/index.html"), page("/a/?x=1"), page("/caf%C3%A9/"), page("/100%/"), page("/")],
            ["a/", "a/", "a/", "café/", "100%/", ""]
        );
    }
}
