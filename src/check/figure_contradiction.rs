//! Two figures of one thing, of one time and place, with different values: on one page, or in two guides of one occupation.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::place;
use crate::fact::{Fact, Topic};
use crate::figures::Figures;
use crate::guide::Head;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// The figures of all published pages that write some down themselves, with their front matter for places: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllFigures {
    /// By file.
    pub pages: BTreeMap<SourcePath, (Arc<Head>, Arc<Figures>)>,
}

/// A fact, and where it stands.
struct Stated<'a> {
    head: &'a Head,
    name: &'a str,
    fact: &'a Fact,
}

/// Every fact whose value contradicts an earlier one of the same topic. Of an occupation without a code only the page itself knows.
pub(super) fn find(all: &AllFigures) -> Vec<Problem> {
    let mut stated: BTreeMap<(&Topic, Option<&SourcePath>), Vec<Stated>> = BTreeMap::new();
    for (path, (head, figures)) in &all.pages {
        for (name, fact) in &figures.own {
            let page = fact.topic.occupation.is_none().then_some(path);
            stated.entry((&fact.topic, page)).or_default().push(Stated { head, name, fact });
        }
    }
    let mut problems = Vec::new();
    for facts in stated.values_mut() {
        if facts.iter().enumerate().all(|(at, one)| facts.iter().take(at).all(|other| other.agrees_with(one))) {
            continue;
        }
        // In the order in which a reader meets them.
        facts.sort_by_cached_key(Stated::place);
        let Some(first) = facts.first() else { continue };
        for (at, later) in facts.iter().enumerate().skip(1) {
            // What contradicts the first is told of; it is no measure for those that come after it.
            let sound = facts.iter().take(at).filter(|it| it.agrees_with(first));
            problems.extend(sound.filter(|it| !it.agrees_with(later)).take(1).map(|earlier| contradiction(earlier, later)));
        }
    }
    problems
}

fn contradiction(earlier: &Stated, later: &Stated) -> Problem {
    let values = [later, earlier].map(|it| said(it.fact));
    let message = format!("{} and {} are given for one thing: {}", values[0], values[1], later.fact.topic);
    let help = "look it up in the source and correct one; if they are of different things, say so: `statistic`, `as_of`, `area`, `industry`, `population`";
    Problem::new(Code::FigureContradiction, later.place(), message).also(earlier.place(), format!("{} is given here", values[1])).help(help)
}

fn said(fact: &Fact) -> String {
    fact.value().number().map_or_else(|| "a value that is not published".to_owned(), |number| number.to_string())
}

impl Stated<'_> {
    fn agrees_with(&self, other: &Self) -> bool {
        self.fact.value().agrees_with(other.fact.value())
    }

    fn place(&self) -> Span {
        let fields = ["value", "range", "at_least", "at_most", "level", "mark"];
        let entry = self.head.front.facts.as_ref().and_then(|facts| facts.get(self.name));
        let is_there = |field: &str| {
            entry.is_some_and(|entry| match field {
                "value" => entry.value.is_some(),
                "range" => entry.range.is_some(),
                "at_least" => entry.at_least.is_some(),
                "at_most" => entry.at_most.is_some(),
                "level" => entry.level.is_some(),
                _ => entry.mark.is_some(),
            })
        };
        let field = fields.into_iter().find(|field| is_there(field)).unwrap_or("measure");
        place::of(self.head, &["facts", self.name, field])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::Project;

    fn check(text: &str, expected: &str) {
        let project = Project::new(text);
        project.check(|site, _| find(&project.all_figures(site)), expected);
    }

    #[test]
    fn one_thing_has_one_value_on_a_page_and_across_guides() {
        check(
            "
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2072' }
            facts:
              median: { measure: pay, value: 45780, as_of: 2020-05 }
              prose: { measure: pay, value: 35480, as_of: 2020-05 }
              mean: { measure: pay, statistic: mean, value: 1, as_of: 2020-05 }
              growth: { measure: growth, value: 13.48, from: 2016, to: 2026 }
            ---
            === content/b.md
            ---
            title: B
            facts:
              half: { measure: pay, value: 45800, as_of: 2020-05, occupation: '29-2072' }
              growth: { measure: growth, value: 14, from: 2016, to: 2026, occupation: '29-2072' }
              other: { measure: growth, value: 13, from: 2016, to: 2026, occupation: '29-2072' }
            ---
            ",
            "
            error: 35480 and 45780 are given for one thing: median pay a year, 2020-05, us, occupation 29-2072
              --> content/a.md:6:33 35480
              45780 is given here: content/a.md:5:34 45780
              help: look it up in the source and correct one; if they are of different things, say so: `statistic`, `as_of`, `area`, `industry`, `population`
            error: 14 and 13.48 are given for one thing: growth, 2016 to 2026, us, occupation 29-2072
              --> content/b.md:5:37 14
              13.48 is given here: content/a.md:8:37 13.48
              help: look it up in the source and correct one; if they are of different things, say so: `statistic`, `as_of`, `area`, `industry`, `population`
            ",
        );
    }

    #[test]
    fn pages_without_a_code_contradict_only_themselves() {
        let page = |name: &str| format!("\n=== content/{name}.md\n---\ntitle: A\nfacts:\n  pay: {{ measure: pay, value: {name}, as_of: 2020 }}\n---\n");
        check(&[page("1"), page("2")].concat(), "");
    }
}
