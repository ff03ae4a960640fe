//! Pay of other people than the text says: that of one industry shown as everybody's; and, side by side, what visitors of a web site say they earn and what
//! employers report.

use super::naming::names;
use super::subject::Subject;
use super::together::{Together, all};
use crate::fact::{Fact, Measure, Quality};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Words that say who told it.
const SAID: [&str; 6] = ["self-reported", "self reported", "reported by", "users of", "users report", "those who earn it"];

/// Every figure of pay that counts other people than one beside it, in a text that names neither them nor who says so; and every figure of pay in an industry
/// that the text does not name.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for together in all(subject) {
        problems.extend(of_industries(subject, &together));
        let pay: Vec<_> = together.figures.iter().filter(|(_, fact)| matches!(fact.topic.measure, Measure::Pay(..))).collect();
        let Some((first, of_first)) = pay.first() else { continue };
        let Some((second, of_second)) = pay.iter().find(|(_, fact)| people(fact) != people(of_first)) else { continue };
        let odd = if is_of_survey(of_second) { of_first } else { of_second };
        let publisher = odd.source.as_ref().and_then(|id| subject.registry.sources.get(id)?.publisher.as_ref()).map(|it| it.to_lowercase());
        let population = odd.topic.population.as_ref().map(|it| it.to_lowercase());
        let named: Vec<&str> = publisher.iter().chain(&population).map(String::as_str).collect();
        if together.says(&SAID) || together.says(&named) {
            continue;
        }
        let place = |figure: &Figure| subject.manuscript.text.span(figure.whole.clone());
        let message = format!("pay {} stands beside pay {} without a word about it", words(of_second), words(of_first));
        let problem = Problem::new(Code::PopulationMixed, place(second), message).also(place(first), format!("pay {}", words(of_first)));
        problems.push(problem.help("say of each who told it or who is counted, such as \"visitors of ... report\""));
    }
    problems
}

fn of_industries(subject: &Subject, together: &Together) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (figure, fact) in &together.figures {
        let Some(id) = fact.topic.industry.as_ref().filter(|_| matches!(fact.topic.measure, Measure::Pay(..))) else { continue };
        let name = subject.registry.industries.get(id).and_then(|it| it.name.as_deref()).unwrap_or(id);
        let names_it = |text: &str| names(text, name) || names(text, id);
        if names_it(together.words()) || subject.headings_above(figure.whole.start).any(|heading| names_it(&heading.text.to_lowercase())) {
            continue;
        }
        let message = format!("`{}` is pay in one industry alone, {name}, and the text does not say so", figure.reference);
        let problem = Problem::new(Code::PopulationMixed, subject.manuscript.text.span(figure.whole.clone()), message);
        problems.push(problem.help("name the industry in the same paragraph, or print the pay of all industries"));
    }
    problems
}

/// Who is counted, and whether they say so themselves.
fn people(fact: &Fact) -> (Option<&str>, bool) {
    (fact.topic.population.as_deref(), fact.quality == Quality::SelfReported)
}

fn is_of_survey(fact: &Fact) -> bool {
    people(fact) == (None, false)
}

fn words(fact: &Fact) -> String {
    match people(fact) {
        (Some(population), _) => format!("of {population}"),
        (None, true) => "as told by those who earn it".to_owned(),
        (None, false) => "as published".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn pay_of_other_people_wants_a_word() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            crowd: { publisher: PayScale, title: Pay }
            === content/_data/industries.yaml
            hospitals: { name: Hospitals, code: '622000' }
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 39180, as_of: 2024-05 }
              crowd: { measure: pay, value: 34195, as_of: 2024-05, quality: self-reported, population: visitors, source: crowd }
              own: { measure: pay, statistic: max, value: 50000, as_of: 2024-05, quality: self-reported }
              hospitals: { measure: pay, value: 41000, as_of: 2024-05, industry: hospitals }
            ---
            It is [$39,180](fact:pay) or [$34,195](fact:crowd).

            It is [$39,180](fact:pay), and [$34,195](fact:crowd) by PayScale.

            It is [$50,000](fact:own), or [$39,180](fact:pay).

            It is [$39,180](fact:pay), and self-reported [$50,000](fact:own).

            It is [$41,000](fact:hospitals) in a hospital.

            Half earn more than [$41,000](fact:hospitals).
            ",
            "
            warning: pay of visitors stands beside pay as published without a word about it
              --> content/a.md:9:30 [$34,195](fact:crowd)
              pay as published: content/a.md:9:7 [$39,180](fact:pay)
              help: say of each who told it or who is counted, such as \"visitors of ... report\"
            warning: pay as published stands beside pay as told by those who earn it without a word about it
              --> content/a.md:13:31 [$39,180](fact:pay)
              pay as told by those who earn it: content/a.md:13:7 [$50,000](fact:own)
              help: say of each who told it or who is counted, such as \"visitors of ... report\"
            warning: `hospitals` is pay in one industry alone, Hospitals, and the text does not say so
              --> content/a.md:19:21 [$41,000](fact:hospitals)
              help: name the industry in the same paragraph, or print the pay of all industries
            ",
        );
    }
}
