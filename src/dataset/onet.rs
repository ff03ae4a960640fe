//! Tables of the O*NET database, each known by its columns: the text edition, and the Excel edition with its extra columns.
//! What the publisher recommends to suppress is counted and not shown.
//!
//! Source: the O*NET data dictionary; importance is shown from 0 to 100 as `O*NET OnLine` does, (value - 1) / 4 x 100.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::absent::Absent;
use super::asked::{Asked, Named, Reading};
use super::declaration::{DecimalSign, Declaration};
use super::grid::Grid;
use super::index::{Index, Of};
use super::layout::{Keys, Layout};
use super::{cell, onet_table};
use crate::fact::{Date, Decimal, Mark, Measure, Number, Period, Value};
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

use onet_table::{CODE, Kind};

/// The O*NET element of required education, and its scale.
const EDUCATION: (&str, &str) = ("2.D.1", "RL");

/// The tables of one release.
#[derive(Debug)]
pub struct Onet {
    tables: BTreeMap<Kind, Vec<Sheet>>,
    /// The time of figures whose row has no date.
    period: Option<Period>,
}

/// One table.
#[derive(Debug)]
struct Sheet {
    grid: Grid,
    names: Vec<String>,
    index: Index,
}

/// What may be shown of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<T> {
    /// The rows, in the order of the file.
    pub rows: Vec<T>,
    /// What the rows are called that the publisher recommends to suppress.
    pub suppressed: Vec<String>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// Whether it is one of the core of the occupation. `None` where the publisher does not say.
    pub is_core: Option<bool>,
}

/// How much a skill matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// Its name.
    pub name: String,
    /// Its element, such as `2.A.1.a`.
    pub element: String,
    /// Importance from 1 to 5, as printed.
    pub value: Decimal,
    /// The same from 0 to 100, exact.
    pub importance: Decimal,
}

/// How many workers need an education.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EducationShare {
    /// The category, from 1 to 12.
    pub category: u8,
    /// Its name; empty without the table of categories.
    pub label: String,
    /// Percent of the workers.
    pub percent: Decimal,
}

/// A related occupation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Its code.
    pub code: String,
    /// Its title; empty where no table tells it.
    pub title: String,
    /// `Primary-Short`, `Primary-Long` or `Supplemental`.
    pub tier: String,
    /// Its rank, from 1.
    pub index: u32,
}

