//! Sites in other languages than English, and in several: built from small projects, and held against what a reader finds.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail by panicking")]

mod shown;
#[path = "../support/mod.rs"]
mod support;
mod translations;

use guidepost::pipeline::{Build, Memory, Options, build};
use support::{built, report, sources, today};

/// A file of the site as text.
fn page(build: &Build, path: &str) -> String {
    let mut files = build.output.files();
    let file = files.find(|(it, _)| it.as_str() == path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(file.1.bytes().to_vec()).unwrap()
}

/// What stands between `from` and the next `to`.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from} in {text}")) + from.len();
    &text[start..start + text[start..].find(to).unwrap()]
}

const GERMAN: &str = "
=== site.toml
title = \"Berufe\"
base_url = \"https://example.org/\"
language = \"de\"

=== content/_data/areas.yaml
us: { name: Vereinigte Staaten, code: US, kind: country }

=== content/_data/sources.yaml
bls: { publisher: BLS, title: Löhne, edition: Mai 2026, period: 2026-05, url: \"https://bls.example/\" }

=== content/gesundheit/_index.md
---
title: Gesundheit
---

=== content/gesundheit/pflege.md
---
title: Pflegefachkraft
summary: Was Pflegefachkräfte tun, was sie lernen und was sie verdienen, mit Quellen.
occupation: { name: Pflegefachkraft, soc: \"29-1141\" }
published: 2026-10-01
updated: 2026-11-02
education: { entry: bachelor, years: 1.5 }
training: { kind: short-term, min: 2, max: 4, unit: weeks }
facts:
  pay: { measure: pay, value: 93600.5, as_of: 2026-05, source: bls }
  jobs: { measure: jobs, value: 3300100, as_of: 2024, source: bls }
---

Die Hälfte verdient mehr als [](fact:pay) pro Jahr.[^1]

> [!NOTE]
> Im Median.

[^1]: In den USA.
";

#[test]
fn a_site_in_german_is_german_throughout() {
    let sources = sources(GERMAN);
    let build = built(&sources);
    let told = report(build.report.problems(), &sources);
    assert!(!told.contains("word-missing") && !build.report.has_errors(), "{told}");
    let guide = page(&build, "gesundheit/pflege/index.html");
    for expected in [
        "<html lang=\"de\" dir=\"ltr\"",
        "Zum Text springen",
        "<li>Veröffentlicht am <time datetime=\"2026-10-01\">1. Oktober 2026</time></li>",
        "<dt>Verdienst</dt>",
        "93.600,50\u{a0}$ pro Jahr",
        "<dt>Zahl der Stellen</dt>\n<dd>3.300.100",
        "1,5 Jahre",
        "2 bis 4 Wochen",
        "Der Median: Die Hälfte verdient mehr, die Hälfte weniger.",
        "<p class=\"alert-title\">Hinweis</p>",
        "aria-label=\"Zurück zu Anmerkung 1 im Text\"",
        "aria-label=\"Quelle a\"",
        "Gebiet: Vereinigte Staaten. Zeitraum: Mai 2026.",
        "„Pflegefachkraft.“ Berufe, 2. November 2026.",
    ] {
        assert!(guide.contains(expected), "{expected} is not in\n{guide}");
    }
    let home = page(&build, "index.html");
    assert!(home.contains("1 Ratgeber. ") && home.contains("<span class=\"unseen\"> Ratgeber</span>"), "{home}");
    assert!(page(&build, "404.html").contains("<h1>Seite nicht gefunden</h1>"));
    assert!(page(&build, "atom.xml").contains("xml:lang=\"de\""));
}

#[test]
fn a_site_in_arabic_is_written_from_right_to_left() {
    let sources = sources(GERMAN.replace("\"de\"", "\"ar\""));
    let build = built(&sources);
    let guide = page(&build, "gesundheit/pflege/index.html");
    // An address has one order, and a note's mark stands behind the whole amount.
    assert!(guide.contains(". <bdi>https://example.org/gesundheit/pflege/</bdi></p>"), "{guide}");
    let css = build
        .output
        .files()
        .find(|(path, _)| path.as_str().contains("/beacon.") && path.as_str().contains("css"))
        .map(|(path, _)| page(&build, path.as_str()))
        .unwrap();
    assert!(css.contains(".figure, .figure-note, td, .glance dd { unicode-bidi: isolate; }"));
    for expected in ["<html lang=\"ar\" dir=\"rtl\"", "2 نوفمبر 2026", "من 2 إلى 4 أسابيع", "في لمحة"] {
        assert!(guide.contains(expected), "{expected} is not in\n{guide}");
    }
    assert!(page(&build, "index.html").contains("دليل واحد. "));
    // The area of guides has a name without any file.
    let start = GERMAN.find("=== content/_data/areas.yaml").unwrap();
    let end = GERMAN.find("=== content/_data/sources.yaml").unwrap();
    let without = support::sources(GERMAN.replace(&GERMAN[start..end], ""));
    assert!(page(&built(&without), "gesundheit/pflege/index.html").contains("Gebiet: Vereinigte Staaten."));
}

#[test]
fn a_site_says_some_words_itself_and_a_rebuild_shows_them() {
    let with = |words: &str| sources(format!("{GERMAN}\n=== words/de.toml\n{words}"));
    let mut memory = Memory::default();
    let mut shown = |words: &str| {
        let options = Options { as_of: today(), drafts: false, base_url: None, shard: None };
        let build = build(&with(words), &options, &mut memory);
        assert!(!build.report.has_errors());
        let guide = page(&build, "gesundheit/pflege/index.html");
        let rendered = build.rendered.iter().find(|it| it.path.as_str() == "gesundheit/pflege/index.html").map(|it| it.because.clone());
        (between(&guide, "</time></li>\n<li>", "<time").to_owned(), rendered)
    };
    assert_eq!(shown("updated_on = \"Stand: {day}\"\n").0, "Stand: ");
    assert_eq!(shown("updated_on = \"Vom {day}\"\n"), ("Vom ".to_owned(), Some(Some(vec!["words/de".to_owned()]))));
    assert_eq!(shown("updated_on = \"Vom {day}\"\n"), ("Vom ".to_owned(), None));
}

#[test]
fn sentences_in_other_languages_are_not_judged() {
    let text = "
=== content/_data/sources.yaml
bls: { publisher: BLS, title: Wages, url: \"https://bls.example/\" }

=== content/_data/areas.yaml
us: { name: United States, code: US, kind: country }
uk: { name: United Kingdom, code: GB, kind: country }

=== content/a.md
---
title: A
language: en
summary: What somebody of this occupation does all day, learns and earns, with sources for all of it.
occupation: { name: A, soc: \"29-1141\" }
facts:
  jobs: { measure: jobs, value: 50, as_of: 2026, area: uk, source: bls }
---
There are [](fact:jobs) of them.
";
    let told = |text: &str| report(built(&sources(text)).report.problems(), &sources(text));
    assert!(told(text).contains("[area-mismatch]"), "{}", told(text));
    assert!(!told(&text.replace("language: en", "language: de")).contains("[area-mismatch]"));
}
