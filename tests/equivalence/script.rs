//! A script: edits by chance, one after the other. After each the remembered build is compared with a clean one.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use guidepost::pipeline::{Build, Memory, build};
use guidepost::problem::Code;

use crate::difference::{difference, shows};
use crate::edits::Edits;
use crate::project::{Past, Project};
use crate::random::Random;

/// How many edits of a hundred are of the kind that is asked for.
const KINDS_IN_100: usize = 60;
/// How often a step holds several edits, as a branch switch does.
const BURSTS_IN_100: usize = 10;

/// What happened in scripts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    /// How often each kind of edit was made.
    pub(crate) edits: BTreeMap<String, usize>,
    /// The kinds of edits that, made alone, changed what is published or told.
    pub(crate) shown: BTreeSet<String>,
    /// In how many builds each problem was told.
    pub(crate) codes: BTreeMap<Code, usize>,
    /// How many builds there were, how many of them without errors, and how many without any problem but notes.
    pub(crate) builds: usize,
    pub(crate) without_errors: usize,
    pub(crate) without_warnings: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, other: Self) {
        for (name, count) in other.edits {
            *self.edits.entry(name).or_default() += count;
        }
        self.shown.extend(other.shown);
        for (code, count) in other.codes {
            *self.codes.entry(code).or_default() += count;
        }
        self.builds += other.builds;
        self.without_errors += other.without_errors;
        self.without_warnings += other.without_warnings;
    }

    fn count_edits(&mut self, made: Vec<(String, String)>, shows: bool) {
        if let [(name, _)] = &*made
            && shows
        {
            self.shown.insert(name.clone());
        }
        for (name, _) in made {
            *self.edits.entry(name).or_default() += 1;
        }
    }

    fn count(&mut self, build: &Build) {
        for code in told(build) {
            *self.codes.entry(code).or_default() += 1;
        }
        self.builds += 1;
        self.without_errors += usize::from(!build.report.has_errors());
        self.without_warnings += usize::from(!build.report.clone().strict().has_errors());
    }
}

/// A script after whose last step the two builds are not equal.
pub(crate) struct Failure {
    seed: u64,
    steps: Vec<u64>,
    told: Vec<String>,
    why: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "seed {}, steps {:?}", self.seed, self.steps)?;
        for (step, told) in self.steps.iter().zip(&self.told) {
            writeln!(f, "  {step}: {told}")?;
        }
        write!(f, "{}", self.why)
    }
}

/// Plays the script `seed` of so many steps. A script that fails comes back with the fewest steps that still fail.
pub(crate) fn check(seed: u64, steps: u64, edits: &Edits, kind: Option<&str>) -> Result<Counts, Failure> {
    let mut failure = match play(seed, &(0..steps).collect::<Vec<_>>(), edits, kind) {
        Ok(counts) => return Ok(counts),
        Err(failure) => failure,
    };
    // Steps do not depend on the steps before them for their numbers, so each can be left out.
    let mut at = failure.steps.len().saturating_sub(1);
    while at > 0 {
        at -= 1;
        let mut fewer = failure.steps.clone();
        fewer.remove(at);
        if let Err(smaller) = play(seed, &fewer, edits, kind) {
            at = at.min(smaller.steps.len().saturating_sub(1));
            failure = smaller;
        }
    }
    Err(failure)
}

/// Plays those steps of the script, each an edit of `kind` if that is given and can be made, until the first after which the builds differ.
fn play(seed: u64, steps: &[u64], edits: &Edits, kind: Option<&str>) -> Result<Counts, Failure> {
    let mut counts = Counts::default();
    let mut project = Project::new(seed);
    let mut memory = Memory::default();
    let mut told: Vec<String> = Vec::new();
    let mut clean: Vec<Arc<Build>> = Vec::new();
    let fails = |done: usize, told: &[String], why: String| Failure { seed, steps: steps[..done].to_vec(), told: told.to_vec(), why };

    // The first build fills the memory, and has nothing to remember.
    let first = built(&project, &mut memory).map_err(|why| fails(0, &told, why))?;
    counts.count(&first);
    remember(&mut project, &mut clean, Arc::new(first));
    for (at, step) in steps.iter().enumerate() {
        let mut random = Random::of_step(seed, *step);
        let made = edit(&mut project, edits, kind, &mut random);
        told.push(made.iter().map(|(name, how)| format!("{name}: {how}")).collect::<Vec<_>>().join("; "));
        let remembered = built(&project, &mut memory).map_err(|why| fails(at + 1, &told, why))?;
        let expected = match equal_state(&project) {
            // What equal sources made before, they make again: `tests/determinism.rs`.
            Some(before) => clean[before].clone(),
            None => Arc::new(built(&project, &mut Memory::default()).map_err(|why| fails(at + 1, &told, why))?),
        };
        counts.count(&expected);
        counts.count_edits(made, clean.last().is_some_and(|before| shows(before, &expected)));
        if let Some(why) = difference(&remembered, &expected, &project.sources) {
            return Err(fails(at + 1, &told, why));
        }
        remember(&mut project, &mut clean, expected);
    }
    Ok(counts)
}

/// Changes the project in one or several ways, more often than not in that of `kind` if it can and is given; their names, and what they did.
fn edit(project: &mut Project, edits: &Edits, kind: Option<&str>, random: &mut Random) -> Vec<(String, String)> {
    if let Some(kind) = kind
        && random.chance(KINDS_IN_100)
        && let Some(how) = edits.make_named(kind, project, random)
    {
        return vec![(kind.to_owned(), how)];
    }
    let number = if random.chance(BURSTS_IN_100) { 2 + random.below(4) } else { 1 };
    (0..number).map(|_| edits.make(project, random)).collect()
}

/// The build of the project, or what went wrong in the program itself.
fn built(project: &Project, memory: &mut Memory) -> Result<Build, String> {
    let build = catch_unwind(AssertUnwindSafe(|| build(&project.sources, &project.options, memory)));
    let build = build.map_err(|panic| format!("the build panicked: {}", words(&*panic)))?;
    match build.report.problems().iter().find(|it| it.code == Code::Fault) {
        Some(fault) => Err(format!("a file made the build stumble: {fault:?}")),
        None => Ok(build),
    }
}

/// The problems that the build tells.
fn told(build: &Build) -> BTreeSet<Code> {
    build.report.problems().iter().map(|it| it.code).collect()
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|it| (*it).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

fn remember(project: &mut Project, clean: &mut Vec<Arc<Build>>, build: Arc<Build>) {
    project.past.push(Past { sources: project.sources.clone(), options: project.options.clone(), has_errors: build.report.has_errors(), told: told(&build) });
    clean.push(build);
}

/// Which earlier state of the project was the same.
fn equal_state(project: &Project) -> Option<usize> {
    let now = &project.options;
    project.past.iter().position(|past| {
        let then = &past.options;
        (then.as_of, then.drafts, &then.base_url) == (now.as_of, now.drafts, &now.base_url)
            && past.sources.ignored == project.sources.ignored
            && !past.sources.differ_from(&project.sources)
    })
}
