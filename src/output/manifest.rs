//! What Guidepost wrote to an output folder: the list that makes the folder ours, and the only licence to remove from it.
#![expect(clippy::disallowed_methods, reason = "part of the output's edge")]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::content::Content;
use super::error::WriteError;
use super::names::{JOURNAL, MANIFEST, OWN_FOLDER};
use super::shard::Part;
use super::site::Output;
use super::stamp::Stamp;

/// Version of the program.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The files of one published site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// For those who open it.
    about: String,
    /// Version of the program.
    pub(super) guidepost: String,
    /// Of a shard, which it is and what it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<Part>,
    /// Every file by path.
    pub(super) files: BTreeMap<String, Stamp>,
}

impl Manifest {
    /// The list of a planned site, or of a part of one.
    pub(super) fn of(output: &Output, part: Option<Part>) -> Self {
        let files: Vec<_> = output.files().collect();
        let files = files.into_par_iter().filter_map(|(path, file)| Some((path.to_string(), stamp(&file.content)?))).collect();
        let about = "Written by Guidepost, which removes from this folder only files of this list that are unchanged.".to_owned();
        Self { about, guidepost: VERSION.to_owned(), part, files }
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    fn read(path: &Path) -> Result<Option<Self>, WriteError> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(WriteError::system("read", path)(error)),
        };
        let why = |error: serde_json::Error| WriteError::InTheWay {
            path: path.to_path_buf(),
            why: format!("this list of what Guidepost wrote is damaged ({error}), so nothing in the folder can be told apart; publish to another folder"),
        };
        serde_json::from_slice(&bytes).map(Some).map_err(why)
    }
}

fn stamp(content: &Content) -> Option<Stamp> {
    match content {
        Content::Held(bytes) => Some(Stamp::of(bytes)),
        Content::Put(put) => Some(put.0.clone()),
        Content::Elsewhere => None,
    }
}

/// What we know to have written to a folder: a path may have two stamps after a replacement that was cut short.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By path, as text: paths are compared part by part, which takes ten times as long.
    files: BTreeMap<OsString, Vec<Stamp>>,
    /// Whether the manifest is there.
    pub(super) is_marked: bool,
    /// Whether a replacement file by file was cut short.
    pub(super) was_interrupted: bool,
    /// Version of the program that wrote the manifest.
    pub(super) version: Option<String>,
    /// Of a shard, which it is and what it was made from.
    pub(super) part: Option<Part>,
}

impl Known {
    /// What the lists in `folder` say; nothing if it has none.
    pub(super) fn of(folder: &Path) -> Result<Self, WriteError> {
        let own = folder.join(OWN_FOLDER);
        let (manifest, journal) = (Manifest::read(&own.join(MANIFEST))?, Manifest::read(&own.join(JOURNAL))?);
        let mut known = Self { is_marked: manifest.is_some(), was_interrupted: journal.is_some(), ..Self::default() };
        if let Some(manifest) = &manifest {
            (known.version, known.part) = (Some(manifest.guidepost.clone()), manifest.part.clone());
        }
        for (path, stamp) in manifest.into_iter().chain(journal).flat_map(|list| list.files) {
            known.files.entry(OsString::from(path)).or_default().push(stamp);
        }
        Ok(known)
    }

    /// Whether we are the ones who wrote to the folder.
    pub(super) fn is_ours(&self) -> bool {
        self.is_marked || self.was_interrupted
    }

    /// Whether the list says of its folder what `plan` says: a shard is told from the whole site and from other shards, whatever files they share.
    pub(super) fn is_as_in(&self, plan: &Manifest) -> bool {
        self.part == plan.part && (plan.part.is_none() || self.version.as_ref() == Some(&plan.guidepost))
    }

    /// Every file that we wrote, with its stamp; that of the manifest first.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Path, &Stamp)> {
        self.files.iter().filter_map(|(path, stamps)| Some((Path::new(path), stamps.first()?)))
    }

    /// The stamps that `path` had when we wrote it, if we did.
    pub(super) fn stamps(&self, path: &Path) -> Option<&[Stamp]> {
        self.files.get(path.as_os_str()).map(Vec::as_slice)
    }
}
