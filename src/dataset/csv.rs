//! A CSV file as rows of text. The crate `csv` splits it; what it takes in silence is a problem here: an open quote that
//! swallows the rest, a header twice, another separator.

use std::collections::BTreeMap;
use std::ops::Range;

use csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::web_page;
use crate::problem::{Code, Problem};
use crate::source::Text;
use crate::tree::nearest;

/// So many rows of a wrong length are told; more are of one cause.
const MOST_RAGGED: usize = 20;

/// A table of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Csv {
    /// The cells of the first line, without blanks around them.
    pub headers: Vec<String>,
    /// The rows below, in order, each with as many cells as there are headers.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells, without blanks around them.
    pub cells: Vec<String>,
    /// Byte of the file where its line begins.
    pub line_start: usize,
}

impl Csv {
    /// The number of the column called `header`.
    pub fn column(&self, header: &str) -> Option<usize> {
        self.headers.iter().position(|it| it == header)
    }

    /// The header that `word` was probably meant to be.
    pub fn nearest_header(&self, word: &str) -> Option<&str> {
        nearest(word, self.headers.iter().map(String::as_str))
    }
}

/// `text` as a table, and what is wrong with it. Rows of a wrong length are left out.
pub fn parse(text: &Text) -> (Csv, Vec<Problem>) {
    let mut problems = Vec::new();
    if web_page::is_web_page(text.text.as_bytes()) {
        return (Csv::default(), vec![Problem::new(Code::CsvShape, text.span(0..0), web_page::MESSAGE).help(web_page::HELP)]);
    }
    // An open quote makes nonsense of all that follows it, so it is told alone.
    if let Some(open) = open_quote(&text.text) {
        let problem = Problem::new(Code::CsvShape, text.span(open..open + 1), "this quote is never closed");
        return (Csv::default(), vec![problem.help("put a quote at the end of the cell; a quote inside a cell is written twice")]);
    }
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.text.as_bytes());
    let mut table = Csv::default();
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                problems.push(unreadable(text, &error));
                break;
            }
        }
        let start = line_start(text, record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX)));
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if table.headers.is_empty() {
            problems.extend(header_problems(text, start, &cells));
            table.headers = cells;
        } else if cells.len() == table.headers.len() {
            table.rows.push(Row { cells, line_start: start });
        } else if cells.iter().any(|cell| !cell.is_empty()) && problems.len() < MOST_RAGGED {
            problems.push(ragged(text, start, cells.len(), table.headers.len()));
        }
    }
    if table.headers.is_empty() && problems.is_empty() {
        problems.push(Problem::new(Code::CsvShape, text.span(0..0), "this file is empty").help("write a line of column names and the rows below"));
    }
    if table.rows.is_empty() && problems.is_empty() {
        let problem = Problem::new(Code::CsvShape, text.span(line_of(text, 0)), "this file has column names and no rows");
        problems.push(problem.help("write the rows below the first line"));
    }
    (table, problems)
}

/// The beginning of a record: the parser counts the line ends in front of it to it.
fn line_start(text: &Text, at: usize) -> usize {
    let rest = text.text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches('\n').len()
}

fn line_of(text: &Text, start: usize) -> Range<usize> {
    let length = text.text.get(start..).map_or(0, |rest| rest.find('\n').unwrap_or(rest.len()));
    start..start + length
}

/// Where the quote stands that nothing closes, if the file ends inside quotes.
///
/// The same rules as the parser's: a quote opens a cell only at its beginning, and two quotes inside are one.
fn open_quote(text: &str) -> Option<usize> {
    let mut open = None;
    let mut at_start_of_cell = true;
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        let is_quote = byte == b'"';
        if is_quote && open.is_none() && at_start_of_cell {
            open = Some(at);
        } else if is_quote && open.is_some() && bytes.next_if(|(_, next)| *next == b'"').is_none() {
            open = None;
        }
        at_start_of_cell = open.is_none() && matches!(byte, b',' | b'\n');
    }
    open
}

fn header_problems(text: &Text, start: usize, headers: &[String]) -> Vec<Problem> {
    let line = line_of(text, start);
    let mut problems = Vec::new();
    if let [only] = headers
        && let Some((sign, name)) = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")].into_iter().find(|(sign, _)| only.contains(*sign))
    {
        let message = format!("the columns are separated by {name}, not by commas");
        let help = format!("save the file as CSV with commas; now `{}` is one cell", only.replace(sign, &sign.escape_debug().to_string()));
        return vec![Problem::new(Code::CsvShape, text.span(line), message).help(help)];
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut nameless: Vec<usize> = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let number = at + 1;
        if header.is_empty() {
            nameless.push(number);
        } else if let Some(earlier) = first.insert(header, number) {
            let message = format!("columns {earlier} and {number} are both called `{header}`");
            problems.push(Problem::new(Code::CsvShape, text.span(line.clone()), message).help("give each column a name of its own"));
        }
    }
    problems.extend(without_names(&nameless, headers.len()).map(|(message, help)| Problem::new(Code::CsvShape, text.span(line), message).help(help)));
    problems
}

