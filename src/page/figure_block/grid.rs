//! Facts in rows and columns, and the table that says once what all of them have in common.

use std::sync::Arc;

use crate::fact::{Basis, Currency, Fact, Kind, Mark, Measure, Period, Quality, Value};
use crate::guide::body::{Cell, Column, RowOrigin, Table, escaped};
use crate::page::figure::{self, Notes};
use crate::page::given::Given;
use crate::page::words;

/// Facts in rows and columns.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// What the rows are: `Industry`.
    pub(super) first: String,
    /// The headings of the figures.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<GridRow>,
    /// The column of all occupations, to compare with the first.
    pub(super) compared: Option<usize>,
    /// What the block names and nobody has, by its place in `only`.
    pub(super) missing: Vec<usize>,
    /// What is not in the rows.
    pub(super) remark: Option<String>,
    /// The source that says which rows there are, where no figure names it.
    pub(super) chosen_by: Option<String>,
    /// Whether each row says of which time it is.
    pub(super) says_period: bool,
    /// A column that is worked out from the others: its heading, and a number in words for each row.
    pub(super) derived: Option<(String, Vec<Option<Derived>>)>,
    /// A fact of another source that it is worked out with.
    pub(super) derived_with: Option<Arc<Fact>>,
}

/// A number that is worked out, as it is printed and as programs read it.
#[derive(Debug, Clone)]
pub(super) struct Derived {
    pub(super) words: String,
    pub(super) value: Value,
}

/// A row.
#[derive(Debug, Default)]
pub(super) struct GridRow {
    /// What it stands for.
    pub(super) label: String,
    /// A guide about it: the way from the page.
    pub(super) path: Option<String>,
    pub(super) facts: Vec<Option<Arc<Fact>>>,
}

/// What a reader must know of a figure beside its row and column.
#[derive(PartialEq, Eq)]
struct Provenance<'f> {
    source: Option<&'f str>,
    period: Option<Period>,
    area: Option<&'f str>,
    population: Option<&'f str>,
    quality: Quality,
}

impl Grid {
    /// Every fact in it.
    pub(super) fn facts(&self) -> impl Iterator<Item = &Arc<Fact>> {
        self.rows.iter().flat_map(|row| row.facts.iter().flatten())
    }

