//! The source that a sentence names for a figure which is of another one: "According to Indeed" before a figure of the Bureau of Labor Statistics.

use crate::check::subject::Subject;
use crate::fact::Fact;
use crate::fact::english::words;
use crate::guide::body::Figure;

/// Web sites whose pay guides tell, with or without an entry in `sources.yaml`.
const SITES: [&str; 6] = ["PayScale", "Glassdoor", "Indeed", "ZipRecruiter", "Salary.com", "LinkedIn"];

/// Words in front of the name of a source.
const OPENINGS: [&str; 6] = ["according to ", "data from ", "figures from ", "numbers from ", "as reported by ", "as published by "];

/// Words behind it where a sentence begins with it.
const TELLS: [&str; 8] = ["reports", "reported", "says", "puts", "estimates", "estimated", "shows", "gives"];

/// The name of the source that the sentence says the figure is of, and what its own is called, where these are two.
pub(super) fn another(subject: &Subject, figure: &Figure, own_words: &str, fact: &Fact) -> Option<(String, String)> {
    let own = subject.registry.sources.get(fact.source.as_ref()?)?;
    let called = own.publisher.as_ref().or(own.title.as_ref())?;
    let sentence = last_sentence(own_words);
    let (named, is_subject) = behind(&figure.after).map(|named| (named, false)).or_else(|| in_front(sentence))?;
    let own_names: Vec<String> = [&own.publisher, &own.title, &own.url].into_iter().flatten().flat_map(|name| names_of(name)).collect();
    // Whoever names both knows why.
    if own_names.iter().any(|name| bare(sentence).contains(name) || bare(named).contains(name)) {
        return None;
    }
    let others = subject.registry.sources.values().flat_map(|source| [&source.publisher, &source.title]).flatten().map(String::as_str);
    let is_own = |name: &str| own_names.iter().any(|own| own.contains(&bare(name)));
    let name = SITES.into_iter().chain(others).filter(|name| !is_own(name)).find(|name| names_of(name).iter().any(|name| is_named(named, name, is_subject)))?;
    Some((name.to_owned(), called.clone()))
}

/// What stands behind "according to" in a sentence that says nothing else in front of its figure; else the whole of it, which may begin with who tells.
fn in_front(sentence: &str) -> Option<(&str, bool)> {
    let lower = sentence.to_lowercase();
    let start = OPENINGS.iter().find_map(|opening| lower.strip_prefix(opening).map(|_| opening.len()));
    let is_other = |word: &str| ["than", "as", "while", "but", "and", "although", "unlike", "above", "below", "twice", "not"].contains(&word);
    let is_plain = !words(&lower).any(is_other) && sentence.matches(',').count() <= 1 && !sentence.contains([';', ':', '\u{fffc}']);
    Some((sentence.get(start.unwrap_or_default()..)?, start.is_none())).filter(|_| is_plain)
}

/// What stands behind "according to" right behind a figure, but for the time of work: "a year, according to Indeed".
fn behind(after: &str) -> Option<&str> {
    let rest = after.split('\u{fffc}').next()?;
    let at = rest.find("according to ")?;
    let is_time = |word: &str| ["a", "an", "per", "year", "hour", "annually", "yearly", "on", "average"].contains(&word);
    words(rest.get(..at)?)
        .all(is_time)
        .then(|| rest.get(at + "according to ".len()..))?
        .filter(|_| !rest.get(..at).is_some_and(|it| it.contains(['.', ';', ':'])))
}

/// Whether `text` begins with the source of that name, and, where that is to be its subject, goes on with what it tells. "Indeed, the survey shows" names nobody.
fn is_named(text: &str, name: &str, is_subject: bool) -> bool {
    behind_name(text, name).is_some_and(|rest| !is_subject || (rest.starts_with(' ') && words(rest).next().is_some_and(|word| TELLS.contains(&word))))
}

/// What stands behind the name that `text` begins with, whatever signs are in it: "the Bureau", "U.S. Bureau".
fn behind_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let text = text.trim_start();
    let text = text.strip_prefix("the ").or_else(|| text.strip_prefix("The ")).unwrap_or(text);
    // "According to pay surveys" names no source with the title Pay.
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let mut wanted = name.chars().peekable();
    for (at, sign) in text.char_indices() {
        if wanted.peek().is_none() {
            return text.get(at..).filter(|_| !sign.is_alphanumeric());
        }
        let is_it = sign.is_alphanumeric() && wanted.next().is_some_and(|letter| sign.to_lowercase().eq(std::iter::once(letter)));
        if !is_it && !matches!(sign, ' ' | '.' | '\'' | '’' | '-') {
            return None;
        }
    }
    wanted.peek().is_none().then_some("")
}

