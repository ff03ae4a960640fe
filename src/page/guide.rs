//! The page of a guide.

use std::collections::BTreeSet;

use super::absolute::absolute;
use super::block::Blocks;
use super::given::Given;
use super::view::{BodyPart, Card, GuideView, Html, OccupationView, PersonView, ReviewView};
use super::{author, body, card, figure_block, glance, resources, source};
use crate::guide::Manuscript;
use crate::guide::body::escaped;
use crate::guide::front_matter::{Disclosure, FrontMatter, Occupation, Placement, Texts};
use crate::language;
use crate::site::Page;
use crate::yaml::Named;

const WORDS_A_MINUTE: usize = 230;

/// What `guide.html` is given, and the text.
pub(super) fn view(given: &Given, page: &Page, manuscript: &Manuscript, blocks: &mut Blocks) -> (GuideView, Vec<BodyPart>) {
    let around = &*given.around;
    let front = &page.head.front;
    // It stands above the text, so its notes come first.
    let glance = if figure_block::has_quick_facts(manuscript) { Vec::new() } else { glance::of_guide(given, front, &mut blocks.notes) };
    blocks.printed.median = glance.iter().any(|row| row.key == "pay");
    let parts = body::show(given, page, blocks);
    let (config, registry) = (&*given.shared.config, &*given.shared.registry);
    let cta = if blocks.printed.cta { None } else { blocks.own_cta() };
    let at_top = front.cta.as_ref().and_then(|cta| cta.placement) == Some(Placement::Top);
    let (cta_top, cta_end) = if at_top { (cta, None) } else { (None, cta) };
    let credentials = if blocks.printed.credentials { None } else { blocks.credentials(None) };
    let faq = if blocks.printed.faq { None } else { blocks.faq() };
    let job_search = front.job_search.as_ref().filter(|_| !blocks.printed.job_search).and_then(|form| blocks.job_search(form));
    let authors: Vec<PersonView> = page.authors.iter().filter_map(|id| author::person(&given.shared, id)).collect();
    let address = absolute(&config.base_url, page.address.as_str());
    let view = GuideView {
        summary: front.summary.clone().unwrap_or_default(),
        body_html: Html::default(),
        sections: body::sections(&manuscript.body.headings),
        occupation: occupation(front.occupation.as_ref(), &page.title),
        glance,
        published: front.published.map(|it| given.voice.day(it)),
        updated: front.updated.map(|it| given.voice.day(it)),
        reviewed: review(given, front),
        disclosures: disclosures(given, page, blocks),
        cta_top,
        cta_end,
        credentials,
        faq,
        resources: blocks.resources_left(),
        job_search,
        progresses_to: around.progresses_to.clone(),
        specialisations: around.specialisations.clone(),
        similar: if blocks.printed.similar { Vec::new() } else { around.similar.clone() },
        related: around.related.iter().map(|card| Card::clone(card)).collect(),
        corrections: blocks.corrections(),
        tags: around.tags.clone(),
        sources: source::each_once(&given.voice, registry, source_ids(front, blocks).filter(|id| !blocks.notes.names(id))),
        citation: citation(given, page, &authors, &address),
        citation_html: citation_html(given, page, &authors, &address),
        authors,
        disclaimer: config.disclaimer.clone(),
        reading_minutes: manuscript.body.words.div_ceil(WORDS_A_MINUTE).max(1),
    };
    (view, parts)
}

