//! What each stage is given, gathered from the sources and from the answers of the stages before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::{Found, Parsed, ParsedPage};
use super::given::{DataFile, DatasetInput, PageFile, PageInput, RedirectInput, Settings, SettingsFile, TranslationFile};
use super::options::Options;
use super::part::Part;
use crate::dataset::Declaration;
use crate::dataset::csv::Csv;
use crate::figures::{Datasets, Figures, OfSite, Question};
use crate::guide::{Head, Rules, Waits};
use crate::memory::{Entry, Same};
use crate::page::redirects::Redirection;
use crate::page::{self, Contents, Given, Material, PageId, Spoken};
use crate::registry::Registry;
use crate::render::{Limits, Look};
use crate::settings::Config;
use crate::site::{self, Site};
use crate::source::{Editions, PagePath, SourcePath, Sources};
use crate::theme::{BlockRules, Theme};
use crate::words::{TextBook, Words};

pub(super) fn settings(sources: &Sources, options: &Options) -> SettingsFile {
    let path = SourcePath::settings();
    let is_unusable = sources.unusable.iter().any(|file| file.path == path);
    let file = if is_unusable { Settings::Unusable } else { sources.get(&path).cloned().map_or(Settings::Missing, Settings::Bytes) };
    SettingsFile { file, base_url: options.base_url.clone() }
}

/// The files of `content/_data` but those of CSV, which are read apart.
pub(super) fn data(sources: &Sources) -> Sources {
    sources.only(|path| path.as_str().starts_with("content/_data/") && path.extension() != "csv")
}

/// The files that are translations, each with its original.
pub(super) fn translations(sources: &Sources, config: &Config) -> Vec<(SourcePath, TranslationFile)> {
    let editions = editions_without_files(config);
    if editions.tags.is_empty() {
        return Vec::new();
    }
    let limit = (config.front_matter_limit, config.page_limit);
    let file = |(path, bytes): (&SourcePath, &Arc<[u8]>)| {
        let (_, original) = editions.of(path).filter(|_| !path.is_kept_back())?;
        let original = sources.get(&original).map(|bytes| (original.clone(), bytes.clone()));
        Some((path.clone(), TranslationFile { bytes: bytes.clone(), original, limit }))
    };
    sources.below("content").filter_map(file).collect()
}

/// The languages of the site, with those files of `translations` that readers get to see.
pub(super) fn editions(config: &Config, translations: &[Entry<SourcePath, TranslationFile, Arc<Waits>>], options: &Options) -> Editions {
    let is_shown = |it: &Waits| (options.drafts || !it.is_draft) && it.day.is_none_or(|day| day <= options.as_of);
    let shown = translations.iter().filter(|it| is_shown(&it.answer)).map(|it| it.key.clone());
    Editions { files: Arc::new(shown.collect()), ..editions_without_files(config) }
}

fn editions_without_files(config: &Config) -> Editions {
    Editions { default: config.language.clone(), tags: tags(config), files: Arc::default() }
}

/// The languages that pages are translated into.
pub(super) fn tags(config: &Config) -> Vec<String> {
    config.languages.iter().map(|it| it.tag.clone()).collect()
}

pub(super) fn rules(config: &Config, editions: Editions, words: &TextBook, theme_blocks: Option<&BlockRules>) -> Rules {
    Rules {
        numbered: config.numbered,
        section_words: config.section_words.clone(),
        html_allow: config.html_allow.clone(),
        theme_blocks: theme_blocks.cloned().unwrap_or_default(),
        front_matter_limit: config.front_matter_limit,
        language: config.language.clone(),
        editions,
        words: words.clone(),
    }
}

/// Every Markdown file that may be a page.
pub(super) fn page_files(sources: &Sources, rules: &Arc<Rules>, config: &Config) -> Vec<(SourcePath, PageFile)> {
    let files = sources.below("content").filter(|(path, _)| path.has_extension("md") && !path.is_kept_back());
    let original = |path: &SourcePath| rules.editions.of(path).and_then(|(_, original)| Some((original.clone(), sources.get(&original)?.clone())));
    files
        .map(|(path, bytes)| (path.clone(), PageFile { bytes: bytes.clone(), original: original(path), rules: rules.into(), limit: config.page_limit }))
        .collect()
}

