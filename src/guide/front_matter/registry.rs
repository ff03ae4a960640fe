//! Entries of the data files in `content/_data`: who published something, who wrote, which places there are.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::day::{Day, Months};

/// A publication that figures are taken from: an entry of `_data/sources.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Source {
    /// Who published it. Required.
    pub publisher: Option<String>,
    /// Its title. Required.
    pub title: Option<String>,
    /// Edition or release, such as `May 2024`.
    pub edition: Option<String>,
    /// Period that its figures speak of.
    pub period: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Licence: `public-domain`, `cc-by-4.0`, `ogl-3.0`, `odc-pddl-1.0` or other words.
    pub licence: Option<String>,
    /// How old its figures may be, such as `P18M`. Default: the site's, else eighteen months.
    pub stale_after: Option<Months>,
    /// The line that must stand where it is used. Default: what its licence asks for.
    pub credit: Option<String>,
    /// The day when it came out.
    pub published: Option<Day>,
    /// The day when the figures were taken from it.
    pub retrieved: Option<Day>,
    /// A remark.
    pub note: Option<String>,
}

/// Somebody who writes or reviews: an entry of `_data/people.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// The name. Required.
    pub name: Option<String>,
    /// Person or organisation. Default: `person`.
    pub kind: Option<PersonKind>,
    /// A few words about them.
    pub about: Option<String>,
    /// Page about them.
    pub url: Option<String>,
}

/// Person or organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PersonKind {
    /// A person.
    #[default]
    Person,
    /// An organisation.
    Organization,
}

/// A place that figures and licences speak of: an entry of `_data/areas.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Area {
    /// Its name. Required.
    pub name: Option<String>,
    /// What it is, such as `country`, `state` or `metro`: a `country` is what a publisher's file counts as a whole, anything else is looked up in it by its code. Without it, ids such as `us` and `uk` mean the country.
    pub kind: Option<String>,
    /// Its code, such as an ISO 3166 or FIPS code, as text.
    pub code: Option<String>,
}

/// An industry that figures speak of: an entry of `_data/industries.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Industry {
    /// Its name. Required.
    pub name: Option<String>,
    /// Its NAICS code or the code that a publisher gives it, as text.
    pub code: Option<String>,
}
