//! Which pages are published, what kind of page each is, and what a page of its kind must say.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{HeldBack, Inputs, Kind, place, unknown};
use crate::day::Day;
use crate::guide::front_matter::Template;
use crate::guide::{Head, is_guide};
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath};

/// A page that is published, before anything is known of its neighbours.
#[derive(Debug, Clone)]
pub(super) struct Published {
    pub(super) head: Arc<Head>,
    pub(super) kind: Kind,
    pub(super) address: PagePath,
    pub(super) title: String,
    pub(super) nav_title: String,
}

/// The pages that are published and those that are held back.
pub(super) fn publish(inputs: &Inputs, problems: &mut Vec<Problem>) -> (BTreeMap<SourcePath, Published>, BTreeMap<SourcePath, HeldBack>) {
    let mut published = BTreeMap::new();
    let mut held_back = BTreeMap::new();
    let meant = unknown::meant(inputs);
    for (path, head) in &*inputs.heads {
        let Some(address) = head.address().filter(|_| !path.is_kept_back()) else { continue };
        let of_no_language = unknown::language(head, inputs, &meant);
        problems.extend(of_no_language.iter().map(|it| it.problem.clone()));
        if of_no_language.is_some_and(|it| it.is_held_back) {
            held_back.insert(path.clone(), HeldBack::UnknownLanguage);
            continue;
        }
        let kind = kind(head);
        if head.front.draft == Some(true) && !inputs.drafts {
            held_back.insert(path.clone(), HeldBack::Draft);
            continue;
        }
        problems.extend(missing_fields(head, kind));
        problems.extend(idle_template(head, kind));
        problems.extend(days_ahead(head, inputs.as_of));
        if let Some(day) = head.front.published.filter(|day| *day > inputs.as_of) {
            held_back.insert(path.clone(), HeldBack::Scheduled(day));
            continue;
        }
        let title = title_of(head);
        let nav_title = head.front.nav_title.clone().unwrap_or_else(|| title.clone());
        published.insert(path.clone(), Published { head: Arc::clone(head), kind, address, title, nav_title });
    }
    (published, held_back)
}

/// The kind of the page with this front matter; `None` if its file is no page.
pub fn kind_of(head: &Head) -> Option<Kind> {
    head.address().map(|_| kind(head))
}

/// The title of the page with this front matter: the file's name where the author gave none.
pub fn title_of(head: &Head) -> String {
    head.front.title.clone().unwrap_or_else(|| PagePath::of(head.original()).map_or_else(String::new, |address| words_of_name(address.as_str())))
}

/// The kind of a page: `_index.md` is a section's, then `template:` decides, then `occupation:`, then the folder.
fn kind(head: &Head) -> Kind {
    let path = head.original();
    if path.file_name() == "_index.md" {
        return if path.folder() == "content" { Kind::Home } else { Kind::Section };
    }
    match head.front.template {
        Some(Template::Resources) => Kind::Resources,
        _ if is_guide(path, &head.front) => Kind::Guide,
        _ => Kind::Plain,
    }
}

