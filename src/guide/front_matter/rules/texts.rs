//! Titles, summary, language, and lists of texts.

use super::super::FrontMatter;
use super::{Judge, forms};
use crate::language;
use crate::problem::Code;

const LONGEST_TITLE: usize = 100;
const LONGEST_NAV_TITLE: usize = 30;
const SUMMARY: std::ops::RangeInclusive<usize> = 50..=200;

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    judge.needs_text("a page", front.title.as_ref(), &["title"], "...");
    title(front.title.as_ref(), "title", LONGEST_TITLE, judge);
    title(front.nav_title.as_ref(), "nav_title", LONGEST_NAV_TITLE, judge);
    summary(front, judge);
    cut_off(front, judge);
    if let Some(tag) = front.language.as_ref().filter(|tag| !language::is_tag(tag)) {
        judge.invalid(&["language"], format!("`{tag}` is not a language tag"), "write a tag such as `en` or `pt-BR`");
    }
    forms::id(front.area.as_ref(), &["area"], "areas", judge);
    for (at, author) in front.authors.iter().flatten().enumerate() {
        forms::id(Some(author), &["authors", &at.to_string()], "people", judge);
    }
    let lists = [("tags", &front.tags), ("work_settings", &front.work_settings), ("schedule", &front.schedule), ("benefits", &front.benefits)];
    for (name, list) in lists {
        for (at, text) in list.iter().flatten().enumerate() {
            forms::entry(text, name, &at.to_string(), judge);
        }
    }
}

fn title(text: Option<&String>, name: &str, longest: usize, judge: &mut Judge<'_, '_>) {
    let Some(text) = text else { return };
    let length = text.trim().chars().count();
    if length > longest {
        judge.invalid(&[name], format!("`{name}` has {length} characters; at most {longest} fit"), "shorten it; more can be said in `summary`");
    }
    if text.trim().contains('\n') {
        judge.invalid(&[name], format!("`{name}` has more than one line"), "write it on one line");
    }
    if let Some(placeholder) = placeholder(text) {
        judge.invalid(&[name], format!("`{placeholder}` is a placeholder, and nothing fills it"), "write the words themselves");
    }
}

/// The first word in braces or double square brackets, such as `{year}`.
fn placeholder(text: &str) -> Option<&str> {
    let start = text.find('{')?;
    let rest = text.get(start..)?;
    let end = rest.find('}')?;
    let is_doubled = rest.get(end + 1..).is_some_and(|behind| behind.starts_with('}'));
    let inside = rest.get(..end)?.trim_matches(['{', ' ', '$']);
    let is_word = !inside.is_empty() && inside.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '|'));
    if is_word { rest.get(..=end + usize::from(is_doubled)) } else { None }
}

fn summary(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    let Some(text) = &front.summary else { return };
    let length = text.trim().chars().count();
    if length > 0 && !SUMMARY.contains(&length) {
        let (least, most) = (SUMMARY.start(), SUMMARY.end());
        let characters = if length == 1 { "character" } else { "characters" };
        let message = format!("the summary has {length} {characters}; search results show {least} to {most}");
        let help = if length < *least { "say what the page tells, in a sentence or two" } else { "shorten it to a sentence or two" };
        judge.report(Code::SummaryLength, &["summary"], message, help);
    }
    if let Some(placeholder) = placeholder(text) {
        judge.invalid(&["summary"], format!("`{placeholder}` is a placeholder, and nothing fills it"), "write the words themselves");
    }
}

/// YAML takes ` #` and what follows for a remark, which few authors know.
fn cut_off(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    if !judge.text_holds(" #") {
        return;
    }
    for (name, text) in [("title", &front.title), ("nav_title", &front.nav_title), ("summary", &front.summary)] {
        let Some(text) = text else { continue };
        let behind = judge.behind(&[name]).trim();
        if behind.starts_with('#') && judge.is_plain(&[name]) {
            let message = format!("`{behind}` is a remark in YAML and does not belong to `{name}`");
            judge.report(Code::RemarkInText, &[name], message, format!("if it does belong to it, write `{name}: \"{text} {behind}\"`"));
        }
    }
}
