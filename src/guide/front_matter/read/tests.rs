//! What authors are told of their front matter.

use super::*;
use crate::problem::told;
use crate::source::SourcePath;

fn told_of(file: &str) -> String {
    let text = Text::decode(&SourcePath::new("content/a.md").unwrap(), file.as_bytes()).unwrap();
    let (_, problems) = read(&text, 64 * 1024);
    told(&text, &problems)
}

/// Checks what is told of front matter of a title and `yaml`, which begins in line 3.
fn check_all(table: &[(&str, &str)]) {
    let told: Vec<String> = table.iter().map(|(yaml, _)| told_of(&format!("---\ntitle: T\n{yaml}\n---\nText.\n"))).collect();
    let expected: Vec<String> = table.iter().map(|(_, expected)| if expected.is_empty() { String::new() } else { format!("{expected}\n") }).collect();
    for ((told, expected), (yaml, _)) in told.iter().zip(&expected).zip(table) {
        if told != expected {
            eprintln!("FROM {yaml}\n GOT {told}WANT {expected}");
        }
    }
    assert_eq!(told, expected);
}

#[test]
fn front_matter_and_body_are_told_apart() {
    let text = Text::decode(&SourcePath::new("content/a.md").unwrap(), b"---  \ntitle: T\n--- \nText.\n\n---\n").unwrap();
    let (Found { front, range: yaml, body_start: body, .. }, problems) = read(&text, 100);
    assert_eq!((front.title.as_deref(), problems), (Some("T"), vec![]));
    assert_eq!((text.text.get(yaml), text.text.get(body..)), (Some("title: T\n"), Some("Text.\n\n---\n")));
}

#[test]
fn a_page_without_front_matter_is_told_how_to_begin() {
    for (file, expected) in [
        ("Text.\n", "1:1 front-matter-missing: this page has no front matter | begin the file with a line `---`, a line `title: ...` and a line `---`\n"),
        ("", "1:1 front-matter-missing: this page has no front matter | begin the file with a line `---`, a line `title: ...` and a line `---`\n"),
        ("\n---\ntitle: T\n---\n", "1:1 front-matter-missing: the front matter does not begin in the first line | remove what stands above `---`\n"),
        ("+++\ntitle = 'T'\n+++\n", "1:1 front-matter-missing: front matter in TOML is not read | write it in YAML between lines of `---`: `title: ...`\n"),
        ("---\n---\nText.\n", "2:1 missing-field: a page needs `title` | write `title: ...`\n"),
        ("---\n# nothing\n---", "2:1 missing-field: a page needs `title` | write `title: ...`\n"),
        ("---\ntitle:\n---\n", "2:1 missing-field: a page needs `title` | write `title: ...`\n"),
        (
            "---\njust text\n---\n",
            "2:1 invalid-value: a mapping is wanted here, this is a text | write it as `key: value`; `guidepost schema` lists the keys\n",
        ),
        ("---\ntitle: ''\n---\n", "2:1 missing-field: a page needs `title` | write `title: ...`\n"),
        (
            "---\ntitle: T\ntags:\n- a\n\nThe body: it begins.\n",
            "1:1 front-matter-unclosed: the front matter that begins here is never closed (the body seems to begin here: 6) | write a line `---` above line 6\n",
        ),
        (
            "---\ntitle: T\ndraft: maybe\n",
            "1:1 front-matter-unclosed: the front matter that begins here is never closed | write a line `---` behind the last field\n\
             3:8 invalid-value: `maybe` is not true or false | write `true` or `false`\n",
        ),
    ] {
        assert_eq!(told_of(file), expected, "{file}");
    }
}

#[test]
fn front_matter_above_the_limit_is_not_read() {
    let text = Text::decode(&SourcePath::new("content/a.md").unwrap(), b"---\ntitle: Title\n---\n").unwrap();
    let (Found { front, .. }, problems) = read(&text, 12);
    assert_eq!(front, FrontMatter::default());
    assert_eq!(problems[0].message, "the front matter has 13 bytes; at most 12 are read");
}

#[test]
fn titles_and_summaries_have_their_lengths() {
    let long = "x".repeat(101);
    let summary = "y".repeat(201);
    assert_eq!(
        told_of(&format!("---\ntitle: {long}\nnav_title: {}\nsummary: {summary}\n---\n", "z".repeat(31))),
        "2:8 invalid-value: `title` has 101 characters; at most 100 fit | shorten it; more can be said in `summary`\n\
         3:12 invalid-value: `nav_title` has 31 characters; at most 30 fit | shorten it; more can be said in `summary`\n\
         4:10 summary-length: the summary has 201 characters; search results show 50 to 200 | shorten it to a sentence or two\n"
    );
    check_all(&[
        ("summary: Short", "3:10 summary-length: the summary has 5 characters; search results show 50 to 200 | say what the page tells, in a sentence or two"),
        ("nav_title: Nurse {year}", "3:12 invalid-value: `{year}` is a placeholder, and nothing fills it | write the words themselves"),
        ("nav_title: 'A {{ b }}'", "3:12 invalid-value: `{{ b }}` is a placeholder, and nothing fills it | write the words themselves"),
        ("language: English!", "3:11 invalid-value: `English!` is not a language tag | write a tag such as `en` or `pt-BR`"),
        (
            "nav_title: Nurse # 1",
            "3:12 remark-in-text: `# 1` is a remark in YAML and does not belong to `nav_title` | if it does belong to it, write `nav_title: \"Nurse # 1\"`",
        ),
        ("nav_title: 'Nurse' # short", ""),
        ("similar: [a.md, ]\nprogresses_to:\n  -\n  - b.md", "5:4 invalid-value: an entry of `progresses_to` is empty | write its text, or remove it"),
        ("tags: [a, '']", "3:11 invalid-value: an entry of `tags` is empty | write its text, or remove it"),
    ]);
}

