//! A project of some sixty guides, all in memory, with everything in it that authors, publishers and makers of themes can write.

use std::collections::BTreeSet;
use std::sync::Arc;

use guidepost::pipeline::Options;
use guidepost::problem::Code;
use guidepost::source::{SourcePath, Sources};

use crate::datasets;
use crate::guides;
use crate::image::{png, svg};
use crate::random::Random;

/// What a build is made of, and what it was made of before.
pub(crate) struct Project {
    pub(crate) sources: Sources,
    pub(crate) options: Options,
    /// The states that were built, the last one at the end.
    pub(crate) past: Vec<Past>,
}

/// A state that was built.
#[derive(Clone)]
pub(crate) struct Past {
    pub(crate) sources: Sources,
    pub(crate) options: Options,
    pub(crate) has_errors: bool,
    /// The problems that were told of it.
    pub(crate) told: BTreeSet<Code>,
}

impl Project {
    /// The project that the script `seed` begins with.
    pub(crate) fn new(seed: u64) -> Self {
        let options = Options { as_of: "2026-11-23".parse().unwrap(), drafts: false, base_url: None, shard: None };
        let mut project = Self { sources: Sources::default(), options, past: Vec::new() };
        let mut random = Random::of_step(seed, u64::MAX);
        project.write_guides(&mut random);
        datasets::write(&mut project);
        let rows: String = (1..=150).map(|number| format!("Step {number},{}\n", number * 7)).collect();
        project.write("content/_data/long.csv", format!("Step,Times\n{rows}"));
        for (path, text) in TEXTS {
            project.write(path, text.trim_start_matches('\n'));
        }
        for (path, bytes) in
            [("content/health/scales.png", png(40, 30)), ("static/images/badge.png", png(16, 16)), ("static/images/logo.svg", svg(80, 20, "Logo"))]
        {
            project.write(path, bytes);
        }
        match random.below(4) {
            0 | 1 => project.use_own_theme(),
            2 => project.write("templates/plain.html", OWN_TEMPLATE),
            _ => {}
        }
        project
    }

    fn write_guides(&mut self, random: &mut Random) {
        let places = guides::places();
        let paths: Vec<String> = places.iter().map(|(path, _)| path.clone()).collect();
        // No links to the one that waits, nor to the drafts: a first build has no warnings about them.
        let shown: Vec<String> = paths.iter().enumerate().filter(|(at, _)| at % 29 != 5 && *at != WAITS).map(|(_, path)| path.clone()).collect();
        for (at, (path, name)) in places.iter().enumerate() {
            let mut text = guides::text(path, name, &shown, at, random);
            if at == WAITS {
                text = crate::text::with_key(&text, "published", Some("2026-12-24")).and_then(|it| crate::text::with_key(&it, "updated", None)).unwrap();
            }
            self.write(path, text);
            if let Some(folder) = path.strip_suffix("/index.md") {
                self.write(&format!("{folder}/photo.png"), png(20 + u16::try_from(at).unwrap(), 20));
                self.write(&format!("{folder}/plan.svg"), svg(30, 30, name));
                self.write(&format!("{folder}/pay.csv"), format!("Place,Pay,Jobs\nYards,{at}1000,12\nHalls,{at}2000,n/a\nRoads,{at}1500,7\n"));
            }
        }
        for (folder, title, _) in guides::SECTIONS.iter().filter(|(_, title, _)| !title.is_empty()) {
            let order = if title.len() % 2 == 0 { format!("order: {}\n", title.len()) } else { String::new() };
            let summary = format!("Guides to work in this field, {title}, with what each of them takes and pays.");
            self.write(&format!("{folder}/_index.md"), format!("---\ntitle: {title}\nsummary: {summary}\n{order}---\nWhat these have in common.\n"));
        }
    }

    /// Takes a theme of the project's own, which extends the built-in one.
    pub(crate) fn use_own_theme(&mut self) {
        for (path, text) in OWN_THEME {
            self.write(path, text.trim_start_matches('\n'));
        }
        self.set("", "theme", Some("\"yard\""));
        self.set("params", "tone", Some("\"plum\""));
        // The theme's own default is to show.
        self.set("params", "palette", None);
    }

