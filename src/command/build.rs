//! `build`: publishes the site, if nothing is wrong with it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::arguments::{self, Arguments, Format};
use super::exit::{Exit, Stop, in_full};
use super::follow::{Follow, Turn};
use super::problems::{self, Outcome, conclude, tell, tell_stop, verdict};
use super::project::{self, Project, Read};
use super::screen::{self, Progress, Stage};
use super::told::{self, Told};
use crate::day::Day;
use crate::inventory::State;
use crate::output::{Input, Old, Part, Publication, Published, Shard, Shelf, WriteError, disk};
use crate::pipeline::{self, Build};
use crate::problem::Report;
use crate::settings::Config;
use crate::source::{Ignored, Sources};

/// Carries out `build`.
pub(super) fn run(arguments: &Arguments, build: &arguments::Build, progress: &Progress) -> Result<Exit, Stop> {
    if build.watch {
        return run_again_and_again(arguments, build);
    }
    if !build.how.quiet {
        progress.show();
    }
    let mut read = project::read(arguments, &build.what, build.output_dir.as_deref(), progress).map_err(|stop| tell_stop(stop, &build.how))?;
    read.options.shard = build.shard;
    let part = part(&read);
    progress.stage(Stage::Building);
    let (mut made, publication) = build_while_publishing(&read, build);
    if build.how.strict {
        made.report = made.report.strict();
    }
    let asked = Asked { arguments, build, output_dir: build.output_dir.as_deref(), part, news: None, said: None };
    publish(&asked, &Project { root: read.root, sources: read.sources, build: made }, publication, progress)
}

/// What the list of files says of a shard.
fn part(Read { sources, options, .. }: &Read) -> Option<Part> {
    let input = || Input::of(sources, options.as_of.to_string(), options.drafts, options.base_url.clone());
    options.shard.map(|shard| Part { shard, input: input() })
}

/// Builds the site, and puts what pages hold into the output's place as soon as it is made, where that can be done.
fn build_while_publishing(read: &Read, build: &arguments::Build) -> (Build, Option<Publication>) {
    let Read { root, sources, options } = read;
    let config = pipeline::settings(sources, options);
    let dir = output_dir(build.output_dir.as_deref(), &config, root);
    // What stands in the way of publishing is told when it is tried: the problems of the content are to be told as well.
    let is_in_a_folder = std::path::absolute(&dir).is_ok_and(|dir| dir.parent().is_some_and(Path::is_dir));
    let publication = is_in_a_folder.then(|| Publication::open(&dir, root).ok()).flatten();
    let shelf = publication.as_ref().map(|publication| -> &dyn Shelf { publication });
    let made = project::build_onto(sources, options, shelf);
    // Which of two files has the path that both want must not depend on which was made first.
    if publication.is_some() && !made.output.is_without_clashes() {
        return (project::build_once(sources, options), None);
    }
    (made, publication)
}

/// The same upon every change, until a signal comes. Nothing that goes wrong with one build ends it.
fn run_again_and_again(arguments: &Arguments, build: &arguments::Build) -> Result<Exit, Stop> {
    // The current folder moves along with a project that is moved, and what takes its place is another: what is meant is meant as it is now.
    let root = absolute(&project::open(arguments, &build.what)?)?;
    let output_dir = build.output_dir.as_deref().map(absolute).transpose()?;
    let mut told = Told::default();
    let mut first_dir: Option<String> = None;
    let mut failure: Option<String> = None;
    let follow = Follow { root: &root, what: &build.what, output_dir: output_dir.as_deref(), polling: build.poll };
    follow.each(|round| {
        let said = failure.take();
        let mut made = match round.outcome {
            Ok(made) => made,
            // Only a change can make that better.
            Err(stop) => {
                screen::say(&format!("{}\nwaiting for it\n", stop.message));
                told = Told::default();
                return Turn::Done;
            }
        };
        if !round.news.is_empty() && !build.how.quiet {
            let changes = if build.how.verbose { told::named(&round.news) } else { told::changes(&round.news) };
            screen::say(&format!("{changes}: {} rendered\n", counted(made.rendered.len(), "page")));
        }
        if build.how.strict {
            made.report = made.report.strict();
        }
        // People are told what is new, programs all.
        let news = (build.how.format == Format::Text && said.is_none()).then(|| told.news(&made.report));
        let dir = first_dir.get_or_insert_with(|| made.config.output_dir.clone());
        if *dir != made.config.output_dir && build.output_dir.is_none() {
            screen::say(&format!("note: `output_dir` changed; it goes to `{}` until you start again\n", dir.escape_debug()));
            Arc::make_mut(&mut made.config).output_dir.clone_from(dir);
        }
        let project = Project { root: root.clone(), sources: round.sources.clone(), build: made };
        let asked = Asked { arguments, build, output_dir: output_dir.as_deref(), part: None, news: news.as_ref(), said: said.as_deref() };
        let Err(stop) = publish(&asked, &project, None, &round.progress) else { return Turn::Done };
        if said.as_ref() != Some(&stop.message) {
            screen::say(&format!("{}\n", stop.message));
        }
        failure = Some(stop.message);
        Turn::Again
    })
}

