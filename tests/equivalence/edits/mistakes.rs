//! Mistakes, one or more for each problem that Guidepost tells. The next steps often repair them.

use crate::edits::{Edit, edit};
use crate::project::Project;
use crate::random::Random;
use crate::text::{parts, with_key};

/// What is put at the end of a text, where it is wrong in that way.
const BODIES: &[(&str, &str)] = &[
    ("control-character", "A bell: \u{7} rings."),
    ("link-form", "[a](nurse), [b](nurse.md?x=1)"),
    ("link-to-missing-page", "[a](nobody.md), [b](health/nurse.md#pay)"),
    ("link-to-missing-address", "[a](/nowhere/) and [b](/tags/none/)"),
    ("missing-anchor", "[a](#nowhere)"),
    ("missing-file", "![A mark](gone.png) and [a form](form.pdf)"),
    ("insecure-link", "[a](http://example.org/)"),
    ("unsafe-address", "[a](javascript:alert(1)) [b](data:text/html,x)"),
    ("undefined-reference", "[a][nowhere]"),
    ("image-without-alternative", "![](/images/badge.png)"),
    ("remote-image", "![a](https://example.org/a.png)"),
    ("title-in-body", "# Title"),
    ("heading-jump", "## One\n\n#### Three"),
    ("heading-inside", "- A list\n\n  ## Inside"),
    ("empty-heading", "##"),
    ("heading-attribute", "## Coloured {colour=red}"),
    ("heading-without-space", "##Pay"),
    ("heading-repeats-parent", "## Alike\n\n### Alike\n\nText."),
    ("heading-colon", "## Colon:\n\nText."),
    ("pseudo-heading", "**Like a heading:**\n\n- Item"),
    ("section-number", "## 1. First\n\nText.\n\n## 3. Third\n\nText."),
    ("unknown-alert", "> [!NOTICE]\n> Look."),
    ("duplicate-id", "## One {#twice}\n\n## Two {#twice}"),
    ("unknown-section-kind", "## Kind {.kind-dutys}"),
    ("footnote-undefined", "Text.[^gone]"),
    ("footnote-duplicate", "Text.[^d]\n\n[^d]: One.\n\n[^d]: Two."),
    ("footnote-unused", "Text.\n\n[^unused]: Nobody."),
    ("raw-html", "<script>alert(1)</script>"),
    ("raw-html-unbalanced", "A <mark>word."),
    ("ragged-row", "| A | B |\n|---|---|\n| a | b | c |\n\nTable: Ragged"),
    ("table-without-header", "| Ohio | 1 |\n| Utah | 2 |"),
    ("table-without-caption", "| A |\n|---|\n| b |"),
    ("table-without-source", "| A | B |\n|---|--:|\n| b | $1 |\n| c | $2 |\n\nTable: Figures"),
    ("table-without-unit", "| State | Pay |\n|---|--:|\n| Ohio | 1 |\n\nTable: Pay by state {source=bls}"),
    ("column-without-heading", "| | |\n|---|--:|\n| Pay | $1 |\n\nTable: Pay {source=bls}"),
    ("table-order", "| State | Pay |\n|---|--:|\n| Ohio | 2 |\n| Utah | 3 |\n| Iowa | 1 |\n\nTable: The best-paid states {source=bls unit=\"USD per year\"}"),
    ("figure-unbound", "Half earn more than $45,780 a year, and 4 percent more are needed."),
    ("section-order", "## Pay {.kind-pay}\n\nA.\n\n## More pay {.kind-pay}\n\nB."),
    ("claim-quantifier", "Most employers ask for it."),
    ("caption-without-table", "Table: Alone"),
    ("caption-attribute", "| A |\n|---|\n| b |\n\nTable: Pay {sorce=bls}"),
    ("unknown-id", "| A |\n|---|\n| b |\n\nTable: Pay {source=nobody}"),
    ("unknown-block", "```{shift}\nweeks: 1\n```"),
    ("block-indented", "- List\n\n  ```{steps}\n  items: []\n  ```"),
    ("block-unclosed", "```{faq}\nitems:\n  - { q: Why?, a: Because. }"),
    ("not-in-short-text", "```{figure}\nsrc: /images/badge.png\nalt: A\ncaption: |\n  # Big\n```"),
    ("missing-field", "```{figure}\nsrc: /images/badge.png\n```"),
    ("unknown-key", "```{steps}\nitem: []\n```"),
    ("yaml-syntax", "```{steps}\nitems: [\n```"),
    ("invalid-value", "```{data-table}\nfile: _data/pay.csv\ncaption: Pay\nlimit: 0\n```"),
    ("data-file-missing", "```{data-table}\nfile: _data/gone.csv\ncaption: Gone\n```"),
    ("unknown-column", "```{data-table}\nfile: _data/pay.csv\ncaption: Pay\nunit: USD\nsort: -Wages\n```"),
    ("not-an-image", "![Notes](/notes.png)"),
];

