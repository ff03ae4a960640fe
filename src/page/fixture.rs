//! What the pages of small projects are made from, for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Contents, Material, Shared, Surroundings};
use crate::site::fixture::Project;
use crate::words::Book;

/// What `look` makes of the material of a project without figures and images.
pub(super) fn with_material<T>(project: &Project, look: impl FnOnce(&Material) -> T) -> T {
    let site = Arc::new(project.site().0);
    let shared = Arc::new(Shared::new(&site, &site, &[], &Arc::new(Book::built_in())));
    let (manuscripts, csv, files) = (project.manuscripts.clone(), project.csv.clone(), project.files.clone());
    let contents = Contents { manuscripts, csv, files };
    let surroundings = Arc::new(Surroundings::new(&site, &Arc::default(), &shared.voice));
    let (pictures, figures) = (BTreeMap::new(), Arc::default());
    look(&Material { site: &site, shared: &shared, surroundings: &surroundings, contents: &contents, pictures: &pictures, figures: &figures })
}
