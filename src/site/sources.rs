//! Days of sources that have not come: nobody took figures from what is not out.

use super::Inputs;
use crate::problem::{Code, Problem};
use crate::registry::SOURCES;

/// Every source that came out, or was looked at, after the day that counts as today.
pub(super) fn of_the_future(inputs: &Inputs) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (id, source) in &inputs.registry.sources {
        for (key, day) in [("published", source.published), ("retrieved", source.retrieved)] {
            let Some(day) = day.filter(|day| *day > inputs.as_of) else { continue };
            let Some(place) = inputs.registry.place(SOURCES.name, id) else { continue };
            let message = format!("`{key}: {day}` of the source `{id}` lies in the future");
            problems.push(Problem::new(Code::DateInFuture, place, message).help(format!("today counts as {}; give the day when it happened", inputs.as_of)));
        }
    }
    problems
}
