//! Views to try a theme with: every kind of page, once with everything there is and once with as little as possible.
//! A template that shows both shows every page between them.

mod amount;
mod blocks;
mod parts;

use serde_json::json;

use super::{
    AuthorView, BodyPart, Card, Content, CorrectionView, GuideView, HomeView, Html, IndexEntry, IndexLetter, IndexView, LanguageLink, LedgerView, NavNode,
    NoteView, OccupationView, PageView, PathView, PersonView, PlainView, RedirectView, ResourcesView, ReviewView, SectionEntry, SectionView, SiteView,
    SourceUse, SourcesView, TagView, TagsView, TranslationView, View,
};
use blocks::{cta, faq, glance, group, job_search, resources, table};

use parts::{day, link, source};

pub use amount::Amount;
pub use blocks::blocks;

/// The site; `params` are those of the theme.
pub fn site(amount: Amount, params: serde_json::Value) -> SiteView {
    SiteView {
        title: "Guides & Paths".into(),
        description: amount.text("Guides to careers."),
        language: "en".into(),
        direction: "ltr".into(),
        home_path: String::new(),
        menu: amount.list(vec![link("Healthcare", "healthcare/"), link("Elsewhere", "https://example.org/")]),
        footer: amount.list(vec![link("About", "about/")]),
        sections: amount.list(vec![node()]),
        resources_path: amount.some("resources/".into()),
        index_path: "a-z/".into(),
        tags_path: amount.some("tags/".into()),
        sources_path: amount.some("sources/".into()),
        ledger_path: amount.some("figures/".into()),
        feed_path: "atom.xml".into(),
        publisher: amount.some("Example Press".into()),
        params: if params.is_null() { json!({}) } else { params },
    }
}

/// One page of every kind.
pub fn pages(amount: Amount) -> Vec<View> {
    let contents = [
        Content::Home(HomeView {
            summary: amount.text("Guides to careers."),
            body_html: Html::default(),
            sections: amount.list(vec![section(amount)]),
            guides: amount.list(vec![card(amount)]),
            recent: amount.list(vec![card(amount), card(Amount::Minimal)]),
            guide_count: amount.list(vec![(); 2]).len(),
        }),
        Content::Section(Box::new(section(amount))),
        Content::Guide(Box::new(guide(amount))),
        Content::Plain(PlainView {
            summary: amount.text("About this site."),
            body_html: Html::default(),
            sections: amount.list(vec![entry(amount)]),
            updated: amount.some(day()),
        }),
        Content::Resources(ResourcesView {
            summary: amount.text("Where to read on."),
            body_html: Html::default(),
            disclosure: amount.some("Some links are paid.".into()),
            groups: amount.list(vec![group(amount)]),
            count: amount.list(vec![(); 2]).len(),
        }),
        Content::Tags(TagsView { tags: amount.list(vec![node()]) }),
        Content::Tag(TagView { name: "hospital".into(), guides: amount.list(vec![card(amount), card(Amount::Minimal)]) }),
        Content::Author(AuthorView {
            person: person(amount),
            about: amount.some("Writes about work in hospitals.".into()),
            guides: amount.list(vec![card(amount)]),
            reviewed: amount.list(vec![card(Amount::Minimal)]),
        }),
        Content::Index(IndexView { letters: amount.list(vec![letter()]) }),
        Content::Ledger(Box::new(LedgerView {
            count: 1,
            left_out: usize::from(amount == Amount::Full),
            table: table(amount),
            csv_path: "figures/figures.csv".into(),
            json_path: "figures/figures.json".into(),
        })),
        Content::Sources(SourcesView { sources: amount.list(vec![source_use(Amount::Full), source_use(Amount::Minimal)]) }),
        Content::NotFound,
    ];
    contents.into_iter().map(|content| View { page: page(amount, &content), content, body: amount.list(body()) }).collect()
}

/// A page at an old address.
pub fn redirect() -> RedirectView {
    RedirectView {
        title: "Health <Technician>".into(),
        path: "healthcare/health-technician/".into(),
        root: "../../".into(),
        canonical: "https://example.org/healthcare/health-technician/".into(),
        language: "en".into(),
        from: "old/technician/".into(),
    }
}

