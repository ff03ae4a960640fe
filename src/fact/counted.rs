//! What a number of an occupation counts, and the words that say so. English only.

use super::english::{self, is_pay};
use super::measure::Measure;

/// What figures are of, as far as their names are confused with each other's. A change in number and one in percent are told apart by their unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// What people earn.
    Pay,
    /// Jobs at one time.
    Jobs,
    /// Openings in a year.
    Openings,
    /// A change over years, in number or in percent.
    Change,
}

impl Counted {
    /// That of a measure, if its name can be confused.
    pub fn of(measure: &Measure) -> Option<Self> {
        Some(match measure {
            Measure::Pay(..) => Self::Pay,
            Measure::Jobs => Self::Jobs,
            Measure::Openings => Self::Openings,
            Measure::Growth | Measure::Change => Self::Change,
            _ => return None,
        })
    }

    /// In words that follow "say that it is" and "the figure is".
    pub fn words(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Jobs => "a number of jobs",
            Self::Openings => "openings in a year",
            Self::Change => "a change over years",
        }
    }

    /// What a label names, if that is one thing.
    pub fn named(label: &str) -> Option<Self> {
        let words: Vec<String> = english::words(label).map(str::to_lowercase).collect();
        let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
        let is_change = has(&["growth", "grows", "change", "increase", "decline", "new", "added", "lost", "more", "fewer"]);
        // "Jobs a year" and "share of jobs" may be any of them, "pay growth" and "jobs with high pay" two.
        let is_open = has(&["year", "annual", "share", "percent", "outlook", "self", "per", "rate", "seekers", "satisfaction", "title", "titles"]);
        let is_jobs = has(&["jobs", "employment", "employed"]);
        match (words.iter().any(|word| is_pay(word)), has(&["openings", "vacancies"]), is_change, is_jobs && !is_open) {
            (true, false, false, false) if !is_jobs => Some(Self::Pay),
            (false, true, false, _) => Some(Self::Openings),
            (false, false, true, _) if has(&["growth", "change"]) => Some(Self::Change),
            (false, false, false, true) => Some(Self::Jobs),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn a_label_names_one_thing() {
        for (label, expected) in [
            ("Openings per year", Some(Counted::Openings)),
            ("annual job openings", Some(Counted::Openings)),
            ("Jobs, 2024", Some(Counted::Jobs)),
            ("employment in 2024", Some(Counted::Jobs)),
            ("Job growth, 2024–34", Some(Counted::Change)),
            ("Change in employment", Some(Counted::Change)),
            ("median annual pay", Some(Counted::Pay)),
            ("pay growth", None),
            ("share of jobs", None),
            ("jobs a year", None),
            ("new jobs", None),
            ("Ohio", None),
        ] {
            assert_eq!(Counted::named(label), expected, "{label}");
        }
    }
}
