//! One file with figures in columns: finds the cell that answers a question.

use std::sync::OnceLock;

use super::absent::Absent;
use super::asked::{Asked, Named, Reading, Said};
use super::cell::{self, Unreadable};
use super::declaration::Precision;
use super::grid::Grid;
use super::index::{Index, Key, Of};
use super::layout::{Figures, Layout};
use super::titles::Titles;
use crate::fact::sums::{self, Rounded};
use crate::fact::{Basis, Counted, Date, Decimal, Mark, Measure, Period, Place, Value};
use crate::problem::{Code, Problem};
use crate::source::Span;
use crate::tree::nearest;

/// So many rows that contradict each other are told with their places.
const MOST_TOLD: usize = 12;

/// A file with figures in columns.
#[derive(Debug, Clone)]
pub(super) struct Table {
    grid: Grid,
    layout: Layout,
    index: Index,
    /// What the texts of the period column mean, by their numbers; empty without such a column.
    periods: Vec<Period>,
    /// The titles of the occupations, made when first asked for.
    titles: OnceLock<Titles>,
}

impl Table {
    /// The rows of `grid`, and what is wrong with them. `None` if there are none that could be used.
    pub(super) fn of(grid: Grid, layout: Layout) -> (Option<Self>, Vec<Problem>) {
        let (index, mut problems) = Index::of(&grid, &layout);
        if index.is_empty() {
            let problem = Problem::new(Code::DatasetFile, Span::whole(grid.path()), "this file has a header, and no row below it that can be used");
            problems.push(problem.help("state the right `header`, or check the file"));
            return (None, problems);
        }
        let mut periods = Vec::new();
        if let Some(column) = layout.keys.period {
            for (number, text) in (0..).zip(index.names(Of::Period).texts()) {
                let row = index.names(Of::Period).first_row(number);
                match text.parse::<Date>() {
                    Ok(date) => periods.push(Period::At(counted(date, layout.precision))),
                    Err(error) => {
                        let place = grid.place(row, column, layout.name(column));
                        let problem = Problem::new(Code::DatasetPeriod, place.span, format!("{error}{}", grid.row_words(row)));
                        problems.push(problem.help("write it as 2024, 2024-05 or 2024-05-31"));
                        return (None, problems);
                    }
                }
            }
        }
        (Some(Self { grid, layout, index, periods, titles: OnceLock::new() }), problems)
    }

    /// The figure that answers `asked`.
    pub(super) fn find(&self, asked: &Asked<'_>) -> Result<Reading, Absent> {
        let occupation = self.occupation(asked)?;
        let figures = self.figures(asked)?;
        let area = self.part(Of::Area, asked.area)?;
        let industry = self.part(Of::Industry, asked.industry)?;
        let period = self.period(asked, occupation, area, industry)?;
        let rows: Vec<usize> = self.index.rows([occupation, area, industry, period]).collect();
        let row = self.row(&rows, figures, asked, [occupation, area, industry, period])?;
        let key_text = |of: Of, column: Option<usize>, number| column.map(|_| self.index.names(of).text(number).to_owned());
        let area = key_text(Of::Area, self.layout.keys.area, area);
        let industry = key_text(Of::Industry, self.layout.keys.industry, industry);
        let of_row = self.layout.keys.period.and_then(|_| self.periods.get(usize::try_from(period).ok()?)).copied();
        let time = figures.period.or(of_row).or(self.layout.period);
        let locator = self.locator(asked, figures, area.as_deref(), industry.as_deref(), of_row);
        let text = self.grid.cell(row, figures.column);
        let value = match cell::value(&text, figures, &self.layout) {
            _ if self.is_only_of_other_basis(row, &figures.measure) => Value::Unpublished(Mark::NotAvailable),
            Ok(value) => value,
            Err(Unreadable::Empty) => return Err(Absent::Empty { locator }),
            Err(Unreadable::TopCode) => return Err(Absent::TopCode { locator }),
            Err(Unreadable::Text) => return Err(Absent::Unreadable { text: text.into_owned(), locator }),
        };
        if let Some(cells) = self.contradicting(row, figures) {
            return Err(Absent::Sums { locator: asked.occupation.map_or_else(|| format!("row {}", row + 1), str::to_owned), cells });
        }
        Ok(Reading {
            value,
            place: self.grid.place(row, figures.column, self.layout.name(figures.column)),
            locator,
            // `Table::of` and the formats make sure that the time is told.
            period: time.unwrap_or(Period::At(Date::of_year(0))),
            title: self.layout.title.map_or(String::new(), |column| self.grid.cell(row, column).into_owned()),
            area,
            industry,
            exact: (figures.measure == Measure::Growth).then(|| self.exact_growth(row, figures)).flatten(),
        })
    }

