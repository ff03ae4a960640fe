//! Names of figures, as links to them say: `pay`, `pay.p10`, `29-2072/pay.mean@oews-2024`.

use std::fmt;
use std::str::FromStr;

use super::{Basis, Measure, Statistic};

/// What stands behind `fact:`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// Code of another occupation than the page's.
    pub occupation: Option<String>,
    /// A fact of the front matter, or what [`measure`] knows.
    pub name: String,
    /// The dataset that must give it.
    pub dataset: Option<String>,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let occupation = self.occupation.as_ref().map(|code| format!("{code}/")).unwrap_or_default();
        let dataset = self.dataset.as_ref().map(|id| format!("@{id}")).unwrap_or_default();
        write!(f, "{occupation}{}{dataset}", self.name)
    }
}

/// Why a text names no figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no figure")]
pub struct NoReference(String);

impl FromStr for Reference {
    type Err = NoReference;

    fn from_str(text: &str) -> Result<Self, NoReference> {
        let (rest, dataset) = text.split_once('@').map_or((text, None), |(rest, dataset)| (rest, Some(dataset)));
        let (occupation, name) = rest.split_once('/').map_or((None, rest), |(occupation, name)| (Some(occupation), name));
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        if ![Some(name), occupation, dataset].into_iter().flatten().all(is_word) {
            return Err(NoReference(text.to_owned()));
        }
        Ok(Self { occupation: occupation.map(str::to_owned), name: name.to_owned(), dataset: dataset.map(str::to_owned) })
    }
}

/// The names that occupations give figures by, without those of single statistics.
pub const NAMES: [&str; 9] = ["pay", "jobs", "growth", "change", "openings", "self-employed", "education", "experience", "training"];

/// What `name` measures, if it is one of those that every occupation has. `pay` may be followed by a statistic and a basis:
/// `pay.p90`, `pay.hourly`, `pay.mean.hourly`.
pub fn measure(name: &str) -> Option<Measure> {
    let mut parts = name.split('.');
    let measure = match parts.next()? {
        "pay" => return pay(parts),
        "jobs" => Measure::Jobs,
        "growth" => Measure::Growth,
        "change" => Measure::Change,
        "openings" => Measure::Openings,
        "self-employed" => Measure::SelfEmployed,
        "education" => Measure::Education,
        "experience" => Measure::Experience,
        "training" => Measure::Training,
        _ => return None,
    };
    parts.next().is_none().then_some(measure)
}

/// The name of a figure of pay, such as `pay.p10.hourly`: what [`measure`] reads. `None` for a statistic or a time that no name has.
pub fn name_of_pay(statistic: Statistic, basis: Basis) -> Option<String> {
    let statistic = match statistic {
        Statistic::Median => "",
        Statistic::Mean => ".mean",
        Statistic::P10 => ".p10",
        Statistic::P25 => ".p25",
        Statistic::P75 => ".p75",
        Statistic::P90 => ".p90",
        Statistic::Starter => ".starter",
        Statistic::Experienced => ".experienced",
        Statistic::Min | Statistic::Max => return None,
    };
    let basis = match basis {
        Basis::Year => "",
        Basis::Hour => ".hourly",
        Basis::Day | Basis::Week | Basis::Month => return None,
    };
    Some(format!("pay{statistic}{basis}"))
}

/// The name of a figure that `name` calls by other words, such as `pay.hourly` for `hourly` and `pay.mean` for `pay.average`.
pub fn meant(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let parts = name.split(['.', '-', '_']).map(|part| match part {
        "average" | "avg" => "mean",
        "p50" | "middle" => "median",
        "hour" => "hourly",
        "year" | "yearly" | "annually" => "annual",
        "salary" | "wage" | "wages" | "earnings" => "pay",
        "employment" => "jobs",
        part => part,
    });
    let mut parts: Vec<&str> = parts.collect();
    // What stands in a name of pay in any order stands behind `pay`.
    let known = parts.iter().position(|part| *part == "pay").map(|at| parts.remove(at));
    let joined = parts.join(".");
    match measure(&format!("pay.{joined}")) {
        _ if parts.is_empty() => known.map(str::to_owned),
        Some(Measure::Pay(statistic, basis)) => name_of_pay(statistic, basis),
        _ => measure(&joined).filter(|_| known.is_none()).map(|_| joined),
    }
}

