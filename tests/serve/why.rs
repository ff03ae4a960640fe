//! `guidepost why`: what differed when a page was rendered last.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::project::{Project, Served, eventually, guide};

/// What `guidepost why PAGE` says in the project, with its exit code.
fn why(root: &Path, runtime: &Path, page: &str) -> (Option<i32>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_guidepost")).current_dir(root).env("XDG_RUNTIME_DIR", runtime).args(["why", page]).output().unwrap();
    (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr))
}

fn check(root: &Path, runtime: &Path, page: &str, expected: &str) {
    eventually(expected, || {
        let (_, words) = why(root, runtime, page);
        if words.contains(expected) { Ok(()) } else { Err(words) }
    });
}

#[test]
fn a_page_tells_what_differed_and_others_are_left_alone() {
    let project = Project::new();
    let runtime = TempDir::new().unwrap();
    let root = project.root();
    assert_eq!(why(&root, runtime.path(), "/care/nurse/").0, Some(2), "no preview is running");
    let served = Served::start_with(&root, &["--verbose"], runtime.path());
    check(&root, runtime.path(), "/care/nurse/", "was first rendered by this preview");
    project.write("content/care/aide.md", &guide("Helper", "Helpers help."));
    served.shows("/care/nurse/", 200, "Helper");
    served.wait_for("rendered care/nurse/index.html: page.previous");
    check(&root, runtime.path(), "content/care/nurse.md", "content/care/aide.md changed\nof what its template is given, this differed:\n  page.previous");
    check(&root, runtime.path(), "/care/aide/", "guide.occupation");
    project.write("content/care/nurse.md", &guide("Nurse", "Another text."));
    served.shows("/care/nurse/", 200, "Another text.");
    check(&root, runtime.path(), "care/nurse/index.html", "this differed:\n  text  The text of its file, with its tables and blocks.");
    check(&root, runtime.path(), "/care/aide/", "content/care/aide.md changed");
    let (code, words) = why(&root, runtime.path(), "/nowhere/");
    assert_eq!((code, words.lines().next()), (Some(2), Some("error: the preview shows no page `/nowhere/`")));
}

#[test]
fn a_translation_is_named_by_its_file() {
    let project = Project::new();
    let settings = std::fs::read_to_string(project.root().join("site.toml")).unwrap();
    project.write("site.toml", &format!("{settings}\n[languages.de]\nname = \"Deutsch\"\n"));
    project.write("content/care/nurse.de.md", &guide("Pflegefachkraft", "Sie pflegen."));
    let runtime = TempDir::new().unwrap();
    let root = project.root();
    let served = Served::start_with(&root, &[], runtime.path());
    // What is not there is told in the language of its address.
    served.shows("/de/nowhere/", 404, "<html lang=\"de\"");
    served.shows("/nowhere/", 404, "<html lang=\"en\"");
    check(&root, runtime.path(), "content/care/nurse.de.md", "/de/care/nurse/ was first rendered by this preview");
    check(&root, runtime.path(), "content/care/nurse.md", "/care/nurse/ was first rendered by this preview");
}

#[test]
fn a_template_that_is_mended_renders_nothing_that_it_did_not_change() {
    let project = Project::new();
    project.write("templates/blocks/remark.html", "");
    project.write("templates/plain.html", "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock main %}");
    let served = project.serve(&[]);
    let good = std::fs::read_to_string(project.root().join("templates/plain.html")).unwrap();
    project.write("templates/plain.html", &format!("{good}{{% if %}}"));
    served.wait_for("the preview keeps the last good site");
    project.write("templates/plain.html", &good);
    served.wait_for("nothing published differs, 0 pages rendered");
}
