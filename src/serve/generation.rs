//! What the preview shows: the last good site, and the problems of the last build. A generation is whole and never changes;
//! every request is answered from one of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::mark::{self, Mark};
use super::problems;
use super::reason::{Reason, Reasons};
use crate::output::{Output, OutputPath};
use crate::problem::Report;
use crate::settings::Config;
use crate::source::Sources;

/// A site and what is to be said about it, as of one build.
#[derive(Debug, Default)]
pub(super) struct Generation {
    /// Counts up by one with everything that changes.
    pub(super) number: u64,
    /// The last good site; none until a build has succeeded.
    pub(super) site: Option<Arc<Site>>,
    /// The problems, for the client.
    pub(super) problems: Value,
    /// Why each page was rendered.
    pub(super) reasons: Arc<Reasons>,
}

/// A site that can be shown.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) output: Output,
    /// Path below which the site will be published, such as `guides/`; empty at the root of its host.
    pub(super) base: String,
    /// For every file that changed since the preview began, the generation in which it last did.
    pub(super) changed: BTreeMap<OutputPath, u64>,
}

/// A generation to be shown, and what is new in it.
#[derive(Debug)]
pub struct Shown {
    pub(super) generation: Arc<Generation>,
    /// Published files that differ from the last good site: new, changed or gone. All of them the first time.
    pub changed: Vec<OutputPath>,
    /// How many of those are gone.
    pub gone: usize,
    /// Whether the site was replaced; otherwise the last good one stays.
    pub is_good: bool,
    /// Whether there is a site to show at all.
    pub has_site: bool,
    /// Whether anything is new at all, problems included.
    pub is_new: bool,
}

/// The preview's memory from one build to the next.
#[derive(Debug)]
pub struct Preview {
    root: PathBuf,
    current: Arc<Generation>,
    reasons: Arc<Reasons>,
    marks: Vec<Mark>,
}

impl Preview {
    /// The preview of the project at `root`, which must be absolute for links to an editor.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), current: Arc::default(), reasons: Arc::default(), marks: Vec::new() }
    }

    /// Takes in a build: its site if there are no errors, its problems in any case. `texts` are the files that problems
    /// point into: those of `sources` and of the built-in theme.
    pub fn take(&mut self, output: Output, report: &Report, config: &Config, sources: &Sources, texts: &Sources) -> Shown {
        let problems = problems::document(report, texts, sources, config.editor.as_ref(), &self.root);
        let problems = mark::with_marks(problems, &self.marks);
        let is_good = !report.has_errors();
        let number = self.current.number + 1;
        let before = self.current.site.as_deref();
        let changed = match before {
            _ if !is_good => Vec::new(),
            Some(before) => output.differences(&before.output),
            None => output.files().map(|(path, _)| path.clone()).collect(),
        };
        let gone = changed.iter().filter(|path| output.get(path).is_none()).count();
        let base = url::Url::parse(&config.base_url).map_or(String::new(), |url| url.path().trim_start_matches('/').to_owned());
        let is_new_site = is_good && (!changed.is_empty() || before.is_none_or(|site| site.base != base));
        let site = if is_new_site {
            let mut history = before.map(|site| site.changed.clone()).unwrap_or_default();
            if before.is_some() {
                history.extend(changed.iter().map(|path| (path.clone(), number)));
            }
            Some(Arc::new(Site { output, base, changed: history }))
        } else {
            self.current.site.clone()
        };
        Shown { gone, ..self.turn(site, problems, changed, is_good) }
    }

    /// Takes note of the pages whose templates ran in the build that is taken next.
    pub fn note(&mut self, rendered: impl IntoIterator<Item = (OutputPath, Reason)>) {
        let mut rendered = rendered.into_iter().peekable();
        if rendered.peek().is_some() {
            Arc::make_mut(&mut self.reasons).extend(rendered);
        }
    }

    /// Takes note of the figures that are too old in the build that is taken next.
    pub fn mark(&mut self, too_old: impl IntoIterator<Item = Mark>) {
        self.marks = too_old.into_iter().collect();
    }

    /// Takes note that there is nothing to build, for the reason given. The last good site stays.
    pub fn refuse(&mut self, why: &str) -> Shown {
        self.turn(self.current.site.clone(), problems::single(why.strip_prefix("error: ").unwrap_or(why)), Vec::new(), false)
    }

    fn turn(&mut self, site: Option<Arc<Site>>, problems: Value, changed: Vec<OutputPath>, is_good: bool) -> Shown {
        let is_same_site = match (&site, &self.current.site) {
            (Some(new), Some(old)) => Arc::ptr_eq(new, old),
            (new, old) => new.is_none() && old.is_none(),
        };
        let is_new = !is_same_site || problems != self.current.problems;
        let reasons = self.reasons.clone();
        if is_new || !Arc::ptr_eq(&reasons, &self.current.reasons) {
            // Why pages were rendered is no news for open pages.
            let number = self.current.number + u64::from(is_new);
            self.current = Arc::new(Generation { number, site, problems, reasons });
        }
        Shown { generation: self.current.clone(), changed, gone: 0, is_good, has_site: self.current.site.is_some(), is_new }
    }
}