/// Keys of the front matter with a value that is wrong in that way.
const KEYS: &[(&str, &str, &str)] = &[
    ("yaml-syntax", "title", "\"Unclosed"),
    ("yaml-syntax", "tags", "[a"),
    ("unknown-key", "colour", "red"),
    ("missing-field", "occupation", "{ soc: \"29-1141\" }"),
    ("invalid-value", "draft", "maybe"),
    ("invalid-value", "updated", "2026-02-30"),
    ("unquoted-code", "occupation", "{ name: Nurse, codes: { isco-08: 2221 } }"),
    ("occupation-identity", "occupation", "{ name: Nurse, soc: \"29-2071\" }"),
    ("remark-in-text", "title", "Guide #1 of all"),
    ("summary-length", "summary", "Short."),
    ("year-in-title", "title", "Nurse in 2019"),
    ("date-in-future", "updated", "2029-01-01"),
    ("days-out-of-order", "updated", "2020-01-01"),
    ("published-far-ahead", "published", "2031-01-01"),
    ("alias-unusable", "aliases", "[/con/]"),
    ("alias-taken", "aliases", "[/about/, /health/nurse/]"),
    ("page-missing", "similar", "[nobody.md]"),
    ("page-held-back", "similar", "[/content/x.md]"),
    ("resource-twice", "resources", "[society, society]"),
    ("resource-conflict", "resources", "[{ title: Nobody, kind: association, url: \"https://society.example.org/\", about: So. }]"),
    ("book-editions", "resources", "[{ title: The Handbook, kind: book, edition: 1st, about: Thin. }]"),
    ("resource-without-address", "resources", "[{ title: Nameless, kind: tool, about: So. }]"),
    ("resource-without-description", "resources", "[{ title: Silent, kind: tool, url: \"https://example.org/silent\" }]"),
    ("licence-without-jurisdiction", "credentials", "[{ name: Licence, kind: licence }]"),
    ("affiliate-undisclosed", "cta", "{ text: Buy., label: Now, url: \"https://example.org/buy\", kind: sponsored }"),
    ("disclosure-without-cause", "disclosures", "[sponsored]"),
    ("tag-spelling", "tags", "[Night Work, OUTDOORS]"),
    ("second-resources-page", "template", "resources"),
    ("insecure-link", "cta", "{ text: Go., label: Go, url: \"http://example.org/\" }"),
    ("unsafe-address", "cta", "{ text: Go., label: Go, url: \"javascript:x\" }"),
];

/// Facts, and a text that says something wrong of them or is silent about it.
const FIGURES: &[(&str, &str, &str)] = &[
    ("mean-median-mixed", "{ pay: { measure: pay, value: 31000, as_of: 2026-05, source: bls } }", "The average is [](fact:pay) a year."),
    (
        "population-mixed",
        "{ pay: { measure: pay, value: 31000, as_of: 2026-05, source: bls }, told: { measure: pay, value: 29000, as_of: 2026-05, quality: self-reported, source: census } }",
        "Half earn [](fact:pay) or [](fact:told).",
    ),
    ("area-mismatch", "{ british: { measure: pay, value: 24000, as_of: 2026-05, area: uk, source: bls } }", "Half earn [](fact:british)."),
    ("topcode-as-exact", "{ pay: { measure: pay, value: 239200, as_of: 2024-05, source: bls } }", "The best earn [](fact:pay)."),
    ("mark-as-number", "{ pay: { measure: pay, value: 0, as_of: 2026-05, source: bls } }", "Half earn [](fact:pay)."),
    (
        "invented-conversion",
        "{ hour: { measure: pay, per: hour, value: 23.33, as_of: 2026-05, source: bls }, year: { measure: pay, value: 48526, as_of: 2026-05, source: bls, quality: derived } }",
        "They earn [](fact:year).",
    ),
    (
        "nominal-trend",
        "{ pay: { measure: pay, value: 31000, as_of: 2026-05, source: bls }, then: { measure: pay, value: 29000, as_of: 2025-06, source: bls } }",
        "It was [](fact:then) and is [](fact:pay).",
    ),
];

