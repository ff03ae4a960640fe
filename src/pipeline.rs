//! Placeholder of the integrator's `pipeline::build`, so that the edges can be compiled and tried: every page becomes a file.

use std::collections::BTreeMap;

use crate::day::{Day, Months};
use crate::output::{Origin, Output, OutputPath};
use crate::problem::Report;
use crate::settings::Config;
use crate::source::{Ignored, SourcePath, Sources, Span, Text};

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day that counts as today.
    pub as_of: Day,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Address of the site, in place of the one in the settings.
    pub base_url: Option<String>,
}

/// What came of it.
#[derive(Debug)]
pub struct Build {
    /// What is to be published.
    pub output: Output,
    /// What is wrong.
    pub report: Report,
    /// Every file of the project and what became of it, sorted by path.
    pub inventory: Vec<Entry>,
    /// The settings that hold.
    pub config: Config,
    /// How many there are.
    pub counts: Counts,
}

/// How many pages there are.
#[derive(Debug, Default, Clone, Copy)]
pub struct Counts {
    /// Published guides.
    pub guides: usize,
    /// Published pages, guides among them.
    pub pages: usize,
}

/// One source file.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The file.
    pub path: SourcePath,
    /// What became of it.
    pub state: State,
}

/// What becomes of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Published at this address.
    Published(String),
    /// A draft.
    Draft,
    /// Published from that day on.
    Scheduled(Day),
    /// Kept back by the underscore its name begins with.
    Underscore,
    /// Passed over.
    Ignored(Ignored),
    /// Not readable.
    Unreadable,
    /// Copied as it is.
    Copied,
    /// Settings, data, templates: read, not published itself.
    Data,
}

/// Builds the site.
pub fn build(sources: &Sources, options: &Options) -> Build {
    let mut problems = sources.problems.clone();
    let mut output = Output::default();
    let mut inventory: Vec<Entry> = sources.ignored.iter().map(|(path, why)| Entry { path: path.clone(), state: State::Ignored(*why) }).collect();
    let mut pages = 0;
    for (path, bytes) in &sources.files {
        let state = match path.as_str().strip_prefix("content/").and_then(|rest| rest.strip_suffix(".md")) {
            None => path.as_str().strip_prefix("static/").map_or(State::Data, |rest| {
                problems.extend(OutputPath::new(rest).ok().and_then(|at| output.add(at, bytes.clone(), Origin::Source(Span::whole(path))).err()));
                State::Copied
            }),
            Some(name) => match Text::decode(path, bytes) {
                Err(problem) => {
                    problems.push(problem);
                    State::Unreadable
                }
                Ok(text) if text.text.contains("\ndraft: true") && !options.drafts => State::Draft,
                Ok(text) => {
                    let scheduled = text.text.lines().find_map(|line| line.strip_prefix("published: ")?.parse::<Day>().ok()).filter(|day| *day > options.as_of);
                    #[allow(clippy::single_match_else)]
                    match scheduled {
                        Some(day) => State::Scheduled(day),
                        None => {
                            let address = if name == "_index" { String::new() } else { format!("{name}/") };
                            let file = OutputPath::new(&format!("{address}index.html"));
                            problems.extend(file.ok().and_then(|at| output.add(at, bytes.clone(), Origin::Source(Span::whole(path))).err()));
                            pages += 1;
                            State::Published(format!("/{address}"))
                        }
                    }
                }
            },
        };
        inventory.push(Entry { path: path.clone(), state });
    }
    inventory.sort_by(|left, right| left.path.cmp(&right.path));
    Build { output, report: Report::new(problems, &BTreeMap::new()), inventory, config: config(options), counts: Counts { guides: 0, pages } }
}

fn config(options: &Options) -> Config {
    Config {
        title: "Placeholder".to_owned(),
        description: String::new(),
        base_url: options.base_url.clone().unwrap_or_default(),
        language: "en".to_owned(),
        area: "us".to_owned(),
        theme: "beacon".to_owned(),
        output_dir: "public".to_owned(),
        authors: Vec::new(),
        review_every: Months(12),
        disclaimer: None,
        affiliate_disclosure: None,
        publisher: None,
        menu: None,
        footer: Vec::new(),
        job_search: None,
        params: BTreeMap::new(),
        numbered: true,
        section_words: Vec::new(),
        html_allow: std::collections::BTreeSet::new(),
        levels: BTreeMap::new(),
        feed_entries: 20,
        front_matter_limit: 65536,
        page_limit: 1 << 20,
        data_limit: 1 << 26,
        render_seconds: 10,
        rendered_limit: 1 << 26,
        discourage_search_engines: false,
    }
}
