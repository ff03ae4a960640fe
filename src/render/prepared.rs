//! A page as the template engine takes it, before any theme is asked: every value that its templates will be given, and the
//! stamps by which it can be told whether they are the same as the last time.

use std::collections::BTreeSet;

use tera::{Map, Value};

use crate::page::view::{BlockView, BodyPart, Content, ThemeBlockView, View};
use crate::stamp::{Stamp, Stamps};

/// A page, ready for any theme.
#[derive(Debug)]
pub struct Prepared {
    /// Its path, for messages.
    pub(super) path: String,
    /// The language of the page.
    pub language: String,
    /// What templates see as `page`.
    pub(super) page: Value,
    /// The name of its kind: that of its template, and of the value beside `page`.
    pub(super) kind: &'static str,
    /// That value, its text not yet filled in; none for a kind without one.
    pub(super) content: Option<Map>,
    /// Its text, in order.
    pub(super) text: Vec<Part>,
}

/// A stretch of a page's text.
#[derive(Debug)]
pub(super) enum Part {
    /// Finished HTML.
    Html(String),
    /// A block of Guidepost's own: its template and what that is given as `block`.
    Block(String, Value),
    /// A block of the theme, which alone knows the kinds of its parameters.
    Own(ThemeBlockView),
}

impl Prepared {
    /// The templates that show it: that of its kind and those of its blocks.
    pub fn templates(&self) -> BTreeSet<String> {
        self.text.iter().filter_map(Part::template).chain([format!("{}.html", self.kind)]).collect()
    }

    /// The stamps of `page.title` ... `guide.summary` ... `text`.
    pub fn stamps(&self) -> Stamps {
        let mut stamps = fields("page", self.page.as_map());
        stamps.extend(fields(self.kind, self.content.as_ref()));
        stamps.push(("text".to_owned(), Stamp::of_all(self.text.iter().flat_map(Part::stamps))));
        stamps
    }
}

/// The template that shows redirects.
pub const REDIRECT: &str = "redirect.html";

/// Prepares `view`.
pub fn prepare(view: View) -> Prepared {
    let View { page, content, body } = view;
    let (path, language, kind) = (page.path.clone(), page.language.clone(), content.name());
    let page = Value::from_serializable(&page);
    let content = value(&content).and_then(Value::into_map);
    let text: Vec<Part> = body.into_iter().map(part).collect();
    Prepared { path, language, page, kind, content, text }
}

/// The stamp of every field of a value, each called `name.field`.
pub(super) fn fields(name: &str, map: Option<&Map>) -> Stamps {
    map.into_iter().flatten().map(|(key, value)| (format!("{name}.{key}"), Stamp::of(value))).collect()
}

fn part(part: BodyPart) -> Part {
    match part {
        BodyPart::Html(html) => Part::Html(html),
        BodyPart::Block(block) => match *block {
            BlockView::Theme(own) => Part::Own(own),
            built_in => Part::Block(built_in.template(), Value::from_serializable(&built_in)),
        },
    }
}

fn value(content: &Content) -> Option<Value> {
    Some(match content {
        Content::Home(view) => Value::from_serializable(view),
        Content::Section(view) => Value::from_serializable(view),
        Content::Guide(view) => Value::from_serializable(view),
        Content::Plain(view) => Value::from_serializable(view),
        Content::Resources(view) => Value::from_serializable(view),
        Content::Tags(view) => Value::from_serializable(view),
        Content::Tag(view) => Value::from_serializable(view),
        Content::Author(view) => Value::from_serializable(view),
        Content::Index(view) => Value::from_serializable(view),
        Content::Ledger(view) => Value::from_serializable(view),
        Content::Sources(view) => Value::from_serializable(view),
        Content::NotFound => return None,
    })
}

impl Part {
    /// The template that shows it; `None` for finished HTML.
    pub(super) fn template(&self) -> Option<String> {
        match self {
            Self::Html(_) => None,
            Self::Block(template, _) => Some(template.clone()),
            Self::Own(own) => Some(format!("blocks/{}.html", own.name)),
        }
    }

    /// Of its kind and of what it holds.
    fn stamps(&self) -> [Stamp; 2] {
        match self {
            Self::Html(html) => [Stamp::of(&()), Stamp::of_bytes(html.as_bytes())],
            Self::Block(template, value) => [Stamp::of(template), Stamp::of(value)],
            Self::Own(own) => [Stamp::of(&own.name), Stamp::of(&own.parameters)],
        }
    }
}
