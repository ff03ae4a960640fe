//! Employment projections of the US Bureau of Labor Statistics, of every decade: tables 1.2, 1.7, 1.10 and 5.4, whose title line
//! tells decade and unit, whose header has one row or several, and which end in footnotes.

use std::borrow::Cow;
use std::ops::Range;

use super::declaration::Declaration;
use super::grid::{Grid, listed};
use super::layout::{Figures, Keys, Layout};
use super::meaning::Meaning;
use crate::fact::{Basis, Currency, Date, Decimal, Mark, Measure, Period, Statistic};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// Title and header stand among so many rows.
const HEAD: usize = 20;
/// Words of the header, in small letters.
const HEADER: &str = "national employment matrix";

/// Where everything is in `grid`; what is missing or strange is a problem. `at` is where the file is declared.
pub(super) fn layout(grid: &Grid, declared: &Declaration, at: &Span) -> (Option<Layout>, Vec<Problem>) {
    let Some((header, code)) = header(grid, declared) else {
        let help = match grid.other_sheets() {
            [] => "it should hold `National Employment Matrix title` and `code`; state its row: `header: 2`".to_owned(),
            sheets => format!("state the sheet; the others are {}", listed(sheets)),
        };
        let message = "no header of an employment projection with rows below it was found";
        return (None, vec![Problem::new(Code::DatasetColumn, Span::whole(grid.path()), message).help(help)]);
    };
    let names = names(grid, &header);
    let title = (0..header.start).map(|row| grid.cell(row, 0).into_owned()).find(|title| !title.is_empty()).unwrap_or_default();
    let words = format!("{title} {}", names.join(" "));
    let decade = decade(&title).or_else(|| names.iter().find_map(|name| decade(name)));
    let base = names.first().and_then(|name| years(name).next()).or_else(|| decade.map(|period| period.observed().year()));
    let Some(base) = base else {
        let problem = Problem::new(Code::DatasetPeriod, grid.row_span(header.start), "neither title nor header tells the years of these projections");
        return (None, vec![problem.help("keep the title line of the table as it is published")]);
    };
    let mut problems = Vec::new();
    if let Some(stated) = declared.period
        && stated.observed().year() != base
    {
        let message = format!("the period of this dataset is {stated}, and its file speaks of {}", decade.map_or(base.to_string(), |it| it.to_string()));
        problems.push(Problem::new(Code::DatasetPeriod, at.clone(), message).help("remove `period`: the file tells it"));
        return (None, problems);
    }
    let mut layout = Layout {
        first: header.end,
        keys: Keys { occupation: Some(code), ..Keys::default() },
        title: Some(usize::from(code == 0)),
        period: Some(Period::At(Date::of_year(base))),
        marks: vec![("—".to_owned(), Meaning::Mark(Mark::NotAvailable))],
        ..Layout::default()
    };
    let mut is_in_thousands = false;
    for (column, name) in names.iter().enumerate() {
        match holds(name, decade, declared.currency.unwrap_or(Currency::USD), column) {
            Holds::Figures(figures) => {
                is_in_thousands |= figures.times != Decimal::ONE;
                layout.figures.push(figures);
            }
            Holds::Level => layout.level = Some(column),
            Holds::Nothing => {}
            Holds::Unknown if column == code || Some(column) == layout.title => {}
            Holds::Unknown => {
                let message = format!("the column `{name}` is not known, so it is not read ({})", grid.column_words(column));
                problems.push(Problem::new(Code::DatasetUnknownColumn, grid.row_span(header.start), message));
            }
        }
    }
    layout.names = names;
    if layout.figures.is_empty() {
        let problem = Problem::new(Code::DatasetColumn, grid.row_span(header.start), "this header has no column of figures or levels that is known");
        problems.push(problem.help("choose the format `table`, and say in `columns` what it holds"));
        return (None, problems);
    }
    if is_in_thousands && !words.to_lowercase().contains("thousands") {
        let message = "neither title nor header says that jobs are in thousands";
        let problem = Problem::new(Code::DatasetColumn, grid.row_span(header.start), message);
        problems.push(problem.help("keep the title line of the table as it is published: `(Employment in thousands)`"));
        return (None, problems);
    }
    (Some(layout), problems)
}

/// The rows of the header, and the column of codes.
fn header(grid: &Grid, declared: &Declaration) -> Option<(Range<usize>, usize)> {
    let start = match declared.header {
        Some(stated) => stated.checked_sub(1)?,
        None => (0..grid.rows().min(HEAD)).find(|row| grid.cells(*row).any(|cell| cell.to_lowercase().contains(HEADER)))?,
    };
    let code = |row: usize| grid.cells(row).take(3).position(|cell| is_code(&cell));
    (start + 1..grid.rows().min(start + HEAD)).find_map(|row| Some((start..row, code(row)?)))
}

