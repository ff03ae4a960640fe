//! Figures whose time is longer ago than their source allows. The age is that of the data, not of the page: those that a guide writes down are
//! told where they stand, those of a dataset once where it is declared, however many pages show them.

use std::collections::{BTreeMap, BTreeSet};

use super::subject::Subject;
use super::together::all;
use crate::day::{Day, Months};
use crate::fact::english::{words as words_of, years};
use crate::fact::{Fact, Measure, Origin, Period, Topic};
use crate::figures::OfSite;
use crate::memory::Same;
use crate::problem::{Code, Problem};
use crate::registry::{Registry, SOURCES};
use crate::settings::Config;
use crate::source::Span;

/// Every figure of the page's front matter that is too old on the day that counts as today.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let own = subject.figures.own.iter().filter(|(_, fact)| matches!(fact.origin, Origin::Entry { .. }));
    let mut problems: BTreeMap<Span, Problem> = BTreeMap::new();
    for (name, fact) in own {
        let Some((limit, until)) = limit(&subject.registry, &subject.config, fact) else { continue };
        if until < subject.as_of {
            let place = subject.fact_place(name, Some(if matches!(fact.topic.period, Some(Period::Over { .. })) { "from" } else { "as_of" }));
            let period = fact.topic.period.map_or_else(String::new, |period| format!(" of {period}"));
            let message = format!("a figure more than {} old: the {}{period}", words(limit), fact.topic.measure);
            problems.entry(place.clone()).or_insert_with(|| Problem::new(Code::FigureStale, place, message).help(HELP));
        }
    }
    for (name, newer) in &subject.figures.newer {
        let Some(fact) = subject.figures.own.get(name).filter(|fact| !has_later_beside(subject, fact)) else { continue };
        let place = subject.fact_place(name, Some(if matches!(fact.topic.period, Some(Period::Over { .. })) { "from" } else { "as_of" }));
        let period = fact.topic.period.map_or_else(String::new, |period| format!(" of {period}"));
        let message = format!("the {}{period} is not the newest at hand: the dataset `{}` has that of {}", fact.topic.measure, newer.dataset, newer.period);
        let help =
            format!("leave the value to it with `dataset: {}`, or take its figure over; what is told as history needs the newest beside it", newer.dataset);
        problems.insert(place.clone(), Problem::new(Code::FigureStale, place, message).help(help));
    }
    problems.into_values().chain(of_today(subject)).collect()
}

/// Every figure of an older edition that the text names and tells in the present tense, with no word of its time: "nurses earn".
fn of_today(subject: &Subject) -> Vec<Problem> {
    if subject.figures.older.is_empty() || !subject.reads_english() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for together in all(subject) {
        // A paragraph or table that names a year, or shows another edition too, tells of times.
        let names_time = years(together.words()).next().is_some()
            || together
                .says(&["then", "ago", "former", "formerly", "previous", "earlier", "history", "old", "older", "say", "says", "claim", "claims", "quoted"]);
        let is_alone = together.figures.iter().all(|(_, fact)| fact.topic.period == together.figures.first().and_then(|(_, first)| first.topic.period));
        for (figure, fact) in together.figures.iter().filter(|_| !names_time && is_alone) {
            let Some(newer) = subject.figures.older.get(&figure.reference) else { continue };
            let clause = together.own_words(figure).rsplit(['.', ';', '?', '!', ',', '\u{fffc}']).next().unwrap_or_default().to_lowercase();
            let is_present = words_of(&clause).any(|word| ["earn", "earns", "is", "are", "make", "makes", "stands"].contains(&word));
            let is_past = words_of(&clause).any(|word| ["was", "were", "had", "earned", "made"].contains(&word));
            let in_heading = subject.headings_above(figure.whole.start).any(|heading| years(&heading.text).next().is_some());
            if !is_present || is_past || in_heading || subject.manuscript.labels(figure).is_some() {
                continue;
            }
            let period = fact.topic.period.map_or_else(String::new, |period| subject.locale().period(period));
            let message = format!(
                "`{}` is of {period}, and the text tells it as of today: the dataset `{}` has that of {}",
                figure.reference,
                newer.dataset,
                subject.locale().period(newer.period)
            );
            let problem = Problem::new(Code::FigureStale, subject.manuscript.text.span(figure.whole.clone()), message);
            problems.push(problem.help("name the newer dataset, or none, or say of which time it is"));
        }
    }
    problems
}

