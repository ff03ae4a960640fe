//! Files whose names say a language that the site does not have: `nurse.de.md` without `[languages.de]`. They are translations that nobody declared, or any more,
//! and no pages of the site's own language.

use std::collections::BTreeSet;

use super::Inputs;
use crate::guide::Head;
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{self, SourcePath, Span};

/// A file whose name says no language of the site.
pub(super) struct Unknown {
    pub(super) problem: Problem,
    /// Whether it is no page of the site.
    pub(super) is_held_back: bool,
}

/// The languages that files are translations into by the look of it: an original stands beside one of them, or one says so itself.
pub(super) fn meant(inputs: &Inputs) -> BTreeSet<&str> {
    let meant = |head| {
        let (original, tag) = named(head)?;
        let says_so = head.front.translation_of.is_some() || head.front.language.as_deref().is_some_and(|it| language::is_same(it, tag));
        (language::is_tag(tag) && (says_so || is_section(head) || inputs.heads.contains_key(&original))).then_some(tag)
    };
    inputs.heads.values().filter_map(|head| meant(head)).collect()
}

/// What is to be said of `head` if its name says a language that the site does not have, which is not so if nobody wants to know.
pub(super) fn language(head: &Head, inputs: &Inputs, meant: &BTreeSet<&str>) -> Option<Unknown> {
    let (original, tag) = named(head)?;
    let config = &*inputs.config;
    let is_there = inputs.heads.contains_key(&original);
    let is_meant = meant.contains(tag);
    // `porter.fr.md` alone is one by its name; `node.js.md` is not.
    let is_usual = language::own_name(tag).is_some();
    let is_wanted = is_meant || is_there || is_usual || is_section(head) || !config.languages.is_empty();
    if !is_wanted || config.levels.get(&Code::UnknownLanguage) == Some(&None) && !is_section(head) {
        return None;
    }
    let name = original.file_name().trim_end_matches(".md");
    let declared = config.languages.iter().find(|it| language::is_same(&it.tag, tag)).map(|it| it.tag.as_str());
    let (message, help) = match declared {
        Some(declared) => (format!("`{tag}` is `{declared}` in site.toml"), format!("rename the file to `{name}.{declared}.md`")),
        None if language::is_same(&config.language, tag) && is_there => {
            (format!("`{tag}` is the language of the site itself, and `{original}` is this page in it"), "take one of the two files out".to_owned())
        }
        None if language::is_same(&config.language, tag) => {
            (format!("`{tag}` is the language of the site itself"), format!("rename the file to `{name}.md`: translations alone name their language"))
        }
        None if language::is_tag(tag) => (format!("`{tag}` is no language of this site"), declare(name, tag)),
        None => (format!("`{tag}` is no language of this site"), format!("rename the file to `{name}-{tag}.md`")),
    };
    let problem = Problem::new(Code::UnknownLanguage, Span::whole(head.path()), message).help(help);
    Some(Unknown { problem, is_held_back: language::is_tag(tag) || is_section(head) })
}

fn declare(name: &str, tag: &str) -> String {
    let usual = if tag.contains('-') { tag.to_owned() } else { tag.to_lowercase() };
    let renamed = if usual == tag { String::new() } else { format!(" and rename the file to `{name}.{usual}.md`") };
    format!("write `[languages.{usual}]` with its `name` in site.toml{renamed} if the page is a translation; else rename the file to `{name}-{tag}.md`")
}

/// The file that `head` translates by its name, and into which language.
fn named(head: &Head) -> Option<(SourcePath, &str)> {
    let (stem, tag) = source::middle(head.path()).filter(|_| head.translation.is_none())?;
    Some((SourcePath::new(&format!("{stem}.md"))?, tag))
}

/// A section has one page in a language.
fn is_section(head: &Head) -> bool {
    head.path().file_name().starts_with('_')
}
