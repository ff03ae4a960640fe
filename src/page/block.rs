//! Blocks with everything resolved that they show, and what the front matter says where a block is silent.

use std::collections::BTreeSet;
use std::ops::Range;

use super::figure::{self, Notes, without_notes};
use super::figure_block::GuideRow;
use super::given::Given;
use super::image::{self, Fetched};
use super::markup::plain;
use super::table;
use super::view::{
    BlockView, CorrectionView, CtaView, FaqView, FieldView, FigureView, FiguresView, Html, JobSearchView, NoteView, QuestionView, QuickFactsView,
    ResourcesBlockView, StepView, StepsView, TableView, ThemeBlockView,
};
use super::{credentials, data_table, figure_block, glance, link, resources, source};
use crate::day::Day;
use crate::figures::Absent;
use crate::guide::body::{Block, BlockKind, By, FigureBlock, Fragment, ImageSource, Link, Shows, Step, Table, Target, escaped, fragment, has_figures, phrase};
use crate::guide::front_matter::{Cta, CtaKind, Disclosure, Field, JobSearch, Question, Resource, ResourceKind};
use crate::guide::{Manuscript, Rules};
use crate::problem::{Code, Problem};
use crate::site::{Page, place};
use crate::slug::slug;
use crate::source::{Span, Text};
use crate::yaml;

/// One page while its blocks are shown.
pub(super) struct Blocks<'a> {
    given: &'a Given,
    page: &'a Page,
    manuscript: &'a Manuscript,
    ids: BTreeSet<String>,
    /// The tables of the page so far, as their CSV files have them.
    pub(super) tables: Vec<Table>,
    /// What is wrong with its blocks.
    pub(super) problems: Vec<Problem>,
    /// The notes of its figures.
    pub(super) notes: Notes,
    /// What must be disclosed because a call to action is paid.
    pub(super) paid: BTreeSet<Disclosure>,
    /// Which parts of the front matter a block has printed.
    pub(super) printed: Printed,
    /// Whether an image was shown.
    has_image: bool,
}

/// Parts of the front matter that a block of the text has printed.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one part whether a block printed it")]
pub(super) struct Printed {
    pub(super) cta: bool,
    pub(super) job_search: bool,
    pub(super) faq: bool,
    pub(super) credentials: bool,
    pub(super) all_resources: bool,
    pub(super) resources: BTreeSet<ResourceKind>,
    pub(super) similar: bool,
    /// That half earn more than a median.
    pub(super) median: bool,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(given: &'a Given, page: &'a Page, manuscript: &'a Manuscript) -> Self {
        let ids = manuscript.body.anchors.clone();
        Self {
            given,
            page,
            manuscript,
            ids,
            tables: Vec::new(),
            problems: Vec::new(),
            notes: Notes::default(),
            paid: BTreeSet::new(),
            printed: Printed::default(),
            has_image: false,
        }
    }

    /// When the image that stands at `range` is fetched: the first at once, if it stands above the first section.
    pub(super) fn fetched(&mut self, range: &Range<usize>) -> Fetched {
        let is_first = !std::mem::replace(&mut self.has_image, true);
        let is_above = self.manuscript.body.headings.first().is_none_or(|heading| range.start < heading.range.start);
        if is_first && is_above { Fetched::AtOnce } else { Fetched::Lazily }
    }

