//! Edits of one key of a page's front matter: values that are right, values that meet others, and the key taken out.

use crate::edits::{Edit, edit};
use crate::guides::TAGS;
use crate::project::Project;
use crate::random::Random;
use crate::text::{key, relative, with_key};

/// How often a key is taken out rather than set.
const OUT_IN_100: usize = 20;

/// Where a value is to stand.
struct At<'a> {
    project: &'a Project,
    path: &'a str,
}

impl At<'_> {
    /// Another guide as it is written in this one.
    fn guide(&self, random: &mut Random) -> String {
        random.one(&self.project.guides()).map_or("nobody.md".to_owned(), |other| relative(self.path, other))
    }

    /// The address of another page, or an old one of another page: both are taken.
    fn taken(&self, random: &mut Random) -> String {
        let other = random.one(&self.project.pages()).cloned().unwrap_or_default();
        let old =
            self.project.text(&other).and_then(|text| key(&text, "aliases")).and_then(|it| it.trim_matches(['[', ']']).split(", ").next().map(str::to_owned));
        let own = other.trim_start_matches("content").trim_end_matches("index.md").trim_end_matches("_index.md").trim_end_matches(".md").to_owned();
        old.filter(|_| random.chance(50)).unwrap_or_else(|| format!("{}/", own.trim_end_matches('/')))
    }
}