/// Every dataset that is declared, with its files.
pub(super) fn datasets(sources: &Sources, registry: &Registry, config: &Config) -> Vec<(String, DatasetInput)> {
    let Some(path) = registry.files.get("datasets") else { return Vec::new() };
    let of = |(id, declared): (&String, &Declaration)| {
        let at = registry.place("datasets", id)?;
        let named = declared.paths(path).into_iter().filter_map(|(_, file)| file);
        let files = named.filter_map(|file| Some((file.clone(), sources.get(&file)?.clone()))).collect();
        Some((id.clone(), DatasetInput { declared: declared.clone(), at, files, limit: config.data_limit }))
    };
    registry.datasets.iter().filter_map(of).collect()
}

/// Every CSV file below `content/` that a page shows or may be meant to show: those of `_data` too, but no dataset's, and none that may be one's.
pub(super) fn data_files(
    sources: &Sources,
    config: &Config,
    registry: &Registry,
    parsed: &[Entry<SourcePath, PageFile, Parsed>],
) -> Vec<(SourcePath, DataFile)> {
    let datasets = registry.files.get("datasets");
    let of_datasets: BTreeSet<SourcePath> =
        datasets.iter().flat_map(|path| registry.datasets.values().flat_map(|it| it.paths(path)).filter_map(|(_, file)| file)).collect();
    let shown: BTreeSet<&SourcePath> = parsed.iter().filter_map(|it| it.answer.page.as_ref()).flat_map(|page| &page.manuscript.body.shows).collect();
    let may_be_of_dataset = |path: &SourcePath| of_datasets.contains(path) || registry.are_datasets_unsure && path.as_str().starts_with("content/_data/");
    let is_meant = |path: &SourcePath| path.has_extension("csv") && (shown.contains(path) || !may_be_of_dataset(path));
    let files = sources.below("content").filter(|(path, _)| is_meant(path));
    let file = |path: &SourcePath, bytes: &Arc<[u8]>| DataFile { bytes: bytes.clone(), limit: config.data_limit, is_shown: shown.contains(path) };
    files.map(|(path, bytes)| (path.clone(), file(path, bytes))).collect()
}

/// A CSV file as it was read.
type ParsedCsv = Entry<SourcePath, DataFile, (Option<Arc<Csv>>, Found)>;

/// What stands in the files of `content/`; those that are published as they are with their bytes.
pub(super) fn contents(sources: &Sources, parsed: &[Entry<SourcePath, PageFile, Parsed>], csv: &[ParsedCsv]) -> Contents {
    let files = sources.below("content").filter(|(path, _)| !path.has_extension("md") && !path.is_kept_back());
    Contents {
        manuscripts: parsed.iter().filter_map(|it| Some((it.key.clone(), it.answer.page.as_ref()?.manuscript.clone()))).collect(),
        csv: csv.iter().filter_map(|it| Some((it.key.clone(), it.answer.0.clone()?))).collect(),
        files: files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect(),
    }
}

/// What the sites of the languages are made of, by the address of their home pages: that of the project's own language, then those that it has pages in.
pub(super) fn sites(of_project: site::Inputs) -> Vec<(PagePath, site::Inputs)> {
    let config = of_project.config.clone();
    if config.languages.is_empty() {
        return vec![(PagePath::default(), of_project)];
    }
    let in_language = |tag: Option<&str>| {
        let is_it = |head: &Head| head.translation.as_ref().map(|it| it.tag.as_str()) == tag;
        Arc::new(of_project.heads.iter().filter(|(_, head)| is_it(head)).map(|(path, head)| (path.clone(), head.clone())).collect::<BTreeMap<_, _>>())
    };
    let others = config.languages.iter().filter_map(|language| {
        let heads = in_language(Some(&language.tag));
        let config = || Arc::new(config.in_language(language));
        let registry = || Arc::new(of_project.registry.in_language(&language.tag));
        (!heads.is_empty()).then(|| site::Inputs { heads, config: config(), registry: registry(), ..of_project.clone() })
    });
    let own = site::Inputs { heads: in_language(None), ..of_project.clone() };
    let mut sites: Vec<_> = std::iter::once(own).chain(others).map(|inputs| (inputs.config.home.clone(), inputs)).collect();
    sites.sort_by(|left, right| left.0.cmp(&right.0));
    sites
}

