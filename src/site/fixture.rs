//! Small projects for the tests of `site` and `page`, written as one text: `=== path` begins a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use super::{Inputs, Site, assemble};
use crate::day::{Day, Months};
use crate::guide::Manuscript;
use crate::guide::body::{Body, Piece};
use crate::problem::Problem;
use crate::registry::Registry;
use crate::settings::Config;
use crate::source::{SourcePath, Span, Text};

/// A project in memory. Its fields can be changed before [`Project::site`].
pub(crate) struct Project {
    pub(crate) manuscripts: BTreeMap<SourcePath, Arc<Manuscript>>,
    pub(crate) files: BTreeMap<SourcePath, Arc<[u8]>>,
    pub(crate) csv: BTreeMap<SourcePath, Arc<crate::dataset::csv::Csv>>,
    pub(crate) registry: Registry,
    pub(crate) config: Config,
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
                let name = path.file_name().trim_end_matches(".yaml").to_owned();
                match name.as_str() {
                    "people" => self.registry.people = serde_yaml::from_str(&text.text).unwrap(),
                    "sources" => self.registry.sources = serde_yaml::from_str(&text.text).unwrap(),
                    "resources" => self.registry.resources = serde_yaml::from_str(&text.text).unwrap(),
                    _ => self.registry.areas = serde_yaml::from_str(&text.text).unwrap(),
                }
                self.registry.files.insert(name, path);
            }
            (_, "md") => {
                self.manuscripts.insert(path, Arc::new(manuscript(text)));
            }
            (_, "csv") => {
                let mut rows = text.text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
                let headers = rows.next().unwrap();
                let rows = rows.map(|cells| crate::dataset::csv::Row { cells, line_start: 0 }).collect();
                self.csv.insert(path, Arc::new(crate::dataset::csv::Csv { headers, rows }));
            }
            _ => {
                self.files.insert(path, text.text.as_bytes().into());
            }
        }
    }

    pub(crate) fn site(&self) -> (Site<'_>, Vec<Problem>) {
        let as_of = day("2026-11-23");
        let (manuscripts, files, csv) = (&self.manuscripts, &self.files, &self.csv);
        assemble(&Inputs { manuscripts, files, csv, registry: &self.registry, config: &self.config, as_of, drafts: false })
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

fn manuscript(text: &Text) -> Manuscript {
    let rest = text.text.strip_prefix("---\n").unwrap();
    let end = rest.find("---").unwrap();
    let front_range = 4..4 + end;
    let front = serde_yaml::from_str(&rest[..end]).unwrap();
    let html = rest[end + 3..].trim();
    let pieces = if html.is_empty() { Vec::new() } else { vec![Piece::Html(html.to_owned())] };
    Manuscript { text: text.clone(), front, front_range, body: Body { pieces, words: html.split_whitespace().count(), ..Body::default() } }
}

fn config() -> Config {
    Config {
        title: "Careers".to_owned(),
        description: "Guides to work".to_owned(),
        base_url: "https://example.org/guides/".to_owned(),
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
        html_allow: BTreeSet::new(),
        levels: BTreeMap::new(),
        feed_entries: 20,
        front_matter_limit: 65536,
        page_limit: 1 << 20,
        data_limit: 1 << 20,
        render_seconds: 10,
        rendered_limit: 1 << 20,
        discourage_search_engines: false,
    }
}
