//! Numbers that the tables of a page print without a fact, and that contradict what the page says elsewhere: a fact of its own, a figure that it shows of a
//! dataset, or another such number. Only those are compared whose row, column and caption leave no other occupation and no other place.

use super::said;
use crate::check::place;
use crate::check::subject::Subject;
use crate::check::typed_cell::{Cell, Time};
use crate::fact::{Basis, Counted, Decimal, Fact, Measure, Number, Origin, Quality, Statistic, Unit, Value, link_agrees};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// A number of a table with what its words say.
struct Stated<'c, 's> {
    cell: &'c Cell<'s>,
    time: Time,
    statistic: Option<Statistic>,
    basis: Option<Basis>,
}

/// Every number of a table that contradicts a fact of the page, or an earlier number of one of its tables. What its source does not have is told of that.
pub(in crate::check) fn of_tables(subject: &Subject, cells: &[Cell]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if cells.is_empty() {
        return problems;
    }
    let facts = of_page(subject);
    let mut stated: Vec<Stated> = Vec::new();
    for cell in cells.iter().filter(|cell| !subject.figures.foreign.contains_key(&cell.typed)) {
        let statistic = cell.typed.statistic();
        // Of which pay it is must be said; a range may be of two.
        if (cell.typed.counted == Counted::Pay && statistic.is_none()) || cell.number().is_none() || (cells.len() == 1 && facts.is_empty()) {
            continue;
        }
        let one = Stated { cell, time: cell.time(), statistic, basis: cell.typed.basis() };
        if one.time == Time::Unclear || !cell.is_of_own(subject) {
            continue;
        }
        let of_fact = one.contradicted_fact(&facts, subject).map(|fact| of_fact(&one, fact, subject));
        let told = of_fact.or_else(|| stated.iter().find(|earlier| one.contradicts(earlier)).map(|earlier| of_cell(&one, earlier, subject)));
        if told.is_none() {
            stated.push(one);
        }
        problems.extend(told);
    }
    problems
}

/// The facts of the page about its own occupation, in its own area, and about all of it.
fn of_page(subject: &Subject) -> Vec<&Fact> {
    let head = &subject.manuscript.head;
    let own = head.front.occupation.as_ref().and_then(|it| it.soc.as_ref());
    let area = head.front.area.as_ref().unwrap_or(&subject.config.area);
    let written = subject.figures.own.iter().filter(|(name, _)| !head.unread.is_in_fact(name)).map(|(_, fact)| &**fact);
    let shown = subject.figures.shown().map(|fact| &**fact).filter(|fact| matches!(fact.origin, Origin::Dataset { .. }));
    let is_of_page = |fact: &&Fact| {
        let topic = &fact.topic;
        let is_whole = topic.industry.is_none() && topic.population.is_none() && topic.area.as_ref().is_none_or(|it| it == area);
        is_whole && topic.occupation.as_ref() == own && !matches!(fact.quality, Quality::Proxy | Quality::SelfReported) && fact.value().number().is_some()
    };
    written.chain(shown).filter(is_of_page).collect()
}

