//! A guide as an article: who wrote it and when, who reviewed it, what it is about and what it relies on.

use serde_json::Value;

use super::object::{object, one_or_many, reference};
use super::website::{publisher, website_id};
use crate::figures::Figures;
use crate::page::absolute::absolute;
use crate::page::view::{CorrectionView, GuideView, PageView, PersonView, SourceView};
use crate::settings::Config;

/// The article. `based_on` are the datasets of its figures, `figures`; sources without figures are cited beside them.
pub(super) fn article(config: &Config, (based_on, figures): (Option<Value>, &Figures), frame: &PageView, guide: &GuideView, address: &str) -> Value {
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
            ("citation", one_or_many(others(figures, frame, guide).map(publication).collect())),
            ("isBasedOn", based_on),
            ("correction", one_or_many(guide.corrections.iter().map(correction).collect())),
        ],
    )
}

/// The publications that the page names and has no figures of.
fn others<'v>(figures: &Figures, frame: &'v PageView, guide: &'v GuideView) -> impl Iterator<Item = &'v SourceView> {
    let has_note = |id: &str| frame.notes.iter().filter_map(|note| note.source.as_ref()).any(|source| source.id == id);
    let is_shown = |id: &str| figures.shown().any(|fact| fact.source.as_deref() == Some(id));
    guide.sources.iter().filter(move |source| !has_note(&source.id) && !is_shown(&source.id))
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
