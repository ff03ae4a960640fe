//! What the stages answer, and which parts of an answer stay those of the last one.

use std::sync::Arc;

use crate::check::{Anchors, Mentions};
use crate::figures::Asked;
use crate::guide::Manuscript;
use crate::memory::{Same, Settle};
use crate::output::{Content, OutputPath};
use crate::page::Surroundings;
use crate::problem::Problem;
use crate::render::Look;
use crate::site::Site;
use crate::source::Span;
use crate::stamp::Stamp;
use crate::theme::{BlockRules, Theme};
use crate::words::Book;

/// The problems that a stage met.
pub(super) type Found = Arc<Vec<Problem>>;

/// A theme as it was loaded.
#[derive(Debug, Clone)]
pub(super) struct Loaded {
    /// None if no page can be shown with it.
    pub(super) theme: Option<Arc<Theme>>,
    /// The words of the project in it.
    pub(super) words: Arc<Book>,
    /// Its blocks; none if nobody knows them, since a `theme.toml` could not be read.
    pub(super) blocks: Option<Arc<BlockRules>>,
    pub(super) problems: Found,
}

impl Settle for Loaded {
    // Whether two themes show pages alike is for their look to say.
    fn settle(self, last: &Self) -> Self {
        Self {
            theme: self.theme,
            words: self.words.settle(&last.words),
            blocks: self.blocks.settle(&last.blocks),
            problems: self.problems.settle(&last.problems),
        }
    }
}

/// How the pages hang together.
#[derive(Debug, Clone)]
pub(super) struct Assembled {
    pub(super) site: Arc<Site>,
    pub(super) problems: Found,
}

impl Settle for Assembled {
    fn settle(mut self, last: &Self) -> Self {
        for (path, page) in &mut Arc::make_mut(&mut self.site).pages {
            if let Some(before) = last.site.pages.get(path).filter(|before| *before == page) {
                *page = before.clone();
            }
        }
        Self { site: self.site.settle(&last.site), problems: self.problems.settle(&last.problems) }
    }
}

/// What pages show of each other.
#[derive(Debug, Clone)]
pub(super) struct Surrounded(pub(super) Arc<Surroundings>);

impl Settle for Surrounded {
    fn settle(self, last: &Self) -> Self {
        let settled = Arc::unwrap_or_clone(self.0).settled(&last.0);
        Self(Arc::new(settled).settle(&last.0))
    }
}

/// A Markdown file as it was read.
#[derive(Debug, Clone)]
pub(super) struct Parsed {
    /// None if the file could not be read.
    pub(super) page: Option<ParsedPage>,
    pub(super) problems: Found,
}

/// What is taken from a Markdown file.
#[derive(Debug, Clone)]
pub(super) struct ParsedPage {
    pub(super) manuscript: Arc<Manuscript>,
    pub(super) anchors: Arc<Anchors>,
    pub(super) mentions: Arc<Mentions>,
    pub(super) asked: Arc<Asked>,
}

impl Settle for Parsed {
    fn settle(self, last: &Self) -> Self {
        Self { page: self.page.settle(&last.page), problems: self.problems.settle(&last.problems) }
    }
}

impl Settle for ParsedPage {
    fn settle(mut self, last: &Self) -> Self {
        // The same front matter under another body stays the same value, so that the stages that look at it alone see no change.
        if self.manuscript.head == last.manuscript.head {
            Arc::make_mut(&mut self.manuscript).head = last.manuscript.head.clone();
        }
        Self {
            manuscript: self.manuscript.settle(&last.manuscript),
            anchors: self.anchors.settle(&last.anchors),
            mentions: self.mentions.settle(&last.mentions),
            asked: self.asked.settle(&last.asked),
        }
    }
}

/// The CSV file of a table: where, what it holds, and the place of the table.
pub(super) type TableFile = (OutputPath, Content, Span);

/// Whether the template of a page ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ran {
    /// No: it would have been given what it was given the last time.
    Not,
    /// For the first time.
    First,
    /// Again, since these differed.
    Again(Vec<String>),
}

/// What the template of a page made.
#[derive(Debug, Clone)]
pub(super) struct Made {
    /// The HTML, or what keeps the theme from showing the page.
    pub(super) html: Result<Content, Problem>,
    /// The stamps of what it was given.
    pub(super) stamps: Box<[Stamp]>,
    /// What it was shown with.
    pub(super) look: Same<Look>,
}

/// A page as it was shown.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Where it is published; none if its name cannot be an address.
    pub(super) path: Option<OutputPath>,
    pub(super) origin: Span,
    /// The CSV files of its tables.
    pub(super) tables: Arc<Vec<TableFile>>,
    pub(super) problems: Found,
    /// What its template made when it last ran.
    pub(super) made: Option<Made>,
    /// Whether that holds for this build: not without a theme.
    pub(super) is_valid: bool,
    /// Whether its template ran this time.
    pub(super) ran: Ran,
}

impl Settle for Shown {
    fn settle(mut self, last: &Self) -> Self {
        self.tables = self.tables.settle(&last.tables);
        self.problems = self.problems.settle(&last.problems);
        let html = self.made.as_mut().and_then(|made| made.html.as_mut().ok());
        let before = last.made.as_ref().and_then(|made| made.html.as_ref().ok());
        if let (Some(html), Some(before)) = (html, before)
            && *html == *before
        {
            *html = before.clone();
        }
        self
    }
}

impl Shown {
    /// The HTML, or what keeps the theme from showing the page; none without a theme.
    pub(super) fn html(&self) -> Option<&Result<Content, Problem>> {
        self.made.as_ref().filter(|_| self.is_valid).map(|made| &made.html)
    }

    /// Whether another shard makes it.
    pub(super) fn is_elsewhere(&self) -> bool {
        matches!(self.html(), Some(Ok(Content::Elsewhere)))
    }
}