    fn occupation(&self, asked: &Asked<'_>) -> Result<u32, Absent> {
        match (self.layout.keys.occupation, asked.occupation) {
            (None, _) => Ok(0),
            (Some(_), None) => Err(Absent::OccupationUnsaid),
            (Some(_), Some(code)) => self.index.names(Of::Occupation).number(code).ok_or_else(|| self.no_occupation(code)),
        }
    }

    fn no_occupation(&self, asked: &str) -> Absent {
        let names = self.index.names(Of::Occupation);
        let group = asked.get(..6).unwrap_or(asked);
        let mut near: Vec<&str> = names.texts().filter(|code| !group.is_empty() && code.starts_with(group)).take(3).collect();
        if near.is_empty() {
            near.extend(nearest(asked, names.texts()));
        }
        let near = near.into_iter().map(|code| (code.to_owned(), self.title(code).unwrap_or_default())).collect();
        Absent::Occupation { asked: asked.to_owned(), near }
    }

    /// The column for the measure and, if columns differ in their times, for the time.
    fn figures(&self, asked: &Asked<'_>) -> Result<&Figures, Absent> {
        let mut measured = self.layout.figures.iter().filter(|it| it.measure == *asked.measure).peekable();
        let Some(first) = measured.peek().copied() else {
            let has = self.layout.figures.iter().map(|it| self.layout.name(it.column).to_owned()).collect();
            return Err(Absent::Measure { asked: asked.measure.clone(), has });
        };
        let Some(period) = asked.period else { return Ok(first) };
        let fits = |it: &&Figures| it.period.is_none_or(|of_column| period.covers(of_column));
        let has = || measured.clone().filter_map(|it| it.period).collect();
        measured.clone().find(fits).ok_or_else(|| Absent::Period { asked: period, has: has() })
    }

    /// The number of an area or industry; without one, that of the whole.
    fn part(&self, of: Of, asked: Option<&str>) -> Result<u32, Absent> {
        let (column, whole) = match of {
            Of::Area => (self.layout.keys.area, self.layout.whole.area),
            _ => (self.layout.keys.industry, self.layout.whole.industry),
        };
        let names = self.index.names(of);
        if column.is_none() {
            // A file without such a column speaks of the whole, which may be named.
            return match asked.filter(|code| *code != whole) {
                None => Ok(0),
                Some(code) => Err(missing_part(of, code, false, Vec::new())),
            };
        }
        let found = asked.map_or_else(|| names.number(whole).or_else(|| names.number("")), |code| names.number(code));
        found.ok_or_else(|| {
            let has: Vec<String> = names.texts().map(str::to_owned).collect();
            match (asked, of) {
                (Some(code), _) => missing_part(of, code, false, has),
                (None, Of::Area) => Absent::AreaUnsaid { has },
                (None, _) => Absent::IndustryUnsaid { has },
            }
        })
    }

