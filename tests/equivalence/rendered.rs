//! Only what shows a change is rendered again: counted against the pages whose bytes differ between two clean builds.

use std::collections::BTreeSet;

use guidepost::pipeline::{Build, Memory, Rendered, build};
use guidepost::theme::built_in_files;

use crate::datasets::{NIGHTS, NOBODY, OUTLOOK, PLACES, WAGES};
use crate::difference::difference;
use crate::image::png;
use crate::project::Project;
use crate::text::{with_end, with_key};

/// A project with a theme of its own, and one with the built-in theme.
const SEEDS: [u64; 2] = [0, 4];

/// Which pages an edit renders again.
enum Again<'a> {
    /// Exactly the pages that differ, and these are among them.
    Differing(&'a [&'a str]),
    /// Exactly these, and they differ.
    Just(BTreeSet<String>),
    /// At least the pages that differ, which are most.
    Most,
    /// Every page.
    All,
}

/// Builds a project, edits it and builds it again with the same memory.
fn check(edit: impl Fn(&mut Project), again: &Again) {
    for seed in SEEDS {
        let mut project = Project::new(seed);
        let mut memory = Memory::default();
        let before = build(&project.sources, &project.options, &mut memory);
        assert_eq!(names(&before.rendered), pages(&before), "the first build renders everything");
        edit(&mut project);
        let remembered = build(&project.sources, &project.options, &mut memory);
        let after = build(&project.sources, &project.options, &mut Memory::default());
        assert_eq!(difference(&remembered, &after, &project.sources), None);
        assert!(remembered.rendered.is_sorted_by_key(|it| &it.path), "{:?}", remembered.rendered);
        let (rendered, differing) = (names(&remembered.rendered), differing(&before, &after));
        match again {
            Again::Differing(these) => {
                assert_eq!(rendered, differing);
                let missing: Vec<_> = these.iter().filter(|path| !differing.contains(**path)).collect();
                assert!(missing.is_empty(), "{missing:?} are not in {differing:?}");
            }
            Again::Just(these) => assert_eq!((&rendered, &differing), (these, these)),
            Again::Most => assert!(rendered.is_superset(&differing) && differing.len() > 60, "{rendered:?} of {differing:?}"),
            Again::All => assert_eq!(rendered, pages(&after)),
        }
    }
}

fn check_none(edit: impl Fn(&mut Project)) {
    check(edit, &Again::Just(BTreeSet::new()));
}

fn names(rendered: &[Rendered]) -> BTreeSet<String> {
    rendered.iter().map(|it| it.path.as_str().to_owned()).collect()
}

/// Every page of the site, redirects too.
fn pages(build: &Build) -> BTreeSet<String> {
    build.output.files().map(|(path, _)| path.as_str().to_owned()).filter(|path| path.ends_with(".html")).collect()
}

/// The pages that are new or hold other bytes.
fn differing(before: &Build, after: &Build) -> BTreeSet<String> {
    let files = after.output.files().filter(|(path, file)| before.output.get(path).is_none_or(|old| old.content != file.content));
    files.map(|(path, _)| path.as_str().to_owned()).filter(|path| path.ends_with(".html")).collect()
}

/// Where a guide is published.
fn address(path: &str) -> String {
    let path = path.strip_prefix("content/").unwrap().strip_suffix(".md").unwrap();
    format!("{}/index.html", path.trim_end_matches("/index"))
}

/// The pages of the published guides whose text is so.
fn guides_that(is_so: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let project = Project::new(SEEDS[0]);
    let is_meant = |path: &&String| {
        let text = project.text(path).unwrap();
        is_so(&text) && !text.contains("draft: true") && !text.contains("published: 2026-12-24")
    };
    project.guides().iter().filter(is_meant).map(|path| address(path)).collect()
}

/// Puts a template of the built-in theme into the project, with a remark at its end.
fn own_template(project: &mut Project, name: &str) {
    let path = format!("themes/beacon/templates/{name}");
    let (_, bytes) = built_in_files().find(|(built_in, _)| built_in.as_str() == path).unwrap();
    let text = with_end(str::from_utf8(&bytes).unwrap(), "<!-- own -->\n");
    project.write(&format!("templates/{name}"), text);
}

