//! Writes a project of made-up career guides, for measuring: `cargo run --release --example corpus -- --guides 10000 --seed 1 OUT`.
//! The same number and seed give the same bytes on every machine. Nothing in it is true.
#![allow(
    clippy::disallowed_methods,
    clippy::wildcard_imports,
    clippy::indexing_slicing,
    reason = "an example that writes files; lists are taken modulo their length"
)]

mod figures;
mod words;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;

use words::*;

/// Write a project of made-up career guides.
#[derive(Parser)]
struct Arguments {
    /// How many guides
    #[arg(long)]
    guides: usize,
    /// Which project of that size
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// With figures of publishers' files in every guide, to measure what facts and their checks cost
    #[arg(long)]
    figures: bool,
    /// Folder to write to
    out: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let project = project(arguments.guides, arguments.seed, arguments.figures);
    for (path, text) in &project {
        let path = arguments.out.join(Path::new(path));
        fs::create_dir_all(path.parent().ok_or("a file stands in a folder")?)?;
        fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    println!("{} guides, {} bytes in all", arguments.guides, project.values().map(String::len).sum::<usize>());
    Ok(())
}

/// Every file of a project with so many guides, by path.
fn project(guides: usize, seed: u64, has_figures: bool) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = [
        ("site.toml", SITE),
        ("content/_index.md", HOME),
        ("content/resources.md", RESOURCES),
        ("content/_data/sources.yaml", SOURCES),
        ("content/_data/people.yaml", PEOPLE),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into();
    for (slug, title, about, _) in SECTIONS.iter().take(guides) {
        let text = format!("---\ntitle: {title}\nsummary: Guides to working lives spent {about}, with what each takes and pays.\n---\n");
        files.insert(format!("content/{slug}/_index.md"), text);
    }
    for guide in (0..guides).map(Guide::new) {
        files.insert(format!("content/{}/{}.md", guide.section, guide.slug), text(&guide, guides, seed, has_figures));
    }
    if has_figures {
        files.extend(figures::datasets(seed).map(|(path, text)| (path.to_owned(), text)));
    }
    files
}

/// splitmix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    fn one<T: Copy + Default>(&mut self, of: &[T]) -> T {
        let at = self.below(of.len());
        of.get(at).copied().unwrap_or_default()
    }

    /// `count` different entries, in random order.
    fn some<T: Copy>(&mut self, count: usize, of: &[T]) -> Vec<T> {
        let mut rest = of.to_vec();
        (0..count.min(of.len())).map(|_| rest.swap_remove(self.below(rest.len()))).collect()
    }
}

/// What a guide is about: told by its number alone, so that other guides can link to it.
struct Guide {
    section: &'static str,
    field: &'static str,
    name: String,
    slug: String,
}

impl Guide {
    fn new(number: usize) -> Self {
        let (section, _, field, roles) = SECTIONS[number % SECTIONS.len()];
        let within = number / SECTIONS.len();
        let (role, variant) = (roles[within % roles.len()], within / roles.len());
        let (kind, level) = (KINDS[variant % KINDS.len()], variant / KINDS.len());
        let name = if level == 0 { format!("{kind}{role}") } else { format!("{kind}{role}, Grade {}", level + 1) };
        let slug = name.to_lowercase().replace(", ", "-").replace(' ', "-");
        Self { section, field, name, slug }
    }

    fn small(&self) -> String {
        self.name.to_lowercase().replace(", ", " of ")
    }
}

fn text(guide: &Guide, guides: usize, seed: u64, has_figures: bool) -> String {
    let number = guide.slug.bytes().fold(seed, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)));
    let mut random = Random(number);
    let mut out = front_matter(guide, &mut random);
    let mut links: Vec<String> =
        (0..3 + random.below(3)).map(|_| Guide::new(random.below(guides))).filter(|other| other.slug != guide.slug).map(|other| link(&other)).collect();
    links.dedup();
    let mut links = links.into_iter();
    let name = guide.small();
    let heading = |out: &mut String, words: &str, random: &mut Random| {
        let _ = write!(out, "\n## {words}\n\n");
        prose(out, guide, random, 4);
    };
    prose(&mut out, guide, &mut random, 4);
    heading(&mut out, "Job Duties: What the Day Holds", &mut random);
    for (lead, rest) in random.some(6, DUTIES) {
        let _ = writeln!(out, "- **{lead}.** {}", fill(rest, guide, &mut random));
    }
    out.push('\n');
    prose(&mut out, guide, &mut random, 5);
    heading(&mut out, "Essential Skills: What Helps Most", &mut random);
    for skill in random.some(5, SKILLS) {
        let _ = writeln!(out, "- **{skill}:** {}", sentence(guide, &mut random));
    }
    let _ = write!(out, "\nReaders also ask about {}.[^1]\n", links.next().unwrap_or_else(|| "other work".to_owned()));
    heading(&mut out, "Education and Training: The Way In", &mut random);
    for step in random.some(4, STEPS) {
        let _ = writeln!(out, "1. {}", fill(step, guide, &mut random));
    }
    out.push('\n');
    prose(&mut out, guide, &mut random, 6);
    heading(&mut out, "Salary: What It Pays", &mut random);
    out.push_str(if has_figures { figures::IN_TEXT } else { "" });
    pay_table(&mut out, guide, &mut random);
    prose(&mut out, guide, &mut random, 4);
    let _ = write!(out, "\nThe nearest comparison is with {}.[^2]\n", links.next().unwrap_or_else(|| "work nearby".to_owned()));
    heading(&mut out, "Job Outlook: The Years Ahead", &mut random);
    outlook_table(&mut out, guide, &mut random);
    prose(&mut out, guide, &mut random, 4);
    heading(&mut out, "Work Environment: Places and Hours", &mut random);
    let _ = write!(out, "> [!NOTE]\n> {}\n\n", sentence(guide, &mut random));
    prose(&mut out, guide, &mut random, 5);
    heading(&mut out, "Career Advancement: Where It Leads", &mut random);
    for link in links {
        let _ = writeln!(out, "- {link}: {}", sentence(guide, &mut random));
    }
    out.push('\n');
    while out.len() < 9_100 {
        prose(&mut out, guide, &mut random, 4);
    }
    let _ = write!(out, "\n[^1]: Answers of {} readers to a survey that never took place.\n[^2]: Figures for a {name} are made up.\n", 100 + random.below(900));
    out
}

