//! What the occupations, areas and industries of figures are called.

use std::collections::BTreeMap;

use crate::fact::Topic;
use crate::figures::OfSite;
use crate::figures::of_block::ALL_OCCUPATIONS;
use crate::page::words;
use crate::registry::Registry;
use crate::site::Site;
use crate::words::Words;

/// Names by code.
pub(super) struct Names<'a> {
    registry: &'a Registry,
    words: &'a Words,
    occupations: BTreeMap<&'a str, &'a str>,
    areas: BTreeMap<&'a str, &'a str>,
    industries: BTreeMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    /// What guides call their occupations, else what publishers do; the publishers' words for areas and industries that no data file names.
    pub(super) fn of(site: &'a Site, words: &'a Words, figures: &'a OfSite) -> Self {
        let (mut occupations, mut areas, mut industries) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for figures in figures.values() {
            occupations.extend(figures.titles.iter().map(|(code, title)| (code.as_str(), title.as_str())));
            for row in figures.lists.values().filter_map(|found| found.as_ref().ok()).flat_map(|listed| &listed.rows).filter(|row| !row.title.is_empty()) {
                for topic in row.facts.iter().flatten().map(|fact| &fact.topic) {
                    for (id, names) in [(&topic.area, &mut areas), (&topic.industry, &mut industries), (&topic.occupation, &mut occupations)] {
                        if id.as_deref() == Some(row.code.as_str()) {
                            names.insert(row.code.as_str(), row.title.as_str());
                        }
                    }
                }
            }
        }
        let of_page = |page: &'a std::sync::Arc<crate::site::Page>| {
            let occupation = page.head.front.occupation.as_ref()?;
            Some((occupation.soc.as_deref()?, occupation.name.as_deref()?))
        };
        occupations.extend(site.pages.values().rev().filter_map(of_page));
        Self { registry: &site.given.registry, words, occupations, areas, industries }
    }

    /// An occupation by name, where a guide, a publisher or everybody has one, and code.
    pub(super) fn occupation(&self, code: &str) -> String {
        if code == ALL_OCCUPATIONS {
            return self.words.all_occupations.text().to_owned();
        }
        self.occupations.get(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})"))
    }

    pub(super) fn area(&self, topic: &Topic) -> Option<String> {
        let id = topic.area.as_deref()?;
        let of_publisher = self.areas.get(id).filter(|_| !self.registry.areas.contains_key(id));
        Some(of_publisher.copied().unwrap_or_else(|| words::area(self.words, self.registry, id)).to_owned())
    }

    pub(super) fn industry(&self, topic: &Topic) -> Option<String> {
        let id = topic.industry.as_deref()?;
        let of_publisher = self.industries.get(id).filter(|_| !self.registry.industries.contains_key(id));
        Some(of_publisher.copied().unwrap_or_else(|| self.registry.industry_name(id)).to_owned())
    }
}
