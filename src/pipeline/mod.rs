//! The order of the stages. `build` reads as the picture in `ARCHITECTURE.md`: sources go in at the top, a whole site and
//! everything that is wrong with it come out at the bottom. No disk, no clock.
//!
//! There is one way to build. A [`Memory`] from the build before makes it faster: each stage is asked only where its input
//! differs. For n pages a build where nothing differs compares n inputs a stage, most of them by their place in memory.

mod answers;
mod checked;
mod given;
mod inputs;
mod laid;
mod memory;
mod options;
mod part;
mod shown;
mod stages;
mod told;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use memory::Memory;
pub use options::Options;
pub use shown::Rendered;

use crate::check::{self, TooOld};
use crate::figures::OfSite;
use crate::inventory::{self, Entry};
use crate::output::{Origin, Output, OutputPath, Shelf};
use crate::page::{self, Material, NewFile, Pictures};
use crate::problem::{Code, Problem, Report};
use crate::render::{self, Limits};
use crate::settings::Config;
use crate::site::{self, Kind, Site};
use crate::source::{PagePath, SourcePath, Sources, Span};
use crate::theme::{self, Theme, Wanted};
use answers::{Found, Loaded};
use checked::Checked;
use given::{Names, Neighbours, NewFiles, SharedInput};
use part::Part;

/// A whole site and everything that is to be said about it.
#[derive(Debug)]
pub struct Build {
    /// What is to be published. Whole only if the report has no errors.
    pub output: Output,
    /// Every problem, sorted.
    pub report: Report,
    /// How many problems are known and told no more, since the baseline names them.
    pub known: usize,
    /// The settings that held.
    pub config: Arc<Config>,
    /// How much there is.
    pub counts: Counts,
    /// The pages whose templates ran, by path: those that show a change.
    pub rendered: Vec<Rendered>,
    /// Which figures are too old, by source and time.
    pub too_old: Arc<BTreeSet<TooOld>>,
    site: Arc<Site>,
    unpublishable: BTreeSet<SourcePath>,
}

/// How much a site holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Published guides.
    pub guides: usize,
    /// Published pages, guides included.
    pub pages: usize,
}

impl Build {
    /// Every file of `sources`, which this was built from, with what became of it.
    pub fn inventory(&self, sources: &Sources) -> Vec<Entry> {
        inventory::take(sources, &self.site, &self.unpublishable)
    }
}

/// Builds the site that `sources` make. What `memory` holds from the builds before makes it faster, and never different.
pub fn build(sources: &Sources, options: &Options, memory: &mut Memory) -> Build {
    build_onto(sources, options, memory, None)
}

