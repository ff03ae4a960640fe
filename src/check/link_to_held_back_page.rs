//! A link to a page that exists and is not published: readers would find nothing there.

use crate::guide::body::Target;
use crate::problem::{Code, Problem};
use crate::site::HeldBack;
use crate::source::SourcePath;

use super::ground::Ground;
use super::mention::{self, Mentions};

/// Every link to a draft or to a page whose day has not come.
pub(super) fn find(mentions: &Mentions, ground: &Ground) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in &mentions.list {
        let Some((to, reason)) = held_back(ground, &mention.target) else { continue };
        if mention.is_field && matches!(mention.target, Target::Page(..)) {
            continue;
        }
        let (message, help) = match reason {
            HeldBack::Draft => (format!("`{to}` is a draft"), "take `draft: true` out of it when it is ready, or link to it then".to_owned()),
            HeldBack::UnknownLanguage => {
                (format!("`{to}` is in a language that the site does not have"), "declare the language in site.toml, or link to another page".to_owned())
            }
            HeldBack::Scheduled(day) => {
                (format!("`{to}` comes out on {day}"), format!("the link leads nowhere until then: publish this page on {day} too, or add the link then"))
            }
        };
        problems.push(Problem::new(Code::LinkToHeldBackPage, mentions.place(mention), message).help(help));
    }
    problems
}

/// The page that is held back and that `target` leads to, by its file or by its address.
pub(super) fn held_back<'a>(ground: &'a Ground, target: &Target) -> Option<(&'a SourcePath, HeldBack)> {
    match target {
        Target::Page(to, _) => ground.held_back.get_key_value(to),
        Target::Site(address, _) => {
            let address = mention::page_path(address);
            let text = address.as_str().trim_end_matches('/');
            let files = [format!("content/{text}.md"), format!("content/{text}/index.md"), format!("content/{text}/_index.md")];
            files.iter().find_map(|file| ground.held_back.get_key_value(&SourcePath::new(file)?))
        }
        Target::Here(_) | Target::File(_) | Target::External(_) => None,
    }
    .map(|(to, reason)| (to, *reason))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_mentions;

    #[test]
    fn links_to_drafts_and_to_scheduled_pages_are_told_apart() {
        check_mentions(
            find,
            "
            === content/trades/plumber.md
            ---
            title: Plumber
            ---
            See [roofer](roofer.md), [mason](mason.md#pay) and [mason](/trades/mason/).
            === content/trades/roofer.md
            ---
            title: Roofer
            draft: true
            ---
            A [missing](nowhere.md) link of a draft is nobody's business yet.
            === content/trades/mason.md
            ---
            title: Mason
            published: 2026-12-01
            ---
            ",
            "
            warning: `content/trades/roofer.md` is a draft
              --> content/trades/plumber.md:4:14 roofer.md
              help: take `draft: true` out of it when it is ready, or link to it then
            warning: `content/trades/mason.md` comes out on 2026-12-01
              --> content/trades/plumber.md:4:34 mason.md#pay
              help: the link leads nowhere until then: publish this page on 2026-12-01 too, or add the link then
            warning: `content/trades/mason.md` comes out on 2026-12-01
              --> content/trades/plumber.md:4:60 /trades/mason/
              help: the link leads nowhere until then: publish this page on 2026-12-01 too, or add the link then
            ",
        );
    }
}
