//! Pay of other people than the text says: that of one industry shown as everybody's; and, side by side, what visitors of a web site say they earn and what
//! employers report.

use super::naming::names;
use super::subject::Subject;
use super::together::Together;
use crate::fact::english::{is_earning, is_pay, words};
use crate::fact::{Fact, Measure, Quality};
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// Words that say who told it.
const SAID: [&str; 6] = ["self-reported", "self reported", "reported by", "users of", "users report", "those who earn it"];

/// Every figure of pay that counts other people than one beside it, in a text that names neither them nor who says so; and every figure of pay in an industry
/// that the text does not name.
pub(super) fn find(subject: &Subject, together: &[Together]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for together in together {
        problems.extend(of_industries(subject, together));
        problems.extend(of_other_industries(subject, together));
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
        let message = format!("pay {} stands beside pay {} without a word about it", in_words(of_second), in_words(of_first));
        let problem = Problem::new(Code::PopulationMixed, place(second), message).also(place(first), format!("pay {}", in_words(of_first)));
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

/// Every figure of pay in all industries, or in one, that its sentence says of another one which the project names.
fn of_other_industries(subject: &Subject, together: &Together) -> Vec<Problem> {
    if subject.registry.industries.is_empty() || !subject.locale().tag().starts_with("en") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (figure, fact) in &together.figures {
        if !matches!(fact.topic.measure, Measure::Pay(..)) || fact.topic.population.is_some() {
            continue;
        }
        let own = fact.topic.industry.as_deref();
        let sentence = together.own_words(figure).rsplit(['.', ';', ':', '?', '!', '\u{fffc}']).next().unwrap_or_default().trim().to_lowercase();
        let is_said = |name: &str| is_said_of(&sentence, name) || (own.is_some() && is_said_shortly(&sentence, &figure.after, name));
        let named = subject.registry.industries.iter().filter_map(|(id, it)| Some((id.as_str(), it.name.as_deref()?)));
        // "Offices of physicians" are no "offices".
        let Some((id, name)) = named.filter(|(_, name)| is_said(name)).max_by_key(|(_, name)| name.len()) else { continue };
        if own == Some(id) {
            continue;
        }
        let of = own.map_or_else(|| "all industries".to_owned(), |own| format!("one industry, {}", subject.registry.industry_name(own)));
        let one = if own.is_some() { "another" } else { "one" };
        let message = format!("`{}` is pay in {of}, and the text says it of {one}, {name}", figure.reference);
        let problem = Problem::new(Code::PopulationMixed, subject.manuscript.text.span(figure.whole.clone()), message);
        let whole = if own.is_some() { "name the industry that this one is of" } else { "say that this one is of all" };
        problems.push(problem.help(format!("print the pay of that industry, a fact with `industry: {id}`, or {whole}")));
    }
    problems
}

/// What a name of the registry is called in a sentence.
fn in_sentence(name: &str) -> String {
    name.split([';', ',']).next().unwrap_or_default().trim().to_lowercase()
}

/// Whether the words on one side of a figure say that it is of the industry: "in hospitals they earn", "$45,780 in hospitals".
fn is_said_shortly(sentence: &str, behind: &str, name: &str) -> bool {
    const BETWEEN: [&str; 20] = [
        "it",
        "is",
        "was",
        "they",
        "earn",
        "earned",
        "the",
        "median",
        "pay",
        "wage",
        "a",
        "an",
        "of",
        "about",
        "around",
        "nearly",
        "workers",
        "people",
        "half",
        "typically",
    ];
    let name = in_sentence(name);
    let behind_in = |text: &str| {
        let rest = text.strip_prefix("in ")?;
        let rest = rest.strip_prefix("the ").unwrap_or(rest).strip_prefix(&name)?;
        (!rest.starts_with(char::is_alphanumeric)).then(|| rest.to_owned())
    };
    let sentence = sentence.trim_start_matches([',', ' ']);
    let sentence = ["and ", "while ", "but "].iter().find_map(|word| sentence.strip_prefix(word)).unwrap_or(sentence);
    let opens = || behind_in(sentence).is_some_and(|rest| words(&rest).all(|word| BETWEEN.contains(&word)));
    let follows = || {
        behind_in(&behind.trim_start().to_lowercase())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '.', ';', ')']) || rest.starts_with(" and "))
    };
    !name.is_empty() && (opens() || follows())
}

