//! What the publisher's own file says of a figure that a page writes down.

use super::from_dataset::{Sought, find_in, reading};
use super::question::Question;
use crate::dataset;
use crate::fact::english::years;
use crate::fact::{Fact, Measure, Origin, Period, Quality, Value};

/// A figure that its source does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotThere {
    /// The dataset of the source: an id of `_data/datasets.yaml`.
    pub dataset: String,
    /// What the file says instead; `None` if it has no such row.
    pub says: Option<Value>,
    /// Where that stands, in words: `29-2072, A_MEDIAN`.
    pub locator: Option<String>,
    /// What is missing in the file, if something is.
    pub missing: Option<String>,
    /// Whether what is missing is the time: the source is another edition.
    pub is_of_other_time: bool,
}

/// A newer figure of the same thing, in a file of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newer {
    /// The dataset: an id of `_data/datasets.yaml`.
    pub dataset: String,
    /// The time of its figure.
    pub period: Period,
}

/// What a dataset has of a later time than `fact`, which a page writes down. `None` for a fact about no occupation.
pub(super) fn newer(fact: &Fact, question: &Question) -> Option<Newer> {
    let Origin::Entry { .. } = fact.origin else { return None };
    later(fact, question)
}

/// What another dataset has of a later time than `fact`.
pub(super) fn later(fact: &Fact, question: &Question) -> Option<Newer> {
    let topic = &fact.topic;
    let (occupation, observed) = (topic.occupation.as_deref()?, fact.observed()?);
    if topic.population.is_some() {
        return None;
    }
    let area = topic.area.as_deref().unwrap_or_else(|| question.area());
    let sought = Sought { occupation, measure: &topic.measure, area, industry: topic.industry.as_deref(), period: None };
    let found = super::from_dataset::find(&sought, None, question).ok()?;
    let Origin::Dataset { id, .. } = &found.origin else { return None };
    let is_later = found.observed()?.first_day() > observed.last_day();
    (is_later && found.value().number().is_some()).then(|| Newer { dataset: id.clone(), period: found.topic.period.unwrap_or(Period::At(observed)) })
}

/// Whether the datasets of the source of `fact` bear it out. `None` if they do, or if none of them could tell.
pub(super) fn not_there(fact: &Fact, question: &Question) -> Option<NotThere> {
    let (source, occupation) = (fact.source.as_ref()?, fact.topic.occupation.as_deref()?);
    let topic = &fact.topic;
    let other_time =
        |dataset: &str, missing: String| NotThere { dataset: dataset.to_owned(), says: None, locator: None, missing: Some(missing), is_of_other_time: true };
    let told = question.registry.sources.get(source).and_then(|it| it.period.as_deref());
    if let (Some(told), Some(period)) = (told, topic.period)
        && years(told).max().is_some_and(|latest| latest < period.observed().year())
    {
        return Some(other_time(source, format!("it speaks of {told}, which is before {period}")));
    }
    let mut found = None;
    let mut is_of_time = false;
    let of_source = question.datasets.iter().filter(|(_, dataset)| dataset.declared().source.as_ref() == Some(source));
    for (id, dataset) in of_source.clone().filter(|(_, dataset)| tells_of(dataset, occupation, topic.period)) {
        is_of_time = true;
        let period = time_in(dataset, occupation, topic.period);
        let area = topic.area.as_deref().unwrap_or_else(|| question.area());
        let sought = Sought { occupation, measure: &topic.measure, area, industry: topic.industry.as_deref(), period };
        match reading(&sought, dataset, question) {
            Ok(reading) if reading.value.agrees_with(fact.value()) => return None,
            Ok(reading) if reading.exact.is_some_and(|exact| Value::Percent(crate::fact::Number::Exact(exact)).agrees_with(fact.value())) => return None,
            Ok(reading) => {
                let there = NotThere { dataset: id.clone(), says: Some(reading.value), locator: Some(reading.locator), missing: None, is_of_other_time: false };
                // A file that has the row says more than one without it.
                if found.as_ref().is_none_or(|it: &NotThere| it.says.is_none()) {
                    found = Some(there);
                }
            }
            // A file without areas or industries cannot tell of one.
            Err(dataset::Absent::Area { has, .. } | dataset::Absent::Industry { has, .. }) if has.is_empty() => {}
            Err(dataset::Absent::Occupation { .. } | dataset::Absent::Area { .. } | dataset::Absent::Industry { .. }) if dataset.declared().partial => {}
            Err(why @ (dataset::Absent::Occupation { .. } | dataset::Absent::Area { .. } | dataset::Absent::Industry { .. })) => {
                let there = NotThere { dataset: id.clone(), says: None, locator: None, missing: Some(why.to_string()), is_of_other_time: false };
                found.get_or_insert(there);
            }
            Err(_) => {}
        }
    }
    // An edition says of which time it is, and a whole file of it has nothing of another.
    let could_tell =
        |dataset: &dataset::Dataset| !dataset.declared().partial && dataset.measures().contains(&&topic.measure) && !dataset.periods(occupation).is_empty();
    let edition = of_source.clone().find(|(_, dataset)| could_tell(dataset)).filter(|_| !is_of_time && told.is_some());
    if let (Some((id, dataset)), Some(period)) = (edition, topic.period) {
        let has: Vec<String> = dataset.periods(occupation).iter().map(ToString::to_string).collect();
        return Some(other_time(id, format!("its file tells of {}, not of {period}", has.join(", "))));
    }
    found
}

