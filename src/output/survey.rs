//! What stands in an output folder now: our files as we wrote them, our files that somebody edited, and foreign ones.
#![expect(clippy::disallowed_methods, reason = "part of the output's edge")]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::error::WriteError;
use super::manifest::Known;
use super::names::OWN_FOLDER;
use super::stamp::Stamp;

/// How many foreign files a refusal names.
const NAMED: usize = 5;

/// A folder as it is, by paths relative to it.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Every file, link, pipe and so on, by path as text: paths are compared part by part, which takes ten times as long.
    files: BTreeMap<OsString, Found>,
    /// Every folder.
    pub(super) folders: BTreeSet<PathBuf>,
    /// Folders without anything in them: nobody but a guest makes those.
    pub(super) empty: BTreeSet<PathBuf>,
    /// What the folder's lists say.
    pub(super) known: Known,
    /// Whether the folder exists.
    pub(super) exists: bool,
}

/// What is known of a file.
#[derive(Debug)]
struct Found {
    standing: Standing,
    /// When it was last written to before it was read; none of one that is not on our list.
    written: Option<SystemTime>,
}

/// Whose a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// Ours, as we wrote it.
    Ours(Stamp),
    /// On our list, but with other bytes.
    Edited(Option<Stamp>),
    /// Not on our list.
    Foreign,
}

/// Refuses a folder that holds anything and was not written by us.
pub(super) fn admit(folder: &Path) -> Result<(), WriteError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(WriteError::system("read", folder)(error)),
    };
    let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<Result<_, _>>().map_err(WriteError::system("read", folder))?;
    names.retain(|name| name != OWN_FOLDER);
    if names.is_empty() || Known::of(folder)?.is_ours() {
        return Ok(());
    }
    names.sort();
    let more = if names.len() > NAMED { format!(" and {} more", names.len() - NAMED) } else { String::new() };
    let first: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{}`", name.escape_debug())).collect();
    let why = format!("it holds files that Guidepost did not write ({}{more}); choose another folder with --output-dir, or move them away", first.join(", "));
    Err(WriteError::Refused { folder: folder.to_path_buf(), why })
}

impl Survey {
    /// Whether the file at `path` has these bytes already.
    pub(super) fn has(&self, path: &Path, stamp: &Stamp) -> bool {
        matches!(self.standing(path), Some(Standing::Ours(there) | Standing::Edited(Some(there))) if there == stamp)
    }

    /// Whose the file at `path` is, if there is one.
    pub(super) fn standing(&self, path: &Path) -> Option<&Standing> {
        self.files.get(path.as_os_str()).map(|found| &found.standing)
    }

    /// Every file with whose it is, sorted.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Path, &Standing)> {
        self.files.iter().map(|(path, found)| (Path::new(path), &found.standing))
    }

    /// When the file at `path`, of our own list, was last written to before it was looked at.
    pub(super) fn written(&self, path: &Path) -> Option<SystemTime> {
        self.files.get(path.as_os_str())?.written
    }

    /// Looks at everything in `folder` and reads what is on our list.
    pub(super) fn of(folder: &Path) -> Result<Self, WriteError> {
        let Ok(about) = fs::symlink_metadata(folder) else { return Ok(Self::default()) };
        let mut survey = Self { known: Known::of(folder)?, exists: true, ..Self::default() };
        let mut paths = Vec::new();
        let walk = WalkDir::new(folder).min_depth(1).follow_links(false);
        for entry in walk.into_iter().filter_entry(|entry| !(entry.depth() == 1 && entry.file_name() == OWN_FOLDER)) {
            let refused = |error: walkdir::Error| {
                let path = error.path().unwrap_or(folder).to_path_buf();
                WriteError::System { doing: "read", path, source: error.into() }
            };
            let entry = entry.map_err(refused)?;
            let Ok(path) = entry.path().strip_prefix(folder).map(Path::to_path_buf) else { continue };
            if !entry.file_type().is_dir() {
                paths.push(path);
                continue;
            }
            if entry.metadata().map_err(refused)?.dev() != about.dev() {
                let why = "it is a mount point inside the output folder, and a site is exchanged as one folder; mount it elsewhere".to_owned();
                return Err(WriteError::InTheWay { path: entry.path().to_path_buf(), why });
            }
            survey.folders.insert(path);
        }
        let known = &survey.known;
        survey.files = paths.into_par_iter().map(|path| (found(folder, &path, known), path)).map(|(found, path)| (path.into_os_string(), found)).collect();
        let parents: BTreeSet<&Path> =
            survey.files().map(|(path, _)| path).chain(survey.folders.iter().map(PathBuf::as_path)).filter_map(Path::parent).collect();
        survey.empty = survey.folders.iter().filter(|path| !parents.contains(path.as_path())).cloned().collect();
        Ok(survey)
    }
}

fn found(folder: &Path, path: &Path, known: &Known) -> Found {
    let Some(ours) = known.stamps(path) else { return Found { standing: Standing::Foreign, written: None } };
    let file = folder.join(path);
    let written = fs::symlink_metadata(&file).and_then(|about| about.modified()).ok();
    let standing = match Stamp::of_file(&file) {
        Ok(stamp) if ours.contains(&stamp) => Standing::Ours(stamp),
        other => Standing::Edited(other.ok()),
    };
    Found { standing, written }
}
