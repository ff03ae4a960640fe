//! Percentiles of pay that a table prints without facts, and that do not rise.

use std::collections::BTreeMap;

use super::words;
use crate::check::subject::Subject;
use crate::check::typed_cell::{Cell, Time};
use crate::fact::{Basis, Counted, Statistic, Unit, english};
use crate::problem::{Code, Problem};

/// What the percentiles of one pay have in common: the table, the words of row and column that tell of whom it is, the time, and the time of work.
type Common<'c> = (usize, Vec<&'c str>, Time, Option<Basis>);

/// Every number of a table that is below a lower percentile of the same pay there.
pub(in crate::check) fn of_tables(subject: &Subject, cells: &[Cell]) -> Vec<Problem> {
    let mut pay: BTreeMap<Common, BTreeMap<Statistic, &Cell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.typed.counted == Counted::Pay) {
        let Some(statistic) = cell.typed.statistic().filter(|it| Statistic::PERCENTILES.contains(it)) else { continue };
        let time = cell.time();
        // In a table of pay there are columns of other things: "Hours", "Leave".
        let is_pay = matches!(cell.printed.unit, Unit::Money(_)) || english::statistic(&cell.typed.header).is_some() || cell.header_is_known();
        if is_pay && time != Time::Unclear && cell.number().is_some() {
            let common = (cell.table.range.start, cell.other_words(), time, cell.typed.basis());
            // Of two rows that say the same nobody knows what they differ by: the first counts.
            pay.entry(common).or_default().entry(statistic).or_insert(cell);
        }
    }
    let mut problems = Vec::new();
    for percentiles in pay.values() {
        for ((lower, below), (higher, cell)) in percentiles.iter().zip(percentiles.iter().skip(1)) {
            let (Some(low), Some(high)) = (below.number(), cell.number()) else { continue };
            let is_one_pay = below.printed.unit == cell.printed.unit && (below.is_of_size(high.value) || (below.names_its_basis() && cell.names_its_basis()));
            if low.value > high.value && is_one_pay {
                let message = format!("the {} `{}` is below the {} `{}`", words(*higher), cell.typed.text, words(*lower), below.typed.text);
                let problem = Problem::new(Code::PercentileOrder, cell.place(subject), message).also(below.place(subject), format!("the {}", words(*lower)));
                problems.push(problem.help("look both up in the source; one of them, or what its row or its column says, is wrong"));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::typed_cell;

    #[test]
    fn percentiles_of_a_table_rise_in_rows_and_in_columns() {
        crate::check::fixture::check_problems(
            |subject| of_tables(subject, &typed_cell::all(subject)),
            "
            === content/_data/sources.yaml
            oews: { publisher: BLS, title: Wages }
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '31-9099' }
            ---
            | Statistic | May 2025 | May 2024 |
            | --- | ---: | ---: |
            | 10th percentile | $52,000 | $30,000 |
            | Median annual wage | $45,780 | $44,000 |
            | 90th percentile | $60,000 | $59,000 |

            Table: Key figures {source=oews unit=\"USD per year\"}

            | Area | 10th percentile | Median | 90th percentile |
            | --- | ---: | ---: | ---: |
            | Ohio | 30,000 | 40,000 | 39,000 |
            | Texas | 50,000 | 51,000 | 52,000 |

            Table: Pay {source=oews unit=\"USD per year\"}

            | | Value |
            | --- | ---: |
            | 10th percentile, 2019 | $52,000 |
            | Median | $45,780 |
            | 90th percentile, hourly | $30 |
            | 10th percentile, nurses | $62,000 |
            | 75th percentile | $45,000 |

            Table: Pay {source=oews}

            | | Annual pay | Hours |
            | --- | ---: | ---: |
            | Median | 45,780 | 40 |
            | 90th | 45,790 | 38 |

            Table: Pay {source=oews unit=\"USD per year\"}
            ",
            "
            error: the median `$45,780` is below the 10th percentile `$52,000`
              --> content/a.md:8:24 $45,780
              the 10th percentile: content/a.md:7:21 $52,000
              help: look both up in the source; one of them, or what its row or its column says, is wrong
            error: the 90th percentile `39,000` is below the median `40,000`
              --> content/a.md:15:28 39,000
              the median: content/a.md:15:19 40,000
              help: look both up in the source; one of them, or what its row or its column says, is wrong
            error: the 75th percentile `$45,000` is below the median `$45,780`
              --> content/a.md:26:21 $45,000
              the median: content/a.md:23:12 $45,780
              help: look both up in the source; one of them, or what its row or its column says, is wrong
            ",
        );
    }
}