/// Replaces `old` in the file at `path`, where it stands.
fn replace(project: &mut Project, path: &str, old: &str, new: &str) {
    let text = project.text(path).unwrap();
    assert!(text.contains(old), "{path} has no `{old}`: {text}");
    project.write(path, text.replace(old, new));
}

fn set(project: &mut Project, path: &str, key: &str, value: &str) {
    let text = with_key(&project.text(path).unwrap(), key, Some(value)).unwrap();
    project.write(path, text);
}

fn setting(project: &mut Project, table: &str, key: &str, value: &str) {
    assert!(project.set(table, key, Some(value)));
}

fn just(paths: &[&str]) -> Again<'static> {
    Again::Just(paths.iter().map(|path| (*path).to_owned()).collect())
}

const NURSE: &str = "content/health/nurse.md";
const NURSE_PAGE: &str = "health/nurse/index.html";
const LEDGER_PAGE: &str = "figures/index.html";

#[test]
fn a_body_renders_its_page() {
    check(|project| replace(project, NURSE, "wakes up", "gets up"), &just(&[NURSE_PAGE]));
    // A heading and its anchor are shown nowhere else.
    check(|project| replace(project, NURSE, "## Pay {#pay}", "## Wages\n\nText.\n\n## Pay {#pay}"), &just(&[NURSE_PAGE]));
    check(|project| replace(project, "content/about.md", "So.", "Thus."), &just(&["about/index.html"]));
    check(|project| replace(project, "content/health/_index.md", "in common", "alike"), &just(&["health/index.html"]));
    check(|project| replace(project, "content/_index.md", "See", "Read"), &just(&["index.html"]));
}

#[test]
fn a_title_renders_the_pages_that_show_it() {
    let shown = [NURSE_PAGE, "health/index.html", "a-z/index.html", "tags/night-work/index.html", "health/midwife/index.html", "resources/index.html"];
    check(|project| set(project, NURSE, "title", "Ward Nurse"), &Again::Differing(&shown));
    // The page of an old address names the page that it leads to.
    let moved = ["health/paramedic/index.html", "paramedic.html", "old/paramedic/index.html"];
    check(|project| set(project, "content/health/paramedic.md", "title", "Ambulance Paramedic"), &Again::Differing(&moved));
}

#[test]
fn a_summary_renders_the_pages_with_its_card() {
    let summary = "What nurses do all day and all night, told in other words than before.";
    check(|project| set(project, NURSE, "summary", summary), &Again::Differing(&[NURSE_PAGE, "health/index.html", "tags/night-work/index.html"]));
}

#[test]
fn a_tag_renders_its_page_and_the_related_guides() {
    let value = "[night work, outdoors, by hand]";
    check(|project| set(project, NURSE, "tags", value), &Again::Differing(&[NURSE_PAGE, "tags/index.html", "tags/by-hand/index.html"]));
    check(|project| set(project, NURSE, "tags", "[night work, outdoors, Fresh]"), &Again::Differing(&[NURSE_PAGE, "tags/index.html", "tags/fresh/index.html"]));
}

#[test]
fn a_place_in_the_order_renders_the_lists_and_the_neighbours() {
    check(|project| set(project, NURSE, "order", "1"), &Again::Differing(&["health/index.html"]));
}

#[test]
fn a_row_of_data_renders_the_pages_whose_tables_show_it() {
    let jobs = "content/_data/jobs.csv";
    // Every table shows the first row, the longer ones the last.
    check(|project| replace(project, jobs, "Town,300", "Town,310"), &Again::Just(guides_that(|text| text.contains("_data/jobs.csv"))));
    check(
        |project| replace(project, jobs, "Island,100", "Island,90"),
        &Again::Just(guides_that(|text| text.contains("_data/jobs.csv") && !text.contains("limit: 2"))),
    );
    // A file beside one guide.
    check(
        |project| replace(project, "content/health/dietitian/pay.csv", "Halls,32000", "Halls,32100"),
        &Again::Just(BTreeSet::from(["health/dietitian/index.html".to_owned()])),
    );
    // A file that no table shows.
    check_none(|project| project.write("content/_data/unseen.csv", "A,B\n1,2\n"));
}

