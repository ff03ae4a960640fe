//! The checks, each kind asked only where what it looks at differs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answers::{Parsed, ParsedPage};
use super::given::{FragmentInput, LinkInput, PageFile, ResourceInput};
use super::memory::ChecksMemory;
use super::part::Part;
use super::stages;
use crate::check::{self, Ages, AllAnchors, AllFigures, Ground, Mentions, Subject, TooOld};
use crate::figures::OfSite;
use crate::memory::Entry;
use crate::page::{Contents, Pictures};
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::{SourcePath, Sources};

/// What is checked.
pub(super) struct Checked<'a> {
    pub(super) sources: &'a Sources,
    /// The files of `content/_data`.
    pub(super) data: &'a Sources,
    pub(super) site: &'a Arc<Site>,
    pub(super) parsed: &'a [Entry<SourcePath, PageFile, Parsed>],
    pub(super) contents: &'a Contents,
    pub(super) pictures: &'a Pictures,
    pub(super) figures: &'a Arc<OfSite>,
    pub(super) ground: Arc<Ground>,
    pub(super) part: Part,
}

/// A published page with its file.
type Pair<'a> = (&'a SourcePath, &'a ParsedPage);

impl Checked<'_> {
    /// What the checks find in the pages of this part, each by itself.
    pub(super) fn of_pages(&self, memory: &mut ChecksMemory) -> Vec<Problem> {
        let pages = self.pages();
        let own: Vec<Pair> = pages.iter().copied().filter(|it| self.is_here(it)).collect();
        let is_reviewed = self.site.is_reviewed();
        let found = memory.pages.answers(own.iter().map(|it| self.subject(it, is_reviewed)).collect(), stages::page_checks);
        let mut problems: Vec<Problem> = found.iter().flat_map(|it| it.answer.iter()).cloned().collect();
        let found = memory.links.answers(own.iter().map(|(path, it)| ((*path).clone(), self.link(&it.mentions))).collect(), stages::links);
        problems.extend(found.iter().flat_map(|it| it.answer.iter()).cloned());
        let anchors = memory.anchors.settle(Arc::new(self.anchors(&pages)));
        let to_fragment = |mentions: &Arc<_>| FragmentInput { mentions: Arc::clone(mentions), anchors: (&anchors).into() };
        let found = memory.fragments.answers(own.iter().map(|(path, it)| ((*path).clone(), to_fragment(&it.mentions))).collect(), stages::fragments);
        problems.extend(found.iter().flat_map(|it| it.answer.iter()).cloned());
        problems
    }

    /// What they find in the site, and the figures that are too old.
    pub(super) fn of_site(&self, memory: &mut ChecksMemory) -> (Vec<Problem>, Arc<BTreeSet<TooOld>>) {
        let pages = self.pages();
        let mut problems: Vec<Problem> = check::settings(&self.site.given.config, &self.ground).into_iter().collect();
        let of_site = memory.mentions_of_site.settle(Arc::new(self.mentions_of_site()));
        problems.extend(memory.links_of_site.answer(self.link(&of_site), stages::links_of_site).iter().cloned());
        let anchors = memory.anchors.settle(Arc::new(self.anchors(&pages)));
        let in_site = FragmentInput { mentions: of_site, anchors: (&anchors).into() };
        problems.extend(memory.fragments_of_site.answer(in_site, stages::fragments_of_site).iter().cloned());

        problems.extend(memory.contradictions.answer(self.all_figures(&pages), stages::contradictions).iter().cloned());
        let given = &self.site.given;
        let ages = Ages { figures: self.figures.into(), registry: (&given.registry).into(), config: (&given.config).into(), as_of: given.as_of };
        let (found, too_old) = memory.ages.answer(ages, stages::ages);
        problems.extend(found.iter().cloned());
        problems.extend(memory.resources.answer(ResourceInput { site: self.site.into(), data: self.data.clone() }, stages::resources).iter().cloned());
        let found = memory.svgs.answers(self.svgs(), stages::svg);
        problems.extend(found.iter().flat_map(|it| it.answer.iter()).cloned());
        (problems, too_old)
    }

    /// Whether a link of this part, or of the menus and data files, leads to nothing that is known. It may lead to a download of a page that
    /// another shard makes.
    pub(super) fn has_dead_links(&self) -> bool {
        let pages = self.pages();
        let own = pages.iter().filter(|it| self.is_here(it)).map(|(_, it)| &it.mentions);
        let of_site = Arc::new(self.mentions_of_site());
        let is_dead = |it: &Problem| matches!(it.code, Code::MissingFile | Code::LinkToMissingAddress);
        own.chain([&of_site]).any(|mentions| check::links(mentions, &self.ground).iter().any(is_dead))
    }

    fn is_here(&self, (path, _): &Pair) -> bool {
        self.site.pages.get(*path).is_some_and(|page| self.part.has_author_page(page))
    }

    fn link(&self, mentions: &Arc<Mentions>) -> LinkInput {
        LinkInput { mentions: mentions.clone(), ground: (&self.ground).into() }
    }

    /// The published pages, each with its file; both lists are sorted.
    fn pages(&self) -> Vec<Pair<'_>> {
        let mut parsed = self.parsed.iter().peekable();
        let mut pages = Vec::with_capacity(self.site.pages.len());
        for path in self.site.pages.keys() {
            while parsed.next_if(|it| it.key < *path).is_some() {}
            let entry = parsed.next_if(|it| it.key == *path);
            pages.extend(entry.and_then(|it| Some((path, it.answer.page.as_ref()?))));
        }
        pages
    }

    fn subject(&self, (path, parsed): &Pair, others_are_reviewed: bool) -> (SourcePath, Subject) {
        let given = &self.site.given;
        let subject = Subject {
            manuscript: parsed.manuscript.clone(),
            figures: self.figures.get(*path).cloned().unwrap_or_default(),
            config: (&given.config).into(),
            registry: (&given.registry).into(),
            as_of: given.as_of,
            others_are_reviewed,
            pictures: parsed.manuscript.body.shows.iter().filter_map(|file| Some((file.clone(), self.pictures.get(file)?.clone()))).collect(),
            tables: parsed.manuscript.body.shows.iter().filter_map(|file| Some((file.clone(), self.contents.csv.get(file)?.clone()))).collect(),
        };
        ((*path).clone(), subject)
    }

    /// The figures of all pages, with the front matter of those that write some down.
    fn all_figures(&self, pages: &[Pair]) -> AllFigures {
        let writes_some = |path: &SourcePath| self.figures.get(path).is_some_and(|figures| !figures.own.is_empty());
        let own = pages.iter().filter(|(path, _)| writes_some(path));
        AllFigures { figures: self.figures.into(), heads: own.map(|(path, it)| ((*path).clone(), it.manuscript.head.clone())).collect() }
    }

    fn anchors(&self, pages: &[Pair]) -> AllAnchors {
        AllAnchors { pages: pages.iter().map(|(path, it)| ((*path).clone(), it.anchors.clone())).collect(), addresses: self.site.addresses.clone() }
    }

    /// What menus and data files lead to.
    fn mentions_of_site(&self) -> Mentions {
        let given = &self.site.given;
        let settings = SourcePath::settings();
        let mut sources = self.data.clone();
        sources.files.extend(self.sources.get(&settings).map(|bytes| (settings, bytes.clone())));
        Mentions::of_site(&given.config, &given.registry, sources)
    }

    /// The images that may hold programs: those beside the pages, and those of `static/`.
    fn svgs(&self) -> Vec<(SourcePath, Arc<[u8]>)> {
        let of_owner = self.sources.below("static");
        let files = self.contents.files.iter().chain(of_owner).filter(|(path, _)| path.has_extension("svg"));
        files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    }
}
