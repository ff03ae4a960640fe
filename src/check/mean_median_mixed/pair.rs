//! Two percentiles in one phrase, "between ... and ...", in the wrong order or not those of the part of the people that is named; and "less" where a percentile is
//! the least that its part of the people earns.

use crate::check::together::Together;
use crate::fact::english::{is_earning, lower_words_and_percent};
use crate::fact::{Fact, Measure, Statistic, Topic};
use crate::guide::body::Figure;

/// What is wrong with the two figures of each "between ... and ..." or "from ... to ...": the second of them, and the message with a way out.
pub(super) fn wrong<'s>(together: &Together<'s>) -> Vec<(&'s Figure, String, String)> {
    let pairs = together.figures.iter().zip(together.figures.iter().skip(1));
    pairs.filter_map(|(low, high)| wrong_pair(*low, *high).map(|(message, help)| (high.0, message, help))).collect()
}

type Named<'s> = (&'s Figure, &'s std::sync::Arc<Fact>);

fn wrong_pair((first, low): Named<'_>, (second, high): Named<'_>) -> Option<(String, String)> {
    let between = second.before.strip_prefix(&first.before)?.get(first.text.len()..)?.trim_matches(|c: char| !c.is_alphanumeric());
    let phrase = lower_words_and_percent(first.before.rsplit(['.', ';', ':', '?', '!', '\u{fffc}']).next().unwrap_or_default());
    let opens = |word: &str| phrase.last().is_some_and(|last| last == word);
    let is_pair = (opens("between") && between == "and") || (opens("from") && between == "to");
    let (Measure::Pay(lower, basis), Measure::Pay(higher, other_basis)) = (&low.topic.measure, &high.topic.measure) else { return None };
    if between == "and" && basis == other_basis && listed(&phrase).is_some_and(|named| named == [*higher, *lower] && lower != higher) {
        let message = format!("the text names the {higher} first, and the figures are the {lower} and then the {higher}");
        return Some((message, "print them in the order in which they are named".to_owned()));
    }
    if !is_pair || basis != other_basis || (Topic { measure: high.topic.measure.clone(), ..low.topic.clone() }) != high.topic {
        return None;
    }
    if first.reference == second.reference {
        let message = format!("both ends are `{}`: from a figure to itself is no range", first.reference);
        return Some((message, "name the other end, such as `fact:pay.p90`, or print the figure once".to_owned()));
    }
    if low.value().exact()? > high.value().exact()? {
        let message = format!("`{}` and `{}` stand in the wrong order: the {lower} is more than the {higher}", first.reference, second.reference);
        return Some((message, "name the smaller one first".to_owned()));
    }
    let [wanted_low, wanted_high] = middle(&phrase)?;
    let has = [*lower, *higher];
    if has == [wanted_low, wanted_high] || has.iter().any(|it| !Statistic::PERCENTILES.contains(it)) {
        return None;
    }
    let message = format!(
        "the part of the people that the text names lies between the {wanted_low} and the {wanted_high}, and the figures are the {lower} and the {higher}"
    );
    Some((message, format!("print the {wanted_low} and the {wanted_high}, or name the part that the figures are of")))
}

/// The two that "the mean and median wages were" or "the 10th and 90th percentiles are" names.
fn listed(phrase: &[String]) -> Option<[Statistic; 2]> {
    let at = phrase.iter().rposition(|word| word == "and")?;
    let word = |at: Option<usize>| at.and_then(|at| phrase.get(at)).map_or("", String::as_str);
    let behind = phrase.get(at + 2..)?;
    let is_near = behind.len() <= 5 && behind.last().is_some_and(|word| ["are", "were", "is", "was", "of", "at"].contains(&word.as_str()));
    let is_of_percentiles = behind.first().is_some_and(|word| word == "percentiles");
    let named = |word: &str| match word {
        "mean" | "average" => Some(Statistic::Mean),
        "median" => Some(Statistic::Median),
        "10th" if is_of_percentiles => Some(Statistic::P10),
        "25th" if is_of_percentiles => Some(Statistic::P25),
        "75th" if is_of_percentiles => Some(Statistic::P75),
        "90th" if is_of_percentiles => Some(Statistic::P90),
        _ => None,
    };
    // "Mean, median and": three are named.
    let is_alone = !matches!(word(at.checked_sub(2)), "mean" | "median" | "average" | "10th" | "25th" | "75th" | "90th");
    let second = if word(Some(at + 1)) == "the" { return None } else { word(Some(at + 1)) };
    Some([named(word(at.checked_sub(1)))?, named(second)?]).filter(|_| is_near && is_alone)
}

