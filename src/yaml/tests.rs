//! What authors are told of YAML that cannot be read.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::guide::front_matter::{Extra, FrontMatter};
use crate::problem::told;
use crate::source::SourcePath;

fn text(yaml: &str) -> Text {
    Text::decode(&SourcePath::new("content/a.md").unwrap(), yaml.as_bytes()).unwrap()
}

fn told_of(yaml: &str) -> String {
    let text = text(yaml);
    let (_, problems) = read::<FrontMatter>(&text, 0..text.text.len());
    told(&text, &problems)
}

fn check(yaml: &str, expected: &str) {
    assert_eq!(told_of(yaml), expected, "{yaml}");
}

#[test]
fn text_that_is_not_yaml_is_explained_in_an_authors_words() {
    let table = [
        (
            "title: Nurse: how to become one\n",
            "1:8 yaml-syntax: the value of `title` holds a colon and stands without quotes | write `title: \"Nurse: how to become one\"`\n",
        ),
        ("tags: [a]\ntitle: \"Nurse\nsummary: x\n", "2:8 yaml-syntax: this quote is never closed | put a \" at the end of the text too\n"),
        ("title: 'Nurse\n", "1:8 yaml-syntax: this quote is never closed | put a ' at the end of the text too\n"),
        ("title: x\nsummary A text\ntags: [a]\n", "2:1 yaml-syntax: `summary A text` has no colon | write a key, a colon and a space: `summary: A text`\n"),
        ("title: x\noccupation:\n\tname: y\n", "3:1 yaml-syntax: a tab stands in front of this line | indent with spaces: YAML takes no tabs here\n"),
        ("tags: [a, b\ntitle: x\n", "1:7 yaml-syntax: this list has no end or lacks a comma | put commas between its items and a `]` at its end\n"),
        ("title: @home\n", "1:8 yaml-syntax: a text cannot begin with `@` here | put the text in quotes\n"),
        ("title: *bold* words\n", "1:8 yaml-syntax: a text cannot begin with `*` here | put the text in quotes\n"),
        (
            "title: \"Nurse\" of all days\n",
            "1:16 yaml-syntax: text follows behind the closing quote | put the whole value in one pair of quotes: `title: '\"Nurse\" of all days'`; or a quote is missing in the line above\n",
        ),
        (
            "title: \"C:\\data\"\n",
            "1:11 yaml-syntax: a backslash in double quotes begins a special sign, and this one is not known | write two backslashes, or put the text in single quotes\n",
        ),
        ("title:T\nsummary: x\n", "1:1 yaml-syntax: a space is missing behind the colon | write `title: T`\n"),
        ("title: `code`\n", "1:8 yaml-syntax: a text cannot begin with a backquote here | put the text in quotes\n"),
        (
            "title: > folded: text\n",
            "1:8 yaml-syntax: text stands behind `>` on the same line | begin the text on the next line, indented; or put it in quotes\n",
        ),
        ("title: A\n\ttags: [a]\n", "2:1 yaml-syntax: a tab stands in front of this line | indent with spaces: YAML takes no tabs here\n"),
        ("tags: [a, , b]\n", "1:11 yaml-syntax: a value is missing here | write it, or remove the comma that is too many\n"),
        ("title: 'It's here'\n", "1:11 yaml-syntax: this apostrophe closes the text | write the text in double quotes: `title: \"It's here\"`\n"),
        (
            "title: x\n  tags: [a]\n",
            "2:3 yaml-syntax: this line does not line up with those above | begin keys of one mapping, and dashes of one list, in the same column\n",
        ),
    ];
    let told: Vec<String> = table.iter().map(|(yaml, _)| told_of(yaml)).collect();
    assert_eq!(told, table.map(|(_, expected)| expected));
}

#[test]
fn what_yaml_can_do_and_we_do_not_read_is_refused() {
    let help = "write the value out; a text that begins with such a sign stands in quotes";
    let signs = "yaml-syntax: anchors (`&`), aliases (`*`) and tags (`!`) of YAML are not read";
    check("title: &a x\nsummary: *a\n", &format!("1:8 {signs} | {help}\n2:10 {signs} | {help}\n"));
    check("title: !!str x\n", &format!("1:8 {signs} | {help}\n"));
    check("extra:\n  <<: {a: b}\n", "2:3 yaml-syntax: merge keys (`<<`) of YAML are not read | write the values out\n");
    check("title: x\n---\ntitle: y\n", "2:1 yaml-syntax: a second document begins here | remove the line `---` or `...`\n");
    check(
        &format!("extra: {}{}", "{a: ".repeat(20), "}".repeat(20)),
        "1:68 yaml-syntax: lists and mappings stand in one another more than 16 deep | write it flatter\n",
    );
}

