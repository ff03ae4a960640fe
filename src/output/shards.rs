//! Folders that hold the shards of a site: whether they are all there, of one build, and as they were written. All that is wrong is told at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::leftovers::is_staging;
use super::manifest::{Known, VERSION};
use super::names::{MANIFEST, OWN_FOLDER};
use super::path::OutputPath;
use super::plan::{Plan, Way};
use super::shard::{Part, Shard};
use super::stamp::Stamp;
use super::survey::{Standing, Survey};

/// How many names a refusal tells.
const NAMED: usize = 5;

/// The shards of one site: all of them, each once, of one version and one input, and as they were written.
#[derive(Debug)]
pub struct Shards {
    pub(super) list: Vec<Found>,
}

/// Why folders make no site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which folder, and what is wrong with it.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Whether it is the system that refused.
    pub is_of_system: bool,
}

impl Refusal {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), is_of_system: false }
    }
}

/// A folder that holds a shard.
#[derive(Debug)]
pub(super) struct Found {
    /// As it was given.
    pub(super) folder: PathBuf,
    pub(super) part: Part,
    version: String,
    /// The files of its list.
    pub(super) files: BTreeMap<OutputPath, Stamp>,
    survey: Survey,
}

impl Shards {
    /// The shards in `folders`, if they make one site.
    pub fn of(folders: &[PathBuf]) -> Result<Self, Vec<Refusal>> {
        let (mut list, mut refusals) = (Vec::new(), Vec::new());
        for folder in folders {
            match Found::of(folder) {
                Ok(found) => list.push(found),
                Err(refusal) => refusals.push(refusal),
            }
        }
        refusals.extend(list.iter().filter_map(Found::other_version));
        refusals.extend(apart(&list));
        refusals.extend(list.iter().flat_map(Found::damages));
        // What follows from the rest is not told on top.
        if refusals.is_empty() {
            refusals.extend(clashes(&list));
        }
        if refusals.is_empty() { Ok(Self { list }) } else { Err(refusals) }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// How many files they hold.
    pub fn file_count(&self) -> usize {
        self.list.iter().map(|it| it.files.len()).sum()
    }

    /// What the user should know about what is left out, a sentence each.
    pub fn notes(&self) -> Vec<String> {
        self.list.iter().filter_map(Found::left_out).collect()
    }
}

impl Found {
    fn of(folder: &Path) -> Result<Self, Refusal> {
        let name = folder.display();
        let again = "build that shard again: `guidepost build --shard K/N --output-dir DIR`";
        let known = Known::of(folder).map_err(|_| {
            let list = folder.join(OWN_FOLDER).join(MANIFEST);
            Refusal::new(format!("`{}` is damaged, so nothing is known of the shard in `{name}`", list.display()), again)
        })?;
        if !folder.exists() {
            return Err(Refusal::new(format!("`{name}` is not there"), again));
        }
        if is_staging(folder) || known.was_interrupted {
            return Err(Refusal::new(format!("`{name}` is half a shard: the build that wrote it was stopped"), again));
        }
        if !known.is_marked {
            let help = format!("name folders that `guidepost build --shard K/N` made; if this is one, what brought it here left out `{OWN_FOLDER}`");
            return Err(Refusal::new(format!("`{name}` holds no shard: there is no `{OWN_FOLDER}/{MANIFEST}` in it"), help));
        }
        let (Some(version), Some(part)) = (known.version, known.part) else {
            return Err(Refusal::new(format!("`{name}` holds a whole site, not a shard of one"), "name folders that `guidepost build --shard K/N` made"));
        };
        let survey = Survey::of(folder)
            .map_err(|error| Refusal { is_of_system: true, ..Refusal::new(in_full(&error), format!("see that all files of `{name}` can be read")) })?;
        let mut files = BTreeMap::new();
        for (path, stamp) in survey.known.files() {
            let sound = path.to_str().and_then(|path| OutputPath::new(path).ok().filter(|sound| sound.as_str() == path));
            let Some(sound) = sound else {
                return Err(Refusal::new(
                    format!("the list of `{name}` names `{}`, which is no path of a site", path.display().to_string().escape_debug()),
                    again,
                ));
            };
            files.insert(sound, stamp.clone());
        }
        Ok(Self { folder: folder.to_path_buf(), part, version, files, survey })
    }

    fn shard(&self) -> Shard {
        self.part.shard
    }

    /// What to do about a shard that cannot be taken.
    fn again(&self) -> String {
        format!("build it again: `guidepost build --shard {} --output-dir {}`", self.shard(), self.folder.display())
    }

    fn other_version(&self) -> Option<Refusal> {
        let says = || format!("`{}` was made by Guidepost {}, and this is {VERSION}", self.folder.display(), self.version.escape_debug());
        (self.version != VERSION).then(|| Refusal::new(says(), "build all shards and merge them with one version"))
    }

