//! The place that a sentence says a figure of which is of the whole country: "In Texas, technicians earned ...".

use super::countries::{CITIES, COUNTRIES};
use super::states;
use crate::check::subject::Subject;
use crate::check::together::{ENDS, Together};
use crate::fact::english::{is_earning, words};
use crate::fact::{Fact, Measure};
use crate::guide::body::Figure;

/// The place of which the part of the sentence with `figure` speaks, where that is another area of the project than `area`, a state of it, or another country.
pub(super) fn said<'s>(subject: &'s Subject, together: &Together, figure: &Figure, fact: &Fact) -> Option<&'s str> {
    let area = fact.topic.area.as_deref()?;
    let own = together.own_words(figure);
    let sentence = own.rsplit(['.', ';', '?', '!']).next().unwrap_or_default();
    let end = |text: &str, at: usize| !is_before_state(text, at);
    let split = sentence.rmatch_indices([',', '\u{fffc}']).find(|(at, _)| end(sentence, *at));
    let (opening, clause) =
        split.map_or(("", sentence), |(at, sign)| (sentence.get(..at).unwrap_or_default(), sentence.get(at + sign.len()..).unwrap_or_default()));
    if is_compared(clause) {
        return None;
    }
    let opening = without_joint(opening);
    let first_end = figure.after.match_indices(ENDS).find(|(at, _)| end(&figure.after, *at));
    let behind = first_end.map_or(figure.after.as_str(), |(at, _)| figure.after.get(..at).unwrap_or_default());
    let is_whole = |rest: &str, name: &str| rest.len() == name.len() || (rest.ends_with(name) && is_city_of(rest, name));
    let opens = behind_in(opening).find_map(|rest| place(subject, area, rest).filter(|name| is_whole(rest.trim_end(), name) && starts_with_in(opening)));
    let follows = || behind_in(behind).next().filter(|_| starts_with_in(behind)).and_then(|rest| place(subject, area, rest));
    let is_listed = first_end.is_some_and(|(_, sign)| sign == ",");
    opens
        .or_else(|| behind_in(clause).filter(|rest| !is_told_by(rest)).find_map(|rest| place(subject, area, rest)))
        .or_else(|| who_earns(subject, area, clause))
        .or_else(|| who_employs(subject, clause, fact, area))
        .or_else(follows)
        .or_else(|| place_of_people(subject, clause, behind, fact).filter(|_| !is_listed))
}

/// Whether what people in a place earn is held against the figure, "in California, nurses earn far more than": it is that of the others. "Half earn more than" is their own.
fn is_compared(clause: &str) -> bool {
    const PARTS: [&str; 10] = ["half", "most", "tenth", "quarter", "percent", "percentile", "one", "nine", "three", "many"];
    // "More than the national median of".
    const OF_ALL: [&str; 12] = ["the", "a", "national", "country", "country's", "s", "overall", "median", "mean", "average", "annual", "of"];
    let all: Vec<&str> = words(clause).collect();
    let end = all.iter().rposition(|word| !OF_ALL.contains(word)).map_or(0, |at| at + 1);
    let all: Vec<&str> = all.into_iter().take(end).collect();
    let compares = matches!(all.as_slice(), [.., "more" | "less" | "higher" | "lower" | "better" | "worse", "than"]);
    compares && !clause.contains('%') && !all.iter().any(|word| PARTS.iter().any(|part| word.eq_ignore_ascii_case(part)))
}

/// `text` without a word that joins it to what stands before.
fn without_joint(text: &str) -> &str {
    let text = text.trim_start();
    ["and ", "while ", "but "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

/// The place that the clause in front of a figure begins with, if it says what people there earn: "Texas phlebotomists earn".
fn who_earns<'s>(subject: &'s Subject, area: &str, clause: &str) -> Option<&'s str> {
    let clause = without_joint(clause);
    let name = place(subject, area, clause)?;
    let words: Vec<&str> = words(clause.get(name.len()..)?).collect();
    let verb = words.iter().position(|word| is_earning(word))?;
    let is_people = |word: &&str| word.chars().all(char::is_lowercase) && !matches!(*word, "who" | "that" | "and" | "or" | "s");
    let behind = words.get(verb + 1..)?;
    let is_amount =
        behind.iter().all(|word| matches!(*word, "a" | "an" | "median" | "mean" | "of" | "about" | "around" | "nearly" | "almost" | "roughly" | "some"));
    ((1..=4).contains(&verb) && words.get(..verb)?.iter().all(is_people) && is_amount).then_some(name)
}

