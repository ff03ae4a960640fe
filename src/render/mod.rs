//! One view and a theme become a page. Pure but for the clock that stops a page which takes too long.

mod look;
mod prepared;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use tera::value::Key;
use tera::{Context, Value};

pub use look::Look;
pub use prepared::{Prepared, REDIRECT, prepare};

use crate::page::view::sample::{self, Amount};
use crate::page::view::{BlockView, BodyPart, RedirectView, ThemeBlockView};
use crate::problem::{Code, Problem};
use crate::settings::Config;
use crate::source::Span;
use crate::theme::{Theme, href};
use prepared::Part;

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

/// The HTML of a page in a look, or the first thing in the theme that does not work for it.
pub fn page(look: &Look, prepared: Prepared) -> Result<String, Problem> {
    let Prepared { path, language, page, kind, content, text, .. } = prepared;
    let mut run = Run::new(look, format!("/{path}"));
    let mut context = Context::new();
    context.insert_value("site", look.site.clone());
    insert_words(&mut context, look, &language);
    context.insert_value("page", page);
    let body = body(&mut run, &mut context, text)?;
    if let Some(mut fields) = content {
        // Kinds whose pages have no text of an author have no such field.
        if let Some(place) = fields.get_mut(&Key::from("body_html")) {
            *place = Value::safe_string(&body);
        }
        context.insert_value(kind.replace('-', "_"), Value::from(fields));
    }
    run.template(&format!("{kind}.html"), &context)
}

/// The HTML of a page at an old address that leads to the new one.
pub fn redirect(look: &Look, view: &RedirectView) -> Result<String, Problem> {
    let mut run = Run::new(look, format!("/{}", view.from));
    let target = match href(&view.path, &view.root) {
        Ok(address) if address.starts_with(&view.root) => address,
        _ => return Err(run.problem(Code::RenderFailed, REDIRECT, format!("a redirect to `{}` leads out of the site", view.path))),
    };
    let mut context = Context::new();
    context.insert_value("site", look.site.clone());
    insert_words(&mut context, look, &view.language);
    for (name, value) in [("title", &*view.title), ("target", &*target), ("canonical", &view.canonical), ("language", &view.language)] {
        context.insert_value(name, Value::from(value));
    }
    run.template(REDIRECT, &context)
}

/// The words of the page's language.
fn insert_words(context: &mut Context, look: &Look, language: &str) {
    if let Some(words) = look.theme.words_of(language) {
        context.insert_value("words", words.clone());
    }
}

/// What does not work in `theme` when it shows every kind of page and block, with everything there is and with nothing.
///
/// Finds what loading cannot: fields that no view has, wrong arguments of components, in branches no page of the site takes.
pub fn try_out(theme: &Arc<Theme>, limits: Limits) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for amount in [Amount::Full, Amount::Minimal] {
        let look = Look::new(theme, &sample::site(amount, theme.params.clone()), limits);
        let mut views = sample::pages(amount);
        for view in views.iter_mut().filter(|view| !view.body.is_empty()) {
            let own = [Amount::Full, Amount::Minimal].into_iter().flat_map(|amount| theme_blocks(theme, amount));
            view.body.extend(own.map(|block| BodyPart::Block(Box::new(BlockView::Theme(block)))));
        }
        problems.extend(views.into_iter().filter_map(|view| page(&look, prepare(view)).err()));
        problems.extend(redirect(&look, &sample::redirect()).err());
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
fn body(run: &mut Run, context: &mut Context, parts: Vec<Part>) -> Result<String, Problem> {
    let mut html = String::new();
    for part in parts {
        let template = part.template().unwrap_or_else(|| "base.html".to_owned());
        match part {
            Part::Html(text) => html.push_str(&text),
            Part::Block(_, value) => html.push_str(&block_html(run, context, &template, value)?),
            Part::Own(own) => {
                // Authors' texts become numbers and truth values here: the text `false` would count as true in a template.
                let parameters = run.look.theme.block_parameters(&own);
                let value = Value::from_serializable(&json!({ "name": own.name, "parameters": parameters }));
                html.push_str(&block_html(run, context, &template, value)?);
            }
        }
        if html.len() > run.look.limits.bytes {
            return Err(run.stopped(Stop::Size, &template));
        }
    }
    context.remove("block");
    Ok(html)
}

fn block_html(run: &mut Run, context: &mut Context, template: &str, value: Value) -> Result<String, Problem> {
    context.insert_value("block", value);
    run.template(template, context)
}

/// The rendering of one page: all its templates share its time.
struct Run<'a> {
    look: &'a Look,
    /// The page's address, for messages.
    page: String,
    deadline: Option<Instant>,
}

impl<'a> Run<'a> {
    fn new(look: &'a Look, page: String) -> Self {
        Self { look, page, deadline: now().checked_add(Duration::from_secs(look.limits.seconds)) }
    }

    fn template(&mut self, name: &str, context: &Context) -> Result<String, Problem> {
        let mut sink = Sink { bytes: Vec::new(), limit: self.look.limits.bytes, deadline: self.deadline, writes: 0, stop: None };
        let rendered = self.look.theme.tera().render_to(name, context, &mut sink);
        if let Some(stop) = sink.stop {
            return Err(self.stopped(stop, name));
        }
        rendered.map_err(|error| self.look.theme.problem(&error, name, &self.page))?;
        String::from_utf8(sink.bytes).map_err(|_| self.problem(Code::RenderFailed, name, "the rendered text is not UTF-8".to_owned()))
    }

    fn stopped(&self, stop: Stop, template: &str) -> Problem {
        let Limits { seconds, bytes } = self.look.limits;
        let message = match stop {
            Stop::Size => format!("the rendered page is larger than {} KiB", bytes / 1024),
            Stop::Time => format!("rendering the page takes longer than {seconds} seconds"),
        };
        self.problem(Code::RenderLimit, template, message)
    }

    fn problem(&self, code: Code, template: &str, message: String) -> Problem {
        Problem::new(code, self.look.theme.place(template), message).help(format!("while rendering {}", self.page))
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
