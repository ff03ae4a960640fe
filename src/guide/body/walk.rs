//! The one walk over a Markdown text: blocks are opened and closed here, what is inside a paragraph is `inline`'s.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use super::context::{Context, Leaf, LeafBuilder, Origin, plain};
use super::elements::Elements;
use super::html::{Out, escaped};
use super::source::{DEEPEST, Labels, Source};
use super::{Piece, Table, code, inline, links, notes, prose, raw_html, run_in, stray};
use crate::problem::Code;
use crate::words::TextWords;

/// What only a body holds. The values of YAML and the captions in it are short texts, which do without: so no walk leads to itself.
pub(super) trait BodyParts {
    /// Writes a heading.
    fn heading(&self, cx: &mut Context<'_>, source: &Source<'_>, level: HeadingLevel, leaf: Leaf<'_>, at: Standing, out: &mut Out);
    /// Reads a table.
    fn table(&self, cx: &mut Context<'_>, source: &Source<'_>, events: Leaf<'_>, range: Range<usize>) -> Table;
    /// Reads the block that the info string `info` names in braces.
    fn block(&self, cx: &mut Context<'_>, source: &Source<'_>, info: &str, at: Standing, out: &mut Out);
    /// Takes a paragraph as the caption of the table before it; `false` if it is none.
    fn caption(&self, cx: &mut Context<'_>, source: &Source<'_>, leaf: &Leaf<'_>, range: &Range<usize>, out: &mut Out) -> bool;
}

/// Where a part of a body stands.
pub(super) struct Standing {
    /// Its range of the Markdown.
    pub(super) range: Range<usize>,
    /// Whether it is inside a list or a quote.
    pub(super) inside: bool,
}

/// Walks over `markdown` and gives what it shows: a body with its `parts`, a short text without.
pub(super) fn walk(cx: &mut Context<'_>, markdown: &str, origin: &Origin, parts: Option<&dyn BodyParts>) -> Vec<Piece> {
    let mut broken: Vec<(LinkType, String, Range<usize>)> = Vec::new();
    let on_broken = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        broken.push((link.link_type, link.reference.to_string(), link.span));
        None
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(parts.is_some()), Some(on_broken));
    let labels = Labels::of(parser.reference_definitions());
    let mut walk = Walk {
        events: Events { inner: parser.into_offset_iter(), held: None, markdown, in_quotes: false },
        source: Source { markdown, origin, labels },
        parts,
        outer: Vec::new(),
        out: Out::default(),
        elements: Elements::default(),
        depth: 0,
    };
    while let Some((event, range)) = walk.events.next() {
        walk.step(cx, event, range);
    }
    walk.elements.close_all(cx, &mut walk.out);
    let pieces = walk.out.pieces;
    drop(walk.events);
    links::report_broken(cx, broken, origin);
    pieces
}

// Never: heading attributes and definition lists (panics, wrong ranges), metadata (quadratic).
fn options(is_body: bool) -> Options {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    if is_body { options | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM } else { options }
}

/// The events, with one that can be put back.
struct Events<'s, F: pulldown_cmark::BrokenLinkCallback<'s>> {
    inner: OffsetIter<'s, F>,
    held: Option<(Event<'s>, Range<usize>)>,
    markdown: &'s str,
    // Whether a double quote of this block was opened and not closed.
    in_quotes: bool,
}

impl<'s, F: pulldown_cmark::BrokenLinkCallback<'s>> Events<'s, F> {
    fn next(&mut self) -> Option<(Event<'s>, Range<usize>)> {
        self.held.take().or_else(|| {
            let (event, range) = self.inner.next()?;
            Some((self.with_primes(event, &range), range))
        })
    }

    // A quote behind a digit is a sign for feet, inches or minutes and stays as typed: `5'10"`. It may also close a quote.
    fn with_primes(&mut self, event: Event<'s>, range: &Range<usize>) -> Event<'s> {
        let text = match &event {
            Event::Text(text) => &**text,
            Event::Start(_) if !is_inline(&event) => {
                self.in_quotes = false;
                return event;
            }
            _ => return event,
        };
        let follows_digit = || self.markdown.get(..range.start).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        let precedes_letter = || self.markdown.get(range.end..).is_some_and(|behind| behind.starts_with(char::is_alphabetic));
        match text {
            "“" | "”" if !self.in_quotes && follows_digit() => return Event::Text("\"".into()),
            "‘" | "’" if follows_digit() && !precedes_letter() => return Event::Text("'".into()),
            "“" => self.in_quotes = true,
            "”" => self.in_quotes = false,
            _ => {}
        }
        event
    }

    // The inline events from here on.
    fn leaf(&mut self) -> Leaf<'s> {
        let mut leaf = LeafBuilder::default();
        while let Some((event, range)) = self.next() {
            if !is_inline(&event) {
                self.held = Some((event, range));
                break;
            }
            leaf.push(event, range);
        }
        leaf.finish()
    }

    // Everything up to the end of the block that was just opened, the end left out.
    fn inside(&mut self) -> Leaf<'s> {
        let mut inside = Vec::new();
        let mut depth = 0_usize;
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            inside.push((event, range));
        }
        inside
    }

