//! What a template refers to, read from its text: parents, includes, components and filters that are refused.
//! The template engine has no public syntax tree; these are the few things we must know before it sees the text.

use std::collections::BTreeSet;
use std::ops::Range;

/// What one template refers to, each with its place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// Templates that it extends or includes.
    pub(super) references: Vec<Named>,
    /// Components that it defines.
    pub(super) components: Vec<Named>,
    /// Where the filter `safe` is used.
    pub(super) safe_filters: Vec<Range<usize>>,
    /// Static files that it names in front of the filters `asset` and `integrity`.
    pub(super) assets: Vec<Named>,
    /// Where one of those filters has no text right in front of it.
    pub(super) nameless_assets: Vec<Range<usize>>,
    /// Names that it gives values to: by `set` and `for`.
    pub(super) bound: BTreeSet<String>,
    /// Every word outside strings and texts: names of values, fields, filters ...
    pub(super) words: Vec<Named>,
    /// Every value with its fields (`page`, `title`), the value first, outside components. Left out where the template
    /// asks itself whether it is defined.
    pub(super) paths: Vec<Vec<Named>>,
}

/// A name and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

/// Reads `text`. Stops quietly where the text is malformed: the engine says so with a better message.
pub(super) fn scan(text: &str) -> Scan {
    let mut scan = Scan::default();
    let mut in_component = false;
    for tag in (Tags { text, at: 0 }) {
        note(&mut scan, text, &tag);
        let first = tag.tokens.first().filter(|_| tag.is_statement).and_then(|first| text.get(first.range.clone()));
        in_component = (in_component && first != Some("endcomponent")) || first == Some("component");
        if !in_component {
            scan.paths.extend(paths(text, &tag.tokens));
        }
    }
    scan
}

/// The values in `tokens` with their fields; those that are only asked whether they are defined are left out.
fn paths(text: &str, tokens: &[Token]) -> Vec<Vec<Named>> {
    let said = |at: usize| tokens.get(at).and_then(|token| text.get(token.range.clone())).unwrap_or("");
    let touches = |at: usize| at > 0 && tokens.get(at - 1).zip(tokens.get(at)).is_some_and(|(before, token)| before.range.end == token.range.start);
    let mut paths = Vec::new();
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        let at = next;
        next += 1;
        // A word behind a dot is a field of what stands before; one behind a bracket names a component.
        if token.kind != Kind::Word || (touches(at) && matches!(said(at - 1), "." | "<" | "/")) {
            continue;
        }
        let mut path = fields(text, token);
        // `page.next?.title`: tokens of one path.
        while said(next) == "?" && said(next + 1) == "." {
            let Some(more) = tokens.get(next + 2).filter(|more| more.kind == Kind::Word) else { break };
            path.extend(fields(text, more));
            next += 3;
        }
        let asks = said(next) == "is" && matches!(if said(next + 1) == "not" { said(next + 2) } else { said(next + 1) }, "defined" | "undefined");
        if !asks {
            paths.push(path);
        }
    }
    paths
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

fn note(scan: &mut Scan, text: &str, tag: &Tag) {
    let named = |token: &Token| Named { name: text.get(token.range.clone()).unwrap_or("").to_owned(), range: token.range.clone() };
    if let (true, [first, rest @ ..]) = (tag.is_statement, tag.tokens.as_slice()) {
        match (named(first).name.as_str(), rest) {
            ("extends" | "include", [second, ..]) if second.kind == Kind::Text => scan.references.push(named(second)),
            ("component", [second, ..]) if second.kind == Kind::Word => scan.components.push(named(second)),
            ("set" | "set_global", [second, ..]) => {
                scan.bound.insert(named(second).name);
            }
            ("filter", [second, ..]) if named(second).name == "safe" => scan.safe_filters.push(second.range.clone()),
            ("filter", [second, ..]) if is_asset_filter(&named(second).name) => scan.nameless_assets.push(second.range.clone()),
            _ => {}
        }
    }
    for (at, pair) in tag.tokens.windows(2).enumerate() {
        let [bar, filter] = pair else { continue };
        if bar.kind != Kind::Sign || named(bar).name != "|" {
            continue;
        }
        match named(filter).name.as_str() {
            "safe" => scan.safe_filters.push(filter.range.clone()),
            name if is_asset_filter(name) => match at.checked_sub(1).and_then(|at| tag.tokens.get(at)).filter(|it| it.kind == Kind::Text) {
                Some(text) => scan.assets.push(named(text)),
                None => scan.nameless_assets.push(filter.range.clone()),
            },
            _ => {}
        }
    }
    for (at, _) in tag.tokens.iter().enumerate().filter(|(_, token)| named(token).name == "for") {
        let items = tag.tokens.iter().skip(at + 1).map(named).map(|it| it.name);
        scan.bound.extend(items.take_while(|name| name != "in"));
    }
    scan.words.extend(tag.tokens.iter().filter(|token| token.kind == Kind::Word).map(named));
}

