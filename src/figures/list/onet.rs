//! What O*NET tells of an occupation: the education that it requires, as those who do it say, and the skills that matter in it. What the publisher recommends to suppress is counted
//! and not shown.

use std::sync::Arc;

use super::listed::{Listed, Row};
use crate::dataset::{Dataset, Onet};
use crate::fact::{Decimal, Fact, Measure};
use crate::figures::absent::Absent;
use crate::figures::from_dataset::{self, Sought};
use crate::figures::question::Question;
use crate::figures::request::List;

/// How many of those who were asked say that the job requires which education, from the lowest up.
pub(super) fn education(list: &List, code: &str, question: &Question) -> Result<Listed, Absent> {
    for (id, dataset, onet) in databases(list, question) {
        let shares = onet.education(code);
        let mut found: Vec<_> = shares.rows.iter().filter(|it| it.percent > Decimal::ZERO).collect();
        found.sort_by_key(|it| it.category);
        if found.iter().any(|it| it.label.is_empty()) {
            let message = format!("the dataset `{id}` does not say what the categories of education are called");
            return Err(Absent::new(message, "add the file `Education, Training, and Experience Categories` of the same release to its `files`"));
        }
        let row = |it: &&crate::dataset::EducationShare| {
            Some(Row {
                code: it.category.to_string(),
                title: it.label.clone(),
                facts: vec![Some(fact(&Measure::EducationShare(it.category), code, (id, dataset), question)?)],
            })
        };
        let rows: Vec<Row> = found.iter().filter_map(row).collect();
        if !rows.is_empty() {
            let listed = list.cut(vec![Measure::EducationShare(0)], rows);
            return Ok(Listed { withheld: shares.suppressed, ..listed });
        }
    }
    Err(none("the education", code))
}

/// The skills that matter most, the first one most of all.
pub(super) fn skills(list: &List, code: &str, question: &Question) -> Result<Listed, Absent> {
    for (id, dataset, onet) in databases(list, question) {
        let skills = onet.skills(code);
        let row = |it: &crate::dataset::Skill| {
            let measure = Measure::SkillImportance(it.element.clone());
            Some(Row { code: it.element.clone(), title: it.name.clone(), facts: vec![Some(fact(&measure, code, (id, dataset), question)?)] })
        };
        let rows: Vec<Row> = skills.rows.iter().filter_map(row).collect();
        if !rows.is_empty() {
            let listed = list.ranked(vec![Measure::SkillImportance(String::new())], rows);
            return Ok(Listed { withheld: skills.suppressed, ..listed });
        }
    }
    Err(none("the skills", code))
}

/// The O*NET databases that may be asked.
pub(super) fn databases<'q>(list: &'q List, question: &'q Question) -> impl Iterator<Item = (&'q str, &'q Dataset, &'q Onet)> {
    list.datasets(question).filter_map(|(id, dataset)| Some((id, dataset, dataset.onet()?)))
}

fn fact(measure: &Measure, code: &str, dataset: (&str, &Dataset), question: &Question) -> Option<Arc<Fact>> {
    let sought = Sought { occupation: code, measure, area: question.area(), industry: None, period: None };
    from_dataset::find_in(&sought, dataset, question).ok().map(Arc::new)
}

pub(super) fn none(what: &str, code: &str) -> Absent {
    let help = "declare a dataset of the format `onet` in content/_data/datasets.yaml, with the tables that tell it";
    Absent::new(format!("no dataset tells {what} of {code}"), help)
}
