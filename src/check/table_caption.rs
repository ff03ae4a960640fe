//! A table whose caption, unit or source line is not true of the figures that it links: "Pay in May 2023" above a figure of 2024, "USD per hour" above pay by the
//! year, a source that none of them is from.

use super::subject::Subject;
use crate::fact::english::{self, basis_adjective, is_pay, lower_words};
use crate::fact::{Basis, Disagreement, Fact, Measure, Period, Quality, Statistic};
use crate::guide::body::{Figure, Table};
use crate::problem::{Code, Problem};

/// Every linked figure of a table of which its caption or its unit says another year, time of work or pay of many, while its row and its column say nothing; and
/// every source of a table that links figures of another one alone. The words are read in English alone.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for table in subject.tables() {
        let figures: Vec<(&Figure, &Fact)> = subject
            .text_figures()
            .filter(|figure| table.range.contains(&figure.whole.start))
            .filter_map(|figure| Some((figure, subject.figures.get(&figure.reference)?.as_ref())))
            .collect();
        if figures.is_empty() {
            continue;
        }
        problems.extend(other_source(subject, table, &figures));
        if subject.locale().tag().starts_with("en") {
            let caption = Caption::of(table);
            problems.extend(figures.iter().flat_map(|(figure, fact)| caption.wrong(subject, figure, fact)));
        }
    }
    problems
}

/// The source that a table names, if all of its figures are of others and no number stands in it without a link.
fn other_source(subject: &Subject, table: &Table, figures: &[(&Figure, &Fact)]) -> Option<Problem> {
    let (named, place) = (table.source.as_ref()?, table.source_range.clone()?);
    let is_linked = |text: &str| figures.iter().any(|(figure, _)| figure.text == text);
    let is_typed = table.rows.iter().flat_map(|row| row.iter().skip(1)).any(|cell| cell.number.is_some() && !is_linked(&cell.text));
    let mut sources: Vec<&str> = figures.iter().map(|(_, fact)| fact.source.as_deref()).collect::<Option<_>>()?;
    sources.sort_unstable();
    sources.dedup();
    // What somebody works out may be of another source than what it was worked out from.
    let is_derived = figures.iter().any(|(_, fact)| fact.quality == Quality::Derived);
    if is_typed || is_derived || sources.contains(&named.as_str()) || !subject.registry.sources.contains_key(named) {
        return None;
    }
    let are = sources.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" and ");
    let message = format!("the source of this table is `{named}`, and all of its figures are from {are}");
    let problem = Problem::new(Code::FigureDisagrees, subject.manuscript.text.span(place), message);
    Some(problem.help(match sources.as_slice() {
        [one] => format!("write `source={one}`, or leave it out: each figure names its own"),
        _ => "leave `source` out: each figure names its own".to_owned(),
    }))
}

/// What a caption and a unit say of all figures of a table.
struct Caption {
    /// Whether it speaks of pay, and of numbers of jobs.
    counts: [bool; 2],
    year: Option<i16>,
    basis: Option<Basis>,
    statistic: Option<Statistic>,
}

/// Words that say of another time than the year beside them.
const RELATIVE: [&str; 22] = [
    "since",
    "from",
    "by",
    "until",
    "to",
    "after",
    "before",
    "than",
    "earlier",
    "later",
    "ago",
    "previous",
    "change",
    "growth",
    "latest",
    "newest",
    "now",
    "published",
    "released",
    "updated",
    "dollars",
    "prices",
];

/// Words of a caption, a row or a column that tell of a part of the people.
const PARTS: [&str; 18] = [
    "percentile",
    "percentiles",
    "range",
    "spread",
    "low",
    "high",
    "lowest",
    "highest",
    "top",
    "bottom",
    "entry",
    "starting",
    "experienced",
    "tenth",
    "quarter",
    "minimum",
    "maximum",
    "half",
];

impl Caption {
    fn of(table: &Table) -> Self {
        let (caption, unit) = (table.caption.as_deref().unwrap_or_default(), table.unit.as_deref().unwrap_or_default());
        let words = lower_words(caption);
        let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
        let years: Vec<i16> = words.iter().filter_map(|word| english::year(word)).collect();
        let is_span = |year: &i16| caption.split_once(&year.to_string()).is_some_and(|(_, rest)| rest.starts_with(['-', '–', '—', '/']));
        let year = years.first().copied().filter(|year| years.len() == 1 && !is_span(year) && !has(&RELATIVE));
        let follows = |at: usize| words.iter().skip(at + 1).take(2).any(|word| is_pay(word) || basis_adjective(word).is_some());
        let mut bases: Vec<Basis> = (0..words.len()).filter(|at| follows(*at)).filter_map(|at| basis_adjective(words.get(at)?)).collect();
        // Of several units nobody knows which column has which.
        if !unit.contains(';') && ["usd", "gbp", "eur", "$", "£", "€", "dollar", "pound"].iter().any(|money| unit.to_lowercase().contains(money)) {
            bases.extend(english::words(&unit.to_lowercase()).filter_map(english::basis));
        }
        bases.dedup();
        let mut named: Vec<Statistic> = (0..words.len()).filter(|at| follows(*at)).filter_map(|at| name_at(words.get(at)?)).collect();
        named.dedup();
        let note = lower_words(table.note.as_deref().unwrap_or_default());
        let is_divided = has(&PARTS) || note.iter().any(|word| name_at(word).is_some() || matches!(word.as_str(), "means" | "medians"));
        Self {
            counts: [words.iter().any(|word| is_pay(word)), has(&["jobs", "employment", "openings", "workers", "outlook"])],
            year,
            basis: bases.first().copied().filter(|_| bases.len() == 1),
            statistic: named.first().copied().filter(|_| named.len() == 1 && !is_divided),
        }
    }

