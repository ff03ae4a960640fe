//! Entries of the data files, and resources of a guide, which are written alike.

use super::super::{Area, Industry, Person, Resource, Source};
use super::Judge;
use super::codes::{could_be_a_number, quoted};
use super::web_address::web_address;
use crate::tree::nearest;

const KINDS_OF_RESOURCES: &str =
    "book\nthe kinds are association, government, training, certification, book, article, video, podcast, tool, job-board, data, other";

/// A resource at `path`: an entry of `_data/resources.yaml`, or of a guide's list.
pub(crate) fn resource(resource: &Resource, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("a resource", resource.title.as_ref(), &at("title"), "...");
    judge.needs("a resource", resource.kind.is_some(), &at("kind"), KINDS_OF_RESOURCES);
    web_address(resource.url.as_ref(), &at("url"), judge);
    if let Some(year) = resource.year.filter(|year| !(1000..=9999).contains(year)) {
        judge.invalid(&at("year"), format!("`{year}` is not a year of publication"), "write its four digits, such as `2024`");
    }
    if let Some(isbn) = &resource.isbn {
        let digits = isbn.chars().filter(|c| !matches!(c, '-' | ' ')).count();
        let is_isbn = matches!(digits, 10 | 13) && isbn.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | 'X' | 'x'));
        if !is_isbn {
            judge.invalid(&at("isbn"), format!("`{isbn}` is not an ISBN"), "write its 10 or 13 digits in quotes, such as `\"9780134494166\"`");
        } else if could_be_a_number(isbn) {
            quoted(isbn, &at("isbn"), judge);
        }
    }
}

/// An entry of `_data/sources.yaml`.
pub(crate) fn source(source: &Source, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("a source", source.publisher.as_ref(), &at("publisher"), "...");
    judge.needs_text("a source", source.title.as_ref(), &at("title"), "...");
    web_address(source.url.as_ref(), &at("url"), judge);
    for (key, text, help) in [
        ("credit", &source.credit, "write the line that the publisher asks for, or take `credit` out: then the licence says what is printed"),
        ("licence", &source.licence, "write its name, such as `cc-by-4.0`, or take `licence` out"),
    ] {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            judge.invalid(&at(key), format!("`{key}` is empty"), help);
        }
    }
    if let (Some(published), Some(retrieved)) = (source.published, source.retrieved)
        && retrieved < published
    {
        let message = format!("`retrieved` {retrieved} is before `published` {published}");
        judge.invalid(&at("retrieved"), message, "correct one of the two days");
    }
}

/// An entry of `_data/people.yaml`.
pub(crate) fn person(person: &Person, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("a person", person.name.as_ref(), &at("name"), "...");
    web_address(person.url.as_ref(), &at("url"), judge);
}

/// An entry of `_data/areas.yaml`.
pub(crate) fn area(area: &Area, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("an area", area.name.as_ref(), &at("name"), "...");
    // Any word may say what an area is, and one decides what it is looked up by.
    if let Some(kind) = area.kind.as_deref().filter(|kind| !matches!(*kind, "country" | "county") && nearest(kind, ["country"]).is_some()) {
        judge.invalid(
            &at("kind"),
            format!("no kind of area is called `{kind}`"),
            "did you mean `country`? A country is the whole of a publisher's file, anything else is looked up in it by its code",
        );
    }
    if let Some(code) = area.code.as_ref().filter(|code| could_be_a_number(code)) {
        quoted(code, &at("code"), judge);
    }
}

/// An entry of `_data/industries.yaml`.
pub(crate) fn industry(industry: &Industry, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs_text("an industry", industry.name.as_ref(), &at("name"), "...");
    if let Some(code) = industry.code.as_ref().filter(|code| could_be_a_number(code)) {
        quoted(code, &at("code"), judge);
    }
}
