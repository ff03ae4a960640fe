//! A table of known values, taken from the files by other programs (`grep`, Python's csv), each read back exactly.

use std::collections::BTreeMap;

use guidepost::dataset::{Asked, Dataset};
use guidepost::fact::{Date, Period};

use super::measures::{measure, told};
use super::{OEWS, PROJECTIONS, dataset};

/// Files: `short name`, `path`, `declaration`.
const FILES: &[(&str, &str, &str)] = &[
    ("metro 2015", "bls-oews/metro_M2015_health.csv", OEWS),
    ("2020", "bls-oews/national_M2020_dl.csv", OEWS),
    ("2020 xlsx", "bls-oews/national_M2020_dl.xlsx", OEWS),
    ("2021", "bls-oews/national_M2021_dl.csv", OEWS),
    ("2024", "bls-oews/national_M2024_dl.csv", OEWS),
    ("2024 xlsx", "bls-oews/national_M2024_dl.xlsx", OEWS),
    ("sector 2024", "bls-oews/natsector_M2024_health.csv", OEWS),
    ("2016-26", "bls-ep/2016-26_table-1.7_projections-and-characteristics.csv", PROJECTIONS),
    ("2022-32", "bls-ep/2022-32_table-1.7_projections-and-characteristics.csv", PROJECTIONS),
    ("2024-34", "bls-ep/2024-34_table-1.2_projections-and-characteristics.csv", PROJECTIONS),
    ("table 1.10", "bls-ep/2024-34_table-1.10_separations-and-openings.csv", PROJECTIONS),
    ("table 5.4", "bls-ep/2022-32_table-5.4_education-and-training.csv", PROJECTIONS),
];

