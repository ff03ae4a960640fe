//! The rows of a block of figures.

use std::sync::Arc;

use super::grid::{Derived, Grid, GridRow};
use crate::fact::reference::{measure, name_of_pay};
use crate::fact::{Basis, Decimal, Fact, Measure, Number, Reference, Statistic, Value};
use crate::figures::{Absent, List, Listed, Rows, currencies, of_block};
use crate::guide::body::{By, FigureBlock, Shows};
use crate::page::given::Given;
use crate::page::words;
use crate::words::Words;

/// The figures of `block`, or why there are none.
pub(super) fn grid(given: &Given, block: &FigureBlock) -> Result<Grid, Absent> {
    if let Some(list) = List::of(block) {
        let none = || Absent::new("nothing is known of these figures", "declare a dataset that has them");
        let listed = given.figures.lists.get(&list).ok_or_else(none)?.as_ref().map_err(Clone::clone)?;
        return Ok(of_list(given, &list, listed));
    }
    match block.shows {
        Shows::Pay(By::Occupation) | Shows::Compare => of_occupations(given, block, &of_block::occupations(block).collect::<Vec<_>>(), &of_block::names(block)),
        Shows::Similar => {
            let codes: Vec<_> = block.occupations.iter().cloned().map(Some).collect();
            of_occupations(given, block, &codes, &of_block::SIMILAR.map(str::to_owned))
        }
        Shows::Outlook => outlook(given, block),
        _ => of_statistics(given, block),
    }
}

/// Percentiles or experience, a column for each time of work; and one for all occupations, if there is a chart to compare with them.
fn of_statistics(given: &Given, block: &FigureBlock) -> Result<Grid, Absent> {
    let bases = of_block::bases(block);
    let find = |code: Option<String>, statistic: Statistic, basis: Basis| fact(given, &of_block::reference(block, code, &name_of_pay(statistic, basis)?));
    let statistics = of_block::statistics(block);
    let is_told = |basis: &Basis| statistics.iter().any(|it| find(block.occupation.clone(), *it, *basis).is_some_and(|fact| fact.value().number().is_some()));
    let own = |basis: &Basis| statistics.iter().filter_map(|it| find(block.occupation.clone(), *it, *basis)).collect::<Vec<_>>();
    let all = |basis: &Basis| statistics.iter().filter_map(|it| find(Some(of_block::ALL_OCCUPATIONS.to_owned()), *it, *basis)).collect::<Vec<_>>();
    let is_comparable = |basis: &Basis| currencies::two(own(basis).iter().chain(&all(basis)).map(|fact| &**fact)).is_none();
    let compared = of_block::compared_basis(block).filter(is_told).filter(is_comparable);
    let row = |statistic: &Statistic| {
        let own = bases.iter().map(|basis| find(block.occupation.clone(), *statistic, *basis));
        let all = compared.iter().map(|basis| find(Some(of_block::ALL_OCCUPATIONS.to_owned()), *statistic, *basis));
        GridRow { label: words::statistic(given.words(), *statistic).to_owned(), path: None, facts: own.chain(all).collect() }
    };
    let has_own = |row: &GridRow| row.facts.iter().take(bases.len()).any(Option::is_some);
    let rows: Vec<GridRow> = statistics.iter().map(row).filter(has_own).collect();
    let is_by_experience = block.shows == Shows::Pay(By::Experience);
    if rows.len() < 2 && is_by_experience {
        let help = "write facts with `statistic: starter` and `statistic: experienced` in the front matter";
        return Err(Absent::new("there is no pay of beginners and of the experienced", help));
    }
    if rows.len() < 2 {
        let names: Vec<String> = statistics.iter().filter_map(|it| name_of_pay(*it, *bases.first()?)).collect();
        return Err(absent(given, block, names.iter().map(String::as_str)));
    }
    let words = given.words();
    let mut columns: Vec<String> = bases.iter().map(|basis| words.pay.with(&[("basis", words::basis(words, *basis))])).collect();
    columns.extend(compared.iter().map(|basis| words.all_occupations_pay.with(&[("basis", words::basis(words, *basis))])));
    let first = if is_by_experience { &words.column_experience } else { &words.column_percentile }.text().to_owned();
    Ok(Grid { first, columns, rows, compared: compared.map(|_| bases.len()), ..Grid::default() })
}

