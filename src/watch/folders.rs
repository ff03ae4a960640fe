//! Which folders are watched: the project's own for what stands in it, the inputs with all below them; never a single file.
//! A folder that vanishes and comes back is another one for the system, so it is watched anew.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use super::trouble::Trouble;
use super::wake::{self, Told};

/// What tells one folder from another of the same name.
type Identity = (u64, u64);

/// The folders of a project and those among them that are watched.
pub(super) struct Folders {
    root: PathBuf,
    inputs: Vec<String>,
    /// `None` where events are not used or cannot be had.
    watcher: Option<RecommendedWatcher>,
    trouble: Option<Trouble>,
    watched: BTreeMap<PathBuf, Identity>,
}

impl Folders {
    pub(super) fn new(root: &Path, inputs: &[&str], polling: bool, sender: &Sender<Told>, heard: &Arc<AtomicBool>) -> Self {
        let inputs: Vec<String> = inputs.iter().map(|&name| name.to_owned()).collect();
        let mut folders = Self { root: root.to_path_buf(), inputs: inputs.clone(), watcher: None, trouble: None, watched: BTreeMap::new() };
        if polling {
            return folders;
        }
        let (sender, heard, root) = (sender.clone(), heard.clone(), root.to_path_buf());
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            heard.store(true, Ordering::Relaxed);
            if let Some(wake) = wake::of(&event, &root, &inputs) {
                let paths = event.map_or_else(|_| Vec::new(), |event| event.paths);
                // Nobody listens any more when the program ends.
                let _ = sender.send(Told { wake, paths });
            }
        });
        match watcher {
            Ok(watcher) => folders.watcher = Some(watcher),
            Err(error) => folders.trouble = Some(Trouble::of(&error)),
        }
        folders
    }

    /// Watches every folder that is there and not watched, or is another one than before. Where that cannot be, says why; it is not tried again.
    pub(super) fn renew(&mut self) -> Option<Trouble> {
        if let Some(trouble) = self.trouble.take() {
            return Some(trouble);
        }
        let watcher = self.watcher.as_mut()?;
        let below = self.inputs.iter().map(|name| (self.root.join(name), RecursiveMode::Recursive));
        for (folder, mode) in std::iter::once((self.root.clone(), RecursiveMode::NonRecursive)).chain(below) {
            let identity = fs::metadata(&folder).ok().filter(fs::Metadata::is_dir).map(|about| (about.ino(), about.dev()));
            if self.watched.get(&folder).copied() == identity {
                continue;
            }
            if self.watched.remove(&folder).is_some() {
                // A folder that is gone may have taken its watch along.
                let _ = watcher.unwatch(&folder);
            }
            let Some(identity) = identity else { continue };
            match watcher.watch(&folder, mode) {
                Ok(()) => {
                    self.watched.insert(folder, identity);
                }
                // It went between our looking and watching, or a folder in it may not be read, which is a problem of its own: the next look tries again.
                Err(error) if is_of_the_folder(&error) => {}
                Err(error) => {
                    let trouble = Trouble::of(&error);
                    self.watcher = None;
                    return Some(trouble);
                }
            }
        }
        None
    }

    /// Listens no more. Whether it did.
    pub(super) fn give_up(&mut self) -> bool {
        self.watcher.take().is_some()
    }

    /// Whether something can be heard: the project's own folder is there and watched.
    pub(super) fn can_hear(&self) -> bool {
        self.watcher.is_none() || self.watched.contains_key(&self.root)
    }
}

/// Whether the system refused one folder, rather than watching.
fn is_of_the_folder(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == io::ErrorKind::PermissionDenied,
        _ => false,
    }
}

impl fmt::Debug for Folders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Folders").field("root", &self.root).field("watched", &self.watched).finish_non_exhaustive()
    }
}
