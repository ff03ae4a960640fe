//! The plan of a site: which file gets which path, and which cannot have the path that it wants.
//! It follows from the paths alone, so it is the same as long as no file comes, goes or is renamed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::names::OWN_FOLDER;
use super::path::OutputPath;

/// Which of the files that want paths get them. Files are told by their place in the list of all that want one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The files that are published, by path.
    pub(super) places: BTreeMap<OutputPath, usize>,
    /// Those that are not, in their order.
    pub(super) clashes: Vec<Clash>,
}

/// A file that cannot have its path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clash {
    /// The file.
    pub(super) file: usize,
    /// What stands in its way.
    pub(super) way: Way,
}

/// What stands in the way of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The folder that Guidepost keeps for itself.
    OwnFolder,
    /// Another file of this path.
    Taken(usize),
    /// Another file whose path differs in case only.
    SameButCase(usize),
    /// Another file that needs as a folder what this needs as a file, or the reverse.
    Folder(usize),
}

impl Plan {
    /// The plan for files that want these paths; of two that want one, the first gets it.
    pub fn new(wanted: &Arc<Vec<OutputPath>>) -> Self {
        let mut plan = Self::default();
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let mut folders: BTreeMap<String, usize> = BTreeMap::new();
        for (file, path) in wanted.iter().enumerate() {
            let folded = path.folded();
            if let Some(way) = way(&folded, path, wanted, &taken, &folders) {
                plan.clashes.push(Clash { file, way });
                continue;
            }
            for (at, _) in folded.match_indices('/') {
                let above = folded.get(..at).unwrap_or("");
                if !folders.contains_key(above) {
                    folders.insert(above.to_owned(), file);
                }
            }
            taken.insert(folded, file);
            plan.places.insert(path.clone(), file);
        }
        plan
    }
}

impl Plan {
    /// The paths of the files that are published, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &OutputPath> {
        self.places.keys()
    }
}

fn way(folded: &str, path: &OutputPath, wanted: &[OutputPath], taken: &BTreeMap<String, usize>, folders: &BTreeMap<String, usize>) -> Option<Way> {
    if folded.split('/').next() == Some(OWN_FOLDER) {
        return Some(Way::OwnFolder);
    }
    if let Some(other) = taken.get(folded) {
        return Some(if wanted.get(*other) == Some(path) { Way::Taken(*other) } else { Way::SameButCase(*other) });
    }
    let parent = folded.match_indices('/').find_map(|(at, _)| taken.get(folded.get(..at).unwrap_or("")));
    folders.get(folded).or(parent).map(|other| Way::Folder(*other))
}
