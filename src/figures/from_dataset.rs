//! Facts out of publishers' files. Ids of areas and industries become the publisher's codes on the way in; nothing is converted.

use std::cmp::Reverse;
use std::sync::Arc;

use super::absent::Absent;
use super::of_block::ALL_OCCUPATIONS;
use super::question::Question;
use crate::dataset::{self, Dataset, Format, Reading};
use crate::fact::{Basis, Date, Decimal, Fact, Mark, Measure, Origin, Period, Place, Quality, Topic, Value};
use crate::guide::front_matter::FactEntry;
use crate::tree::nearest;

/// What is looked for, by ids of the project.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought<'a> {
    /// Empty for a table about none, such as a price index.
    pub(super) occupation: &'a str,
    pub(super) measure: &'a Measure,
    pub(super) area: &'a str,
    pub(super) industry: Option<&'a str>,
    pub(super) period: Option<Period>,
}

/// The fact in the dataset called `id`; without one in the best of those that have it: of the newest time, for pay from wage statistics, for
/// jobs from projections, which count the self-employed too.
pub(super) fn find(sought: &Sought, id: Option<&str>, question: &Question) -> Result<Fact, Absent> {
    if let Some(id) = id {
        let dataset = called(id, question)?;
        return find_in(sought, (id, dataset), question).map_err(|why| absent(id, &why, Some(dataset)));
    }
    let (mut best, mut broken, mut none, mut lacking) = (None, None, None, None);
    for (id, dataset) in question.datasets.iter().filter(|(_, dataset)| dataset.may_give(sought.measure)) {
        // Of two files of one time, the publisher's own form goes before a table of the project's making.
        let is_own_table = dataset.declared().format == Some(Format::Table);
        let rank = |period: Period| (preference(sought.measure, dataset), Reverse(period.observed()), is_own_table, id);
        match reading(sought, dataset, question) {
            Ok(reading) if matches!(reading.value, Value::Unpublished(Mark::NotApplicable)) => first(&mut none, (rank(reading.period), dataset, reading)),
            Ok(reading) => first(&mut best, (rank(reading.period), dataset, reading)),
            Err(why) if why.is_of_cell() => {
                let latest = sought.period.or_else(|| dataset.periods(sought.occupation).last().copied());
                if let Some(period) = latest {
                    first(&mut broken, (rank(period), dataset, why));
                }
            }
            Err(dataset::Absent::Occupation { .. }) if !dataset.declared().partial => {
                if let Some(period) = dataset.periods(sought.occupation).last().filter(|_| sought.period.is_none()) {
                    first(&mut lacking, (rank(*period), dataset, ()));
                }
            }
            Err(_) => {}
        }
    }
    // Nor has an older edition of a file in which there is no such figure any more.
    let has_later = |best: &(_, &Arc<Dataset>, Reading)| {
        none.as_ref().is_some_and(|(rank, dataset, _)| *rank < best.0 && dataset.declared().format == best.1.declared().format)
    };
    if let (Some(_), Some(((.., id), _, reading))) = (best.as_ref().filter(|it| has_later(it)), &none) {
        let message = format!("the dataset `{id}` has no {} of {} any more ({})", sought.measure, sought.occupation, reading.locator);
        return Err(Absent::new(message, "name a figure that it has, such as `pay.hourly`, or an older dataset, as in `fact:pay@NAME`"));
    }
    // A newer edition without the occupation has lost it, or the file has a hole: an older figure would pass for the newest.
    if let (Some(best), Some(((.., id), later, ()))) = (&best, &lacking)
        && best.1.declared().format == later.declared().format
        && matches!(later.declared().format, Some(Format::Oews | Format::BlsProjections))
        && lacking.as_ref().is_some_and(|(rank, ..)| rank.1 < best.0.1)
    {
        let (older, code) = (best.0.3, sought.occupation);
        let message = format!("the dataset `{id}` has no occupation `{code}`, and `{older}`, which has it, is of an earlier time");
        let help = format!(
            "look for it in the file of `{id}`; name the older one, as in `fact:{code}/pay@{older}`, or say `partial: true` of `{id}` if it has only some occupations"
        );
        return Err(Absent { is_of_cell: true, ..Absent::new(message, help) });
    }
    match (best, broken) {
        // What stands in the newest file is what the author asks for: an older one has no answer to it.
        (best, Some((rank, dataset, why))) if best.as_ref().is_none_or(|(found, ..)| rank < *found) => return Err(absent(rank.3, &why, Some(dataset))),
        (Some(((.., id), dataset, reading)), _) => return Ok(fact(sought, id, dataset, reading)),
        _ => {}
    }
    if let Some(((.., id), _, reading)) = &none {
        let message = format!("the dataset `{id}` has no {} of {} ({})", sought.measure, sought.occupation, reading.locator);
        return Err(Absent { is_blank: true, ..Absent::new(message, "name a figure that it has, or write this one down under `facts` in the front matter") });
    }
    // That an occupation is missing in a file which could have it says more than that a file has no such column.
    let says = |why: &dataset::Absent| !matches!(why, dataset::Absent::Measure { .. });
    let missing = question.datasets.iter().filter_map(|(id, dataset)| Some((id, dataset, reading(sought, dataset, question).err().filter(says)?)));
    match missing.min_by_key(|(id, dataset, why)| (unlikely(sought, dataset, why, question), *id)) {
        Some((id, _, why)) => Err(absent(id, &why, None)),
        None => Err(Absent::new(
            format!("no dataset gives the {} of {}", sought.measure, sought.occupation),
            "declare a dataset in content/_data/datasets.yaml, or write the figure down under `facts` in the front matter",
        )),
    }
}