impl Stated<'_, '_> {
    /// The first of the facts that it may be, if it is none of them.
    fn contradicted_fact<'f>(&self, facts: &[&'f Fact], subject: &Subject) -> Option<&'f Fact> {
        let locale = subject.locale();
        let mut meant = facts.iter().filter(|fact| self.may_be(fact)).peekable();
        let first = *meant.peek()?;
        let agrees = |fact: &&Fact| {
            let told = crate::fact::Told { basis: None, ..fact.told() };
            link_agrees(&self.cell.typed.text, "", "", &told, &locale).is_ok() || self.exact(fact).is_some_and(|exact| exact.agrees_with(fact.value()))
        };
        (!meant.any(agrees)).then_some(first)
    }

    /// The number as a value of the kind that the fact has.
    fn exact(&self, fact: &Fact) -> Option<Value> {
        let number = Number::Exact(self.cell.number()?.value);
        match (fact.value(), self.cell.printed.unit) {
            (Value::Money(_, currency), Unit::Money(coin)) => coin.may_be(*currency).then_some(Value::Money(number, *currency)),
            (Value::Money(_, currency), Unit::Bare) => Some(Value::Money(number, *currency)),
            (Value::Percent(_), _) => Some(Value::Percent(number)),
            (Value::Count(_), _) => Some(Value::Count(number)),
            (Value::Level(_) | Value::Unpublished(_), _) | (Value::Money(..), Unit::Percent) => None,
        }
    }

    /// Whether its words leave open that it is `fact`.
    fn may_be(&self, fact: &Fact) -> bool {
        let typed = &self.cell.typed;
        let is_of_source = fact.source.as_ref() == Some(&typed.source);
        let is_of_time = match (self.time, fact.topic.period) {
            // Without a time it is that of the source.
            (Time::Unsaid, _) => is_of_source,
            (time, Some(period)) => time.meets(Time::Said(period)),
            (Time::Said(_) | Time::Unclear, None) => false,
        };
        let is_percent = matches!(self.cell.printed.unit, Unit::Percent);
        let is_of_measure = match &fact.topic.measure {
            Measure::Pay(..) => self.cell.names_its_basis() || fact.value().number().is_some_and(|it| self.cell.is_of_size(it.low())),
            // Publishers count jobs in several ways.
            Measure::Jobs | Measure::Openings => is_of_source,
            Measure::Growth => is_percent,
            Measure::Change => !is_percent && is_of_source,
            _ => false,
        };
        is_of_measure && is_of_time && typed.may_be(&fact.topic.measure)
    }

    /// Whether both say one thing, with different numbers.
    fn contradicts(&self, earlier: &Self) -> bool {
        let [one, other] = [self.cell, earlier.cell];
        let is_pay = one.typed.counted == Counted::Pay;
        let is_one_thing = one.typed.counted == other.typed.counted
            && self.statistic == earlier.statistic
            && self.basis == earlier.basis
            && one.printed.unit == other.printed.unit
            && self.time.meets(earlier.time)
            && (one.typed.source == other.typed.source || (self.time != Time::Unsaid && (is_pay || one.printed.unit == Unit::Percent)));
        let (Some(number), Some(before)) = (one.number(), other.number()) else { return false };
        let is_of_size = !is_pay || one.is_of_size(before.value) || (one.names_its_basis() && other.names_its_basis());
        let value = |number: Decimal| Value::Count(Number::Exact(number));
        is_one_thing && is_of_size && !value(number.value).agrees_with(&value(before.value))
    }

    /// What it is of, in words.
    fn topic(&self) -> String {
        let what = match (self.statistic, self.basis) {
            (Some(statistic), Some(basis)) if self.cell.typed.counted == Counted::Pay => Measure::Pay(statistic, basis).to_string(),
            (Some(statistic), None) if self.cell.typed.counted == Counted::Pay => format!("{statistic} pay"),
            _ if self.cell.typed.counted == Counted::Change && self.cell.printed.unit == Unit::Percent => Measure::Growth.to_string(),
            _ => self.cell.typed.counted.words().to_owned(),
        };
        if let Time::Said(period) = self.time { format!("{what}, {period}") } else { what }
    }
}

const HELP: &str = "look it up in the source and correct one, or link a fact in both places, such as `[](fact:pay)`; if they are of different things, let the row, the column or the caption say so";

fn of_fact(one: &Stated, fact: &Fact, subject: &Subject) -> Problem {
    let (place, cell) = fact_place(fact, subject);
    let message = format!("`{}` and {} are given for one thing: {}", one.cell.typed.text, said(fact), fact.topic);
    Problem::new(Code::FigureContradiction, one.cell.place(subject), message).also(place, format!("{} is given here{cell}", said(fact))).help(HELP)
}

fn of_cell(one: &Stated, earlier: &Stated, subject: &Subject) -> Problem {
    let [later, before] = [one.cell, earlier.cell].map(|cell| &cell.typed.text);
    let message = format!("`{later}` and `{before}` are given for one thing: {}", one.topic());
    Problem::new(Code::FigureContradiction, one.cell.place(subject), message).also(earlier.cell.place(subject), format!("`{before}` is given here")).help(HELP)
}