/// Files that are wrong where they are.
const FILES: &[(&str, &str, &str)] = &[
    ("active-file", "content/tool.html", "<script>alert(1)</script>\n"),
    ("active-svg", "content/active.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>\n"),
    ("active-svg in static", "static/active.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>\n"),
    ("unknown-data-file", "content/_data/peple.yaml", "ana: { name: Ana }\n"),
    ("unpublishable-name", "content/con.md", "---\ntitle: Con\n---\n"),
    ("unpublishable-name of a file", "content/a:b.png", "x\n"),
    ("duplicate-output", "static/about/index.html", "<p>Mine</p>\n"),
    ("file-and-folder", "static/about", "A file.\n"),
    ("address-taken", "content/about/index.md", "---\ntitle: About, too\n---\nText.\n"),
    ("index-for-section", "content/health/index.md", "---\ntitle: Health\ntemplate: page\n---\nText.\n"),
    ("index-for-section of the site", "content/index.md", "---\ntitle: Home\n---\nText.\n"),
    ("theme-file", "static/con.txt", "x\n"),
    ("override-outdated", "templates/tag.html", "{# copied from beacon: 0123456789abcdef -#}\n{% extends \"beacon/tag.html\" %}\n"),
    ("theme-words", "words/en.toml", "tags = \"Labels\"\nabout_tag = \"Guides {tgg}\"\n"),
    ("unknown-word", "words/de.toml", "hom = \"Start\"\n"),
    ("unused-template", "templates/giude.html", "<p></p>\n"),
    ("template-missing", "templates/plain.html", "{% include \"cart.html\" %}\n"),
    ("template-name", "templates/plain.html", "<h1>{{ page.titel }}</h1>\n"),
    ("template-syntax", "templates/plain.html", "<h1>{{ page.title }</h1>\n"),
    ("template-unescaped", "templates/plain.html", "{{ plain.body_html | safe }}\n"),
    ("render-failed", "templates/plain.html", "{{ page.title + 1 }}\n"),
    ("render-failed sometimes", "templates/plain.html", "{{ 1 / (page.title | length - 5) }}\n"),
    ("theme-missing", "themes/yard/theme.toml", "name = \"yard\"\nextends = \"yard\"\n"),
    ("settings of a theme", "themes/yard/theme.toml", "name = \"yard\nextends = \"beacon\"\n"),
    ("csv-shape", "content/_data/pay.csv", "Place,Pay\n\"Town,1\n"),
    ("csv-shape of an empty file", "content/_data/jobs.csv", ""),
    ("mixed-column", "content/_data/jobs.csv", "Place,Pay\nOne,1200\nTwo,\"1.234,5\"\nThree,900\n"),
    ("not-an-image", "static/notes.png", "Text.\n"),
    ("not-an-image beside a page", "content/health/scales.png", "Text.\n"),
    ("yaml-syntax of data", "content/_data/people.yaml", "ana: { name: \"Ana }\n"),
    (
        "attribution-missing",
        "content/_data/sources.yaml",
        "bls: { publisher: A, title: B, licence: CC BY-SA 4.0 }\ncensus: { publisher: C, title: D, licence: cc-by-nc-4.0 }\n",
    ),
    ("unknown-key of data", "content/_data/sources.yaml", "bls: { publisher: A, title: B, colour: red }\n"),
    ("duplicate-key of data", "content/_data/areas.yaml", "us: { name: A }\nus: { name: B }\n"),
    ("file in a page's place", "content/health/nurse/index.html.md", "---\ntitle: X\n---\n"),
];

