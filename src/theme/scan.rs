//! What a template refers to, read from its text: parents, includes, components, values and filters that are refused.
//! These are the few things we must know before the engine sees the text.

use std::ops::Range;

use super::bindings::{Bindings, bindings};
use super::prints::prints;
use super::tags::{Kind, Named, Tag, Token, paths, tags};

/// What one template refers to, each with its place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// Templates that it extends or includes.
    pub(super) references: Vec<Named>,
    /// The template that it extends.
    pub(super) parent: Option<String>,
    /// Blocks that it has.
    pub(super) blocks: Vec<Named>,
    /// Components that it defines.
    pub(super) components: Vec<Named>,
    /// Where the filter `safe` is used.
    pub(super) safe_filters: Vec<Range<usize>>,
    /// Static files that it names in front of the filters `asset` and `integrity`.
    pub(super) assets: Vec<Named>,
    /// Where one of those filters has no text right in front of it.
    pub(super) nameless_assets: Vec<Range<usize>>,
    /// Names that it gives values to, and components with the calls of them.
    pub(super) bindings: Bindings,
    /// Every word outside strings and texts: names of values, fields, filters ...
    pub(super) words: Vec<Named>,
    /// Every value with its fields (`page`, `title`), the value first. Left out where the template asks itself
    /// whether it is defined.
    pub(super) paths: Vec<Vec<Named>>,
    /// Those that it asks whether they are defined.
    pub(super) asked: Vec<Vec<Named>>,
    /// Those of `paths` that it prints as they are.
    pub(super) prints: Vec<Vec<Named>>,
}

/// Reads `text`. Stops quietly where the text is malformed: the engine says so with a better message.
pub(super) fn scan(text: &str) -> Scan {
    let tags: Vec<Tag> = tags(text).collect();
    let mut scan = Scan { bindings: bindings(text, &tags), ..Scan::default() };
    for tag in &tags {
        note(&mut scan, text, tag);
        scan.prints.extend(prints(text, tag));
        let first = tag.tokens.first().filter(|_| tag.is_statement).and_then(|first| text.get(first.range.clone()));
        // What stands in the head of a component are names that it gives, not values.
        if first != Some("component") {
            let (paths, asked) = paths(text, &tag.tokens);
            scan.paths.extend(paths);
            scan.asked.extend(asked);
        }
    }
    scan
}

fn note(scan: &mut Scan, text: &str, tag: &Tag) {
    let named = |token: &Token| Named { name: text.get(token.range.clone()).unwrap_or("").to_owned(), range: token.range.clone() };
    if let (true, [first, rest @ ..]) = (tag.is_statement, tag.tokens.as_slice()) {
        match (named(first).name.as_str(), rest) {
            (tag @ ("extends" | "include"), [second, ..]) if second.kind == Kind::Text => {
                if tag == "extends" {
                    scan.parent = Some(named(second).name);
                }
                scan.references.push(named(second));
            }
            ("block", [second, ..]) if second.kind == Kind::Word => scan.blocks.push(named(second)),
            ("component", [second, ..]) if second.kind == Kind::Word => scan.components.push(named(second)),
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
    scan.words.extend(tag.tokens.iter().filter(|token| token.kind == Kind::Word).map(named));
}

fn is_asset_filter(name: &str) -> bool {
    matches!(name, "asset" | "integrity")
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
        assert_eq!(paths("{% component one(page: map) %}{{ page.x }}{% endcomponent one %}{{ page.y }}"), "page>x endcomponent one page>y");
    }

    #[test]
    fn malformed_texts_are_read_as_far_as_they_go() {
        for text in ["{{", "{% include 'a", "{# x", "{% raw %}{% x %}", "é{{ é", "{%%}", "{{ 'é\\", "{{{}}}"] {
            scan(text);
        }
    }
}
