//! The registries of `content/_data`: sources, people, resources, areas, industries and datasets, by id.

mod ids;
pub mod licence;
mod read;
mod suited;
mod translated;
mod twins;

use std::collections::{BTreeMap, BTreeSet};

pub use ids::{AREAS, DATASETS, DataFile, INDUSTRIES, PEOPLE, RESOURCES, SOURCES};
pub use read::{read, read_in};

pub use translated::Translated;

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
    /// Whether something is wrong with `_data/datasets.yaml`: then nobody knows which files it means to name.
    pub are_datasets_unsure: bool,
    /// The files of which not even the ids could be read, by name without `.yaml`: nobody knows what they define.
    pub unread: BTreeSet<String>,
    /// What they say in other languages, by tag.
    pub translations: BTreeMap<String, Translated>,
    /// Where each id stands, by file.
    pub places: BTreeMap<SourcePath, BTreeMap<String, Span>>,
}

/// Ids that mean a country, whatever code stands beside them.
const COUNTRIES: [&str; 6] = ["us", "usa", "united-states", "uk", "gb", "united-kingdom"];

impl Registry {
    /// The name of the area with this id, as readers see it: that of `areas.yaml`; of an area that nobody names, the id. The area that
    /// guides have unless told otherwise, `us`, has a name without any file.
    pub fn area_name<'a>(&'a self, id: &'a str) -> &'a str {
        let built_in = if id == "us" { "United States" } else { id };
        self.areas.get(id).and_then(|area| area.name.as_deref()).unwrap_or(built_in)
    }

    /// Where the entry `id` of the data file called `name` (`people`, `datasets` ...) stands; `None` without that file.
    pub fn place(&self, name: &str, id: &str) -> Option<Span> {
        let file = self.files.get(name)?;
        Some(self.places.get(file).and_then(|places| places.get(id)).cloned().unwrap_or_else(|| Span::whole(file)))
    }

    /// Whether the area with this id is a whole country: as its `kind` says, else by an id that means one. Of an area that no file declares, two letters are
    /// those of ISO 3166.
    pub fn is_country(&self, id: &str) -> bool {
        let area = self.areas.get(id);
        let by_id = || COUNTRIES.contains(&id) || (area.is_none() && is_iso(id));
        area.and_then(|area| area.kind.as_deref()).map_or_else(by_id, |kind| kind == "country")
    }

    /// The country of the area with this id, as ISO 3166 has it in small letters: by its code (`US-OH`), else by an id that is a country's
    /// (`uk`). Of a country without a code, whose id is a name, the id. `None` where nothing tells.
    pub fn country(&self, id: &str) -> Option<String> {
        let area = self.areas.get(id);
        let kind = area.and_then(|it| it.kind.as_deref());
        let is_part = kind.is_some_and(|kind| kind != "country");
        // `TX` of a state is its postal code, and `US-TX` begins with its country.
        let code = area.and_then(|it| it.code.as_deref()).filter(|code| !is_part || code.contains('-'));
        let of_code = code.and_then(|code| code.split('-').next()).filter(|first| is_iso(first));
        // Of two letters with a publisher's number, `sf: { code: "41860" }`, nothing tells that they are a country's.
        let may_be_iso = code.is_none() || COUNTRIES.contains(&id);
        let country = of_code.or_else(|| Some(id).filter(|id| !is_part && ((is_iso(id) && may_be_iso) || kind == Some("country"))))?.to_ascii_lowercase();
        Some(match country.as_str() {
            "uk" | "united-kingdom" => "gb".to_owned(),
            "usa" | "united-states" => "us".to_owned(),
            _ => country,
        })
    }

    /// The same of an industry.
    pub fn industry_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.industries.get(id).and_then(|industry| industry.name.as_deref()).unwrap_or(id)
    }
}

/// Whether `text` has the form of a country's code of ISO 3166.
fn is_iso(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{Registry, read};
    use crate::source::{SourcePath, Sources};

    #[test]
    fn an_area_is_in_the_country_of_its_code_or_its_id() {
        let text = b"ohio: { name: Ohio, code: US-OH }\nakron: { name: Akron, kind: metropolitan, code: '10420' }\ngermany: { name: Germany, kind: country }\ntx: { name: Texas, kind: state, code: '48' }\nny: { name: New York, kind: state, code: NY }\n";
        let sources = Sources { files: [(SourcePath::new("content/_data/areas.yaml").unwrap(), text.as_slice().into())].into(), ..Sources::default() };
        let (registry, _) = read(&sources);
        let country = |id: &str| registry.country(id);
        assert_eq!(["us", "uk", "ohio", "germany"].map(country), ["us", "gb", "us", "germany"].map(|it| Some(it.to_owned())));
        assert_eq!(["akron", "35620", "north", "tx", "ny"].map(country), [const { None }; 5]);
    }

    #[test]
    fn an_id_that_means_a_country_is_one_whatever_code_stands_beside_it() {
        for (entry, id, is_country) in [
            ("us: { name: United States }", "us", true),
            ("us: { name: United States, code: US }", "us", true),
            ("us: { name: United States, code: '99' }", "us", true),
            ("sf: { name: San Francisco, code: '41860' }", "sf", false),
            ("us: { name: Upper State, kind: region, code: '7' }", "us", false),
            ("us: { name: United States }", "de", true),
        ] {
            let sources = Sources { files: [(SourcePath::new("content/_data/areas.yaml").unwrap(), entry.as_bytes().into())].into(), ..Sources::default() };
            let (registry, _) = read(&sources);
            assert_eq!((registry.is_country(id), registry.country(id).is_some()), (is_country, is_country), "{entry}");
        }
    }

    #[test]
    fn the_area_of_guides_has_a_name_without_any_file() {
        let registry = Registry::default();
        assert_eq!([registry.area_name("us"), registry.area_name("ohio"), registry.industry_name("622")], ["United States", "ohio", "622"]);
    }
}