/// Whether those in the place are who tells the figure: "an office in Washington says".
fn is_told_by(rest: &str) -> bool {
    words(rest).any(|word| ["says", "said", "reports", "reported", "found", "finds", "estimates", "estimated", "shows", "showed", "counts"].contains(&word))
}

/// The place that the clause in front of a number of jobs begins with, if it has them: "California employs about", "Texas is home to".
fn who_employs<'s>(subject: &'s Subject, clause: &str, fact: &Fact, area: &str) -> Option<&'s str> {
    let clause = without_joint(clause);
    let name = place(subject, area, clause).filter(|_| fact.topic.measure == Measure::Jobs)?;
    let words: Vec<&str> = words(clause.get(name.len()..)?).collect();
    let (["employs" | "employed" | "has" | "had" | "counts", behind @ ..] | ["is", "home", "to", behind @ ..]) = words.as_slice() else { return None };
    let is_amount = |word: &&str| ["about", "around", "nearly", "almost", "roughly", "some", "approximately", "over", "more", "than"].contains(word);
    behind.iter().all(is_amount).then_some(name)
}

/// The place that the people or the time right behind a figure end with: "nurses work in California", "a year in Texas".
fn place_of_people<'s>(subject: &'s Subject, clause: &str, behind: &str, fact: &Fact) -> Option<&'s str> {
    /// Words that tell of a part of the people, or of others beside them.
    const OTHERS: [&str; 17] =
        ["and", "or", "but", "with", "more", "fewer", "less", "most", "many", "than", "outside", "including", "of", "some", "except", "not", "those"];
    /// Words between an amount of pay and its place.
    const TIMES: [&str; 11] = ["a", "an", "per", "each", "every", "year", "hour", "week", "month", "annually", "yearly"];
    let rest = behind_in(behind).next()?;
    let between: Vec<&str> = words(behind.get(..behind.len().checked_sub(rest.len() + 3)?)?).collect();
    // "A tenth of the 3.4 million nurses work in California": that is true.
    let is_part = words(clause).collect::<Vec<_>>().iter().rev().take(4).any(|word| ["of", "among"].contains(word));
    let is_between = |word: &&str| match fact.topic.measure {
        Measure::Jobs | Measure::Openings => word.chars().all(char::is_lowercase) && !OTHERS.contains(word),
        Measure::Pay(..) => TIMES.contains(word),
        _ => false,
    };
    let name = place(subject, fact.topic.area.as_deref()?, rest)?;
    let is_last = rest.get(name.len()..).is_some_and(|rest| matches!(rest.trim(), "" | "alone" | "today"));
    (is_last && (!is_part || matches!(fact.topic.measure, Measure::Pay(..))) && between.len() <= 4 && between.iter().all(is_between)).then_some(name)
}

/// Whether the clause of the figure, on either side of it, names its own area.
pub(super) fn names_near(together: &Together, figure: &Figure, name: &str) -> bool {
    let before = together.own_words(figure).rsplit(['.', ';', '?', '!']).next().unwrap_or_default();
    let behind = figure.after.split(ENDS).next().unwrap_or_default();
    [before, &figure.text, behind].iter().any(|text| text.to_lowercase().contains(&name.to_lowercase()))
}

/// The place that the row of a figure is called by, where that is another one than its area, which neither the row nor the column names.
pub(super) fn in_row<'s>(subject: &'s Subject, figure: &Figure, area: &str) -> Option<&'s str> {
    /// Words of a column that has the whole country in every row.
    const WHOLE: [&str; 8] = ["national", "nationally", "nation", "nationwide", "us", "u", "country", "america"];
    let labels = subject.manuscript.labels(figure)?;
    let own = subject.registry.area_name(area).to_lowercase();
    if labels.iter().any(|label| label.contains(&own) || words(label).any(|word| WHOLE.contains(&word))) {
        return None;
    }
    let [label, _] = labels;
    let bare = label.split("](").next().unwrap_or_default().trim_matches(['[', '*', '_', ' ']).to_owned();
    let names = subject.registry.areas.values().filter_map(|it| it.name.as_deref());
    let states = || states::names().filter(|_| subject.registry.country(area).as_deref() == Some("us"));
    names.into_iter().find(|name| name.to_lowercase() == bare).or_else(|| states().find(|name| name.to_lowercase() == bare))
}

