//! From what notify says to "look again", and how soon.

use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Event, EventKind};

/// A wake, and the paths that came with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) wake: Wake,
    pub(super) paths: Vec<PathBuf>,
}

/// What makes a watch stir.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wake {
    /// Something may have changed.
    Look(Kind),
    /// Something may have changed, and the system watches no more folders.
    Full,
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
pub(super) fn of(event: &notify::Result<Event>, root: &Path, inputs: &[String]) -> Option<Wake> {
    match event {
        Err(error) if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) => Some(Wake::Full),
        _ => kind(event, root, inputs).map(Wake::Look),
    }
}

fn kind(event: &notify::Result<Event>, root: &Path, inputs: &[String]) -> Option<Kind> {
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

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, Flag, RemoveKind, RenameMode};

    use super::*;

    fn check(event: impl Into<Heard>, expected: Option<Wake>) {
        let Heard(event) = event.into();
        assert_eq!(of(&event, Path::new("/p"), &["site.toml".to_owned(), "content".to_owned()]), expected, "{event:?}");
    }

    struct Heard(notify::Result<Event>);

    impl From<Event> for Heard {
        fn from(event: Event) -> Self {
            Self(Ok(event))
        }
    }

    impl From<notify::Error> for Heard {
        fn from(error: notify::Error) -> Self {
            Self(Err(error))
        }
    }

    fn at(path: &str, kind: EventKind) -> Event {
        Event::new(kind).add_path(path.into())
    }

    #[test]
    fn an_overflow_an_error_and_what_is_unknown_mean_look() {
        let look = Some(Wake::Look(Kind::Other));
        // So the kernel's queue overflows: no paths, a kind that says nothing, and the flag.
        check(Event::new(EventKind::Other).set_flag(Flag::Rescan), look);
        // The flag counts whatever else is said.
        check(at("/p/public", EventKind::Access(AccessKind::Read)).set_flag(Flag::Rescan), look);
        check(notify::Error::generic("odd"), look);
        check(Event::new(EventKind::Any), look);
        check(at("/p/content/a.md", EventKind::Any), look);
        check(notify::Error::new(notify::ErrorKind::MaxFilesWatch), Some(Wake::Full));
    }

    #[test]
    fn saves_are_told_from_reading_and_from_what_stands_beside_the_inputs() {
        let ended = Some(Wake::Look(Kind::Ended));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        check(at("/p/content/a.md", written), ended);
        check(at("/p/site.toml", written), ended);
        check(at("/p/content/a.md", EventKind::Remove(RemoveKind::File)), ended);
        check(at("/p/content/a.md", EventKind::Modify(ModifyKind::Name(RenameMode::To))), ended);
        check(at("/p/content/a.md", EventKind::Modify(ModifyKind::Data(DataChange::Any))), Some(Wake::Look(Kind::Other)));
        check(at("/p/content/a", EventKind::Create(CreateKind::Folder)), Some(Wake::Look(Kind::Folder)));
        check(at("/p/content/a.md", EventKind::Access(AccessKind::Open(AccessMode::Any))), None);
        check(at("/p/content/a.md", EventKind::Access(AccessKind::Close(AccessMode::Read))), None);
        check(at("/p/public", EventKind::Create(CreateKind::Folder)), None);
        check(at("/p/public.guidepost-lock", written), None);
    }
}
