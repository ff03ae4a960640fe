//! What a plan changes in a folder, and what of the folder's own it must not touch.

use std::path::{Path, PathBuf};

use super::error::WriteError;
use super::manifest::Manifest;
use super::survey::{Standing, Survey};

/// What publishing changes, by paths relative to the folder, sorted.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Files that are not there yet.
    pub(super) new: Vec<PathBuf>,
    /// Our files that get other bytes.
    pub(super) changed: Vec<PathBuf>,
    /// Files that are there as planned.
    pub(super) unchanged: Vec<PathBuf>,
    /// Our files that the site has no longer.
    pub(super) removed: Vec<PathBuf>,
    /// What is not ours, or no longer as we wrote it and no longer needed; it stays.
    pub(super) kept: Vec<PathBuf>,
}

impl Difference {
    /// What `plan` changes in `folder`. A foreign file at a path that the site needs is an error.
    pub(super) fn between(plan: &Manifest, survey: &Survey, folder: &Path) -> Result<Self, WriteError> {
        let mut difference = Self::default();
        for (path, stamp) in &plan.files {
            let path = Path::new(path);
            match survey.standing(path) {
                Some(Standing::Ours(there) | Standing::Edited(Some(there))) if there == stamp => difference.unchanged.push(path.to_path_buf()),
                Some(Standing::Ours(_)) => difference.changed.push(path.to_path_buf()),
                Some(standing) => return Err(in_the_way(folder, path, standing)),
                None => {
                    make_room(survey, folder, path)?;
                    difference.new.push(path.to_path_buf());
                }
            }
        }
        for (path, standing) in survey.files() {
            if path.to_str().is_some_and(|path| plan.files.contains_key(path)) {
                continue;
            }
            let list = if matches!(standing, Standing::Ours(_)) { &mut difference.removed } else { &mut difference.kept };
            list.push(path.to_path_buf());
        }
        Ok(difference)
    }

    /// Whether the folder is as planned.
    pub(super) fn is_nothing(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// Whether `path` can be made: no folder above it is somebody's file, and it is not itself a folder with somebody's files.
fn make_room(survey: &Survey, folder: &Path, path: &Path) -> Result<(), WriteError> {
    let above = path.ancestors().skip(1).find_map(|parent| Some((parent, survey.standing(parent)?)));
    let below = || survey.files().find(|(other, standing)| other.starts_with(path) && !matches!(standing, Standing::Ours(_)));
    let blocking = above.filter(|(_, standing)| !matches!(standing, Standing::Ours(_))).or_else(|| survey.folders.contains(path).then(below).flatten());
    match blocking {
        Some((other, standing)) => Err(in_the_way(folder, other, standing)),
        None if survey.empty.contains(path) => Err(in_the_way(folder, path, &Standing::Foreign)),
        None => Ok(()),
    }
}

fn in_the_way(folder: &Path, path: &Path, standing: &Standing) -> WriteError {
    let why = match standing {
        Standing::Foreign => {
            "Guidepost did not write this, and the site needs its place; move it away, or keep it under `static/` so that it is part of the site"
        }
        _ => "it was changed after Guidepost wrote it, and the site has a new version; delete it or move it away, then build again",
    };
    WriteError::InTheWay { path: folder.join(path), why: why.to_owned() }
}
