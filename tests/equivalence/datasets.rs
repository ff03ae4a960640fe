//! Publishers' files with the figures of the guides: wages, projections, and a table in a form of its own.

use std::fmt::Write as _;

use crate::guides;
use crate::project::Project;

/// Where the files are declared.
pub(crate) const DECLARATIONS: &str = "content/_data/datasets.yaml";
/// Wages, by code of the occupation.
pub(crate) const WAGES: &str = "content/_data/wages_M2026.csv";
/// Jobs and what becomes of them.
pub(crate) const OUTLOOK: &str = "content/_data/outlook.csv";
/// Nights at work, by code, place and year.
pub(crate) const NIGHTS: &str = "content/_data/nights.csv";

/// Wages of places.
pub(crate) const PLACES: &str = "content/_data/places_M2026.csv";

/// An occupation that all the files have and that no guide is about.
pub(crate) const NOBODY: &str = "99-0001";

/// Each on one line, as all data files of the project.
const DECLARED: &str = "\
wages: { file: wages_M2026.csv, format: oews, source: bls, top_code: { hour: 115.00, year: 239200 } }
outlook: { file: outlook.csv, format: bls-projections, source: census }
places: { file: places_M2026.csv, format: oews, source: bls }
nights: { file: nights.csv, format: table, source: census, marks: { x: suppressed }, columns: { occupation: Code, area: Place, period: Year, figures: [{ column: Nights, measure: count, name: nights }] } }
";

/// The header of the wages.
const WAGES_HEADER: &str = "OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,H_MEDIAN,A_MEDIAN,A_PCT90\n";

/// The title and the header of the projections.
const OUTLOOK_HEADER: &str = "\"Table 1.2 Occupational projections, 2025–35 (Employment in thousands)\",,,,,,,,\n\
    2025 National Employment Matrix title,2025 National Employment Matrix code,Occupation type,\"Employment, 2025\",\"Employment, 2035\",\
    \"Employment change, numeric, 2025–35\",\"Employment change, percent, 2025–35\",\"Median annual wage, dollars, 2025\",Typical education needed for entry\n";

/// Declares the datasets and writes their files, with a row or more for every guide with a code, and for nobody's.
pub(crate) fn write(project: &mut Project) {
    let mut cities = "AREA,AREA_TITLE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEDIAN\n".to_owned();
    let (mut wages, mut outlook, mut nights) = (WAGES_HEADER.to_owned(), OUTLOOK_HEADER.to_owned(), "Code,Place,Year,Nights\n".to_owned());
    let places = guides::places();
    let known = places.iter().enumerate().map(|(number, (_, name))| (number, guides::code(number), *name));
    for (number, code, name) in known.chain([(places.len(), NOBODY.to_owned(), "Nobody")]) {
        let pay = guides::pay(number);
        // Where little is published: marks in place of numbers.
        let cents = (100 * pay + 1040) / 2080;
        let hour = if number % 8 == 4 { "*".to_owned() } else { format!("{}.{:02}", cents / 100, cents % 100) };
        let best = if number % 3 == 0 { "#".to_owned() } else { (2 * pay).to_string() };
        let _ = writeln!(wages, "{code},{name},detailed,{},{hour},{pay},{best}", 1000 + 10 * number);
        let growth = if number % 2 == 1 { guides::GROWTH } else { number / 4 };
        let jobs = 100 * (1 + number);
        let _ = writeln!(
            outlook,
            "{name},{code},Line item,{jobs},{},{},{growth},{},Bachelor's degree",
            jobs * (100 + growth) / 100,
            jobs * growth / 100,
            pay - 900
        );
        for (at, place) in ["Nearby", "Faraway", "Between"].iter().enumerate() {
            let pay = if number % 5 == at { "*".to_owned() } else { (pay + 700 * at).to_string() };
            let _ = writeln!(cities, "7000{at},{place},{code},{name},detailed,{},{pay}", 40 * (at + 1));
        }
        for (place, year) in [("", 2024), ("", 2025), ("N", 2025)] {
            let is_told = place.is_empty() || number % 8 != 6;
            let value = if is_told { format!("{}.5", 20 + number + place.len()) } else { "x".to_owned() };
            let _ = writeln!(nights, "{code},{place},{year},{value}");
        }
    }
    for (path, text) in [(DECLARATIONS, DECLARED), (WAGES, &wages), (PLACES, &cities), (OUTLOOK, &outlook), (NIGHTS, &nights)] {
        project.write(path, text);
    }
}
