//! Edits of `site.toml`: one key, a broken file, no file.

use crate::edits::{Edit, edit};

/// The table (the top, if empty), the key, values that hold, and some that do not.
type Setting = (&'static str, &'static str, &'static [&'static str]);

const SETTINGS: &[Setting] = &[
    ("", "title", &["\"Trades & Callings\"", "\"Other Callings\"", "\"Trades and Callings\""]),
    ("", "description", &["\"Other words.\"", "\"Guides to working lives, written by nobody to be changed by chance.\""]),
    ("", "base_url", &["\"https://example.org/\"", "\"https://example.org/guides/\"", "\"https://other.example.org/x/\"", "\"ftp://example.org/\""]),
    ("languages.de", "name", &["\"Deutsch\"", "\"German\""]),
    ("languages.de", "title", &["\"Berufe\"", "\"Arbeit\""]),
    ("", "language_name", &["\"English\"", "\"Englisch\""]),
    ("", "language", &["\"en\"", "\"de\"", "\"ar\"", "\"tr\"", "\"english\""]),
    ("", "area", &["\"us\"", "\"uk\"", "\"moon\""]),
    ("", "authors", &["[\"staff\"]", "[\"ana\", \"bo\"]", "[]", "[\"nobody\"]"]),
    ("", "review_every", &["\"P1M\"", "\"P6M\"", "\"P36M\""]),
    ("", "stale_after", &["\"P1M\"", "\"P6M\"", "\"P36M\""]),
    ("", "disclaimer", &["\"Ask before you pay.\"", "\"Ask *first*.\""]),
    ("", "affiliate_disclosure", &["\"We earn by some links.\"", "\"We earn.\""]),
    (
        "",
        "menu",
        &[
            "[{ label = \"About\", url = \"/about/\" }]",
            "[]",
            "[{ label = \"Nowhere\", url = \"/nowhere/\" }, { label = \"Nurses\", url = \"/health/nurse/\" }]",
        ],
    ),
    ("", "footer", &["[]", "[{ label = \"How\", url = \"/methods/\" }]", "[{ label = \"Old\", url = \"/how/\" }]"]),
    ("", "output_dir", &["\"public\"", "\"site\""]),
    ("", "editor", &["\"code\"", "\"zed\"", "\"nano\""]),
    ("", "discourage_search_engines", &["true", "false"]),
    ("", "theme", &["\"beacon\"", "\"yard\"", "\"missing\""]),
    ("publisher", "name", &["\"The Press\"", "\"Other Press\""]),
    ("publisher", "url", &["\"https://press.example.org/\"", "\"https://press.example.org/other\""]),
    ("publisher", "logo", &["\"/images/logo.svg\"", "\"/images/gone.svg\"", "\"/images/badge.png\""]),
    ("job_search", "provider", &["\"Jobs\"", "\"More Jobs\""]),
    ("job_search", "where", &["{ label = \"Where\", name = \"l\" }"]),
    ("job_search", "button", &["\"Go\""]),
    ("job_search", "action", &["\"https://jobs.example.org/\"", "\"https://other.example.org/find\"", "\"jobs\""]),
    ("job_search", "what", &["{ label = \"What\", name = \"q\" }", "{ label = \"Which\", name = \"k\" }"]),
    ("sections", "numbered", &["true", "false"]),
    ("sections", "required", &["[\"pay\", \"faq\"]", "[\"conclusion\"]", "[]", "[\"money\"]"]),
    ("sections", "words", &["{ pay = [\"who\"] }", "{ outlook = [\"why\"] }"]),
    ("html", "allow", &["[\"output\"]", "[\"output\", \"small\", \"figure\"]", "[]", "[\"script\"]"]),
    ("checks", "unknown-key", &["\"warning\""]),
    ("checks", "no-such-check", &["\"off\""]),
    ("feed", "entries", &["3", "12", "500", "0"]),
    ("limits", "page_kib", &["64", "1", "2"]),
    ("limits", "front_matter_kib", &["16", "1"]),
    ("limits", "data_kib", &["1", "1024"]),
    ("limits", "render_seconds", &["60", "120"]),
    ("limits", "rendered_kib", &["7", "8", "20", "4096"]),
    ("params", "palette", &["\"pine\"", "\"brick\"", "\"harbour\"", "\"green\""]),
    ("params", "codes", &["true", "false"]),
    ("params", "recent", &["true", "false"]),
    ("params", "tone", &["\"teal\"", "\"plum\""]),
    ("params", "slogan", &["\"By foot\"", "\"By <b>chance</b>\""]),
];

/// What a problem can be.
const LEVELS: &[&str] = &["error", "warning", "note", "off"];

pub(super) fn all() -> Vec<Edit> {
    let set = SETTINGS.iter().map(|(table, key, values)| {
        let name = if table.is_empty() { format!("settings: {key}") } else { format!("settings: {table}.{key}") };
        edit(name, move |project, random| {
            let value = if random.chance(20) { None } else { Some(random.word(values)) };
            project.set(table, key, value).then(|| value.unwrap_or("(out)").to_owned())
        })
    });
    let whole = [
        edit("settings: the level of a problem that is told", |project, random| {
            let told: Vec<&str> = project.past.last()?.told.iter().map(|code| code.id()).collect();
            let (code, level) = ((*random.one(&told)?).to_owned(), random.word(LEVELS));
            project.set("checks", &code, Some(&format!("\"{level}\""))).then(|| format!("{code}: {level}"))
        }),
        edit("settings: the level of a problem that was told", |project, random| {
            let text = project.text("site.toml")?;
            let set: Vec<&str> = text.lines().filter(|line| LEVELS.iter().any(|level| line.ends_with(&format!("= \"{level}\"")))).collect();
            let line = *random.one(&set)?;
            let others: Vec<&str> = LEVELS.iter().copied().filter(|level| !line.ends_with(&format!("\"{level}\""))).collect();
            let new = format!("{}= \"{}\"", line.split_once('=')?.0, random.word(&others));
            project.write("site.toml", text.replace(line, &new));
            Some(new)
        }),
        edit("settings: no file", |project, _| project.remove("site.toml").map(|_| String::new())),
        edit("settings: broken", |project, random| {
            let text = project.text("site.toml")?;
            let end = random.word(&["title = \"Twice\n", "[[menu]\n", "colour = \"red\"\n", "= 3\n", "\"\"\"\n"]);
            project.write("site.toml", format!("{end}{text}"));
            Some(end.trim().to_owned())
        }),
        edit("settings: how long a front matter may be, and a long one", |project, random| {
            let is_long = |path: &String| project.text(path).is_some_and(|text| text.contains("# Long"));
            if !project.guides().iter().any(is_long) {
                let path = random.one(&project.guides())?.clone();
                let text = project.text(&path)?;
                project.write(&path, text.replacen("---\n", &format!("---\n# Long{}\n", " remark".repeat(300)), 1));
                return Some(path);
            }
            let value = random.word(&["1", "16"]);
            project.set("limits", "front_matter_kib", Some(value)).then(|| value.to_owned())
        }),
        edit("settings: a remark", |project, random| {
            let text = project.text("site.toml")?;
            project.write("site.toml", format!("# Remark {}.\n{text}", random.below(9)));
            Some(String::new())
        }),
        edit("settings: many keys", |project, random| {
            let mut told = Vec::new();
            for _ in 0..4 {
                let (table, key, values) = random.one(SETTINGS)?;
                let value = random.word(values);
                project.set(table, key, Some(value));
                told.push(format!("{table}.{key} = {value}"));
            }
            Some(told.join(", "))
        }),
    ];
    set.chain(whole).collect()
}
