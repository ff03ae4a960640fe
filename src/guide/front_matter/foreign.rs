//! Keys of other generators, and what to write here instead.

use crate::problem::{Code, Problem};
use crate::source::Text;
use crate::tree::nearest;

const FOREIGN: &[(&str, &str)] = &[
    ("date", "the day of publication is `published: 2026-11-23`"),
    ("publishdate", "the day of publication is `published: 2026-11-23`"),
    ("description", "what the page says in a sentence or two is `summary`"),
    ("excerpt", "what the page says in a sentence or two is `summary`"),
    ("slug", "an address follows from the file's path; old addresses go into `aliases`"),
    ("permalink", "an address follows from the file's path; old addresses go into `aliases`"),
    ("url", "an address follows from the file's path; old addresses go into `aliases`"),
    ("path", "an address follows from the file's path; old addresses go into `aliases`"),
    ("redirect_from", "old addresses go into `aliases`"),
    ("category", "the folder that a page stands in is its section; other groups are `tags`"),
    ("categories", "the folder that a page stands in is its section; other groups are `tags`"),
    ("keywords", "words to find a page by are `tags`"),
    ("author", "write `authors`, a list of ids of `_data/people.yaml`"),
    ("layout", "the kind of page is `template`: guide, page or resources"),
    ("type", "the kind of page is `template`: guide, page or resources"),
    ("weight", "the place in its section is `order`"),
    ("lastmod", "the day of the last change is `updated: 2026-11-23`"),
    ("last_modified", "the day of the last change is `updated: 2026-11-23`"),
    ("linktitle", "a shorter title for navigation is `nav_title`"),
    ("params", "values of your own go into `extra`"),
    ("soc", "codes stand below `occupation`: `occupation: { name: ..., soc: \"29-2099\" }`"),
];

/// Gives problems of unknown keys at the top level of the front matter a direct answer where the key is well known elsewhere.
pub(super) fn answer(problems: &mut [Problem], text: &Text) {
    for problem in problems.iter_mut().filter(|it| it.code == Code::UnknownKey) {
        // Only keys in the first column are the page's own.
        let is_outermost = problem.span.start == 0 || text.text.get(..problem.span.start).is_some_and(|before| before.ends_with('\n'));
        let key = text.text.get(problem.span.start..problem.span.end).unwrap_or_default().to_lowercase();
        // A key that is mistyped is more likely one of ours, for which there is a help already.
        let is_near_ours = problem.help.as_ref().is_some_and(|help| help.starts_with("did you mean"));
        let meant = if is_near_ours { Some(key.as_str()) } else { nearest(&key, FOREIGN.iter().map(|(foreign, _)| *foreign)).or(Some(&key)) };
        if is_outermost && let Some((_, help)) = FOREIGN.iter().find(|(foreign, _)| *foreign == key || Some(*foreign) == meant) {
            problem.help = Some((*help).to_owned());
        }
    }
}