/// Whether a sentence, in lower case up to its figure, says pay of the industry and nothing else: "in hospitals, the median is", "hospitals pay".
fn is_said_of(sentence: &str, name: &str) -> bool {
    let name = in_sentence(name);
    let behind_in = || sentence.strip_prefix("in ").map(|rest| rest.strip_prefix("the ").unwrap_or(rest)).and_then(|rest| rest.strip_prefix(&name));
    let opens = behind_in().and_then(|rest| rest.strip_prefix(", ")).is_some_and(|clause| {
        let is_pay_of_it = words(clause).any(|word| is_pay(word) || is_earning(word) || word == "median");
        is_pay_of_it && !clause.contains(',') && !words(clause).any(|word| ["than", "above", "below", "as", "all", "overall"].contains(&word))
    });
    let pays = sentence.strip_prefix(&name).and_then(|rest| rest.strip_prefix(" pay").or_else(|| rest.strip_prefix(" paid"))).is_some_and(|rest| {
        let is_between = |word: &str| ["a", "an", "about", "around", "nearly", "median", "of", "the", "typically"].contains(&word);
        (rest.is_empty() || rest.starts_with(' ')) && words(rest).all(is_between)
    });
    !name.is_empty() && (opens || pays || is_said_of_workers(sentence, &name))
}

/// Whether it says what those who work in the industry earn: "nurses in hospitals earn a median of", "hospital nurses earn".
fn is_said_of_workers(sentence: &str, name: &str) -> bool {
    let is_amount = |rest: &[&str]| rest.iter().all(|word| ["a", "an", "about", "around", "nearly", "median", "of", "the", "typically"].contains(word));
    let is_whom = |word: &&str| !["who", "that", "and", "or", "than", "not", "outside", "most", "many", "some", "few", "unlike"].contains(word);
    let who = |text: &str| words(text).map(str::to_owned).collect::<Vec<_>>();
    // "Nurses in hospitals earn".
    let behind = [" in ", " in the "].iter().find_map(|word| sentence.split_once(&format!("{word}{name}")));
    let is_behind = behind.filter(|(_, rest)| rest.starts_with(' ')).is_some_and(|(people, rest)| {
        let (people, rest) = (who(people), who(rest));
        let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
        let is_told = rest.split_first().is_some_and(|(verb, rest)| is_earning(verb) && is_amount(rest));
        (1..=3).contains(&people.len()) && people.iter().map(String::as_str).all(|word| is_whom(&word)) && is_told
    });
    // "Hospital nurses earn".
    let in_front = name.strip_suffix('s').and_then(|single| sentence.strip_prefix(single)).and_then(|rest| rest.strip_prefix(' '));
    is_behind
        || in_front.is_some_and(|rest| {
            let rest = who(rest);
            let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
            let verb = rest.iter().position(|word| is_earning(word));
            verb.is_some_and(|verb| (1..=2).contains(&verb) && rest.iter().take(verb).all(is_whom) && rest.get(verb + 1..).is_some_and(is_amount))
        })
}

/// Who is counted, and whether they say so themselves.
fn people(fact: &Fact) -> (Option<&str>, bool) {
    (fact.topic.population.as_deref(), fact.quality == Quality::SelfReported)
}

fn is_of_survey(fact: &Fact) -> bool {
    people(fact) == (None, false)
}