/// The percentiles that bound "the middle half" or "the middle 80 percent".
fn middle(phrase: &[String]) -> Option<[Statistic; 2]> {
    let Some(at) = phrase.iter().rposition(|word| word == "middle" || word == "central") else { return share(phrase) };
    match phrase.get(at + 1)?.as_str() {
        "half" | "50" | "fifty" => Some([Statistic::P25, Statistic::P75]),
        "80" | "eighty" => Some([Statistic::P10, Statistic::P90]),
        _ => None,
    }
}

/// The percentiles between which "half earn between" and "four in five earn between" say that people earn, if they say that of just so many.
fn share(phrase: &[String]) -> Option<[Statistic; 2]> {
    /// Before a share that make it another one, or one of the better paid: "more than half", "the upper half".
    const OTHER: [&str; 16] =
        ["than", "over", "above", "least", "most", "under", "below", "nearly", "almost", "other", "top", "upper", "lower", "bottom", "first", "second"];
    /// Between a share and the verb, these make it a share of which something else is said: "half are women and earn".
    const SAYING: [&str; 10] = ["who", "that", "are", "is", "were", "have", "has", "work", "and", "but"];
    let verb = phrase.iter().rposition(|word| is_earning(word))?;
    let words: Vec<&str> = phrase.iter().map(String::as_str).collect();
    let find = |share: &[&str]| words.get(..verb)?.windows(share.len()).rposition(|it| it == share);
    let shares: [(&[&str], [Statistic; 2]); 7] = [
        (&["half"], [Statistic::P25, Statistic::P75]),
        (&["50", "percent"], [Statistic::P25, Statistic::P75]),
        (&["fifty", "percent"], [Statistic::P25, Statistic::P75]),
        (&["80", "percent"], [Statistic::P10, Statistic::P90]),
        (&["eighty", "percent"], [Statistic::P10, Statistic::P90]),
        (&["four", "in", "five"], [Statistic::P10, Statistic::P90]),
        (&["four", "out", "of", "five"], [Statistic::P10, Statistic::P90]),
    ];
    let (at, bounds) = shares.into_iter().find_map(|(share, bounds)| Some((find(share)?, bounds)))?;
    let before = words.get(at.saturating_sub(3)..at)?;
    let is_next = words.get(verb + 1..)? == ["between"] && verb - at <= 6 && !words.get(at..verb)?.iter().any(|word| SAYING.contains(word));
    (is_next && !before.iter().any(|word| OTHER.contains(word))).then_some(bounds)
}

