//! The front matter of a page: its fields as the author wrote them, typed and not yet related to anything else.
//! Every field is optional here; what is required is checked afterwards, so that one bad value never hides another.

mod career;
mod extra;
mod fact;
mod foreign;
mod occupation;
mod people;
mod profile;
mod read;
mod registry;
mod resource;
pub(crate) mod rules;
mod unread;
mod widgets;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

pub use career::{
    Credential, CredentialKind, Education, EducationLevel, Experience, ExperienceLevel, PathStep, Required, Skill, TimeUnit, Training, TrainingKind, Years,
};
pub use extra::Extra;
pub use fact::{FactEntry, MeasureName};
pub use occupation::{AlsoCalled, Codes, Occupation};
pub use people::{Correction, Disclosure, Review, Suppression};
pub use profile::Given;
pub use read::{Found, read};
pub use registry::{Area, Industry, Person, PersonKind, Source};
pub use resource::{Resource, ResourceKind};
pub use unread::Unread;
pub use widgets::{Cta, CtaKind, Field, JobSearch, Placement, Question};

use crate::day::{Day, Months};
use crate::yaml::{Named, OneOrMany};

/// What stands between the `---` lines at the top of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FrontMatter {
    /// The title, 1 to 100 characters; becomes the page's only level-1 heading. Required.
    pub title: Option<String>,
    /// A shorter title for navigation, at most 30 characters.
    pub nav_title: Option<String>,
    /// What the page says in a sentence or two, 50 to 200 characters; the meta description. Required in a guide.
    pub summary: Option<String>,
    /// The occupation that a guide is about; makes the page a guide.
    pub occupation: Option<Occupation>,
    /// Area that the guide's figures speak of: an id of `_data/areas.yaml`. Default: the site's.
    pub area: Option<String>,
    /// Language of the page as a BCP 47 tag. Default: the site's.
    pub language: Option<String>,
    /// Of a translation, which text it was made from: a hash that a build tells. When that text changes, the translation is told to be behind.
    pub translation_of: Option<String>,
    /// Keeps the page back, unless built with `--drafts`.
    pub draft: Option<bool>,
    /// Day of first publication; a future day keeps the page back.
    pub published: Option<Day>,
    /// Day of the last change that readers should know of.
    pub updated: Option<Day>,
    /// Who read the guide critically, and when.
    pub reviewed: Option<Review>,
    /// How often the guide is to be reviewed, such as `P12M`. Default: the site's.
    pub review_every: Option<Months>,
    /// Ids of `_data/people.yaml`. Default: the site's.
    pub authors: Option<Vec<String>>,
    /// What was corrected after publication, shown on the page, newest first.
    pub corrections: Option<Vec<Correction>>,
    /// What readers must be told about money and methods.
    pub disclosures: Option<Vec<Disclosure>>,
    /// Checks whose findings on this page are all right, each with the reason.
    pub suppress: Option<Vec<Suppression>>,
    /// Tags; each gets a page.
    pub tags: Option<Vec<String>>,
    /// Place among the pages of its section; ties and pages without one are ordered by title.
    pub order: Option<i32>,
    /// Education that employers ask of a beginner.
    pub education: Option<Education>,
    /// Experience in a related occupation that employers ask of a beginner.
    pub experience: Option<Experience>,
    /// Training on the job.
    pub training: Option<Training>,
    /// Licences, certifications and registrations.
    pub credentials: Option<Vec<Credential>>,
    /// Where people of this occupation work.
    pub work_settings: Option<Vec<String>>,
    /// When they work.
    pub schedule: Option<Vec<String>>,
    /// What employers often give beside pay.
    pub benefits: Option<Vec<String>>,
    /// What one should be good at.
    pub skills: Option<Vec<Named<Skill>>>,
    /// Occupations like this one: guides or names.
    pub similar: Option<Vec<Named<PathStep>>>,
    /// Occupations that people move on to.
    pub progresses_to: Option<Vec<Named<PathStep>>>,
    /// Specialisations of this occupation.
    pub specialisations: Option<Vec<Named<PathStep>>>,
    /// Figures that the occupation's datasets do not give, by names of your own.
    #[serde(deserialize_with = "crate::yaml::entries")]
    #[schemars(with = "Option<BTreeMap<String, FactEntry>>")]
    pub facts: Option<BTreeMap<String, FactEntry>>,
    /// Associations, books, courses and other resources: ids of `_data/resources.yaml`, or written out.
    pub resources: Option<Vec<Named<Resource>>>,
    /// Questions and answers, printed by the block `{faq}`, else at the end.
    pub faq: Option<Vec<Question>>,
    /// A call to action, outside the flow of the article.
    pub cta: Option<Cta>,
    /// A job-search form, printed by the block `{job-search}`, else at the end.
    pub job_search: Option<JobSearch>,
    /// Old addresses of this page, such as `/old/page/`; they become redirects.
    pub aliases: Option<Vec<String>>,
    /// What kind of page this is. Default: a guide in a section or where an occupation is given, else a plain page.
    pub template: Option<Template>,
    /// Keeps the page out of the sitemap and asks search engines to leave it out.
    pub noindex: Option<bool>,
    /// Free values for themes; scalars are kept as the text that was typed.
    #[serde(deserialize_with = "crate::yaml::entries")]
    #[schemars(with = "Option<BTreeMap<String, Extra>>")]
    pub extra: Option<BTreeMap<String, Extra>>,
}

/// A kind of page that an author can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// A career guide.
    Guide,
    /// A plain page.
    Page,
    /// The page that gathers every guide's resources.
    Resources,
}

/// A field that takes one text or a list of texts.
pub type Texts = OneOrMany<String>;