fn in_words(fact: &Fact) -> String {
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
        crate::check::fixture::check_together(
            super::find,
            "
            === content/_data/sources.yaml
            crowd: { publisher: PayScale, title: Pay }
            === content/_data/industries.yaml
            hospitals: { name: Hospitals, code: '622000' }
            offices: { name: Offices of physicians, code: '621100' }
            administration: { name: Offices, code: '56' }
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 39180, as_of: 2024-05 }
              crowd: { measure: pay, value: 34195, as_of: 2024-05, quality: self-reported, population: visitors, source: crowd }
              own: { measure: pay, statistic: max, value: 50000, as_of: 2024-05, quality: self-reported }
              hospitals: { measure: pay, value: 41000, as_of: 2024-05, industry: hospitals }
              offices: { measure: pay, value: 38000, as_of: 2024-05, industry: offices }
            ---
            It is [$39,180](fact:pay) or [$34,195](fact:crowd).

            It is [$39,180](fact:pay), and [$34,195](fact:crowd) by PayScale.

            It is [$50,000](fact:own), or [$39,180](fact:pay).

            It is [$39,180](fact:pay), and self-reported [$50,000](fact:own).

            It is [$41,000](fact:hospitals) in a hospital.

            Half earn more than [$41,000](fact:hospitals).

            In hospitals, the median is [](fact:pay).

            Hospitals pay [](fact:pay). Hospitals pay less than [](fact:pay).

            Nurses in hospitals earn a median of [](fact:pay). Hospital nurses earn [](fact:pay).

            Nurses in hospitals earn more than [](fact:pay). Most nurses in hospitals earn [](fact:pay). Nurses and aides in hospitals earn [](fact:pay). Hospital workers who earn [](fact:pay) stay.

            In hospitals, many work at night, and the median is [](fact:pay). Hospitals pay more: half of all workers earn [](fact:pay).

            They earn [](fact:offices) in hospitals and [](fact:hospitals) in offices of physicians.

            In hospitals they earn [](fact:offices), in offices of physicians [](fact:hospitals).

            They earn [](fact:hospitals) in hospitals and [](fact:offices) in offices of physicians. In hospitals they earn [](fact:hospitals), in offices of physicians [](fact:offices). In hospitals, where some earn more than in offices of physicians, half earn [](fact:hospitals).
            ",
            "
            warning: pay of visitors stands beside pay as published without a word about it
              --> content/a.md:10:30 [$34,195](fact:crowd)
              pay as published: content/a.md:10:7 [$39,180](fact:pay)
              help: say of each who told it or who is counted, such as \"visitors of ... report\"
            warning: pay as published stands beside pay as told by those who earn it without a word about it
              --> content/a.md:14:31 [$39,180](fact:pay)
              pay as told by those who earn it: content/a.md:14:7 [$50,000](fact:own)
              help: say of each who told it or who is counted, such as \"visitors of ... report\"
            warning: `hospitals` is pay in one industry alone, Hospitals, and the text does not say so
              --> content/a.md:20:21 [$41,000](fact:hospitals)
              help: name the industry in the same paragraph, or print the pay of all industries
            warning: `pay` is pay in all industries, and the text says it of one, Hospitals
              --> content/a.md:22:29 [](fact:pay)
              help: print the pay of that industry, a fact with `industry: hospitals`, or say that this one is of all
            warning: `pay` is pay in all industries, and the text says it of one, Hospitals
              --> content/a.md:24:15 [](fact:pay)
              help: print the pay of that industry, a fact with `industry: hospitals`, or say that this one is of all
            warning: `pay` is pay in all industries, and the text says it of one, Hospitals
              --> content/a.md:26:38 [](fact:pay)
              help: print the pay of that industry, a fact with `industry: hospitals`, or say that this one is of all
            warning: `pay` is pay in all industries, and the text says it of one, Hospitals
              --> content/a.md:26:73 [](fact:pay)
              help: print the pay of that industry, a fact with `industry: hospitals`, or say that this one is of all
            warning: `offices` is pay in one industry, Offices of physicians, and the text says it of another, Hospitals
              --> content/a.md:32:11 [](fact:offices)
              help: print the pay of that industry, a fact with `industry: hospitals`, or name the industry that this one is of
            warning: `hospitals` is pay in one industry, Hospitals, and the text says it of another, Offices of physicians
              --> content/a.md:32:45 [](fact:hospitals)
              help: print the pay of that industry, a fact with `industry: offices`, or name the industry that this one is of
            warning: `offices` is pay in one industry, Offices of physicians, and the text says it of another, Hospitals
              --> content/a.md:34:24 [](fact:offices)
              help: print the pay of that industry, a fact with `industry: hospitals`, or name the industry that this one is of
            warning: `hospitals` is pay in one industry, Hospitals, and the text says it of another, Offices of physicians
              --> content/a.md:34:67 [](fact:hospitals)
              help: print the pay of that industry, a fact with `industry: offices`, or name the industry that this one is of
            ",
        );
    }
}
