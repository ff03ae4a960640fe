//! Raw HTML: a short list of harmless elements and attributes, written anew from what was read.
//! Never the author's bytes; anything else is reported at its place and left out.

use std::ops::Range;

use pulldown_cmark::Event;

use super::attributes::is_name;
use super::context::Context;
use super::elements::Elements;
use super::html::{Out, escaped_but_entities};
use super::html_tag::{Part, Tag, parts};
use super::source::{DEEPEST, Source};
use super::{ImageSource, Link, html, links, prose};
use crate::address::decode_entities;
use crate::problem::Code;

/// Elements that anybody may write.
const ALLOWED: &[&str] = &[
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "details", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strong", "sub", "summary", "sup", "time", "u", "var", "wbr",
];
/// Elements that no setting allows.
const NEVER: &[&str] = &[
    "applet",
    "audio",
    "base",
    "body",
    "button",
    "embed",
    "form",
    "frame",
    "frameset",
    "head",
    "html",
    "iframe",
    "input",
    "link",
    "main",
    "math",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "param",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "xmp",
];
/// Elements without content.
const VOID: &[&str] = &["area", "br", "col", "hr", "img", "source", "track", "wbr"];
/// Elements whose content is no text; it goes with them.
const HIDING: &[&str] = &["script", "style"];
/// Elements that may begin in one piece of HTML and end in another, with Markdown between; they cannot stand inside a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Attributes of the elements that anybody may write.
const ATTRIBUTES: &[&str] = &["cite", "datetime", "dir", "lang", "open", "title"];
/// Attributes beside those of the elements that the settings allow.
const MORE_ATTRIBUTES: &[&str] = &["alt", "class", "height", "href", "id", "src", "width"];

/// Writes one tag that stands in a line of text.
pub(super) fn inline(cx: &mut Context<'_>, source: &Source<'_>, html: &str, range: &Range<usize>, elements: &mut Elements, out: &mut Out) {
    for (part, at) in parts(html) {
        let start = range.start + at.start;
        let at = source.origin.at(start..range.start + at.end);
        let name = match &part {
            Part::Open(tag) => tag.name.as_str(),
            Part::Close(name) => name.as_str(),
            _ => "",
        };
        if BLOCKS.contains(&name) && is_allowed(cx, name) {
            let help = format!("put `<{name}>` on a line of its own, after a blank line");
            cx.problem(Code::RawHtml, at, format!("`<{name}>` cannot stand inside a paragraph"), help);
        } else {
            write(cx, &part, at, |inside| source.origin.at(shifted(inside, range.start)), elements, out);
        }
    }
}

