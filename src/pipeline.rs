//! The order of the stages. `build` reads as the picture in `ARCHITECTURE.md`: sources go in at the top, a whole site and
//! everything that is wrong with it come out at the bottom. No disk, no clock.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::dataset::csv::{self, Csv};
use crate::day::Day;
use crate::guide::{self, Manuscript, ParameterRule, Rules};
use crate::inventory::{self, Entry};
use crate::output::{Origin, Output, OutputPath};
use crate::page::view::View;
use crate::page::{self, NewFile};
use crate::problem::{Code, Level, Problem, Report};
use crate::render::{self, Limits};
use crate::settings::{self, Config};
use crate::site::{self, HeldBack, Inputs, Kind, Site};
use crate::source::{SourcePath, Sources, Span, Text};
use crate::theme::{self, Shared, Theme};
use crate::{check, registry};

/// What a build is asked for, beside the sources.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day that counts as today.
    pub as_of: Day,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Address of the site, instead of the one in the settings; `settings::base_url` has found it good.
    pub base_url: Option<String>,
}

/// A whole site and everything that is to be said about it.
#[derive(Debug)]
pub struct Build {
    /// What is to be published. Whole only if the report has no errors.
    pub output: Output,
    /// Every problem, sorted.
    pub report: Report,
    /// Every source file with what became of it.
    pub inventory: Vec<Entry>,
    /// The settings that held.
    pub config: Config,
    /// How much there is.
    pub counts: Counts,
}

/// How much a site holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Published guides.
    pub guides: usize,
    /// Published pages, guides included.
    pub pages: usize,
}

/// What stages remember from one build to the next: their last input and their last answer.
#[derive(Debug, Default)]
pub struct Memory {}

/// Builds the site that `sources` make. What `memory` holds from builds before makes it faster, and never different.
pub fn build(sources: &Sources, options: &Options, _memory: &mut Memory) -> Build {
    let problems = &mut sources.unusable.iter().cloned().map(Problem::from).collect();

    let config = keep(read_settings(sources, options), problems);
    let theme = keep(Theme::load(&config, sources), problems);
    let registry = keep(registry::read(sources), problems);
    let theme_blocks = Theme::block_rules(&config, sources);
    // Nobody knows the blocks of a theme that could not be read.
    let blocks_are_known = theme_blocks.is_some();
    let (manuscripts, mut in_guides) = parse_guides(sources, &rules(&config, theme_blocks.unwrap_or_default()), &config);
    in_guides.retain(|it| blocks_are_known || it.code != Code::UnknownBlock);
    problems.extend(in_guides);
    let csv = keep(parse_data(sources, &config), problems);
    let files = published_as_they_are(sources);

    let inputs =
        Inputs { manuscripts: &manuscripts, files: &files, csv: &csv, registry: &registry, config: &config, as_of: options.as_of, drafts: options.drafts };
    let site = keep(site::assemble(&inputs), problems);
    let pages = keep(page::all(&site), problems);

    let page_count = pages.views.len();
    let addresses: Vec<OutputPath> = pages.views.iter().map(|(path, ..)| path.clone()).collect();

    let mut output = Output::default();
    let mut made = keep(page::files(&site, &pages), problems);
    if let Some(theme) = &theme {
        made.retain(|(path, ..)| !gives_robots(theme, &config, path));
    }
    add(&mut output, made, problems);
    if let Some(theme) = &theme {
        add(&mut output, keep(render_pages(theme, &site, pages.views), problems), problems);
        add(&mut output, static_files(theme), problems);
    }
    // Pages count as published also where the theme could not show them: one fault, not a hundred dead links.
    let published = output.files().map(|(path, _)| path.clone()).chain(addresses).collect();
    problems.extend(check::all(&site, sources, &published));
    tell_held_back_as_notes(&site, problems);
    tell_once(&config, problems);

    let counts = Counts { guides: site.pages.values().filter(|page| page.kind == Kind::Guide).count(), pages: page_count };
    let inventory = inventory::take(sources, &site, &unpublishable(&site, problems));
    Build { output, report: Report::new(std::mem::take(problems), &config.levels), inventory, counts, config }
}

