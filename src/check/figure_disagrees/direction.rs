//! Two figures of which the words say that the second is more, or less, than the first: "fell from $36,320 to $43,660", "$43,660, up from $36,320".

use crate::check::together::Together;
use crate::fact::{Fact, Measure, Topic};
use crate::guide::body::Figure;

/// How words begin that say that something goes down from one figure to another, and up.
const DOWN: [&str; 10] = ["fell", "fall", "drop", "declin", "decreas", "shrank", "shrink", "slip", "sank", "dip"];
const UP: [&str; 9] = ["rose", "rise", "risen", "grew", "grow", "climb", "increas", "jump", "gain"];

/// The second figure of each two that stand the other way round than the words say, and what these say.
pub(super) fn wrong<'s>(together: &Together<'s>) -> Vec<(&'s Figure, &'static str)> {
    let pairs = together.figures.iter().zip(together.figures.iter().skip(1));
    pairs.filter_map(|(first, second)| Some((second.0, wrong_pair(*first, *second)?))).collect()
}

type Named<'s> = (&'s Figure, &'s std::sync::Arc<Fact>);

fn wrong_pair((first, one): Named<'_>, (second, other): Named<'_>) -> Option<&'static str> {
    // What is no amount of the same thing at another time has no direction: growth falls from 4 percent to 2 and is still growth.
    let is_level = matches!(one.topic.measure, Measure::Pay(..) | Measure::Jobs | Measure::Price(_));
    let is_same = Topic { period: None, ..one.topic.clone() } == Topic { period: None, ..other.topic.clone() };
    let between = second.before.strip_prefix(&first.before)?.get(first.text.len()..)?;
    let (from, to) = (one.value().exact()?, other.value().exact()?);
    if !is_level || !is_same || one.topic.period == other.topic.period {
        return None;
    }
    let (falls, from, to) = match between.trim_matches([' ', '\u{fffc}']).trim_start_matches(", ") {
        "up from" => (false, to, from),
        "down from" => (true, to, from),
        words if words == "to" || words.starts_with("in ") && words.ends_with(" to") && !words.contains(['.', ';', ',']) => {
            let before = first.before.rsplit(['.', ';', '?', '!', ',', '\u{fffc}']).next().unwrap_or_default().to_lowercase();
            let verb = before.trim_end().strip_suffix(" from")?.rsplit(' ').next()?;
            (direction(verb)?, from, to)
        }
        _ => return None,
    };
    match (falls, from < to, from > to) {
        (true, true, _) => Some("a fall, and it is a rise"),
        (false, _, true) => Some("a rise, and it is a fall"),
        _ => None,
    }
}

/// Whether `verb` says that something goes down; `None` if it says no direction.
fn direction(verb: &str) -> Option<bool> {
    let begins = |all: &[&str]| all.iter().any(|stem| verb.starts_with(stem));
    if begins(&DOWN) { Some(true) } else { begins(&UP).then_some(false) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_figures_stand_as_the_words_between_them_say() {
        crate::check::fixture::check_together(
            super::super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              old: { measure: pay, value: 36320, as_of: 2020-05 }
              pay: { measure: pay, value: 43660, as_of: 2024-05 }
              low: { measure: pay, statistic: p10, value: 34000, as_of: 2024-05 }
            ---
            Pay fell from [$36,320](fact:old) to [$43,660](fact:pay). It rose from [](fact:old) to [](fact:pay). Pay is [](fact:pay), up from [](fact:old).

            Pay is [](fact:pay), down from [](fact:old). It declined from [](fact:old) in 2020 to [](fact:pay) in 2024.

            It drops from [](fact:pay) to [](fact:low) for the lowest tenth.
            ",
            "
            error: the words around `pay` are not true of it: they tell a fall, and it is a rise
              --> content/a.md:8:38 [$43,660](fact:pay)
              help: correct the words, or print the figures the other way round
            error: the words around `old` are not true of it: they tell a fall, and it is a rise
              --> content/a.md:10:32 [](fact:old)
              help: correct the words, or print the figures the other way round
            error: the words around `pay` are not true of it: they tell a fall, and it is a rise
              --> content/a.md:10:87 [](fact:pay)
              help: correct the words, or print the figures the other way round
            ",
        );
    }
}