/// The part of the people that a sentence names and the wrong side of its bound, "the lowest tenth" and "more": the lowest tenth earns less than the 10th percentile.
pub(super) fn wrong_side(figure: &Figure, before: &str, statistic: Statistic) -> Option<(&'static str, &'static str)> {
    let (is_low, part) = match statistic {
        Statistic::P10 | Statistic::P25 => (true, "lowest"),
        Statistic::P75 | Statistic::P90 => (false, "highest"),
        _ => return None,
    };
    let phrase = lower_words_and_percent(before.rsplit(['.', ';', ':', '?', '!', ',', '\u{fffc}']).next().unwrap_or_default());
    let phrase: Vec<&str> = phrase.iter().map(String::as_str).collect();
    let side: &[&str] = if is_low { &["lowest", "bottom", "poorest"] } else { &["highest", "top", "best", "richest"] };
    let part_at = phrase.iter().rposition(|word| ["tenth", "decile", "quarter", "fourth", "percent"].contains(word))?;
    let is_named = phrase.get(part_at.saturating_sub(3)..part_at)?.iter().any(|word| side.contains(word));
    let behind = phrase.get(part_at + 1..)?;
    let earning = behind.iter().position(|word| is_earning(word))?;
    // Words within the link count too, "earn [more than $30,000](fact:low)".
    let inside = lower_words_and_percent(&figure.text);
    let said: Vec<&str> = behind.get(earning + 1..)?.iter().copied().chain(inside.iter().map(String::as_str)).collect();
    let is_more = match said.as_slice() {
        ["more" | "over" | "above", ..] | ["at", "least", ..] => true,
        ["less" | "under" | "below", ..] | ["at", "most", ..] => false,
        _ => return None,
    };
    (is_named && is_more == is_low).then_some((part, if is_more { "more" } else { "less" }))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check_together;

    fn check(body: &str, expected: &str) {
        let facts = "
            === content/a.md
            ---
            title: A
            facts:
              low: { measure: pay, statistic: p10, value: 30000, as_of: 2024-05 }
              lower: { measure: pay, statistic: p25, value: 35000, as_of: 2024-05 }
              upper: { measure: pay, statistic: p75, value: 50000, as_of: 2024-05 }
              high: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
              old: { measure: pay, statistic: p90, value: 20000, as_of: 2014-05 }
            ---
";
        check_together(super::super::find, &format!("{facts}            {}\n", body.replace('\n', "\n            ")), expected);
    }

    #[test]
    fn two_percentiles_of_one_phrase_are_those_that_it_names() {
        check(
            "The middle half earn between [](fact:low) and [](fact:high).\n\n\
             The middle 80% earn between [$30,000](fact:low) and [$60,000](fact:high).\n\n\
             The middle half earn from [](fact:lower) to [$50,000](fact:upper).\n\n\
             Most earn between [$60,000](fact:high) and [$30,000](fact:low).\n\n\
             The 90th percentile went from [](fact:high) to [](fact:old).\n\n\
             Most earn between [](fact:low) and [$30,000](fact:low).",
            "
            warning: the part of the people that the text names lies between the 25th percentile and the 75th percentile, and the figures are the 10th percentile and the 90th percentile
              --> content/a.md:10:47 [](fact:high)
              help: print the 25th percentile and the 75th percentile, or name the part that the figures are of
            warning: `high` and `low` stand in the wrong order: the 90th percentile is more than the 10th percentile
              --> content/a.md:16:44 [$30,000](fact:low)
              help: name the smaller one first
            warning: both ends are `low`: from a figure to itself is no range
              --> content/a.md:20:36 [$30,000](fact:low)
              help: name the other end, such as `fact:pay.p90`, or print the figure once
            ",
        );
    }

    #[test]
    fn a_share_of_the_people_lies_between_its_percentiles_and_two_stand_as_they_are_named() {
        check(
            "Half earn between [](fact:low) and [](fact:high).\n\n\
             Half of them earn between [](fact:lower) and [](fact:upper). More than half earn between [](fact:low) and [](fact:high). Half are women and earn between [](fact:low) and [](fact:high).\n\n\
             Four in five earn between [](fact:lower) and [](fact:upper).\n\n\
             Eighty percent earn between [](fact:low) and [](fact:high).\n\n\
             The 10th and 90th percentiles are [](fact:high) and [](fact:low). The 25th and 75th percentiles are [](fact:lower) and [](fact:upper).",
            "
            warning: the part of the people that the text names lies between the 25th percentile and the 75th percentile, and the figures are the 10th percentile and the 90th percentile
              --> content/a.md:10:36 [](fact:high)
              help: print the 25th percentile and the 75th percentile, or name the part that the figures are of
            warning: the part of the people that the text names lies between the 10th percentile and the 90th percentile, and the figures are the 25th percentile and the 75th percentile
              --> content/a.md:14:46 [](fact:upper)
              help: print the 10th percentile and the 90th percentile, or name the part that the figures are of
            warning: the text names the 10th percentile first, and the figures are the 90th percentile and then the 10th percentile
              --> content/a.md:18:53 [](fact:low)
              help: print them in the order in which they are named
            ",
        );
    }

    #[test]
    fn a_part_of_the_people_is_on_its_side_of_the_bound() {
        check(
            "The lowest-paid tenth earn more than [](fact:low), and the top tenth earn less than [](fact:high).\n\n\
             The lowest 10% earned [more than $30,000](fact:low).\n\n\
             The lowest-paid tenth earn less than [](fact:low), and the top tenth earn more than [](fact:high).",
            "
            warning: the words around `low` are not true of it: the lowest paid earn less than the 10th percentile, not more
              --> content/a.md:10:38 [](fact:low)
              help: write \"less than\", or name another part of the people
            warning: the words around `high` are not true of it: the highest paid earn more than the 90th percentile, not less
              --> content/a.md:10:85 [](fact:high)
              help: write \"more than\", or name another part of the people
            warning: the words around `low` are not true of it: the lowest paid earn less than the 10th percentile, not more
              --> content/a.md:12:23 [more than $30,000](fact:low)
              help: write \"less than\", or name another part of the people
            ",
        );
    }
}
