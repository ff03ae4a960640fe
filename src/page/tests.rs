//! Whole pages of small projects.

use super::fixture::with_material;
use super::view::{BlockView, BodyPart, Content, GuideView, View};
use super::{Made, make, place, plan};
use crate::guide::body::{Block, BlockKind, Body, Cell, Column, Piece, Table};
use crate::site::fixture::Project;
use std::sync::Arc;

const PROJECT: &str = "
    === content/_data/people.yaml
    ann: { name: Ann Author }
    desk: { name: The desk, kind: organization, url: \"https://desk.example/\" }
    === content/_data/sources.yaml
    oews: { publisher: Bureau, title: Wages, licence: public-domain, retrieved: 2026-11-01 }
    onet: { publisher: O-NET, title: Skills }
    === content/_index.md
    ---
    { title: Careers, summary: Find work }
    ---
    Hello
    === content/health/_index.md
    ---
    { title: Healthcare, nav_title: Health }
    ---
    === content/health/aide.md
    ---
    title: Aide
    summary: Helps
    occupation: { name: Health aide, soc: \"31-1120\", also_called: [Helper, { name: Ward aide, soc: \"31-1120\" }] }
    education: { entry: high-school, source: onet }
    updated: 2026-01-02
    tags: [Care]
    ---
    === content/health/nurse.md
    ---
    title: Nurse
    summary: Cares
    occupation:
      name: Registered nurse
      codes: { isco-08: [\"2221\", \"3221\"] }
      also_called: [{ name: Sister, soc: \"29-1141\" }]
    authors: [ann, desk]
    published: 2026-01-01
    updated: 2026-03-04
    reviewed: { by: desk, on: 2026-03-05 }
    disclosures: [ai-assisted, affiliate]
    education: { entry: bachelor, source: onet }
    skills: [{ name: Care, source: onet }]
    similar: [aide.md, Midwife]
    credentials: [{ name: NCLEX, kind: certification }]
    resources:
      - { title: Book, kind: book, affiliate: true }
      - { title: Union, kind: association, url: \"https://u.example\" }
    faq: [{ q: Why?, a: Because. }]
    cta: { text: Go, label: Here, url: aide.md, placement: top }
    job_search: { provider: Jobs, action: \"https://jobs.example/\", what: { label: What, name: q } }
    tags: [care]
    ---
    Nurses care
    === content/resources.md
    ---
    { title: Resources, template: resources }
    ---
    ";

/// All pages of a project, in order.
fn all(project: &Project) -> Vec<Made> {
    with_material(project, |material| plan(material).iter().map(|(id, given)| make(id, given).unwrap()).collect())
}

fn views(project: &Project) -> Vec<View> {
    all(project).into_iter().map(|made| made.view).collect()
}

fn page<'v>(views: &'v [View], path: &str) -> &'v View {
    views.iter().find(|view| view.page.path == path).unwrap()
}

fn guide<'v>(views: &'v [View], path: &str) -> &'v GuideView {
    match &page(views, path).content {
        Content::Guide(guide) => guide,
        other => panic!("{}", other.name()),
    }
}

/// The project with `pieces` as the text of the nurse's guide.
fn with_pieces(pieces: Vec<Piece>) -> Project {
    let mut project = Project::read(PROJECT);
    let nurse = project.manuscripts.values_mut().find(|it| it.path().file_name() == "nurse.md").unwrap();
    Arc::make_mut(nurse).body = Body { pieces, ..Body::default() };
    project
}

fn block(kind: BlockKind) -> Piece {
    Piece::Block(Block { kind, range: 0..0 })
}

#[test]
fn every_page_has_its_own_path() {
    let project = Project::read(PROJECT);
    let pages = all(&project);
    assert!(pages.iter().all(|made| made.problems.is_empty()));
    let paths: Vec<&str> = pages.iter().map(|made| made.path.as_ref().unwrap().as_str()).collect();
    assert_eq!(
        paths,
        [
            "index.html",
            "health/index.html",
            "health/aide/index.html",
            "health/nurse/index.html",
            "resources/index.html",
            "tags/index.html",
            "tags/care/index.html",
            "authors/ann/index.html",
            "authors/desk/index.html",
            "a-z/index.html",
            "sources/index.html",
            "404.html",
        ]
    );
    let tables: Vec<&str> = pages.iter().flat_map(|made| &made.tables).map(|(path, _, _)| path.as_str()).collect();
    assert_eq!(tables, ["health/aide/guide.json", "health/nurse/credentials.csv", "health/nurse/credentials.json", "health/nurse/guide.json"]);
}

#[test]
fn where_a_page_stands_is_known_before_it_is_made() {
    let without_index = "
        === content/trades/pipes/plumber.md
        ---
        title: Plumber
        tags: [tools]
        ---
        ";
    for project in [PROJECT, without_index] {
        with_material(&Project::read(project), |material| {
            for (id, given) in plan(material) {
                let made = make(&id, &given).unwrap();
                assert_eq!(place(&id, &given), Some((made.path, made.origin)), "{id:?}");
            }
        });
    }
}

#[test]
fn a_page_knows_the_way_to_it_and_its_neighbours() {
    let views = views(&Project::read(PROJECT));
    let nurse = &page(&views, "health/nurse/").page;
    let way: Vec<String> = nurse.breadcrumbs.iter().map(|link| format!("{} /{}", link.label, link.path)).collect();
    assert_eq!(way, ["Home /", "Health /health/", "Nurse /health/nurse/"]);
    assert_eq!((nurse.previous.as_ref().unwrap().label.as_str(), nurse.next.as_ref()), ("Aide", None));
    assert_eq!((nurse.root.as_str(), nurse.section_path.as_str(), nurse.og_type.as_str()), ("../../", "health/", "article"));
    assert_eq!((nurse.head_title.as_str(), nurse.canonical.as_deref()), ("Nurse – Careers", Some("https://example.org/guides/health/nurse/")));
    assert_eq!(page(&views, "").page.head_title, "Careers");
    let missing = &page(&views, "404.html").page;
    assert_eq!((missing.root.as_str(), missing.canonical.as_deref(), missing.noindex), ("/guides/", None, true));
    let tag: Vec<&str> = page(&views, "tags/care/").page.breadcrumbs.iter().map(|link| link.label.as_str()).collect();
    assert_eq!(tag, ["Home", "Tags", "Care"]);
}

#[test]
fn a_guide_shows_who_wrote_it_what_it_takes_and_where_it_leads() {
    let views = views(&Project::read(PROJECT));
    let nurse = guide(&views, "health/nurse/");
    assert_eq!(nurse.citation, "Ann Author and The desk. “Nurse.” Careers, March 4, 2026. https://example.org/guides/health/nurse/");
    assert_eq!(nurse.reviewed.as_ref().map(|it| (it.by.name.as_str(), it.on.text.as_str())), Some(("The desk", "March 5, 2026")));
    assert!(nurse.authors[1].is_organization);
    assert_eq!(nurse.occupation.codes, [("ISCO-08".to_owned(), "2221, 3221".to_owned())]);
    assert_eq!(nurse.occupation.also_called, ["Sister (29-1141)"]);
    assert_eq!(guide(&views, "health/aide/").occupation.also_called, ["Helper", "Ward aide"]);
    assert_eq!(nurse.disclosures.len(), 2);
    // The sentence stands at the top, above every paid link, also where the author forgot it.
    let forgetful = super::tests::views(&Project::read(&PROJECT.replace("disclosures: [ai-assisted, affiliate]", "order: 2")));
    assert!(guide(&forgetful, "health/nurse/").disclosures.iter().any(|it| it.contains("affiliate")));
    // The note of the education names its source, so the list below the text does not.
    assert_eq!(nurse.sources, []);
    assert_eq!(nurse.reading_minutes, 1);
    let similar: Vec<_> = nurse.similar.iter().map(|it| (it.name.as_str(), it.path.as_deref(), it.education.as_deref())).collect();
    assert_eq!(similar, [("Aide", Some("health/aide/"), Some("High school diploma or equivalent")), ("Midwife", None, None)]);
    assert_eq!(nurse.related, []);
    assert_eq!(guide(&views, "health/aide/").related.len(), 1);
}

#[test]
fn what_no_block_prints_stands_at_the_end() {
    let views = views(&Project::read(PROJECT));
    let nurse = guide(&views, "health/nurse/");
    assert_eq!(nurse.cta_top.as_ref().map(|it| it.path.as_str()), Some("health/aide/"));
    assert_eq!(nurse.cta_end, None);
    assert!(nurse.credentials.is_some() && nurse.faq.is_some());
    let caption = nurse.credentials.as_ref().map(|it| (it.label.as_str(), it.caption_html.as_ref().unwrap().0.as_str()));
    assert_eq!(caption, Some(("Credentials of Registered nurse", "Credentials of Registered nurse")));
    let resources = nurse.resources.as_ref().unwrap();
    assert_eq!(resources.groups.iter().map(|it| it.label.as_str()).collect::<Vec<_>>(), ["Associations", "Books"]);
    assert_eq!(nurse.job_search.as_ref().unwrap().what.value, "Registered nurse");
}

#[test]
fn what_a_block_prints_is_not_repeated() {
    let kinds = [
        BlockKind::Cta(None),
        BlockKind::JobSearch(None),
        BlockKind::Faq(Vec::new()),
        BlockKind::Resources { kind: Some(crate::guide::front_matter::ResourceKind::Book), intro: None },
        BlockKind::Credentials { caption: None },
    ];
    let views = views(&with_pieces(kinds.map(block).into()));
    let nurse = guide(&views, "health/nurse/");
    assert_eq!((&nurse.cta_top, &nurse.job_search, &nurse.faq, &nurse.credentials), (&None, &None, &None, &None));
    assert_eq!(nurse.resources.as_ref().unwrap().groups.iter().map(|it| it.label.as_str()).collect::<Vec<_>>(), ["Associations"]);
    let templates: Vec<String> = page(&views, "health/nurse/")
        .body
        .iter()
        .map(|part| match part {
            BodyPart::Block(block) => block.template(),
            BodyPart::Html(html) => html.clone(),
        })
        .collect();
    assert_eq!(templates, ["blocks/cta.html", "blocks/job-search.html", "blocks/faq.html", "blocks/resources.html", "blocks/table.html"]);
}

#[test]
fn a_table_carries_its_source_and_the_page_lists_it_once() {
    let cell = |text: &str| Cell { html: text.to_owned(), text: text.to_owned(), number: None, ..Cell::default() };
    let columns = vec![Column { html: "Industry".to_owned(), text: "Industry".to_owned(), numeric: false }];
    let table = |id: &str| Table {
        id: id.to_owned(),
        source: Some("oews".to_owned()),
        columns: columns.clone(),
        rows: vec![vec![cell("Hospitals")]],
        ..Table::default()
    };
    let views = views(&with_pieces(vec![Piece::Table(table("a")), Piece::Html("<p>x".to_owned()), Piece::Html("</p>".to_owned()), Piece::Table(table("b"))]));
    let nurse = page(&views, "health/nurse/");
    let [BodyPart::Block(first), BodyPart::Html(between), BodyPart::Block(_)] = nurse.body.as_slice() else { panic!("{:?}", nurse.body) };
    assert_eq!(between, "<p>x</p>");
    let BlockView::Table(first) = &**first else { panic!() };
    assert_eq!(first.csv_path.as_deref(), Some("health/nurse/a.csv"));
    let source = first.source.as_ref().unwrap();
    assert_eq!((source.licence.as_deref(), source.retrieved.as_ref().unwrap().text.as_str()), (Some("Public domain"), "November 1, 2026"));
    assert_eq!(guide(&views, "health/nurse/").sources.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["oews"]);
}

#[test]
fn a_written_guide_becomes_html_tables_and_files() {
    let project = Project::read(
        "
        === content/_data/sources.yaml
        oews: { publisher: Bureau, title: Wages }
        === content/health/_index.md
        ---
        title: Health
        ---
        === content/health/pay.csv
        Industry,Pay
        Schools,\"$9,000\"
        =Offices,\"$10,000\"
        === content/health/nurse.md
        ---
        title: Nurse
        summary: What nurses do
        occupation: { name: Nurse }
        faq:
          - { q: Where?, a: \"[There](nowhere.md)\" }
          - { q: Why?, a: \"See [health](_index.md) and <script>x</script>.\" }
        cta: { text: Go, label: Here, url: missing.md, kind: sponsored }
        ---
        ## Pay

        | Place | Pay |
        |---|---|
        | Here | $1,000 |

        Table: Pay by place {#by-place source=oews}

        ```{data-table}
        file: pay.csv
        caption: Pay by industry
        sort: -Pay
        columns: [{ name: Industry }, { name: Pay, label: Mean pay }, { name: Jobs }]
        ```
        ",
    );
    let pages = all(&project);
    let problems: Vec<_> = pages.iter().flat_map(|made| made.problems.clone()).collect();
    assert_eq!(
        project.shown(&problems),
        crate::site::fixture::unindent(
            "
            link-to-missing-page content/health/nurse.md:6:30 there is no page `content/health/nowhere.md`
              help: name a page's `.md` file by its path from this file
            raw-html content/health/nurse.md:7:48 the HTML element `script` is not allowed
              help: put it into the theme
            page-missing content/health/nurse.md:8:36 there is no page `content/health/missing.md`
              help: name a page's `.md` file by its path from this file
            unknown-column content/health/nurse.md:22:71 `content/health/pay.csv` has no column `Jobs`
              help: its columns are `Industry`, `Pay`
            "
        )
    );
    let files: Vec<String> = pages
        .iter()
        .flat_map(|made| &made.tables)
        .filter(|(path, ..)| path.as_str().rsplit_once('.').is_some_and(|(_, end)| end == "csv"))
        .map(|(path, bytes, _)| format!("{path}:\n{}", String::from_utf8_lossy(bytes)))
        .collect();
    assert_eq!(files, ["health/nurse/by-place.csv:\nPlace,Pay\nHere,1000\n", "health/nurse/table-2.csv:\nIndustry,Mean pay\n'=Offices,10000\nSchools,9000\n"]);
    let views: Vec<View> = pages.into_iter().map(|made| made.view).collect();
    let nurse = guide(&views, "health/nurse/");
    let answer = &nurse.faq.as_ref().unwrap().questions[1].answer_html.0;
    assert!(answer.contains("<a href=\"../../health/\">health</a>"), "{answer}");
    assert_eq!(nurse.sections.iter().map(|it| (it.id.as_str(), it.kind.as_str())).collect::<Vec<_>>(), [("pay", "pay")]);
}

#[test]
fn a_page_stands_where_an_author_a_section_or_guidepost_puts_it() {
    let project = Project::read(PROJECT);
    let (site, _) = project.site();
    let found = ["", "health/", "health/nurse", "tags/", "tags/care/", "a-z/", "nowhere/"].map(|path| site.has_page(path));
    assert_eq!(found, [true, true, true, true, true, true, false]);
}

#[test]
fn lists_count_and_sort_what_they_hold() {
    let views = views(&Project::read(PROJECT));
    let Content::Home(home) = &page(&views, "").content else { panic!() };
    assert_eq!((home.guide_count, home.sections.len(), home.sections[0].guides.len()), (2, 1, 2));
    assert_eq!(home.recent.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Nurse", "Aide"]);
    let Content::Index(index) = &page(&views, "a-z/").content else { panic!() };
    let entries: Vec<_> =
        index.letters.iter().flat_map(|letter| letter.entries.iter().map(|it| (letter.id.as_str(), it.name.as_str(), it.see.as_deref()))).collect();
    assert_eq!(
        entries,
        [
            ("letter-a", "Aide", None),
            ("letter-h", "Health aide", Some("Aide")),
            ("letter-h", "Helper", Some("Aide")),
            ("letter-n", "Nurse", None),
            ("letter-r", "Registered nurse", Some("Nurse")),
            ("letter-s", "Sister", Some("Nurse")),
            ("letter-w", "Ward aide", Some("Aide")),
        ]
    );
    let Content::Resources(resources) = &page(&views, "resources/").content else { panic!() };
    assert_eq!((resources.count, resources.groups[0].resources[0].guides[0].path.as_str()), (2, "health/nurse/"));
    let Content::Tags(tags) = &page(&views, "tags/").content else { panic!() };
    assert_eq!((tags.tags[0].title.as_str(), tags.tags[0].guides), ("Care", 2));
}

#[test]
fn the_menu_is_made_of_sections_index_and_resources() {
    let project = Project::read(PROJECT);
    let view = super::site_view(&project.site().0, crate::words::Book::built_in().of("en"), false, serde_json::Value::Null);
    let menu: Vec<String> = view.menu.iter().map(|link| format!("{} {}", link.label, link.path)).collect();
    assert_eq!(menu, ["Health health/", "A–Z a-z/", "Resources resources/"]);
    assert_eq!((view.sections[0].guides, view.resources_path.as_deref(), view.tags_path.as_deref()), (2, Some("resources/"), Some("tags/")));
}

#[test]
fn an_edited_text_changes_one_page() {
    let before = views(&Project::read(PROJECT));
    let after = views(&with_pieces(vec![Piece::Html("<p>New</p>".to_owned())]));
    let changed: Vec<&str> = before.iter().zip(&after).filter(|(before, after)| before != after).map(|(view, _)| view.page.path.as_str()).collect();
    assert_eq!(changed, ["health/nurse/"]);
}