/// What is said of columns without a name, by their numbers. Publishers put a title alone into the first line.
fn without_names(numbers: &[usize], columns: usize) -> Option<(String, &'static str)> {
    let help = "write a name for every column in the first line";
    match numbers {
        [] => None,
        [one] => Some((format!("column {one} has no name"), help)),
        many if many.len() + 1 == columns && columns > 2 => {
            let help =
                "this may be a publisher's file with a title above its names: declare it in content/_data/datasets.yaml, or remove the lines above the names";
            Some(("only one column has a name in the first line".to_owned(), help))
        }
        many => {
            let numbers: Vec<String> = many.iter().map(usize::to_string).collect();
            Some((format!("columns {} have no name", numbers.join(", ")), help))
        }
    }
}

fn ragged(text: &Text, start: usize, cells: usize, headers: usize) -> Problem {
    let plural = if cells == 1 { "" } else { "s" };
    let message = format!("this row has {cells} cell{plural}, the first line has {headers}");
    let help = if cells > headers { "put cells that hold a comma in quotes" } else { "add the missing cells; empty ones need their commas too" };
    Problem::new(Code::CsvShape, text.span(line_of(text, start)), message).help(help)
}

fn unreadable(text: &Text, error: &csv::Error) -> Problem {
    let at = error.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX)).min(text.text.len());
    let message = match error.kind() {
        ErrorKind::Utf8 { err, .. } => format!("this row is not UTF-8: {err}"),
        _ => format!("this row cannot be read: {error}"),
    };
    Problem::new(Code::CsvShape, text.span(at..at), message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::told;
    use crate::source::SourcePath;

    fn text(csv: &str) -> Text {
        Text::decode(&SourcePath::new("content/_data/a.csv").unwrap(), csv.as_bytes()).unwrap()
    }

    fn check_problems(csv: &str, expected: &str) {
        let text = text(csv);
        assert_eq!(told(&text, &parse(&text).1), expected, "{csv}");
    }

    #[test]
    fn cells_are_text_and_rows_know_their_lines() {
        let (table, problems) = parse(&text("code, name\n01234,\"A, \"\"b\"\"\nc\"\n\n1e5,é\n"));
        assert_eq!(problems, []);
        assert_eq!(table.headers, ["code", "name"]);
        let rows: Vec<_> = table.rows.iter().map(|row| (row.cells.join("|"), row.line_start)).collect();
        assert_eq!(rows, [("01234|A, \"b\"\nc".to_owned(), 11), ("1e5|é".to_owned(), 31)]);
        assert_eq!((table.column("name"), table.nearest_header("nmae")), (Some(1), Some("name")));
    }

    #[test]
    fn what_the_parser_takes_in_silence_is_told_at_its_line() {
        for (csv, expected) in [
            ("a\nb\n\"c\nd\n", "3:1 csv-shape: this quote is never closed | put a quote at the end of the cell; a quote inside a cell is written twice\n"),
            ("a,b\n1,\"2\"\"\n", "2:3 csv-shape: this quote is never closed | put a quote at the end of the cell; a quote inside a cell is written twice\n"),
            ("a,b,a\n1,2,3\n", "1:1 csv-shape: columns 1 and 3 are both called `a` | give each column a name of its own\n"),
            ("a,,c\n1,2,3\n", "1:1 csv-shape: column 2 has no name | write a name for every column in the first line\n"),
            ("a,,c,\n1,2,3,4\n", "1:1 csv-shape: columns 2, 4 have no name | write a name for every column in the first line\n"),
            (
                "Table 1,,\n1,2,3\n",
                "1:1 csv-shape: only one column has a name in the first line | this may be a publisher's file with a title above its names: declare it in content/_data/datasets.yaml, or remove the lines above the names\n",
            ),
            ("a;b\n1;2\n", "1:1 csv-shape: the columns are separated by semicolons, not by commas | save the file as CSV with commas; now `a;b` is one cell\n"),
            ("a\tb\n1\t2\n", "1:1 csv-shape: the columns are separated by tabs, not by commas | save the file as CSV with commas; now `a\\tb` is one cell\n"),
            (
                "a,b\n1\n1,2,3\n",
                "2:1 csv-shape: this row has 1 cell, the first line has 2 | add the missing cells; empty ones need their commas too\n3:1 csv-shape: this row has 3 cells, the first line has 2 | put cells that hold a comma in quotes\n",
            ),
            (
                "<!DOCTYPE html>\n<p title=\"a>\n",
                "1:1 csv-shape: this is a web page, probably saved instead of the file | open it in a browser to see what it says, and download the file itself from its publisher\n",
            ),
            ("", "1:1 csv-shape: this file is empty | write a line of column names and the rows below\n"),
            ("a,b\n\n", "1:1 csv-shape: this file has column names and no rows | write the rows below the first line\n"),
            ("a,b\n5\" pipe,x\n", ""),
        ] {
            check_problems(csv, expected);
        }
    }
}