    /// The view of a block; `None` if it has nothing to show, or names what is not there.
    pub(super) fn block(&mut self, block: &Block) -> Option<BlockView> {
        let manuscript = self.manuscript;
        let front = &manuscript.head.front;
        match &block.kind {
            BlockKind::Cta(own) => {
                self.printed.cta |= own.is_none();
                let cta = own.as_ref().or(front.cta.as_ref())?;
                self.cta(cta, || manuscript.text.span(block.range.clone())).map(BlockView::Cta)
            }
            BlockKind::JobSearch(own) => {
                self.printed.job_search |= own.is_none();
                let form = own.as_ref().or(front.job_search.as_ref()).or(self.given.shared.config.job_search.as_ref())?;
                self.job_search(form).map(BlockView::JobSearch)
            }
            BlockKind::Faq(own) if own.is_empty() => {
                self.printed.faq = true;
                self.faq().map(BlockView::Faq)
            }
            BlockKind::Faq(own) => questions(own, |answer| self.filled(answer)).map(BlockView::Faq),
            BlockKind::Steps(steps) => {
                let step = |it: &Step| StepView { title: it.title.clone(), body_html: Html(self.filled(it.html.as_deref().unwrap_or_default())) };
                Some(BlockView::Steps(StepsView { steps: steps.iter().map(step).collect() }))
            }
            BlockKind::Resources { kind, intro } => {
                match kind {
                    Some(kind) => {
                        self.printed.resources.insert(*kind);
                    }
                    None => self.printed.all_resources = true,
                }
                let intro = intro.as_deref().map(|intro| self.filled(intro));
                self.resources(|it| kind.is_none_or(|kind| of_kind(it) == kind), intro).map(BlockView::Resources)
            }
            BlockKind::Credentials { caption } => {
                self.printed.credentials = true;
                self.credentials(caption.clone()).map(BlockView::Table)
            }
            BlockKind::DataTable { id, file, .. } => {
                let mut table = data_table::table(self.given, manuscript, block, &mut self.problems)?;
                let stem = file.file_name().split('.').next().map(slug).filter(|stem| !stem.is_empty());
                table.id = id.clone().unwrap_or_else(|| self.free_id(&stem.unwrap_or_else(|| "table".to_owned())));
                Some(BlockView::Table(self.table(table)))
            }
            BlockKind::Figure { src, alt, caption, credit, .. } => {
                let picture = self.given.picture(src);
                let size = picture.and_then(|it| it.size);
                let fetched = self.fetched(&block.range);
                let copies = if let ImageSource::File(file) = src { picture.map(|it| image::copies(file, it)) } else { None };
                Some(BlockView::Figure(FigureView {
                    src: image::path(src),
                    alt: alt.clone(),
                    width: size.map(|it| it.width),
                    height: size.map(|it| it.height),
                    copies: copies.unwrap_or_default(),
                    sizes: fetched.sizes(),
                    is_lazy: fetched == Fetched::Lazily,
                    caption_html: caption.as_deref().map(|caption| Html(self.filled(caption))),
                    credit_html: credit.as_deref().map(|credit| Html(self.filled(credit))),
                }))
            }
            BlockKind::Figures(block) if block.shows == Shows::QuickFacts => self.quick_facts(block),
            BlockKind::Figures(block) => self.figures(block).map(|view| BlockView::Figures(Box::new(view))),
            BlockKind::Theme { name, parameters } => Some(BlockView::Theme(ThemeBlockView { name: name.clone(), parameters: parameters.clone() })),
        }
    }

    /// The panel of the guide; without anything to show that is told.
    fn quick_facts(&mut self, block: &FigureBlock) -> Option<BlockView> {
        let rows = glance::of_guide(self.given, &self.page.head.front, &mut self.notes);
        if rows.is_empty() {
            let help = "write `soc` under `occupation`, or `facts`, in the front matter";
            self.tell(block, &Absent::new("there are no facts of an occupation on this page", help));
            return None;
        }
        self.printed.median |= rows.iter().any(|row| row.key == "pay");
        Some(BlockView::QuickFacts(QuickFactsView { rows }))
    }

    /// Figures of occupations; without any that is told.
    fn figures(&mut self, block: &FigureBlock) -> Option<FiguresView> {
        let id = block.id.clone().unwrap_or_else(|| self.free_id(figure_block::wish(block)));
        match figure_block::shown(self.given, &mut self.notes, block, &id, self.printed.median) {
            Ok(shown) => {
                let missing: Vec<Problem> = shown.missing.iter().map(|at| self.no_row(block, *at)).collect();
                self.problems.extend(missing);
                self.printed.median |= shown.has_median;
                self.printed.similar |= block.shows == Shows::Similar;
                let table = TableView { chart_html: shown.chart.map(Html), ..self.table(shown.table) };
                Some(FiguresView { name: figure_block::name(block).to_owned(), lead_html: shown.lead.map(Html), table })
            }
            Err(absent) => {
                self.tell(block, &absent);
                None
            }
        }
    }

    /// A row that a block names and nobody has: left out in silence it would be missed by no one.
    fn no_row(&self, block: &FigureBlock, at: usize) -> Problem {
        let text = &self.manuscript.text;
        let name = block.only.get(at).map_or("", String::as_str);
        let place = yaml::locate(text, block.yaml.clone(), &["only", &at.to_string()]);
        let (what, file) = if block.shows == Shows::Pay(By::Area) { ("area", "areas") } else { ("industry", "industries") };
        let help = format!("name it by its id in content/_data/{file}.yaml or by the publisher's code, or leave it out");
        Problem::new(Code::UnknownFact, text.span(place), format!("there is no pay for the {what} `{name}`")).help(help)
    }

    fn tell(&mut self, block: &FigureBlock, absent: &Absent) {
        let span = self.manuscript.text.span(block.head.clone());
        self.problems.push(absent.at(span));
    }

    /// The lines that the licences of the page's sources ask for, each once: those of its figures and of its tables.
    pub(super) fn credits(&self, notes: &[NoteView]) -> Vec<String> {
        figure::credits(self.given.words(), &self.given.shared.registry, notes, self.tables.iter())
    }

