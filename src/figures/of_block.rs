//! The single figures that a block shows, by their names.

use crate::fact::reference::name_of_pay;
use crate::fact::{Basis, Reference, Statistic};
use crate::guide::body::{By, FigureBlock, Shows};

/// The code under which publishers have all occupations together.
pub const ALL_OCCUPATIONS: &str = "00-0000";

/// What stands for `pay` where an occupation has none by the year.
pub const HOURLY: &str = "pay.hourly";

/// The columns of a comparison that names none.
const COMPARED: [&str; 5] = ["pay", HOURLY, "education", "jobs", "growth"];

/// The figures of the block `{outlook}`, in the order of its rows.
pub const OUTLOOK: [&str; 4] = ["jobs", "growth", "change", "openings"];

/// What is told of occupations like the page's.
pub const SIMILAR: [&str; 4] = ["pay", HOURLY, "education", "growth"];

/// Every figure that `block` shows beside its list, if it has them.
pub fn references(block: &FigureBlock) -> Vec<Reference> {
    match block.shows {
        Shows::Pay(By::Percentile | By::Experience) => {
            let names = |bases: Vec<Basis>| {
                statistics(block).iter().flat_map(move |statistic| bases.clone().into_iter().filter_map(|basis| name_of_pay(*statistic, basis)))
            };
            let own = names(bases(block)).map(|name| reference(block, block.occupation.clone(), &name));
            let all = names(compared_basis(block).into_iter().collect()).map(|name| reference(block, Some(ALL_OCCUPATIONS.to_owned()), &name));
            own.chain(all).collect()
        }
        Shows::Outlook => {
            let all = reference(block, Some(ALL_OCCUPATIONS.to_owned()), "growth");
            OUTLOOK.iter().map(|name| reference(block, block.occupation.clone(), name)).chain([all]).collect()
        }
        Shows::Pay(By::Occupation) | Shows::Compare => {
            occupations(block).flat_map(|code| names(block).into_iter().map(move |name| reference(block, code.clone(), &name))).collect()
        }
        Shows::Similar => block.occupations.iter().flat_map(|code| SIMILAR.map(|name| reference(block, Some(code.clone()), name))).collect(),
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

/// The time of work for which a chart of percentiles has all occupations beside the own one.
pub fn compared_basis(block: &FigureBlock) -> Option<Basis> {
    (block.has_chart && block.shows == Shows::Pay(By::Percentile)).then(|| block.per.unwrap_or(Basis::Year))
}

/// The columns of a table of occupations, by the names of figures.
pub fn names(block: &FigureBlock) -> Vec<String> {
    if block.shows == Shows::Pay(By::Occupation) {
        return bases(block).into_iter().filter_map(|basis| name_of_pay(Statistic::Median, basis)).collect();
    }
    if block.figures.is_empty() { COMPARED.map(str::to_owned).to_vec() } else { block.figures.clone() }
}

/// The occupations of a table of them: the page's own first, as `None`.
pub fn occupations(block: &FigureBlock) -> impl Iterator<Item = Option<String>> + '_ {
    std::iter::once(block.occupation.clone()).chain(block.occupations.iter().cloned().map(Some))
}

/// The figure called `name` of an occupation; of the page's without a code.
pub fn reference(block: &FigureBlock, occupation: Option<String>, name: &str) -> Reference {
    Reference { occupation, name: name.to_owned(), dataset: block.dataset.clone() }
}
