//! How long a rebuild takes, from sources in memory to the bytes of the site: `cargo run --release --example rebuild -- PROJECT`.
//! Every kind of edit is made several times, by turns with none at all; the medians are told. `examples/corpus` makes projects.
#![allow(clippy::disallowed_methods, reason = "an example that measures time and reads the project from disk")]

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use guidepost::pipeline::{Build, Memory, Options, build};
use guidepost::source::{SourcePath, Sources, disk};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measure rebuilds.
#[derive(Parser)]
struct Arguments {
    /// The project
    project: PathBuf,
    /// How often each edit is made
    #[arg(long, default_value_t = 9)]
    times: usize,
}

/// An edit, by its number in the series, of a file's text.
type Edit = fn(usize, &str) -> String;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let sources = disk::read(&arguments.project, &arguments.project.join("public"))?;
    let options = Options { as_of: "2026-11-23".parse()?, drafts: false, base_url: None, shard: None };
    let mut memory = Memory::default();
    let (first, time) = timed(&sources, &options, &mut memory);
    println!("| edit | median ms | min–max | pages rendered |\n| --- | ---: | ---: | ---: |");
    println!("| first build | {:.1} | | {} |", millis(time), first.rendered.len());
    let guides = || sources.below("content").map(|(path, _)| path).filter(|path| path.extension() == "md" && !path.file_name().starts_with('_'));
    let guide = guides().nth(guides().count() / 2).ok_or("the project has no pages")?.clone();
    let edits: [(&str, SourcePath, Edit); 6] = [
        ("none", guide.clone(), |_, text| text.to_owned()),
        ("a body", guide.clone(), |number, text| format!("{text}\nOne more sentence, number {number}.\n")),
        ("a heading", guide.clone(), |number, text| format!("{text}\n## One more section {number}\n\nWords.\n")),
        ("a title", guide.clone(), |number, text| text.replacen("\ntitle: \"", &format!("\ntitle: \"{number} "), 1)),
        ("a tag", guide, |number, text| text.replacen("tags: [", &format!("tags: [tag-{number}, "), 1)),
        ("a template", SourcePath::new("templates/guide.html").ok_or("a path")?, |number, _| format!("{{# {number} #}}")),
    ];
    for (name, file, edit) in edits {
        let mut times = Vec::new();
        let mut rendered = 0;
        for number in 0..arguments.times {
            let mut edited = sources.clone();
            let text = String::from_utf8_lossy(sources.get(&file).map_or(&[], |bytes| bytes)).into_owned();
            edited.files.insert(file.clone(), Arc::from(edit(number, &text).into_bytes()));
            let (build, time) = timed(&edited, &options, &mut memory);
            if build.report.has_errors() {
                return Err(format!("{name}: {:?}", build.report.problems().first()).into());
            }
            rendered = build.rendered.len();
            times.push(time);
        }
        timed(&sources, &options, &mut memory);
        times.sort();
        let (min, median, max) = (times.first(), times.get(times.len() / 2), times.last());
        let shown = |time: Option<&Duration>| time.map_or(0.0, |time| millis(*time));
        println!("| {name} | {:.1} | {:.1}–{:.1} | {rendered} |", shown(median), shown(min), shown(max));
    }
    Ok(())
}

fn timed(sources: &Sources, options: &Options, memory: &mut Memory) -> (Build, Duration) {
    let begin = Instant::now();
    let build = build(sources, options, memory);
    (build, begin.elapsed())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
