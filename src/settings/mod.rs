//! `site.toml` as types: what the author decides for the whole site.
//! [`Settings`] is what was written; [`Config`] is what holds, with every default filled in.

mod editor;
mod read;
mod section_words;
mod types;

use std::collections::{BTreeMap, BTreeSet};

pub use editor::{Editor, NoEditor};
pub use read::{base_url, read};
pub use types::*;

use crate::day::Months;
use crate::guide::body::SectionKind;
use crate::guide::front_matter::{Extra, JobSearch};
use crate::problem::{Code, Level};
use crate::source::{PagePath, SourcePath, Span};

/// A language that pages are translated into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its tag, which is the first part of its pages' addresses.
    pub tag: String,
    /// What it calls itself: `Deutsch`.
    pub name: String,
    /// Name of the site in it.
    pub title: Option<String>,
    /// What the site is, in it.
    pub description: Option<String>,
    /// Links of its menu.
    pub menu: Option<Vec<(String, String)>>,
    /// Links at the foot of its pages.
    pub footer: Vec<(String, String)>,
    /// Paragraph at the end of its guides.
    pub disclaimer: Option<String>,
    /// Text of the affiliate disclosure.
    pub affiliate_disclosure: Option<String>,
    /// Its job-search form, whole.
    pub job_search: Option<JobSearch>,
}

/// The settings that hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Name of the site.
    pub title: String,
    /// What the site is; may be empty.
    pub description: String,
    /// Address of the site, with a slash at its end.
    pub base_url: String,
    /// Language of the site.
    pub language: String,
    /// What that language calls itself.
    pub language_name: String,
    /// Address below which the pages of this language stand: empty for that of the site, else its tag with a slash.
    pub home: PagePath,
    /// Languages that pages are translated into, beside that of the site.
    pub languages: Vec<Language>,
    /// Area that guides speak of.
    pub area: String,
    /// Name of the theme.
    pub theme: String,
    /// Folder that the site is published to, as written: relative to the project.
    pub output_dir: String,
    /// Authors of pages that name none.
    pub authors: Vec<String>,
    /// How often guides are to be reviewed.
    pub review_every: Months,
    /// How old figures may be, unless their source says otherwise.
    pub stale_after: Months,
    /// Paragraph at the end of every guide.
    pub disclaimer: Option<String>,
    /// Text of the affiliate disclosure.
    pub affiliate_disclosure: Option<String>,
    /// Who publishes the site.
    pub publisher: Option<Publisher>,
    /// Links of the menu, words and address; `None`: made from the sections.
    pub menu: Option<Vec<(String, String)>>,
    /// Links at the foot.
    pub footer: Vec<(String, String)>,
    /// Default job-search form.
    pub job_search: Option<JobSearch>,
    /// Parameters of the theme.
    pub params: BTreeMap<String, Extra>,
    /// Whether sections are numbered.
    pub numbered: bool,
    /// Kinds of sections that every guide is to have.
    pub required_sections: Vec<SectionKind>,
    /// Words that tell the kind of a section, in lower case, the site's own before the built-in ones.
    pub section_words: Vec<(SectionKind, Vec<String>)>,
    /// Elements of raw HTML that are allowed beside the short list.
    pub html_allow: BTreeSet<String>,
    /// Levels that differ from the default; `None` is off.
    pub levels: BTreeMap<Code, Option<Level>>,
    /// How many entries the feed has.
    pub feed_entries: usize,
    /// Largest front matter, in bytes.
    pub front_matter_limit: usize,
    /// Largest page, in bytes.
    pub page_limit: usize,
    /// Largest data file, in bytes.
    pub data_limit: usize,
    /// Seconds that rendering a page may take.
    pub render_seconds: u64,
    /// Largest rendered page, in bytes.
    pub rendered_limit: usize,
    /// Whether search engines are asked to stay away.
    pub discourage_search_engines: bool,
    /// The editor that the preview's links to places open.
    pub editor: Option<Editor>,
    /// Where those values stand that only other files can tell right from wrong, by their way (`authors.0`).
    pub places: BTreeMap<String, Span>,
}

impl Config {
    /// The settings as they hold for the pages of a language that they are translated into.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Self {
        let own = language.clone();
        Self {
            title: own.title.unwrap_or_else(|| self.title.clone()),
            description: own.description.unwrap_or_else(|| self.description.clone()),
            home: PagePath::from_text(&own.tag),
            language: own.tag,
            language_name: own.name,
            menu: own.menu,
            footer: own.footer,
            disclaimer: own.disclaimer.or_else(|| self.disclaimer.clone()),
            // A sentence of the site would be in the site's language; the theme has one in this.
            affiliate_disclosure: own.affiliate_disclosure,
            job_search: own.job_search.or_else(|| self.job_search.clone()),
            ..self.clone()
        }
    }

    /// Where the page that Guidepost makes at `path` of each language stands: `de/tags/`.
    pub fn at(&self, path: &str) -> PagePath {
        PagePath::from_text(&format!("{}{path}", self.home))
    }

    /// All languages of the site, the default one first.
    pub fn all_languages(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.language.as_str()).chain(self.languages.iter().map(|it| it.tag.as_str()))
    }

    /// The place of the value at `way`, such as `publisher.logo`; `None` if it was not written.
    pub fn place(&self, way: &str) -> Option<Span> {
        self.places.get(way).cloned()
    }

    /// The same, or the beginning of `site.toml`.
    pub fn place_or_file(&self, way: &str) -> Span {
        self.place(way).unwrap_or_else(|| Span::whole(&SourcePath::settings()))
    }
}