impl Onet {
    pub(super) fn read(declared: &Declaration, files: &BTreeMap<SourcePath, Arc<[u8]>>, limit: usize, problems: &mut Vec<Problem>) -> Option<Self> {
        let mut tables: BTreeMap<Kind, Vec<Sheet>> = BTreeMap::new();
        for (path, bytes) in files {
            let grid = match Grid::read_tabbed(path, bytes, declared, limit) {
                Ok(grid) => grid,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            let names: Vec<String> = grid.cells(0).map(Cow::into_owned).collect();
            let Some(kind) = Kind::of(&names) else {
                let message = "this is none of the O*NET tables that are read";
                let help = "those are occupation data, tasks, skills and other ratings, education and its categories, related occupations, alternate titles";
                problems.push(Problem::new(Code::DatasetUnknownColumn, Span::whole(path), message).help(help));
                continue;
            };
            let key = names.iter().position(|name| name == kind.key());
            let layout = Layout { first: 1, names: names.clone(), keys: Keys { occupation: key, ..Keys::default() }, ..Layout::default() };
            let (index, found) = Index::of(&grid, &layout);
            problems.extend(found);
            tables.entry(kind).or_default().push(Sheet { grid, names, index });
        }
        let is_empty = !tables.values().flatten().any(|sheet| !sheet.index.is_empty());
        if is_empty && problems.is_empty() {
            let path = files.keys().next()?;
            problems.push(Problem::new(Code::DatasetFile, Span::whole(path), "this table has no rows").help("check the file"));
        }
        (!is_empty).then_some(Self { tables, period: declared.period })
    }

    /// The share of an education or the importance of a skill. The time is that of the row: O*NET collects occupation by occupation.
    pub(super) fn find(&self, asked: &Asked<'_>) -> Result<Reading, Absent> {
        let code = full_code(asked.occupation.ok_or(Absent::OccupationUnsaid)?);
        if let Some(area) = asked.area {
            return Err(Absent::Area { asked: area.to_owned(), elsewhere: false, has: Vec::new() });
        }
        if let Some(industry) = asked.industry {
            return Err(Absent::Industry { asked: industry.to_owned(), elsewhere: false, has: Vec::new() });
        }
        let (kind, wanted) = match asked.measure {
            Measure::EducationShare(category) => (Kind::Education, (EDUCATION.0, EDUCATION.1, category.to_string())),
            Measure::SkillImportance(element) => (Kind::Ratings, (element.as_str(), "IM", String::new())),
            _ => return Err(self.no_measure(asked)),
        };
        let rows: Vec<_> = self.rows(kind, &code).collect();
        if rows.is_empty() {
            return Err(if self.tables.contains_key(&kind) { self.no_occupation(&code) } else { self.no_measure(asked) });
        }
        let is_wanted = |(sheet, row): &&(&Sheet, usize)| {
            let text = |name: &str| sheet.text(*row, name);
            text("Element ID") == wanted.0 && text("Scale ID") == wanted.1 && (kind == Kind::Ratings || text("Category") == wanted.2)
        };
        let Some((sheet, row)) = rows.iter().find(is_wanted).copied() else { return Err(self.no_measure(asked)) };
        let locator = format!("{code}, {} {}", sheet.text(row, "Element Name"), wanted.2);
        let locator = locator.trim_end().to_owned();
        let period = sheet.date(row).map(Period::At).or(self.period).unwrap_or(Period::At(Date::of_year(0)));
        if let Some(asked) = asked.period.filter(|asked| !asked.covers(period)) {
            return Err(Absent::Period { asked, has: vec![period] });
        }
        let number = sheet.number(row).ok_or_else(|| Absent::Unreadable { text: sheet.text(row, "Data Value").into_owned(), locator: locator.clone() });
        let value = if sheet.is_suppressed(row) {
            Value::Unpublished(Mark::Suppressed)
        } else if kind == Kind::Education {
            Value::Percent(Number::Exact(number?))
        } else {
            Value::Count(Number::Exact(importance(number?)))
        };
        let column = sheet.names.iter().position(|name| name == "Data Value").unwrap_or(0);
        let place = sheet.grid.place(row, column, "Data Value");
        Ok(Reading { value, place, locator, period, title: self.title(&code).unwrap_or_default(), area: None, industry: None, exact: None })
    }

    fn no_measure(&self, asked: &Asked<'_>) -> Absent {
        let sheets = self.tables.iter().filter(|(kind, _)| matches!(kind, Kind::Education | Kind::Ratings)).flat_map(|(_, sheets)| sheets);
        let mut has: Vec<String> = sheets
            .flat_map(|sheet| (1..sheet.grid.rows().min(200)).map(|row| sheet.text(row, "Element ID").into_owned()))
            .filter(|element| !element.is_empty())
            .collect();
        has.sort();
        has.dedup();
        Absent::Measure { asked: asked.measure.clone(), has }
    }

    fn no_occupation(&self, code: &str) -> Absent {
        let group = code.get(..6).unwrap_or(code);
        let near = self.occupations().into_iter().filter(|it| it.code.starts_with(group)).take(3).map(|it| (it.code, it.title)).collect();
        Absent::Occupation { asked: code.to_owned(), near }
    }

    /// All occupations of the table of occupations, or of all tables without it; in the order of the file.
    pub(super) fn occupations(&self) -> Vec<Named> {
        let sheets: Vec<&Sheet> = match self.tables.get(&Kind::Occupations) {
            Some(sheets) => sheets.iter().collect(),
            None => self.tables.iter().filter(|(kind, _)| kind.key() == CODE).flat_map(|(_, sheets)| sheets).collect(),
        };
        let mut codes: Vec<String> = sheets.iter().flat_map(|sheet| sheet.index.names(Of::Occupation).texts()).map(str::to_owned).collect();
        codes.sort();
        codes.dedup();
        codes.into_iter().map(|code| Named { title: self.title(&code).unwrap_or_default(), code, level: String::new() }).collect()
    }

    /// The title of an occupation.
    pub(super) fn title(&self, code: &str) -> Option<String> {
        let code = full_code(code);
        let title = |(sheet, row): (&Sheet, usize)| Some(sheet.text(row, "Title").into_owned()).filter(|title| !title.is_empty());
        let with_titles = [Kind::Occupations, Kind::Ratings, Kind::Education, Kind::Related, Kind::AlternateTitles];
        with_titles.into_iter().find_map(|kind| self.rows(kind, &code).next().and_then(title))
    }

    /// The tasks of an occupation.
    pub fn tasks(&self, code: &str) -> Vec<Task> {
        let task = |(sheet, row): (&Sheet, usize)| Task {
            id: sheet.text(row, "Task ID").into_owned(),
            text: sheet.text(row, "Task").into_owned(),
            is_core: match &*sheet.text(row, "Task Type") {
                "Core" => Some(true),
                "Supplemental" => Some(false),
                _ => None,
            },
        };
        self.rows(Kind::Tasks, &full_code(code)).map(task).collect()
    }

    /// How much each skill matters (elements `2.A` and `2.B`).
    pub fn skills(&self, code: &str) -> Shown<Skill> {
        let is_skill = |(sheet, row): &(&Sheet, usize)| {
            let element = sheet.text(*row, "Element ID");
            (element.starts_with("2.A.") || element.starts_with("2.B.")) && sheet.text(*row, "Scale ID") == "IM"
        };
        shown(
            self.rows(Kind::Ratings, &full_code(code)).filter(is_skill),
            |sheet, row| {
                let value = sheet.number(row)?;
                let text = |name: &str| sheet.text(row, name).into_owned();
                Some(Skill { name: text("Element Name"), element: text("Element ID"), value, importance: importance(value) })
            },
            |it| it.name,
        )
    }

    /// The distribution of required education over the categories.
    pub fn education(&self, code: &str) -> Shown<EducationShare> {
        let is_education = |(sheet, row): &(&Sheet, usize)| (&*sheet.text(*row, "Element ID"), &*sheet.text(*row, "Scale ID")) == EDUCATION;
        shown(
            self.rows(Kind::Education, &full_code(code)).filter(is_education),
            |sheet, row| {
                let category = sheet.text(row, "Category").parse().ok()?;
                Some(EducationShare { category, label: self.category(category), percent: sheet.number(row)? })
            },
            |it| it.label,
        )
    }

    fn category(&self, category: u8) -> String {
        let category = category.to_string();
        let mut rows = self.rows(Kind::Categories, EDUCATION.0);
        let found = rows.find(|(sheet, row)| sheet.text(*row, "Scale ID") == EDUCATION.1 && sheet.text(*row, "Category") == *category);
        found.map_or(String::new(), |(sheet, row)| sheet.text(row, "Category Description").into_owned())
    }

    /// Related occupations, the nearest first.
    pub fn related(&self, code: &str) -> Vec<Related> {
        let related = |(sheet, row): (&Sheet, usize)| {
            let code = sheet.text(row, "Related O*NET-SOC Code").into_owned();
            let title = Some(sheet.text(row, "Related Title").into_owned()).filter(|title| !title.is_empty()).or_else(|| self.title(&code));
            let index = sheet.text(row, "Index").parse().unwrap_or_default();
            Related { code, title: title.unwrap_or_default(), tier: sheet.text(row, "Relatedness Tier").into_owned(), index }
        };
        let mut found: Vec<Related> = self.rows(Kind::Related, &full_code(code)).map(related).collect();
        found.sort_by_key(|it| it.index);
        found
    }

    /// Other titles of an occupation.
    pub fn alternate_titles(&self, code: &str) -> Vec<String> {
        self.rows(Kind::AlternateTitles, &full_code(code)).map(|(sheet, row)| sheet.text(row, "Alternate Title").into_owned()).collect()
    }

    fn rows<'a>(&'a self, kind: Kind, code: &str) -> impl Iterator<Item = (&'a Sheet, usize)> + use<'a> {
        let numbered: Vec<_> =
            self.tables.get(&kind).into_iter().flatten().filter_map(|sheet| Some((sheet, sheet.index.names(Of::Occupation).number(code)?))).collect();
        numbered.into_iter().flat_map(|(sheet, number)| sheet.index.of_occupation(number).map(move |(_, row)| (sheet, row)))
    }
}

impl Sheet {
    /// The cell below this header; empty without such a column.
    fn text(&self, row: usize, name: &str) -> Cow<'_, str> {
        self.names.iter().position(|it| it == name).map_or(Cow::Borrowed(""), |column| self.grid.cell(row, column))
    }

