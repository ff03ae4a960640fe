//! The registries of `content/_data`: sources, people, resources, areas, industries and datasets, by id.

mod read;

use std::collections::BTreeMap;

pub use read::read;

use crate::dataset::Declaration;
use crate::guide::front_matter::{Area, Industry, Person, Resource, Source};
use crate::source::{SourcePath, Span};

/// Everything that the data files declare.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registry {
    /// `_data/sources.yaml`
    pub sources: BTreeMap<String, Source>,
    /// `_data/people.yaml`
    pub people: BTreeMap<String, Person>,
    /// `_data/resources.yaml`
    pub resources: BTreeMap<String, Resource>,
    /// `_data/areas.yaml`
    pub areas: BTreeMap<String, Area>,
    /// `_data/industries.yaml`
    pub industries: BTreeMap<String, Industry>,
    /// `_data/datasets.yaml`
    pub datasets: BTreeMap<String, Declaration>,
    /// Which registry files exist, by name without `.yaml`, to say where an id could be added.
    pub files: BTreeMap<String, SourcePath>,
    /// Where each id stands, by file.
    pub places: BTreeMap<SourcePath, BTreeMap<String, Span>>,
}
