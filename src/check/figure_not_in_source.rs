//! A figure that names a source whose own file says something else, or has no such row: a fact, a level or a skill of the front matter, or an amount in a table.

use std::collections::BTreeSet;

use super::figure_stale::Ages;
use super::invented_conversion::made_from;
use super::subject::Subject;
use crate::dataset::Format;
use crate::fact::english::years;
use crate::fact::{Counted, Origin, Value};
use crate::figures::{NotThere, Typed, in_files, typed};
use crate::guide::body::Passage;
use crate::problem::{Code, Problem};
use crate::site::place;
use crate::source::Span;

/// Every fact of the front matter that the file of its source does not bear out, but for those that `invented_conversion` tells of; and every table with such
/// amounts.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    [of_facts(subject), of_profile(subject), of_tables(subject)].concat()
}

/// Every table with amounts that the file of its source does not have: the first of them, and where the others stand.
fn of_tables(subject: &Subject) -> Vec<Problem> {
    if subject.figures.foreign.is_empty() {
        return Vec::new();
    }
    let (text, body) = (&subject.manuscript.text, &subject.manuscript.body);
    let mut problems = Vec::new();
    for table in subject.tables() {
        let mut cells: Vec<&Passage> = body.passages.iter().filter(|passage| table.holds(passage)).collect();
        let place = |typed: Typed| {
            // Of two cells with one text each is told once.
            let at = cells.iter().position(|cell| cell.text.trim() == typed.text).map(|at| cells.remove(at));
            let range = at.map_or_else(|| table.range.clone(), |cell| cell.place(text, 0..cell.text.len()));
            (text.span(range), typed)
        };
        let foreign = typed(table, body).into_iter().filter(|it| subject.figures.foreign.contains_key(it));
        problems.extend(of_table(subject, foreign.map(place)));
    }
    for (table, block) in in_files(&subject.manuscript) {
        let Some(csv) = subject.tables.get(&table.file) else { continue };
        let line = |row: usize| csv.rows.get(row).map_or(0, |row| row.line_start);
        let place = |(row, typed): (usize, Typed)| (Span::new(&table.file, line(row)..line(row)), typed);
        let told = of_table(subject, table.typed(csv).into_iter().map(place));
        problems.extend(told.map(|told| {
            let shown = text.span(block.range.start..block.range.start);
            let problem = Problem::new(told.code, shown, told.message).also(told.span, "it stands here");
            let problem = told.others.into_iter().fold(problem, |problem, (span, words)| problem.also(span, words));
            told.help.into_iter().fold(problem, Problem::help)
        }));
    }
    problems
}

/// That the source of a table does not have these of its numbers, each with its place.
fn of_table(subject: &Subject, cells: impl Iterator<Item = (Span, Typed)>) -> Option<Problem> {
    let locale = subject.locale();
    let mut told: Option<Problem> = None;
    let mut is_pay = true;
    for (span, typed) in cells {
        let Some(foreign) = subject.figures.foreign.get(&typed) else { continue };
        is_pay &= typed.counted == Counted::Pay;
        let says = match &foreign.says {
            Some((measure, value)) => format!("`{}` says {} for the {measure} of {}", foreign.dataset, locale.value(value, None), foreign.occupation),
            None => format!("`{}` has no such {} of {}", foreign.dataset, if typed.counted == Counted::Pay { "pay" } else { "number" }, foreign.occupation),
        };
        told = Some(match told {
            None => Problem::new(Code::FigureNotInSource, span, format!("`{}` is not in the source that this table names: {says}", typed.text)),
            Some(problem) => problem.also(span, format!("`{}` is not either: {says}", typed.text)),
        });
    }
    let help = if is_pay {
        "write what the file says, let `{pay-table}` take the numbers from it, or name the source that has them"
    } else {
        "write what the file says, link the figures, such as `[](fact:jobs)`, or name the source that has them"
    };
    told.map(|problem| problem.help(help))
}

/// Every dataset of which the site shows figures of a time that its source does not speak of: the file is another edition.
pub(super) fn datasets(all: &Ages) -> Vec<Problem> {
    let mut told = BTreeSet::new();
    let mut problems = Vec::new();
    for fact in all.figures.values().flat_map(|figures| figures.shown()) {
        let (Origin::Dataset { id, .. }, Some(source), Some(period)) = (&fact.origin, &fact.source, fact.topic.period) else { continue };
        if told.contains(id) {
            continue;
        }
        let Some(declared) = all.registry.datasets.get(id) else { continue };
        // Rows of other files carry times of their own.
        let is_edition = matches!(declared.format, Some(Format::Oews | Format::BlsProjections)) || declared.period.is_some();
        let Some(words) = all.registry.sources.get(source).and_then(|it| it.period.as_deref()).filter(|_| is_edition) else { continue };
        let (first, last) = (years(words).min(), years(words).max());
        let year = period.observed().year();
        if let (Some(first), Some(last), Some(at)) = (first, last, all.registry.place("datasets", id))
            && !(first..=last).contains(&year)
        {
            told.insert(id.clone());
            let message = format!("the dataset `{id}` tells of {period}, and its source `{source}` of {words}");
            problems.push(Problem::new(Code::FigureNotInSource, at, message).help("name the source of that edition, or correct `period`"));
        }
    }
    problems
}