/// Whether the page writes down a later figure of the same thing, or its text names one: then the older one is history.
fn has_later_beside(subject: &Subject, fact: &Fact) -> bool {
    let is_later = |other: &Fact| other.observed() > fact.observed() && Topic { period: fact.topic.period, ..other.topic.clone() } == fact.topic;
    let named = subject.text_figures().filter_map(|figure| subject.figures.get(&figure.reference));
    subject.figures.own.values().chain(named).any(|other| is_later(other))
}

const HELP: &str = "take over the newest edition of its source; if there is none yet, give the source in content/_data/sources.yaml its `stale_after`";

/// All figures that a site shows, and what their age is judged by: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ages {
    /// Those of each published page.
    pub figures: Same<OfSite>,
    /// The sources, which may say how old is too old, and where datasets are declared.
    pub registry: Same<Registry>,
    /// Says it for all other sources.
    pub config: Same<Config>,
    /// The day that counts as today.
    pub as_of: Day,
}

/// Every dataset whose figures on the pages are too old, where it is declared.
pub(super) fn datasets(Ages { figures: pages, registry, config, as_of }: &Ages) -> Vec<Problem> {
    let mut oldest: BTreeMap<&str, Stale> = BTreeMap::new();
    let mut future: BTreeMap<&str, Period> = BTreeMap::new();
    for figures in pages.values() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for fact in figures.shown() {
            let (Origin::Dataset { id, .. }, Some((limit, until)), Some(period)) = (&fact.origin, limit(registry, config, fact), fact.topic.period) else {
                continue;
            };
            // An index that takes out the rise of prices since a year is that year's.
            if until < *as_of && fact.topic.measure != Measure::PriceIndex {
                let stale = oldest.entry(id).or_insert(Stale { period, limit, pages: 0 });
                stale.pages += usize::from(seen.insert(id));
                stale.period = stale.period.min(period);
            }
            if period.observed().first_day().is_some_and(|day| day > *as_of)
                && !matches!(fact.topic.measure, Measure::Jobs | Measure::Count(_) | Measure::Percent(_))
            {
                future.insert(id, period);
            }
        }
    }
    let place = |id: &str| registry.place("datasets", id);
    let of_future = |(id, period): (&str, Period)| {
        let message = format!("the dataset `{id}` has figures of {period}, and that lies in the future");
        Some(Problem::new(Code::DateInFuture, place(id)?, message).help("correct its `period`, or the column that tells the time"))
    };
    let problem = |(id, stale): (&str, Stale)| {
        let place = place(id)?;
        let pages = if stale.pages == 1 { "1 page shows".to_owned() } else { format!("{} pages show", stale.pages) };
        // How many pages show them is no part of the message: with one page more it would be another problem than the baseline knows.
        let message = format!("figures of the dataset `{id}` are more than {} old: of {}", words(stale.limit), stale.period);
        Some(Problem::new(Code::FigureStale, place, message).help(format!("{pages} them: {HELP}")))
    };
    oldest.into_iter().filter_map(problem).chain(future.into_iter().filter_map(of_future)).collect()
}

/// The figures of a dataset that are too old.
struct Stale {
    period: Period,
    limit: Months,
    pages: usize,
}

/// Figures of one source and time that are too old, as the preview marks them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TooOld {
    /// The id of the source.
    pub source: String,
    /// The time of the figures, as ISO 8601 writes it.
    pub period: String,
    /// Than what they are older, such as "2 years".
    pub limit: String,
}

