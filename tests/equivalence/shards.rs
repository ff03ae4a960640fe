//! Shards put together are the site: whatever is edited, they publish what one build publishes, each file once, and tell what it tells.

use std::collections::{BTreeMap, BTreeSet};

use guidepost::output::Shard;
use guidepost::pipeline::{Build, Memory, Options, build};
use guidepost::problem::{Code, Problem};

use crate::asked;
use crate::edits::Edits;
use crate::project::{Past, Project};
use crate::random::Random;

/// How many shards are made after each edit.
const STEPS: [u32; 5] = [3, 2, 7, 4, 2];

#[test]
fn shards_put_together_publish_and_tell_what_one_build_does() {
    let edits = Edits::all();
    let (first, scripts) = (asked("GUIDEPOST_SEED", 0), asked("GUIDEPOST_SHARDED", 2));
    for seed in first..first + scripts {
        let mut project = Project::new(seed);
        check(&project, 5, &format!("seed {seed}"));
        for (step, count) in (0..).zip(STEPS) {
            let mut random = Random::of_step(seed, step);
            let told = edits.make(&mut project, &mut random);
            project.past.push(Past { sources: project.sources.clone(), options: project.options.clone(), has_errors: false, told: BTreeSet::new() });
            check(&project, count, &format!("seed {seed}, step {step}, {told:?}"));
        }
    }
}

fn check(project: &Project, count: u32, what: &str) {
    let whole = built(project, None);
    let shards: Vec<Build> = Shard::all(count).map(|shard| built(project, Some(shard))).collect();
    let told = shards.iter().flat_map(told).collect::<BTreeSet<_>>();
    let (missing, beyond): (Vec<_>, Vec<_>) =
        (self::told(&whole).difference(&told).cloned().collect(), told.difference(&self::told(&whole)).cloned().collect());
    assert!(missing.is_empty() && beyond.is_empty(), "{what}: of {count} shards\nnone tells {missing:#?}\none tells {beyond:#?}");
    // What is published of a site with errors is nobody's business.
    if whole.report.has_errors() {
        return;
    }
    let mut files: BTreeMap<&str, &[u8]> = BTreeMap::new();
    for (path, file) in shards.iter().flat_map(|it| it.output.files()) {
        assert!(files.insert(path.as_str(), file.bytes()).is_none(), "{what}: two of {count} shards publish {path}");
    }
    let expected: BTreeMap<&str, &[u8]> = whole.output.files().map(|(path, file)| (path.as_str(), file.bytes())).collect();
    assert_eq!(files.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{what}: {count} shards");
    for (path, bytes) in expected {
        assert!(files[path] == bytes, "{what}: {path} of {count} shards differs");
    }
    let (guides, pages) = shards.iter().fold((0, 0), |(guides, pages), it| (guides + it.counts.guides, pages + it.counts.pages));
    assert_eq!((guides, pages), (whole.counts.guides, whole.counts.pages), "{what}");
}

fn built(project: &Project, shard: Option<Shard>) -> Build {
    build(&project.sources, &Options { shard, ..project.options.clone() }, &mut Memory::default())
}

/// Every problem. A shard counts for itself how many entries of the baseline are outdated, and how many pages meet a fault of a template.
fn told(build: &Build) -> BTreeSet<String> {
    let problems = build.report.problems().iter().filter(|it| it.code != Code::BaselineOutdated);
    problems
        .map(|it| {
            let is_of_theme = it.span.file.has_extension("html") || it.span.file.as_str().starts_with("themes/");
            format!("{:?}", Problem { help: it.help.clone().filter(|_| !is_of_theme), ..it.clone() })
        })
        .collect()
}