    /// The number of the time in the period column, or 0 where the time of the file is what was asked for.
    fn period(&self, asked: &Asked<'_>, occupation: u32, area: u32, industry: u32) -> Result<u32, Absent> {
        if self.layout.keys.period.is_none() {
            let of_file = self.layout.period;
            let columns_tell = self.layout.figures.iter().any(|it| it.measure == *asked.measure && it.period.is_some());
            return match (asked.period, of_file) {
                (Some(asked), Some(has)) if !columns_tell && !asked.covers(has) => Err(Absent::Period { asked, has: vec![has] }),
                _ => Ok(0),
            };
        }
        let here = self.index.of_occupation(occupation).filter(|([_, of_area, of_industry, _], _)| (*of_area, *of_industry) == (area, industry));
        let mut has: Vec<(Period, u32)> = here.filter_map(|([.., number], _)| Some((*self.periods.get(usize::try_from(number).ok()?)?, number))).collect();
        has.sort_unstable();
        has.dedup();
        let fitting: Vec<u32> = has.iter().filter(|(period, _)| asked.period.is_none_or(|asked| asked.covers(*period))).map(|(_, number)| *number).collect();
        match (fitting.as_slice(), asked.period) {
            ([only], _) => Ok(*only),
            ([], Some(asked)) => {
                let before = has.iter().rev().find(|(period, _)| *period < asked);
                let after = has.iter().find(|(period, _)| *period > asked);
                Err(Absent::Period { asked, has: before.into_iter().chain(after).map(|(period, _)| *period).collect() })
            }
            // The area or industry has no row at all, which the caller tells.
            ([], None) => Ok(0),
            _ => Err(Absent::PeriodUnsaid { has: has.first().into_iter().chain(has.last()).map(|(period, _)| *period).collect() }),
        }
    }

    /// The one of `rows` that answers. Several that say the same (a group with one member is printed twice) are one.
    fn row(&self, rows: &[usize], figures: &Figures, asked: &Asked<'_>, key: Key) -> Result<usize, Absent> {
        let Some((first, others)) = rows.split_first() else { return Err(self.no_row(asked, key)) };
        let text = self.grid.cell(*first, figures.column);
        if others.iter().any(|row| self.grid.cell(*row, figures.column) != text) {
            let place = |row: &usize| self.grid.place(*row, figures.column, self.layout.name(figures.column));
            let cells = rows.iter().take(MOST_TOLD).map(|row| (self.grid.cell(*row, figures.column).into_owned(), place(row))).collect();
            return Err(Absent::Contradiction { rows: rows.iter().map(|row| row + 1).collect(), cells });
        }
        let is_detailed = |row: &&usize| self.layout.level.is_some_and(|column| self.grid.cell(**row, column) == "detailed");
        Ok(*rows.iter().find(is_detailed).unwrap_or(first))
    }

    /// Which part of a key keeps an occupation from having a row.
    fn no_row(&self, asked: &Asked<'_>, [occupation, area, industry, _]: Key) -> Absent {
        let areas = self.areas(asked.occupation.unwrap_or_default());
        let area_code = self.index.names(Of::Area).text(area);
        if self.layout.keys.area.is_some() && !areas.iter().any(|it| it.code == area_code) {
            return missing_part(Of::Area, area_code, true, areas.into_iter().map(|it| it.code).collect());
        }
        let here = self.index.of_occupation(occupation).filter(|([_, of_area, ..], _)| *of_area == area);
        let mut has: Vec<String> = here.map(|([_, _, of_industry, _], _)| self.index.names(Of::Industry).text(of_industry).to_owned()).collect();
        has.dedup();
        missing_part(Of::Industry, self.index.names(Of::Industry).text(industry), true, has)
    }

    /// Whether the row has wages for the other basis only, so that there is none for this one: nothing is converted.
    fn is_only_of_other_basis(&self, row: usize, measure: &Measure) -> bool {
        let flag = match measure {
            Measure::Pay(_, Basis::Hour) => self.layout.annual_only,
            Measure::Pay(_, Basis::Year) => self.layout.hourly_only,
            _ => None,
        };
        flag.is_some_and(|column| self.grid.cell(row, column).eq_ignore_ascii_case("true"))
    }

    fn exact_growth(&self, row: usize, growth: &Figures) -> Option<Decimal> {
        let begins = growth.period.map(Period::observed);
        let printed = |wanted: &dyn Fn(&&Figures) -> bool| {
            let figures = self.layout.figures.iter().find(wanted)?;
            cell::decimal(&self.grid.cell(row, figures.column), self.layout.decimal)?.checked_mul(figures.times)
        };
        let change = printed(&|it| it.measure == Measure::Change && it.period == growth.period)?;
        let base = printed(&|it| it.measure == Measure::Jobs && it.period.map(Period::observed) == begins)?;
        let printed = self.grid.cell(row, growth.column);
        let printed = cell::decimal(cell::without_percent(&printed), self.layout.decimal)?.checked_mul(growth.times)?;
        let exact = change.checked_div(base)?.checked_mul(Decimal::from(100))?;
        // What is printed is the exact one, rounded, or the columns mean something else.
        ((exact - printed).abs() <= Decimal::ONE).then_some(exact)
    }

