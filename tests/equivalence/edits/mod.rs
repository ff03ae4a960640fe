//! What authors, publishers and makers of themes do to a project: each edit with its name and how it is made.

mod asked;
mod back;
mod body;
mod data;
mod datasets;
mod files;
mod folders;
mod front;
mod media;
mod mistakes;
mod settings;
mod theme;

use crate::project::Project;
use crate::random::Random;

/// Edits the project, and tells how; `None` if the project has nothing that can be edited so.
type Make = Box<dyn Fn(&mut Project, &mut Random) -> Option<String> + Send + Sync>;

/// A kind of edit.
pub(crate) struct Edit {
    pub(crate) name: String,
    make: Make,
}

fn edit(name: impl Into<String>, make: impl Fn(&mut Project, &mut Random) -> Option<String> + Send + Sync + 'static) -> Edit {
    Edit { name: name.into(), make: Box::new(make) }
}

/// All kinds of edits, in groups of which each is taken as often as its weight says.
pub(crate) struct Edits {
    groups: Vec<(usize, Vec<Edit>)>,
}

/// How often a project with errors is repaired at once.
const REPAIRS_IN_100: usize = 45;

impl Edits {
    pub(crate) fn all() -> Self {
        let groups = vec![
            (18, body::all()),
            (20, front::all()),
            (12, files::all()),
            (6, folders::all()),
            (11, theme::all()),
            (6, theme::keys()),
            (14, settings::all()),
            (9, data::all()),
            (14, datasets::all()),
            (6, media::all()),
            (5, asked::all()),
            (20, mistakes::all()),
            (8, back::all()),
        ];
        Self { groups }
    }

    /// The names of all kinds.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flat_map(|(_, edits)| edits).map(|edit| &*edit.name)
    }

    /// Makes the edit of this name; what it did, if `project` has something for it.
    pub(crate) fn make_named(&self, name: &str, project: &mut Project, random: &mut Random) -> Option<String> {
        let edit = self.groups.iter().flat_map(|(_, edits)| edits).find(|edit| edit.name == name)?;
        (edit.make)(project, random)
    }

    /// Makes an edit that `project` has something for, and tells its name and what it did.
    pub(crate) fn make(&self, project: &mut Project, random: &mut Random) -> (String, String) {
        if project.past.last().is_some_and(|past| past.has_errors)
            && random.chance(REPAIRS_IN_100)
            && let Some(how) = back::repair(project, random)
        {
            return (back::REPAIR.to_owned(), how);
        }
        loop {
            let mut at = random.below(self.groups.iter().map(|(weight, _)| weight).sum());
            let group = self.groups.iter().find(|(weight, _)| {
                let is_here = at < *weight;
                at = at.saturating_sub(*weight);
                is_here
            });
            let Some(edit) = group.and_then(|(_, edits)| random.one(edits)) else { continue };
            if let Some(how) = (edit.make)(project, random) {
                return (edit.name.clone(), how);
            }
        }
    }
}
