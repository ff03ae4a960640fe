//! A mean that is called a median or the reverse, a percentile that is called another or told from the wrong side, and mean and median side by side without a
//! word: they may lie thousands apart.

mod everybody;
mod pair;
mod percentile;

use super::subject::Subject;
use super::together::Together;
use crate::fact::english::{basis_adjective, is_earning, is_pay, words};
use crate::fact::reference::name_of_pay;
use crate::fact::{Fact, Measure, Statistic};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Every figure of pay that its sentence calls otherwise, and every second kind where mean and median stand together and the text does
/// not name both. The words are English, so texts in other languages are passed over.
pub(super) fn find(subject: &Subject, together: &[Together]) -> Vec<Problem> {
    if !subject.locale().tag().starts_with("en") {
        return Vec::new();
    }
    let place = |figure: &Figure| subject.manuscript.text.span(figure.whole.clone());
    let mut problems = Vec::new();
    for together in together {
        problems.extend(together.figures.iter().filter_map(|(figure, fact)| other_percentile(subject, together, figure, fact)));
        problems
            .extend(pair::wrong(together).into_iter().map(|(figure, message, help)| Problem::new(Code::MeanMedianMixed, place(figure), message).help(help)));
        let pay: Vec<_> = together.figures.iter().filter_map(|(figure, fact)| Some((*figure, statistic(fact)?))).collect();
        let called_otherwise = pay.iter().filter(|(figure, statistic)| called(figure, together.own_words(figure)).is_some_and(|said| said != *statistic));
        let mut wrong: Vec<Problem> = called_otherwise
            .map(|(figure, statistic)| {
                let said = if *statistic == Statistic::Mean { "median" } else { "mean or average" };
                let message = format!("`{}` is a {statistic}, and the text calls it a {said}", figure.reference);
                Problem::new(Code::MeanMedianMixed, place(figure), message).help(format!("write {statistic}, or name the other figure: {}", other(*statistic)))
            })
            .collect();
        if wrong.is_empty() {
            wrong.extend(unnamed(together, &pay).map(|(first, second)| {
                let names = [first, second].map(|(_, statistic)| statistic.to_string());
                let message = format!("a {} stands beside a {}, and the text does not say which is which", names[1], names[0]);
                let problem = Problem::new(Code::MeanMedianMixed, place(second.0), message).also(place(first.0), format!("the {}", names[0]));
                problem.help("say of each what it is, or print two of one kind")
            }));
        }
        problems.extend(wrong);
    }
    problems
}

/// What is wrong with a percentile whose sentence names another.
fn other_percentile(subject: &Subject, together: &Together, figure: &Figure, fact: &Fact) -> Option<Problem> {
    let Measure::Pay(statistic, basis) = fact.topic.measure else { return None };
    let own_words = together.own_words(figure);
    // "All but the lowest-paid tenth" are the others.
    if let Some((part, side)) = pair::wrong_side(figure, own_words, statistic).filter(|_| !own_words.to_lowercase().contains("all but ")) {
        let right = if side == "more" { "less" } else { "more" };
        let message = format!("the words around `{}` are not true of it: the {part} paid earn {right} than the {statistic}, not {side}", figure.reference);
        let problem = Problem::new(Code::MeanMedianMixed, subject.manuscript.text.span(figure.whole.clone()), message);
        return Some(problem.help(format!("write \"{right} than\", or name another part of the people")));
    }
    if let Some((why, help)) = everybody::wrong(subject, figure, own_words, fact, statistic) {
        let message = format!("the words around `{}` are not true of it: they say that {why}", figure.reference);
        return Some(Problem::new(Code::MeanMedianMixed, subject.manuscript.text.span(figure.whole.clone()), message).help(help));
    }
    // A mean and a median in a sentence are looked at below.
    let is_looked_at = |said: &Statistic| [*said, statistic].iter().all(|it| matches!(it, Statistic::Mean | Statistic::Median));
    // The upper percentiles are what guides have for the experienced; the highest pay of several places is the median of one of them.
    let is_loose = |said: &Statistic| match said {
        Statistic::Experienced => matches!(statistic, Statistic::P75 | Statistic::P90),
        // "Beginners earn less than $43,660, the median".
        Statistic::Starter => [own_words, figure.after.split(['.', ';']).next().unwrap_or_default()].iter().any(|text| {
            let text = text.to_lowercase();
            text.contains(&statistic.to_string()) || (statistic == Statistic::P10 && text.contains("tenth percentile"))
        }),
        Statistic::Min | Statistic::Max if ["highest", "lowest"].iter().any(|word| own_words.contains(word)) => {
            matches!(statistic, Statistic::Median | Statistic::Mean) || fact.topic.industry.is_some()
        }
        _ => false,
    };
    let in_sentence = || percentile::called(figure, own_words).filter(|said| !is_looked_at(said) && !is_loose(said));
    let said = percentile::called_in_table(subject, figure).or_else(in_sentence).filter(|said| *said != statistic)?;
    let called = match said {
        Statistic::Min | Statistic::Max => format!("the {said} pay"),
        Statistic::Starter | Statistic::Experienced => format!("{said} pay"),
        _ => format!("a {said}"),
    };
    let message = format!("`{}` is a {statistic}, and the text calls it {called}", figure.reference);
    let other = name_of_pay(said, basis).map(|name| format!(": `fact:{name}`")).unwrap_or_default();
    let help = format!("write {statistic}, or name the other figure{other}");
    Some(Problem::new(Code::MeanMedianMixed, subject.manuscript.text.span(figure.whole.clone()), message).help(help))
}

