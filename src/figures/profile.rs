//! What the front matter says of an occupation beside its facts: the education, experience and training of a beginner, and skills. Each may name its source,
//! and the source's own file may say something else.

use std::sync::Arc;

use super::against::{self, NotThere};
use super::question::Question;
use crate::dataset::Dataset;
use crate::fact::{Decimal, Fact, Level, Measure, Number, Origin, Topic, Value};
use crate::guide::Head;
use crate::yaml::Named;

/// What the front matter says and its source does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unborne {
    /// The way to it in the front matter.
    pub path: Vec<String>,
    /// What it says.
    pub value: Value,
    /// What that is, in words.
    pub topic: String,
    /// What the file says.
    pub there: NotThere,
    /// Whether the front matter names a source for it. Without one it is compared with a file that tells it.
    pub has_source: bool,
}

/// Education, experience and training that the front matter gives, by the names of those keys, as facts.
pub fn levels(head: &Head) -> Vec<(&'static str, Fact)> {
    let fact = |key: &'static str, level: Level, source: Option<&String>| {
        let topic = Topic {
            occupation: head.front.occupation.as_ref().and_then(|it| it.soc.clone()),
            measure: match level {
                Level::Education(_) => Measure::Education,
                Level::Experience(_) => Measure::Experience,
                Level::Training(_) => Measure::Training,
            },
            period: None,
            area: head.front.area.clone(),
            industry: None,
            population: None,
        };
        let origin = Origin::Entry { file: head.path().clone(), name: key.to_owned() };
        let mut fact = Fact::new(topic, Value::Level(level), origin).ok()?;
        fact.source = source.cloned();
        Some((key, fact))
    };
    head.front.levels().into_iter().filter_map(|it| fact(it.key, it.level?, it.source)).collect()
}

/// Everything of these parts that the file of its source does not bear out.
pub(super) fn unborne(question: &Question) -> Vec<Unborne> {
    let head = &question.head;
    let given = head.front.levels();
    let level = |(key, mut fact): (&'static str, Fact)| {
        let has_source = fact.source.is_some();
        if !has_source {
            let occupation = fact.topic.occupation.clone()?;
            let tells = |it: &&Arc<Dataset>| it.measures().contains(&&fact.topic.measure) && it.declared().source.is_some();
            let newest = question.datasets.values().filter(tells).max_by_key(|it| it.periods(&occupation).last().copied())?;
            fact.source.clone_from(&newest.declared().source);
        }
        let there = against::not_there(&fact, question).filter(|there| has_source || there.says.is_some())?;
        let path = vec![key.to_owned(), given.iter().find(|it| it.key == key)?.field.to_owned()];
        Some(Unborne { path, value: *fact.value(), topic: fact.topic.to_string(), there, has_source })
    };
    levels(head).into_iter().filter_map(level).chain(skills(question)).collect()
}

/// Skills whose importance an O*NET database of their source tells otherwise. A skill that it does not rate is not told of.
fn skills(question: &Question) -> Vec<Unborne> {
    let front = &question.head.front;
    let Some(code) = front.occupation.as_ref().and_then(|it| it.soc.as_deref()) else { return Vec::new() };
    let mut found = Vec::new();
    for (at, skill) in front.skills.iter().flatten().enumerate() {
        let Named::Full(skill) = skill else { continue };
        let (Some(name), Some(importance), Some(source)) = (&skill.name, skill.importance, &skill.source) else { continue };
        let of_source = question.datasets.iter().filter(|(_, dataset)| dataset.declared().source.as_ref() == Some(source));
        let rated = of_source.filter_map(|(id, dataset)| {
            let skill = dataset.onet()?.skills(code).rows.into_iter().find(|it| it.name.eq_ignore_ascii_case(name))?;
            Some((id, skill))
        });
        let rated: Vec<_> = rated.collect();
        let value = Value::Count(Number::Exact(Decimal::from(i64::try_from(importance).unwrap_or(i64::MAX))));
        let says = |skill: &crate::dataset::Skill| Value::Count(Number::Exact(skill.importance.normalized()));
        if rated.iter().any(|(_, skill)| says(skill).agrees_with(&value)) {
            continue;
        }
        let Some((id, rated)) = rated.first() else { continue };
        let there = NotThere {
            dataset: (*id).clone(),
            says: Some(says(rated)),
            locator: Some(format!("{code}, {} (`IM`, from 1 to 5: {})", rated.element, rated.value)),
            missing: None,
            is_of_other_time: false,
        };
        let path = vec!["skills".to_owned(), at.to_string(), "importance".to_owned()];
        found.push(Unborne { path, value, topic: format!("importance of {name}, from 0 to 100, occupation {code}"), there, has_source: true });
    }
    found
}
