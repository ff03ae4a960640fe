//! A figure that names a source whose own file says something else, or has no such row: a fact of the front matter, or an amount in a table.

use super::invented_conversion::made_from;
use super::subject::Subject;
use crate::figures::typed;
use crate::problem::{Code, Problem};

/// Every fact of the front matter that the file of its source does not bear out, but for those that `invented_conversion` tells of; and every table with such
/// amounts.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    [of_facts(subject), of_tables(subject)].concat()
}

/// The first amount of every table that the file of its source does not have, with the number of the others.
fn of_tables(subject: &Subject) -> Vec<Problem> {
    if subject.figures.foreign.is_empty() {
        return Vec::new();
    }
    let body = &subject.manuscript.body;
    let mut problems = Vec::new();
    for table in subject.tables() {
        let mut found = typed(table, body).filter_map(|it| Some((subject.figures.foreign.get(&it)?, it)));
        let Some((foreign, first)) = found.next() else { continue };
        let cell = body.passages.iter().find(|passage| table.holds(passage) && passage.text.trim() == first.text);
        let range = cell.map_or_else(|| table.range.clone(), |cell| cell.place(&subject.manuscript.text, 0..cell.text.len()));
        let others = match found.count() {
            0 => String::new(),
            1 => ", nor is one more of this table".to_owned(),
            more => format!(", nor are {more} more of this table"),
        };
        let message =
            format!("`{}` is not in the source that this table names: `{}` has no such pay of {}{others}", first.text, foreign.dataset, foreign.occupation);
        let problem = Problem::new(Code::FigureNotInSource, subject.manuscript.text.span(range), message);
        problems.push(problem.help("write what the file says, let `{pay-table}` take the numbers from it, or name the source that has them"));
    }
    problems
}

fn of_facts(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, there) in &subject.figures.not_there {
        let Some(fact) = subject.figures.own.get(name).filter(|fact| made_from(subject, name, fact).is_none()) else { continue };
        let locale = subject.locale();
        let value = locale.value(fact.value(), fact.basis());
        let message = match (&there.says, &there.missing) {
            (Some(says), _) => format!("{value} is not in its source: `{}` says {} for the {}", there.dataset, locale.value(says, fact.basis()), fact.topic),
            (None, missing) => format!("{value} is not in its source: {} (`{}`)", missing.as_deref().unwrap_or("there is no such row"), there.dataset),
        };
        let help = match &there.locator {
            Some(locator) => {
                format!("look at {locator}; write what the file says, leave the value to it with `dataset: {}`, or name the source that has it", there.dataset)
            }
            None => format!(
                "correct the code, the area or the industry, or name the source that has it; if the file has only some of its rows, say `partial: true` of `{}`",
                there.dataset
            ),
        };
        problems.push(Problem::new(Code::FigureNotInSource, subject.fact_place(name, None), message).help(help));
    }
    problems
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_amount_of_a_table_is_in_the_file_of_its_source() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            wages: { publisher: BLS, title: Wages }
            === content/_data/datasets.yaml
            wages:
              format: table
              file: wages.csv
              source: wages
              period: 2024-05
              columns: { occupation: Code, title: Title, figures: [{ column: Median, measure: pay, statistic: median, basis: year }] }
            === content/_data/wages.csv
            Code,Title,Median
            29-2099,Others,35480
            29-1141,Registered Nurses,93600
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2099' }
            facts:
              high: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
            ---
            | | Annual pay |
            | --- | ---: |
            | Median | $45,780 |
            | A | $35,480 |
            | Registered nurses | $93,610 |
            | 90th percentile | [$60,000](fact:high) |
            | Ohio | $30,000 |

            Table: Pay {source=wages}

            | Year | Median pay | Jobs |
            | --- | ---: | ---: |
            | 2019 | 31,000 | 100 |
            | 2024 | 35,500 | 200 |

            Table: Pay over time {source=wages unit=\"USD per year\"}

            | | Annual pay |
            | --- | ---: |
            | Median | $45,780 |

            Table: Pay in May 2017 {source=wages}
            ",
            "
            error: `$45,780` is not in the source that this table names: `wages` has no such pay of 29-2099, nor is one more of this table
              --> content/a.md:9:12 $45,780
              help: write what the file says, let `{pay-table}` take the numbers from it, or name the source that has them
            ",
        );
    }
}
