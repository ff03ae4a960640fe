//! A table of figures with a column that has no heading: `| | |` above the rows.

use super::subject::Subject;
use crate::guide::body::{Column, Table};
use crate::problem::{Code, Problem};

/// Every table with a column of numbers or of linked figures, but for the first one, under an empty heading. The corner of a table may be empty: the rows below it
/// name themselves.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let is_empty = |column: &Column| column.text.trim().is_empty() && !column.html.contains("<img");
    let is_bare = |table: &&Table| {
        let mut empty = table.columns.iter().enumerate().skip(1).filter(|(_, column)| is_empty(column)).peekable();
        let shows = |at: usize| table.rows.iter().filter_map(|row| row.get(at)).any(|cell| cell.number.is_some());
        let is_linked = || {
            let figures = subject.text_figures().filter(|figure| table.range.contains(&figure.whole.start));
            figures.filter_map(|figure| subject.manuscript.labels(figure)).any(|[_, heading]| heading.is_empty())
        };
        empty.peek().is_some() && (is_linked() || empty.any(|(at, _)| shows(at)))
    };
    let problem = |table: &Table| {
        let text = &subject.manuscript.text;
        let line = text.text.get(table.range.clone()).and_then(|it| it.lines().next()).map_or(0, str::len);
        let span = text.span(table.range.start..table.range.start + line);
        let problem = Problem::new(Code::ColumnWithoutHeading, span, "a column of figures in this table has no heading");
        problem.help("write in its first line what each column holds, such as `| | Median pay |`; only the first cell may be empty")
    };
    subject.tables().filter(is_bare).map(problem).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_column_of_figures_has_a_heading() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 43660, as_of: 2024-05 }
            ---
            | | |
            | --- | ---: |
            | Median pay | $43,660 |

            Table: Pay

            | | |
            | --- | ---: |
            | Median pay | [](fact:pay) |

            Table: Pay

            | | Pay | |
            | --- | ---: | ---: |
            | Ohio | 1 | 2 |

            Table: Pay

            | | Pay |
            | --- | ---: |
            | Ohio | [](fact:pay) |

            Table: Pay

            | | |
            | --- | --- |
            | Mornings | Rounds |

            Table: A day
            ",
            "
            error: a column of figures in this table has no heading
              --> content/a.md:6:1 | | |
              help: write in its first line what each column holds, such as `| | Median pay |`; only the first cell may be empty
            error: a column of figures in this table has no heading
              --> content/a.md:12:1 | | |
              help: write in its first line what each column holds, such as `| | Median pay |`; only the first cell may be empty
            error: a column of figures in this table has no heading
              --> content/a.md:18:1 | | Pay | |
              help: write in its first line what each column holds, such as `| | Median pay |`; only the first cell may be empty
            ",
        );
    }
}