fn outlook(given: &Given, block: &FigureBlock) -> Result<Grid, Absent> {
    let words = given.words();
    let when = |fact: &Fact| fact.topic.period.map(|period| format!("{}{}", words.comma.text(), given.voice.period(period))).unwrap_or_default();
    let find = |code: Option<String>, name: &str| fact(given, &of_block::reference(block, code, name));
    let row = |fact: Arc<Fact>, is_of_all: bool| {
        let measure = words::measure(words, &fact.topic.measure);
        let measure = if is_of_all { words.measure_of_all.with(&[("measure", &measure)]) } else { measure };
        GridRow { label: format!("{measure}{}", when(&fact)), path: None, facts: vec![Some(fact)] }
    };
    let mut rows: Vec<GridRow> = Vec::new();
    for own in of_block::OUTLOOK.iter().filter_map(|name| find(block.occupation.clone(), name)) {
        // Growth of another decade would be another thing.
        let all = find(Some(of_block::ALL_OCCUPATIONS.to_owned()), "growth")
            .filter(|all| all.topic.measure == own.topic.measure && all.topic.period == own.topic.period);
        rows.push(row(own, false));
        rows.extend(all.map(|all| row(all, true)));
    }
    if rows.is_empty() {
        return Err(absent(given, block, ["growth", "jobs"].into_iter()));
    }
    Ok(Grid { first: words.column_figure.text().to_owned(), columns: vec![words.column_value.text().to_owned()], rows, says_period: true, ..Grid::default() })
}

/// A row for each occupation, a column for each figure.
fn of_occupations(given: &Given, block: &FigureBlock, codes: &[Option<String>], names: &[String]) -> Result<Grid, Absent> {
    let row = |code: &Option<String>| {
        let facts = names.iter().map(|name| fact(given, &of_block::reference(block, code.clone(), name))).collect();
        let label = code.as_ref().map_or_else(|| own_name(given), |code| title(given, code));
        GridRow { label, path: code.as_ref().and_then(|code| path(given, code)), facts }
    };
    let is_own = |code: &Option<String>| code.is_none();
    let own_code = given.page().and_then(|page| page.head.front.occupation.as_ref()?.soc.as_ref());
    // The page's own occupation, named again by its code, has its row.
    let is_again = |code: &Option<String>| code.as_ref().is_some_and(|code| Some(code) == own_code && codes.iter().any(is_own));
    let mut rows: Vec<(bool, GridRow)> = codes.iter().filter(|code| !is_again(code)).map(|code| (is_own(code), row(code))).collect();
    // A page about no occupation has no row of its own.
    rows.retain(|(is_own, row)| !is_own || row.facts.iter().any(Option::is_some));
    let rows: Vec<GridRow> = rows.into_iter().map(|(_, row)| row).collect();
    if rows.iter().all(|row| row.facts.iter().all(Option::is_none)) {
        return Err(absent(given, block, names.iter().map(String::as_str)));
    }
    let first = given.words().column_occupation.text().to_owned();
    let mut grid = Grid { first, rows, ..Grid::default() };
    grid.columns = names.iter().enumerate().map(|(at, name)| heading(given, &grid, at, name)).collect();
    let chose_none = block.figures.is_empty() && !matches!(block.shows, Shows::Pay(_));
    let place = |wanted: &str| names.iter().position(|name| name == wanted);
    if let (true, Some(yearly), Some(hourly)) = (chose_none, place("pay"), place(of_block::HOURLY))
        && !grid.rows.iter().any(|row| has_number(row, hourly) && !has_number(row, yearly))
    {
        grid.drop_column(hourly);
    }
    Ok(grid)
}

fn has_number(row: &GridRow, at: usize) -> bool {
    row.facts.get(at).and_then(Option::as_ref).is_some_and(|fact| fact.value().number().is_some())
}