/// A key, and what an author may write behind it.
type Field = (&'static str, fn(&At, &mut Random) -> String);

const FIELDS: &[Field] = &[
    ("title", |_, random| {
        let word = random.word(&["Nurse", "A & B <i>C</i>", "Colon: Title", "Ärztin", "zebra", "Über-Titel", "Lector"]);
        format!("\"{word} {}\"", random.below(50))
    }),
    ("nav_title", |_, random| format!("Short {}", random.below(20))),
    ("summary", |_, random| format!("A summary with the number {} that is long enough for those who search & find.", random.below(50))),
    ("occupation", |_, random| match random.below(3) {
        0 => format!("{{ name: Worker {}, soc: \"29-1{}\" }}", random.below(20), 100 + random.below(800)),
        1 => format!(
            "{{ name: Worker, also_called: [Z worker {}, {{ name: Hand, soc: \"29-1141\" }}], definition: Works {}. }}",
            random.below(9),
            random.below(9)
        ),
        _ => format!("{{ name: Helper, proxy_for: Figures of {} helpers., codes: {{ isco-08: [\"222{}\"] }} }}", random.below(9), random.below(9)),
    }),
    ("area", |_, random| random.word(&["us", "uk", "us", "mars"]).to_owned()),
    ("language", |_, random| random.word(&["en", "de", "ar", "tr", "en-GB"]).to_owned()),
    ("draft", |_, random| random.word(&["true", "true", "false"]).to_owned()),
    ("published", |_, random| random.word(&["2025-06-01", "2026-10-30", "2026-11-24", "2026-12-24", "2027-06-01"]).to_owned()),
    ("updated", |_, random| random.word(&["2026-11-01", "2026-11-20", "2026-10-05", "2026-09-30"]).to_owned()),
    ("reviewed", |_, random| format!("{{ by: {}, on: {} }}", random.word(&["ana", "bo"]), random.word(&["2026-10-01", "2026-04-01", "2024-01-31"]))),
    ("review_every", |_, random| random.word(&["P1M", "P6M", "P36M"]).to_owned()),
    ("authors", |_, random| random.word(&["[ana]", "[bo]", "[bo, ana]", "[staff]", "[]", "[nobody]"]).to_owned()),
    ("corrections", |_, random| format!("[{{ on: 2026-1{}-01, text: \"Number *{}* was wrong.\" }}]", random.below(2), random.below(9))),
    ("disclosures", |_, random| random.word(&["[affiliate]", "[ai-assisted]", "[sponsored, affiliate]"]).to_owned()),
    ("tags", |_, random| match random.below(4) {
        0 => format!("[{}]", random.word(TAGS)),
        1 => format!("[Fresh {}, {}]", random.below(4), random.word(TAGS)),
        2 => format!("[{}, Night-Work]", random.word(TAGS)),
        _ => format!("[{}, {}]", random.word(&TAGS[..3]), random.word(&TAGS[3..])),
    }),
    ("order", |_, random| format!("{}", random.below(9))),
    ("education", |_, random| {
        format!("{{ entry: {}, years: {}, source: {} }}", random.word(&["none", "bachelor", "master"]), random.below(5), random.word(&["bls", "census"]))
    }),
    ("experience", |_, random| format!("{{ level: under-5-years, months_min: {} }}", random.below(30))),
    ("training", |_, random| format!("{{ kind: moderate-term, min: {}, max: 12, unit: months }}", 1 + random.below(9))),
    ("credentials", |_, random| format!("[{{ name: Licence {}, kind: licence, jurisdiction: Utah, url: \"https://example.org/\" }}]", random.below(9))),
    ("work_settings", |_, random| format!("[Halls, Place {}]", random.below(9))),
    ("schedule", |_, random| format!("[Days, Shift {}]", random.below(9))),
    ("benefits", |_, random| format!("[Coffee, Benefit {}]", random.below(9))),
    ("skills", |_, random| format!("[Care, {{ name: Skill {}, importance: {}, source: census }}]", random.below(9), random.below(100))),
    ("similar", |at, random| format!("[{}, {{ name: Friend {} }}]", at.guide(random), random.below(9))),
    ("progresses_to", |at, random| format!("[{}, {}]", at.guide(random), at.guide(random))),
    ("specialisations", |at, random| format!("[{{ name: Special {}, about: Rare. }}, {}]", random.below(9), at.guide(random))),
    ("resources", |_, random| match random.below(4) {
        0 => format!("[{}]", random.word(&["society", "handbook", "board"])),
        1 => format!("[society, {{ title: Own {0}, kind: tool, url: \"https://example.org/own-{0}\", about: So. }}]", random.below(9)),
        2 => "[{ title: The Handbook, kind: book, edition: 8th, about: Thicker. }, board]".to_owned(),
        _ => format!("[{{ title: Society {}, kind: association, url: \"https://society.example.org/\", about: Meetings. }}]", random.below(3)),
    }),
    ("faq", |at, random| format!("[{{ q: Question {}?, a: \"See [this]({}) and [pay](#pay).\" }}]", random.below(9), at.guide(random))),
    ("cta", |at, random| match random.below(3) {
        0 => format!("{{ text: Go on., label: There, url: {} }}", at.guide(random)),
        1 => format!("{{ text: Buy {}., label: Now, url: \"https://example.org/buy\", kind: affiliate, placement: top }}", random.below(9)),
        _ => format!("{{ text: Look {}., label: Here, url: \"https://example.org/look\" }}", random.below(9)),
    }),
    ("job_search", |_, random| {
        format!("{{ provider: Board {}, action: \"https://board.example.org/\", what: {{ label: What, name: q }}, button: Go }}", random.below(9))
    }),
    ("aliases", |at, random| match random.below(4) {
        0 => format!("[{}]", at.taken(random)),
        1 => format!("[/gone/{}.html, /gone/]", random.below(9)),
        2 => format!("[{}, /gone/{}/]", at.taken(random), random.below(9)),
        _ => format!("[/gone/{}/]", random.below(9)),
    }),
    ("facts", |_, random| {
        let number = 10 * (3000 + random.below(900));
        match random.below(13) {
            0..4 => format!(
                "{{ pay: {{ measure: pay, value: {number}, as_of: 2026-05, source: {}, area: {} }}, growth: {{ measure: growth, value: 4, from: 2025, to: 2035, source: census }} }}",
                random.word(&["bls", "census"]),
                random.word(&["us", "uk"])
            ),
            4 => format!(
                "{{ pay: {{ measure: pay, value: {number}, as_of: 2026-05, source: bls }}, half: {{ measure: pay, value: 1, as_of: 2026-05, source: bls }} }}"
            ),
            5 => format!("{{ pay: {{ measure: pay, value: {number} }}, growth: {{ measure: growth, value: 4 }} }}"),
            6 => format!("{{ pay: {{ measure: pay, value: {number}, as_of: {}, source: bls }} }}", random.word(&["2020-05", "2025-05"])),
            7 => format!(
                "{{ pay: {{ measure: pay, value: {number}, as_of: 2026-05, source: bls }}, low: {{ measure: pay, statistic: p10, value: 90000, as_of: 2026-05, source: bls }} }}"
            ),
            8 => format!(
                "{{ pay: {{ measure: pay, value: {number}, as_of: 2026-05, source: bls }}, hour: {{ measure: pay, per: hour, value: 9, as_of: 2026-05, source: bls }} }}"
            ),
            9 => format!("{{ pay: {{ measure: pay, value: {number}, as_of: 2026-05, source: bls, occupation: \"29-1141\" }} }}"),
            10 => format!(
                "{{ best: {{ measure: pay, statistic: p90, dataset: {} }}, pay: {{ measure: pay, dataset: wages }} }}",
                random.word(&["wages", "more-2027", "wage"])
            ),
            11 => format!(
                "{{ nights: {{ measure: count, of: nights, dataset: nights, as_of: {}, occupation: \"11-1000\", area: {} }} }}",
                random.word(&["2024", "2025", "2026"]),
                random.word(&["us", "north"])
            ),
            _ => format!("{{ pay: {{ measure: pay, value: {number}, as_of: 2026-05, source: bls, occupation: \"99-000{}\" }} }}", random.below(3)),
        }
    }),
    ("suppress", |_, random| {
        let check = random.word(&["heading-colon", "undated", "figure-stale", "no-author", "figure-unbound", "claim-quantifier"]);
        let text = random.word(&["", ", text: most people", ", text: $48,000", ", text: \"\""]);
        format!("[{{ check: {check}, reason: Known.{text} }}]")
    }),
    ("template", |_, random| random.word(&["page", "guide", "resources"]).to_owned()),
    ("noindex", |_, random| random.word(&["true", "false"]).to_owned()),
    ("extra", |_, random| format!("{{ shoes: {{ colour: {} }} }}", random.word(&["white", "black"]))),
];

pub(super) fn all() -> Vec<Edit> {
    let set = FIELDS.iter().map(|(key, value)| {
        edit(format!("front: {key}"), move |project, random| {
            let path = random.one(&project.pages())?.clone();
            let out = *key != "title" && random.chance(OUT_IN_100);
            let new = (!out).then(|| value(&At { project, path: &path }, random));
            let old = project.text(&path)?;
            let text = with_key(&old, key, new.as_deref()).filter(|text| *text != old)?;
            project.write(&path, text);
            Some(format!("{path}: {key}: {}", new.as_deref().unwrap_or("(out)")))
        })
    });
    set.chain([
        edit("front: the only review, or none", only_review),
        edit("front: keys in another order", reorder),
        edit("front: a remark", remark),
        edit("front: held back for another reason", held_back),
    ])
    .collect()
}

/// Whether any guide of the site is reviewed is told of those that are not.
fn only_review(project: &mut Project, random: &mut Random) -> Option<String> {
    let reviewed: Vec<String> = project.guides().into_iter().filter(|path| project.text(path).is_some_and(|text| text.contains("\nreviewed:"))).collect();
    for path in &reviewed {
        project.write(path, with_key(&project.text(path)?, "reviewed", None)?);
    }
    if !reviewed.is_empty() {
        return Some(format!("{} out", reviewed.len()));
    }
    let path = random.one(&project.guides())?.clone();
    project.write(&path, with_key(&project.text(&path)?, "reviewed", Some("{ by: ana, on: 2026-10-01 }"))?);
    Some(path)
}

/// A page that another one leads to is a draft, or waits for its day: links to it are told in other words.
fn held_back(project: &mut Project, random: &mut Random) -> Option<String> {
    let path = project.guides().into_iter().find(|path| path.ends_with("/kept.md")).unwrap_or_default();
    let Some(text) = project.text(&path) else {
        let from = random.one(&project.guides())?.clone();
        let folder = from.rsplit_once('/')?.0.to_owned();
        project.write(&format!("{folder}/kept.md"), "---\ntitle: Kept\ndraft: true\n---\nText.\n");
        let text = project.text(&from)?;
        project.write(&from, format!("{text}\nSee [one](kept.md).\n"));
        return Some(from);
    };
    let is_draft = text.contains("draft: true");
    let text = with_key(&text, "draft", (!is_draft).then_some("true"))?;
    project.write(&path, with_key(&text, "published", is_draft.then_some("2026-12-24"))?);
    Some(path)
}

/// The last key goes to the top: every place in the front matter is another.
fn reorder(project: &mut Project, random: &mut Random) -> Option<String> {
    let path = random.one(&project.pages())?.clone();
    let text = project.text(&path)?;
    let (head, body) = crate::text::parts(&text)?;
    let mut lines: Vec<&str> = head.lines().collect();
    let last = lines.len().checked_sub(2).filter(|at| *at > 0)?;
    let line = lines.remove(last);
    lines.insert(1, line);
    project.write(&path, format!("{}\n{body}", lines.join("\n")));
    Some(path)
}

fn remark(project: &mut Project, random: &mut Random) -> Option<String> {
    let path = random.one(&project.pages())?.clone();
    let text = project.text(&path)?;
    let (head, rest) = text.split_once('\n')?;
    project.write(&path, format!("{head}\n# Remark {}.\n{rest}", random.below(9)));
    Some(path)
}
