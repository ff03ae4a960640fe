//! Pay and jobs of an occupation in each industry or area.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::currencies;
use super::kind::Kind;
use super::listed::{Listed, Row};
use crate::dataset::{self, Dataset, Named};
use crate::fact::{Date, Fact, Mark, Measure, Statistic, Value};
use crate::figures::absent::Absent;
use crate::figures::from_dataset::{self, Sought};
use crate::figures::question::Question;
use crate::figures::request::List;
use crate::tree::nearest;

/// What the whole is cut into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Industry,
    Area,
}

/// Levels of industries and areas from the coarsest on, as the US Bureau of Labor Statistics calls them: states go before
/// metropolitan areas. Parts of two levels overlap, so a list has those of one.
const LEVELS: [&str; 9] = ["sector", "2-digit", "3-digit", "4-digit", "5-digit", "6-digit", "2", "4", "6"];

pub(super) fn find(list: &List, part: Part, code: &str, own: &BTreeMap<String, Arc<Fact>>, question: &Question) -> Result<Listed, Absent> {
    let measures = measures(list);
    let best = list.datasets(question).filter_map(|(id, dataset)| of_dataset(list, part, code, &measures, (id, dataset), question)).min_by_key(|it| it.rank);
    let (of_file, broken) = best.map(|best| (best.rows, best.broken)).unwrap_or_default();
    let mut rows = if list.dataset.is_none() { of_own(list, part, code, &measures, (own, &of_file), question) } else { Vec::new() };
    // A row or a figure that is there in a cell which cannot be used would be missed by no reader.
    let is_own = |broken: &Broken| rows.iter().any(|row| row.code == broken.code && row.facts.get(broken.at).is_some_and(Option::is_some));
    if let Some(broken) = broken.into_iter().find(|broken| !is_own(broken)) {
        return Err(broken.why);
    }
    for row in of_file {
        match rows.iter_mut().find(|own| own.code == row.code) {
            // What the page does not say itself of an industry or area, the file says.
            Some(own) => own.facts.iter_mut().zip(row.facts).for_each(|(own, of_file)| *own = own.take().or(of_file)),
            None => rows.push(row),
        }
    }
    if let Some(level) = &list.level {
        has_level(list, level, part, code, question)?;
    }
    if rows.is_empty() {
        return Err(none(list, part, code, question));
    }
    let is_there = |wanted: &String| rows.iter().any(|row| row.code == *wanted || part.code(&row.code, question) == Some(wanted.as_str()));
    currencies::judge_parts(&rows)?;
    let missing = list.only.iter().enumerate().filter(|(_, wanted)| !is_there(wanted)).map(|(at, _)| at).collect();
    Ok(Listed { missing, ..list.ranked(measures, rows) })
}

/// What is told of each part.
fn measures(list: &List) -> Vec<Measure> {
    vec![Measure::Pay(Statistic::Median, list.basis), Measure::Jobs]
}

/// The rows of one dataset.
struct Best {
    rank: (u8, Reverse<Option<Date>>),
    rows: Vec<Row>,
    broken: Vec<Broken>,
}

/// A cell that cannot be used.
struct Broken {
    /// Of which row.
    code: String,
    /// Of which measure, by its place.
    at: usize,
    why: Absent,
}

fn of_dataset(list: &List, part: Part, code: &str, measures: &[Measure], (id, dataset): (&str, &Dataset), question: &Question) -> Option<Best> {
    let parts = part.of(dataset, code);
    let whole = whole(part, code, measures, dataset, question);
    let level = list.level.clone().or_else(|| coarsest(&parts, whole.as_deref()));
    let is_wanted = |it: &&Named| {
        let is_of_level = !list.only.is_empty() || level.as_ref().is_none_or(|level| it.level == *level);
        Some(it.code.as_str()) != whole.as_deref() && is_of_level && list.is_only(&part.id(&it.code, question), &it.code)
    };
    let mut broken = Vec::new();
    let rows: Vec<Row> = parts.iter().filter(is_wanted).filter_map(|it| row(part, code, measures, it, (id, dataset), question, &mut broken)).collect();
    let first = rows.iter().flat_map(|row| row.facts.iter().flatten()).next();
    let observed = match first {
        Some(fact) => fact.observed(),
        None if broken.is_empty() => return None,
        None => dataset.periods(code).last().map(|period| period.observed()),
    };
    let rank = (from_dataset::preference(measures.first()?, dataset), Reverse(observed));
    Some(Best { rank, rows, broken })
}

