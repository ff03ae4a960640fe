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

/// A guide below `content/work/` with these facts.
fn guide(name: &str, soc: &str, facts: &str) -> String {
    format!(
        "---\ntitle: {name}\nsummary: What they do all day, how they train for it and what they earn.\noccupation: {{ name: {name}, soc: \"{soc}\", proxy_for: None of its own }}\n\
         updated: 2026-10-01\nfacts:\n{facts}---\nThey work.\n"
    )
}

fn text_of(build: &Build, wanted: &str) -> String {
    let (_, file) = build.output.files().find(|(path, _)| path.as_str() == wanted).unwrap();
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

#[test]
fn pay_for_programs_is_that_of_the_panel_in_its_currency_and_of_no_other_occupation() {
    let panel = "  pay: { measure: pay, value: 43460, as_of: 2024-05 }\n";
    let abroad = "  abroad: { measure: pay, currency: EUR, statistic: p10, value: 20000, as_of: 2024-05 }\n";
    let later = "  later: { measure: pay, value: 35, as_of: 2026-01 }\n";
    let proxy = "  pay: { measure: pay, value: 93600, as_of: 2024-05, occupation: \"29-1141\" }\n  low: { measure: pay, statistic: p10, value: 30000, as_of: 2024-05 }\n";
    let pay_of = |facts: &str| {
        // Every fact is shown, as the text of a guide would.
        let links: String = facts.lines().filter_map(|line| line.trim().split_once(':')).fold(String::new(), |text, (name, _)| text + "[](fact:" + name + ") ");
        let guide = guide("Aide", "31-1131", facts) + &links + "\n";
        let page =
            text_of(&built(&[("content/work/_index.md", b"---\ntitle: Work\n---\n"), ("content/work/aide.md", guide.as_bytes())]), "work/aide/index.html");
        page.split("\"estimatedSalary\":").nth(1).and_then(|rest| rest.split('}').next()).unwrap_or_default().to_owned()
    };
    assert!(pay_of(&format!("{panel}{later}")).contains("\"median\":43460"), "{}", pay_of(&format!("{panel}{later}")));
    let euro = pay_of(&format!("{panel}{abroad}"));
    assert!(!euro.contains("EUR") || !euro.contains("43460"), "{euro}");
    assert!(!pay_of(proxy).contains("93600"));
}

#[test]
fn guides_at_a_glance_have_a_column_for_each_time_of_work() {
    let of = |per: &str, value: &str| format!("  pay: {{ measure: pay, per: {per}, value: {value}, as_of: 2024-05 }}\n");
    let guides = [("a", "hour", "23.33"), ("c", "year", "43460")];
    let texts = guides.map(|(name, per, value)| (format!("content/work/{name}.md"), guide(&name.to_uppercase(), "31-1131", &of(per, value))));
    let mut files: Vec<(&str, &[u8])> = vec![("content/work/_index.md", b"---\ntitle: Work\n---\n")];
    files.extend(texts.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    let csv = text_of(&built(&files), "work/guides-at-a-glance.csv");
    assert_eq!(csv, "Guide,Median pay a year,Median pay an hour\nA,no figure,23.33\nC,43460,no figure\n");
}
