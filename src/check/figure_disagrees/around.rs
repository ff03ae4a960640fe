//! What the words around a figure say of it beside its number: the time of work that it is for, and the time that it speaks of.

use crate::fact::{Basis, Fact, Period};
use crate::guide::body::Figure;

/// What can be hourly or annual.
const PAID: [&str; 16] = [
    "pay",
    "wage",
    "wages",
    "salary",
    "salaries",
    "earnings",
    "rate",
    "income",
    "median",
    "mean",
    "average",
    "percentile",
    "compensation",
    "earn",
    "earned",
    "earns",
];

/// Where a part of a sentence ends that speaks of one figure.
const ENDS: [char; 6] = ['.', ';', '?', '!', ',', '\u{fffc}'];

/// The time of work that the words in front of a figure name, "the median hourly wage is", where none behind it does.
pub(super) fn basis(figure: &Figure, own_words: &str) -> Option<Basis> {
    let behind: Vec<String> = words(figure.after.split(ENDS).next().unwrap_or_default()).take(2).collect();
    let is_said_behind = behind.iter().any(|word| time_of(word).is_some()) || behind.first().is_some_and(|word| word == "per");
    let clause: Vec<String> = words(own_words.rsplit(ENDS).next().unwrap_or_default()).collect();
    let said = clause.iter().rev().find_map(|word| adjective(word));
    said.filter(|_| !is_said_behind && clause.iter().any(|word| PAID.contains(&word.as_str())))
}

/// "An hourly rate": not "a year", which counts years as well.
fn adjective(word: &str) -> Option<Basis> {
    Some(match word {
        "hourly" => Basis::Hour,
        "weekly" => Basis::Week,
        "monthly" => Basis::Month,
        "annual" | "yearly" => Basis::Year,
        _ => return None,
    })
}

fn time_of(word: &str) -> Option<Basis> {
    adjective(word).or(match word {
        "hour" => Some(Basis::Hour),
        "week" => Some(Basis::Week),
        "month" => Some(Basis::Month),
        "year" | "annually" => Some(Basis::Year),
        _ => None,
    })
}

/// The time that the words around a figure name and that is not the fact's: "in May 2020" before a figure of May 2024, "from 2022 to 2032". `own_words` are those in
/// front of it and behind the figure before.
pub(super) fn other_time(figure: &Figure, own_words: &str, fact: &Fact) -> Option<String> {
    let sentence = own_words.rsplit(['.', ';', '?', '!']).next().unwrap_or_default();
    // "... in 2034, up from 178,800": what stands between two figures of a sentence may be said of the first.
    let is_first = figure.before.len() == own_words.len() || sentence.len() < own_words.len();
    let sentence = if is_first { sentence } else { "" };
    let behind = figure.after.split(ENDS).next().unwrap_or_default();
    // "... was published in 2025": of another thing.
    let is_of_another = words(behind).any(|word| ["publish", "releas", "updat", "revis", "report"].iter().any(|stem| word.starts_with(stem)));
    let behind = if is_of_another { "" } else { behind };
    match fact.topic.period? {
        Period::At(date) => {
            let said = one_year(&figure.text).or_else(|| one_year(behind)).or_else(|| one_year(sentence))?;
            (said != date.year()).then(|| said.to_string())
        }
        Period::Over { from, to } => {
            let (first, last) = span(&figure.text).or_else(|| span(behind)).or_else(|| span(sentence))?;
            (first != from.year() || last != to.year()).then(|| format!("{first} to {last}"))
        }
    }
}

/// The year of "in 2020", "in May 2020" or "of 2020" in `text`, if it names no other; not that of prices ("in 2020 dollars").
fn one_year(text: &str) -> Option<i16> {
    let words: Vec<String> = words(text).collect();
    let mut years = words.iter().enumerate().filter_map(|(at, word)| Some((at, year(word)?)));
    let (at, said) = years.next()?;
    if years.next().is_some() || words.get(at + 1).is_some_and(|next| ["dollars", "prices", "pounds", "euros"].contains(&next.as_str())) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
    let is_month = MONTHS.contains(&before);
    let first = if is_month { at.checked_sub(2).and_then(|at| words.get(at)).map_or("", String::as_str) } else { before };
    // A text of nothing but the time, "(May 2020)" behind a number, needs no word in front.
    let is_alone = first.is_empty() || first.starts_with(|c: char| c.is_ascii_digit());
    (["in", "of", "for", "during"].contains(&first) || (is_month && is_alone)).then_some(said)
}

/// The years of "from 2022 to 2032", "between 2022 and 2032" or "2022–32".
fn span(text: &str) -> Option<(i16, i16)> {
    let words: Vec<String> = words(text).collect();
    let years: Vec<(usize, i16)> = words.iter().enumerate().filter_map(|(at, word)| Some((at, year(word)?))).collect();
    let [(first_at, first), (last_at, last)] = years.as_slice() else { return None };
    let between: Vec<&str> = words.get(first_at + 1..*last_at)?.iter().map(String::as_str).collect();
    (first < last && (between.is_empty() || ["to", "and", "through", "until"].iter().any(|word| between == [*word]))).then_some((*first, *last))
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))).then(|| word.parse().ok())?
}

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_named_by_a_year_with_a_word_before() {
        for (text, expected) in [
            ("the median in May 2020 was", Some(2020)),
            ("In 2018, technicians earned", Some(2018)),
            ("(May 2020)", Some(2020)),
            ("since 2018 pay has risen to", None),
            ("in 2024 dollars", None),
            ("from 2020 to 2024", None),
            ("section 2020", None),
            ("$43,460 (May 2020)", Some(2020)),
        ] {
            assert_eq!(one_year(text), expected, "{text}");
        }
        assert_eq!(span("from 2022 to 2032, employment will grow"), Some((2022, 2032)));
        assert_eq!(span("in 2022 and 2023, or 2024"), None);
    }
}
