//! The filter `say`: a word of the theme with its places filled in, in the form that a number takes.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::value::Key;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value};

use crate::words::{Piece, Plurals, pieces};

/// The plural rules of all languages, by tag.
type Rules = Arc<BTreeMap<String, Arc<Plurals>>>;

/// Makes the filter known to `tera`.
pub(super) fn register(tera: &mut Tera, plurals: &Rules) {
    let plurals = plurals.clone();
    tera.register_filter("say", move |word: &Value, fillings: Kwargs, state: &State| say(word, &fillings, state, &plurals));
}

fn say(word: &Value, fillings: &Kwargs, state: &State, plurals: &Rules) -> TeraResult<Value> {
    let text = match (word.as_str(), word.as_map()) {
        (Some(text), _) => text,
        (None, Some(forms)) => form(forms, fillings, plurals)?,
        (None, None) => return Err(Error::message("only a word can be said, such as `words.guides`")),
    };
    // A text of plain words is escaped where it is printed, as others are.
    let is_html = fillings.iter().any(|(_, value)| value.is_safe());
    let mut said = String::with_capacity(text.len() + 32);
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) if is_html => said.push_str(&state.escape(text)?),
            Piece::Text(text) => said.push_str(text),
            Piece::Place(name) => {
                let value: Option<&Value> = fillings.get(name)?;
                let Some(value) = value else { return Err(Error::message(format!("the word needs `{name}`: write `say({name}=...)`"))) };
                let text = value.to_string();
                if is_html && !value.is_safe() { said.push_str(&state.escape(&text)?) } else { said.push_str(&text) }
            }
        }
    }
    Ok(if is_html { Value::safe_string(&said) } else { Value::normal_string(&said) })
}

/// The text for the number that is given.
fn form<'w>(forms: &'w Map, fillings: &Kwargs, plurals: &Rules) -> TeraResult<&'w str> {
    let of = |name: &'static str| forms.get(&Key::from(name)).and_then(Value::as_str);
    let number: Option<&Value> = fillings.get("number")?;
    let Some(number) = number else { return Err(Error::message("this word differs with a number: write `say(number=...)`")) };
    let rules = of("language").and_then(|tag| plurals.get(tag));
    let form = rules.map_or("other", |rules| rules.form(&number.to_string()));
    of(form).or_else(|| of("other")).ok_or_else(|| Error::message("this is no word of the theme"))
}
