//! Call to action, job-search form, questions: the same for the front matter, for `site.toml` and for blocks.

use super::super::{Cta, Field, FrontMatter, JobSearch, Question};
use super::Judge;
use super::web_address::{is_web_address, web_address};
use crate::address::{self, Safe};

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    if let Some(it) = &front.cta {
        cta(it, &["cta"], judge);
    }
    if let Some(form) = &front.job_search {
        job_search(form, &["job_search"], judge);
    }
    for (at, it) in front.faq.iter().flatten().enumerate() {
        question(it, &["faq", &at.to_string()], judge);
    }
}

/// A call to action whose fields stand at `path`.
pub(crate) fn cta(cta: &Cta, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("a call to action", cta.text.as_ref(), &at("text"), "...");
    judge.needs_text("a call to action", cta.label.as_ref(), &at("label"), "...");
    judge.needs_text("a call to action", cta.url.as_ref(), &at("url"), "\"https://example.org/\"");
    let is_page = |url: &str| {
        let path = url.split(['#', '?']).next().unwrap_or_default();
        matches!(address::judge(url), Ok(Safe::Relative(clean) | Safe::Rooted(clean)) if clean == url)
            && std::path::Path::new(path).extension().is_some_and(|end| end == "md")
    };
    if let Some(url) = cta.url.as_ref().filter(|url| !url.trim().is_empty() && !is_page(url) && !is_web_address(url)) {
        let help = "write a whole address beginning with `https://`, or a page's file such as `../contact.md`";
        judge.invalid(&at("url"), format!("`{url}` is neither a web address nor a page's file"), help);
    }
}

/// A job-search form whose fields stand at `path`.
pub(crate) fn job_search(form: &JobSearch, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("a job search", form.provider.as_ref(), &at("provider"), "the site that answers");
    judge.needs_text("a job search", form.action.as_ref(), &at("action"), "\"https://example.org/jobs\"");
    judge.needs("a job search", form.what.is_some(), &at("what"), "{ label: Occupation, name: q }");
    web_address(form.action.as_ref().filter(|it| !it.trim().is_empty()), &at("action"), judge);
    for (name, field) in [("what", &form.what), ("where", &form.place)] {
        if let Some(field) = field {
            input(field, &[path, &[name]].concat(), judge);
        }
    }
}

fn input(field: &Field, path: &[&str], judge: &mut Judge<'_, '_>) {
    judge.needs_text("a field", field.label.as_ref(), &[path, &["label"]].concat(), "Occupation");
    judge.needs_text("a field", field.name.as_ref(), &[path, &["name"]].concat(), "q");
}

/// A question and its answer at `path`.
pub(crate) fn question(question: &Question, path: &[&str], judge: &mut Judge<'_, '_>) {
    judge.needs_text("a question", question.q.as_ref(), &[path, &["q"]].concat(), "...");
    judge.needs_text("a question", question.a.as_ref(), &[path, &["a"]].concat(), "the answer");
}
