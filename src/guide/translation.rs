//! A guide in another language: what it takes over from the guide that it was made from, and whether that has changed since.

use super::front_matter::{self, FrontMatter, Occupation};
use super::rules::Rules;
use super::wording;
use crate::day::Day;
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Text};
use crate::yaml::{self, Named};

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

/// The hash of the `original` as it stands, which a translation of it records.
pub fn record(original: &Text, limit: usize) -> String {
    wording::hash(original, &front_matter::read(original, limit).0)
}

/// What a page waits for before it is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waits {
    /// To be no draft any more.
    pub is_draft: bool,
    /// This day.
    pub day: Option<Day>,
}

/// What the translation in `text` is, with its `front` matter filled in from the `original`; and what is wrong with its record of that.
pub(super) fn of(
    text: &Text,
    front: &mut FrontMatter,
    yaml: std::ops::Range<usize>,
    (tag, of): (&str, SourcePath),
    original: Option<&Text>,
    rules: &Rules,
) -> (Translation, Vec<Problem>) {
    let place = |key: &str| text.span(yaml::locate(text, yaml.clone(), &[key]));
    let mut problems = Vec::new();
    if let Some(other) = front.language.as_deref().filter(|it| !language::is_same(it, tag) && language::is_tag(it)) {
        let message = format!("`language` says `{other}`, and the name of the file says `{tag}`");
        problems.push(
            Problem::new(Code::InvalidValue, place("language"), message)
                .help("take the line out, or rename the file: a translation is in the language that its name says"),
        );
    }
    front.language = Some(tag.to_owned());
    let mut translation = Translation { tag: tag.to_owned(), of, has_original: original.is_some(), is_behind: false };
    let Some(original) = original else { return (translation, problems) };
    let (found, _) = front_matter::read(original, rules.front_matter_limit);
    let now = wording::hash(original, &found);
    let as_it_stands = |more: &str| format!("if it is of the text as it stands now, write `translation_of: {now}`{more}");
    match front.translation_of.as_deref().map(|it| it.trim().to_lowercase()) {
        Some(then) if then == now => {}
        Some(then) if wording::is_hash(&then) => {
            translation.is_behind = true;
            let message = format!("`{}` has changed since it was translated", original.path);
            let problem = Problem::new(Code::TranslationOutdated, place("translation_of"), message).also(original.span(0..0), "what it was made from");
            problems.push(problem.help(format!("bring the translation up to date, then write `translation_of: {now}`")));
        }
        Some(_) => {
            let written = front.translation_of.as_deref().unwrap_or_default();
            let problem = Problem::new(Code::InvalidValue, place("translation_of"), format!("`{written}` is not the hash of a text"));
            problems.push(problem.help(as_it_stands("")));
        }
        None => {
            let message = format!("this translation does not say of which text of `{}` it is", original.path);
            let problem = Problem::new(Code::TranslationUnrecorded, text.span(yaml.start..yaml.start), message);
            problems.push(problem.help(as_it_stands("; a change of that text is then told")));
        }
    }
    let mut original = found.front;
    if translation.is_behind {
        // What was changed and reviewed then is not in this text.
        (original.updated, original.reviewed) = (None, None);
    }
    fill(front, original);
    (translation, problems)
}

/// What the translation in `text` waits for. It has the day from the `original` if it gives none.
pub fn waits(text: &Text, original: Option<&Text>, limit: usize) -> Waits {
    let front = |text: &Text| front_matter::read(text, limit).0.front;
    let own = front(text);
    Waits { is_draft: own.draft == Some(true), day: own.published.or_else(|| front(original?).published) }
}

/// Fills in what a translation leaves out and what is the same in every language. Remarks are not: they are in the language of the original.
fn fill(front: &mut FrontMatter, mut original: FrontMatter) {
    without_remarks(&mut original);
    macro_rules! take_over {
        ($($field:ident)*) => { $(if front.$field.is_none() { front.$field = original.$field; })* };
    }
    if let Some(other) = &original.occupation {
        let own = front.occupation.get_or_insert_with(|| Occupation { name: front.title.clone(), ..Occupation::default() });
        own.soc = own.soc.take().or_else(|| other.soc.clone());
        own.codes = own.codes.take().or_else(|| other.codes.clone());
    }
    take_over! {
        area published updated reviewed review_every authors disclosures order education experience training credentials similar progresses_to
        specialisations facts resources template noindex
    }
}

/// Takes out the sentences of what a translation takes over. Names stay: of credentials, of who grants them, of resources.
fn without_remarks(front: &mut FrontMatter) {
    front.education.iter_mut().for_each(|it| (it.field, it.note) = (None, None));
    front.experience.iter_mut().for_each(|it| it.note = None);
    front.training.iter_mut().for_each(|it| it.note = None);
    front.credentials.iter_mut().flatten().for_each(|it| it.note = None);
    front.reviewed.iter_mut().for_each(|it| it.role = None);
    for step in [&mut front.similar, &mut front.progresses_to, &mut front.specialisations].into_iter().flat_map(|it| it.iter_mut().flatten()) {
        if let Named::Full(it) = step {
            it.about = None;
        }
    }
    for resource in front.resources.iter_mut().flatten() {
        if let Named::Full(it) = resource {
            it.about = None;
        }
    }
}
