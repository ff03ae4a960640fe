//! Wages and jobs of the US Bureau of Labor Statistics (OEWS), of every year: which column holds what, though names drift.
//!
//! Source: `Field Descriptions` in the workbooks of May 2020 and May 2024.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::declaration::{Declaration, TopCode};
use super::grid::{Grid, listed};
use super::layout::{Figures, Keys, Layout, Whole};
use super::meaning::Meaning;
use crate::fact::{self, Basis, Currency, Date, Decimal, Mark, Measure, Period, Statistic};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// The header stands among so many rows.
const HEAD: usize = 20;

/// So many columns that are not known are told one by one.
const MOST_UNKNOWN: usize = 20;

/// Names of earlier years, with those of today.
const DRIFT: [(&str, &str); 6] =
    [("AREA_NAME", "AREA_TITLE"), ("STATE", "AREA_TITLE"), ("ST", "PRIM_STATE"), ("OCC_GROUP", "O_GROUP"), ("GROUP", "O_GROUP"), ("LOC_Q", "LOC_QUOTIENT")];

/// Columns that nothing is read from.
const PASSED_OVER: [&str; 2] = ["PRIM_STATE", "OWN_CODE"];

/// Where everything is in `grid`; what is missing or strange is a problem. `at` is where the file is declared.
pub(super) fn layout(grid: &Grid, declared: &Declaration, at: &Span) -> (Option<Layout>, Vec<Problem>) {
    let mut problems = Vec::new();
    let Some(header) = header(grid, declared) else {
        let sheets = grid.other_sheets();
        let help = match (declared.header, sheets) {
            (Some(_), _) => "state the right `header`, or none".to_owned(),
            (None, []) => "state its row: `header: 5`; or choose another format".to_owned(),
            (None, sheets) => format!("state the sheet; the others are {}", listed(sheets)),
        };
        return (None, vec![Problem::new(Code::DatasetColumn, Span::whole(grid.path()), "no header with a column `OCC_CODE` was found").help(help)]);
    };
    let printed: Vec<String> = grid.cells(header).map(Cow::into_owned).collect();
    let names: Vec<String> = printed.iter().map(|name| known_name(name)).collect();
    let mut earlier = BTreeSet::new();
    let mut unknown = Vec::new();
    for (column, name) in names.iter().enumerate() {
        if !name.is_empty() && !earlier.insert(name) {
            let message = format!("this header has two columns `{name}`{}", grid.row_words(header));
            problems.push(Problem::new(Code::DatasetColumn, grid.row_span(header), message).help("remove one of them"));
        }
        if !is_known(name) {
            let printed = printed.get(column).map_or("", String::as_str);
            let message = format!("the column `{printed}` is not known, so it is not read ({})", grid.column_words(column));
            unknown.push(Problem::new(Code::DatasetUnknownColumn, grid.row_span(header), message));
        }
    }
    if unknown.len() > MOST_UNKNOWN {
        let message = format!("{} more columns are not known, so they are not read{}", unknown.len() - MOST_UNKNOWN, grid.row_words(header));
        unknown.truncate(MOST_UNKNOWN);
        unknown.push(Problem::new(Code::DatasetUnknownColumn, grid.row_span(header), message));
    }
    problems.extend(unknown);
    let find = |name: &str| names.iter().position(|it| it == name);
    let figures: Vec<Figures> = names
        .iter()
        .enumerate()
        .filter_map(|(column, name)| Some(Figures { currency: declared.currency.unwrap_or(Currency::USD), ..Figures::new(column, measure(name)?) }))
        .collect();
    if figures.is_empty() {
        let problem = Problem::new(Code::DatasetColumn, grid.row_span(header), format!("this header has no column of figures{}", grid.row_words(header)));
        problems.push(problem.help("columns of figures are TOT_EMP, H_MEDIAN, A_MEDIAN and the like"));
        return (None, problems);
    }
    let (period, wrong) = period(grid, declared, at);
    problems.extend(wrong);
    // Without a time no figure can be read.
    let Some(period) = period else { return (None, problems) };
    let layout = Layout {
        first: header + 1,
        keys: Keys { occupation: find("OCC_CODE"), area: find("AREA"), industry: find("NAICS"), period: None },
        title: find("OCC_TITLE"),
        level: find("O_GROUP"),
        area_title: find("AREA_TITLE"),
        area_level: find("AREA_TYPE"),
        industry_title: find("NAICS_TITLE"),
        industry_level: find("I_GROUP"),
        annual_only: find("ANNUAL"),
        hourly_only: find("HOURLY"),
        figures,
        period: Some(period),
        whole: Whole { area: "99", industry: "000000" },
        marks: [("", Mark::NotApplicable), ("*", Mark::NotAvailable), ("**", Mark::NotAvailable), ("~", Mark::BelowThreshold)]
            .map(|(text, mark)| (text.to_owned(), Meaning::Mark(mark)))
            .into_iter()
            .chain([("#".to_owned(), Meaning::TopCode)])
            .collect(),
        names,
        ..Layout::default()
    };
    let (top_code, wrong) = top_code(grid, &layout, declared, at);
    problems.extend(wrong);
    (Some(Layout { top_code, ..layout }), problems)
}

fn header(grid: &Grid, declared: &Declaration) -> Option<usize> {
    let has_code = |row: &usize| grid.cells(*row).any(|cell| known_name(&cell) == "OCC_CODE");
    match declared.header {
        Some(stated) => stated.checked_sub(1).filter(has_code),
        None => (0..grid.rows().min(HEAD)).find(has_code),
    }
}