/// The files that places in problems may point at: those of the project and of the built-in theme.
pub fn texts(sources: &Sources) -> Sources {
    let mut all = sources.clone();
    for (path, bytes) in theme::built_in_files() {
        all.files.entry(path).or_insert(bytes);
    }
    all
}

/// The value of a stage; its problems go to the others.
fn keep<T>((value, found): (T, Vec<Problem>), problems: &mut Vec<Problem>) -> T {
    problems.extend(found);
    value
}

fn read_settings(sources: &Sources, options: &Options) -> (Config, Vec<Problem>) {
    let path = SourcePath::settings();
    let text = sources.get(&path).map(|bytes| Text::decode(&path, bytes)).transpose();
    let (mut config, mut problems) = settings::read(text.as_ref().ok().and_then(Option::as_ref));
    if let Err(refused) = text {
        // What was never read is not to be called missing.
        problems = vec![refused.into()];
    }
    if let Some(base_url) = &options.base_url {
        config.base_url.clone_from(base_url);
        problems.retain(|it| it.code != Code::NoBaseUrl);
    }
    (config, problems)
}

fn rules(config: &Config, theme_blocks: BTreeMap<String, Vec<ParameterRule>>) -> Rules {
    Rules {
        numbered: config.numbered,
        section_words: config.section_words.clone(),
        html_allow: config.html_allow.clone(),
        theme_blocks,
        front_matter_limit: config.front_matter_limit,
    }
}

/// Every Markdown file that may be a page, parsed on as many threads as there are.
fn parse_guides(sources: &Sources, rules: &Rules, config: &Config) -> (BTreeMap<SourcePath, Arc<Manuscript>>, Vec<Problem>) {
    let files: Vec<_> = sources.below("content").filter(|(path, _)| path.extension() == "md" && !path.is_kept_back()).collect();
    gather(files, |path, bytes| {
        let text = decode(path, bytes, config.page_limit, "page_kib")?;
        let (manuscript, problems) = guide::parse(&text, rules);
        Ok((Arc::new(manuscript), problems))
    })
}

/// Every CSV file below `content/`, those of `_data` too.
fn parse_data(sources: &Sources, config: &Config) -> (BTreeMap<SourcePath, Arc<Csv>>, Vec<Problem>) {
    let files: Vec<_> = sources.below("content").filter(|(path, _)| path.extension() == "csv").collect();
    gather(files, |path, bytes| {
        let text = decode(path, bytes, config.data_limit, "data_kib")?;
        let (csv, problems) = csv::parse(&text);
        Ok((Arc::new(csv), problems))
    })
}

/// One value a file, in the order of the files whatever the threads do.
fn gather<T: Send>(
    files: Vec<(&SourcePath, &Arc<[u8]>)>,
    parse: impl Fn(&SourcePath, &[u8]) -> Result<(T, Vec<Problem>), Problem> + Sync,
) -> (BTreeMap<SourcePath, T>, Vec<Problem>) {
    let parsed: Vec<_> = files.into_par_iter().map(|(path, bytes)| (path, parse(path, bytes))).collect();
    let mut values = BTreeMap::new();
    let mut problems = Vec::new();
    for (path, result) in parsed {
        match result {
            Ok((value, found)) => {
                values.insert(path.clone(), value);
                problems.extend(found);
            }
            Err(problem) => problems.push(problem),
        }
    }
    (values, problems)
}

fn decode(path: &SourcePath, bytes: &[u8], limit: usize, key: &str) -> Result<Text, Problem> {
    if bytes.len() > limit {
        let message = format!("this file has {} KiB, the limit is {} KiB", bytes.len().div_ceil(1024), limit / 1024);
        return Err(Problem::new(Code::TooLarge, Span::whole(path), message).help(format!("make it smaller, or raise `{key}` under `[limits]` in site.toml")));
    }
    Ok(Text::decode(path, bytes)?)
}

