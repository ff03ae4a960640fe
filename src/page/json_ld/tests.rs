//! What the structured data of small pages is, word for word.

use serde_json::{Value, json};

use super::for_page;
use crate::check::fixture::Project;
use crate::figures::Figures;
use crate::page::Voice;
use crate::page::view::sample::{self, Amount};
use crate::page::view::{Content, GuideView, Html, View};
use crate::settings::Publisher;
use crate::source::SourcePath;
use crate::words::Book;

fn guide_view(amount: Amount, change: impl Fn(&mut GuideView)) -> View {
    let mut view = sample::pages(amount).into_iter().find(|it| matches!(it.content, Content::Guide(_))).unwrap();
    view.page.title = "Plumber".to_owned();
    view.page.description = "Lays pipes </script>".to_owned();
    view.page.canonical = Some("https://example.org/guides/plumber/".to_owned());
    if let Content::Guide(guide) = &mut view.content {
        change(guide);
    }
    view
}

fn objects(project: &Project, view: &View) -> Vec<Value> {
    let path = SourcePath::new("content/plumber.md").unwrap();
    let html: Vec<Html> = project.with_site(|site| {
        for_page(
            &site.given.config,
            &site.given.registry,
            &Voice::of(&Book::built_in(), "en"),
            (site.pages.get(&path).map(|page| &**page), &Figures::default()),
            &view.page,
            &view.content,
        )
    });
    html.iter().map(|it| serde_json::from_str(&it.0).unwrap()).collect()
}

#[test]
fn an_occupation_says_what_its_front_matter_says() {
    let project = Project::new(
        "
        === content/plumber.md
        ---
        title: Plumber
        occupation:
          name: Plumber
          soc: '47-2152'
          codes: { isco-08: '7126', naics-2022: '238220' }
          also_called: [Pipefitter, { name: Glazier, soc: '47-2121' }]
        education: { entry: high-school, field: Trades }
        experience: { level: under-5-years, months_min: 6 }
        credentials:
          - { name: Journeyman, kind: licence, issuer: State board, jurisdiction: Texas, required: always }
          - { name: Welder, kind: certification, required: preferred }
        skills: [Care, { name: Strength }]
        ---
        === content/_data/areas.yaml
        us: { name: United States, kind: country, code: US }
        ",
    );
    let view = guide_view(Amount::Minimal, |guide| {
        guide.occupation.name = "Plumber".to_owned();
        guide.occupation.definition = Some("Lays pipes.".to_owned());
    });
    let objects = objects(&project, &view);
    let occupation = objects.iter().find(|it| it["@type"] == "Occupation").unwrap();
    assert_eq!(
        *occupation,
        json!({
            "@context": "https://schema.org",
            "@type": "Occupation",
            "@id": "https://example.org/guides/plumber/#occupation",
            "name": "Plumber",
            "alternateName": "Pipefitter",
            "description": "Lays pipes.",
            "occupationalCategory": [
                { "@type": "CategoryCode", "codeValue": "47-2152", "inCodeSet": { "@type": "CategoryCodeSet", "name": "SOC 2018" } },
                { "@type": "CategoryCode", "codeValue": "7126", "inCodeSet": { "@type": "CategoryCodeSet", "name": "ISCO-08" } },
            ],
            "occupationLocation": { "@type": "Country", "name": "United States", "identifier": "US" },
            "educationRequirements": {
                "@type": "EducationalOccupationalCredential",
                "credentialCategory": "high school",
                "about": { "@type": "Thing", "name": "Trades" },
            },
            "experienceRequirements": { "@type": "OccupationalExperienceRequirements", "monthsOfExperience": 6 },
            "qualifications": {
                "@type": "EducationalOccupationalCredential",
                "name": "Journeyman",
                "credentialCategory": "license",
                "recognizedBy": { "@type": "Organization", "name": "State board" },
                "validIn": { "@type": "AdministrativeArea", "name": "Texas" },
            },
            "skills": ["Care", "Strength"],
            "mainEntityOfPage": { "@id": "https://example.org/guides/plumber/" },
        })
    );
}

