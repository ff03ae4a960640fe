//! Copies of a theme's files in the project: each says what it was copied from, so that a change of the original is told.

use std::collections::BTreeSet;

use xxhash_rust::xxh3::xxh3_64;

use super::difference::{self, Line};
use super::layer::{Layer, layers};
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Sources, Span, Text};
use crate::tree::nearest;

/// What stands in the first line of a copy, before the name of the theme.
const COPIED_FROM: &str = "copied from ";

/// So much of a line is shown in a problem, in characters.
const LONGEST_SHOWN: usize = 80;

/// A file of a theme, as a copy of it begins its life in the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Where it takes the place of the original.
    pub path: SourcePath,
    /// The bytes of the original below a line that says whose copy it is; without one where the file can hold no remark.
    pub bytes: Vec<u8>,
}

/// Why there is no original.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoOriginal {
    /// The theme cannot be read, which its problems tell.
    #[error("the theme `{0}` cannot be read")]
    Theme(String),
    /// It has no words in this language.
    #[error("the theme `{theme}` has no words in `{tag}`")]
    Words {
        /// Its name.
        theme: String,
        /// The language.
        tag: String,
        /// Those that it has words in.
        languages: Vec<String>,
    },
    /// It has no such file; perhaps another was meant.
    #[error("the theme `{theme}` has no file `{name}`")]
    File {
        /// Its name.
        theme: String,
        /// What was asked for.
        name: String,
        /// The nearest name of one that it has.
        near: Option<String>,
    },
}

/// The copy of the file that an author calls `name`: `guide.html`, `templates/guide.html` or `static/assets/beacon.css`.
pub fn copy(theme: &str, name: &str, sources: &Sources) -> Result<Copy, NoOriginal> {
    let (layers, _) = layers(theme, Span::whole(&SourcePath::settings()), sources);
    let themes = || layers.iter().filter(|layer| !layer.name.is_empty());
    if themes().next().is_none() {
        return Err(NoOriginal::Theme(theme.to_owned()));
    }
    let is_whole = ["templates/", "static/", "words/"].iter().any(|folder| name.starts_with(folder));
    let file = if is_whole { name.to_owned() } else { format!("templates/{name}") };
    let found = themes().find_map(|layer| Some((layer, layer.files.iter().find(|(it, ..)| *it == file)?)));
    let missing = || {
        let tag = |file: &str| file.strip_prefix("words/").and_then(|it| it.strip_suffix(".toml")).filter(|tag| language::is_tag(tag)).map(str::to_owned);
        let languages: BTreeSet<String> = themes().flat_map(|layer| &layer.files).filter_map(|(it, ..)| tag(it)).collect();
        if let Some(tag) = tag(&file).filter(|_| !languages.is_empty()) {
            return NoOriginal::Words { theme: theme.to_owned(), tag, languages: languages.into_iter().collect() };
        }
        let files = themes().flat_map(|layer| &layer.files).map(|(it, ..)| it.as_str()).filter(|it| it.contains('/'));
        NoOriginal::File { theme: theme.to_owned(), name: file.clone(), near: nearest(&file, files).map(str::to_owned) }
    };
    let (layer, (_, _, original)) = found.ok_or_else(missing)?;
    let path = SourcePath::new(&file).ok_or_else(missing)?;
    let mut bytes = record(&path, &layer.name, original).into_bytes();
    bytes.extend_from_slice(original);
    Ok(Copy { path, bytes })
}

/// The first line of a copy; empty where the file can hold no remark.
fn record(path: &SourcePath, theme: &str, original: &[u8]) -> String {
    let said = format!("{COPIED_FROM}{theme}: {}", fingerprint(original));
    match path.extension().as_str() {
        "html" | "xml" | "txt" if path.as_str().starts_with("templates/") => format!("{{# {said} -#}}\n"),
        "css" | "js" => format!("/* {said} */\n"),
        // Words are copied to become those of another language.
        _ => String::new(),
    }
}

/// What differs between the file `own` of the project and what a copy of its original would be now, line by line; empty if nothing does.
pub fn compare(own: &[u8], copy: &Copy) -> String {
    let [own, now] = [own, &copy.bytes].map(|bytes| Text::decode_lossy(&copy.path, bytes).text);
    difference::shown(below_record(&own), below_record(&now))
}

/// The text without the line that says whose copy it is.
fn below_record(text: &str) -> &str {
    match text.split_once('\n') {
        Some((first, rest)) if first.contains(COPIED_FROM) => rest,
        _ => text,
    }
}

/// What the original has now and a copy of it has not, in a few words.
fn news(copy: &str, original: &[u8], path: &SourcePath) -> String {
    let original = Text::decode_lossy(path, original).text;
    let lines = difference::lines(below_record(copy), &original);
    let mut new = lines.iter().filter_map(|line| match line {
        Line::New(number, text) => Some((number, text.trim())),
        _ => None,
    });
    let Some((number, first)) = new.next() else { return "the original lacks lines that this copy has".to_owned() };
    let mut words: String = first.chars().take(LONGEST_SHOWN).collect();
    if words.len() < first.len() {
        words.push_str("...");
    }
    let more = match new.count() {
        0 => String::new(),
        1 => ", and one more".to_owned(),
        more => format!(", and {more} more"),
    };
    format!("the original has a line that this copy has not, line {number}: `{words}`{more}")
}

fn fingerprint(bytes: &[u8]) -> String {
    format!("{:016x}", xxh3_64(bytes))
}

