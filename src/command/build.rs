//! `build`: publishes the site, if nothing is wrong with it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop, in_full};
use super::follow::Follow;
use super::problems::{conclude, tell, verdict};
use super::project::{self, Project};
use super::screen::{self, Progress, Stage};
use crate::day::Day;
use crate::inventory::State;
use crate::output::{Published, WriteError, disk};
use crate::pipeline::Build;

/// Carries out `build`.
pub(super) fn run(arguments: &Arguments, build: &arguments::Build, progress: &Progress) -> Result<Exit, Stop> {
    if build.watch {
        return run_again_and_again(arguments, build);
    }
    if !build.how.quiet {
        progress.show();
    }
    let project = project::build(arguments, &build.what, build.output_dir.as_deref(), progress)?;
    publish(arguments, build, project, progress)
}

/// The same upon every change, until a signal comes. Nothing that goes wrong with one build ends it.
fn run_again_and_again(arguments: &Arguments, build: &arguments::Build) -> Result<Exit, Stop> {
    let root = project::open(arguments, &build.what)?;
    let mut first_dir: Option<String> = None;
    let follow = Follow { root: &root, what: &build.what, output_dir: build.output_dir.as_deref(), polling: build.poll };
    follow.each(|round| {
        let done = round.outcome.and_then(|mut made| {
            let dir = first_dir.get_or_insert_with(|| made.config.output_dir.clone());
            if *dir != made.config.output_dir && build.output_dir.is_none() {
                screen::say(&format!("note: `output_dir` changed; it goes to `{}` until you start again\n", dir.escape_debug()));
                made.config.output_dir.clone_from(dir);
            }
            let project = Project { root: root.clone(), sources: round.sources.clone(), build: made };
            publish(arguments, build, project, &round.progress)
        });
        if let Err(stop) = done {
            screen::say(&format!("{}\n", stop.message));
        }
    })
}

/// Publishes a site, if nothing is wrong with it, and tells what is to be told.
fn publish(arguments: &Arguments, build: &arguments::Build, mut project: Project, progress: &Progress) -> Result<Exit, Stop> {
    if build.how.strict {
        project.build.report = project.build.report.strict();
    }
    let report = &project.build.report;
    let exit = verdict(report);
    if exit != Exit::Done {
        tell(report, &project.sources, &build.how, arguments.color, None)?;
        screen::say(&format!("{}: nothing was published; the last good site stays as it is\n", report.summary()));
        return Ok(exit);
    }
    progress.stage(Stage::Publishing);
    let dir = output_dir(build, &project);
    let published = disk::publish(&project.build.output, &dir, &project.root).map_err(|error| refused(&error, build, &project));
    let published = match published {
        Ok(published) => published,
        Err(stop) => {
            tell(report, &project.sources, &build.how, arguments.color, None)?;
            return Err(stop);
        }
    };
    progress.stage(Stage::Telling);
    let told = as_json(&published, &dir, &project.build);
    tell(report, &project.sources, &build.how, arguments.color, Some(told))?;
    for note in &published.notes {
        screen::say(&format!("note: {note}\n"));
    }
    if build.how.verbose {
        screen::say(&details(&published, progress));
    }
    conclude(&build.how, &last_line(&published, &from_here(&dir), &project.build, progress))?;
    Ok(Exit::Done)
}

/// A folder of the command line is relative to the current folder, one of the settings to the project.
fn output_dir(build: &arguments::Build, project: &Project) -> PathBuf {
    match (&build.output_dir, project.build.config.output_dir.as_str()) {
        (Some(dir), _) => dir.clone(),
        // Joined, an empty name would be the project itself: it goes to the guard as it is.
        (None, "") => PathBuf::new(),
        (None, dir) => project.root.join(dir),
    }
}

/// `dir` as one would write it in the current folder, if it lies there.
#[expect(clippy::disallowed_methods, reason = "the environment is read in command/")]
fn from_here(dir: &Path) -> PathBuf {
    let inside = std::env::current_dir().ok().and_then(|here| dir.strip_prefix(here).ok().map(Path::to_path_buf));
    inside.filter(|dir| !dir.as_os_str().is_empty()).unwrap_or_else(|| dir.to_path_buf())
}

fn refused(error: &WriteError, build: &arguments::Build, project: &Project) -> Stop {
    let place = if build.output_dir.is_some() || !error.is_wrong_use() {
        String::new()
    } else {
        format!("\nhelp: `output_dir` in site.toml is `{}`", project.build.config.output_dir.escape_debug())
    };
    let message = format!("error: {}{place}\nnothing was published; the last good site stays as it is", in_full(error));
    if error.is_wrong_use() { Stop::usage(message) } else { Stop::system(message) }
}

fn details(published: &Published, progress: &Progress) -> String {
    // Writing to a String cannot fail, here and below.
    let mut text = String::new();
    for (word, paths) in [("new", &published.new), ("changed", &published.changed), ("removed", &published.removed), ("kept, not ours", &published.kept)] {
        for path in paths {
            let _ = writeln!(text, "{word}: {}", path.to_string_lossy().escape_debug());
        }
    }
    for (stage, time) in progress.durations() {
        let _ = writeln!(text, "{}: {:.3} s", stage.words(), time.as_secs_f64());
    }
    text
}

/// Such as `published 16 guides, 41 pages, 73 files to public (12 new, 61 unchanged) in 0.12 s; not published: 2 drafts`.
fn last_line(published: &Published, dir: &Path, build: &Build, progress: &Progress) -> String {
    let counts = [(published.new.len(), "new"), (published.changed.len(), "changed"), (published.unchanged, "unchanged"), (published.removed.len(), "removed")];
    let changes: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let mut line = format!(
        "published {}, {}, {} to {} ({}) in {:.2} s",
        counted(build.counts.guides, "guide"),
        counted(build.counts.pages, "page"),
        counted(build.output.len(), "file"),
        dir.display(),
        changes.join(", "),
        progress.elapsed().as_secs_f64()
    );
    if let Some(held) = held_back(build) {
        let _ = write!(line, "; not published: {held}");
    }
    let report = build.report.summary();
    if !report.is_empty() {
        let _ = write!(line, "; {report}");
    }
    line
}

/// Pages that wait: `2 drafts, 1 scheduled (next: 2027-01-01)`.
fn held_back(build: &Build) -> Option<String> {
    let drafts = build.inventory.iter().filter(|entry| entry.state == State::Draft).count();
    let days: BTreeMap<Day, usize> = build.inventory.iter().fold(BTreeMap::new(), |mut days, entry| {
        if let State::Scheduled(day) = entry.state {
            *days.entry(day).or_default() += 1;
        }
        days
    });
    let mut words = Vec::new();
    if drafts > 0 {
        words.push(counted(drafts, "draft"));
    }
    if let Some(next) = days.keys().next() {
        words.push(format!("{} scheduled (next: {next})", days.values().sum::<usize>()));
    }
    (!words.is_empty()).then(|| words.join(", "))
}

fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn as_json(published: &Published, dir: &Path, build: &Build) -> Value {
    json!({
        "folder": dir.to_string_lossy(),
        "guides": build.counts.guides,
        "pages": build.counts.pages,
        "files": build.output.len(),
        "new": published.new.len(),
        "changed": published.changed.len(),
        "unchanged": published.unchanged,
        "removed": published.removed.len(),
        "kept": published.kept.len(),
        "notes": published.notes,
    })
}