#[test]
fn codes_have_the_form_of_their_system() {
    check_all(&[
        ("occupation: { soc: '29-2099' }", "3:13 missing-field: an occupation needs `name` | write `name: Health technician`"),
        ("occupation: { name: A, soc: 29–2099 }", "3:29 invalid-value: `29–2099` is not a SOC code | write `\"29-2099\"`"),
        ("occupation: { name: A, soc: 292099 }", "3:29 invalid-value: `292099` is not a SOC code | write `\"29-2099\"`"),
        ("occupation: { name: A, soc: 29-2099.01 }", "3:29 invalid-value: `29-2099.01` is not a SOC code | write `\"29-2099\"`"),
        (
            "occupation: { name: A, soc: nurse }",
            "3:29 invalid-value: `nurse` is not a SOC code | write two digits, a hyphen and four digits, such as `\"29-2099\"`",
        ),
        (
            "occupation: { name: A, codes: { onet-soc-2019: [29-2099.01, 29-2099] } }",
            "3:61 invalid-value: `29-2099` is not an O*NET-SOC code | write `\"29-2099.00\"`",
        ),
        (
            "occupation: { name: A, codes: { isco-08: 3252 } }",
            "3:42 unquoted-code: the code `3252` stands without quotes, where YAML may take it for a number | write `\"3252\"`",
        ),
        (
            "occupation: { name: A, codes: { uk-soc-2020: ['1234', 5678] } }",
            "3:55 unquoted-code: the code `5678` stands without quotes, where YAML may take it for a number | write `\"5678\"`",
        ),
        ("occupation: { name: A, codes: { isco-08: '3252', naics-2022: ['622', 31-33] } }", ""),
        (
            "occupation: { name: A, codes: { naics-2022: 33-31 } }",
            "3:45 invalid-value: `33-31` is not a NAICS code | write two to six digits or a range of sectors, such as `\"31-33\"`",
        ),
        (
            "occupation: { name: A, codes: { esco: C123 } }",
            "3:39 invalid-value: `C123` is not a web address | write the whole address, beginning with `https://`",
        ),
        (
            "occupation: { name: A, also_called: [B, { soc: '1' }] }",
            "3:41 missing-field: another name needs `name` | write `name: Phlebotomy technician`\n3:48 invalid-value: `1` is not a SOC code | write two digits, a hyphen and four digits, such as `\"29-2099\"`",
        ),
        ("similar: [a.md, { name: B, soc: 29/2099 }]", "3:33 invalid-value: `29/2099` is not a SOC code | write `\"29-2099\"`"),
    ]);
}

#[test]
fn career_values_are_in_their_order_and_range() {
    check_all(&[
        (
            "education: { years: 2 }",
            "3:12 missing-field: `education` needs `entry` | write `entry: high-school`; the levels are none, high-school, some-college, postsecondary-award, associate, bachelor, master, doctoral",
        ),
        ("education: { entry: none, years: -1 }", "3:34 invalid-value: `-1` is not a length in years | write a number from 0 to 20"),
        ("education: { entry: none, years: .nan }", "3:34 invalid-value: `NaN` is not a length in years | write a number from 0 to 20"),
        (
            "experience: { level: none, months_min: 13, months_max: 12 }",
            "3:40 invalid-value: `months_min` 13 is more than `months_max` 12 | exchange the two, or correct one",
        ),
        (
            "training: { kind: none, min: 2 }",
            "3:11 missing-field: a length of training needs `unit` | write `unit: weeks`; the units are days, weeks, months, years",
        ),
        (
            "credentials:\n  - name: A\n  - kind: diploma",
            "4:5 missing-field: a credential needs `kind` | write `kind: certification`; the kinds are licence, certification, registration\n5:5 missing-field: a credential needs `name` | write `name: ...`\n5:11 invalid-value: `diploma` is not one of the choices here | the choices are licence, certification, registration",
        ),
        ("skills: [a, { name: b, importance: 101 }]", "3:36 invalid-value: `101` is more than 100 | write a number from 0 to 100"),
    ]);
}

