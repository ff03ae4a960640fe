//! What the words around a figure say of it beside its number: the time of work that it is for, and the time that it speaks of.

use crate::check::together::ENDS;
#[cfg(doc)]
use crate::check::together::Together;
use crate::fact::english::{self, basis_adjective, is_earning, is_pay, lower_words, year};
use crate::fact::{Basis, Fact, Measure, Period};
use crate::guide::body::Figure;

/// The time of work that the words in front of a figure name, "the median hourly wage is", where none behind it does.
pub(super) fn basis(figure: &Figure, own_words: &str) -> Option<Basis> {
    // Most sentences name none, and cost nothing.
    if !["ourly", "eekly", "onthly", "early", "nnual"].iter().any(|part| own_words.contains(part)) {
        return None;
    }
    let behind: Vec<String> = lower_words(figure.after.split(ENDS).next().unwrap_or_default()).into_iter().take(2).collect();
    let is_said_behind = behind.iter().any(|word| english::basis(word).is_some()) || behind.first().is_some_and(|word| word == "per");
    let clause = lower_words(own_words.rsplit(ENDS).next().unwrap_or_default());
    // "On hourly contracts" and "the annual survey" say nothing of pay.
    let is_label = |at: usize| at + 1 == clause.len() && own_words.trim_end().ends_with(':');
    let is_of_pay = |at: usize| is_label(at) || clause.iter().skip(at + 1).take(2).any(|word| is_of_pay(word));
    let said = (0..clause.len()).rev().find_map(|at| basis_adjective(clause.get(at)?).filter(|_| is_of_pay(at)));
    said.filter(|_| !is_said_behind)
}

/// Whether "hourly" before `word` speaks of pay.
fn is_of_pay(word: &str) -> bool {
    is_pay(word) || is_earning(word) || ["rate", "median", "mean", "average", "percentile"].contains(&word)
}

/// The time of work that the row or the column of a table names.
pub(super) fn basis_of_labels(labels: &[String]) -> Option<Basis> {
    labels.iter().find_map(|label| english::words(label).find_map(basis_adjective))
}

/// The year that the row, else the column, of a table names and that is not the fact's.
pub(super) fn other_time_of_labels(labels: &[String], fact: &Fact) -> Option<String> {
    let Period::At(date) = fact.topic.period? else { return None };
    let said = labels.iter().find_map(|label| {
        let words = lower_words(label);
        let (at, said) = only_year(&words)?;
        // "2024–34" is a span.
        words.get(at + 1).is_none_or(|next| !next.starts_with(|c: char| c.is_ascii_digit())).then_some(said)
    })?;
    (said != date.year()).then(|| said.to_string())
}

/// The time that the words around a figure name and that is not the fact's: "in May 2020" before a figure of May 2024, "from 2022 to 2032". `own_words` are those in
/// front of it that are its own ([`Together::own_words`]).
pub(super) fn other_time(figure: &Figure, own_words: &str, fact: &Fact) -> Option<String> {
    let sentence = own_words.rsplit(['.', ';', '?', '!']).next().unwrap_or_default();
    let behind = figure.after.split(ENDS).next().unwrap_or_default();
    // Most sentences name no year, and cost nothing.
    if ![sentence, behind, &figure.text].iter().any(|text| text.bytes().any(|byte| byte.is_ascii_digit())) {
        return None;
    }
    // "... was published in 2025": of another thing.
    let is_of_another =
        |text: &str| lower_words(text).iter().any(|word| ["publish", "releas", "updat", "revis", "report"].iter().any(|stem| word.starts_with(stem)));
    let behind = if is_of_another(behind) { "" } else { behind };
    match fact.topic.period? {
        Period::At(date) => {
            let of_jobs = || year_of_jobs(behind).filter(|_| fact.topic.measure == Measure::Jobs);
            let said = year_alone(&figure.text)
                .or_else(|| year_behind(behind))
                .or_else(of_jobs)
                .or_else(|| year_in_front(sentence).filter(|_| !is_of_another(sentence)))?;
            (said != date.year()).then(|| said.to_string())
        }
        Period::Over { from, to } => {
            if let Some(year) = until(behind).or_else(|| until(sentence)) {
                return (year != to.year()).then(|| format!("by {year}"));
            }
            let length = to.year() - from.year();
            let told = years_ahead(behind).or_else(|| years_ahead(sentence)).filter(|_| matches!(fact.topic.measure, Measure::Growth | Measure::Change));
            // In the second year of a decade, nine are left of it.
            if let Some(years) = told.filter(|years| *years * 3 < length * 2 || *years > length) {
                return Some(format!("over {years} years"));
            }
            let (first, last) = span(&figure.text).or_else(|| span(behind)).or_else(|| span(sentence))?;
            (first != from.year() || last != to.year()).then(|| format!("{first} to {last}"))
        }
    }
}