/// Whether `text` is a code of the matrix: two digits, a hyphen, four digits.
fn is_code(text: &str) -> bool {
    text.len() == 7 && text.bytes().enumerate().all(|(at, byte)| if at == 2 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// The name of each column: the parts of its header from top to bottom. A cell that was merged with those at its right is
/// printed once and belongs to all that have a name below it.
fn names(grid: &Grid, header: &Range<usize>) -> Vec<String> {
    let width = header.clone().map(|row| grid.width(row)).max().unwrap_or(0);
    let rows: Vec<Vec<String>> = header.clone().map(|row| grid.cells(row).map(Cow::into_owned).collect()).collect();
    let part = |row: &Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
    let mut names = Vec::with_capacity(width);
    let mut above = vec![String::new(); rows.len()];
    for column in 0..width {
        let parts: Vec<String> = rows.iter().map(|row| part(row, column)).collect();
        let has_below = |at: usize| parts.iter().skip(at + 1).any(|below| !below.is_empty());
        let mut name = Vec::new();
        for (at, (own, left)) in parts.iter().zip(&mut above).enumerate() {
            if !own.is_empty() {
                left.clone_from(own);
                name.push(own.clone());
            } else if has_below(at) {
                name.push(left.clone());
            }
        }
        name.retain(|part| !part.is_empty());
        names.push(without_marker(&name.join(", ")));
    }
    names
}

/// `name` without a marker of a footnote at its end: `(1)`, `[1]`.
fn without_marker(name: &str) -> String {
    let is_marker = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let cut = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
        let (before, marker) = name.trim_end().strip_suffix(close)?.rsplit_once(open)?;
        is_marker(marker).then(|| before.trim_end().to_owned())
    });
    cut.unwrap_or_else(|| name.to_owned())
}

/// The years in a text.
fn years(text: &str) -> impl Iterator<Item = i16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..=2100).contains(year))
}

/// The span of years in a text: `2016-26`, `2024–34`, `2024–2034`.
fn decade(text: &str) -> Option<Period> {
    text.match_indices(['-', '–', '—']).find_map(|(at, dash)| {
        let from = years(text.get(at.checked_sub(4)?..at)?).next()?;
        let after = text.get(at + dash.len()..)?;
        let digits = after.get(..after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len()))?;
        let to: i16 = match digits.len() {
            2 => from / 100 * 100 + digits.parse::<i16>().ok()?,
            4 => digits.parse().ok()?,
            _ => return None,
        };
        (from < to).then(|| Period::Over { from: Date::of_year(from), to: Date::of_year(to) })
    })
}

/// What a column holds.
enum Holds {
    Figures(Figures),
    /// `Summary` or `Line item`.
    Level,
    /// Nothing that is read.
    Nothing,
    Unknown,
}

/// What the column called `name` holds. Jobs, changes and openings are in thousands, which the title says.
fn holds(name: &str, decade_of_title: Option<Period>, currency: Currency, column: usize) -> Holds {
    let words = name.to_lowercase().replace("self-employed", "self employed");
    let has = |part: &str| words.contains(part);
    let year = years(name).last().map(|year| Period::At(Date::of_year(year)));
    let over = decade(name).or(decade_of_title);
    let thousands = Decimal::from(1000);
    let figures = |measure, period, times| Holds::Figures(Figures { column, measure, period, times, currency });
    // The publisher's own name, up to the years: `Labor force exit rate`.
    let short = || name.split(',').next().unwrap_or(name).trim().to_owned();
    if has("title") || has(" code") {
        Holds::Nothing
    } else if has("occupation type") {
        Holds::Level
    } else if has("handbook") || has("distribution") {
        Holds::Nothing
    } else if has("employment change") && has("percent") {
        figures(Measure::Growth, over, Decimal::ONE)
    } else if has("employment change") && (has("number") || has("numeric")) {
        figures(Measure::Change, over, thousands)
    } else if has("self employed") && has("percent") {
        figures(Measure::SelfEmployed, year, Decimal::ONE)
    } else if has("occupational openings") && has("annual average") {
        figures(Measure::Openings, over, thousands)
    } else if has("median annual wage") {
        figures(Measure::Pay(Statistic::Median, Basis::Year), year, Decimal::ONE)
    } else if has("typical education") {
        figures(Measure::Education, None, Decimal::ONE)
    } else if has("work experience") {
        figures(Measure::Experience, None, Decimal::ONE)
    } else if has("on-the-job training") {
        figures(Measure::Training, None, Decimal::ONE)
    } else if has("rate,") && has("annual average") {
        figures(Measure::Percent(short()), over, Decimal::ONE)
    } else if (has("exits,") || has("transfers,") || has("separations,")) && has("annual average") {
        figures(Measure::Count(short()), over, thousands)
    } else if words.starts_with("employment,") && year.is_some() {
        figures(Measure::Jobs, year, thousands)
    } else {
        Holds::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decade_is_read_whatever_its_dash() {
        let told = |text: &str| decade(text).map(|period| period.to_string());
        assert_eq!(told("projections, 2016-26, and"), Some("2016 to 2026".to_owned()));
        assert_eq!(told("projected 2024–34 (Employment"), Some("2024 to 2034".to_owned()));
        assert_eq!(told("projections, 2024–2034, and"), Some("2024 to 2034".to_owned()));
        assert_eq!([told("on-the-job"), told("2024-"), told("é-26"), told("2034-24")], [None, None, None, None]);
    }

    #[test]
    fn markers_of_footnotes_are_no_part_of_a_name() {
        assert_eq!(
            ["Median annual wage, 2017(1)", "Wage, 2024[1]", "Content (OOH)"].map(without_marker),
            ["Median annual wage, 2017", "Wage, 2024", "Content (OOH)"]
        );
    }
}
