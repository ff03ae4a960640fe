//! Which folder may be published to, decided once and before anything is touched. No flag overrules it.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::error::WriteError;

/// The folders of a project that hold what nobody could write again.
const KEPT: [&str; 5] = ["content", "templates", "themes", "static", ".git"];

/// The folder that `dir` names, absolute and with links resolved; it need not exist yet.
pub(super) fn resolve(dir: &Path, project: Option<&Path>) -> Result<PathBuf, WriteError> {
    let refuse = |why: String| WriteError::Refused { folder: dir.to_path_buf(), why };
    if dir.as_os_str().is_empty() {
        return Err(refuse("the name is empty; write a folder such as `public`".to_owned()));
    }
    let system = WriteError::system("find", dir);
    let folder = real(&std::path::absolute(dir).map_err(system)?);
    match fs::symlink_metadata(&folder) {
        Ok(about) if about.is_symlink() => return Err(refuse("it is a link that leads nowhere; remove the link or make the folder it leads to".to_owned())),
        Ok(about) if !about.is_dir() => return Err(refuse("it is a file; choose a folder".to_owned())),
        _ => {}
    }
    if let Some(why) = project.and_then(|project| in_project(&folder, &real(project))) {
        return Err(refuse(why));
    }
    if std::env::home_dir().is_some_and(|home| !home.as_os_str().is_empty() && holds(&folder, &real(&home))) {
        return Err(refuse("it is your home folder, or holds it; choose a folder of its own".to_owned()));
    }
    if folder.parent().is_none() || folder.file_name().is_none() {
        return Err(refuse("it is the root of a disk; choose a folder of its own".to_owned()));
    }
    Ok(folder)
}

/// Why the project and its sources stand in the way, if they do.
fn in_project(folder: &Path, project: &Path) -> Option<String> {
    if holds(folder, project) {
        let what = if holds(project, folder) { "it is the project itself" } else { "the project lies in it" };
        return Some(format!("{what}; choose a folder of its own, such as `public`"));
    }
    let sources = KEPT.into_iter().find(|kept| {
        let sources = real(&project.join(kept));
        holds(&sources, folder) || holds(folder, &sources)
    });
    sources.map(|kept| format!("`{kept}` holds your sources; choose a folder of its own, such as `public`"))
}

/// Refuses `folder`, given as `dir`, if it is one of `others`, lies in one or holds one.
pub(super) fn keep_apart(dir: &Path, folder: &Path, others: &[PathBuf]) -> Result<(), WriteError> {
    let near = others.iter().find(|other| {
        let other = std::path::absolute(other).map_or_else(|_| (*other).clone(), |other| real(&other));
        holds(&other, folder) || holds(folder, &other)
    });
    match near {
        Some(other) => {
            let why = format!("`{}` is one of the shards, and the one lies in the other; choose a folder of its own, such as `public`", other.display());
            Err(WriteError::Refused { folder: dir.to_path_buf(), why })
        }
        None => Ok(()),
    }
}

/// `path` with the links of all its existing parts resolved, and `..` taken out of the rest.
fn real(path: &Path) -> PathBuf {
    let mut done = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                done.pop();
            }
            Component::CurDir => {}
            part => {
                done.push(part);
                if let Ok(resolved) = done.canonicalize() {
                    done = resolved;
                }
            }
        }
    }
    done
}

/// Whether `inner` is `outer` or lies in it, where case does not count.
fn holds(outer: &Path, inner: &Path) -> bool {
    let folded = |path: &Path| -> Vec<String> { path.components().map(|part| caseless::default_case_fold_str(&part.as_os_str().to_string_lossy())).collect() };
    folded(inner).starts_with(&folded(outer))
}
