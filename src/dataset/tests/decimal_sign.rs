//! Which sign stands before decimals is told by the numbers of a table or asked for, never guessed.

use super::*;

const TABLE: &str = "{ format: table, period: '2025', columns: { occupation: Code, figures: [{ column: Jobs, measure: jobs, times: '1000' }, { column: Share, measure: percent }] } }";

/// What is told of a table with `jobs` and `shares`, which stand between tabs.
fn check(cells: &[(&str, &str)], expected: &[&str]) {
    let rows: Vec<String> = (1..).zip(cells).map(|(code, (jobs, share))| format!("{code}\t{jobs}\t{share}\n")).collect();
    let told: Vec<String> = expected.iter().map(|it| format!("datasets.yaml:1:1 dataset-encoding: {it}")).collect();
    check_problems("a.tsv", format!("Code\tJobs\tShare\n{}", rows.concat()).as_bytes(), TABLE, &told.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_sign_that_may_stand_before_decimals_or_between_thousands_is_asked_for() {
    const SAY: &str = "say which sign stands before decimals: `decimal: comma` or `decimal: point`";
    let three = |sign: &str| format!("every number with a {sign} in the column");
    check(&[("93.600", "5"), ("1,5", "6")], &[&format!("`1,5` in the column `Jobs` has a comma before its decimals | {SAY}")]);
    check(&[("93.600", "0,567"), ("600", "6")], &[&format!("`0,567` in the column `Share` has a comma before its decimals | {SAY}")]);
    check(
        &[("93.6", "5"), ("1", "≥1,5%")],
        &[&format!(
            "`≥1,5%` in the column `Share` has a comma before its decimals, and `93.6` in the column `Jobs` a point | write all numbers in one way, and {SAY}"
        )],
    );
    check(
        &[("93.600", "5"), ("1,234", "6")],
        &[&format!("{} `Jobs` has three digits behind it: `93.600` may be a thousand times as much | {SAY}", three("point"))],
    );
    check(
        &[("936", "1,234"), ("1", "2,345")],
        &[&format!("{} `Share` has three digits behind it: `1,234` percent may be a thousandth of it | {SAY}", three("comma"))],
    );
}

#[test]
fn a_number_that_is_written_in_one_way_only_tells_the_sign() {
    check(&[("93.600", "5"), ("1.5", "6")], &[]);
    check(&[("93.600", "5"), ("1200", "6")], &[]);
    check(&[("1,234", "5"), ("93", "6.25")], &[]);
    check(&[("1,234.5", "1,234"), ("n/a", "2.5")], &[]);
    check(&[("0.600", "5"), ("12", "6")], &[]);
}

#[test]
fn a_text_that_is_declared_as_a_mark_is_no_number() {
    let yaml = TABLE.replace("columns:", "marks: { '1,2': not-available }, columns:");
    check_problems("a.tsv", b"Code\tJobs\tShare\n1\t1,2\t3.5\n", &yaml, &[]);
}
