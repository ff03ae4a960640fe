//! A link to a place within a page (`phlebotomist.md#pay`) that the page does not have.

use crate::guide::body::Target;
use crate::problem::{Code, Problem};
use crate::site::{Page, Site};
use crate::tree::nearest;

use super::mention::{self, Mention};

/// Every link whose fragment names no heading, table or note of its page.
pub(super) fn find(site: &Site, mentions: &[Mention]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in mentions {
        let Some((page, fragment)) = aim(site, mention) else { continue };
        let fragment = mention::decoded(fragment);
        let anchors = &page.manuscript.body.anchors;
        // Browsers know `#` and `#top` themselves.
        if anchors.contains(&fragment) || matches!(fragment.as_str(), "" | "top") {
            continue;
        }
        let file = page.manuscript.path();
        let message = format!("`{file}` has no heading, table or note `#{fragment}`");
        problems.push(Problem::new(Code::MissingAnchor, mention.place(), message).help(help(page, &fragment)));
    }
    problems
}

/// The authors' page that a mention leads to, and the fragment. Pages without a file have none to check.
fn aim<'a>(site: &'a Site, mention: &'a Mention) -> Option<(&'a Page, &'a str)> {
    match &mention.target {
        Target::Page(to, Some(fragment)) => Some((site.pages.get(to)?, fragment)),
        Target::Here(fragment) => Some((mention.page?, fragment)),
        Target::Site(address, Some(fragment)) => Some((site.pages.get(site.addresses.get(&mention::page_path(address))?)?, fragment)),
        Target::Page(..) | Target::Site(..) | Target::File(_) | Target::External(_) => None,
    }
}

fn help(page: &Page, fragment: &str) -> String {
    let body = &page.manuscript.body;
    if let Some(near) = nearest(fragment, body.anchors.iter().map(String::as_str)) {
        return format!("did you mean `#{near}`?");
    }
    let sections: Vec<String> = body.headings.iter().filter(|it| it.level == 2).map(|it| format!("`#{}`", it.id)).collect();
    match sections.as_slice() {
        [] => "the page has no sections; link to the page itself".to_owned(),
        sections => format!("its sections are {}", sections.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_mentions;

    #[test]
    fn a_fragment_must_be_on_its_page() {
        check_mentions(
            find,
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
