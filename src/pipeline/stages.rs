//! The stages, each a plain function of the input that it is compared by. What they do is told where they call.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::answers::{Assembled, Found, Loaded, Made, Parsed, ParsedPage, Ran, Shown, Surrounded};
use super::given::{
    DataFile, DatasetInput, FragmentInput, GroundInput, LinkInput, Names, Neighbours, NewFiles, PageFile, PageInput, RedirectInput, ResourceInput, Settings,
    SettingsFile, SharedInput, TranslationFile,
};
use crate::check::{self, Ages, AllFigures, Anchors, Ground, Mentions, Subject, TooOld};
use crate::dataset::Dataset;
use crate::dataset::csv::{self, Csv};
use crate::figures::{Asked, Figures, OfSite, Question};
use crate::guide::{self, Waits};
use crate::memory::Same;
use crate::output::{Content, File, Origin, OutputPath, Plan, Shelf};
use crate::page::view::View;
use crate::page::{self, Given as PageGiven, NewFile, PageId, Surroundings, Voice};
use crate::picture::{self, Picture};
use crate::problem::{Code, Level, Problem};
use crate::registry::{self, Registry};
use crate::render::{self, Look, REDIRECT, prepare};
use crate::settings::{self, Config};
use crate::site::{self, Site};
use crate::source::{PagePath, SourcePath, Sources, Span, Text};
use crate::stamp::{self, Stamp, Stamps};
use crate::theme::{Theme, Wanted};
use crate::words::{Book, TextBook};

/// The settings that hold. What was never read is not called missing.
pub(super) fn settings(file: &SettingsFile) -> (Arc<Config>, Found) {
    let path = SourcePath::settings();
    let bytes = if let Settings::Bytes(bytes) = &file.file { Some(bytes) } else { None };
    let text = bytes.map(|bytes| Text::decode(&path, bytes)).transpose();
    let (mut config, mut problems) = settings::read(text.as_ref().ok().and_then(Option::as_ref));
    if file.file == Settings::Unusable {
        problems.clear();
    }
    if let Err(refused) = text {
        problems = vec![refused.into()];
    }
    if let Some(base_url) = &file.base_url {
        config.base_url.clone_from(base_url);
        problems.retain(|it| it.code != Code::NoBaseUrl);
    }
    (Arc::new(config), Arc::new(problems))
}

pub(super) fn theme(wanted: &Wanted) -> Loaded {
    let (theme, problems) = Theme::load(wanted);
    let words = theme.as_ref().map_or_else(|| Arc::new(Theme::words(wanted)), |theme| theme.words.clone());
    Loaded { theme: theme.map(Arc::new), words, blocks: Theme::block_rules(wanted).map(Arc::new), problems: Arc::new(problems) }
}

pub(super) fn registry((data, tags): &(Sources, Vec<String>)) -> (Arc<Registry>, Found) {
    let (registry, problems) = registry::read_in(data, tags);
    (Arc::new(registry), Arc::new(problems))
}

/// What cannot be read waits for nothing: that is told where it is read as a page.
pub(super) fn waits(path: &SourcePath, file: &TranslationFile) -> Arc<Waits> {
    let (front_matter, page) = file.limit;
    let read = |path: &SourcePath, bytes: &Arc<[u8]>| decode(path, bytes, page, "page_kib").ok();
    let original = file.original.as_ref().and_then(|(path, bytes)| read(path, bytes));
    Arc::new(read(path, &file.bytes).map_or_else(Waits::default, |text| guide::waits(&text, original.as_ref(), front_matter)))
}

