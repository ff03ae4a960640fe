//! A link to a place within a page (`phlebotomist.md#pay`) that the page does not have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::guide::body::{Body, Target};
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath};
use crate::tree::nearest;

use super::mention::{self, Mention, Mentions};

/// The places within a page that a link can name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    /// All of them.
    all: BTreeSet<String>,
    /// Those of its sections, in order.
    sections: Vec<String>,
}

impl Anchors {
    /// The anchors of a body.
    pub fn of(body: &Body) -> Self {
        let sections = body.headings.iter().filter(|it| it.level == 2).map(|it| it.id.clone()).collect();
        Self { all: body.anchors.clone(), sections }
    }
}

/// The anchors of every published page, and which page stands at an address: part of the input of a stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllAnchors {
    /// By file.
    pub pages: BTreeMap<SourcePath, Arc<Anchors>>,
    /// The files by address.
    pub addresses: Arc<BTreeMap<PagePath, SourcePath>>,
}

/// Every link whose fragment names no heading, table or note of its page.
pub(super) fn find(mentions: &Mentions, anchors: &AllAnchors) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in &mentions.list {
        let Some((file, fragment)) = aim(mentions, mention, anchors) else { continue };
        let Some(anchors) = anchors.pages.get(file) else { continue };
        let fragment = mention::decoded(fragment);
        // Browsers know `#` and `#top` themselves.
        if anchors.all.contains(&fragment) || matches!(fragment.as_str(), "" | "top") {
            continue;
        }
        let message = format!("`{file}` has no heading, table or note `#{fragment}`");
        problems.push(Problem::new(Code::MissingAnchor, mentions.place(mention), message).help(help(anchors, &fragment)));
    }
    problems
}

/// The file of the authors' page that a mention leads to, and the fragment. Pages without a file have none to check.
fn aim<'a>(mentions: &'a Mentions, mention: &'a Mention, anchors: &'a AllAnchors) -> Option<(&'a SourcePath, &'a str)> {
    match &mention.target {
        Target::Page(to, Some(fragment)) => Some((to, fragment)),
        Target::Here(fragment) => Some((mentions.page()?, fragment)),
        Target::Site(address, Some(fragment)) => Some((anchors.addresses.get(&mention::page_path(address))?, fragment)),
        Target::Page(..) | Target::Site(..) | Target::File(_) | Target::External(_) => None,
    }
}

fn help(anchors: &Anchors, fragment: &str) -> String {
    if let Some(near) = nearest(fragment, anchors.all.iter().map(String::as_str)) {
        return format!("did you mean `#{near}`?");
    }
    let sections: Vec<String> = anchors.sections.iter().map(|id| format!("`#{id}`")).collect();
    match sections.as_slice() {
        [] => "the page has no sections; link to the page itself".to_owned(),
        sections => format!("its sections are {}", sections.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;

    #[test]
    fn a_fragment_must_be_on_its_page() {
        let project = Project::new(
            "
            === content/trades/plumber.md
            ---
            title: Plumber
            ---
            [a](mason.md#duties) [b](mason.md#dutys) [c](#pay) [d](/trades/mason/#outlook) [e](#top)
            === content/trades/mason.md
            ---
            title: Mason
            ---
            ## Duties: what they do
            ## Skills
            ",
        );
        project.check(
            |site, _| project.mentions(site).iter().flat_map(|it| find(it, &project.anchors(site))).collect(),
            "
            error: `content/trades/mason.md` has no heading, table or note `#dutys`
              --> content/trades/plumber.md:4:26 mason.md#dutys
              help: did you mean `#duties`?
            error: `content/trades/plumber.md` has no heading, table or note `#pay`
              --> content/trades/plumber.md:4:46 #pay
              help: the page has no sections; link to the page itself
            error: `content/trades/mason.md` has no heading, table or note `#outlook`
              --> content/trades/plumber.md:4:56 /trades/mason/#outlook
              help: its sections are `#duties`, `#skills`
            ",
        );
    }
}
