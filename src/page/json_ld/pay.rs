//! What people of an occupation earn, from the very facts that the page shows.

use std::collections::BTreeMap;

use serde_json::Value;

use super::object::{object, one_or_many};
use crate::fact::reference::name_of_pay;
use crate::fact::{Basis, Currency, Fact, Measure, Period, Quality, Statistic, Value as Said};
use crate::figures::Figures;
use crate::page::brief::figure;
use crate::site::Page;

/// The distributions of pay: one for each currency and basis, of the time that its panel shows, else of the newest.
///
/// Only published figures of the guide's own occupation and area, over all industries. A top code is no number, so what is only known
/// to be so or more is left out, and so is pay that is not the whole occupation's.
pub(super) fn distributions(figures: &Figures, page: &Page, area_of_site: &str) -> Option<Value> {
    let own = page.head.front.occupation.as_ref().and_then(|it| it.soc.as_ref());
    let area = page.head.front.area.as_deref().unwrap_or(area_of_site);
    let told = |fact: &Fact| {
        let topic = &fact.topic;
        let is_whole = topic.occupation.as_ref() == own && topic.area.as_deref() == Some(area) && topic.industry.is_none() && topic.population.is_none();
        amount(fact).filter(|_| is_whole && fact.quality == Quality::Published)
    };
    let mut pay: BTreeMap<(Currency, Basis), BTreeMap<Option<Period>, Percentiles>> = BTreeMap::new();
    for fact in figures.shown() {
        let Some(((statistic, basis), currency, number)) = told(fact) else { continue };
        pay.entry((currency, basis)).or_default().entry(fact.topic.period).or_default().insert(statistic, number);
    }
    // Another amount that a page calls pay is none of the occupation's: what the panel shows decides.
    let in_panel = |currency: Currency, basis: Basis| {
        let name = name_of_pay(Statistic::Median, basis)?;
        let fact = figure(figures, &name)?;
        told(fact).filter(|(_, other, _)| *other == currency).map(|(_, _, number)| (fact.topic.period, number))
    };
    let newest = pay.into_iter().map(|((currency, basis), mut by_period)| {
        let values = match in_panel(currency, basis) {
            Some((period, median)) => {
                let mut values = by_period.remove(&period).unwrap_or_default();
                values.insert(Statistic::Median, median);
                values
            }
            None => by_period.pop_last().map(|(_, values)| values).unwrap_or_default(),
        };
        ((currency, basis), values)
    });
    one_or_many(newest.map(|((currency, basis), values)| distribution(currency, basis, &values)).collect())
}

/// Amounts of one pay.
type Percentiles = BTreeMap<Statistic, Value>;

fn amount(fact: &Fact) -> Option<((Statistic, Basis), Currency, Value)> {
    let (Measure::Pay(statistic, basis), Said::Money(_, currency)) = (&fact.topic.measure, fact.value()) else { return None };
    let number = fact.value().exact()?.to_string().parse::<serde_json::Number>().ok()?;
    let is_told = *statistic == Statistic::Median || Statistic::PERCENTILES.contains(statistic);
    is_told.then_some(((*statistic, *basis), *currency, Value::Number(number)))
}

fn distribution(currency: Currency, basis: Basis, values: &Percentiles) -> Value {
    let duration = match basis {
        Basis::Hour => "PT1H",
        Basis::Day => "P1D",
        Basis::Week => "P1W",
        Basis::Month => "P1M",
        Basis::Year => "P1Y",
    };
    let value = |statistic| values.get(&statistic).cloned();
    object(
        "MonetaryAmountDistribution",
        [
            ("name", Some("base".into())),
            ("currency", Some(currency.code().into())),
            ("duration", Some(duration.into())),
            ("percentile10", value(Statistic::P10)),
            ("percentile25", value(Statistic::P25)),
            ("median", value(Statistic::Median)),
            ("percentile75", value(Statistic::P75)),
            ("percentile90", value(Statistic::P90)),
        ],
    )
}
