//! The program as its users meet it: what it says, where it says it, and the code it ends with.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests touch the disk and the clock")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use tempfile::TempDir;

const HOME: &str = "---\ntitle: Home\nsummary: The home page of a small site about careers, made for a test of the command.\n---\nWelcome.\n";

struct Project(TempDir);

impl Project {
    /// A project with a home page and `files`.
    fn new(files: &[(&str, &str)]) -> Self {
        let project = Self(TempDir::new().unwrap());
        project.write("site.toml", "title = \"Test\"\nbase_url = \"https://example.org/\"\n");
        project.write("content/_index.md", HOME);
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    fn root(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
        command.current_dir(self.root()).args(arguments).env_remove("SOURCE_DATE_EPOCH").env_remove("CLICOLOR_FORCE");
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }
}

#[derive(Debug)]
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

fn page(title: &str) -> String {
    format!("---\ntitle: {title}\nsummary: A plain page of a small site about careers, made for a test of the command.\n---\nText of {title}.\n")
}

fn with_line(line: &str) -> String {
    page("Page").replacen("---\n", &format!("---\n{line}\n"), 1)
}

#[test]
fn a_build_publishes_and_says_so_in_its_last_line() {
    let project = Project::new(&[("content/about.md", &page("About"))]);
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    assert!(run.stdout.starts_with("published 0 guides, ") && run.stdout.lines().count() == 1, "{run:?}");
    assert!(run.stdout.contains(" to public (") && run.stdout.contains(" new) in "), "{run:?}");
    assert!(project.root().join("public/about/index.html").is_file());
    let again = project.run(&["build"]);
    assert!(again.stdout.contains(" unchanged) in ") && !again.stdout.contains(" new"), "{again:?}");
    assert_eq!(project.run(&["build", "--quiet"]).stdout, "");
    assert!(project.run(&["build", "--verbose"]).stderr.contains("building the site: 0."));
}

#[test]
fn the_folder_is_relative_to_where_one_stands_and_has_the_names_of_other_tools() {
    let project = Project::new(&[]);
    for (flag, folder) in [("--output-dir", "a"), ("-o", "b"), ("-d", "c"), ("--destination", "d"), ("--dest-dir", "e")] {
        let run = Run::of(project.command(&["build", flag, folder]).current_dir(project.root().join("content").parent().unwrap()).output().unwrap());
        assert_eq!(run.code, 0, "{run:?}");
        assert!(project.root().join(folder).join("index.html").is_file());
    }
    let elsewhere = TempDir::new().unwrap();
    let root = project.root();
    let run = Run::of(project.command(&["--root", root.to_str().unwrap(), "build", "-o", "out"]).current_dir(elsewhere.path()).output().unwrap());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(elsewhere.path().join("out/index.html").is_file());
}

#[test]
fn the_project_is_found_upwards() {
    let project = Project::new(&[]);
    let run = Run::of(project.command(&["build"]).current_dir(project.root().join("content")).output().unwrap());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(project.root().join("public/index.html").is_file());
}

#[test]
fn a_folder_that_is_no_project_is_refused_in_words() {
    let empty = TempDir::new().unwrap();
    let project = Project(empty);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("is a project: none has a site.toml\nhelp: go to your project, or name it with --root DIR"), "{run:?}");
    let run = project.run(&["build", "--root", "."]);
    assert_eq!((run.code, run.stderr.contains("is not a project: it has no site.toml")), (2, true), "{run:?}");
    let run = project.run(&["build", "--root", "nowhere"]);
    assert_eq!((run.code, run.stderr.as_str()), (2, "error: `nowhere` is not a folder\n"));
    project.write("site.toml", "title = \"T\"\n");
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.stderr.contains("content holds no pages: a project has at least content/_index.md")), (2, true), "{run:?}");
}

#[test]
fn a_problem_fails_the_build_and_the_last_good_site_stays() {
    let project = Project::new(&[]);
    project.run(&["build"]);
    let before = fs::read(project.root().join("public/index.html")).unwrap();
    project.write("content/bad.md", b"---\ntitle: B\n---\nab\xFFc\n");
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{run:?}");
    assert!(run.stderr.starts_with("error[not-utf-8]: this file is not UTF-8: byte 19 begins FF"), "{run:?}");
    assert!(run.stderr.contains("--> content/bad.md:4:3\n"), "{run:?}");
    assert!(run.stderr.ends_with("1 error: nothing was published; the last good site stays as it is\n"), "{run:?}");
    assert_eq!(fs::read(project.root().join("public/index.html")).unwrap(), before);
    let check = project.run(&["check"]);
    assert_eq!(check.code, 1);
    assert_eq!(check.stderr.lines().next(), run.stderr.lines().next());
}

