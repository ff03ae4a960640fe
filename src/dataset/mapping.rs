//! Any table, by the mapping that an author writes: which column holds what.

use std::borrow::Cow;

use super::declaration::{Columns, DecimalSign, Declaration, FigureColumn, MeasureName, Precision};
use super::doubtful::doubtful;
use super::grid::{Grid, listed};
use super::layout::{Figures, Keys, Layout};
use super::said::Said;
use crate::fact::{Currency, Decimal, Measure};
use crate::problem::{Code, Problem};
use crate::source::Span;
use crate::tree::nearest;

/// The header stands among so many rows.
const HEAD: usize = 20;

/// Where everything is in `grid`; what is missing or strange is a problem. `at` is where the file is declared.
pub(super) fn layout(grid: &Grid, declared: &Declaration, at: &Span) -> (Option<Layout>, Vec<Problem>) {
    let Some(columns) = &declared.columns else {
        let problem = Problem::new(Code::MissingField, at.clone(), "`columns` is missing");
        return (None, vec![problem.help("say which column holds what: `columns: { occupation: Code, figures: [...] }`")]);
    };
    let mut problems = Vec::new();
    let measured: Vec<_> = columns.figures.iter().flatten().filter_map(|it| figure(it, at).map_err(|problem| problems.push(problem)).ok()).collect();
    let Columns { occupation, title, area, area_title, industry, industry_title, period, .. } = columns;
    let keys = [occupation, area, industry, period];
    if measured.is_empty() && problems.is_empty() {
        problems
            .push(Problem::new(Code::MissingField, at.clone(), "no column of figures is named").help("add one: `figures: [{ column: Jobs, measure: jobs }]`"));
    }
    if keys.iter().all(|key| key.is_none()) {
        let problem = Problem::new(Code::MissingField, at.clone(), "no column is named by which a row could be found");
        problems.push(problem.help("name the column of the `occupation`, `area`, `industry` or `period`"));
    }
    let wanted: Vec<&str> = keys.into_iter().chain([title, area_title, industry_title]).flatten().map(String::as_str).collect();
    let wanted: Vec<&str> = wanted.into_iter().chain(measured.iter().map(|(name, ..)| name.as_str())).collect();
    if wanted.is_empty() {
        return (None, problems);
    }
    let Some(header) = header(grid, declared, &wanted) else {
        let help = match grid.other_sheets() {
            [] => format!("its first row is {}", listed(&grid.cells(0).collect::<Vec<_>>())),
            sheets => format!("state the sheet; the others are {}", listed(sheets)),
        };
        problems.push(Problem::new(Code::DatasetColumn, Span::whole(grid.path()), format!("no row holds the names {}", listed(&wanted))).help(help));
        return (None, problems);
    };
    let names: Vec<String> = grid.cells(header).map(Cow::into_owned).collect();
    for name in &wanted {
        problems.extend(match names.iter().filter(|it| it == name).count() {
            1 => None,
            0 => {
                let help = nearest(name, names.iter().map(String::as_str))
                    .map_or_else(|| format!("its columns are {}", listed(&names)), |near| format!("did you mean `{near}`?"));
                Some(
                    Problem::new(Code::DatasetColumn, grid.row_span(header), format!("this header has no column `{name}`{}", grid.row_words(header)))
                        .help(help),
                )
            }
            _ => {
                let message = format!("this header has more than one column `{name}`{}", grid.row_words(header));
                Some(Problem::new(Code::DatasetColumn, grid.row_span(header), message).help("give each column a name of its own"))
            }
        });
    }
    if grid.is_cut_by(b';') && declared.decimal.is_none() {
        let problem =
            Problem::new(Code::DatasetEncoding, Span::whole(grid.path()), "semicolons stand between the cells, as where a comma is the sign before decimals");
        problems.push(problem.help("say which it is: `decimal: comma` or `decimal: point`"));
    }
    let column = |name: &str| names.iter().position(|it| it == name);
    let said: Vec<Said> = measured.iter().filter_map(|(name, measure, mapped)| Some(Said { name, column: column(name)?, measure, mapped })).collect();
    problems.extend(doubtful(grid, header, declared, &said, at));
    let tells_time = period.is_some() || declared.period.is_some() || measured.iter().all(|(_, _, it)| it.period.is_some());
    if !tells_time {
        let problem = Problem::new(Code::DatasetPeriod, at.clone(), "nothing tells the time that these figures speak of");
        problems.push(problem.help("state it: `period: 2024-05`, of a projection `period: { from: 2024, to: 2034 }`; or name the column of the `period`"));
    }
    if !problems.is_empty() {
        return (None, problems);
    }
    let is_index = measured.iter().all(|(_, measure, _)| *measure == Measure::PriceIndex);
    let find = |name: &Option<String>| name.as_ref().and_then(|name| names.iter().position(|it| it == name));
    let figures = measured.into_iter().filter_map(|(name, measure, it)| {
        Some(Figures {
            column: names.iter().position(|header| *header == name)?,
            measure,
            period: it.period,
            times: it.times.unwrap_or(Decimal::ONE),
            currency: it.currency.or(declared.currency).unwrap_or(Currency::USD),
        })
    });
    let layout = Layout {
        first: header + 1,
        keys: Keys { occupation: find(occupation), area: find(area), industry: find(industry), period: find(period) },
        title: find(title),
        area_title: find(area_title),
        industry_title: find(industry_title),
        // Publishers date the index of a month by its first day.
        precision: columns.period_counts.or(is_index.then_some(Precision::Month)),
        figures: figures.collect(),
        period: declared.period,
        marks: declared.marks.iter().flatten().map(|(text, meaning)| (text.trim().to_owned(), *meaning)).collect(),
        decimal: declared.decimal.unwrap_or(DecimalSign::Point),
        names,
        ..Layout::default()
    };
    (Some(layout), problems)
}