/// The files of `content/` that are published as they are.
fn published_as_they_are(sources: &Sources) -> BTreeMap<SourcePath, Arc<[u8]>> {
    let files = sources.below("content").filter(|(path, _)| path.extension() != "md" && !path.is_kept_back());
    files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

fn add(output: &mut Output, files: Vec<NewFile>, problems: &mut Vec<Problem>) {
    for (path, bytes, origin) in files {
        problems.extend(output.add(path, bytes, origin).err());
    }
}

/// Whether `path` is the robots.txt and somebody wrote one. Where the settings ask search engines to stay away, both
/// cannot be had: the clash is told.
fn gives_robots(theme: &Theme, config: &Config, path: &OutputPath) -> bool {
    path.as_str() == "robots.txt" && !config.discourage_search_engines && theme.files().contains_key(path)
}

/// The HTML of `views`, each given up as soon as its page is made: all views and all pages together would take twice the memory.
fn render_pages(theme: &Theme, site: &Site, views: Vec<(OutputPath, View, Span)>) -> (Vec<NewFile>, Vec<Problem>) {
    let shared = Shared::new(&page::site_view(site, theme.params.clone()));
    let limits = Limits::of(site.given.config);
    let (redirects, mut problems) = page::redirects::all(site);
    let html = |result: Result<String, Problem>, path: &OutputPath, span: &Span| {
        result.map(|html| (path.clone(), html.into_bytes().into(), Origin::Source(span.clone())))
    };
    let rendered: Vec<Result<NewFile, Problem>> = views
        .into_par_iter()
        .map(|(path, view, span)| html(render::page(theme, &shared, &view, limits), &path, &span))
        .chain(redirects.par_iter().map(|it| html(render::redirect(theme, &shared, &it.view, limits), &it.path, &it.place)))
        .collect();
    let mut made = Vec::new();
    let mut failed = Vec::new();
    for result in rendered {
        match result {
            Ok(file) => made.push(file),
            Err(problem) => failed.push(problem),
        }
    }
    problems.extend(render::once_each(failed));
    (made, problems)
}

fn static_files(theme: &Theme) -> Vec<NewFile> {
    theme.files().iter().map(|(path, (source, bytes))| (path.clone(), bytes.clone(), Origin::Source(Span::whole(source)))).collect()
}

/// The files that cannot be published where they belong: their names are no addresses, or the place is taken.
fn unpublishable(site: &Site, problems: &[Problem]) -> BTreeSet<SourcePath> {
    let refused = [Code::UnpublishableName, Code::DuplicateOutput, Code::FileAndFolder, Code::AddressTaken, Code::IndexForSection, Code::ThemeFile];
    let told = problems.iter().filter(|it| refused.contains(&it.code)).map(|it| it.span.file.clone());
    // A folder's name is told at one of its files and concerns all of them.
    told.chain(page::with_unfit_names(site).cloned()).collect()
}

/// Takes out what follows from a problem that is told already: what two pages with one address would be published as, and
/// what file an alias that is none would be.
fn tell_once(config: &Config, problems: &mut Vec<Problem>) {
    let is_told = |it: &&Problem| !config.levels.contains_key(&it.code);
    let of = |codes: &[Code]| problems.iter().filter(|it| codes.contains(&it.code)).filter(is_told).map(|it| it.span.clone()).collect::<Vec<_>>();
    let (addresses, values) = (of(&[Code::AddressTaken, Code::IndexForSection]), of(&[Code::InvalidValue]));
    problems.retain(|it| match it.code {
        Code::DuplicateOutput => {
            let places = || std::iter::once(&it.span).chain(it.others.iter().map(|(span, _)| span));
            !addresses.iter().any(|address| places().any(|place| place.file == address.file))
        }
        Code::AliasUnusable => !values.contains(&it.span),
        _ => true,
    });
}

/// What is wrong in a page that is not published stands in nobody's way; wrong days of one that waits for its day do.
fn tell_held_back_as_notes(site: &Site, problems: &mut [Problem]) {
    for problem in problems {
        let is_about_its_day = problem.code == Code::PublishedFarAhead
            || problem.code == Code::DaysOutOfOrder && matches!(site.held_back.get(&problem.span.file), Some(HeldBack::Scheduled(_)));
        if site.held_back.contains_key(&problem.span.file) && !is_about_its_day {
            problem.level = Level::Note;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "---\ntitle: Careers\n---\nSee [about](about.md).\n";
    const ABOUT: &str = "---\ntitle: About\n---\nBack to the [beginning](_index.md).\n";
    const SETTINGS: &str = "title = \"Careers\"\nbase_url = \"https://example.org/\"\n";

    /// The site of a home page, `content/about.md` and `files`, which go before both.
    fn built(files: &[(&str, &[u8])]) -> Build {
        let mut sources = Sources::default();
        let usual: [(&str, &[u8]); 3] = [("site.toml", SETTINGS.as_bytes()), ("content/_index.md", HOME.as_bytes()), ("content/about.md", ABOUT.as_bytes())];
        for (path, bytes) in usual.iter().chain(files) {
            sources.files.insert(SourcePath::new(path).unwrap(), (*bytes).into());
        }
        build(&sources, &Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None }, &mut Memory::default())
    }

    /// The problems as `level[code] file`.
    fn check(files: &[(&str, &[u8])], expected: &[&str]) -> Build {
        let build = built(files);
        let told: Vec<String> =
            build.report.problems().iter().map(|it| format!("{}[{}] {}", format!("{:?}", it.level).to_lowercase(), it.code.id(), it.span.file)).collect();
        assert_eq!(told, expected);
        build
    }

    #[test]
    fn a_small_project_is_a_whole_site() {
        let build = check(&[("static/logo.svg", b"<svg/>"), ("content/a.txt", b"a")], &[]);
        assert_eq!(build.counts, Counts { guides: 0, pages: 4 });
        let published: Vec<&str> = build.output.files().map(|(path, _)| path.as_str()).collect();
        for path in ["404.html", "a-z/index.html", "a.txt", "about/index.html", "atom.xml", "index.html", "logo.svg", "robots.txt", "sitemap.xml"] {
            assert!(published.contains(&path), "{path} is not in {published:?}");
        }
    }

    #[test]
    fn problems_of_a_draft_are_notes() {
        let draft = "---\ntitle: Draft\ndraft: true\ncolour: red\n---\n[nowhere](javascript:x)\n";
        let build = check(&[("content/draft.md", draft.as_bytes())], &["note[unknown-key] content/draft.md", "note[unsafe-address] content/draft.md"]);
        assert!(build.output.files().all(|(path, _)| !path.as_str().contains("draft")));
    }

    #[test]
    fn a_mistake_in_the_settings_is_one_problem() {
        check(&[("site.toml", format!("{SETTINGS}colour = \"red\"\n").as_bytes())], &["error[settings] site.toml"]);
    }

    #[test]
    fn settings_that_cannot_be_read_are_one_problem() {
        check(&[("site.toml", b"title = \"caf\xE9\"")], &["error[not-utf-8] site.toml"]);
    }

    #[test]
    fn a_missing_theme_is_one_problem_and_no_dead_links() {
        let site = format!("{SETTINGS}theme = \"nowhere\"\n");
        check(&[("site.toml", site.as_bytes())], &["error[theme-missing] site.toml"]);
    }

    #[test]
    fn an_address_on_the_command_line_goes_before_the_settings() {
        let sources = Sources::default();
        let options = Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: Some("https://preview.example/".to_owned()) };
        assert_eq!(build(&sources, &options, &mut Memory::default()).config.base_url, "https://preview.example/");
    }

    #[test]
    fn a_file_over_the_limit_is_told_and_its_neighbours_are_built() {
        let big = vec![b'a'; 20 * 1024 * 1024];
        let build = check(&[("content/big.md", &big)], &["error[too-large] content/big.md"]);
        assert_eq!(build.counts.pages, 4);
    }
}
