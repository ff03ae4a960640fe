//! `init`: a project to begin with.

use std::path::{Path, PathBuf};

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop, in_full};
use super::screen;
use crate::source::{CreateError, create};
use crate::starter;

/// Carries out `init`.
pub(super) fn run(arguments: &Arguments, init: &arguments::Init) -> Result<Exit, Stop> {
    let here = PathBuf::from(".");
    let folder = init.folder.as_ref().or(arguments.root.as_ref()).unwrap_or(&here);
    create(folder, starter::PROJECT).map_err(|error| refused(folder, &error))?;
    let go = if folder == &here { String::new() } else { format!("cd {} && ", shown(folder)) };
    let count = starter::PROJECT.len();
    screen::result(&format!(
        "made {count} files in {}: three short guides, of which one is a draft and one has a mistake that is left to you\nnext: {go}guidepost serve --open\n",
        folder.display()
    ))?;
    Ok(Exit::Done)
}

fn refused(folder: &Path, error: &CreateError) -> Stop {
    let message = format!("error: {}; nothing was written", in_full(error));
    match error {
        CreateError::Exists(_) => {
            let is_project = folder.join("site.toml").exists();
            let help = if is_project { "this is a project already: `guidepost serve --open` shows it" } else { "name an empty folder or a new one" };
            Stop::usage(format!("{message}\nhelp: {help}"))
        }
        CreateError::Refused { .. } => Stop::system(message),
    }
}

/// A path as a shell takes it.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '~'));
    if is_plain { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
