//! Ids that data files define and that others name.

use super::Registry;
use crate::problem::{Code, Problem};
use crate::source::Span;
use crate::tree::nearest;

/// A data file of `content/_data` as messages name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataFile {
    /// What an entry is called.
    pub entry: &'static str,
    /// Its name without `.yaml`.
    pub name: &'static str,
}

/// Those who write and review.
pub const PEOPLE: DataFile = DataFile { entry: "person", name: "people" };
/// Where figures come from.
pub const SOURCES: DataFile = DataFile { entry: "source", name: "sources" };
/// Countries, states, towns.
pub const AREAS: DataFile = DataFile { entry: "area", name: "areas" };
/// Industries and sectors.
pub const INDUSTRIES: DataFile = DataFile { entry: "industry", name: "industries" };
/// Publishers' files.
pub const DATASETS: DataFile = DataFile { entry: "dataset", name: "datasets" };
/// Resources that several guides name.
pub const RESOURCES: DataFile = DataFile { entry: "resource", name: "resources" };

impl Registry {
    /// The ids that `file` defines.
    pub fn ids(&self, file: DataFile) -> Vec<&String> {
        match file.name {
            "people" => self.people.keys().collect(),
            "sources" => self.sources.keys().collect(),
            "industries" => self.industries.keys().collect(),
            "datasets" => self.datasets.keys().collect(),
            "resources" => self.resources.keys().collect(),
            _ => self.areas.keys().collect(),
        }
    }

    /// A problem that `id`, which stands at `place`, is not defined in `file`, with the nearest id and the file that it can be added to. `None` where
    /// the file could not be read: it may define it.
    pub fn unknown(&self, id: &str, place: Span, file: DataFile) -> Option<Problem> {
        if self.unread.contains(file.name) {
            return None;
        }
        // What a site without areas calls its own; two letters are near to any two.
        let is_home = file.name == AREAS.name && id == "us";
        let entry = if is_home { "us: { name: United States, kind: country }" } else { id };
        let add = match self.files.get(file.name) {
            Some(path) => format!("add `{entry}` to {path}"),
            None => format!("define `{id}` in a new file content/_data/{}.yaml", file.name),
        };
        let help = match nearest(id, self.ids(file).into_iter().map(String::as_str)).filter(|_| !is_home) {
            Some(near) => format!("did you mean `{near}`? Otherwise {add}"),
            None => add,
        };
        Some(Problem::new(Code::UnknownId, place, format!("no {} is called `{id}`", file.entry)).help(help))
    }
}