    fn number(&self, row: usize) -> Option<Decimal> {
        cell::decimal(cell::bare(&self.text(row, "Data Value")), DecimalSign::Point)
    }

    fn is_suppressed(&self, row: usize) -> bool {
        self.text(row, "Recommend Suppress") == "Y"
    }

    /// The month in which a figure was collected, printed `07/2013`.
    fn date(&self, row: usize) -> Option<Date> {
        let text = self.text(row, "Date");
        let (month, year) = text.split_once('/')?;
        format!("{year}-{month}").parse().ok()
    }
}

/// `29-2072` stands for `29-2072.00`.
fn full_code(code: &str) -> String {
    if code.contains('.') { code.to_owned() } else { format!("{code}.00") }
}

/// Importance from 1 to 5 as one from 0 to 100.
fn importance(value: Decimal) -> Decimal {
    (value - Decimal::ONE) * Decimal::from(25)
}

fn shown<'a, T>(rows: impl Iterator<Item = (&'a Sheet, usize)>, read: impl Fn(&Sheet, usize) -> Option<T>, name: impl Fn(T) -> String) -> Shown<T> {
    let (suppressed, kept): (Vec<_>, Vec<_>) = rows.partition(|(sheet, row)| sheet.is_suppressed(*row));
    let named = suppressed.into_iter().map(|(sheet, row)| read(sheet, row).map(&name).unwrap_or_default());
    Shown { suppressed: named.collect(), rows: kept.into_iter().filter_map(|(sheet, row)| read(sheet, row)).collect() }
}
