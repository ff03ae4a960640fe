//! The look of a site: templates, static files and parameters of a theme, loaded and checked before any page is rendered.
//! A file of the project goes before the theme's, which goes before that of the theme it extends. `render` uses the result.

mod assets;
mod bindings;
mod builtin;
mod component;
mod copied;
mod difference;
mod fields;
mod filters;
mod layer;
mod manifest;
mod meanings;
mod nesting;
mod parameter;
mod parameters;
mod parts;
mod prints;
mod problems;
mod say;
mod scan;
mod shapes;
mod statics;
mod tags;
mod templates;
mod toml;
mod unfilled;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Tera, Value};

use crate::guide::ParameterRule;
use crate::guide::front_matter::Extra;
use crate::page::view::ThemeBlockView;
use crate::problem::{Code, Problem};
use crate::settings::Config;
use crate::source::{SourcePath, Sources, Span, Text};
use crate::stamp::{Stamp, Stamps};
use crate::words::Book;

pub use builtin::built_in_files;
pub use component::Component;
pub use copied::{Copy, NoOriginal, compare, copy};
pub use filters::{filters, href};
pub use manifest::{BlockDeclaration, Manifest};
pub use parameter::{Kind, Parameter, Typed};
pub use statics::StaticFiles;

use layer::Layer;

/// What a theme is loaded from: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name in `site.toml`.
    pub name: String,
    /// Its parameters there.
    pub params: BTreeMap<String, Extra>,
    /// The languages of the site, the default one first.
    pub languages: Vec<String>,
    /// The files of themes and overrides, and `site.toml` for places in it.
    pub sources: Sources,
}

impl Wanted {
    /// What the settings want of the project's files.
    pub fn of(config: &Config, sources: &Sources) -> Self {
        let folders = ["themes/", "templates/", "static/", "words/"];
        let sources = sources.only(|path| *path == SourcePath::settings() || folders.iter().any(|folder| path.as_str().starts_with(folder)));
        Self { name: config.theme.clone(), params: config.params.clone(), languages: config.all_languages().map(str::to_owned).collect(), sources }
    }
}

/// The blocks that a theme adds, as rules for reading guides.
pub type BlockRules = BTreeMap<String, Vec<ParameterRule>>;

/// A theme whose templates are linked.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Its name in `site.toml`.
    pub name: String,
    /// Its parameters by name, as the site sets them, defaults filled in: `site.params` in templates.
    pub params: serde_json::Value,
    /// The words of every language that somebody wrote any in.
    pub words: Arc<Book>,
    word_values: words::Values,
    tera: Tera,
    templates: BTreeMap<String, Text>,
    parts: parts::Parts,
    blocks: BTreeMap<String, BTreeMap<String, Parameter>>,
    files: StaticFiles,
    assets: assets::Assets,
}

impl Theme {
    /// The theme that the settings name, and every problem of it. `None` if no page can be rendered with it.
    pub fn load(wanted: &Wanted) -> (Option<Self>, Vec<Problem>) {
        let sources = &wanted.sources;
        let named_at = parameters::Settings::of(sources).value(&["theme"]);
        let (layers, mut problems) = layer::layers(&wanted.name, named_at, sources);
        if layers.is_empty() {
            return (None, problems);
        }
        let (params, found) = parameters::parameters(&layers, &wanted.params, sources);
        problems.extend(found);
        problems.extend(copied::outdated(&layers));
        let (book, found) = words::read(&layers);
        problems.extend(found);
        let (files, found) = statics::files(&layers);
        problems.extend(found);
        let (templates, unread) = templates::collect(&layers);
        let scans = templates::scans(&templates);
        let (assets, unfound) = assets::Assets::of(&files, &templates, &scans);
        problems.extend(words::problems(&book, &wanted.languages, &scans, sources));
        let (tera, unlinked) = templates::link(&layers, &templates, &scans, &assets, &book);
        let mut unusable = [unread, unfound, unlinked, needed(&layers, &templates), blocks_without_template(&layers, &templates)].concat();
        let blocks = blocks(&layers);
        let files = assets.rename(files, &templates, &scans);
        let parts = parts::parts(&scans);
        if unusable.is_empty() {
            let language = wanted.languages.first().map_or("en", String::as_str);
            unusable = templates::unknown_values(&tera, &templates, &scans);
            let shapes = shapes::Shapes::new(&params, &blocks, &book, &wanted.languages);
            let meanings = meanings::Meanings::new(&shapes, &scans);
            unusable.extend(fields::unknown(&meanings, &templates, &scans, language));
            unusable.extend(unfilled::words(&meanings, &templates, &scans, sources));
            problems.extend(templates::unused(&templates, &scans, &blocks.keys().map(String::as_str).collect(), sources));
        }
        let usable = unusable.is_empty();
        problems.extend(unusable);
        let word_values = words::values(&book);
        let words = Arc::new(book);
        let theme = Self { name: wanted.name.clone(), params, words, word_values, tera, parts, blocks, templates, files, assets };
        (usable.then_some(theme), problems)
    }

