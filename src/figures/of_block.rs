//! The single figures that a block shows, by their names.

use crate::fact::{Basis, Reference, Statistic};
use crate::guide::body::{By, FigureBlock, Shows};

/// The code under which publishers have all occupations together.
pub const ALL_OCCUPATIONS: &str = "00-0000";

/// The columns of a comparison that names none.
const COMPARED: [&str; 4] = ["pay", "education", "jobs", "growth"];

/// The figures of the block `{outlook}`.
pub const OUTLOOK: [&str; 4] = ["growth", "jobs", "change", "openings"];

/// Every figure that `block` shows beside its list, if it has them.
pub fn references(block: &FigureBlock) -> Vec<Reference> {
    match block.shows {
        Shows::Pay(By::Percentile | By::Experience) => {
            let of_pay = statistics(block).iter().flat_map(|statistic| bases(block).into_iter().map(move |basis| pay(*statistic, basis)));
            let compared = if block.has_chart && block.shows == Shows::Pay(By::Percentile) { vec![ALL_OCCUPATIONS.to_owned()] } else { Vec::new() };
            let codes: Vec<Option<String>> = std::iter::once(block.occupation.clone()).chain(compared.into_iter().map(Some)).collect();
            of_pay.flat_map(|name| codes.iter().map(|code| reference(block, code.clone(), &name)).collect::<Vec<_>>()).collect()
        }
        Shows::Outlook => {
            let all = reference(block, Some(ALL_OCCUPATIONS.to_owned()), "growth");
            OUTLOOK.iter().map(|name| reference(block, block.occupation.clone(), name)).chain([all]).collect()
        }
        Shows::Pay(By::Occupation) | Shows::Compare => {
            occupations(block).flat_map(|code| names(block).into_iter().map(move |name| reference(block, code.clone(), &name))).collect()
        }
        Shows::Similar => {
            block.occupations.iter().flat_map(|code| ["pay", "education", "growth"].map(|name| reference(block, Some(code.clone()), name))).collect()
        }
        _ => Vec::new(),
    }
}

/// The statistics that are the rows of a table of pay.
pub fn statistics(block: &FigureBlock) -> &'static [Statistic] {
    const BY_EXPERIENCE: [Statistic; 3] = [Statistic::Starter, Statistic::Median, Statistic::Experienced];
    if block.shows == Shows::Pay(By::Experience) { &BY_EXPERIENCE } else { &Statistic::PERCENTILES }
}

/// The times of work that pay is told for.
pub fn bases(block: &FigureBlock) -> Vec<Basis> {
    block.per.map_or_else(|| vec![Basis::Year, Basis::Hour], |basis| vec![basis])
}

/// The columns of a table of occupations, by the names of figures.
pub fn names(block: &FigureBlock) -> Vec<String> {
    if block.shows == Shows::Pay(By::Occupation) {
        return bases(block).into_iter().map(|basis| pay(Statistic::Median, basis)).collect();
    }
    if block.figures.is_empty() { COMPARED.map(str::to_owned).to_vec() } else { block.figures.clone() }
}

/// The occupations of a table of them: the page's own first, as `None`.
pub fn occupations(block: &FigureBlock) -> impl Iterator<Item = Option<String>> + '_ {
    std::iter::once(block.occupation.clone()).chain(block.occupations.iter().cloned().map(Some))
}

/// The name of a figure of pay: `pay.p10.hourly`.
pub fn pay(statistic: Statistic, basis: Basis) -> String {
    let statistic = match statistic {
        Statistic::P10 => ".p10",
        Statistic::P25 => ".p25",
        Statistic::P75 => ".p75",
        Statistic::P90 => ".p90",
        Statistic::Mean => ".mean",
        Statistic::Starter => ".starter",
        Statistic::Experienced => ".experienced",
        _ => "",
    };
    let basis = if basis == Basis::Hour { ".hourly" } else { "" };
    format!("pay{statistic}{basis}")
}

/// The figure called `name` of an occupation; of the page's without a code.
pub fn reference(block: &FigureBlock, occupation: Option<String>, name: &str) -> Reference {
    Reference { occupation, name: name.to_owned(), dataset: block.dataset.clone() }
}
