//! Collects what the rules find, and knows where the values stand.

use std::ops::Range;

use crate::problem::{Code, Problem};
use crate::source::Span;
use crate::tree::Places;

/// The language that help shows its examples in.
#[derive(Debug, Clone, Copy)]
enum Language {
    Yaml,
    Toml,
}

/// Collects the problems of one file's values.
#[derive(Debug)]
pub(crate) struct Judge<'p, 't> {
    places: &'p Places<'t>,
    language: Language,
    /// What was found, in no order yet.
    pub(crate) problems: Vec<Problem>,
}

impl<'p, 't> Judge<'p, 't> {
    /// A judge who has found nothing yet.
    pub(crate) fn new(places: &'p Places<'t>) -> Self {
        Self { places, language: Language::Yaml, problems: Vec::new() }
    }

    /// A judge of a TOML file.
    pub(crate) fn of_toml(places: &'p Places<'t>) -> Self {
        Self { language: Language::Toml, ..Self::new(places) }
    }

    /// The value at `path` is wrong.
    pub(crate) fn invalid(&mut self, path: &[&str], message: impl Into<String>, help: impl Into<String>) {
        self.report(Code::InvalidValue, path, message, help);
    }

    /// A problem of the value at `path`.
    pub(crate) fn report(&mut self, code: Code, path: &[&str], message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(code, self.span(path), message).help(help));
    }

    /// `owner` needs a text in the last field of `path`. `example` is what its help shows behind the colon.
    pub(crate) fn needs_text(&mut self, owner: &str, value: Option<&String>, path: &[&str], example: &str) {
        self.needs(owner, value.is_some_and(|text| !text.trim().is_empty()), path, example);
    }

    /// `owner` needs the last field of `path`, which `is_there` or not. A field that was written and could not be
    /// read, or whose name is mistyped, is not missing: that it is wrong has been told.
    pub(crate) fn needs(&mut self, owner: &str, is_there: bool, path: &[&str], example: &str) {
        let Some((field, above)) = path.split_last() else { return };
        let is_blank_text = || self.places.node(path).is_some_and(|node| matches!(&node.value, crate::tree::Value::Scalar(text, _) if text.trim().is_empty()));
        if is_there || (self.places.is_written(path) && !is_blank_text()) || self.places.is_mistyped(path) {
            return;
        }
        let (shown, more) = example.split_once('\n').map_or((example, String::new()), |(shown, more)| (shown, format!("; {more}")));
        let place = if self.places.node(path).is_some() { self.places.key(path) } else { self.places.value(above) };
        let problem = Problem::new(Code::MissingField, self.first_line(place), format!("{owner} needs `{field}`"));
        let line = match self.language {
            Language::Yaml => format!("{field}: {shown}"),
            Language::Toml => format!("{field} = {}", in_toml(shown)),
        };
        self.problems.push(problem.help(format!("write `{line}`{more}")));
    }

    /// Whether something stands at `path`, be it readable or not.
    pub(crate) fn is_written(&self, path: &[&str]) -> bool {
        self.places.is_written(path)
    }

    /// Whether `text` stands somewhere without a quote before it. Finding that out is much cheaper than asking where.
    pub(crate) fn stands_unquoted(&self, text: &str) -> bool {
        let source = self.places.source();
        source.match_indices(text).any(|(at, _)| source.get(..at).is_some_and(|before| !before.ends_with(['"', '\''])))
    }

    /// Whether the value at `path` was written without quotes in YAML.
    pub(crate) fn is_plain(&self, path: &[&str]) -> bool {
        self.places.node(path).is_some_and(crate::tree::Node::is_plain)
    }

    /// What follows the value at `path` on its line.
    pub(crate) fn behind(&self, path: &[&str]) -> &'t str {
        let rest = self.places.text().text.get(self.places.value(path).end..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    /// Whether `words` stand anywhere among the values.
    pub(crate) fn text_holds(&self, words: &str) -> bool {
        self.places.source().contains(words)
    }

    /// The place of the value at `path`; of its first line, if it has several.
    pub(crate) fn span(&self, path: &[&str]) -> Span {
        self.first_line(self.places.value(path))
    }

    /// The place of the last key of `path`.
    pub(crate) fn key_span(&self, path: &[&str]) -> Span {
        self.first_line(self.places.key(path))
    }

    fn first_line(&self, range: Range<usize>) -> Span {
        let text = self.places.text();
        let length = text.text.get(range.clone()).and_then(|it| it.find('\n')).unwrap_or(range.len());
        text.span(range.start..range.start + length)
    }
}

/// An example of YAML as TOML: texts in quotes, `=` for the colon.
fn in_toml(example: &str) -> String {
    match example.strip_prefix("{ ").and_then(|rest| rest.strip_suffix(" }")) {
        Some(inside) => {
            let entry = |it: &str| it.split_once(": ").map(|(key, value)| format!("{key} = {}", in_toml(value)));
            format!("{{ {} }}", inside.split(", ").filter_map(entry).collect::<Vec<_>>().join(", "))
        }
        None => format!("\"{}\"", example.trim_matches('"')),
    }
}
