//! The part of the site that a build makes: all of it, or one of several shards. Everything is read and put together as always, since links,
//! navigation and numbers need it; what is made, checked and told is what belongs to the shard.

use std::collections::BTreeSet;

use crate::output::{Content, File, OutputPath, Shard};
use crate::page::{self, Contents, Given, NewFile, PageId};
use crate::problem::{Code, Problem};
use crate::site::{Page, Site};
use crate::source::{SourcePath, Span};

/// The part of the site that a build makes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part(pub(super) Option<Shard>);

impl Part {
    /// Whether it is all of the site.
    pub(super) fn is_whole(self) -> bool {
        self.0.is_none_or(Shard::is_whole)
    }

    /// Whether the file at `path` belongs to it, if that comes with no page.
    pub(super) fn has(self, path: &OutputPath) -> bool {
        self.has_lot(path.as_str())
    }

    /// Whether the page belongs to it.
    pub(super) fn has_page(self, id: &PageId, given: &Given) -> bool {
        self.is_whole() || page::lot(id, given).is_some_and(|lot| self.has_lot(&lot))
    }

    /// The same of the page of an author.
    pub(super) fn has_author_page(self, page: &Page) -> bool {
        self.is_whole() || self.has_lot(&page::lot_of_author(page))
    }

    fn has_lot(self, lot: &str) -> bool {
        self.0.is_none_or(|shard| shard.has(lot))
    }

    /// A file that comes with no page.
    pub(super) fn file(self, (path, bytes, origin): NewFile) -> (OutputPath, File) {
        let content = Content::here(self.has(&path), bytes);
        (path, File { content, origin })
    }

    /// The images whose copies belong to it: those of which a page of it is the first, by file, that shows them.
    pub(super) fn images<'a>(self, site: &'a Site, contents: &'a Contents) -> BTreeSet<&'a SourcePath> {
        let (mut seen, mut own) = (BTreeSet::new(), BTreeSet::new());
        for (path, page) in &site.pages {
            let Some(manuscript) = contents.manuscripts.get(path) else { continue };
            let is_own = self.has_author_page(page);
            own.extend(manuscript.body.shows.iter().filter(|file| seen.insert(*file) && is_own));
        }
        own
    }

    /// Whether it tells of `problem`, which every shard finds: what is wrong with a page by the shard that makes the page, all else by the first.
    pub(super) fn tells(self, site: &Site, problem: &Problem) -> bool {
        self.tells_of(site, &problem.span.file).unwrap_or_else(|| self.0.is_none_or(Shard::is_first))
    }

    /// Whether it tells of `file`; `None` if that is no page.
    pub(super) fn tells_of(self, site: &Site, file: &SourcePath) -> Option<bool> {
        site.pages.get(file).map(|page| self.has_author_page(page))
    }

    /// What of `found`, which no other shard finds, is not told by its place alone: a fault of a template that one page meets.
    pub(super) fn told_here(self, site: &Site, found: &[Problem]) -> Vec<(Code, Span)> {
        found.iter().filter(|it| !self.tells(site, it)).map(|it| (it.code, it.span.clone())).collect()
    }
}