/// Mean or median, if it is one of them.
fn statistic(fact: &Fact) -> Option<Statistic> {
    match fact.topic.measure {
        Measure::Pay(statistic @ (Statistic::Mean | Statistic::Median), _) => Some(statistic),
        _ => None,
    }
}

fn other(statistic: Statistic) -> &'static str {
    if statistic == Statistic::Mean { "`fact:pay` is the median" } else { "`fact:pay.mean` is the mean" }
}

type Named<'f> = (&'f Figure, Statistic);

/// The first two of different kinds, where the words name not both kinds.
fn unnamed<'f>(together: &Together, pay: &[Named<'f>]) -> Option<(Named<'f>, Named<'f>)> {
    let first = *pay.first()?;
    let second = *pay.iter().find(|(_, statistic)| *statistic != first.1)?;
    let is_said = together.says(&["median", "medians", "half", "typical", "typically", "midpoint"]) && together.says(&["mean", "means", "average", "averages"]);
    (!is_said).then_some((first, second))
}

/// What the words of the sentence next to the figure call it: the last such word before it, else the first behind it in its clause.
fn called(figure: &Figure, before: &str) -> Option<Statistic> {
    // A label counts, its colon ends nothing: "Average pay: $48,000".
    let sentence = [". ", "; ", ": ", "? "].into_iter().fold(before.trim_end(), |rest, end| rest.rsplit(end).next().unwrap_or(rest));
    let clause = figure.after.split(['.', ',', ';', ':', '(', '|']).next().unwrap_or_default();
    // "The median, unlike the mean, is": who reads on knows which.
    let names: Vec<Statistic> = names_in(sentence).collect();
    if names.iter().any(|name| Some(name) != names.first()) {
        return None;
    }
    names.last().copied().or_else(|| names_in(&figure.text).last()).or_else(|| names_in(clause).next())
}

/// Words that make an average what something is compared with.
const COMPARING: [&str; 10] = ["than", "as", "above", "below", "over", "under", "beyond", "beat", "beats", "exceeds"];
/// The words for mean and median in `text`. "Above the national average" is no name of a figure, and "means" is a verb; "half of all earn" names
/// a median.
fn names_in(text: &str) -> impl DoubleEndedIterator<Item = Statistic> + use<'_> {
    // Another figure, or a comma, ends what something is compared with: "half earn more than $1, and the average is".
    let has_half = words(text).any(|word| word.eq_ignore_ascii_case("half"));
    text.split([',', '\u{fffc}']).flat_map(move |clause| names_in_clause(clause, has_half))
}

/// Whether the word behind "mean" or "average" leaves it a name of pay.
fn is_of_pay(next: Option<&str>) -> bool {
    const NEXT: [&str; 12] = ["rate", "is", "was", "of", "are", "were", "being", "earned", "and", "or", "at", "for"];
    next.is_none_or(|next| is_pay(next) || basis_adjective(next).is_some() || next == "earns" || NEXT.contains(&next))
}