pub(super) fn all() -> Vec<Edit> {
    let bodies = BODIES.iter().map(|(code, text)| {
        edit(format!("mistake: {code} in a text"), move |project, random| {
            let path = random.one(&project.pages())?.clone();
            let old = project.text(&path)?;
            parts(&old)?;
            project.write(&path, format!("{}\n\n{text}\n", old.trim_end()));
            Some(path)
        })
    });
    let figures = FIGURES.iter().map(|(code, facts, text)| {
        edit(format!("mistake: {code} of figures"), move |project, random| {
            let path = random.one(&project.guides())?.clone();
            let old = project.text(&path)?;
            parts(&old)?;
            let new = with_key(&format!("{}\n\n{text}\n", old.trim_end()), "facts", Some(facts))?;
            project.write(&path, new);
            Some(path)
        })
    });
    let keys = KEYS.iter().map(|(code, key, value)| {
        edit(format!("mistake: {code} of {key}"), move |project, random| {
            let path = random.one(&project.guides())?.clone();
            let text = with_key(&project.text(&path)?, key, Some(value))?;
            project.write(&path, text);
            Some(path)
        })
    });
    let files = FILES.iter().map(|(code, path, text)| {
        edit(format!("mistake: {code}"), move |project, _| {
            // A theme that nobody takes shows nothing.
            if path.starts_with("themes/") && !project.has(path) {
                return None;
            }
            project.write(path, text);
            Some((*path).to_owned())
        })
    });
    let texts = [
        whole("not UTF-8", |text, random| {
            let mut bytes = text.as_bytes().to_vec();
            bytes.insert(random.below(bytes.len()), 0xE9);
            Some(bytes)
        }),
        whole("no front matter", |text, _| Some(parts(text)?.1.into_bytes())),
        whole("front matter that is not closed", |text, _| Some(text.replacen("\n---\n", "\n\n", 1).into_bytes())),
        whole("a tab", |text, _| Some(text.replacen("\ntitle: ", "\ntitle:\n\t", 1).into_bytes())),
        whole("a key twice", |text, _| Some(text.replacen("---\n", "---\ntitle: Twice\n", 1).into_bytes())),
        whole("no title", |text, _| with_key(text, "title", None).map(String::into_bytes)),
        whole("no days", |text, _| with_key(&with_key(text, "published", None)?, "updated", None).map(String::into_bytes)),
        whole("front matter that is too large", |text, _| with_key(text, "extra", Some(&format!("{{ x: {} }}", "y".repeat(70_000)))).map(String::into_bytes)),
        whole("nested too deep", |text, _| Some(format!("{text}\n{} deep\n", ">".repeat(120)).into_bytes())),
        whole("the same questions twice", |text, _| {
            let text = with_key(text, "faq", Some("[{ q: What?, a: That. }]"))?;
            Some(format!("{text}\n```{{faq}}\n```\n\n```{{faq}}\n```\n").into_bytes())
        }),
        whole("an empty file", |_, _| Some(Vec::new())),
        whole("half of it", |text, random| Some(text.as_bytes()[..random.below(text.len())].to_vec())),
    ];
    let others = [
        edit("mistake: data that is not UTF-8", |project, random| {
            let path = random.one(&project.paths(|path| path.contains("_data/") || path.ends_with(".csv")))?.clone();
            project.write(&path, b"Place,Caf\xE9\nOne,1\n");
            Some(path)
        }),
        edit("mistake: settings that are not UTF-8", |project, _| {
            project.write("site.toml", b"title = \"Caf\xE9\"\n");
            Some(String::new())
        }),
        edit("mistake: a template that is not UTF-8", |project, random| {
            let path = random.one(&project.paths(|path| path.contains("templates/")))?.clone();
            project.write(&path, b"Caf\xE9 {{ page.title }}\n");
            Some(path)
        }),
        edit("mistake: a link to a page that is held back", |project, random| {
            let held_back: Vec<String> =
                project.guides().into_iter().filter(|path| project.text(path).is_some_and(|it| it.contains("\ndraft: true"))).collect();
            let (to, from) = (random.one(&held_back)?.clone(), random.one(&project.guides())?.clone());
            let link = crate::text::relative(&from, &to);
            let text = project.text(&from)?;
            let text = if random.chance(50) { with_key(&text, "similar", Some(&format!("[{link}]")))? } else { format!("{text}\n[Soon]({link}#pay).\n") };
            project.write(&from, text);
            Some(format!("{from} to {to}"))
        }),
        edit("mistake: a column that is sorted and mixed", |project, random| {
            project.write("content/_data/mixed.csv", "Place,Pay\nOne,1200\nTwo,\"1.234,5\"\nThree,900\n");
            let path = random.one(&project.pages())?.clone();
            let text = project.text(&path)?;
            project.write(&path, format!("{text}\n```{{data-table}}\nfile: _data/mixed.csv\ncaption: Mixed\nunit: USD\nsort: -Pay\n```\n"));
            Some(path)
        }),
        edit("mistake: themes in a circle", |project, _| {
            project.write("themes/yard/theme.toml", "name = \"yard\"\nextends = \"lane\"\n");
            project.write("themes/lane/theme.toml", "name = \"lane\"\nextends = \"yard\"\n");
            project.set("", "theme", Some("\"yard\""));
            Some(String::new())
        }),
    ];
    bodies.chain(figures).chain(keys).chain(files).chain(texts).chain(others).collect()
}

/// A mistake in a page as a whole.
fn whole(name: &'static str, change: fn(&str, &mut Random) -> Option<Vec<u8>>) -> Edit {
    edit(format!("mistake: {name}"), move |project: &mut Project, random: &mut Random| {
        let path = random.one(&project.pages())?.clone();
        let text = project.text(&path).filter(|text| !text.is_empty())?;
        project.write(&path, change(&text, random)?);
        Some(path)
    })
}
