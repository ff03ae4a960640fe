//! Blocks of a theme: their parameters checked against what `theme.toml` declares.

use std::collections::{BTreeMap, BTreeSet};

use super::BlockKind;
use super::given::Given;
use crate::guide::body::context::Context;
use crate::guide::front_matter::Extra;
use crate::guide::rules::{ParameterKind, ParameterRule};
use crate::problem::Code;
use crate::tree::nearest;
use crate::yaml::{self, Entries};

/// The theme's block with the parameters that `rules` allow.
pub(super) fn block(cx: &mut Context<'_>, given: &Given<'_>, rules: &[ParameterRule]) -> BlockKind {
    let (written, sound): (Entries<Extra>, bool) = given.read(cx);
    let mut parameters = BTreeMap::new();
    // Parameters of a wrong kind, and those that mistyped names are nearest to: told already, and not missing.
    let mut refused: BTreeSet<&str> = BTreeSet::new();
    for (name, value) in written.0 {
        let Some(rule) = rules.iter().find(|rule| rule.name == name) else {
            let at = yaml::locate_key(cx.text, given.body.clone(), &[&name]);
            let all = || format!("its parameters are {}", rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>().join(", "));
            let near = nearest(&name, rules.iter().map(|rule| rule.name.as_str()));
            refused.extend(near);
            let help = near.map_or_else(all, |near| format!("did you mean `{near}`?"));
            cx.problem(Code::UnknownKey, at, format!("the block `{{{}}}` has no parameter `{name}`", given.name), help);
            continue;
        };
        if fits(&value, &rule.kind) {
            parameters.insert(name, value);
        } else {
            refused.insert(&rule.name);
            let at = given.at(cx, &[&name]);
            cx.problem(Code::InvalidValue, at, format!("`{name}` takes {}", wanted(&rule.kind)), "see the theme's documentation of this block");
        }
    }
    for rule in rules.iter().filter(|rule| !parameters.contains_key(&rule.name)).collect::<Vec<_>>() {
        match &rule.default {
            Some(default) => {
                parameters.insert(rule.name.clone(), default.clone());
            }
            None if rule.required && !refused.contains(rule.name.as_str()) => {
                given.missing::<()>(cx, sound, &rule.name);
            }
            None => {}
        }
    }
    BlockKind::Theme { name: given.name.to_owned(), parameters }
}

fn fits(value: &Extra, kind: &ParameterKind) -> bool {
    match (kind, value) {
        (ParameterKind::Text, Extra::Text(_)) => true,
        (ParameterKind::Number, Extra::Text(text)) => text.parse::<f64>().is_ok_and(f64::is_finite),
        (ParameterKind::Boolean, Extra::Text(text)) => matches!(text.as_str(), "true" | "false"),
        (ParameterKind::List, Extra::List(items)) => items.iter().all(|item| matches!(item, Extra::Text(_))),
        (ParameterKind::Choice(choices), Extra::Text(text)) => choices.contains(text),
        _ => false,
    }
}

fn wanted(kind: &ParameterKind) -> String {
    match kind {
        ParameterKind::Text => "a text".to_owned(),
        ParameterKind::Number => "a number".to_owned(),
        ParameterKind::Boolean => "true or false".to_owned(),
        ParameterKind::List => "a list of texts".to_owned(),
        ParameterKind::Choice(choices) => format!("one of {}", choices.join(", ")),
    }
}
