//! A number in a text that is not the one of the fact which it names, or words around it that say another time or another thing of it.

mod ahead;
mod around;
mod direction;
mod empty;
mod measure;
mod told_by;

use super::subject::Subject;
use super::together::Together;
use crate::fact::english::{self, is_earning, is_pay};
use crate::fact::{Amount, Disagreement, Fact, Locale, Measure, Printed, Qualifier, Statistic, Value, agrees, link_agrees, phrases_in, read};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Every figure of the text whose words do not say what its fact says, at the precision that they print.
pub(super) fn find(subject: &Subject, together: &[Together]) -> Vec<Problem> {
    let text = &subject.manuscript.text;
    let (with_words, without): (Vec<_>, Vec<_>) = subject.text_figures().partition(|figure| !figure.text.is_empty());
    if with_words.is_empty() && without.is_empty() {
        return Vec::new();
    }
    let locale = subject.locale();
    let mut problems: Vec<Problem> = without.into_iter().filter_map(|figure| empty::wrong(subject, figure, &locale)).collect();
    problems.extend(of_words_around(subject, together, &locale));
    for figure in with_words {
        let Some(fact) = subject.figures.get(&figure.reference) else { continue };
        // Words of the outlook, "faster than average", are judged by a check of their own.
        if fact.topic.measure == Measure::Growth && !phrases_in(&figure.text).is_empty() && read(&figure.text, "", "", &locale).is_none() {
            continue;
        }
        let judged = link_agrees(&figure.text, &figure.before, &figure.after, &fact.told(), &locale);
        let Err(why) = judged.or_else(|why| {
            if is_about_people(fact) && is_advice(figure, &locale) {
                // "Aim for more than": the reader is to earn more, the number is the fact's.
                read(&figure.text, "", &figure.after, &locale)
                    .map_or(Err(why), |printed| agrees(&Printed { qualifier: Qualifier::About, ..printed }, &fact.told()))
            } else if is_about_people(fact) && (counts_people(figure, &locale) || is_printed_whole(figure, fact, &locale)) {
                let after = figure.after.trim_start();
                let after =
                    ["or more", "or less", "or above", "or below", "or over"].iter().find_map(|words| after.strip_prefix(words)).unwrap_or(&figure.after);
                // "Half earn [more than $51,000]": what people earn is more, the number is the fact's.
                let printed = read(&figure.text, "", after, &locale).map(|it| Printed { qualifier: Qualifier::None, ..it });
                let is_part = names_a_part(figure, &locale);
                printed.filter(|_| is_part || !is_beyond(figure, fact, &locale)).map_or(Err(why), |printed| agrees(&printed, &fact.told()))
            } else {
                Err(why)
            }
        }) else {
            continue;
        };
        if matches!(why, Disagreement::NoNumber(_)) && names_statistic(figure, fact, &locale) {
            continue;
        }
        let message = format!("`{}` is not what `{}` is: {}", figure.text, figure.reference.name, why.sentence(&locale));
        let problem = Problem::new(Code::FigureDisagrees, text.span(figure.whole.clone()), message);
        let value = locale.value(fact.value(), fact.basis());
        problems.push(problem.help(match (&why, fact.value()) {
            (_, Value::Unpublished(_)) => "say in words that there is none, or name a figure that is published".to_owned(),
            (Disagreement::Untrue(_) | Disagreement::Misleading(..), _) => format!("correct the comparison, or the number: it is {value}"),
            _ => format!("correct the text, or leave it empty, `[](fact:{})`, to print {value}", figure.reference),
        }));
    }
    problems
}

/// Whether the text of the link is no number and names the figure: "more than [the nurses' median]". Known of English only.
fn names_statistic(figure: &Figure, fact: &Fact, locale: &Locale) -> bool {
    let Measure::Pay(statistic, _) = fact.topic.measure else { return false };
    let has_digit = figure.text.contains(|c: char| c.is_ascii_digit());
    locale.tag().starts_with("en") && !has_digit && english::statistic(&figure.text.to_lowercase()) == Some(statistic)
}

