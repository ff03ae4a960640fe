//! What every command on a project begins with: find it, read it, build it in memory.
#![expect(clippy::disallowed_methods, reason = "the environment is read in command/")]

use std::env;
use std::path::{Path, PathBuf};

use super::arguments::{Arguments, What};
use super::exit::{Stop, in_full};
use super::screen::{Progress, Stage};
use super::{as_of, pictures};
use crate::day::Day;
use crate::output::Shelf;
use crate::pipeline::{self, Build, Options};
use crate::settings;
use crate::source::disk::{self, ReadError, SETTINGS_FILE};
use crate::source::{SourcePath, Sources};

/// A project that was read and built, and not yet published.
pub(super) struct Project {
    pub(super) root: PathBuf,
    pub(super) sources: Sources,
    pub(super) build: Build,
}

/// A project that was read.
pub(super) struct Read {
    pub(super) root: PathBuf,
    pub(super) sources: Sources,
    pub(super) options: Options,
}

/// Reads and builds the project. `output_dir` is what the command line says about where it goes.
pub(super) fn build(arguments: &Arguments, what: &What, output_dir: Option<&Path>, progress: &Progress) -> Result<Project, Stop> {
    let Read { root, sources, options } = read(arguments, what, output_dir, progress)?;
    progress.stage(Stage::Building);
    let build = build_once(&sources, &options);
    Ok(Project { root, sources, build })
}

/// Reads the project.
pub(super) fn read(arguments: &Arguments, what: &What, output_dir: Option<&Path>, progress: &Progress) -> Result<Read, Stop> {
    let as_of = as_of::today(what.as_of)?;
    progress.stage(Stage::Reading);
    let root = open(arguments, what)?;
    let sources = disk::read(&root, &output_dir_of(&root, output_dir)).map_err(|error| refused(&error))?;
    Ok(Read { root, sources, options: options(what, as_of)? })
}

/// The same as if there were no baseline.
pub(super) fn build_without_baseline(arguments: &Arguments, what: &What, progress: &Progress) -> Result<Project, Stop> {
    let Read { root, mut sources, options } = read(arguments, what, None, progress)?;
    sources.files.remove(&SourcePath::baseline());
    progress.stage(Stage::Building);
    let build = build_once(&sources, &options);
    Ok(Project { root, sources, build })
}

/// Builds a site with what earlier runs left for this one.
pub(super) fn build_once(sources: &Sources, options: &Options) -> Build {
    build_onto(sources, options, None)
}

/// The same, with what pages hold put on `shelf` as soon as it is made.
pub(super) fn build_onto(sources: &Sources, options: &Options, shelf: Option<&dyn Shelf>) -> Build {
    let mut memory = pictures::memory(sources);
    let build = pipeline::build_onto(sources, options, &mut memory, shelf);
    pictures::keep(&memory);
    build
}

/// The folder of the project; from now on work is done on as many threads as were asked for.
pub(super) fn open(arguments: &Arguments, what: &What) -> Result<PathBuf, Stop> {
    if let Some(threads) = what.threads {
        if threads == 0 {
            return Err(Stop::usage("error: a build needs at least one thread"));
        }
        // It fails only if the pool is there already, which then does the work.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    root(arguments)
}

/// The folder that never counts as input.
pub(super) fn output_dir_of(root: &Path, asked: Option<&Path>) -> PathBuf {
    asked.map_or_else(|| root.join("public"), Path::to_path_buf)
}

/// What a build is asked for.
pub(super) fn options(what: &What, as_of: Day) -> Result<Options, Stop> {
    let base_url = what.base_url.as_deref().map(base_url).transpose()?;
    Ok(Options { as_of, drafts: what.drafts, base_url, shard: None })
}

fn base_url(url: &str) -> Result<String, Stop> {
    settings::base_url(url).map_err(|(message, help)| Stop::usage(format!("error: --base-url: {message}\nhelp: {help}")))
}

/// The folder of the project.
pub(super) fn root(arguments: &Arguments) -> Result<PathBuf, Stop> {
    if let Some(root) = &arguments.root {
        return match (root.is_dir(), root.join(SETTINGS_FILE).try_exists().unwrap_or(true)) {
            (false, _) => Err(Stop::usage(format!("error: `{}` is not a folder", root.display()))),
            (true, false) => {
                let refused = refused(&ReadError::NotAProject { folder: root.clone() });
                Err(Stop::usage(format!("{}\nhelp: name the folder of your project with --root DIR", refused.message)))
            }
            (true, true) => Ok(root.clone()),
        };
    }
    let here = env::current_dir().map_err(|error| Stop::system(format!("error: the current folder cannot be read: {error}")))?;
    disk::find_root(&here).ok_or_else(|| {
        Stop::usage(format!(
            "error: neither {} nor a folder above it is a project: none has a site.toml\nhelp: go to your project, or name it with --root DIR",
            here.display()
        ))
    })
}

/// What a project that cannot be read means for the run.
pub(super) fn refused(error: &ReadError) -> Stop {
    let message = format!("error: {}", in_full(error));
    match error {
        ReadError::NotAProject { .. } | ReadError::NoContent { .. } => Stop::usage(message),
        ReadError::TooManyFiles { .. } | ReadError::Unreadable { .. } => Stop::system(message),
    }
}
