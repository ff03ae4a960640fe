//! Sites in other languages than English, and in several: built from small projects, and held against what a reader finds.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail by panicking")]

mod support;

use guidepost::pipeline::{Build, Memory, Options, build};
use support::{built, report, sources, today};

/// A file of the site as text.
fn page(build: &Build, path: &str) -> String {
    let mut files = build.output.files();
    let file = files.find(|(it, _)| it.as_str() == path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(file.1.bytes.to_vec()).unwrap()
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
        let options = Options { as_of: today(), drafts: false, base_url: None };
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

const SEVERAL: &str = "
=== site.toml
title = \"Careers\"
base_url = \"https://example.org/\"
language_name = \"English\"

[languages.de]
name = \"Deutsch\"
title = \"Berufe\"

=== content/_data/sources.yaml
bls: { publisher: BLS, title: Wages, url: \"https://bls.example/\" }

=== content/health/_index.md
---
title: Health
---

=== content/health/_index.de.md
---
title: Gesundheit
---

=== content/health/nurse.md
---
title: Nurse
summary: What nurses do in a hospital, how they learn it and what they need to know for it.
occupation: { name: Nurse, soc: \"29-1141\" }
published: 2026-10-01
updated: 2026-11-02
tags: [hospital]
similar: [porter.md]
facts:
  jobs: { measure: jobs, value: 3300100, as_of: 2026, source: bls }
---
There are [](fact:jobs) of them. See [porters](porter.md).

=== content/health/porter.md
---
title: Porter
summary: What porters do in a hospital, how they learn it and how they can go on from there.
occupation: { name: Porter }
published: 2026-10-01
---
They know [nurses](nurse.md).

=== content/health/nurse.de.md
---
title: Pflegefachkraft
summary: Was Pflegefachkräfte im Krankenhaus tun, wie sie es lernen und was sie dafür wissen.
occupation: { name: Pflegefachkraft }
tags: [Krankenhaus]
translation_of: HASH
---
Es gibt [](fact:jobs). Siehe [Träger](porter.md) und den [Bereich](_index.md).
";

/// The hash that a build tells for `SEVERAL`.
fn hash(project: &str) -> String {
    let sources = sources(project);
    let told = report(built(&sources).report.problems(), &sources);
    let told = &told[told.find("content/health/nurse.de.md:6:17").unwrap_or_else(|| panic!("{told}"))..];
    between(told, "write `translation_of: ", "`").to_owned()
}

#[test]
fn a_translation_stands_below_its_language_and_leads_to_what_there_is_in_it() {
    let sources = sources(SEVERAL.replace("HASH", &hash(SEVERAL)));
    let build = built(&sources);
    let told = report(build.report.problems(), &sources);
    assert!(!build.report.has_errors() && !told.contains("translation-outdated"), "{told}");
    let german = page(&build, "de/health/nurse/index.html");
    for expected in [
        "<html lang=\"de\"",
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/health/nurse/\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/health/nurse/\">",
        "<link rel=\"alternate\" hreflang=\"de\" href=\"https://example.org/de/health/nurse/\">",
        "href=\"https://example.org/de/atom.xml\"",
        "<nav aria-label=\"Sprachen\">",
        "<a href=\"../../../health/nurse/\" lang=\"en\" hreflang=\"en\">English</a>",
        "<span aria-current=\"true\" lang=\"de\">Deutsch</span>",
        "<a href=\"../../../de/health/\">Gesundheit</a>",
        ">3.300.100</data>",
        "SOC 2018 <span class=\"code\">29-1141</span>",
        "Aktualisiert am",
        "<a href=\"../../../health/porter/\" hreflang=\"en\">Träger</a>",
        "<a href=\"../../../de/health/\">Bereich</a>",
        "<a href=\"../../../de/tags/krankenhaus/\">Krankenhaus</a>",
    ] {
        assert!(german.contains(expected), "{expected} is not in\n{german}");
    }
    assert!(!german.contains("Similar") && !german.contains("hospital") && !german.contains("seither geändert"), "{german}");
    let english = page(&build, "health/nurse/index.html");
    assert!(english.contains("<a href=\"../../de/health/nurse/\" lang=\"de\" hreflang=\"de\">Deutsch</a>"), "{english}");
    assert!(!page(&build, "health/porter/index.html").contains("hreflang"), "there is no other");
    assert!(page(&build, "de/index.html").contains("Berufe") && !page(&build, "de/a-z/index.html").contains("Porter"));
    assert!(!page(&build, "atom.xml").contains("Pflege") && page(&build, "de/atom.xml").contains("Pflege"));
    let sitemap = page(&build, "sitemap.xml");
    let entry = between(&sitemap, "<loc>https://example.org/de/health/nurse/</loc>", "</url>");
    assert_eq!(entry.matches("<xhtml:link rel=\"alternate\"").count(), 3, "{sitemap}");
}

#[test]
fn a_translation_that_fell_behind_is_told_to_the_author_and_to_readers() {
    let whole = SEVERAL.replace("HASH", &hash(SEVERAL));
    // Other figures are taken over; another text is not.
    let build = built(&sources(whole.replace("3300100", "3300200")));
    assert!(page(&build, "de/health/nurse/index.html").contains(">3.300.200</data>"));
    assert!(!build.report.problems().iter().any(|it| it.code.id() == "translation-outdated"));
    let changed = sources(whole.replace("There are [](fact:jobs) of them.", "Today there are [](fact:jobs) of them."));
    let build = built(&changed);
    let told = report(build.report.problems(), &changed);
    assert!(
        told.contains("warning[translation-outdated]: `content/health/nurse.md` has changed since it was translated\n  --> content/health/nurse.de.md:6:17"),
        "{told}"
    );
    let german = page(&build, "de/health/nurse/index.html");
    assert!(german.contains("hat sich seither geändert. <a href=\"../../../health/nurse/\" hreflang=\"en\">Den neueren Text lesen (English)</a>"), "{german}");
    assert!(!german.contains("Aktualisiert am"), "the day of the other text: {german}");
}

#[test]
fn what_a_translation_takes_over_is_judged_where_it_is_written() {
    let sources = sources(SEVERAL.replace("HASH", &hash(SEVERAL)).replace(", source: bls", ""));
    let told = report(built(&sources).report.problems(), &sources);
    assert_eq!(told.matches("[figure-unsourced]").count(), 1, "{told}");
    assert!(told.contains("[figure-unsourced]: the fact `jobs` has no source\n  --> content/health/nurse.md:"), "{told}");
}

#[test]
fn a_link_to_a_translation_that_waits_leads_to_the_original() {
    let draft = "
=== content/health/porter.de.md
---
title: Träger
summary: Was Träger im Krankenhaus tun, wie sie es lernen und was danach noch kommen kann.
draft: true
---
Sie kennen [Pflegefachkräfte](nurse.md).
";
    let project = format!("{}{draft}", SEVERAL.replace("HASH", &hash(SEVERAL)));
    let link = |project: &str| {
        let sources = sources(project);
        let build = built(&sources);
        let told = report(build.report.problems(), &sources);
        assert!(!told.contains("link-to-held-back-page") && !told.contains("page-held-back"), "{told}");
        between(&page(&build, "de/health/nurse/index.html"), "Siehe <a href=\"", "</a>").to_owned()
    };
    assert_eq!(link(&project), "../../../health/porter/\" hreflang=\"en\">Träger");
    assert_eq!(link(&project.replace("draft: true", "published: 2027-06-01")), "../../../health/porter/\" hreflang=\"en\">Träger");
    assert_eq!(link(&project.replace("draft: true\n", "")), "../../../de/health/porter/\">Träger");
}

#[test]
fn a_file_of_a_language_that_the_site_has_not_is_told_and_no_page_of_its_own() {
    let undeclared = SEVERAL.replace("[languages.de]\nname = \"Deutsch\"\ntitle = \"Berufe\"\n", "");
    let lone = "
=== content/health/midwife.de.md
---
title: Hebamme
---
";
    let told = |project: &str| {
        let sources = sources(project);
        let build = built(&sources);
        let pages: Vec<String> =
            build.output.files().map(|(path, _)| path.as_str().to_owned()).filter(|path| path.contains(".de") || path.contains(".DE")).collect();
        let of_it: Vec<_> = build.report.problems().iter().filter(|it| it.code.id() == "unknown-language").cloned().collect();
        (report(&of_it, &sources), pages)
    };
    let (of_it, pages) = told(&format!("{undeclared}{lone}"));
    assert_eq!(
        of_it,
        "warning[unknown-language]: `de` is no language of this site
  --> content/health/_index.de.md:1:1
  help: write `[languages.de]` with its `name` in site.toml if the page is a translation; else rename the file to `_index-de.md`
warning[unknown-language]: `de` is no language of this site
  --> content/health/midwife.de.md:1:1
  help: write `[languages.de]` with its `name` in site.toml if the page is a translation; else rename the file to `midwife-de.md`
warning[unknown-language]: `de` is no language of this site
  --> content/health/nurse.de.md:1:1
  help: write `[languages.de]` with its `name` in site.toml if the page is a translation; else rename the file to `nurse-de.md`
"
    );
    assert!(pages.is_empty(), "{pages:?}");
    // Dots may mean nothing.
    let (of_it, pages) = told(&format!("{undeclared}{lone}").replace("language_name = \"English\"\n", "\n[checks]\nunknown-language = \"off\"\n"));
    assert!(of_it.is_empty() && pages.contains(&"health/midwife.de/index.html".to_owned()), "{of_it} {pages:?}");
    let (of_it, pages) = told(&SEVERAL.replace("nurse.de.md", "nurse.DE.md"));
    assert_eq!(
        (of_it.as_str(), pages.len()),
        ("warning[unknown-language]: `DE` is `de` in site.toml\n  --> content/health/nurse.DE.md:1:1\n  help: rename the file to `nurse.de.md`\n", 0)
    );
    let (of_it, _) = told(&SEVERAL.replace("nurse.de.md", "nurse.en.md"));
    assert!(of_it.contains("`en` is the language of the site itself, and `content/health/nurse.md` is this page in it\n"), "{of_it}");
    let (of_it, _) = told(&SEVERAL.replace("nurse.de.md", "midwife.en.md"));
    assert!(of_it.contains("help: rename the file to `midwife.md`: translations alone name their language\n"), "{of_it}");
}

#[test]
fn a_record_that_is_no_hash_is_told_with_what_to_write() {
    let hash = hash(SEVERAL);
    let told = |record: &str| {
        let sources = sources(SEVERAL.replace("HASH", record));
        let build = built(&sources);
        let of_it: Vec<_> =
            build.report.problems().iter().filter(|it| it.span.file.as_str().ends_with("nurse.de.md") && it.code.id() != "no-author").cloned().collect();
        report(&of_it, &sources)
    };
    assert_eq!(told(&hash.to_uppercase()), "");
    let expected = |written: &str| {
        format!(
            "error[invalid-value]: `{written}` is not the hash of a text\n  --> content/health/nurse.de.md:6:17\n  help: if it is of the text as it stands now, write `translation_of: {hash}`\n"
        )
    };
    for record in ["nurse.md", "abc", "a011d93beffc0", "x11d93beffca"] {
        assert_eq!(told(record), expected(record));
    }
    // Digits alone are no number.
    for record in ["012345678901", "123456789e12"] {
        assert!(told(record).starts_with("warning[translation-outdated]"), "{}", told(record));
    }
    let sources =
        sources(SEVERAL.replace("HASH", &hash).replace("published: 2026-10-01\nupdated", "translation_of: a011d93beffc\npublished: 2026-10-01\nupdated"));
    let told = report(built(&sources).report.problems(), &sources);
    assert!(
        told.contains(
            "error[invalid-value]: this page is no translation: the name of its file says no language\n  --> content/health/nurse.md:5:17\n  \
             help: take the line out, or name the file after its language, such as `nurse.de.md`\n"
        ),
        "{told}"
    );
}

#[test]
fn the_language_of_a_translation_is_what_its_name_says() {
    let project = SEVERAL.replace("HASH", &hash(SEVERAL));
    let told = |language: &str| {
        let sources = sources(project.replace("title: Pflegefachkraft", &format!("title: Pflegefachkraft\nlanguage: {language}")));
        let build = built(&sources);
        let of_it: Vec<_> = build.report.problems().iter().filter(|it| it.code.id() == "invalid-value").cloned().collect();
        report(&of_it, &sources)
    };
    assert_eq!(told("DE"), "");
    assert_eq!(
        told("fr"),
        "error[invalid-value]: `language` says `fr`, and the name of the file says `de`\n  --> content/health/nurse.de.md:3:11\n  \
         help: take the line out, or rename the file: a translation is in the language that its name says\n"
    );
}

#[test]
fn what_is_wrong_with_an_original_is_told_there_alone() {
    let project = SEVERAL.replace("HASH", &hash(SEVERAL));
    for (written, fault, code) in [
        ("source: bls }\n---", "source: nobody }\n---", "unknown-id"),
        ("similar: [porter.md]", "similar: [potter.md]", "page-missing"),
        ("updated: 2026-11-02", "authors: [nobody]", "unknown-id"),
        ("updated: 2026-11-02", "reviewed: { by: nobody, on: 2026-01-01 }", "unknown-id"),
        ("updated: 2026-11-02", "area: nowhere", "unknown-id"),
        ("updated: 2026-11-02", "updated: 2027-11-02", "date-in-future"),
        ("similar: [porter.md]", "education: { entry: bachelor, source: nobody }", "unknown-id"),
        ("similar: [porter.md]", "credentials: [{ name: A, kind: licence }]", "licence-without-jurisdiction"),
        ("similar: [porter.md]", "resources: [nothing]", "unknown-id"),
        ("similar: [porter.md]", "resources: [{ title: A, kind: book, url: \"http://a.example/\" }]", "insecure-link"),
        ("as_of: 2026, source", "as_of: 2001, source", "figure-stale"),
        ("as_of: 2026, source", "source", "figure-undated"),
    ] {
        assert!(project.contains(written), "{written}");
        let sources = sources(project.replace(written, fault));
        let told = report(built(&sources).report.problems(), &sources);
        let places: Vec<&str> = told.split(&format!("[{code}]: ")).skip(1).map(|it| between(it, "--> ", ":")).collect();
        assert_eq!(places, ["content/health/nurse.md"], "{fault}\n{told}");
    }
}

#[test]
fn pages_that_nobody_wrote_lead_to_themselves_in_other_languages() {
    let people = "
=== content/_data/people.yaml
ana: { name: Ana Lima }
";
    let project = format!("{}{people}", SEVERAL.replace("HASH", &hash(SEVERAL)).replace("[languages.de]", "authors = [\"ana\"]\n\n[languages.de]"));
    let build = built(&sources(&project));
    let sitemap = page(&build, "sitemap.xml");
    let spoken = |path: &str| {
        let address = path.trim_end_matches("index.html");
        let (english, german) = (address.to_owned(), format!("de/{address}"));
        for path in [path.to_owned(), format!("de/{path}")] {
            let html = page(&build, &path);
            for (tag, address) in [("en", &english), ("x-default", &english), ("de", &german)] {
                let link = format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"https://example.org/{address}\">");
                assert!(html.contains(&link), "{path}: {link}\n{html}");
            }
            assert!(html.contains("lang=\"de\">Deutsch</span>") || html.contains("hreflang=\"de\">Deutsch</a>"), "{path}: {html}");
        }
        for address in [&english, &german] {
            let entry = between(&sitemap, &format!("<loc>https://example.org/{address}</loc>"), "</url>");
            assert_eq!(entry.matches("<xhtml:link").count(), 3, "{address}: {entry}");
        }
    };
    for path in ["index.html", "a-z/index.html", "sources/index.html", "figures/index.html", "tags/index.html", "authors/ana/index.html", "health/index.html"] {
        spoken(path);
    }
    // A tag that the other language has not stands alone.
    assert!(!page(&build, "tags/hospital/index.html").contains("hreflang"));
    assert!(between(&sitemap, "/tags/hospital/</loc>", "</url>").matches("<xhtml:link").count() == 0);
    assert!(!page(&build, "404.html").contains("hreflang"));
    let german = page(&build, "de/404.html");
    assert!(german.contains("<html lang=\"de\"") && german.contains("<h1>Seite nicht gefunden</h1>") && german.contains("href=\"/de/\""), "{german}");
    assert!(german.contains("noindex") && !german.contains("hreflang") && !sitemap.contains("404"), "{german}");
}

#[test]
fn what_is_english_is_not_left_on_german_pages() {
    let settings = "[job_search]
provider = \"Jobs\"
action = \"https://jobs.example/\"
what = { label = \"Occupation\", name = \"q\" }
where = { label = \"Place\", name = \"l\" }

[languages.de]
affiliate_disclosure = \"Wir verdienen mit.\"
job_search = { provider = \"Stellen\", what = { label = \"Beruf\" }, where = { label = \"Ort\" } }
";
    let data = "
=== content/_data/areas.yaml
us: { name: United States, code: US, kind: country }

=== content/_data/areas.de.yaml
us: { name: Vereinigte Staaten }

=== content/_data/resources.yaml
board: { title: Board, kind: government, url: \"https://board.example/\", about: It grants the licence. }
union: { title: Union, kind: association, url: \"https://union.example/\", about: It speaks for nurses., affiliate: true }

=== content/_data/resources.de.yaml
board: { about: Erteilt die Zulassung. }
";
    let project = SEVERAL
        .replace("HASH", &hash(SEVERAL))
        .replace("[languages.de]\n", settings)
        .replace("title: Wages, url", "title: Wages, period: 2026-05, url")
        .replace(
            "similar: [porter.md]",
            "education: { entry: bachelor, field: nursing, note: Hospitals ask for more. }\ncredentials: [{ name: NCLEX, kind: certification, note: Every two years. }]\nresources: [board, \
             union]\ndisclosures: [affiliate]",
        )
        .replace("Siehe [Träger]", "\n\n```{job-search}\n```\n\nSiehe [Träger]");
    let sources_of = sources(format!("{project}{data}"));
    let build = built(&sources_of);
    let told = report(build.report.problems(), &sources_of);
    assert!(!build.report.has_errors() && !told.contains("unknown"), "{told}");
    let german = page(&build, "de/health/nurse/index.html");
    for expected in [
        "Vereinigte Staaten",
        "(Zahlen für Mai 2026)",
        "Erteilt die Zulassung.",
        "NCLEX",
        ">Beruf</label>",
        ">Ort</label>",
        "Stellen",
        "name=\"q\"",
        "Wir verdienen mit.",
        "jobs.example",
    ] {
        assert!(german.contains(expected), "{expected} is not in\n{german}");
    }
    for english in ["United States", "Hospitals", "Every two", "grants", "speaks for", ">nursing", "2026-05)"] {
        assert!(!german.contains(english), "{english} is in\n{german}");
    }
    let english = page(&build, "health/nurse/index.html");
    for expected in ["United States", "(figures for May 2026)", "It grants the licence.", "Every two years.", "Hospitals ask for more."] {
        assert!(english.contains(expected), "{expected} is not in\n{english}");
    }
    assert!(page(&build, "de/sources/index.html").contains("2026") && page(&build, "de/figures/index.html").contains("Vereinigte Staaten"));
    // Ids are those of the file beside it, and the language one of the site.
    let wrong =
        sources(format!("{project}{data}").replace("us: { name: Vereinigte", "eu: { name: Vereinigte").replace("resources.de.yaml", "resources.fr.yaml"));
    let told = report(built(&wrong).report.problems(), &wrong);
    assert!(told.contains("[unknown-id]: no area is called `eu`\n  --> content/_data/areas.de.yaml:1:1"), "{told}");
    assert!(told.contains("[unknown-data-file]: no data file is called `resources.fr.yaml`, so it is not read"), "{told}");
}

#[test]
fn links_in_answers_and_calls_of_a_translation_lead_where_those_of_its_text_do() {
    let project = SEVERAL.replace("HASH", &hash(SEVERAL)).replace(
        "tags: [Krankenhaus]",
        "faq: [{ q: Wer?, a: \"[Träger](porter.md), [Bereich](_index.md).\" }]\ncta: { text: Lies, label: Bereich, url: _index.md }",
    );
    let sources = sources(&project);
    let build = built(&sources);
    assert!(!build.report.has_errors(), "{}", report(build.report.problems(), &sources));
    let german = page(&build, "de/health/nurse/index.html");
    let answer = between(&german, "<a href=\"../../../health/porter/\" hreflang=\"en\">Träger</a>, ", "</p>");
    assert_eq!(answer, "<a href=\"../../../de/health/\">Bereich</a>.");
    assert_eq!(
        german.matches("<a href=\"../../../de/health/\"").count(),
        german.matches(">Bereich</a>").count() + german.matches(">Gesundheit</a>").count(),
        "{german}"
    );
}

#[test]
fn the_menus_of_every_language_are_checked() {
    let project =
        SEVERAL.replace("HASH", &hash(SEVERAL)).replace("title = \"Berufe\"", "title = \"Berufe\"\nmenu = [{ label = \"Fort\", url = \"/de/nowhere/\" }]");
    let sources = sources(&project);
    let told = report(built(&sources).report.problems(), &sources);
    assert!(told.contains("`/de/nowhere/`") && told.contains("--> site.toml:8:"), "{told}");
}