#[test]
fn a_row_of_a_dataset_renders_the_pages_that_show_it_and_the_ledger() {
    // The median pay stands on the cards of its guide and in the tables of its sections too.
    let with_cards = Again::Differing(&[NURSE_PAGE, LEDGER_PAGE, "health/index.html", "index.html"]);
    check(|project| replace(project, WAGES, ",40000,", ",41000,"), &with_cards);
    check(|project| replace(project, WAGES, ",40400,80800", ",40400,80900"), &just(&["health/optician/index.html", LEDGER_PAGE]));
    check(|project| replace(project, OUTLOOK, "Nurse,11-1000,Line item,100,", "Nurse,11-1000,Line item,101,"), &just(&[NURSE_PAGE, LEDGER_PAGE]));
    check(|project| replace(project, NIGHTS, "11-9040,N,2025,23.5", "11-9040,N,2025,x"), &just(&["health/paramedic/index.html", LEDGER_PAGE]));
    // Pay by area, which a block of the second guide ranks.
    let ranked = address(&crate::guides::places()[1].0);
    check(|project| replace(project, PLACES, "detailed,40,40100", "detailed,40,40150"), &just(&[&ranked, LEDGER_PAGE]));
    // Without its row the pay is that of the projections, which have another source.
    let with_sources = Again::Differing(&[NURSE_PAGE, LEDGER_PAGE, "sources/index.html", "health/index.html"]);
    check(|project| replace(project, WAGES, "11-1000,Nurse,detailed,1000,19.23,40000,#\n", ""), &with_sources);
}

#[test]
fn a_row_of_a_dataset_that_no_page_shows_renders_nothing() {
    for path in [WAGES, OUTLOOK, NIGHTS] {
        check_none(|project| replace(project, path, NOBODY, "99-0002"));
    }
    // Other cells of a row: its title, the jobs that projections tell better, the nights of another year.
    check_none(|project| replace(project, WAGES, "Nurse,detailed,1000,", "Nurses,detailed,1100,"));
    check_none(|project| replace(project, NIGHTS, "11-9040,,2024,22.5", "11-9040,,2024,21.5"));
    // A figure that the guide writes down itself: the file no longer bears it out, which is told and not shown.
    check_none(|project| replace(project, WAGES, ",40100,80200", ",40200,80200"));
    check_none(|project| replace(project, WAGES, "OCC_CODE,", "OCC CODE,"));
}

#[test]
fn an_entry_of_a_registry_renders_the_pages_that_show_it() {
    check(|project| replace(project, "content/_data/people.yaml", "Ana Ruiz", "Ana Ruiz y Soler"), &Again::Differing(&[NURSE_PAGE]));
    check(|project| replace(project, "content/_data/sources.yaml", "title: Wages", "title: Wages of All"), &Again::Differing(&[NURSE_PAGE]));
    check(
        |project| replace(project, "content/_data/resources.yaml", "about: Meetings.", "about: Talks."),
        &Again::Differing(&[NURSE_PAGE, "resources/index.html"]),
    );
    let abroad = guides_that(|text| text.contains("area: uk"));
    let abroad: Vec<&str> = abroad.iter().map(String::as_str).chain([LEDGER_PAGE, "trades/index.html"]).collect();
    check(|project| replace(project, "content/_data/areas.yaml", "United Kingdom", "Great Britain"), &Again::Differing(&abroad));
    check_none(|project| replace(project, "content/_data/people.yaml", "staff:", "new: { name: New }\nstaff:"));
}

