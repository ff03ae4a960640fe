//! Measures and values as short texts, so that a table of known values can be read.

use guidepost::fact::{Basis, Level, Measure, Number, Statistic, Value};

/// `A_MEDIAN` and the like as the publisher calls them, `jobs`, `growth`, `percent:PCT_RPT`.
pub(crate) fn measure(text: &str) -> Measure {
    if let Some((kind, name)) = text.split_once(':') {
        return match kind {
            "percent" => Measure::Percent(name.to_owned()),
            "count" => Measure::Count(name.to_owned()),
            "education-share" => Measure::EducationShare(name.parse().unwrap()),
            _ => Measure::SkillImportance(name.to_owned()),
        };
    }
    let pay = |basis| {
        let statistic = match &text[2..] {
            "MEAN" => Statistic::Mean,
            "PCT10" => Statistic::P10,
            "PCT25" => Statistic::P25,
            "MEDIAN" => Statistic::Median,
            "PCT75" => Statistic::P75,
            "PCT90" => Statistic::P90,
            _ => panic!("{text}"),
        };
        Measure::Pay(statistic, basis)
    };
    match text {
        "jobs" => Measure::Jobs,
        "change" => Measure::Change,
        "growth" => Measure::Growth,
        "openings" => Measure::Openings,
        "self-employed" => Measure::SelfEmployed,
        "education" => Measure::Education,
        "experience" => Measure::Experience,
        "training" => Measure::Training,
        "price-index" => Measure::PriceIndex,
        _ if text.starts_with("H_") => pay(Basis::Hour),
        _ => pay(Basis::Year),
    }
}

/// `49500 USD`, `>= 208000 USD`, `13.5 %`, `206300`, `bachelor`, `not available`.
pub(crate) fn told(value: &Value) -> String {
    let number = |number: &Number| match number {
        Number::Exact(exact) => exact.normalized().to_string(),
        Number::AtLeast(bound) => format!(">= {}", bound.normalized()),
        Number::AtMost(bound) => format!("<= {}", bound.normalized()),
        Number::Range { low, high } => format!("{low} to {high}"),
    };
    match value {
        Value::Money(amount, currency) => format!("{} {currency}", number(amount)),
        Value::Percent(percent) => format!("{} %", number(percent)),
        Value::Count(count) => number(count),
        Value::Level(Level::Education(level)) => serde_json::to_string(level).unwrap().replace('"', ""),
        Value::Level(Level::Experience(level)) => format!("{level:?}"),
        Value::Level(Level::Training(level)) => serde_json::to_string(level).unwrap().replace('"', ""),
        Value::Unpublished(mark) => mark.words().to_owned(),
    }
}
