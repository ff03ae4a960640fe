//! A guide in another language: what it takes over from the guide that it was made from, and whether that has changed since.

use super::front_matter::{self, FrontMatter};
use super::rules::Rules;
use crate::digest::Digest;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Text};
use crate::yaml;

/// What is known of a page's translation from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Its language.
    pub tag: String,
    /// The file that it was made from, be that there or not.
    pub of: SourcePath,
    /// Whether that is there.
    pub has_original: bool,
    /// Whether it has changed since.
    pub is_behind: bool,
}

/// So many digits of a hash tell whether a text has changed.
const DIGITS: usize = 12;

/// What the translation in `text` is, with its `front` matter filled in from the `original`; and what is wrong with its record of that.
pub(super) fn of(
    text: &Text,
    front: &mut FrontMatter,
    yaml: std::ops::Range<usize>,
    (tag, of): (&str, SourcePath),
    original: Option<&Text>,
    rules: &Rules,
) -> (Translation, Option<Problem>) {
    front.language = Some(tag.to_owned());
    let mut translation = Translation { tag: tag.to_owned(), of, has_original: original.is_some(), is_behind: false };
    let Some(original) = original else { return (translation, None) };
    let (found, _) = front_matter::read(original, rules.front_matter_limit);
    let now = digest(original, &found);
    let problem = match front.translation_of.as_deref() {
        Some(then) if then.trim() == now => None,
        Some(_) => {
            translation.is_behind = true;
            let at = text.span(yaml::locate(text, yaml, &["translation_of"]));
            let message = format!("`{}` has changed since it was translated", original.path);
            let problem = Problem::new(Code::TranslationOutdated, at, message).also(original.span(0..0), "what it was made from");
            Some(problem.help(format!("bring the translation up to date, then write `translation_of: {now}`")))
        }
        None => {
            let message = format!("this translation does not say of which text of `{}` it is", original.path);
            let problem = Problem::new(Code::TranslationUnrecorded, text.span(yaml.start..yaml.start), message);
            Some(problem.help(format!("if it is of the text as it stands now, write `translation_of: {now}`; a change of that text is then told")))
        }
    };
    let mut original = found.front;
    if translation.is_behind {
        // What was changed and reviewed then is not in this text.
        (original.updated, original.reviewed) = (None, None);
    }
    fill(front, original);
    (translation, problem)
}

/// The hash of what a translator reads: title, summary, questions and text. Figures and dates are taken over as they change.
fn digest(original: &Text, found: &front_matter::Found) -> String {
    let front = &found.front;
    let body = original.text.get(found.body_start..).unwrap_or_default().replace('\r', "");
    let questions = front.faq.iter().flatten().flat_map(|it| [it.q.as_deref(), it.a.as_deref()]);
    let parts = [front.title.as_deref(), front.nav_title.as_deref(), front.summary.as_deref()].into_iter().chain(questions).chain([Some(body.trim())]);
    let read: Vec<&str> = parts.map(Option::unwrap_or_default).collect();
    Digest::of(read.join("\u{0}").as_bytes()).digits(DIGITS)
}

/// Fills in what a translation leaves out and what is the same in every language.
fn fill(front: &mut FrontMatter, original: FrontMatter) {
    macro_rules! take_over {
        ($($field:ident)*) => { $(if front.$field.is_none() { front.$field = original.$field; })* };
    }
    if let (Some(own), Some(other)) = (&mut front.occupation, &original.occupation) {
        own.soc = own.soc.take().or_else(|| other.soc.clone());
        own.codes = own.codes.take().or_else(|| other.codes.clone());
    }
    take_over! {
        occupation area published updated reviewed review_every authors disclosures order education experience training credentials similar progresses_to
        specialisations facts resources template noindex
    }
}
