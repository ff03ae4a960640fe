//! Figures that a guide writes down: each says what it measures, has one value, and a time of the right kind.

use crate::fact::Decimal;

use super::super::{FactEntry, FrontMatter, MeasureName};
use super::codes::soc;
use super::{Judge, forms};

const MEASURES: &str = "pay\nthe measures are pay, jobs, change, growth, openings, self-employed, industry-share, hours-per-week, education, experience, \
                        training, price-index, price, count, percent";

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    for (name, entry) in front.facts.iter().flatten() {
        if !forms::is_id(name) {
            let problem =
                crate::problem::Problem::new(crate::problem::Code::InvalidValue, judge.key_span(&["facts", name]), format!("`{name}` cannot name a fact"));
            judge.problems.push(problem.help("write small letters, digits and `-` only"));
        }
        fact(entry, &["facts", name], judge);
    }
}

fn fact(entry: &FactEntry, path: &[&str; 2], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path.as_slice(), &[field]].concat();
    judge.needs("a fact", entry.measure.is_some(), &at("measure"), MEASURES);
    for (field, registry, id) in [
        ("area", "areas", &entry.area),
        ("industry", "industries", &entry.industry),
        ("source", "sources", &entry.source),
        ("dataset", "datasets", &entry.dataset),
    ] {
        forms::id(id.as_ref(), &at(field), registry, judge);
    }
    soc(entry.occupation.as_ref(), &at("occupation"), judge);
    let Some(measure) = entry.measure else { return };
    if matches!(measure, MeasureName::Price | MeasureName::Count | MeasureName::Percent) {
        let example = if measure == MeasureName::Price { "exam fee" } else { "deaths at work" };
        judge.needs_text("a fact of this measure", entry.of.as_ref(), &at("of"), example);
    }
    if measure != MeasureName::Pay {
        for (field, is_there) in [("statistic", entry.statistic.is_some()), ("per", entry.per.is_some())] {
            if is_there {
                judge.invalid(&at(field), format!("`{field}` belongs to the measure `pay`"), "take it out, or correct `measure`");
            }
        }
        if entry.currency.is_some() && measure != MeasureName::Price {
            judge.invalid(&at("currency"), "`currency` belongs to the measures `pay` and `price`", "take it out, or correct `measure`");
        }
    }
    value(entry, measure, path, judge);
    time(entry, measure, path, judge);
}

/// One value, and one that fits.
fn value(entry: &FactEntry, measure: MeasureName, path: &[&str; 2], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path.as_slice(), &[field]].concat();
    let given: Vec<&'static str> = [
        ("value", entry.value.is_some()),
        ("range", entry.range.is_some()),
        ("at_least", entry.at_least.is_some()),
        ("at_most", entry.at_most.is_some()),
        ("level", entry.level.is_some()),
        ("mark", entry.mark.is_some()),
    ]
    .into_iter()
    .filter_map(|(field, is_there)| is_there.then_some(field))
    .collect();
    let Some(first) = given.first().copied() else {
        let field = if measure.is_level() { "level" } else { "value" };
        let example = if measure.is_level() { "high-school" } else { "45780\nor name the `dataset` that gives it" };
        // A value that could not be read was told.
        let is_written = ["value", "range", "at_least", "at_most", "level", "mark"].into_iter().any(|field| judge.is_written(&at(field)));
        judge.needs("a fact", entry.dataset.is_some() || is_written, &at(field), example);
        return;
    };
    if entry.dataset.is_some() {
        let help = "leave the value to the file, or keep it and name the `source` that prints it instead of the dataset";
        judge.invalid(&at("dataset"), format!("this fact has both `{first}` and `dataset`"), help);
        return;
    }
    if let Some(second) = given.get(1).copied() {
        judge.invalid(&at(second), format!("this fact has both `{first}` and `{second}`"), "keep the one that the source prints");
        return;
    }
    match first {
        "range" => range(entry.range.as_deref().unwrap_or_default(), &at("range"), judge),
        "level" if !measure.is_level() => {
            judge.invalid(&at("level"), "a level is for the measures education, experience and training", "write the number as `value`");
        }
        "level" => level(entry, &at("level"), judge),
        "value" | "at_least" | "at_most" if measure.is_level() => {
            judge.invalid(&at(first), "this measure has levels, not numbers", "write `level`, such as `level: high-school`");
        }
        _ => {}
    }
    let most = match measure {
        MeasureName::SelfEmployed | MeasureName::IndustryShare => Some(100),
        MeasureName::HoursPerWeek => Some(168),
        // Of all who are counted, no more than all can be meant; what rises may rise by more.
        MeasureName::Percent if entry.of.as_deref().is_some_and(is_part_of_all) => Some(100),
        _ => None,
    };
    let numbers = || entry.range.iter().flatten().chain([&entry.value, &entry.at_least, &entry.at_most].into_iter().flatten());
    if let Some(number) = most.and_then(|most| numbers().find(|number| **number > Decimal::from(most))) {
        judge.invalid(&at(first), format!("{number} is more than there can be of this measure"), "look it up in the source");
    }
    if matches!(measure, MeasureName::Jobs | MeasureName::Openings | MeasureName::Change)
        && let Some(number) = numbers().find(|number| number.normalized().places() > 0)
    {
        judge.invalid(&at(first), format!("{number} is no whole number, and jobs are counted whole"), "write the number itself: 139.7 thousand are 139700");
    }
    let may_fall = matches!(measure, MeasureName::Growth | MeasureName::Change | MeasureName::Percent);
    if let Some(number) = numbers().find(|number| number.is_negative() && !may_fall) {
        judge.invalid(&at(first), format!("{number} is below zero, and this measure cannot be"), "look it up in the source");
    }
}

