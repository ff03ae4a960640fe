//! What the author of the soak writes: small texts, never twice the same, that lean on one another in every way a site knows.

use super::random::Random;

/// Guides that stay where they are: others link to them.
pub(super) const CORE: [&str; 6] = [
    "content/care/nurse.md",
    "content/care/aide.md",
    "content/building/roofer.md",
    "content/building/mason.md",
    "content/office/clerk.md",
    "content/office/typist.md",
];
/// Files that are no guides and stay where they are.
pub(super) const OTHERS: [&str; 13] = [
    "content/_index.md",
    "content/care/_index.md",
    "content/building/_index.md",
    "content/office/_index.md",
    "content/resources.md",
    "content/_data/pay.csv",
    "content/_data/people.yaml",
    "content/_data/sources.yaml",
    "content/_data/resources.yaml",
    "content/care/cart.svg",
    "static/note.txt",
    "static/style.css",
    "site.toml",
];
/// Files that come and go: they stand over those of the theme, or are used by nothing.
pub(super) const OVERRIDES: [&str; 6] =
    ["templates/guide.html", "templates/base.html", "templates/not-found.html", "templates/unused.html", "static/assets/beacon.css", "static/robots.txt"];

/// What the author writes as their `number`th text, into the file at `path`.
pub(super) fn text(path: &str, number: usize, random: &mut Random) -> String {
    match path {
        "site.toml" => settings(number, random),
        "content/_index.md" => {
            format!(
                "---\ntitle: Home\nsummary: The home page of a site that a program writes and writes anew for a test.\n---\n{}\n",
                body(path, number, random)
            )
        }
        "content/resources.md" => format!("---\ntitle: Resources\ntemplate: resources\n---\nNumber {number:06} of the words on resources.\n"),
        "content/_data/people.yaml" => {
            format!("ana: {{ name: Ana Ruiz {}, url: \"https://example.org/ana\" }}\nbo: {{ name: Bo Lee, about: Nurse {number} }}\n", number % 7)
        }
        "content/_data/sources.yaml" => {
            format!("bls: {{ publisher: Bureau of Labor Statistics, title: Wages, edition: Edition {number}, url: \"https://www.bls.gov/oes/\" }}\n")
        }
        "content/_data/resources.yaml" => {
            format!(
                "society: {{ title: Society of Nurses {}, kind: association, url: \"https://nurses.example.org/\", about: Meetings no. {number}. }}\n",
                number % 5
            )
        }
        // Its size is written into the page that shows it.
        "content/care/cart.svg" => {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"40\"><rect width=\"9\" height=\"9\"/></svg>\n", 10 + number % 90)
        }
        "templates/guide.html" => mark(include_str!("../../../themes/beacon/templates/guide.html"), "<article class=\"guide\">\n", number),
        "templates/base.html" => mark(include_str!("../../../themes/beacon/templates/base.html"), "<footer class=\"site-footer\">\n", number),
        "templates/not-found.html" => mark(include_str!("../../../themes/beacon/templates/not-found.html"), "{% block main %}\n", number),
        "content/_data/pay.csv" => {
            let rows: String = (0..2 + random.below(4)).map(|at| format!("Place {at},{}\n", 10_000 + number * 10 + at)).collect();
            format!("Place,Pay\n{rows}")
        }
        _ if path.ends_with("/_index.md") => {
            let order = if random.once_in(2) { format!("order: {}\n", random.below(9)) } else { String::new() };
            let summary = "Work of one kind, as a program sees it that knows of no work but its own.";
            format!("---\ntitle: Section {}\nsummary: {summary}\n{order}---\n{}\n", number % 50, body(path, number, random))
        }
        _ if path.starts_with("content/") => guide(path, number, random),
        _ => format!("/* Number {number:06}. */\n"),
    }
}