fn occupation(occupation: Option<&Occupation>, title: &str) -> OccupationView {
    let codes = occupation.and_then(|it| it.codes.as_ref());
    let systems: [(&str, Option<&Texts>); 6] = [
        ("SOC 2010", codes.and_then(|it| it.soc_2010.as_ref())),
        ("O*NET-SOC 2019", codes.and_then(|it| it.onet_soc_2019.as_ref())),
        ("ISCO-08", codes.and_then(|it| it.isco_08.as_ref())),
        ("UK SOC 2020", codes.and_then(|it| it.uk_soc_2020.as_ref())),
        ("ESCO", codes.and_then(|it| it.esco.as_ref())),
        ("NAICS 2022", codes.and_then(|it| it.naics_2022.as_ref())),
    ];
    // The occupation's own code stands beside its names already.
    let own = occupation.and_then(|it| it.soc.as_deref());
    let also = occupation.and_then(|it| it.also_called.as_ref()).into_iter().flatten().filter_map(|it| match it {
        Named::Text(name) => Some(name.clone()),
        Named::Full(it) => {
            it.name.as_ref().map(|name| it.soc.as_deref().filter(|soc| Some(*soc) != own).map_or_else(|| name.clone(), |soc| format!("{name} ({soc})")))
        }
    });
    OccupationView {
        name: occupation.and_then(|it| it.name.as_deref()).unwrap_or(title).to_owned(),
        definition: occupation.and_then(|it| it.definition.clone()),
        soc: occupation.and_then(|it| it.soc.clone()),
        codes: systems.into_iter().filter_map(|(system, codes)| codes.filter(|it| !it.0.is_empty()).map(|it| (system.to_owned(), it.0.join(", ")))).collect(),
        also_called: also.collect(),
        proxy_for: occupation.and_then(|it| it.proxy_for.clone()),
    }
}

fn review(given: &Given, front: &FrontMatter) -> Option<ReviewView> {
    let review = front.reviewed.as_ref()?;
    Some(ReviewView { by: author::person(&given.shared, review.by.as_deref()?)?, on: given.voice.day(review.on?), role: review.role.clone() })
}

/// What the author discloses, and what a paid call to action or resource makes necessary. It stands once, above them all.
fn disclosures(given: &Given, page: &Page, blocks: &Blocks) -> Vec<String> {
    let front = &page.head.front;
    let of_resources = page.resources.iter().flat_map(resources::paid);
    let all: BTreeSet<Disclosure> = front.disclosures.iter().flatten().chain(&blocks.paid).copied().chain(of_resources).collect();
    all.into_iter().map(|it| resources::sentence(&given.shared.config, given.words(), it)).collect()
}

/// Those of the panel at the top, then those of the tables in the text.
fn source_ids<'s>(front: &'s FrontMatter, blocks: &'s Blocks) -> impl Iterator<Item = &'s str> {
    let education = front.education.as_ref().and_then(|it| it.source.as_deref());
    let skills = front.skills.iter().flatten().filter_map(|it| match it {
        Named::Full(skill) => skill.source.as_deref(),
        Named::Text(_) => None,
    });
    education.into_iter().chain(skills).chain(blocks.tables.iter().filter_map(|table| table.source.as_deref()))
}

/// `A. Author and B. Editor. “Title.” Site, November 23, 2026. https://...`
/// The same as HTML: in a text from right to left the address is one by itself, so that its parts keep their order.
fn citation_html(given: &Given, page: &Page, authors: &[PersonView], address: &str) -> Html {
    // No text of an author has this character.
    const HERE: &str = "\u{0}";
    let tag = given.voice.locale.tag();
    let written = if language::direction(tag) == "rtl" { format!("<bdi>{}</bdi>", escaped(address)) } else { escaped(address) };
    Html(escaped(&citation(given, page, authors, HERE)).replace(HERE, &written))
}

fn citation(given: &Given, page: &Page, authors: &[PersonView], address: &str) -> String {
    let (words, config) = (given.words(), &*given.shared.config);
    let names: Vec<&str> = authors.iter().map(|it| it.name.as_str()).collect();
    let names = match names.as_slice() {
        [] => String::new(),
        [one] => format!("{}. ", one.trim_end_matches('.')),
        [first @ .., last] => format!("{}{}{}. ", words.list(first), words.and.text(), last.trim_end_matches('.')),
    };
    let title = if page.title.ends_with(['.', '?', '!']) { page.title.clone() } else { format!("{}.", page.title) };
    let parts = [("authors", names.as_str()), ("title", &title), ("site", &config.title), ("address", address)];
    match card::last_change(page) {
        Some(day) => words.citation_dated.with(&[parts.as_slice(), &[("day", given.voice.locale.day(day).as_str())]].concat()),
        None => words.citation.with(&parts),
    }
}