fn body() -> Vec<BodyPart> {
    let html = |text: &str| BodyPart::Html(text.to_owned());
    let both = [Amount::Full, Amount::Minimal].into_iter().flat_map(blocks).map(|block| BodyPart::Block(Box::new(block)));
    [html("<h2 id=\"pay\">Pay</h2>")].into_iter().chain(both).chain([html("<p>The end.</p>")]).collect()
}

fn page(amount: Amount, content: &Content) -> PageView {
    let not_found = *content == Content::NotFound;
    PageView {
        kind: content.name().into(),
        title: "Health <Technician>".into(),
        head_title: "Health <Technician> – Guides & Paths".into(),
        description: amount.text("Collects samples."),
        path: "healthcare/health-technician/".into(),
        root: if not_found { "/guides/".into() } else { "../../".into() },
        canonical: amount.some("https://example.org/healthcare/health-technician/".into()).filter(|_| !not_found),
        feed_url: "https://example.org/atom.xml".into(),
        language: "en".into(),
        direction: "ltr".into(),
        languages: amount.list(vec![language("en", "", true), language("de", "de/", false)]),
        translation: amount.some(TranslationView { is_behind: true, language: "en".into(), name: "English".into(), path: "healthcare/".into() }),
        noindex: amount == Amount::Full,
        og_type: "article".into(),
        data_path: amount.some("healthcare/phlebotomist/guide.json".into()),
        credits: amount.list(vec!["Contains public sector information.".into()]),
        notes: amount.list(vec![note(Amount::Full), note(Amount::Minimal)]),
        json_ld_html: amount.list(vec![Html("{\"@type\":\"Article\"}".into())]),
        breadcrumbs: amount.list(vec![link("Home", ""), link("Healthcare", "healthcare/"), link("Health Technician", "healthcare/health-technician/")]),
        section_path: amount.text("healthcare/"),
        previous: amount.some(link("Nurse", "healthcare/nurse/")),
        next: amount.some(link("Aide", "healthcare/aide/")),
        draft: amount == Amount::Full,
    }
}

fn language(tag: &str, home: &str, is_current: bool) -> LanguageLink {
    let path = format!("{home}healthcare/health-technician/");
    LanguageLink { tag: tag.into(), name: tag.to_uppercase(), url: format!("https://example.org/{path}"), path, is_current, is_default: is_current }
}

fn guide(amount: Amount) -> GuideView {
    GuideView {
        summary: "Collects samples and takes vital signs.".into(),
        body_html: Html::default(),
        sections: amount.list(vec![entry(amount), entry(Amount::Minimal)]),
        occupation: OccupationView {
            name: "Health technician".into(),
            definition: amount.some("Someone who helps.".into()),
            soc: amount.some("29-2099".into()),
            codes: amount.list(vec![("ISCO-08".into(), "3211".into())]),
            also_called: amount.list(vec!["Health care technician".into()]),
            proxy_for: amount.some("There are no figures of its own.".into()),
        },
        glance: glance(amount),
        authors: amount.list(vec![person(amount), person(Amount::Minimal)]),
        published: amount.some(day()),
        updated: amount.some(day()),
        reviewed: amount.some(ReviewView { by: person(amount), on: day(), role: amount.some("Nurse".into()) }),
        disclosures: amount.list(vec!["Some links are paid.".into()]),
        cta_top: amount.some(cta(amount)),
        cta_end: amount.some(cta(Amount::Minimal)),
        credentials: amount.some(table(amount)),
        faq: amount.some(faq(amount)),
        resources: amount.some(resources(amount)),
        job_search: amount.some(job_search(amount)),
        progresses_to: amount.list(vec![path(amount), path(Amount::Minimal)]),
        specialisations: amount.list(vec![path(amount)]),
        similar: amount.list(vec![path(amount)]),
        related: amount.list(vec![card(amount), card(Amount::Minimal)]),
        corrections: amount.list(vec![CorrectionView { on: day(), text: "The pay was wrong.".into(), text_html: Html("The <em>pay</em> was wrong.".into()) }]),
        tags: amount.list(vec![link("hospital", "tags/hospital/")]),
        sources: amount.list(vec![source(amount), source(Amount::Minimal)]),
        citation: "Example Press (2026): Health Technician.".into(),
        citation_html: Html("Example Press (2026): Health Technician.".into()),
        disclaimer: amount.some("Figures are national.".into()),
        reading_minutes: 1,
    }
}

