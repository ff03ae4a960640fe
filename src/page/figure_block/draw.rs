//! The chart of a block of figures.

use super::grid::{Grid, GridRow, with_time};
use super::rows;
use crate::chart::{Bar, BarChart, Group, Length, LineChart, Point, Series, bars, lines};
use crate::fact::{Fact, Measure, Number};
use crate::figures::of_block;
use crate::guide::body::{By, FigureBlock, Shows};
use crate::page::given::Given;
use crate::words::Words;

/// The chart of the first column of `grid` as SVG; `None` if it holds no two numbers to compare.
pub(super) fn chart(given: &Given, block: &FigureBlock, grid: &Grid, id: &str, title: &str) -> Option<String> {
    let id = format!("{id}-chart");
    if block.shows == Shows::Pay(By::Year) {
        return over_years(given, grid, id, title);
    }
    let groups = match block.shows {
        Shows::Outlook => outlook(given, block, grid),
        Shows::Pay(By::Percentile) => percentiles(given, block, grid),
        _ => plain(given, grid, block.shows == Shows::Education),
    };
    let told = groups.iter().flat_map(|group| &group.bars).filter(|bar| bar.length != Length::Unknown).count();
    if told < 2 {
        return None;
    }
    let description = described(given.words(), &groups);
    Some(bars(&BarChart { id, title: title.to_owned(), description, groups }))
}

fn bar(given: &Given, grid: &Grid, label: &str, fact: Option<&Fact>, is_comparison: bool) -> Bar {
    let words = |fact: &Fact| match grid.other_time(given, fact) {
        Some(time) => with_time(&given.voice.fact(fact), &time),
        None => given.voice.fact(fact),
    };
    let value = fact.map_or_else(|| given.words().no_figure.text().to_owned(), words);
    Bar { label: label.to_owned(), value, length: fact.map_or(Length::Unknown, |fact| rows::length(fact.value())), is_comparison }
}

/// A bar for each row. Levels of education come with half a sentence that explains them, which the table below has.
fn plain(given: &Given, grid: &Grid, is_education: bool) -> Vec<Group> {
    let is_alone = |short: &str| !short.is_empty() && grid.rows.iter().filter(|row| rows::short(&row.label) == short).count() == 1;
    let label = |row: &GridRow| Some(rows::short(&row.label)).filter(|short| is_education && is_alone(short)).unwrap_or(&row.label).to_owned();
    let bars = grid.rows.iter().map(|row| bar(given, grid, &label(row), row.facts.first().and_then(|it| it.as_deref()), false)).collect();
    // Of several columns only the first is drawn: where their unit stands with each, the chart says which it is.
    vec![Group { heading: grid.columns.first().filter(|_| grid.is_mixed()).cloned(), bars }]
}

/// A group for each percentile, all occupations beside this one where they are known.
fn percentiles(given: &Given, block: &FigureBlock, grid: &Grid) -> Vec<Group> {
    let Some(compared) = grid.compared else { return plain(given, grid, false) };
    let own = rows::occupation(given, block);
    let group = |row: &GridRow| {
        let fact = |at: usize| row.facts.get(at).and_then(|it| it.as_deref());
        let all = fact(compared).map(|fact| bar(given, grid, given.words().all_occupations.text(), Some(fact), true));
        Group { heading: Some(row.label.clone()), bars: std::iter::once(bar(given, grid, &own, fact(0), false)).chain(all).collect() }
    };
    grid.rows.iter().map(group).collect()
}

/// Growth, all occupations beside this one.
fn outlook(given: &Given, block: &FigureBlock, grid: &Grid) -> Vec<Group> {
    let of = |fact: &std::sync::Arc<Fact>| {
        let is_all = fact.topic.occupation.as_deref() == Some(of_block::ALL_OCCUPATIONS);
        let label = if is_all { given.words().all_occupations.text().to_owned() } else { rows::occupation(given, block) };
        bar(given, grid, &label, Some(fact), is_all)
    };
    vec![Group { heading: None, bars: grid.facts().filter(|fact| fact.topic.measure == Measure::Growth).map(of).collect() }]
}

fn over_years(given: &Given, grid: &Grid, id: String, title: &str) -> Option<String> {
    let mut nominal = Vec::new();
    let mut real = Vec::new();
    // What is no single number: top codes, and years without a figure.
    let mut beside = Vec::new();
    for (at, row) in grid.rows.iter().enumerate() {
        let Some(fact) = row.facts.first().and_then(|it| it.as_deref()) else { continue };
        let value = given.voice.fact(fact);
        let is_exact = fact.value().exact().is_some();
        if !is_exact {
            beside.push(format!("{}: {value}.", row.label));
        }
        let point = |number: Number, value: String| Point { at: rows::months(fact), when: row.label.clone(), number: number.low(), value, is_bound: !is_exact };
        nominal.extend(fact.value().number().map(|number| point(number, value)));
        let derived = grid.derived.as_ref().and_then(|(_, derived)| derived.get(at)?.clone());
        real.extend(derived.and_then(|it| Some(point(it.value.number()?, it.words))));
    }
    if nominal.len() < 2 {
        return None;
    }
    let description = given.words().chart_over_years.with(&[
        ("first", nominal.first().map_or("", |it| &it.value)),
        ("from", nominal.first().map_or("", |it| &it.when)),
        ("last", nominal.last().map_or("", |it| &it.value)),
        ("to", nominal.last().map_or("", |it| &it.when)),
    ]);
    let description = std::iter::once(description).chain(beside).collect::<Vec<_>>().join(" ");
    let mut series = vec![Series { name: given.words().as_paid.text().to_owned(), points: nominal, is_comparison: false }];
    if let Some((heading, _)) = grid.derived.as_ref().filter(|_| !real.is_empty()) {
        series.push(Series { name: heading.clone(), points: real, is_comparison: true });
    }
    Some(lines(&LineChart { id, title: title.to_owned(), description, series }))
}

/// What the chart shows, for those who cannot see it: its ends. The table below it has every number.
fn described(words: &Words, groups: &[Group]) -> String {
    let all: Vec<(&Bar, String)> = groups
        .iter()
        .flat_map(|group| group.bars.iter().map(move |bar| (bar, group.heading.as_ref().map_or_else(|| bar.label.clone(), |it| words.list(&[&bar.label, it])))))
        .collect();
    let size = |(bar, _): &&(&Bar, String)| match bar.length {
        Length::Exact(number) | Length::AtLeast(number) => Some(number),
        Length::Unknown => None,
    };
    let told: Vec<&(&Bar, String)> = all.iter().filter(|it| size(it).is_some()).collect();
    let (Some((low, low_name)), Some((high, high_name))) = (told.iter().min_by_key(|it| size(it)), told.iter().max_by_key(|it| size(it))) else {
        return String::new();
    };
    words.chart_of_bars.count(told.len(), &[("low", &low.value), ("low_name", low_name), ("high", &high.value), ("high_name", high_name)])
}
