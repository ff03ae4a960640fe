//! Writes `baseline.json`, the one file of a project that the program writes itself: beside its place first, then into it.
#![expect(clippy::disallowed_methods, reason = "it is asked to write this file")]

use std::fs;

use super::arguments::{Check, When};
use super::exit::{Exit, Stop};
use super::problems::{Outcome, conclude, tell, verdict};
use super::project::Project;
use super::screen;
use crate::problem::baseline;
use crate::source::disk::BASELINE_FILE;

/// Makes what is found known. What cannot be known is told.
pub(super) fn write(project: &Project, check: &Check, color: When) -> Result<Exit, Stop> {
    let report = &project.build.report;
    let path = project.root.join(BASELINE_FILE);
    let beside = project.root.join(format!(".{BASELINE_FILE}.guidepost-new"));
    let written = fs::write(&beside, baseline::write(report)).and_then(|()| fs::rename(&beside, &path));
    written.map_err(|error| Stop::system(format!("error: {} cannot be written: {error}", path.display())))?;
    let unread = report.clone().without(|problem| !problem.code.is_fixed());
    tell(&unread, &project.sources, &check.how, color, Outcome::default())?;
    let known = report.problems().len() - unread.problems().len();
    let (problems, are) = if known == 1 { ("problem", "is") } else { ("problems", "are") };
    conclude(&check.how, &format!("{known} {problems} {are} known from now on: {}", path.display()))?;
    if !unread.problems().is_empty() {
        screen::say("what is told above cannot be known, since it leaves something unread\n");
    }
    Ok(verdict(&unread))
}
