//! The block `{data-table}`: columns and rows of a CSV file, chosen, sorted and cut as the author says.

use std::cmp::Ordering;
use std::ops::Range;

use super::given::Given;
use super::grouping;
use crate::dataset::csv::Csv;
use crate::guide::Manuscript;
use crate::guide::body::{Block, BlockKind, Cell, CellValue, Column, Table, cell_value, escaped, is_numeric};
use crate::problem::{Code, Problem};
use crate::site::collation;
use crate::source::{SourcePath, Span};
use crate::tree::nearest;

/// The table of `block`, without an id; `None` for another block, or if its file is missing.
pub(super) fn table(given: &Given, manuscript: &Manuscript, block: &Block, problems: &mut Vec<Problem>) -> Option<Table> {
    let BlockKind::DataTable { file, file_range, caption, unit, source, source_range, note, columns, sort, limit, .. } = &block.kind else { return None };
    let Some(csv) = given.csv.get(file) else {
        let names = given.csv_names.iter().flat_map(|names| names.iter()).map(SourcePath::as_str);
        let problem = Problem::new(Code::DataFileMissing, manuscript.text.span(file_range.clone()), format!("there is no data file `{file}`"));
        problems.push(match nearest(file.as_str(), names) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem.help("name a CSV file by its path from this file, or as `_data/name.csv`"),
        });
        return None;
    };
    let mut chosen: Vec<(usize, &str)> = Vec::new();
    for choice in columns {
        match csv.column(&choice.name) {
            Some(at) => chosen.push((at, choice.label.as_deref().unwrap_or(&choice.name))),
            None => problems.push(unknown_column(&choice.name, "columns", manuscript, block, csv, file.as_str())),
        }
    }
    if columns.is_empty() {
        chosen = csv.headers.iter().map(String::as_str).enumerate().collect();
    }
    if chosen.is_empty() {
        return None;
    }
    let mut rows: Vec<&[String]> = csv.rows.iter().map(|row| row.cells.as_slice()).collect();
    if let Some((name, from_largest)) = sort {
        match csv.column(name) {
            Some(at) => {
                problems.extend(mixed(csv, at, name, file, &place_of(name, "sort", manuscript, &block.range)));
                order(&mut rows, at, *from_largest);
            }
            None => problems.push(unknown_column(name, "sort", manuscript, block, csv, file.as_str())),
        }
    }
    rows.truncate(limit.unwrap_or(usize::MAX));
    let grouped: Vec<bool> = chosen.iter().map(|(at, _)| grouping::suits(given.voice.locale.tag(), rows.iter().map(|row| cell(row, *at)))).collect();
    Some(Table {
        id: String::new(),
        caption: Some(caption.clone()),
        unit: unit.clone(),
        source: source.clone(),
        note: note.clone(),
        columns: chosen
            .iter()
            .map(|(at, label)| {
                let numeric = is_numeric(values(&rows, *at).iter());
                Column { html: escaped(label), text: (*label).to_owned(), numeric }
            })
            .collect(),
        rows: rows.iter().map(|row| chosen.iter().zip(&grouped).map(|((at, _), grouped)| shown(cell(row, *at), *grouped)).collect()).collect(),
        range: block.range.clone(),
        source_range: source_range.clone(),
        origins: Vec::new(),
    })
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", String::as_str)
}

fn shown(text: &str, grouped: bool) -> Cell {
    let readable = if grouped { grouping::grouped(text) } else { text.to_owned() };
    Cell { html: escaped(&readable), text: text.to_owned(), number: number(text), ..Cell::default() }
}

fn values(rows: &[&[String]], at: usize) -> Vec<CellValue> {
    rows.iter().map(|row| cell_value(cell(row, at))).collect()
}

fn number(text: &str) -> Option<String> {
    if let CellValue::Number(digits) = cell_value(text) { Some(digits) } else { None }
}

