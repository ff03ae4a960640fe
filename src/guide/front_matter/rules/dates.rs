//! Days in their order, reviews and corrections.

use super::super::FrontMatter;
use super::{Judge, forms};
use crate::problem::{Code, Problem};

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    if let (Some(published), Some(updated)) = (front.published, front.updated)
        && updated < published
    {
        let message = format!("`updated` {updated} is before `published` {published}");
        let problem = Problem::new(Code::DaysOutOfOrder, judge.span(&["updated"]), message);
        let published = judge.span(&["published"]);
        judge.problems.push(problem.also(published, "published here").help("correct one of the two days"));
    }
    if let Some(review) = &front.reviewed {
        judge.needs_text("a review", review.by.as_ref(), &["reviewed", "by"], "editors\nids stand in `_data/people.yaml`");
        judge.needs("a review", review.on.is_some(), &["reviewed", "on"], "2026-11-23");
        forms::id(review.by.as_ref(), &["reviewed", "by"], "people", judge);
    }
    for (at, correction) in front.corrections.iter().flatten().enumerate() {
        let at = at.to_string();
        judge.needs("a correction", correction.on.is_some(), &["corrections", &at, "on"], "2026-11-23");
        judge.needs_text("a correction", correction.text.as_ref(), &["corrections", &at, "text"], "what was wrong and is right now");
    }
}
