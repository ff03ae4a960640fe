//! A guide as an article: who wrote it and when, who reviewed it, what it is about and what it relies on.

use serde_json::Value;

use super::object::{object, one_or_many, reference};
use super::website::{publisher, website_id};
use crate::page::absolute::absolute;
use crate::page::view::{CorrectionView, GuideView, PageView, PersonView, SourceView};
use crate::settings::Config;

/// The article.
pub(super) fn article(config: &Config, based_on: Option<Value>, frame: &PageView, guide: &GuideView, address: &str) -> Value {
    object(
        "Article",
        [
            ("@id", Some(format!("{address}#article").into())),
            ("headline", Some(frame.title.as_str().into())),
            ("description", Some(frame.description.as_str()).filter(|it| !it.is_empty()).map(Value::from)),
            ("inLanguage", Some(frame.language.as_str().into())),
            ("author", one_or_many(guide.authors.iter().map(|it| person(config, it, None)).collect())),
            ("datePublished", guide.published.as_ref().map(|day| day.iso.as_str().into())),
            ("dateModified", guide.updated.as_ref().map(|day| day.iso.as_str().into())),
            ("publisher", publisher(config)),
            ("mainEntityOfPage", Some(object("WebPage", [("@id", Some(address.into()))]))),
            ("about", Some(reference(&format!("{address}#occupation")))),
            ("citation", one_or_many(sources(frame, guide).into_iter().map(publication).collect())),
            ("isBasedOn", based_on),
            ("correction", one_or_many(guide.corrections.iter().map(correction).collect())),
        ],
    )
}

/// The publications that the page names, each once: those of its figures, then others.
fn sources<'v>(frame: &'v PageView, guide: &'v GuideView) -> Vec<&'v SourceView> {
    let mut sources: Vec<&SourceView> = Vec::new();
    for source in frame.notes.iter().filter_map(|note| note.source.as_ref()).chain(&guide.sources) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// The page as one that somebody reviewed, if somebody did: only a page can say so, not an article.
pub(super) fn reviewed_page(config: &Config, frame: &PageView, guide: &GuideView, address: &str) -> Option<Value> {
    let review = guide.reviewed.as_ref()?;
    Some(object(
        "WebPage",
        [
            ("@id", Some(address.into())),
            ("url", Some(address.into())),
            ("name", Some(frame.title.as_str().into())),
            ("isPartOf", Some(reference(&website_id(config)))),
            ("lastReviewed", Some(review.on.iso.as_str().into())),
            ("reviewedBy", Some(person(config, &review.by, None))),
        ],
    ))
}

/// Their page on this site is who they are here; their own page elsewhere is the same person's.
pub(super) fn person(config: &Config, person: &PersonView, about: Option<&str>) -> Value {
    let kind = if person.is_organization { "Organization" } else { "Person" };
    object(
        kind,
        [
            ("name", Some(person.name.as_str().into())),
            ("description", about.map(Value::from)),
            ("url", Some(absolute(&config.base_url, &person.path).into())),
            ("sameAs", person.url.as_deref().map(Value::from)),
        ],
    )
}

fn publication(source: &SourceView) -> Value {
    object(
        "CreativeWork",
        [
            ("name", Some(source.title.as_str().into())),
            ("publisher", Some(object("Organization", [("name", Some(source.publisher.as_str().into()))]))),
            ("version", source.edition.as_deref().map(Value::from)),
            ("temporalCoverage", source.period_iso.as_deref().map(Value::from)),
            ("url", source.url.as_deref().map(Value::from)),
        ],
    )
}

fn correction(correction: &CorrectionView) -> Value {
    object("CorrectionComment", [("text", Some(correction.text.as_str().into())), ("datePublished", Some(correction.on.iso.as_str().into()))])
}
