//! A percentile that is told as what everybody earns, "nurses earn" before the 90th percentile, and a median that most are said to earn more than: half do.

use crate::check::subject::Subject;
use crate::fact::english::{self, is_earning, lower_words};
use crate::fact::{Fact, Statistic};
use crate::guide::body::Figure;

/// Words beside the occupation's own in a sentence that says what all of its people earn.
const PLAIN: [&str; 25] = [
    "in",
    "may",
    "the",
    "earn",
    "earns",
    "earned",
    "make",
    "makes",
    "made",
    "are",
    "is",
    "were",
    "paid",
    "typically",
    "usually",
    "generally",
    "normally",
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "a",
    "an",
];

/// Words behind the number in such a sentence.
const BEHIND: [&str; 8] = ["a", "per", "each", "year", "hour", "annually", "yearly", "hourly"];

/// Words of a part of the people, or of a place among them.
const OF_PART: [&str; 20] = [
    "top",
    "best",
    "highest",
    "high",
    "lowest",
    "low",
    "bottom",
    "upper",
    "lower",
    "percent",
    "percentile",
    "tenth",
    "quarter",
    "experienced",
    "senior",
    "new",
    "years",
    "beginners",
    "range",
    "most",
];

/// What is wrong with a figure of `statistic` in the sentence of which `own_words` stand before it: what it is said of, and of whom it is true.
pub(super) fn wrong(subject: &Subject, figure: &Figure, own_words: &str, fact: &Fact, statistic: Statistic) -> Option<(String, &'static str)> {
    let is_percentile = Statistic::PERCENTILES.contains(&statistic);
    if is_percentile && is_of_each(subject, figure, own_words) {
        let why = format!("all of them earn at least or at most so much, and it is the {statistic}");
        return Some((why, "say of whom it is told, such as \"nine in ten\", or print the median"));
    }
    if let Some(part) = paid_part(own_words).filter(|part| is_percentile && !part.1.contains(&statistic)) {
        return Some((format!("the {} paid earn it, and it is the {statistic}", part.0), "name the figure of those, or say of whom this one is told"));
    }
    if statistic == Statistic::Median {
        // Most may well earn more than the median of others.
        let own = subject.manuscript.head.front.occupation.as_ref().and_then(|it| it.soc.as_ref());
        return (fact.topic.occupation.as_ref() == own && is_of_most(subject, figure, own_words))
            .then(|| ("most earn more or less than the median, and half do".to_owned(), "say half of them, or name another figure"));
    }
    let is_end = matches!(statistic, Statistic::P10 | Statistic::P25 | Statistic::P75 | Statistic::P90);
    let is_bare = figure.text.chars().all(|c| !c.is_alphabetic());
    (is_end && is_bare && is_of_all(subject, figure))
        .then(|| (format!("all earn it, and it is the {statistic}"), "say of whom it is told, such as \"the highest 10 percent\", or print the median"))
}

/// "Most nurses earn more than", in the guide on nurses.
fn is_of_most(subject: &Subject, figure: &Figure, own_words: &str) -> bool {
    let inside = lower_words(&figure.text);
    let clause: Vec<String> =
        lower_words(own_words.rsplit(['.', ';', ':', '?', '!', ',', '\u{fffc}']).next().unwrap_or_default()).into_iter().chain(inside).collect();
    let clause: Vec<&str> = clause.iter().map(String::as_str).take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let Some(verb) = clause.iter().position(|word| is_earning(word)) else { return false };
    let own = own_nouns(subject);
    let is_own = |word: &&str| ["of", "them", "the", "all", "workers", "people"].contains(word) || own.contains(&single(word));
    let opens = matches!(clause.first(), Some(&"most")) && clause.get(1..verb).is_some_and(|words| words.iter().all(is_own));
    opens
        && matches!(
            clause.get(verb + 1..),
            Some(["more" | "less", "than"] | ["over" | "above" | "under" | "below"] | ["more" | "less", "than", "the", "median", "of"])
        )
}

/// "All nurses earn at least", in the guide on nurses.
fn is_of_each(subject: &Subject, figure: &Figure, own_words: &str) -> bool {
    let clause: Vec<String> = lower_words(own_words.rsplit(['.', ';', ':', '?', '!', ',', '\u{fffc}']).next().unwrap_or_default());
    let clause: Vec<&str> = clause.iter().map(String::as_str).collect();
    let Some(verb) = clause.iter().position(|word| is_earning(word)) else { return false };
    let own = own_nouns(subject);
    let is_own = |word: &&str| ["of", "them", "the", "workers"].contains(word) || own.contains(&single(word));
    let opens = matches!(clause.first(), Some(&"all" | &"every" | &"each")) && clause.get(1..verb).is_some_and(|words| words.iter().all(is_own));
    let is_bound =
        matches!(clause.get(verb + 1..), Some(["at", "least" | "most"] | ["more" | "less", "than"] | ["over" | "above" | "under" | "below"] | ["up", "to"]));
    opens && is_bound && figure.text.chars().all(|c| !c.is_alphabetic())
}

