//! What scripts must have met before their silence means something: every kind of edit, good builds and bad ones, nearly every problem.

use std::collections::BTreeSet;

use guidepost::problem::Code;

use crate::edits::Edits;
use crate::script::Counts;

/// Problems that no script meets: a fault of the program is a failure of its own.
const NEVER_MET: &[Code] = &[Code::Fault];

/// Edits that no build shows.
const UNSEEN: &[&str] = &[
    "touched: one file",
    "touched: every file",
    "front: extra",
    "body: lines ended otherwise",
    "body: a byte order mark",
    "theme.toml: name",
    "theme.toml: description",
    "settings: output_dir",
    "settings: limits.render_seconds",
    // It changes the inventory alone.
    "files: one that is passed over",
];

/// What is missing in `counts`, in sentences; empty if nothing is.
pub(crate) fn gaps(counts: &Counts, edits: &Edits) -> Vec<String> {
    let mut gaps = Vec::new();
    let unmade: Vec<&str> = edits.names().filter(|name| !counts.edits.contains_key(*name)).collect();
    if !unmade.is_empty() {
        gaps.push(format!("these edits were never made: {}", unmade.join(", ")));
    }
    let unseen = unseen(counts, edits);
    if !unseen.is_empty() {
        gaps.push(format!("these edits never changed anything: {}", unseen.join(", ")));
    }
    let met: BTreeSet<Code> = counts.codes.keys().copied().chain(NEVER_MET.iter().copied()).collect();
    let unmet: Vec<&str> = Code::ALL.iter().filter(|code| !met.contains(code)).map(|code| code.id()).collect();
    if !unmet.is_empty() {
        gaps.push(format!("these problems were never told: {}", unmet.join(", ")));
    }
    let percent = |part: usize| 100 * part / counts.builds.max(1);
    let good = percent(counts.without_errors);
    if !(30..=70).contains(&good) {
        gaps.push(format!("{good} of 100 builds are without errors"));
    }
    gaps
}

/// The kinds of edits that never changed anything, but for those that cannot.
pub(crate) fn unseen(counts: &Counts, edits: &Edits) -> Vec<String> {
    edits.names().filter(|name| !counts.shown.contains(*name) && !UNSEEN.contains(name)).map(str::to_owned).collect()
}

/// The counts as a table, the rarest first.
pub(crate) fn table(counts: &Counts) -> String {
    let codes = counts.codes.iter().map(|(code, count)| (*count, code.id().to_owned()));
    let edits = counts.edits.iter().map(|(name, count)| (*count, name.clone()));
    let lines = |rows: Vec<(usize, String)>| {
        let mut rows = rows;
        rows.sort();
        rows.iter().map(|(count, name)| format!("{count:6} {name}\n")).collect::<String>()
    };
    let (builds, good, clean) = (counts.builds, counts.without_errors, counts.without_warnings);
    format!(
        "{builds} builds, {good} without errors, {clean} without warnings\n\n{} problems\n{}\n{} kinds of edits\n{}",
        counts.codes.len(),
        lines(codes.collect()),
        counts.edits.len(),
        lines(edits.collect())
    )
}
