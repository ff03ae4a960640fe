//! Two figures of one thing, of one time and place, with different values: on one page, or in two guides of one occupation.

pub(super) mod sums;
pub(super) mod typed;
mod whose;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::whose::Whose;
use super::place;
use super::subject::Subject;
use crate::fact::{Decimal, Fact, Measure, Number, Origin, Period, Topic, Value};
use crate::figures::OfSite;
use crate::guide::Head;
use crate::memory::Same;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// The figures of all published pages: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllFigures {
    /// By file.
    pub figures: Same<OfSite>,
    /// The front matter of those that write some down themselves, for places.
    pub heads: BTreeMap<SourcePath, Arc<Head>>,
}

/// A fact, and where it stands; `head` is that of its page if the page wrote it down.
#[derive(Clone, Copy)]
struct Stated<'a> {
    page: Option<&'a SourcePath>,
    head: Option<&'a Head>,
    /// Whether readers see it: what is only looked up in a dataset is a measure for others, and no news.
    is_shown: bool,
    fact: &'a Fact,
}

/// What is told of one thing, whatever its time.
type About = (Topic, Whose);

/// Every fact whose value contradicts an earlier one of the same topic, be it written in a front matter or in the file of a dataset.
///
/// Takes what pages write down, one of each of the figures that they show of datasets, and what datasets that none shows have against what pages write down: n log n, as long as few different values are said of one thing.
pub(super) fn find<'a>(all: &'a AllFigures) -> Vec<Problem> {
    let mut stated: BTreeMap<About, Vec<Stated>> = BTreeMap::new();
    let mut state = |it: Stated<'a>, path| {
        for about in about(it.fact, path, all.heads.get(path).map(|head| &**head)) {
            stated.entry(about).or_default().push(it);
        }
    };
    let mut is_any = false;
    for (path, head) in &all.heads {
        let own = all.figures.get(path).into_iter().flat_map(|figures| &figures.own);
        for (_, fact) in own.filter(|(name, _)| !head.unread.is_in_fact(name)) {
            state(Stated { page: Some(path), head: Some(head), is_shown: true, fact }, path);
            is_any = true;
        }
    }
    // Figures of one dataset cannot contradict each other.
    let mut datasets = all.figures.values().flat_map(|figures| figures.shown()).filter_map(|fact| dataset_of(fact));
    let first = datasets.next();
    if is_any || datasets.any(|id| Some(id) != first) {
        let mut cells = BTreeSet::new();
        for (path, figures) in all.figures.iter() {
            for fact in figures.shown().filter(|fact| dataset_of(fact).is_some()) {
                // Many pages show one cell.
                if cells.insert(&fact.origin) {
                    state(Stated { page: Some(path), head: None, is_shown: true, fact }, path);
                }
            }
        }
        for (path, figures) in all.figures.iter() {
            for fact in figures.contradicted.values().filter(|fact| cells.insert(&fact.origin)) {
                state(Stated { page: Some(path), head: None, is_shown: false, fact }, path);
            }
        }
    }
    let is_told = |fact: &Fact| match &fact.origin {
        Origin::Entry { file, name } => all.figures.get(file).is_some_and(|figures| figures.not_there.contains_key(name)),
        Origin::Dataset { .. } => false,
    };
    // What one page shows of two datasets is told of that page.
    let shows = |page: Option<&SourcePath>, it: &Stated| {
        page.and_then(|page| all.figures.get(page)).is_some_and(|figures| figures.shown().any(|fact| fact.origin == it.fact.origin))
    };
    let shows_both = |earlier: &Stated, later: &Stated| shows(earlier.page, later) || shows(later.page, earlier);
    let is_new = |earlier: &Stated, later: &Stated| later.head.is_some() || (earlier.is_shown && later.is_shown && !shows_both(earlier, later));
    let found = stated.into_values().flat_map(|facts| among(facts, is_new, is_told));
    // Two guides may have several codes in common.
    let mut told = BTreeSet::new();
    found.filter(|problem| told.insert((problem.span.clone(), problem.message.clone()))).collect()
}

fn dataset_of(fact: &Fact) -> Option<&String> {
    if let Origin::Dataset { id, .. } = &fact.origin { Some(id) } else { None }
}