    fn skip_block(&mut self) {
        let mut depth = 1_usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }),
        Event::End(tag) => matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image),
        Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

struct Walk<'s, F: pulldown_cmark::BrokenLinkCallback<'s>> {
    events: Events<'s, F>,
    source: Source<'s>,
    parts: Option<&'s dyn BodyParts>,
    // What was being written when a note began, with the note's label and place.
    outer: Vec<(Out, String, Range<usize>)>,
    out: Out,
    elements: Elements,
    depth: usize,
}

impl<'s, F: pulldown_cmark::BrokenLinkCallback<'s>> Walk<'s, F> {
    fn step(&mut self, cx: &mut Context<'_>, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(cx, tag, range),
            Event::End(end) => self.end(cx, end),
            Event::Rule => self.out.raw("<hr>\n"),
            Event::Html(_) => {}
            inline => {
                self.events.held = Some((inline, range));
                self.tight(cx);
            }
        }
    }

    fn start(&mut self, cx: &mut Context<'_>, tag: Tag<'s>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(cx, range),
            Tag::Heading { level, .. } => {
                let leaf = self.events.leaf();
                self.events.next();
                if let Some(parts) = self.body_parts(cx, &range, "a heading") {
                    let at = Standing { range, inside: self.elements.inside_markdown() };
                    parts.heading(cx, &self.source, level, leaf, at, &mut self.out);
                }
            }
            Tag::CodeBlock(kind) => self.code(cx, &kind, range),
            Tag::HtmlBlock => {
                let events = self.events.inside();
                raw_html::block(cx, &self.source, &events, &mut self.elements, &mut self.out);
            }
            Tag::Table(_) => {
                let events = self.events.inside();
                if let Some(parts) = self.body_parts(cx, &range, "a table") {
                    let table = parts.table(cx, &self.source, events, range);
                    self.out.pieces.push(Piece::Table(table));
                }
            }
            Tag::BlockQuote(_) | Tag::List(_) | Tag::Item | Tag::FootnoteDefinition(_) => self.container(cx, tag, range),
            // Inline tags reach `tight`; the other options are off.
            inline if is_inline(&Event::Start(inline.clone())) => {
                self.events.held = Some((Event::Start(inline), range));
                self.tight(cx);
            }
            _ => self.events.skip_block(),
        }
    }

    fn container(&mut self, cx: &mut Context<'_>, tag: Tag<'s>, range: Range<usize>) {
        if self.depth >= DEEPEST {
            let at = self.source.origin.at(range.start..range.start);
            cx.problem(
                Code::NestedTooDeep,
                at,
                format!("lists and quotes are nested more than {DEEPEST} levels deep"),
                "write it flatter; nobody can follow so many levels",
            );
            self.events.skip_block();
            return;
        }
        self.depth += 1;
        match tag {
            Tag::BlockQuote(None) => self.open("blockquote", "<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = alert(kind, cx.said);
                self.open("aside", &format!("<aside class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">{}</p>\n", escaped(title)));
            }
            Tag::List(None) => self.open("ul", "<ul>\n"),
            Tag::List(Some(1)) => self.open("ol", "<ol>\n"),
            Tag::List(Some(start)) => self.open("ol", &format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.open("li", "<li>"),
            Tag::FootnoteDefinition(label) => {
                self.elements.open("");
                self.outer.push((std::mem::take(&mut self.out), label.to_string(), range));
            }
            _ => {}
        }
    }

    fn open(&mut self, name: &str, html: &str) {
        self.elements.open(name);
        self.out.raw(html);
    }

    fn end(&mut self, cx: &mut Context<'_>, end: TagEnd) {
        if !matches!(end, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition) {
            return;
        }
        self.depth = self.depth.saturating_sub(1);
        self.elements.close(cx, &mut self.out);
        if end == TagEnd::FootnoteDefinition {
            if let Some((out, label, range)) = self.outer.pop() {
                let note = std::mem::replace(&mut self.out, out);
                let at = self.source.origin.at(range);
                notes::define(cx, &label, at, note.pieces);
            }
        } else {
            self.out.raw("\n");
        }
    }

    fn paragraph(&mut self, cx: &mut Context<'_>, range: Range<usize>) {
        let leaf = self.events.leaf();
        self.events.next();
        if self.parts.is_some_and(|parts| parts.caption(cx, &self.source, &leaf, &range, &mut self.out)) {
            return;
        }
        if self.parts.is_some() {
            stray::report(cx, &self.source, &range);
        }
        if cx.lead.is_none() && cx.headings.is_empty() && self.elements.len() == 0 && self.parts.is_some() {
            let plain = plain(&leaf);
            cx.lead = (!plain.is_empty()).then_some(plain);
        }
        self.out.raw("<p>");
        self.text(cx, leaf);
        self.out.raw("</p>\n");
    }

    // Text that stands in a list item without a paragraph of its own.
    fn tight(&mut self, cx: &mut Context<'_>) {
        let leaf = self.events.leaf();
        self.text(cx, leaf);
    }

    fn text(&mut self, cx: &mut Context<'_>, leaf: Leaf<'s>) {
        prose::remember(cx, &self.source, &leaf);
        let (leaf, head) = run_in::found_in(leaf);
        inline::write(cx, &self.source, &leaf, head, &mut self.out);
    }

    fn code(&mut self, cx: &mut Context<'_>, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let events = self.events.inside();
        match kind {
            CodeBlockKind::Fenced(info) if info.trim_start().starts_with('{') => {
                if let Some(parts) = self.body_parts(cx, &range, "a block") {
                    let at = Standing { range, inside: self.depth > 0 };
                    parts.block(cx, &self.source, info.trim(), at, &mut self.out);
                }
            }
            kind => code::listing(kind, &events, &mut self.out),
        }
    }

    // What reads the part of a body that was met; reports one that stands in a short text.
    fn body_parts(&self, cx: &mut Context<'_>, range: &Range<usize>, what: &str) -> Option<&'s dyn BodyParts> {
        if self.parts.is_none() {
            let at = self.source.origin.at(range.clone());
            cx.problem(Code::NotInShortText, at, format!("{what} cannot stand in a short text"), "put it into the body of the page");
        }
        self.parts
    }
}

fn alert(kind: BlockQuoteKind, words: &TextWords) -> (&'static str, &str) {
    let [note, tip, important, warning, caution] = &words.alerts;
    let (class, title) = match kind {
        BlockQuoteKind::Note => ("note", note),
        BlockQuoteKind::Tip => ("tip", tip),
        BlockQuoteKind::Important => ("important", important),
        BlockQuoteKind::Warning => ("warning", warning),
        BlockQuoteKind::Caution => ("caution", caution),
    };
    (class, title.text())
}
