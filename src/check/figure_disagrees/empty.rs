//! What is wrong around a link that prints the value itself, `[](fact:pay)`: the number is right, and what stands beside it may make another of it.

use crate::check::subject::Subject;
use crate::fact::english::{is_earning, words};
use crate::fact::{Disagreement, Fact, Locale, Measure, Value, link_agrees};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Words behind the number say another time of work than the fact or tell of a fall that there is not, a letter, a digit or a scale stands beside it, or there is no number
/// to print.
pub(super) fn wrong(subject: &Subject, figure: &Figure, locale: &Locale) -> Option<Problem> {
    let fact = subject.figures.get(&figure.reference)?;
    let printed = || locale.value(fact.value(), fact.basis());
    let problem = |message: String| Problem::new(Code::FigureDisagrees, subject.manuscript.text.span(figure.whole.clone()), message);
    if let Value::Unpublished(_) = fact.value() {
        // In a table or behind a label the mark stands for itself; a sentence goes on behind it, "earn more than not available a year", or lacks its end:
        // "earn not available".
        let goes_on = figure.after.trim_start().starts_with(char::is_alphabetic) || wants_number(figure, locale);
        let is_in_table = subject.tables().any(|table| table.range.contains(&figure.whole.start));
        let message = format!("`{}` has no number to print here: \"{}\"", figure.reference, printed());
        let help = "name a figure that is published, such as `pay.hourly`, or say in words that there is none";
        return (goes_on && !is_in_table).then(|| problem(message).help(help));
    }
    if fact.value().number().is_some()
        && let Some(beside) = beside(figure, matches!(fact.value(), Value::Money(..)), locale)
    {
        let message = format!("`{beside}` stands beside `{}`, which prints {} with all that belongs to it", figure.reference, printed());
        let is_sign = matches!(beside.as_str(), "$" | "£" | "€" | "%" | "," | ".") || locale.is_scale(&beside);
        return Some(problem(message).help(if is_sign { "take it away" } else { "take it away, or put a blank between" }));
    }
    let changes = matches!(fact.topic.measure, Measure::Growth | Measure::Change);
    let is_below = || fact.value().number().is_some_and(|number| number.low().is_negative());
    if changes && is_below() && says_rise(figure, locale) {
        let why = Disagreement::Falls(*fact.value());
        let size = printed().trim_start_matches(['-', '−', '\u{200e}']).to_owned();
        let help = format!("say that it falls, and print the number without its sign: `falls by [{size}](fact:{})`", figure.reference);
        return Some(problem(format!("the words around `{}` are not true of it: {}", figure.reference, why.sentence(locale))).help(help));
    }
    let tells_of_a_fall = || [&figure.before, &figure.after].into_iter().any(|text| locale.may_tell_of_a_fall(text));
    let may_differ = (changes && (is_below() || tells_of_a_fall())) || fact.basis().is_some_and(|basis| locale.may_name_other_time(&figure.after, basis));
    let why = may_differ.then(|| link_agrees(&printed(), &figure.before, &figure.after, &fact.told(), locale).err())??;
    let help = help(&why, fact)?;
    Some(problem(format!("the words around `{}` are not true of it: {}", figure.reference, why.sentence(locale))).help(help))
}

/// Whether the word in front of the number wants one: "they earn", "more than". Known of English only.
fn wants_number(figure: &Figure, locale: &Locale) -> bool {
    const WANTS: [&str; 17] =
        ["than", "of", "at", "to", "by", "from", "about", "around", "over", "under", "nearly", "almost", "above", "below", "for", "between", "roughly"];
    let before = figure.before.rsplit(['.', ';', ':', ',', '(', '|', '\u{fffc}']).next().unwrap_or_default();
    let last = words(before).next_back().map(str::to_lowercase);
    locale.tag().starts_with("en") && last.is_some_and(|word| WANTS.contains(&word.as_str()) || is_earning(&word))
}