/// What a build is asked for, and what is known of the one before.
struct Asked<'a> {
    arguments: &'a Arguments,
    build: &'a arguments::Build,
    /// The folder that the command line names.
    output_dir: Option<&'a Path>,
    /// The part of the site that is made, if not all of it.
    part: Option<Part>,
    /// The problems that were not told before; all of them without.
    news: Option<&'a Report>,
    /// How publishing failed the last time, when all was told.
    said: Option<&'a str>,
}

/// The same folder wherever the current one goes.
fn absolute(path: &Path) -> Result<PathBuf, Stop> {
    std::path::absolute(path).map_err(|error| Stop::system(format!("error: {}: {error}", path.display())))
}

/// Publishes a site, if nothing is wrong with it, and tells what is to be told. What `publication` has of it is there already.
fn publish(asked: &Asked, project: &Project, publication: Option<Publication>, progress: &Progress) -> Result<Exit, Stop> {
    let Asked { arguments, build, said, .. } = *asked;
    let report = &project.build.report;
    let told = asked.news.unwrap_or(report);
    let exit = verdict(report);
    let dir = output_dir(asked.output_dir, &project.build.config, &project.root);
    if exit != Exit::Done {
        tell(told, &project.sources, &build.how, arguments.color, Outcome::default())?;
        screen::say(&format!("{}: {}\n", report.summary(), nothing_published(&dir)));
        return Ok(exit);
    }
    progress.stage(Stage::Publishing);
    let publication = publication.map_or_else(|| Publication::open(&dir, &project.root), Ok);
    let published =
        publication.and_then(|it| it.publish_part(&project.build.output, asked.part.clone())).map_err(|error| refused(&error, build, project, &dir));
    let mut published = match published {
        Ok(published) => published,
        Err(stop) if said == Some(&stop.message) => return Err(stop),
        Err(stop) => {
            let outcome = Outcome { error: Some(stop.message.clone()), ..Outcome::default() };
            tell(told, &project.sources, &build.how, arguments.color, outcome)?;
            return Err(stop);
        }
    };
    let old = published.old.take();
    progress.stage(Stage::Telling);
    let told = tell_all(&published, asked, project, progress);
    // Last, since it takes as long as publishing and nobody waits for it.
    progress.stage(Stage::Clearing);
    if let Some(note) = old.and_then(Old::clear) {
        screen::say(&format!("note: {note}\n"));
    }
    told.map(|()| Exit::Done)
}

fn tell_all(published: &Published, asked: &Asked, project: &Project, progress: &Progress) -> Result<(), Stop> {
    let Asked { arguments, build, .. } = *asked;
    let dir = output_dir(asked.output_dir, &project.build.config, &project.root);
    let notes: Vec<String> = published.notes.iter().cloned().chain(edited(published, &from_here(&dir))).collect();
    let outcome =
        Outcome { published: Some(as_json(published, &notes, &dir, asked.part.as_ref().map(|part| part.shard), &project.build)), ..Outcome::default() };
    tell(asked.news.unwrap_or(&project.build.report), &project.sources, &build.how, arguments.color, outcome)?;
    for note in &notes {
        screen::say(&format!("note: {note}\n"));
    }
    if build.how.verbose {
        screen::say(&details(published, progress));
    }
    conclude(&build.how, &last_line(published, &from_here(&dir), asked, project, progress))
}

/// A folder of the command line is relative to the current folder, one of the settings to the project.
fn output_dir(asked: Option<&Path>, config: &Config, root: &Path) -> PathBuf {
    match (asked, config.output_dir.as_str()) {
        (Some(dir), _) => dir.to_path_buf(),
        // Joined, an empty name would be the project itself: it goes to the guard as it is.
        (None, "") => PathBuf::new(),
        (None, dir) => root.join(dir),
    }
}

/// `dir` as one would write it in the current folder, if it lies there.
#[expect(clippy::disallowed_methods, reason = "the environment is read in command/")]
fn from_here(dir: &Path) -> PathBuf {
    let inside = std::env::current_dir().ok().and_then(|here| dir.strip_prefix(here).ok().map(Path::to_path_buf));
    inside.filter(|dir| !dir.as_os_str().is_empty()).unwrap_or_else(|| dir.to_path_buf())
}