    /// The static files by their places in the site, each with the file that it comes from; those that templates name as assets
    /// under names that hold a hash of them.
    pub fn files(&self) -> &StaticFiles {
        &self.files
    }

    /// The blocks that the theme adds, each with its parameters.
    pub fn blocks(&self) -> &BTreeMap<String, BTreeMap<String, Parameter>> {
        &self.blocks
    }

    /// The blocks that the theme adds, as rules for reading guides: they hold though a template of it cannot be used.
    /// `None` if its `theme.toml`, or that of a theme which it extends, cannot be read.
    pub fn block_rules(wanted: &Wanted) -> Option<BlockRules> {
        let (layers, problems) = layer::layers(&wanted.name, Span::whole(&SourcePath::settings()), &wanted.sources);
        let rules = |parameters: BTreeMap<String, Parameter>| parameters.iter().map(|(name, parameter)| parameter.rule(name)).collect();
        let is_read = problems.iter().all(|it| matches!(it.code, Code::ThemeParameter | Code::UnknownKey | Code::InvalidValue));
        (is_read && !layers.is_empty()).then(|| blocks(&layers).into_iter().map(|(name, parameters)| (name, rules(parameters))).collect())
    }

    /// The words that hold though no page can be shown with the theme: those of the project and of the theme, as far as they can be read.
    pub fn words(wanted: &Wanted) -> Book {
        let (layers, _) = layer::layers(&wanted.name, Span::whole(&SourcePath::settings()), &wanted.sources);
        words::read(&layers).0
    }

    /// The words that a page in the language `tag` is shown with.
    pub(crate) fn words_of(&self, tag: &str) -> Option<&Value> {
        let (value, _) = self.word_values.get(self.words.nearest(tag))?;
        Some(value.get_or_init(|| words::value(self.words.of(tag))))
    }

    /// The stamps of the words of all languages.
    pub(crate) fn word_stamps(&self) -> Stamps {
        self.word_values.iter().map(|(tag, (_, stamp))| (format!("words/{tag}"), *stamp)).collect()
    }

    /// The parameters of a block as its template sees them: every declared one, of its kind, defaults filled in.
    pub(crate) fn block_parameters(&self, block: &ThemeBlockView) -> BTreeMap<String, serde_json::Value> {
        let declared = self.blocks.get(&block.name).into_iter().flatten();
        let value = |(name, parameter): (&String, &Parameter)| {
            let given = block.parameters.get(name).and_then(|extra| Typed::of(extra).and_then(|typed| parameter.value(&typed)).ok());
            (name.clone(), given.unwrap_or_else(|| parameter.default_value()))
        };
        declared.map(value).collect()
    }

    /// The texts of its templates by name, for places of problems: those of a built-in theme are not in the project.
    pub fn texts(&self) -> &BTreeMap<String, Text> {
        &self.templates
    }