    /// Files that are not as the list says.
    fn damages(&self) -> Vec<Refusal> {
        let (mut changed, mut gone) = (Vec::new(), Vec::new());
        for path in self.files.keys().map(OutputPath::as_str) {
            match self.survey.standing(Path::new(path)) {
                Some(Standing::Ours(_)) => {}
                Some(_) => changed.push(path),
                None => gone.push(path),
            }
        }
        let says = |paths: &[&str], what: &str| {
            let (were, names) = (if paths.len() == 1 { "was" } else { "were" }, named(paths));
            (!paths.is_empty()).then(|| Refusal::new(format!("`{}` is not as it was written: {names} {were} {what}", self.folder.display()), self.again()))
        };
        says(&changed, "changed").into_iter().chain(says(&gone, "taken away")).collect()
    }

    fn left_out(&self) -> Option<String> {
        let others: Vec<&str> =
            self.survey.files().filter(|(_, standing)| matches!(standing, Standing::Foreign)).filter_map(|(path, _)| path.to_str()).collect();
        (!others.is_empty()).then(|| format!("{} of `{}` is not of the shard and was left out", named(&others), self.folder.display()))
    }
}

/// What keeps shards from being all those of one site.
fn apart(list: &[Found]) -> Vec<Refusal> {
    let Some(count) = most(list.iter().map(|it| it.shard().count())) else { return Vec::new() };
    let (of_site, others): (Vec<&Found>, Vec<&Found>) = list.iter().partition(|it| it.shard().count() == count);
    let mut refusals = Vec::new();
    for it in others {
        let message = format!("`{}` holds shard {}, and this site is made in {count}", it.folder.display(), it.shard());
        refusals.push(Refusal::new(message, format!("name the folders of shards 1/{count} to {count}/{count}, and no others")));
    }
    let mut folders: BTreeMap<Shard, &Found> = BTreeMap::new();
    for it in &of_site {
        if let Some(first) = folders.get(&it.shard()) {
            let message = format!("`{}` and `{}` both hold shard {}", first.folder.display(), it.folder.display(), it.shard());
            refusals.push(Refusal::new(message, "name one of them"));
        } else {
            folders.insert(it.shard(), it);
        }
    }
    let missing: Vec<String> = Shard::all(count).filter(|shard| !folders.contains_key(shard)).map(|shard| shard.to_string()).collect();
    if let Some(first) = missing.first() {
        let (shards, names) = (if missing.len() == 1 { "shard" } else { "shards" }, named(&missing));
        let help = format!("build what is missing, `guidepost build --shard {first} --output-dir DIR`, and name its folder");
        refusals.push(Refusal::new(format!("no folder holds {shards} {names}"), help));
    }
    let Some(input) = most(of_site.iter().map(|it| &it.part.input)) else { return refusals };
    for it in of_site.iter().filter(|it| it.part.input != *input) {
        let message = format!("`{}` was made {}", it.folder.display(), it.part.input.unlike(input));
        let help = format!("{}, from the same files as the other shards, with the same --as-of, --drafts and --base-url", it.again());
        refusals.push(Refusal::new(message, help));
    }
    refusals
}

/// Files that want one place in the merged site.
fn clashes(list: &[Found]) -> Vec<Refusal> {
    let all: Vec<(&Found, &OutputPath)> = list.iter().flat_map(|it| it.files.keys().map(move |path| (it, path))).collect();
    let plan = Plan::new(&Arc::new(all.iter().map(|(_, path)| (*path).clone()).collect()));
    let mut told: BTreeSet<(PathBuf, PathBuf)> = BTreeSet::new();
    let mut refusals = Vec::new();
    for clash in &plan.clashes {
        let Some((it, path)) = all.get(clash.file) else { continue };
        let (name, own) = (it.folder.display(), it.folder.clone());
        let (other, says) = match clash.way {
            Way::OwnFolder => (own.clone(), format!("the list of `{name}` names `{path}`, and `{OWN_FOLDER}` is Guidepost's own folder")),
            Way::Taken(at) | Way::SameButCase(at) | Way::Folder(at) => {
                let Some((first, taken)) = all.get(at) else { continue };
                (first.folder.clone(), format!("`{taken}` of `{}` and `{path}` of `{name}` want one place", first.folder.display()))
            }
        };
        // A thousand files of one pair have one cause.
        if told.insert((other, own)) {
            refusals.push(Refusal::new(says, "build both shards again from the same files, with one version of Guidepost"));
        }
    }
    refusals
}

/// The value that most have; of two with as many, the first.
fn most<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, (usize, usize)> = BTreeMap::new();
    for (at, value) in values.enumerate() {
        counts.entry(value).or_insert((0, usize::MAX - at)).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(value, _)| value)
}

/// The first of `names`, and how many more there are.
pub(super) fn named(names: &[impl AsRef<str>]) -> String {
    let first: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{}`", name.as_ref().escape_debug())).collect();
    let more = names.len().saturating_sub(NAMED);
    match (first.as_slice(), more) {
        ([all @ .., last], 0) if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        (_, 0) => first.join(", "),
        _ => format!("{} and {more} more", first.join(", ")),
    }
}

fn in_full(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
