//! The occupations that the phrases of a page name, those which say of whom a figure is told.

use std::collections::{BTreeMap, BTreeSet};

use super::question::Question;
use crate::fact::SocCode;
use crate::fact::english::{joined, words};

/// Words that make what follows them another than who earns: "technicians who help pharmacists", "one who works with nurses".
const OTHERS: [&str; 15] = ["who", "that", "which", "with", "for", "by", "to", "than", "like", "unlike", "offices", "office", "jobs", "from", "under"];

/// The occupation, code and title, that each phrase ends with: the page's own by its name there, else one that the datasets know; none where they know several.
pub(super) fn all(phrases: &BTreeSet<String>, question: &Question) -> BTreeMap<String, (String, String)> {
    let occupation = question.head.front.occupation.as_ref();
    let own = occupation.and_then(|it| Some((it.name.clone()?, it.soc.clone()?)));
    phrases.iter().filter_map(|phrase| Some((phrase.clone(), who(phrase, own.as_ref(), question)?))).collect()
}

fn who(phrase: &str, own: Option<&(String, String)>, question: &Question) -> Option<(String, String)> {
    if words(phrase).any(|word| OTHERS.contains(&word)) {
        return None;
    }
    let Some((name, code)) = own else { return named(phrase, question) };
    let lower = name.to_lowercase();
    // What both are called tells nobody which of them is meant.
    match (is_end(&lower, phrase), words(&lower).next_back().is_some_and(|noun| phrase.contains(noun))) {
        (true, _) => Some((code.clone(), name.clone())),
        // "Nurse practitioners" are another occupation than registered nurses all the same.
        (false, true) => named(phrase, question).filter(|(other, title)| other != code && is_whole(title, phrase)),
        (false, false) => named(phrase, question),
    }
}

fn named(phrase: &str, question: &Question) -> Option<(String, String)> {
    let mut found: Option<(String, String)> = None;
    for dataset in question.datasets.values() {
        for code in dataset.occupations_in(phrase) {
            match &found {
                // Files of several levels call a broad occupation and the only one in it alike.
                Some((other, _)) if *other == code || SocCode::is_broad(&code, other) => {}
                Some((other, _)) if !SocCode::is_broad(other, &code) => return None,
                _ => found = Some((code.clone(), dataset.title(&code)?)),
            }
        }
    }
    found.filter(|(_, title)| names_of(title).iter().any(|name| is_end(name, phrase)))
}

/// What an occupation of that title is called, in lower case.
fn names_of(title: &str) -> Vec<String> {
    joined(title).into_iter().flatten().chain([title.to_lowercase()]).collect()
}

/// Whether `phrase` ends with `title`, or with it in the singular.
fn is_end(title: &str, phrase: &str) -> bool {
    let single = |text: &str| text.strip_suffix('s').map_or_else(|| text.to_owned(), str::to_owned);
    single(phrase).ends_with(&single(title))
}

/// Whether `phrase` is `title` and nothing else, but for its number and "all".
fn is_whole(title: &str, phrase: &str) -> bool {
    let single = |text: &str| text.strip_suffix('s').map_or_else(|| text.to_owned(), str::to_owned);
    let phrase = ["half of all ", "half of ", "all ", "the "].iter().find_map(|word| phrase.strip_prefix(word)).unwrap_or(phrase);
    names_of(title).iter().any(|name| single(phrase) == single(name))
}