/// Every copy in the project whose original is another now, or gone.
pub(super) fn outdated(layers: &[Layer]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, path, bytes) in layers.iter().filter(|layer| layer.name.is_empty()).flat_map(|layer| &layer.files) {
        let Ok(text) = Text::decode(path, bytes) else { continue };
        let first = text.text.lines().next().unwrap_or_default();
        let Some((at, (theme, printed))) = first.find(COPIED_FROM).and_then(|at| Some((at, first.get(at + COPIED_FROM.len()..)?.split_once(": ")?))) else {
            continue;
        };
        let printed = printed.split_whitespace().next().unwrap_or_default();
        let original = layers.iter().filter(|layer| layer.name == theme).flat_map(|layer| &layer.files).find(|(it, ..)| it == name);
        let now = original.map(|(_, _, bytes)| (bytes, fingerprint(bytes)));
        if now.as_ref().is_some_and(|(_, now)| now == printed) {
            continue;
        }
        let (message, help) = match now {
            Some((original, now)) => (
                format!("the original of this copy, of the theme `{theme}`, has changed since"),
                format!(
                    "{}; `guidepost theme copy {name} --compare` shows all that differs; take over what you want, and write `{now}` here",
                    news(&text.text, original, path)
                ),
            ),
            None => (format!("the theme `{theme}` has no such file any more"), "if nothing uses it, delete it; else take this remark out".to_owned()),
        };
        problems.push(Problem::new(Code::OverrideOutdated, text.span(at..first.len()), message).help(help));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &str)]) -> Sources {
        let files = files.iter().map(|(path, text)| (SourcePath::new(path).unwrap(), text.as_bytes().into())).collect();
        Sources { files, ..Sources::default() }
    }

    fn told(sources: &Sources) -> Vec<String> {
        let (layers, _) = layers("own", Span::whole(&SourcePath::settings()), sources);
        outdated(&layers).iter().map(|it| format!("{} {}:{}", it.message, it.span.file, it.span.start)).collect()
    }

    #[test]
    fn a_copy_knows_its_original_until_that_changes_or_goes() {
        let theme = [("themes/own/theme.toml", ""), ("themes/own/templates/guide.html", "old\n"), ("themes/own/static/a.css", "a {}\n")];
        let sources = project(&theme);
        let copied: Vec<Copy> = ["guide.html", "static/a.css"].iter().map(|name| copy("own", name, &sources).unwrap()).collect();
        let texts: Vec<&str> = copied.iter().map(|it| str::from_utf8(&it.bytes).unwrap()).collect();
        assert!(texts[0].starts_with("{# copied from own: ") && texts[0].ends_with(" -#}\nold\n"), "{}", texts[0]);
        assert!(texts[1].starts_with("/* copied from own: ") && texts[1].ends_with(" */\na {}\n"), "{}", texts[1]);
        let own = [(copied[0].path.as_str(), texts[0]), (copied[1].path.as_str(), texts[1])];
        assert_eq!(told(&project(&[theme.as_slice(), &own].concat())), Vec::<String>::new());
        let changed = [theme[0], ("themes/own/templates/guide.html", "new\n")];
        assert_eq!(
            told(&project(&[changed.as_slice(), &own].concat())),
            [
                "the original of this copy, of the theme `own`, has changed since templates/guide.html:3",
                "the theme `own` has no such file any more static/a.css:3"
            ]
        );
    }

    #[test]
    fn an_outdated_copy_is_told_what_the_original_has_now() {
        let help = |copy: &str, original: &str| {
            let copy = format!("{{# copied from own: 0000000000000000 -#}}\n{copy}");
            let files = [("themes/own/theme.toml", ""), ("themes/own/templates/guide.html", original), ("templates/guide.html", copy.as_str())];
            let (layers, _) = layers("own", Span::whole(&SourcePath::settings()), &project(&files));
            outdated(&layers).into_iter().next().unwrap().help.unwrap().split(';').next().unwrap().to_owned()
        };
        assert_eq!(help("a\nmine\nb\n", "a\nb\nnew\n"), "the original has a line that this copy has not, line 3: `new`");
        assert_eq!(help("a\n", "0\na\n1\n2\n"), "the original has a line that this copy has not, line 1: `0`, and 2 more");
        assert_eq!(help("a\nb\n", "a\n"), "the original lacks lines that this copy has");
        let long = "x".repeat(100);
        assert_eq!(
            help("a\n", &format!("a\n{long}\nb\n")),
            format!("the original has a line that this copy has not, line 2: `{}...`, and one more", "x".repeat(80))
        );
    }

    #[test]
    fn words_are_copied_without_a_mark() {
        let copied = copy("beacon", "words/en.toml", &Sources::default()).unwrap();
        assert_eq!(copied.path.as_str(), "words/en.toml");
        assert!(copied.bytes.starts_with(b"# The words of Guidepost's pages in English."));
    }

    #[test]
    fn what_a_theme_has_not_cannot_be_copied() {
        let near = |name: &str| copy("beacon", name, &Sources::default()).unwrap_err();
        let missing = |name: &str, near: Option<&str>| NoOriginal::File { theme: "beacon".into(), name: name.into(), near: near.map(str::to_owned) };
        assert_eq!(near("giude.html"), missing("templates/giude.html", Some("templates/guide.html")));
        assert_eq!(near("../a.html"), missing("templates/../a.html", Some("templates/base.html")));
        let words = NoOriginal::Words { theme: "beacon".into(), tag: "fr".into(), languages: ["ar", "de", "en"].map(String::from).into() };
        assert_eq!(near("words/fr.toml"), words);
        assert_eq!(copy("none", "guide.html", &Sources::default()), Err(NoOriginal::Theme("none".to_owned())));
    }
}