fn of_facts(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, there) in &subject.figures.not_there {
        let Some(fact) = subject.figures.own.get(name).filter(|fact| made_from(subject, name, fact).is_none()) else { continue };
        let value = |value: &Value| subject.locale().value(value, fact.basis());
        let instead = format!("leave the value to it with `dataset: {}`", there.dataset);
        let message = message(&value(fact.value()), there.says.as_ref().map(value), &fact.topic.to_string(), there);
        problems.push(Problem::new(Code::FigureNotInSource, subject.fact_place(name, None), message).help(help(there, &instead)));
    }
    problems
}

/// Levels and skills of the front matter, which stand in fields of their own.
fn of_profile(subject: &Subject) -> Vec<Problem> {
    let head = &subject.manuscript.head;
    let told = subject.figures.unborne.iter().map(|it| {
        let value = |value: &Value| subject.locale().value(value, None);
        let path: Vec<&str> = it.path.iter().map(String::as_str).collect();
        let message = message(&value(&it.value), it.there.says.as_ref().map(value), &it.topic, &it.there);
        let message = if it.has_source { message } else { message.replacen("is not in its source:", "names no source, and", 1) };
        // A level is its key's whole sense, importance one thing among others of a skill.
        let whole = if path.len() == 2 { path.first() } else { path.last() };
        let instead = format!("take `{}` out", whole.unwrap_or(&""));
        Problem::new(Code::FigureNotInSource, place::of(head, &path), message).help(help(&it.there, &instead))
    });
    told.collect()
}

/// That `value` is not what `says`, the word of the file on `topic`.
fn message(value: &str, says: Option<String>, topic: &str, there: &NotThere) -> String {
    match says {
        Some(says) => format!("{value} is not in its source: `{}` says {says} for the {topic}", there.dataset),
        None => format!("{value} is not in its source: {} (`{}`)", there.missing.as_deref().unwrap_or("there is no such row"), there.dataset),
    }
}

