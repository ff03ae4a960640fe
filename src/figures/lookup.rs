//! A name leads to a fact: of the front matter, else of a dataset.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::fact::{Fact, Reference, reference};
use crate::guide::Head;
use crate::tree::nearest;

/// Why a name leads to no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// What is missing: small letters, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Absent {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// The fact that `reference` names on the page with this front matter, whose own facts are `own`.
pub(super) fn find(reference: &Reference, own: &BTreeMap<String, Arc<Fact>>, head: &Head) -> Result<Arc<Fact>, Absent> {
    let is_own = reference.occupation.is_none() && reference.dataset.is_none();
    if let Some(fact) = own.get(&reference.name).filter(|_| is_own) {
        return Ok(fact.clone());
    }
    if let Some(unread) = head.front.facts.as_ref().filter(|_| is_own).and_then(|facts| facts.get_key_value(&reference.name)) {
        return Err(Absent::new(format!("the fact `{}` has no value", unread.0), "mend its entry under `facts`"));
    }
    let Some(_measure) = reference::measure(&reference.name) else {
        let names = own.keys().map(String::as_str).chain(reference::NAMES);
        let all = || "write it down under `facts` in the front matter, or name one of the occupation's, such as `pay`, `jobs` or `growth`".to_owned();
        let help = nearest(&reference.name, names).map_or_else(all, |near| format!("did you mean `{near}`?"));
        return Err(Absent::new(format!("no fact is called `{}`", reference.name), help));
    };
    Err(Absent::new(
        format!("no dataset gives `{}`", reference.name),
        "declare a dataset in content/_data/datasets.yaml, or write the figure down under `facts` in the front matter",
    ))
}