/// A header as it is written today: `occ code` is `OCC_CODE`.
fn known_name(printed: &str) -> String {
    let name = printed.trim().to_uppercase().replace([' ', '-'], "_");
    DRIFT.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| (*new).to_owned())
}

fn is_known(name: &str) -> bool {
    let others = ["OCC_CODE", "OCC_TITLE", "O_GROUP", "AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "NAICS_TITLE", "I_GROUP", "ANNUAL", "HOURLY", ""];
    others.contains(&name) || PASSED_OVER.contains(&name) || measure(name).is_some()
}

/// What a column measures. Shares, errors and quotients keep the publisher's name.
fn measure(name: &str) -> Option<Measure> {
    match name {
        "TOT_EMP" => return Some(Measure::Jobs),
        "EMP_PRSE" | "MEAN_PRSE" | "PCT_TOTAL" | "PCT_RPT" => return Some(Measure::Percent(name.to_owned())),
        "JOBS_1000" | "LOC_QUOTIENT" => return Some(Measure::Count(name.to_owned())),
        _ => {}
    }
    let (basis, rest) = [("H_", Basis::Hour), ("A_", Basis::Year)].into_iter().find_map(|(start, basis)| Some((basis, name.strip_prefix(start)?)))?;
    let statistic = match rest {
        "MEAN" => Statistic::Mean,
        "PCT10" => Statistic::P10,
        "PCT25" => Statistic::P25,
        "MEDIAN" => Statistic::Median,
        "PCT75" => Statistic::P75,
        "PCT90" => Statistic::P90,
        _ => return None,
    };
    Some(Measure::Pay(statistic, basis))
}

/// The time of the figures: as declared, or May of the year in the name of the file (`national_M2024_dl.xlsx`).
fn period(grid: &Grid, declared: &Declaration, at: &Span) -> (Option<Period>, Option<Problem>) {
    let named = year_in_name(grid.path().file_name());
    let help = "state it: `period: 2024-05`";
    match (declared.period, named) {
        (Some(stated), Some(year)) if stated.observed().year() != year => {
            let message = format!("the period of this dataset is {stated}, and its file is called `{}`", grid.path().file_name());
            (None, Some(Problem::new(Code::DatasetPeriod, at.clone(), message).help("correct the one or the other")))
        }
        (Some(stated), _) => (Some(stated), None),
        (None, Some(year)) => (Some(Period::At(Date::of_month(year, 5))), None),
        (None, None) => {
            let message = format!("nothing tells the time that the figures of `{}` speak of", grid.path().file_name());
            (None, Some(Problem::new(Code::DatasetPeriod, at.clone(), message).help(help)))
        }
    }
}

/// The year in a name such as `natsector_M2024_dl.xlsx` or `all_data_M_2023.xlsx`.
fn year_in_name(name: &str) -> Option<i16> {
    let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let year = |text: &str| text.parse::<i16>().ok().filter(|year| text.len() == 4 && (1997..=2100).contains(year));
    let joined = parts.iter().find_map(|part| year(part.strip_prefix("May").or_else(|| part.strip_prefix('M'))?));
    joined.or_else(|| parts.iter().zip(parts.iter().skip(1)).find_map(|(m, next)| year(next).filter(|_| *m == "M")))
}

/// What `#` stands for. A problem where that is told in two ways, or is not known and is needed.
fn top_code(grid: &Grid, layout: &Layout, declared: &Declaration, at: &Span) -> (TopCode, Option<Problem>) {
    let year = layout.period.map_or(0, |period| period.observed().year());
    let known = TopCode { hour: fact::top_code(year, Basis::Hour), year: fact::top_code(year, Basis::Year) };
    let stated = declared.top_code.unwrap_or_default();
    let differ = |stated: Option<Decimal>, known: Option<Decimal>| stated.zip(known).is_some_and(|(stated, known)| stated != known);
    if differ(stated.hour, known.hour) || differ(stated.year, known.year) {
        let amounts = [known.hour, known.year].map(|amount| amount.map_or(String::new(), |amount| amount.to_string()));
        let message = format!("the top code of {year} is {} an hour and {} a year", amounts.first().map_or("", |it| it), amounts.last().map_or("", |it| it));
        return (known, Some(Problem::new(Code::DatasetTopCode, at.clone(), message).help("remove `top_code`, or correct the period")));
    }
    let top_code = TopCode { hour: stated.hour.or(known.hour), year: stated.year.or(known.year) };
    if top_code.hour.is_some() && top_code.year.is_some() {
        return (top_code, None);
    }
    let Some(row) = grid.holds(layout.first, "#") else { return (top_code, None) };
    let message = format!("`#` stands for a limit of {year} or more that is not known{}", grid.row_words(row));
    let help = "state it as the publisher's notes do: `top_code: { hour: 115.00, year: 239200 }`";
    (top_code, Some(Problem::new(Code::DatasetTopCode, grid.row_span(row), message).help(help)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_recognised_in_the_publishers_file_names() {
        for (name, year) in [
            ("national_M2024_dl.xlsx", Some(2024)),
            ("all_data_M_2023.xlsx", Some(2023)),
            ("national_May2021_dl.csv", Some(2021)),
            ("wages.csv", None),
            ("M20245.csv", None),
            ("CM2024.csv", None),
        ] {
            assert_eq!(year_in_name(name), year, "{name}");
        }
    }

    #[test]
    fn names_of_columns_may_drift() {
        assert_eq!(["LOC QUOTIENT", "occ_code", "AREA_NAME", "Occ_Group"].map(known_name), ["LOC_QUOTIENT", "OCC_CODE", "AREA_TITLE", "O_GROUP"]);
    }
}