/// One part; `None` if the file has no pay for it that can be used. Cells that cannot be used are added to `broken`.
fn row(
    part: Part,
    code: &str,
    measures: &[Measure],
    named: &Named,
    (id, dataset): (&str, &Dataset),
    question: &Question,
    broken: &mut Vec<Broken>,
) -> Option<Row> {
    let key = part.id(&named.code, question);
    let mut facts = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        let (area, industry) = match part {
            Part::Industry => (question.area(), Some(key.as_str())),
            Part::Area => (key.as_str(), None),
        };
        let sought = Sought { occupation: code, measure, area, industry, period: None };
        let fact = match from_dataset::find_in(&sought, (id, dataset), question) {
            Ok(fact) if *fact.value() != Value::Unpublished(Mark::NotApplicable) => Some(Arc::new(fact)),
            // Beside the pay a cell may be empty: the table says so.
            Err(why) if why.is_of_cell() && (at == 0 || !matches!(why, dataset::Absent::Empty { .. })) => {
                broken.push(Broken { code: key.clone(), at, why: from_dataset::absent(id, &why, Some(dataset)) });
                None
            }
            _ => None,
        };
        if at == 0 && fact.is_none() {
            return None;
        }
        facts.push(fact);
    }
    let name = part.name(&key, question).or_else(|| Some(named.title.clone()).filter(|title| !title.is_empty()));
    Some(Row { title: name.unwrap_or_else(|| named.code.clone()), code: key, facts })
}

/// The code under which the file has the whole country or all industries.
fn whole(part: Part, code: &str, measures: &[Measure], dataset: &Dataset, question: &Question) -> Option<String> {
    let of = |measure: &Measure| {
        if part == Part::Area {
            // Whatever place the page is about, it is the row of the country that holds all others.
            return dataset.find(&dataset::Asked { occupation: Some(code), measure, area: None, industry: None, period: None }).ok()?.area;
        }
        let sought = Sought { occupation: code, measure, area: question.area(), industry: None, period: None };
        from_dataset::reading(&sought, dataset, question).ok()?.industry
    };
    measures.iter().find_map(of)
}

fn coarsest(parts: &[Named], whole: Option<&str>) -> Option<String> {
    let place = |level: &str| LEVELS.iter().position(|known| known.eq_ignore_ascii_case(level)).unwrap_or(LEVELS.len());
    let levels = parts.iter().filter(|it| Some(it.code.as_str()) != whole).map(|it| it.level.as_str());
    levels.min_by_key(|level| (place(level), *level)).map(str::to_owned)
}

/// What the front matter itself says of industries or areas, of the people that the rows of the file tell of.
fn of_own(list: &List, part: Part, code: &str, measures: &[Measure], (own, of_file): (&BTreeMap<String, Arc<Fact>>, &[Row]), question: &Question) -> Vec<Row> {
    // What the page is about is one of the list where the file has it there, and the site's country never.
    let is_listed = |area: &String| {
        let is_whole = *area == question.config.area && question.registry.is_country(area);
        !is_whole && (area != question.area() || of_file.iter().any(|row| row.code == *area))
    };
    let key = |fact: &Fact| match part {
        Part::Industry => fact.topic.industry.clone(),
        Part::Area => fact.topic.area.clone().filter(|area| is_listed(area) && fact.topic.industry.is_none()),
    };
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for (at, measure) in measures.iter().enumerate() {
        let is_of_column = |fact: &&Arc<Fact>| fact.topic.occupation.as_deref() == Some(code) && fact.topic.measure == *measure;
        let of_column = || own.values().filter(is_of_column).filter_map(|fact| Some((key(fact)?, fact)));
        // Pay of women, or told by those who earn it, is not the pay of an industry.
        let published = of_file.iter().find_map(|row| row.facts.get(at)?.as_deref());
        let kind = Kind::of_all(published, of_column().map(|(_, fact)| &**fact));
        for (key, fact) in of_column().filter(|(_, fact)| Kind::of(fact) == kind) {
            if !list.is_only(&key, part.code(&key, question).unwrap_or(&key)) {
                continue;
            }
            let title = part.name(&key, question).unwrap_or_else(|| key.clone());
            let row = rows.entry(key.clone()).or_insert_with(|| Row { code: key, title, facts: vec![None; measures.len()] });
            if let Some(place) = row.facts.get_mut(at) {
                place.get_or_insert_with(|| fact.clone());
            }
        }
    }
    rows.into_values().filter(|row| row.facts.first().is_some_and(Option::is_some)).collect()
}

