//! Publishes a site: the folder holds the whole old site until, in one system call, it holds the whole new one.
//! The only way out to the disk; a failure leaves the published folder as it was.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::content::{Put, Shelf};
use super::difference::Difference;
use super::error::WriteError;
use super::lock::Lock;
use super::manifest::{Known, Manifest};
use super::path::OutputPath;
use super::shard::{Part, Shard};
use super::site::{File, Output};
use super::stage::Stage;
use super::stamp::Stamp;
use super::survey::{Standing, Survey, admit};
use super::{guard, in_place, leftovers};

/// What publishing did.
#[derive(Debug, Default)]
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
    /// The site from before, if another took its place.
    pub old: Option<Old>,
}

/// A site that another has replaced. It takes a while to remove, so that is done once the result has been told;
/// the lock is held until then. What a program killed before that leaves is removed by the next build.
#[derive(Debug)]
pub struct Old {
    folder: PathBuf,
    published: PathBuf,
    _lock: Lock,
}

impl Old {
    /// Removes it. What came or changed while the new site was made is moved over; a note says what had to stay, and where.
    pub fn clear(self) -> Option<String> {
        leftovers::retire(&self.folder, &self.published)
    }
}

/// A folder that is being published to. It takes the files of the new site as they are made; nothing of that is seen until the last step.
#[derive(Debug)]
pub struct Publication {
    folder: PathBuf,
    lock: Lock,
    /// What the folder holds now.
    survey: Survey,
    /// The new site, from its first file on; none where it cannot be made beside the old one.
    stage: OnceLock<Option<Stage>>,
    notes: Vec<String>,
}

impl Publication {
    /// Begins to publish to `dir`. `project_root` and its sources are out of bounds.
    pub fn open(dir: &Path, project_root: &Path) -> Result<Self, WriteError> {
        Self::take(guard::resolve(dir, Some(project_root))?)
    }

    /// The same for what is put together from `others`, which are out of bounds too, wherever there is a project or none.
    pub fn open_beside(dir: &Path, project_root: Option<&Path>, others: &[PathBuf]) -> Result<Self, WriteError> {
        let folder = guard::resolve(dir, project_root)?;
        guard::keep_apart(dir, &folder, others)?;
        Self::take(folder)
    }

    fn take(folder: PathBuf) -> Result<Self, WriteError> {
        admit(&folder)?;
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(WriteError::system("make", parent))?;
        }
        let lock = Lock::take(&folder)?;
        let notes = if lock.is_exclusive() && lock.can_stage { leftovers::sweep(&folder)? } else { Vec::new() };
        admit(&folder)?;
        let survey = Survey::of(&folder)?;
        Ok(Self { folder, lock, survey, stage: OnceLock::new(), notes })
    }

    /// Makes the folder hold `output`, and beside it only what others put there.
    pub fn publish(self, output: &Output) -> Result<Published, WriteError> {
        self.publish_part(output, None)
    }

    /// The same where `output` is a part of a site, which its list of files says.
    pub fn publish_part(mut self, output: &Output, part: Option<Part>) -> Result<Published, WriteError> {
        let plan = Manifest::of(output, part);
        let difference = Difference::between(&plan, &self.survey, &self.folder)?;
        let mut replaced = Replaced::Exchanged(None);
        let known = &self.survey.known;
        if !difference.is_nothing() || !known.is_marked || known.was_interrupted || !known.is_as_in(&plan) {
            replaced = self.replace(output, &plan, &difference)?;
        }
        let Self { folder, lock, survey, mut notes, .. } = self;
        let old = match replaced {
            Replaced::Exchanged(old) => old.map(|old| Old { folder: old, published: folder, _lock: lock }),
            Replaced::InPlace(note) => {
                notes.push(note);
                None
            }
        };
        let Difference { new, changed, unchanged, removed, kept } = difference;
        let edited = kept.iter().filter(|path| matches!(survey.standing(path), Some(Standing::Edited(_)))).cloned().collect();
        Ok(Published { new, changed, unchanged: unchanged.len(), removed, kept, edited, notes, old })
    }

    fn replace(&mut self, output: &Output, plan: &Manifest, difference: &Difference) -> Result<Replaced, WriteError> {
        let folder = &self.folder;
        let stage = self.stage.take().flatten();
        let why_not = if !self.lock.can_stage {
            "the folder above it is closed to us".to_owned()
        } else if is_mount_point(folder) {
            "it is a mount point".to_owned()
        } else {
            let mut stage = stage.map_or_else(|| Stage::beside(folder), Ok)?;
            stage.fill(output, plan, difference, &self.survey, folder)?;
            match exchange(&mut stage, folder, self.survey.exists) {
                Ok(old) => return Ok(Replaced::Exchanged(old)),
                Err(error) if cannot_exchange(&error) => {
                    in_place::replace(folder, &|path| stage.bytes_of(output, path), plan, difference)?;
                    return Ok(Replaced::InPlace(one_by_one(folder, &error.to_string())));
                }
                Err(error) => return Err(WriteError::system("exchange", folder)(error)),
            }
        };
        in_place::replace(folder, &|path| Ok(Cow::Borrowed(held(output, path))), plan, difference)?;
        Ok(Replaced::InPlace(one_by_one(folder, &why_not)))
    }

    /// Where the new site is made, if it can be made beside the old one.
    fn stage(&self) -> Option<&Stage> {
        let can_stage = || self.lock.can_stage && !is_mount_point(&self.folder);
        self.stage.get_or_init(|| can_stage().then(|| Stage::beside(&self.folder).ok()).flatten()).as_ref()
    }
}

