//! How the running program fares, as Linux tells it: memory, open files, watched folders.

use std::fs;

/// At one moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Health {
    pub(super) resident_kib: u64,
    pub(super) open_files: u64,
    pub(super) watched_folders: u64,
}

impl Health {
    /// `None` on systems that do not tell.
    pub(super) fn of(process: u32) -> Option<Self> {
        let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"))?;
        let files = fs::read_dir(format!("/proc/{process}/fd")).ok()?.count();
        let about = fs::read_dir(format!("/proc/{process}/fdinfo")).ok()?;
        // A file may be closed between its name and its text.
        let about = about.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
        let watched = about.map(|text| text.lines().filter(|line| line.starts_with("inotify ")).count()).sum::<usize>();
        Some(Self { resident_kib: resident.parse().ok()?, open_files: u64::try_from(files).ok()?, watched_folders: u64::try_from(watched).ok()? })
    }
}

/// The median of one of the figures in the first and in the last third of `seen`.
pub(super) fn early_and_late(seen: &[Health], figure: impl Fn(&Health) -> u64) -> (u64, u64) {
    let median = |part: &[Health]| {
        let mut figures: Vec<u64> = part.iter().map(&figure).collect();
        figures.sort_unstable();
        figures[figures.len() / 2]
    };
    let third = seen.len().div_ceil(3);
    (median(&seen[..third]), median(&seen[seen.len() - third..]))
}
