//! What values must be like beyond their types: lengths, forms, orders, and which field needs which.
//! Each rule tells what is wrong at the exact place of the value, in lists too.

mod career;
mod codes;
mod dates;
mod facts;
mod forms;
mod judge;
mod links;
mod registries;
mod suppressions;
mod texts;
mod web_address;
mod widgets;

pub(crate) use forms::is_id;
pub(crate) use judge::Judge;
pub(crate) use registries::{area, industry, person, resource, source};
pub(crate) use web_address::is_web_address;
pub(crate) use widgets::job_search;
pub(crate) use widgets::{cta, question};

use super::FrontMatter;

/// Judges everything that one file's front matter says.
pub(super) fn front_matter(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    texts::judge(front, judge);
    codes::judge(front, judge);
    dates::judge(front, judge);
    career::judge(front, judge);
    links::judge(front, judge);
    widgets::judge(front, judge);
    facts::judge(front, judge);
    suppressions::judge(front, judge);
}
