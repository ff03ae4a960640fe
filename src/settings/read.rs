//! From `site.toml` to what holds: read, judged, defaults filled in.

use std::collections::{BTreeMap, BTreeSet};

use super::section_words::ENGLISH;
use super::{CheckLevel, Config, Editor, Language, LanguageEntry, Limits, MenuEntry, Settings};
use crate::address::{self, Safe};
use crate::day::Months;
use crate::guide::front_matter::rules::{self, Judge};
use crate::language;
use crate::problem::{Code, Level, Problem};
use crate::source::{PagePath, SourcePath, Span, Text};
use crate::tree::{Places, Tree, nearest};

const DEFAULT_BASE_URL: &str = "https://example.org/";
const KIB: usize = 1024;

/// Elements that run, load, ask or restyle: never allowed, whatever the settings say.
const NEVER_ALLOWED: &[&str] = &[
    "applet", "audio", "base", "body", "button", "embed", "fieldset", "form", "frame", "frameset", "head", "html", "iframe", "input", "link", "main", "math",
    "meta", "noscript", "object", "option", "param", "picture", "portal", "script", "select", "slot", "source", "style", "svg", "template", "textarea",
    "title", "track", "video", "xmp",
];

/// The settings of `text`, which is `None` if there is no `site.toml`, and everything that is wrong with them.
///
/// What is wrong is replaced by its default, so that the rest of the project can be looked at too.
pub fn read(text: Option<&Text>) -> (Config, Vec<Problem>) {
    let Some(text) = text else {
        return (config(Settings::default(), BTreeMap::new()), vec![missing()]);
    };
    let (mut tree, mut complaints) = Tree::from_toml(&text.text);
    let (settings, misfits) = tree.decode::<Settings>();
    let is_toml = complaints.is_empty();
    complaints.extend(misfits);
    let mut problems: Vec<Problem> = complaints.into_iter().map(|it| it.in_text(text)).collect();
    let places = Places::known(text, 0..text.text.len(), tree);
    let mut judge = Judge::of_toml(&places);
    let has_base_url = settings.base_url.is_some() || places.is_written(&["base_url"]);
    let settings = judged(settings, &mut judge);
    let judged_elsewhere = places_judged_elsewhere(&settings, &judge);
    // What stands in a line that could not be read is not missing.
    judge.problems.retain(|it| is_toml || it.code != Code::MissingField);
    problems.append(&mut judge.problems);
    problems.sort_by(|a, b| a.span.cmp(&b.span));
    // Whatever it is, it is in the settings: one id tells so. An editor is nobody's but the author's, and stands in nobody's way.
    for problem in problems.iter_mut().filter(|it| it.code != Code::UnknownEditor) {
        problem.code = Code::Settings;
    }
    if is_toml && !has_base_url {
        problems.push(no_base_url());
    }
    (config(settings, judged_elsewhere), problems)
}

/// The address `url` of a site, with a slash at its end; or what keeps it from being one, and the way out.
pub fn base_url(url: &str) -> Result<String, (String, String)> {
    if !rules::is_web_address(url) {
        let help = format!("write the address where the site is published, such as `\"{DEFAULT_BASE_URL}\"`");
        return Err((format!("`{url}` is not a web address"), help));
    }
    if let Some(sign) = url.chars().find(|c| matches!(c, '?' | '#')) {
        let end = if sign == '?' { "a query" } else { "a fragment" };
        let shown = url.split(['?', '#']).next().unwrap_or_default();
        return Err((format!("`{url}` has {end}, which the address of a site cannot have"), format!("write `\"{shown}\"`")));
    }
    Ok(with_slash(url.to_owned()))
}

fn no_base_url() -> Problem {
    Problem::new(Code::NoBaseUrl, Span::whole(&SourcePath::settings()), "the settings do not say where the site is published")
        .help(format!("write `base_url = \"https://...\"`; until then canonical links, feed and sitemap name {DEFAULT_BASE_URL}"))
}

/// The places of the values that name something in another file.
fn places_judged_elsewhere(settings: &Settings, judge: &Judge<'_, '_>) -> BTreeMap<String, Span> {
    let authors = (0..settings.authors.as_ref().map_or(0, Vec::len)).map(|at| vec!["authors".to_owned(), at.to_string()]);
    let area = settings.area.iter().map(|_| vec!["area".to_owned()]);
    let logo = settings.publisher.iter().filter(|it| it.logo.is_some()).map(|_| vec!["publisher".to_owned(), "logo".to_owned()]);
    let ways = authors.chain(area).chain(logo);
    ways.map(|way| (way.join("."), judge.span(&way.iter().map(String::as_str).collect::<Vec<_>>()))).collect()
}

