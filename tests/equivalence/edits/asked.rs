//! What a build is asked for beside its sources: the day, drafts, the address.

use crate::edits::{Edit, edit};

/// Days around those that stand in the guides: before the last updates, after a publication, years later.
const DAYS: &[&str] = &["2026-11-23", "2026-11-24", "2026-12-24", "2027-01-02", "2027-06-30", "2028-02-29", "2026-09-20"];

pub(super) fn all() -> Vec<Edit> {
    vec![
        edit("asked: another day", |project, random| {
            let day = random.word(DAYS);
            project.options.as_of = day.parse().unwrap();
            Some(day.to_owned())
        }),
        edit("asked: drafts or not", |project, _| {
            project.options.drafts = !project.options.drafts;
            Some(project.options.drafts.to_string())
        }),
        edit("asked: another address of the site", |project, random| {
            let urls = [None, Some("https://preview.example.org/"), Some("https://example.org/a/b/"), Some("https://example.org/guides/")];
            project.options.base_url = random.one(&urls)?.map(str::to_owned);
            Some(format!("{:?}", project.options.base_url))
        }),
    ]
}
