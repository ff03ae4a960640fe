//! The folder of this user's running programs, where a preview writes down where it is on the air.
#![expect(clippy::disallowed_methods, reason = "the environment is read in command/")]

use std::env;
use std::path::PathBuf;

/// The folder, whether it is there yet or not.
pub(super) fn folder() -> PathBuf {
    let of_user = env::var("XDG_RUNTIME_DIR").ok().filter(|folder| folder.starts_with('/')).map(|folder| PathBuf::from(folder).join("guidepost"));
    of_user.unwrap_or_else(|| env::temp_dir().join(format!("guidepost-{}", rustix::process::geteuid().as_raw())))
}
