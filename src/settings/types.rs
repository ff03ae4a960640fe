//! The keys of `site.toml`, each with its meaning and default. `docs/settings.md` is made from these comments.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::day::Months;
use crate::guide::body::SectionKind;
use crate::guide::front_matter::{Extra, JobSearch};

/// Everything that `site.toml` can say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Name of the site. Required.
    pub title: Option<String>,
    /// What the site is, in a sentence; description of the home page and of the feed.
    pub description: Option<String>,
    /// Address where the site is published, such as `https://example.org/guides/`. Canonical links, feed and sitemap name it; without it they name `https://example.org/`, with a warning.
    pub base_url: Option<String>,
    /// Language of the site as a BCP 47 tag. Default: `en`.
    pub language: Option<String>,
    /// What that language calls itself, such as `English`, where readers choose between languages. Default: that name for usual languages, else its tag.
    pub language_name: Option<String>,
    /// Languages that pages are translated into, by tag: `[languages.de]`. `nurse.de.md` beside `nurse.md` is then that page in German, at `/de/...`.
    pub languages: Option<BTreeMap<String, LanguageEntry>>,
    /// Area that guides speak of, an id of `_data/areas.yaml`. Default: `us`.
    pub area: Option<String>,
    /// Theme: a folder of `themes/`, else a theme built into the program. Default: `beacon`.
    pub theme: Option<String>,
    /// Folder that the site is published to, relative to the project. Default: `public`.
    pub output_dir: Option<String>,
    /// Authors of pages that name none: ids of `_data/people.yaml`.
    pub authors: Option<Vec<String>>,
    /// How often guides are to be reviewed, such as `P12M`. Default: `P12M`.
    pub review_every: Option<Months>,
    /// How old figures may be before they are told as stale, such as `P18M`, unless their source says otherwise. Default: `P18M`.
    pub stale_after: Option<Months>,
    /// A paragraph printed at the end of every guide, such as what its figures are for.
    pub disclaimer: Option<String>,
    /// Text of the affiliate disclosure, printed above the first affiliate link. Default: a sentence of the theme.
    pub affiliate_disclosure: Option<String>,
    /// Who publishes the site.
    pub publisher: Option<Publisher>,
    /// Links of the site's menu, in order. Default: sections, A–Z, resources.
    pub menu: Option<Vec<MenuEntry>>,
    /// Links at the foot of every page.
    pub footer: Option<Vec<MenuEntry>>,
    /// The job-search form of guides that use the block without fields of their own.
    pub job_search: Option<JobSearch>,
    /// Parameters of the theme, as its `theme.toml` declares them.
    pub params: Option<BTreeMap<String, Extra>>,
    /// How sections of guides are recognised and numbered.
    pub sections: Option<Sections>,
    /// What raw HTML may stand in Markdown.
    pub html: Option<Html>,
    /// Levels of problems by id: `error`, `warning`, `note` or `off`. Errors that leave nothing to publish cannot be lowered.
    pub checks: Option<BTreeMap<String, CheckLevel>>,
    /// The feed.
    pub feed: Option<Feed>,
    /// Limits that protect the build.
    pub limits: Option<Limits>,
    /// The `robots.txt`: whether search engines are asked to stay away. Default: `false`.
    pub discourage_search_engines: Option<bool>,
    /// The editor that opens from a problem in the preview: `code`, `codium`, `cursor`, `zed`, `idea`, `subl` or `mate` (a command line such as
    /// `code -g {file}:{line}` counts as its name), or an address such as `vscode://file{file}:{line}:{column}`. It is only linked to, never run.
    pub editor: Option<String>,
}

/// A language that pages are translated into.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LanguageEntry {
    /// What the language calls itself, such as `Deutsch`. Required.
    pub name: Option<String>,
    /// Name of the site in it. Default: that of the site.
    pub title: Option<String>,
    /// What the site is, in it. Default: that of the site.
    pub description: Option<String>,
    /// Links of the menu in it. Default: made from its sections.
    pub menu: Option<Vec<MenuEntry>>,
    /// Links at the foot of its pages.
    pub footer: Option<Vec<MenuEntry>>,
    /// The paragraph at the end of its guides. Default: that of the site.
    pub disclaimer: Option<String>,
    /// Text of the affiliate disclosure in it. Default: a sentence of the theme.
    pub affiliate_disclosure: Option<String>,
    /// What differs in the job-search form: its words, or another site that answers. The rest is that of the site's form.
    pub job_search: Option<JobSearch>,
}

/// Who publishes the site, for structured data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Publisher {
    /// Name of the organisation. Required.
    pub name: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Its logo: a file of `static/`.
    pub logo: Option<String>,
}

/// A link of a menu.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MenuEntry {
    /// Its words. Required.
    pub label: Option<String>,
    /// A page, as a path from the site's root (`/resources/`), or a web address. Required.
    pub url: Option<String>,
}

/// Sections of guides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sections {
    /// Whether sections are numbered. Default: `true`.
    pub numbered: Option<bool>,
    /// Kinds of sections that every guide is to have, such as `["duties", "education", "pay", "outlook"]`. Default: none.
    pub required: Option<Vec<SectionKind>>,
    /// Words in a heading that tell the kind of its section; they are added to the built-in English ones.
    pub words: Option<BTreeMap<SectionKind, Vec<String>>>,
}

/// Raw HTML in Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Html {
    /// Elements allowed beside the built-in short list, such as `figure`. Never scripts, styles, frames, forms or handlers.
    pub allow: Option<Vec<String>>,
}

/// A level in `[checks]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CheckLevel {
    /// Nothing is published.
    Error,
    /// Published, unless `--strict`.
    Warning,
    /// Only told.
    Note,
    /// Not told.
    Off,
}

/// The Atom feed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Feed {
    /// How many guides it lists, newest first. Default: 20.
    pub entries: Option<usize>,
}

/// Limits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Front matter of one page, in KiB. Default: 64.
    pub front_matter_kib: Option<usize>,
    /// One page, in KiB. Default: 10240.
    pub page_kib: Option<usize>,
    /// One data file, in KiB. Default: 65536.
    pub data_kib: Option<usize>,
    /// Seconds that rendering one page may take. Default: 10.
    pub render_seconds: Option<u64>,
    /// Size of one rendered page, in KiB. Default: 65536.
    pub rendered_kib: Option<usize>,
}
