//! What the parts of the body's parser share: the text, the rules, and what they gather on the way.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Event;

use super::{Figure, Heading, Link, Passage, Piece};
use crate::guide::rules::Rules;
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath, Text};
use crate::words::TextWords;

/// Events inside one paragraph, heading or cell, with their ranges of the Markdown.
pub(super) type Leaf<'a> = Vec<(Event<'a>, Range<usize>)>;

/// Gathers the events of a leaf; neighbouring texts become one, and an escape between them stays inside its range.
#[derive(Default)]
pub(super) struct LeafBuilder<'a> {
    leaf: Leaf<'a>,
    // The last text, when it was put together from several.
    joined: String,
}

impl<'a> LeafBuilder<'a> {
    pub(super) fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        if let (Some((Event::Text(last), at)), Event::Text(text)) = (self.leaf.last_mut(), &event) {
            if self.joined.is_empty() {
                self.joined.push_str(last);
            }
            self.joined.push_str(text);
            at.end = range.end;
            return;
        }
        self.flush();
        self.leaf.push((event, range));
    }

    pub(super) fn finish(mut self) -> Leaf<'a> {
        self.flush();
        self.leaf
    }

    fn flush(&mut self) {
        if let (false, Some((Event::Text(last), _))) = (self.joined.is_empty(), self.leaf.last_mut()) {
            *last = std::mem::take(&mut self.joined).into();
        }
    }
}

/// Where a Markdown text stands in its file.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// It is the file's text from this offset on.
    From(usize),
    /// It is a value of YAML: every place in it is the value's.
    Value(Range<usize>),
}

impl Origin {
    /// Of `markdown`, a value of YAML that stands at `range` of `text`: its own text where it stands there as it is, on
    /// one line, with or without quotes around it.
    pub(super) fn of_value(text: &Text, markdown: &str, range: Range<usize>) -> Self {
        let typed = text.text.get(range.clone()).unwrap_or_default();
        let in_quotes = ['"', '\''].iter().find_map(|quote| typed.strip_prefix(*quote)?.strip_suffix(*quote));
        match (typed == markdown, in_quotes == Some(markdown)) {
            _ if markdown.contains('\n') => Self::Value(range),
            (true, _) => Self::From(range.start),
            (_, true) => Self::From(range.start + 1),
            _ => Self::Value(range),
        }
    }

    /// A range of the Markdown as a range of the file.
    pub(super) fn at(&self, range: Range<usize>) -> Range<usize> {
        match self {
            Self::From(base) => range.start + base..range.end.max(range.start) + base,
            Self::Value(value) => value.clone(),
        }
    }
}

/// The parser's surroundings and findings for one page.
pub(super) struct Context<'a> {
    pub(super) text: &'a Text,
    pub(super) rules: &'a Rules,
    /// What stands in texts of its language.
    pub(super) said: &'a TextWords,
    /// What stands before the decimals of its numbers.
    pub(super) decimal_sign: char,
    /// Address of the page; `None` for a file that is no page, whose links are resolved from the root.
    pub(super) page: Option<PagePath>,
    /// Whether this page numbers its sections.
    pub(super) numbered: bool,
    pub(super) problems: Vec<Problem>,
    pub(super) links: Vec<Link>,
    pub(super) figures: Vec<Figure>,
    pub(super) passages: Vec<Passage>,
    pub(super) headings: Vec<Heading>,
    pub(super) ids: Ids,
    pub(super) notes: Notes,
    pub(super) lead: Option<String>,
    pub(super) words: usize,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a Text, rules: &'a Rules, (said, decimal_sign): (&'a TextWords, char)) -> Self {
        Self {
            text,
            rules,
            said,
            decimal_sign,
            page: rules.editions.address(&text.path),
            numbered: false,
            problems: Vec::new(),
            links: Vec::new(),
            figures: Vec::new(),
            passages: Vec::new(),
            headings: Vec::new(),
            ids: Ids::default(),
            notes: Notes::default(),
            lead: None,
            words: 0,
        }
    }

    pub(super) fn path(&self) -> &'a SourcePath {
        &self.text.path
    }

    /// The way to the site's root.
    pub(super) fn root(&self) -> String {
        self.page.as_ref().map_or("./".to_owned(), PagePath::root)
    }

    /// Reports a problem at a range of the file.
    pub(super) fn problem(&mut self, code: Code, at: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(code, self.text.span(at), message).help(help));
    }

    /// An id that the author gave; a like one if it is taken.
    pub(super) fn own_id(&mut self, id: String, at: Range<usize>) -> String {
        if is_ours(&id) {
            self.problem(Code::DuplicateId, at.clone(), format!("`{id}` is an id that notes get"), "choose another one");
            return self.ids.unique(&id, at);
        }
        match self.ids.take(&id, at.clone()) {
            Ok(()) => id,
            Err(first) => {
                self.problems.push(
                    Problem::new(Code::DuplicateId, self.text.span(at.clone()), format!("the id `{id}` is used twice"))
                        .also(self.text.span(first), "first used here")
                        .help("give one of them another id"),
                );
                self.ids.unique(&id, at)
            }
        }
    }

    pub(super) fn count_words(&mut self, plain: &str) {
        self.words += plain.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    }
}