/// A name as it is compared, and its abbreviation: "BLS" of the U.S. Bureau of Labor Statistics.
fn names_of(name: &str) -> Vec<String> {
    let capitals = words(name).filter(|word| word.len() > 1).filter_map(|word| word.chars().next().filter(|letter| letter.is_uppercase()));
    let short: String = capitals.collect::<String>().to_lowercase();
    [bare(name), short].into_iter().filter(|name| name.chars().count() >= 3).collect()
}

/// `text` in lower case without signs and spaces.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The last sentence of `text`: behind a full stop, a space and a capital, which "Salary.com" and "U.S. Bureau" have not.
fn last_sentence(text: &str) -> &str {
    let is_end = |at: &usize| {
        let is_before_space = text.get(at + 1..).is_some_and(|rest| rest.starts_with(' '));
        is_before_space && text.get(..*at).and_then(|before| before.chars().next_back()).is_some_and(|c| !c.is_uppercase())
    };
    let end = text.rmatch_indices(['.', '?', '!']).map(|(at, _)| at).find(is_end);
    end.and_then(|at| text.get(at + 1..)).unwrap_or(text).trim_start()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_is_told_as_that_of_its_source() {
        crate::check::fixture::check_together(
            super::super::find,
            "
            === content/_data/sources.yaml
            bls: { publisher: U.S. Bureau of Labor Statistics, title: Occupational Employment and Wage Statistics }
            crowd: { publisher: PayScale, title: Pay }
            census: { publisher: U.S. Census Bureau, title: American Community Survey }
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 93600, as_of: 2024-05, source: bls }
              crowd: { measure: pay, value: 80000, as_of: 2024-05, source: crowd }
              bare: { measure: pay, value: 80000, as_of: 2024-05 }
            ---
            According to PayScale, registered nurses earn [](fact:pay) a year. Data from Glassdoor show a median of [](fact:pay).

            Nurses work at night. According to Salary.com, they earn [](fact:pay). According to the U.S. Census Bureau, nurses earn [](fact:pay).

            Indeed reports that nurses earn [](fact:pay). Nurses earn [](fact:pay) a year, according to ZipRecruiter.

            According to the BLS, half earn [](fact:crowd).

            According to PayScale, nurses earn [](fact:crowd). According to the Bureau of Labor Statistics, nurses earn [](fact:pay). According to BLS, they earn [](fact:pay). According to the U.S. Bureau of Labor Statistics, they earn [](fact:pay).

            According to PayScale, nurses earn less than the [](fact:pay) of the survey. According to Indeed, demand is high, and they earn [](fact:pay). Indeed, nurses earn [](fact:pay). According to Glassdoor, nurses earn [](fact:bare).

            Nurses earn [](fact:pay), and according to PayScale, less. Indeed has many offers. Nurses earn [](fact:pay). According to pay surveys, it is [](fact:pay). According to a nurse, it is [](fact:pay).

            According to the Occupational Employment and Wage Statistics, nurses earn [](fact:pay). Indeed, the survey shows a median of [](fact:pay). LinkedIn has many offers at [](fact:pay). Glassdoor shows what visitors say; nurses earn [](fact:pay).
            ",
            "
            error: the words around `pay` are not true of it: they say that it is from PayScale, and it is from U.S. Bureau of Labor Statistics
              --> content/a.md:8:47 [](fact:pay)
              help: name its own source, or print the figure of that one, a fact with its `source`
            error: the words around `pay` are not true of it: they say that it is from Glassdoor, and it is from U.S. Bureau of Labor Statistics
              --> content/a.md:8:105 [](fact:pay)
              help: name its own source, or print the figure of that one, a fact with its `source`
            error: the words around `pay` are not true of it: they say that it is from Salary.com, and it is from U.S. Bureau of Labor Statistics
              --> content/a.md:10:58 [](fact:pay)
              help: name its own source, or print the figure of that one, a fact with its `source`
            error: the words around `pay` are not true of it: they say that it is from U.S. Census Bureau, and it is from U.S. Bureau of Labor Statistics
              --> content/a.md:10:121 [](fact:pay)
              help: name its own source, or print the figure of that one, a fact with its `source`
            error: the words around `pay` are not true of it: they say that it is from Indeed, and it is from U.S. Bureau of Labor Statistics
              --> content/a.md:12:33 [](fact:pay)
              help: name its own source, or print the figure of that one, a fact with its `source`
            error: the words around `pay` are not true of it: they say that it is from ZipRecruiter, and it is from U.S. Bureau of Labor Statistics
              --> content/a.md:12:59 [](fact:pay)
              help: name its own source, or print the figure of that one, a fact with its `source`
            error: the words around `crowd` are not true of it: they say that it is from U.S. Bureau of Labor Statistics, and it is from PayScale
              --> content/a.md:14:33 [](fact:crowd)
              help: name its own source, or print the figure of that one, a fact with its `source`
            ",
        );
    }
}