    /// HTML of the text with its figures filled in.
    pub(super) fn filled(&mut self, html: &str) -> String {
        self.notes.fill(self.given, html, &self.manuscript.body.figures)
    }

    /// The view of a table, whose CSV file is kept.
    pub(super) fn table(&mut self, mut table: Table) -> TableView {
        self.fill(&mut table);
        let source = table.source.as_deref().and_then(|id| source::view(&self.given.voice, &self.given.shared.registry, id));
        let view = table::view(&table, &self.page.address, source);
        self.tables.push(table);
        view
    }

    fn fill(&mut self, table: &mut Table) {
        let texts = table.caption.iter_mut().chain(&mut table.note).chain(table.columns.iter_mut().map(|column| &mut column.html));
        for html in texts {
            *html = self.filled(html);
        }
        for cell in table.rows.iter_mut().flatten().filter(|cell| has_figures(&cell.html)) {
            let fact = figure::alone(self.given, &cell.html, &self.manuscript.body.figures);
            cell.bounds = fact.map(|fact| figure::bounds(fact.value())).unwrap_or_default();
            if let Some(fact) = fact.filter(|_| cell.text.is_empty()) {
                cell.text = self.given.voice.in_sentence(fact);
                cell.number = fact.value().exact().map(|number| number.to_string());
            }
            cell.html = self.notes.fill_cell(self.given, &cell.html, &self.manuscript.body.figures, table.source.as_deref());
        }
    }

    /// A call to action; `None` if it lacks what it needs, which has been reported when it was read.
    pub(super) fn cta(&mut self, cta: &Cta, place: impl FnOnce() -> Span) -> Option<CtaView> {
        let path = link::path(&self.given.shared, self.page, cta.url.as_deref()?, place, &mut self.problems)?;
        let (kind, rel, paid) = match cta.kind.unwrap_or_default() {
            CtaKind::Own => ("own", "", None),
            CtaKind::Affiliate => ("affiliate", resources::PAID_REL, Some(Disclosure::Affiliate)),
            CtaKind::Sponsored => ("sponsored", resources::PAID_REL, Some(Disclosure::Sponsored)),
        };
        self.paid.extend(paid);
        Some(CtaView { text: cta.text.clone()?, label: cta.label.clone()?, path, kind: kind.to_owned(), rel: rel.to_owned() })
    }

    /// The call to action of the front matter.
    pub(super) fn own_cta(&mut self) -> Option<CtaView> {
        let cta = self.page.head.front.cta.as_ref()?;
        self.cta(cta, || place::of(&self.page.head, &["cta", "url"]))
    }

    /// A job-search form, asking for the page's occupation unless it says otherwise.
    pub(super) fn job_search(&mut self, form: &JobSearch) -> Option<JobSearchView> {
        let occupation = self.page.head.front.occupation.as_ref().and_then(|it| it.name.clone());
        let what = self.field(form.what.as_ref()?, "job-search-what", occupation)?;
        let place = form.place.as_ref().and_then(|place| self.field(place, "job-search-where", None));
        let (title, button) = (form.title.clone(), form.button.clone());
        Some(JobSearchView { title, provider: form.provider.clone()?, action: form.action.clone()?, what, place, button })
    }

    fn field(&mut self, field: &Field, id: &str, value: Option<String>) -> Option<FieldView> {
        Some(FieldView {
            id: self.free_id(id),
            label: field.label.clone()?,
            name: field.name.clone()?,
            value: field.value.clone().or(value).unwrap_or_default(),
            placeholder: field.placeholder.clone().unwrap_or_default(),
        })
    }

    /// The questions of the front matter.
    pub(super) fn faq(&mut self) -> Option<FaqView> {
        let manuscript = self.manuscript;
        let given = manuscript.head.front.faq.iter().flatten().enumerate();
        let answer = |(at, it): (usize, &Question)| Some((it.q.clone(), self.of_front_matter(fragment, it.a.as_deref()?, &["faq", &at.to_string(), "a"])));
        let answers: Vec<(Option<String>, Fragment)> = given.filter_map(answer).collect();
        let question = |(question, read): (Option<String>, Fragment)| {
            Some(QuestionView { question: question?, answer_html: Html(self.notes.fill(self.given, &read.html, &read.figures)) })
        };
        let questions: Vec<QuestionView> = answers.into_iter().filter_map(question).collect();
        (!questions.is_empty()).then_some(FaqView { questions })
    }