    /// The facts of a column.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = Option<&Arc<Fact>>> {
        self.rows.iter().map(move |row| row.facts.get(at).and_then(Option::as_ref))
    }

    /// Takes out one column.
    pub(super) fn drop_column(&mut self, at: usize) {
        self.columns.remove(at);
        self.rows.iter_mut().for_each(|row| {
            row.facts.remove(at);
        });
    }

    /// Takes out the columns in which nothing is told.
    pub(super) fn drop_empty_columns(&mut self) {
        let is_told = |fact: &Fact| !matches!(fact.value(), Value::Unpublished(Mark::NotAvailable | Mark::NotApplicable));
        let kept: Vec<bool> = (0..self.columns.len()).map(|at| self.column(at).flatten().any(|fact| is_told(fact))).collect();
        if kept.iter().all(|kept| !kept) {
            return;
        }
        self.compared = self.compared.filter(|at| kept.get(*at) == Some(&true)).map(|at| kept.iter().take(at).filter(|kept| **kept).count());
        let mut is_kept = kept.iter();
        self.columns.retain(|_| is_kept.next() == Some(&true));
        for row in &mut self.rows {
            let mut is_kept = kept.iter();
            row.facts.retain(|_| is_kept.next() == Some(&true));
        }
    }

    /// The table of it, without id and caption. Its unit says what all figures have in common; where a column or a cell differs, it has a note.
    pub(super) fn table(&self, given: &Given, notes: &mut Notes, says_area: bool) -> Table {
        let of = |fact| self.provenance(fact, says_area);
        let common = self.common();
        let is_shared = self.shared_quality().is_some();
        // What nobody published says so itself unless the table says it of all.
        let differs = |fact: &Fact, common: &Fact| {
            let of_fact = self.provenance(fact, says_area);
            of_fact != self.provenance(common, says_area) || (of_fact.quality != Quality::Published && !is_shared)
        };
        let mut columns = vec![Column { html: escaped(&self.first), text: self.first.clone(), numeric: false }];
        let mut marked: Vec<bool> = Vec::new();
        // Whether the figures of a column are of several times.
        let mut dated: Vec<bool> = Vec::new();
        let is_mixed = self.is_mixed();
        for (at, heading) in self.columns.iter().enumerate() {
            let currency = self.currency(at).filter(|_| is_mixed);
            let heading = &currency.map_or_else(|| heading.clone(), |currency| format!("{heading} ({})", words::currency(given.words(), currency)));
            let mut facts = self.column(at).flatten().filter(|fact| wants_note(fact));
            let first = facts.next();
            let is_even = first.is_none_or(|first| facts.all(|fact| of(fact) == of(first)));
            let differs = first.zip(common).is_some_and(|(first, common)| differs(first, common));
            let mark = first.filter(|_| is_even && differs).map(|fact| notes.mark_of_table(given, fact, says_area)).unwrap_or_default();
            let numeric = self.column(at).flatten().all(|fact| !matches!(fact.value(), Value::Level(_)));
            columns.push(Column { html: format!("{}{mark}", escaped(heading)), text: heading.clone(), numeric });
            marked.push(is_even);
            let mut times = self.column(at).flatten().filter(|fact| fact.value().number().is_some()).map(|fact| fact.topic.period);
            let first = times.next();
            dated.push(times.any(|time| Some(time) != first));
        }
        if let Some((heading, _)) = &self.derived {
            let mark = self.derived_with.as_ref().map(|fact| notes.mark_of_table(given, fact, says_area)).unwrap_or_default();
            columns.push(Column { html: format!("{}{mark}", escaped(heading)), text: heading.clone(), numeric: true });
        }
        let mut rows = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let label = escaped(&row.label);
            let html = row.path.as_ref().map_or_else(|| label.clone(), |path| format!("<a href=\"{}\">{label}</a>", escaped(path)));
            let mut cells = vec![Cell { html, text: row.label.clone(), number: None, ..Cell::default() }];
            for ((fact, is_even), is_dated) in row.facts.iter().zip(&marked).zip(&dated) {
                let mut cell = cell(given, fact.as_deref());
                if let Some(time) = fact.as_ref().filter(|_| *is_dated).and_then(|fact| self.other_time(given, fact)) {
                    cell.text = with_time(&cell.text, &time);
                    cell.html = escaped(&cell.text);
                }
                if let Some(fact) = fact.as_ref().filter(|fact| !is_even && wants_note(fact) && common.is_some_and(|common| differs(fact, common))) {
                    cell.html += &notes.mark_of_table(given, fact, says_area);
                }
                cells.push(cell);
            }
            if let Some((_, derived)) = &self.derived {
                let it = derived.get(at).and_then(Option::as_ref);
                // What is not published has no other price either.
                let same = || cells.last().map_or_else(|| "—".to_owned(), |cell| cell.text.clone());
                let words = it.map_or_else(same, |it| it.words.clone());
                let number = it.and_then(|it| it.value.exact()).map(|number| number.to_string());
                let bounds = it.map(|it| figure::bounds(&it.value)).unwrap_or_default();
                cells.push(Cell { html: escaped(&words), text: words, number, bounds });
            }
            rows.push(cells);
        }
        let unit = common.map(|common| self.unit(given, common, says_area));
        let origins = if self.says_period { self.rows.iter().map(|row| origin(given, row)).collect() } else { Vec::new() };
        Table { unit, source: common.and_then(|common| common.source.clone()), columns, rows, origins, ..Table::default() }
    }

    /// The figure whose unit, time and area the table states once for all.
    fn common(&self) -> Option<&Arc<Fact>> {
        self.facts().find(|fact| is_published(fact)).or_else(|| self.facts().next())
    }

    /// How all figures came about, where that is another way than that their sources print them.
    pub(super) fn shared_quality(&self) -> Option<Quality> {
        let mut qualities = self.facts().filter(|fact| wants_note(fact)).map(|fact| fact.quality);
        let first = qualities.next().filter(|quality| *quality != Quality::Published)?;
        qualities.all(|quality| quality == first).then_some(first)
    }

    /// The time of a figure, where that is not the one which the table states for all.
    pub(super) fn other_time(&self, given: &Given, fact: &Fact) -> Option<String> {
        let period = fact.topic.period.filter(|_| !self.says_period && fact.value().number().is_some())?;
        (self.common()?.topic.period != Some(period)).then(|| given.voice.period(period))
    }

    /// Whether some figures are money and others are not: then each column says its unit.
    pub(super) fn is_mixed(&self) -> bool {
        let is_money = |fact: &Arc<Fact>| matches!(fact.topic.measure.kind(), Kind::Money(_));
        self.facts().any(is_money) && !self.facts().all(is_money)
    }

    /// The currency of a column, if it has one.
    fn currency(&self, at: usize) -> Option<Currency> {
        let mut currencies = self.column(at).flatten().filter_map(|fact| if let Value::Money(_, currency) = fact.value() { Some(*currency) } else { None });
        let first = currencies.next()?;
        currencies.all(|currency| currency == first).then_some(first)
    }

    fn provenance<'f>(&self, fact: &'f Fact, says_area: bool) -> Provenance<'f> {
        Provenance {
            source: fact.source.as_deref(),
            period: fact.topic.period.filter(|_| !self.says_period),
            area: fact.topic.area.as_deref().filter(|_| !says_area),
            population: fact.topic.population.as_deref(),
            quality: if fact.quality == Quality::Proxy { Quality::Published } else { fact.quality },
        }
    }

    /// `USD a year, May 2024, United States`.
    fn unit(&self, given: &Given, common: &Fact, says_area: bool) -> String {
        let currency = self
            .facts()
            .filter(|_| !self.is_mixed())
            .find_map(|fact| if let Value::Money(_, currency) = fact.value() { Some(words::currency(given.words(), *currency)) } else { None });
        let mut bases: Vec<Basis> = self.facts().filter_map(|fact| fact.basis()).collect();
        bases.sort_unstable();
        bases.dedup();
        let money = currency.map(|currency| match bases.as_slice() {
            [one] => given.words().money_unit.with(&[("currency", &currency), ("basis", words::basis(given.words(), *one))]),
            _ => currency,
        });
        let percent = self.facts().all(|fact| fact.topic.measure.kind() == Kind::Percent).then(|| given.words().percent.text().to_owned());
        let of_skills = matches!(common.topic.measure, Measure::SkillImportance(_)).then(|| given.words().importance.text().to_owned());
        let period = common.topic.period.filter(|_| !self.says_period).map(|period| given.voice.period(period));
        let registry = &given.shared.registry;
        let area = common.topic.area.as_deref().filter(|_| !says_area).map(|id| words::area(given.words(), registry, id).to_owned());
        let parts = [money.or(percent).or(of_skills), period, area, common.topic.population.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(given.words().comma.text())
    }
}