/// Every figure whose words around say another time of work, another time or another measure than its fact. They are read in English alone.
fn of_words_around(subject: &Subject, together: &[Together], locale: &Locale) -> Vec<Problem> {
    if !locale.tag().starts_with("en") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (figure, why) in together.iter().flat_map(direction::wrong) {
        let message = format!("the words around `{}` are not true of it: they tell {why}", figure.reference);
        let problem = Problem::new(Code::FigureDisagrees, subject.manuscript.text.span(figure.whole.clone()), message);
        problems.push(problem.help("correct the words, or print the figures the other way round"));
    }
    for (together, figure, fact) in together.iter().flat_map(|it| it.figures.iter().map(move |(figure, fact)| (it, *figure, *fact))) {
        let own_words = together.own_words(figure);
        let place = || subject.manuscript.text.span(figure.whole.clone());
        let labels = subject.manuscript.labels(figure).map_or_else(Vec::new, Vec::from);
        let said = around::basis_of_labels(&labels).or_else(|| around::basis(figure, own_words));
        if let (Some(said), Some(basis)) = (said, fact.basis())
            && said != basis
        {
            let why = Disagreement::Basis(said, basis).sentence(locale);
            let problem = Problem::new(Code::FigureDisagrees, place(), format!("the words around `{}` are not true of it: {why}", figure.reference));
            problems.push(problem.help("correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour"));
        }
        let said = around::other_time_of_labels(&labels, fact).or_else(|| around::other_time(figure, own_words, fact));
        let is_of_other_time = said.is_some();
        if let (Some(said), Some(period)) = (said, fact.topic.period) {
            let message =
                format!("the words around `{}` are not true of it: they say {said}, and the figure is of {}", figure.reference, locale.period(period));
            problems.push(Problem::new(Code::FigureDisagrees, place(), message).help("correct the year, or name a figure of that time"));
        }
        let told = |why: &str| Problem::new(Code::FigureDisagrees, place(), format!("the words around `{}` are not true of it: they {why}", figure.reference));
        if let Some((said, is)) = measure::other(figure, own_words, &labels, fact) {
            let why = format!("say that it is {}, and the figure is {}", said.words(), is.words());
            problems.push(told(&why).help("correct the words, or name the figure that they tell of"));
        } else if let Some(why) = measure::other_span(figure, own_words, fact) {
            problems.push(told(&format!("tell it {why}")).help("correct the words, or name the figure that they tell of"));
        } else if let Some(why) = ahead::wrong(figure, own_words, fact, subject.as_of).filter(|_| !is_of_other_time && labels.is_empty()) {
            problems.push(told(&format!("tell it {why}")).help("correct the words, or name the figure that they tell of"));
        }
        if let Some((said, is)) = told_by::another(subject, figure, own_words, fact) {
            let why = format!("say that it is from {said}, and it is from {is}");
            problems.push(told(&why).help("name its own source, or print the figure of that one, a fact with its `source`"));
        }
    }
    problems
}

/// Whether the words in front of the number tell the reader what to look for: "aim for more than", "never settle for less than". Known of English only.
fn is_advice(figure: &Figure, locale: &Locale) -> bool {
    const VERBS: [&str; 12] = ["aim", "ask", "settle", "hope", "push", "look", "go", "strive", "bargain", "negotiate", "try", "shoot"];
    let words: Vec<String> = english::words(sentence(figure)).map(str::to_lowercase).collect();
    let near = words.get(words.len().saturating_sub(6)..).unwrap_or_default();
    locale.tag().starts_with("en") && near.windows(2).any(|pair| matches!(pair, [verb, word] if VERBS.contains(&verb.as_str()) && word == "for"))
}

/// Words that say of how many people something is told: half of them, a tenth, the best paid, 10 percent.
const PARTS: [&str; 28] = [
    "half",
    "ten",
    "five",
    "four",
    "three",
    "hundred",
    "ninety",
    "out",
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

/// Those of them that name a part of the people behind a number too.
const PARTS_BEHIND: [&str; 8] = ["half", "third", "quarter", "fourth", "fifth", "tenth", "percent", "worst"];

/// Whether the text compares with the very number of the fact: "Lowest 10%: under $66,030" tells what people earn, wherever they are named.
fn is_printed_whole(figure: &Figure, fact: &Fact, locale: &Locale) -> bool {
    let printed = read(&figure.text, "", "", locale);
    printed.is_some_and(|printed| matches!(printed.amount, Amount::One(one) if Some(one.value) == fact.value().exact()))
}

/// Whether the number that the text compares with lies beyond the fact itself: "earn over $94,000" of $93,600.
fn is_beyond(figure: &Figure, fact: &Fact, locale: &Locale) -> bool {
    let Some(printed) = read(&figure.text, &figure.before, &figure.after, locale) else { return false };
    let (Amount::One(one), Some(exact)) = (printed.amount, fact.value().exact()) else { return false };
    match printed.qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => one.value > exact,
        Qualifier::LessThan | Qualifier::AtMost => one.value < exact,
        Qualifier::None | Qualifier::About | Qualifier::Nearly => false,
    }
}