    /// The corrections, newest first.
    pub(super) fn corrections(&mut self) -> Vec<CorrectionView> {
        let manuscript = self.manuscript;
        let given = manuscript.head.front.corrections.iter().flatten().enumerate();
        let mut dated: Vec<_> = given.filter_map(|(at, it)| Some((it.on?, at, it.text.as_deref()?))).collect();
        dated.sort_by_key(|(on, ..)| std::cmp::Reverse(*on));
        let shown = |(on, at, text): (Day, usize, &str)| {
            let read = self.of_front_matter(phrase, text, &["corrections", &at.to_string(), "text"]);
            let html = self.notes.fill(self.given, &read.html, &read.figures);
            CorrectionView { on: self.given.voice.day(on), text: plain(&without_notes(&html)), text_html: Html(html) }
        };
        dated.into_iter().map(shown).collect()
    }

    /// Markdown that stands at `keys` of the front matter, as `read` reads it; what is wrong with it is told.
    fn of_front_matter(&mut self, read: fn(&Text, Range<usize>, &str, &Rules) -> Fragment, markdown: &str, keys: &[&str]) -> Fragment {
        let manuscript = self.manuscript;
        let at = |range: Range<usize>| read(&manuscript.text, range, markdown, &self.given.shared.rules);
        let found = at(manuscript.head.range.clone());
        let pages = &self.given.shared.pages;
        let is_dead = |link: &Link| matches!(&link.target, Target::Page(path, _) if !pages.contains_key(path));
        // The place costs a second reading of the front matter, so only a text with a problem asks for it.
        if !found.problems.is_empty() || found.links.iter().any(is_dead) {
            let place = place::of(&manuscript.head, keys);
            let again = at(place.start..place.end);
            let dead: Vec<Problem> = again.links.iter().filter_map(|link| self.dead_link(link)).collect();
            self.problems.extend(again.problems.into_iter().chain(dead));
        }
        found
    }

    /// What is wrong with a link in the front matter, called as in the text of a page.
    fn dead_link(&self, link: &Link) -> Option<Problem> {
        let Target::Page(path, _) = &link.target else { return None };
        let missing = link::missing(&self.given.shared, path, || self.manuscript.text.span(link.range.clone()))?;
        let code = if missing.code == Code::PageHeldBack { Code::LinkToHeldBackPage } else { Code::LinkToMissingPage };
        Some(Problem { code, level: code.level(), ..missing })
    }

    /// The page's resources that `wanted` chooses.
    pub(super) fn resources(&self, wanted: impl Fn(&Resource) -> bool, intro: Option<String>) -> Option<ResourcesBlockView> {
        let resources: Vec<&Resource> = self.page.resources.iter().filter(|it| wanted(it)).collect();
        let groups = resources::groups(self.given.words(), resources.iter().map(|it| (*it, Vec::new())));
        (!groups.is_empty()).then_some(ResourcesBlockView { intro_html: intro.map(Html), groups })
    }

    /// The resources that no block has printed.
    pub(super) fn resources_left(&self) -> Option<ResourcesBlockView> {
        if self.printed.all_resources {
            return None;
        }
        self.resources(|it| !self.printed.resources.contains(&of_kind(it)), None)
    }

    /// The credentials of the front matter as a table.
    pub(super) fn credentials(&mut self, caption: Option<String>) -> Option<TableView> {
        let credentials = self.page.head.front.credentials.as_deref().unwrap_or_default();
        let name = self.page.head.front.occupation.as_ref().and_then(|it| it.name.as_deref()).unwrap_or(&self.page.title);
        let caption = caption.unwrap_or_else(|| escaped(&self.given.words().credentials_of.with(&[("occupation", name)])));
        let table = credentials::table(self.given.words(), credentials, Some(caption), String::new())?;
        let id = self.free_id("credentials");
        Some(self.table(Table { id, ..table }))
    }

    /// The guides of a section side by side.
    pub(super) fn guides(&mut self, guides: Vec<GuideRow>) -> Option<TableView> {
        let table = figure_block::table_of_guides(self.given, &mut self.notes, guides)?;
        let id = self.free_id(&table.id);
        Some(self.table(Table { id, ..table }))
    }

    /// `wish`, or `wish-2` ... if something of the page has that id.
    fn free_id(&mut self, wish: &str) -> String {
        let mut id = wish.to_owned();
        let mut number = 2_usize;
        while !self.ids.insert(id.clone()) {
            id = format!("{wish}-{number}");
            number += 1;
        }
        id
    }
}

fn of_kind(resource: &Resource) -> ResourceKind {
    resource.kind.unwrap_or(ResourceKind::Other)
}

fn questions(questions: &[Question], mut answer: impl FnMut(&str) -> String) -> Option<FaqView> {
    let question = |it: &Question| Some(QuestionView { question: it.q.clone()?, answer_html: Html(answer(it.a.as_deref()?)) });
    let questions: Vec<QuestionView> = questions.iter().filter_map(question).collect();
    (!questions.is_empty()).then_some(FaqView { questions })
}
