//! The short texts of a guide, which can hold no link and so no figure: those of its front matter, and those of its blocks.

use crate::check::place;
use crate::check::subject::Subject;
use crate::fact::{Locale, figures, may_have_a_figure};
use crate::guide::body::{BlockKind, Piece};
use crate::guide::front_matter::FrontMatter;
use crate::problem::{Code, Problem};
use crate::yaml::Named;

/// A text of the front matter: what it is called, where it stands, and what it says.
type Short<'a> = (&'static str, Vec<String>, &'a str);

/// Every number in the short texts that should be a figure.
pub(super) fn find(subject: &Subject, locale: &Locale) -> Vec<Problem> {
    let head = &subject.manuscript.head;
    let mut problems = Vec::new();
    for (what, path, text) in of_front(&head.front).into_iter().filter(|(.., text)| may_have_a_figure(text)) {
        for printed in figures(text, locale) {
            let words = text.get(printed.range.clone()).unwrap_or_default();
            let value = place::of(head, &path.iter().map(String::as_str).collect::<Vec<_>>());
            problems.push(Problem::new(Code::FigureUnbound, place::within(&head.text, &value, words), message(words)).help(way_out(what)));
        }
    }
    let text = &subject.manuscript.text;
    for piece in &subject.manuscript.body.pieces {
        let Piece::Block(block) = piece else { continue };
        for (what, short) in of_block(&block.kind) {
            for printed in figures(short, locale) {
                let words = short.get(printed.range).unwrap_or_default();
                let span = place::within(text, &text.span(block.range.clone()), words);
                problems.push(Problem::new(Code::FigureUnbound, span, message(words)).help(way_out(what)));
            }
        }
    }
    problems
}

/// Whether any of them may have a number, at little cost.
pub(super) fn may_have_any(subject: &Subject) -> bool {
    let in_blocks = subject.manuscript.body.pieces.iter().filter_map(|piece| if let Piece::Block(block) = piece { Some(&block.kind) } else { None });
    of_front(&subject.manuscript.head.front).iter().any(|(.., text)| may_have_a_figure(text))
        || in_blocks.flat_map(of_block).any(|(_, text)| may_have_a_figure(text))
}

/// What is wrong with a number that is no figure.
pub(super) fn message(words: &str) -> String {
    format!("`{words}` is tied to no fact, so nothing says where it is from")
}

fn way_out(what: &str) -> String {
    format!("{what} cannot name a fact: say it in words here, and print the number as a figure in the text")
}

fn of_front(front: &FrontMatter) -> Vec<Short<'_>> {
    let (occupation, education) = (front.occupation.as_ref(), front.education.as_ref());
    let single = [
        one("a title", &["title"], front.title.as_ref()),
        one("a summary", &["summary"], front.summary.as_ref()),
        one("a definition", &["occupation", "definition"], occupation.and_then(|it| it.definition.as_ref())),
        one("a field of study", &["education", "field"], education.and_then(|it| it.field.as_ref())),
        one("a note", &["education", "note"], education.and_then(|it| it.note.as_ref())),
        one("a note", &["experience", "note"], front.experience.as_ref().and_then(|it| it.note.as_ref())),
        one("a note", &["training", "note"], front.training.as_ref().and_then(|it| it.note.as_ref())),
        one("a call to action", &["cta", "text"], front.cta.as_ref().and_then(|it| it.text.as_ref())),
        one("a call to action", &["cta", "label"], front.cta.as_ref().and_then(|it| it.label.as_ref())),
    ];
    let mut all: Vec<Short> = single.into_iter().flatten().collect();
    let lists = [
        ("a place of work", "work_settings", front.work_settings.as_ref()),
        ("a schedule", "schedule", front.schedule.as_ref()),
        ("a benefit", "benefits", front.benefits.as_ref()),
    ];
    for (what, name, list) in lists {
        all.extend(list.into_iter().flatten().enumerate().map(|(at, text)| (what, vec![name.to_owned(), at.to_string()], text.as_str())));
    }
    for (at, item) in front.faq.iter().flatten().enumerate() {
        all.extend(one("a question", &["faq", &at.to_string(), "q"], item.q.as_ref()));
    }
    for (at, item) in front.credentials.iter().flatten().enumerate() {
        all.extend(one("a note", &["credentials", &at.to_string(), "note"], item.note.as_ref()));
    }
    for (at, item) in front.skills.iter().flatten().enumerate() {
        all.extend(one("a note", &["skills", &at.to_string(), "note"], full(item).and_then(|it| it.note.as_ref())));
    }
    for (at, item) in front.resources.iter().flatten().enumerate() {
        all.extend(one("what is said about a resource", &["resources", &at.to_string(), "about"], full(item).and_then(|it| it.about.as_ref())));
    }
    for (list, steps) in [("similar", &front.similar), ("progresses_to", &front.progresses_to), ("specialisations", &front.specialisations)] {
        for (at, item) in steps.iter().flatten().enumerate() {
            all.extend(one("what is said about an occupation", &[list, &at.to_string(), "about"], full(item).and_then(|it| it.about.as_ref())));
        }
    }
    all
}

fn one<'a>(what: &'static str, path: &[&str], text: Option<&'a String>) -> Option<Short<'a>> {
    Some((what, path.iter().map(|&it| it.to_owned()).collect(), text?))
}

fn full<T>(entry: &Named<T>) -> Option<&T> {
    if let Named::Full(entry) = entry { Some(entry) } else { None }
}

fn of_block(block: &BlockKind) -> Vec<(&'static str, &str)> {
    match block {
        BlockKind::Cta(Some(cta)) => [&cta.text, &cta.label].into_iter().flatten().map(|text| ("a call to action", text.as_str())).collect(),
        BlockKind::Faq(questions) => questions.iter().filter_map(|it| Some(("a question", it.q.as_deref()?))).collect(),
        BlockKind::Steps(steps) => steps.iter().map(|it| ("the title of a step", it.title.as_str())).collect(),
        _ => Vec::new(),
    }
}
