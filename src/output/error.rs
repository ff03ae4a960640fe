//! Why a site could not be published. Whatever it is, the published folder is as it was.

use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be published.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder is not one to publish to.
    #[error("cannot publish to `{}`: {why}", folder.display())]
    Refused {
        /// The folder, as it was given.
        folder: PathBuf,
        /// Why, and what to do.
        why: String,
    },
    /// A file that is not ours, or no longer as we wrote it, stands where the site needs its place.
    #[error("cannot publish over `{}`: {why}", path.display())]
    InTheWay {
        /// The file.
        path: PathBuf,
        /// Why, and what to do.
        why: String,
    },
    /// Another build is writing to the folder.
    #[error("another build (process {pid}) is publishing to `{}`; wait until it is done", folder.display())]
    Locked {
        /// The folder.
        folder: PathBuf,
        /// Who holds the lock; `?` if the lock does not say.
        pid: String,
    },
    /// What was written is not what was planned.
    #[error("`{}` was written and reads back differently; is the disk full or failing?", path.display())]
    Unverified {
        /// The staged file.
        path: PathBuf,
    },
    /// Somebody wrote to the published folder meanwhile.
    #[error("`{}` was changed in the published folder while the site was built; build again", path.display())]
    Changed {
        /// The file, as a path below the folder.
        path: PathBuf,
    },
    /// Somebody wrote to a shard while it was merged.
    #[error("`{}` was changed while it was merged; merge again", path.display())]
    ShardChanged {
        /// The file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("cannot {doing} `{}`", path.display())]
    System {
        /// What we were doing: `write`, `read`, `remove`.
        doing: &'static str,
        /// To which path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl WriteError {
    /// Whether the folder was chosen wrongly, rather than refused by the system.
    pub fn is_wrong_use(&self) -> bool {
        matches!(self, Self::Refused { .. })
    }

    pub(super) fn system<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + use<'a> {
        move |source| Self::System { doing, path: path.to_path_buf(), source }
    }
}
