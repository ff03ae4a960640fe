//! Amounts that a table takes from a source, as it says, and that the source's own file does not have.

use std::collections::{BTreeMap, BTreeSet};

use super::question::Question;
use super::typed::Typed;
use crate::dataset::Dataset;
use crate::fact::Value;

/// An amount that no dataset of its source has for the occupation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The dataset that should have it: an id of `_data/datasets.yaml`.
    pub dataset: String,
    /// The occupation.
    pub occupation: String,
}

/// Words of a label or a heading that say which pay of a group is meant, or that pay is.
const OF_PAY: [&str; 16] = [
    "pay",
    "wage",
    "wages",
    "salary",
    "salaries",
    "earnings",
    "annual",
    "hourly",
    "median",
    "mean",
    "average",
    "percentile",
    "lowest",
    "highest",
    "amount",
    "year",
];

/// Those of `asked` that the datasets of their source do not have, though they have the occupation: its own, or the one that the row names.
pub(super) fn all(asked: &BTreeSet<Typed>, question: &Question) -> BTreeMap<Typed, Foreign> {
    let mut found = BTreeMap::new();
    let Some(own) = question.head.front.occupation.as_ref().and_then(|it| it.soc.as_deref()) else { return found };
    let datasets: Vec<(&String, &Dataset)> =
        question.datasets.iter().map(|(id, dataset)| (id, &**dataset)).filter(|(_, dataset)| !dataset.declared().partial).collect();
    // The rows of a table mostly speak of one occupation.
    let mut pay: BTreeMap<(&str, String), Vec<Value>> = BTreeMap::new();
    for typed in asked.iter().filter(|typed| is_of_pay(&typed.header)) {
        let of_source = datasets.iter().filter(|(_, dataset)| dataset.declared().source.as_ref() == Some(&typed.source));
        let mut foreign = None;
        let mut is_there = false;
        for (id, dataset) in of_source {
            let Some(occupation) = occupation(typed, own, dataset, question) else { continue };
            let periods = dataset.periods(&occupation);
            let is_of_time = typed.years.is_empty() || periods.iter().any(|period| typed.years.contains(&period.observed().year()));
            if !is_of_time {
                continue;
            }
            let pay = pay.entry((id.as_str(), occupation.clone())).or_insert_with(|| dataset.pay(&occupation));
            let says_so = |value: &Value| value.number().is_some_and(|number| number.is_told_by(typed.number));
            is_there |= pay.iter().any(says_so);
            if !pay.is_empty() && foreign.is_none() {
                foreign = Some(Foreign { dataset: (*id).clone(), occupation });
            }
        }
        found.extend(foreign.filter(|_| !is_there).map(|foreign| (typed.clone(), foreign)));
    }
    found
}

fn is_of_pay(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| OF_PAY.contains(&word))
}

/// The code of the occupation that a row speaks of, if that is certain: the guide's own where the label is a kind of pay, an area or an industry.
fn occupation(typed: &Typed, own: &str, dataset: &Dataset, question: &Question) -> Option<String> {
    let is_called_so = |name: &str| name.to_lowercase() == typed.label;
    let front = &question.head.front;
    let own_names = front.title.iter().chain(front.occupation.iter().filter_map(|it| it.name.as_ref()));
    let is_year = typed.label.parse().is_ok_and(|year| typed.years.contains(&year));
    if is_year || is_of_pay(&typed.label) || own_names.into_iter().any(|name| is_called_so(name)) {
        return Some(own.to_owned());
    }
    if dataset.areas(own).iter().chain(&dataset.industries(own)).any(|part| is_called_so(&part.title)) {
        return Some(own.to_owned());
    }
    dataset.occupation_called(&typed.label)
}
