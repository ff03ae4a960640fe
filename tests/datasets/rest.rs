//! What a value comes with, what is missing and why, and a table by its mapping.

use guidepost::dataset::{Absent, Asked};
use guidepost::fact::{Measure, Period};

use super::measures::{measure, told};
use super::{OEWS, PROJECTIONS, dataset};

const NATIONAL: &str = "bls-oews/national_M2024_dl.csv";

#[test]
fn a_value_has_its_place_and_a_locator() {
    let median = measure("A_MEDIAN");
    let asked = Asked::of("29-2072", &median);
    let Some((text, workbook)) = dataset(NATIONAL, OEWS).zip(dataset("bls-oews/national_M2024_dl.xlsx", OEWS)) else { return };
    let found = text.find(&asked).unwrap();
    assert_eq!((found.locator.as_str(), found.area.as_deref(), found.industry.as_deref()), ("29-2072, A_MEDIAN", Some("99"), Some("000000")));
    let bytes = std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(NATIONAL)).unwrap();
    assert_eq!((&bytes[found.place.span.start..found.place.span.end], found.place.cell), (&b"50250"[..], None));
    let found = workbook.find(&asked).unwrap();
    // Line 379 of the text, as `grep -n` counts it.
    assert_eq!(found.place.cell.as_deref(), Some("row 379, column A_MEDIAN"));
    let Some(sector) = dataset("bls-oews/natsector_M2024_health.csv", OEWS) else { return };
    assert_eq!(sector.find(&Asked { industry: Some("31-33"), ..asked }).unwrap().locator, "29-2072, A_MEDIAN, industry 31-33");
}

#[test]
fn growth_comes_with_the_quotient_before_rounding() {
    let Some(dataset) = dataset("bls-ep/2016-26_table-1.7_projections-and-characteristics.csv", PROJECTIONS) else { return };
    let found = dataset.find(&Asked::of("29-2071", &Measure::Growth)).unwrap();
    assert_eq!((told(&found.value).as_str(), found.exact.unwrap().rounded(2).to_string().as_str()), ("13.5 %", "13.48"));
    assert_eq!(found.locator, "29-2071, Employment Change, 2016-26, Percent");
}

#[test]
fn no_row_of_a_published_projection_contradicts_itself() {
    let files = [
        "2016-26_table-1.7_projections-and-characteristics",
        "2022-32_table-1.7_projections-and-characteristics",
        "2024-34_table-1.2_projections-and-characteristics",
    ];
    for file in files {
        let Some(dataset) = dataset(&format!("bls-ep/{file}.csv"), PROJECTIONS) else { return };
        let find = |code: &str| dataset.find(&Asked::of(code, &Measure::Growth));
        let wrong: Vec<String> = dataset.occupations().into_iter().filter(|it| matches!(find(&it.code), Err(Absent::Sums { .. }))).map(|it| it.code).collect();
        assert_eq!(wrong, [""; 0], "{file}");
    }
}

#[test]
fn what_is_missing_is_told_precisely() {
    let Some((metro, sector)) = dataset("bls-oews/metro_M2015_health.csv", OEWS).zip(dataset("bls-oews/natsector_M2024_health.csv", OEWS)) else { return };
    let median = measure("A_MEDIAN");
    let asked = Asked::of("29-1141", &median);
    assert!(matches!(metro.find(&asked), Err(Absent::AreaUnsaid { has }) if has.len() == 11));
    assert!(matches!(metro.find(&Asked { area: Some("12345"), ..asked }), Err(Absent::Area { elsewhere: false, .. })));
    assert!(matches!(metro.find(&Asked { industry: Some("62"), area: Some("31080"), ..asked }), Err(Absent::Industry { .. })));
    assert!(matches!(sector.find(&asked), Err(Absent::IndustryUnsaid { has }) if has.len() == 20));
    assert!(matches!(sector.find(&Asked { industry: Some("23"), ..Asked::of("29-1215", &median) }), Err(Absent::Industry { elsewhere: true, .. })));
    let absent = sector.find(&Asked { industry: Some("62"), ..Asked::of("29-2079", &median) }).unwrap_err();
    assert_eq!(absent.to_string(), "this dataset has no occupation `29-2079`");
    assert_eq!(absent.help().unwrap(), "near to it are `29-2070` (Medical Records Specialists), `29-2072` (Medical Records Specialists)");
    assert!(matches!(sector.find(&Asked { industry: Some("62"), ..Asked::of("29-2072", &Measure::Growth) }), Err(Absent::Measure { .. })));
    let other_year = Some(Period::At("2023-05".parse().unwrap()));
    assert!(matches!(sector.find(&Asked { industry: Some("62"), period: other_year, ..asked }), Err(Absent::Period { .. })));
}

#[test]
fn occupations_areas_and_industries_have_titles_and_levels() {
    let Some((metro, sector)) = dataset("bls-oews/metro_M2015_health.csv", OEWS).zip(dataset("bls-oews/natsector_M2024_health.csv", OEWS)) else { return };
    let areas = metro.areas("29-1141");
    assert_eq!((areas.len(), areas[0].code.as_str(), areas[0].title.as_str()), (11, "16980", "Chicago-Naperville-Elgin, IL-IN-WI"));
    let manufacturing = sector.industries("29-1141").into_iter().find(|it| it.code == "31-33").unwrap();
    assert_eq!((manufacturing.title.as_str(), manufacturing.level.as_str()), ("Manufacturing", "sector"));
    let Some(national) = dataset(NATIONAL, OEWS) else { return };
    let nurses = national.occupations().into_iter().find(|it| it.code == "29-1141").unwrap();
    assert_eq!((nurses.title.as_str(), nurses.level.as_str()), ("Registered Nurses", "detailed"));
    assert_eq!((national.occupations().len(), national.areas("29-1141").len()), (854, 1));
}

const CPI: &str = "
format: table
columns:
  period: Date
  period_counts: month
  figures: [{ column: Index, measure: price-index }]
";

#[test]
fn a_month_without_a_price_index_is_told() {
    let Some(dataset) = dataset("cpi/cpi-u_monthly.csv", CPI) else { return };
    let asked =
        |month: &str| Asked { occupation: None, measure: &Measure::PriceIndex, area: None, industry: None, period: Some(Period::At(month.parse().unwrap())) };
    for (month, index) in [("1913-01", "9.8"), ("2025-09", "324.8"), ("2026-05", "335.123")] {
        let found = dataset.find(&asked(month)).unwrap();
        assert_eq!((told(&found.value).as_str(), found.period.to_string().as_str(), found.locator), (index, month, format!("{month}, Index")));
    }
    let absent = dataset.find(&asked("2025-10")).unwrap_err();
    assert_eq!((absent.to_string().as_str(), absent.help().as_deref()), ("this dataset has nothing for 2025-10", Some("it has `2025-09`, `2025-11`")));
    assert!(matches!(dataset.find(&asked("2025")), Err(Absent::PeriodUnsaid { has }) if has.len() == 2));
    assert_eq!(dataset.periods("").len(), 1360);
}
