//! Figures of the country that are told of a state or a city: jobs, and places that are called like others.

use crate::check::fixture::check_together;

const HEAD: &str = "
=== content/_data/areas.yaml
us: { name: United States, kind: country }
=== content/a.md
---
title: A
area: us
facts:
  pay: { measure: pay, value: 93600, as_of: 2024-05 }
  jobs: { measure: jobs, value: 3391000, as_of: 2024 }
---
";

/// Checks that each of `sentences` is told of `place`, and each without one of none.
fn check(sentences: &[(&str, &str)]) {
    for (sentence, place) in sentences {
        let at = sentence.find('[').unwrap_or_default();
        let end = sentence.find(')').map_or(sentence.len(), |end| end + 1);
        let (figure, name) = (sentence.get(at..end).unwrap(), if sentence.contains("fact:jobs") { "jobs" } else { "pay" });
        let told = format!(
            "warning: `{name}` is a figure of the United States, and the text says it of {place}\n  --> content/a.md:8:{} {figure}\n  help: print the figure of {place}, a fact with its `area`; or say that this one is of the United States",
            at + 1
        );
        check_together(super::find, &format!("{HEAD}{sentence}\n"), if place.is_empty() { "" } else { &told });
    }
}

#[test]
fn jobs_of_the_country_are_not_those_of_a_state() {
    check(&[
        ("There are about [3.4 million](fact:jobs) registered nurses in California.", "California"),
        ("California employs about [3.4 million](fact:jobs) registered nurses.", "California"),
        ("Texas is home to [3.4 million](fact:jobs) nurses.", "Texas"),
        ("About [3.4 million](fact:jobs) nurses work in California.", "California"),
        ("Nurses earn [$93,600](fact:pay) a year in Ohio.", "Ohio"),
        ("About a tenth of the [3.4 million](fact:jobs) registered nurses work in California.", ""),
        ("There are [3.4 million](fact:jobs) nurses, most of them in California.", ""),
        ("There are [3.4 million](fact:jobs) nurses and most work in California.", ""),
        ("[3.4 million](fact:jobs) nurses work in California, Texas and all other states.", ""),
        ("California employs more nurses than other states: of [3.4 million](fact:jobs) in all, most.", ""),
        ("Nurses earn [$93,600](fact:pay), and more in Ohio.", ""),
    ]);
}

#[test]
fn a_state_that_is_called_like_a_city_is_not_the_country_either() {
    check(&[
        ("In New York, nurses earn [$93,600](fact:pay).", "New York"),
        ("In New York City, nurses earn [$93,600](fact:pay).", "New York City"),
        ("In Washington, nurses earn [$93,600](fact:pay).", "Washington"),
        ("In Georgia, nurses earn [$93,600](fact:pay).", "Georgia"),
        ("In Chicago, nurses earn a median of [$93,600](fact:pay).", "Chicago"),
        ("An office in Washington says that nurses earn [$93,600](fact:pay).", ""),
        ("A nurse in Boston may well earn more than the median of [$93,600](fact:pay).", ""),
        ("In New York, nurses earn more; nationwide they earn [$93,600](fact:pay).", ""),
        ("In Chicago, nurses earn far more than [$93,600](fact:pay).", ""),
    ]);
}