/// Where its value stands, and which cell that is in words, for a dataset.
fn fact_place(fact: &Fact, subject: &Subject) -> (Span, String) {
    match &fact.origin {
        Origin::Dataset { id, place } => {
            let cell = place.cell.as_ref().map(|cell| format!(", {cell}")).unwrap_or_default();
            (place.span.clone(), format!(" (the dataset `{id}`{cell})"))
        }
        Origin::Entry { name, .. } => {
            let head = &subject.manuscript.head;
            let has_value = head.front.facts.as_ref().and_then(|facts| facts.get(name)).is_some_and(|entry| entry.value.is_some());
            let span = if has_value { place::of(head, &["facts", name, "value"]) } else { subject.fact_place(name, None) };
            (span, String::new())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::check_problems;
    use crate::check::typed_cell;

    fn find(subject: &Subject) -> Vec<Problem> {
        of_tables(subject, &typed_cell::all(subject))
    }

    const DATA: &str = "
=== content/_data/sources.yaml
oews: { publisher: BLS, title: Wages }
ep: { publisher: BLS, title: Projections }
=== content/_data/areas.yaml
us: { name: United States, kind: country, code: US }
=== content/a.md
---
title: Health service technician
occupation: { name: Health service technician, soc: '31-9099' }
facts:
  pay: { measure: pay, value: 35480, as_of: 2025-05, source: oews }
  growth: { measure: growth, value: 18, from: 2024, to: 2034, source: ep }
  hour: { measure: pay, per: hour, value: 17.06, as_of: 2025-05, source: oews }
  jobs: { measure: jobs, value: 490400, as_of: 2024, source: ep }
---
";

    fn check(text: &str, expected: &str) {
        check_problems(find, &[DATA, text].concat(), expected);
    }

    #[test]
    fn a_number_of_a_table_with_a_source_contradicts_a_fact_of_the_page() {
        check(
            "
## Pay

| Statistic | Value |
| --- | ---: |
| Projected growth (2024-2034) | 4% |
| Median annual wage (May 2025) | $45,780 |
| Median hourly wage (May 2025) | $17.06 |
| Number of jobs, 2024 | 490,400 |

Table: Key figures {source=oews unit=\"USD per year; percent\"}

| | Value |
| --- | ---: |
| Median pay | $45,000 |
| Growth, 2024–34 | 18% |
| Jobs, 2024 | 420,000 |

Table: What health service technicians earn {source=ep}

| | Value |
| --- | ---: |
| Median pay | $45,000 |

Table: Pay at a glance {source=oews}
",
            "
            error: `4%` and 18 are given for one thing: growth, 2024 to 2034, us, occupation 31-9099
              --> content/a.md:15:34 4%
              18 is given here: content/a.md:6:37 18
              help: look it up in the source and correct one, or link a fact in both places, such as `[](fact:pay)`; if they are of different things, let the row, the column or the caption say so
            error: `$45,780` and 35480 are given for one thing: median pay a year, 2025-05, us, occupation 31-9099
              --> content/a.md:16:35 $45,780
              35480 is given here: content/a.md:5:31 35480
              help: look it up in the source and correct one, or link a fact in both places, such as `[](fact:pay)`; if they are of different things, let the row, the column or the caption say so
            error: `420,000` and 490400 are given for one thing: jobs, 2024, us, occupation 31-9099
              --> content/a.md:26:16 420,000
              490400 is given here: content/a.md:8:33 490400
              help: look it up in the source and correct one, or link a fact in both places, such as `[](fact:pay)`; if they are of different things, let the row, the column or the caption say so
            error: `$45,000` and 35480 are given for one thing: median pay a year, 2025-05, us, occupation 31-9099
              --> content/a.md:32:16 $45,000
              35480 is given here: content/a.md:5:31 35480
              help: look it up in the source and correct one, or link a fact in both places, such as `[](fact:pay)`; if they are of different things, let the row, the column or the caption say so
            ",
        );
    }

    #[test]
    fn two_numbers_of_tables_contradict_each_other() {
        check(
            "
| Statistic | Value |
| --- | ---: |
| Median annual wage (May 2023) | $45,780 |
| Mean annual wage (May 2023) | $52,000 |
| Median annual wage (May 2022) | $52,000 |
| 10th percentile (2023) | $25,000 |

Table: Key figures {source=oews unit=\"USD per year\"}

| Statistic | Value |
| --- | ---: |
| Median annual wage (2023) | $52,000 |
| Median annual wage (May 2022) | $52,000 |
| 10th percentile (2023) | $25,000 |

Table: More figures {source=oews unit=\"USD per year\"}
",
            "
            error: `$52,000` and `$45,780` are given for one thing: median pay a year, 2023
              --> content/a.md:22:31 $52,000
              `$45,780` is given here: content/a.md:13:35 $45,780
              help: look it up in the source and correct one, or link a fact in both places, such as `[](fact:pay)`; if they are of different things, let the row, the column or the caption say so
            ",
        );
    }

    #[test]
    fn what_is_said_of_others_contradicts_nothing() {
        check(
            "
| | Median annual wage (May 2025) | Mean annual wage (May 2025) | Low | Change |
| --- | ---: | ---: | ---: | ---: |
| Registered nurses | $93,600 | $98,000 | $1 | 3% |
| Ohio | $31,000 | $32,000 | $1 | 3% |
| Hospitals | $31,000 | $32,000 | $1 | 3% |
| Starting | $31,000 | $32,000 | $1 | 3% |
| Men | $31,000 | $32,000 | $1 | 3% |
| 55 and over | $31,000 | $32,000 | $1 | 3% |

Table: Pay {source=oews unit=\"USD per year\"}

| | Value |
| --- | ---: |
| Median annual wage (May 2024) | $34,000 |
| Median monthly wage (May 2025) | $2,957 |
| Mean annual wage (May 2025) | $39,000 |
| Median pay (May 2025) | $2,957 |
| Growth, 2023–33 | 12% |
| Growth a year, 2024–34 | 1.7% |
| Wage growth, 2024–34 | 30% |
| Jobs, 2024 | 400,000 |

Table: Key figures {source=oews}

| | Value |
| --- | ---: |
| Median annual wage (May 2025) | $31,000 |

Table: Pay in Ohio {source=oews}

| | Value |
| --- | ---: |
| Median annual wage (May 2025) | $91,000 |

Table: Pay of registered nurses {source=oews}

| Year | Median annual pay | Change |
| --- | ---: | ---: |
| 2024 | $34,000 | 3% |
| 2025 | $35,480 | 4% |

Table: Pay over the years {source=oews}

## Travel work

| | Value |
| --- | ---: |
| Median annual wage (May 2025) | $91,000 |

Table: Key figures {source=oews}
",
            "",
        );
    }
}
