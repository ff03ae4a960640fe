//! One view and a theme become a page. Pure but for the clock that stops a page which takes too long.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::json;
use tera::{Context, Value};

use crate::page::view::sample::{self, Amount};
use crate::page::view::{BlockView, BodyPart, Content, RedirectView, ThemeBlockView, View};
use crate::problem::{Code, Problem};
use crate::settings::Config;
use crate::source::Span;
use crate::theme::{Shared, Theme, href};

/// What rendering one page may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest time, in seconds.
    pub seconds: u64,
    /// The largest page, in bytes.
    pub bytes: usize,
}

impl Limits {
    /// The limits that the settings give.
    pub fn of(config: &Config) -> Self {
        Self { seconds: config.render_seconds, bytes: config.rendered_limit }
    }
}

/// The HTML of the page that shows `view`, or the first thing in the theme that does not work for it.
pub fn page(theme: &Theme, shared: &Shared, view: &View, limits: Limits) -> Result<String, Problem> {
    let mut run = Run::new(theme, format!("/{}", view.page.path), limits);
    let mut context = Context::new();
    context.insert_value("site", shared.site.clone());
    context.insert_value("page", Value::from_serializable(&view.page));
    let body = body(&mut run, &mut context, &view.body)?;
    if let Some(content) = content(&view.content, &body) {
        context.insert_value(view.content.name().replace('-', "_"), content);
    }
    run.template(&format!("{}.html", view.content.name()), &context)
}

/// The HTML of a page at an old address that leads to the new one.
pub fn redirect(theme: &Theme, shared: &Shared, view: &RedirectView, limits: Limits) -> Result<String, Problem> {
    let mut run = Run::new(theme, format!("/{}", view.from), limits);
    let target = match href(&view.path, &view.root) {
        Ok(address) if address.starts_with(&view.root) => address,
        _ => return Err(run.problem(Code::RenderFailed, "redirect.html", format!("a redirect to `{}` leads out of the site", view.path))),
    };
    let mut context = Context::new();
    context.insert_value("site", shared.site.clone());
    for (name, value) in [("title", &*view.title), ("target", &*target), ("canonical", &view.canonical), ("language", &view.language)] {
        context.insert_value(name, Value::from(value));
    }
    run.template("redirect.html", &context)
}

/// What does not work in `theme` when it shows every kind of page and block, with everything there is and with nothing.
///
/// Finds what loading cannot: fields that no view has, wrong arguments of components, in branches no page of the site takes.
pub fn try_out(theme: &Theme, limits: Limits) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for amount in [Amount::Full, Amount::Minimal] {
        let shared = Shared::new(&sample::site(amount, theme.params.clone()));
        let mut views = sample::pages(amount);
        for view in views.iter_mut().filter(|view| !view.body.is_empty()) {
            let own = [Amount::Full, Amount::Minimal].into_iter().flat_map(|amount| theme_blocks(theme, amount));
            view.body.extend(own.map(|block| BodyPart::Block(Box::new(BlockView::Theme(block)))));
        }
        problems.extend(views.iter().filter_map(|view| page(theme, &shared, view, limits).err()));
        problems.extend(redirect(theme, &shared, &sample::redirect(), limits).err());
    }
    once_each(problems)
}

/// `problems` of rendering with those told once that many pages have: the first page is named, the others are counted.
pub fn once_each(problems: impl IntoIterator<Item = Problem>) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    let mut told: BTreeMap<(Span, String), (usize, usize)> = BTreeMap::new();
    for problem in problems {
        match told.entry((problem.span.clone(), problem.message.clone())) {
            Entry::Occupied(mut entry) => entry.get_mut().1 += 1,
            Entry::Vacant(entry) => {
                entry.insert((kept.len(), 0));
                kept.push(problem);
            }
        }
    }
    for (at, others) in told.into_values().filter(|(_, others)| *others > 0) {
        if let Some(problem) = kept.get_mut(at) {
            let help = problem.help.take().unwrap_or_default();
            problem.help = Some(format!("{help}; the same happens {others} more {}", if others == 1 { "time" } else { "times" }));
        }
    }
    kept
}

/// The theme's own blocks, with all of their parameters or with those that must be given.
fn theme_blocks(theme: &Theme, amount: Amount) -> impl Iterator<Item = ThemeBlockView> {
    theme.blocks().iter().map(move |(name, parameters)| {
        let given = parameters.iter().filter(|(_, parameter)| amount == Amount::Full || parameter.required);
        ThemeBlockView { name: name.clone(), parameters: given.map(|(name, parameter)| (name.clone(), parameter.example())).collect() }
    })
}

