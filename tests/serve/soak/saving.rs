//! How editors save: the same text in the end, by ways that look different to whoever watches.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::random::Random;

/// A way to save.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    /// Over what was there.
    InPlace,
    /// Emptied, and written bit by bit.
    InParts,
    /// Beside, then over it.
    Renamed,
    /// The old one renamed to a backup, the new one written, the backup removed.
    BackedUp,
    /// With a swap file beside it for as long as it is open, and a trial whether the folder can be written.
    SwapBeside,
    /// Removed, and made anew.
    Anew,
    /// Half of it, as a save by itself in the middle of a sentence or of the front matter; the rest later.
    HalfFirst,
    /// Over what was there, with the old time of modification.
    OldTime,
}

impl Way {
    pub(super) const ALL: [Self; 8] =
        [Self::InPlace, Self::InParts, Self::Renamed, Self::BackedUp, Self::SwapBeside, Self::Anew, Self::HalfFirst, Self::OldTime];
}

/// Leaves `text` at `path`, whose folder is there, in this way.
pub(super) fn save(path: &Path, text: &str, way: Way, random: &mut Random) {
    let exists = path.exists();
    match way {
        Way::InPlace => fs::write(path, text).unwrap(),
        Way::InParts => {
            let mut file = File::create(path).unwrap();
            for _ in 0..random.below(3) {
                pause(random);
            }
            let (first, second) = text.as_bytes().split_at(random.below(text.len()));
            file.write_all(first).unwrap();
            pause(random);
            file.write_all(second).unwrap();
        }
        Way::Renamed => {
            let beside = beside(path, |name| format!("{name}.tmp"));
            fs::write(&beside, text).unwrap();
            fs::rename(beside, path).unwrap();
        }
        Way::BackedUp => {
            let backup = beside(path, |name| format!("{name}~"));
            if exists {
                fs::rename(path, &backup).unwrap();
            }
            fs::write(path, text).unwrap();
            if exists {
                fs::remove_file(backup).unwrap();
            }
        }
        Way::SwapBeside => {
            let (swap, trial) = (beside(path, |name| format!(".{name}.swp")), beside(path, |_| "4913".to_owned()));
            fs::write(&swap, &text.as_bytes()[..text.len() / 2]).unwrap();
            fs::write(&trial, "").unwrap();
            fs::remove_file(trial).unwrap();
            pause(random);
            fs::write(path, text).unwrap();
            fs::remove_file(swap).unwrap();
        }
        Way::Anew => {
            if exists {
                fs::remove_file(path).unwrap();
                pause(random);
            }
            fs::write(path, text).unwrap();
        }
        Way::HalfFirst => {
            // Half of the time somewhere at the top, where the front matter is.
            let length = if random.once_in(2) { text.len().min(200) } else { text.len() };
            fs::write(path, &text.as_bytes()[..random.below(length)]).unwrap();
            pause(random);
            fs::write(path, text).unwrap();
        }
        Way::OldTime => {
            let old = exists.then(|| fs::metadata(path).unwrap().modified().unwrap());
            fs::write(path, text).unwrap();
            if let Some(old) = old {
                File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
            }
        }
    }
}

/// As long as an editor, a disk or a person may take: mostly a moment, now and then long enough for a build or two.
pub(super) fn pause(random: &mut Random) {
    let longest = if random.once_in(12) { 400 } else { 30 };
    thread::sleep(Duration::from_millis(random.next() % longest));
}

fn beside(path: &Path, name: impl FnOnce(&str) -> String) -> PathBuf {
    path.with_file_name(name(path.file_name().unwrap().to_str().unwrap()))
}
