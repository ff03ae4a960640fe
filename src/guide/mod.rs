//! One file of an author becomes a [`Manuscript`]: front matter and body, typed, with every problem of the file.
//! Knows this one file and the rules of writing; whether a link's target exists is for `site` and `check` to say.

pub mod body;
pub mod front_matter;
mod labels;
mod rules;
mod translation;
mod wording;

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

pub use rules::{ParameterKind, ParameterRule, Rules};
pub use translation::{Translation, Waits, record, waits};

use crate::fact::{Locale, may_have_a_figure};
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath, Text, middle};
use crate::yaml;

use body::{BlockKind, Body, Fragment, Piece};
use front_matter::{Found, FrontMatter, Template, Unread};

/// One Markdown file: a guide, the text of a section, or a plain page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    /// The whole text, for places.
    pub text: Text,
    /// Its front matter. It is shared: another body under the same front matter changes nothing of how pages hang together.
    pub head: Arc<Head>,
    /// What follows.
    pub body: Body,
    /// Those answers of its `faq` in which numbers or figures may stand. What stands before a figure begins with the question.
    pub answers: Vec<Fragment>,
}

/// The front matter of a file, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The text up to where the body begins, for places.
    pub text: Text,
    /// What stands between the `---` lines.
    pub front: FrontMatter,
    /// Which page it is a translation of, if its name says so.
    pub translation: Option<Translation>,
    /// What stands there, perhaps, and could not be read.
    pub unread: Unread,
    /// The YAML between the `---` lines, as a range of the text.
    pub range: Range<usize>,
}

impl Head {
    /// Where the file stands.
    pub fn path(&self) -> &SourcePath {
        &self.text.path
    }

    /// The file whose name says what kind of page it is: of a translation the one that it is made from.
    pub fn original(&self) -> &SourcePath {
        self.translation.as_ref().map_or(&self.text.path, |it| &it.of)
    }

    /// Where the page lies; `None` if the file is none.
    pub fn address(&self) -> Option<PagePath> {
        let address = PagePath::of(self.original())?;
        Some(self.translation.as_ref().map_or_else(|| address.clone(), |it| address.below(&it.tag)))
    }
}

impl Manuscript {
    /// Where the file stands.
    pub fn path(&self) -> &SourcePath {
        &self.text.path
    }
}

/// The manuscript in `text`, with every problem of the file.
///
/// A file that makes the parser stumble has an empty body and a problem that says so; others go on.
pub fn parse(text: &Text, rules: &Rules) -> (Manuscript, Vec<Problem>) {
    parse_beside(text, None, rules)
}

/// The same for a file that may be a translation; `original` is the text that it is made from, if that is there.
pub fn parse_beside(text: &Text, original: Option<&Text>, rules: &Rules) -> (Manuscript, Vec<Problem>) {
    let (Found { mut front, unread, range, body_start }, mut problems) = front_matter::read(text, rules.front_matter_limit);
    let edition = rules.editions.of(&text.path).map(|edition| translation::of(text, &mut front, range.clone(), edition, original, rules));
    let (translation, found) = edition.map_or_else(|| (None, of_nothing(text, &front, &range)), |(translation, problems)| (Some(translation), problems));
    problems.extend(found);
    let original = translation.as_ref().map_or(&text.path, |it| &it.of);
    let numbered = rules.numbered && is_guide(original, &front);
    let language = front.language.as_deref().unwrap_or(&rules.language);
    let decimal_sign = Locale::of(language).decimal_sign();
    let (body, found) = catch_unwind(AssertUnwindSafe(|| body::parse(text, body_start, rules, (numbered, rules.words.of(language), decimal_sign))))
        .unwrap_or_else(|_| (Body::default(), vec![body::stumbled(text)]));
    problems.extend(found);
    problems.extend(blocks_of_nothing(text, &front, &unread, &body));
    problems.extend(second_faq(text, &body));
    let head_text = Text { path: text.path.clone(), text: text.text.get(..body_start).unwrap_or_default().into() };
    let answers = answers(text, &front, &range, rules);
    let head = Arc::new(Head { text: head_text, front, translation, unread, range });
    (Manuscript { text: text.clone(), head, body, answers }, problems)
}

/// The record of a translation in a page that is none by its name. Where that says a language which the site does not have, this is told.
fn of_nothing(text: &Text, front: &FrontMatter, range: &Range<usize>) -> Vec<Problem> {
    if front.translation_of.is_none() || middle(&text.path).is_some() {
        return Vec::new();
    }
    let place = text.span(yaml::locate(text, range.clone(), &["translation_of"]));
    let problem = Problem::new(Code::InvalidValue, place, "this page is no translation: the name of its file says no language");
    let name = text.path.file_name().trim_end_matches(".md");
    vec![problem.help(format!("take the line out, or name the file after its language, such as `{name}.de.md`"))]
}

