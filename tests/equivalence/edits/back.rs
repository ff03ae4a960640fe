//! Going back: to an earlier state, or to the last files without errors. Also saving again what is there.

use crate::edits::{Edit, edit};
use crate::project::{Past, Project};
use crate::random::Random;

pub(super) const REPAIR: &str = "back: what was wrong repaired";

pub(super) fn all() -> Vec<Edit> {
    vec![
        edit("back: an earlier state", undo),
        edit("back: an earlier text of one file", undo_one),
        edit(REPAIR, repair),
        edit("touched: one file", touch),
        edit("touched: every file", |project, _| {
            for bytes in project.sources.files.values_mut() {
                *bytes = bytes.to_vec().into();
            }
            Some(String::new())
        }),
    ]
}

/// Everything as it was at some moment.
fn undo(project: &mut Project, random: &mut Random) -> Option<String> {
    let at = random.below(project.past.len());
    let past = project.past.get(at)?.clone();
    project.sources = past.sources;
    project.options = past.options;
    Some(format!("state {at}"))
}

fn undo_one(project: &mut Project, random: &mut Random) -> Option<String> {
    let past = random.one(&project.past)?.clone();
    let path = one_that_differs(project, &past, random)?;
    put_back(project, &past, &path);
    Some(path)
}

/// The files as they were when there were no errors last; all of them, or one of those that changed since.
pub(super) fn repair(project: &mut Project, random: &mut Random) -> Option<String> {
    let past = project.past.iter().rev().find(|past| !past.has_errors)?.clone();
    let path = one_that_differs(project, &past, random);
    match path {
        Some(path) if random.chance(40) => {
            put_back(project, &past, &path);
            Some(path)
        }
        _ => {
            project.sources = past.sources;
            project.options = past.options;
            Some("all".to_owned())
        }
    }
}

fn one_that_differs(project: &Project, past: &Past, random: &mut Random) -> Option<String> {
    let differ: Vec<String> = project.sources.changes_since(&past.sources).map(|(path, _)| path.as_str().to_owned()).collect();
    random.one(&differ).cloned()
}

fn put_back(project: &mut Project, past: &Past, path: &str) {
    match past.sources.files.iter().find(|(other, _)| other.as_str() == path) {
        Some((_, bytes)) => project.write(path, bytes),
        None => {
            project.remove(path);
        }
    }
}

/// The same bytes, saved again.
fn touch(project: &mut Project, random: &mut Random) -> Option<String> {
    let path = random.one(&project.paths(|_| true))?.clone();
    let bytes = project.remove(&path)?;
    project.write(&path, &bytes);
    Some(path)
}
