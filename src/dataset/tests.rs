//! Small files: what is wrong with them is told, and nothing is guessed.

mod decimal_sign;
mod workbooks;

use std::collections::BTreeMap;

use super::*;
use crate::fact::{Basis, Measure, Number, Period, Statistic, Value};
use crate::problem::Problem;
use crate::source::{SourcePath, Span, Text};

/// Bytes that a file may have.
const LIMIT: usize = 4 * 1024 * 1024;
const MEDIAN: Measure = Measure::Pay(Statistic::Median, Basis::Year);

fn declared(yaml: &str) -> Declaration {
    serde_yaml::from_str(yaml).unwrap()
}

fn read(name: &str, bytes: &[u8], yaml: &str) -> (Option<Dataset>, Vec<Problem>) {
    let declared = Declaration { file: Some(name.to_owned()), ..declared(yaml) };
    let path = SourcePath::new(&format!("content/_data/{name}")).unwrap();
    let at = Span::whole(&SourcePath::new("content/_data/datasets.yaml").unwrap());
    Dataset::read(&declared, &at, &BTreeMap::from([(path, bytes.into())]), LIMIT)
}

fn check_problems(name: &str, bytes: &[u8], yaml: &str, expected: &[&str]) {
    let (dataset, problems) = read(name, bytes, yaml);
    let line = |problem: &Problem| {
        let text = Text::decode_lossy(&problem.span.file, bytes);
        let place = text.place(problem.span.start);
        let file = problem.span.file.file_name();
        format!("{file}:{}:{} {}: {} | {}", place.line, place.column, problem.code.id(), problem.message, problem.help.as_deref().unwrap_or("-"))
    };
    let told: Vec<String> = problems.iter().map(line).collect();
    assert_eq!(told, expected);
    assert!(!told.is_empty() || dataset.is_some());
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_place_and_the_way_out() {
    let oews = "format: oews";
    check_problems("a_M2024.csv", b"OCC_CODE,A_MEDIAN\n11-1011,1\n", oews, &[]);
    check_problems(
        "a_M2024.csv",
        b"OCC_CODE,A_MEDIAN\n11-1011,1\n",
        "{}",
        &["datasets.yaml:1:1 missing-field: `format` is missing | write `oews`, `bls-projections`, `onet` or `table`"],
    );
    check_problems(
        "a_M2024.csv",
        b"OCC_CODE,A_MEDIAN\n11-1011,caf\xE9\n",
        oews,
        &["a_M2024.csv:2:12 dataset-encoding: this file is not UTF-8: byte 29 is E9 | state its encoding: `encoding: windows-1252` for most older files"],
    );
    check_problems(
        "a_M2024.csv",
        b"CODE,A_MEDIAN\n11-1011,1\n",
        oews,
        &["a_M2024.csv:1:1 dataset-column: no header with a column `OCC_CODE` was found | state its row: `header: 5`; or choose another format"],
    );
    check_problems(
        "a_M2024.csv",
        b"OCC_CODE,A_MEDIAN,H_MODE,A_MEDIAN\n11-1011,1,2,3\n",
        oews,
        &[
            "a_M2024.csv:1:1 dataset-column: this header has two columns `A_MEDIAN` | remove one of them",
            "a_M2024.csv:1:1 dataset-unknown-column: the column `H_MODE` is not known, so it is not read (column 3) | -",
        ],
    );
    check_problems(
        "a_M2024.csv",
        b"OCC_CODE,A_MEDIAN,H_MEDIAN\n11-1011,12,500,6.00\n,7,8\n\n\"Note: rounded\"\n11-1021,5,6\n",
        oews,
        &[
            "a_M2024.csv:2:1 csv-shape: this row has 4 cells, the header has 3 | put cells that hold a separator in quotes",
            "a_M2024.csv:3:1 dataset-row-without-key: this row has figures and nothing in the column `OCC_CODE`, so it is left out | nothing has to be done if no guide needs it; else add the code of its occupation to a copy of the file",
        ],
    );
    check_problems(
        "a_M2024.csv",
        b"OCC_CODE,A_MEDIAN\n\n",
        oews,
        &["a_M2024.csv:1:1 dataset-file: this file has a header, and no row below it that can be used | state the right `header`, or check the file"],
    );
    check_problems(
        "a_M2024.csv",
        b"OCC_CODE,A_MEDIAN\n1,\"2\n",
        oews,
        &["a_M2024.csv:2:3 csv-shape: this quote is never closed | put a quote at the end of the cell; a quote inside a cell is written twice"],
    );
    check_problems(
        "a_M2024.csv",
        b"",
        oews,
        &["a_M2024.csv:1:1 dataset-file: this file is empty | take over the publisher's file anew, or take the dataset out"],
    );
    check_problems(
        "a_M2024.xlsx",
        b"PK\x03\x04",
        oews,
        &[
            "a_M2024.xlsx:1:1 dataset-file: this workbook cannot be read: Zip error: invalid Zip archive: Could not find EOCD | open it in a spreadsheet program and save it anew",
        ],
    );
    check_problems(
        "a.xls",
        b"\xD0\xCF\x11\xE0",
        oews,
        &["a.xls:1:1 dataset-file: this is a workbook of an Excel of before 2007 | save it as an Excel workbook (.xlsx) or as CSV"],
    );
}

#[test]
fn a_file_may_have_as_many_bytes_as_the_settings_say() {
    let large = format!("OCC_CODE,A_MEDIAN\n{}", "15-1252,100\n".repeat(LIMIT / 12));
    let expected =
        "a_M2024.csv:1:1 too-large: this file has 4097 KiB, the limit is 4096 KiB | make it smaller, or raise `data_kib` under `[limits]` in site.toml";
    check_problems("a_M2024.csv", large.as_bytes(), "format: oews", &[expected]);
}

#[test]
fn the_time_and_the_top_code_are_known_or_stated() {
    let file = b"OCC_CODE,A_MEDIAN\n11-1011,#\n";
    check_problems(
        "a.csv",
        file,
        "format: oews",
        &["datasets.yaml:1:1 dataset-period: nothing tells the time that the figures of `a.csv` speak of | state it: `period: 2024-05`"],
    );
    check_problems(
        "a_M2024.csv",
        file,
        "{ format: oews, period: 2023-05 }",
        &["datasets.yaml:1:1 dataset-period: the period of this dataset is 2023-05, and its file is called `a_M2024.csv` | correct the one or the other"],
    );
    check_problems(
        "a_M2018.csv",
        file,
        "format: oews",
        &[
            "a_M2018.csv:2:1 dataset-top-code: `#` stands for a limit of 2018 or more that is not known | state it as the publisher's notes do: `top_code: { hour: 115.00, year: 239200 }`",
        ],
    );
    check_problems("a_M2018.csv", file, "{ format: oews, top_code: { hour: '100.00', year: '208000' } }", &[]);
    check_problems("a_M2018.csv", b"OCC_CODE,A_MEDIAN\n11-1011,1\n", "format: oews", &[]);
    check_problems(
        "a_M2024.csv",
        file,
        "{ format: oews, top_code: { year: '208000' } }",
        &["datasets.yaml:1:1 dataset-top-code: the top code of 2024 is 115.00 an hour and 239200 a year | remove `top_code`, or correct the period"],
    );
    let projections = "\"Table 1.2, 2024-34 (in thousands)\",,\n2024 National Employment Matrix title,2024 National Employment Matrix code,\"Employment, 2024\"\nAll,00-0000,7.5\n";
    check_problems("a.csv", projections.as_bytes(), "format: bls-projections", &[]);
    check_problems(
        "a.csv",
        projections.as_bytes(),
        "{ format: bls-projections, period: { from: '2016', to: '2026' } }",
        &[
            "datasets.yaml:1:1 dataset-period: the period of this dataset is 2016 to 2026, and its file speaks of 2024 to 2034 | remove `period`: the file tells it",
        ],
    );
    check_problems(
        "a.csv",
        projections.replace("(in thousands)", "").as_bytes(),
        "format: bls-projections",
        &[
            "a.csv:2:1 dataset-column: neither title nor header says that jobs are in thousands | keep the title line of the table as it is published: `(Employment in thousands)`",
        ],
    );
}

const ASHE: &str = "
format: table
period: 2025-04
currency: GBP
columns:
  occupation: Code
  title: Description
  figures:
    - { column: Median, measure: pay, statistic: median, basis: year }
    - { column: Jobs, measure: jobs, times: '1000' }
marks: { x: suppressed, '<5': at-most 5 }
";

#[test]
fn a_mapping_says_what_the_columns_of_any_table_hold() {
    let (dataset, problems) = read("a.tsv", b"Pay 2025\nCode\tDescription\tMedian\tJobs\n0111\tNurses\t\xC2\xA331,234\t12.5\n0112\tOthers\tx\t<5\n", ASHE);
    assert_eq!(problems, []);
    let dataset = dataset.unwrap();
    let find = |code, measure| dataset.find(&Asked::of(code, measure));
    let told = find("0111", &MEDIAN).unwrap();
    assert_eq!((told.value, told.title.as_str()), (Value::Money(Number::Exact("31234".parse().unwrap()), "GBP".parse().unwrap()), "Nurses"));
    assert_eq!(find("0111", &Measure::Jobs).unwrap().value, Value::Count(Number::Exact("12500".parse().unwrap())));
    assert_eq!(find("0112", &MEDIAN).unwrap().value, Value::Unpublished(crate::fact::Mark::Suppressed));
    assert_eq!(find("0112", &Measure::Jobs).unwrap().value, Value::Count(Number::AtMost("5".parse().unwrap())));
    assert!(matches!(find("111", &Measure::Jobs), Err(Absent::Occupation { .. })), "leading zeros count");
}

#[test]
fn a_mapping_that_does_not_fit_its_file_is_told() {
    check_problems(
        "a.csv",
        b"Code,Description,Medain,Jobs\n0111,a,1,2\n",
        ASHE,
        &["a.csv:1:1 dataset-column: this header has no column `Median` | did you mean `Medain`?"],
    );
    check_problems(
        "a.csv",
        b"Code;Description;Median;Jobs\n0111;a;31.234;2\n",
        ASHE,
        &[
            "a.csv:1:1 dataset-encoding: semicolons stand between the cells, as where a comma is the sign before decimals | say which it is: `decimal: comma` or `decimal: point`",
        ],
    );
    check_problems(
        "a.csv",
        b"Code,Median\n1,2\n",
        "{ format: table, columns: { figures: [{ column: Median, measure: pay, basis: year }] } }",
        &[
            "datasets.yaml:1:1 missing-field: `statistic` of the column `Median` is missing | write `median`, `mean`, `p10` or the like",
            "datasets.yaml:1:1 missing-field: no column is named by which a row could be found | name the column of the `occupation`, `area`, `industry` or `period`",
        ],
    );
    check_problems(
        "a.csv",
        b"Month,Index\n2025-13,2\n",
        "{ format: table, columns: { period: Month, figures: [{ column: Index, measure: price-index }] } }",
        &["a.csv:2:1 dataset-period: `2025-13` is not a year, a month or a day | write it as 2024, 2024-05 or 2024-05-31"],
    );
}

#[test]
fn rows_that_contradict_each_other_answer_nothing() {
    let (dataset, _) = read("a_M2024.csv", b"OCC_CODE,O_GROUP,A_MEDIAN,TOT_EMP\n1,broad,1,7\n1,detailed,2,7\n2,detailed,,x\n", "format: oews");
    let dataset = dataset.unwrap();
    let contradiction = dataset.find(&Asked::of("1", &MEDIAN)).unwrap_err();
    assert_eq!(contradiction.to_string(), "rows `2`, `3` of this dataset contradict each other");
    assert_eq!(contradiction.cells().iter().map(|(text, place)| (text.as_str(), place.span.start)).collect::<Vec<_>>(), [("1", 42), ("2", 57)]);
    assert_eq!(dataset.find(&Asked::of("1", &Measure::Jobs)).unwrap().value, Value::Count(Number::Exact("7".parse().unwrap())));
    assert_eq!(dataset.find(&Asked::of("2", &MEDIAN)).unwrap().value, Value::Unpublished(crate::fact::Mark::NotApplicable));
    let unreadable = dataset.find(&Asked::of("2", &Measure::Jobs)).unwrap_err();
    assert_eq!(unreadable.to_string(), "`x` is no value that is known (2, TOT_EMP)");
}

#[test]
fn a_header_of_very_many_columns_is_read_in_a_moment() {
    let names: Vec<String> = (0..60_000).map(|column| format!("X{column}")).collect();
    let (header, row) = (names.join(","), vec!["1"; names.len()].join(","));
    // By the square of its columns this would take minutes.
    let (dataset, problems) = read("a_M2024.csv", format!("OCC_CODE,A_MEDIAN,{header}\n11-1011,1,{row}\n").as_bytes(), "format: oews");
    assert!(dataset.is_some());
    assert_eq!((problems.len(), problems[20].message.as_str()), (21, "59980 more columns are not known, so they are not read"));
}

#[test]
fn a_number_that_cannot_be_counted_is_no_value() {
    let rows = b"Code\tDescription\tMedian\tJobs\n1\ta\t7\t999999999999999999\n2\tb\t99999999999999999999\t1.5\n";
    let dataset = read("a.tsv", rows, ASHE).0.unwrap();
    let told = [("1", &Measure::Jobs), ("2", &MEDIAN)].map(|(code, measure)| dataset.find(&Asked::of(code, measure)).unwrap_err().to_string());
    assert_eq!(told, ["`999999999999999999` is no value that is known (1, Jobs)", "`99999999999999999999` is no value that is known (2, Median)"]);
}

#[test]
fn flags_keep_wages_of_the_other_basis_from_being_shown() {
    let (dataset, _) = read("a_M2024.csv", b"OCC_CODE,H_MEDIAN,A_MEDIAN,ANNUAL,HOURLY\n1,20.00,41600,,TRUE\n2,20.00,41600,TRUE,\n", "format: oews");
    let value = |code, measure| dataset.as_ref().unwrap().find(&Asked::of(code, measure)).unwrap().value;
    let hourly = Measure::Pay(Statistic::Median, Basis::Hour);
    assert_eq!([value("1", &MEDIAN), value("2", &hourly)], [Value::Unpublished(crate::fact::Mark::NotAvailable); 2]);
    assert!(value("1", &hourly).exact().is_some() && value("2", &MEDIAN).exact().is_some());
}

#[test]
fn datasets_of_the_same_bytes_and_words_are_equal() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    let of = |bytes: &[u8], yaml| read("a_M2024.csv", bytes, yaml).0.unwrap();
    let (one, other) = (of(b"OCC_CODE,A_MEDIAN\n1,2\n", "format: oews"), of(b"OCC_CODE,A_MEDIAN\n1,3\n", "format: oews"));
    is_shared(&one);
    assert_eq!(one, of(b"OCC_CODE,A_MEDIAN\n1,2\n", "format: oews"));
    assert_ne!(one, other);
    assert_ne!(one, of(b"OCC_CODE,A_MEDIAN\n1,2\n", "{ format: oews, source: oews }"));
}