fn guide(path: &str, number: usize, random: &mut Random) -> String {
    let is_core = CORE.contains(&path);
    let name = format!("Worker {}", number % 40);
    let mut lines = vec![
        format!("title: {name}"),
        format!("summary: What a worker does all day and in which order, as told by a program on its {number}th day."),
        format!("occupation: {{ name: {name}, soc: \"31-9{:03}\", also_called: [Hand {}] }}", number % 900, number % 9),
        format!("tags: [{}, {}]", random.one(&["Shift work", "shift work", "outdoors"]), random.one(&["no-degree", "degree"])),
    ];
    let mut maybe = |times: usize, line: String| {
        if random.once_in(times) {
            lines.push(line);
        }
    };
    maybe(2, "authors: [ana, bo]".to_owned());
    maybe(2, "resources: [society]".to_owned());
    maybe(2, format!("order: {}", number % 5));
    maybe(3, format!("faq: [{{ q: Is it hard?, a: On day {number}. }}]"));
    maybe(3, "education: { entry: bachelor, years: 4, source: bls }".to_owned());
    maybe(2, format!("similar: [{}]", link(path, number)));
    maybe(2, format!("progresses_to: [{}]", link(path, number + 1)));
    if is_core {
        maybe(3, format!("aliases: [/old/{}-{}/]", path.rsplit('/').next().unwrap(), number % 3));
    }
    // Nobody links to the others: they may be held back.
    let day = format!("2026-{:02}-{:02}", 1 + number % 10, 1 + number % 28);
    lines.push(match random.below(10) {
        0 if !is_core => "draft: true".to_owned(),
        1 if !is_core => "published: 2027-01-01".to_owned(),
        _ => format!("updated: {day}"),
    });
    format!("---\n{}\n---\n{}\n", lines.join("\n"), body(path, number, random))
}

/// Words, a link to a guide or to a part of it, sometimes a table of a data file, a picture, or something that is warned of.
fn body(path: &str, number: usize, random: &mut Random) -> String {
    let mut parts = vec![format!("Number {number:06} says: see [another]({}) or [its pay]({}#pay).", link(path, number), link(path, number / 7))];
    if CORE.contains(&path) {
        parts.push(format!("## Pay {{#pay}}\n\nIt pays {} a day.", number % 1000));
    }
    if random.once_in(3) {
        parts.push(format!("```{{data-table}}\nfile: _data/pay.csv\ncaption: Pay by place, take {number}\nunit: USD per year\nsource: bls\n```"));
    }
    if random.once_in(4) {
        parts.push(format!("![A cart]({}care/cart.svg)", up(path)));
    }
    if random.once_in(4) {
        parts.push("## Duties\n\n#### Too deep\n\nWords.".to_owned());
    }
    parts.join("\n\n")
}

fn settings(number: usize, random: &mut Random) -> String {
    let base = random.one(&["https://example.org/", "https://example.org/guides/", "https://other.example/"]);
    let mut lines = vec![format!("title = \"Soak {}\"", number % 20), format!("base_url = \"{base}\""), format!("description = \"Take {number:06}.\"")];
    let maybe = ["authors = [\"bo\"]", "disclaimer = \"No promise.\"", "review_every = \"P1M\""];
    lines.extend(maybe.into_iter().filter(|_| random.once_in(3)).map(str::to_owned));
    lines.push(format!("[params]\npalette = \"{}\"", random.one(&["harbour", "pine", "plum"])));
    lines.push(format!("[checks]\nno-author = \"{}\"\n", random.one(&["off", "note", "warning"])));
    lines.join("\n")
}

/// `template` with a line of the author's after `behind`.
fn mark(template: &str, behind: &str, number: usize) -> String {
    assert!(template.contains(behind), "the theme has another template now: {behind}");
    template.replacen(behind, &format!("{behind}<p>Template {number:06}</p>\n"), 1)
}

/// The way from the file at `path` to one of the guides that stay.
fn link(path: &str, number: usize) -> String {
    let others: Vec<&str> = CORE.into_iter().filter(|other| *other != path).collect();
    format!("{}{}", up(path), others[number % others.len()].strip_prefix("content/").unwrap())
}

/// From the file at `path` up to `content/`.
fn up(path: &str) -> String {
    "../".repeat(path.split('/').count() - 2)
}
