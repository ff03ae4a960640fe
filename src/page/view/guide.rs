//! The view of a guide.

use schemars::JsonSchema;
use serde::Serialize;

use super::block::{CtaView, FaqView, JobSearchView, ResourcesBlockView, TableView};
use super::glance::GlanceRow;
use super::source::{DayView, SourceView};
use super::{Card, Html, LinkView};

/// A guide. Its finished text is `guide.body_html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GuideView {
    /// Summary.
    pub summary: String,
    /// The text of the guide, blocks and tables included.
    pub body_html: Html,
    /// Its sections, for navigation.
    pub sections: Vec<SectionEntry>,
    /// The occupation.
    pub occupation: OccupationView,
    /// What it takes, at a glance: rows of a term and its values; empty where a block of the text shows them.
    pub glance: Vec<GlanceRow>,
    /// Who wrote it.
    pub authors: Vec<PersonView>,
    /// First publication.
    pub published: Option<DayView>,
    /// Last change.
    pub updated: Option<DayView>,
    /// Last review, if there was one.
    pub reviewed: Option<ReviewView>,
    /// What readers must be told: sentences.
    pub disclosures: Vec<String>,
    /// Call to action above the text.
    pub cta_top: Option<CtaView>,
    /// Call to action below the text.
    pub cta_end: Option<CtaView>,
    /// Credentials, unless a block of the text prints them.
    pub credentials: Option<TableView>,
    /// Questions and answers, unless a block prints them.
    pub faq: Option<FaqView>,
    /// Resources, unless a block prints them all.
    pub resources: Option<ResourcesBlockView>,
    /// Job-search form, unless a block prints it.
    pub job_search: Option<JobSearchView>,
    /// Occupations that people move on to.
    pub progresses_to: Vec<PathView>,
    /// Specialisations.
    pub specialisations: Vec<PathView>,
    /// Occupations like this one.
    pub similar: Vec<PathView>,
    /// Other guides a reader may want: same section, shared tags.
    pub related: Vec<Card>,
    /// Corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// Publications that its tables and its front matter name, each once, in order of use; those that stand in `page.notes` are left out.
    pub sources: Vec<SourceView>,
    /// How to cite the guide.
    pub citation: String,
    /// The same with its address kept together in texts from right to left.
    pub citation_html: Html,
    /// The site's disclaimer, if any.
    pub disclaimer: Option<String>,
    /// Minutes that reading takes, at least 1.
    pub reading_minutes: usize,
}

/// A section of the page, for navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionEntry {
    /// Address within the page.
    pub id: String,
    /// Short name.
    pub short: String,
    /// Whole heading.
    pub text: String,
    /// Its number, if sections are numbered.
    pub number: Option<usize>,
    /// Kind of section, such as `pay`; empty if unknown.
    pub kind: String,
    /// Level-3 headings below.
    pub children: Vec<SectionEntry>,
}

/// The occupation of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OccupationView {
    /// Name.
    pub name: String,
    /// Definition; may be `none`.
    pub definition: Option<String>,
    /// SOC 2018 code.
    pub soc: Option<String>,
    /// Other codes as pairs of system and codes, such as `O*NET-SOC 2019` and `29-2072.00, 29-2099.01`.
    pub codes: Vec<(String, String)>,
    /// Other names; those with a code of their own carry it in brackets.
    pub also_called: Vec<String>,
    /// Why figures of another occupation are shown, if they are.
    pub proxy_for: Option<String>,
}

/// Somebody who wrote or reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonView {
    /// Name.
    pub name: String,
    /// Their own page elsewhere.
    pub url: Option<String>,
    /// Their page on this site.
    pub path: String,
    /// Whether it is an organisation.
    pub is_organization: bool,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReviewView {
    /// Who.
    pub by: PersonView,
    /// When.
    pub on: DayView,
    /// In which role.
    pub role: Option<String>,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CorrectionView {
    /// When.
    pub on: DayView,
    /// What, in plain words.
    pub text: String,
    /// The same with its links and emphasis: the inside of a paragraph.
    pub text_html: Html,
}

/// An occupation that the guide points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PathView {
    /// Name.
    pub name: String,
    /// Path of its guide, or a web address; `none` if it has neither.
    pub path: Option<String>,
    /// A few words.
    pub about: Option<String>,
    /// SOC code.
    pub soc: Option<String>,
    /// Typical entry education in words, if its guide says.
    pub education: Option<String>,
    /// Median pay, if its guide says, such as `$44,200 a year (May 2024)`.
    pub pay: Option<String>,
}
