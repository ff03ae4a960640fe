//! What Markdown becomes, and what is reported about it. The file under test is `content/care/aide.md`.

mod blocks;
mod headings;
mod links;
mod notes;
mod random;
mod raw_html;
mod tables;
mod text;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::{Body, Piece, SectionKind};
use crate::guide::rules::{ParameterKind, ParameterRule, Rules};
use crate::problem::Problem;
use crate::source::{SourcePath, Text};

/// The body of `markdown` on a page with numbered sections.
fn body(markdown: &str) -> (Body, Vec<Problem>, Text) {
    let path = SourcePath::new("content/care/aide.md").unwrap();
    let text = Text { path, text: markdown.into() };
    let (body, problems) = super::parse(&text, 0, &rules(), (false, rules().words.of("en"), '.'));
    (body, problems, text)
}

fn rules() -> Rules {
    let words = |kind, words: &[&str]| (kind, words.iter().map(|&word| word.to_owned()).collect());
    let parameter = |name: &str, kind, required| ParameterRule { name: name.to_owned(), kind, required, default: None };
    let video = vec![
        parameter("src", ParameterKind::Text, true),
        parameter("loops", ParameterKind::Boolean, false),
        parameter("tone", ParameterKind::Choice(vec!["warm".to_owned(), "cold".to_owned()]), false),
    ];
    Rules {
        numbered: true,
        section_words: vec![
            words(SectionKind::Pay, &["salary", "pay"]),
            words(SectionKind::Outlook, &["outlook", "job outlook"]),
            words(SectionKind::Duties, &["duties"]),
        ],
        html_allow: ["figure", "a", "script", "hr"].map(str::to_owned).into(),
        theme_blocks: BTreeMap::from([("video".to_owned(), video)]),
        front_matter_limit: 65_536,
        ..Rules::default()
    }
}

/// `markdown` becomes `expected`, without any problem. Pieces that are no HTML stand in square brackets.
#[track_caller]
fn check(markdown: &str, expected: &str) {
    let (body, problems, _) = body(markdown);
    assert_eq!(shown(&body.pieces).trim_end(), expected.trim());
    assert_eq!(problems, [], "{markdown}");
}

/// `markdown` gives the problems `expected`: code, place, what stands there, message; in the order of the file.
#[track_caller]
fn check_problems(markdown: &str, expected: &str) {
    let (_, problems, text) = body(markdown);
    assert_eq!(listed(&problems, &text).trim_end(), expected.trim());
}

/// The way out that is given for the first problem of `markdown`.
fn first_help(markdown: &str) -> String {
    body(markdown).1.first().and_then(|problem| problem.help.clone()).unwrap_or_default()
}

/// What stands at `range`.
fn typed(text: &Text, range: Range<usize>) -> &str {
    text.text.get(range).unwrap()
}

fn listed(problems: &[Problem], text: &Text) -> String {
    let mut list = String::new();
    for problem in problems {
        let place = text.place(problem.span.start);
        let typed = text.text.get(problem.span.start..problem.span.end).unwrap_or("?!");
        let _ = writeln!(list, "{} {}:{} `{}` {}", problem.code.id(), place.line, place.column, typed.replace('\n', "⏎"), problem.message);
        for (span, words) in &problem.others {
            let place = text.place(span.start);
            let _ = writeln!(list, "  {}:{} {words}", place.line, place.column);
        }
    }
    list
}

fn shown(pieces: &[Piece]) -> String {
    let mut shown = String::new();
    for piece in pieces {
        match piece {
            Piece::Html(html) => shown.push_str(html),
            Piece::Image(image) => {
                let _ = write!(shown, "[image {:?} {:?}]", image.source, image.alt);
            }
            Piece::Block(block) => {
                let _ = writeln!(shown, "[{:?}]", block.kind);
            }
            Piece::Table(table) => {
                let _ = writeln!(shown, "[table {} {:?} unit {:?} source {:?} note {:?}", table.id, table.caption, table.unit, table.source, table.note);
                let columns: Vec<String> = table.columns.iter().map(|column| format!("{}{}", column.html, if column.numeric { " #" } else { "" })).collect();
                let _ = writeln!(shown, "{}", columns.join(" | "));
                for row in &table.rows {
                    let cells: Vec<String> =
                        row.iter().map(|cell| cell.html.clone() + &cell.number.as_ref().map(|number| format!(" ({number})")).unwrap_or_default()).collect();
                    let _ = writeln!(shown, "{}", cells.join(" | "));
                }
                shown.push_str("]\n");
            }
        }
    }
    shown
}
