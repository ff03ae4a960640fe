//! The place that a sentence says a figure of which is of the whole country: "In Texas, technicians earned ...".

use crate::check::subject::Subject;
use crate::check::together::{ENDS, Together};
use crate::guide::body::Figure;

/// The states, which guides name without an entry in `areas.yaml`. Not Washington and Georgia, which are also a city and a country, and New York, which is both.
const STATES: [&str; 47] = [
    "Alabama",
    "Alaska",
    "Arizona",
    "Arkansas",
    "California",
    "Colorado",
    "Connecticut",
    "Delaware",
    "Florida",
    "Hawaii",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "New Hampshire",
    "New Jersey",
    "New Mexico",
    "North Carolina",
    "North Dakota",
    "Ohio",
    "Oklahoma",
    "Oregon",
    "Pennsylvania",
    "Rhode Island",
    "South Carolina",
    "South Dakota",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "Virginia",
    "West Virginia",
    "Wisconsin",
    "Wyoming",
];

/// The place of which the part of the sentence with `figure` speaks, where that is another area of the project than `area`, or a state of it.
pub(super) fn said<'s>(subject: &'s Subject, together: &Together, figure: &Figure, area: &str) -> Option<&'s str> {
    let own = together.own_words(figure);
    let sentence = own.rsplit(['.', ';', '?', '!']).next().unwrap_or_default();
    let (opening, clause) = sentence.rsplit_once([',', '\u{fffc}']).unwrap_or(("", sentence));
    let behind = figure.after.split(ENDS).next().unwrap_or_default();
    let is_whole = |rest: &str, name: &str| rest.len() == name.len();
    let opens = behind_in(opening).find_map(|rest| place(subject, area, rest).filter(|name| is_whole(rest.trim_end(), name) && starts_with_in(opening)));
    let follows = || behind_in(behind).next().filter(|_| starts_with_in(behind)).and_then(|rest| place(subject, area, rest));
    opens.or_else(|| behind_in(clause).find_map(|rest| place(subject, area, rest))).or_else(follows)
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
    let names = subject.registry.areas.iter().filter(|(id, _)| *id != area).filter_map(|(_, it)| it.name.as_deref());
    let is_american = || subject.registry.country(area).as_deref() == Some("us");
    names.chain(STATES).find(|name| begins(name)).filter(|name| !STATES.contains(name) || is_american())
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check_problems;

    #[test]
    fn a_figure_of_the_country_is_not_said_of_a_state() {
        check_problems(
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
            ",
        );
    }
}
