//! Small projects for the tests of checks, each written as one text, and what a check says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use super::mention::{self, Mention};
use crate::day::{Day, Months};
use crate::guide::Manuscript;
use crate::guide::body::{Body, Heading, Image, ImageSource, Link, Piece, Target};
use crate::guide::front_matter::FrontMatter;
use crate::problem::Problem;
use crate::registry::Registry;
use crate::settings::Config;
use crate::site::{Inputs, Site, assemble};
use crate::slug::slug;
use crate::source::{SourcePath, Sources, Span, Text};

/// A project in memory. Tests change what they need before they call [`Project::problems`].
pub(crate) struct Project {
    pub(crate) sources: Sources,
    pub(crate) manuscripts: BTreeMap<SourcePath, Arc<Manuscript>>,
    pub(crate) files: BTreeMap<SourcePath, Arc<[u8]>>,
    pub(crate) registry: Registry,
    pub(crate) config: Config,
    pub(crate) as_of: Day,
}

/// Checks that `find` says `expected` of the project in `text`.
pub(crate) fn check_problems(find: fn(&Site) -> Vec<Problem>, text: &str, expected: &str) {
    Project::new(text).check(|site, _| find(site), expected);
}

/// Checks that `find` says `expected` of the addresses that the project in `text` mentions.
pub(super) fn check_mentions(find: fn(&Site, &[Mention]) -> Vec<Problem>, text: &str, expected: &str) {
    Project::new(text).check(|site, sources| find(site, &mention::all(site, sources)), expected);
}

impl Project {
    /// The project whose files follow their names: `=== content/a.md`.
    pub(crate) fn new(text: &str) -> Self {
        let mut project = Self {
            sources: Sources::default(),
            manuscripts: BTreeMap::new(),
            files: BTreeMap::new(),
            registry: Registry::default(),
            config: config(),
            as_of: "2026-11-23".parse().unwrap(),
        };
        let text = dedent(text);
        for file in text.split("=== ").filter(|it| !it.trim().is_empty()) {
            let (name, content) = file.split_once('\n').unwrap();
            project.add(name.trim(), content);
        }
        project
    }

    fn add(&mut self, name: &str, content: &str) {
        let path = SourcePath::new(name).unwrap();
        self.sources.files.insert(path.clone(), content.as_bytes().into());
        if name.starts_with("content/_data/") {
            let key = path.file_name().trim_end_matches(".yaml").to_owned();
            match key.as_str() {
                "sources" => self.registry.sources = serde_yaml::from_str(content).unwrap(),
                "people" => self.registry.people = serde_yaml::from_str(content).unwrap(),
                "resources" => self.registry.resources = serde_yaml::from_str(content).unwrap(),
                "areas" => self.registry.areas = serde_yaml::from_str(content).unwrap(),
                other => panic!("no registry is called {other}"),
            }
            self.registry.files.insert(key, path);
        } else if path.extension() == "md" {
            self.manuscripts.insert(path.clone(), Arc::new(manuscript(Text::decode(&path, content.as_bytes()).unwrap())));
        } else if name.starts_with("content/") {
            self.files.insert(path, content.as_bytes().into());
        }
    }

    /// The manuscript at `path`, for a test that adds what this little reader does not know.
    pub(crate) fn edit(&mut self, path: &str, change: impl FnOnce(&mut Manuscript)) {
        let path = SourcePath::new(path).unwrap();
        change(Arc::make_mut(self.manuscripts.get_mut(&path).unwrap()));
    }

    /// Gives `look` the site.
    pub(crate) fn with_site<T>(&self, look: impl FnOnce(&Site) -> T) -> T {
        let csv = BTreeMap::new();
        let inputs = Inputs {
            manuscripts: &self.manuscripts,
            files: &self.files,
            csv: &csv,
            registry: &self.registry,
            config: &self.config,
            as_of: self.as_of,
            drafts: false,
        };
        look(&assemble(&inputs).0)
    }

    /// Checks that `find` says `expected` of this project.
    pub(crate) fn check(&self, find: impl FnOnce(&Site, &Sources) -> Vec<Problem>, expected: &str) {
        let problems = self.with_site(|site| find(site, &self.sources));
        assert_eq!(self.report(&problems).trim(), dedent(expected).trim());
    }

