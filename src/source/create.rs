//! New files of a project. Nothing that is there is ever touched.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Why no file was made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// Some are there already.
    #[error("{} there already", listed(.0))]
    Exists(Vec<PathBuf>),
    /// The system refused.
    #[error("`{}` cannot be made", path.display())]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

fn listed(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    format!("{} {}", names.join(", "), if names.len() == 1 { "is" } else { "are" })
}

/// Makes `files` below `root`, with the folders that they stand in: all of them, or none.
pub fn create(root: &Path, files: &[(&str, &[u8])]) -> Result<(), CreateError> {
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| root.join(path)).collect();
    let there: Vec<PathBuf> = paths.iter().filter(|path| path.symlink_metadata().is_ok()).cloned().collect();
    if !there.is_empty() {
        return Err(CreateError::Exists(there));
    }
    let mut made = Vec::new();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        if let Err(error) = create_one(path, bytes, &mut made) {
            // What was made a moment ago, and by us.
            for path in made.iter().rev() {
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
    }
    Ok(())
}

fn create_one(path: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> Result<(), CreateError> {
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |source| CreateError::Refused { path, source }
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(refused(folder))?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => CreateError::Exists(vec![path.to_owned()]),
        _ => CreateError::Refused { path: path.to_owned(), source },
    })?;
    made.push(path.to_owned());
    file.write_all(bytes).map_err(refused(path))
}