/// Says so, and that the site from before is there, if one is.
pub(super) fn nothing_published(dir: &Path) -> String {
    let stays = if disk::holds_site(dir) { "; the last good site stays as it is" } else { "" };
    format!("nothing was published{stays}")
}

/// Pages that are gone from the sources and stay online, since somebody changed their published files.
fn edited(published: &Published, dir: &Path) -> Option<String> {
    let first = published.edited.first()?;
    let (count, more) = (published.edited.len(), published.edited.len() - 1);
    let others = if more > 0 { format!(" and {more} more") } else { String::new() };
    let were = if count == 1 { "that was changed after it was" } else { "that were changed after they were" };
    Some(format!(
        "{} kept {were} published: {}{others}; the site has no such page any more, so delete what should not stay online",
        counted(count, "file"),
        dir.join(first).to_string_lossy().escape_debug()
    ))
}

fn refused(error: &WriteError, build: &arguments::Build, project: &Project, dir: &Path) -> Stop {
    let is_default = build.output_dir.is_some() || project.build.config.output_dir == "public";
    let place = if is_default || !error.is_wrong_use() {
        String::new()
    } else {
        format!("\nhelp: `output_dir` in site.toml is `{}`", project.build.config.output_dir.escape_debug())
    };
    let message = format!("error: {}{place}\n{}", in_full(error), nothing_published(dir));
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

/// What publishing changed: `12 new, 61 unchanged`.
pub(super) fn changes(published: &Published) -> String {
    let counts = [(published.new.len(), "new"), (published.changed.len(), "changed"), (published.unchanged, "unchanged"), (published.removed.len(), "removed")];
    counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}

/// Such as `published 16 guides, 41 pages, 73 files to public (12 new, 61 unchanged) in 0.12 s; not published: 2 drafts, 1 hidden`.
fn last_line(published: &Published, dir: &Path, asked: &Asked, project: &Project, progress: &Progress) -> String {
    let shard = asked.part.as_ref().map(|part| part.shard);
    let Project { build, sources, .. } = project;
    let mut line = format!(
        "published {}{}, {}, {} to {} ({}) in {:.2} s",
        shard.map_or_else(String::new, |shard| format!("shard {shard}: ")),
        counted(build.counts.guides, "guide"),
        counted(build.counts.pages, "page"),
        counted(build.output.len(), "file"),
        dir.display(),
        changes(published),
        progress.elapsed().as_secs_f64()
    );
    // What concerns the whole site is told once.
    if let Some(held) = held_back(build, sources).filter(|_| shard.is_none_or(Shard::is_first)) {
        let _ = write!(line, "; not published: {held}");
    }
    for report in [build.report.summary(), problems::known(build.known)].iter().filter(|it| !it.is_empty()) {
        let _ = write!(line, "; {report}");
    }
    line
}

/// What the sources hold and the site does not: ``2 drafts, 1 scheduled (next: 2027-01-01), 1 kept back by `_` ``.
fn held_back(build: &Build, sources: &Sources) -> Option<String> {
    let inventory = build.inventory(sources);
    let count = |state: &State| inventory.iter().filter(|entry| entry.state == *state).count();
    let drafts = count(&State::Draft);
    let days: BTreeMap<Day, usize> = inventory.iter().fold(BTreeMap::new(), |mut days, entry| {
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
    let others = [
        (State::Underscore, "kept back by `_`"),
        (State::Ignored(Ignored::Hidden), "hidden"),
        (State::Ignored(Ignored::Backup), "backup"),
        (State::Unreadable, "unreadable"),
        (State::Unpublishable, "with a name that cannot be published"),
    ];
    words.extend(others.iter().map(|(state, word)| (count(state), word)).filter(|(count, _)| *count > 0).map(|(count, word)| match *word {
        "backup" => counted(count, word),
        _ => format!("{count} {word}"),
    }));
    (!words.is_empty()).then(|| words.join(", "))
}

pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn as_json(published: &Published, notes: &[String], dir: &Path, shard: Option<Shard>, build: &Build) -> Value {
    json!({
        "folder": dir.to_string_lossy(),
        "shard": shard.map(|shard| shard.to_string()),
        "guides": build.counts.guides,
        "pages": build.counts.pages,
        "files": build.output.len(),
        "new": published.new.len(),
        "changed": published.changed.len(),
        "unchanged": published.unchanged,
        "removed": published.removed.len(),
        "kept": published.kept.len(),
        "notes": notes,
    })
}
