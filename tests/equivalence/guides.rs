//! Guides that nobody will read: between them they use everything that an author can write.

use std::fmt::Write as _;

use crate::random::Random;
use crate::text::relative;

/// The fields of work: a folder, the title of its `_index.md` (none: the folder has no such file), names of guides.
pub(crate) const SECTIONS: &[(&str, &str, &[&str])] = &[
    ("content/health", "Health", &["Nurse", "Midwife", "Paramedic", "Dietitian", "Optician", "Hearing Tester", "Pharmacist", "Dentist"]),
    ("content/health/ward", "On the Ward", &["Ward Clerk", "Porter", "Night Sitter", "Care Aide", "Ward Cook", "Bed Maker"]),
    ("content/health/lab", "", &["Blood Drawer", "Cell Counter", "Lens Maker", "Lab Hand", "Sample Courier"]),
    ("content/trades", "", &["Plumber", "Roofer", "Glazier", "Tiler", "Chimney Sweep"]),
    ("content/trades/wood", "Wood", &["Joiner", "Cooper", "Turner", "Floor Layer", "Boat Builder", "Violin Maker"]),
    ("content/trades/metal", "Metal", &["Welder", "Smith", "Lathe Hand", "Tool Maker", "Bell Founder", "Locksmith"]),
    ("content/office", "Offices", &["Bookkeeper", "Payroll Clerk", "Minute Taker", "Translator", "Recruiter", "Planner"]),
    ("content/office/records/old", "Old Records", &["Archivist", "Bookbinder", "Map Keeper", "Genealogist"]),
    ("content/land", "Land and Water", &["Forester", "Shepherd", "Vine Grower", "River Keeper", "Soil Tester", "Dairy Hand", "Seed Breeder", "Bird Counter"]),
    ("content/sea", "Sea", &["Deck Hand", "Pilot", "Diver", "Net Maker"]),
    ("content", "", &["Beekeeper", "Lighthouse Keeper"]),
];