fn is_asset_filter(name: &str) -> bool {
    matches!(name, "asset" | "integrity")
}

/// `{{ … }}` or `{% … %}`.
struct Tag {
    is_statement: bool,
    tokens: Vec<Token>,
}

struct Token {
    kind: Kind,
    /// The word with its dots, the sign, or the text between quotation marks.
    range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Text,
    Sign,
}

/// The tags of a text, in order; comments and raw stretches are passed over.
struct Tags<'a> {
    text: &'a str,
    at: usize,
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
            let (tokens, end) = tokens(self.text, inside, if kind == b'{' { "}}" } else { "%}" })?;
            self.at = end;
            let is_statement = kind == b'%';
            if is_statement && matches!(tokens.as_slice(), [only] if self.text.get(only.range.clone()) == Some("raw")) {
                self.at = end_of_raw(self.text, end)?;
                continue;
            }
            return Some(Tag { is_statement, tokens });
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[Named]) -> Vec<&str> {
        list.iter().map(|it| it.name.as_str()).collect()
    }

    #[test]
    fn parents_includes_and_components_are_found_and_comments_are_not_read() {
        let text = "{#- {% include \"no.html\" %} #}{%- extends 'base.html' -%}{% raw %}{% include 'no' %}{{ x | safe }}{%- endraw -%}\n\
                    {{ \"{% include 'no' %}\" }}{% include `parts/a.html` %}{% component ui.card(title) %}{% endcomponent %}";
        let found = scan(text);
        assert_eq!(names(&found.references), ["base.html", "parts/a.html"]);
        assert_eq!(names(&found.components), ["ui.card"]);
        assert!(found.safe_filters.is_empty());
    }

    #[test]
    fn the_filter_safe_is_found_however_it_is_written() {
        for text in ["{{ a | safe }}", "{{ a|safe }}", "{% set x = a |\n safe %}", "{% filter safe %}", "{{ <c x={a | upper | safe} /> }}"] {
            let found = scan(text);
            assert_eq!(found.safe_filters.iter().map(|range| text.get(range.clone())).collect::<Vec<_>>(), [Some("safe")], "{text}");
        }
        for text in ["{{ safe }}", "{{ 'a | safe' }}", "a | safe", "{{ a | default(value=safe) }}", "{{ a | safely }}"] {
            assert!(scan(text).safe_filters.is_empty(), "{text}");
        }
    }

    #[test]
    fn static_files_are_found_in_front_of_their_filters() {
        let found = scan("{{ 'a.css' | asset(root=page.root) }}{% if \"b.js\"|integrity == x | asset %}{{ 'c' | upper | asset }}{% filter integrity %}");
        assert_eq!(names(&found.assets), ["a.css", "b.js"]);
        assert_eq!(found.nameless_assets.len(), 3);
    }

    #[test]
    fn values_are_found_with_their_fields() {
        let paths = |text: &str| scan(text).paths.iter().map(|path| names(path).join(">")).collect::<Vec<_>>().join(" ");
        assert_eq!(paths("{{ page.next?.title }}{{ a.b[0].c }}{{ site.params.x == 'y.z' }}"), "page>next>title a>b site>params>x");
        assert_eq!(paths("{{<ui.card a={b.c} />}}{% if a.b is not defined or c.d is defined %}{{ '' }}"), "a b>c if is not defined or is defined");
        assert_eq!(paths("{% component one(page: map) %}{{ page.x }}{% endcomponent one %}{{ page.y }}"), "endcomponent one page>y");
    }

    #[test]
    fn malformed_texts_are_read_as_far_as_they_go() {
        for text in ["{{", "{% include 'a", "{# x", "{% raw %}{% x %}", "é{{ é", "{%%}", "{{ 'é\\", "{{{}}}"] {
            scan(text);
        }
    }
}