/// A title made from the last part of an address or folder: `patient-care/` gives `Patient care`.
pub(super) fn words_of_name(address: &str) -> String {
    let name = address.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn missing_fields(head: &Head, kind: Kind) -> Vec<Problem> {
    let mut problems = Vec::new();
    let is_unread = |field| head.unread.holds(field);
    let front = &head.front;
    if kind != Kind::Guide || front.template.is_none() && is_unread("template") {
        return problems;
    }
    if front.occupation.is_none() && !is_unread("occupation") {
        problems.push(
            Problem::new(Code::MissingField, place::front(head), "this guide has no `occupation`")
                .help("a guide names its occupation, as in `occupation: { name: Phlebotomist }`; for a plain page write `template: page`"),
        );
    }
    let says_nothing = front.summary.as_ref().is_none_or(|summary| summary.trim().is_empty());
    if says_nothing && !is_unread("summary") {
        let place = if front.summary.is_some() { place::of(head, &["summary"]) } else { place::front(head) };
        problems.push(
            Problem::new(Code::MissingField, place, "this guide has no `summary`")
                .help("say in 50 to 200 characters what the guide tells, as in `summary: What a phlebotomist does, earns and learns.`"),
        );
    }
    problems
}

fn idle_template(head: &Head, kind: Kind) -> Option<Problem> {
    let idle = matches!(kind, Kind::Home | Kind::Section) && head.front.template.is_some();
    idle.then(|| {
        Problem::new(Code::InvalidValue, place::of(head, &["template"]), "the page of a section has no `template`")
            .help("remove the line, or move the page to a file of another name than `_index.md`")
    })
}

fn days_ahead(head: &Head, as_of: Day) -> Vec<Problem> {
    let front = &head.front;
    let mut problems = Vec::new();
    let published = front.published.filter(|day| *day > as_of);
    if let Some(day) = published {
        let place = place::of(head, &["published"]);
        problems.push(if day > as_of.plus_months(12) {
            Problem::new(Code::PublishedFarAhead, place, format!("`{day}` is more than a year ahead"))
                .help("was the year mistyped? To keep a page back, write `draft: true`")
        } else {
            Problem::new(Code::Scheduled, place, format!("this page comes out on {day}"))
        });
    }
    // A page that waits for its day may carry that day elsewhere too.
    let latest = published.unwrap_or(as_of);
    let reviewed = front.reviewed.as_ref().and_then(|review| review.on);
    let corrected =
        front.corrections.iter().flatten().enumerate().map(|(at, correction)| (vec!["corrections".to_owned(), at.to_string(), "on".to_owned()], correction.on));
    let days = [(vec!["updated".to_owned()], front.updated), (vec!["reviewed".to_owned(), "on".to_owned()], reviewed)];
    let retrieved = front.facts.iter().flatten().map(|(name, fact)| (vec!["facts".to_owned(), name.clone(), "retrieved".to_owned()], fact.retrieved));
    for (path, day) in days.into_iter().chain(corrected).chain(retrieved) {
        if let Some(day) = day.filter(|day| *day > latest) {
            // The number of a correction in its list would tell an author nothing.
            let key = path.iter().map(String::as_str).filter(|it| !it.starts_with(|c: char| c.is_ascii_digit())).collect::<Vec<_>>().join(".");
            let at: Vec<&str> = path.iter().map(String::as_str).collect();
            problems.push(
                Problem::new(Code::DateInFuture, place::of(head, &at), format!("`{key}: {day}` lies in the future"))
                    .help(format!("today counts as {as_of}; give the day when it happened")),
            );
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::{check_problems, check_site};

    #[test]
    fn a_page_in_a_folder_is_a_guide_and_must_say_of_what() {
        check_problems(
            "
            === content/health/_index.md
            ---
            title: Health
            ---
            === content/health/nurse.md
            ---
            title: Nurse
            ---
            ",
            "
            missing-field content/health/nurse.md:2:1 this guide has no `occupation`
              help: a guide names its occupation, as in `occupation: { name: Phlebotomist }`; for a plain page write `template: page`
            missing-field content/health/nurse.md:2:1 this guide has no `summary`
              help: say in 50 to 200 characters what the guide tells, as in `summary: What a phlebotomist does, earns and learns.`
            ",
        );
    }

    #[test]
    fn template_decides_the_kind_and_then_the_occupation() {
        check_site(
            "
            === content/about.md
            ---
            title: About
            ---
            === content/baker.md
            ---
            title: Baker
            summary: s
            occupation: { name: Baker }
            ---
            === content/health/_index.md
            ---
            title: Health
            ---
            === content/health/links.md
            ---
            title: Links
            template: resources
            ---
            === content/health/legal.md
            ---
            title: Legal
            template: page
            ---
            ",
            |site| site.pages.values().map(|page| format!("{} {:?}", page.address, page.kind)).collect::<Vec<_>>().join("\n"),
            "about/ Plain\nbaker/ Guide\nhealth/ Section\nhealth/legal/ Plain\nhealth/links/ Resources",
        );
    }

    #[test]
    fn files_and_folders_that_begin_with_an_underscore_are_no_pages() {
        let project = "
            === content/_notes.md
            ---
            title: Notes
            ---
            === content/_drafts/baker.md
            ---
            title: Baker
            ---
            ";
        check_problems(project, "");
        check_site(project, |site| site.pages.len().to_string(), "0");
    }

    #[test]
    fn a_page_with_a_future_day_waits_and_a_day_far_ahead_is_mistyped() {
        let project = "
            === content/a.md
            ---
            title: A
            published: 2026-12-01
            updated: 2026-12-01
            ---
            === content/b.md
            ---
            title: B
            published: 2062-01-01
            ---
            === content/c.md
            ---
            title: C
            draft: true
            ---
            === content/d.md
            ---
            title: D
            updated: 2026-11-24
            ---
            ";
        check_problems(
            project,
            "
            scheduled content/a.md:3:12 this page comes out on 2026-12-01
            published-far-ahead content/b.md:3:12 `2062-01-01` is more than a year ahead
              help: was the year mistyped? To keep a page back, write `draft: true`
            date-in-future content/d.md:3:10 `updated: 2026-11-24` lies in the future
              help: today counts as 2026-11-23; give the day when it happened
            ",
        );
        check_site(
            project,
            |site| format!("{:?}", site.held_back.values().collect::<Vec<_>>()).replace("Day", ""),
            "[Scheduled((2026-12-01)), Scheduled((2062-01-01)), Draft]",
        );
    }
}
