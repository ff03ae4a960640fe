//! Old addresses of pages: each leads to one page and stands in no page's way.

use std::collections::BTreeMap;

use super::publish::Published;
use super::{Contributor, Redirect, Section, Tag};
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath, Span};
use crate::tree::Places;

/// The redirects by old address, without a slash in front.
///
/// An old address that is a page's is none: so a redirect leads to a page and never to another redirect.
pub(super) fn gather(
    published: &BTreeMap<SourcePath, Published>,
    sections: &BTreeMap<PagePath, Section>,
    (tags, contributors, home): (&BTreeMap<String, Tag>, &BTreeMap<String, Contributor>, &PagePath),
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Redirect> {
    let pages: BTreeMap<&str, &SourcePath> = published.iter().map(|(path, page)| (page.address.as_str(), path)).collect();
    let mut redirects: BTreeMap<String, Redirect> = BTreeMap::new();
    for (path, page) in published {
        let places = Places::new(&page.head.text, page.head.range.clone());
        for (at, alias) in page.head.front.aliases.iter().flatten().enumerate() {
            let place = page.head.text.span(places.value(&["aliases", &at.to_string()]));
            let address = normal(alias);
            if let Some(taken) = pages.get(address.as_str()) {
                problems.push(over_a_page(alias, place, path, taken));
            } else if sections.contains_key(&PagePath::from_text(&address)) || is_made_by_us(&address, home, tags, contributors) {
                let message = format!("`{alias}` is the address of a page that Guidepost makes");
                problems.push(Problem::new(Code::AliasTaken, place, message).help("remove the alias"));
            } else if let Some(first) = redirects.get(&address) {
                problems.push(
                    Problem::new(Code::AliasTaken, place, format!("`{alias}` is an alias twice"))
                        .also(first.place.clone(), "the other one")
                        .help("an old address leads to one page: remove one of the two"),
                );
            } else {
                redirects.insert(address, Redirect { to: path.clone(), place });
            }
        }
    }
    redirects
}

/// `/old/page` and `/old/page/` are the same; a name with a dot is a file.
fn normal(alias: &str) -> String {
    let bare = alias.trim_matches('/');
    let is_file = bare.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file || bare.is_empty() { bare.to_owned() } else { format!("{bare}/") }
}

/// Whether Guidepost itself makes a page at `address`: the A–Z, the tags, the contributors, the page for what is not found.
pub(super) fn is_made_by_us(address: &str, home: &PagePath, tags: &BTreeMap<String, Tag>, contributors: &BTreeMap<String, Contributor>) -> bool {
    let Some(address) = address.strip_prefix(home.as_str()) else { return false };
    if address.strip_prefix("authors/").is_some_and(|id| contributors.contains_key(id.trim_end_matches('/'))) {
        return true;
    }
    let tag = address.strip_prefix("tags/").map(|rest| rest.trim_end_matches('/'));
    matches!(address, "a-z/" | "404.html" | "sources/" | "figures/") || tag.is_some_and(|tag| (tag.is_empty() && !tags.is_empty()) || tags.contains_key(tag))
}

fn over_a_page(alias: &str, place: Span, path: &SourcePath, taken: &SourcePath) -> Problem {
    if path == taken {
        return Problem::new(Code::AliasTaken, place, format!("`{alias}` is this page's own address and would lead to itself")).help("remove the alias");
    }
    Problem::new(Code::AliasTaken, place, format!("`{alias}` is the address of `{taken}`"))
        .also(Span::whole(taken), "this page")
        .help("remove the alias, or move that page elsewhere")
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::{check_problems, check_site};

    #[test]
    fn an_alias_is_refused_where_a_page_or_another_alias_stands() {
        check_problems(
            "
            === content/a.md
            ---
            title: A
            aliases:
              - /a/
              - /b
              - /a-z/
              - /old/
            ---
            === content/b.md
            ---
            title: B
            aliases: [/old]
            ---
            ",
            "
            alias-taken content/a.md:4:5 `/a/` is this page's own address and would lead to itself
              help: remove the alias
            alias-taken content/a.md:5:5 `/b` is the address of `content/b.md`
              also content/b.md:1:1 this page
              help: remove the alias, or move that page elsewhere
            alias-taken content/a.md:6:5 `/a-z/` is the address of a page that Guidepost makes
              help: remove the alias
            alias-taken content/b.md:3:11 `/old` is an alias twice
              also content/a.md:7:5 the other one
              help: an old address leads to one page: remove one of the two
            ",
        );
    }

    #[test]
    fn files_and_folders_can_be_old_addresses() {
        check_site(
            "
            === content/a.md
            ---
            title: A
            aliases: [/old/a.html, /b]
            ---
            ",
            |site| site.redirects.iter().map(|(from, it)| format!("{from} -> {}", it.to)).collect::<Vec<_>>().join("\n"),
            "b/ -> content/a.md\nold/a.html -> content/a.md",
        );
    }
}
