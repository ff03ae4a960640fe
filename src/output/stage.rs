//! The new site, built in a folder beside the old one: changed files written, most of them while the build still goes on, unchanged and foreign ones hard-linked.
//!
//! A file that has a name is never written to again, since its bytes may have a second name in the published site.

#![expect(clippy::disallowed_methods, reason = "part of the output's edge")]

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, FileTimes, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::difference::Difference;
use super::error::WriteError;
use super::leftovers;
use super::manifest::Manifest;
use super::names::{MANIFEST, OWN_FOLDER, STAGING, STAGING_WORDS, beside};
use super::path::OutputPath;
use super::site::{File, Output};
use super::stamp::Stamp;
use super::survey::Survey;

/// A folder that becomes the new site; removed if it does not.
#[derive(Debug)]
pub(super) struct Stage {
    /// Where it is.
    pub(super) folder: PathBuf,
    is_done: bool,
}

impl Stage {
    /// An empty one beside `target`, marked as ours.
    pub(super) fn beside(target: &Path) -> Result<Self, WriteError> {
        let pid = std::process::id();
        let mut folder = beside(target, &format!("new-{pid}"));
        let mut number = 1;
        while let Err(error) = fs::create_dir(&folder) {
            if error.kind() != io::ErrorKind::AlreadyExists || number > 100 {
                return Err(WriteError::system("make", &folder)(error));
            }
            number += 1;
            folder = beside(target, &format!("new-{pid}-{number}"));
        }
        let stage = Self { folder, is_done: false };
        let own = stage.folder.join(OWN_FOLDER);
        fs::create_dir(&own).map_err(WriteError::system("make", &own))?;
        write_new(&own.join(STAGING), format!("{STAGING_WORDS}, process {pid}\n").as_bytes())?;
        Ok(stage)
    }

    /// Writes a file that another one needs not wait for. Half a file is not left: it is written again when the site is filled in.
    pub(super) fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), WriteError> {
        let file = self.folder.join(path.as_str());
        let written = match write_new(&file, bytes) {
            Err(WriteError::System { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                let folder = file.parent().unwrap_or(&self.folder);
                fs::create_dir_all(folder).map_err(WriteError::system("make", folder))?;
                write_new(&file, bytes)
            }
            written => written,
        };
        // Of two files for one path, the second is the one that has no place.
        if let Err(WriteError::System { source, .. }) = &written
            && source.kind() != io::ErrorKind::AlreadyExists
        {
            let _ = fs::remove_file(&file);
        }
        written
    }

    /// Fills it with the whole new site and what it takes over from `old`, and checks that it is as planned.
    pub(super) fn fill(&self, output: &Output, plan: &Manifest, difference: &Difference, survey: &Survey, old: &Path) -> Result<(), WriteError> {
        let taken: Vec<&PathBuf> = difference.unchanged.iter().chain(&difference.kept).collect();
        let written: BTreeSet<&Path> = difference.new.iter().chain(&difference.changed).map(PathBuf::as_path).collect();
        let mut folders: BTreeSet<&Path> = survey.empty.iter().map(PathBuf::as_path).collect();
        folders.extend(taken.iter().filter_map(|path| path.parent()).chain(written.iter().filter_map(|path| path.parent())));
        for folder in folders {
            let folder = self.folder.join(folder);
            fs::create_dir_all(&folder).map_err(WriteError::system("make", &folder))?;
        }
        taken.par_iter().try_for_each(|path| take_over(&old.join(path), &self.folder.join(path)))?;
        let held = written.par_iter().filter_map(|path| Some((path, file_of(output, path)?.held()?)));
        held.try_for_each(|(path, bytes)| write_new(&self.folder.join(path), bytes))?;
        write_new(&self.folder.join(OWN_FOLDER).join(MANIFEST), &plan.to_bytes())?;
        self.verify(plan, &written, survey)?;
        if let Ok(about) = fs::metadata(old) {
            fs::set_permissions(&self.folder, about.permissions()).map_err(WriteError::system("set the permissions of", &self.folder))?;
        }
        Ok(())
    }

    /// Takes the mark away: from now on this is a site like any other, of which only listed files are ever removed.
    pub(super) fn finish(&self) -> Result<(), WriteError> {
        let mark = self.folder.join(OWN_FOLDER).join(STAGING);
        fs::remove_file(&mark).map_err(WriteError::system("remove", &mark))
    }

    /// Says that the folder has become the site, or holds the old one: it is not to be removed as a whole.
    pub(super) fn keep(&mut self) {
        self.is_done = true;
    }

    /// The bytes of a planned file, wherever they are.
    pub(super) fn bytes_of<'a>(&self, output: &'a Output, path: &Path) -> Result<Cow<'a, [u8]>, WriteError> {
        if let Some(held) = file_of(output, path).and_then(File::held) {
            return Ok(Cow::Borrowed(held));
        }
        let file = self.folder.join(path);
        fs::read(&file).map(Cow::Owned).map_err(WriteError::system("read", &file))
    }

    /// Every planned file is there with its size; what was written reads back with its hash, and nobody wrote to what is taken over since it was looked at.
    fn verify(&self, plan: &Manifest, written: &BTreeSet<&Path>, survey: &Survey) -> Result<(), WriteError> {
        plan.files.par_iter().try_for_each(|(path, stamp)| {
            let (path, file) = (Path::new(path), self.folder.join(path));
            if written.contains(path) {
                let is_whole = Stamp::of_file(&file).is_ok_and(|there| there == *stamp);
                return if is_whole { Ok(()) } else { Err(WriteError::Unverified { path: file }) };
            }
            let about = fs::symlink_metadata(&file).ok().filter(|about| about.is_file() && about.len() == stamp.size());
            let about = about.ok_or_else(|| WriteError::Unverified { path: file.clone() })?;
            let is_as_it_was = survey.written(path).is_none_or(|seen| about.modified().is_ok_and(|time| time == seen));
            if is_as_it_was { Ok(()) } else { Err(WriteError::Changed { path: path.to_path_buf() }) }
        })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.is_done {
            leftovers::discard(&self.folder);
        }
    }
}

/// The planned file at a path of the plan.
fn file_of<'a>(output: &'a Output, path: &Path) -> Option<&'a File> {
    output.get(&OutputPath::new(path.to_str()?).ok()?)
}

/// Makes a file that was not there; half a file is never left under its name in a published folder, since only staged names are made so.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let written = OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(WriteError::system("write", path))
}

/// Gives a file a second name, which keeps its time and number; where that cannot be, copies it.
fn take_over(from: &Path, to: &Path) -> Result<(), WriteError> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    copy(from, to).map_err(WriteError::system("carry over", from))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let about = fs::symlink_metadata(from)?;
    if about.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    if !about.is_file() {
        return Err(io::Error::other("it is a pipe, a socket or a device"));
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(to)?;
    io::copy(&mut fs::File::open(from)?, &mut file)?;
    file.set_permissions(about.permissions())?;
    file.set_times(FileTimes::new().set_modified(about.modified()?))
}