/// Numbers by their size, texts as readers sort them; cells that say nothing come last either way.
fn order(rows: &mut [&[String]], at: usize, from_largest: bool) {
    let direct = |order: Ordering| if from_largest { order.reverse() } else { order };
    if is_numeric(values(rows, at).iter()) {
        let size = |row: &&[String]| number(cell(row, at)).and_then(|digits| digits.parse::<f64>().ok());
        rows.sort_by(|a, b| match (size(a), size(b)) {
            (Some(a), Some(b)) => direct(a.total_cmp(&b)),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
    } else {
        let words = |row: &&[String]| collation::key(cell(row, at));
        rows.sort_by(|a, b| {
            let (a, b) = (words(a), words(b));
            a.is_empty().cmp(&b.is_empty()).then_with(|| direct(a.cmp(&b)))
        });
    }
}

/// The first cell of a column of numbers that is none: it makes the whole column sort as words.
fn mixed(csv: &Csv, at: usize, name: &str, file: &SourcePath, sort: &Span) -> Option<Problem> {
    let values: Vec<(&str, usize, CellValue)> =
        csv.rows.iter().map(|row| (cell(&row.cells, at), row.line_start)).map(|(text, line)| (text, line, cell_value(text))).collect();
    let numbers: Vec<&str> = values.iter().filter(|(.., value)| matches!(value, CellValue::Number(_))).map(|(text, ..)| *text).collect();
    let mut words = values.iter().filter(|(.., value)| *value == CellValue::Words);
    let (text, line, _) = words.next()?;
    let usual = numbers.first().filter(|_| numbers.len() > words.count() + 1)?;
    let message = format!("`{text}` in the column `{name}` is not a number, so its rows are sorted as words");
    let problem = Problem::new(Code::MixedColumn, Span::new(file, *line..*line), message).also(sort.clone(), "sorted here");
    Some(problem.help(format!("write it as the others are written, such as `{usual}`, or `n/a` where there is no number")))
}

fn unknown_column(name: &str, field: &str, manuscript: &Manuscript, block: &Block, csv: &Csv, file: &str) -> Problem {
    let problem = Problem::new(Code::UnknownColumn, place_of(name, field, manuscript, &block.range), format!("`{file}` has no column `{name}`"));
    match csv.nearest_header(name) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(format!("its columns are {}", csv.headers.iter().map(|header| format!("`{header}`")).collect::<Vec<_>>().join(", "))),
    }
}

/// Where `name` stands behind `field:` in the block, else the whole block.
fn place_of(name: &str, field: &str, manuscript: &Manuscript, range: &Range<usize>) -> Span {
    let found = manuscript.text.text.get(range.clone()).and_then(|text| {
        let from = text.find(&format!("{field}:"))? + field.len() + 1;
        Some(from + text.get(from..)?.find(name)?)
    });
    let place = found.map_or_else(|| range.clone(), |at| range.start + at..range.start + at + name.len());
    manuscript.text.span(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::body::ColumnChoice;
    use crate::page::fixture::with_material;
    use crate::site::fixture::{Project, unindent};

    const PROJECT: &str = "
        === content/pay.csv
        Industry,Pay,Jobs
        Hospitals,\"9\",100
        Schools,\"10\",—
        Offices,\"—\",70
        === content/a.md
        ---
        title: A
        ---
        columns: Industry, Payy
        ";

    fn block(project: &Project, columns: &[&str], sort: Option<(&str, bool)>, limit: Option<usize>) -> (Option<Table>, String) {
        let manuscript = project.manuscripts.values().next().unwrap();
        let given = with_material(project, |material| Given { csv: project.csv.clone(), ..material.without_author() });
        let columns = columns.iter().map(|name| ColumnChoice { name: (*name).to_owned(), label: Some(format!("{name}!")) }).collect();
        let file = SourcePath::new("content/pay.csv").unwrap();
        let sort = sort.map(|(name, from_largest)| (name.to_owned(), from_largest));
        let (id, unit, source, source_range, note) = (None, None, None, None, None);
        let kind = BlockKind::DataTable { file, file_range: 0..0, id, caption: "Pay".to_owned(), unit, source, source_range, note, columns, sort, limit };
        let block = Block { kind, range: 0..manuscript.text.text.len() };
        let mut problems = Vec::new();
        let table = table(&given, manuscript, &block, &mut problems);
        (table, project.shown(&problems))
    }

    fn drawn(table: &Table) -> String {
        let heading = table.columns.iter().map(|column| format!("{}{}", column.text, if column.numeric { "#" } else { "" })).collect::<Vec<_>>().join(" ");
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "));
        std::iter::once(heading).chain(rows).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn columns_are_chosen_rows_sorted_by_size_and_cut() {
        let mut project = Project::read(PROJECT);
        for csv in project.csv.values_mut() {
            let csv = std::sync::Arc::make_mut(csv);
            csv.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| *cell = cell.trim_matches('"').to_owned());
        }
        let (table, problems) = block(&project, &["Pay", "Industry"], Some(("Pay", true)), None);
        assert_eq!(drawn(&table.unwrap()), "Pay!# Industry!\n10 Schools\n9 Hospitals\n— Offices");
        assert_eq!(problems, "");
        let (table, _) = block(&project, &[], Some(("Industry", false)), Some(2));
        assert_eq!(drawn(&table.unwrap()), "Industry Pay# Jobs#\nHospitals 9 100\nOffices — 70");
    }

    #[test]
    fn an_unknown_column_is_reported_where_it_is_written() {
        let (_, problems) = block(&Project::read(PROJECT), &["Industry", "Payy"], None, None);
        assert_eq!(
            problems,
            unindent(
                "
                unknown-column content/a.md:4:20 `content/pay.csv` has no column `Payy`
                  help: did you mean `Pay`?
                "
            )
        );
    }
}
