//! Small projects as text: `=== path` begins a file; the rest is its content.
#![allow(dead_code, clippy::unwrap_used, clippy::format_push_string, reason = "each test file uses its own part, and a test may fail by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;

use guidepost::day::Day;
use guidepost::pipeline::{Build, Memory, Options, build};
use guidepost::problem::Problem;
use guidepost::source::{SourcePath, Sources, Text};

/// The day that all tests take for today.
pub(crate) fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

/// The project in `text`. A project without `site.toml` gets one with a title. The empty line before the next file is not content.
pub(crate) fn sources(text: impl AsRef<[u8]>) -> Sources {
    let text = text.as_ref();
    let mut files: BTreeMap<SourcePath, Arc<[u8]>> = BTreeMap::new();
    let mut current: Option<(SourcePath, Vec<u8>)> = None;
    let mut finish = |done: Option<(SourcePath, Vec<u8>)>| {
        if let Some((path, content)) = done {
            let content = content.strip_suffix(b"\n").filter(|it| it.ends_with(b"\n")).unwrap_or(&content);
            files.insert(path, content.into());
        }
    };
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        if let Some(path) = line.strip_prefix(b"=== ") {
            finish(current.take());
            current = Some((SourcePath::new(str::from_utf8(path).unwrap().trim()).unwrap(), Vec::new()));
        } else if let Some((_, content)) = &mut current {
            content.extend(line);
        }
    }
    finish(current);
    files.entry(SourcePath::new("site.toml").unwrap()).or_insert_with(|| b"title = \"Careers\"\nbase_url = \"https://example.org/\"\n".as_slice().into());
    Sources { files, ..Sources::default() }
}

/// Builds `sources` as of [`today`], without drafts.
pub(crate) fn built(sources: &Sources) -> Build {
    build(sources, &Options { as_of: today(), drafts: false, base_url: None, shard: None }, &mut Memory::default())
}

/// All problems, one after the other: `level[code]: message`, `  --> file:line:column`, other places, help.
pub(crate) fn report(problems: &[Problem], sources: &Sources) -> String {
    let mut out = String::new();
    for problem in problems {
        let level = format!("{:?}", problem.level).to_lowercase();
        out += &format!("{level}[{}]: {}\n  --> {}\n", problem.code.id(), problem.message, place(&problem.span, sources));
        for (span, words) in &problem.others {
            out += &format!("  ::: {}: {words}\n", place(span, sources));
        }
        if let Some(help) = &problem.help {
            out += &format!("  help: {}\n", help.replace('\n', "\n        "));
        }
    }
    out
}

fn place(span: &guidepost::source::Span, sources: &Sources) -> String {
    let Some(bytes) = sources.get(&span.file) else { return span.file.to_string() };
    let place = Text::decode_lossy(&span.file, bytes).place(span.start);
    format!("{}:{}:{}", span.file, place.line, place.column)
}
