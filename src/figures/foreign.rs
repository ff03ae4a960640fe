//! Numbers that a table takes from a source, as it says, and that the source's own file does not have.

use std::collections::{BTreeMap, BTreeSet};

use super::in_file::InFile;
use super::question::Question;
use super::typed::Typed;
use crate::dataset::{Dataset, Said};
use crate::fact::{Locale, Measure, Period, Told, Value, link_agrees};

/// A number that no dataset of its source has for what its row and its column say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The dataset that should have it: an id of `_data/datasets.yaml`.
    pub dataset: String,
    /// The occupation.
    pub occupation: String,
    /// What the file says instead, if that is one number.
    pub says: Option<(Measure, Value)>,
}

/// Those of `asked` that the datasets of their source do not have, though these tell of what the words around each say. What the words leave open may be
/// any of it; where they name another occupation, area or time than the files have, nothing is said.
pub(super) fn all(question: &Question) -> BTreeMap<Typed, Foreign> {
    let mut found = BTreeMap::new();
    // Of a source without a dataset nobody knows what it has.
    let is_known = |it: &&InFile| question.datasets.values().any(|dataset| dataset.declared().source.as_deref() == Some(it.source()));
    let in_files = question.asked.in_files.iter().filter(is_known).filter_map(|it| Some(it.typed(question.tables.get(&it.file)?)));
    let in_files: BTreeSet<Typed> = in_files.flatten().map(|(_, typed)| typed).collect();
    let asked: BTreeSet<&Typed> = question.asked.typed.iter().chain(&in_files).collect();
    if asked.is_empty() {
        return found;
    }
    let locale = Locale::of(question.head.front.language.as_deref().unwrap_or(&question.config.language));
    let own = question.head.front.occupation.as_ref().and_then(|it| it.soc.as_deref());
    let front = &question.head.front;
    let own_names: Vec<String> = front.title.iter().chain(front.occupation.iter().filter_map(|it| it.name.as_ref())).map(|it| it.to_lowercase()).collect();
    let mut named = Named { own, own_names, known: BTreeMap::new(), labels: BTreeMap::new() };
    // The rows of a table mostly speak of one occupation.
    let mut said: BTreeMap<(&str, String), Vec<Said>> = BTreeMap::new();
    for typed in asked {
        let of_source = question.datasets.iter().filter(|(_, dataset)| dataset.declared().source.as_ref() == Some(&typed.source));
        let mut foreign: Option<Foreign> = None;
        let mut is_there = false;
        let years = typed.years();
        for (id, dataset) in of_source {
            let Some((occupation, part)) = named.subject(typed, id, dataset) else { continue };
            let said = said.entry((id.as_str(), occupation.clone())).or_insert_with(|| dataset.said(&occupation));
            let meant: Vec<&Said> = said.iter().filter(|it| is_meant(it, typed, &years, part.as_deref())).collect();
            is_there |= meant.iter().any(|it| {
                let told = Told { value: &it.value, basis: None, unrounded: None };
                link_agrees(&typed.text, "", "", &told, &locale).is_ok()
            });
            if let Some(first) = meant.first().filter(|_| foreign.is_none()) {
                let says = (meant.len() == 1).then(|| (first.measure.clone(), first.value));
                foreign = Some(Foreign { dataset: id.clone(), occupation, says });
            }
        }
        found.extend(foreign.filter(|_| !is_there).map(|foreign| (typed.clone(), foreign)));
    }
    found
}

/// Whether the words around a number, which name `years`, leave open that it is what a file says.
fn is_meant(said: &Said, typed: &Typed, years: &BTreeSet<i16>, part: Option<&str>) -> bool {
    // "Growth, 2024–34" names the year in which it begins.
    let is_of_time = |period: Period| match period {
        Period::At(date) => years.contains(&date.year()),
        Period::Over { from, to } => years.contains(&from.year()) || years.contains(&to.year()),
    };
    typed.may_be(&said.measure)
        && (years.is_empty() || said.period.is_none_or(is_of_time))
        && part.map_or(said.is_of_whole, |part| said.area == part || said.industry == part)
        && said.value.number().is_some()
}

/// Who is named in the words of tables.
struct Named<'a> {
    own: Option<&'a str>,
    /// What the page calls its own occupation, in lower case.
    own_names: Vec<String>,
    /// The occupations that texts name, by dataset: the amounts of a table have their heading and their caption in common.
    known: BTreeMap<(&'a str, &'a str), Vec<String>>,
    /// Whether labels are of the page's own occupation: a row has one for all of its numbers.
    labels: BTreeMap<&'a str, bool>,
}

impl<'a> Named<'a> {
    /// The occupation that a row speaks of, and its area or industry, as the file codes them; `None` if that is not certain.
    fn subject(&mut self, typed: &'a Typed, id: &'a str, dataset: &Dataset) -> Option<(String, Option<String>)> {
        // Row and column say it more exactly than what stands above.
        for text in [Some(&typed.label).filter(|_| !typed.is_of_place()), Some(&typed.header)].into_iter().flatten() {
            if let [only] = self.occupations(text, id, dataset) {
                return Some((only.clone(), part(typed, only, dataset)));
            }
        }
        let own = self.own?;
        if self.occupations(&typed.about, id, dataset).iter().any(|code| code != own) {
            return None;
        }
        let part = part(typed, own, dataset);
        let is_own = part.is_some() || *self.labels.entry(&typed.label).or_insert_with(|| self.own_names.contains(&typed.label) || typed.is_of_own());
        is_own.then(|| (own.to_owned(), part))
    }

    fn occupations(&mut self, text: &'a str, id: &'a str, dataset: &Dataset) -> &[String] {
        self.known.entry((id, text)).or_insert_with(|| dataset.occupations_in(text))
    }
}

/// The code of the area or industry that the label, the heading or the caption names.
fn part(typed: &Typed, occupation: &str, dataset: &Dataset) -> Option<String> {
    let parts: Vec<_> = dataset.areas(occupation).into_iter().chain(dataset.industries(occupation)).collect();
    let title = |title: &str| title.to_lowercase();
    let is_it = |text: &str| parts.iter().find(|part| title(&part.title) == *text).map(|part| part.code.clone());
    let is_above = || parts.iter().find(|part| part.title.len() > 3 && typed.about.contains(&title(&part.title))).map(|part| part.code.clone());
    is_it(&typed.label).or_else(|| is_it(&typed.header)).or_else(is_above)
}
