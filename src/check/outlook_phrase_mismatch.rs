//! Words of an outlook that do not fit the growth beside them: the same percent is "faster than average" in one decade and "slower" in another.

mod alone;
mod told;

use std::ops::Range;

use super::place;
use super::subject::Subject;
use crate::fact::english::words;
use crate::fact::{Measure, Phrase, phrases_in};
use crate::figures::of_block;
use crate::guide::body::Figure;
use crate::problem::Problem;
use told::{allows, mismatch};

/// Every phrase beside a figure of growth that fits neither it nor another growth which the page gives for the same years.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for figure in subject.text_figures() {
        let Some(fact) = subject.figures.get(&figure.reference).filter(|fact| fact.topic.measure == Measure::Growth) else { continue };
        // "Faster than the average for all occupations (3.1 percent)" says it of another figure.
        if fact.topic.occupation.as_deref() == Some(of_block::ALL_OCCUPATIONS) {
            continue;
        }
        let Some(said) = said_beside(figure) else { continue };
        let figure = figure.whole.clone();
        if !allows(fact, said) {
            problems.push(mismatch(subject, figure.clone(), said, fact));
        }
        let others = subject.figures.own.iter().filter(|(_, other)| other.topic == fact.topic && other.value() != fact.value() && !allows(other, said));
        problems.extend(others.map(|(name, other)| {
            let place = place::of(&subject.manuscript.head, &["facts", name, "value"]);
            mismatch(subject, figure.clone(), said, other).also(place, "this growth is given too")
        }));
    }
    [problems, alone::find(subject)].concat()
}

/// The phrase in the sentence of the figure, if it has one.
fn said_beside(figure: &Figure) -> Option<Phrase> {
    let before = figure.before.rsplit(['.', ';']).next().unwrap_or_default();
    let after = figure.after.split([';', '\n']).next().unwrap_or_default();
    let sentence = after.split_once(". ").map_or(after, |(sentence, _)| sentence);
    // "Is not faster than average" says what it is not.
    if [sentence, before].iter().any(|text| text.split(' ').any(|word| word == "not" || word == "no")) {
        return None;
    }
    if let Some((_, phrase)) = phrases_in(&figure.text).into_iter().next() {
        return Some(phrase);
    }
    let beside = |text: &str, (range, phrase): (Range<usize>, Phrase)| (!is_of_some(text.get(range.end..).unwrap_or_default())).then_some(phrase);
    match (phrases_in(sentence).into_iter().next(), phrases_in(before).into_iter().last()) {
        (Some(found), _) => beside(sentence, found),
        (None, Some(found)) => beside(before, found),
        (None, None) => None,
    }
}

/// Whether the average is that of some occupations, as what follows it says: "the average of all health jobs".
fn is_of_some(behind: &str) -> bool {
    const ALL: [&str; 9] = ["occupations", "jobs", "workers", "careers", "work", "economy", "us", "u", "united"];
    let mut words = words(behind).map(str::to_lowercase).filter(|word| word != "the" && word != "all");
    words.next().is_some_and(|word| word == "of" || word == "for") && words.next().is_some_and(|word| !ALL.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_phrase_fits_its_growth_in_its_decade() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              growth: { measure: growth, value: 4, from: 2014, to: 2024 }
              fast: { measure: growth, value: 22, from: 2014, to: 2024 }
            ---
            It grows [4 percent](fact:growth), much faster than the average for all occupations.

            It grows [much faster than average](fact:growth).

            Nursing grows much faster than the average of all health jobs, or [4 percent](fact:growth).
            ",
            "
            warning: a growth of 4% over 2014 to 2024 is not \"much faster than average\"
              --> content/a.md:7:10 [4 percent](fact:growth)
              help: the source calls it \"slower than average\" in that decade
            warning: a growth of 4% over 2014 to 2024 is not \"much faster than average\"
              --> content/a.md:9:10 [much faster than average](fact:growth)
              help: the source calls it \"slower than average\" in that decade
            ",
        );
    }

    #[test]
    fn a_phrase_without_a_figure_fits_the_guides_own_growth() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            occupation: { name: Phlebotomist, soc: '31-9097' }
            facts:
              growth: { measure: growth, value: 5.6, from: 2024, to: 2034 }
            ---
            Job growth is much faster than average. They draw blood.

            They draw blood. Employment is projected to decline over the decade.

            Employment of phlebotomists is projected to decline from 2024 to 2034.

            The field is
            **shrinking**.

            - The field is shrinking in rural hospitals.
            - Employment of medical assistants is projected to decline.
            - Is the field shrinking?
            - Job growth is declining.
            - Growth for all occupations is as fast as average.
            - The field is not shrinking.
            - In the U.S. employment is projected to decline.
            - Employment is projected to decline from 2014 to 2024.
            - Job growth is faster than average.
            - Job growth is [5.6%](fact:growth).

            ```text
            The field is shrinking.
            ```

            ## Hospitals

            Employment is projected to decline.

            ## Job outlook

            Employment is projected to decline.
            ",
            "
            warning: a growth of 5.6% over 2024 to 2034 is not \"much faster than average\"
              --> content/a.md:7:15 much faster than average
              help: the source calls it \"faster than average\" in that decade
            warning: a growth of 5.6% over 2024 to 2034 is not \"decline\"
              --> content/a.md:11:45 decline
              help: the source calls it \"faster than average\" in that decade
            warning: a growth of 5.6% over 2024 to 2034 is not \"decline\"
              --> content/a.md:14:3 shrinking
              help: the source calls it \"faster than average\" in that decade
            warning: a growth of 5.6% over 2024 to 2034 is not \"decline\"
              --> content/a.md:37:28 decline
              help: the source calls it \"faster than average\" in that decade
            ",
        );
    }
}
