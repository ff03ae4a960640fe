//! The registries of `content/_data`: sources, people, resources, areas, industries and datasets, by id.

mod ids;
mod read;

use std::collections::BTreeMap;

pub use ids::{AREAS, DATASETS, DataFile, INDUSTRIES, PEOPLE, RESOURCES, SOURCES};
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

impl Registry {
    /// The name of the area with this id, as readers see it: that of `areas.yaml`; of an area that nobody names, the id. The area that
    /// guides have unless told otherwise, `us`, has a name without any file.
    pub fn area_name<'a>(&'a self, id: &'a str) -> &'a str {
        let built_in = if id == "us" { "United States" } else { id };
        self.areas.get(id).and_then(|area| area.name.as_deref()).unwrap_or(built_in)
    }

    /// The same of an industry.
    pub fn industry_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.industries.get(id).and_then(|industry| industry.name.as_deref()).unwrap_or(id)
    }
}

#[cfg(test)]
mod tests {
    use super::Registry;

    #[test]
    fn the_area_of_guides_has_a_name_without_any_file() {
        let registry = Registry::default();
        assert_eq!([registry.area_name("us"), registry.area_name("ohio"), registry.industry_name("622")], ["United States", "ohio", "622"]);
    }
}