/// What a dataset, of whatever source, says of the very pay or growth that a page writes down as `fact`, if none bears that out. Jobs are counted in several ways.
pub(super) fn contradicted(fact: &Fact, question: &Question) -> Option<Fact> {
    let (Origin::Entry { .. }, Measure::Pay(..) | Measure::Growth) = (&fact.origin, &fact.topic.measure) else { return None };
    let topic = &fact.topic;
    let (occupation, _) = (topic.occupation.as_deref()?, topic.period?);
    let own = question.head.front.occupation.as_ref().and_then(|it| it.soc.as_deref());
    // A figure of another occupation is looked up by its code; one that stands for the page's own is none of it.
    let is_published = fact.quality == Quality::Published || (fact.quality == Quality::Proxy && own != Some(occupation));
    if !is_published || topic.population.is_some() || fact.value().number().is_none() {
        return None;
    }
    let area = topic.area.as_deref().unwrap_or_else(|| question.area());
    let may_tell = |dataset: &dataset::Dataset| dataset.may_give(&topic.measure) && tells_of(dataset, occupation, topic.period);
    let mut found = None;
    for (id, dataset) in question.datasets.iter().filter(|(_, dataset)| may_tell(dataset)) {
        let period = time_in(dataset, occupation, topic.period);
        let sought = Sought { occupation, measure: &topic.measure, area, industry: topic.industry.as_deref(), period };
        let Ok(there) = find_in(&sought, (id, dataset), question) else { continue };
        let exact = there.unrounded.map(|exact| Value::Percent(crate::fact::Number::Exact(exact)));
        if there.value().agrees_with(fact.value()) || exact.is_some_and(|exact| exact.agrees_with(fact.value())) {
            return None;
        }
        if there.value().number().is_some() {
            found.get_or_insert(there);
        }
    }
    found
}

/// Whether a dataset may tell of a time: another edition cannot.
fn tells_of(dataset: &dataset::Dataset, occupation: &str, period: Option<Period>) -> bool {
    let periods = dataset.periods(occupation);
    period.is_none_or(|period| periods.is_empty() || periods.iter().any(|it| it.covers(period) || period.covers(*it)))
}

/// The time as a dataset tells it, of which `period` may be a part: May 2024 where the fact says the last day of it.
fn time_in(dataset: &dataset::Dataset, occupation: &str, period: Option<Period>) -> Option<Period> {
    period.map(|period| dataset.periods(occupation).into_iter().find(|it| it.covers(period)).unwrap_or(period))
}