#[test]
fn machines_get_their_report_on_stdout_alone() {
    let project = Project::new(&[("content/bad.md", "---\ntitle: B\n---\nab\u{1}c\n")]);
    let json: serde_json::Value = serde_json::from_str(&project.run(&["check", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["schema"], 1);
    let problem = json["problems"].as_array().unwrap().iter().find(|problem| problem["code"] == "control-character").unwrap();
    let fields: Vec<&str> = problem.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["code", "level", "message", "file", "line", "column", "end_line", "end_column", "help", "others"]);
    assert_eq!((&problem["file"], &problem["line"], &problem["column"]), (&"content/bad.md".into(), &4.into(), &3.into()));
    let sarif: serde_json::Value = serde_json::from_str(&project.run(&["build", "--format", "sarif"]).stdout).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!((&sarif["version"], &result["ruleId"]), (&"2.1.0".into(), &"control-character".into()));
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 4);
    let rule = &sarif["runs"][0]["tool"]["driver"]["rules"][0];
    assert!(rule["help"]["text"].as_str().is_some_and(|it| !it.is_empty()) && rule["fullDescription"]["text"].is_string(), "{rule}");
    let github = project.run(&["check", "--format", "github"]);
    assert!(
        github.stdout.starts_with(
            "::error file=content/bad.md,line=4,endLine=4,col=3,endColumn=3,title=control-character::a control character, U+0001, is in the text%0A"
        ),
        "{github:?}"
    );
    let good = Project::new(&[]);
    let run = good.run(&["build", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(json["published"]["new"].as_u64().unwrap() >= 1 && run.stderr.contains("published 0 guides"), "{run:?}");
}

#[test]
fn a_code_host_knows_a_problem_again_and_is_told_of_its_other_places() {
    let guide = |fact: &str| format!("---\ntitle: B\noccupation: {{ name: B, soc: '29-2099' }}\nfacts:\n{fact}---\n");
    let facts = "  one: { measure: jobs, value: 10, as_of: 2024 }\n  two: { measure: jobs, value: 20, as_of: 2024 }\n";
    let project = Project::new(&[("content/bad.md", &guide(facts))]);
    let fingerprints = |project: &Project| -> Vec<String> {
        let sarif: serde_json::Value = serde_json::from_str(&project.run(&["check", "--format", "sarif"]).stdout).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        let mut all: Vec<String> = results.iter().map(|it| it["partialFingerprints"]["guidepostProblem/v1"].as_str().unwrap().to_owned()).collect();
        all.sort();
        all
    };
    let github = project.run(&["check", "--format", "github"]);
    assert!(github.stdout.contains("%0Acontent/bad.md:5:32: 10 is given here%0A"), "{github:?}");
    let before = fingerprints(&project);
    assert!(before.len() > 2 && before.windows(2).all(|pair| pair[0] != pair[1]), "{before:?}");
    project.write("content/bad.md", guide(&format!("\n\n{facts}")));
    assert_eq!(fingerprints(&project), before);
}

#[test]
fn foreign_spellings_are_answered_by_name() {
    let project = Project::new(&[]);
    for (arguments, answer) in [
        (&["build", "--buildDrafts"][..], "error: `--buildDrafts` is Hugo's; here it is `--drafts`\n"),
        (&["build", "--outDir=x"], "error: `--outDir` is Astro's; here it is `--output-dir`\n"),
        (&["clean"], "error: `clean` is mdBook's and Jekyll's; here nothing is needed: a build removes what it wrote before and no longer publishes\n"),
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stderr.as_str()), (2, answer));
    }
    assert_eq!(project.run(&["build", "-D", "--baseURL", "https://example.com/"]).code, 0);
    assert_eq!(project.run(&["build", "--nonsense"]).code, 2);
    assert_eq!(project.run(&[]).code, 2);
    assert_eq!(project.run(&["--help"]).code, 0);
    assert!(project.run(&["--version"]).stdout.starts_with("guidepost "));
}

#[test]
fn folders_that_hold_sources_are_refused() {
    let project = Project::new(&[("static/keep.txt", "keep"), ("top.txt", "top")]);
    assert_eq!(project.run(&["build", "--output-dir", ""]).code, 2);
    for folder in [".", "..", "content", "static/x", "./content/../templates"] {
        let run = project.run(&["build", "--output-dir", folder]);
        assert_eq!(run.code, 2, "{folder}: {run:?}");
        assert!(run.stderr.ends_with("\nnothing was published\n"), "{run:?}");
    }
    assert_eq!(fs::read_to_string(project.root().join("static/keep.txt")).unwrap(), "keep");
    assert!(project.root().join("content/_index.md").is_file() && project.root().join("top.txt").is_file());
}

