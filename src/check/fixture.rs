//! Small projects for the tests of checks, each written as one text, and what a check says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use super::mention::{self, Mention};
use crate::day::Day;
use crate::guide::{self, Manuscript, Rules};
use crate::output::OutputPath;
use crate::page;
use crate::problem::Problem;
use crate::registry::{self, Registry};
use crate::settings::{self, Config};
use crate::site::{Inputs, Site, assemble};
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
    /// The project whose files follow their names: `=== content/a.md`. Problems of single files are passed over.
    pub(crate) fn new(text: &str) -> Self {
        let mut sources = Sources::default();
        let text = dedent(text);
        for file in text.split("=== ").filter(|it| !it.trim().is_empty()) {
            let (name, content) = file.split_once('\n').unwrap();
            sources.files.insert(SourcePath::new(name.trim()).unwrap(), content.as_bytes().into());
        }
        let (mut config, _) = settings::read(None);
        "Careers".clone_into(&mut config.title);
        "https://example.org/guides/".clone_into(&mut config.base_url);
        let rules = Rules { front_matter_limit: config.front_matter_limit, ..Rules::default() };
        let (registry, _) = registry::read(&sources);
        let mut manuscripts = BTreeMap::new();
        let mut files = BTreeMap::new();
        for (path, bytes) in sources.below("content") {
            if path.extension() == "md" {
                let text = Text::decode(path, bytes).unwrap();
                manuscripts.insert(path.clone(), Arc::new(guide::parse(&text, &rules).0));
            } else if !path.as_str().contains("/_") {
                files.insert(path.clone(), Arc::clone(bytes));
            }
        }
        Self { manuscripts, files, registry, config, as_of: "2026-11-23".parse().unwrap(), sources }
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

/// The paths of what will be published of `site`.
pub(super) fn published(site: &Site, sources: &Sources) -> BTreeSet<OutputPath> {
    let pages = page::all(site).0;
    let redirects = page::redirects::all(site).0.into_iter().map(|it| it.path);
    let files = site.given.files.keys().map(|it| it.as_str().trim_start_matches("content/"));
    let copies = files.chain(sources.below("static").map(|(path, _)| path.as_str().trim_start_matches("static/")));
    let copies = copies.map(|path| OutputPath::new(path).unwrap());
    pages.views.into_iter().map(|(path, ..)| path).chain(redirects).chain(copies).collect()
}
