//! `list`: every source file and what becomes of it, so that nothing is silently left out.

use serde_json::{Value, json};

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::project;
use super::screen::{self, Progress};
use crate::inventory::{Entry, State};
use crate::source::Ignored;

/// Carries out `list`.
pub(super) fn run(arguments: &Arguments, list: &arguments::List, progress: &Progress) -> Result<Exit, Stop> {
    let project = project::build(arguments, &list.what, None, progress)?;
    let inventory = project.build.inventory(&project.sources);
    let entries = inventory.iter().filter(|entry| !list.unpublished || is_held_back(&entry.state));
    if list.json {
        let files: Value = entries.map(as_json).collect();
        screen::result(&format!("{:#}\n", json!({ "schema": 1, "files": files })))?;
    } else {
        let rows: Vec<(String, String)> = entries.map(|entry| (escaped(entry), words(&entry.state))).collect();
        let width = rows.iter().map(|(path, _)| path.chars().count()).max().unwrap_or(0);
        let lines: Vec<String> = rows.iter().map(|(path, words)| format!("{path:width$}  {words}\n")).collect();
        screen::result(&lines.concat())?;
    }
    if project.build.report.has_errors() {
        screen::say(&format!("{}: `guidepost check` shows them\n", project.build.report.summary()));
    }
    Ok(Exit::Done)
}

fn escaped(entry: &Entry) -> String {
    entry.path.as_str().escape_debug().to_string()
}

fn is_held_back(state: &State) -> bool {
    !matches!(state, State::Published(_) | State::Copied | State::Data)
}

fn words(state: &State) -> String {
    match state {
        State::Published(address) => format!("published at {address}"),
        State::Draft => "draft".to_owned(),
        State::Scheduled(day) => format!("scheduled until {day}"),
        State::Underscore => "kept back by the underscore".to_owned(),
        State::Ignored(Ignored::Hidden) => "hidden by the dot".to_owned(),
        State::Ignored(Ignored::Backup) => "an editor's backup".to_owned(),
        State::Unreadable => "unreadable".to_owned(),
        State::Unpublishable => "cannot be published".to_owned(),
        State::Copied => "copied".to_owned(),
        State::Data => "read".to_owned(),
    }
}

fn as_json(entry: &Entry) -> Value {
    let name = match &entry.state {
        State::Published(address) => return json!({ "file": entry.path, "state": "published", "address": address }),
        State::Scheduled(day) => return json!({ "file": entry.path, "state": "scheduled", "until": day }),
        State::Draft => "draft",
        State::Underscore => "underscore",
        State::Ignored(Ignored::Hidden) => "hidden",
        State::Ignored(Ignored::Backup) => "backup",
        State::Unreadable => "unreadable",
        State::Unpublishable => "unpublishable",
        State::Copied => "copied",
        State::Data => "read",
    };
    json!({ "file": entry.path, "state": name })
}