/// The notes of a page, by folded label.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Where each is defined, its label as typed, and its text.
    pub(super) defined: BTreeMap<String, (Range<usize>, String, Vec<Piece>)>,
    /// Number and count of references.
    pub(super) referred: BTreeMap<String, (usize, usize)>,
}

/// The ids of a page: each is given once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeMap<String, Range<usize>>,
    // Ids that the author gives somewhere in the file, also further down: they win over ours.
    reserved: BTreeSet<String>,
    // Where to go on counting for a wish that was taken.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// The ids that the author gives in `markdown`: `{#id}` at the end of a line.
    pub(super) fn reserve(&mut self, markdown: &str) {
        for line in markdown.lines().filter(|line| line.contains("{#")) {
            let line = line.trim_end_matches([' ', '\t', '#']);
            let inside = line.strip_suffix('}').and_then(|line| line.rsplit_once("{#"));
            if let Some((_, inside)) = inside {
                self.reserved.extend(inside.split_whitespace().next().map(str::to_owned));
            }
        }
    }

    /// Takes an id that the author gave; the place of the first one if it is taken.
    pub(super) fn take(&mut self, id: &str, at: Range<usize>) -> Result<(), Range<usize>> {
        if let Some(first) = self.taken.get(id) {
            return Err(first.clone());
        }
        self.taken.insert(id.to_owned(), at);
        Ok(())
    }

    /// An id like `wish` that nothing else has.
    pub(super) fn unique(&mut self, wish: &str, at: Range<usize>) -> String {
        let free = |id: &str| !self.taken.contains_key(id) && !self.reserved.contains(id) && !is_ours(id);
        let mut id = wish.to_owned();
        let mut number = self.next.get(wish).copied().unwrap_or(2);
        while !free(&id) {
            id = if is_ours(wish) { format!("section-{wish}-{number}") } else { format!("{wish}-{number}") };
            number += 1;
        }
        self.next.insert(wish.to_owned(), number);
        self.taken.insert(id.clone(), at);
        id
    }

    pub(super) fn into_anchors(self) -> BTreeSet<String> {
        self.taken.into_keys().collect()
    }
}

/// Whether an id is one of those that notes get.
pub(super) fn is_ours(id: &str) -> bool {
    id.strip_prefix("fn-").or_else(|| id.strip_prefix("fnref-")).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The text of events without markup.
pub(super) fn plain(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut plain = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(text),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            _ => {}
        }
    }
    plain.trim().to_owned()
}

/// The index of the end that belongs to the start at `start`; the last event if there is none.
pub(super) fn matching(events: &[(Event<'_>, Range<usize>)], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    events.len().saturating_sub(1)
}
