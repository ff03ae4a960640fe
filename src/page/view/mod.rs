//! What templates are given: one documented value per page kind, the same for every theme.
//!
//! In a template, `site` is [`SiteView`], `page` is [`PageView`], and one more value is named after the page's kind
//! (`guide`, `section`, `home`, `plain`, `resources`, `tags`, `tag`, `index`, `ledger`, `sources`). A block's template sees `block`, `site` and `page`,
//! the page at an old address ([`RedirectView`]) `title`, `target`, `canonical`, `language` and `site`.
//! Every key is always there; what is unknown is `none` or an empty list. Paths have no slash in front: write
//! `{{ card.path | href(root=page.root) }}`. Texts ending in `_html` are safe HTML; all others are escaped.

mod block;
mod glance;
mod guide;
mod html;
mod list;
mod note;
mod redirect;
pub mod sample;
mod source;

use schemars::JsonSchema;
use serde::Serialize;

pub use block::{
    BlockView, CellView, ColumnView, CopyView, CtaView, FaqView, FieldView, FigureView, FiguresView, JobSearchView, QuestionView, QuickFactsView,
    ResourceGroup, ResourceView, ResourcesBlockView, StepView, StepsView, TableView, ThemeBlockView,
};
pub use glance::GlanceRow;
pub use guide::{CorrectionView, GuideView, OccupationView, PathView, PersonView, ReviewView, SectionEntry};
pub use html::Html;
pub use list::{
    AuthorView, HomeView, IndexEntry, IndexLetter, IndexView, LedgerView, PlainView, ResourcesView, SectionView, SourceUse, SourcesView, TagView, TagsView,
};
pub use note::NoteView;
pub use redirect::RedirectView;
pub use source::{DayView, SourceView};

/// The site as every page sees it. Made once and shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteView {
    /// Name of the site.
    pub title: String,
    /// What the site is, in a sentence; may be empty.
    pub description: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Path of the home page: empty, or `de/` for pages in another language.
    pub home_path: String,
    /// The menu.
    pub menu: Vec<LinkView>,
    /// Links at the foot.
    pub footer: Vec<LinkView>,
    /// The sections as a tree.
    pub sections: Vec<NavNode>,
    /// Path of the resources page, if there is one.
    pub resources_path: Option<String>,
    /// Path of the A–Z index.
    pub index_path: String,
    /// Path of the tags page, if guides have tags.
    pub tags_path: Option<String>,
    /// Path of the page of sources, if the data files name any.
    pub sources_path: Option<String>,
    /// Path of the figures ledger, if pages show figures.
    pub ledger_path: Option<String>,
    /// Path of the feed.
    pub feed_path: String,
    /// Name of the publisher, if the settings name one.
    pub publisher: Option<String>,
    /// Parameters of the theme with their defaults filled in, by name.
    pub params: serde_json::Value,
}

/// A link of a menu, a path of this site or a web address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LinkView {
    /// Its words.
    pub label: String,
    /// Where it leads: give it to the filter `href`.
    pub path: String,
}

/// A page in one of the languages of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LanguageLink {
    /// The language as a BCP 47 tag.
    pub tag: String,
    /// What the language calls itself.
    pub name: String,
    /// Path of the page.
    pub path: String,
    /// Absolute address of the page.
    pub url: String,
    /// Whether it is the page at hand.
    pub is_current: bool,
    /// Whether it is the language of the site, which those read who have none of the others.
    pub is_default: bool,
}

/// The page that a translation was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TranslationView {
    /// Whether that has changed since.
    pub is_behind: bool,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// What that language calls itself.
    pub name: String,
    /// Its path.
    pub path: String,
}

/// A section in the site's navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NavNode {
    /// Title, the short one where there is one.
    pub title: String,
    /// Path of its page.
    pub path: String,
    /// Number of guides in it and below it.
    pub guides: usize,
    /// Sections below it.
    pub children: Vec<NavNode>,
}

