//! A theme as layers of files: the project's own, then the theme's, then those of the theme that it extends.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::manifest::{self, Manifest};
use super::{builtin, toml};
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Sources, Span, Text};
use crate::tree::nearest;

/// How many themes may extend one another.
const LONGEST_CHAIN: usize = 8;

/// The files of one theme, or of the project itself.
pub(super) struct Layer {
    /// Name of the theme; empty for the project.
    pub(super) name: String,
    /// `theme.toml` with its text; `None` for the project.
    pub(super) manifest: Option<(Manifest, Text)>,
    /// Its files: the path below its folder, the path below the project, the bytes.
    pub(super) files: Vec<(String, SourcePath, Arc<[u8]>)>,
}

impl Layer {
    /// Its files below `folder` (`templates`, `static`), named from there.
    pub(super) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a SourcePath, &'a Arc<[u8]>)> {
        self.files.iter().filter_map(move |(name, path, bytes)| Some((name.strip_prefix(folder)?.strip_prefix('/')?, path, bytes)))
    }
}

/// The layers of the theme `name`, the first to be asked first. `at` is where it is named.
///
/// No layers at all if one of them cannot be had: a theme without it lacks so many names that the problem would be buried.
pub(super) fn layers(name: &str, at: Span, sources: &Sources) -> (Vec<Layer>, Vec<Problem>) {
    let project = ["templates", "static", "words"].iter().flat_map(|folder| sources.below(folder));
    let mut layers = vec![Layer {
        name: String::new(),
        manifest: None,
        files: project.map(|(path, bytes)| (path.as_str().to_owned(), path.clone(), bytes.clone())).collect(),
    }];
    let mut problems = Vec::new();
    let mut next = Some((name.to_owned(), at));
    while let Some((name, at)) = next.take() {
        if let Some(problem) = circle(&layers, &name, &at) {
            problems.push(problem);
            return (Vec::new(), problems);
        }
        let files = files_of(&name, sources);
        if files.is_empty() {
            problems.push(missing(&name, at, sources));
            return (Vec::new(), problems);
        }
        let (manifest, text) = match read_manifest(&name, &files) {
            Ok((manifest, text, found)) => {
                problems.extend(found);
                (manifest, text)
            }
            Err(problem) => {
                problems.push(problem);
                return (Vec::new(), problems);
            }
        };
        next = manifest.extends.clone().map(|parent| (parent, text.span(toml::locate(&text, &["extends"]))));
        layers.push(Layer { name, manifest: Some((manifest, text)), files });
    }
    (layers, problems)
}

fn circle(layers: &[Layer], name: &str, at: &Span) -> Option<Problem> {
    let themes: Vec<&str> = layers.iter().map(|layer| layer.name.as_str()).filter(|name| !name.is_empty()).collect();
    if let Some(from) = themes.iter().position(|theme| *theme == name) {
        let around: Vec<&str> = themes.iter().skip(from).copied().chain([name]).collect();
        return Some(
            Problem::new(Code::ThemeMissing, at.clone(), format!("themes extend one another in a circle: {}", around.join(" → ")))
                .help("take the line `extends` out of one of them, or name another theme there"),
        );
    }
    (themes.len() >= LONGEST_CHAIN).then(|| Problem::new(Code::ThemeMissing, at.clone(), format!("more than {LONGEST_CHAIN} themes extend one another")))
}

/// The files of the theme `name`: the project's, else those built into the program.
fn files_of(name: &str, sources: &Sources) -> Vec<(String, SourcePath, Arc<[u8]>)> {
    // A name with a slash would reach into another theme.
    if name.contains('/') {
        return Vec::new();
    }
    let folder = format!("themes/{name}/");
    let named = |path: &SourcePath| path.as_str().strip_prefix(&folder).map(str::to_owned);
    let own: Vec<_> = sources.below("themes").filter_map(|(path, bytes)| Some((named(path)?, path.clone(), bytes.clone()))).collect();
    if own.is_empty() { builtin::built_in_files().filter_map(|(path, bytes)| Some((named(&path)?, path, bytes))).collect() } else { own }
}

fn read_manifest(name: &str, files: &[(String, SourcePath, Arc<[u8]>)]) -> Result<(Manifest, Text, Vec<Problem>), Problem> {
    if let Some((_, path, bytes)) = files.iter().find(|(name, ..)| name == "theme.toml") {
        let text = Text::decode(path, bytes)?;
        let (manifest, problems) = manifest::read(&text);
        return Ok((manifest, text, problems));
    }
    // `files` is never empty here; a theme without any file is a missing theme.
    let at = files
        .first()
        .map(|(_, path, _)| Span::whole(path))
        .ok_or_else(|| Problem::new(Code::ThemeMissing, Span::whole(&SourcePath::settings()), "a theme has no files"))?;
    Err(Problem::new(Code::ThemeMissing, at, format!("the theme `{name}` has no `themes/{name}/theme.toml`"))
        .help("write one, `extends = \"beacon\"` is enough; single files of a built-in theme are replaced in `templates/` and `static/` of the project"))
}

fn missing(name: &str, at: Span, sources: &Sources) -> Problem {
    let themes = available(sources);
    let list = format!(
        "the themes are {}; one of your own begins with `themes/{name}/theme.toml`, in which `extends = \"beacon\"` is enough",
        themes.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
    );
    let help = nearest(name, themes.iter().map(String::as_str)).map_or(list.clone(), |near| format!("did you mean `{near}`?"));
    Problem::new(Code::ThemeMissing, at, format!("there is no theme `{name}`")).help(help)
}

/// The names of all themes: folders of `themes/` and those built in.
pub(super) fn available(sources: &Sources) -> BTreeSet<String> {
    let theme_of = |path: &SourcePath| path.as_str().strip_prefix("themes/")?.split_once('/').map(|(name, _)| name.to_owned());
    sources.below("themes").filter_map(|(path, _)| theme_of(path)).chain(builtin::built_in_files().filter_map(|(path, _)| theme_of(&path))).collect()
}
