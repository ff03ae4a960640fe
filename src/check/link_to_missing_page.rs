//! A link to a `.md` file that is not there.

use crate::guide::body::Target;
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath};
use crate::tree::nearest;

use super::ground::Ground;
use super::mention::Mentions;

/// Every link to a page whose file does not exist, with the page that was perhaps meant.
pub(super) fn find(mentions: &Mentions, ground: &Ground) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in &mentions.list {
        let Target::Page(to, _) = &mention.target else { continue };
        if mention.is_field || ground.manuscripts.contains(to) || is_page_of_a_folder(ground, to) {
            continue;
        }
        let problem = Problem::new(Code::LinkToMissingPage, mentions.place(mention), format!("there is no page `{to}`"));
        problems.push(match meant(ground, to, mentions.page()) {
            Some(page) => problem.help(format!("did you mean `{page}`?")),
            None => problem.help("links to pages are paths from the folder of this file, such as `../healthcare/phlebotomist.md`"),
        });
    }
    problems
}

/// A folder without `_index.md` has a page all the same.
fn is_page_of_a_folder(ground: &Ground, to: &SourcePath) -> bool {
    to.file_name() == "_index.md" && PagePath::of(to).is_some_and(|it| ground.sections.contains(&it))
}

/// The page of the same name in another folder, else the one with the nearest name beside it, else anywhere.
fn meant<'a>(ground: &'a Ground, to: &SourcePath, from: Option<&SourcePath>) -> Option<&'a SourcePath> {
    // Nobody means the page that the link stands on.
    let pages = || ground.manuscripts.iter().filter(|it| Some(*it) != from);
    let same_name = || pages().find(|it| it.file_name() == to.file_name() && it.file_name() != "_index.md");
    let folder = to.as_str().strip_suffix(".md").unwrap_or(to.as_str());
    let as_folder = || pages().find(|it| it.folder() == folder && matches!(it.file_name(), "index.md" | "_index.md"));
    let beside = || nearest_name(to, pages().filter(|it| it.folder() == to.folder()));
    as_folder().or_else(same_name).or_else(beside).or_else(|| nearest_name(to, pages()))
}

fn nearest_name<'a>(to: &SourcePath, pages: impl Iterator<Item = &'a SourcePath> + Clone) -> Option<&'a SourcePath> {
    let near = nearest(stem(to), pages.clone().map(stem).filter(|it| *it != "_index"))?;
    pages.into_iter().find(|it| stem(it) == near)
}

fn stem(path: &SourcePath) -> &str {
    path.file_name().trim_end_matches(".md")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_mentions;

    #[test]
    fn a_link_to_a_missing_page_is_reported_where_it_stands() {
        check_mentions(
            find,
            "
            === content/trades/plumber.md
            ---
            title: Plumber
            ---
            Many begin as an [electrician](electritian.md#pay) or a [nurse](nurse.md).
            See [trades](_index.md), [about](../about.md) and [all](xyz/unheard-of.md).
            === content/trades/electrician.md
            ---
            title: Electrician
            ---
            === content/healthcare/nurse.md
            ---
            title: Nurse
            ---
            === content/about.md
            ---
            title: About
            ---
            ",
            "
            error: there is no page `content/trades/electritian.md`
              --> content/trades/plumber.md:4:32 electritian.md#pay
              help: did you mean `content/trades/electrician.md`?
            error: there is no page `content/trades/nurse.md`
              --> content/trades/plumber.md:4:65 nurse.md
              help: did you mean `content/healthcare/nurse.md`?
            error: there is no page `content/trades/xyz/unheard-of.md`
              --> content/trades/plumber.md:5:57 xyz/unheard-of.md
              help: links to pages are paths from the folder of this file, such as `../healthcare/phlebotomist.md`
            ",
        );
    }
}