    fn report(&self, problems: &[Problem]) -> String {
        let mut report = String::new();
        for problem in problems {
            let level = format!("{:?}", problem.level).to_lowercase();
            writeln!(report, "{level}: {}", problem.message).unwrap();
            writeln!(report, "  --> {}", self.place(&problem.span)).unwrap();
            for (span, words) in &problem.others {
                writeln!(report, "  {words}: {}", self.place(span)).unwrap();
            }
            if let Some(help) = &problem.help {
                writeln!(report, "  help: {help}").unwrap();
            }
        }
        report
    }

    fn place(&self, span: &Span) -> String {
        let text = Text::decode_lossy(&span.file, self.sources.get(&span.file).map_or(&[], |it| it));
        let place = text.place(span.start);
        let excerpt = text.text.get(span.start..span.end).unwrap_or("?");
        format!("{}:{}:{} {excerpt}", span.file, place.line, place.column).trim_end().to_owned()
    }
}

fn dedent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let margin = text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    text.lines().flat_map(|line| [line.get(margin..).unwrap_or(""), "\n"]).collect()
}

fn config() -> Config {
    Config {
        title: "Careers".to_owned(),
        description: String::new(),
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
        front_matter_limit: 65_536,
        page_limit: 10_485_760,
        data_limit: 67_108_864,
        render_seconds: 10,
        rendered_limit: 67_108_864,
        discourage_search_engines: false,
    }
}

fn manuscript(text: Text) -> Manuscript {
    let yaml_end = text.text.find("\n---\n").unwrap() + 1;
    let front: FrontMatter = serde_yaml::from_str(text.text.get(4..yaml_end).unwrap()).unwrap();
    let body = body(&text, yaml_end + 4);
    Manuscript { front, front_range: 4..yaml_end, body, text }
}

/// Headings, links and images of a body, found as simply as the tests need.
fn body(text: &Text, start: usize) -> Body {
    let mut body = Body::default();
    let mut at = start;
    for line in text.text.get(start..).unwrap().split_inclusive('\n') {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 1 {
            let title = line.get(level..).unwrap().trim();
            let digits: String = title.chars().take_while(char::is_ascii_digit).collect();
            let words = title.strip_prefix(&format!("{digits}. ")).unwrap_or(title).to_owned();
            let short = words.split(':').next().unwrap().to_owned();
            let range = at..at + line.trim_end().len();
            body.anchors.insert(slug(&short));
            body.headings.push(Heading {
                level: level.try_into().unwrap(),
                id: slug(&short),
                text: words,
                short,
                number: None,
                typed_number: digits.parse().ok(),
                kind: None,
                range,
            });
        }
        for (open, _) in line.match_indices("](") {
            let target = line.get(open + 2..).unwrap().split(')').next().unwrap();
            let range = at + open + 2..at + open + 2 + target.len();
            let (before, label) = line.get(..open).unwrap().rsplit_once('[').unwrap();
            let label = label.to_owned();
            if before.ends_with('!') {
                let source =
                    if target.starts_with("http") { ImageSource::External(target.to_owned()) } else { ImageSource::File(text.path.sibling(target).unwrap()) };
                body.pieces.push(Piece::Image(Image { source, alt: label, title: None, range }));
            } else {
                body.links.push(Link { target: target_of(text, target), text: label, range });
            }
        }
        at += line.len();
    }
    body
}

fn target_of(text: &Text, address: &str) -> Target {
    let (bare, fragment) = address.split_once('#').map_or((address, None), |(bare, it)| (bare, Some(it.to_owned())));
    match fragment {
        Some(fragment) if bare.is_empty() => Target::Here(fragment),
        _ if address.contains(':') => Target::External(address.to_owned()),
        fragment if bare.starts_with('/') => Target::Site(bare.to_owned(), fragment),
        fragment if bare.strip_suffix(".md").is_some() => Target::Page(text.path.sibling(bare).unwrap(), fragment),
        _ => Target::File(text.path.sibling(bare).unwrap()),
    }
}