fn of_list(given: &Given, list: &List, listed: &Listed) -> Grid {
    let words = given.words();
    let row = |row: &crate::figures::Row| {
        let (label, path) = match list.of {
            Rows::Years => (row.facts.first().and_then(|it| it.as_ref()?.topic.period).map(|it| given.voice.period(it)).unwrap_or_default(), None),
            Rows::Similar => (guide_name(given, &row.code).unwrap_or_else(|| row.title.clone()), path(given, &row.code)),
            Rows::Education if row.title.is_empty() => (words.education_category.with(&[("category", &row.code)]), None),
            _ => (row.title.clone(), None),
        };
        GridRow { label, path, facts: row.facts.clone() }
    };
    let first = match list.of {
        Rows::Industries => &words.column_industry,
        Rows::Areas => &words.column_area,
        Rows::Years => &words.column_time,
        Rows::Education => &words.column_education,
        Rows::Skills => &words.column_skill,
        Rows::Similar => &words.column_occupation,
    };
    let first = first.text().to_owned();
    let mut grid = Grid {
        first,
        rows: listed.rows.iter().map(row).collect(),
        says_period: list.of == Rows::Years,
        chosen_by: listed.chosen_by.clone(),
        ..Grid::default()
    };
    grid.columns = listed.measures.iter().enumerate().map(|(at, it)| column(given, &grid, at, it)).collect();
    let as_paid = (list.of == Rows::Years && list.prices.is_none()).then(|| format!("{}.", words.as_paid.text()));
    grid.remark = as_paid.into_iter().chain(remark(words, listed, list.of)).reduce(|first, second| format!("{first} {second}"));
    grid.missing.clone_from(&listed.missing);
    if list.prices.is_some() {
        grid.derived = real(given, &grid);
        grid.derived_with = grid.rows.last().and_then(|row| row.facts.get(1)?.clone());
        grid.columns.truncate(1);
        grid.rows.iter_mut().for_each(|row| row.facts.truncate(1));
    }
    grid
}

/// Pay in the prices of the last time, worked out by the price index in the second column.
fn real(given: &Given, grid: &Grid) -> Option<(String, Vec<Option<Derived>>)> {
    let last = grid.rows.last()?;
    let now = last.facts.get(1)?.as_ref()?.value().exact()?;
    let of = |row: &GridRow| {
        let pay = row.facts.first()?.as_ref()?;
        let then = row.facts.get(1)?.as_ref()?.value().exact()?;
        let Value::Money(number, currency) = pay.value() else { return None };
        let places = if pay.basis() == Some(Basis::Hour) { 2 } else { 0 };
        let in_prices_of_now = |amount: Decimal| Some(amount.checked_mul(now)?.checked_div(then)?.rounded(places));
        let number = match *number {
            Number::Exact(amount) => Number::Exact(in_prices_of_now(amount)?),
            Number::AtLeast(amount) => Number::AtLeast(in_prices_of_now(amount)?),
            Number::AtMost(amount) => Number::AtMost(in_prices_of_now(amount)?),
            Number::Range { low, high } => Number::Range { low: in_prices_of_now(low)?, high: in_prices_of_now(high)? },
        };
        let value = Value::Money(number, *currency);
        Some(Derived { words: given.voice.value(&value, pay.basis()), value })
    };
    Some((given.words().in_prices_of.with(&[("time", &last.label)]), grid.rows.iter().map(of).collect()))
}

