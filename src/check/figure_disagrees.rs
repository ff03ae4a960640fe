//! A number in a text that is not the one of the fact which it names.

use super::subject::Subject;
use crate::fact::{Disagreement, Fact, Locale, Measure, Statistic, Value, link_agrees};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Every figure of the text whose words do not say what its fact says, at the precision that they print.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let text = &subject.manuscript.text;
    let (with_words, without): (Vec<_>, Vec<_>) = subject.text_figures().partition(|figure| !figure.text.is_empty());
    if with_words.is_empty() && without.is_empty() {
        return Vec::new();
    }
    let locale = subject.locale();
    let mut problems: Vec<Problem> = without.into_iter().filter_map(|figure| of_empty(subject, figure, &locale)).collect();
    for figure in with_words {
        let Some(fact) = subject.figures.get(&figure.reference) else { continue };
        let judged = link_agrees(&figure.text, &figure.before, &figure.after, &fact.told(), &locale);
        let Err(why) = judged.or_else(|why| {
            if is_about_people(fact) && counts_people(&figure.before, &locale) {
                link_agrees(&figure.text, "", &figure.after, &fact.told(), &locale)
            } else {
                Err(why)
            }
        }) else {
            continue;
        };
        let message = format!("`{}` is not what `{}` is: {}", figure.text, figure.reference.name, why.sentence(&locale));
        let problem = Problem::new(Code::FigureDisagrees, text.span(figure.whole.clone()), message);
        let value = locale.value(fact.value(), fact.basis());
        problems.push(problem.help(format!("correct the text, or leave it empty, `[](fact:{})`, to print {value}", figure.reference)));
    }
    problems
}

/// What is wrong around a link that prints the value itself: the words behind it say another time of work than the fact, or there is no number to print.
fn of_empty(subject: &Subject, figure: &Figure, locale: &Locale) -> Option<Problem> {
    let fact = subject.figures.get(&figure.reference)?;
    let printed = locale.value(fact.value(), fact.basis());
    let place = || subject.manuscript.text.span(figure.whole.clone());
    if let Value::Unpublished(_) = fact.value() {
        // In a table or behind a label the mark stands for itself; a sentence goes on behind it: "earn more than not available a year".
        let goes_on = figure.after.trim_start().starts_with(char::is_alphabetic);
        let is_in_table = subject.tables().any(|table| table.range.contains(&figure.whole.start));
        let message = format!("`{}` has no number to print here: \"{printed}\"", figure.reference);
        let help = "name a figure that is published, such as `pay.hourly`, or say in words that there is none";
        return (goes_on && !is_in_table).then(|| Problem::new(Code::FigureDisagrees, place(), message).help(help));
    }
    let Err(why @ Disagreement::Basis(..)) = link_agrees(&printed, &figure.before, &figure.after, &fact.told(), locale) else { return None };
    let message = format!("the words around `{}` are not true of it: {}", figure.reference, why.sentence(locale));
    Some(
        Problem::new(Code::FigureDisagrees, place(), message)
            .help("correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour"),
    )
}

/// Words that say of how many people something is told: half of them, a tenth, the best paid, 10 percent.
const PARTS: [&str; 21] = [
    "half",
    "halves",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "fourth",
    "fifth",
    "tenth",
    "percent",
    "most",
    "many",
    "some",
    "few",
    "lowest",
    "highest",
    "top",
    "bottom",
    "best",
    "worst",
    "everybody",
];

/// Whether the sentence in front of the number counts people, so that "more than" may be what they earn and not what the number is. Known of English only.
fn counts_people(before: &str, locale: &Locale) -> bool {
    let sentence = before.rsplit(['.', ';', '!', '?']).next().unwrap_or(before);
    let is_part = |word: &str| PARTS.iter().any(|part| word.eq_ignore_ascii_case(part));
    !locale.tag().starts_with("en") || sentence.contains('%') || sentence.split(|c: char| !c.is_alphanumeric()).any(is_part)
}

/// Whether "more than" in front of the number may speak of people: half of all earn more than the median.
pub(super) fn is_about_people(fact: &Fact) -> bool {
    matches!(&fact.topic.measure, Measure::Pay(statistic, _) if Statistic::PERCENTILES.contains(statistic))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_printed_number_is_that_of_its_fact() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 39180, as_of: 2017-05 }
              growth: { measure: growth, value: 13.48, from: 2016, to: 2026 }
              top: { measure: pay, at_least: 239200, as_of: 2024 }
            ---
            Half earn more than [$39,180](fact:pay). About [$39,000](fact:pay), [](fact:pay) and [13 percent](fact:growth); not [$38,000](fact:pay) nor
            [14%](fact:growth), [39,180](fact:growth), [$239,200](fact:top). Half earn more. It is more than [$39,500](fact:pay).
            ",
            "
            error: `$38,000` is not what `pay` is: the fact says $39,180; $39,000 or $39,180 would be right
              --> content/a.md:8:117 [$38,000](fact:pay)
              help: correct the text, or leave it empty, `[](fact:pay)`, to print $39,180
            error: `14%` is not what `growth` is: the fact says 13.48%; 13% or 13.48% would be right
              --> content/a.md:9:1 [14%](fact:growth)
              help: correct the text, or leave it empty, `[](fact:growth)`, to print 13.48%
            error: `39,180` is not what `growth` is: the fact says 13.48%; 13% or 13.48% would be right
              --> content/a.md:9:21 [39,180](fact:growth)
              help: correct the text, or leave it empty, `[](fact:growth)`, to print 13.48%
            error: `$239,200` is not what `top` is: the fact says $239,200 or more, so the text cannot give another bound or an exact number
              --> content/a.md:9:44 [$239,200](fact:top)
              help: correct the text, or leave it empty, `[](fact:top)`, to print $239,200 or more
            error: `$39,500` is not what `pay` is: the fact says $39,180, so the comparison in the text is not true
              --> content/a.md:9:98 [$39,500](fact:pay)
              help: correct the text, or leave it empty, `[](fact:pay)`, to print $39,180
            ",
        );
    }
}