    /// The components that its templates define, by name.
    pub fn components(&self) -> Vec<Component> {
        let definitions: BTreeMap<&str, _> =
            self.tera.get_component_names().filter_map(|name| Some((name, self.tera.get_component_definition(name)?))).collect();
        definitions.into_iter().map(|(name, definition)| Component::new(name, &definition)).collect()
    }

    /// Whether a guide is shown with what the licences of its sources ask for: whether a template with a part in it names `page.credits`.
    pub fn prints_credits(&self) -> bool {
        self.parts_of("guide.html").any(|name| self.templates.get(name).is_some_and(|text| text.text.contains("page.credits")))
    }

    /// The stamps of its templates by name, each with its place.
    pub(crate) fn template_stamps(&self) -> BTreeMap<String, Stamp> {
        self.templates.iter().map(|(name, text)| (name.clone(), Stamp::of_all([text.path.as_str(), &text.text].map(Stamp::of)))).collect()
    }

    /// The stamps of what it says of the parameters of its blocks.
    pub(crate) fn block_stamps(&self) -> Stamps {
        self.blocks.iter().map(|(name, parameters)| (format!("the parameters of the block `{name}`"), Stamp::of(parameters))).collect()
    }

    /// The stamps of the static files that a template itself names as assets: their names in the site follow from them.
    pub(crate) fn asset_stamps(&self, template: &str) -> &[(String, Stamp)] {
        self.assets.stamps(template)
    }

    /// The names of all templates that have a part in what `template` shows, its own among them.
    pub(crate) fn parts_of(&self, template: &str) -> impl Iterator<Item = &str> {
        self.parts.get(template).into_iter().flatten().map(String::as_str)
    }

    /// The engine, for `render`.
    pub(crate) fn tera(&self) -> &Tera {
        &self.tera
    }

    /// What the engine said about `template` while the page at `page` was rendered.
    pub(crate) fn problem(&self, error: &tera::Error, template: &str, page: &str) -> Problem {
        problems::rendering(error, template, page, &self.templates).unwrap_or_else(|| {
            Problem::new(Code::RenderFailed, self.place(template), format!("the template `{template}` cannot be rendered"))
                .help(format!("while rendering {page}"))
        })
    }

    /// The beginning of a template.
    pub(crate) fn place(&self, template: &str) -> Span {
        self.templates.get(template).map_or_else(|| Span::whole(&SourcePath::settings()), |text| text.span(0..0))
    }
}

/// The blocks that themes declare, with their parameters.
fn blocks(layers: &[Layer]) -> BTreeMap<String, BTreeMap<String, Parameter>> {
    parameters::declared(layers, |manifest| &manifest.blocks).into_iter().map(|(name, block)| (name.to_owned(), block.params.clone())).collect()
}

/// Templates that no layer has.
fn needed(layers: &[Layer], templates: &BTreeMap<String, Text>) -> Vec<Problem> {
    let Some(at) = layers.iter().find_map(|layer| layer.manifest.as_ref()).map(|(_, text)| text.span(0..0)) else { return Vec::new() };
    let missing = templates::NEEDED.iter().filter(|name| !templates.contains_key(**name));
    missing
        .map(|name| {
            Problem::new(Code::TemplateMissing, at.clone(), format!("the theme has no template `{name}`"))
                .help("write it, or write `extends = \"beacon\"` in theme.toml to have that theme's")
        })
        .collect()
}

/// Blocks that `theme.toml` declares and no template shows.
fn blocks_without_template(layers: &[Layer], templates: &BTreeMap<String, Text>) -> Vec<Problem> {
    let manifests = layers.iter().filter_map(|layer| layer.manifest.as_ref());
    let blocks = manifests.flat_map(|(manifest, text)| manifest.blocks.keys().map(move |name| (name, text)));
    let shown = |name: &str| templates.contains_key(&format!("blocks/{name}.html"));
    blocks
        .filter(|(name, _)| !shown(name))
        .map(|(name, text)| {
            let at = text.span(toml::locate_key(text, &["blocks", name]));
            Problem::new(Code::TemplateMissing, at, format!("the block `{name}` has no template")).help(format!("write `templates/blocks/{name}.html`"))
        })
        .collect()
}
