//! From what notify says to "look again", and how soon.

use std::path::Path;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Event, EventKind};

/// What makes a watch stir.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wake {
    /// Something may have changed.
    Look(Kind),
    /// It is to stop.
    Stop,
}

/// How soon the project is likely to be whole again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A write, a renaming or a removal ended.
    Ended,
    /// A folder came, perhaps with files of which nobody tells.
    Folder,
    /// Anything else: more may follow.
    Other,
}

/// What an event of notify means. `None`: nothing can have changed, or only beside the inputs.
pub(super) fn of(event: &notify::Result<Event>, root: &Path, inputs: &[String]) -> Option<Kind> {
    // An error is a reason to look like any other.
    let Ok(event) = event else { return Some(Kind::Other) };
    if event.need_rescan() || event.paths.is_empty() {
        return Some(Kind::Other);
    }
    if event.paths.iter().all(|path| is_beside(path, root, inputs)) {
        return None;
    }
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => Some(match event.kind {
            EventKind::Modify(_) if event.paths.iter().any(|path| path.is_dir()) => Kind::Folder,
            _ => Kind::Ended,
        }),
        // Reading is told too, our own reading among it: a loop that listened to that would never end.
        EventKind::Access(_) => None,
        EventKind::Create(CreateKind::Folder) => Some(Kind::Folder),
        _ => Some(Kind::Other),
    }
}

/// Whether `path` lies in the project's folder itself and is none of the inputs: the output, a lock, a file of another tool.
fn is_beside(path: &Path, root: &Path, inputs: &[String]) -> bool {
    path.parent() == Some(root) && path.file_name().and_then(|name| name.to_str()).is_none_or(|name| !inputs.iter().any(|input| input == name))
}
