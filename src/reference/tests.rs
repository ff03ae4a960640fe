//! The reference pages in `docs/` are those that the types give. `UPDATE=1` writes them anew.

use super::*;

#[expect(clippy::disallowed_methods, reason = "this test compares the files of docs/ with the types, and writes them when asked")]
fn check_file(name: &str, expected: &str) {
    let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/{name} differs from the types: run UPDATE=1 cargo test --lib reference");
}

#[test]
fn the_page_of_the_front_matter_is_current() {
    check_file("front-matter.md", &front_matter());
}

#[test]
fn the_page_of_the_settings_is_current() {
    check_file("settings.md", &settings());
}

#[test]
fn the_page_of_the_views_is_current() {
    check_file("theme-views.md", &views());
}

#[test]
fn the_page_of_the_problems_is_current() {
    check_file("problems.md", &crate::problem::catalogue());
}

#[test]
fn every_link_of_a_reference_page_leads_to_a_heading() {
    for page in [front_matter(), settings(), views()] {
        let headings: Vec<String> = page.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_lowercase).collect();
        for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(headings.iter().any(|it| it == link), "{link}");
        }
    }
}

#[test]
fn the_schema_for_editors_knows_every_key() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["properties"]["published"]["anyOf"][0]["$ref"], "#/$defs/Day");
    assert!(schema["properties"].as_object().unwrap().len() > 30);
}
