//! Whole builds of small projects.

use super::*;

const HOME: &str = "---\ntitle: Careers\n---\nSee [about](about.md).\n";
const ABOUT: &str = "---\ntitle: About\n---\nBack to the [beginning](_index.md).\n";
const SETTINGS: &str = "title = \"Careers\"\nbase_url = \"https://example.org/\"\n";

/// The site of a home page, `content/about.md` and `files`, which go before both.
fn built(files: &[(&str, &[u8])]) -> Build {
    let mut sources = Sources::default();
    let usual: [(&str, &[u8]); 3] = [("site.toml", SETTINGS.as_bytes()), ("content/_index.md", HOME.as_bytes()), ("content/about.md", ABOUT.as_bytes())];
    for (path, bytes) in usual.iter().chain(files) {
        sources.files.insert(SourcePath::new(path).unwrap(), (*bytes).into());
    }
    build(&sources, &Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None }, &mut Memory::default())
}

/// The problems as `level[code] file`.
fn check(files: &[(&str, &[u8])], expected: &[&str]) -> Build {
    let build = built(files);
    let told: Vec<String> =
        build.report.problems().iter().map(|it| format!("{}[{}] {}", format!("{:?}", it.level).to_lowercase(), it.code.id(), it.span.file)).collect();
    assert_eq!(told, expected);
    build
}

#[test]
fn a_small_project_is_a_whole_site() {
    let build = check(&[("static/logo.svg", b"<svg/>"), ("content/a.txt", b"a")], &[]);
    assert_eq!(build.counts, Counts { guides: 0, pages: 4 });
    let published: Vec<&str> = build.output.files().map(|(path, _)| path.as_str()).collect();
    for path in ["404.html", "a-z/index.html", "a.txt", "about/index.html", "atom.xml", "index.html", "logo.svg", "robots.txt", "sitemap.xml"] {
        assert!(published.contains(&path), "{path} is not in {published:?}");
    }
}

#[test]
fn problems_of_a_draft_are_notes() {
    let draft = "---\ntitle: Draft\ndraft: true\ncolour: red\n---\n[nowhere](javascript:x)\n";
    let build = check(&[("content/draft.md", draft.as_bytes())], &["note[unknown-key] content/draft.md", "note[unsafe-address] content/draft.md"]);
    assert!(build.output.files().all(|(path, _)| !path.as_str().contains("draft")));
}

#[test]
fn a_mistake_in_the_settings_is_one_problem() {
    check(&[("site.toml", format!("{SETTINGS}colour = \"red\"\n").as_bytes())], &["error[settings] site.toml"]);
}

#[test]
fn settings_that_cannot_be_read_are_one_problem() {
    check(&[("site.toml", b"title = \"caf\xE9\"")], &["error[not-utf-8] site.toml"]);
}

#[test]
fn a_missing_theme_is_one_problem_and_no_dead_links() {
    let site = format!("{SETTINGS}theme = \"nowhere\"\n");
    check(&[("site.toml", site.as_bytes())], &["error[theme-missing] site.toml"]);
}

#[test]
fn an_address_on_the_command_line_goes_before_the_settings() {
    let sources = Sources::default();
    let options = Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: Some("https://preview.example/".to_owned()) };
    assert_eq!(build(&sources, &options, &mut Memory::default()).config.base_url, "https://preview.example/");
}

#[test]
fn a_file_over_the_limit_is_told_and_its_neighbours_are_built() {
    let big = vec![b'a'; 20 * 1024 * 1024];
    let build = check(&[("content/big.md", &big)], &["error[too-large] content/big.md"]);
    assert_eq!(build.counts.pages, 4);
}

#[test]
fn settings_that_cannot_be_read_are_not_called_missing() {
    let mut sources = Sources::default();
    sources.files.insert(SourcePath::new("content/_index.md").unwrap(), HOME.replace("See [about](about.md).", "").as_bytes().into());
    let words = |text: &str| text.to_owned();
    sources.unusable.push(crate::source::Unusable { path: SourcePath::settings(), why: words("this cannot be read"), help: words("check its permissions") });
    let options = Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None };
    let told: Vec<String> = build(&sources, &options, &mut Memory::default()).report.problems().iter().map(|it| it.message.clone()).collect();
    assert_eq!(told, ["this cannot be read"]);
}

#[test]
fn what_is_too_old_is_known_by_source_and_time_unless_the_check_is_off() {
    let sources = "old: { title: Old }\nslow: { title: Slow, stale_after: P120M }\n";
    let aide = "---\ntitle: Aide\nfacts:\n  a: { measure: pay, value: 1, as_of: 2020-05, source: old }\n  b: { measure: pay, value: 1, as_of: 2026-05, source: old }\n  \
                c: { measure: pay, value: 1, as_of: 2020-05, source: slow }\n---\n[](fact:a), [](fact:b), [](fact:c)\n";
    let too_old = |checks: &str| {
        let settings = format!("{SETTINGS}{checks}");
        let files: [(&str, &[u8]); 3] =
            [("site.toml", settings.as_bytes()), ("content/_data/sources.yaml", sources.as_bytes()), ("content/aide.md", aide.as_bytes())];
        built(&files).too_old.iter().map(|it| format!("{} {} {}", it.source, it.period, it.limit)).collect::<Vec<_>>()
    };
    assert_eq!(too_old(""), ["old 2020-05 18 months"]);
    assert_eq!(too_old("[checks]\nfigure-stale = \"note\"\n"), ["old 2020-05 18 months"]);
    assert!(too_old("[checks]\nfigure-stale = \"off\"\n").is_empty());
}