/// Whether the sentence around the number counts people, so that "more than" may be what they earn and not what the number is. Known of English only.
fn counts_people(figure: &Figure, locale: &Locale) -> bool {
    let earns = |word: &str| is_earning(word) || is_pay(word) || ["pays", "anyone"].contains(&word);
    names_a_part(figure, locale) || english::words(sentence(figure)).any(|word| earns(&word.to_lowercase()))
}

/// Whether that sentence names a part of the people, "half earn more than", and not all of them, "nurses earn more than".
fn names_a_part(figure: &Figure, locale: &Locale) -> bool {
    let behind = figure.after.split(['.', ';', '!', '?']).next().unwrap_or_default();
    // "Above $135,320 are only the best-paid tenth", but not "more than $39,500 in most states".
    let is_part_behind = || english::words(behind).any(|word| PARTS_BEHIND.iter().any(|part| word.eq_ignore_ascii_case(part)));
    let is_part = |word: &str| PARTS.iter().any(|part| word.eq_ignore_ascii_case(part));
    let sentence = sentence(figure);
    !locale.tag().starts_with("en") || sentence.contains('%') || english::words(sentence).any(is_part) || is_part_behind()
}

/// What stands in front of a figure in its sentence.
fn sentence(figure: &Figure) -> &str {
    figure.before.rsplit(['.', ';', '!', '?']).next().unwrap_or_default()
}

