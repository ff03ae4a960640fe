//! Keys of a dataset that its format or its kind of file does not have: they would be passed over in silence.

use crate::dataset::{Declaration, Format};
use crate::guide::front_matter::rules::Judge;
use crate::problem::Code;

/// Judges every key of `dataset`, the entry at `path`, that says nothing of its files.
pub(super) fn judge(dataset: &Declaration, path: &[&str], judge: &mut Judge<'_, '_>) {
    let files: Vec<&String> = dataset.file.iter().chain(dataset.files.iter().flatten()).collect();
    let is_workbook = |name: &&&String| name.to_ascii_lowercase().rsplit_once('.').is_some_and(|(_, ending)| ending.starts_with("xls"));
    let workbooks = files.iter().filter(is_workbook).count();
    let mut tell = |key: &'static str, message: String, help: &str| {
        let place = judge.key_span(&[path, &[key]].concat());
        judge.problems.push(crate::problem::Problem::new(Code::UnknownKey, place, message).help(help));
    };
    if dataset.sheet.is_some() && workbooks == 0 && !files.is_empty() {
        tell("sheet", "`sheet` belongs to workbooks (`.xlsx`), and a text file has none".to_owned(), "take it out, or name the workbook as `file`");
    }
    if !files.is_empty() && workbooks == files.len() {
        for (key, is_there) in [("separator", dataset.separator.is_some()), ("encoding", dataset.encoding.is_some())] {
            if is_there {
                tell(key, format!("`{key}` belongs to text files, and a workbook tells it itself"), "take it out, or name the text file as `file`");
            }
        }
    }
    let Some(format) = dataset.format else { return };
    if dataset.separator.is_some() && format == Format::Onet && workbooks < files.len() {
        tell("separator", "the format `onet` has no `separator`: its text files have tabs between their cells".to_owned(), "take it out");
    }
    let name = match format {
        Format::Oews => "oews",
        Format::BlsProjections => "bls-projections",
        Format::Onet => "onet",
        Format::Table => "table",
    };
    let of_table = [Format::Table].as_slice();
    let keys: [(&'static str, bool, &[Format], &str); 6] = [
        ("columns", dataset.columns.is_some(), of_table, "`table`"),
        ("marks", dataset.marks.is_some(), of_table, "`table`"),
        ("decimal", dataset.decimal.is_some(), of_table, "`table`"),
        ("top_code", dataset.top_code.is_some(), &[Format::Oews], "`oews`"),
        ("header", dataset.header.is_some(), &[Format::Oews, Format::BlsProjections, Format::Table], "`oews`, `bls-projections` and `table`"),
        ("currency", dataset.currency.is_some(), &[Format::Oews, Format::BlsProjections, Format::Table], "`oews`, `bls-projections` and `table`"),
    ];
    for (key, _, _, belongs) in keys.into_iter().filter(|(_, is_there, formats, _)| *is_there && !formats.contains(&format)) {
        let help = if belongs == "`table`" {
            "take it out: this format knows its columns and marks; or declare the file as `format: table`"
        } else if key == "top_code" && format == Format::Table {
            "take it out, and say what the mark means: `marks: { \"#\": at-least 239200 }`"
        } else {
            "take it out"
        };
        tell(key, format!("the format `{name}` has no `{key}`: it belongs to {belongs}"), help);
    }
}
