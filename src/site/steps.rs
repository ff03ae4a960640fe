//! The occupations that a guide points to (`similar`, `progresses_to`, `specialisations`): pages of this site, or names.

use std::collections::BTreeMap;

use super::publish::Published;
use super::{HeldBack, Inputs, Step, place};
use crate::guide::Head;
use crate::guide::front_matter::PathStep;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span, translation};
use crate::tree::nearest;
use crate::yaml::Named;

/// The three lists of a guide.
#[derive(Debug, Clone, Default)]
pub(super) struct Steps {
    pub(super) similar: Vec<Step>,
    pub(super) progresses_to: Vec<Step>,
    pub(super) specialisations: Vec<Step>,
}

/// What the pages of the site are, published or not.
#[derive(Clone, Copy)]
pub(super) struct Pages<'a> {
    pub(super) inputs: &'a Inputs,
    pub(super) published: &'a BTreeMap<SourcePath, Published>,
    pub(super) held_back: &'a BTreeMap<SourcePath, HeldBack>,
}

/// What `head` points to. A page that is missing or held back leaves no step.
pub(super) fn resolve(head: &Head, pages: Pages, problems: &mut Vec<Problem>) -> Steps {
    let front = &head.front;
    let mut list = |field: &str, given: &Option<Vec<Named<PathStep>>>| -> Vec<Step> {
        let given = given.iter().flatten().enumerate();
        given.filter_map(|(at, it)| step(it, head, &[field, &at.to_string()], pages, problems)).collect()
    };
    Steps {
        similar: list("similar", &front.similar),
        progresses_to: list("progresses_to", &front.progresses_to),
        specialisations: list("specialisations", &front.specialisations),
    }
}

fn step(given: &Named<PathStep>, head: &Head, at: &[&str], pages: Pages, problems: &mut Vec<Problem>) -> Option<Step> {
    let text = match given {
        Named::Full(it) => return Some(Step { page: None, name: it.name.clone(), soc: it.soc.clone(), url: it.url.clone(), about: it.about.clone() }),
        Named::Text(text) => text,
    };
    let place = || place::of(head, at);
    let names_a_file = text.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("md"));
    if !names_a_file {
        let meant = head.path().sibling(&format!("{text}.md")).filter(|path| pages.inputs.heads.contains_key(path));
        if meant.is_some() {
            problems
                .push(Problem::new(Code::PageMissing, place(), format!("`{text}` is a page of this site")).help(format!("write `{text}.md` to lead to it")));
            return None;
        }
        return Some(Step { name: Some(text.clone()), ..Step::default() });
    }
    let named = head.path().sibling(text);
    // A list shows what there is in the language of the page; that the page itself is there is asked of the guide that this one translates.
    let named = match &head.translation {
        Some(it) => Some(named.as_ref().and_then(|path| translation(path, &it.tag)).filter(|path| pages.inputs.heads.contains_key(path))?),
        None => named,
    };
    let Some(path) = named.filter(|path| pages.inputs.heads.contains_key(path)) else {
        problems.push(missing(text, place(), head.path(), pages.inputs));
        return None;
    };
    match pages.held_back.get(&path).filter(|_| head.translation.is_none()) {
        Some(HeldBack::Draft) => problems
            .push(Problem::new(Code::PageHeldBack, place(), format!("`{text}` is a draft")).help("the page is left out of the list until it is published")),
        Some(HeldBack::Scheduled(day)) => {
            problems
                .push(Problem::new(Code::PageHeldBack, place(), format!("`{text}` comes out on {day}")).help("the page is left out of the list until then"));
        }
        Some(HeldBack::UnknownLanguage) | None => {}
    }
    pages.published.contains_key(&path).then(|| Step { page: Some(path), ..Step::default() })
}

fn missing(text: &str, place: Span, from: &SourcePath, inputs: &Inputs) -> Problem {
    let problem = Problem::new(Code::PageMissing, place, format!("there is no page `{text}`"));
    match nearest_page(text, from, inputs) {
        Some(path) => problem.help(format!("did you mean `{}`?", relative(from, &path))),
        None => problem.help("name a `.md` file by its path from this file, or write `{ name: ... }` for an occupation without a page"),
    }
}

/// The page of the same file name in another folder, else the one of the nearest name beside where `text` points.
fn nearest_page(text: &str, from: &SourcePath, inputs: &Inputs) -> Option<SourcePath> {
    let wanted = text.rsplit('/').next().unwrap_or(text);
    if let Some(same) = inputs.heads.keys().find(|path| path.file_name() == wanted) {
        return Some(same.clone());
    }
    let aimed = from.sibling(text).unwrap_or_else(|| from.clone());
    let beside: BTreeMap<&str, &SourcePath> =
        inputs.heads.keys().filter(|path| path.folder() == aimed.folder() && *path != from).map(|path| (path.file_name(), path)).collect();
    nearest(wanted, beside.keys().copied()).and_then(|name| beside.get(name)).map(|path| (*path).clone())
}

/// How a file beside `from` writes the path of `to`.
fn relative(from: &SourcePath, to: &SourcePath) -> String {
    let here: Vec<&str> = from.folder().split('/').collect();
    let there: Vec<&str> = to.as_str().split('/').collect();
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(here.len() - shared);
    up + &there.into_iter().skip(shared).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::{check_problems, check_site};

    const PROJECT: &str = "
        === content/health/_index.md
        ---
        title: Health
        ---
        === content/health/nurse.md
        ---
        title: Nurse
        summary: s
        occupation: { name: Nurse }
        similar: [aide.md, Doctor, aid.md, aide]
        progresses_to:
          - { name: Surgeon, soc: \"29-1240\" }
          - phlebotomist.md
          - ../health/later.md
        ---
        === content/health/aide.md
        ---
        { title: Aide, summary: s, occupation: { name: Aide } }
        ---
        === content/health/later.md
        ---
        { title: Later, draft: true }
        ---
        === content/lab/_index.md
        ---
        title: Laboratory
        ---
        === content/lab/phlebotomist.md
        ---
        { title: Phlebotomist, summary: s, occupation: { name: Phlebotomist } }
        ---
        ";

    #[test]
    fn a_page_that_is_not_there_is_reported_with_the_nearest_one() {
        check_problems(
            PROJECT,
            "
            page-missing content/health/nurse.md:5:28 there is no page `aid.md`
              help: did you mean `aide.md`?
            page-missing content/health/nurse.md:5:36 `aide` is a page of this site
              help: write `aide.md` to lead to it
            page-missing content/health/nurse.md:8:5 there is no page `phlebotomist.md`
              help: did you mean `../lab/phlebotomist.md`?
            page-held-back content/health/nurse.md:9:5 `../health/later.md` is a draft
              help: the page is left out of the list until it is published
            ",
        );
    }

    #[test]
    fn a_step_is_a_page_or_a_name() {
        check_site(
            PROJECT,
            |site| {
                let nurse = site.pages.values().find(|page| page.title == "Nurse").unwrap();
                let shown = |it: &crate::site::Step| it.page.as_ref().map(ToString::to_string).or_else(|| it.name.clone()).unwrap();
                nurse.similar.iter().chain(&nurse.progresses_to).map(shown).collect::<Vec<_>>().join("\n")
            },
            "content/health/aide.md\nDoctor\nSurgeon",
        );
    }
}
