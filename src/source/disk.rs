//! Reads a project from disk: the one way in. Everything after it works on the [`Sources`] made here.
//! Nothing is followed out of the project, nothing can make it hang, and what is passed over is written down.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::stamp::Stamp;
use super::{Ignored, SourcePath, Sources, Unusable, file};

/// The file that makes a folder a project.
pub const SETTINGS_FILE: &str = "site.toml";
/// The file of problems that are known.
pub const BASELINE_FILE: &str = "baseline.json";
/// The folders that hold input; nothing else of a project is looked at.
const INPUT_FOLDERS: [&str; 5] = ["content", "static", "templates", "themes", "words"];

const MAX_FILES: usize = 500_000;
const MAX_DEPTH: usize = 32;
/// Names with a dot that a site publishes on purpose, allowed below `static/`.
const PUBLISHED_DOTS: [&str; 2] = [".well-known", ".nojekyll"];

/// Why a project could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The folder has no `site.toml`.
    #[error("{} is not a project: it has no site.toml", folder.display())]
    NotAProject {
        /// The folder that was looked at.
        folder: PathBuf,
    },
    /// There is nothing to build.
    #[error("{} holds no pages: a project has at least content/_index.md, its home page", folder.display())]
    NoContent {
        /// The content folder.
        folder: PathBuf,
    },
    /// The project is larger than anything that was meant.
    #[error("{} holds more than {MAX_FILES} files; is it the right folder?", folder.display())]
    TooManyFiles {
        /// The project.
        folder: PathBuf,
    },
    /// The system refused the project's folder.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// What was refused.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The files and folders of a project that hold input, in the order in which they are read.
pub fn inputs() -> impl Iterator<Item = &'static str> {
    [SETTINGS_FILE, BASELINE_FILE].into_iter().chain(INPUT_FOLDERS)
}

/// The nearest folder, from `start` upwards, that holds a `site.toml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(SETTINGS_FILE).is_file()).map(Path::to_path_buf)
}

/// A project as it was read, with what is needed to read only what changes.
#[derive(Debug, Default, Clone)]
pub struct Snapshot {
    /// What was read.
    pub sources: Sources,
    /// Stamps of the files that are sure to get another one when they change.
    settled: BTreeMap<SourcePath, Stamp>,
}

impl Snapshot {
    /// The same with other bytes in these files.
    pub(super) fn with(&self, changed: Vec<(SourcePath, Arc<[u8]>, Stamp)>, is_settled: impl Fn(&Stamp) -> bool) -> Self {
        let mut snapshot = self.clone();
        for (path, bytes, stamp) in changed {
            snapshot.settled.remove(&path);
            if is_settled(&stamp) {
                snapshot.settled.insert(path.clone(), stamp);
            }
            snapshot.sources.files.insert(path, bytes);
        }
        snapshot
    }
}

/// All files of the project at `root`. `output_dir` never counts as input, wherever it lies.
///
/// What is wrong with single files is among [`Sources::unusable`]; an error means that there is no project to speak of.
pub fn read(root: &Path, output_dir: &Path) -> Result<Sources, ReadError> {
    read_again(root, output_dir, &Snapshot::default()).map(|snapshot| snapshot.sources)
}

/// The same, taking the bytes of files that have not changed since `previous` from there.
///
/// A file that was read again and holds the same bytes as before keeps the very same value.
#[expect(clippy::disallowed_methods, reason = "a stamp is trusted by its age; the time reaches nothing else")]
pub fn read_again(root: &Path, output_dir: &Path, previous: &Snapshot) -> Result<Snapshot, ReadError> {
    let refused = |source| ReadError::Unreadable { path: root.to_path_buf(), source };
    let root = &root.canonicalize().map_err(refused)?;
    if fs::symlink_metadata(root.join(SETTINGS_FILE)).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Err(ReadError::NotAProject { folder: root.clone() });
    }
    let now = SystemTime::now();
    let mut look = Look { root, output: output_inside(root, output_dir), sources: Sources::default(), found: Vec::new() };
    for name in inputs() {
        look.walk(name)?;
    }
    let Look { mut sources, found, .. } = look;
    let read: Vec<_> = found.into_par_iter().map(|(path, disk)| (unless_same(&path, &disk, previous), path)).collect();
    let mut settled = BTreeMap::new();
    for (outcome, path) in read {
        match outcome {
            Ok((bytes, stamp)) => {
                if stamp.is_settled(now) {
                    settled.insert(path.clone(), stamp);
                }
                sources.files.insert(path, bytes);
            }
            Err(file) => sources.unusable.push(file),
        }
    }
    let has_pages = sources.below("content").any(|(path, _)| path.extension() == "md");
    if !has_pages && sources.unusable.is_empty() {
        return Err(ReadError::NoContent { folder: root.join("content") });
    }
    Ok(Snapshot { sources, settled })
}

/// The bytes of a file and its stamp; those of `previous` if they are the same.
fn unless_same(path: &SourcePath, disk: &Path, previous: &Snapshot) -> Result<(Arc<[u8]>, Stamp), Unusable> {
    let before = previous.sources.get(path);
    if let (Some(before), Some(stamp)) = (before, previous.settled.get(path))
        && fs::metadata(disk).is_ok_and(|about| about.is_file() && Stamp::of(&about) == *stamp)
    {
        return Ok((before.clone(), *stamp));
    }
    let (bytes, stamp) = file::read(path, disk)?;
    let bytes = before.filter(|before| ***before == *bytes).cloned().unwrap_or_else(|| Arc::from(bytes));
    Ok((bytes, stamp))
}

/// The output folder, if it lies inside a folder of sources. One that holds sources is no reason to overlook them: it will be refused.
fn output_inside(root: &Path, output_dir: &Path) -> Option<PathBuf> {
    let output = output_dir.canonicalize().ok()?;
    (output.strip_prefix(root).ok()?.components().count() > 1).then_some(output)
}