/// How unlikely it is that `dataset`, which has it not, is the one that should: a file about other places, about single occupations or without such areas, an
/// older edition.
fn unlikely(sought: &Sought, dataset: &Dataset, why: &dataset::Absent, question: &Question) -> (bool, bool, bool, u8, Reverse<Option<Date>>) {
    let is_of_place = |why: &dataset::Absent| {
        use dataset::Absent::{Area, AreaUnsaid, Industry, IndustryUnsaid};
        matches!(why, Area { .. } | AreaUnsaid { .. } | Industry { .. } | IndustryUnsaid { .. })
    };
    let is_elsewhere = match why {
        dataset::Absent::Area { .. } => dataset.declared().area.is_some() || dataset.areas(sought.occupation).is_empty(),
        // What the file has of other occupations tells which places it is about.
        dataset::Absent::Occupation { near, .. } => near.iter().map(|(code, _)| code.as_str()).chain([ALL_OCCUPATIONS]).any(|other| {
            let found = reading(&Sought { occupation: other, ..*sought }, dataset, question);
            found.is_err_and(|why| is_of_place(&why))
        }),
        why => is_of_place(why),
    };
    let latest = dataset.periods(sought.occupation).last().map(|period| period.observed());
    (!dataset.may_give(sought.measure), is_elsewhere, dataset.declared().partial, preference(sought.measure, dataset), Reverse(latest))
}

/// Keeps what ranks before what is kept.
fn first<R: Ord, D, V>(kept: &mut Option<(R, D, V)>, it: (R, D, V)) {
    if kept.as_ref().is_none_or(|(rank, ..)| it.0 < *rank) {
        *kept = Some(it);
    }
}

/// The dataset with this id.
pub(super) fn called<'q>(id: &str, question: &'q Question) -> Result<&'q Dataset, Absent> {
    let dataset = question.datasets.get(id).map(|dataset| &**dataset);
    dataset.ok_or_else(|| {
        if question.registry.datasets.contains_key(id) {
            return Absent::new(format!("the dataset `{id}` could not be read"), "mend what is told of it");
        }
        let declared = question.registry.datasets.keys().map(String::as_str);
        let help = nearest(id, declared).map_or_else(|| "declare it in content/_data/datasets.yaml".to_owned(), |near| format!("did you mean `{near}`?"));
        Absent::new(format!("no dataset is called `{id}`"), help)
    })
}

/// What to do where the dataset that is named does not suit: to name one of `others`, which do, or to declare one.
pub(super) fn instead<'d>(others: impl Iterator<Item = &'d String>, kind: &str) -> String {
    let others: Vec<String> = others.map(|id| format!("`{id}`")).collect();
    if others.is_empty() {
        format!("declare a dataset {kind} in content/_data/datasets.yaml, and name it")
    } else {
        format!("name one {kind}: {}", others.join(", "))
    }
}

/// The fact in one dataset.
pub(super) fn find_in(sought: &Sought, (id, dataset): (&str, &Dataset), question: &Question) -> Result<Fact, dataset::Absent> {
    reading(sought, dataset, question).map(|it| fact(sought, id, dataset, it))
}

/// The fact of an entry that leaves its value to a dataset; `None` if it names none.
pub(super) fn of_entry(entry: &FactEntry, question: &Question) -> Option<Result<Fact, Absent>> {
    let (id, measure) = (entry.dataset.as_deref()?, entry.measure()?);
    let own = question.head.front.occupation.as_ref().and_then(|it| it.soc.as_deref());
    let Some(occupation) = entry.occupation.as_deref().or(own) else {
        return Some(Err(Absent::new(
            "this page has no occupation code, so the dataset cannot be asked",
            "write `soc` under `occupation`, or `occupation` in the fact",
        )));
    };
    let area = entry.area.as_deref().unwrap_or_else(|| question.area());
    Some(find(&Sought { occupation, measure: &measure, area, industry: entry.industry.as_deref(), period: entry.period() }, Some(id), question))
}