/// The languages that readers can choose between; none where there is one.
/// Each site comes with whether it shows figures.
pub(super) fn spoken<'s>(sites: impl ExactSizeIterator<Item = (&'s Arc<Site>, bool)>) -> Vec<Spoken> {
    let spoken = |(site, shows_figures): (&Arc<Site>, bool)| {
        let config = &site.given.config;
        let made = Arc::new(page::made(site, shows_figures));
        Spoken { tag: config.language.clone(), name: config.language_name.clone(), home: config.home.clone(), made }
    };
    if sites.len() > 1 { sites.map(spoken).collect() } else { Vec::new() }
}

/// The images that published pages of this part show, as far as their files are there.
pub(super) fn images(sources: &Sources, contents: &Contents, site: &Site, part: Part) -> Vec<(SourcePath, Arc<[u8]>)> {
    let published = site.pages.iter().filter(|(_, page)| part.has_author_page(page)).filter_map(|(path, _)| contents.manuscripts.get(path));
    let shown: BTreeSet<&SourcePath> = published.flat_map(|it| &it.body.shows).filter(|file| !file.has_extension("csv")).collect();
    shown.into_iter().filter_map(|file| Some((file.clone(), sources.get(file)?.clone()))).collect()
}

pub(super) fn heads(contents: &Contents) -> BTreeMap<SourcePath, Arc<Head>> {
    contents.manuscripts.iter().map(|(path, manuscript)| (path.clone(), manuscript.head.clone())).collect()
}

/// What the figures of every page are asked by.
pub(super) fn questions(
    parsed: &[Entry<SourcePath, PageFile, Parsed>],
    contents: &Contents,
    datasets: &Arc<Datasets>,
    registry: &Arc<Registry>,
    config: &Arc<Config>,
) -> Vec<(SourcePath, Question)> {
    let question = |page: &ParsedPage| Question {
        head: page.manuscript.head.clone(),
        asked: page.asked.clone(),
        datasets: datasets.into(),
        registry: registry.into(),
        tables: page.asked.in_files.iter().filter_map(|table| Some((table.file.clone(), contents.csv.get(&table.file)?.clone()))).collect(),
        config: config.into(),
    };
    parsed.iter().filter_map(|it| Some((it.key.clone(), question(it.answer.page.as_ref()?)))).collect()
}

/// The figures and sources of the published pages that ask for any.
pub(super) fn figures_of_site(figures: &[Entry<SourcePath, Question, Arc<Figures>>], site: &Site) -> OfSite {
    let has_any = |it: &Figures| !it.own.is_empty() || !it.sources.is_empty() || !it.named.is_empty() || !it.lists.is_empty();
    let published = figures.iter().filter(|it| has_any(&it.answer) && site.pages.contains_key(&it.key));
    published.map(|it| (it.key.clone(), it.answer.clone())).collect()
}

pub(super) fn look(theme: &Arc<Theme>, words: &Words, site: &Site, shows_figures: bool) -> Look {
    Look::new(theme, &page::site_view(site, words, shows_figures, theme.params.clone()), Limits::of(&site.given.config))
}

/// The pages of the language whose home page stands at `home`.
pub(super) fn pages(home: &PagePath, material: &Material, look: Option<&Arc<Look>>, part: Part) -> Vec<((PagePath, PageId), PageInput)> {
    let input = |(id, given)| {
        let is_here = part.has_page(&id, &given);
        ((home.clone(), id), PageInput { given, look: look.map(Same::from), is_here })
    };
    page::plan(material).into_iter().map(input).collect()
}

/// The pages that other shards make, each with what it is made from.
pub(super) fn elsewhere(pages: &[((PagePath, PageId), PageInput)]) -> Vec<(PageId, Given)> {
    pages.iter().filter(|(_, input)| !input.is_here).map(|((_, id), input)| (id.clone(), input.given.clone())).collect()
}

/// By old address.
pub(super) fn redirects(redirects: Vec<Redirection>, look: Option<&Arc<Look>>, part: Part) -> Vec<(String, RedirectInput)> {
    let with_look = |it: Redirection| {
        let is_here = part.has(&it.path);
        (it.path.as_str().to_owned(), RedirectInput { redirection: it, look: look.map(Same::from), is_here })
    };
    let mut redirects: Vec<_> = redirects.into_iter().map(with_look).collect();
    redirects.sort_by(|left, right| left.0.cmp(&right.0));
    redirects
}