#[test]
fn an_article_names_people_dates_and_sources_and_ends_no_script() {
    let mut project = Project::new(
        "
        === content/plumber.md
        ---
        title: Plumber
        occupation: { name: Plumber }
        ---
        ",
    );
    project.config.publisher = Some(Publisher { name: Some("Example Press".to_owned()), url: None, logo: Some("/logo.svg".to_owned()) });
    let view = guide_view(Amount::Full, |_| {});
    let Content::Guide(guide) = &view.content else { panic!() };
    let path = SourcePath::new("content/plumber.md").unwrap();
    let html = project.with_site(|site| {
        for_page(
            &site.given.config,
            &site.given.registry,
            &Voice::of(&Book::built_in(), "en"),
            (site.pages.get(&path).map(|page| &**page), &Figures::default()),
            &view.page,
            &view.content,
        )
    });
    assert!(html.iter().all(|it| !it.0.contains('<')));
    let objects = objects(&project, &view);
    let kinds: Vec<&str> = objects.iter().filter_map(|it| it["@type"].as_str()).collect();
    assert_eq!(kinds, ["Article", "WebPage", "Occupation", "BreadcrumbList"]);
    let (article, page) = (&objects[0], &objects[1]);
    assert_eq!(article["headline"], "Plumber");
    assert_eq!(article["description"], "Lays pipes </script>");
    assert_eq!(article["publisher"]["logo"], "https://example.org/guides/logo.svg");
    assert_eq!(article["about"]["@id"], "https://example.org/guides/plumber/#occupation");
    assert_eq!(article["datePublished"], guide.published.as_ref().unwrap().iso.as_str());
    assert!(article.to_string().contains(&guide.sources[0].title));
    assert_eq!(page["lastReviewed"], guide.reviewed.as_ref().unwrap().on.iso.as_str());
    assert_eq!(page["reviewedBy"]["name"], guide.reviewed.as_ref().unwrap().by.name.as_str());
}

#[test]
fn what_is_not_known_is_left_out() {
    let project = Project::new(
        "
        === content/plumber.md
        ---
        title: Plumber
        occupation: { name: Plumber }
        ---
        ",
    );
    let view = guide_view(Amount::Minimal, |guide| guide.occupation.name = "Plumber".to_owned());
    let objects = objects(&project, &view);
    let keys = |at: usize| objects[at].as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(keys(0), ["@context", "@type", "@id", "headline", "description", "inLanguage", "mainEntityOfPage", "about"]);
    assert_eq!(keys(1), ["@context", "@type", "@id", "name", "mainEntityOfPage"]);
}

#[test]
fn the_home_page_says_whose_site_it_is() {
    let mut project = Project::new("");
    project.config.publisher = Some(Publisher { name: Some("Example Press".to_owned()), url: Some("https://press.example/".to_owned()), logo: None });
    let mut view = sample::pages(Amount::Minimal).into_iter().find(|it| matches!(it.content, Content::Home(_))).unwrap();
    view.page.canonical = Some("https://example.org/guides/".to_owned());
    view.page.breadcrumbs.truncate(1);
    assert_eq!(
        objects(&project, &view),
        [
            json!({
                "@context": "https://schema.org",
                "@type": "WebSite",
                "@id": "https://example.org/guides/#website",
                "name": "Careers",
                "url": "https://example.org/guides/",
                "inLanguage": "en",
                "publisher": { "@id": "https://example.org/guides/#publisher" },
            }),
            json!({
                "@context": "https://schema.org",
                "@type": "Organization",
                "@id": "https://example.org/guides/#publisher",
                "name": "Example Press",
                "url": "https://press.example/",
            }),
        ]
    );
}
