//! A report as SARIF 2.1.0, which code hosts and editors show beside the lines of a change.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::places::Places;
use super::text::spans;
use super::{Code, Level, Problem, Report, explanation};
use crate::digest::Digest;
use crate::source::{Sources, Span};

/// The report as a SARIF document.
pub fn render(report: &Report, sources: &Sources) -> String {
    let places = Places::of(report.problems().iter().flat_map(spans), sources);
    let used: BTreeSet<Code> = report.problems().iter().map(|problem| problem.code).collect();
    let rules = used.iter().map(|code| {
        let [why, way_out] = explanation::reasons(*code);
        json!({
            "id": code.id(),
            "shortDescription": { "text": code.about() },
            "fullDescription": { "text": why },
            "help": { "text": way_out },
            "defaultConfiguration": { "level": level(code.level()) },
        })
    });
    let mut equal: BTreeMap<String, usize> = BTreeMap::new();
    let results = report.problems().iter().map(|problem| {
        let known = known_by(problem);
        let before = equal.entry(known.clone()).and_modify(|count| *count += 1).or_insert(0);
        let fingerprint = Digest::of(format!("{known}\n{before}").as_bytes()).digits(32);
        let text = match &problem.help {
            Some(help) => format!("{}\n{help}", problem.message),
            None => problem.message.clone(),
        };
        let mut result = json!({
            "ruleId": problem.code.id(),
            "level": level(problem.level),
            "message": { "text": text },
            "locations": [location(&problem.span, &places)],
            "partialFingerprints": { "guidepostProblem/v1": fingerprint },
        });
        let related: Vec<Value> = problem.others.iter().enumerate().map(|(id, other)| related(id, other, &places)).collect();
        if let (Value::Object(fields), false) = (&mut result, related.is_empty()) {
            fields.insert("relatedLocations".to_owned(), json!(related));
        }
        result
    });
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "Guidepost", "version": env!("CARGO_PKG_VERSION"), "rules": rules.collect::<Value>() } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Value>(),
        }],
    });
    format!("{document:#}\n")
}

/// By what a problem is the same after an edit above it: its check, its file and its words, as in a baseline.
fn known_by(problem: &Problem) -> String {
    format!("{}\n{}\n{}", problem.code.id(), problem.span.file, problem.message)
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

fn location(span: &Span, places: &Places) -> Value {
    let (start, end) = places.ends(span);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(span.file.as_str()) },
        "region": { "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column },
    } })
}

fn related(id: usize, (span, words): &(Span, String), places: &Places) -> Value {
    let mut place = location(span, places);
    if let Value::Object(fields) = &mut place {
        fields.insert("id".to_owned(), json!(id));
        fields.insert("message".to_owned(), json!({ "text": words }));
    }
    place
}

/// A path as a relative URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