/// The same for a build that is the last with its `memory`: what pages hold goes onto `shelf` as soon as it is made, and nothing is remembered of them.
pub fn build_onto(sources: &Sources, options: &Options, memory: &mut Memory, shelf: Option<&dyn Shelf>) -> Build {
    let part = Part(options.shard);
    let problems = &mut sources.unusable.iter().cloned().map(Problem::from).collect();

    let config = keep(memory.settings.answer(inputs::settings(sources, options), stages::settings), problems);
    let data = inputs::data(sources);
    let registry = keep(memory.registry.answer((data.clone(), inputs::tags(&config)), stages::registry), problems);
    let Loaded { theme, words, blocks, problems: found } = memory.theme.answer(Wanted::of(&config, sources), stages::theme);
    problems.extend(found.iter().cloned());

    let text_words = memory.text_words.answer((&words).into(), stages::text_words);
    let translations = memory.translations.answers(inputs::translations(sources, &config), stages::waits);
    let editions = inputs::editions(&config, translations, options);
    let rules = memory.rules.settle(Arc::new(inputs::rules(&config, editions, &text_words, blocks.as_deref())));
    let parsed = memory.manuscripts.answers(inputs::page_files(sources, &rules, &config), stages::manuscript);
    // Nobody knows the blocks of a theme that could not be read.
    let in_pages = parsed.iter().flat_map(|it| it.answer.problems.iter());
    problems.extend(in_pages.filter(|it| blocks.is_some() || it.code != Code::UnknownBlock).cloned());
    let csv = memory.csv.answers(inputs::data_files(sources, &config, &registry, parsed), stages::csv);
    problems.extend(csv.iter().flat_map(|it| it.answer.1.iter()).cloned());
    let datasets = memory.datasets.answers(inputs::datasets(sources, &registry, &config), stages::dataset);
    problems.extend(datasets.iter().flat_map(|it| it.answer.1.iter()).cloned());
    let datasets = datasets.iter().filter_map(|it| Some((it.key.clone(), it.answer.0.clone()?))).collect();
    let datasets = memory.all_datasets.settle(Arc::new(datasets));
    let contents = inputs::contents(sources, parsed, csv);

    let heads = memory.heads.settle(Arc::new(inputs::heads(&contents)));
    let (as_of, drafts) = (options.as_of, options.drafts);
    let of_project = site::Inputs { heads, registry: registry.clone(), config: config.clone(), as_of, drafts };
    let sites = memory.sites.answers(inputs::sites(of_project), stages::site);
    problems.extend(sites.iter().flat_map(told::of_language));
    let sites: Vec<(PagePath, Arc<Site>)> = sites.iter().map(|it| (it.key.clone(), it.answer.site.clone())).collect();
    // What asks of a page only whether it is there asks the sites of all languages as one.
    let site = match sites.as_slice() {
        [(_, own), others @ ..] if !others.is_empty() => memory.whole.settle(Arc::new(own.joined(others.iter().map(|(_, site)| site)))),
        [(_, own), ..] => own.clone(),
        [] => unreachable!("a project has a site in its own language"),
    };
    // A language whose pages all wait has none yet, nor a home page.
    let sites: Vec<(PagePath, Arc<Site>)> = sites.into_iter().filter(|(home, of)| home.as_str().is_empty() || !of.pages.is_empty()).collect();

    let pictures = memory.pictures.answers(inputs::images(sources, &contents, &site, part), stages::picture);
    let pictures: Pictures = pictures.iter().map(|it| (it.key.clone(), it.answer.clone())).collect();
    let asked = inputs::questions(parsed, &contents, &datasets, &registry, &config);
    let figures = memory.figures.answers(asked, stages::figures);
    let figures = memory.figures_of_site.settle(Arc::new(inputs::figures_of_site(figures, &site)));
    let shows_figures = |figures: &OfSite| figures.values().any(|it| it.shown().next().is_some());
    let mute = theme.as_ref().filter(|theme| shows_figures(&figures) && !theme.prints_credits());
    problems.extend(mute.and_then(|theme| check::credits_not_printed(&registry, theme.place("guide.html"))));
    let briefs = memory.briefs.settle(Arc::new(page::briefs(&site, &figures)));

    let in_languages = sites.iter().filter(|_| sites.len() > 1).map(|(home, of)| (home.clone(), ((&figures).into(), of.into())));
    let in_languages = memory.figures_in_languages.answers(in_languages.collect(), stages::figures_in_language);
    let figures_of = |at: usize| in_languages.get(at).map_or(&figures, |it| &it.answer);
    let languages = inputs::spoken(sites.iter().enumerate().map(|(at, (_, of))| (of, shows_figures(figures_of(at)))));
    let each = |make: &dyn Fn(&Arc<Site>) -> SharedInput| sites.iter().map(|(home, site)| (home.clone(), make(site))).collect();
    let to_shared = |of: &Arc<Site>| SharedInput { site: of.into(), whole: (&site).into(), languages: languages.clone(), book: (&words).into() };
    let shared = memory.shared.answers(each(&to_shared), stages::shared);
    let neighbours = sites.iter().map(|(home, of)| (home.clone(), Neighbours { site: of.into(), briefs: (&briefs).into(), book: (&words).into() }));
    let surroundings = memory.surroundings.answers(neighbours.collect(), stages::surroundings);
    let (mut all_pages, mut of_sites, mut own_look) = (Vec::new(), Vec::new(), None);
    for ((at, (home, of)), (shared, surroundings)) in sites.iter().enumerate().zip(shared.iter().zip(surroundings)) {
        let figures = figures_of(at);
        let (shared, surroundings, shows_figures) = (&shared.answer, &surroundings.answer.0, shows_figures(figures));
        let look = |theme| memory.looks.entry(home.clone()).or_default().settle(Arc::new(inputs::look(theme, &shared.voice.words, of, shows_figures)));
        let look = theme.as_ref().map(look);
        let material = Material { site: of, shared, surroundings, contents: &contents, pictures: &pictures, figures };
        all_pages.extend(inputs::pages(home, &material, look.as_ref(), part));
        of_sites.push((of.into(), shows_figures));
        own_look = own_look.or(look);
    }
    let elsewhere = inputs::elsewhere(&all_pages);
    let put;
    let pages = match shelf {
        None => shown::remembered(memory.pages.answers_beside(all_pages, stages::page)),
        Some(shelf) => {
            put = stages::pages_on(shelf, all_pages);
            put.iter().map(|it| (it, true)).collect()
        }
    };
    let (redirects, found) = page::redirects::all(&site);
    problems.extend(found);
    let redirects = memory.redirects.answers_beside(inputs::redirects(redirects, own_look.as_ref(), part), stages::redirect);
    let shown = shown::all(pages, redirects);
    let mut here = shown.problems();

    let made = memory.files.answer(NewFiles { sites: of_sites }, stages::files);
    let made = || made.iter().filter(|(path, ..)| !gives_robots(theme.as_deref(), &config, path)).cloned();
    let of_theme = || theme.iter().flat_map(|theme| static_files(theme));
    let images = part.images(&site, &contents);
    let lay_out = |downloads_elsewhere, memory: &mut _| {
        let copies = page::copies(&contents).map(|it| part.file(it)).chain(page::small_copies(&pictures, |image| images.contains(image)));
        let of_pages = shown.tables().chain(downloads_elsewhere).chain(made().map(|it| part.file(it))).chain(shown.pages());
        let files = copies.chain(of_pages).chain(of_theme().map(|it| part.file(it)));
        laid::out(files.collect(), shown.not_shown(), &site, sources, memory)
    };
    let mut laid = lay_out(Vec::new(), &mut memory.laid);
    let checked =
        Checked { sources, data: &data, site: &site, parsed, contents: &contents, pictures: &pictures, figures: &figures, ground: laid.ground.clone(), part };
    // Where a download lies is known when its page is made: pages of other shards are, if something asks for what may be one of theirs.
    let asks_for_more = !elsewhere.is_empty() && (!laid.output.is_without_clashes() || checked.has_dead_links());
    if asks_for_more {
        laid = lay_out(stages::downloads_elsewhere(&elsewhere), &mut memory.laid);
    }
    let checked = Checked { ground: laid.ground, ..checked };
    here.extend(laid.problems);

    let names = Names { site: (&site).into(), copied: contents.files.keys().cloned().collect() };
    let unfit = keep(memory.names.answer(names, stages::names), problems);
    here.extend(checked.of_pages(&mut memory.checks));
    let (found, too_old) = checked.of_site(&mut memory.checks);
    problems.extend(found);
    let told_here = part.told_here(&site, &here);
    problems.extend(here);
    told::held_back_as_notes(&site, problems);
    told::once(&config, problems);
    told::of_originals(&site, problems);
    told::suppressed(&site, sources, problems);

    let own_guides = site.pages.values().filter(|page| page.kind == Kind::Guide && part.has_author_page(page));
    let counts = Counts { guides: own_guides.count(), pages: shown.page_count() };
    let unpublishable = told::unpublishable(&unfit, problems);
    problems.retain(|it| part.tells(&site, it) || told_here.contains(&(it.code, it.span.clone())));
    let report = Report::new(std::mem::take(problems), &config.levels);
    let (report, known) = told::known(sources, (&config, &site, part), report);
    Build { output: laid.output, report, known, config, counts, rendered: shown.rendered(), too_old, site, unpublishable }
}

