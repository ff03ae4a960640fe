//! `init`: a project to begin with.

use std::path::{Path, PathBuf};

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::screen;
use crate::source::create;
use crate::starter;

/// Carries out `init`.
pub(super) fn run(arguments: &Arguments, init: &arguments::Init) -> Result<Exit, Stop> {
    let here = PathBuf::from(".");
    let folder = init.folder.as_ref().or(arguments.root.as_ref()).unwrap_or(&here);
    create(folder, starter::PROJECT).map_err(|error| {
        let is_project = folder.join("site.toml").exists();
        let help = if is_project { "this is a project already: `guidepost serve --open` shows it" } else { "name an empty folder or a new one" };
        Stop::not_written(&error, Some(help))
    })?;
    let go = if folder == &here { String::new() } else { format!("cd {} && ", shown(folder)) };
    let count = starter::PROJECT.len();
    screen::result(&format!(
        "made {count} files in {}: three short guides, of which one is a draft and one has a mistake that is left to you\nnext: {go}guidepost serve --open\n",
        folder.display()
    ))?;
    Ok(Exit::Done)
}

/// A path as a shell takes it.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '~'));
    if is_plain { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
