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
    build(&sources, &Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None, shard: None }, &mut Memory::default())
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
    let options = Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: Some("https://preview.example/".to_owned()), shard: None };
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
    let options = Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None, shard: None };
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
    String::from_utf8(file.bytes().to_vec()).unwrap()
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

#[test]
fn figures_of_another_time_than_the_table_states_say_theirs() {
    let own = guide("Aide", "31-1131", "  pay: { measure: pay, value: 39530, as_of: 2024-05 }\n");
    let own = own + "```{compare}\noccupations: [29-1141, 29-2061]\nfigures: [pay]\n```\n\n```{pay-chart}\nby: occupation\noccupations: [29-1141]\n```\n";
    let wages = |year: u16, soc: &str| format!("OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN\n{soc},Nurses of {year},100,9{year}\n");
    let (old, new) = (wages(2020, "29-1141"), wages(2024, "29-2061"));
    let data = "old: { file: pay_M2020.csv, format: oews, partial: true }\nnew: { file: pay_M2024.csv, format: oews, partial: true }\n";
    let build = built(&[
        ("content/_data/datasets.yaml", data.as_bytes()),
        ("content/_data/pay_M2020.csv", old.as_bytes()),
        ("content/_data/pay_M2024.csv", new.as_bytes()),
        ("content/work/_index.md", b"---\ntitle: Work\n---\n"),
        ("content/work/aide.md", own.as_bytes()),
    ]);
    let page = text_of(&build, "work/aide/index.html");
    // In the table, and in the bar of the chart, in its description and in the table below it.
    assert_eq!(page.matches("$92,020 (May 2020)").count(), 4);
    assert!(page.contains("$92,024<") && !page.contains("(May 2024)"));
}

#[test]
fn the_panel_says_that_there_is_no_pay_by_the_year() {
    let panel = |pay: &str| {
        let wages = format!("OCC_CODE,OCC_TITLE,TOT_EMP,H_MEDIAN,A_MEDIAN\n31-1131,Aides,100,{pay}\n");
        let files: [(&str, &[u8]); 4] = [
            ("content/_data/datasets.yaml", b"wages: { file: pay_M2024.csv, format: oews }\n"),
            ("content/_data/pay_M2024.csv", wages.as_bytes()),
            ("content/work/_index.md", b"---\ntitle: Work\n---\n"),
            ("content/work/aide.md", b"---\ntitle: Aide\nsummary: Helps\noccupation: { name: Aide, soc: \"31-1131\" }\n---\nThey work.\n"),
        ];
        let page = text_of(&built(&files), "work/aide/index.html");
        ["$19.00 an hour", "$39,530 a year", "not available a year", "not available an hour", "does not apply"].map(|words| page.contains(words))
    };
    assert_eq!(panel("19.00,39530"), [true, true, false, false, false]);
    assert_eq!(panel("19.00,"), [true, false, true, false, false]);
    assert_eq!(panel("19.00,*"), [true, false, true, false, false]);
    assert_eq!(panel("*,39530"), [false, true, false, false, false]);
    assert_eq!(panel("*,*"), [false, false, true, false, false]);
}

#[test]
fn a_number_below_zero_has_no_sign_behind_a_word_that_tells_of_a_fall() {
    let facts = "  fall: { measure: growth, value: -4.9, from: 2024, to: 2034 }\n  less: { measure: change, value: -3100, from: 2024, to: 2034 }\n";
    let text = "A decline of [](fact:fall), or [](fact:less) fewer jobs. Jobs decline [](fact:fall). Jobs change by [](fact:fall). Jobs decline, and growth is [](fact:fall).\n";
    let guide = guide("Aide", "31-1131", facts) + text;
    let page = text_of(&built(&[("content/work/_index.md", b"---\ntitle: Work\n---\n"), ("content/work/aide.md", guide.as_bytes())]), "work/aide/index.html");
    let text: String =
        page.split("They work.").nth(1).unwrap().split("</section>").next().unwrap().split("<sup").flat_map(|part| part.rsplit("</sup>").take(1)).collect();
    let numbers: Vec<&str> = text.split("class=\"figure\" value=\"").skip(1).filter_map(|it| it.split("</data>").next()).collect();
    assert_eq!(numbers, ["-4.9\">4.9%", "-3100\">3,100", "-4.9\">4.9%", "-4.9\">-4.9%", "-4.9\">-4.9%"]);
}