/// A cell as a spreadsheet program would write it.
fn quoted(cell: &str, always: bool, separator: char) -> String {
    let must = cell.contains([separator, '"', '\n']) || cell.starts_with('"');
    if always || must { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), start in 0_usize..6) {
        let starts: [&[u8]; 6] = [b"", b"OCC_CODE,A_MEDIAN\n", b"PK\x03\x04", b"\xFF\xFE", b"O*NET-SOC Code\tTask ID\tTask\tTask Type\n",
            b"2024 National Employment Matrix title,code\nx,11-1011\n"];
        let bytes = [starts[start], &bytes].concat();
        for yaml in ["format: oews", "format: bls-projections", "format: onet", ASHE, "{ format: oews, encoding: utf-16 }", "{ format: oews, header: 3 }"] {
            let (dataset, problems) = read("a_M2024.csv", &bytes, yaml);
            proptest::prop_assert!(dataset.is_some() || !problems.is_empty(), "{yaml}");
            for occupation in dataset.iter().flat_map(Dataset::occupations) {
                let _ = dataset.as_ref().unwrap().find(&Asked::of(&occupation.code, &MEDIAN));
            }
        }
    }

    #[test]
    fn quotes_line_ends_marks_and_separators_change_no_value(
        rows in proptest::collection::vec((10_u32..99, "[a-z,;|\"' ]{0,12}", 0_u32..10_000_000), 1..20),
        form in (proptest::bool::ANY, proptest::bool::ANY, proptest::bool::ANY, 0_usize..4),
    ) {
        let (always, crlf, mark, separator) = form;
        let (sign, word) = [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "bar")][separator];
        let lines = std::iter::once(["OCC_CODE", "OCC_TITLE", "A_MEDIAN"].map(str::to_owned)).chain(rows.iter().enumerate().map(|(at, (code, title, pay))| {
            let grouped: String = pay.to_string().chars().rev().collect::<Vec<_>>().chunks(3).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>().join(",");
            [format!("{code}-{at:04}"), title.clone(), grouped.chars().rev().collect()]
        }));
        let line = |cells: [String; 3]| cells.map(|cell| quoted(&cell, always, sign)).join(&sign.to_string()) + if crlf { "\r\n" } else { "\n" };
        let text = if mark { "\u{FEFF}" } else { "" }.to_owned() + &lines.map(line).collect::<String>();
        let (dataset, problems) = read("a_M2024.csv", text.as_bytes(), &format!("{{ format: oews, separator: {word} }}"));
        proptest::prop_assert_eq!(problems, []);
        for (at, (code, title, pay)) in rows.iter().enumerate() {
            let found = dataset.as_ref().unwrap().find(&Asked::of(&format!("{code}-{at:04}"), &MEDIAN)).unwrap();
            proptest::prop_assert_eq!(found.value.exact(), Some(i64::from(*pay).into()));
            proptest::prop_assert_eq!(found.title, title.trim());
            let path = SourcePath::new("a.csv").unwrap();
            let shown = Text::decode_lossy(&path, text.as_bytes());
            let cell = shown.text.get(found.place.span.start..found.place.span.end).unwrap();
            proptest::prop_assert_eq!(cell.replace(['"', ','], ""), pay.to_string());
        }
    }

    #[test]
    fn a_damaged_workbook_is_told_and_never_a_panic(at in 0_usize..2000, byte in proptest::num::u8::ANY) {
        let mut bytes = WORKBOOK.to_vec();
        let length = bytes.len();
        bytes[at % length] = byte;
        let _ = read("a_M2024.xlsx", &bytes, "format: oews");
    }
}