    pub(crate) fn write(&mut self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = SourcePath::new(path).unwrap();
        self.sources.unusable.retain(|it| it.path != path);
        self.sources.files.insert(path, bytes.as_ref().into());
    }

    pub(crate) fn remove(&mut self, path: &str) -> Option<Arc<[u8]>> {
        self.sources.files.remove(&SourcePath::new(path)?)
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        SourcePath::new(path).is_some_and(|path| self.sources.files.contains_key(&path))
    }

    /// The text of a file; `None` if there is none, or if it is not UTF-8.
    pub(crate) fn text(&self, path: &str) -> Option<String> {
        String::from_utf8(self.sources.get(&SourcePath::new(path)?)?.to_vec()).ok()
    }

    /// Changes a setting of `site.toml`, if there is one.
    pub(crate) fn set(&mut self, table: &str, key: &str, value: Option<&str>) -> bool {
        let Some(text) = self.text("site.toml") else { return false };
        let changed = crate::text::with_setting(&text, table, key, value);
        self.write("site.toml", &changed);
        changed != text
    }

    /// The paths of the files that `is_meant`.
    pub(crate) fn paths(&self, is_meant: impl Fn(&str) -> bool) -> Vec<String> {
        self.sources.files.keys().map(|path| path.as_str().to_owned()).filter(|path| is_meant(path)).collect()
    }

    /// The paths of all pages.
    pub(crate) fn pages(&self) -> Vec<String> {
        self.paths(|path| path.starts_with("content/") && path.ends_with(".md"))
    }

    /// The paths of pages about an occupation.
    pub(crate) fn guides(&self) -> Vec<String> {
        let mut pages = self.pages();
        pages.retain(|path| self.text(path).is_some_and(|text| text.contains("\noccupation:")));
        pages
    }

    /// Every folder below and with `content/` that holds something.
    pub(crate) fn folders(&self) -> Vec<String> {
        let mut folders: Vec<String> = self
            .paths(|path| path.starts_with("content/"))
            .iter()
            .flat_map(|path| path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect::<Vec<_>>())
            .collect();
        folders.sort();
        folders.dedup();
        folders
    }
}

/// Which guide waits for its day of publication.
const WAITS: usize = 30;

