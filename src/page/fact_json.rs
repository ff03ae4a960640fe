//! Facts for programs: one object each, in `guide.json` beside a guide and in the ledger.

use serde_json::{Map, Value, json};

use crate::fact::{Fact, Kind, Measure, Number, Value as Said};
use crate::registry::Registry;

/// Version of the shape of these objects.
pub(super) const VERSION: u32 = 1;

/// A fact as an object. Numbers are texts of digits with a point, so that none loses a digit on its way.
pub(super) fn fact(fact: &Fact, registry: &Registry) -> Value {
    let topic = &fact.topic;
    let mut object = Map::new();
    let mut add = |name: &str, value: Option<Value>| object.extend(value.map(|value| (name.to_owned(), value)));
    add("measure", Some(measure(&topic.measure).into()));
    if let Measure::Pay(statistic, basis) = topic.measure {
        add("statistic", Some(json!(statistic)));
        add("per", Some(json!(basis)));
    }
    if let Measure::Price(of) | Measure::Count(of) | Measure::Percent(of) = &topic.measure {
        add("of", Some(of.as_str().into()));
    }
    add("unit", Some(unit(fact).into()));
    match fact.value() {
        Said::Level(level) => add("level", Some(json!(level))),
        Said::Unpublished(mark) => add("not_published", Some(json!(mark))),
        value => match value.number() {
            Some(Number::Exact(number)) => add("value", Some(json!(number))),
            Some(Number::Range { low, high }) => add("range", Some(json!([low, high]))),
            Some(Number::AtLeast(number)) => add("at_least", Some(json!(number))),
            Some(Number::AtMost(number)) => add("at_most", Some(json!(number))),
            None => {}
        },
    }
    add("period", topic.period.map(|period| period.iso().into()));
    add("area", topic.area.as_ref().map(|id| named(id, registry.areas.get(id).and_then(|it| it.name.as_deref()))));
    add("industry", topic.industry.as_ref().map(|id| named(id, registry.industries.get(id).and_then(|it| it.name.as_deref()))));
    add("population", topic.population.as_deref().map(Value::from));
    add("occupation", topic.occupation.as_deref().map(Value::from));
    add("quality", Some(json!(fact.quality)));
    add("source", fact.source.as_deref().map(Value::from));
    add("locator", fact.locator.as_deref().map(Value::from));
    add("retrieved", fact.retrieved.map(|day| json!(day)));
    add("note", fact.note.as_deref().map(Value::from));
    Value::Object(object)
}

fn named(id: &str, name: Option<&str>) -> Value {
    json!({ "id": id, "name": name })
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

/// What its value counts: a currency, `percent`, `jobs` ...
pub(super) fn unit(fact: &Fact) -> String {
    match (fact.value(), fact.topic.measure.kind()) {
        (Said::Money(_, currency), _) => currency.to_string(),
        (_, Kind::Money(_)) => "currency".to_owned(),
        (_, Kind::Percent) => "percent".to_owned(),
        (_, Kind::Level) => "level".to_owned(),
        (_, Kind::Count) => match &fact.topic.measure {
            Measure::Jobs | Measure::Change => "jobs",
            Measure::Openings => "openings a year",
            Measure::HoursPerWeek => "hours",
            Measure::PriceIndex => "index",
            Measure::SkillImportance(_) => "points of 100",
            _ => "number",
        }
        .to_owned(),
    }
}
