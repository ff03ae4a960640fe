//! The problems of a build as the client in the browser shows them: the document of `--format json`, with the source line and a link to the editor.

use std::collections::BTreeMap;
use std::path::Path;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use crate::problem::{Report, json};
use crate::settings::Editor;
use crate::source::{SourcePath, Sources, Text};

/// How many are sent; the rest is counted.
const SHOWN: usize = 200;
/// Longest stretch of a source line, in characters, and how much of it stands before the place. Many write a paragraph in one line.
const LONGEST_LINE: usize = 300;
const BEFORE: usize = 100;
/// What may not stand in the path of an address as it is.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}').add(b'&').add(b'\\');

/// The problems of `report`, worst first.
///
/// `texts` are all files that places point into; only those of `project` can be opened in an editor.
pub(super) fn document(report: &Report, texts: &Sources, project: &Sources, editor: Option<&Editor>, root: &Path) -> Value {
    let mut document = json::document(report, texts);
    let Some(Value::Array(list)) = document.get_mut("problems").map(Value::take) else { return document };
    let mut list = list;
    list.sort_by_key(|problem| match problem.get("level").and_then(Value::as_str) {
        Some("error") => 0,
        Some("warning") => 1,
        _ => 2,
    });
    let rest = list.len().saturating_sub(SHOWN);
    list.truncate(SHOWN);
    let mut files = BTreeMap::new();
    let opened = |path: &SourcePath, line, column| {
        let disk = root.join(project.get(path).map(|_| path.as_str())?);
        Some(editor?.href(&utf8_percent_encode(&disk.to_string_lossy(), IN_PATH).to_string(), line, column))
    };
    for problem in &mut list {
        place(problem, texts, &mut files, opened);
        for other in problem.get_mut("others").and_then(Value::as_array_mut).into_iter().flatten() {
            place(other, texts, &mut files, opened);
        }
    }
    if let Value::Object(fields) = &mut document {
        fields.insert("problems".to_owned(), Value::Array(list));
        fields.insert("more".to_owned(), json!(rest));
    }
    document
}

/// A document of one error that stands in no file.
pub(super) fn single(message: &str) -> Value {
    json!({ "errors": 1, "warnings": 0, "notes": 0, "more": 0, "problems": [{ "code": "", "level": "error", "message": message, "file": null, "help": null, "others": [] }] })
}

/// Adds `excerpt`, the source line or a stretch of it, `excerpt_column`, where that begins, and `editor`, an address that opens it, where there are such.
fn place(problem: &mut Value, texts: &Sources, files: &mut BTreeMap<SourcePath, Option<Text>>, opened: impl Fn(&SourcePath, u64, u64) -> Option<String>) {
    let number = |name: &str| problem.get(name).and_then(Value::as_u64).unwrap_or(1);
    let (line, column) = (number("line"), number("column"));
    let Some(path) = problem.get("file").and_then(Value::as_str).and_then(SourcePath::new) else { return };
    let text = files.entry(path.clone()).or_insert_with(|| texts.get(&path).map(|bytes| Text::decode_lossy(&path, bytes)));
    let found = text.as_ref().and_then(|text| {
        let line = text.text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?)?;
        Some(stretch(line, usize::try_from(column).ok()?))
    });
    let (excerpt, excerpt_column) = found.map_or((None, 1), |(excerpt, column)| (Some(excerpt), column));
    if let Value::Object(fields) = problem {
        fields.insert("excerpt".to_owned(), json!(excerpt));
        fields.insert("excerpt_column".to_owned(), json!(excerpt_column));
        fields.insert("editor".to_owned(), json!(opened(&path, line, column)));
    }
}

/// The stretch of `line` around `column`, and the column of its first character; the whole line if it is not too long.
fn stretch(line: &str, column: usize) -> (String, usize) {
    let length = line.chars().count();
    let start = if length <= LONGEST_LINE { 0 } else { column.saturating_sub(1 + BEFORE).min(length - LONGEST_LINE) };
    (line.chars().skip(start).take(LONGEST_LINE).collect(), start + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_line_the_stretch_around_the_place_is_given() {
        let line: String = ('a'..='z').cycle().take(1000).collect();
        let check = |line: &str, column, first, count| {
            let expected: String = line.chars().skip(first - 1).take(count).collect();
            assert_eq!(stretch(line, column), (expected, first), "{column}");
        };
        check("short", 4, 1, 5);
        check("", 9, 1, 0);
        check(&line, 1, 1, 300);
        check(&line, 101, 1, 300);
        check(&line, 500, 400, 300);
        check(&line, 1000, 701, 300);
        check(&line, 2000, 701, 300);
    }
}
