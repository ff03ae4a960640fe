//! Files in the shapes of the US Bureau of Labor Statistics, with made-up figures for every occupation.

use std::fmt::Write as _;

use super::Random;

/// Sentences whose figures come from the files.
pub(crate) const IN_TEXT: &str = "Half of them earn more than [](fact:pay) a year, or [](fact:pay.hourly) an hour; a tenth earn less than [](fact:pay.p10) and a \
    tenth more than [](fact:pay.p90). Over the decade there will be [](fact:growth) more jobs, and [](fact:openings) openings a year.\n\n";

const DECLARED: &str = "\
wages: { file: wages_M2026.csv, format: oews, source: made-up-pay, top_code: { hour: 115.00, year: 239200 } }
projections: { file: projections.csv, format: bls-projections, source: made-up-outlook }
";

/// Codes of single occupations.
pub(crate) fn codes() -> Vec<&'static str> {
    include_str!("../../src/fact/soc-2018.txt").split_whitespace().filter(|code| !code.ends_with('0')).collect()
}

/// The declarations and the files.
pub(crate) fn datasets(seed: u64) -> [(&'static str, String); 3] {
    let mut random = Random(seed);
    let mut wages = "OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,H_MEDIAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n".to_owned();
    let mut projections = "\"Table 1.2 Occupational projections, 2025–35 (Employment in thousands)\",,,,,,,\n\
        2025 National Employment Matrix title,2025 National Employment Matrix code,Occupation type,\"Employment, 2025\",\"Employment, 2035\",\
        \"Employment change, numeric, 2025–35\",\"Employment change, percent, 2025–35\",\"Occupational openings, 2025–35 annual average\"\n"
        .to_owned();
    for code in codes() {
        let median = 10 * (2_500 + random.below(9_000));
        let (jobs, growth) = (10 * (1 + random.below(900)), random.below(20));
        let percentiles = [median * 7 / 10, median * 8 / 10, median, median * 12 / 10, median * 15 / 10].map(|it| it.to_string()).join(",");
        let cents = (100 * median + 1040) / 2080;
        let _ = writeln!(wages, "{code},Work {code},detailed,{jobs}00,{}.{:02},{percentiles}", cents / 100, cents % 100);
        let (more, openings) = (jobs * growth / 100, jobs / 10);
        let _ = writeln!(projections, "Work {code},{code},Line item,{jobs},{},{more},{growth},{openings}", jobs + more);
    }
    [("content/_data/datasets.yaml", DECLARED.to_owned()), ("content/_data/wages_M2026.csv", wages), ("content/_data/projections.csv", projections)]
}
