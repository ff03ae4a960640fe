//! The words of a guide that a translator puts into another language, and a hash of them. Figures, codes, days and addresses are the same in every language.

use super::front_matter::{Found, FrontMatter, JobSearch, PathStep};
use crate::digest::Digest;
use crate::source::Text;
use crate::yaml::Named;

/// So many digits of a hash tell whether a text has changed.
const DIGITS: usize = 12;

/// Whether `text` has the form of a hash, in lower case.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The hash of the words of `text`, of whose front matter `found` was read. `docs/languages.md` says what it is made of.
pub(super) fn hash(text: &Text, found: &Found) -> String {
    let body = body(text.text.get(found.body_start..).unwrap_or_default());
    let words = of_front_matter(&found.front);
    let words: Vec<&str> = words.into_iter().map(|it| it.map_or("", |it| it.trim())).chain([body.as_str()]).collect();
    Digest::of(words.join("\u{0}").as_bytes()).digits(DIGITS)
}

/// The text without comments and without blanks at the ends of lines; of empty lines in a row one.
fn body(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, (_, after))) = rest.split_once("<!--").and_then(|(before, comment)| Some((before, comment.split_once("-->")?))) {
        text.push_str(before);
        rest = after;
    }
    text.push_str(rest);
    let mut lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines.join("\n")
}

/// Every field with words, in the order of the reference; one that is missing counts as empty.
fn of_front_matter(front: &FrontMatter) -> Vec<Option<&String>> {
    let mut words = vec![front.title.as_ref(), front.nav_title.as_ref(), front.summary.as_ref()];
    if let Some(it) = &front.occupation {
        words.extend([it.name.as_ref(), it.definition.as_ref(), it.proxy_for.as_ref()]);
        words.extend(it.also_called.iter().flatten().map(|it| named(it, |it| it.name.as_ref())));
    }
    words.extend(front.corrections.iter().flatten().map(|it| it.text.as_ref()));
    words.extend(front.tags.iter().flatten().map(Some));
    words.extend(front.education.iter().flat_map(|it| [it.field.as_ref(), it.note.as_ref()]));
    words.extend(front.experience.iter().map(|it| it.note.as_ref()));
    words.extend(front.training.iter().map(|it| it.note.as_ref()));
    for it in front.credentials.iter().flatten() {
        words.extend([it.name.as_ref(), it.issuer.as_ref(), it.jurisdiction.as_ref(), it.note.as_ref()]);
    }
    words.extend([&front.work_settings, &front.schedule, &front.benefits].into_iter().flat_map(|list| list.iter().flatten()).map(Some));
    for it in front.skills.iter().flatten() {
        words.extend([named(it, |it| it.name.as_ref()), full(it, |it| it.note.as_ref())]);
    }
    for it in [&front.similar, &front.progresses_to, &front.specialisations].into_iter().flat_map(|list| list.iter().flatten()) {
        words.extend([full(it, |it: &PathStep| it.name.as_ref()), full(it, |it| it.about.as_ref())]);
    }
    for it in front.resources.iter().flatten() {
        words.extend([full(it, |it| it.title.as_ref()), full(it, |it| it.about.as_ref())]);
    }
    words.extend(front.faq.iter().flatten().flat_map(|it| [it.q.as_ref(), it.a.as_ref()]));
    words.extend(front.cta.iter().flat_map(|it| [it.text.as_ref(), it.label.as_ref()]));
    words.extend(front.job_search.iter().flat_map(of_job_search));
    words
}

fn of_job_search(form: &JobSearch) -> impl Iterator<Item = Option<&String>> {
    let fields = [&form.what, &form.place].into_iter().flatten();
    [form.title.as_ref(), form.button.as_ref()].into_iter().chain(fields.flat_map(|it| [it.label.as_ref(), it.value.as_ref(), it.placeholder.as_ref()]))
}

fn named<'f, T>(it: &'f Named<T>, name: impl Fn(&'f T) -> Option<&'f String>) -> Option<&'f String> {
    match it {
        Named::Text(text) => Some(text),
        Named::Full(it) => name(it),
    }
}

/// A text names a page or an entry of a data file, and is no word.
fn full<'f, T>(it: &'f Named<T>, field: impl Fn(&'f T) -> Option<&'f String>) -> Option<&'f String> {
    if let Named::Full(it) = it { field(it) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::front_matter;
    use crate::source::SourcePath;

    fn hash_of(text: &str) -> String {
        let text = Text { path: SourcePath::new("content/a.md").unwrap(), text: text.into() };
        hash(&text, &front_matter::read(&text, 65_536).0)
    }

    #[test]
    fn comments_and_empty_lines_are_no_words() {
        let plain = hash_of("---\ntitle: A\n---\nOne.\n\nTwo.\n");
        for same in [
            "---\n# a note\ntitle: \"A\"\n---\n\n\nOne.\n\n\n\nTwo.  \n\n",
            "---\r\ntitle: A\r\n---\r\nOne.\r\n\r\nTwo.\r\n",
            "---\ntitle: A\norder: 3\nupdated: 2026-01-01\n---\nOne.\n\n<!-- to do:\n\n more -->\n\nTwo.\n<!-- -->",
        ] {
            assert_eq!(hash_of(same), plain, "{same}");
        }
        for other in ["---\ntitle: A\n---\nOne. Two.\n", "---\ntitle: A\n---\nOne.\n\nTwo. <!-- open\n", "---\ntitle: B\n---\nOne.\n\nTwo.\n"] {
            assert_ne!(hash_of(other), plain, "{other}");
        }
    }

    #[test]
    fn every_field_with_words_counts() {
        let plain = hash_of("---\ntitle: A\noccupation: { name: A }\n---\n");
        for other in [
            "occupation: { name: A, definition: It is. }",
            "occupation: { name: A, also_called: [B] }",
            "occupation: { name: A }\nskills: [Care]",
            "occupation: { name: A }\nschedule: [Nights]",
            "occupation: { name: A }\ncredentials: [{ name: Licence }]",
            "occupation: { name: A }\neducation: { note: x }",
            "occupation: { name: A }\njob_search: { button: Go }",
            "occupation: { name: A }\nsimilar: [{ name: B, about: x }]",
        ] {
            assert_ne!(hash_of(&format!("---\ntitle: A\n{other}\n---\n")), plain, "{other}");
        }
        assert_eq!(
            hash_of("---\ntitle: A\noccupation: { name: A, soc: \"29-1141\" }\nsimilar: [b.md]\n---\n"),
            hash_of("---\ntitle: A\noccupation: { name: A }\nsimilar: [c.md]\n---\n")
        );
    }
}