/// The text of a page: its HTML and its blocks, in order.
fn body(run: &mut Run, context: &mut Context, parts: &[BodyPart]) -> Result<String, Problem> {
    let mut html = String::new();
    for part in parts {
        match part {
            BodyPart::Html(text) => html.push_str(text),
            BodyPart::Block(block) => html.push_str(&block_html(run, context, block)?),
        }
        if html.len() > run.limits.bytes {
            return Err(run.stopped(Stop::Size, &block_or_base(part)));
        }
    }
    context.remove("block");
    Ok(html)
}

fn block_html(run: &mut Run, context: &mut Context, block: &BlockView) -> Result<String, Problem> {
    let value = match block {
        // Authors' texts become numbers and truth values here: the text `false` would count as true in a template.
        BlockView::Theme(own) => Value::from_serializable(&json!({ "name": own.name, "parameters": run.theme.block_parameters(own) })),
        built_in => Value::from_serializable(built_in),
    };
    context.insert_value("block", value);
    run.template(&block.template(), context)
}

fn block_or_base(part: &BodyPart) -> String {
    match part {
        BodyPart::Html(_) => "base.html".to_owned(),
        BodyPart::Block(block) => block.template(),
    }
}

/// The value of the page's kind, its text filled in. `None` for a kind that has none.
fn content(content: &Content, body: &str) -> Option<Value> {
    match content {
        Content::Home(view) => Some(with_body(view, body)),
        Content::Section(view) => Some(with_body(view, body)),
        Content::Guide(view) => Some(with_body(view, body)),
        Content::Plain(view) => Some(with_body(view, body)),
        Content::Resources(view) => Some(with_body(view, body)),
        Content::Tags(view) => Some(Value::from_serializable(view)),
        Content::Tag(view) => Some(Value::from_serializable(view)),
        Content::Index(view) => Some(Value::from_serializable(view)),
        Content::NotFound => None,
    }
}

fn with_body<T: Serialize>(view: &T, body: &str) -> Value {
    let mut fields = Value::from_serializable(view).into_map().unwrap_or_default();
    fields.insert("body_html".into(), Value::safe_string(body));
    Value::from(fields)
}

/// The rendering of one page: all its templates share its time.
struct Run<'a> {
    theme: &'a Theme,
    /// The page's address, for messages.
    page: String,
    limits: Limits,
    deadline: Option<Instant>,
}

impl<'a> Run<'a> {
    fn new(theme: &'a Theme, page: String, limits: Limits) -> Self {
        Self { theme, page, limits, deadline: now().checked_add(Duration::from_secs(limits.seconds)) }
    }

    fn template(&mut self, name: &str, context: &Context) -> Result<String, Problem> {
        let mut sink = Sink { bytes: Vec::new(), limit: self.limits.bytes, deadline: self.deadline, writes: 0, stop: None };
        let rendered = self.theme.tera().render_to(name, context, &mut sink);
        if let Some(stop) = sink.stop {
            return Err(self.stopped(stop, name));
        }
        rendered.map_err(|error| self.theme.problem(&error, name, &self.page))?;
        String::from_utf8(sink.bytes).map_err(|_| self.problem(Code::RenderFailed, name, "the rendered text is not UTF-8".to_owned()))
    }

    fn stopped(&self, stop: Stop, template: &str) -> Problem {
        let Limits { seconds, bytes } = self.limits;
        let message = match stop {
            Stop::Size => format!("the rendered page is larger than {} KiB", bytes / 1024),
            Stop::Time => format!("rendering the page takes longer than {seconds} seconds"),
        };
        self.problem(Code::RenderLimit, template, message)
    }

    fn problem(&self, code: Code, template: &str, message: String) -> Problem {
        Problem::new(code, self.theme.place(template), message).help(format!("while rendering {}", self.page))
    }
}

#[derive(Debug, Clone, Copy)]
enum Stop {
    Size,
    Time,
}

/// Takes what a template prints, until it is too much or too late.
struct Sink {
    bytes: Vec<u8>,
    limit: usize,
    deadline: Option<Instant>,
    writes: u32,
    stop: Option<Stop>,
}

impl io::Write for Sink {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.writes = self.writes.wrapping_add(1);
        // Asking the clock costs more than a write, so not every write asks.
        if self.writes.is_multiple_of(16) && self.deadline.is_some_and(|deadline| now() > deadline) {
            self.stop = Some(Stop::Time);
            return Err(io::ErrorKind::TimedOut.into());
        }
        if self.bytes.len().saturating_add(text.len()) > self.limit {
            self.stop = Some(Stop::Size);
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a template that never ends must be stopped; the clock decides only whether there is a page, never what is on it"
)]
fn now() -> Instant {
    Instant::now()
}