/// The year in the text of a link, "$43,460 (May 2020)".
fn year_alone(text: &str) -> Option<i16> {
    let words = lower_words(text);
    let (at, said) = only_year(&words)?;
    at.checked_sub(1).is_some_and(|at| words.get(at).is_some_and(|word| MONTHS.contains(&word.as_str()) || word == "in")).then_some(said)
}

/// The year right behind a figure: "... in May 2020", "... jobs in 2020".
fn year_behind(text: &str) -> Option<i16> {
    let words = lower_words(text);
    let (at, said) = only_year(&words)?;
    let start = time_start(&words, at).or_else(|| Some(at).filter(|at| behind_for(&words, *at)))?;
    let start = if behind_for(&words, start) { start - 1 } else { start };
    let between = words.get(..start)?;
    let is_near = between.iter().all(|word| ["jobs", "workers", "people", "openings", "a", "an", "per", "year", "hour"].contains(&word.as_str()));
    is_near.then_some(said)
}

/// Whether "for" stands before word `at`, and a time alone behind it: "for May 2024", not "for 2024 graduates".
fn behind_for(words: &[String], at: usize) -> bool {
    let is_last = words.iter().skip(at).all(|word| MONTHS.contains(&word.as_str()) || year(word).is_some());
    is_last && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word == "for")
}

/// The year in front of a figure that is clearly its own: a sentence begins with it, "In 2018, technicians earned", or little stands between, "the median in May 2020
/// was".
fn year_in_front(text: &str) -> Option<i16> {
    let words = lower_words(text);
    let (at, said) = only_year(&words)?;
    if is_year_of_pay(&words, at, text) {
        return Some(said);
    }
    let start = time_start(&words, at)?;
    // The day on which somebody looked is no time of the figure.
    if words.iter().take(at).any(|word| ["checked", "looked", "accessed", "retrieved", "consulted", "according"].contains(&word.as_str())) {
        return None;
    }
    let between: Vec<&str> = words.get(at + 1..)?.iter().map(String::as_str).collect();
    let is_near =
        between.iter().all(|word| ["was", "were", "is", "stood", "at", "about", "around", "nearly", "the", "a", "median", "mean", "pay", "of"].contains(word));
    let opens = words.get(..=start).is_some_and(|opening| matches!(opening.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), ["in"] | ["back", "in"]));
    (opens || is_near || opens_as_of(&words, at, text)).then_some(said)
}

/// Whether "As of 2025" opens a sentence of one statement, which does not say that its figure is the newest that there is.
fn opens_as_of(words: &[String], at: usize, text: &str) -> bool {
    let opening: Vec<&str> = words.get(..at).unwrap_or_default().iter().map(String::as_str).collect();
    let is_newest = words.iter().any(|word| ["latest", "newest", "recent", "last", "available"].contains(&word.as_str()));
    let is_opening = matches!(opening.as_slice(), ["as", "of"]) || matches!(opening.as_slice(), ["as", "of", month] if MONTHS.contains(month));
    is_opening && !is_newest && text.matches(',').count() <= 1 && words.len() <= at + 12
}

/// Whether the year at `at` stands at the name of pay, with the figure right behind: "the 2025 median was", "the median wage (2025) is".
fn is_year_of_pay(words: &[String], at: usize, text: &str) -> bool {
    let is_name = |word: &str| is_pay(word) || ["median", "mean", "average"].contains(&word);
    let is_rest = |word: &String| {
        is_name(word)
            || basis_adjective(word).is_some()
            || ["was", "is", "were", "are", "stood", "stands", "at", "about", "around", "nearly"].contains(&word.as_str())
    };
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", String::as_str);
    let (before, behind) = (word(at.checked_sub(1)), words.get(at + 1..).unwrap_or_default());
    let is_in_front = matches!(before, "the" | "their" | "its" | "") && behind.first().is_some_and(|word| is_name(word) || basis_adjective(word).is_some());
    let is_behind = is_name(before) && text.contains(&format!("({})", word(Some(at))));
    // "Higher than the 2023 median, $43,660 is": no verb leads from the one to the other.
    let is_told = behind.iter().any(|word| ["was", "is", "were", "are", "stood", "stands"].contains(&word.as_str()));
    (is_in_front || is_behind) && is_told && behind.iter().all(is_rest)
}

/// The year of a number of jobs, behind what they are called: "139,700 phlebotomist jobs in 2019", "139,700 nurses in 2019".
fn year_of_jobs(behind: &str) -> Option<i16> {
    let words = lower_words(behind);
    let (at, said) = only_year(&words)?;
    let between = words.get(..time_start(&words, at)?)?;
    let is_named =
        between.last().is_some_and(|word| word.ends_with('s')) && !between.iter().any(|word| ["new", "more", "of", "for", "by"].contains(&word.as_str()));
    (is_named && between.len() <= 3).then_some(said)
}

