//! Occupations that are like another, with what a reader wants to know of them first.

use std::sync::Arc;

use super::listed::{Listed, Row};
use super::onet;
use crate::fact::{Measure, Statistic};
use crate::figures::absent::Absent;
use crate::figures::from_dataset::{self, Sought};
use crate::figures::question::Question;
use crate::figures::request::List;

/// The nearest occupations, as O*NET ranks them; of occupations that the national codes do not tell apart, the first.
pub(super) fn similar(list: &List, code: &str, question: &Question) -> Result<Listed, Absent> {
    let measures = vec![Measure::Pay(Statistic::Median, list.basis), Measure::Education, Measure::Growth];
    for (_, dataset, onet) in onet::databases(list, question) {
        let mut rows: Vec<Row> = Vec::new();
        for related in onet.related(code) {
            let soc = related.code.split('.').next().unwrap_or_default().to_owned();
            if soc != code && rows.iter().all(|row| row.code != soc) {
                let facts = measures.iter().map(|measure| fact(measure, &soc, question)).collect();
                rows.push(Row { code: soc, title: related.title, facts });
            }
        }
        if !rows.is_empty() {
            let listed = list.cut(measures, rows);
            // Without pay an occupation is like this one all the same.
            return Ok(Listed { more: listed.more + listed.unpublished, unpublished: 0, chosen_by: dataset.declared().source.clone(), ..listed });
        }
    }
    Err(onet::none("the occupations", code))
}

fn fact(measure: &Measure, code: &str, question: &Question) -> Option<Arc<crate::fact::Fact>> {
    let sought = Sought { occupation: code, measure, area: question.area(), industry: None, period: None };
    from_dataset::find(&sought, None, question).ok().map(Arc::new)
}