/// Whether it is more than a mark such as "not published", which tells of a time and a source less than a number does.
fn is_published(fact: &Fact) -> bool {
    !matches!(fact.value(), Value::Unpublished(_))
}

/// A figure with its time, such as `$93,600 (May 2023)`.
pub(super) fn with_time(figure: &str, time: &str) -> String {
    format!("{figure} ({time})")
}

/// Where a row is from: the figures of each are of one time.
fn origin(given: &Given, row: &GridRow) -> RowOrigin {
    let Some(fact) = row.facts.iter().flatten().next() else { return RowOrigin::default() };
    let title = fact.source.as_ref().and_then(|id| given.shared.registry.sources.get(id)?.title.clone());
    RowOrigin { source: fact.source.clone(), title: title.unwrap_or_default(), period: fact.topic.period.map(Period::iso).unwrap_or_default() }
}

/// Whether a reader is to be told where it is from. A level that an author gives without a source is the author's own word, and no figure.
fn wants_note(fact: &Fact) -> bool {
    fact.source.is_some() || !matches!(fact.value(), Value::Level(_))
}

fn cell(given: &Given, fact: Option<&Fact>) -> Cell {
    let Some(fact) = fact else {
        let none = given.words().no_figure.text();
        return Cell { html: escaped(none), text: none.to_owned(), ..Cell::default() };
    };
    let words = given.voice.fact(fact);
    Cell {
        html: escaped(&words),
        text: words,
        number: fact.value().exact().map(|number| number.to_string()),
        bounds: crate::page::figure::bounds(fact.value()),
    }
}
