//! A report for people: the message, the line with a mark under the words that are meant, and the way out.
//! annotate-snippets draws it; this module alone knows that crate.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use super::escape::{escape, escape_line, mask};
use super::places::{Places, fit};
use super::{Level, Problem, Report};
use crate::source::{SourcePath, Sources, Span};

/// How many problems are shown before the rest is only counted.
pub const SHOWN: usize = 200;
/// Longest excerpt, in bytes; for a longer one only the place is named.
const MAX_EXCERPT: usize = 16 * 1024;
/// Most lines of one excerpt.
const MAX_LINES: usize = 6;

/// The report as text for a terminal; empty without problems.
pub fn render(report: &Report, sources: &Sources, is_coloured: bool) -> String {
    let shown = report.problems().get(..SHOWN).unwrap_or(report.problems());
    let places = Places::of(shown.iter().flat_map(spans), sources);
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for problem in shown {
        text.push_str(&renderer.render(&[group(problem, &places)]));
        text.push_str("\n\n");
    }
    let rest = report.problems().len() - shown.len();
    if rest > 0 {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "... and {rest} more; `guidepost check --format json` lists them all");
    }
    text
}

pub(super) fn spans(problem: &Problem) -> impl Iterator<Item = &Span> {
    std::iter::once(&problem.span).chain(problem.others.iter().map(|(span, _)| span))
}

/// A mark to draw.
struct Mark<'a> {
    span: &'a Span,
    words: Option<String>,
    kind: AnnotationKind,
}

fn group<'a>(problem: &Problem, places: &Places) -> Group<'a> {
    let level = match problem.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Note => Title::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(escape(&problem.message)).id(problem.code.id()));
    let main = Mark { span: &problem.span, words: None, kind: AnnotationKind::Primary };
    let others = problem.others.iter().map(|(span, words)| Mark { span, words: Some(escape_line(words)), kind: AnnotationKind::Context });
    // By file, the problem's own first: marks that stand close together share an excerpt.
    let mut by_file: BTreeMap<(bool, &SourcePath), Vec<Mark<'_>>> = BTreeMap::new();
    for mark in std::iter::once(main).chain(others) {
        by_file.entry((mark.span.file != problem.span.file, &mark.span.file)).or_default().push(mark);
    }
    for ((_, file), marks) in by_file {
        let whole = marks.iter().map(|mark| mark.span.start).min().unwrap_or(0)..marks.iter().map(|mark| mark.span.end).max().unwrap_or(0);
        if let Some(snippet) = snippet(file, whole, &marks, places) {
            group = group.element(snippet);
            continue;
        }
        for mark in &marks {
            group = match snippet(file, mark.span.start..mark.span.end, std::slice::from_ref(mark), places) {
                Some(snippet) => group.element(snippet),
                // A spreadsheet has no lines to show: its cell is told in words.
                None => match &mark.words {
                    Some(words) => group.element(origin(mark, places)).element(Title::NOTE.message(words.clone())),
                    None => group.element(origin(mark, places)),
                },
            };
        }
    }
    match &problem.help {
        Some(help) => group.element(Title::HELP.message(escape(help))),
        None => group,
    }
}

/// The lines of `range` with `marks`; `None` if they are too many or no text.
fn snippet<'a>(file: &SourcePath, range: Range<usize>, marks: &[Mark<'_>], places: &Places) -> Option<Snippet<'a, Annotation<'a>>> {
    let text = places.text(file)?;
    let (lines, first) = places.lines(file, range)?;
    let excerpt = text.get(lines.clone())?;
    let is_spread = marks.len() == 1 && excerpt.lines().count() > MAX_LINES;
    let excerpt = if is_spread { excerpt.split_inclusive('\n').next().unwrap_or("") } else { excerpt };
    if excerpt.trim().is_empty() || excerpt.len() > MAX_EXCERPT || excerpt.contains('\0') {
        return None;
    }
    let mut snippet = Snippet::source(mask(excerpt)).line_start(first).path(escape_line(file.as_str()));
    for mark in marks {
        let at = fit(text, mark.span.start..mark.span.end);
        let inside = at.start.saturating_sub(lines.start)..at.end.saturating_sub(lines.start);
        let annotation = mark.kind.span(fit(excerpt, end_on_its_line(excerpt, inside, is_spread)));
        snippet = snippet.annotation(match &mark.words {
            Some(words) => annotation.label(words.clone()),
            None => annotation,
        });
    }
    Some(snippet)
}

/// A span that is cut off with its excerpt ends before the line's end.
fn end_on_its_line(excerpt: &str, range: Range<usize>, is_spread: bool) -> Range<usize> {
    if is_spread { range.start..range.end.min(excerpt.trim_end().len()).max(range.start) } else { range }
}

