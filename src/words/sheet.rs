//! The files of words of a project, its theme and the program, each read when it is first asked for: most sites speak one language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, OnceLock};

use super::file::{self, Read};
use super::plurals::Plurals;
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span, Text};

/// The words of the program itself: those of its theme.
pub(super) const BUILT_IN: [(&str, &str); 3] = [
    ("themes/beacon/words/ar.toml", include_str!("../../themes/beacon/words/ar.toml")),
    ("themes/beacon/words/de.toml", include_str!("../../themes/beacon/words/de.toml")),
    ("themes/beacon/words/en.toml", include_str!("../../themes/beacon/words/en.toml")),
];

/// The files of words of a project or a theme.
#[derive(Debug, Default)]
pub struct Layer {
    /// Name of the theme; empty for the project.
    pub name: String,
    /// Its files.
    pub files: Vec<Text>,
}

/// A file of words.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) text: Text,
    pub(super) plurals: Arc<Plurals>,
    read: OnceLock<Read>,
}

impl Sheet {
    fn new(text: Text, tag: &str) -> Self {
        Self { text, plurals: Arc::new(Plurals::of(tag)), read: OnceLock::new() }
    }

    /// What stands in it.
    pub(super) fn read(&self) -> &Read {
        self.read.get_or_init(|| file::read(&self.text, &self.plurals))
    }
}

/// Its words follow from its language and its text.
impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        self.plurals == other.plurals && self.text == other.text
    }
}

impl Eq for Sheet {}

/// The files of one layer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SheetLayer {
    /// Name of the theme; empty for the project, none for the program.
    pub(super) name: Option<String>,
    /// By language, in small letters.
    pub(super) sheets: BTreeMap<String, Arc<Sheet>>,
}

/// All files of words, the first to be asked first.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sheets {
    pub(super) layers: Vec<SheetLayer>,
}

/// Those of the program, by language.
static BASE: LazyLock<BTreeMap<String, Arc<Sheet>>> = LazyLock::new(|| {
    let texts = BUILT_IN.iter().filter_map(|(path, text)| SourcePath::new(path).map(|path| Text { path, text: (*text).into() }));
    texts.filter_map(|text| sheet(text).ok()).collect()
});

impl Sheets {
    /// Those of `layers` above those of the program, and what is wrong with them.
    pub(super) fn of_layers(layers: &[Layer]) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut all = Vec::new();
        for layer in layers {
            let mut sheets = BTreeMap::new();
            for text in &layer.files {
                // A theme that is part of the program has these very files.
                let same = BASE.iter().find(|(_, sheet)| sheet.text == *text).map(|(tag, sheet)| (tag.clone(), sheet.clone()));
                match same.map_or_else(|| sheet(text.clone()), Ok) {
                    Ok(named) => sheets.extend([named]),
                    Err(problem) => problems.push(problem),
                }
            }
            all.push(SheetLayer { name: Some(layer.name.clone()), sheets });
        }
        all.push(SheetLayer { name: None, sheets: BASE.clone() });
        let sheets = Self { layers: all };
        problems.extend(sheets.written().flat_map(|(_, sheet)| sheet.read().problems.iter().cloned()));
        (sheets, problems)
    }

    /// The sheets of the project and of themes, but for those that are the program's.
    pub(super) fn written(&self) -> impl Iterator<Item = (&str, &Arc<Sheet>)> {
        let is_base = |sheet: &Arc<Sheet>| BASE.values().any(|base| Arc::ptr_eq(base, sheet));
        let sheets = self.layers.iter().flat_map(|layer| &layer.sheets);
        sheets.filter(move |(_, sheet)| !is_base(sheet)).map(|(tag, sheet)| (tag.as_str(), sheet))
    }

    /// The languages that there are words in.
    pub(super) fn languages(&self) -> BTreeSet<&str> {
        self.layers.iter().flat_map(|layer| layer.sheets.keys()).map(String::as_str).collect()
    }

    /// The sheets of the language `tag`, the first to be asked first.
    pub(super) fn of<'s>(&'s self, tag: &'s str) -> impl Iterator<Item = &'s Arc<Sheet>> {
        self.layers.iter().filter_map(move |layer| layer.sheets.get(tag))
    }

    /// The sheets that the words of the language `tag` are taken from, the first to be asked first.
    pub(super) fn behind<'s>(&'s self, tag: &'s str) -> impl Iterator<Item = &'s Arc<Sheet>> {
        language::fallbacks(tag).chain(["en"]).flat_map(|tag| self.of(tag))
    }
}

/// A file of words with its language; a problem if its name is no language's.
fn sheet(text: Text) -> Result<(String, Arc<Sheet>), Problem> {
    let name = text.path.file_name();
    let Some(tag) = name.strip_suffix(".toml").filter(|tag| language::is_tag(tag)) else {
        let help = "a file of words is called after its language, such as `words/de.toml` or `words/pt-BR.toml`";
        return Err(Problem::new(Code::ThemeWords, Span::whole(&text.path), format!("`{name}` is not named after a language")).help(help));
    };
    let tag = tag.to_owned();
    Ok((tag.to_ascii_lowercase(), Arc::new(Sheet::new(text, &tag))))
}
