//! A report for programs. `schema` counts up when a field changes its meaning or goes; new fields may come at any time.

use serde_json::{Value, json};

use super::places::Places;
use super::text::spans;
use super::{Level, Report};
use crate::source::{Sources, Span};

/// Version of the shape of the document.
pub const SCHEMA: u32 = 1;

/// The report as a JSON document: counts, then `problems` with code, level, message, place, help and other places.
///
/// Lines and columns count from 1, columns in characters; the end is the place after the last character.
pub fn document(report: &Report, sources: &Sources) -> Value {
    let places = Places::of(report.problems().iter().flat_map(spans), sources);
    let problems = report.problems().iter().map(|problem| {
        let others = problem.others.iter().map(|(span, words)| located(json!({ "message": words }), span, &places));
        let about = json!({ "code": problem.code.id(), "level": problem.level, "message": problem.message });
        let mut problem_json = located(about, &problem.span, &places);
        if let Value::Object(fields) = &mut problem_json {
            fields.insert("help".to_owned(), json!(problem.help));
            fields.insert("others".to_owned(), others.collect());
        }
        problem_json
    });
    json!({
        "schema": SCHEMA,
        "guidepost": env!("CARGO_PKG_VERSION"),
        "errors": report.count(Level::Error),
        "warnings": report.count(Level::Warning),
        "notes": report.count(Level::Note),
        "problems": problems.collect::<Value>(),
    })
}

/// The document as text.
pub fn render(report: &Report, sources: &Sources) -> String {
    format!("{:#}\n", document(report, sources))
}

fn located(mut about: Value, span: &Span, places: &Places) -> Value {
    let (start, end) = places.ends(span);
    if let Value::Object(fields) = &mut about {
        fields.insert("file".to_owned(), json!(span.file));
        for (name, number) in [("line", start.line), ("column", start.column), ("end_line", end.line), ("end_column", end.column)] {
            fields.insert(name.to_owned(), json!(number));
        }
    }
    about
}