fn missing() -> Problem {
    Problem::new(Code::Settings, Span::whole(&SourcePath::settings()), "this project has no `site.toml`").help("write one; a line `title = \"...\"` is enough")
}

/// The settings without the values that the rules refuse.
fn judged(mut settings: Settings, judge: &mut Judge<'_, '_>) -> Settings {
    judge.needs_text("the site", settings.title.as_ref(), &["title"], "...");
    settings.base_url = settings.base_url.and_then(|url| base_url(&url).map_err(|(message, help)| judge.invalid(&["base_url"], message, help)).ok());
    settings.language = settings.language.filter(|tag| {
        let is_tag = language::is_tag(tag);
        if !is_tag {
            judge.invalid(&["language"], format!("`{tag}` is not a language tag"), "write a tag such as `\"en\"` or `\"pt-BR\"`");
        }
        is_tag
    });
    languages(&mut settings, judge);
    settings.output_dir = settings.output_dir.filter(|folder| {
        let is_named = !folder.trim().is_empty();
        if !is_named {
            judge.invalid(&["output_dir"], "the folder to publish to has no name", "write `output_dir = \"public\"`, or leave the line out");
        }
        is_named
    });
    settings.theme = settings.theme.filter(|name| {
        let is_name = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
        if !is_name {
            judge.invalid(&["theme"], format!("`{name}` is not the name of a theme"), "write the name of a folder of `themes/`, or of a built-in theme");
        }
        is_name
    });
    ids(&settings, judge);
    publisher(&settings, judge);
    links(&["menu"], settings.menu.as_deref(), judge);
    links(&["footer"], settings.footer.as_deref(), judge);
    if let Some(form) = &settings.job_search {
        rules::job_search(form, &["job_search"], judge);
    }
    settings.html.iter_mut().for_each(|html| html.allow = html.allow.take().map(|it| allowed_elements(it, judge)));
    settings.checks = settings.checks.take().map(|it| known_checks(it, judge));
    limits(settings.limits.as_mut(), judge);
    settings.editor = settings.editor.take().filter(|text| {
        let refused = Editor::parse(text).err();
        if let Some(why) = refused {
            let help = "write `\"code\"`, `\"zed\"` or another name of the manual, or an address such as `\"vscode://file{file}:{line}:{column}\"`";
            judge.report(Code::UnknownEditor, &["editor"], format!("`{text}` opens no editor: {why}"), help);
        }
        refused.is_none()
    });
    settings
}

/// Takes off languages that are none, or that of the site itself.
fn languages(settings: &mut Settings, judge: &mut Judge<'_, '_>) {
    let default = settings.language.clone().unwrap_or_else(|| "en".to_owned());
    let form = settings.job_search.clone();
    let Some(languages) = &mut settings.languages else { return };
    languages.retain(|tag, entry| {
        let why = if !language::is_tag(tag) {
            Some((format!("`{tag}` is not a language tag"), "write a tag such as `[languages.de]`"))
        } else if language::is_same(tag, &default) {
            Some((format!("`{tag}` is the language of the site already"), "take it out: `[languages]` has those that pages are translated into"))
        } else {
            None
        };
        if let Some((message, help)) = why {
            judge.problems.push(Problem::new(Code::InvalidValue, judge.key_span(&["languages", tag]), message).help(help));
            return false;
        }
        judge.needs_text("a language", entry.name.as_ref(), &["languages", tag, "name"], "Deutsch");
        entry.job_search = entry.job_search.take().map(|own| own.over(form.as_ref()));
        if let Some(form) = &entry.job_search {
            rules::job_search(form, &["languages", tag, "job_search"], judge);
        }
        for (list, entries) in [("menu", entry.menu.as_deref()), ("footer", entry.footer.as_deref())] {
            links(&["languages", tag, list], entries, judge);
        }
        true
    });
}

fn ids(settings: &Settings, judge: &mut Judge<'_, '_>) {
    let help = |registry: &str| format!("write an id of `_data/{registry}.yaml`: small letters, digits and `-`");
    if let Some(area) = settings.area.as_ref().filter(|area| !rules::is_id(area)) {
        judge.invalid(&["area"], format!("`{area}` is not an id"), help("areas"));
    }
    for (at, author) in settings.authors.iter().flatten().enumerate().filter(|(_, author)| !rules::is_id(author)) {
        judge.invalid(&["authors", &at.to_string()], format!("`{author}` is not an id"), help("people"));
    }
}