/// What stands behind each "in" of `text`.
fn behind_in(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |at: usize| !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    text.match_indices("n ").filter_map(move |(at, _)| {
        let start = at.checked_sub(1)?;
        let is_in = text.get(start..at).is_some_and(|it| it.eq_ignore_ascii_case("i"));
        text.get(at + 2..).filter(|_| is_in && is_word(start))
    })
}

fn starts_with_in(text: &str) -> bool {
    text.trim_start().get(..3).is_some_and(|it| it.eq_ignore_ascii_case("in "))
}

/// The place whose name `rest` begins with.
fn place<'s>(subject: &'s Subject, area: &str, rest: &str) -> Option<&'s str> {
    let begins = |name: &str| {
        let is_it = rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        is_it && !rest.get(name.len()..).is_some_and(|behind| behind.starts_with(char::is_alphanumeric))
    };
    // Most sentences name none, and cost nothing.
    if !rest.starts_with(char::is_uppercase) && !rest.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("the ")) {
        return None;
    }
    let names = subject.registry.areas.iter().filter(|(id, _)| *id != area).filter_map(|(_, it)| it.name.as_deref());
    let country = subject.registry.country(area);
    let states = || {
        let of_city = states::names().filter(|name| is_city_of(rest, name));
        let alone = CITIES.into_iter().chain(states::names()).filter(|name| begins(name));
        of_city.chain(alone).find(|_| country.as_deref() == Some("us"))
    };
    let countries = || COUNTRIES.into_iter().find(|(code, name)| country.as_deref().is_some_and(|own| own != *code) && begins(name)).map(|(_, name)| name);
    let own = subject.registry.area_name(area);
    names.into_iter().find(|name| begins(name)).or_else(states).or_else(countries).filter(|name| *name != own)
}

