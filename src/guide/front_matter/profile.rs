//! What the front matter says of an occupation beside its facts, and who says so: the levels of a beginner, and skills.

use super::{FrontMatter, Skill};
use crate::fact::Level;
use crate::yaml::Named;

/// A level that the front matter gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given<'f> {
    /// Its key: `education`, `experience` or `training`.
    pub key: &'static str,
    /// The field in which the level stands.
    pub field: &'static str,
    /// The level; `None` if it is missing or could not be read.
    pub level: Option<Level>,
    /// Who says so: an id of `_data/sources.yaml`.
    pub source: Option<&'f String>,
}

impl FrontMatter {
    /// The education, experience and training of a beginner, in this order.
    pub fn levels(&self) -> Vec<Given<'_>> {
        let education =
            self.education.iter().map(|it| Given { key: "education", field: "entry", level: it.entry.map(Level::Education), source: it.source.as_ref() });
        let experience =
            self.experience.iter().map(|it| Given { key: "experience", field: "level", level: it.level.map(Level::Experience), source: it.source.as_ref() });
        let training = self.training.iter().map(|it| Given { key: "training", field: "kind", level: it.kind.map(Level::Training), source: it.source.as_ref() });
        education.chain(experience).chain(training).collect()
    }

    /// The sources that levels and skills name, each with the way to its name.
    pub fn sources_beside_facts(&self) -> Vec<(&str, Vec<String>)> {
        let levels = self.levels().into_iter().filter_map(|it| Some((it.source?.as_str(), vec![it.key.to_owned(), "source".to_owned()])));
        let skills = self.skills.iter().flatten().enumerate().filter_map(|(at, skill)| match skill {
            Named::Full(Skill { source: Some(source), .. }) => Some((source.as_str(), vec!["skills".to_owned(), at.to_string(), "source".to_owned()])),
            _ => None,
        });
        levels.chain(skills).collect()
    }
}