    /// What it says wrongly of a figure whose row and column do not say otherwise.
    fn wrong(&self, subject: &Subject, figure: &Figure, fact: &Fact) -> Vec<Problem> {
        let labels = subject.manuscript.labels(figure).map_or_else(Vec::new, |labels| lower_words(&labels.join(" ")));
        let says = |all: &[&str]| labels.iter().any(|word| all.contains(&word.as_str()));
        let (locale, reference) = (subject.locale(), &figure.reference);
        let told = |code: Code, why: String, help: String| {
            let message = format!("the words around `{reference}` are not true of it: {why}");
            Problem::new(code, subject.manuscript.text.span(figure.whole.clone()), message).help(help)
        };
        let mut problems = Vec::new();
        let is_meant = matches!((&fact.topic.measure, self.counts), (Measure::Pay(..), [_, false]) | (Measure::Jobs, [false, true]));
        if let (Some(said), Some(period @ Period::At(date))) = (self.year, fact.topic.period)
            && is_meant
            && said != date.year()
            && !says(&RELATIVE)
            && !labels.iter().any(|word| english::year(word).is_some())
        {
            let why = format!("the caption says {said}, and the figure is of {}", locale.period(period));
            let help = "correct the caption, name the year in its row or its column, or name a figure of that time".to_owned();
            problems.push(told(Code::FigureDisagrees, why, help));
        }
        let Measure::Pay(statistic, basis) = fact.topic.measure else { return problems };
        if let Some(said) = self.basis
            && said != basis
            && !labels.iter().any(|word| english::basis(word).is_some() || matches!(word.as_str(), "yr" | "hr" | "wk" | "mo"))
        {
            let help = "correct the caption or the unit, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour".to_owned();
            problems.push(told(Code::FigureDisagrees, Disagreement::Basis(said, basis).sentence(&locale), help));
        }
        if let Some(said) = self.statistic
            && said != statistic
            && !says(&PARTS)
            && english::statistic(&labels.join(" ")).is_none()
        {
            let why = format!("the caption says that it is a {said}, and the figure is a {statistic}");
            problems.push(told(Code::MeanMedianMixed, why, format!("write {statistic} in the caption, in its row or in its column, or name the other figure")));
        }
        problems
    }
}

/// The mean or the median that `word` names.
fn name_at(word: &str) -> Option<Statistic> {
    match word {
        "median" => Some(Statistic::Median),
        "mean" | "average" => Some(Statistic::Mean),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_caption_is_true_of_the_figures_below_it() {
        let table = |header: &str, figure: &str, caption: &str| format!("| | {header} |\n| --- | ---: |\n| All | [](fact:{figure}) |\n\nTable: {caption}\n\n");
        let tables = [
            table("Pay", "pay", "Pay in May 2023"),
            table("Pay", "pay", "Mean pay"),
            table("Pay", "pay", "Pay {unit=\"USD per hour\"}"),
            table("Pay", "pay", "Pay {source=ep}"),
            table("Pay", "pay", "Median annual pay in May 2024 {source=oews unit=\"USD per year\"}"),
            table("May 2024", "pay", "Pay in May 2023"),
            table("A year before", "pay", "Pay in May 2025"),
            table("Median", "pay", "Mean pay"),
            table("Annual", "pay", "Hourly pay"),
            table("Pay", "pay", "Pay {source=ep unit=\"jobs; USD per hour\"}").replace("| All |", "| Some | 20 |\n| All |"),
            table("Pay", "pay", "Growth faster than average, 2024–34, and mean age"),
            table("Pay", "pay", "Pay, published in 2025"),
            table("Jobs", "jobs", "Pay in May 2023, and more"),
        ]
        .concat();
        crate::check::fixture::check_problems(
            super::find,
            &format!(
                "\n=== content/_data/sources.yaml\noews: {{ publisher: BLS, title: Wages }}\nep: {{ publisher: BLS, title: Projections }}\n=== content/a.md\n---\ntitle: A\nfacts:\n  pay: {{ measure: pay, value: 43660, as_of: 2024-05, source: oews }}\n  jobs: {{ measure: jobs, value: 139700, as_of: 2024, source: ep }}\n---\n{tables}"
            ),
            "
            error: the words around `pay` are not true of it: the caption says 2023, and the figure is of May 2024
              --> content/a.md:9:9 [](fact:pay)
              help: correct the caption, name the year in its row or its column, or name a figure of that time
            warning: the words around `pay` are not true of it: the caption says that it is a mean, and the figure is a median
              --> content/a.md:15:9 [](fact:pay)
              help: write median in the caption, in its row or in its column, or name the other figure
            error: the words around `pay` are not true of it: the text says that it is for an hour, and the fact is for a year
              --> content/a.md:21:9 [](fact:pay)
              help: correct the caption or the unit, or name the figure of that time of work: `pay` is by the year, `pay.hourly` by the hour
            error: the source of this table is `ep`, and all of its figures are from `oews`
              --> content/a.md:29:20 ep
              help: write `source=oews`, or leave it out: each figure names its own
            ",
        );
    }
}