#[test]
fn list_says_what_becomes_of_every_file() {
    let files = [
        ("content/about.md", page("About")),
        ("content/draft.md", with_line("draft: true")),
        ("content/later.md", with_line("published: 2027-01-01")),
        ("content/.secret.md", page("S")),
        ("content/old.md~", page("O")),
        ("static/robots.png", "x".to_owned()),
        ("static/CON.txt", "x".to_owned()),
        ("content/a b.txt", "x".to_owned()),
        ("content/R&D/x.txt", "x".to_owned()),
        ("content/R&D/y.txt", "x".to_owned()),
        ("static/about/index.html", "x".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let project = Project::new(&files);
    let run = project.run(&["list", "--as-of", "2026-11-23"]);
    assert_eq!(run.code, 0, "{run:?}");
    let states: BTreeMap<&str, &str> = run.stdout.lines().filter_map(|line| line.split_once("  ")).map(|(path, words)| (path.trim(), words.trim())).collect();
    for (path, words) in [
        ("content/_index.md", "published at /"),
        ("content/about.md", "published at /about/"),
        ("content/draft.md", "draft"),
        ("content/later.md", "scheduled until 2027-01-01"),
        ("content/.secret.md", "hidden by the dot"),
        ("content/old.md~", "an editor's backup"),
        ("static/robots.png", "copied"),
        ("static/CON.txt", "cannot be published"),
        ("content/a b.txt", "cannot be published"),
        ("content/R&D/x.txt", "cannot be published"),
        ("content/R&D/y.txt", "cannot be published"),
        ("static/about/index.html", "cannot be published"),
    ] {
        assert_eq!(states.get(path), Some(&words), "{path} in {run:?}");
    }
    let held = project.run(&["list", "--unpublished", "--as-of", "2026-11-23"]).stdout;
    assert!(held.contains("content/draft.md") && !held.contains("content/about.md"), "{held}");
    let json: serde_json::Value = serde_json::from_str(&project.run(&["list", "--json", "--as-of", "2026-11-23"]).stdout).unwrap();
    let later = json["files"].as_array().unwrap().iter().find(|file| file["file"] == "content/later.md").unwrap();
    assert_eq!((&later["state"], &later["until"]), (&"scheduled".into(), &"2027-01-01".into()));
}

#[test]
fn an_address_on_the_command_line_is_judged_as_the_one_in_the_settings() {
    let project = Project::new(&[]);
    for bad in ["javascript:alert(1)", "example.org", "https://example.org/?a", ""] {
        let run = project.run(&["build", "--base-url", bad]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
        assert!(run.stderr.starts_with(&format!("error: --base-url: `{bad}` ")) && run.stderr.contains("\nhelp: write "), "{run:?}");
        assert_eq!(project.run(&["check", "--base-url", bad]).code, 2);
    }
    assert!(!project.root().join("public").exists());
    project.write("site.toml", "title = \"T\"\n");
    assert!(project.run(&["check"]).stderr.contains("warning[no-base-url]"));
    let run = project.run(&["build", "--base-url", "https://preview.example/a"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    assert!(fs::read_to_string(project.root().join("public/sitemap.xml")).unwrap().contains("https://preview.example/a/"));
}

#[test]
fn a_refusal_is_in_the_json_too() {
    let project = Project::new(&[]);
    let error = |arguments: &[&str]| {
        let run = project.run(arguments);
        let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        (run.code, json["error"].as_str().map(str::to_owned))
    };
    for arguments in
        [&["build", "-o", ".", "--format", "json"][..], &["build", "--base-url", "x", "--format", "json"], &["check", "--root", "nowhere", "--format", "json"]]
    {
        let (code, error) = error(arguments);
        assert!(code == 2 && error.as_ref().is_some_and(|it| it.starts_with("error: ")), "{arguments:?}: {error:?}");
    }
    assert_eq!(error(&["build", "--format", "json"]), (0, None));
}

#[test]
fn the_last_line_counts_whatever_is_left_out() {
    let draft = with_line("draft: true");
    let files = [("content/draft.md", draft.as_str()), ("content/_a.md", "x"), ("content/_b/c.txt", "x"), ("content/.d", "x"), ("content/e.md~", "x")];
    let run = Project::new(&files).run(&["build"]);
    assert!(run.stdout.trim_end().ends_with("; not published: 1 draft, 2 kept back by `_`, 1 hidden, 1 backup"), "{run:?}");
}

#[test]
fn an_edited_file_of_a_page_that_is_gone_is_told() {
    let project = Project::new(&[("content/about.md", &page("About"))]);
    assert_eq!(project.run(&["build"]).code, 0);
    project.write("public/about/index.html", "edited");
    fs::remove_file(project.root().join("content/about.md")).unwrap();
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.starts_with("note: 1 file kept that was changed after it was published: public/about/index.html; "), "{run:?}");
    assert_eq!(fs::read_to_string(project.root().join("public/about/index.html")).unwrap(), "edited");
}

#[test]
fn a_robots_txt_of_the_project_takes_the_place_of_the_generated_one() {
    let project = Project::new(&[("static/robots.txt", "User-agent: *\nDisallow: /drafts/\n")]);
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    assert_eq!(fs::read_to_string(project.root().join("public/robots.txt")).unwrap(), "User-agent: *\nDisallow: /drafts/\n");
}

#[test]
fn the_site_of_the_readme_has_no_warnings() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let block = |language: &str| {
        let (_, rest) = readme.split_once("## A site in a minute").unwrap().1.split_once(&format!("```{language}\n")).unwrap();
        rest.split_once("```").unwrap().0.to_owned()
    };
    let project = Project(TempDir::new().unwrap());
    project.write("site.toml", block("toml"));
    project.write("content/phlebotomist.md", block("markdown"));
    project.write("content/_data/sources.yaml", block("yaml"));
    let run = project.run(&["build", "--strict", "--as-of", "2026-11-23"]);
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn today_is_given_by_the_option_or_the_environment() {
    let project = Project::new(&[("content/later.md", &with_line("published: 2027-01-01"))]);
    let run = project.run(&["build", "--as-of", "2026-11-23"]);
    assert!(run.stdout.trim_end().ends_with("; not published: 1 scheduled (next: 2027-01-01); 1 note"), "{run:?}");
    let on = |seconds: &str| Run::of(project.command(&["build"]).env("SOURCE_DATE_EPOCH", seconds).output().unwrap());
    // 2026-12-31 and 2027-01-01, both at noon UTC.
    assert!(on("1798718400").stdout.contains("not published"));
    assert!(!on("1798804800").stdout.contains("not published"));
    assert_eq!(on("soon").code, 2);
    assert_eq!(project.run(&["build", "--as-of", "1 May"]).code, 2);
    let drafts = Project::new(&[("content/draft.md", &with_line("draft: true"))]);
    assert!(drafts.run(&["build"]).stdout.trim_end().ends_with("not published: 1 draft"));
    assert!(!drafts.run(&["build", "--drafts"]).stdout.contains("not published"));
}

#[test]
fn colours_come_when_they_are_asked_for() {
    let project = Project::new(&[("content/bad.md", "a\u{1}")]);
    assert!(!project.run(&["check"]).stderr.contains('\u{1b}'));
    assert!(project.run(&["check", "--color", "always"]).stderr.contains('\u{1b}'));
    let with = |name: &str, value: &str| Run::of(project.command(&["check"]).env(name, value).output().unwrap()).stderr.contains('\u{1b}');
    assert!(with("CLICOLOR_FORCE", "1") && !with("NO_COLOR", "1"));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let project = Project::new(&[]);
    let mut child = project.command(&["completions", "bash"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(matches!(child.wait().unwrap().code(), Some(0)));
    assert!(project.run(&["schema"]).stdout.starts_with('{'));
}

#[test]
fn links_and_pipes_neither_lead_out_nor_hang() {
    let project = Project::new(&[("static/inside/a.txt", "a"), ("content/a.md", &page("A"))]);
    let root = project.root();
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    symlink(outside.path(), root.join("static/out")).unwrap();
    symlink(outside.path().join("secret.txt"), root.join("static/secret.txt")).unwrap();
    symlink(root.join("static"), root.join("static/inside/loop")).unwrap();
    symlink("nowhere", root.join("static/dangling")).unwrap();
    symlink("user@host.1234", root.join("content/.#a.md")).unwrap();
    assert!(Command::new("mkfifo").arg(root.join("content/pipe.md")).status().unwrap().success());
    fs::write(root.join("static").join(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"caf\xE9.txt")), "x").unwrap();
    let run = project.run(&["check", "--format", "json"]);
    assert_eq!(run.code, 1, "{run:?}");
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let found: BTreeMap<&str, &str> =
        json["problems"].as_array().unwrap().iter().map(|it| (it["file"].as_str().unwrap(), it["message"].as_str().unwrap())).collect();
    for (path, message) in [
        ("content/pipe.md", "this is a pipe, a socket or a device, not a file"),
        ("static/caf\u{fffd}.txt", "the name of this file is not UTF-8"),
        ("static/dangling", "this link leads nowhere"),
        ("static/inside/loop", "this link leads back to a folder above it"),
        ("static/out", "this link leads out of the project"),
        ("static/secret.txt", "this link leads out of the project"),
    ] {
        assert_eq!(found.get(path), Some(&message), "{path} in {found:?}");
    }
    assert!(!found.contains_key("content/.#a.md"));
}

#[test]
fn folders_too_deep_and_names_of_editors_are_passed_over_and_told() {
    let deep = format!("static/{}/a.txt", vec!["d"; 32].join("/"));
    let project =
        Project::new(&[(&deep, "a"), ("static/.well-known/security.txt", "s"), ("static/.hidden/x.txt", "x"), ("content/4913", "x"), ("content/#a.md#", "x")]);
    let run = project.run(&["check"]);
    assert!(run.code == 1 && run.stderr.contains("error[unusable-file]: folders lie more than 32 deep"), "{run:?}");
    fs::remove_dir_all(project.root().join("static/d")).unwrap();
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(project.root().join("public/.well-known/security.txt").is_file() && !project.root().join("public/.hidden").exists());
    let list = project.run(&["list", "--unpublished"]).stdout;
    for (path, words) in [("content/#a.md#", "an editor's backup"), ("content/4913", "an editor's backup"), ("static/.hidden", "hidden by the dot")] {
        assert!(list.lines().any(|line| line.starts_with(path) && line.ends_with(words)), "{list}");
    }
}

#[test]
fn a_link_inside_the_project_is_followed_once() {
    let project = Project::new(&[("content/a.md", &page("A")), ("static/real/a.txt", "a"), ("themes/x/b.txt", "b")]);
    let root = project.root();
    symlink(root.join("static/real"), root.join("static/again")).unwrap();
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(fs::read_to_string(root.join("public/again/a.txt")).unwrap(), "a");
    symlink(root.join("themes/x"), root.join("static/real/further")).unwrap();
    let run = project.run(&["check"]);
    assert!(run.stderr.contains("error[unusable-file]: this link stands in a folder that is itself reached by a link"), "{run:?}");
}

#[test]
fn of_two_files_for_one_address_the_same_is_published_on_any_number_of_threads() {
    let settings = "title = \"T\"\nbase_url = \"https://example.org/\"\n[checks]\nduplicate-output = \"warning\"\n";
    let project = Project::new(&[("site.toml", settings), ("content/a.md", &page("Mine")), ("static/a/index.html", "theirs")]);
    let published = |threads: &str| {
        let run = project.run(&["build", "--threads", threads]);
        assert!(run.code == 0 && run.stderr.contains("warning[duplicate-output]"), "{run:?}");
        fs::read_to_string(project.root().join("public/a/index.html")).unwrap()
    };
    let first = published("1");
    assert_eq!(["2", "4", "8"].map(published), [first.as_str(); 3]);
    fs::remove_dir_all(project.root().join("public")).unwrap();
    assert_eq!(published("4"), first);
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_a_whole_site() {
    let project = Project::new(&[]);
    let write_all = |text: &str| {
        for number in 0..120 {
            project.write(&format!("content/p{number}.md"), page(&format!("Page {text}")));
        }
    };
    write_all("0");
    let begin = std::time::Instant::now();
    assert_eq!(project.run(&["build", "--quiet"]).code, 0);
    let longest = u64::try_from(begin.elapsed().as_micros()).unwrap();
    let mut seed: u64 = 7;
    let mut killed = 0;
    for round in 1..=30 {
        write_all(&round.to_string());
        let mut child = project.command(&["build", "--quiet"]).spawn().unwrap();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((seed >> 33) % longest));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        let texts: Vec<String> = (0..120).map(|number| fs::read_to_string(project.root().join(format!("public/p{number}/index.html"))).unwrap()).collect();
        let generation = |text: &str| text.split("Page ").nth(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>()).unwrap();
        let first = generation(&texts[0]);
        assert!(texts.iter().all(|text| generation(text) == first && text.trim_end().ends_with(texts[0].trim_end().lines().last().unwrap())), "round {round}");
    }
    assert!(killed > 0, "every build was done before it was killed");
    assert_eq!(project.run(&["build", "--quiet"]).code, 0);
    assert_eq!(staged(&project.root()), [""; 0]);
}

/// What builds left beside the output folder.
fn staged(root: &Path) -> Vec<String> {
    let names = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".guidepost-")).collect()
}

#[test]
fn what_the_baseline_knows_is_told_no_more_and_what_is_new_is() {
    let project = Project::new(&[("content/old.md", &page("Rules of 2019"))]);
    let strict = || project.run(&["check", "--strict", "--as-of", "2026-11-23"]);
    assert_eq!(strict().code, 1);
    let known = project.run(&["check", "--write-baseline", "--as-of", "2026-11-23"]);
    assert_eq!((known.code, known.stderr.as_str()), (0, ""));
    assert_eq!(known.stdout, format!("1 problem is known from now on: {}\n", project.root().join("baseline.json").display()));
    let quiet = strict();
    assert!(quiet.code == 0 && quiet.stdout.ends_with("1 known problem is in baseline.json\n"), "{quiet:?}");
    project.write("content/new.md", page("Rules of 2020"));
    let new = strict();
    assert!(new.code == 1 && new.stderr.contains("content/new.md") && !new.stderr.contains("content/old.md"), "{new:?}");
}

#[test]
fn what_leaves_something_unread_cannot_become_known() {
    let project = Project::new(&[("content/broken.md", &with_line("draft: [")), ("content/old.md", &page("Rules of 2019"))]);
    let known = project.run(&["check", "--write-baseline", "--as-of", "2026-11-23"]);
    assert!(known.code == 1 && known.stderr.contains("content/broken.md") && known.stderr.ends_with("since it leaves something unread\n"), "{known:?}");
    assert!(!std::fs::read_to_string(project.root().join("baseline.json")).unwrap().contains("broken"));
}

#[test]
fn a_check_is_explained_by_its_id() {
    let project = Project::new(&[]);
    let explained = project.run(&["explain", "year-in-title"]);
    assert!(explained.code == 0 && explained.stdout.contains("year-in-title = \"off\""), "{explained:?}");
    let unknown = project.run(&["explain", "year-in-titel"]);
    assert_eq!((unknown.code, unknown.stderr.as_str()), (2, "error: no check is called `year-in-titel`\nhelp: did you mean `year-in-title`?\n"));
    assert!(project.run(&["explain"]).stdout.contains("year-in-title  "));
}

/// Runs `guidepost` in an empty folder.
fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
    command.current_dir(folder).args(arguments).env_remove("SOURCE_DATE_EPOCH").env_remove("CLICOLOR_FORCE");
    Run::of(command.output().unwrap())
}

#[test]
fn a_new_project_is_a_site_with_one_mistake_to_mend() {
    let folder = TempDir::new().unwrap();
    let made = run_in(folder.path(), &["init", "my guides"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    assert!(made.stdout.ends_with("next: cd 'my guides' && guidepost serve --open\n"), "{}", made.stdout);
    let root = folder.path().join("my guides");
    let built = run_in(&root, &["build", "--as-of", "2026-11-23"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    assert_eq!(built.stderr.matches("warning[").count(), 1, "{}", built.stderr);
    assert_eq!(built.stderr.matches("note[").count(), 0, "{}", built.stderr);
    assert!(built.stderr.contains("warning[figure-unbound]: `$39,530` is tied to no fact") && built.stderr.contains("link it: `[$39,530](fact:pay)`"));
    let page = fs::read_to_string(root.join("public/healthcare/phlebotomist/index.html")).unwrap();
    assert!(page.contains("$43,660") && page.contains("<svg") && page.contains("Occupational Employment and Wage Statistics"));
    // What the warning says to do is all that there is to do.
    let guide = root.join("content/healthcare/nursing-assistant.md");
    let text = fs::read_to_string(&guide).unwrap().replace("$39,530", "[$39,530](fact:pay)");
    fs::write(&guide, text).unwrap();
    let built = run_in(&root, &["build", "--strict", "--as-of", "2026-11-23"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    // With its draft it is as clean.
    let built = run_in(&root, &["build", "--strict", "--drafts", "--as-of", "2026-11-23"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
}

#[test]
fn a_new_project_touches_nothing_that_is_there() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/_index.md"), "mine").unwrap();
    let made = run_in(folder.path(), &["init"]);
    assert_eq!(made.code, 2);
    assert_eq!(made.stderr, "error: `./content/_index.md` is there already; nothing was written\nhelp: name an empty folder or a new one\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let folder = TempDir::new().unwrap();
    assert_eq!(run_in(folder.path(), &["init"]).code, 0);
    let again = run_in(folder.path(), &["init"]);
    assert_eq!(again.code, 2);
    assert!(again.stderr.ends_with("nothing was written\nhelp: this is a project already: `guidepost serve --open` shows it\n"), "{}", again.stderr);
}

#[test]
fn a_new_guide_has_the_figures_that_the_datasets_know() {
    let folder = TempDir::new().unwrap();
    assert_eq!(run_in(folder.path(), &["init"]).code, 0);
    let made = run_in(folder.path(), &["new", "healthcare/blood-donor-nurse.md", "--soc", "31-9097"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    assert_eq!(made.stdout, "wrote content/healthcare/blood-donor-nurse.md, a draft: `guidepost serve --drafts` shows it\n");
    let text = fs::read_to_string(folder.path().join("content/healthcare/blood-donor-nurse.md")).unwrap();
    assert!(text.contains("title: Blood Donor Nurse\n") && text.contains("  name: Blood donor nurse\n  soc: \"31-9097\"\n"), "{text}");
    assert!(text.contains("(fact:pay)") && text.contains("```{outlook}") && text.contains("by: percentile"), "{text}");
    // Nothing that no dataset has: industries and skills.
    assert!(!text.contains("by: industry") && !text.contains("{skills}") && !text.contains("{similar}"), "{text}");
    let checked = run_in(folder.path(), &["check", "--drafts", "--as-of", "2026-11-23"]);
    assert_eq!(checked.code, 0, "{}", checked.stderr);

    let again = run_in(folder.path(), &["new", "content/healthcare/blood-donor-nurse"]);
    assert_eq!((again.code, again.stderr.as_str()), (2, "error: `content/healthcare/blood-donor-nurse.md` is there already; nothing was written\n"));
    let plain = run_in(folder.path(), &["new", "trades/plumber"]);
    assert!(plain.code == 0 && plain.stdout.contains("with --soc CODE"), "{plain:?}");
    let unknown = run_in(folder.path(), &["new", "trades/joiner", "--soc", "47-2031"]);
    assert!(unknown.stdout.contains("no dataset of this project has figures of 47-2031"), "{unknown:?}");
    for (arguments, expected) in [
        (["new", "../plumber.md", "--soc", "47-2152"], "error: `../plumber.md` cannot be the file of a guide\nhelp: name it by its path below content/"),
        (["new", "_data/plumber", "--soc", "47-2152"], "error: `_data/plumber` cannot be the file of a guide\nhelp: "),
        (["new", "trades/smith", "--soc", "smith"], "error: "),
    ] {
        let refused = run_in(folder.path(), &arguments);
        assert!(refused.code == 2 && refused.stderr.starts_with(expected), "{refused:?}");
    }
}

#[test]
fn the_examples_of_the_readme_work_in_a_new_project() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let example = readme.lines().find(|line| line.starts_with("guidepost new ")).unwrap();
    let folder = TempDir::new().unwrap();
    assert_eq!(run_in(folder.path(), &["init"]).code, 0);
    let made = run_in(folder.path(), &example.split(' ').skip(1).collect::<Vec<_>>());
    assert_eq!((made.code, made.stderr.as_str(), made.stdout.lines().count()), (0, "", 1), "{made:?}");
    let file = folder.path().join("content").join(example.split(' ').nth(2).unwrap());
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains("(fact:pay)") && text.contains("```{outlook}"), "{text}");
    let checked = run_in(folder.path(), &["check", "--drafts", "--as-of", "2026-11-28"]);
    assert_eq!((checked.code, checked.stderr.matches("warning[").count()), (0, 1), "{}", checked.stderr);
}

#[test]
fn a_new_translation_has_the_words_and_headings_of_its_original() {
    let project = Project::new(&[
        ("site.toml", "title = \"C\"\nbase_url = \"https://c.example/\"\n\n[languages.de]\nname = \"Deutsch\"\n"),
        ("content/care/_index.md", &page("Care")),
        (
            "content/care/nurse.md",
            "---\ntitle: Nurse\nsummary: What nurses do in a hospital, how they learn it and what they need to know for it.\noccupation: { name: Nurse }\n---\nA.\n\n## Pay\n\nB.\n",
        ),
    ]);
    let made = project.run(&["new", "care/nurse.de.md"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    assert_eq!(made.stdout, "wrote content/care/nurse.de.md, a draft of content/care/nurse.md in Deutsch: `guidepost serve --drafts` shows it\n");
    let text = fs::read_to_string(project.root().join("content/care/nurse.de.md")).unwrap();
    assert!(text.starts_with("---\ntitle: Nurse\nsummary: ") && text.ends_with("\n## Pay {#pay .kind-pay}\n"), "{text}");
    let checked = project.run(&["check", "--drafts"]);
    assert!(checked.code == 0 && !checked.stderr.contains("translation-") && !checked.stderr.contains("invalid-value"), "{}", checked.stderr);
    for (path, more, expected) in [
        ("care/nurse.de.md", "", "error: `content/care/nurse.de.md` is there already; nothing was written\n"),
        (
            "care/nurse.fr.md",
            "",
            "error: `fr` is no language of this site; nothing was written\nhelp: declare it in site.toml: a line `[languages.fr]`, and below it `name = \"...\"`, what it calls itself\n",
        ),
        ("care/nurse.DE.md", "", "error: `DE` is `de` in site.toml; nothing was written\nhelp: name the file `care/nurse.de.md`\n"),
        (
            "care/nurse.en.md",
            "",
            "error: `en` is the language of the site itself, and `content/care/nurse.md` is this guide in it; nothing was written\nhelp: name another language\n",
        ),
        ("care/aide.en.md", "", "error: `en` is the language of the site itself; nothing was written\nhelp: name the file `care/aide.md`\n"),
        ("care/_index.de.md", "", ""),
        ("care/nurse.de.md", "29-1141", "error: `content/care/nurse.de.md` is there already; nothing was written\n"),
    ] {
        let arguments = ["new", path, "--soc", more];
        let run = project.run(arguments.get(..if more.is_empty() { 2 } else { 4 }).unwrap());
        assert_eq!(run.stderr, expected, "{path}");
    }
    fs::remove_file(project.root().join("content/care/nurse.de.md")).unwrap();
    let with_code = project.run(&["new", "care/nurse.de.md", "--soc", "29-1141"]);
    assert_eq!(with_code.stderr, "error: a translation has the codes and figures of its original; nothing was written\nhelp: leave out `--soc`\n");
}

#[test]
fn a_guide_may_begin_in_another_language_alone() {
    let project = Project::new(&[
        ("site.toml", "title = \"C\"\nbase_url = \"https://c.example/\"\n\n[languages.de]\nname = \"Deutsch\"\n"),
        ("content/care/_index.md", &page("Care")),
        ("content/care/nurse.md", &page("Nurse").replacen("---\n", "---\noccupation: { name: Nurse }\n", 1)),
    ]);
    let made = project.run(&["new", "care/heilpraktiker.de.md"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    assert!(
        made.stdout.starts_with(
            "wrote content/care/heilpraktiker.de.md, a draft of a guide in Deutsch alone, since there is no content/care/heilpraktiker.md: `guidepost serve --drafts` shows it\n"
        ),
        "{}",
        made.stdout
    );
    let text = fs::read_to_string(project.root().join("content/care/heilpraktiker.de.md")).unwrap();
    assert!(text.starts_with("---\ntitle: Heilpraktiker\n# Was Leser") && text.contains("\n## Verdienst {#pay .kind-pay}\n"), "{text}");
    let built = project.run(&["build", "--drafts"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    assert!(project.root().join("public/de/care/heilpraktiker/index.html").exists());
    let near = project.run(&["new", "care/nurze.de.md"]);
    assert!(near.stdout.contains("there is no content/care/nurze.md (the translation of `nurse.md` would be `nurse.de.md`): "), "{near:?}");
    assert!(!project.run(&["new", "care/x.de.md"]).stdout.contains("translation"));
}

#[test]
fn a_new_guide_of_a_german_site_is_german() {
    let project = Project::new(&[("site.toml", "title = \"C\"\nbase_url = \"https://c.example/\"\nlanguage = \"de\"\n")]);
    project.write("words/de.toml", "new_pay = \"Was es einbringt\"\n");
    assert_eq!(project.run(&["new", "pflege/pflegehelfer"]).code, 0);
    let text = fs::read_to_string(project.root().join("content/pflege/pflegehelfer.md")).unwrap();
    assert!(text.contains("## Was man tut {#duties") && text.contains("## Was es einbringt {#pay") && !text.contains("What"), "{text}");
    let checked = project.run(&["check", "--drafts"]);
    assert!(checked.code == 0 && !checked.stderr.contains("warning["), "{}", checked.stderr);
}

#[test]
fn a_correction_has_links_and_emphasis() {
    let guide = |text: &str| {
        let more = format!("---\noccupation: {{ name: Nurse }}\ncorrections: [{{ on: 2026-02-01, text: \"{text}\" }}]\n");
        page("Nurse").replacen("---\n", &more, 1)
    };
    let project = Project::new(&[("content/care/nurse.md", &guide("The *pay* was that of [aides](../about.md) & others."))]);
    project.write("content/about.md", page("About"));
    let built = project.run(&["build"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let html = fs::read_to_string(project.root().join("public/care/nurse/index.html")).unwrap();
    assert!(html.contains("</time>: The <em>pay</em> was that of <a href=\"../../about/\">aides</a> &amp; others.</li>"), "{html}");
    assert!(html.contains("\"text\":\"The pay was that of aides \\u0026 others.\""), "{html}");
    project.write("content/care/nurse.md", guide("The pay was that of [aides](../abuot.md)."));
    let dead = project.run(&["build"]);
    assert!(dead.code == 1 && dead.stderr.contains("content/care/nurse.md:3:"), "{}", dead.stderr);
}

#[test]
fn a_theme_is_checked_without_its_guides() {
    let project = Project::new(&[
        ("content/a.md", "---\ntitel: A\n---\n"),
        ("templates/tag.html", "{% extends \"base.html\" %}{% block main %}{{ tag.nmae }}{% endblock main %}"),
    ]);
    let checked = project.run(&["theme", "check"]);
    assert_eq!((checked.code, checked.stderr.matches("error[").count()), (1, 1), "{}", checked.stderr);
    assert!(
        checked.stderr.contains("templates/tag.html:1:") && checked.stderr.ends_with("checked the theme `beacon` with every kind of page: 1 error\n"),
        "{}",
        checked.stderr
    );
    project.write("templates/tag.html", "{% extends \"base.html\" %}{% block main %}{{ tag.name }}{% endblock main %}");
    let checked = project.run(&["theme", "check"]);
    assert_eq!((checked.code, checked.stdout.as_str()), (0, "checked the theme `beacon` with every kind of page: no problems\n"), "{}", checked.stderr);
}

#[test]
fn a_theme_is_tried_with_pages_that_the_project_has_not() {
    let project = Project::new(&[("content/_index.md", &page("Home"))]);
    let template = |body: &str| format!("{{% extends \"base.html\" %}}{{% block main %}}{body}{{% endblock main %}}");
    // What only a site in several languages has is known in one that has none.
    project.write(
        "templates/tag.html",
        template(
            "{% for it in page.languages %}{{ it.name }}{{ it.path }}{{ it.tag }}{{ it.url }}{{ it.is_current }}{{ it.is_default }}{% endfor %}{% if page.translation?.is_behind %}{{ page.translation.path }}{% endif %}{{ words.languages }}",
        ),
    );
    let checked = project.run(&["theme", "check"]);
    assert_eq!((checked.code, checked.stdout.as_str()), (0, "checked the theme `beacon` with every kind of page: no problems\n"), "{}", checked.stderr);
    project.write("templates/tag.html", template("{% for it in page.languages %}{{ it.nmae }}{% endfor %}"));
    project.write("templates/author.html", template("{% for it in author.guides %}{{ it.titel }}{% endfor %}"));
    let checked = project.run(&["theme", "check"]);
    assert_eq!((checked.code, checked.stderr.matches("error[template-name]").count()), (1, 2), "{}", checked.stderr);
    assert!(checked.stderr.contains("templates/tag.html:1:") && checked.stderr.contains("templates/author.html:1:"), "{}", checked.stderr);
}

#[test]
fn what_follows_from_an_error_of_a_theme_is_not_told_beside_it() {
    let project = Project::new(&[("content/a.md", &page("A")), ("words/en.toml", "updated_on = \"Upd {dya}\"\n")]);
    let checked = project.run(&["theme", "check"]);
    assert!(checked.stderr.starts_with("error[theme-words]: ") && checked.stderr.matches("error[").count() == 1, "{}", checked.stderr);
    project.write("words/en.toml", "");
    project.write("themes/mine/theme.toml", "extends = \"beacon\"\n[blocks.steps]\n");
    project.write("site.toml", "title = \"Test\"\ntheme = \"mine\"\nbase_url = \"https://example.org/\"\n");
    let checked = project.run(&["theme", "check"]);
    assert!(checked.stderr.starts_with("error[theme-parameter]: ") && checked.stderr.matches("error[").count() == 1, "{}", checked.stderr);
}

#[test]
fn a_field_of_what_is_none_is_told_with_how_to_ask_for_it() {
    let template = "{% extends \"beacon/plain.html\" %}{% block main %}{{ page.translation.is_behind }}{% endblock main %}";
    let project = Project::new(&[("content/a.md", &page("A")), ("templates/plain.html", template)]);
    let checked = project.run(&["theme", "check"]);
    let expected = "error[template-name]: `page.translation` is none here, so it has no field `is_behind`\n --> templates/plain.html:1:";
    assert!(
        checked.stderr.starts_with(expected) && checked.stderr.contains("= help: ask `{% if page.translation %}` first (while rendering /"),
        "{}",
        checked.stderr
    );
}

#[test]
fn a_project_changes_single_blocks_of_the_theme() {
    let project = Project::new(&[
        ("content/_index.md", &page("Home")),
        ("content/care/nurse.md", &page("Nurse").replacen("---\n", "---\noccupation: { name: Nurses }\n", 1)),
        ("templates/base.html", "{% extends \"beacon/base.html\" %}{% block footer %}<footer>Own foot</footer>{% endblock footer %}"),
        ("templates/guide.html", "{% extends \"beacon/guide.html\" %}{% block record %}<p>Own record</p>{{ super() }}{% endblock record %}"),
    ]);
    let built = project.run(&["build"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let read = |path: &str| fs::read_to_string(project.root().join("public").join(path)).unwrap();
    let (home, guide) = (read("index.html"), read("care/nurse/index.html"));
    for page in [&home, &guide] {
        assert!(page.contains("<footer>Own foot</footer>") && !page.contains("site-footer"), "{page}");
    }
    assert!(guide.contains("<div class=\"record\">\n<p>Own record</p>") && guide.contains("guide-citation") && !home.contains("Own record"), "{guide}");
    project.write("templates/base.html", "{% extends \"beacon/base.html\" %}{% block footr %}x{% endblock footr %}");
    let misspelt = project.run(&["build"]);
    assert!(
        misspelt.code == 1 && misspelt.stderr.contains("no template that this one extends has a block `footr`\n --> templates/base.html:1:"),
        "{}",
        misspelt.stderr
    );
}

#[test]
fn a_file_of_the_theme_is_copied_once_and_the_copy_builds() {
    let project = Project::new(&[("site.toml", "title = \"C\"\nbase_url = \"https://c.example/\"\n"), ("content/a.md", "---\ntitle: A\n---\nA.\n")]);
    let before = project.run(&["build"]);
    let page = std::fs::read(project.0.path().join("public/a/index.html")).unwrap();
    for file in ["base.html", "plain.html", "blocks/table.html"] {
        let copied = project.run(&["theme", "copy", file]);
        assert!(copied.code == 0 && copied.stdout.starts_with("wrote "), "{copied:?}");
    }
    let after = project.run(&["build", "--strict"]);
    assert_eq!((before.code, after.code), (0, 0), "{}", after.stderr);
    assert!(std::fs::read(project.0.path().join("public/a/index.html")).unwrap() == page, "the copy of a template shows what the original does");
    let copied = project.run(&["theme", "copy", "static/assets/beacon.css"]);
    assert_eq!((copied.code, project.run(&["build", "--strict"]).code), (0, 0), "{}", copied.stderr);
    let again = project.run(&["theme", "copy", "plain.html"]);
    assert!(
        again.code == 2 && again.stderr.contains("there already; nothing was written\nhelp: compare it with `guidepost theme copy plain.html --compare`"),
        "{}",
        again.stderr
    );
    let same = project.run(&["theme", "copy", "plain.html", "--compare"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, "nothing differs\n"));
    let copy = std::fs::read_to_string(project.0.path().join("templates/plain.html")).unwrap();
    project.write("templates/plain.html", copy.replace("<article class=\"plain\">", "<article class=\"mine\">"));
    let differs = project.run(&["theme", "copy", "plain.html", "--compare"]);
    assert_eq!(
        differs.stdout,
        "@@ line 1 @@\n  {% extends \"base.html\" %}\n  {% block main %}\n- <article class=\"mine\">\n+ <article class=\"plain\">\n  {% <page_head page={page} summary={plain.summary}> %}\n  \
         {% if plain.updated %}<ul class=\"byline\">{% set on %}{{<day day={plain.updated} />}}{% endset %}<li>{{ words.updated_on | say(day=on) }}</li></ul>{% endif %}\n\
         -: only in templates/plain.html; +: only in that of the theme `beacon`\n"
    );
    project.write("templates/plain.html", &copy);
    let none = project.run(&["theme", "copy", "guide.html", "--compare"]);
    assert_eq!(
        (none.code, none.stderr.as_str()),
        (2, "error: the project has no `templates/guide.html` to compare with that of the theme `beacon`\nhelp: `guidepost theme copy guide.html` makes one\n")
    );
    let printed = project.run(&["theme", "copy", "plain.html", "--print"]);
    assert_eq!(printed.stdout, std::fs::read_to_string(project.0.path().join("templates/plain.html")).unwrap());
    let missing = project.run(&["theme", "copy", "plan.html"]);
    assert!(missing.code == 2 && missing.stderr.ends_with("help: did you mean `templates/plain.html`?\n"), "{}", missing.stderr);
    let words = project.run(&["theme", "copy", "words/fr.toml"]);
    assert_eq!(
        (words.code, words.stderr.as_str()),
        (
            2,
            "error: the theme `beacon` has no words in `fr`\nhelp: it has words in ar, de, en; another language begins with those of one: `guidepost theme copy words/en.toml --print`, put into your language and written to `words/fr.toml`\n"
        )
    );
}

#[test]
fn copies_of_images_are_kept_for_later_builds_and_make_no_difference() {
    // A drawing of many lines, so that copies are lighter.
    let pixels: Vec<u8> = (0..600 * 500 * 3_u32).map(|at| u8::try_from((at % 1800) * (at / 1800) % 251).unwrap()).collect();
    let mut png = Vec::new();
    image::ImageEncoder::write_image(image::codecs::png::PngEncoder::new(&mut png), &pixels, 600, 500, image::ExtendedColorType::Rgb8).unwrap();
    let project = Project::new(&[("content/about.md", &format!("{}![A ward](ward.png)\n", page("About")))]);
    project.write("content/ward.png", &png);
    let cache = tempfile::tempdir().unwrap();
    let build = |out: &str| {
        let run = Run::of(project.command(&["build", "--output-dir", out]).env("XDG_CACHE_HOME", cache.path()).output().unwrap());
        assert_eq!(run.code, 0, "{}", run.stderr);
        let folder = project.root().join(out);
        let names = fs::read_dir(&folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("ward.") && name != "ward.png");
        let mut copies: Vec<(String, Vec<u8>)> = names.map(|name| (name.clone(), fs::read(folder.join(&name)).unwrap())).collect();
        copies.sort();
        (copies, fs::read_to_string(folder.join("about/index.html")).unwrap())
    };
    let kept = || -> Vec<std::path::PathBuf> { fs::read_dir(cache.path().join("guidepost/images")).unwrap().map(|it| it.unwrap().path()).collect() };
    let first = build("one");
    let [small, whole] = first.0.as_slice() else { panic!("{:?}", first.0.iter().map(|(name, _)| name).collect::<Vec<_>>()) };
    assert!(small.0.starts_with("ward.480w.") && whole.0.starts_with("ward.600w."), "{} {}", small.0, whole.0);
    assert!(first.1.contains(&format!("../{} 480w, ../{} 600w", small.0, whole.0)), "{}", first.1);
    assert_eq!(build("two"), first);
    let [file] = kept().try_into().unwrap();
    fs::write(&file, "damaged").unwrap();
    assert_eq!(build("three"), first);
    fs::remove_file(&file).unwrap();
    fs::remove_dir(cache.path().join("guidepost/images")).unwrap();
    fs::write(cache.path().join("guidepost/images"), "no folder").unwrap();
    assert_eq!(build("four"), first);
}