const TEXTS: &[(&str, &str)] = &[
    (
        "site.toml",
        r#"
title = "Trades and Callings"
description = "Guides to working lives, written by nobody to be changed by chance."
base_url = "https://example.org/guides/"
authors = ["staff"]
review_every = "P12M"
disclaimer = "Ask before you pay."
menu = [{ label = "Health", url = "/health/" }, { label = "A–Z", url = "/a-z/" }, { label = "Resources", url = "/resources/" }]
footer = [{ label = "About", url = "/about/" }, { label = "Source", url = "https://example.org/source" }, { label = "Soon", url = "/soon/" }]

[publisher]
name = "The Press"
url = "https://press.example.org/"
logo = "/images/logo.svg"

[job_search]
provider = "Jobs"
action = "https://jobs.example.org/search"
what = { label = "Which job", name = "q" }

[params]
palette = "pine"

[sections]
numbered = true

[html]
allow = ["output"]

[checks]
no-author = "off"
link-to-missing-address = "note"

[feed]
entries = 12

[limits]
page_kib = 64
"#,
    ),
    (
        "content/_index.md",
        "---\ntitle: Trades and Callings\nsummary: Guides to working lives, written by nobody, to be changed by nobody but chance.\n---\nSee [about](about.md) and [nurses](health/nurse.md#pay).\n",
    ),
    (
        "content/about.md",
        "---\ntitle: About\nupdated: 2026-03-01\n---\n## Who\n\nNobody; see [methods](methods.md) and [all tags](/tags/).\n\n## Why\n\n![Scales](health/scales.png)\n\n## How:\n\nSo.\n",
    ),
    (
        "content/methods.md",
        "---\ntitle: Methods\naliases: [/how/]\n---\nBy <output>chance</output>.\n\n| Step | Times |\n|---|---:|\n| One | 3 |\n\nTable: Steps {source=census}\n\n```{data-table}\nfile: _data/long.csv\ncaption: Many\nunit: steps\nsource: census\nlimit: 3\n```\n",
    ),
    (
        "content/resources.md",
        "---\ntitle: Resources\ntemplate: resources\nsummary: Every resource that a guide names, in one place and in the order of its kind.\n---\nUse these.\n",
    ),
    ("content/health/visiting.md", "---\ntitle: Visiting\ntemplate: page\n---\nHours; see [nurses](nurse.md).\n\n![Scales](scales.png)\n"),
    (
        "content/_data/people.yaml",
        "staff: { name: The Staff, kind: organization }\nana: { name: Ana Ruiz, url: \"https://example.org/ana\" }\nbo: { name: Bo Lee, about: Counts things }\n",
    ),
    (
        "content/_data/sources.yaml",
        "bls: { publisher: Bureau, title: Wages, edition: May 2024, url: \"https://bureau.example.org/\", licence: public-domain, retrieved: 2026-01-02 }\n\
         census: { publisher: Office, title: Heads, period: \"2025\" }\n",
    ),
    (
        "content/_data/resources.yaml",
        "handbook: { title: The Handbook, kind: book, author: N. N., edition: 7th, year: 2024, isbn: \"9780323551472\" }\n\
         society: { title: Society of Workers, kind: association, url: \"https://society.example.org/\", about: Meetings. }\n\
         board: { title: Job Board, kind: job-board, url: \"https://board.example.org/\", about: Jobs. }\n",
    ),
    (
        "content/_data/areas.yaml",
        "us: { name: United States, kind: country, code: US }\nuk: { name: United Kingdom, kind: country, code: GB }\nnorth: { name: The North, kind: region, code: N }\n",
    ),
    ("content/_data/pay.csv", "Place,Pay,Jobs\nHospitals,\"51,000\",120\nSchools,\"39,500\",n/a\nYards,\"48,250\",30\nRoads,\"45,000\",75\n"),
    ("content/_data/jobs.csv", "Place,Pay\nTown,300\nVillage,200\nIsland,100\n"),
    ("static/notes.txt", "Nothing to see.\n"),
];

const OWN_TEMPLATE: &str = "{% extends \"beacon/plain.html\" %}\n{% block head %}<meta name=\"x\" content=\"own\">{% endblock head %}\n";

const OWN_THEME: &[(&str, &str)] = &[
    (
        "themes/yard/theme.toml",
        r#"
name = "yard"
extends = "beacon"

[params.tone]
kind = "choice"
choices = ["teal", "plum"]
default = "teal"

[params.slogan]
kind = "text"
default = "By hand"

[blocks.shifts.params.weeks]
kind = "number"
required = true

[blocks.shifts.params.heading]
kind = "text"
default = "Shifts"

[blocks.shifts.params.remark]
kind = "text"
"#,
    ),
    (
        "themes/yard/templates/plain.html",
        "<!doctype html>\n<html lang=\"{{ page.language }}\" data-tone=\"{{ site.params.tone }}\">\n<title>{{ page.head_title }}</title>\n\
         <link rel=\"stylesheet\" href=\"{{ \"assets/yard.css\" | asset(root=page.root) }}\">\n<h1>{{ page.title }}</h1>\n<p>{{ site.params.slogan }}{% for section in plain.sections %} {{ section.kind }}{% endfor %}</p>\n{{ plain.body_html }}\n{% include \"line.html\" %}\n</html>\n",
    ),
    ("themes/yard/templates/line.html", "<hr>\n"),
    (
        "themes/yard/templates/blocks/shifts.html",
        "<section><h3>{{ block.parameters.heading }}</h3><ol>{% for week in range(end=block.parameters.weeks) %}<li>Week {{ week + 1 }}</li>{% endfor %}</ol></section>\n",
    ),
    ("themes/yard/static/assets/yard.css", "h1 { color: plum }\n"),
    ("content/shifts.md", "---\ntitle: Shifts\n---\nHow they go.\n\n```{shifts}\nweeks: 3\n```\n\n```{shifts}\nweeks: 1\nheading: Nights <at> work\n```\n"),
];
