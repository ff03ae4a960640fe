//! Pay of an occupation over the years, and a price index beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::currencies;
use super::kind::Kind;
use super::listed::{Listed, Row};
use crate::dataset::Dataset;
use crate::fact::{Date, Fact, Mark, Measure, Period, Statistic, Value};
use crate::figures::absent::Absent;
use crate::figures::from_dataset::{self, Sought};
use crate::figures::question::Question;
use crate::figures::request::List;

pub(super) fn find(list: &List, code: &str, own: &BTreeMap<String, Arc<Fact>>, question: &Question) -> Result<Listed, Absent> {
    let measure = Measure::Pay(Statistic::Median, list.basis);
    let mut points: BTreeMap<Date, (u8, Arc<Fact>)> = BTreeMap::new();
    let mut own_points: Vec<(Date, Arc<Fact>)> = Vec::new();
    let is_number = |fact: &Fact| *fact.value() != Value::Unpublished(Mark::NotApplicable);
    for fact in own.values().filter(|_| list.dataset.is_none()) {
        let topic = &fact.topic;
        let is_whole = topic.industry.is_none() && topic.area.as_deref() == Some(question.area());
        if topic.measure == measure && topic.occupation.as_deref() == Some(code) && is_whole && is_number(fact) {
            own_points.extend(fact.observed().map(|at| (at, fact.clone())));
        }
    }
    let mut broken: Vec<(u8, Date, Absent)> = Vec::new();
    for (id, dataset) in list.datasets(question) {
        let preference = 1 + from_dataset::preference(&measure, dataset);
        for period in dataset.periods(code) {
            let sought = Sought { occupation: code, measure: &measure, area: question.area(), industry: None, period: Some(period) };
            let fact = match from_dataset::find_in(&sought, (id, dataset), question) {
                Ok(fact) if is_number(&fact) => fact,
                Err(why) if why.is_of_cell() => {
                    broken.push((preference, period.observed(), from_dataset::absent(id, &why, Some(dataset))));
                    continue;
                }
                _ => continue,
            };
            let at = fact.observed().unwrap_or_else(|| period.observed());
            if points.get(&at).is_none_or(|(other, _)| preference < *other) {
                points.insert(at, (preference, Arc::new(fact)));
            }
        }
    }
    // What other people earn, or what somebody says that he does, is no link of the publisher's chain.
    let kind = Kind::of_all(points.values().next().map(|(_, fact)| &**fact), own_points.iter().map(|(_, fact)| &**fact));
    points.extend(own_points.into_iter().filter(|(_, fact)| Kind::of(fact) == kind).map(|(at, fact)| (at, (0, fact))));
    // Projections print the pay of one year beside their jobs: no link of a chain.
    let least = points.values().map(|(preference, _)| *preference).filter(|it| *it > 0).min();
    points.retain(|_, (preference, _)| *preference == 0 || Some(*preference) == least);
    // A year that is there in a cell which cannot be used would be missed by no reader.
    let is_missed = |(preference, at, _): &&(u8, Date, Absent)| least.is_none_or(|least| *preference <= least) && !points.contains_key(at);
    if let Some((.., why)) = broken.iter().find(is_missed) {
        return Err(why.clone());
    }
    if points.len() < 2 {
        let help = "declare a dataset for each year in content/_data/datasets.yaml, or write facts of other years in the front matter";
        return Err(Absent::new(format!("there are not two years of pay of {code}"), help));
    }
    let mut measures = vec![measure];
    let mut rows: Vec<Row> = points.into_iter().map(|(at, (_, fact))| Row { code: at.to_string(), title: String::new(), facts: vec![Some(fact)] }).collect();
    currencies::judge_years(&rows)?;
    if let Some(id) = &list.prices {
        measures.push(Measure::PriceIndex);
        for row in &mut rows {
            let period = row.facts.first().and_then(|it| it.as_ref()?.topic.period);
            row.facts.push(Some(Arc::new(index(id, period, question)?)));
        }
    }
    // The newest are the ones that a reader looks for.
    let older = rows.drain(..rows.len().saturating_sub(list.limit)).count();
    Ok(Listed { more: older, ..list.cut(measures, rows) })
}

/// The price index of the dataset called `id` at a time.
fn index(id: &str, period: Option<Period>, question: &Question) -> Result<Fact, Absent> {
    let has_index = |dataset: &Dataset| dataset.measures().contains(&&Measure::PriceIndex);
    if !has_index(from_dataset::called(id, question)?) {
        let others = question.datasets.iter().filter(|(_, other)| has_index(other)).map(|(id, _)| id);
        return Err(Absent::new(format!("the dataset `{id}` is no price index"), from_dataset::instead(others, "with the measure `price-index`")));
    }
    let sought = Sought { occupation: "", measure: &Measure::PriceIndex, area: question.area(), industry: None, period };
    from_dataset::find(&sought, Some(id), question)
}