fn pay<'a>(parts: impl Iterator<Item = &'a str>) -> Option<Measure> {
    let (mut statistic, mut basis) = (None, None);
    for part in parts {
        let told = match part {
            "hourly" => set(&mut basis, Basis::Hour),
            "annual" => set(&mut basis, Basis::Year),
            "mean" => set(&mut statistic, Statistic::Mean),
            "median" => set(&mut statistic, Statistic::Median),
            "p10" => set(&mut statistic, Statistic::P10),
            "p25" => set(&mut statistic, Statistic::P25),
            "p75" => set(&mut statistic, Statistic::P75),
            "p90" => set(&mut statistic, Statistic::P90),
            "starter" => set(&mut statistic, Statistic::Starter),
            "experienced" => set(&mut statistic, Statistic::Experienced),
            _ => false,
        };
        if !told {
            return None;
        }
    }
    Some(Measure::Pay(statistic.unwrap_or(Statistic::Median), basis.unwrap_or(Basis::Year)))
}

fn set<T>(place: &mut Option<T>, value: T) -> bool {
    place.replace(value).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_names_an_occupation_a_figure_and_a_dataset() {
        let reference: Reference = "29-2072/pay.mean@oews-2024".parse().unwrap();
        assert_eq!((reference.occupation.as_deref(), reference.name.as_str(), reference.dataset.as_deref()), (Some("29-2072"), "pay.mean", Some("oews-2024")));
        assert_eq!("pay".parse::<Reference>().unwrap(), Reference { occupation: None, name: "pay".to_owned(), dataset: None });
        for text in ["", "/pay", "pay@", "a/b/c", "pay pay", "pay?x"] {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_of_pay_is_read_as_what_it_was_made_of() {
        for statistic in Statistic::PERCENTILES.into_iter().chain([Statistic::Mean, Statistic::Starter, Statistic::Experienced]) {
            for basis in [Basis::Year, Basis::Hour] {
                let name = name_of_pay(statistic, basis).unwrap();
                assert_eq!(measure(&name), Some(Measure::Pay(statistic, basis)), "{name}");
            }
        }
        assert_eq!([name_of_pay(Statistic::Min, Basis::Year), name_of_pay(Statistic::Median, Basis::Week)], [None, None]);
    }

    #[test]
    fn other_words_for_a_figure_lead_to_its_name() {
        let names = ["hourly", "mean", "p10", "pay.p50", "pay.average", "average.hourly", "wages", "employment", "pay-p10", "median.salary"];
        let meant_by = ["pay.hourly", "pay.mean", "pay.p10", "pay", "pay.mean", "pay.mean.hourly", "pay", "jobs", "pay.p10", "pay"];
        assert_eq!(names.map(|name| meant(name).unwrap_or_default()), meant_by);
        assert_eq!([meant("hc"), meant("pay.p11"), meant("jobs.mean")], [const { None }; 3]);
    }

    #[test]
    fn the_parts_of_pay_stand_in_any_order() {
        let mean_hourly = Some(Measure::Pay(Statistic::Mean, Basis::Hour));
        assert_eq!([measure("pay.mean.hourly"), measure("pay.hourly.mean")], [mean_hourly.clone(), mean_hourly]);
        assert_eq!(measure("pay"), Some(Measure::Pay(Statistic::Median, Basis::Year)));
        for name in ["pay.p11", "pay.hourly.hourly", "jobs.mean", "payment", "pay."] {
            assert_eq!(measure(name), None, "{name}");
        }
    }
}
