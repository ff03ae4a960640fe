//! Folders moved, renamed, removed, and the pages that they are themselves.

use crate::edits::{Edit, edit};
use crate::project::Project;
use crate::random::Random;

pub(super) fn all() -> Vec<Edit> {
    vec![
        edit("folders: one renamed", |project, random| {
            let from = below_content(project, random)?;
            let to = format!("{}-{}", from.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-'), random.below(9));
            move_all(project, &from, &to)
        }),
        edit("folders: one moved into another", |project, random| {
            let (from, into) = (below_content(project, random)?, below_content(project, random)?);
            let to = format!("{into}/{}", from.rsplit_once('/')?.1);
            (!format!("{into}/").starts_with(&format!("{from}/"))).then(|| move_all(project, &from, &to))?
        }),
        edit("folders: one kept back by its name", |project, random| {
            let from = below_content(project, random)?;
            let (above, name) = from.rsplit_once('/')?;
            let to = name.strip_prefix('_').map_or_else(|| format!("{above}/_{name}"), |name| format!("{above}/{name}"));
            move_all(project, &from, &to)
        }),
        edit("folders: one deleted", |project, random| {
            let folder = below_content(project, random)?;
            for path in project.paths(|path| path.starts_with(&format!("{folder}/"))) {
                project.remove(&path);
            }
            Some(folder)
        }),
        edit("folders: two that swap their names", |project, random| {
            let (one, other) = (below_content(project, random)?, below_content(project, random)?);
            let apart = !format!("{one}/").starts_with(&format!("{other}/")) && !format!("{other}/").starts_with(&format!("{one}/"));
            if !apart {
                return None;
            }
            move_all(project, &one, "content/between")?;
            move_all(project, &other, &one)?;
            move_all(project, "content/between", &other)?;
            Some(format!("{one} and {other}"))
        }),
        edit("folders: a section's page written", |project, random| {
            let folder = random.one(&project.folders())?.clone();
            let path = format!("{folder}/_index.md");
            let order = if random.chance(50) { format!("order: {}\n", random.below(9)) } else { String::new() };
            project.write(&path, format!("---\ntitle: Section {}\n{order}---\nText {}.\n", random.below(9), random.below(9)));
            Some(path)
        }),
        edit("folders: a section's page deleted", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with("/_index.md")))?.clone();
            project.remove(&path).map(|_| path)
        }),
    ]
}

/// A folder of `content/` that is not the data's.
fn below_content(project: &Project, random: &mut Random) -> Option<String> {
    let folders: Vec<String> = project.folders().into_iter().filter(|folder| folder != "content" && !folder.contains("_data")).collect();
    random.one(&folders).cloned()
}

fn move_all(project: &mut Project, from: &str, to: &str) -> Option<String> {
    let start = format!("{from}/");
    let paths = project.paths(|path| path.starts_with(&start));
    if from == to || paths.is_empty() {
        return None;
    }
    let moved: Vec<_> = paths.iter().filter_map(|path| Some((format!("{to}/{}", &path[start.len()..]), project.remove(path)?))).collect();
    for (path, bytes) in moved {
        project.write(&path, &bytes);
    }
    Some(format!("{from} to {to}"))
}
