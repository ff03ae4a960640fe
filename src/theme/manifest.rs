//! `theme.toml`: what a theme is called, which theme it extends, which parameters and blocks it has.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::parameter::{Kind, Parameter};
use super::toml;
use crate::guide::body::BLOCK_NAMES;
use crate::problem::{Code, Problem};
use crate::source::Text;

/// Everything that `theme.toml` can say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Manifest {
    /// Name for readers of lists of themes.
    pub name: Option<String>,
    /// What it looks like and is good for, in a sentence.
    pub description: Option<String>,
    /// The theme whose files hold where this one has none.
    pub extends: Option<String>,
    /// What a site may set under `[params]`.
    pub params: BTreeMap<String, Parameter>,
    /// The blocks that it adds; each has a template `blocks/<name>.html`.
    pub blocks: BTreeMap<String, BlockDeclaration>,
}

/// A block of a theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BlockDeclaration {
    /// What it shows, for the documentation.
    pub about: Option<String>,
    /// Its parameters.
    pub params: BTreeMap<String, Parameter>,
}

/// Templates of blocks that Guidepost has beside those called as the blocks are: no theme can redefine what they are given.
const SHARED_TEMPLATES: [&str; 2] = ["table", "figures"];

/// `theme.toml` as types, with every problem in it.
pub(super) fn read(text: &Text) -> (Manifest, Vec<Problem>) {
    let (manifest, mut problems): (Manifest, _) = toml::read(text);
    for (name, parameter) in &manifest.params {
        problems.extend(wrong(text, &["params", name], parameter, false));
    }
    for (block, declaration) in &manifest.blocks {
        let place = || text.span(toml::locate_key(text, &["blocks", block]));
        if BLOCK_NAMES.contains(&block.as_str()) || SHARED_TEMPLATES.contains(&block.as_str()) {
            problems.push(
                Problem::new(Code::ThemeParameter, place(), format!("the block `{block}` is one of Guidepost's own"))
                    .help("give the block another name; to change its looks write its template"),
            );
        }
        if !is_name(block) {
            problems.push(
                Problem::new(Code::ThemeParameter, place(), format!("`{block}` cannot be the name of a block")).help("write small letters, digits and `-`"),
            );
        }
        for (name, parameter) in &declaration.params {
            problems.extend(wrong(text, &["blocks", block, "params", name], parameter, true));
        }
    }
    (manifest, problems)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// What is wrong with the declaration of a parameter at `path`.
fn wrong(text: &Text, path: &[&str], parameter: &Parameter, of_block: bool) -> Option<Problem> {
    let name = path.last()?;
    let at = |key: &str| text.span(toml::locate(text, &[path, &[key]].concat()));
    let problem = |key: &str, message: String| Some(Problem::new(Code::ThemeParameter, at(key), message));
    if parameter.kind == Kind::Choice && parameter.choices.is_empty() {
        return problem("kind", format!("the choice `{name}` has no `choices`")).map(|it| it.help("list them: `choices = [\"wide\", \"narrow\"]`"));
    }
    if parameter.kind != Kind::Choice && !parameter.choices.is_empty() {
        return problem("choices", format!("`{name}` has choices and is no choice")).map(|it| it.help("write `kind = \"choice\"`"));
    }
    if parameter.kind == Kind::List && !of_block {
        return problem("kind", format!("the parameter `{name}` of a theme cannot be a list"));
    }
    if parameter.kind == Kind::Color && of_block {
        return problem("kind", format!("the parameter `{name}` of a block cannot be a color"));
    }
    if parameter.required && !of_block {
        return problem("required", format!("the parameter `{name}` of a theme cannot be required")).map(|it| it.help("give it a `default`"));
    }
    let reason = parameter.value(parameter.default.as_ref()?).err()?;
    problem("default", format!("the default of `{name}` cannot be its value: {reason}"))
}