pub(super) fn manuscript(path: &SourcePath, file: &PageFile) -> Parsed {
    let text = match decode(path, &file.bytes, file.limit, "page_kib") {
        Ok(text) => text,
        Err(problem) => return Parsed { page: None, problems: Arc::new(vec![problem]) },
    };
    // What keeps the original from being read is told there.
    let original = file.original.as_ref().and_then(|(path, bytes)| decode(path, bytes, file.limit, "page_kib").ok());
    let (manuscript, problems) = guide::parse_beside(&text, original.as_ref(), &file.rules);
    let page = ParsedPage {
        anchors: Arc::new(Anchors::of(&manuscript.body)),
        mentions: Arc::new(Mentions::of_page(&manuscript)),
        asked: Arc::new(Asked::of(&manuscript)),
        manuscript: Arc::new(manuscript),
    };
    Parsed { page: Some(page), problems: Arc::new(problems) }
}

pub(super) fn csv(path: &SourcePath, file: &DataFile) -> (Option<Arc<Csv>>, Found) {
    let (csv, mut problems) = match decode(path, &file.bytes, file.limit, "data_kib") {
        Ok(text) => {
            let (csv, problems) = csv::parse(&text);
            (Some(Arc::new(csv)), problems)
        }
        // A table of nothing: the file is there, and what is wrong with it is told.
        Err(problem) => (Some(Arc::default()), vec![problem]),
    };
    // What no page shows stands in nobody's way.
    if !file.is_shown {
        for problem in &mut problems {
            problem.level = Level::Note;
        }
    }
    (csv, Arc::new(problems))
}

pub(super) fn dataset(_: &String, input: &DatasetInput) -> (Option<Arc<Dataset>>, Found) {
    // What a declaration lacks was told when the data file was read.
    let is_complete = input.declared.format.is_some() && (input.declared.file.is_some() || input.declared.files.is_some());
    if !is_complete {
        return (None, Found::default());
    }
    let (dataset, problems) = Dataset::read(&input.declared, &input.at, &input.files, input.limit);
    (dataset.map(Arc::new), Arc::new(problems))
}

fn decode(path: &SourcePath, bytes: &[u8], limit: usize, key: &str) -> Result<Text, Problem> {
    if bytes.len() > limit {
        return Err(Problem::too_large(path, bytes.len(), limit, key));
    }
    Ok(Text::decode(path, bytes)?)
}

pub(super) fn site(_: &PagePath, inputs: &site::Inputs) -> Assembled {
    let (site, problems) = site::assemble(inputs);
    Assembled { site: Arc::new(site), problems: Arc::new(problems) }
}

pub(super) fn picture(path: &SourcePath, bytes: &Arc<[u8]>) -> Arc<Picture> {
    Arc::new(picture::read(&path.extension(), bytes))
}

pub(super) fn figures(_: &SourcePath, question: &Question) -> Arc<Figures> {
    Arc::new(Figures::of(question))
}

/// The figures of the pages in one language.
pub(super) fn figures_in_language(_: &PagePath, (figures, site): &(Same<OfSite>, Same<Site>)) -> Arc<OfSite> {
    Arc::new(figures.iter().filter(|(path, _)| site.pages.contains_key(*path)).map(|(path, figures)| (path.clone(), figures.clone())).collect())
}

/// The words that the texts of pages are read with.
pub(super) fn text_words(book: &Same<Book>) -> Arc<TextBook> {
    Arc::new(TextBook::of_book(book))
}

pub(super) fn shared(_: &PagePath, input: &SharedInput) -> Arc<page::Shared> {
    Arc::new(page::Shared::new(&input.site, &input.whole, &input.languages, input.book.shared()))
}

pub(super) fn surroundings(_: &PagePath, of: &Neighbours) -> Surrounded {
    let briefs = of.briefs.shared();
    Surrounded(Arc::new(Surroundings::new(&of.site, briefs, &Voice::of(&of.book, &of.site.given.config.language))))
}

pub(super) fn files(input: &NewFiles) -> Arc<Vec<NewFile>> {
    Arc::new(page::files(&input.sites))
}

