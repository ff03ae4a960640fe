//! What others show of a guide in figures: its pay, the education that it takes, its growth.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::fact::reference::measure;
use crate::fact::{Fact, Mark, Reference, Value};
use crate::figures::{Figures, OfSite, levels};
use crate::guide::Head;
use crate::site::{Kind, Site};
use crate::source::SourcePath;

/// The figures of one guide that others show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brief {
    /// Median pay by the year, else by the hour.
    pub(super) pay: Option<Arc<Fact>>,
    /// The level that its front matter gives, else that of a dataset.
    pub(super) education: Option<Arc<Fact>>,
    /// How the number of jobs is foreseen to change.
    pub(super) growth: Option<Arc<Fact>>,
}

/// Those of all guides that have any, by file.
pub type Briefs = BTreeMap<SourcePath, Arc<Brief>>;

/// The briefs of the guides of `site`, from the figures of its pages.
pub fn briefs(site: &Site, figures: &OfSite) -> Briefs {
    let guides = site.pages.iter().filter(|(_, page)| page.kind == Kind::Guide);
    let brief = guides.map(|(path, page)| (path.clone(), Arc::new(Brief::of(&page.head, figures.get(path).map(|it| &**it)))));
    brief.filter(|(_, brief)| **brief != Brief::default()).collect()
}

impl Brief {
    fn of(head: &Head, figures: Option<&Figures>) -> Self {
        let told = |name: &str| figure(figures?, name).filter(|fact| is_told(fact)).cloned();
        let education = told("education");
        let own = levels(head).into_iter().find_map(|(key, fact)| (key == "education").then_some(fact));
        let is_own = |fact: &Arc<Fact>| own.as_ref().is_none_or(|own| own.value() == fact.value());
        Self {
            pay: told("pay").or_else(|| told("pay.hourly")),
            growth: told("growth"),
            education: education.filter(is_own).or_else(|| own.clone().map(Arc::new)),
        }
    }
}

/// The figure called `name`, if the page has it. An author may give that name to another figure, which then is not meant.
pub(super) fn figure<'f>(figures: &'f Figures, name: &str) -> Option<&'f Arc<Fact>> {
    let reference = Reference { occupation: None, name: name.to_owned(), dataset: None };
    figures.get(&reference).filter(|fact| measure(name).as_ref() == Some(&fact.topic.measure))
}

/// Whether the source says something of it, be it that the value is kept back.
pub(super) fn is_told(fact: &Fact) -> bool {
    !matches!(fact.value(), Value::Unpublished(Mark::NotAvailable | Mark::NotApplicable))
}