fn origin<'a>(mark: &Mark<'_>, places: &Places) -> Origin<'a> {
    let (start, _) = places.ends(mark.span);
    let origin = Origin::path(escape_line(mark.span.file.as_str()));
    if places.text(&mark.span.file).is_some() { origin.line(start.line).char_column(start.column) } else { origin }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::problem::{Code, annotations, json, sarif};

    fn sources(files: &[(&str, &[u8])]) -> Sources {
        let files = files.iter().map(|(path, bytes)| (SourcePath::new(path).unwrap(), Arc::from(*bytes))).collect();
        Sources { files, ..Sources::default() }
    }

    fn span(file: &str, range: Range<usize>) -> Span {
        Span::new(&SourcePath::new(file).unwrap(), range)
    }

    fn check(problem: Problem, files: &[(&str, &[u8])], expected: &str) {
        let report = Report::new([problem], &BTreeMap::new());
        let text = render(&report, &sources(files), false);
        assert_eq!(text.trim_end(), expected.trim_matches('\n'));
    }

    #[test]
    fn a_problem_shows_its_line_and_the_way_out() {
        let problem = Problem::new(Code::UnknownKey, span("content/a.md", 15..20), "no key is called `tilte`").help("did you mean `title`?");
        check(
            problem,
            &[("content/a.md", b"---\ndraft: yes\n\ttilte: x\n---\n")],
            "
error[unknown-key]: no key is called `tilte`
 --> content/a.md:3:1
  |
3 |     tilte: x
  | ^^^^^^^^
  |
  = help: did you mean `title`?",
        );
    }

    #[test]
    fn other_places_are_shown_with_their_words() {
        let problem = Problem::new(Code::DuplicateKey, span("content/a.md", 4..8), "`soc` stands twice")
            .also(span("content/a.md", 0..3), "first here")
            .also(span("content/b.md", 0..1), "and like this there");
        check(
            problem,
            &[("content/a.md", b"soc\nsoc \n"), ("content/b.md", b"x\n")],
            "
error[duplicate-key]: `soc` stands twice
 --> content/a.md:2:1
  |
1 | soc
  | --- first here
2 | soc 
  | ^^^^
  |
 ::: content/b.md:1:1
  |
1 | x
  | - and like this there",
        );
    }

    #[test]
    fn a_file_that_was_not_read_is_named_alone() {
        let problem = Problem::new(Code::UnusableFile, span("content/p\u{202e}ipe\n.md", 0..0), "this is a \u{1b}[31mpipe");
        check(
            problem,
            &[],
            "
error[unusable-file]: this is a \\u{001B}[31mpipe
--> content/p\\u{202E}ipe .md",
        );
    }

    #[test]
    fn what_could_turn_a_line_around_is_masked_in_it() {
        let problem = Problem::new(Code::ControlCharacter, span("a.md", 1..2), "a control character, U+001B, is in the text");
        let report = Report::new([problem], &BTreeMap::new());
        let text = render(&report, &sources(&[("a.md", "a\u{1b}b\u{202e}c\n".as_bytes())]), false);
        assert!(text.contains("1 | a?b\u{fffd}c"), "{text}");
    }

    #[test]
    fn at_most_200_are_shown() {
        let problems = (0..205).map(|at| Problem::new(Code::UnknownKey, span("a.md", at..at), "x"));
        let text = render(&Report::new(problems, &BTreeMap::new()), &sources(&[("a.md", &[b'x'; 300])]), false);
        assert_eq!(text.matches("error[").count(), 200);
        assert!(text.ends_with("... and 5 more; `guidepost check --format json` lists them all\n"));
    }

    proptest! {
        #[test]
        fn no_span_and_no_text_can_make_a_renderer_panic(
            text in prop_oneof![any::<String>(), "[a\u{e9}\u{1f469}\u{200d}\t\n\r\u{0}]{0,40}"],
            (a, b, c, d) in (0..60_usize, 0..60_usize, 0..60_usize, 0..60_usize),
            message in any::<String>(),
        ) {
            let problem = Problem::new(Code::UnknownKey, Span { file: SourcePath::new("a.md").unwrap(), start: a, end: b }, message.clone())
                .also(Span { file: SourcePath::new("a.md").unwrap(), start: c, end: d }, message.clone())
                .also(span("b.md", c..d), message.clone())
                .help(message);
            let report = Report::new([problem], &BTreeMap::new());
            let sources = sources(&[("a.md", text.as_bytes())]);
            let shown = render(&report, &sources, true);
            prop_assert!(shown.contains("unknown-key"));
            json::render(&report, &sources);
            sarif::render(&report, &sources);
            annotations::render(&report, &sources);
        }
    }
}
