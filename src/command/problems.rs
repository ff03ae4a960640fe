//! Tells the problems of a build in the form that was asked for, and what they mean for the exit code.

use serde_json::Value;

use super::arguments::{Format, How, When};
use super::exit::{Exit, Stop};
use super::screen;
use crate::problem::{Level, Report, annotations, json, sarif, text};
use crate::source::{SourcePath, Sources};

/// What the problems of a build come to.
pub(super) fn verdict(report: &Report) -> Exit {
    let settings = SourcePath::settings();
    let errors = || report.problems().iter().filter(|problem| problem.level == Level::Error);
    match (errors().count(), errors().any(|problem| problem.span.file == settings)) {
        (0, _) => Exit::Done,
        (_, true) => Exit::Usage,
        (_, false) => Exit::Problems,
    }
}

/// How many problems are known, in words; empty if none.
pub(super) fn known(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 known problem is in baseline.json".to_owned(),
        count => format!("{count} known problems are in baseline.json"),
    }
}

/// What a run came to beside its problems, for programs.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// What a build did.
    pub(super) published: Option<Value>,
    /// Why it stopped.
    pub(super) error: Option<String>,
}

/// Tells the problems, and to programs what the run came to.
pub(super) fn tell(report: &Report, sources: &Sources, how: &How, color: When, outcome: Outcome) -> Result<(), Stop> {
    match how.format {
        Format::Text => {
            screen::say(&text::render(report, sources, screen::is_coloured(color)));
            Ok(())
        }
        Format::Json => {
            let mut document = json::document(report, sources);
            if let Value::Object(fields) = &mut document {
                fields.insert("published".to_owned(), outcome.published.unwrap_or(Value::Null));
                fields.insert("error".to_owned(), outcome.error.map_or(Value::Null, Value::String));
            }
            screen::result(&format!("{document:#}\n"))
        }
        Format::Sarif => screen::result(&sarif::render(report, sources)),
        Format::Github => screen::result(&annotations::render(report, sources)),
    }
}

/// Tells a program that reads JSON why the project was not even read; people read it on stderr.
pub(super) fn tell_stop(stop: Stop, how: &How) -> Stop {
    let outcome = Outcome { error: Some(stop.message.clone()), ..Outcome::default() };
    if how.format == Format::Json {
        // The reason for stopping weighs more than a closed pipe.
        let _ = tell(&Report::default(), &Sources::default(), how, When::Never, outcome);
    }
    stop
}

/// Writes a last line: to stdout for people, to stderr where stdout belongs to a program.
pub(super) fn conclude(how: &How, line: &str) -> Result<(), Stop> {
    match how.format {
        _ if how.quiet => Ok(()),
        Format::Text => screen::result(&format!("{line}\n")),
        _ => {
            screen::say(&format!("{line}\n"));
            Ok(())
        }
    }
}