fn section(amount: Amount) -> SectionView {
    SectionView {
        title: "Healthcare".into(),
        path: "healthcare/".into(),
        summary: amount.text("Care."),
        body_html: Html::default(),
        children: amount.list(vec![node()]),
        guides: amount.list(vec![card(amount), card(Amount::Minimal)]),
        table: amount.some(table(amount)),
        pages: amount.list(vec![link("Licences", "healthcare/licences/")]),
        guide_count: amount.list(vec![(); 2]).len(),
    }
}

fn letter() -> IndexLetter {
    let entry = |name: &str, see: Option<&str>| IndexEntry { name: name.into(), path: "healthcare/health-technician/".into(), see: see.map(str::to_owned) };
    IndexLetter { letter: "H".into(), id: "h".into(), entries: vec![entry("Health Technician", None), entry("Health aide", Some("Health Technician"))] }
}

fn entry(amount: Amount) -> SectionEntry {
    SectionEntry {
        id: "pay".into(),
        short: "Pay".into(),
        text: "Pay: What Technicians Earn".into(),
        number: amount.some(1),
        kind: amount.text("pay"),
        children: amount.list(vec![SectionEntry {
            id: "raises".into(),
            short: "Raises".into(),
            text: "Raises".into(),
            number: None,
            kind: String::new(),
            children: Vec::new(),
        }]),
    }
}

fn card(amount: Amount) -> Card {
    Card {
        title: "Phlebotomist".into(),
        nav_title: "Phlebotomist".into(),
        path: "healthcare/phlebotomist/".into(),
        summary: amount.text("Draws blood."),
        section: amount.text("Healthcare"),
        education: amount.some("Postsecondary award".into()),
        pay: amount.some("$45,780 a year (May 2024)".into()),
        updated: amount.some(day()),
    }
}

fn path(amount: Amount) -> PathView {
    PathView {
        name: "Nurse".into(),
        pay: amount.some("$93,600 a year (May 2024)".into()),
        path: amount.some("healthcare/nurse/".into()),
        about: amount.some("Cares".into()),
        soc: amount.some("29-1141".into()),
        education: amount.some("Bachelor's degree".into()),
    }
}

fn note(amount: Amount) -> NoteView {
    NoteView {
        letter: "a".into(),
        id: "source-1".into(),
        source: amount.some(source(amount)),
        period: amount.some("May 2024".into()),
        period_iso: amount.some("2024-05".into()),
        area: amount.some("United States".into()),
        industry: amount.some("Hospitals".into()),
        population: amount.some("employees".into()),
        remark: amount.some("an estimate".into()),
    }
}

fn source_use(amount: Amount) -> SourceUse {
    SourceUse {
        source: source(amount),
        note: amount.some("Without the self-employed.".into()),
        credit: amount.some("Contains public sector information.".into()),
        figures: usize::from(amount == Amount::Full),
        periods: amount.list(vec!["May 2024".into()]),
        pages: amount.list(vec![link("Phlebotomist", "healthcare/phlebotomist/")]),
    }
}

fn person(amount: Amount) -> PersonView {
    PersonView {
        name: "The editors".into(),
        url: amount.some("https://example.org/editors".into()),
        path: "authors/editors/".into(),
        is_organization: amount == Amount::Full,
    }
}

fn node() -> NavNode {
    let below = NavNode { title: "Laboratory".into(), path: "healthcare/laboratory/".into(), guides: 1, children: Vec::new() };
    NavNode { title: "Healthcare".into(), path: "healthcare/".into(), guides: 2, children: vec![below] }
}