/// Whether `of` names some of all the people that it speaks of: `candidates who pass`, `share of workers with a degree`.
fn is_part_of_all(of: &str) -> bool {
    let of = of.to_lowercase();
    let words: Vec<&str> = of.split_whitespace().collect();
    words.contains(&"who") || words.first() == Some(&"share")
}

fn range(range: &[crate::fact::Decimal], path: &[&str], judge: &mut Judge<'_, '_>) {
    match range {
        [low, high] if low <= high => {}
        [low, high] => judge.invalid(path, format!("the range begins at {low}, above its end {high}"), "write the smaller number first"),
        _ => judge.invalid(path, "a range has two numbers", "write `[30000, 45000]`"),
    }
}

fn level(entry: &FactEntry, path: &[&str], judge: &mut Judge<'_, '_>) {
    let Some(name) = &entry.level else { return };
    if entry.measure().and_then(|measure| measure.level(name)).is_none() {
        let levels = match entry.measure {
            Some(MeasureName::Education) => "none, high-school, some-college, postsecondary-award, associate, bachelor, master, doctoral",
            Some(MeasureName::Experience) => "none, under-5-years, 5-years-or-more",
            _ => "none, short-term, moderate-term, long-term, apprenticeship, internship",
        };
        judge.invalid(path, format!("there is no level `{name}`"), format!("the levels are {levels}"));
    }
}

/// A span has both ends, in their order.
fn span(entry: &FactEntry, path: &[&str; 2], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path.as_slice(), &[field]].concat();
    match (entry.from, entry.to) {
        (Some(from), Some(to)) if from > to => judge.invalid(&at("from"), format!("`from` {from} is after `to` {to}"), "exchange the two, or correct one"),
        (Some(_), None) => judge.needs("a span", false, &at("to"), "2034"),
        (None, Some(_)) => judge.needs("a span", false, &at("from"), "2024"),
        _ => {}
    }
}

/// Growth, change and openings go from one time to another, what an author counts may; all else is of one time.
fn time(entry: &FactEntry, measure: MeasureName, path: &[&str; 2], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path.as_slice(), &[field]].concat();
    if measure.is_of_span() {
        if entry.as_of.is_some() {
            judge.invalid(&at("as_of"), "this measure speaks of a span, not of one time", "write `from: 2024` and `to: 2034`");
        }
        span(entry, path, judge);
        return;
    }
    if measure.may_be_of_span() {
        if entry.as_of.is_some() && (entry.from.is_some() || entry.to.is_some()) {
            judge.invalid(&at("as_of"), "this is of one time and of a span", "leave out `as_of`, or `from` and `to`");
        }
        span(entry, path, judge);
        return;
    }
    for (field, is_there) in [("from", entry.from.is_some()), ("to", entry.to.is_some())] {
        if is_there {
            judge.invalid(
                &at(field),
                format!("`{field}` is for growth, change, openings, `count` and `percent`"),
                "write the time as `as_of`, such as `2024-05`",
            );
        }
    }
}
