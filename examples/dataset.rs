//! How long a large file takes the first time it is read, and how long it is to be asked: `cargo run --release --example dataset`.
//! The file is made in memory, as BLS publishes one for all areas: 400,000 rows, 60 MB or more, thousands in quotes or not.
#![allow(clippy::disallowed_methods, reason = "an example that measures time")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use guidepost::dataset::{Asked, Dataset, Declaration, Format};
use guidepost::fact::{Basis, Measure, Statistic};
use guidepost::source::{SourcePath, Span};

const HEADER: &str = "AREA,AREA_TITLE,PRIM_STATE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,EMP_PRSE,JOBS_1000,LOC_QUOTIENT,H_MEAN,A_MEAN,MEAN_PRSE,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY\n";
const AREAS: u32 = 500;
const OCCUPATIONS: u32 = 800;

/// What one way of writing the file takes.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("| file | MB | first read ms | 100,000 answers ms |\n| --- | ---: | ---: | ---: |");
    for (name, quoted, line_end) in [("plain", false, "\n"), ("quoted, CRLF", true, "\r\n")] {
        let bytes: Arc<[u8]> = file(quoted, line_end)?.into_bytes().into();
        let megabytes = bytes.len() / 1_000_000;
        let path = SourcePath::new("content/_data/all_data_M_2024.csv").ok_or("no path")?;
        let at = Span::whole(&SourcePath::new("content/_data/datasets.yaml").ok_or("no path")?);
        let declared = Declaration { file: Some("all_data_M_2024.csv".to_owned()), format: Some(Format::Oews), ..Declaration::default() };
        let files = BTreeMap::from([(path, bytes)]);
        let start = Instant::now();
        let (dataset, problems) = Dataset::read(&declared, &at, &files, usize::MAX);
        let read = start.elapsed();
        let dataset = dataset.ok_or_else(|| format!("{problems:?}"))?;
        let measure = Measure::Pay(Statistic::Median, Basis::Year);
        let start = Instant::now();
        let mut found = 0;
        for number in 0..100_000_u32 {
            let (occupation, area) = (code(number * 7919 % OCCUPATIONS), format!("{:05}", 10_000 + number * 104_729 % AREAS));
            found += u32::from(dataset.find(&Asked { area: Some(&area), ..Asked::of(&occupation, &measure) }).is_ok());
        }
        assert_eq!(found, 100_000, "every row is found");
        println!("| {name} | {megabytes} | {} | {} |", read.as_millis(), start.elapsed().as_millis());
    }
    Ok(())
}

/// The file: each occupation in each area.
fn file(quoted: bool, line_end: &str) -> Result<String, std::fmt::Error> {
    let quote = if quoted { "\"" } else { "" };
    let comma = if quoted { "," } else { "" };
    let mut text = HEADER.replace('\n', line_end);
    for area in 0..AREAS {
        for occupation in 0..OCCUPATIONS {
            let pay = 20 + (area + occupation) % 70;
            write!(
                text,
                "{:05},\"A{area}, CA\",CA,{},No. {occupation},detailed,\
                 {quote}1{comma}{:03}{quote},2.5,1.204,0.88,{pay}.13,{quote}{pay}{comma}120{quote},1.6,10.12,13.40,{pay}.10,40.22,52.90,\
                 {quote}{pay}{comma}010{quote},{quote}{pay}{comma}050{quote},{quote}{pay}{comma}100{quote},{quote}{pay}{comma}150{quote},{quote}{pay}{comma}200{quote},,{line_end}",
                10_000 + area,
                code(occupation),
                occupation % 1000
            )?;
        }
    }
    Ok(text)
}

/// The code of an occupation, by its number.
fn code(number: u32) -> String {
    format!("{}-{:04}", 11 + number / 50, 1000 + number % 50)
}
