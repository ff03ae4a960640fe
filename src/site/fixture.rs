//! Small projects for the tests of `site` and `page`, written as one text: `=== path` begins a file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::{Inputs, Site, assemble};
use crate::dataset::csv::{self, Csv};
use crate::day::Day;
use crate::guide::{self, Manuscript, Rules};
use crate::problem::Problem;
use crate::registry::Registry;
use crate::settings::Config;
use crate::source::{SourcePath, Sources, Span, Text};

/// A project in memory. Its fields can be changed before [`Project::site`].
pub(crate) struct Project {
    pub(crate) manuscripts: BTreeMap<SourcePath, Arc<Manuscript>>,
    pub(crate) files: BTreeMap<SourcePath, Arc<[u8]>>,
    pub(crate) csv: BTreeMap<SourcePath, Arc<Csv>>,
    pub(crate) registry: Registry,
    pub(crate) config: Config,
    sources: Sources,
    texts: BTreeMap<SourcePath, Text>,
}

impl Project {
    pub(crate) fn read(project: &str) -> Self {
        let mut it = Self {
            manuscripts: BTreeMap::new(),
            files: BTreeMap::new(),
            csv: BTreeMap::new(),
            registry: Registry::default(),
            config: config(),
            sources: Sources::default(),
            texts: BTreeMap::new(),
        };
        for part in unindent(project).split("=== ").skip(1) {
            let (path, text) = part.split_once('\n').unwrap();
            let path = SourcePath::new(path.trim()).unwrap();
            let text = Text { path: path.clone(), text: text.into() };
            it.add(&text);
            it.texts.insert(path, text);
        }
        it
    }

    fn add(&mut self, text: &Text) {
        let path = text.path.clone();
        match (path.folder(), path.extension().as_str()) {
            ("content/_data", "yaml") => {
                self.sources.files.insert(path, text.text.as_bytes().into());
                self.registry = crate::registry::read(&self.sources).0;
            }
            (_, "md") => {
                self.manuscripts.insert(path, Arc::new(guide::parse(text, &self.rules()).0));
            }
            (_, "csv") => {
                self.csv.insert(path, Arc::new(csv::parse(text).0));
            }
            _ => {
                self.files.insert(path, text.text.as_bytes().into());
            }
        }
    }

    fn rules(&self) -> Rules {
        let config = &self.config;
        let (numbered, section_words, html_allow) = (config.numbered, config.section_words.clone(), config.html_allow.clone());
        Rules { numbered, section_words, html_allow, front_matter_limit: config.front_matter_limit, ..Rules::default() }
    }

    pub(crate) fn site(&self) -> (Site, Vec<Problem>) {
        let heads = self.manuscripts.iter().map(|(path, it)| (path.clone(), it.head.clone())).collect();
        let (registry, config) = (Arc::new(self.registry.clone()), Arc::new(self.config.clone()));
        assemble(&Inputs { heads: Arc::new(heads), registry, config, as_of: day("2026-11-23"), drafts: false })
    }

    pub(crate) fn shown(&self, problems: &[Problem]) -> String {
        let mut sorted: Vec<&Problem> = problems.iter().collect();
        sorted.sort_by_key(|problem| &problem.span);
        let mut shown = String::new();
        for problem in sorted {
            writeln!(shown, "{} {} {}", problem.code.id(), self.place(&problem.span), problem.message).unwrap();
            for (span, words) in &problem.others {
                writeln!(shown, "  also {} {words}", self.place(span)).unwrap();
            }
            if let Some(help) = &problem.help {
                writeln!(shown, "  help: {help}").unwrap();
            }
        }
        shown
    }

    fn place(&self, span: &Span) -> String {
        let place = self.texts[&span.file].place(span.start);
        format!("{}:{}:{}", span.file, place.line, place.column)
    }
}

pub(crate) fn check_problems(project: &str, expected: &str) {
    let project = Project::read(project);
    let (_, problems) = project.site();
    assert_eq!(project.shown(&problems), unindent(expected));
}

pub(crate) fn check_site(project: &str, shown: impl Fn(&Site) -> String, expected: &str) {
    let project = Project::read(project);
    assert_eq!(shown(&project.site().0), expected);
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// `text` without its first blank line and without the indentation of its first line.
pub(crate) fn unindent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let indent = text.len() - text.trim_start_matches(' ').len();
    let blank = " ".repeat(indent);
    let mut plain = String::new();
    for line in text.lines() {
        plain.push_str(line.strip_prefix(&blank).unwrap_or(line.trim_start_matches(' ')));
        plain.push('\n');
    }
    plain.trim_end_matches('\n').to_owned() + if plain.trim().is_empty() { "" } else { "\n" }
}

fn config() -> Config {
    let path = SourcePath::new("site.toml").unwrap();
    let text = "title = \"Careers\"\ndescription = \"Guides to work\"\nbase_url = \"https://example.org/guides/\"\n";
    let (config, problems) = crate::settings::read(Some(&Text { path, text: text.into() }));
    assert_eq!(problems, []);
    config
}
