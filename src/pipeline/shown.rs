//! All pages as they were shown, those at old addresses behind the others.

use super::answers::{Ran, Shown};
use super::given::{PageInput, RedirectInput};
use crate::memory::Entry;
use crate::output::{File, Origin, OutputPath};
use crate::page::PageId;
use crate::problem::Problem;
use crate::render;
use crate::source::PagePath;

/// A page whose template ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Where it is published.
    pub path: OutputPath,
    /// What differed since its template ran before, by name (`page.title`, `guide.similar`, `templates/base.html`); `None` the
    /// first time.
    pub because: Option<Vec<String>>,
}

/// All pages.
pub(super) struct AllShown<'a> {
    /// Each with whether it was shown in this build, rather than remembered.
    pages: Vec<(&'a Shown, bool)>,
    redirects: Vec<(&'a Shown, bool)>,
}

pub(super) fn all<'a>(pages: Vec<(&'a Shown, bool)>, redirects: &'a [Entry<String, RedirectInput, Shown>]) -> AllShown<'a> {
    AllShown { pages, redirects: redirects.iter().map(|it| (&it.answer, it.is_fresh)).collect() }
}

/// The pages that are remembered from one build to the next.
pub(super) fn remembered(pages: &[Entry<(PagePath, PageId), PageInput, Option<Shown>>]) -> Vec<(&Shown, bool)> {
    pages.iter().filter_map(|it| Some((it.answer.as_ref()?, it.is_fresh))).collect()
}

impl<'a> AllShown<'a> {
    fn each(&self) -> impl Iterator<Item = (&'a Shown, bool)> {
        self.pages.iter().chain(&self.redirects).copied()
    }

    /// What is wrong with what pages show, and with showing them.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self.pages.iter().flat_map(|(it, _)| it.problems.iter()).cloned().collect();
        problems.extend(render::once_each(self.each().filter_map(|(it, _)| it.html()?.as_ref().err().cloned())));
        problems
    }

    /// The CSV files of their tables.
    pub(super) fn tables(&self) -> impl Iterator<Item = (OutputPath, File)> {
        let tables = self.pages.iter().flat_map(|(it, _)| it.tables.iter());
        tables.map(|(path, content, span)| (path.clone(), File { content: content.clone(), origin: Origin::Source(span.clone()) }))
    }

    /// The pages themselves.
    pub(super) fn pages(&self) -> impl Iterator<Item = (OutputPath, File)> {
        self.each().filter_map(|(it, _)| {
            let Some(Ok(html)) = it.html() else { return None };
            Some((it.path.clone()?, File { content: html.clone(), origin: Origin::Source(it.origin.clone()) }))
        })
    }

    /// The paths of pages that the theme could not show.
    pub(super) fn not_shown(&self) -> Vec<OutputPath> {
        self.pages.iter().filter(|(it, _)| !matches!(it.html(), Some(Ok(_)))).filter_map(|(it, _)| it.path.clone()).collect()
    }

    /// How many have an address, those at old addresses and those that other shards make not counted.
    pub(super) fn page_count(&self) -> usize {
        self.pages.iter().filter(|(it, _)| it.path.is_some() && !it.is_elsewhere()).count()
    }

    /// Those whose templates ran in this build, sorted by path.
    pub(super) fn rendered(&self) -> Vec<Rendered> {
        let fresh = self.each().filter(|(_, is_fresh)| *is_fresh);
        let mut rendered: Vec<Rendered> = fresh
            .filter_map(|(it, _)| {
                let because = match &it.ran {
                    Ran::Not => return None,
                    Ran::First => None,
                    Ran::Again(names) => Some(names.clone()),
                };
                Some(Rendered { path: it.path.clone()?, because })
            })
            .collect();
        rendered.sort_by(|left, right| left.path.cmp(&right.path));
        rendered
    }
}
