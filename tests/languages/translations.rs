//! Guides in several languages side by side: where they stand, what they take over, and what an author is told of them.

use crate::support::{built, report, sources};
use crate::{between, page};

pub(crate) const SEVERAL: &str = "
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
pub(crate) fn hash(project: &str) -> String {
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
fn a_language_begins_with_its_first_page_that_readers_see() {
    let of_section = "=== content/health/_index.de.md\n---\ntitle: Gesundheit\n---\n\n";
    let waiting = SEVERAL.replace("HASH", &hash(SEVERAL)).replace(of_section, "").replace("title: Pflegefachkraft\n", "title: Pflegefachkraft\ndraft: true\n");
    let build_of = |project: &str| built(&sources(project));
    let build = build_of(&waiting);
    assert!(!build.output.files().any(|(path, _)| path.as_str().starts_with("de/")));
    let home = page(&build, "index.html");
    assert!(!home.contains("hreflang") && !page(&build, "sitemap.xml").contains("/de/"), "{home}");
    let build = build_of(&waiting.replace("draft: true\n", "").replace("language_name = \"English\"\n", ""));
    assert!(page(&build, "de/index.html").contains("lang=\"en\" hreflang=\"en\">English</a>"), "{}", page(&build, "de/index.html"));
}

#[test]
fn a_lone_file_that_names_a_usual_language_is_told() {
    let project = "
=== site.toml
title = \"Careers\"
base_url = \"https://example.org/\"

=== content/porter.fr.md
---
title: Brancardier
---

=== content/node.js.md
---
title: Node.js
---
";
    let sources = sources(project);
    let build = built(&sources);
    let told = report(build.report.problems(), &sources);
    assert!(told.contains("[unknown-language]: `fr` is no language of this site\n  --> content/porter.fr.md:1:1") && !told.contains("`js`"), "{told}");
    let pages: Vec<&str> = build.output.files().map(|(path, _)| path.as_str()).filter(|path| path.contains("porter") || path.contains("node")).collect();
    assert_eq!(pages, ["node.js/index.html"]);
}