/// Whether a dataset has parts of `level`.
fn has_level(list: &List, level: &str, part: Part, code: &str, question: &Question) -> Result<(), Absent> {
    let (_, many, _) = part.words();
    let parts = list.datasets(question).flat_map(|(_, dataset)| part.of(dataset, code));
    let levels: BTreeSet<String> = parts.map(|it| it.level).filter(|level| !level.is_empty()).collect();
    if levels.contains(level) {
        return Ok(());
    }
    let named: Vec<String> = levels.iter().map(|level| format!("`{level}`")).collect();
    let help = match nearest(level, levels.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if named.is_empty() => "take `level` out: no dataset tells levels".to_owned(),
        None => format!("the levels are {}", named.join(", ")),
    };
    Err(Absent::new(format!("no {many} of {code} are of the level `{level}`"), help))
}

fn none(list: &List, part: Part, code: &str, question: &Question) -> Absent {
    let (one, many, file) = part.words();
    let of = |(_, dataset): (&str, &Dataset)| {
        let whole = whole(part, code, &measures(list), dataset, question);
        part.of(dataset, code).into_iter().map(|it| it.code).filter(move |code| Some(code) != whole.as_ref())
    };
    let has: BTreeSet<String> = list.datasets(question).flat_map(of).collect();
    let has: Vec<String> = has.into_iter().take(5).collect();
    if has.is_empty() {
        return Absent::new(
            format!("no dataset has the pay of {code} by {one}"),
            format!("declare a dataset with {many} in content/_data/datasets.yaml, or write facts with `{one}` in the front matter"),
        );
    }
    if list.only.is_empty() {
        return Absent::new(format!("no {one} has pay of {code} to show"), "ask another dataset, or take the block out");
    }
    let named: Vec<String> = list.only.iter().map(|name| format!("`{name}`")).collect();
    Absent::new(
        format!("there is no pay of {code} for the {} {}", if named.len() == 1 { one } else { many }, named.join(", ")),
        format!("`only` names ids of content/_data/{file} or the publisher's codes, such as {}", has.join(", ")),
    )
}

impl Part {
    /// One, many, and their file.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Industry => ("industry", "industries", "industries.yaml"),
            Self::Area => ("area", "areas", "areas.yaml"),
        }
    }

    fn of(self, dataset: &Dataset, code: &str) -> Vec<Named> {
        if self == Self::Industry { dataset.industries(code) } else { dataset.areas(code) }
    }

    /// The id of the part with the publisher's code `code`; the code itself if it has none.
    fn id(self, code: &str, question: &Question) -> String {
        let registry = &question.registry;
        let id = match self {
            Self::Industry => registry.industries.iter().find(|(_, it)| it.code.as_deref() == Some(code)).map(|(id, _)| id),
            Self::Area => registry.areas.iter().find(|(_, it)| it.code.as_deref() == Some(code)).map(|(id, _)| id),
        };
        id.cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The publisher's code of the part with this id.
    fn code<'q>(self, id: &str, question: &'q Question) -> Option<&'q str> {
        match self {
            Self::Industry => question.registry.industries.get(id)?.code.as_deref(),
            Self::Area => question.registry.areas.get(id)?.code.as_deref(),
        }
    }

    fn name(self, id: &str, question: &Question) -> Option<String> {
        match self {
            Self::Industry => question.registry.industries.get(id)?.name.clone(),
            Self::Area => question.registry.areas.get(id)?.name.clone(),
        }
    }
}