/// A workbook with a sheet `Notes` and a sheet `Data`, whose cell `B3` is stored as 20.170000000000002.
const WORKBOOK: &[u8] = include_bytes!("tests/small.xlsx");

#[test]
fn a_sheet_is_chosen_by_its_name_and_its_cells_are_placed() {
    let missing = "a_M2024.xlsx:1:1 dataset-file: this workbook has no sheet `Dta` | did you mean `Data`?";
    check_problems("a_M2024.xlsx", WORKBOOK, "{ format: oews, sheet: Dta }", &[missing]);
    let first = "a_M2024.xlsx:1:1 dataset-column: no header with a column `OCC_CODE` was found | state the sheet; the others are `Data`";
    check_problems("a_M2024.xlsx", WORKBOOK, "format: oews", &[first]);
    let (dataset, problems) = read("a_M2024.xlsx", WORKBOOK, "{ format: oews, sheet: Data }");
    assert_eq!(problems, []);
    let found = dataset.unwrap().find(&Asked::of("11-1011", &Measure::Pay(Statistic::Median, Basis::Hour))).unwrap();
    assert_eq!(found.value.exact().unwrap().to_string(), "20.17");
    assert_eq!((found.place.cell.as_deref(), found.period), (Some("row 3, column H_MEDIAN"), Period::At("2024-05".parse().unwrap())));
}
