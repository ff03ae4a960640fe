//! Pay, jobs, openings and growth that a table prints without a fact, beside the name of a source, and what the words around each say of it.

use std::collections::BTreeSet;

use crate::fact::english::{self, basis, is_pay, statistic, words};
use crate::fact::{Basis, Counted, Measure, Statistic};
use crate::guide::body::{Body, Table};

/// A number in a table, with the words that tell of whom it speaks. All but the number are in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Typed {
    /// The source that the table names: an id of `_data/sources.yaml`.
    pub source: String,
    /// The first cell of its row.
    pub label: String,
    /// The heading of its column.
    pub header: String,
    /// The heading of the first column: what the labels are.
    pub corner: String,
    /// The caption and the headings above the table.
    pub about: String,
    /// The unit of the table; empty without.
    pub unit: String,
    /// The number as printed.
    pub text: String,
    /// What it is a number of.
    pub counted: Counted,
}

/// Signs and words of money in a cell or a unit.
const MONEY: [&str; 8] = ["$", "£", "€", "usd", "gbp", "eur", "dollar", "pound"];

/// Words of what is no amount of pay: a number of people, or what two amounts differ by.
const OTHER: [&str; 16] = [
    "jobs",
    "employment",
    "openings",
    "workers",
    "number",
    "share",
    "percent",
    "growth",
    "difference",
    "change",
    "gap",
    "compared",
    "increase",
    "rise",
    "gain",
    "cost",
];

/// Words of a number that no file gives as it is: a part of the jobs, or what two of them differ by.
const DERIVED: [&str; 6] = ["share", "difference", "gap", "compared", "index", "rank"];

/// What a table says of all its numbers, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Above {
    /// The source that it names.
    pub(super) source: String,
    /// Its caption and the headings above it.
    pub(super) about: String,
    /// Its unit; empty without.
    pub(super) unit: String,
}

impl Above {
    /// Of a table at the byte `at` of `body`.
    pub(super) fn of(source: &str, caption: Option<&str>, unit: Option<&str>, at: usize, body: &Body) -> Self {
        let above = [2, 6].into_iter().filter_map(|level| body.headings.iter().rev().find(|it| it.range.start < at && it.level <= level));
        let about: Vec<&str> = caption.into_iter().chain(above.map(|heading| heading.text.as_str())).collect();
        Self { source: source.to_owned(), about: about.join(". ").to_lowercase(), unit: unit.unwrap_or_default().to_lowercase() }
    }

    /// The number `text` in the row `label` and the column `header`, whose labels `corner` heads; `None` if it is none of those that files of publishers have.
    pub(super) fn typed(&self, [label, header, corner]: [&String; 3], text: &str) -> Option<Typed> {
        let is_money = |text: &str| MONEY.iter().any(|sign| text.to_lowercase().contains(sign));
        // Of several units nobody knows which column has which.
        let unit_is_money = is_money(&self.unit) && !self.unit.contains(';');
        let in_thousands = |text: &str| text.contains("thousand") || text.contains("1,000");
        let is_amount = unit_is_money || is_money(text) || [label, header].into_iter().any(|text| is_of_pay(text));
        let has = |all: &[&str]| [label, header].into_iter().any(|text| words(text).any(|word| all.contains(&word)));
        if [&self.unit, label, header, &self.about].into_iter().any(|text| in_thousands(text)) {
            return None;
        }
        let is_percent = text.contains('%');
        let counted = if is_amount && !is_percent && !has(&OTHER) {
            Some(Counted::Pay)
        } else {
            let of_jobs = |it: &Counted| *it != Counted::Pay && (*it == Counted::Change || !is_percent) && !is_money(text) && !has(&DERIVED);
            [header, label].into_iter().find_map(|text| Counted::named(text)).filter(of_jobs)
        };
        let [label, header, corner] = [label, header, corner].map(String::clone);
        let (source, about, unit) = (self.source.clone(), self.about.clone(), self.unit.clone());
        Some(Typed { source, label, header, corner, about, unit, text: text.to_owned(), counted: counted? })
    }
}