fn publisher(settings: &Settings, judge: &mut Judge<'_, '_>) {
    let Some(publisher) = &settings.publisher else { return };
    judge.needs_text("a publisher", publisher.name.as_ref(), &["publisher", "name"], "...");
    if let Some(url) = publisher.url.as_ref().filter(|url| !rules::is_web_address(url)) {
        judge.invalid(&["publisher", "url"], format!("`{url}` is not a web address"), "write the whole address, beginning with `https://`");
    }
}

fn links(list: &[&str], entries: Option<&[MenuEntry]>, judge: &mut Judge<'_, '_>) {
    for (at, entry) in entries.into_iter().flatten().enumerate() {
        let at = at.to_string();
        let way = |field| [list, &[at.as_str(), field]].concat();
        judge.needs_text("a link", entry.label.as_ref(), &way("label"), "...");
        judge.needs_text("a link", entry.url.as_ref(), &way("url"), "...");
        let is_path = |url: &str| {
            matches!(address::judge(url), Ok(Safe::Rooted(clean)) if clean == url) && !url.contains(' ') && !url.split('/').any(|part| part == "..")
        };
        if let Some(url) = entry.url.as_ref().filter(|url| !url.is_empty() && !is_path(url) && !rules::is_web_address(url)) {
            let help = "write a path from the site's root such as `\"/resources/\"`, or a whole address beginning with `https://`";
            judge.invalid(&way("url"), format!("`{url}` is neither a path of this site nor a web address"), help);
        }
    }
}

fn allowed_elements(elements: Vec<String>, judge: &mut Judge<'_, '_>) -> Vec<String> {
    let mut allowed = Vec::new();
    for (at, element) in elements.into_iter().enumerate() {
        let name = element.to_ascii_lowercase();
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
        let at = at.to_string();
        if !is_name {
            judge.invalid(&["html", "allow", &at], format!("`{element}` is not the name of an HTML element"), "write its name alone, such as `\"figure\"`");
        } else if NEVER_ALLOWED.contains(&name.as_str()) {
            let help = "leave it out: what runs, loads or asks is given by the theme and its blocks";
            judge.invalid(&["html", "allow", &at], format!("the element `{element}` cannot be allowed"), help);
        } else {
            allowed.push(name);
        }
    }
    allowed
}

fn known_checks(levels: BTreeMap<String, CheckLevel>, judge: &mut Judge<'_, '_>) -> BTreeMap<String, CheckLevel> {
    let is_kept = |id: &String, level: CheckLevel, judge: &mut Judge<'_, '_>| {
        let Some(code) = Code::ALL.iter().find(|code| code.id() == id) else {
            let near = nearest(id, Code::ALL.iter().map(|code| code.id()));
            let help = near.map_or_else(|| "the manual lists the checks with their ids".to_owned(), |near| format!("did you mean `{near}`?"));
            let problem = Problem::new(Code::UnknownKey, judge.key_span(&["checks", id]), format!("no check is called `{id}`")).help(help);
            judge.problems.push(problem);
            return false;
        };
        if code.is_fixed() && level != CheckLevel::Error {
            let help = "remove the line: what this finds cannot be published";
            judge.invalid(&["checks", id], format!("`{id}` is always an error"), help);
            return false;
        }
        true
    };
    levels.into_iter().filter(|(id, level)| is_kept(id, *level, judge)).collect()
}

/// Takes off limits of zero, under which nothing could be built.
fn limits(limits: Option<&mut Limits>, judge: &mut Judge<'_, '_>) {
    let Some(limits) = limits else { return };
    let mut positive = |name: &str, is_zero: bool| {
        if is_zero {
            judge.invalid(&["limits", name], format!("`{name}` is 0, so nothing could be built"), "write a number above 0, or leave the line out");
        }
        !is_zero
    };
    let sizes = [
        ("front_matter_kib", &mut limits.front_matter_kib),
        ("page_kib", &mut limits.page_kib),
        ("data_kib", &mut limits.data_kib),
        ("rendered_kib", &mut limits.rendered_kib),
    ];
    for (name, limit) in sizes {
        *limit = limit.filter(|it| positive(name, *it == 0));
    }
    limits.render_seconds = limits.render_seconds.filter(|it| positive("render_seconds", *it == 0));
}