/// A walk through the project: which files there are, before any is read.
struct Look<'a> {
    root: &'a Path,
    output: Option<PathBuf>,
    sources: Sources,
    found: Vec<(SourcePath, PathBuf)>,
}

impl Look<'_> {
    fn walk(&mut self, name: &str) -> Result<(), ReadError> {
        let start = self.root.join(name);
        if fs::symlink_metadata(&start).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            return Ok(());
        }
        // Linked folders that the walk is inside of, to follow links once and not through each other.
        let mut linked: Vec<PathBuf> = Vec::new();
        let mut entries = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    linked.retain(|folder| entry.path().starts_with(folder));
                    if !self.visit(&entry, &mut linked) && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.refused(&error, &start),
            }
            if self.found.len() > MAX_FILES {
                return Err(ReadError::TooManyFiles { folder: self.root.to_path_buf() });
            }
        }
        Ok(())
    }

    /// Takes note of one entry. Whether its contents count, if it is a folder.
    fn visit(&mut self, entry: &DirEntry, linked: &mut Vec<PathBuf>) -> bool {
        let Some(path) = self.source_path(entry.path()) else { return false };
        let name = path.file_name();
        if name == ".git" || is_staging(name) || self.is_output(entry.path()) {
            return false;
        }
        if name.starts_with('.') && !(path.as_str().starts_with("static/") && PUBLISHED_DOTS.contains(&name)) {
            self.sources.ignored.insert(path, Ignored::Hidden);
            return false;
        }
        if !entry.file_type().is_dir() && is_backup(name) {
            self.sources.ignored.insert(path, Ignored::Backup);
            return false;
        }
        if entry.path_is_symlink() && !self.may_follow(entry, &path, linked) {
            return false;
        }
        if entry.file_type().is_dir() {
            if path.as_str().split('/').count() > MAX_DEPTH {
                self.refuse(&path, format!("folders lie more than {MAX_DEPTH} deep"), "move the folder up");
                return false;
            }
            return true;
        }
        if entry.file_type().is_file() {
            self.found.push((path, entry.path().to_path_buf()));
        } else {
            self.refuse(&path, "this is a pipe, a socket or a device, not a file".to_owned(), "remove it; a project holds files and folders");
        }
        false
    }

    fn may_follow(&mut self, entry: &DirEntry, path: &SourcePath, linked: &mut Vec<PathBuf>) -> bool {
        let Ok(target) = entry.path().canonicalize() else { return true };
        if !target.starts_with(self.root) {
            self.refuse(path, "this link leads out of the project".to_owned(), "copy the file or folder into the project; links are followed inside it only");
            return false;
        }
        if self.is_output(&target) || target.components().any(|part| part.as_os_str() == ".git") {
            self.refuse(path, "this link leads to a folder that is no input".to_owned(), "remove the link");
            return false;
        }
        if entry.file_type().is_dir() {
            if !linked.is_empty() {
                self.refuse(path, "this link stands in a folder that is itself reached by a link".to_owned(), "links are followed once: remove one of the two");
                return false;
            }
            linked.push(entry.path().to_path_buf());
        }
        true
    }

    fn is_output(&self, path: &Path) -> bool {
        self.output.as_deref().is_some_and(|output| path.starts_with(output))
    }

    /// The path in the project; notes a problem if the name is no text.
    fn source_path(&mut self, disk: &Path) -> Option<SourcePath> {
        let relative = disk.strip_prefix(self.root).ok()?;
        let shown = SourcePath::new(&relative.to_string_lossy())?;
        if relative.to_str().is_some() {
            return Some(shown);
        }
        self.refuse(&shown, "the name of this file is not UTF-8".to_owned(), "rename it; an old archive may have kept it in another encoding");
        None
    }

    fn refused(&mut self, error: &walkdir::Error, start: &Path) {
        let disk = error.path().unwrap_or(start).to_path_buf();
        let Some(path) = self.source_path(&disk) else { return };
        if error.loop_ancestor().is_some() {
            self.refuse(&path, "this link leads back to a folder above it".to_owned(), "remove the link");
        } else if fs::symlink_metadata(&disk).is_ok_and(|about| about.is_symlink()) {
            // Editors lock files with dangling links such as `.#a.md`.
            if path.file_name().starts_with('.') {
                self.sources.ignored.insert(path, Ignored::Hidden);
            } else {
                self.refuse(&path, "this link leads nowhere".to_owned(), "remove the link, or restore what it leads to");
            }
        } else {
            let words = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
            self.refuse(&path, format!("this cannot be read: {words}"), "check its permissions");
        }
    }

    fn refuse(&mut self, path: &SourcePath, why: String, help: &str) {
        self.sources.unusable.push(Unusable::new(path, why, help));
    }
}

/// Whether a name is that of an editor's backup or swap file.
fn is_backup(name: &str) -> bool {
    let ending = [".swp", ".swx", ".tmp", ".bak", ".orig", "___jb_tmp___", "___jb_old___"];
    name.starts_with('#') || name.ends_with('~') || name == "4913" || ending.iter().any(|end| name.to_ascii_lowercase().ends_with(end))
}

/// Whether a look passes over the file, or over a folder that it lies in, because of its name.
pub(super) fn is_passed_over(path: &SourcePath) -> bool {
    is_backup(path.file_name()) || path.as_str().split('/').any(|part| part.starts_with('.') && !PUBLISHED_DOTS.contains(&part))
}

/// Whether a name is that of our own staging folders and locks.
fn is_staging(name: &str) -> bool {
    name.starts_with('.') && name.contains(".guidepost-")
}