/// Every figure that one page shows of two datasets which contradict each other.
pub(super) fn of_datasets(subject: &Subject) -> Vec<Problem> {
    let shown = || subject.figures.shown().filter(|fact| dataset_of(fact).is_some());
    let mut datasets = shown().filter_map(|fact| dataset_of(fact));
    let first = datasets.next();
    if datasets.all(|id| Some(id) == first) {
        return Vec::new();
    }
    let mut stated: BTreeMap<Topic, Vec<Stated>> = BTreeMap::new();
    for fact in shown() {
        stated.entry(timeless(fact)).or_default().push(Stated { page: None, head: None, is_shown: true, fact });
    }
    let found = stated.into_values().flat_map(|facts| among(facts, |_, _| true, |_| false));
    found.map(|problem| on_page(subject, problem)).collect()
}

/// The same, told of the page that shows the figure: only there can an author do something about two publishers.
fn on_page(subject: &Subject, problem: Problem) -> Problem {
    let place = subject.figure_place(|fact| matches!(&fact.origin, Origin::Dataset { place, .. } if place.span == problem.span));
    let cell = problem.span.clone();
    let told = Problem::new(problem.code, place, problem.message).also(cell, "the first is given here");
    let told = problem.others.into_iter().fold(told, |told, (span, words)| told.also(span, words));
    told.help("show one of them, and let the text say whose it is; or suppress this check here with the reason why both may stand")
}

/// What a fact of the page at `path` is about: once, or once for each code that the page gives its occupation.
fn about(fact: &Fact, path: &SourcePath, head: Option<&Head>) -> Vec<About> {
    // An exam costs the same, whoever tells of it.
    if let Measure::Price(_) = fact.topic.measure {
        return vec![(Topic { occupation: None, ..timeless(fact) }, Whose::Topic)];
    }
    let whose = if fact.topic.occupation.is_some() { vec![Whose::Topic] } else { whose::all(path, head) };
    whose.into_iter().map(|whose| (timeless(fact), whose)).collect()
}

/// The topic without what pay of May 2024 and of 2024 differ by; other things that are counted in a year and in its May are two things.
fn timeless(fact: &Fact) -> Topic {
    let period = fact.topic.period.filter(|_| !matches!(fact.topic.measure, Measure::Pay(..) | Measure::Price(_)));
    Topic { period, measure: one_case(&fact.topic.measure), ..fact.topic.clone() }
}

/// What an author counts, in small letters and with single blanks: `Certification Exam` and `certification exam` are one thing.
fn one_case(measure: &Measure) -> Measure {
    let fold = |of: &String| of.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    match measure {
        Measure::Price(of) => Measure::Price(fold(of)),
        Measure::Count(of) => Measure::Count(fold(of)),
        Measure::Percent(of) => Measure::Percent(fold(of)),
        measure => measure.clone(),
    }
}

/// What a fact says, apart from whose it is: facts that say the same agree with the same ones.
type Said<'a> = (Option<Period>, &'a Value, Option<Decimal>, Option<Decimal>);

/// The contradictions among facts of one topic, as far as they are news. Of those that `is_told` of, their own source says something else: they are
/// measured by front matters alone.
///
/// Only facts that say different things are compared with each other, whatever the number of those that say the same.
fn among(mut facts: Vec<Stated>, is_new: impl Fn(&Stated, &Stated) -> bool, is_told: impl Fn(&Fact) -> bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let different: BTreeMap<Said, &Stated> = facts.iter().map(|it| (it.said(), it)).collect();
    if different.values().enumerate().all(|(at, one)| different.values().take(at).all(|other| other.agrees_with(one))) {
        return problems;
    }
    // In the order in which a reader meets them; what a publisher's file says is the measure of what was copied.
    facts.sort_by_cached_key(|it| (it.head.is_some(), !it.is_shown, it.place()));
    // The first that says each thing, in front matters and in files.
    let mut said = BTreeSet::new();
    let mut firsts: Vec<&Stated> = Vec::new();
    for later in &facts {
        let is_measured = |earlier: &&&Stated| (earlier.head.is_some() || !is_told(later.fact)) && earlier.is_of_time(later) && earlier.is_of_whom(later);
        // What contradicts the first is told of; it is no measure for those that come after it.
        let mut before = firsts.iter().filter(is_measured);
        if let Some(first) = before.next() {
            let mut sound = std::iter::once(first).chain(before.filter(|it| it.agrees_with(first)));
            let contradicted = sound.find(|it| !it.agrees_with(later));
            problems.extend(contradicted.filter(|earlier| is_new(earlier, later)).map(|earlier| contradiction(earlier, later)));
        }
        if said.insert((later.head.is_some(), later.said())) {
            firsts.push(later);
        }
    }
    problems
}