fn answers(text: &Text, front: &FrontMatter, range: &Range<usize>, rules: &Rules) -> Vec<Fragment> {
    let answers = front.faq.iter().flatten().enumerate().filter_map(|(at, it)| Some((at, it.q.as_deref().unwrap_or_default(), it.a.as_deref()?)));
    let told = answers.filter(|(_, _, answer)| answer.contains("fact:") || may_have_a_figure(answer));
    let place = |at: usize| yaml::locate(text, range.clone(), &["faq", &at.to_string(), "a"]);
    let read = |(at, question, answer): (usize, &str, &str)| {
        let mut read = body::fragment(text, place(at), answer, rules);
        // The question names what the answer need not name again.
        read.figures.iter_mut().for_each(|figure| figure.before.insert_str(0, &format!("{question} ")));
        read
    };
    told.map(read).collect()
}

/// Blocks that leave their content to a key of the front matter that is not there.
fn blocks_of_nothing(text: &Text, front: &FrontMatter, unread: &Unread, body: &Body) -> Vec<Problem> {
    let lacking = |kind: &BlockKind| match kind {
        BlockKind::Cta(None) if front.cta.is_none() => Some("cta"),
        BlockKind::Faq(questions) if questions.is_empty() && front.faq.is_none() => Some("faq"),
        BlockKind::Credentials { .. } if front.credentials.is_none() => Some("credentials"),
        _ => None,
    };
    let blocks = body.pieces.iter().filter_map(|piece| match piece {
        Piece::Block(block) => Some((lacking(&block.kind).filter(|field| !unread.holds(field))?, block.range.start)),
        _ => None,
    });
    let problem = |(name, start): (&str, usize)| {
        let head = text.text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
        let message = format!("this block has nothing to show: the front matter has no `{name}`");
        Problem::new(Code::MissingField, text.span(start..start + head), message).help(format!("write `{name}:` there, or take the block out"))
    };
    blocks.map(problem).collect()
}

/// Every block `{faq}` after the first that shows the same questions: those of the front matter.
fn second_faq(text: &Text, body: &Body) -> Vec<Problem> {
    let mut starts = body.pieces.iter().filter_map(|piece| match piece {
        Piece::Block(block) if matches!(&block.kind, BlockKind::Faq(questions) if questions.is_empty()) => Some(block.range.start),
        _ => None,
    });
    let Some(first) = starts.next() else { return Vec::new() };
    let fence = |start: usize| text.span(start..start + text.text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len));
    let problem = |start| {
        let problem = Problem::new(Code::DuplicateBlock, fence(start), "this block shows the same questions as the first `{faq}`");
        problem.also(fence(first), "the first one").help("delete one of the two, or give this one `items` of its own")
    };
    starts.map(problem).collect()
}

/// Whether a page is a guide: `template:` decides, else `occupation:`, else whether it lies below a section.
///
/// `content/about/index.md` is a plain page like `content/about.md`: the folder is its own, not a section's.
pub fn is_guide(path: &SourcePath, front: &FrontMatter) -> bool {
    let below_section = || PagePath::of(path).is_some_and(|address| address.as_str().matches('/').count() > 1);
    match front.template {
        _ if path.file_name() == "_index.md" => false,
        Some(template) => template == Template::Guide,
        None => front.occupation.is_some() || below_section(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(path: &str, text: &str) -> (Manuscript, Vec<Problem>) {
        let text = Text { path: SourcePath::new(path).unwrap(), text: text.into() };
        parse(&text, &Rules { numbered: true, front_matter_limit: 65_536, ..Rules::default() })
    }

    #[test]
    fn a_file_becomes_front_matter_and_body_with_places_of_the_file() {
        let (manuscript, problems) = parsed("content/care/aide.md", "---\ntitle: Aide\nsumary: x\n---\n\n## Pay {#pay ?}\n\nSee [b](b.md).\n");
        assert_eq!(manuscript.head.front.title.as_deref(), Some("Aide"));
        assert_eq!(manuscript.body.headings[0].number, Some(1));
        assert_eq!(manuscript.text.text.get(manuscript.body.links[0].range.clone()).unwrap(), "b.md");
        let found: Vec<_> = problems.iter().map(|it| (it.code, manuscript.text.place(it.span.start).line)).collect();
        assert_eq!(found, [(Code::UnknownKey, 3), (Code::HeadingAttribute, 6)]);
    }

    #[test]
    fn only_guides_number_their_sections() {
        for (path, front, number) in [
            ("content/care/aide.md", "title: A", Some(1)),
            ("content/care/aide/index.md", "title: A", Some(1)),
            ("content/aide.md", "title: A\noccupation: { name: Aide }", Some(1)),
            ("content/about.md", "title: A", None),
            ("content/care/_index.md", "title: A", None),
            ("content/care/about.md", "title: A\ntemplate: page", None),
        ] {
            let (manuscript, _) = parsed(path, &format!("---\n{front}\n---\n## Pay\n"));
            assert_eq!(manuscript.body.headings[0].number, number, "{path}");
        }
    }
}
