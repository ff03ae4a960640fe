//! Publishes a site: the folder holds the whole old site until, in one system call, it holds the whole new one.
//! The only way out to the disk; a failure leaves the published folder as it was.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::difference::Difference;
use super::error::WriteError;
use super::lock::Lock;
use super::manifest::{Known, Manifest};
use super::plan::Output;
use super::stage::Stage;
use super::survey::{Standing, Survey, admit};
use super::{guard, in_place, leftovers};

/// What publishing did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Published {
    /// Files that were not there before, as paths below the folder.
    pub new: Vec<PathBuf>,
    /// Files that have other bytes now.
    pub changed: Vec<PathBuf>,
    /// How many files were left as they are.
    pub unchanged: usize,
    /// Files of ours that the site has no longer.
    pub removed: Vec<PathBuf>,
    /// Files in the folder that are not ours.
    pub kept: Vec<PathBuf>,
    /// Those of them that we wrote and somebody changed: the site has them no longer.
    pub edited: Vec<PathBuf>,
    /// What the user should know about how it went, a sentence each.
    pub notes: Vec<String>,
}

/// Makes `dir` hold `output`, and beside it only what others put there. `project_root` and its sources are out of bounds.
pub fn publish(output: &Output, dir: &Path, project_root: &Path) -> Result<Published, WriteError> {
    let folder = guard::resolve(dir, project_root)?;
    admit(&folder)?;
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(WriteError::system("make", parent))?;
    }
    let lock = Lock::take(&folder)?;
    let mut notes = if lock.is_exclusive() && lock.can_stage { leftovers::sweep(&folder)? } else { Vec::new() };
    admit(&folder)?;
    let survey = Survey::of(&folder)?;
    let plan = Manifest::of(output);
    let difference = Difference::between(&plan, &survey, &folder)?;
    if !difference.is_nothing() || !survey.known.is_marked || survey.known.was_interrupted {
        notes.extend(replace(output, &plan, &difference, &survey, &folder, &lock)?);
    }
    let Difference { new, changed, unchanged, removed, kept } = difference;
    let edited = kept.iter().filter(|path| matches!(survey.files.get(*path), Some(Standing::Edited(_)))).cloned().collect();
    Ok(Published { new, changed, unchanged: unchanged.len(), removed, kept, edited, notes })
}

/// Whether `dir` holds a site that Guidepost published.
pub fn holds_site(dir: &Path) -> bool {
    Known::of(dir).is_ok_and(|known| known.is_ours())
}

fn replace(output: &Output, plan: &Manifest, difference: &Difference, survey: &Survey, folder: &Path, lock: &Lock) -> Result<Option<String>, WriteError> {
    let why_not = if !lock.can_stage {
        "the folder above it is closed to us".to_owned()
    } else if is_mount_point(folder) {
        "it is a mount point".to_owned()
    } else {
        let stage = Stage::beside(folder)?;
        stage.fill(output, plan, difference, survey, folder)?;
        match exchange(stage, folder, survey.exists) {
            Ok(note) => return Ok(note),
            Err(error) if cannot_exchange(&error) => error.to_string(),
            Err(error) => return Err(WriteError::system("exchange", folder)(error)),
        }
    };
    in_place::replace(folder, output, plan, difference)?;
    Ok(Some(format!(
        "`{}` cannot be exchanged in one step ({why_not}), so its files were replaced one by one; during that time readers could see old and new pages together",
        folder.display()
    )))
}

/// Puts the staged site in the old one's place, and clears the old one away.
fn exchange(stage: Stage, folder: &Path, exists: bool) -> io::Result<Option<String>> {
    stage.finish().map_err(|error| match error {
        WriteError::System { source, .. } => source,
        other => io::Error::other(other.to_string()),
    })?;
    let how = if exists { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
    renameat_with(CWD, &stage.folder, CWD, folder, how)?;
    let old = stage.folder.clone();
    stage.keep();
    Ok(exists.then(|| leftovers::retire(&old, folder)).flatten())
}

/// Whether the file system is one that exchanges no folders, rather than one that is full or broken.
fn cannot_exchange(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let code = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(code, Some(Errno::XDEV | Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP | Errno::BUSY))
}

fn is_mount_point(folder: &Path) -> bool {
    let (Ok(about), Some(parent)) = (fs::metadata(folder), folder.parent()) else { return false };
    fs::metadata(parent).is_ok_and(|above| above.dev() != about.dev())
}