fn names_in_clause(text: &str, has_half: bool) -> impl DoubleEndedIterator<Item = Statistic> + use<> {
    let words: Vec<String> = words(text).map(str::to_lowercase).collect();
    let name = |at: usize, word: &str| {
        let before: Vec<&str> = words.get(at.saturating_sub(4)..at).unwrap_or_default().iter().map(String::as_str).collect();
        let is_earned = || words.iter().skip(at).take(7).any(|word| is_earning(word));
        match word {
            "median" => Some(Statistic::Median),
            "half" if is_earned() => Some(Statistic::Median),
            "typical" if matches!(before.last(), Some(&("the" | "a"))) && words.iter().skip(at).take(4).any(|word| is_earning(word)) => Some(Statistic::Median),
            "average" if before.last() == Some(&"on") && !has_half && is_earned() => Some(Statistic::Mean),
            // "What does $43,460 mean for a family", "a grade point average", "the average pharmacy".
            "mean" | "average"
                if !(is_of_pay(words.get(at + 1).map(String::as_str))
                    || (word == "average" && before.last() != Some(&"on") && words.iter().skip(at + 2).take(3).any(|word| is_pay(word)))
                    || (word == "average" && before.last() == Some(&"the") && words.iter().skip(at).take(4).any(|word| is_earning(word))))
                    || before.last() == Some(&"point") =>
            {
                None
            }
            "mean" if !matches!(before.last(), Some(&("this" | "that" | "these" | "they" | "which" | "not" | "to" | "can" | "may" | "does" | "would"))) => {
                Some(Statistic::Mean)
            }
            "average" if has_half && before.last() == Some(&"on") => None,
            "average" if !before.iter().any(|word| COMPARING.contains(word)) => Some(Statistic::Mean),
            _ => None,
        }
    };
    let names: Vec<Statistic> = words.iter().enumerate().filter_map(|(at, word)| name(at, word)).collect();
    names.into_iter()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_mean_is_not_called_a_median_and_both_are_named() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              mean: { measure: pay, statistic: mean, value: 48000, as_of: 2024-05 }
              growth: { measure: growth, value: 9, from: 2024, to: 2034 }
            ---
            The average pay is [$45,780](fact:pay) a year. The median is [$45,780](fact:pay), the mean [$48,000](fact:mean).

            They earn [$45,780](fact:pay), and some say [$48,000](fact:mean).

            Half earn more than [$45,780](fact:pay); the average is [$48,000](fact:mean).

            It grows [9 percent](fact:growth), much faster than average, and [$45,780](fact:pay) is what half of them earn.

            | Median | Mean |
            | --- | --- |
            | [$45,780](fact:pay) | [$48,000](fact:mean) |

            [$48,000](fact:mean) median annual pay.
            ",
            "
            warning: `pay` is a median, and the text calls it a mean or average
              --> content/a.md:8:20 [$45,780](fact:pay)
              help: write median, or name the other figure: `fact:pay.mean` is the mean
            warning: a mean stands beside a median, and the text does not say which is which
              --> content/a.md:10:45 [$48,000](fact:mean)
              the median: content/a.md:10:11 [$45,780](fact:pay)
              help: say of each what it is, or print two of one kind
            warning: `mean` is a mean, and the text calls it a median
              --> content/a.md:20:1 [$48,000](fact:mean)
              help: write mean, or name the other figure: `fact:pay` is the median
            ",
        );
    }

    #[test]
    fn an_average_that_is_compared_with_is_no_name_and_a_label_is_one() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              mean: { measure: pay, statistic: mean, value: 48000, as_of: 2024-05 }
            ---
            They earn [$45,780](fact:pay), above the national average.

            Well above the average of all, they earn [$45,780](fact:pay).

            On average, half of all nurses earn more than [$45,780](fact:pay).

            Half of all nurses, on average, earn [$45,780](fact:pay).

            Average salary: [](fact:pay)

            On average nurses make [$45,780](fact:pay) a year.

            The median wage, not the average, was [$45,780](fact:pay). The mean is above the median: [$48,000](fact:mean) and [$45,780](fact:pay).

            Mean and median were [$48,000](fact:mean) and [$45,780](fact:pay). The typical nurse earns [$45,780](fact:pay); the average is [$48,000](fact:mean).

            The average medical assistant salary is [$45,780](fact:pay). The typical medical assistant earns [$48,000](fact:mean).

            They earn more than the average nurse salary: [$45,780](fact:pay). The average clinic pays well: [$45,780](fact:pay).
            ",
            "
            warning: `pay` is a median, and the text calls it a mean or average
              --> content/a.md:15:17 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.mean` is the mean
            warning: `pay` is a median, and the text calls it a mean or average
              --> content/a.md:17:24 [$45,780](fact:pay)
              help: write median, or name the other figure: `fact:pay.mean` is the mean
            warning: `pay` is a median, and the text calls it a mean or average
              --> content/a.md:23:41 [$45,780](fact:pay)
              help: write median, or name the other figure: `fact:pay.mean` is the mean
            warning: `mean` is a mean, and the text calls it a median
              --> content/a.md:23:98 [$48,000](fact:mean)
              help: write mean, or name the other figure: `fact:pay` is the median
            ",
        );
    }

    #[test]
    fn other_languages_are_passed_over() {
        crate::check::fixture::check_together(
            super::find,
            "\n=== content/a.md\n---\ntitle: A\nlanguage: de\nfacts:\n  pay: { measure: pay, value: 1, as_of: 2024 }\n---\nThe average is [$1](fact:pay).\n",
            "",
        );
    }
}