/// Whether the word in front of the number says that something rises: "jobs grow by -5%". Known of English only.
fn says_rise(figure: &Figure, locale: &Locale) -> bool {
    let before = figure.before.rsplit(['.', ';', ',', '\u{fffc}']).next().unwrap_or_default().to_lowercase();
    let verb = words(&before).rev().find(|word| !["by", "of", "about", "another", "a", "an", "further"].contains(word));
    let rises = |word: &str| ["grow", "grew", "increas", "rise", "rose", "expand", "climb", "gain"].iter().any(|stem| word.starts_with(stem));
    // "Growth of -5%" names the number.
    locale.tag().starts_with("en") && verb.is_some_and(|word| rises(word) && word != "growth")
}

/// The way out; `None` of what a number cannot be that prints itself.
fn help(why: &Disagreement, fact: &Fact) -> Option<&'static str> {
    match why {
        Disagreement::Basis(..) => Some("correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour"),
        Disagreement::Rises(_) | Disagreement::Falls(_) if matches!(fact.topic.measure, Measure::Growth | Measure::Change) => {
            Some("correct the words: what is above zero grows, what is below zero falls")
        }
        _ => None,
    }
}

/// What touches the number, or scales it behind a blank: "k", ",000", " thousand".
fn beside(figure: &Figure, is_money: bool, locale: &Locale) -> Option<String> {
    let touches = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '$' | '£' | '€');
    // "US" and "C" tell one dollar from another: "US$43,460".
    let letters = figure.before.len() - figure.before.trim_end_matches(|c: char| c.is_ascii_uppercase()).len();
    let before = figure.before.chars().next_back().filter(touches).filter(|_| !(is_money && (1..=2).contains(&letters)));
    let mut behind = figure.after.chars();
    let after = behind.next().filter(|first| match first {
        ',' | '.' => behind.next().is_some_and(|next| next.is_ascii_digit()),
        '%' => true,
        first => first.is_ascii_alphanumeric(),
    });
    let word = || figure.after.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).filter(|word| locale.is_scale(word));
    before.or(after).map(String::from).or_else(|| word().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_stands_beside_a_number_that_prints_itself() {
        crate::check::fixture::check_together(
            super::super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 43460, as_of: 2024-05 }
              growth: { measure: growth, value: 5.6, from: 2024, to: 2034 }
              fall: { measure: growth, value: -5.2, from: 2024, to: 2034 }
              jobs: { measure: jobs, value: 139700, as_of: 2024 }
            ---
            They earn [](fact:pay)k, or [](fact:pay),000, or 1[](fact:pay), or $[](fact:pay).

            There are [](fact:jobs) thousand jobs. Jobs will shrink by [](fact:growth), or grow by [](fact:growth)%.

            They earn [](fact:pay), [](fact:pay), US[](fact:pay). (It is [](fact:pay)) and \"[](fact:jobs)\"; [](fact:growth)/[](fact:growth).

            Jobs grow by [](fact:fall); they change by [](fact:fall), a growth of [](fact:fall). They contract by [5.2%](fact:fall) and [](fact:growth).
            ",
            "
            error: `k` stands beside `pay`, which prints $43,460 with all that belongs to it
              --> content/a.md:9:11 [](fact:pay)
              help: take it away, or put a blank between
            error: `,` stands beside `pay`, which prints $43,460 with all that belongs to it
              --> content/a.md:9:29 [](fact:pay)
              help: take it away
            error: `1` stands beside `pay`, which prints $43,460 with all that belongs to it
              --> content/a.md:9:51 [](fact:pay)
              help: take it away, or put a blank between
            error: `$` stands beside `pay`, which prints $43,460 with all that belongs to it
              --> content/a.md:9:69 [](fact:pay)
              help: take it away
            error: `thousand` stands beside `jobs`, which prints 139,700 with all that belongs to it
              --> content/a.md:11:11 [](fact:jobs)
              help: take it away
            error: the words around `growth` are not true of it: the text tells of a decline, and the fact says 5.6%
              --> content/a.md:11:60 [](fact:growth)
              help: correct the words: what is above zero grows, what is below zero falls
            error: `%` stands beside `growth`, which prints 5.6% with all that belongs to it
              --> content/a.md:11:88 [](fact:growth)
              help: take it away
            error: the words around `fall` are not true of it: the fact says -5.2%, and the text does not say that this is a decline
              --> content/a.md:15:14 [](fact:fall)
              help: say that it falls, and print the number without its sign: `falls by [5.2%](fact:fall)`
            ",
        );
    }
}
