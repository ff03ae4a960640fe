//! Reads the author's raw HTML: tags, comments and the text between them. Knows form only, not what is allowed.

use std::ops::Range;

/// A part of raw HTML, with its range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'s> {
    /// `<name ...>`
    Open(Tag<'s>),
    /// `</name>`
    Close(String),
    /// `<!-- ... -->`; whether it is closed.
    Comment(bool),
    /// `<!DOCTYPE ...>`, `<?...?>`, `<![CDATA[...]]>`, or a `<` that begins a tag which never ends.
    Other,
    /// Text between.
    Text(&'s str),
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'s> {
    /// Name in lower case.
    pub(super) name: String,
    /// Names in lower case with values as typed, entities and all, and the place of each.
    pub(super) attributes: Vec<(String, &'s str, Range<usize>)>,
}

/// The parts of `html`, in order.
pub(super) fn parts(html: &str) -> Vec<(Part<'_>, Range<usize>)> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        let (part, len) = part(rest, at);
        parts.push((part, at..at + len));
        at += len.max(1);
    }
    parts
}

fn part(rest: &str, at: usize) -> (Part<'_>, usize) {
    let Some(inside) = rest.strip_prefix('<') else {
        let len = rest.find('<').unwrap_or(rest.len());
        return (Part::Text(rest.get(..len).unwrap_or(rest)), len);
    };
    if let Some(comment) = inside.strip_prefix("!--") {
        return match comment.find("-->") {
            Some(end) => (Part::Comment(true), 4 + end + 3),
            // `<!-->` and `<!--->` are whole comments for browsers.
            None if comment.starts_with('>') || comment.starts_with("->") => (Part::Comment(true), 4 + comment.find('>').unwrap_or(0) + 1),
            None => (Part::Comment(false), rest.len()),
        };
    }
    if inside.starts_with(['!', '?']) {
        return (Part::Other, rest.find('>').map_or(rest.len(), |end| end + 1));
    }
    let (closing, name_start) = match inside.strip_prefix('/') {
        Some(inside) => (inside, 2),
        None => (inside, 1),
    };
    let name_len = closing.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_' | '.'))).unwrap_or(closing.len());
    let name = closing.get(..name_len).unwrap_or_default();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // A `<` of the text.
        let len = 1 + inside.find('<').unwrap_or(inside.len());
        return (Part::Text(rest.get(..len).unwrap_or(rest)), len);
    }
    let Some((attributes, len)) = attributes(rest, name_start + name_len, at) else { return (Part::Other, rest.len()) };
    let name = name.to_ascii_lowercase();
    if name_start == 2 { (Part::Close(name), len) } else { (Part::Open(Tag { name, attributes }), len) }
}

type Attributes<'s> = Vec<(String, &'s str, Range<usize>)>;

// The attributes from `start` on and the length of the whole tag. `None` if the tag never ends.
fn attributes(tag: &str, start: usize, base: usize) -> Option<(Attributes<'_>, usize)> {
    let mut attributes = Vec::new();
    let mut at = start;
    loop {
        let rest = tag.get(at..)?;
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        at += rest.len() - trimmed.len();
        if trimmed.starts_with('>') {
            return Some((attributes, at + 1));
        }
        let name_len = trimmed.char_indices().find(|(i, c)| c.is_whitespace() || matches!(c, '/' | '>') || *c == '=' && *i > 0).map(|(i, _)| i)?;
        let name = trimmed.get(..name_len)?.to_lowercase();
        let name_at = at;
        at += name_len;
        let after = tag.get(at..)?;
        let value_part = after.trim_start();
        let mut value = "";
        if let Some(typed) = value_part.strip_prefix('=') {
            let typed_bare = typed.trim_start();
            at += after.len() - typed_bare.len();
            if let quote @ ('"' | '\'') = typed_bare.chars().next()? {
                let inside = typed_bare.get(1..)?;
                let end = inside.find(quote)?;
                value = inside.get(..end)?;
                at += end + 2;
            } else {
                let end = typed_bare.find(|c: char| c.is_whitespace() || c == '>')?;
                value = typed_bare.get(..end)?;
                at += end;
            }
        }
        attributes.push((name, value, base + name_at..base + at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_comments_and_text_are_told_apart() {
        let found: Vec<Part<'_>> =
            parts("a <BR/><kbd title='x &amp; y' lang=en open>b</kbd ><!-- c -->1 < 2<?php ?>").into_iter().map(|(part, _)| part).collect();
        let open = |name: &str, attributes: Attributes<'static>| Part::Open(Tag { name: name.to_owned(), attributes });
        assert_eq!(
            found,
            [
                Part::Text("a "),
                open("br", vec![]),
                open("kbd", vec![("title".to_owned(), "x &amp; y", 12..29), ("lang".to_owned(), "en", 30..37), ("open".to_owned(), "", 38..42)]),
                Part::Text("b"),
                Part::Close("kbd".to_owned()),
                Part::Comment(true),
                Part::Text("1 "),
                Part::Text("< 2"),
                Part::Other,
            ]
        );
    }

    #[test]
    fn a_tag_that_never_ends_is_not_a_tag() {
        assert_eq!(parts("<a href=\"x>y").first().map(|(part, _)| part.clone()), Some(Part::Other));
        assert_eq!(parts("<!-- x").first().map(|(part, _)| part.clone()), Some(Part::Comment(false)));
    }
}
