//! Memory makes a build faster and never different: whatever is edited, in whatever order, a build that remembers the builds
//! before it equals a clean one.
//!
//! `GUIDEPOST_SCRIPTS` is how many scripts are played (16), `GUIDEPOST_STEPS` how long each is (20), `GUIDEPOST_SEED` the first (0);
//! `GUIDEPOST_EDIT` names an edit that more than half of all are to be. `GUIDEPOST_SHARDED` is after how many scripts of their own shards are put together (2).
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a test may fail by panicking, and reads how much is asked of it"
)]

mod coverage;
mod datasets;
mod difference;
mod edits;
mod guides;
mod image;
mod project;
mod random;
mod rendered;
mod script;
mod shards;
mod text;

use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use guidepost::pipeline::{Memory, build};

use edits::Edits;
use project::Project;
use script::{Counts, Failure};

/// As in the program: a build allocates much.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[test]
fn a_remembered_build_equals_a_clean_build_after_every_edit() {
    let Outcome { counts, failure } = outcome();
    if let Some(failure) = failure {
        panic!("{failure}");
    }
    println!("{} builds compared", counts.builds);
}

#[test]
fn scripts_meet_every_edit_and_nearly_every_problem() {
    let Outcome { counts, .. } = outcome();
    println!("{}", coverage::table(counts));
    if asked("GUIDEPOST_SCRIPTS", SCRIPTS) >= ENOUGH {
        let edits = Edits::all();
        let mut counts = counts.clone();
        // What chance did not show is tried on purpose, in some scripts of little else.
        for kind in coverage::unseen(&counts, &edits) {
            for seed in 0..8 {
                match script::check(seed, 6, &edits, Some(&kind)) {
                    Ok(more) => counts.add(more),
                    Err(failure) => panic!("{failure}"),
                }
            }
        }
        assert_eq!(coverage::gaps(&counts, &edits), <[&str; 0]>::default());
    }
}

#[test]
fn the_project_at_the_beginning_is_right() {
    for seed in 0..6 {
        let project = Project::new(seed);
        let build = build(&project.sources, &project.options, &mut Memory::default());
        let told: BTreeSet<&str> = build.report.problems().iter().map(|it| it.code.id()).collect();
        // Notes in the settings, a front matter and a body: what moves them has to be noticed.
        let notes = ["heading-colon", "link-to-missing-address", "no-reviewer", "resource-without-description", "scheduled", "section-without-index"];
        assert_eq!(told, BTreeSet::from(notes), "{:#?}", build.report.problems());
        assert!(!build.report.clone().strict().has_errors());
        assert_eq!(build.counts.guides, 57);
    }
}

/// How many scripts are played where nothing else is asked for.
const SCRIPTS: u64 = 16;

/// So many scripts meet everything; fewer may not.
const ENOUGH: u64 = 500;

/// What came of all scripts, which are played once.
struct Outcome {
    counts: Counts,
    failure: Option<Failure>,
}

fn outcome() -> &'static Outcome {
    static OUTCOME: OnceLock<Outcome> = OnceLock::new();
    OUTCOME.get_or_init(play_all)
}

fn asked(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{variable} is a number")))
}

/// Plays all scripts, on as many threads as there are; stops at the first that fails.
fn play_all() -> Outcome {
    let (first, scripts, steps) = (asked("GUIDEPOST_SEED", 0), asked("GUIDEPOST_SCRIPTS", SCRIPTS), asked("GUIDEPOST_STEPS", 20));
    let edits = Edits::all();
    let kind = std::env::var("GUIDEPOST_EDIT").ok();
    assert!(kind.as_ref().is_none_or(|kind| edits.names().any(|name| name == kind)), "GUIDEPOST_EDIT names no edit: {kind:?}");
    let next = AtomicU64::new(0);
    let play = || {
        // Each script builds on threads of its own: on one where scripts keep all processors busy, on more in some.
        let pools = [1, 3].map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap());
        let mut counts = Counts::default();
        loop {
            let script = next.fetch_add(1, Ordering::Relaxed);
            if script >= scripts {
                return Outcome { counts, failure: None };
            }
            let pool = &pools[usize::from(script.is_multiple_of(8))];
            match pool.install(|| script::check(first + script, steps, &edits, kind.as_deref())) {
                Ok(more) => counts.add(more),
                Err(failure) => {
                    next.store(scripts, Ordering::Relaxed);
                    return Outcome { counts, failure: Some(failure) };
                }
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(play)).collect();
        running.into_iter().map(|it| it.join().unwrap()).collect()
    });
    let mut all = Outcome { counts: Counts::default(), failure: None };
    for outcome in outcomes {
        all.counts.add(outcome.counts);
        all.failure = all.failure.or(outcome.failure);
    }
    all
}