#[test]
fn an_image_of_another_size_renders_the_pages_that_show_it() {
    check(|project| project.write("content/health/scales.png", png(80, 60)), &just(&["about/index.html", "health/visiting/index.html"]));
    check_none(|project| {
        let mut bytes = png(40, 30);
        bytes.push(0);
        project.write("content/health/scales.png", bytes);
    });
}

#[test]
fn a_static_file_renders_nothing() {
    check_none(|project| project.write("static/notes.txt", "More.\n"));
    check_none(|project| project.write("static/new.css", "p { order: 1 }\n"));
    check_none(|project| drop(project.remove("static/notes.txt")));
}

#[test]
fn a_style_sheet_renders_the_pages_that_name_it_by_what_is_in_it() {
    check(|project| project.write("static/assets/beacon.css", "h1 { order: 1 }\n"), &Again::Differing(&["404.html", "index.html"]));
    check_none(|project| project.write("static/assets/beacon.css", beacon("themes/beacon/static/assets/beacon.css")));
}

/// A file of the built-in theme.
fn beacon(path: &str) -> Vec<u8> {
    built_in_files().find(|(file, _)| file.as_str() == path).unwrap().1.to_vec()
}

#[test]
fn the_same_bytes_render_nothing() {
    check_none(|_| {});
    check_none(|project| {
        for bytes in project.sources.files.values_mut() {
            *bytes = bytes.to_vec().into();
        }
    });
}

#[test]
fn what_no_page_shows_renders_nothing() {
    check_none(|project| set(project, NURSE, "extra", "{ shoes: white }"));
    // A draft.
    check_none(|project| replace(project, "content/health/hearing-tester.md", "wakes up", "sleeps"));
    // Remarks, and what only the program itself asks for.
    check_none(|project| replace(project, "site.toml", "title =", "# A remark.\ntitle ="));
    check_none(|project| setting(project, "", "editor", "\"code\""));
    check_none(|project| setting(project, "checks", "undated", "\"error\""));
    // A day on which nothing comes out.
    check_none(|project| project.options.as_of = "2026-11-25".parse().unwrap());
}

#[test]
fn what_every_page_shows_renders_every_page() {
    check(|project| own_template(project, "base.html"), &Again::Most);
    check(|project| setting(project, "params", "palette", "\"brick\""), &Again::All);
    check(|project| setting(project, "", "title", "\"Other Callings\""), &Again::Most);
    check(|project| setting(project, "", "footer", "[]"), &Again::Most);
    check(|project| project.options.base_url = Some("https://preview.example.org/".to_owned()), &Again::Most);
}

#[test]
fn a_template_renders_the_pages_that_it_has_a_part_in() {
    check(|project| own_template(project, "guide.html"), &Again::Just(guides_that(|_| true)));
    check(|project| own_template(project, "not-found.html"), &just(&["404.html"]));
    check(|project| own_template(project, "blocks/faq.html"), &Again::Just(guides_that(|text| text.contains("```{faq}"))));
}

#[test]
fn an_edit_taken_back_renders_its_page_once_more() {
    let mut project = Project::new(SEEDS[0]);
    let mut memory = Memory::default();
    let first = build(&project.sources, &project.options, &mut memory);
    for text in ["gets up", "wakes up"] {
        let other = if text == "gets up" { "wakes up" } else { "gets up" };
        replace(&mut project, NURSE, other, text);
        assert_eq!(names(&build(&project.sources, &project.options, &mut memory).rendered), BTreeSet::from([NURSE_PAGE.to_owned()]));
    }
    assert_eq!(difference(&build(&project.sources, &project.options, &mut memory), &first, &project.sources), None);
}

#[test]
fn the_order_of_entries_shows_in_the_places_of_problems() {
    let mut project = Project::new(SEEDS[0]);
    let report = |project: &Project| build(&project.sources, &project.options, &mut Memory::default()).report;
    let before = report(&project);
    let path = "content/_data/resources.yaml";
    let text = project.text(path).unwrap();
    project.write(path, format!("{}\n", text.lines().rev().collect::<Vec<_>>().join("\n")));
    assert_ne!(before, report(&project));
}