    /// The cells of jobs now and then, change and growth of a row, where these cannot all be true and one of them is asked for.
    fn contradicting(&self, row: usize, asked: &Figures) -> Option<Vec<(String, Place)>> {
        let of = |measure: Measure, is_of_time: &dyn Fn(Option<Period>) -> bool| {
            self.layout.figures.iter().find(|it| it.measure == measure && is_of_time(it.period))
        };
        let growth = of(Measure::Growth, &|period| matches!(period, Some(Period::Over { .. })))?;
        let Some(Period::Over { from, to }) = growth.period else { return None };
        let change = of(Measure::Change, &|period| period == growth.period);
        let jobs = |date: Date| of(Measure::Jobs, &|period| period == Some(Period::At(date)));
        let columns = [jobs(from), jobs(to), change, Some(growth)];
        if !columns.into_iter().flatten().any(|it| it.column == asked.column) {
            return None;
        }
        let printed = columns.map(|figures| {
            let figures = figures?;
            let number = cell::decimal(cell::without_percent(&self.grid.cell(row, figures.column)), self.layout.decimal)?;
            Rounded::of(number, figures.times)
        });
        let [now, then, change, growth] = printed;
        let told = columns.into_iter().zip(printed).filter_map(|(figures, printed)| figures.filter(|_| printed.is_some()));
        let cell = |it: &Figures| (self.grid.cell(row, it.column).into_owned(), self.grid.place(row, it.column, self.layout.name(it.column)));
        (!sums::may_be_true(now, then, change, growth)).then(|| told.map(cell).collect())
    }

    fn locator(&self, asked: &Asked<'_>, figures: &Figures, area: Option<&str>, industry: Option<&str>, period: Option<Period>) -> String {
        let mut parts: Vec<String> = asked.occupation.filter(|_| self.layout.keys.occupation.is_some()).map(str::to_owned).into_iter().collect();
        parts.extend(period.map(|period| period.to_string()));
        parts.push(self.layout.name(figures.column).to_owned());
        parts.extend(area.filter(|code| ![self.layout.whole.area, ""].contains(code)).map(|code| format!("area {code}")));
        parts.extend(industry.filter(|code| ![self.layout.whole.industry, ""].contains(code)).map(|code| format!("industry {code}")));
        parts.join(", ")
    }

    /// The title of an occupation, as printed in its first row.
    pub(super) fn title(&self, occupation: &str) -> Option<String> {
        let names = self.index.names(Of::Occupation);
        let row = names.first_row(names.number(occupation)?);
        Some(self.grid.cell(row, self.layout.title?).into_owned())
    }

    /// All occupations, in the order of the file.
    pub(super) fn occupations(&self) -> Vec<Named> {
        let count = self.index.names(Of::Occupation).texts().count();
        (0..).take(count).map(|number| self.named(Of::Occupation, number)).collect()
    }

    /// All pay, jobs, openings and growth of an occupation that can be read.
    pub(super) fn said(&self, occupation: &str) -> Vec<Said> {
        let number = if self.layout.keys.occupation.is_some() { self.index.names(Of::Occupation).number(occupation) } else { None };
        let rows = number.into_iter().flat_map(|number| self.index.of_occupation(number));
        let columns = || self.layout.figures.iter().filter(|it| Counted::of(&it.measure).is_some());
        let of_row = |([_, area, industry, period], row): (Key, usize)| {
            let code = |of: Of, column: Option<usize>, number| column.map_or("", |_| self.index.names(of).text(number)).to_owned();
            let area = code(Of::Area, self.layout.keys.area, area);
            let industry = code(Of::Industry, self.layout.keys.industry, industry);
            let is_of_whole = ["", self.layout.whole.area].contains(&area.as_str()) && ["", self.layout.whole.industry].contains(&industry.as_str());
            let of_row = self.layout.keys.period.and_then(|_| self.periods.get(usize::try_from(period).ok()?)).copied();
            columns().filter_map(move |figures| {
                let value = cell::value(&self.grid.cell(row, figures.column), figures, &self.layout).ok()?;
                let period = figures.period.or(of_row).or(self.layout.period);
                Some(Said { measure: figures.measure.clone(), value, period, area: area.clone(), industry: industry.clone(), is_of_whole })
            })
        };
        rows.flat_map(of_row).collect()
    }

