//! The facts that a front matter writes down.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::fact::{Fact, Origin, Quality, Topic};
use crate::guide::Head;
use crate::guide::front_matter::FactEntry;

use super::from_dataset;
use super::question::Question;

/// The facts of a front matter by name; those that lack a measure or a value are left out, which was told where they were read.
pub(super) fn facts(question: &Question) -> BTreeMap<String, Arc<Fact>> {
    let (head, area_of_site) = (&question.head, &question.config.area);
    let of_entry = |name: &str, entry: &FactEntry| {
        let of_dataset = || from_dataset::of_entry(entry, question).and_then(Result::ok);
        if entry.own_value().is_none() { of_dataset() } else { fact(name, entry, head, area_of_site) }
    };
    head.front.facts.iter().flatten().filter_map(|(name, entry)| Some((name.clone(), Arc::new(of_entry(name, entry)?)))).collect()
}

fn fact(name: &str, entry: &FactEntry, head: &Head, area_of_site: &str) -> Option<Fact> {
    let own_code = head.front.occupation.as_ref().and_then(|it| it.soc.as_ref());
    let occupation = entry.occupation.as_ref().or(own_code);
    let topic = Topic {
        occupation: occupation.cloned(),
        measure: entry.measure()?,
        period: entry.period(),
        area: Some(entry.area.as_ref().or(head.front.area.as_ref()).map_or(area_of_site, String::as_str).to_owned()),
        industry: entry.industry.clone(),
        population: entry.population.clone(),
    };
    let origin = Origin::Entry { file: head.path().clone(), name: name.to_owned() };
    let mut fact = Fact::new(topic, entry.own_value()?, origin).ok()?;
    fact.source.clone_from(&entry.source);
    fact.locator.clone_from(&entry.locator);
    fact.quality = entry.quality.unwrap_or(if occupation == own_code { Quality::Published } else { Quality::Proxy });
    fact.retrieved = entry.retrieved;
    fact.note.clone_from(&entry.note);
    Some(fact)
}
