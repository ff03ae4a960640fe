//! Problems that follow from others, and those of pages that nobody sees yet: what is told, and how.

use std::collections::BTreeSet;

use crate::problem::{Code, Level, Problem};
use crate::settings::Config;
use crate::site::{HeldBack, Site};
use crate::source::SourcePath;

/// Takes out what follows from a problem that is told already: what two pages with one address would be published as, and
/// what file an alias that is none would be.
pub(super) fn once(config: &Config, problems: &mut Vec<Problem>) {
    let is_told = |it: &&Problem| !config.levels.contains_key(&it.code);
    let of = |codes: &[Code]| problems.iter().filter(|it| codes.contains(&it.code)).filter(is_told).map(|it| it.span.clone()).collect::<Vec<_>>();
    let (addresses, values) = (of(&[Code::AddressTaken, Code::IndexForSection]), of(&[Code::InvalidValue]));
    problems.retain(|it| match it.code {
        Code::DuplicateOutput => {
            let places = || std::iter::once(&it.span).chain(it.others.iter().map(|(span, _)| span));
            !addresses.iter().any(|address| places().any(|place| place.file == address.file))
        }
        Code::AliasUnusable => !values.contains(&it.span),
        _ => true,
    });
}

/// What is wrong in a page that is not published stands in nobody's way; wrong days of one that waits for its day do.
pub(super) fn held_back_as_notes(site: &Site, problems: &mut [Problem]) {
    for problem in problems {
        let is_about_its_day = problem.code == Code::PublishedFarAhead
            || problem.code == Code::DaysOutOfOrder && matches!(site.held_back.get(&problem.span.file), Some(HeldBack::Scheduled(_)));
        if site.held_back.contains_key(&problem.span.file) && !is_about_its_day {
            problem.level = Level::Note;
        }
    }
}

/// The files that cannot be published where they belong: their names are no addresses, or the place is taken.
pub(super) fn unpublishable(unfit: &BTreeSet<SourcePath>, problems: &[Problem]) -> BTreeSet<SourcePath> {
    let refused = [Code::UnpublishableName, Code::DuplicateOutput, Code::FileAndFolder, Code::AddressTaken, Code::IndexForSection, Code::ThemeFile];
    let told = problems.iter().filter(|it| refused.contains(&it.code)).map(|it| it.span.file.clone());
    // A folder's name is told at one of its files and concerns all of them.
    told.chain(unfit.iter().cloned()).collect()
}