/// The row with most of the names; the first of several. `None` if none has any.
fn header(grid: &Grid, declared: &Declaration, wanted: &[&str]) -> Option<usize> {
    let found = |row: usize| wanted.iter().filter(|name| grid.cells(row).any(|cell| cell == **name)).count();
    if let Some(stated) = declared.header {
        return stated.checked_sub(1).filter(|row| *row < grid.rows());
    }
    let counted = (0..grid.rows().min(HEAD)).map(|row| (found(row), row)).filter(|(count, _)| *count > 0);
    counted.max_by_key(|(count, row)| (*count, usize::MAX - row)).map(|(_, row)| row)
}

/// The header and measure of a column of figures.
fn figure<'d>(column: &'d FigureColumn, at: &Span) -> Result<(String, Measure, &'d FigureColumn), Problem> {
    let missing = |field: &str, help: &str| {
        let of = column.column.as_ref().map_or("a column of figures".to_owned(), |name| format!("the column `{name}`"));
        Problem::new(Code::MissingField, at.clone(), format!("`{field}` of {of} is missing")).help(help)
    };
    let name = column.column.clone().ok_or_else(|| missing("column", "write the name that stands in its header"))?;
    let own = || column.name.clone().unwrap_or_else(|| name.clone());
    let measure = match column.measure.ok_or_else(|| missing("measure", "write what it measures: `pay`, `jobs`, `percent` or the like"))? {
        MeasureName::Pay => Measure::Pay(
            column.statistic.ok_or_else(|| missing("statistic", "write `median`, `mean`, `p10` or the like"))?,
            column.basis.ok_or_else(|| missing("basis", "write `hour`, `day`, `week`, `month` or `year`"))?,
        ),
        MeasureName::Jobs => Measure::Jobs,
        MeasureName::Change => Measure::Change,
        MeasureName::Growth => Measure::Growth,
        MeasureName::Openings => Measure::Openings,
        MeasureName::SelfEmployed => Measure::SelfEmployed,
        MeasureName::IndustryShare => Measure::IndustryShare,
        MeasureName::EducationShare => Measure::EducationShare(column.category.ok_or_else(|| missing("category", "write its number, from 1 to 12"))?),
        MeasureName::SkillImportance => Measure::SkillImportance(column.element.clone().ok_or_else(|| missing("element", "write its id, such as `2.A.1.a`"))?),
        MeasureName::HoursPerWeek => Measure::HoursPerWeek,
        MeasureName::PriceIndex => Measure::PriceIndex,
        MeasureName::Price => Measure::Price(own()),
        MeasureName::Count => Measure::Count(own()),
        MeasureName::Percent => Measure::Percent(own()),
    };
    Ok((name, measure, column))
}
