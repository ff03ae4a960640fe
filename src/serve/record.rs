//! Where a preview is on the air, written down for `guidepost why` in a folder of the user's own. The address holds the
//! preview's secret, so nobody else may read it. A preview that was killed leaves its record behind; it answers no more.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::{Value, json};
use xxhash_rust::xxh3::xxh3_64;

/// The record of a running preview; it goes with the preview.
#[derive(Debug)]
pub struct Record(PathBuf);

/// A preview that was on the air when it wrote its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnAir {
    /// Where it answers.
    pub address: SocketAddr,
    /// What its own addresses begin with.
    pub(super) own: String,
}

impl Record {
    /// Writes down, in `folder`, that the preview of the project at `root` is on the air.
    pub(super) fn write(folder: &Path, root: &Path, on_air: &OnAir) -> io::Result<Self> {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        is_ours(folder)?;
        let path = folder.join(format!("{}-{}.json", name(root), std::process::id()));
        // What a process of the same number left behind is no record of ours.
        let _ = fs::remove_file(&path);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        // From here on it is taken away again, also if it cannot be written.
        let record = Self(path);
        file.write_all(json!({ "address": on_air.address.to_string(), "own": on_air.own }).to_string().as_bytes())?;
        clear(folder);
        Ok(record)
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// The previews of the project at `root` that were begun, the latest first.
#[expect(clippy::disallowed_methods, reason = "the records of previews are read where they are written")]
pub fn find(folder: &Path, root: &Path) -> Vec<OnAir> {
    let start = format!("{}-", name(root));
    let Ok(entries) = is_ours(folder).and_then(|()| fs::read_dir(folder)) else { return Vec::new() };
    let records = entries.filter_map(Result::ok).filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(&start) && !is_dead(&name)
    });
    let mut found: Vec<(SystemTime, OnAir)> = records
        .filter_map(|entry| {
            let record: Value = serde_json::from_slice(&fs::read(entry.path()).ok()?).ok()?;
            let text = |key: &str| record.get(key).and_then(Value::as_str);
            Some((entry.metadata().ok()?.modified().ok()?, OnAir { address: text("address")?.parse().ok()?, own: text("own")?.to_owned() }))
        })
        .collect();
    found.sort_by_key(|(begun, _)| std::cmp::Reverse(*begun));
    found.into_iter().map(|(_, on_air)| on_air).collect()
}

/// Takes away the records of previews that were killed.
#[expect(clippy::disallowed_methods, reason = "the records of previews are read where they are written")]
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        if is_dead(&entry.file_name().to_string_lossy()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether the process that wrote the record called `name` is no longer there.
fn is_dead(name: &str) -> bool {
    let number = name.strip_suffix(".json").and_then(|name| name.rsplit_once('-')?.1.parse().ok());
    let process = number.and_then(rustix::process::Pid::from_raw);
    process.is_some_and(|process| rustix::process::test_kill_process(process) == Err(rustix::io::Errno::SRCH))
}

fn name(root: &Path) -> String {
    format!("{:016x}", xxh3_64(root.as_os_str().as_encoded_bytes()))
}

/// Whether the folder belongs to this user and is a folder: in a place where all may write, another could have made it.
fn is_ours(folder: &Path) -> io::Result<()> {
    let about = fs::symlink_metadata(folder)?;
    let is_ours = about.is_dir() && about.uid() == rustix::process::geteuid().as_raw() && about.mode() & 0o7777 == 0o700;
    if is_ours { Ok(()) } else { Err(io::Error::new(io::ErrorKind::PermissionDenied, "the folder belongs to somebody else")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_by_its_project_and_goes_with_the_preview() {
        let folder = tempfile::TempDir::new().unwrap();
        let records = folder.path().join("guidepost");
        let on_air = OnAir { address: "127.0.0.1:4321".parse().unwrap(), own: "/@guidepost/secret/".to_owned() };
        let record = Record::write(&records, Path::new("/p"), &on_air).unwrap();
        assert_eq!(fs::metadata(&record.0).unwrap().mode() & 0o777, 0o600);
        assert_eq!(find(&records, Path::new("/p")), [on_air]);
        assert_eq!(find(&records, Path::new("/other")), []);
        let left = records.join("0123456789abcdef-4194305.json");
        fs::File::create(&left).unwrap();
        drop(Record::write(&records, Path::new("/q"), &find(&records, Path::new("/p"))[0]).unwrap());
        assert!(!left.exists(), "the record of a process that is gone");
        drop(record);
        assert_eq!(find(&records, Path::new("/p")), []);
    }
}
