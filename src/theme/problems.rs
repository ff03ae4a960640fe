//! What the template engine says becomes problems with their places.
//! Unknown names come from it as text only; the two lines that matter of each report are read here.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::{Error, ErrorKind, ReportError};

use super::nesting;
use super::scan::Scan;
use crate::problem::{Code, Problem};
use crate::source::{Span, Text};
use crate::tree::nearest;

/// The templates of a theme by their names, and the other names that they may use.
pub(super) struct Names<'a> {
    pub(super) templates: &'a BTreeMap<String, Text>,
    pub(super) scans: &'a BTreeMap<&'a str, Scan>,
    pub(super) components: Vec<&'a str>,
}

const FILTERS: [&str; 40] = [
    "href",
    "asset",
    "integrity",
    "say",
    "default",
    "upper",
    "lower",
    "wordcount",
    "escape",
    "escape_html",
    "escape_xml",
    "newlines_to_br",
    "pluralize",
    "trim",
    "trim_start",
    "trim_end",
    "replace",
    "capitalize",
    "title",
    "truncate",
    "indent",
    "str",
    "int",
    "float",
    "length",
    "split",
    "reverse",
    "abs",
    "round",
    "first",
    "last",
    "nth",
    "join",
    "sort",
    "unique",
    "get",
    "values",
    "keys",
    "pairs",
    "group_by",
];

const TESTS: [&str; 17] = [
    "string",
    "number",
    "map",
    "bool",
    "array",
    "integer",
    "float",
    "none",
    "iterable",
    "defined",
    "undefined",
    "odd",
    "even",
    "divisible_by",
    "starting_with",
    "ending_with",
    "containing",
];

/// A template that is not written as templates are. `None` if the error is of another kind.
pub(super) fn syntax(error: &Error, text: &Text) -> Option<Problem> {
    let ErrorKind::SyntaxError(report) = error.kind() else { return None };
    let stop = report.span().range.start;
    if let Some(problem) = nesting::unclosed_tag(text, stop).or_else(|| nesting::problem(text, stop)) {
        return Some(problem);
    }
    let message = sentence(report.message());
    let is_open = message.contains("end of input");
    let problem = Problem::new(Code::TemplateSyntax, text.span(sound(text, &report.span().range)), message);
    Some(if is_open { problem.help("something above is never closed: every `{% if %}`, `{% for %}` and `{% block %}` needs its end") } else { problem })
}

/// All names that the engine did not find when it linked the templates, each with its place.
pub(super) fn unknown_names(error: &Error, names: &Names) -> Vec<Problem> {
    let ErrorKind::Msg(reports) = error.kind() else { return Vec::new() };
    let lines: Vec<&str> = reports.lines().collect();
    let pairs = lines.windows(2).filter_map(|pair| match pair {
        // A line of a template's own stands behind its number and a bar, so it is never taken for one of these.
        [message, place] => Some((message.strip_prefix("error: ")?, place.trim_start().strip_prefix("--> ")?)),
        _ => None,
    });
    pairs.filter_map(|(message, place)| unknown_name(message, span_at(place, names.templates)?, names)).collect()
}

fn unknown_name(message: &str, span: Span, names: &Names) -> Option<Problem> {
    let name = message.split('`').nth(1)?;
    let span = named_in(span, name, names.templates);
    let (what, candidates): (_, Vec<&str>) = match message.split('`').next()?.trim() {
        "Unknown filter" => ("filter", FILTERS.to_vec()),
        "Unknown test" => ("test", TESTS.to_vec()),
        "Unknown function" => ("function", vec!["range", "throw", "super"]),
        "Unknown component" => ("component", names.components.clone()),
        "Unknown template" => return Some(missing_template(name, span, names.templates.keys().map(String::as_str))),
        "Block" => return Some(unknown_block(name, span, names)),
        _ => return Some(Problem::new(Code::TemplateName, span, sentence(message))),
    };
    Some(suggest(Problem::new(Code::TemplateName, span, format!("there is no {what} `{name}`")), name, candidates))
}

