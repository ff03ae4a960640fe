//! Figures of a third party's extract that the publisher never printed are told when they are compared with its own file.

use std::path::Path;

use guidepost::problem::Code;
use guidepost::source::SourcePath;

use super::support;

/// Its rows and the column of the value, what the guide says of it, and what the publisher's file has instead.
const TRAPS: [(&str, usize, &str, &str); 3] = [
    ("Actors,", 4, "occupation: 27-2011, measure: pay, per: year", "$48,526 is not in its source: `wages` says not available for the median pay a year"),
    (
        "Kindergarten and elementary school teachers,",
        5,
        "occupation: 25-2021, measure: pay, per: hour",
        "$29.96 is not in its source: `wages` says not available for the median pay an hour",
    ),
    (
        "Physicians and surgeons,",
        4,
        "occupation: 29-1216, measure: pay, statistic: p75, per: year",
        "$239,200 is not in its source: `wages` says $239,200 or more for the 75th percentile pay a year",
    ),
];

#[test]
fn figures_that_the_publisher_never_printed_are_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !folder.exists() {
        println!("skipped: there is no folder ../shared/data");
        return;
    }
    let extract = std::fs::read_to_string(folder.join("bls-ooh/occupations_2024-34.csv")).unwrap();
    let mut guide = "---\ntitle: Work\nfacts:\n".to_owned();
    for (number, (row, column, topic, _)) in TRAPS.iter().enumerate() {
        let row = extract.lines().find(|line| line.starts_with(row)).unwrap();
        let value = row.split(',').nth(*column).unwrap();
        guide.push_str(&format!("  trap-{number}: {{ {topic}, value: {value}, as_of: 2024-05, source: oews }}\n"));
    }
    let project = format!(
        "=== content/_data/sources.yaml\noews: {{ publisher: BLS, title: Wages }}\n=== content/_data/datasets.yaml\nwages: {{ file: national_M2024_dl.csv, format: \
         oews, source: oews }}\n=== content/work.md\n{guide}---\n"
    );
    let mut sources = support::sources(project);
    let wages = std::fs::read(folder.join("bls-oews/national_M2024_dl.csv")).unwrap();
    sources.files.insert(SourcePath::new("content/_data/national_M2024_dl.csv").unwrap(), wages.into());
    let build = support::built(&sources);
    let told: Vec<&str> = build.report.problems().iter().filter(|it| it.code == Code::FigureNotInSource).map(|it| it.message.as_str()).collect();
    assert_eq!(told.len(), TRAPS.len(), "{told:#?}");
    for (told, (.., expected)) in told.iter().zip(TRAPS) {
        assert!(told.starts_with(expected), "{told}");
    }
}
