//! What readers find on the pages of each language: ways to the others, their words and no others, links that lead on.

use crate::GERMAN;
use crate::support::{built, report, sources};
use crate::translations::{SEVERAL, hash};
use crate::{between, page};

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

#[test]
fn numbers_of_tables_are_read_as_the_language_writes_them() {
    let table = "\n| Land | Lohn | Anteil |\n| --- | --- | --- |\n| Eins | 12.500 | 3,5 % |\n| Zwei | 980 | 12,1 % |\n\nTable: Lohn {#lohn unit=\"Euro\"}\n";
    let build = built(&sources(format!("{GERMAN}{table}")));
    let german = page(&build, "gesundheit/pflege/index.html");
    for expected in ["<td class=\"numeric\" data-number=\"12500\">12.500</td>", "<td class=\"numeric\" data-number=\"3.5\">3,5 %</td>"] {
        assert!(german.contains(expected), "{expected} is not in\n{german}");
    }
    assert!(page(&build, "gesundheit/pflege/lohn.json").contains("\"value\":\"12500\""), "{}", page(&build, "gesundheit/pflege/lohn.json"));
}
