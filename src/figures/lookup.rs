//! A name leads to a fact: of the front matter, else of a dataset.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::absent::Absent;
use super::from_dataset::{self, Sought};
use super::question::Question;
use crate::fact::{Fact, Measure, Reference, reference};
use crate::tree::nearest;

/// The fact that `reference` names on the page, whose own facts are `own`.
pub(super) fn find(reference: &Reference, own: &BTreeMap<String, Arc<Fact>>, question: &Question) -> Result<Arc<Fact>, Absent> {
    let is_own = reference.occupation.is_none() && reference.dataset.is_none();
    if let Some(fact) = own.get(&reference.name).filter(|_| is_own) {
        return Ok(fact.clone());
    }
    let front = &question.head.front;
    if let Some((name, entry)) = front.facts.as_ref().filter(|_| is_own).and_then(|facts| facts.get_key_value(&reference.name)) {
        return Err(match from_dataset::of_entry(entry, question) {
            Some(Err(absent)) => absent,
            _ => Absent::new(format!("the fact `{name}` has no value"), "mend its entry under `facts`"),
        });
    }
    let Some(measure) = reference::measure(&reference.name) else {
        let names = own.keys().map(String::as_str).chain(reference::NAMES);
        let all = || "write it down under `facts` in the front matter, or name one of the occupation's, such as `pay`, `jobs` or `growth`".to_owned();
        let meant = reference::meant(&reference.name).or_else(|| nearest(&reference.name, names).map(str::to_owned));
        let help = meant.map_or_else(all, |near| format!("did you mean `{near}`?"));
        return Err(Absent::new(format!("no fact is called `{}`", reference.name), help));
    };
    let code = reference.occupation.as_ref().or_else(|| front.occupation.as_ref()?.soc.as_ref());
    let by_measure = || of_measure(&measure, code.map(String::as_str), own, question).filter(|_| reference.dataset.is_none());
    let Some(code) = code else {
        if let Some(fact) = by_measure() {
            return Ok(fact);
        }
        let message = format!("this page has no occupation code, so nobody knows whose `{}` is meant", reference.name);
        return Err(Absent::new(message, format!("write `soc` under `occupation`, or name the occupation here: `fact:29-2072/{}`", reference.name)));
    };
    let sought = Sought { occupation: code, measure: &measure, area: question.area(), industry: None, period: None };
    let found = from_dataset::find(&sought, reference.dataset.as_deref(), question).map(Arc::new);
    found.or_else(|absent| by_measure().ok_or(absent))
}

/// What the front matter says of a measure under another name, for the page's area and all industries; the newest of several.
fn of_measure(measure: &Measure, code: Option<&str>, own: &BTreeMap<String, Arc<Fact>>, question: &Question) -> Option<Arc<Fact>> {
    let is_meant = |fact: &&Arc<Fact>| {
        let topic = &fact.topic;
        topic.measure == *measure && topic.occupation.as_deref() == code && topic.industry.is_none() && topic.area.as_deref() == Some(question.area())
    };
    own.values().filter(is_meant).max_by_key(|fact| fact.observed()).cloned()
}