/// Whether the comma at `at` stands between a city and its state and ends no clause: "Houston, Texas".
fn is_before_state(text: &str, at: usize) -> bool {
    let behind = text.get(at..).and_then(|behind| behind.strip_prefix(", "));
    let is_state = |behind: &str| states::names().any(|state| behind.strip_prefix(state).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    let city = text.get(..at).and_then(|before| before.rsplit(' ').next());
    behind.is_some_and(is_state) && city.is_some_and(|city| city.starts_with(char::is_uppercase))
}

/// Whether `rest` begins with a city of the state, "Houston, Texas".
fn is_city_of(rest: &str, state: &str) -> bool {
    let Some((city, behind)) = rest.split_once(", ") else { return false };
    let is_name = city.split(' ').count() <= 3 && city.split(' ').all(|word| word.starts_with(char::is_uppercase));
    is_name && behind.strip_prefix(state).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check_together;

    #[test]
    fn a_figure_of_the_country_is_not_said_of_a_state() {
        check_together(
            super::super::find,
            "
            === content/_data/areas.yaml
            us: { name: United States, kind: country, code: US }
            berlin: { name: Berlin, kind: city, code: DE-BE }
            === content/a.md
            ---
            title: A
            area: us
            facts:
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
            ---
            In Texas, technicians earned [](fact:pay) in 2024.

            Technicians in West Virginia earned [](fact:pay).

            Half earned more than [](fact:pay) in Berlin.

            In Texas a license is needed, and half of all technicians earned [](fact:pay).

            Nationally half earn [](fact:pay), also in Texas.

            In Houston, Texas, half earn [](fact:pay). Technicians in San Antonio, Texas earn [](fact:pay). Half earn [](fact:pay) in Dayton, Ohio.

            Technicians in Canada earn [](fact:pay), and [](fact:pay) in the United Kingdom. Nobody from Germany, in a hospital in the end, earns [](fact:pay).

            It is worth more in Ohio; half earn [](fact:pay), and [](fact:pay) in the United States and in Maine.
            ",
            "
            warning: `pay` is a figure of the United States, and the text says it of Texas
              --> content/a.md:7:30 [](fact:pay)
              help: print the figure of Texas, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of West Virginia
              --> content/a.md:9:37 [](fact:pay)
              help: print the figure of West Virginia, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of Berlin
              --> content/a.md:11:23 [](fact:pay)
              help: print the figure of Berlin, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of Texas
              --> content/a.md:17:30 [](fact:pay)
              help: print the figure of Texas, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of Texas
              --> content/a.md:17:83 [](fact:pay)
              help: print the figure of Texas, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of Ohio
              --> content/a.md:17:107 [](fact:pay)
              help: print the figure of Ohio, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of Canada
              --> content/a.md:19:28 [](fact:pay)
              help: print the figure of Canada, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of the United States, and the text says it of the United Kingdom
              --> content/a.md:19:46 [](fact:pay)
              help: print the figure of the United Kingdom, a fact with its `area`; or say that this one is of the United States
            ",
        );
    }

    #[test]
    fn a_figure_is_said_of_its_own_state_in_sentences_and_rows() {
        check_together(
            super::super::find,
            "
            === content/_data/areas.yaml
            us: { name: United States, kind: country, code: US }
            texas: { name: Texas, kind: state, code: '48' }
            ohio: { name: Ohio, kind: state, code: '39' }
            === content/a.md
            ---
            title: A
            area: us
            facts:
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              tx: { measure: pay, value: 44000, as_of: 2024-05, area: texas }
              oh: { measure: pay, value: 43000, as_of: 2024-05, area: ohio }
            ---
            Texas phlebotomists earn [](fact:pay). Texas law asks for it, and half earn [](fact:pay). Texas nurses earn more than [](fact:pay). In Maine they earn far more than [](fact:pay).

            In Texas, technicians earn [](fact:oh), and in Ohio, they earn [](fact:tx). In Texas they earn [](fact:tx), in Ohio [](fact:oh).

            In Ohio technicians earn [](fact:oh), more than in Texas ([](fact:tx)). Texas pays [](fact:tx) and Ohio [](fact:oh).

            | State | Pay | National median |
            | --- | ---: | ---: |
            | Texas | [](fact:oh) | [](fact:pay) |
            | Ohio | [](fact:oh) | [](fact:pay) |
            | Iowa | [](fact:pay) | |

            === content/texas.md
            ---
            title: B
            area: texas
            facts:
              pay: { measure: pay, value: 44000, as_of: 2024-05 }
            ---
            Technicians earn [](fact:pay). In Ohio they earn [](fact:pay). Unlike in Ohio, technicians in Texas earn [](fact:pay).
            ",
            "
            warning: `pay` is a figure of the United States, and the text says it of Texas
              --> content/a.md:9:26 [](fact:pay)
              help: print the figure of Texas, a fact with its `area`; or say that this one is of the United States
            warning: `oh` is a figure of Ohio, and the text says it of Texas
              --> content/a.md:11:28 [](fact:oh)
              help: print the figure of Texas, a fact with its `area`; or say that this one is of Ohio
            warning: `tx` is a figure of Texas, and the text says it of Ohio
              --> content/a.md:11:64 [](fact:tx)
              help: print the figure of Ohio, a fact with its `area`; or say that this one is of Texas
            warning: `oh` is a figure of Ohio, and the text says it of Texas
              --> content/a.md:17:11 [](fact:oh)
              help: print the figure of Texas, a fact with its `area`; or say that this one is of Ohio
            warning: `pay` is a figure of the United States, and the text says it of Iowa
              --> content/a.md:19:10 [](fact:pay)
              help: print the figure of Iowa, a fact with its `area`; or say that this one is of the United States
            warning: `pay` is a figure of Texas, and the text says it of Ohio
              --> content/texas.md:7:50 [](fact:pay)
              help: print the figure of Ohio, a fact with its `area`; or say that this one is of Texas
            ",
        );
    }

    #[test]
    fn a_metropolitan_area_is_called_by_its_first_city() {
        check_together(
            super::super::find,
            "
            === content/_data/areas.yaml
            us: { name: United States, kind: country, code: US }
            dallas: { name: 'Dallas-Fort Worth-Arlington, TX', kind: metropolitan, code: '19100' }
            === content/a.md
            ---
            title: A
            area: us
            facts:
              pay: { measure: pay, value: 45780, as_of: 2024-05, area: dallas }
            ---
            In Dallas, technicians earned [](fact:pay).

            Technicians earned [](fact:pay).

            ## Pay in Dallas

            Technicians earned [](fact:pay).
            ",
            "
            warning: `pay` is a figure of Dallas-Fort Worth-Arlington, TX, and the text does not say so
              --> content/a.md:9:20 [](fact:pay)
              help: name the place in the same paragraph, such as \"in Dallas-Fort Worth-Arlington, TX\", or print the figure of this guide's area
            ",
        );
    }
}