/// `file | occupation [@area] [#industry] [~year] | measure | value | period | title`.
const KNOWN: &str = "
    2015: metropolitan, thousands in quotes, LOC QUOTIENT with a blank
    metro 2015 | 29-1069 @31080 | A_MEDIAN | >= 187200 USD | 2015-05 | Physicians and Surgeons, All Other
    metro 2015 | 29-1069 @31080 | H_MEDIAN | >= 90 USD | 2015-05 | Physicians and Surgeons, All Other
    metro 2015 | 29-1069 @31080 | A_MEAN | 220950 USD | 2015-05 | Physicians and Surgeons, All Other
    metro 2015 | 29-1141 @35620 | jobs | 169470 | 2015-05 | Registered Nurses
    metro 2015 | 29-1141 @35620 | count:LOC_QUOTIENT | 0.94 | 2015-05 | Registered Nurses
    metro 2015 | 29-1141 @35620 | count:JOBS_1000 | 18.732 | 2015-05 | Registered Nurses
    metro 2015 | 29-2071 @31080 | A_PCT10 | 26890 USD | 2015-05 | Medical Records and Health Information Technicians
    metro 2015 | 29-1061 @31080 | H_MEAN | >= 90 USD | 2015-05 | Anesthesiologists
    metro 2015 | 29-1061 @31080 | percent:MEAN_PRSE | not available | 2015-05 | Anesthesiologists
    metro 2015 | 29-1064 @19100 | A_MEDIAN | not available | 2015-05 | Obstetricians and Gynecologists
    metro 2015 | 00-0000 @31080 | jobs | 5627380 | 2015-05 | All Occupations
    2020: no columns of areas, codes listed twice
    2020 | 00-0000 | jobs | 139099570 | 2020-05 | All Occupations
    2020 | 25-2021 | A_MEDIAN | 60940 USD | 2020-05 | Elementary School Teachers, Except Special Education
    2020 | 25-2021 | H_MEDIAN | not available | 2020-05 | Elementary School Teachers, Except Special Education
    2020 | 27-2011 | H_MEDIAN | 21.88 USD | 2020-05 | Actors
    2020 | 27-2011 | A_MEDIAN | not available | 2020-05 | Actors
    2020 | 29-1216 | H_MEDIAN | >= 100 USD | 2020-05 | General Internal Medicine Physicians
    2020 | 29-1216 | A_MEDIAN | >= 208000 USD | 2020-05 | General Internal Medicine Physicians
    2020 | 13-1074 | jobs | not available | 2020-05 | Farm Labor Contractors
    2020 | 13-1074 | A_MEDIAN | 47780 USD | 2020-05 | Farm Labor Contractors
    2020 | 53-2011 | A_PCT90 | >= 208000 USD | 2020-05 | Airline Pilots, Copilots, and Flight Engineers
    2020 | 29-1011 | count:JOBS_1000 | does not apply | 2020-05 | Chiropractors
    2020 xlsx | 00-0000 | H_MEDIAN | 20.17 USD | 2020-05 | All Occupations
    2020 xlsx | 00-0000 | H_PCT75 | 32.41 USD | 2020-05 | All Occupations
    2020 xlsx | 00-0000 | jobs | 139099570 | 2020-05 | All Occupations
    2020 xlsx | 27-2042 | A_PCT90 | not available | 2020-05 | Musicians and Singers
    2020 xlsx | 29-1216 | A_PCT75 | >= 208000 USD | 2020-05 | General Internal Medicine Physicians
    2020 xlsx | 13-1074 | jobs | not available | 2020-05 | Farm Labor Contractors
    2020 xlsx | 29-1141 | percent:EMP_PRSE | 0.5 % | 2020-05 | Registered Nurses
    2021: a mark at the beginning, CRLF, thousands in quotes
    2021 | 00-0000 | jobs | 140886310 | 2021-05 | All Occupations
    2021 | 29-2072 | A_MEDIAN | 46660 USD | 2021-05 | Medical Records Specialists
    2021 | 29-2072 | H_MEDIAN | 22.43 USD | 2021-05 | Medical Records Specialists
    2021 | 29-1216 | A_MEDIAN | >= 208000 USD | 2021-05 | General Internal Medicine Physicians
    2021 | 29-1216 | A_MEAN | 242190 USD | 2021-05 | General Internal Medicine Physicians
    2021 | 27-2042 | H_PCT90 | 88.77 USD | 2021-05 | Musicians and Singers
    2021 | 27-2042 | A_MEAN | not available | 2021-05 | Musicians and Singers
    2021 | 53-2011 | H_MEAN | not available | 2021-05 | Airline Pilots, Copilots, and Flight Engineers
    2021 | 29-2010 | A_MEDIAN | 57800 USD | 2021-05 | Clinical Laboratory Technologists and Technicians
    2021 | 41-9012 | A_MEAN | not available | 2021-05 | Models
    2024
    2024 | 29-2072 | A_MEDIAN | 50250 USD | 2024-05 | Medical Records Specialists
    2024 | 29-2072 @99 #000000 | jobs | 187910 | 2024-05 | Medical Records Specialists
    2024 | 29-2072 | H_PCT10 | 17.2 USD | 2024-05 | Medical Records Specialists
    2024 | 27-2011 | H_MEDIAN | 23.33 USD | 2024-05 | Actors
    2024 | 27-2011 | A_MEDIAN | not available | 2024-05 | Actors
    2024 | 25-2021 | H_MEDIAN | not available | 2024-05 | Elementary School Teachers, Except Special Education
    2024 | 25-2021 | A_MEDIAN | 62340 USD | 2024-05 | Elementary School Teachers, Except Special Education
    2024 | 29-1216 | A_PCT90 | >= 239200 USD | 2024-05 | General Internal Medicine Physicians
    2024 | 29-1216 | H_PCT90 | >= 115 USD | 2024-05 | General Internal Medicine Physicians
    2024 | 29-1216 | A_MEDIAN | 236350 USD | 2024-05 | General Internal Medicine Physicians
    2024 xlsx | 00-0000 | H_MEDIAN | 23.8 USD | 2024-05 | All Occupations
    2024 xlsx | 00-0000 | jobs | 154187380 | 2024-05 | All Occupations
    2024 xlsx | 29-2072 @99 #000000 | A_MEDIAN | 50250 USD | 2024-05 | Medical Records Specialists
    2024 xlsx | 53-2011 | A_PCT75 | >= 239200 USD | 2024-05 | Airline Pilots, Copilots, and Flight Engineers
    2024 xlsx | 27-2011 | A_PCT10 | not available | 2024-05 | Actors
    sectors, whose codes may be ranges
    sector 2024 | 29-2072 #62 | A_MEDIAN | 48690 USD | 2024-05 | Medical Records Specialists
    sector 2024 | 29-2072 #31-33 | jobs | 100 | 2024-05 | Medical Records Specialists
    sector 2024 | 29-2072 #31-33 | percent:PCT_RPT | too few to publish | 2024-05 | Medical Records Specialists
    sector 2024 | 29-1141 #99 | A_MEDIAN | 106520 USD | 2024-05 | Registered Nurses
    sector 2024 | 29-1141 #62 | percent:PCT_TOTAL | 12.07 % | 2024-05 | Registered Nurses
    sector 2024 | 29-1029 #31-33 | jobs | not available | 2024-05 | Dentists, All Other Specialists
    sector 2024 | 29-2010 #31-33 | H_MEDIAN | 30.09 USD | 2024-05 | Clinical Laboratory Technologists and Technicians
    projections of 2016-26: a header of two rows below the title
    2016-26 | 29-2071 | jobs | 206300 | 2016 | Medical records and health information technicians
    2016-26 | 29-2071 ~2026 | jobs | 234100 | 2026 | Medical records and health information technicians
    2016-26 | 29-2071 | change | 27800 | 2016 to 2026 | Medical records and health information technicians
    2016-26 | 29-2071 | growth | 13.5 % | 2016 to 2026 | Medical records and health information technicians
    2016-26 | 29-2071 | openings | 15800 | 2016 to 2026 | Medical records and health information technicians
    2016-26 | 29-2071 | A_MEDIAN | 39180 USD | 2017 | Medical records and health information technicians
    2016-26 | 29-2071 | education | postsecondary-award | 2016 | Medical records and health information technicians
    2016-26 | 29-1061 | A_MEDIAN | >= 208000 USD | 2017 | Anesthesiologists
    2016-26 | 29-1061 | training | internship | 2016 | Anesthesiologists
    2016-26 | 27-2011 | A_MEDIAN | not available | 2017 | Actors
    2016-26 | 53-7071 | self-employed | not available | 2016 | Gas compressor and gas pumping station operators
    2016-26 | 00-0000 | openings | 18742000 | 2016 to 2026 | Total, all occupations
    2016-26 | 29-1060 | education | not available | 2016 | Physicians and surgeons
    2022-32
    2022-32 | 29-2072 | growth | 8.5 % | 2022 to 2032 | Medical records specialists
    2022-32 | 29-2072 ~2032 | jobs | 210900 | 2032 | Medical records specialists
    2022-32 | 29-2072 | A_MEDIAN | 47180 USD | 2022 | Medical records specialists
    2022-32 | 29-1249 | A_MEDIAN | >= 239200 USD | 2022 | Surgeons, all other
    2022-32 | 11-1011 | change | -23000 | 2022 to 2032 | Chief executives
    2022-32 | 11-1011 | experience | FiveYearsOrMore | 2022 | Chief executives
    2022-32 | 29-2072 | self-employed | 1 % | 2022 | Medical records specialists
    2024-34: the shares of all jobs are new, and the dashes are longer
    2024-34 | 29-2072 | jobs | 194800 | 2024 | Medical records specialists
    2024-34 | 29-2072 | growth | 7.1 % | 2024 to 2034 | Medical records specialists
    2024-34 | 29-2010 | jobs | 351200 | 2024 | Clinical laboratory technologists and technicians
    2024-34 | 27-2011 | growth | 0.3 % | 2024 to 2034 | Actors
    2024-34 | 31-9097 | self-employed | not available | 2024 | Phlebotomists
    2024-34 | 23-1011 | education | doctoral | 2024 | Lawyers
    table 1.10 | 29-2072 | openings | 14200 | 2024 to 2034 | Medical records specialists
    table 1.10 | 29-2072 | percent:Labor force exit rate | 3.5 % | 2024 to 2034 | Medical records specialists
    table 1.10 | 29-2072 | count:Occupational transfers | 5800 | 2024 to 2034 | Medical records specialists
    table 5.4 | 29-2072 | education | postsecondary-award | 2022 | Medical records specialists
    table 5.4 | 27-2011 | training | long-term | 2022 | Actors
    table 5.4 | 11-1031 | experience | UnderFiveYears | 2022 | Legislators