/// Everything too old that the pages show, each source and time once; nothing where the settings have the check off.
pub(super) fn too_old(Ages { figures: pages, registry, config, as_of }: &Ages) -> BTreeSet<TooOld> {
    if config.levels.get(&Code::FigureStale) == Some(&None) {
        return BTreeSet::new();
    }
    let mut seen: BTreeMap<(&str, Period), Option<Months>> = BTreeMap::new();
    for fact in pages.values().flat_map(|figures| figures.shown()) {
        let (Some(source), Some(period)) = (&fact.source, fact.topic.period) else { continue };
        seen.entry((source, period)).or_insert_with(|| limit(registry, config, fact).filter(|(_, until)| until < as_of).map(|(limit, _)| limit));
    }
    let old = seen.into_iter().filter_map(|((source, period), limit)| Some((source, period, limit?)));
    old.map(|(source, period, limit)| TooOld { source: source.to_owned(), period: period.iso(), limit: words(limit) }).collect()
}

/// How old the fact may be, and the last day on which it is not too old.
fn limit(registry: &Registry, config: &Config, fact: &Fact) -> Option<(Months, Day)> {
    let source = fact.source.as_ref().and_then(|id| registry.sources.get(id));
    // What its source says of age may stand in a file that could not be read.
    if source.is_none() && fact.source.is_some() && registry.unread.contains(SOURCES.name) {
        return None;
    }
    let limit = source.and_then(|it| it.stale_after).unwrap_or(config.stale_after);
    Some((limit, fact.observed()?.last_day()?.plus_months(limit.0)))
}

fn words(months: Months) -> String {
    match months.0 {
        12 => "a year".to_owned(),
        many if many % 12 == 0 => format!("{} years", many / 12),
        1 => "a month".to_owned(),
        many => format!("{many} months"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_age_of_a_figure_is_that_of_its_data() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            slow: { publisher: P, title: T, stale_after: P10Y }
            === content/a.md
            ---
            title: A
            facts:
              old: { measure: pay, value: 1, as_of: 2020-05 }
              new: { measure: pay, value: 1, as_of: 2025-05 }
              slow: { measure: pay, value: 1, as_of: 2020-05, source: slow }
              growth: { measure: growth, value: 1, from: 2019, to: 2029 }
            ---
            ",
            "
            warning: a figure more than 18 months old: the median pay a year of 2020-05
              --> content/a.md:4:41 2020-05
              help: take over the newest edition of its source; if there is none yet, give the source in content/_data/sources.yaml its `stale_after`
            warning: a figure more than 18 months old: the growth of 2019 to 2029
              --> content/a.md:7:46 2019
              help: take over the newest edition of its source; if there is none yet, give the source in content/_data/sources.yaml its `stale_after`
            ",
        );
    }

    #[test]
    fn an_older_edition_is_not_told_as_of_today() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/datasets.yaml
            new: { file: pay_M2024.csv, format: oews }
            old: { file: pay_M2020.csv, format: oews }
            === content/_data/pay_M2024.csv
            OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN
            31-1131,Aides,100,39530
            === content/_data/pay_M2020.csv
            OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN
            31-1131,Aides,100,30830
            === content/a.md
            ---
            title: A
            occupation: { name: Aide, soc: '31-1131' }
            ---
            Half of all aides earn more than [](fact:pay@old).

            In May 2020, half of all aides earned more than [](fact:pay@old).

            Aides earned [](fact:pay@old), and now they earn [](fact:pay@new).

            Aides earn [](fact:pay@new), up from [](fact:pay@old).

            ## Pay in 2020

            Half of all aides earn more than [](fact:pay@old).
            ",
            "
            warning: `pay@old` is of May 2020, and the text tells it as of today: the dataset `new` has that of May 2024
              --> content/a.md:5:34 [](fact:pay@old)
              help: name the newer dataset, or none, or say of which time it is
            ",
        );
    }
}
