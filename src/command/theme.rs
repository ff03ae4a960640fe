//! `theme check`: what is wrong with the templates, style sheets and parameters of the project's theme, and nothing of its guides.

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::problems::{Outcome, conclude, tell, tell_stop, verdict};
use super::project;
use super::screen::{self, Progress, Stage};
use crate::problem::Problem;

/// Carries out `theme check`.
pub(super) fn check(arguments: &Arguments, check: &arguments::ThemeCheck, progress: &Progress) -> Result<Exit, Stop> {
    let project = project::build(arguments, &check.what, None, progress).map_err(|stop| tell_stop(stop, &check.how))?;
    let report = project.build.report.without(|problem| !is_of_theme(problem));
    let report = if check.how.strict { report.strict() } else { report };
    progress.stage(Stage::Telling);
    tell(&report, &project.sources, &check.how, arguments.color, Outcome::default())?;
    let exit = verdict(&report);
    let summary = report.summary();
    let found = if summary.is_empty() { "no problems" } else { &summary };
    let line = format!("checked the theme `{}` with every kind of page: {found}", project.build.config.theme);
    if exit == Exit::Done {
        conclude(&check.how, &line)?;
    } else {
        screen::say(&format!("{line}\n"));
    }
    Ok(exit)
}

/// Whether it stands in a file of a theme, the built-in one too.
fn is_of_theme(problem: &Problem) -> bool {
    let file = problem.span.file.as_str();
    ["themes/", "templates/", "static/"].iter().any(|folder| file.starts_with(folder)) || problem.code.is_of_theme()
}