/// Whether "more than" in front of the number may speak of people: half of all earn more than the median.
pub(super) fn is_about_people(fact: &Fact) -> bool {
    matches!(&fact.topic.measure, Measure::Pay(statistic, _) if Statistic::PERCENTILES.contains(statistic))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_around_a_figure_say_its_time_and_its_time_of_work() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 43460, as_of: 2024-05 }
              old: { measure: pay, value: 35100, as_of: 2020-05 }
              hour: { measure: pay, per: hour, value: 20.90, as_of: 2024-05 }
              growth: { measure: growth, value: 6.4, from: 2024, to: 2034 }
              jobs: { measure: jobs, value: 490400, as_of: 2024 }
            ---
            The median in May 2020 was [$43,460](fact:pay). In 2020 it was [$35,100](fact:old), and now it is [](fact:pay). [$43,460 (May 2020)](fact:pay)

            From 2022 to 2032, employment grows [6.4 percent](fact:growth). From 2024 to 2034 it grows [6.4 percent](fact:growth). There were [](fact:jobs) jobs in 2020.

            | | Hourly | Annual | 2020 |
            | --- | ---: | ---: | ---: |
            | Median | [](fact:pay) | [](fact:pay) | [](fact:pay) |
            | 2024 | [](fact:hour) | [](fact:old) | [](fact:pay) |

            | May 2020 | 2024 |
            | ---: | ---: |
            | [](fact:old) | [](fact:old) |

            The median hourly wage is [](fact:pay). The annual median is [$20.90](fact:hour). Hourly workers with [](fact:pay) a year. Since 2018 it has risen to [](fact:pay).

            Pay: [$43,460](fact:pay)
            Hourly: [$20.90](fact:hour)

            Annual: [](fact:pay)  
            **Hourly pay:** [](fact:hour)\\
            Hourly: [](fact:pay)

            Jobs will grow [6.4%](fact:growth) by 2030. By 2034, they will have grown [6.4%](fact:growth).
            ",
            "
            error: the words around `pay` are not true of it: they say 2020, and the figure is of May 2024
              --> content/a.md:10:28 [$43,460](fact:pay)
              help: correct the year, or name a figure of that time
            error: the words around `pay` are not true of it: they say 2020, and the figure is of May 2024
              --> content/a.md:10:113 [$43,460 (May 2020)](fact:pay)
              help: correct the year, or name a figure of that time
            error: the words around `growth` are not true of it: they say 2022 to 2032, and the figure is of 2024–34
              --> content/a.md:12:37 [6.4 percent](fact:growth)
              help: correct the year, or name a figure of that time
            error: the words around `jobs` are not true of it: they say 2020, and the figure is of 2024
              --> content/a.md:12:131 [](fact:jobs)
              help: correct the year, or name a figure of that time
            error: the words around `pay` are not true of it: the text says that it is for an hour, and the fact is for a year
              --> content/a.md:16:12 [](fact:pay)
              help: correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour
            error: the words around `pay` are not true of it: they say 2020, and the figure is of May 2024
              --> content/a.md:16:42 [](fact:pay)
              help: correct the year, or name a figure of that time
            error: the words around `old` are not true of it: they say 2024, and the figure is of May 2020
              --> content/a.md:17:26 [](fact:old)
              help: correct the year, or name a figure of that time
            error: the words around `old` are not true of it: they say 2024, and the figure is of May 2020
              --> content/a.md:21:18 [](fact:old)
              help: correct the year, or name a figure of that time
            error: the words around `pay` are not true of it: the text says that it is for an hour, and the fact is for a year
              --> content/a.md:23:27 [](fact:pay)
              help: correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour
            error: the words around `hour` are not true of it: the text says that it is for a year, and the fact is for an hour
              --> content/a.md:23:62 [$20.90](fact:hour)
              help: correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour
            error: the words around `pay` are not true of it: the text says that it is for an hour, and the fact is for a year
              --> content/a.md:30:9 [](fact:pay)
              help: correct the words, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour
            error: the words around `growth` are not true of it: they say by 2030, and the figure is of 2024–34
              --> content/a.md:32:16 [6.4%](fact:growth)
              help: correct the year, or name a figure of that time
            ",
        );
    }

    #[test]
    fn advice_compares_what_is_to_be_earned_and_an_outlook_has_words() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 43460, as_of: 2024-05 }
              growth: { measure: growth, value: 6.4, from: 2024, to: 2034 }
            ---
            Aim for more than [$43,500](fact:pay), and never settle for less than [$43,000](fact:pay). Jobs grow [faster than average](fact:growth).

            Aim for more than [$48,000](fact:pay).
            ",
            "
            error: `$48,000` is not what `pay` is: the fact says $43,460, which the text rounds too far or to the wrong side; $43,000 or $43,460 would be right
              --> content/a.md:9:19 [$48,000](fact:pay)
              help: correct the text, or leave it empty, `[](fact:pay)`, to print $43,460
            ",
        );
    }

    #[test]
    fn a_printed_number_is_that_of_its_fact() {
        crate::check::fixture::check_together(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 39180, as_of: 2017-05 }
              growth: { measure: growth, value: 13.48, from: 2016, to: 2026 }
              top: { measure: pay, at_least: 239200, as_of: 2024 }
              jobs: { measure: openings, value: 39600, from: 2024, to: 2034 }
              degree: { measure: education, level: bachelors }
            ---
            Half earn more than [$39,180](fact:pay). About [$39,000](fact:pay), [](fact:pay) and [13 percent](fact:growth); not [$38,000](fact:pay) nor
            [14%](fact:growth), [39,180](fact:growth), [$239,200](fact:top). Half earn more. It is more than [$39,500](fact:pay).

            Above [$39,180](fact:pay) is only half of them. It is more than [$39,500](fact:pay) in most states. Just short of [40,000](fact:jobs) openings arise. They earn over [$39,500](fact:pay), or more than [$39,180](fact:pay), or under [$39,000](fact:pay). **Lowest half:** under [$39,180](fact:pay); half earn over [$39,000](fact:pay). [Bachelor's](fact:degree) is asked.
            ",
            "
            error: `$38,000` is not what `pay` is: the fact says $39,180; $39,000 or $39,180 would be right
              --> content/a.md:10:117 [$38,000](fact:pay)
              help: correct the text, or leave it empty, `[](fact:pay)`, to print $39,180
            error: `14%` is not what `growth` is: the fact says 13.48%; 13% or 13.48% would be right
              --> content/a.md:11:1 [14%](fact:growth)
              help: correct the text, or leave it empty, `[](fact:growth)`, to print 13.48%
            error: `39,180` is not what `growth` is: the fact says 13.48%; 13% or 13.48% would be right
              --> content/a.md:11:21 [39,180](fact:growth)
              help: correct the text, or leave it empty, `[](fact:growth)`, to print 13.48%
            error: `$239,200` is not what `top` is: the fact says $239,200 or more, so the text cannot give another bound or an exact number
              --> content/a.md:11:44 [$239,200](fact:top)
              help: correct the text, or leave it empty, `[](fact:top)`, to print $239,200 or more
            error: `$39,500` is not what `pay` is: the fact says $39,180, so the comparison in the text is not true
              --> content/a.md:11:98 [$39,500](fact:pay)
              help: correct the comparison, or the number: it is $39,180
            error: `$39,500` is not what `pay` is: the fact says $39,180, so the comparison in the text is not true
              --> content/a.md:13:65 [$39,500](fact:pay)
              help: correct the comparison, or the number: it is $39,180
            error: `$39,500` is not what `pay` is: the fact says $39,180, so the comparison in the text is not true
              --> content/a.md:13:166 [$39,500](fact:pay)
              help: correct the comparison, or the number: it is $39,180
            error: `$39,000` is not what `pay` is: the fact says $39,180, so the comparison in the text is not true
              --> content/a.md:13:230 [$39,000](fact:pay)
              help: correct the comparison, or the number: it is $39,180
            ",
        );
    }
}