    /// The codes of the occupations whose titles, or their singulars, stand in `text`, in lower case. A title within another that stands there is none.
    pub(super) fn occupations_in(&self, text: &str) -> Vec<String> {
        let names = self.index.names(Of::Occupation);
        let titles = self.titles.get_or_init(|| {
            let title = |(number, _)| Some((self.grid.cell(names.first_row(number), self.layout.title?).into_owned(), number));
            Titles::of((0..).zip(names.texts()).filter_map(title))
        });
        titles.within(text).into_iter().map(|number| names.text(number).to_owned()).collect()
    }

    /// The areas for which an occupation has rows, by code.
    pub(super) fn areas(&self, occupation: &str) -> Vec<Named> {
        self.parts(Of::Area, occupation)
    }

    /// The industries for which an occupation has rows, by code.
    pub(super) fn industries(&self, occupation: &str) -> Vec<Named> {
        self.parts(Of::Industry, occupation)
    }

    /// The times for which an occupation has rows, in their order; those of the columns or of the file without a column of times.
    pub(super) fn periods(&self, occupation: &str) -> Vec<Period> {
        let mut periods: Vec<Period> = match self.layout.keys.period {
            Some(_) => self.of_occupation(occupation).filter_map(|[.., number]| self.periods.get(usize::try_from(number).ok()?).copied()).collect(),
            None => self.layout.figures.iter().filter_map(|it| it.period.or(self.layout.period)).collect(),
        };
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    /// What the columns of figures measure, in the order of the file.
    pub(super) fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.layout.figures.iter().map(|it| &it.measure)
    }

    fn parts(&self, of: Of, occupation: &str) -> Vec<Named> {
        let column = if of == Of::Area { self.layout.keys.area } else { self.layout.keys.industry };
        if column.is_none() {
            return Vec::new();
        }
        let mut numbers: Vec<u32> = self.of_occupation(occupation).map(|[_, area, industry, _]| if of == Of::Area { area } else { industry }).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut named: Vec<Named> = numbers.into_iter().map(|number| self.named(of, number)).collect();
        named.sort();
        named
    }

    /// The keys of an occupation's rows; of all rows in a file without occupations.
    fn of_occupation(&self, occupation: &str) -> impl Iterator<Item = Key> {
        let number = if self.layout.keys.occupation.is_some() { self.index.names(Of::Occupation).number(occupation) } else { Some(0) };
        number.into_iter().flat_map(|number| self.index.of_occupation(number)).map(|(key, _)| key)
    }

    fn named(&self, of: Of, number: u32) -> Named {
        let (title, level) = match of {
            Of::Occupation => (self.layout.title, self.layout.level),
            Of::Area => (self.layout.area_title, self.layout.area_level),
            Of::Industry | Of::Period => (self.layout.industry_title, self.layout.industry_level),
        };
        let names = self.index.names(of);
        let row = names.first_row(number);
        let text = |column: Option<usize>| column.map_or(String::new(), |column| self.grid.cell(row, column).into_owned());
        Named { code: names.text(number).to_owned(), title: text(title), level: text(level) }
    }
}

fn missing_part(of: Of, code: &str, elsewhere: bool, has: Vec<String>) -> Absent {
    let asked = code.to_owned();
    if of == Of::Area { Absent::Area { asked, elsewhere, has } } else { Absent::Industry { asked, elsewhere, has } }
}

/// As much of a date as counts.
fn counted(date: Date, precision: Option<Precision>) -> Date {
    match (precision, date.month()) {
        (Some(Precision::Year), _) => Date::of_year(date.year()),
        (Some(Precision::Month), Some(month)) => Date::of_month(date.year(), month),
        _ => date,
    }
}