/// How many years "over the next five years" are, in a text that says little else.
fn years_ahead(text: &str) -> Option<i16> {
    const NUMBERS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let words = lower_words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ["over" | "in" | "within" | "during", "the", "next" | "coming" | "following", number, "years", behind @ ..] = words.as_slice() else { return None };
    let years = NUMBERS.iter().zip(1..).find(|(word, _)| *word == number).map(|(_, years)| years).or_else(|| number.parse().ok())?;
    (behind.len() <= 8 && text.matches(',').count() <= 1).then_some(years)
}

/// The year that `text` begins with as an end, "by 2030".
fn until(text: &str) -> Option<i16> {
    let mut words = lower_words(text).into_iter();
    let opens = words.next().is_some_and(|word| word == "by" || word == "until");
    words.next().and_then(|word| year(&word)).filter(|_| opens)
}

/// The only year that `words` name, and where; not that of prices ("in 2020 dollars").
fn only_year(words: &[String]) -> Option<(usize, i16)> {
    let mut years = words.iter().enumerate().filter_map(|(at, word)| Some((at, year(word)?)));
    let found @ (at, _) = years.next()?;
    let is_of_prices = words.get(at + 1).is_some_and(|next| ["dollars", "prices", "pounds", "euros"].contains(&next.as_str()));
    (years.next().is_none() && !is_of_prices).then_some(found)
}

/// Where "in May 2020", "of 2020" or "May 2020" begins, whose year is at `at`.
fn time_start(words: &[String], at: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let month = at.checked_sub(1).filter(|at| MONTHS.contains(&word(*at)));
    let first = month.unwrap_or(at);
    let said = first.checked_sub(1).filter(|at| ["in", "of", "during"].contains(&word(*at)));
    said.or(month)
}

/// The years of "from 2022 to 2032", "between 2022 and 2032" or "2022–32".
fn span(text: &str) -> Option<(i16, i16)> {
    let words = lower_words(text);
    let years: Vec<(usize, i16)> = words.iter().enumerate().filter_map(|(at, word)| Some((at, year(word)?))).collect();
    let [(first_at, first), (last_at, last)] = years.as_slice() else { return None };
    let between: Vec<&str> = words.get(first_at + 1..*last_at)?.iter().map(String::as_str).collect();
    (first < last && (between.is_empty() || ["to", "and", "through", "until"].iter().any(|word| between == [*word]))).then_some((*first, *last))
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
            ("Back in 2018, technicians earned", Some(2018)),
            ("Many were paid late in 2018, and earned", None),
            ("We checked these figures in November 2025: median", None),
            ("(and that of May 2020 (", Some(2020)),
            ("The 2025 median was", Some(2025)),
            ("The median wage (2023) is", Some(2023)),
            ("The license law (2023) is", None),
            ("Higher than the 2023 median,", None),
            ("As of 2025, nurses earn a median of", Some(2025)),
            ("As of 2025, the latest median is", None),
            ("Under the 2025 pay scale", None),
            ("since 2018 pay has risen to", None),
            ("in 2024 dollars", None),
            ("from 2020 to 2024", None),
            ("section 2020", None),
            ("A welder who started in 2015 may well earn more than the median,", None),
            ("After the law of 2021, wages rose, and the median stands at", None),
            ("Two years after the survey, in 2026, the figure of", None),
        ] {
            assert_eq!(year_in_front(text), expected, "{text}");
        }
        assert_eq!((year_behind(" jobs in 2020"), year_behind(" is the newest in the survey of 2020")), (Some(2020), None));
        assert_eq!(year_behind(" for 2025 graduates"), None);
        assert_eq!((year_behind(" for May 2024"), year_behind(" for 2024"), year_behind(" for the class of 2024")), (Some(2024), Some(2024), None));
        assert_eq!((year_alone("$43,460 (May 2020)"), year_alone("2,020 jobs")), (Some(2020), None));
        assert_eq!((until(" by 2030, as"), until("By 2034, jobs grow"), until(" by a third"), until("in 2030")), (Some(2030), Some(2034), None, None));
        assert_eq!((year_of_jobs(" phlebotomist jobs in 2019"), year_of_jobs(" new jobs in 2019"), year_of_jobs(" of them in 2019")), (Some(2019), None, None));
        assert_eq!((years_ahead(" over the next five years"), years_ahead("Over the next 5 years jobs will grow")), (Some(5), Some(5)));
        assert_eq!((years_ahead("Over the next decade"), years_ahead("It pays over the next five years")), (None, None));
        assert_eq!(span("from 2022 to 2032, employment will grow"), Some((2022, 2032)));
        assert_eq!(span("in 2022 and 2023, or 2024"), None);
    }
}