/// The ways out, one of which is to write nothing.
fn help(there: &NotThere, instead: &str) -> String {
    match &there.locator {
        _ if there.is_of_other_time => "correct `as_of`, or name the source of that time".to_owned(),
        Some(locator) => format!("look at {locator}; write what the file says, {instead}, or name the source that has it"),
        None => format!(
            "correct the code, the area or the industry, or name the source that has it; if the file has only some of its rows, say `partial: true` of `{}`",
            there.dataset
        ),
    }
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
              columns: { occupation: Code, title: Title, figures: [{ column: Median, measure: pay, statistic: median, basis: year }, { column: Low, measure: pay, statistic: p10, basis: year }] }
            === content/_data/wages.csv
            Code,Title,Median,Low
            29-2099,Others,35480,
            29-1141,Registered Nurses,93600,66030
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
            | Registered nurse | $93,610 |
            | 90th percentile | [$60,000](fact:high) |
            | Ohio | $30,000 |
            | Median of registered nurses | $93,600 |
            | Difference to the median | $1,000 |

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

            | | Annual pay |
            | --- | ---: |
            | Median | $93,600 |

            Table: Pay of registered nurses {source=wages}

            | | Value |
            | --- | ---: |
            | Median hourly pay | $35,480 |
            | 10th | $35,480 |
            | Median | €35,480 |

            Table: At a glance {source=wages}

            | Industry | Annual pay |
            | --- | ---: |
            | Registered nurse | $43,880 |

            Table: Pay by industry {source=wages}

            | Occupation | Low | Middle |
            | --- | ---: | ---: |
            | Registered nurse | $66,030 | $93,600 |

            Table: Pay: 10th percentile and median {source=wages}
            ",
            "
            error: `$45,780` is not in the source that this table names: `wages` says $35,480 for the median pay a year of 29-2099
              --> content/a.md:9:12 $45,780
              `$93,610` is not either: `wages` has no such pay of 29-1141: content/a.md:11:22 $93,610
              help: write what the file says, let `{pay-table}` take the numbers from it, or name the source that has them
            error: `€35,480` is not in the source that this table names: `wages` says $35,480 for the median pay a year of 29-2099
              --> content/a.md:42:12 €35,480
              help: write what the file says, let `{pay-table}` take the numbers from it, or name the source that has them
            ",
        );
    }

    #[test]
    fn levels_and_skills_of_the_front_matter_are_in_the_file_of_their_source() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            ep24: { publisher: BLS, title: Projections }
            onet: { publisher: O*NET, title: Database }
            === content/_data/datasets.yaml
            projections: { file: ep.csv, format: bls-projections, source: ep24 }
            onet: { files: [skills.txt], format: onet, source: onet }
            === content/_data/ep.csv
            2024 National Employment Matrix title,2024 National Employment Matrix code,\"Typical education needed for entry\",\"Work experience in a related occupation\",\"Typical on-the-job training needed to attain competency in the occupation\"
            Medical Records Specialists,29-2072,Postsecondary nondegree award,None,None
            === content/_data/skills.txt
            O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate
            29-2072.00\t2.B.1.f\tService Orientation\tIM\t3.62\t08/2024
            29-2072.00\t2.B.1.a\tSocial Perceptiveness\tIM\t3.62\t08/2024
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2072' }
            education: { entry: bachelor, source: ep24 }
            experience: { level: none, source: ep24 }
            training: { kind: short-term }
            skills:
              - { name: Service Orientation, importance: 99, source: onet }
              - { name: Social Perceptiveness, importance: 66, source: onet }
              - { name: Kindness, importance: 99, source: onet }
              - { name: Service Orientation, importance: 99 }
            ---
            ",
            "
            error: bachelor's degree is not in its source: `projections` says postsecondary nondegree award for the entry education, occupation 29-2072
              --> content/a.md:4:21 bachelor
              help: look at 29-2072, Typical education needed for entry; write what the file says, take `education` out, or name the source that has it
            error: short-term on-the-job training names no source, and `projections` says none for the training, occupation 29-2072
              --> content/a.md:6:19 short-term
              help: look at 29-2072, Typical on-the-job training needed to attain competency in the occupation; write what the file says, take `training` out, or name the source that has it
            error: 99 is not in its source: `onet` says 65.5 for the importance of Service Orientation, from 0 to 100, occupation 29-2072
              --> content/a.md:8:46 99
              help: look at 29-2072, 2.B.1.f (`IM`, from 1 to 5: 3.62); write what the file says, take `importance` out, or name the source that has it
            ",
        );
    }

    #[test]
    fn jobs_and_growth_of_a_table_are_in_the_file_of_its_source() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            projections: { publisher: BLS, title: Projections }
            === content/_data/datasets.yaml
            projections:
              format: table
              file: projections.csv
              source: projections
              columns:
                occupation: Code
                title: Title
                figures:
                  - { column: Jobs, measure: jobs, period: 2024 }
                  - { column: Later, measure: jobs, period: 2034 }
                  - { column: Growth, measure: growth, period: { from: 2024, to: 2034 } }
                  - { column: Openings, measure: openings, period: { from: 2024, to: 2034 } }
            === content/_data/projections.csv
            Code,Title,Jobs,Later,Growth,Openings
            29-2099,Others,490400,521800,6.4,49000
            29-1141,Registered Nurses,3391000,3557000,-4.9,189100
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2099' }
            ---
            | | Value |
            | --- | ---: |
            | Jobs, 2024 | 490,400 |
            | Jobs, 2034 | 490,400 |
            | Growth, 2024–34 | 7.4% |
            | Openings a year | 49,000 |
            | Pay | $10,000 |
            | Share of jobs | 12 |

            Table: Outlook {source=projections}

            | Occupation | Jobs | Growth | New jobs | Openings |
            | --- | ---: | ---: | ---: | ---: |
            | A | 490,400 | 6.4 | 31,400 | 49,100 |
            | Registered nurses | 3.4 million | −4.9% | 1 | 189,000 |
            | Welders | 1 | 1 | 1 | 1 |

            Table: Outlook {source=projections}

            | | Jobs (thousands) |
            | --- | ---: |
            | A | 490.4 |

            Table: Jobs {source=projections}
            ",
            "
            error: `490,400` is not in the source that this table names: `projections` says 521,800 for the jobs of 29-2099
              --> content/a.md:7:16 490,400
              `7.4%` is not either: `projections` says 6.4% for the growth of 29-2099: content/a.md:9:21 7.4%
              help: write what the file says, link the figures, such as `[](fact:jobs)`, or name the source that has them
            error: `49,100` is not in the source that this table names: `projections` says 49,000 for the openings a year of 29-2099
              --> content/a.md:18:32 49,100
              help: write what the file says, link the figures, such as `[](fact:jobs)`, or name the source that has them
            ",
        );
    }
}