fn remark(words: &Words, listed: &Listed, rows: Rows) -> Option<String> {
    let (more, withheld) = match rows {
        Rows::Industries => (&words.more_industries, &words.withheld_industries),
        Rows::Areas => (&words.more_areas, &words.withheld_areas),
        Rows::Skills => (&words.more_skills, &words.withheld_skills),
        Rows::Education => (&words.more_educations, &words.withheld_educations),
        Rows::Years => (&words.more_years, &words.withheld_years),
        Rows::Similar => (&words.more_occupations, &words.withheld_occupations),
    };
    let more = (listed.more > 0).then(|| more.count(listed.more, &[]));
    // What is left out without a name could be the largest of all.
    let names: Vec<&str> = listed.withheld.iter().map(|name| short(name)).filter(|name| !name.is_empty()).collect();
    let count = listed.unpublished + listed.withheld.len();
    let unpublished = match (names.as_slice(), count) {
        (_, 0) => None,
        (names, count) if names.len() == count && count <= MOST_NAMED => Some(words.withheld_named.with(&[("names", &names.join("; "))])),
        _ => Some(withheld.count(count, &[])),
    };
    let told: Vec<String> = more.into_iter().chain(unpublished).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// So many of what is withheld are named.
const MOST_NAMED: usize = 4;

/// What a publisher calls a row, without the explanation behind it.
pub(super) fn short(name: &str) -> &str {
    name.split([',', '(']).next().unwrap_or(name).split(" - ").next().unwrap_or(name).trim()
}

/// What a column of an occupation's figures is called, with its time if all its figures are of one and the others are not.
fn heading(given: &Given, grid: &Grid, at: usize, name: &str) -> String {
    measure(name).map_or_else(|| name.to_owned(), |measure| column(given, grid, at, &measure))
}

fn column(given: &Given, grid: &Grid, at: usize, measure: &Measure) -> String {
    let words = match measure {
        Measure::EducationShare(_) => given.words().share_of_workers.text().to_owned(),
        Measure::SkillImportance(_) => given.words().importance.text().to_owned(),
        other => words::measure(given.words(), other),
    };
    let mut periods = grid.column(at).flatten().map(|fact| fact.topic.period);
    let first = periods.next().flatten();
    let when = first.filter(|first| measure.is_of_span() && periods.all(|period| period == Some(*first)));
    when.map_or(words.clone(), |when| given.words().list(&[&words, &given.voice.period(when)]))
}

fn fact(given: &Given, reference: &Reference) -> Option<Arc<Fact>> {
    given.figures.get(reference).cloned()
}

/// Why the first of the figures called `names` is missing.
fn absent<'n>(given: &Given, block: &FigureBlock, names: impl Iterator<Item = &'n str>) -> Absent {
    let code = given.page().and_then(|page| page.head.front.occupation.as_ref()?.soc.as_ref());
    if block.occupation.as_ref().or(code).is_none() {
        let help = "write `soc` under `occupation` in the front matter, or `occupation` in the block";
        return Absent::new("this page has no occupation code, so nobody knows whose figures are meant", help);
    }
    let mut references = names.map(|name| of_block::reference(block, block.occupation.clone(), name));
    let why = references.find_map(|it| given.figures.named.get(&it)?.as_ref().err().cloned());
    let help = "write them down under `facts` in the front matter, or declare a dataset that has them";
    why.unwrap_or_else(|| Absent::new("there are no figures for this block", help))
}

/// What the occupation of `block` is called.
pub(super) fn occupation(given: &Given, block: &FigureBlock) -> String {
    block.occupation.as_ref().map_or_else(|| own_name(given), |code| title(given, code))
}

/// What the page's own occupation is called.
fn own_name(given: &Given) -> String {
    let of_page = |page: &crate::site::Page| page.head.front.occupation.as_ref().and_then(|it| it.name.clone()).unwrap_or_else(|| page.title.clone());
    given.page().map(of_page).unwrap_or_default()
}

/// What an occupation is called: by its guide, else by a publisher.
fn title(given: &Given, code: &str) -> String {
    guide_name(given, code).or_else(|| given.figures.titles.get(code).cloned()).unwrap_or_else(|| code.to_owned())
}

fn guide_name(given: &Given, code: &str) -> Option<String> {
    given.shared.guides.get(code)?.0.clone()
}

/// The way to the guide about an occupation, unless it is the page itself.
fn path(given: &Given, code: &str) -> Option<String> {
    let page = given.page()?;
    let (_, address) = given.shared.guides.get(code).filter(|(_, address)| *address != page.address)?;
    Some(page.address.to(address))
}

/// How long a bar is for a value.
pub(super) fn length(value: &Value) -> crate::chart::Length {
    use crate::chart::Length;
    match value.number() {
        Some(Number::Exact(number)) => Length::Exact(number),
        Some(Number::AtLeast(number) | Number::Range { low: number, .. }) => Length::AtLeast(number),
        Some(Number::AtMost(_)) | None => Length::Unknown,
    }
}

/// When a fact was observed, in months.
pub(super) fn months(fact: &Fact) -> Decimal {
    let date = fact.observed();
    let year = date.map_or(0, |date| i64::from(date.year()));
    let month = date.and_then(crate::fact::Date::month).map_or(0, |month| i64::from(month) - 1);
    Decimal::from(year * 12 + month)
}
