//! The twelve ordinary edits at which previews of other generators go stale.

use crate::project::{Project, guide, page};

#[test]
fn twelve_edits_are_shown_as_a_clean_build_would_show_them() {
    let project = Project::new();
    let served = project.serve(&[]);

    // The body of a page, saved in both ways of editors.
    project.write("content/care/nurse.md", &guide("Nurse", "Nurses do more."));
    served.shows("/care/nurse/", 200, "Nurses do more.");
    project.replace("content/care/nurse.md", &guide("Nurse", "Nurses do still more."));
    served.shows("/care/nurse/", 200, "Nurses do still more.");

    // A title, seen in the list.
    project.write("content/care/nurse.md", &guide("Senior nurse", "Nurses do more."));
    served.shows("/care/", 200, "Senior nurse");
    served.shows("/a-z/", 200, "Senior nurse");

    // A template of the project's own.
    project.write("templates/not-found.html", "<!DOCTYPE html><title>x</title><body><h1>Lost</h1></body>");
    served.shows("/nowhere/", 404, "<h1>Lost</h1>");
    project.write("templates/not-found.html", "<!DOCTYPE html><title>x</title><body><h1>Quite lost</h1></body>");
    served.shows("/nowhere/", 404, "<h1>Quite lost</h1>");
    project.remove("templates/not-found.html");
    served.shows("/nowhere/", 404, "site-header");

    // A data file.
    project.write("content/care/pay.csv", "Place,Pay\nHere,10\nThere,77\n");
    served.shows("/care/aide/", 200, "77");

    // A new page, in a new folder too.
    project.write("content/care/new.md", &guide("Newcomer", "New here."));
    served.shows("/care/new/", 200, "New here.");
    served.shows("/care/", 200, "Newcomer");
    project.write("content/far/away/deep/inside.md", &guide("Insider", "Deep inside."));
    served.shows("/far/away/deep/inside/", 200, "Deep inside.");

    // A renamed page.
    project.rename("content/care/new.md", "content/care/renamed.md");
    served.shows("/care/renamed/", 200, "New here.");
    assert_eq!(served.get("/care/new/").status, 404);

    // A deleted page: gone at once, and from the list.
    project.remove("content/care/renamed.md");
    served.shows("/care/renamed/", 404, "");
    assert!(!served.get("/care/").text().contains("Newcomer"));

    // A folder moved away and back.
    project.rename("content/far", "elsewhere");
    served.shows("/far/away/deep/inside/", 404, "");
    project.rename("elsewhere", "content/far");
    served.shows("/far/away/deep/inside/", 200, "Deep inside.");

    // A page broken, then repaired: the last good site stays, with the report.
    project.write("content/care/nurse.md", "---\ntitle: \"Unclosed\nsummary: x\n---\nBroken.\n");
    served.wait_for("the preview keeps the last good site");
    served.shows("/care/nurse/", 200, "Nurses do more.");
    let state = served.state("/care/nurse/", 0);
    assert_eq!(state["problems"]["problems"][0]["file"], "content/care/nurse.md", "{state:#}");
    assert!(state["problems"]["problems"][0]["excerpt"].is_string(), "{state:#}");
    project.write("content/care/nurse.md", &guide("Nurse", "Repaired."));
    served.shows("/care/nurse/", 200, "Repaired.");
    assert_eq!(served.state("/", 0)["problems"]["errors"], 0);

    // A static file.
    project.write("static/note.txt", "second\n");
    served.shows("/note.txt", 200, "second");

    // The settings, broken in between.
    project.write("site.toml", "title = \"Other\nbase");
    served.shows(&format!("{}state", served.own()), 200, "site.toml");
    served.shows("/", 200, "<title>Home");
    project.write("site.toml", "title = \"Other\"\nbase_url = \"https://example.org/guides/\"\neditor = \"code\"\n");
    served.shows("/", 200, "Other");
    // The 404 page's links are absolute, below the path of the site's address.
    served.shows("/guides/care/nurse/", 200, "Repaired.");

    // A draft.
    project.write("content/care/aide.md", &page("Aide", "Aides aid.").replacen("---\n", "---\ndraft: true\n", 1));
    served.shows("/care/aide/", 404, "");
    assert!(!served.get("/care/").text().contains(">Aide<"));
}

#[test]
fn drafts_are_shown_and_marked_where_they_are_asked_for() {
    let project = Project::new();
    project.write("content/care/aide.md", &guide("Aide", "Aides aid.").replacen("---\n", "---\ndraft: true\n", 1));
    let served = project.serve(&["--drafts", "--as-of", "2026-11-23"]);
    served.shows("/care/aide/", 200, "shown in previews only");
}

#[test]
fn a_project_that_is_broken_from_the_start_is_served_as_soon_as_it_is_not() {
    let project = Project::new();
    project.write("content/care/nurse.md", "no front matter\n");
    let served = crate::project::Served::spawn(&project.root(), &["serve", "--port", "0"]);
    served.shows("/care/aide/", 503, "nothing to show yet");
    served.wait_for("error[front-matter-missing]");
    project.write("content/care/nurse.md", &guide("Nurse", "Well."));
    served.shows("/care/nurse/", 200, "Well.");
}

#[test]
fn problems_lead_to_the_editor_by_an_address() {
    let project = Project::new();
    project.write("site.toml", "title = \"Test\"\nbase_url = \"https://example.org/\"\neditor = \"code -g {file}:{line}\"\n");
    project.write("content/care/nurse.md", &guide("Nurse", "A [link](missing.md)."));
    let served = crate::project::Served::spawn(&project.root(), &["serve", "--port", "0"]);
    served.wait_for("1 error");
    let state = served.state("/", 0);
    let problem = &state["problems"]["problems"][0];
    assert_eq!(problem["editor"], format!("vscode://file{}/content/care/nurse.md:7:10", project.root().display()), "{problem:#}");
    assert_eq!(problem["excerpt"], "A [link](missing.md).");
}

#[test]
fn only_pages_that_changed_are_told_and_their_marks_differ() {
    let project = Project::new();
    let served = project.serve(&[]);
    let (mut one, mut other) = (served.events(), served.events());
    let patience = crate::project::PATIENCE;
    let first = one.next(patience).unwrap();
    assert_eq!(other.next(patience), Some(first));
    let (nurse, aide) = (served.state("/care/nurse/", first)["page"].clone(), served.state("/care/aide/", first)["page"].clone());

    project.write("content/care/nurse.md", &guide("Nurse", "Another body."));
    assert_eq!((one.next(patience), other.next(patience)), (Some(first + 1), Some(first + 1)));
    assert_ne!(served.state("/care/nurse/", first)["page"], nurse);
    assert_eq!(served.state("/care/aide/", first)["page"], aide);
    assert_eq!(served.state("/", first)["changed"], serde_json::json!([]));

    project.write("static/style.css", "p { color: red }\n");
    assert_eq!(one.next(patience), Some(first + 2));
    assert_eq!(served.state("/", first + 1)["changed"], serde_json::json!(["style.css"]));
    assert_eq!(served.state("/", first + 2)["changed"], serde_json::json!([]));

    // Equal bytes are no news.
    project.write("static/style.css", "p { color: red }\n");
    assert_eq!(one.next(std::time::Duration::from_millis(700)), None);
}