/// What holds: the settings with their defaults.
fn config(settings: Settings, places: BTreeMap<String, Span>) -> Config {
    let limits = settings.limits.unwrap_or_default();
    let bytes = |kib: Option<usize>, default: usize| kib.unwrap_or(default).saturating_mul(KIB);
    let sections = settings.sections.unwrap_or_default();
    Config {
        title: settings.title.unwrap_or_else(|| "Untitled".to_owned()),
        description: settings.description.unwrap_or_default(),
        base_url: settings.base_url.unwrap_or_else(|| DEFAULT_BASE_URL.to_owned()),
        language: settings.language.clone().unwrap_or_else(|| "en".to_owned()),
        language_name: settings.language_name.unwrap_or_else(|| {
            let tag = settings.language.as_deref().unwrap_or("en");
            language::own_name(tag).unwrap_or(tag).to_owned()
        }),
        home: PagePath::default(),
        languages: settings.languages.into_iter().flatten().map(language_entry).collect(),
        area: settings.area.unwrap_or_else(|| "us".to_owned()),
        theme: settings.theme.unwrap_or_else(|| "beacon".to_owned()),
        output_dir: settings.output_dir.unwrap_or_else(|| "public".to_owned()),
        authors: settings.authors.unwrap_or_default(),
        review_every: settings.review_every.unwrap_or(Months(12)),
        stale_after: settings.stale_after.unwrap_or(Months(18)),
        disclaimer: settings.disclaimer,
        affiliate_disclosure: settings.affiliate_disclosure,
        publisher: settings.publisher.filter(|publisher| publisher.name.is_some()),
        menu: settings.menu.map(pairs),
        footer: settings.footer.map(pairs).unwrap_or_default(),
        job_search: settings.job_search,
        params: settings.params.unwrap_or_default(),
        numbered: sections.numbered.unwrap_or(true),
        required_sections: sections.required.unwrap_or_default(),
        section_words: section_words(sections.words.unwrap_or_default()),
        html_allow: settings.html.and_then(|html| html.allow).into_iter().flatten().collect::<BTreeSet<_>>(),
        levels: levels(&settings.checks.unwrap_or_default()),
        feed_entries: settings.feed.and_then(|feed| feed.entries).unwrap_or(20),
        front_matter_limit: bytes(limits.front_matter_kib, 64),
        page_limit: bytes(limits.page_kib, 10 * KIB),
        data_limit: bytes(limits.data_kib, 64 * KIB),
        render_seconds: limits.render_seconds.unwrap_or(10),
        rendered_limit: bytes(limits.rendered_kib, 64 * KIB),
        discourage_search_engines: settings.discourage_search_engines.unwrap_or(false),
        places,
        editor: settings.editor.and_then(|text| Editor::parse(&text).ok()),
    }
}

fn with_slash(mut url: String) -> String {
    if !url.ends_with('/') {
        url.push('/');
    }
    url
}

fn language_entry((tag, entry): (String, LanguageEntry)) -> Language {
    Language {
        name: entry.name.unwrap_or_else(|| tag.clone()),
        title: entry.title,
        description: entry.description,
        menu: entry.menu.map(pairs),
        footer: entry.footer.map(pairs).unwrap_or_default(),
        disclaimer: entry.disclaimer,
        affiliate_disclosure: entry.affiliate_disclosure,
        job_search: entry.job_search,
        tag,
    }
}

fn pairs(entries: Vec<MenuEntry>) -> Vec<(String, String)> {
    entries.into_iter().filter_map(|entry| entry.label.zip(entry.url)).collect()
}

/// The site's own words of each kind before the built-in ones.
fn section_words(mut own: BTreeMap<crate::guide::body::SectionKind, Vec<String>>) -> Vec<(crate::guide::body::SectionKind, Vec<String>)> {
    let of_kind = |(kind, english): &(_, &[&str])| {
        let own = own.remove(kind).unwrap_or_default().into_iter().map(|word| word.to_lowercase());
        (*kind, own.chain(english.iter().map(|&word| word.to_owned())).collect())
    };
    ENGLISH.iter().map(of_kind).collect()
}

fn levels(checks: &BTreeMap<String, CheckLevel>) -> BTreeMap<Code, Option<Level>> {
    let level = |level| match level {
        CheckLevel::Error => Some(Level::Error),
        CheckLevel::Warning => Some(Level::Warning),
        CheckLevel::Note => Some(Level::Note),
        CheckLevel::Off => None,
    };
    Code::ALL.iter().filter_map(|code| checks.get(code.id()).map(|it| (*code, level(*it)))).collect()
}

#[cfg(test)]
mod tests;