/// A page. Its template does not run where it would be given what it was given the last time, in the same look.
pub(super) fn page((_, id): &(PagePath, PageId), input: &PageInput, last: Option<&Option<Shown>>) -> Option<Shown> {
    if !input.is_here {
        let (path, origin) = page::place(id, &input.given)?;
        return Some(elsewhere(path, origin, input.look.as_ref()));
    }
    let last = last.and_then(Option::as_ref);
    let made = page::make(id, &input.given)?;
    let (mut shown, view) = unshown(made, None);
    let prepared = prepare(view);
    let given = Given { templates: prepared.templates(), language: prepared.language.clone(), stamps: prepared.stamps() };
    show(&mut shown, &given, input.look.as_ref(), last, |look| render::page(look, prepared));
    Some(shown)
}

/// The pages of a build after which nothing is remembered: what each holds is put on `shelf` as soon as it is made, and what it was made from goes.
pub(super) fn pages_on(shelf: &dyn Shelf, pages: Vec<((PagePath, PageId), PageInput)>) -> Vec<Shown> {
    let show = |((_, id), input): ((PagePath, PageId), PageInput)| {
        if !input.is_here {
            let (path, origin) = page::place(&id, &input.given)?;
            return Some(elsewhere(path, origin, input.look.as_ref()));
        }
        let (mut shown, view) = unshown(page::make(&id, &input.given)?, Some(shelf));
        shown.is_valid = input.look.is_some();
        if let Some(look) = input.look {
            let path = shown.path.as_ref();
            let put = |html: String| path.map_or(Content::Held(Arc::default()), |path| Content::on(Some(shelf), path, html.into_bytes()));
            shown.made = Some(Made { html: render::page(&look, prepare(view)).map(put), stamps: Box::default(), look });
            shown.ran = Ran::First;
        }
        Some(shown)
    };
    pages.into_par_iter().filter_map(show).collect()
}

/// A page that another shard makes: it has its place, and nothing else is known of it.
fn elsewhere(path: Option<OutputPath>, origin: Span, look: Option<&Same<Look>>) -> Shown {
    let made = look.map(|look| Made { html: Ok(Content::Elsewhere), stamps: Box::default(), look: look.clone() });
    Shown { path, origin, tables: Arc::default(), problems: Arc::default(), is_valid: made.is_some(), made, ran: Ran::Not }
}

/// The files that come with pages which other shards make: where they lie.
pub(super) fn downloads_elsewhere(pages: &[(PageId, PageGiven)]) -> Vec<(OutputPath, File)> {
    let file = |(path, _, span): (OutputPath, Vec<u8>, Span)| (path, File { content: Content::Elsewhere, origin: Origin::Source(span) });
    pages.par_iter().filter_map(|(id, given)| page::make(id, given)).flat_map_iter(|made| made.tables.into_iter().map(file)).collect()
}

/// A page whose template did not run yet, and what that is to be given.
fn unshown(made: page::Made, shelf: Option<&dyn Shelf>) -> (Shown, View) {
    let file = |(path, bytes, span): (OutputPath, Vec<u8>, Span)| {
        let content = Content::on(shelf, &path, bytes);
        (path, content, span)
    };
    let tables = Arc::new(made.tables.into_iter().map(file).collect());
    let shown = Shown { path: made.path, origin: made.origin, tables, problems: Arc::new(made.problems), made: None, is_valid: false, ran: Ran::Not };
    (shown, made.view)
}

/// A page at an old address.
pub(super) fn redirect(_: &String, input: &RedirectInput, last: Option<&Shown>) -> Shown {
    let page::redirects::Redirection { path, view, place } = &input.redirection;
    if !input.is_here {
        return elsewhere(Some(path.clone()), place.clone(), input.look.as_ref());
    }
    let given = Given { templates: [REDIRECT.to_owned()].into(), language: view.language.clone(), stamps: vec![("redirect".to_owned(), Stamp::of(view))] };
    let (tables, problems) = (Arc::default(), Arc::default());
    let mut shown = Shown { path: Some(path.clone()), origin: place.clone(), tables, problems, made: None, is_valid: false, ran: Ran::Not };
    show(&mut shown, &given, input.look.as_ref(), last, |look| render::redirect(look, view));
    shown
}

