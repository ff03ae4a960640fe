//! Thousands of edits in all the ways of editors, and not one of them missed: in the end the preview, the published folder and a clean
//! build are the same, byte for byte, and the program is as large as it was.
//!
//! A few hundred edits by default. 5,000 in ten minutes, as a long afternoon of writing:
//!
//!     SOAK_EDITS=5000 SOAK_SECONDS=600 cargo test --release --test serve soak -- --nocapture
//!
//! `SOAK_SEED` chooses other edits; a failure names the seed it came with.

mod author;
mod folders;
mod health;
mod random;
mod saving;
mod texts;
mod truth;

use std::collections::BTreeSet;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::project::{PATIENCE, Served};
use author::Author;
use health::{Health, early_and_late};
use truth::{TODAY, Truth};

/// Edits after which the program has met all there is, and should grow no more.
const WARM: usize = 100;
/// How often the whole preview is compared, in edits.
const CHECKED_EVERY: usize = 50;
/// How often the program's health is looked at, in edits.
const FELT_EVERY: usize = 5;
/// How many addresses that are gone are asked for at each comparison before the last.
const GONE_ASKED: usize = 20;

#[test]
fn after_hundreds_of_edits_the_preview_is_a_clean_build_and_no_larger() {
    let (edits, seconds, seed) = (asked("SOAK_EDITS", 300), asked("SOAK_SECONDS", 20), asked("SOAK_SEED", 1));
    let (project, published) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let root = project.path().canonicalize().unwrap();
    let mut soak = Soak::begin(Author::new(&root, seed));
    soak.truth().check_published(&root, &published.path().join("followed"));

    let pace = Duration::from_secs(seconds) / u32::try_from(edits).unwrap();
    let begin = Instant::now();
    for number in 1..=usize::try_from(edits).unwrap() {
        let due = begin + pace * u32::try_from(number).unwrap();
        soak.edit();
        if number % FELT_EVERY == 0 && number > WARM {
            soak.feel();
        }
        if number % CHECKED_EVERY == 0 {
            soak.check(GONE_ASKED);
        }
        // Some edits follow one another at once, and what was late is caught up with.
        if !soak.author.random.once_in(4) {
            thread::sleep(due.saturating_duration_since(Instant::now()));
        }
    }
    let lasted = begin.elapsed();

    soak.check(usize::MAX);
    let build = soak.served.build();
    // As long as it takes to look at everything once more, whatever was heard.
    thread::sleep(Duration::from_millis(2500));
    soak.check(usize::MAX);
    soak.feel();
    assert_eq!(soak.served.build(), build, "nothing changed any more");
    assert_eq!(std::iter::from_fn(|| soak.tab.next(PATIENCE)).find(|told| *told >= build), Some(build), "an open page hears of the last build");
    for folder in ["followed", "clean"] {
        soak.truth().check_published(&root, &published.path().join(folder));
    }
    println!("{edits} edits in {:.0} s (seed {seed}), {build} builds; {}", lasted.as_secs_f64(), soak.sums());
    soak.check_health();
}

/// A number from the environment.
fn asked(name: &str, usually: u64) -> u64 {
    std::env::var(name).map_or(usually, |number| number.parse().unwrap_or_else(|_| panic!("{name} is `{number}`, which is no number")))
}

/// A preview, its author and a reader, and what was seen of them so far.
struct Soak {
    author: Author,
    served: Served,
    /// A page that is open all the time.
    tab: crate::client::Events,
    /// Every address that ever was.
    addresses: BTreeSet<String>,
    /// The edits so far.
    done: Vec<String>,
    /// How long it took after an edit until all was as it should be.
    settled: Vec<Duration>,
    health: Vec<Health>,
}

impl Soak {
    fn begin(author: Author) -> Self {
        let served = Served::start(&author.root, &["--as-of", TODAY]);
        let tab = served.events();
        Self { author, served, tab, addresses: BTreeSet::new(), done: Vec::new(), settled: Vec::new(), health: Vec::new() }
    }

    fn edit(&mut self) {
        let done = self.author.edit();
        self.done.push(done);
    }

    fn feel(&mut self) {
        self.health.extend(Health::of(self.served.process.id()));
    }

    fn truth(&self) -> Truth {
        Truth::of(&self.author.root)
    }

    /// Waits until the preview is what a clean build is, with the reports; asks for so many addresses that are gone.
    fn check(&mut self, gone_asked: usize) {
        let begin = Instant::now();
        let truth = self.truth();
        let mut gone: Vec<String> = self.addresses.iter().filter(|path| !truth.site.contains_key(*path)).cloned().collect();
        while gone.len() > gone_asked {
            gone.swap_remove(self.author.random.below(gone.len()));
        }
        let gone = gone.into_iter().collect();
        loop {
            let wrong = truth.differs_from_preview(&self.served, &gone);
            if wrong.is_empty() {
                break;
            }
            assert!(begin.elapsed() < PATIENCE, "{}", self.missed(&wrong));
            thread::sleep(Duration::from_millis(50));
        }
        self.settled.push(begin.elapsed());
        self.addresses.extend(truth.site.into_keys());
    }

    fn missed(&self, wrong: &[String]) -> String {
        let said = self.served.said();
        let (edits, lines): (Vec<_>, Vec<_>) = (self.done.iter().rev().take(60).rev().collect(), said.lines().rev().take(60).collect());
        let lines: Vec<_> = lines.into_iter().rev().collect();
        format!("after {} edits the preview is not what a clean build is: {wrong:#?}\nlast edits: {edits:#?}\nlast words: {lines:#?}", self.done.len())
    }

    fn check_health(&self) {
        if self.health.len() < 3 {
            return;
        }
        let (early, late) = early_and_late(&self.health, |it| it.resident_kib);
        assert!(late <= early + early / 10, "resident memory grew from {early} to {late} KiB: {:?}", self.health);
        let (early, late) = early_and_late(&self.health, |it| it.open_files);
        assert!(late <= early + 2, "files stay open, from {early} to {late}: {:?}", self.health);
        // One watch fewer, and edits there are found late; one more, and it is of a folder that is gone.
        let inputs = ["content", "static", "templates"].map(|input| self.author.root.join(input));
        let folders = inputs.iter().flat_map(walkdir::WalkDir::new).flatten().filter(|entry| entry.file_type().is_dir()).count();
        assert_eq!(self.health.last().unwrap().watched_folders, u64::try_from(folders + 1).unwrap(), "watched folders, beside those there are");
    }

    fn sums(&self) -> String {
        let mut settled = self.settled.clone();
        settled.sort();
        let slow = settled.iter().filter(|it| it.as_millis() > 1500).count();
        let felt = if self.health.len() < 3 {
            "not to be told".to_owned()
        } else {
            let [memory, files] = [|it: &Health| it.resident_kib, |it: &Health| it.open_files].map(|figure| early_and_late(&self.health, figure));
            format!("{} to {} KiB resident, {} to {} open files", memory.0, memory.1, files.0, files.1)
        };
        format!(
            "compared {} times, right after {:?} as the median and {:?} at most, {slow} times after more than 1.5 s; {felt}",
            settled.len(),
            settled[settled.len() / 2],
            settled.last().unwrap()
        )
    }
}
