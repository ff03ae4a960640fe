//! Of whom a figure tells, and how it is known: which of a page's own figures may stand among a publisher's.

use crate::fact::{Fact, Quality};

/// Of whom a figure tells, and how it is known. Figures of two kinds are no line and no column.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Kind {
    population: Option<String>,
    /// Whether nobody measured it: people said it of themselves, or somebody estimates it.
    is_unmeasured: bool,
}

impl Kind {
    pub(super) fn of(fact: &Fact) -> Self {
        Self { population: fact.topic.population.clone(), is_unmeasured: matches!(fact.quality, Quality::SelfReported | Quality::Estimate) }
    }

    /// That of a line or column: of the publisher's figures in it, else of the page's own if these are of one kind, else what is measured of all people.
    pub(super) fn of_all<'f>(published: Option<&Fact>, own: impl IntoIterator<Item = &'f Fact>) -> Self {
        let of_own = || {
            let mut kinds = own.into_iter().map(Self::of);
            let first = kinds.next()?;
            kinds.all(|kind| kind == first).then_some(first)
        };
        published.map(Self::of).or_else(of_own).unwrap_or_default()
    }
}
