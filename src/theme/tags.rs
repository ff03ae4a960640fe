//! The tags of a template and the words, texts and signs in them.
//! The template engine has no public syntax tree; this is what `scan` and `bindings` read instead.

use std::ops::Range;

/// A name and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

/// `{{ … }}` or `{% … %}`.
pub(super) struct Tag {
    pub(super) is_statement: bool,
    pub(super) range: Range<usize>,
    pub(super) tokens: Vec<Token>,
}

pub(super) struct Token {
    pub(super) kind: Kind,
    /// The word with its dots, the sign, or the text between quotation marks.
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Text,
    Sign,
}

/// The tags of a text, in order; comments and raw stretches are passed over.
pub(super) struct Tags<'a> {
    text: &'a str,
    at: usize,
}

/// The tags of `text`.
pub(super) fn tags(text: &str) -> Tags<'_> {
    Tags { text, at: 0 }
}

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        loop {
            let rest = self.text.get(self.at..)?;
            let open = rest.match_indices('{').find(|(at, _)| matches!(rest.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#')))?.0;
            let kind = *rest.as_bytes().get(open + 1)?;
            let inside = self.at + open + 2;
            if kind == b'#' {
                self.at = inside + self.text.get(inside..)?.find("#}")? + 2;
                continue;
            }
            let (begin, (tokens, end)) = (inside - 2, tokens(self.text, inside, if kind == b'{' { "}}" } else { "%}" })?);
            self.at = end;
            let is_statement = kind == b'%';
            if is_statement && matches!(tokens.as_slice(), [only] if self.text.get(only.range.clone()) == Some("raw")) {
                self.at = end_of_raw(self.text, end)?;
                continue;
            }
            return Some(Tag { is_statement, range: begin..end, tokens });
        }
    }
}

/// The tokens from `at` to `close`, and the byte after it. `None` if it is never closed.
fn tokens(text: &str, mut at: usize, close: &str) -> Option<(Vec<Token>, usize)> {
    let mut tokens = Vec::new();
    loop {
        let rest = text.get(at..)?;
        if rest.starts_with(close) {
            return Some((tokens, at + close.len()));
        }
        let first = rest.chars().next()?;
        let length = match first {
            '"' | '\'' | '`' => {
                let inner = end_of_text(rest, first)?;
                tokens.push(Token { kind: Kind::Text, range: at + 1..at + inner });
                inner + 1
            }
            c if c.is_ascii_alphabetic() || c == '_' => {
                let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').unwrap_or(rest.len());
                tokens.push(Token { kind: Kind::Word, range: at..at + length });
                length
            }
            // A trim mark at either end of a tag is a sign like others; only the first token's kind matters.
            '-' => 1,
            c if c.is_whitespace() => c.len_utf8(),
            c => {
                tokens.push(Token { kind: Kind::Sign, range: at..at + c.len_utf8() });
                c.len_utf8()
            }
        };
        at += length;
    }
}

/// The offset of the quotation mark that ends the text which begins `rest`.
fn end_of_text(rest: &str, mark: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return Some(at),
            _ => {}
        }
    }
    None
}

fn end_of_raw(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let open = at + text.get(at..)?.find("{%")?;
        let inside = text.get(open + 2..)?;
        let word = inside.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
        if let Some(after) = word.strip_prefix("endraw") {
            return Some(text.len() - after.len() + after.find("%}")? + 2);
        }
        at = open + 2;
    }
}

/// The values in `tokens` with their fields; then those that are only asked whether they are defined.
pub(super) fn paths(text: &str, tokens: &[Token]) -> (Vec<Vec<Named>>, Vec<Vec<Named>>) {
    let said = |at: usize| tokens.get(at).and_then(|token| text.get(token.range.clone())).unwrap_or("");
    let touches = |at: usize| at > 0 && tokens.get(at - 1).zip(tokens.get(at)).is_some_and(|(before, token)| before.range.end == token.range.start);
    let (mut paths, mut asked) = (Vec::new(), Vec::new());
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        let at = next;
        next += 1;
        // A word behind a dot is a field of what stands before; one behind a bracket names a component.
        if token.kind != Kind::Word || (touches(at) && matches!(said(at - 1), "." | "<" | "/")) {
            continue;
        }
        let (path, end) = value(text, tokens, at);
        next = end;
        let asks = said(next) == "is" && matches!(if said(next + 1) == "not" { said(next + 2) } else { said(next + 1) }, "defined" | "undefined");
        if asks {
            asked.push(path);
        } else {
            paths.push(path);
        }
    }
    (paths, asked)
}

/// The value whose name is the word at `at`, with its fields, and the token behind it.
pub(super) fn value(text: &str, tokens: &[Token], at: usize) -> (Vec<Named>, usize) {
    let said = |at: usize| tokens.get(at).and_then(|token| text.get(token.range.clone())).unwrap_or("");
    let mut path = tokens.get(at).map_or_else(Vec::new, |token| fields(text, token));
    let mut next = at + 1;
    // `page.next?.title`: tokens of one path.
    while said(next) == "?" && said(next + 1) == "." {
        let Some(more) = tokens.get(next + 2).filter(|more| more.kind == Kind::Word) else { break };
        path.extend(fields(text, more));
        next += 3;
    }
    (path, next)
}

/// The parts of a word with dots, each with its place.
fn fields(text: &str, token: &Token) -> Vec<Named> {
    let mut at = token.range.start;
    let word = text.get(token.range.clone()).unwrap_or("");
    let parts = word.split('.').map(|part| {
        let range = at..at + part.len();
        at = range.end + 1;
        Named { name: part.to_owned(), range }
    });
    parts.filter(|part| !part.name.is_empty()).collect()
}
