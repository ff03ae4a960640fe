//! Where events cannot be relied on: what is the matter, and what to raise or know.

use std::fmt;
use std::path::Path;

/// Why the project is looked at twice a second rather than upon events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The kernel watches no more folders for this user.
    TooManyFolders,
    /// The kernel gives this user no more watchers.
    TooManyWatchers,
    /// The file system is one whose changes come from elsewhere, without an event here.
    Remote(&'static str),
    /// Not even our own reading was heard of.
    Deaf,
    /// Anything else, in the system's words.
    Other(String),
}

impl Trouble {
    pub(super) fn of(error: &notify::Error) -> Self {
        const EMFILE: i32 = 24;
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::TooManyFolders,
            notify::ErrorKind::Io(error) if error.raw_os_error() == Some(EMFILE) => Self::TooManyWatchers,
            notify::ErrorKind::Io(error) => Self::Other(error.to_string()),
            notify::ErrorKind::Generic(words) => Self::Other(words.clone()),
            _ => Self::Other(error.to_string()),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyFolders => f.write_str("the system watches no more folders; raise the limit with `sudo sysctl fs.inotify.max_user_watches=524288`")?,
            Self::TooManyWatchers => {
                f.write_str("the system has no more watchers, or no more file handles; raise the limit with `sudo sysctl fs.inotify.max_user_instances=512`")?;
            }
            Self::Remote(what) => write!(f, "the project lies on {what}, where changes made elsewhere are not told here")?,
            Self::Deaf => f.write_str("this system does not tell when files change")?,
            Self::Other(words) => write!(f, "files cannot be watched ({words})")?,
        }
        f.write_str("; looking at the files twice a second instead")
    }
}

/// What is the matter with the file system of `root`, if it is one that other machines write to.
#[cfg(target_os = "linux")]
pub(super) fn remote(root: &Path) -> Option<Trouble> {
    const KINDS: [(u32, &str); 8] = [
        (0x6969, "a network disk (NFS)"),
        (0x517B, "a network disk (SMB)"),
        (0xFE53_4D42, "a network disk (SMB)"),
        (0xFF53_4D42, "a network disk (SMB)"),
        (0x0102_1997, "a drive of the host (9p)"),
        (0x786F_4256, "a folder of the host (VirtualBox)"),
        (0x6573_5546, "a mounted folder (FUSE)"),
        (0x00C3_6400, "a network disk (Ceph)"),
    ];
    // The numbers have 32 bits; the field's type is wider on some systems and signed on others.
    let kind = i128::from(rustix::fs::statfs(root).ok()?.f_type);
    let known = KINDS.iter().find(|(number, _)| i128::from(*number) == kind & 0xFFFF_FFFF);
    known.map(|(_, words)| Trouble::Remote(words))
}

/// Elsewhere nothing is known beforehand.
#[cfg(not(target_os = "linux"))]
pub(super) fn remote(_: &Path) -> Option<Trouble> {
    None
}
