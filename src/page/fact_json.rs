//! Facts for programs: one object each, in `guide.json` beside a guide and in the ledger.

use serde::Serialize;

use crate::dataset::Format;
use crate::day::Day;
use crate::fact::{Basis, Decimal, Fact, Kind, Level, Mark, Measure, Number, Origin, Period, Quality, Statistic, Value as Said};
use crate::registry::Registry;

/// Version of the shape of these objects.
pub(super) const VERSION: u32 = 1;

/// A fact as an object. Numbers are texts of digits with a point, so that none loses a digit on its way.
#[derive(Serialize)]
pub(super) struct FactObject<'f> {
    measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistic: Option<Statistic>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<Basis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_published: Option<Mark>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[Decimal; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<Named<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    industry: Option<Named<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occupation: Option<&'f str>,
    quality: Quality,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retrieved: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'f str>,
}

/// Something with an id in the data files.
#[derive(Serialize)]
struct Named<'f> {
    id: &'f str,
    name: Option<&'f str>,
}

/// The object of a fact.
pub(super) fn fact<'f>(fact: &'f Fact, registry: &'f Registry) -> FactObject<'f> {
    let topic = &fact.topic;
    let (statistic, per) = if let Measure::Pay(statistic, basis) = topic.measure { (Some(statistic), Some(basis)) } else { (None, None) };
    let of = if let Measure::Price(of) | Measure::Count(of) | Measure::Percent(of) = &topic.measure { Some(of.as_str()) } else { None };
    let (level, not_published) = match fact.value() {
        Said::Level(level) => (Some(*level), None),
        Said::Unpublished(mark) => (None, Some(*mark)),
        Said::Money(..) | Said::Percent(_) | Said::Count(_) => (None, None),
    };
    let (value, range, at_least, at_most) = match fact.value().number() {
        Some(Number::Exact(number)) => (Some(number), None, None, None),
        Some(Number::Range { low, high }) => (None, Some([low, high]), None, None),
        Some(Number::AtLeast(number)) => (None, None, Some(number), None),
        Some(Number::AtMost(number)) => (None, None, None, Some(number)),
        None => (None, None, None, None),
    };
    FactObject {
        measure: measure(&topic.measure),
        statistic,
        per,
        of,
        unit: unit(fact, registry),
        level,
        not_published,
        value,
        range,
        at_least,
        at_most,
        period: topic.period.map(Period::iso),
        area: topic.area.as_ref().map(|id| Named { id, name: Some(registry.area_name(id)).filter(|name| name != id) }),
        industry: topic.industry.as_ref().map(|id| Named { id, name: registry.industries.get(id).and_then(|it| it.name.as_deref()) }),
        population: topic.population.as_deref(),
        occupation: topic.occupation.as_deref(),
        quality: fact.quality,
        source: fact.source.as_deref(),
        locator: fact.locator.as_deref(),
        retrieved: fact.retrieved,
        note: fact.note.as_deref(),
    }
}

/// A document of facts as it is published.
pub(super) fn text(document: &impl Serialize) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(document).unwrap_or_default();
    text.push(b'\n');
    text
}

/// The name of a measure as authors write it.
pub(super) fn measure(measure: &Measure) -> &'static str {
    match measure {
        Measure::Pay(..) => "pay",
        Measure::Jobs => "jobs",
        Measure::Change => "change",
        Measure::Growth => "growth",
        Measure::Openings => "openings",
        Measure::SelfEmployed => "self-employed",
        Measure::IndustryShare => "industry-share",
        Measure::EducationShare(_) => "education-share",
        Measure::SkillImportance(_) => "skill-importance",
        Measure::Education => "education",
        Measure::Experience => "experience",
        Measure::Training => "training",
        Measure::HoursPerWeek => "hours-per-week",
        Measure::PriceIndex => "price-index",
        Measure::Price(_) => "price",
        Measure::Count(_) => "count",
        Measure::Percent(_) => "percent",
    }
}

/// What its value counts: a currency, `percent`, `jobs` ... `None` of a mark in a place of money, where nothing tells of which.
pub(super) fn unit<'f>(fact: &'f Fact, registry: &Registry) -> Option<&'f str> {
    Some(match (fact.value(), fact.topic.measure.kind()) {
        (Said::Money(_, currency), _) => currency.code(),
        (_, Kind::Money(_)) => {
            // The US Bureau of Labor Statistics counts dollars; in other tables each column has its currency.
            let Origin::Dataset { id, .. } = &fact.origin else { return None };
            let format = registry.datasets.get(id).and_then(|declared| declared.format);
            return matches!(format, Some(Format::Oews | Format::BlsProjections)).then_some("USD");
        }
        (_, Kind::Percent) => "percent",
        (_, Kind::Level) => "level",
        (_, Kind::Count) => match &fact.topic.measure {
            Measure::Jobs | Measure::Change => "jobs",
            Measure::Openings => "openings a year",
            Measure::HoursPerWeek => "hours",
            Measure::PriceIndex => "index",
            Measure::SkillImportance(_) => "points of 100",
            _ => "number",
        },
    })
}
