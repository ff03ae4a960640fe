//! One case for every problem that can be reported: `tests/problems/<id>.txt` holds the smallest project that shows it and,
//! after the line `=== report`, the exact report. `UPDATE=1 cargo test --test problems` writes what is reported now.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests touch the disk")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use guidepost::problem::{Code, Report, text};
use support::{built, report, sources};

/// Problems that no text in memory can show, with the reason.
const WITHOUT_CASE: &[Code] = &[
    // No text is known that makes Guidepost stumble.
    Code::Fault,
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/problems")
}

#[test]
fn every_problem_is_reported_as_its_case_says() {
    let mut wrong = Vec::new();
    let mut cases: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for path in cases {
        let text = fs::read_to_string(&path).unwrap();
        let (project, expected) = text.split_once("=== report\n").unwrap_or((&text, ""));
        let sources = sources(unescaped(project));
        let actual = report(built(&sources).report.problems(), &sources);
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        let shown = actual.contains(&format!("[{}]", id.split('.').next().unwrap()));
        if std::env::var_os("UPDATE").is_some() {
            assert!(shown, "{id} is not reported:\n{actual}");
            fs::write(&path, format!("{project}=== report\n{actual}")).unwrap();
        }
        if actual != expected || !shown {
            wrong.push(format!("{id}: expected\n{expected}\nbut got\n{actual}"));
        }
    }
    assert!(wrong.is_empty() || std::env::var_os("UPDATE").is_some(), "{}", wrong.join("\n\n"));
}

/// `\x07` stands for the byte 07 and `\t` for a tab: what an editor would not show, and bytes that are not UTF-8.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut parts = text.split("\\x");
    bytes.extend(parts.next().unwrap_or_default().replace("\\t", "\t").bytes());
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).unwrap());
        bytes.extend(rest.replace("\\t", "\t").bytes());
    }
    bytes
}

/// `guidepost explain` shows of each problem what is reported of its case.
#[test]
fn examples_are_what_is_reported() {
    let mut examples = String::new();
    let mut codes = Code::ALL.to_vec();
    codes.sort_by_key(|code| code.id());
    for code in codes.into_iter().filter(|code| !WITHOUT_CASE.contains(code)) {
        let text = fs::read_to_string(folder().join(format!("{}.txt", code.id()))).unwrap();
        let sources = sources(unescaped(text.split_once("=== report\n").unwrap().0));
        let of_it: Vec<_> = built(&sources).report.problems().iter().find(|it| it.code == code).cloned().into_iter().collect();
        let told = text::render(&Report::new(of_it, &BTreeMap::new()), &guidepost::pipeline::texts(&sources), false);
        let end = told.rfind("\n\n").unwrap_or(told.len());
        writeln!(examples, "## {}\n\n{}\n", code.id(), told.get(..end).unwrap().trim_end()).unwrap();
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/problem/examples.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &examples).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == examples, "src/problem/examples.md is out of date: UPDATE=1 cargo test --test problems");
}

#[test]
fn every_problem_has_a_case() {
    let missing: Vec<_> =
        Code::ALL.iter().filter(|code| !WITHOUT_CASE.contains(code) && !folder().join(format!("{}.txt", code.id())).exists()).map(|code| code.id()).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}