impl Shelf for Publication {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Option<Put> {
        let stamp = Stamp::of(bytes);
        // What is published already is taken over in the end.
        if !self.survey.has(Path::new(path.as_str()), &stamp) {
            self.stage()?.put(path, bytes).ok()?;
        }
        Some(Put(stamp))
    }
}

/// Makes `dir` hold `output`, and beside it only what others put there. `project_root` and its sources are out of bounds.
pub fn publish(output: &Output, dir: &Path, project_root: &Path) -> Result<Published, WriteError> {
    Publication::open(dir, project_root)?.publish(output)
}

/// Whether `dir` holds a site that Guidepost published.
pub fn holds_site(dir: &Path) -> bool {
    Known::of(dir).is_ok_and(|known| known.is_ours())
}

/// The shard that `dir` holds, if it holds one.
pub fn holds_shard(dir: &Path) -> Option<Shard> {
    Known::of(dir).ok()?.part.map(|part| part.shard)
}

/// How a new site took the folder.
enum Replaced {
    /// In one step; the old site, if there was one, now lies in this folder.
    Exchanged(Option<PathBuf>),
    /// File by file, with a note that says why.
    InPlace(String),
}

/// The note that says so, and why.
fn one_by_one(folder: &Path, why: &str) -> String {
    format!(
        "`{}` cannot be exchanged in one step ({why}), so its files were replaced one by one; during that time readers could see old and new pages together",
        folder.display()
    )
}

/// The bytes of a planned file that was put nowhere.
fn held<'a>(output: &'a Output, path: &Path) -> &'a [u8] {
    path.to_str().and_then(|path| output.get(&OutputPath::new(path).ok()?)).map_or(&[], File::bytes)
}

/// Puts the staged site in the old one's place. The folder that now holds the old one, if there was one.
fn exchange(stage: &mut Stage, folder: &Path, exists: bool) -> io::Result<Option<PathBuf>> {
    stage.finish().map_err(|error| match error {
        WriteError::System { source, .. } => source,
        other => io::Error::other(other.to_string()),
    })?;
    let how = if exists { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
    renameat_with(CWD, &stage.folder, CWD, folder, how)?;
    let old = stage.folder.clone();
    stage.keep();
    Ok(exists.then_some(old))
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