/// What `dataset` says; `sought` names area and industry by their ids.
pub(super) fn reading(sought: &Sought, dataset: &Dataset, question: &Question) -> Result<Reading, dataset::Absent> {
    let registry = &question.registry;
    // Without an entry the page's own area is taken for the whole, and any other text for the publisher's code.
    let is_whole = |id: &str| if registry.areas.contains_key(id) { registry.is_country(id) } else { id == question.area() };
    // What the US Bureau of Labor Statistics counts is of the United States, said or not.
    if dataset.declared().area.is_none()
        && matches!(dataset.declared().format, Some(Format::Oews | Format::BlsProjections))
        && registry.country(sought.area).is_some_and(|country| country != "us")
    {
        return Err(dataset::Absent::Area { asked: sought.area.to_owned(), elsewhere: false, has: vec!["us".to_owned()] });
    }
    let declared = dataset.declared().area.as_deref();
    // What is declared is of the whole file. Where its own column tells of areas, only a country is the whole of it.
    let is_of_whole = || registry.is_country(sought.area) || dataset.areas(sought.occupation).is_empty();
    let area = if declared == Some(sought.area) && is_of_whole() {
        None
    } else if is_whole(sought.area) {
        // A file about one country says nothing of another.
        if let Some(declared) = declared {
            return Err(dataset::Absent::Area { asked: sought.area.to_owned(), elsewhere: false, has: vec![declared.to_owned()] });
        }
        None
    } else {
        Some(registry.areas.get(sought.area).and_then(|area| area.code.as_deref()).unwrap_or(sought.area))
    };
    let industry = sought.industry.map(|id| registry.industries.get(id).and_then(|it| it.code.as_deref()).unwrap_or(id));
    let occupation = Some(sought.occupation).filter(|code| !code.is_empty());
    let find = |area: Option<&str>| dataset.find(&dataset::Asked { occupation, measure: sought.measure, area, industry, period: sought.period });
    // Publishers have codes of their own for states: one that is called like the area is it.
    let named = || {
        let name = area.and_then(|_| registry.areas.get(sought.area)?.name.as_deref())?;
        dataset.areas(sought.occupation).into_iter().find(|it| it.title.eq_ignore_ascii_case(name))
    };
    match find(area) {
        Err(why @ dataset::Absent::Area { .. }) => named().map_or(Err(why), |area| find(Some(&area.code))),
        found => found,
    }
}

fn fact(sought: &Sought, id: &str, dataset: &Dataset, reading: Reading) -> Fact {
    let declared = dataset.declared();
    let topic = Topic {
        occupation: Some(sought.occupation).filter(|code| !code.is_empty()).map(str::to_owned),
        measure: sought.measure.clone(),
        period: Some(reading.period),
        area: Some(sought.area.to_owned()),
        industry: sought.industry.map(str::to_owned),
        population: declared.population.clone(),
    };
    let origin = Origin::Dataset { id: id.to_owned(), place: reading.place };
    // A dataset gives values of the kind that was asked for; one that did not would be a fault of its reader, and says nothing.
    let value = Fact::new(topic.clone(), reading.value, origin.clone());
    let mut fact =
        value.or_else(|_| Fact::new(topic, Value::Unpublished(Mark::NotAvailable), origin)).unwrap_or_else(|_| unreachable!("a mark fits every measure"));
    fact.unrounded = reading.exact;
    fact.exact_to = exact_to(sought.measure, declared.format);
    fact.source.clone_from(&declared.source);
    fact.locator = Some(reading.locator);
    fact.quality = Quality::Published;
    fact
}

/// What the US Bureau of Labor Statistics rounds pay to.
fn exact_to(measure: &Measure, format: Option<Format>) -> Option<Decimal> {
    match (measure, format) {
        (Measure::Pay(_, Basis::Year), Some(Format::Oews | Format::BlsProjections)) => Some(Decimal::from(10)),
        (Measure::Pay(_, Basis::Hour), Some(Format::Oews | Format::BlsProjections)) => Some(Decimal::new(1, 2)),
        _ => None,
    }
}

/// Which formats come first for a measure; the smallest is the best.
pub(super) fn preference(measure: &Measure, dataset: &Dataset) -> u8 {
    match (measure, dataset.declared().format) {
        (Measure::Pay(..), Some(Format::BlsProjections)) | (Measure::Jobs, Some(Format::Oews)) => 1,
        _ => 0,
    }
}

/// Why the dataset called `id` has no answer.
pub(super) fn absent(id: &str, why: &dataset::Absent, dataset: Option<&Dataset>) -> Absent {
    let said = |(text, place): &(String, Place)| {
        let cell = place.cell.as_ref().map_or_else(String::new, |cell| format!(" ({cell})"));
        (place.span.clone(), format!("`{text}` is given here{cell}"))
    };
    // Only tables with columns of their own have marks of their own.
    let is_fixed = dataset.and_then(|it| it.declared().format).is_some_and(|format| format != Format::Table);
    let help = match why {
        dataset::Absent::Empty { .. } | dataset::Absent::Unreadable { .. } if is_fixed => {
            Some("take the file anew from its publisher, or correct the cell".to_owned())
        }
        why => why.help(),
    };
    Absent {
        is_of_cell: why.is_of_cell(),
        is_blank: false,
        message: if why.is_of_cell() && why.cells().is_empty() {
            format!("in the dataset `{id}`, {why}")
        } else {
            why.to_string().replacen("this dataset", &format!("the dataset `{id}`"), 1)
        },
        help: help.unwrap_or_else(|| "look the occupation up in the file".to_owned()),
        others: why.cells().iter().map(said).collect(),
    }
}