/// The settings that hold for `sources`.
pub fn settings(sources: &Sources, options: &Options) -> Arc<Config> {
    stages::settings(&inputs::settings(sources, options)).0
}

/// What does not work in the theme of the project when it shows every kind of page, whatever pages there are.
pub fn try_theme(sources: &Sources, options: &Options) -> Vec<Problem> {
    let mut memory = Memory::default();
    let (config, _) = memory.settings.answer(inputs::settings(sources, options), stages::settings);
    let Loaded { theme, .. } = memory.theme.answer(Wanted::of(&config, sources), stages::theme);
    theme.map(|theme| render::try_out(&theme, Limits::of(&config))).unwrap_or_default()
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
fn keep<T>((value, found): (T, Found), problems: &mut Vec<Problem>) -> T {
    problems.extend(found.iter().cloned());
    value
}

/// Whether `path` is the robots.txt and somebody wrote one. Where the settings ask search engines to stay away, both
/// cannot be had: the clash is told.
fn gives_robots(theme: Option<&Theme>, config: &Config, path: &OutputPath) -> bool {
    path.as_str() == "robots.txt" && !config.discourage_search_engines && theme.is_some_and(|theme| theme.files().contains_key(path))
}

fn static_files(theme: &Theme) -> impl Iterator<Item = NewFile> {
    theme.files().iter().map(|(path, (source, bytes))| (path.clone(), bytes.clone(), Origin::Source(Span::whole(source))))
}

#[cfg(test)]
mod tests;