fn front_matter(guide: &Guide, random: &mut Random) -> String {
    let (name, small) = (&guide.name, guide.small());
    let mut out = format!("---\ntitle: \"{name}: A Career Guide\"\nnav_title: \"{}\"\n", name.chars().take(30).collect::<String>().trim());
    let _ = writeln!(out, "summary: \"What a {small} does, what it takes to become one, and what the work pays.\"");
    let _ = writeln!(out, "occupation:\n  name: \"{name}\"\n  soc: \"{}\"", random.one(&figures::codes()));
    let _ = writeln!(
        out,
        "published: 2025-{:02}-{:02}\nupdated: 2026-{:02}-{:02}",
        1 + random.below(12),
        1 + random.below(28),
        1 + random.below(10),
        1 + random.below(28)
    );
    let _ = writeln!(out, "authors: [{}]\ntags: [{}]", random.one(&["mara", "joris", "staff"]), random.some(3, TAGS).join(", "));
    out.push_str("resources:\n");
    for (title, kind, about) in random.some(4, KINDS_OF_RESOURCE) {
        let address = format!("https://{}.example/{}", title.to_lowercase().replace(' ', "-"), guide.slug);
        let _ = writeln!(out, "  - title: \"{title} for a {name}\"\n    kind: {kind}\n    url: \"{address}\"\n    about: {about}");
    }
    out.push_str("---\n\n");
    out
}

fn link(other: &Guide) -> String {
    format!("[{}](../{}/{}.md)", other.name, other.section, other.slug)
}

fn pay_table(out: &mut String, guide: &Guide, random: &mut Random) {
    out.push_str("| Where | Median pay | Upper quarter |\n|---|---:|---:|\n");
    for place in random.some(6, PLACES) {
        let median = 30_000 + 10 * random.below(6_000);
        let _ = writeln!(out, "| {place} | ${} | ${} |", thousands(median), thousands(median + median / 4));
    }
    let _ = write!(out, "\nTable: Pay of a {} by place of work {{#pay-table source=made-up-pay unit=\"USD per year\"}}\n\n", guide.small());
}

fn outlook_table(out: &mut String, guide: &Guide, random: &mut Random) {
    out.push_str("| Year | People at work | Openings |\n|---|---:|---:|\n");
    let mut people = 20_000 + random.below(80_000);
    for year in (2024..=2034).step_by(2) {
        let _ = writeln!(out, "| {year} | {} | {} |", thousands(people), thousands(people / 11));
        people += random.below(3_000);
    }
    let _ = write!(out, "\nTable: Outlook for a {} {{#outlook-table source=made-up-outlook unit=people}}\n\n", guide.small());
}

fn thousands(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

fn prose(out: &mut String, guide: &Guide, random: &mut Random, sentences: usize) {
    let sentences: Vec<String> = (0..sentences).map(|_| sentence(guide, random)).collect();
    let _ = write!(out, "{}\n\n", sentences.join(" "));
}

fn sentence(guide: &Guide, random: &mut Random) -> String {
    let pattern = random.one(SENTENCES);
    fill(pattern, guide, random)
}

/// `pattern` with its slots filled: `{role}`, `{field}`, `{place}`, `{thing}`, `{people}`, `{time}`.
fn fill(pattern: &str, guide: &Guide, random: &mut Random) -> String {
    let place = random.one(PLACES).to_lowercase();
    let text = pattern.replace("{role}", &guide.small()).replace("{field}", guide.field).replace("{place}", &place);
    text.replace("{thing}", random.one(THINGS)).replace("{people}", random.one(PEOPLE_MET)).replace("{time}", random.one(TIMES))
}

#[cfg(test)]
mod tests {
    use guidepost::pipeline::{Memory, Options, build};
    use guidepost::source::{SourcePath, Sources};

    use super::*;

    #[test]
    fn the_made_project_builds_without_a_problem() {
        for has_figures in [false, true] {
            check(has_figures);
        }
    }

    fn check(has_figures: bool) {
        let files = project(3, 1, has_figures).into_iter().map(|(path, text)| (SourcePath::new(&path).expect("a path of ours"), text.into_bytes().into()));
        let sources = Sources { files: files.collect(), ..Sources::default() };
        let build =
            build(&sources, &Options { as_of: "2026-11-23".parse().expect("a day"), drafts: false, base_url: None, shard: None }, &mut Memory::default());
        assert_eq!((build.report.problems(), build.counts.guides), (&[][..], 3));
    }
}
