//! One file of an author becomes a [`Manuscript`]: front matter and body, typed, with every problem of the file.
//! Knows this one file and the rules of writing; whether a link's target exists is for `site` and `check` to say.

pub mod body;
pub mod front_matter;
mod rules;

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub use rules::{ParameterKind, ParameterRule, Rules};

use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span, Text};

use body::Body;
use front_matter::{FrontMatter, Template};

/// One Markdown file: a guide, the text of a section, or a plain page.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// Its text, for places.
    pub text: Text,
    /// What stands between the `---` lines.
    pub front: FrontMatter,
    /// The YAML between the `---` lines, as a range of the text.
    pub front_range: Range<usize>,
    /// What follows.
    pub body: Body,
}

impl Manuscript {
    /// Where the file stands.
    pub fn path(&self) -> &SourcePath {
        &self.text.path
    }
}

/// The manuscript in `text`, with every problem of the file.
///
/// A file that makes the parser stumble has an empty body and a problem that says so; others go on.
pub fn parse(text: &Text, rules: &Rules) -> (Manuscript, Vec<Problem>) {
    let (front, front_range, body_start, mut problems) = read_front_matter(text, rules.front_matter_limit);
    let numbered = rules.numbered && is_guide(&text.path, &front);
    let body = match catch_unwind(AssertUnwindSafe(|| body::parse(text, body_start, rules, numbered))) {
        Ok((body, found)) => {
            problems.extend(found);
            body
        }
        Err(_) => {
            let message = "Guidepost stumbled over the text of this page";
            problems.push(Problem::new(Code::Fault, Span::whole(&text.path), message).help("this is a fault of Guidepost: please report it with the file"));
            Body::default()
        }
    };
    (Manuscript { text: text.clone(), front, front_range, body }, problems)
}

// Only guides number their sections: the same rule by which a page's kind is told.
fn is_guide(path: &SourcePath, front: &FrontMatter) -> bool {
    match front.template {
        Some(template) => template == Template::Guide,
        None if path.file_name() == "_index.md" => false,
        None => front.occupation.is_some() || path.folder() != "content",
    }
}

// Until `front_matter::read` is here.
fn read_front_matter(text: &Text, _limit: usize) -> (FrontMatter, Range<usize>, usize, Vec<Problem>) {
    let after = text.text.strip_prefix("---\n").and_then(|rest| {
        let end = if rest.starts_with("---\n") { 0 } else { rest.find("\n---\n").map(|at| at + 1)? };
        Some((4..4 + end, 4 + end + 4))
    });
    match after {
        Some((yaml, body)) => {
            let (front, problems) = crate::yaml::read(text, yaml.clone());
            (front, yaml, body, problems)
        }
        None => (FrontMatter::default(), 0..0, 0, Vec::new()),
    }
}
