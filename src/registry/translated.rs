//! What data files say in another language: `areas.de.yaml` beside `areas.yaml` has the names of areas in German, by the same ids.

use std::collections::BTreeMap;

use super::{AREAS, DataFile, INDUSTRIES, PEOPLE, RESOURCES, Registry, SOURCES};
use crate::guide::front_matter::{Area, Industry, Person, Resource, Source};

/// Entries of the data files of one language, of which only what differs is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Translated {
    pub(super) sources: BTreeMap<String, Source>,
    pub(super) people: BTreeMap<String, Person>,
    pub(super) resources: BTreeMap<String, Resource>,
    pub(super) areas: BTreeMap<String, Area>,
    pub(super) industries: BTreeMap<String, Industry>,
}

/// The data files that may be in other languages.
pub(super) const TRANSLATED: [DataFile; 5] = [SOURCES, PEOPLE, RESOURCES, AREAS, INDUSTRIES];

impl Registry {
    /// The data files as pages in the language `tag` show them: what is written for it stands in place of the rest. Sentences that nobody put into it are left out, names
    /// are not.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Self {
        let mut all = self.clone();
        let none = Translated::default();
        let said = self.translations.get(tag).unwrap_or(&none);
        all.people.values_mut().for_each(|it| it.about = None);
        all.resources.values_mut().for_each(|it| it.about = None);
        all.sources.values_mut().for_each(|it| it.note = None);
        macro_rules! put {
            ($($file:ident: $($field:ident)*;)*) => { $(
                for (id, said) in &said.$file {
                    let entry = all.$file.entry(id.clone()).or_default();
                    $(if said.$field.is_some() { entry.$field.clone_from(&said.$field); })*
                }
            )* };
        }
        put! {
            sources: publisher title edition url licence credit note;
            people: name about url;
            resources: title url about publisher author edition;
            areas: name;
            industries: name;
        }
        all
    }
}
