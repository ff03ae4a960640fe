//! `check`: the problems that `build` would find, and nothing published.

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::problems::{Outcome, conclude, known, tell, tell_stop, verdict};
use super::screen::{self, Progress, Stage};
use super::{baseline, project};

/// Carries out `check`.
pub(super) fn run(arguments: &Arguments, check: &arguments::Check, progress: &Progress) -> Result<Exit, Stop> {
    if !check.how.quiet {
        progress.show();
    }
    let mut project = if check.write_baseline {
        project::build_without_baseline(arguments, &check.what, progress)
    } else {
        project::build(arguments, &check.what, None, progress)
    }
    .map_err(|stop| tell_stop(stop, &check.how))?;
    if check.write_baseline {
        return baseline::write(&project, check, arguments.color);
    }
    if check.how.strict {
        project.build.report = project.build.report.strict();
    }
    progress.stage(Stage::Telling);
    let report = &project.build.report;
    tell(report, &project.sources, &check.how, arguments.color, Outcome::default())?;
    if check.how.verbose {
        for (stage, time) in progress.durations() {
            screen::say(&format!("{}: {:.3} s\n", stage.words(), time.as_secs_f64()));
        }
    }
    let exit = verdict(report);
    let summary = [report.summary(), known(project.build.known)];
    let summary = summary.iter().filter(|it| !it.is_empty()).map(String::as_str).collect::<Vec<_>>().join("; ");
    let found = if summary.is_empty() { "no problems" } else { &summary };
    let line = format!("checked {} pages in {:.2} s: {found}", project.build.counts.pages, progress.elapsed().as_secs_f64());
    if exit == Exit::Done {
        conclude(&check.how, &line)?;
    } else {
        screen::say(&format!("{line}; a build would publish nothing\n"));
    }
    Ok(exit)
}