fn contradiction(earlier: &Stated, later: &Stated) -> Problem {
    let mut values = [later, earlier].map(|it| said(it.fact));
    // One number in two currencies is two amounts.
    if let (Value::Money(_, one), Value::Money(_, other)) = (later.fact.value(), earlier.fact.value())
        && one != other
    {
        values = [format!("{} {one}", values[0]), format!("{} {other}", values[1])];
    }
    let message = format!("{} and {} are given for one thing: {}{}", values[0], values[1], later.fact.topic, whose(earlier, later));
    let help = "look it up in the source and correct one; if they are of different things, say so: `statistic`, `as_of`, `area`, `industry`, `population`";
    let given = format!("{} is given here{}", values[1], earlier.cell());
    // Nobody can mend a publisher's file: two of them are told of the page that shows the second.
    let (place, also) = match later.page.filter(|_| later.head.is_none()) {
        Some(page) => (Span::whole(page), Some((later.place(), format!("{} is given here{}", values[0], later.cell())))),
        None => (later.place(), None),
    };
    let problem = Problem::new(Code::FigureContradiction, place, message);
    also.into_iter().fold(problem, |problem, (span, words)| problem.also(span, words)).also(earlier.place(), given).help(help)
}

/// Whose figure two guides tell of, where no code in its topic says so.
fn whose(earlier: &Stated, later: &Stated) -> String {
    let is_coded = later.fact.topic.occupation.is_some() || matches!(later.fact.topic.measure, Measure::Price(_));
    match (earlier.head, later.head) {
        (Some(one), Some(other)) if !is_coded && earlier.page != later.page => whose::in_words(one, other),
        _ => String::new(),
    }
}

fn said(fact: &Fact) -> String {
    match fact.value() {
        Value::Level(level) => format!("`{}`", level.words()),
        Value::Unpublished(_) => "a value that is not published".to_owned(),
        Value::Money(number, _) | Value::Percent(number) | Value::Count(number) => number.to_string(),
    }
}

impl Stated<'_> {
    /// Whether both are of one time, told more or less precisely.
    fn is_of_time(&self, other: &Self) -> bool {
        match (self.fact.topic.period, other.fact.topic.period) {
            (Some(one), Some(other)) => one.covers(other) || other.covers(one),
            (one, other) => one == other,
        }
    }

    /// Whether both may be of one occupation: one code in common is not enough where a finer one tells them apart.
    fn is_of_whom(&self, other: &Self) -> bool {
        let is_coded = self.fact.topic.occupation.is_some() || matches!(self.fact.topic.measure, Measure::Price(_));
        match (self.head, other.head) {
            (Some(one), Some(other)) if !is_coded => !whose::differ(one, other),
            _ => true,
        }
    }

    fn said(&self) -> Said<'_> {
        (self.fact.topic.period, self.fact.value(), self.fact.unrounded, self.fact.exact_to)
    }

    fn agrees_with(&self, other: &Self) -> bool {
        if !self.is_of_time(other) || !self.is_of_whom(other) {
            return true;
        }
        if !self.may_say(other) || !other.may_say(self) {
            return false;
        }
        let exact = |it: &Self| it.fact.unrounded.map(|exact| Value::Percent(Number::Exact(exact)));
        let agrees = |it: &Self, value: &Value| it.fact.value().agrees_with(value) || exact(it).is_some_and(|exact| exact.agrees_with(value));
        agrees(self, other.fact.value()) || exact(other).is_some_and(|exact| agrees(self, &exact))
    }

    /// Whether the number of `other` is this one, or this one rounded, where it is known how exact this one is: then its zeros count.
    fn may_say(&self, other: &Self) -> bool {
        let (Some(step), Some(exact), Some(number)) = (self.fact.exact_to, self.fact.value().exact(), other.fact.value().exact()) else { return true };
        Number::Exact(exact).is_told_by(number) || number.rounded_to(step) == exact
    }

    /// Such as ` (the dataset wages, row 417, column A_MEDIAN)`.
    fn cell(&self) -> String {
        let Origin::Dataset { id, place } = &self.fact.origin else { return String::new() };
        format!(" (the dataset `{id}`{})", place.cell.as_ref().map(|cell| format!(", {cell}")).unwrap_or_default())
    }

    fn place(&self) -> Span {
        let (head, name) = match (&self.fact.origin, self.head) {
            (Origin::Entry { name, .. }, Some(head)) => (head, name),
            (Origin::Entry { file, .. }, None) => return Span::whole(file),
            (Origin::Dataset { place, .. }, _) => return place.span.clone(),
        };
        let fields = ["value", "range", "at_least", "at_most", "level", "mark"];
        let entry = head.front.facts.as_ref().and_then(|facts| facts.get(name));
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
        place::of(head, &["facts", name, field])
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