#[test]
fn days_come_in_their_order() {
    check_all(&[
        (
            "published: 2026-02-01\nupdated: 2026-01-31",
            "4:10 days-out-of-order: `updated` 2026-01-31 is before `published` 2026-02-01 (published here: 3) | correct one of the two days",
        ),
        (
            "reviewed: { by: Jane Doe }",
            "3:11 missing-field: a review needs `on` | write `on: 2026-11-23`\n3:17 invalid-value: `Jane Doe` is not an id | write an id of `_data/people.yaml`: small letters, digits and `-`",
        ),
        (
            "corrections: [{ text: a, on: soon }, { on: 2026-01-01 }]",
            "3:30 invalid-value: `soon` is not a day | write year, month and day: 2026-11-23\n3:38 missing-field: a correction needs `text` | write `text: what was wrong and is right now`",
        ),
        ("review_every: yearly", "3:15 invalid-value: `yearly` is not a number of months | write P6M for six months, P1Y for a year"),
    ]);
}

#[test]
fn addresses_lead_to_the_web_and_aliases_to_this_site() {
    check_all(&[
        ("aliases: [/old/, /a/b.html]", ""),
        ("aliases: [old/page]", "3:11 invalid-value: the alias `old/page` does not begin with one `/` | write it from the site's root: `/old/page`"),
        (
            "aliases: [/a/../b]",
            "3:11 invalid-value: the alias `/a/../b` has a part that is empty, `.` or `..` | write the path as readers saw it: `/old/page/`",
        ),
        ("aliases: [/a?b=c]", "3:11 invalid-value: the alias `/a?b=c` holds `?` | a redirect is a file: write its path only, such as `/a`"),
        ("aliases: ['https://x.org/a/']", "3:11 invalid-value: the alias `https://x.org/a/` is a whole web address | write its path only: `/a/`"),
        (
            "resources: [ncc-book, { title: A, kind: book, url: example.org/a }]",
            "3:52 invalid-value: `example.org/a` is not a web address | write `https://example.org/a`",
        ),
        (
            "resources: [{ url: 'javascript:alert(1)' }]",
            "3:13 missing-field: a resource needs `title` | write `title: ...`\n3:13 missing-field: a resource needs `kind` | write `kind: book`; the kinds are association, government, training, certification, book, article, video, podcast, tool, job-board, data, other\n3:20 invalid-value: `javascript:alert(1)` is not a web address | write the whole address, beginning with `https://`",
        ),
        (
            "resources: [{ title: A, kind: book, isbn: 9780134494166 }]",
            "3:43 unquoted-code: the code `9780134494166` stands without quotes, where YAML may take it for a number | write `\"9780134494166\"`",
        ),
    ]);
}

#[test]
fn widgets_have_what_they_need() {
    check_all(&[
        ("cta: { text: A, label: B, url: ../contact.md#form }", ""),
        (
            "cta: { text: A, url: /contact }",
            "3:6 missing-field: a call to action needs `label` | write `label: ...`\n3:22 invalid-value: `/contact` is neither a web address nor a page's file | write a whole address beginning with `https://`, or a page's file such as `../contact.md`",
        ),
        ("faq: [{ q: A }]", "3:7 missing-field: a question needs `a` | write `a: the answer`"),
        (
            "job_search: { provider: A, action: 'ftp://x.org', what: { label: L, name: q }, where: { label: M } }",
            "3:36 invalid-value: `ftp://x.org` is not a web address | write the whole address, beginning with `https://`\n3:87 missing-field: a field needs `name` | write `name: q`",
        ),
    ]);
}

#[test]
fn keys_of_other_generators_get_a_direct_answer() {
    check_all(&[
        ("date: 2026-01-01", "3:1 unknown-key: unknown key `date` | the day of publication is `published: 2026-11-23`"),
        ("description: A\nextra: { description: b }", "3:1 unknown-key: unknown key `description` | what the page says in a sentence or two is `summary`"),
        ("slug: a", "3:1 unknown-key: unknown key `slug` | an address follows from the file's path; old addresses go into `aliases`"),
        ("sumary: a", "3:1 unknown-key: unknown key `sumary` | did you mean `summary`?"),
    ]);
}

proptest::proptest! {
    #[test]
    fn no_scrap_of_front_matter_makes_judging_panic_or_points_outside(
        scraps in proptest::collection::vec(
            proptest::sample::select(vec![
                "title: ", "summary: ", "aliases: [", "]", "\n", "\n- ", "{ name: ", "credentials:\n- ", "soc: ", "codes: { isco-08: ", "occupation:\n  ", "}", "é{x}", "/../",
                "29–2099", "9780134494166", "https://", "\"", ", ", "cta: { url: ", "faq: [{ q: ", "---\n", "---", "resources:\n- ", "url: ", "日本", "#", " #",
            ]),
            0..20,
        ),
    ) {
        let file = Text { path: SourcePath::new("content/a.md").unwrap(), text: format!("---\n{}\n---\nText\n", scraps.concat()).into() };
        let (Found { range: yaml, body_start: body, .. }, problems) = read(&file, 1000);
        proptest::prop_assert!(file.text.get(yaml).is_some() && file.text.get(body..).is_some());
        for problem in problems {
            proptest::prop_assert!(file.text.get(problem.span.start..problem.span.end).is_some(), "{problem:?}");
        }
    }
}
