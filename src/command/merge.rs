//! `merge`: puts the shards of a site together, if they are all those of one build.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::arguments::{self, Arguments};
use super::build::{changes, counted, nothing_published};
use super::exit::{Exit, Stop, in_full};
use super::project;
use super::screen::{self, Progress, Stage};
use crate::output::{Old, Publication, Published, Refusal, Shards, WriteError, disk};

/// Carries out `merge`.
pub(super) fn run(arguments: &Arguments, merge: &arguments::Merge, progress: &Progress) -> Result<Exit, Stop> {
    let root = project(arguments)?;
    let asked = Asked::of(merge)?;
    if !merge.quiet {
        progress.show();
    }
    progress.stage(Stage::Reading);
    let shards = Shards::of(&asked.shards).map_err(|refusals| refused(&refusals, "nothing was merged"))?;
    let Some(out) = asked.out else { return verified(&shards, None, merge.quiet) };
    if merge.verify {
        return verified(&shards, Some(out), merge.quiet);
    }
    progress.stage(Stage::Publishing);
    let not_written = |error: &WriteError| not_written(error, out);
    let publication = Publication::open_beside(out, root.as_deref(), &asked.shards).map_err(|error| not_written(&error))?;
    let mut published = shards.merge(publication).map_err(|error| not_written(&error))?;
    let old = published.old.take();
    progress.stage(Stage::Telling);
    let told = tell(&shards, &published, out, merge.quiet, progress);
    progress.stage(Stage::Clearing);
    if let Some(note) = old.and_then(Old::clear) {
        screen::say(&format!("note: {note}\n"));
    }
    told.map(|()| Exit::Done)
}

/// What is asked for: which folders hold shards, and which the site.
struct Asked<'a> {
    out: Option<&'a Path>,
    shards: Vec<PathBuf>,
}

impl<'a> Asked<'a> {
    /// The first folder is the one to merge into; where nothing is written, it may be a shard like the others.
    fn of(merge: &'a arguments::Merge) -> Result<Self, Stop> {
        let first = disk::holds_shard(&merge.out);
        let mut shards = merge.shards.clone();
        match first {
            Some(_) if merge.verify => {
                shards.insert(0, merge.out.clone());
                return Ok(Self { out: None, shards });
            }
            Some(shard) => {
                let says = format!("error: `{}` holds shard {shard}, and the first folder is the one to merge into", merge.out.display());
                return Err(Stop::usage(format!("{says}\nhelp: name that first, then the shards: `guidepost merge public {} ...`", merge.out.display())));
            }
            None => {}
        }
        if shards.is_empty() {
            let says = "error: no shards are named\nhelp: name their folders behind the one to merge into: `guidepost merge public shards/1 shards/2`";
            return Err(Stop::usage(says));
        }
        Ok(Self { out: Some(&merge.out), shards })
    }
}

/// The project that one stands in, whose sources are out of bounds. Shards are merged without any as well.
fn project(arguments: &Arguments) -> Result<Option<PathBuf>, Stop> {
    match project::root(arguments) {
        Err(stop) if arguments.root.is_some() => Err(stop),
        root => Ok(root.ok()),
    }
}

/// Says whether the shards make a site, and whether it is the one that is there.
fn verified(shards: &Shards, out: Option<&Path>, is_quiet: bool) -> Result<Exit, Stop> {
    let compared = out.map(|out| shards.compare(out).map_err(|error| Stop { exit: exit(&error), message: format!("error: {}", in_full(&error)) }));
    let differences = compared.transpose()?.flatten();
    if let Some(refusals) = differences.as_ref().filter(|it| !it.is_empty()) {
        return Err(refused(refusals, &format!("the {} fit together", counted(shards.count(), "shard"))));
    }
    let is_there = differences.is_some();
    let mut line = format!("{} make one site of {}", counted(shards.count(), "shard"), counted(shards.file_count(), "file"));
    if let Some(out) = out {
        let _ = if is_there { write!(line, "; `{}` is that site", out.display()) } else { write!(line, "; `{}` holds none yet", out.display()) };
    }
    say(shards.notes(), &line, is_quiet).map(|()| Exit::Done)
}

fn tell(shards: &Shards, published: &Published, out: &Path, is_quiet: bool, progress: &Progress) -> Result<(), Stop> {
    let (count, files) = (counted(shards.count(), "shard"), counted(shards.file_count(), "file"));
    let line = format!("merged {count}, {files} to {} ({}) in {:.2} s", out.display(), changes(published), progress.elapsed().as_secs_f64());
    say(shards.notes().into_iter().chain(published.notes.iter().cloned()), &line, is_quiet)
}

fn say(notes: impl IntoIterator<Item = String>, line: &str, is_quiet: bool) -> Result<(), Stop> {
    for note in notes {
        screen::say(&format!("note: {note}\n"));
    }
    if is_quiet { Ok(()) } else { screen::result(&format!("{line}\n")) }
}

/// All that is wrong, and what follows.
fn refused(refusals: &[Refusal], end: &str) -> Stop {
    let mut lines: Vec<String> = refusals.iter().map(|it| format!("error: {}\nhelp: {}", it.message, it.help)).collect();
    lines.push(format!("{}: {end}", counted(refusals.len(), "error")));
    let exit = if refusals.iter().any(|it| it.is_of_system) { Exit::System } else { Exit::Problems };
    Stop { exit, message: lines.join("\n") }
}

fn not_written(error: &WriteError, out: &Path) -> Stop {
    Stop { exit: exit(error), message: format!("error: {}\n{}", in_full(error), nothing_published(out)) }
}

fn exit(error: &WriteError) -> Exit {
    if error.is_wrong_use() { Exit::Usage } else { Exit::System }
}
