//! Small projects for the tests of checks, each written as one text, and what a check says of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::together::{self, Together};
use super::{AllAnchors, AllFigures, Anchors, Ground, Mentions, Subject};
use crate::dataset::{Dataset, Declaration, csv};
use crate::day::Day;
use crate::figures::{Asked, Datasets, Figures, OfSite, Question};
use crate::guide::{self, Manuscript, Rules};
use crate::output::OutputPath;
use crate::page;
use crate::picture;
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

/// Checks that `find` says `expected` of the pages of the project in `text`.
pub(crate) fn check_problems<T: IntoIterator<Item = Problem>>(find: fn(&Subject) -> T, text: &str, expected: &str) {
    Project::new(text).check_pages(find, expected);
}

/// Checks that `find`, which looks at figures that stand together, says `expected` of the pages of the project in `text`.
pub(super) fn check_together<T: IntoIterator<Item = Problem>>(find: fn(&Subject, &[Together]) -> T, text: &str, expected: &str) {
    let project = Project::new(text);
    let find_all = |subject: &Subject| find(subject, &together::all(subject)).into_iter().collect::<Vec<_>>();
    project.check(|site, _| project.subjects(site).iter().flat_map(find_all).collect(), expected);
}

/// Checks that `find` says `expected` of the addresses that the project in `text` mentions.
pub(super) fn check_mentions(find: fn(&Mentions, &Ground) -> Vec<Problem>, text: &str, expected: &str) {
    let project = Project::new(text);
    project.check(|site, _| project.mentions(site).iter().flat_map(|it| find(it, &project.ground(site))).collect(), expected);
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
        let heads = self.manuscripts.iter().map(|(path, it)| (path.clone(), it.head.clone())).collect();
        let (registry, config) = (Arc::new(self.registry.clone()), Arc::new(self.config.clone()));
        look(&assemble(&Inputs { heads: Arc::new(heads), registry, config, as_of: self.as_of, drafts: false }).0)
    }

    /// The publishers' files that it declares.
    fn datasets(&self) -> Datasets {
        let files = &self.sources.files;
        let declared = self.registry.datasets.iter();
        let read = |(id, declared): (&String, &Declaration)| {
            let at = self.registry.place("datasets", id)?;
            Some((id.clone(), Arc::new(Dataset::read(declared, &at, files, usize::MAX).0?)))
        };
        declared.filter_map(read).collect()
    }

    /// The pages of the site as their checks see them.
    pub(super) fn subjects(&self, site: &Site) -> Vec<Subject> {
        let datasets = Arc::new(self.datasets());
        let subject = |path: &SourcePath| {
            let manuscript = self.manuscripts[path].clone();
            let picture = |file: &SourcePath| Some((file.clone(), Arc::new(picture::read(&file.extension(), self.sources.get(file)?))));
            let pictures = manuscript.body.shows.iter().filter(|file| !file.has_extension("csv")).filter_map(picture).collect();
            let given = &site.given;
            let (head, asked) = (manuscript.head.clone(), Arc::new(Asked::of(&manuscript)));
            let csv = |file: &SourcePath| {
                let text = Text::decode(file, self.sources.get(file).filter(|_| file.has_extension("csv"))?).ok()?;
                Some((file.clone(), Arc::new(csv::parse(&text).0)))
            };
            let tables: BTreeMap<_, _> = manuscript.body.shows.iter().filter_map(csv).collect();
            let figures = Arc::new(Figures::of(&Question {
                head,
                asked,
                datasets: (&datasets).into(),
                registry: (&given.registry).into(),
                tables: tables.clone(),
                config: (&given.config).into(),
            }));
            Subject {
                manuscript,
                figures,
                config: (&given.config).into(),
                registry: (&given.registry).into(),
                as_of: given.as_of,
                others_are_reviewed: site.is_reviewed(),
                pictures,
                tables,
            }
        };
        site.pages.keys().map(subject).collect()
    }

    /// What its pages, its menus and its data files mention.
    pub(super) fn mentions(&self, site: &Site) -> Vec<Mentions> {
        let mut all: Vec<_> = site.pages.keys().map(|path| Mentions::of_page(&self.manuscripts[path])).collect();
        all.push(Mentions::of_site(&self.config, &self.registry, self.sources.clone()));
        all
    }

    /// What they can lead to.
    pub(super) fn ground(&self, site: &Site) -> Ground {
        let pages = site.addresses.keys().chain(site.sections.keys()).map(|it| format!("{it}index.html"));
        let made = site.tags.keys().map(|slug| format!("tags/{slug}/index.html")).chain(["a-z/index.html", "tags/index.html"].map(str::to_owned));
        let old = page::redirects::all(site).0.into_iter().map(|it| it.path.as_str().to_owned());
        let copies = self.files.keys().map(|it| it.as_str().trim_start_matches("content/").to_owned());
        let of_owner = self.sources.below("static").map(|(path, _)| path.as_str().trim_start_matches("static/").to_owned());
        let published = pages.chain(made).chain(old).chain(copies).chain(of_owner).map(|path| OutputPath::new(&path).unwrap()).collect();
        Ground::new(site, Arc::new(Ground::names(&self.sources)), Arc::new(published))
    }

    /// What its pages write down of figures.
    pub(super) fn all_figures(&self, site: &Site) -> AllFigures {
        let subjects = self.subjects(site);
        let heads = subjects.iter().map(|it| (it.manuscript.path().clone(), it.manuscript.head.clone())).collect();
        let figures: OfSite = subjects.into_iter().map(|it| (it.manuscript.path().clone(), it.figures)).collect();
        AllFigures { figures: (&Arc::new(figures)).into(), heads }
    }

    /// The anchors of its pages.
    pub(super) fn anchors(&self, site: &Site) -> AllAnchors {
        let of = |path: &SourcePath| Arc::new(Anchors::of(&self.manuscripts[path].body));
        AllAnchors { pages: site.pages.keys().map(|path| (path.clone(), of(path))).collect(), addresses: site.addresses.clone() }
    }

    /// Checks that `find` says `expected` of the pages of this project.
    pub(crate) fn check_pages<T: IntoIterator<Item = Problem>>(&self, find: fn(&Subject) -> T, expected: &str) {
        self.check(|site, _| self.subjects(site).iter().flat_map(find).collect(), expected);
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