/// What every page has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PageView {
    /// Kind of page: `home`, `section`, `guide`, `plain`, `resources`, `tags`, `tag`, `author`, `index`, `ledger`, `sources`,
    /// `not-found`.
    pub kind: String,
    /// Title; the page's only level-1 heading.
    pub title: String,
    /// Content of the `title` element: title and name of the site.
    pub head_title: String,
    /// Meta description; may be empty.
    pub description: String,
    /// Path of the page, such as `healthcare/phlebotomist/`; empty for the home page.
    pub path: String,
    /// What leads from this page to the site's root: `./`, `../`, `../../` ...
    pub root: String,
    /// Absolute address of the page; `none` for the 404 page.
    pub canonical: Option<String>,
    /// Absolute address of the feed.
    pub feed_url: String,
    /// Language of the page.
    pub language: String,
    /// `ltr` or `rtl`, as the language of the page is written.
    pub direction: String,
    /// The page in every language that it is published in, this one among them; empty if there is only one.
    pub languages: Vec<LanguageLink>,
    /// Of a translation, the page that it was made from; `none` if that is not published.
    pub translation: Option<TranslationView>,
    /// Whether search engines are asked to leave the page out.
    pub noindex: bool,
    /// `article` or `website`, for Open Graph.
    pub og_type: String,
    /// Finished JSON-LD objects, each for a script element of its own.
    pub json_ld_html: Vec<Html>,
    /// Path of what the page says to programs, such as `healthcare/phlebotomist/guide.json`; only guides have one.
    pub data_path: Option<String>,
    /// The lines that the licences of its sources ask for.
    pub credits: Vec<String>,
    /// Where the figures of the page are from, in the order of their numbers.
    pub notes: Vec<NoteView>,
    /// The way from the home page to here; the last one is this page.
    pub breadcrumbs: Vec<LinkView>,
    /// Path of the section that the page stands in; empty outside.
    pub section_path: String,
    /// The guide before in the section, by its title.
    pub previous: Option<LinkView>,
    /// The guide after in the section, by its title.
    pub next: Option<LinkView>,
    /// Whether the page is a draft, shown in previews only.
    pub draft: bool,
}

/// What a page shows of another guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Card {
    /// Title.
    pub title: String,
    /// Short title for navigation.
    pub nav_title: String,
    /// Path.
    pub path: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Title of the section that it stands in; may be empty.
    pub section: String,
    /// Typical entry education in words, if the guide says.
    pub education: Option<String>,
    /// Median pay with the time that it is for and of, such as `$44,200 a year (May 2024)`.
    pub pay: Option<String>,
    /// Last change, else first publication.
    pub updated: Option<DayView>,
}

/// A page, ready to be rendered: what its template is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What every page has.
    pub page: PageView,
    /// What its kind has. Its `body_html` is empty here; `render` fills it from `body`.
    pub content: Content,
    /// The text, in order: finished HTML and blocks.
    pub body: Vec<BodyPart>,
}

/// A stretch of a page's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyPart {
    /// Finished HTML.
    Html(String),
    /// A block, shown by a template of the theme. Boxed: it is many times larger than the other.
    Block(Box<BlockView>),
}

/// What a page shows, by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// `home.html`, as `home`.
    Home(HomeView),
    /// `section.html`, as `section`.
    Section(Box<SectionView>),
    /// `guide.html`, as `guide`.
    Guide(Box<GuideView>),
    /// `plain.html`, as `plain`.
    Plain(PlainView),
    /// `resources.html`, as `resources`.
    Resources(ResourcesView),
    /// `tags.html`, as `tags`.
    Tags(TagsView),
    /// `tag.html`, as `tag`.
    Tag(TagView),
    /// `author.html`, as `author`: who wrote or reviewed guides.
    Author(AuthorView),
    /// `index.html`, as `index`: the A to Z.
    Index(IndexView),
    /// `ledger.html`, as `ledger`: every figure of the site.
    Ledger(Box<LedgerView>),
    /// `sources.html`, as `sources`: what the figures are from.
    Sources(SourcesView),
    /// `not-found.html`.
    NotFound,
}

impl Content {
    /// The name of its value in templates, and of its template without `.html`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Section(_) => "section",
            Self::Guide(_) => "guide",
            Self::Plain(_) => "plain",
            Self::Resources(_) => "resources",
            Self::Tags(_) => "tags",
            Self::Tag(_) => "tag",
            Self::Author(_) => "author",
            Self::Index(_) => "index",
            Self::Ledger(_) => "ledger",
            Self::Sources(_) => "sources",
            Self::NotFound => "not-found",
        }
    }
}