/// The numbers of a table that names a source and does not link them.
pub fn typed<'b>(table: &'b Table, body: &'b Body) -> Vec<Typed> {
    placed(table, body).into_iter().map(|(_, typed)| typed).collect()
}

/// The same, each with the numbers of its row and of its column, from 0.
pub fn placed<'b>(table: &'b Table, body: &'b Body) -> Vec<([usize; 2], Typed)> {
    let Some(source) = &table.source else { return Vec::new() };
    let above = Above::of(source, table.caption.as_deref(), table.unit.as_deref(), table.range.start, body);
    let linked: BTreeSet<&str> = body.figures.iter().filter(|figure| table.range.contains(&figure.whole.start)).map(|figure| figure.text.as_str()).collect();
    let headers: Vec<String> = table.columns.iter().map(|column| column.text.to_lowercase()).collect();
    let corner = headers.first().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let label = row.first().map_or("", |cell| cell.text.as_str()).to_lowercase();
        let cells = row.iter().zip(&headers).enumerate().skip(1).filter(|(_, (cell, _))| cell.number.is_some() && !linked.contains(cell.text.as_str()));
        found.extend(cells.filter_map(|(at, (cell, header))| Some(([number, at], above.typed([&label, header, &corner], &cell.text)?))));
    }
    found
}

impl Typed {
    /// Which pay of many it is, as far as its row, its column or the caption says.
    pub fn statistic(&self) -> Option<Statistic> {
        [&self.label, &self.header].into_iter().find_map(|text| statistic(text)).or_else(|| {
            // A caption that names several, "10th percentile, median and 90th percentile", tells of all columns together.
            let parts = self.about.split([',', ';', '.', ':', '(']).flat_map(|part| part.split(" and "));
            let named: BTreeSet<Statistic> = parts.filter_map(statistic).collect();
            named.first().copied().filter(|_| named.len() == 1)
        })
    }

    /// Whether its label is that of an industry, an employer or a place: "Offices of physicians" is no occupation.
    pub fn is_of_place(&self) -> bool {
        names_places(&self.corner)
    }

    /// The time of work that it is for, likewise.
    pub fn basis(&self) -> Option<Basis> {
        [&self.label, &self.header, &self.unit, &self.about].into_iter().find_map(|text| words(text).find_map(basis))
    }

    /// Whether a file's numbers of `measure` may be what it is: pay of the statistic and the time of work that the words name, or a change by their unit.
    pub fn may_be(&self, measure: &Measure) -> bool {
        let says_percent =
            || [&self.text, &self.label, &self.header, &self.unit].into_iter().any(|text| text.contains('%') || words(text).any(|it| it == "percent"));
        match measure {
            Measure::Pay(statistic, basis) => {
                self.counted == Counted::Pay && self.statistic().is_none_or(|it| it == *statistic) && self.basis().is_none_or(|it| it == *basis)
            }
            Measure::Change => self.counted == Counted::Change && !says_percent(),
            measure => Counted::of(measure) == Some(self.counted),
        }
    }

    /// The years that row, column and caption name.
    pub(super) fn years(&self) -> BTreeSet<i16> {
        [&self.label, &self.header, &self.about].into_iter().flat_map(|text| english::years(text)).collect()
    }

    /// Whether its row says nothing but which number of the page's occupation it is: "Median", "Jobs", "90th percentile", "Annual pay", "2024".
    pub(super) fn is_of_own(&self) -> bool {
        let is_year = self.label.parse().is_ok_and(|year| self.years().contains(&year));
        is_year || self.label.is_empty() || is_of_pay(&self.label) || Counted::named(&self.label).is_some()
    }
}

/// Whether a heading, in lower case, calls what stands under it industries, employers or places.
pub(super) fn names_places(heading: &str) -> bool {
    const PLACES: [&str; 14] = [
        "industry",
        "industries",
        "sector",
        "sectors",
        "employer",
        "employers",
        "place",
        "places",
        "setting",
        "settings",
        "workplace",
        "where",
        "area",
        "state",
    ];
    words(heading).any(|word| PLACES.contains(&word))
}

fn is_of_pay(text: &str) -> bool {
    statistic(text).is_some() || words(text).any(|word| is_pay(word) || basis(word).is_some())
}
