//! One file of words: TOML, a text for each word, or a table of its plural forms.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::pattern::Pattern;
use super::plurals::{FORMS, Plurals};
use super::word::Word;
use crate::problem::{Code, Problem};
use crate::source::Text;
use crate::tree::{Form, Node, Tree, Value, nearest};

/// What stands in a file of words.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) words: BTreeMap<String, Found>,
    pub(super) problems: Vec<Problem>,
}

/// A word, and where its name stands.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) word: Word,
    pub(super) place: Range<usize>,
}

/// The words in `text`, in the language with these plurals; what cannot be used is told and left out.
pub(super) fn read(text: &Text, plurals: &Arc<Plurals>) -> Read {
    let (tree, complaints) = Tree::from_toml(&text.text);
    let mut problems: Vec<Problem> = complaints.into_iter().map(|it| Problem { code: Code::ThemeWords, ..it.in_text(text) }).collect();
    let mut words = BTreeMap::new();
    if let Some(Node { value: Value::Mapping(entries), .. }) = &tree.root {
        for (key, value) in entries {
            let Value::Scalar(name, _) = &key.value else { continue };
            match word(value, plurals) {
                Ok(word) => {
                    words.insert(name.clone(), Found { word, place: key.range.clone() });
                }
                Err((range, message, help)) => problems.push(Problem::new(Code::ThemeWords, text.span(range), message).help(help)),
            }
        }
    }
    Read { words, problems }
}

/// Why something is no word: where, what is wrong and what to do.
type Why = (Range<usize>, String, String);

fn word(node: &Node, plurals: &Arc<Plurals>) -> Result<Word, Why> {
    match &node.value {
        Value::Scalar(text, Form::TomlText) => pattern(node, text).map(Word::Text),
        Value::Mapping(entries) => {
            let forms = entries.iter().map(|(key, value)| form(key, value, plurals)).collect::<Result<BTreeMap<_, _>, _>>()?;
            if !forms.contains_key("other") {
                return Err((node.range.clone(), "this word has no form `other`".to_owned(), "every language has it: write `other = \"...\"`".to_owned()));
            }
            Ok(Word::Forms { plurals: plurals.clone(), forms })
        }
        _ => Err((node.range.clone(), "a word is a text".to_owned(), "write it in quotes; one with a number in it may be a table of forms".to_owned())),
    }
}

fn form(key: &Node, value: &Node, plurals: &Plurals) -> Result<(String, Pattern), Why> {
    let Value::Scalar(name, _) = &key.value else { return Err((key.range.clone(), "a form has no name".to_owned(), "write `one` or `other`".to_owned())) };
    let has = plurals.forms();
    if !has.contains(&name.as_str()) {
        let help = match nearest(name, has.iter().copied()).filter(|_| !FORMS.contains(&name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("numbers take the forms {} there", has.join(", ")),
        };
        return Err((key.range.clone(), format!("`{}` has no form `{name}`", plurals.tag()), help));
    }
    match &value.value {
        Value::Scalar(text, Form::TomlText) => Ok((name.clone(), pattern(value, text)?)),
        _ => Err((value.range.clone(), "the form of a word is a text".to_owned(), "write it in quotes".to_owned())),
    }
}

fn pattern(node: &Node, text: &str) -> Result<Pattern, Why> {
    Pattern::parse(text).map_err(|why| (node.range.clone(), why, "a place is a name of small letters in brackets, such as `{number}`".to_owned()))
}