/// Where each guide of the beginning stands, with its name. Every seventh has a folder of its own.
pub(crate) fn places() -> Vec<(String, &'static str)> {
    let all = SECTIONS.iter().flat_map(|(folder, _, names)| names.iter().map(move |name| (folder, *name)));
    let place = |(at, (folder, name)): (usize, (&&str, &'static str))| {
        let slug = name.to_lowercase().replace(' ', "-");
        (if at % 7 == 3 { format!("{folder}/{slug}/index.md") } else { format!("{folder}/{slug}.md") }, name)
    };
    all.enumerate().map(place).collect()
}

/// Codes that there are.
const SOC_CODES: &str = include_str!("../../src/fact/soc-2018.txt");

/// The code of the occupation of the guide with this number; half of them say theirs.
pub(crate) fn code(number: usize) -> String {
    SOC_CODES.split_whitespace().nth(23 * number + 1).unwrap_or_default().to_owned()
}

/// The median pay in a year, in dollars, of the occupation with this number.
pub(crate) fn pay(number: usize) -> usize {
    40_000 + 100 * number
}

/// Of how many percent more jobs the guides speak that write it down themselves.
pub(crate) const GROWTH: usize = 3;

pub(crate) const TAGS: &[&str] = &["night work", "outdoors", "apprenticeship", "Degree", "by hand", "with people"];

/// The text of the guide `path` about `name`, which links to some of `others`.
///
/// `features` are bits: what a guide shows follows from its own number, what it says from `random`.
pub(crate) fn text(path: &str, name: &str, others: &[String], features: usize, random: &mut Random) -> String {
    format!("{}{}", front_matter(path, name, others, features, random), body(path, name, others, features, random))
}

fn front_matter(path: &str, name: &str, others: &[String], features: usize, random: &mut Random) -> String {
    let small = name.to_lowercase();
    let has = |every: usize, at: usize| features % every == at;
    let soc = code(features);
    let mut other = || random.one(others).map_or("nobody.md".to_owned(), |other| relative(path, other));
    let (one, two) = (other(), other());
    let mut out = format!("---\ntitle: {name}\nsummary: What a {small} does all day, how one becomes a {small}, and what the work pays.\n");
    let mut line = |text: &str| {
        let _ = writeln!(out, "{text}");
    };
    line(&match features % 4 {
        0 => format!("occupation: {{ name: {name}, soc: \"{soc}\", also_called: [{name} in Chief, {{ name: Old {name}, soc: \"{soc}\" }}] }}"),
        1 => format!("occupation: {{ name: {name}, soc: \"{soc}\", definition: A {small} does the work of a {small}., codes: {{ isco-08: [\"2221\"] }} }}"),
        2 => format!("occupation: {{ name: {name}, proxy_for: Figures are those of all {small}s and their helpers. }}"),
        _ => format!("occupation: {{ name: {name} }}"),
    });
    line(&format!("published: 2025-{:02}-{:02}", 1 + features % 12, 1 + features % 28));
    line(&format!("updated: 2026-{:02}-{:02}", 1 + features % 9, 1 + features % 27));
    line(&format!("tags: [{}, {}]", TAGS[features % TAGS.len()], TAGS[(features + 1 + features % 3) % TAGS.len()]));
    if has(3, 0) {
        line(&format!("reviewed: {{ by: {}, on: 2026-0{}-15, role: {small} }}", ["ana", "bo"][features % 2], 1 + features % 9));
    }
    if has(4, 1) {
        line(&format!("nav_title: {}", name.split(' ').next().unwrap_or(name)));
        line(&format!("authors: [{}]", ["ana", "bo", "ana, bo"][features % 3]));
    }
    if has(5, 2) {
        line(&format!("aliases: [/old/{0}/, /{0}.html]", small.replace(' ', "-")));
    }
    if has(5, 3) {
        line(&format!("order: {}", features % 4));
    }
    if has(3, 1) {
        line(&format!("similar: [{one}, {{ name: Friend of a {small}, url: \"https://example.org/{features}\" }}]"));
        line(&format!("progresses_to: [{two}]"));
    }
    if has(6, 4) {
        line(&format!("specialisations: [{one}, {{ name: Night {small} }}]"));
        line("education: { entry: bachelor, field: Anything, years: 3, source: bls }");
        line("experience: { level: none }");
        line("training: { kind: short-term, min: 2, max: 4, unit: weeks }");
    }
    if has(4, 2) {
        line("skills: [Calm, { name: Hygiene, kind: technical, importance: 80, source: bls }]");
        line("work_settings: [Halls, Yards]\nschedule: [Nights]\nbenefits: [Tea]");
    }
    if has(5, 0) {
        let paid =
            format!("{{ title: Course of a {name}, kind: training, url: \"https://example.org/course-{features}\", about: Four weeks., affiliate: true }}");
        line(&format!("disclosures: [affiliate]\nresources: [society, handbook, {paid}]"));
    }
    if has(5, 4) {
        let rest = if features % 10 == 9 { "year: 2025" } else { "about: Long." };
        line(&format!("resources: [handbook, {{ title: Talks of a {name}, kind: podcast, url: \"https://example.org/talks-{features}\", {rest} }}]"));
    }
    if has(6, 1) {
        line(&format!("faq: [{{ q: Is a {small} paid?, a: \"Yes, see [pay](#pay) and [others]({one}#duties).\" }}, {{ q: Is it hard?, a: At *night*. }}]"));
    }
    if has(2, 1) {
        let currency = if features % 58 == 23 { "GBP" } else { "USD" };
        let locator = if has(4, 1) { format!(", locator: \"{soc}, A_MEDIAN\"") } else { String::new() };
        line(&format!(
            "facts: {{ pay: {{ measure: pay, currency: {currency}, value: {}, as_of: 2026-05, source: bls{locator} }}, growth: {{ measure: growth, value: {GROWTH}, from: 2025, to: 2035, source: census }} }}",
            pay(features)
        ));
    }
    if has(4, 2) {
        let nights = format!("measure: count, of: nights, as_of: 2025, dataset: nights, occupation: \"{soc}\"");
        line(&format!("facts: {{ nights: {{ {nights} }}, north: {{ {nights}, area: north }} }}"));
    }
    if has(8, 4) {
        line("facts: { best: { measure: pay, statistic: p90, dataset: wages } }");
    }
    if has(7, 2) {
        line(&format!("cta: {{ text: Read on., label: Next, url: {two}, placement: {} }}", ["top", "end"][features % 2]));
    }
    if has(7, 5) {
        line("job_search: { provider: Board, action: \"https://board.example.org/\", what: { label: What, name: q } }");
    }
    if has(6, 5) {
        line("credentials: [{ name: Permit, issuer: State, kind: licence, required: always, jurisdiction: Ohio }, { name: Badge, kind: certification }]");
    }
    match features % 29 {
        5 => line("draft: true"),
        // `published` stands above; this one waits.
        11 => line("corrections: [{ on: 2026-09-02, text: The pay was that of *2023*. }]"),
        17 => line("language: de"),
        19 => line("noindex: true"),
        23 if features < 29 => line("area: uk"),
        _ => {}
    }
    line("---");
    out
}

fn body(path: &str, name: &str, others: &[String], features: usize, random: &mut Random) -> String {
    let small = name.to_lowercase();
    let has = |every: usize, at: usize| features % every == at;
    let pay = 30_000 + 10 * random.below(900);
    let mut link = |anchor: &str| {
        let other = random.one(others).map_or("nobody.md".to_owned(), |other| relative(path, other));
        format!("[{}]({other}{anchor})", ["this", "that", "the other"][features % 3])
    };
    let mut out = format!("It is six in the morning -- a {small} wakes up and thinks of {}.\n", link(""));
    let mut add = |text: String| {
        let _ = write!(out, "\n{text}\n");
    };
    add(format!("## Job Duties: What a {name} Does {{#duties}}\n\n- **Early.** Begin; see {}.\n- **Late.** End.", link("#pay")));
    if has(3, 2) {
        add(format!(
            "### At night\n\nQuiet.[^a] Others are [about](/tags/{}/).\n\n[^a]: As {} says.",
            TAGS[features % TAGS.len()].to_lowercase().replace(' ', "-"),
            link("#duties")
        ));
    }
    add("## Pay {#pay}".to_owned());
    if has(2, 1) {
        add("Half earn more than [](fact:pay), and [3 percent](fact:growth) more find work.".to_owned());
    }
    if has(4, 0) {
        add("Half earn more than [](fact:pay); [](fact:jobs) people do this.".to_owned());
    }
    if has(4, 2) {
        add("They work for [](fact:nights) nights. In the north: [](fact:north).".to_owned());
    }
    if has(8, 1) {
        add("```{pay-chart}\nby: area\n```\n\n```{outlook}\n```".to_owned());
    }
    if has(8, 5) {
        add(format!("```{{compare}}\noccupations: [{}, {}]\n```\n\n```{{quick-facts}}\n```", code(9), code(12)));
    }
    if has(8, 4) {
        add("The best earn [](fact:best).".to_owned());
    }
    if has(2, 0) {
        let table = format!("| Where | Pay |\n|---|---:|\n| Ohio | ${pay} |\n| Utah | ${} |", pay + 1200);
        add(format!("{table}\n\nTable: Pay of a {small} {{#pay-table source={} unit=\"USD per year\"}}", ["bls", "census"][features / 2 % 2]));
    }
    if has(4, 1) || path.ends_with("/index.md") {
        let file = if path.ends_with("/index.md") { "pay.csv" } else { ["_data/pay.csv", "_data/jobs.csv"][features / 4 % 2] };
        let columns = if features % 8 == 1 { "\ncolumns: [Place, { name: Pay, label: Wage }]" } else { "" };
        add(format!(
            "```{{data-table}}\nfile: {file}\ncaption: Where a {small} works\nunit: USD\nsource: bls\nsort: -Pay\nlimit: {}{columns}\n```",
            2 + features % 3
        ));
    }
    if path.ends_with("/index.md") {
        add(format!("![A {small} at work](photo.png)\n\n```{{figure}}\nsrc: plan.svg\nalt: The plan of a {small}\ncaption: A *plan*.\ncredit: N. N.\n```"));
    }
    if has(8, 6) {
        add("![A badge](/images/badge.png)\n\n> [!NOTE]\n> Rules differ between states.".to_owned());
    }
    if has(9, 4) {
        add(format!("```{{steps}}\nitems:\n  - {{ title: Train, text: \"Read {}.\" }}\n  - {{ title: Work, text: Daily. }}\n```", link("")));
    }
    if has(9, 7) {
        add(format!("```{{cta}}\ntext: Look at courses.\nlabel: Courses\nurl: https://example.org/{features}\n```"));
    }
    if has(6, 1) && features % 4 == 1 {
        add("## Questions\n\n```{faq}\n```".to_owned());
    }
    if has(10, 5) {
        add("```{resources}\nintro: Some of *these*.\n```".to_owned());
    }
    if has(11, 3) {
        add("```{job-search}\n```".to_owned());
    }
    if has(12, 5) {
        add("```{credentials}\ncaption: What is asked for\n```".to_owned());
    }
    if has(13, 6) {
        add("```{faq}\nitems: [{ q: Why?, a: \"Because of [pay](#pay).\" }]\n```".to_owned());
    }
    if has(5, 1) {
        add(format!("## Outlook\n\nH<sub>2</sub>O is {} and `code`.", link("#pay")));
    }
    out
}
