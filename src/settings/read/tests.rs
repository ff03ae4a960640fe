//! What authors are told of their `site.toml`.

use super::*;
use crate::problem::told;

fn text(toml: &str) -> Text {
    Text::decode(&SourcePath::new("site.toml").unwrap(), toml.as_bytes()).unwrap()
}

fn told_of(toml: &str) -> String {
    let text = text(toml);
    let problems: Vec<Problem> = read(Some(&text)).1.into_iter().filter(|it| it.code != Code::NoBaseUrl).collect();
    told(&text, &problems)
}

#[test]
fn what_is_not_said_has_a_default() {
    let (config, problems) = read(Some(&text("title = \"Guides\"\nbase_url = \"https://example.org/a\"\n")));
    assert_eq!(problems, []);
    assert_eq!((config.title.as_str(), config.base_url.as_str(), config.language.as_str()), ("Guides", "https://example.org/a/", "en"));
    assert_eq!((config.front_matter_limit, config.page_limit, config.data_limit), (65_536, 10_485_760, 67_108_864));
    assert_eq!((config.review_every, config.numbered, config.menu, config.feed_entries), (Months(12), true, None, 20));
    assert!(config.section_words.iter().all(|(_, words)| !words.is_empty()));
}

#[test]
fn a_project_without_settings_is_told_to_write_them() {
    let (_, problems) = read(None);
    assert_eq!(problems[0].message, "this project has no `site.toml`");
}

#[test]
fn an_address_of_a_site_has_a_slash_at_its_end_and_neither_query_nor_fragment() {
    assert_eq!(base_url("https://example.org/a").as_deref(), Ok("https://example.org/a/"));
    for bad in ["example.org", "ftp://example.org/", "javascript:alert(1)", "https://", "", "https://example.org/?a", "https://example.org/#a"] {
        assert!(base_url(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_missing_address_is_a_warning_and_a_wrong_one_is_told_once() {
    let codes = |toml: &str| read(Some(&text(toml))).1.iter().map(|it| it.code).collect::<Vec<_>>();
    assert_eq!(codes("title = \"G\"\n"), [Code::NoBaseUrl]);
    assert_eq!(codes("title = \"G\"\nbase_url = \"x\"\n"), [Code::Settings]);
    assert_eq!(codes("title = \"G\"\nbase_url = 3\n"), [Code::Settings]);
}

#[test]
fn settings_are_read() {
    let toml = "title = \"G\"\nbase_url = \"https://example.org/\"\nparams = { n = 1_0, deep = { a = [true] } }\n[checks]\nsummary-length = \"off\"\nunquoted-code = \"note\"\n\
                [sections.words]\npay = [\"Lohn\"]\n[html]\nallow = [\"figure\"]\n[[menu]]\nlabel = \"A\"\nurl = \"/a/\"\n[limits]\npage_kib = 1\n";
    let (config, problems) = read(Some(&text(toml)));
    assert_eq!(problems, []);
    assert_eq!(config.levels, BTreeMap::from([(Code::UnquotedCode, Some(Level::Note)), (Code::SummaryLength, None)]));
    let pay = config.section_words.iter().find(|(kind, _)| *kind == crate::guide::body::SectionKind::Pay).unwrap();
    assert_eq!(pay.1[..2], ["lohn", "salary"]);
    assert_eq!(config.menu, Some(vec![("A".to_owned(), "/a/".to_owned())]));
    assert_eq!(serde_json::to_string(&config.params).unwrap(), "{\"deep\":{\"a\":[\"true\"]},\"n\":\"1_0\"}");
    assert_eq!(config.page_limit, 1024);
}

#[test]
fn help_is_in_the_form_of_toml() {
    assert_eq!(
        told_of("title = \"G\"\n[job_search]\nprovider = \"P\"\n"),
        "2:1 settings: a job search needs `action` | write `action = \"https://example.org/jobs\"`\n\
         2:1 settings: a job search needs `what` | write `what = { label = \"Occupation\", name = \"q\" }`\n"
    );
}

#[test]
fn all_problems_of_the_settings_are_told_at_once() {
    let toml = "titel = \"G\"\nbase_url = \"example.org\"\nlanguage = 5\noutput_dir = \"\"\nauthors = [\"Jane D\"]\n[html]\nallow = [\"figure\", \"SCRIPT\"]\n\
                [checks]\nsumary-length = \"off\"\nyaml-syntax = \"off\"\nunquoted-code = \"of\"\n[[menu]]\nlabel = \"A\"\n[limits]\npage_kib = 0\n";
    assert_eq!(
        told_of(toml),
        "1:1 settings: unknown key `titel` | did you mean `title`?\n\
         2:12 settings: `example.org` is not a web address | write the address where the site is published, such as `\"https://example.org/\"`\n\
         3:12 settings: a text is wanted here, this is a number | put it in quotes: `\"5\"`\n\
         4:14 settings: the folder to publish to has no name | write `output_dir = \"public\"`, or leave the line out\n\
         5:12 settings: `Jane D` is not an id | write an id of `_data/people.yaml`: small letters, digits and `-`\n\
         7:20 settings: the element `SCRIPT` cannot be allowed | leave it out: what runs, loads or asks is given by the theme and its blocks\n\
         9:1 settings: no check is called `sumary-length` | did you mean `summary-length`?\n\
         10:15 settings: `yaml-syntax` is always an error | remove the line: what this finds cannot be published\n\
         11:17 settings: `of` is not one of the choices here | did you mean `off`? The choices are error, warning, note, off\n\
         12:1 settings: a link needs `url` | write `url = \"...\"`\n\
         15:12 settings: `page_kib` is 0, so nothing could be built | write a number above 0, or leave the line out\n"
    );
}

#[test]
fn yaml_in_the_settings_is_answered() {
    assert_eq!(told_of("title: Guides\n"), "1:6 settings: a colon stands where `=` belongs | write `title = \"Guides\"`\n");
}

#[test]
fn text_that_is_not_toml_is_told_with_its_place() {
    let toml = "title = \"G\"\nlanguage = en\ntitle = \"H\"\nbase_url = \"https://x.org/?a\n";
    assert_eq!(
        told_of(toml),
        "2:12 settings: `en` is a text without quotes | write it in quotes: `\"en\"`\n\
         3:1 settings: the key `title` is given twice | keep one of the two\n\
         4:12 settings: `https://x.org/?a` has a query, which the address of a site cannot have | write `\"https://x.org/\"`\n\
         4:29 settings: this text is never closed | put a quote at its end too\n"
    );
}

proptest::proptest! {
    #[test]
    fn no_scrap_of_toml_makes_reading_panic_or_points_outside(
        scraps in proptest::collection::vec(
            proptest::sample::select(vec![
                "title", " = ", "\"", "'", "\n", "[", "]", "[[", "]]", "menu", "checks", ".", "{", "}", ", ", "1", "true", "é", "日", "#", "2026-11-23", "\\", "params", "limits",
            ]),
            0..24,
        ),
    ) {
        let file = text(&format!("description = \"ü\"\n{}", scraps.concat()));
        for problem in read(Some(&file)).1 {
            proptest::prop_assert!(file.text.get(problem.span.start..problem.span.end).is_some(), "{problem:?}");
        }
    }
}
