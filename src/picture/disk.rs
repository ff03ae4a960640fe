//! Copies of images that were made before, in a folder of the user's. What is not there is made again, what is damaged is not used, and what
//! was not asked for in 90 days is taken away.
//!
//! Nothing is ever taken for the copies of other bytes: a file is named by the digest of the image and by the way copies are made
//! (`VERSION`), and begins with the digest of what it holds: width and height of the image, then width, length and bytes of each copy; numbers
//! are 64 bits, the lowest first.
#![expect(clippy::disallowed_methods, reason = "an edge: what stands there makes a build faster and never different")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::copies::{LEAST, VERSION};
use super::model::{Picture, Size, SmallCopy};
use crate::digest::Digest;
use crate::source::SourcePath;

/// What was not used for so long is taken away.
const KEPT: Duration = Duration::from_secs(90 * DAY.as_secs());
/// So often it is noted that something was used.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// The extensions of files of which copies are made.
const EXTENSIONS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];
/// How the names of our files end.
const ENDING: &str = "copies";

/// An image with its file, by path.
pub type Known = (SourcePath, Arc<[u8]>, Arc<Picture>);

/// Those of `images` that are in `folder`.
pub fn read<'a>(folder: &Path, images: impl Iterator<Item = (&'a SourcePath, &'a Arc<[u8]>)>) -> Vec<Known> {
    let images: Vec<_> = images.filter(|(path, bytes)| is_worth_it(path, bytes)).collect();
    if images.is_empty() || !folder.is_dir() {
        return Vec::new();
    }
    let known = |(path, bytes): (&SourcePath, &Arc<[u8]>)| {
        let file = place(folder, bytes);
        let picture = picture(&fs::read(&file).ok()?)?;
        note_use(&file);
        Some((path.clone(), Arc::clone(bytes), Arc::new(picture)))
    };
    images.into_par_iter().filter_map(known).collect()
}

/// Writes `pictures` to `folder`, in the place of what is damaged there, and takes away what is old. An error costs the next build time and nothing else.
pub fn write<'a>(folder: &Path, pictures: impl Iterator<Item = (&'a SourcePath, &'a Arc<[u8]>, &'a Picture)>) -> io::Result<()> {
    let worth_it = pictures.filter(|(path, bytes, picture)| is_worth_it(path, bytes) && picture.fault.is_none());
    let new: Vec<(PathBuf, &Picture)> = worth_it.map(|(_, bytes, picture)| (place(folder, bytes), picture)).collect();
    if new.is_empty() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    for (file, picture) in new {
        // Whole or not there: other builds may read it at this moment.
        let draft = file.with_extension(format!("{}.draft", std::process::id()));
        let written = OpenOptions::new().write(true).create(true).truncate(true).open(&draft).and_then(|mut it| it.write_all(&bytes_of(picture)));
        if let Err(error) = written.and_then(|()| fs::rename(&draft, &file)) {
            let _ = fs::remove_file(&draft);
            return Err(error);
        }
    }
    sweep(folder)
}

/// Whether a file is one of which copies are made, so that keeping them saves time.
fn is_worth_it(path: &SourcePath, bytes: &[u8]) -> bool {
    bytes.len() >= LEAST && EXTENSIONS.iter().any(|extension| path.has_extension(extension))
}

fn place(folder: &Path, bytes: &[u8]) -> PathBuf {
    folder.join(format!("{}-{VERSION}.{ENDING}", Digest::of(bytes).digits(64)))
}

fn note_use(file: &Path) {
    let is_noted = fs::metadata(file).and_then(|it| it.modified()).is_ok_and(|last| last.elapsed().is_ok_and(|age| age < DAY));
    if !is_noted {
        let _ = File::open(file).and_then(|file| file.set_modified(SystemTime::now()));
    }
}

/// Removes our own files that nobody used for long, and drafts of builds that were killed.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        let is_ours = path.extension().is_some_and(|it| it == ENDING || it == "draft");
        let is_old = entry.metadata().and_then(|it| it.modified()).is_ok_and(|last| last.elapsed().is_ok_and(|age| age > KEPT));
        if is_ours && is_old {
            let _ = fs::remove_file(path);
        }
    }
    Ok(())
}

fn bytes_of(picture: &Picture) -> Vec<u8> {
    let mut out = Vec::new();
    let number = |out: &mut Vec<u8>, number: usize| out.extend(u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes());
    let (width, height) = picture.size.map_or((0, 0), |size| (size.width, size.height));
    number(&mut out, width);
    number(&mut out, height);
    for copy in &picture.copies {
        out.extend(u64::from(copy.width).to_le_bytes());
        number(&mut out, copy.bytes.len());
        out.extend(&*copy.bytes);
    }
    [Digest::of(&out).bytes(), &out].concat()
}

/// What [`bytes_of`] wrote; `None` if anything of it was lost.
fn picture(bytes: &[u8]) -> Option<Picture> {
    let (digest, mut rest) = bytes.split_at_checked(32)?;
    if Digest::of(rest).bytes() != digest {
        return None;
    }
    let (width, height) = (number(&mut rest)?, number(&mut rest)?);
    let size = (width > 0 && height > 0).then_some(Size { width, height });
    let mut copies = Vec::new();
    while !rest.is_empty() {
        let (width, length) = (u32::try_from(number(&mut rest)?).ok()?, number(&mut rest)?);
        let (copy, behind) = rest.split_at_checked(length)?;
        copies.push(SmallCopy { width, bytes: copy.into() });
        rest = behind;
    }
    Some(Picture { size, copies, fault: None })
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let (number, behind) = rest.split_first_chunk::<8>()?;
    *rest = behind;
    usize::try_from(u64::from_le_bytes(*number)).ok()
}
