//! Edits of themes: templates of the built-in theme replaced, the project's own theme, its parameters and blocks.

use guidepost::theme::built_in_files;

use crate::edits::{Edit, edit};
use crate::project::Project;
use crate::random::Random;
use crate::text::{with_end, with_setting};

/// The templates of the built-in theme.
const TEMPLATES: &[&str] = &[
    "base.html",
    "guide.html",
    "home.html",
    "index.html",
    "not-found.html",
    "parts.html",
    "plain.html",
    "redirect.html",
    "resources.html",
    "section.html",
    "tag.html",
    "author.html",
    "tags.html",
    "blocks/cta.html",
    "blocks/faq.html",
    "blocks/figure.html",
    "blocks/job-search.html",
    "blocks/resources.html",
    "blocks/steps.html",
    "blocks/table.html",
];

/// What is put at a template's end. The last ones are wrong.
const ENDS: &[&str] = &[
    "<!-- one -->\n",
    "<!-- two -->\n",
    "{# three #}\n",
    "{% if true %}<!-- four -->{% endif %}\n",
    "{{ site.title }}\n",
    "<!-- five -->\n",
    "<p>Six.</p>\n",
    "<p>Seven.</p>\n",
    "{{ site.nothing }}\n",
    "{% if %}\n",
    "{{ site.title | upside }}\n",
    "{% include \"nowhere.html\" %}\n",
];

const THEME: &str = "themes/yard/theme.toml";

pub(super) fn all() -> Vec<Edit> {
    let mut edits: Vec<Edit> =
        TEMPLATES.iter().map(|name| edit(format!("theme: {name} of the project's own"), move |project, random| end(project, random, name))).collect();
    edits.extend([
        edit("theme: a template taken back", |project, random| {
            let path = random.one(&project.paths(|path| path.contains("templates/")))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("theme: a part of a template", |project, random| {
            let (name, block) =
                *random.one(&[("guide.html", "head"), ("plain.html", "main"), ("section.html", "head"), ("tag.html", "main"), ("home.html", "nothing")])?;
            let words = format!("{{% extends \"beacon/{name}\" %}}\n{{% block {block} %}}<p>{{{{ page.title }}}} {}</p>{{% endblock %}}\n", random.below(9));
            project.write(&format!("templates/{name}"), &words);
            Some(words)
        }),
        edit("theme: a template without use", |project, random| {
            let path = format!("templates/{}", random.word(&["giude.html", "old.html", "blocks/shift.html", "notes.txt"]));
            project.write(&path, "<p>{{ page.title }}</p>\n");
            Some(path)
        }),
        edit("theme: a field that does not exist", |project, random| {
            let name = random.word(&["plain.html", "tag.html", "not-found.html"]);
            project.write(&format!("templates/{name}"), "<h1>{{ page.titel }}</h1>\n");
            Some(name.to_owned())
        }),
        edit("theme: the project's own, or not", |project, _| {
            if project.has(THEME) && project.text("site.toml")?.contains("\"yard\"") {
                project.set("", "theme", None);
                project.set("params", "tone", None);
                return Some("not".to_owned());
            }
            project.use_own_theme();
            Some("own".to_owned())
        }),
        edit("theme: words of the site", |project, random| {
            let language = random.word(&["en", "de", "ar", "tr", "en-GB"]);
            let word = random.word(&[
                "home = \"Start\"",
                "tags = \"Labels\"",
                "updated_on = \"Changed {day}\"",
                "alert_note = \"Look\"",
                "no_figure = \"nothing\"",
                "guides_counted = { one = \"one guide\", other = \"{number} pieces\" }",
                "median_is = \"Half & half.\"",
                "basis_year = \"each year\"",
            ]);
            let path = format!("words/{language}.toml");
            let others: String = project
                .text(&path)
                .unwrap_or_default()
                .lines()
                .filter(|line| line.split('=').next() != word.split('=').next())
                .map(|line| format!("{line}\n"))
                .collect();
            project.write(&path, format!("{others}{word}\n"));
            Some(format!("{path}: {word}"))
        }),
        edit("theme: words of the site taken back", |project, random| {
            let path = random.one(&project.paths(|path| path.starts_with("words/")))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("theme: words of its own", |project, random| {
            project.has(THEME).then_some(())?;
            project.write("themes/yard/words/en.toml", format!("home = \"Yard {}\"\nyard = \"Yard\"\n", random.below(4)));
            Some(String::new())
        }),
        edit("theme: the file of its own gone", |project, _| project.remove(THEME).map(|_| String::new())),
        edit("theme: a template of its own", |project, random| {
            let path = random.one(&project.paths(|path| path.starts_with("themes/yard/templates/")))?.clone();
            let end = random.word(ENDS);
            let text = with_end(&without_ends(&project.text(&path)?), end);
            project.write(&path, text);
            Some(format!("{path}: {end}"))
        }),
        edit("theme: a static file of its own", |project, random| {
            project.has(THEME).then_some(())?;
            project.write("themes/yard/static/assets/yard.css", format!("h1 {{ order: {} }}\n", random.below(9)));
            Some(String::new())
        }),
    ]);
    edits
}

/// Edits of `theme.toml`.
pub(super) fn keys() -> Vec<Edit> {
    let set = KEYS.iter().map(|(table, key, values)| {
        let name = if table.is_empty() { (*key).to_owned() } else { format!("{table}.{key}") };
        edit(format!("theme.toml: {name}"), move |project, random| {
            let text = project.text(THEME)?;
            let value = if random.chance(15) { None } else { Some(random.word(values)) };
            let changed = with_setting(&text, table, key, value);
            if changed == text {
                return None;
            }
            project.write(THEME, changed);
            Some(value.unwrap_or("(out)").to_owned())
        })
    });
    set.collect()
}

/// Keys of `theme.toml`: the table, the key, values that hold and some that do not.
const KEYS: &[(&str, &str, &[&str])] = &[
    ("", "name", &["\"yard\"", "\"court\""]),
    ("", "extends", &["\"beacon\"", "\"yard\"", "\"missing\""]),
    ("", "description", &["\"Plain.\""]),
    ("params.tone", "default", &["\"teal\"", "\"plum\"", "\"red\""]),
    ("params.tone", "choices", &["[\"teal\", \"plum\"]", "[\"plum\"]"]),
    ("params.slogan", "default", &["\"By hand\"", "\"By foot\""]),
    ("params.slogan", "kind", &["\"text\"", "\"number\""]),
    ("params.palette", "default", &["\"brick\""]),
    ("blocks.shifts.params.weeks", "kind", &["\"number\"", "\"text\""]),
    ("blocks.shifts.params.heading", "default", &["\"Shifts\"", "\"Turns\""]),
    ("blocks.shifts.params.heading", "kind", &["\"text\"", "\"number\""]),
    ("blocks.shifts.params.remark", "required", &["true", "false"]),
];

/// Puts something at the end of a template: that of the project, else that of the built-in theme.
fn end(project: &mut Project, random: &mut Random, name: &str) -> Option<String> {
    let path = format!("templates/{name}");
    let given = format!("themes/beacon/{path}");
    let built_in = built_in_files().find(|(path, _)| path.as_str() == given).map(|(_, bytes)| bytes.to_vec())?;
    let text = project.text(&path).or_else(|| String::from_utf8(built_in).ok())?;
    let end = random.word(ENDS);
    project.write(&path, with_end(&without_ends(&text), end));
    Some(format!("{path}: {end}"))
}

/// A text without what was put at its end before.
fn without_ends(text: &str) -> String {
    ENDS.iter().fold(text.to_owned(), |text, end| text.replace(end, ""))
}
