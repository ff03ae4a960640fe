//! Lists of figures, for the blocks whose rows are as many as a publisher has: industries, areas, years, educations, skills, occupations.

pub mod currencies;
mod kind;
mod listed;
mod occupations;
mod onet;
mod parts;
mod years;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::absent::Absent;
use super::from_dataset;
use super::question::Question;
use super::request::{List, Rows};
use crate::dataset::Dataset;
use crate::fact::{Fact, Measure, Value};

pub use listed::{Listed, Row};

impl List {
    /// Its rows, on the page whose own facts are `own`.
    pub(super) fn find(&self, own: &BTreeMap<String, Arc<Fact>>, question: &Question) -> Result<Listed, Absent> {
        let Some(code) = self.occupation.as_deref().or_else(|| question.head.front.occupation.as_ref()?.soc.as_deref()) else {
            let help = "write `soc` under `occupation` in the front matter, or `occupation` in the block";
            return Err(Absent::new("this page has no occupation code, so nobody knows whose figures are meant", help));
        };
        if let Some(id) = &self.dataset {
            self.judge(id, from_dataset::called(id, question)?, question)?;
        }
        match self.of {
            Rows::Industries => parts::find(self, parts::Part::Industry, code, own, question),
            Rows::Areas => parts::find(self, parts::Part::Area, code, own, question),
            Rows::Years => years::find(self, code, own, question),
            Rows::Education => onet::education(self, code, question),
            Rows::Skills => onet::skills(self, code, question),
            Rows::Similar => occupations::similar(self, code, question),
        }
    }

    /// Whether `dataset`, which the block asks for, is of a kind that has such rows.
    fn judge(&self, id: &str, dataset: &Dataset, question: &Question) -> Result<(), Absent> {
        let has_pay = |dataset: &Dataset| dataset.measures().iter().any(|measure| matches!(measure, Measure::Pay(..)));
        let is_onet = |dataset: &Dataset| dataset.onet().is_some();
        let (what, suits, kind): (_, fn(&Dataset) -> bool, _) = match self.of {
            Rows::Industries | Rows::Areas | Rows::Years => ("has no pay", has_pay, "with pay"),
            Rows::Education => ("tells nothing of the education that jobs require", is_onet, "of the format `onet`"),
            Rows::Skills => ("tells nothing of skills", is_onet, "of the format `onet`"),
            Rows::Similar => ("tells nothing of occupations that are alike", is_onet, "of the format `onet`"),
        };
        if suits(dataset) {
            return Ok(());
        }
        let others = question.datasets.iter().filter(|(_, other)| suits(other)).map(|(id, _)| id);
        Err(Absent::new(format!("the dataset `{id}` {what}"), from_dataset::instead(others, kind)))
    }

    /// The datasets that may give it, by id.
    fn datasets<'q>(&'q self, question: &'q Question) -> impl Iterator<Item = (&'q str, &'q Dataset)> {
        let is_meant = |id: &str| self.dataset.as_deref().is_none_or(|wanted| wanted == id);
        question.datasets.iter().map(|(id, dataset)| (id.as_str(), &**dataset)).filter(move |(id, _)| is_meant(id))
    }

    fn is_only(&self, id: &str, code: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|it| it == id || it == code)
    }

    /// `rows` from the largest figure down, those without one at the end, cut to the limit.
    fn ranked(&self, measures: Vec<Measure>, mut rows: Vec<Row>) -> Listed {
        let size = |row: &Row| row.facts.first().and_then(|it| it.as_ref()?.value().number()).map(crate::fact::Number::low);
        rows.sort_by(|left, right| size(right).cmp(&size(left)).then_with(|| left.title.cmp(&right.title)).then_with(|| left.code.cmp(&right.code)));
        self.cut(measures, rows)
    }

    fn cut(&self, measures: Vec<Measure>, mut rows: Vec<Row>) -> Listed {
        let is_published = |row: &Row| row.facts.first().and_then(|it| it.as_ref()).is_some_and(|it| !matches!(it.value(), Value::Unpublished(_)));
        let cut = rows.split_off(self.limit.min(rows.len()));
        let unpublished = cut.iter().filter(|row| !is_published(row)).count();
        Listed { measures, rows, more: cut.len() - unpublished, unpublished, withheld: Vec::new(), chosen_by: None, missing: Vec::new() }
    }
}
