//! A resource that a guide names: an association, a book, a course ...

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;

/// One resource, in a guide or in `_data/resources.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Resource {
    /// Its title or name. Required.
    pub title: Option<String>,
    /// What it is. Required.
    pub kind: Option<ResourceKind>,
    /// Its address on the web.
    pub url: Option<String>,
    /// What it is good for.
    pub about: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Edition of a book, such as `7th`.
    pub edition: Option<String>,
    /// Year of publication, four digits.
    pub year: Option<u64>,
    /// ISBN of a book, as text.
    pub isbn: Option<String>,
    /// Whether its link earns a commission; needs the disclosure `affiliate`.
    pub affiliate: Option<bool>,
    /// Whether somebody paid for its being here; needs the disclosure `sponsored`.
    pub sponsored: Option<bool>,
    /// The day when somebody last saw that the link works.
    pub checked: Option<Day>,
}

/// What a resource is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A professional association.
    Association,
    /// A public authority's page.
    Government,
    /// A course or school.
    Training,
    /// A certifying body's page.
    Certification,
    /// A book.
    Book,
    /// An article.
    Article,
    /// A video.
    Video,
    /// A podcast.
    Podcast,
    /// A tool.
    Tool,
    /// A place to look for jobs.
    JobBoard,
    /// Data.
    Data,
    /// Anything else.
    Other,
}