/// A template replaces a block that those which it extends have not.
fn unknown_block(name: &str, span: Span, names: &Names) -> Problem {
    let mut blocks: Vec<&str> = Vec::new();
    let mut next = names.templates.iter().find(|(_, text)| text.path == span.file).and_then(|(name, _)| names.scans.get(name.as_str()));
    // Circles are refused before the engine links anything.
    while let Some(parent) = next.and_then(|scan| scan.parent.as_deref()).and_then(|parent| names.scans.get(parent)) {
        blocks.extend(parent.blocks.iter().map(|block| block.name.as_str()).filter(|it| !blocks.contains(it)).collect::<Vec<_>>());
        next = Some(parent);
    }
    let problem = Problem::new(Code::TemplateName, span, format!("no template that this one extends has a block `{name}`"));
    let all = blocks.join(", ");
    match nearest(name, blocks.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`? There are {all}")),
        None if blocks.is_empty() => problem,
        None => problem.help(format!("there are {all}")),
    }
}

/// The place of `name` behind the start of `span`: the engine's place of a component begins at its bracket.
fn named_in(span: Span, name: &str, templates: &BTreeMap<String, Text>) -> Span {
    let text = templates.values().find(|text| text.path == span.file);
    let line = text.and_then(|text| text.text.get(span.start..)).and_then(|rest| rest.lines().next());
    match line.and_then(|line| line.find(name)) {
        Some(at) => Span { start: span.start + at, end: span.start + at + name.len(), ..span },
        None => span,
    }
}

/// A template that another one extends or includes is not there.
pub(super) fn missing_template<'a>(name: &str, at: Span, known: impl IntoIterator<Item = &'a str>) -> Problem {
    let problem = Problem::new(Code::TemplateMissing, at, format!("there is no template `{name}`"));
    suggest(problem, name, known)
}

fn suggest<'a>(problem: Problem, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Problem {
    match nearest(name, candidates) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem,
    }
}

/// A page could not be rendered. `page` is its address, such as `/healthcare/x/`; `template` is what was rendered.
pub(super) fn rendering(error: &Error, template: &str, page: &str, templates: &BTreeMap<String, Text>) -> Option<Problem> {
    let context = format!("while rendering {page}");
    let (ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report)) = error.kind() else {
        let text = templates.get(template)?;
        return Some(Problem::new(Code::RenderFailed, text.span(0..0), sentence(&short(&error.to_string()))).help(context));
    };
    let text = templates.get(report.filename())?;
    let span = text.span(sound(text, &report.span().range));
    let problem = match undefined(report) {
        None => Problem::new(Code::RenderFailed, span, sentence(report.message())).help(context),
        Some(("field", name, defined)) if defined.is_empty() && owner(text, span.start).is_some() => {
            let owner = owner(text, span.start).unwrap_or_default();
            Problem::new(Code::TemplateName, span, format!("`{owner}` is none here, so it has no field `{name}`"))
                .help(format!("ask `{{% if {owner} %}}` first ({context})"))
        }
        Some((what, name, defined)) => {
            let way_out = match nearest(name, defined.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? ({context})"),
                None if defined.is_empty() || defined.len() > 12 => context,
                None => format!("defined are {} ({context})", defined.join(", ")),
            };
            Problem::new(Code::TemplateName, span, format!("the {what} `{name}` is not defined")).help(way_out)
        }
    };
    Some(callers(error, templates).into_iter().fold(problem, |problem, caller| problem.also(caller, "called from here")))
}

/// The value whose field stands at the byte `at`: `page.translation` in front of `.is_behind`. `None` where it is worked out.
fn owner(text: &Text, at: usize) -> Option<&str> {
    let before = text.text.get(..at)?.strip_suffix('.')?;
    let begins = before.rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))).map_or(0, |at| at + 1);
    before.get(begins..).filter(|owner| owner.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// What is not defined, its name, and what is.
fn undefined(report: &ReportError) -> Option<(&'static str, &str, Vec<&str>)> {
    let (what, rest) = match report.message().split_once('`')? {
        ("Variable ", rest) => ("value", rest),
        ("Field ", rest) => ("field", rest),
        _ => return None,
    };
    let (name, rest) = rest.split_once('`')?;
    let rest = rest.strip_prefix(" is not defined")?;
    let list = rest.split_once(": ").map_or("", |(_, list)| list);
    Some((what, name, list.split(", ").filter(|name| !name.is_empty() && *name != "none").collect()))
}

/// Where the templates that led to the error call one another, innermost first. Only the engine's text tells.
fn callers(error: &Error, templates: &BTreeMap<String, Text>) -> Vec<Span> {
    let report = error.to_string();
    report.lines().filter_map(|line| line.strip_prefix("note: called from ")).filter_map(|place| span_at(place, templates)).take(8).collect()
}

/// The point that `a.html:3:12` names.
fn span_at(place: &str, templates: &BTreeMap<String, Text>) -> Option<Span> {
    let mut parts = place.trim().rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let text = templates.get(parts.next()?)?;
    let start: usize = text.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let within = text.text.get(start..)?.char_indices().nth(column.checked_sub(1)?).map_or(0, |(at, _)| at);
    Some(text.span(start + within..start + within))
}

/// `range`, kept inside the text and to one line.
fn sound(text: &Text, range: &Range<usize>) -> Range<usize> {
    let start = range.start.min(text.text.len());
    let end = range.end.clamp(start, text.text.len());
    let line = text.text.get(start..end).map_or(0, |rest| rest.find('\n').unwrap_or(rest.len()));
    start..start + line
}

/// The engine's message as ours are written: a small letter first, no full stop.
fn sentence(message: &str) -> String {
    let message = short(message);
    let message = message.trim_end_matches('.');
    let mut chars = message.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

/// One line, at most 300 characters: a message may quote a line of a template whole.
fn short(message: &str) -> String {
    message.lines().next().unwrap_or("").chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_filters_is_that_of_the_engine() {
        let mut tera = tera::Tera::new();
        super::super::filters::register(&mut tera, &std::sync::Arc::default(), &std::sync::Arc::default());
        for filter in FILTERS {
            tera.add_raw_template(filter, &format!("{{{{ x | {filter} }}}}")).unwrap();
        }
        for test in TESTS {
            tera.add_raw_template(test, &format!("{{{{ x is {test} }}}}")).unwrap();
        }
    }
}
