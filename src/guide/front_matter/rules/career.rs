//! Education, experience, training, credentials and skills.

use super::super::{FrontMatter, Skill};
use super::web_address::web_address;
use super::{Judge, forms};
use crate::yaml::Named;

const KINDS_OF_CREDENTIALS: &str = "certification\nthe kinds are licence, certification, registration";
const LEVELS_OF_EDUCATION: &str = "high-school\nthe levels are none, high-school, some-college, postsecondary-award, associate, bachelor, master, doctoral";
const MOST_YEARS: f32 = 20.0;

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    education(front, judge);
    experience(front, judge);
    training(front, judge);
    for (at, credential) in front.credentials.iter().flatten().enumerate() {
        let at = at.to_string();
        judge.needs_text("a credential", credential.name.as_ref(), &["credentials", &at, "name"], "...");
        judge.needs("a credential", credential.kind.is_some(), &["credentials", &at, "kind"], KINDS_OF_CREDENTIALS);
        web_address(credential.url.as_ref(), &["credentials", &at, "url"], judge);
    }
    for (at, named) in front.skills.iter().flatten().enumerate() {
        let at = at.to_string();
        match named {
            Named::Full(it) => skill(it, &at, judge),
            Named::Text(text) => forms::entry(text, "skills", &at, judge),
        }
    }
}

fn education(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    let Some(education) = &front.education else { return };
    judge.needs("`education`", education.entry.is_some(), &["education", "entry"], LEVELS_OF_EDUCATION);
    if let Some(years) = education.years.map(|it| it.0).filter(|years| !(0.0..=MOST_YEARS).contains(years)) {
        judge.invalid(&["education", "years"], format!("`{years}` is not a length in years"), format!("write a number from 0 to {MOST_YEARS}"));
    }
    forms::id(education.source.as_ref(), &["education", "source"], "sources", judge);
}

fn experience(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    let Some(experience) = &front.experience else { return };
    let levels = "none\nthe levels are none, under-5-years, 5-years-or-more";
    judge.needs("`experience`", experience.level.is_some(), &["experience", "level"], levels);
    in_order(experience.months_min, experience.months_max, ["experience", "months_min", "months_max"], judge);
    forms::id(experience.source.as_ref(), &["experience", "source"], "sources", judge);
}

fn training(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    let Some(training) = &front.training else { return };
    let kinds = "short-term\nthe kinds are none, short-term, moderate-term, long-term, apprenticeship, internship";
    judge.needs("`training`", training.kind.is_some(), &["training", "kind"], kinds);
    let has_length = training.min.is_some() || training.max.is_some();
    judge.needs("a length of training", !has_length || training.unit.is_some(), &["training", "unit"], "weeks\nthe units are days, weeks, months, years");
    in_order(training.min, training.max, ["training", "min", "max"], judge);
    forms::id(training.source.as_ref(), &["training", "source"], "sources", judge);
}

fn in_order(low: Option<u16>, high: Option<u16>, [owner, low_name, high_name]: [&str; 3], judge: &mut Judge<'_, '_>) {
    if let (Some(low), Some(high)) = (low, high)
        && low > high
    {
        judge.invalid(&[owner, low_name], format!("`{low_name}` {low} is more than `{high_name}` {high}"), "exchange the two, or correct one");
    }
}

fn skill(skill: &Skill, at: &str, judge: &mut Judge<'_, '_>) {
    judge.needs_text("a skill", skill.name.as_ref(), &["skills", at, "name"], "...");
    if let Some(importance) = skill.importance.filter(|importance| *importance > 100) {
        judge.invalid(&["skills", at, "importance"], format!("`{importance}` is more than 100"), "write a number from 0 to 100");
    }
    forms::id(skill.source.as_ref(), &["skills", at, "source"], "sources", judge);
}