/// Writes a block of HTML.
pub(super) fn block(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)], elements: &mut Elements, out: &mut Out) {
    // Lines may have been taken out of a list or quote: remember where each stands.
    let mut joined = String::new();
    let mut lines: Vec<(usize, usize)> = Vec::new();
    for (event, range) in events {
        if let Event::Html(text) | Event::Text(text) = event {
            lines.push((joined.len(), range.start));
            joined.push_str(text);
        }
    }
    let place = |inside: Range<usize>| {
        let line = |at: usize| lines.partition_point(|(start, _)| *start <= at).checked_sub(1).and_then(|line| lines.get(line));
        let offset = |at: usize| line(at).map_or(0, |(start, source)| source + at - start);
        source.origin.at(offset(inside.start)..offset(inside.end.saturating_sub(1)) + 1)
    };
    let inside_paragraphs = elements.len();
    let (mut hidden, mut in_code): (Option<String>, bool) = (None, false);
    for (part, at) in parts(&joined) {
        if let Some(name) = &hidden {
            if part == Part::Close(name.clone()) {
                hidden = None;
            }
            continue;
        }
        if let Part::Open(tag) = &part {
            hidden = HIDING.contains(&tag.name.as_str()).then(|| tag.name.clone());
        }
        in_code = prose::is_code_after(&part, in_code);
        if let (Part::Text(text), false) = (&part, in_code) {
            let mut start = at.start;
            for line in text.split_inclusive('\n') {
                prose::remember_typed(cx, line, place(start..start + line.len()));
                start += line.len();
            }
        }
        write(cx, &part, place(at), place, elements, out);
    }
    // What belongs inside a paragraph ends with this piece of HTML; `<details>` may stay open.
    let keep = elements.first_phrase_above(inside_paragraphs, BLOCKS);
    elements.close_typed_above(keep, cx, out);
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn is_allowed(cx: &Context<'_>, name: &str) -> bool {
    ALLOWED.contains(&name) || is_widened(cx, name)
}

fn is_widened(cx: &Context<'_>, name: &str) -> bool {
    cx.rules.html_allow.contains(name) && !NEVER.contains(&name) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn write(cx: &mut Context<'_>, part: &Part<'_>, at: Range<usize>, place: impl Fn(Range<usize>) -> Range<usize>, elements: &mut Elements, out: &mut Out) {
    match part {
        Part::Text(text) => out.raw(&escaped_but_entities(text)),
        Part::Comment(true) => {}
        Part::Comment(false) => cx.problem(Code::RawHtmlUnbalanced, at, "this comment is never closed", "write `-->` at its end"),
        Part::Other => cx.problem(Code::RawHtml, at, "this is no HTML that may stand in a page", "delete it; write `&lt;` for the sign `<`"),
        Part::Close(name) if !is_allowed(cx, name) => {
            // Its opening tag was reported; a lone one shows nothing.
        }
        Part::Close(name) if VOID.contains(&name.as_str()) => {
            cx.problem(Code::RawHtmlUnbalanced, at, format!("`</{name}>` closes nothing"), format!("write `<{name}>`"));
        }
        Part::Close(name) => elements.close_as_typed(name, at, cx, out),
        Part::Open(tag) if !is_allowed(cx, &tag.name) => refuse(cx, &tag.name, at),
        Part::Open(tag) => open(cx, tag, at, place, elements, out),
    }
}

fn refuse(cx: &mut Context<'_>, name: &str, at: Range<usize>) {
    let help = match name {
        "a" => "write `[text](address)`".to_owned(),
        "img" | "picture" => "write `![what it shows](file.jpg)`, or the block `{figure}`".to_owned(),
        "table" | "tr" | "td" | "th" | "tbody" | "thead" => "write the table in Markdown, or use the block `{data-table}`".to_owned(),
        "p" | "div" => "delete the tag: a blank line begins a paragraph".to_owned(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write `## Heading`".to_owned(),
        "ul" | "ol" | "li" => "write `- item` or `1. item`".to_owned(),
        "form" => "use the block `{job-search}`, or a block of the theme".to_owned(),
        "script" | "style" => "put it into the theme".to_owned(),
        name if NEVER.contains(&name) => "use a block of the theme".to_owned(),
        name => format!("write Markdown, or `&lt;{name}>` to show the sign; `[html] allow = [\"{name}\"]` in site.toml would allow the element"),
    };
    cx.problem(Code::RawHtml, at, format!("the HTML element `{name}` is not allowed"), help);
}

fn open(cx: &mut Context<'_>, tag: &Tag<'_>, at: Range<usize>, place: impl Fn(Range<usize>) -> Range<usize>, elements: &mut Elements, out: &mut Out) {
    let is_void = VOID.contains(&tag.name.as_str());
    if !is_void && elements.len() >= DEEPEST {
        cx.problem(Code::NestedTooDeep, at, format!("elements are nested more than {DEEPEST} levels deep"), "close those that are no longer needed");
        return;
    }
    let mut written: Vec<(&str, String)> = Vec::new();
    for (name, value, range) in &tag.attributes {
        let at = place(range.clone());
        if !takes(cx, &tag.name, name) {
            let help = format!(
                "delete it; `<{}>` takes {}",
                tag.name,
                if tag.name == "span" { "title, lang and dir" } else { "title, datetime, open, lang, dir and cite" }
            );
            cx.problem(Code::RawHtml, at, format!("the attribute `{name}` of `<{}>` is not allowed", tag.name), help);
        } else if written.iter().all(|(known, _)| known != name)
            && let Some(value) = judged(cx, name, value, at)
        {
            written.push((name, value));
        }
    }
    let html = out.html();
    html.push('<');
    html.push_str(&tag.name);
    for (name, value) in written {
        if name == "open" && value.is_empty() {
            html.push_str(" open");
        } else if matches!(name, "href" | "src" | "cite") {
            html::push_href(html, name, &value);
        } else {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            html.push_str(&escaped_but_entities(&value));
            html.push('"');
        }
    }
    html.push('>');
    if !is_void {
        elements.open_typed(&tag.name, at);
    }
}

fn takes(cx: &Context<'_>, element: &str, attribute: &str) -> bool {
    match element {
        "span" if !is_widened(cx, element) => matches!(attribute, "title" | "lang" | "dir"),
        _ => ATTRIBUTES.contains(&attribute) || MORE_ATTRIBUTES.contains(&attribute) && is_widened(cx, element),
    }
}

// The value to write. `None` if it may not be written; then it was reported.
fn judged(cx: &mut Context<'_>, name: &str, value: &str, at: Range<usize>) -> Option<String> {
    match name {
        "href" | "cite" => {
            let resolved = links::resolve(cx, &decode_entities(value), &at)?;
            if name == "href" {
                cx.links.push(Link { target: resolved.target, text: String::new(), range: at });
            }
            Some(resolved.href)
        }
        "src" => match links::image_source(cx, &decode_entities(value), &at)? {
            ImageSource::External(address) => Some(address),
            ImageSource::File(file) => Some(cx.root() + html::published(file.as_str())),
        },
        "id" if is_name(value) => Some(cx.own_id(value.to_owned(), at)),
        "id" => {
            cx.problem(Code::RawHtml, at, format!("`{value}` cannot be an id"), "use letters, digits, `-` and `_`");
            None
        }
        _ => Some(value.to_owned()),
    }
}