#[test]
fn keys_given_twice_are_told_at_the_second_one_also_where_keys_are_free() {
    for (yaml, at) in [
        ("title: a\ntitle: b\n", ("2:1", "title", 1)),
        ("title: a\nextra:\n  x: a\n  y: b\n  x: c\n", ("5:3", "x", 3)),
        ("extra: {a: {x: b, x: c}}\n", ("1:19", "x", 1)),
        ("occupation:\n  codes: {isco-08: \"1\", isco-08: \"2\"}\n", ("2:25", "isco-08", 2)),
    ] {
        let (place, key, first) = at;
        check(yaml, &format!("{place} duplicate-key: the key `{key}` is given twice (it is given here first: {first}) | keep one of the two\n"));
    }
}

#[test]
fn all_problems_of_a_text_are_told_at_once() {
    check(
        "titel: x\ndraft: maybe\nreviewed: { by: me, on: soon }\nskills:\n  - { name: a, importance: much }\n  - b\ntitle: y\ntitle: z\n",
        "1:1 unknown-key: unknown key `titel` | did you mean `title`?\n\
         2:8 invalid-value: `maybe` is not true or false | write `true` or `false`\n\
         3:25 invalid-value: `soon` is not a day | write year, month and day: 2026-11-23\n\
         5:28 invalid-value: `much` is not a whole number | write digits only, such as `12`\n\
         8:1 duplicate-key: the key `title` is given twice (it is given here first: 7) | keep one of the two\n",
    );
}

#[test]
fn every_scalar_keeps_the_letters_that_were_typed() {
    let yaml = "title: 2024\nsummary: NO\narea: 01234\nextra: { a: 51.3810, b: [1e5, ~], c: { d: 0x1F } }\n";
    let text = text(yaml);
    let (front, problems) = read::<FrontMatter>(&text, 0..yaml.len());
    assert_eq!(told(&text, &problems), "");
    assert_eq!([front.title, front.summary, front.area].map(Option::unwrap), ["2024", "NO", "01234"]);
    let of = |it: &str| Extra::Text(it.to_owned());
    let expected = [("a", of("51.3810")), ("b", Extra::List(vec![of("1e5"), of("~")])), ("c", Extra::Map(BTreeMap::from([("d".to_owned(), of("0x1F"))])))];
    assert_eq!(front.extra.unwrap(), expected.map(|(key, value)| (key.to_owned(), value)).into());
}

#[test]
fn a_text_without_values_is_read_as_the_default() {
    for yaml in ["", "\n", "# only a remark\n", "~"] {
        check(yaml, "");
    }
}

#[test]
fn places_are_those_of_the_file() {
    let file = text("---\ntitle: Zürich\nskills: [a, {name: b}]\n---\n");
    let range = 4..file.text.find("---\n").map_or(0, |_| file.text.len() - 4);
    let at = |path: &[&str]| file.text.get(locate(&file, range.clone(), path)).unwrap().to_owned();
    assert_eq!([at(&["title"]), at(&["skills", "1", "name"]), at(&["skills", "1", "kind"]), at(&["summary"])], ["Zürich", "b", "{name: b}", ""]);
    assert_eq!(file.text.get(locate_key(&file, range.clone(), &["skills"])), Some("skills"));
    assert_eq!(locate(&file, range, &["summary"]), 4..4);
}

#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
struct Free(Entries<Extra>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_scrap_of_yaml_makes_reading_panic_or_points_outside(
        scraps in proptest::collection::vec(
            proptest::sample::select(vec![
                "title", ": ", ":", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", ", ", "\"", "'", "#", " # ", "&a", "*a", "!t", "? ", "|\n", ">-\n  ",
                "é", "日本", "tags", "extra", "draft", "true", "maybe", "---\n", "...\n", "%", "\t", "\\", "<<", "~", "0x1F", "2026-11-23", "@", "`", " ", "\u{85}", "\u{2028}",
            ]),
            0..24,
        ),
    ) {
        let file = Text { path: SourcePath::new("content/a.md").unwrap(), text: format!("ü\n{}", scraps.concat()).into() };
        let range = 3..file.text.len();
        let (_, mut problems) = read::<FrontMatter>(&file, range.clone());
        problems.extend(read::<Free>(&file, range.clone()).1);
        for problem in problems {
            prop_assert!(range.start <= problem.span.start && problem.span.end <= range.end, "{problem:?}");
            prop_assert!(file.text.get(problem.span.start..problem.span.end).is_some(), "{problem:?}");
            prop_assert!(!problem.message.is_empty());
        }
    }

    #[test]
    fn values_are_found_where_they_stand(values in proptest::collection::vec("[a-zé日]{1,6}", 1..6)) {
        let lines: Vec<String> = values.iter().enumerate().map(|(at, value)| format!("k{at}: [x, {{é: {value}}}]\n")).collect();
        let yaml = lines.concat();
        let file = text(&yaml);
        for (at, value) in values.iter().enumerate() {
            let range = locate(&file, 0..yaml.len(), &[&format!("k{at}"), "1", "é"]);
            prop_assert_eq!(file.text.get(range), Some(value.as_str()));
        }
    }
}