/// The best or the worst paid, if the clause in front of a figure says what they earn, and the percentiles that may tell of them: "the highest-paid nurses earn".
fn paid_part(own_words: &str) -> Option<(&'static str, [Statistic; 2])> {
    let clause: Vec<String> = lower_words(own_words.rsplit(['.', ';', ':', '?', '!', ',', '\u{fffc}']).next().unwrap_or_default());
    let clause: Vec<&str> = clause.iter().map(String::as_str).collect();
    let ["the", rest @ ..] = clause.as_slice() else { return None };
    let (part, rest) = match rest {
        ["best" | "highest" | "top", "paid" | "earning", rest @ ..] => (("best", [Statistic::P75, Statistic::P90]), rest),
        ["worst" | "lowest" | "least", "paid" | "earning", rest @ ..] => (("worst", [Statistic::P10, Statistic::P25]), rest),
        _ => return None,
    };
    let verb = rest.iter().position(|word| is_earning(word))?;
    // Their tenth, their quarter and their half are told by name elsewhere.
    let is_people = |word: &&str| {
        !["tenth", "quarter", "half", "percent", "third", "fifth", "who", "and", "in"].contains(word) && word.ends_with(|c: char| c.is_alphabetic())
    };
    let is_amount = |word: &&str| ["about", "around", "nearly", "almost", "typically", "more", "less", "over", "under", "at", "least", "most"].contains(word);
    let behind = rest.get(verb + 1..)?.split(|word| *word == "than").collect::<Vec<_>>();
    // "The best paid earn less than the median" is no plain statement, and "the worst paid earn more than" the 10th is not told here.
    let is_plain = matches!(behind.as_slice(), [words] | [words, []] if words.iter().all(is_amount));
    ((1..=3).contains(&verb) && rest.iter().take(verb).all(is_people) && is_plain).then_some(part)
}

/// Whether the sentence is nothing but the occupation, the verb and the number, and nothing before it tells of a part of the people.
fn is_of_all(subject: &Subject, figure: &Figure) -> bool {
    let own = own_nouns(subject);
    let is_own = |word: &String| own.contains(&single(word));
    let ends = ['.', ';', '?', '!', '\u{fffc}'];
    let before = lower_words(figure.before.rsplit(ends).next().unwrap_or_default());
    let is_plain = |word: &String| PLAIN.contains(&word.as_str()) || is_own(word) || english::year(word).is_some();
    let behind = lower_words(figure.after.split(ends).next().unwrap_or_default());
    let is_statement = before.iter().any(|word| is_earning(word)) && before.iter().any(is_own) && before.iter().all(is_plain);
    let names_part = |text: &str| lower_words(text).iter().any(|word| OF_PART.contains(&word.as_str()));
    let is_of_part = names_part(&figure.before) || subject.headings_above(figure.whole.start).any(|heading| names_part(&heading.text));
    // In a table the row or the column says which it is.
    is_statement && !is_of_part && subject.manuscript.labels(figure).is_none() && behind.iter().all(|word| BEHIND.contains(&word.as_str()))
}

/// The words of the page's own occupation, in the singular.
fn own_nouns(subject: &Subject) -> Vec<String> {
    let own = subject.manuscript.head.front.occupation.as_ref().and_then(|it| it.name.as_deref()).unwrap_or_default();
    lower_words(own).iter().map(|word| single(word)).collect()
}

fn single(word: &str) -> String {
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_percentile_is_not_what_all_earn_and_half_earn_more_than_the_median() {
        crate::check::fixture::check_together(
            super::super::find,
            "
            === content/a.md
            ---
            title: A
            occupation: { name: Registered nurse }
            facts:
              low: { measure: pay, statistic: p10, value: 30000, as_of: 2024-05 }
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              high: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
            ---
            Registered nurses earn [](fact:high) a year.

            Most nurses earn more than [](fact:pay). Most earn [more than $45,000](fact:pay).

            Most nurses earn more than [](fact:low). Nurses in cities earn [](fact:high). Nurses can earn [](fact:high). Nurses earn up to [](fact:high).

            Nurses earn [](fact:pay). Most experienced nurses earn more than [](fact:pay). Nurses earn [](fact:high) at the top.

            Some nurses earn [](fact:high). They earn [](fact:high). Most nurse practitioners earn more than [](fact:pay).

            The best-paid nurses earn more than [](fact:low). The highest-paid nurses earn [](fact:low). All nurses earn at least [](fact:low). The lowest-paid nurses earn less than [](fact:high).

            The best-paid nurses earn more than [](fact:high). The lowest-paid nurses earn less than [](fact:low). The highest-paid tenth of nurses earn more than [](fact:high). All but the lowest-paid tenth of nurses earn at least [](fact:low). All nurses earn a median of [](fact:pay). The best-paid nurses work in cities, and half earn more than [](fact:pay). The best-paid nurses earn far more than the median of [](fact:pay).

            - **Top 10 percent:** nurses earn [](fact:high)
            ",
            "
            warning: the words around `high` are not true of it: they say that all earn it, and it is the 90th percentile
              --> content/a.md:9:24 [](fact:high)
              help: say of whom it is told, such as \"the highest 10 percent\", or print the median
            warning: the words around `pay` are not true of it: they say that most earn more or less than the median, and half do
              --> content/a.md:11:28 [](fact:pay)
              help: say half of them, or name another figure
            warning: the words around `pay` are not true of it: they say that most earn more or less than the median, and half do
              --> content/a.md:11:52 [more than $45,000](fact:pay)
              help: say half of them, or name another figure
            warning: the words around `low` are not true of it: they say that the best paid earn it, and it is the 10th percentile
              --> content/a.md:19:37 [](fact:low)
              help: name the figure of those, or say of whom this one is told
            warning: the words around `low` are not true of it: they say that the best paid earn it, and it is the 10th percentile
              --> content/a.md:19:80 [](fact:low)
              help: name the figure of those, or say of whom this one is told
            warning: the words around `low` are not true of it: they say that all of them earn at least or at most so much, and it is the 10th percentile
              --> content/a.md:19:119 [](fact:low)
              help: say of whom it is told, such as \"nine in ten\", or print the median
            warning: the words around `high` are not true of it: they say that the worst paid earn it, and it is the 90th percentile
              --> content/a.md:19:171 [](fact:high)
              help: name the figure of those, or say of whom this one is told
            ",
        );
    }
}
