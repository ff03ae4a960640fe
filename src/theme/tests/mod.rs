//! Themes given as small projects: which files hold, what is said of files that do not work, and pages rendered with them.

mod assets;
mod documented;
mod loading;
mod rendering;

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::day::Months;
use crate::guide::front_matter::Extra;
use crate::output::OutputPath;
use crate::page::view::sample::{self, Amount};
use crate::page::view::{BlockView, BodyPart, ThemeBlockView, View};
use crate::render::{self, Limits, Look, prepare};
use crate::source::SourcePath;

/// The project that `text` holds: each file begins with a line `=== path`.
fn project(text: &str) -> Sources {
    let mut sources = Sources::default();
    for file in text.split("=== ").skip(1) {
        let (path, content) = file.split_once('\n').unwrap();
        sources.files.insert(SourcePath::new(path.trim()).unwrap(), content.as_bytes().into());
    }
    sources
}

fn load(theme: &str, params: &[(&str, &str)], sources: &Sources) -> (Option<Arc<Theme>>, Vec<Problem>) {
    let params = params.iter().map(|(name, value)| ((*name).to_owned(), Extra::Text((*value).to_owned()))).collect();
    let (theme, problems) = Theme::load(&Wanted::of(&config(theme, params), sources));
    (theme.map(Arc::new), problems)
}

fn config(theme: &str, params: BTreeMap<String, Extra>) -> Config {
    Config {
        title: "Guides".into(),
        description: String::new(),
        base_url: "https://example.org/".into(),
        language: "en".into(),
        language_name: "English".into(),
        home: crate::source::PagePath::default(),
        languages: Vec::new(),
        area: "us".into(),
        theme: theme.into(),
        output_dir: "public".into(),
        authors: Vec::new(),
        review_every: Months(12),
        stale_after: Months(18),
        disclaimer: None,
        affiliate_disclosure: None,
        publisher: None,
        menu: None,
        footer: Vec::new(),
        job_search: None,
        params,
        numbered: true,
        required_sections: Vec::new(),
        section_words: Vec::new(),
        html_allow: std::collections::BTreeSet::new(),
        levels: BTreeMap::new(),
        feed_entries: 20,
        front_matter_limit: 65536,
        page_limit: 1024 * 1024,
        data_limit: 1024 * 1024,
        render_seconds: 10,
        rendered_limit: 1024 * 1024,
        discourage_search_engines: false,
        places: BTreeMap::new(),
        editor: None,
    }
}

/// Problems as a reader sees them, sorted: code, message, place, help.
fn told(problems: &[Problem], sources: &Sources) -> String {
    let built_in: BTreeMap<SourcePath, Arc<[u8]>> = built_in_files().collect();
    let mut problems: Vec<&Problem> = problems.iter().collect();
    problems.sort_by_key(|problem| (&problem.span, &problem.message));
    let mut out = String::new();
    for problem in problems {
        let place = |span: &Span| {
            let bytes = sources.get(&span.file).or_else(|| built_in.get(&span.file)).map_or(&[][..], |bytes| bytes);
            let place = Text::decode_lossy(&span.file, bytes).place(span.start);
            format!("{}:{}:{}", span.file, place.line, place.column)
        };
        writeln!(out, "{}: {}\n  --> {}", problem.code.id(), problem.message, place(&problem.span)).unwrap();
        for (span, words) in &problem.others {
            writeln!(out, "  {words}: {}", place(span)).unwrap();
        }
        if let Some(help) = &problem.help {
            writeln!(out, "  help: {help}").unwrap();
        }
    }
    out
}

#[track_caller]
fn check_problems(theme: &str, params: &[(&str, &str)], text: &str, expected: &str) {
    let sources = project(text);
    let (_, problems) = load(theme, params, &sources);
    assert_eq!(told(&problems, &sources), expected);
}

/// What the not-found page of a theme that extends beacon shows.
#[track_caller]
fn check_page(theme: &str, params: &[(&str, &str)], text: &str, expected: &str) {
    let sources = project(text);
    let (theme, problems) = load(theme, params, &sources);
    assert_eq!(told(&problems, &sources), "");
    assert_eq!(not_found(&theme.unwrap(), LIMITS).unwrap().trim(), expected);
}

const LIMITS: Limits = Limits { seconds: 10, bytes: 1024 * 1024 };

fn not_found(theme: &Arc<Theme>, limits: Limits) -> Result<String, Problem> {
    let look = Look::new(theme, &sample::site(Amount::Minimal, theme.params.clone()), limits);
    let view = sample::pages(Amount::Minimal).into_iter().find(|view| view.content.name() == "not-found").unwrap();
    render::page(&look, prepare(view))
}

const CHILD: &str = "=== themes/mine/theme.toml\nextends = \"beacon\"\n";

fn child(files: &str) -> String {
    format!("{CHILD}{files}")
}