/// What a page is shown by: the templates, and the stamps of what they are given.
struct Given {
    templates: BTreeSet<String>,
    language: String,
    stamps: Stamps,
}

/// Fills in what the template makes: that of the last time if it is given the same in a look that shows it alike. Without a theme
/// the last is kept, for the time when there is one again.
fn show(shown: &mut Shown, given: &Given, look: Option<&Same<Look>>, last: Option<&Shown>, render: impl FnOnce(&Look) -> Result<String, Problem>) {
    let last = last.and_then(|last| last.made.as_ref());
    shown.is_valid = look.is_some();
    let Some(look) = look else {
        shown.made = last.cloned();
        return;
    };
    let differing = last.map(|last| differing(last, given, look));
    if let Some(last) = last.filter(|_| differing.as_ref().is_some_and(Vec::is_empty)) {
        shown.made = Some(Made { look: look.clone(), ..last.clone() });
        return;
    }
    shown.ran = differing.map_or(Ran::First, Ran::Again);
    let html = render(look).map(|html| Content::Held(html.into_bytes().into()));
    shown.made = Some(Made { html, stamps: given.stamps.iter().map(|(_, stamp)| *stamp).collect(), look: look.clone() });
}

/// The names of what differs from what the page was shown by the last time.
fn differing(last: &Made, given: &Given, look: &Same<Look>) -> Vec<String> {
    let is_same_kind = last.stamps.len() == given.stamps.len();
    let stamps = given.stamps.iter().enumerate();
    let mut names: Vec<String> =
        stamps.filter(|(at, (_, stamp))| !is_same_kind || last.stamps.get(*at) != Some(stamp)).map(|(_, (name, _))| name.clone()).collect();
    if last.look != *look {
        let [before, now] = [&last.look, look].map(|look| look.stamps_for(&given.templates, &given.language));
        names.extend(stamp::differing(&before, &now).into_iter().map(str::to_owned));
    }
    names
}

pub(super) fn names(names: &Names) -> (Arc<BTreeSet<SourcePath>>, Found) {
    let unfit = page::with_unfit_names(&names.site, &names.copied).cloned().collect();
    let mut problems = page::check_names(&names.site, &names.copied);
    problems.extend(check::active_files(&names.copied));
    (Arc::new(unfit), Arc::new(problems))
}

pub(super) fn plan(paths: &Arc<Vec<OutputPath>>) -> Arc<Plan> {
    Arc::new(Plan::new(paths))
}

pub(super) fn ground(input: &GroundInput) -> Arc<Ground> {
    let published = input.meant.plan.paths().chain(&input.meant.not_shown).cloned().collect();
    Arc::new(Ground::new(&input.site, input.files.clone(), Arc::new(published)))
}

pub(super) fn page_checks(_: &SourcePath, subject: &Subject) -> Found {
    Arc::new(check::page(subject))
}

pub(super) fn links(_: &SourcePath, input: &LinkInput) -> Found {
    links_of_site(input)
}

pub(super) fn links_of_site(input: &LinkInput) -> Found {
    Arc::new(check::links(&input.mentions, &input.ground))
}

pub(super) fn fragments(_: &SourcePath, input: &FragmentInput) -> Found {
    fragments_of_site(input)
}

pub(super) fn fragments_of_site(input: &FragmentInput) -> Found {
    Arc::new(check::fragments(&input.mentions, &input.anchors))
}

pub(super) fn contradictions(all: &AllFigures) -> Found {
    Arc::new(check::figures(all))
}

pub(super) fn ages(all: &Ages) -> (Found, Arc<BTreeSet<TooOld>>) {
    let (problems, too_old) = check::ages(all);
    (Arc::new(problems), Arc::new(too_old))
}

pub(super) fn resources(input: &ResourceInput) -> Found {
    Arc::new(check::resources(&input.site.resources, &input.site.given.heads, &input.data))
}

pub(super) fn svg(path: &SourcePath, bytes: &Arc<[u8]>) -> Found {
    Arc::new(check::active_svg(path, bytes).into_iter().collect())
}