";

#[test]
fn known_values_are_read_back_exactly() {
    let mut files: BTreeMap<&str, Dataset> = BTreeMap::new();
    for (name, path, yaml) in FILES {
        let Some(dataset) = dataset(path, yaml) else { return };
        files.insert(name, dataset);
    }
    let lines: Vec<Vec<&str>> = KNOWN.lines().map(|line| line.split('|').map(str::trim).collect()).filter(|line: &Vec<&str>| line.len() == 6).collect();
    assert!(lines.len() >= 60, "{}", lines.len());
    for line in &lines {
        let part = |mark: char| line[1].split_whitespace().find_map(|word| word.strip_prefix(mark));
        let measure = measure(line[2]);
        let asked = Asked {
            area: part('@'),
            industry: part('#'),
            period: part('~').map(|year| Period::At(Date::of_year(year.parse().unwrap()))),
            ..Asked::of(line[1].split_whitespace().next().unwrap(), &measure)
        };
        let found = files[line[0]].find(&asked).unwrap_or_else(|absent| panic!("{line:?}: {absent}"));
        assert_eq!([told(&found.value), found.period.to_string(), found.title], [line[3], line[4], line[5]].map(str::to_owned), "{line:?}");
    }
}

/// The two editions of a year say the same in every cell.
#[test]
fn a_workbook_and_its_text_say_the_same() {
    for year in ["2020", "2024"] {
        let path = |end: &str| format!("bls-oews/national_M{year}_dl.{end}");
        let Some((text, workbook)) = dataset(&path("csv"), OEWS).zip(dataset(&path("xlsx"), OEWS)) else { return };
        assert_eq!(text.occupations(), workbook.occupations());
        assert_eq!(text.measures(), workbook.measures());
        for occupation in text.occupations() {
            for measure in text.measures() {
                let asked = Asked::of(&occupation.code, measure);
                let (text, workbook) = (text.find(&asked).unwrap(), workbook.find(&asked).unwrap());
                assert_eq!((&text.value, &text.title), (&workbook.value, &workbook.title), "{} {measure:?}", occupation.code);
            }
        }
    }
}
