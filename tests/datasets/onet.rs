//! The lists of O*NET: the text edition of 27.0, and tables of the Excel edition of 29.3.

use guidepost::dataset::{Absent, Asked, Dataset};
use guidepost::fact::{Decimal, Measure};

use super::measures::{measure, told};
use super::read;

const TEXT: [&str; 7] = [
    "onet-27.0-text/Alternate Titles.health.txt",
    "onet-27.0-text/Education, Training, and Experience Categories.txt",
    "onet-27.0-text/Education, Training, and Experience.health.txt",
    "onet-27.0-text/Occupation Data.txt",
    "onet-27.0-text/Related Occupations.health.txt",
    "onet-27.0-text/Task Statements.health.txt",
    "onet-27.0-text/Work Styles.health.txt",
];
const CONVERTED: [&str; 6] = [
    "onet-29.3/Alternate Titles.health.tsv",
    "onet-29.3/Education, Training, and Experience Categories.tsv",
    "onet-29.3/Education, Training, and Experience.health-RL.tsv",
    "onet-29.3/Occupation Data.tsv",
    "onet-29.3/Related Occupations.health.tsv",
    "onet-29.3/Skills.health-importance.tsv",
];

fn onet(files: &[&str]) -> Option<Dataset> {
    let (dataset, problems) = read(files, "format: onet")?;
    assert_eq!(problems, []);
    Some(dataset.unwrap())
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn rows_that_the_publisher_suppresses_are_counted_and_not_shown() {
    for files in [&TEXT[..], &CONVERTED[..]] {
        let Some(dataset) = onet(files) else { return };
        let education = dataset.onet().unwrap().education("29-1141");
        assert_eq!((education.rows.len(), education.suppressed.len()), (11, 1));
        let associate = education.rows.iter().find(|row| row.category == 5).unwrap();
        assert_eq!((associate.label.as_str(), associate.percent), ("Associate's Degree (or other 2-year degree)", decimal("19.39")));
        assert!(education.rows.iter().all(|row| row.category != 6));
        for (asked, expected) in [("education-share:5", "19.39 %"), ("education-share:6", "not published"), ("education-share:12", "0 %")] {
            let measure = measure(asked);
            let found = dataset.find(&Asked::of("29-1141.00", &measure)).unwrap();
            assert_eq!((told(&found.value).as_str(), found.period.to_string().as_str(), found.title.as_str()), (expected, "2021-08", "Registered Nurses"));
        }
    }
}

#[test]
fn skills_have_their_importance_from_0_to_100() {
    let Some(dataset) = onet(&CONVERTED) else { return };
    let skills = dataset.onet().unwrap().skills("29-1141");
    assert_eq!((skills.rows.len(), skills.suppressed.len()), (35, 0));
    let reading = &skills.rows[0];
    assert_eq!((reading.name.as_str(), reading.element.as_str()), ("Reading Comprehension", "2.A.1.a"));
    assert_eq!((reading.value, reading.importance), (decimal("3.88"), decimal("72")));
    let listening = measure("skill:2.A.1.b");
    assert_eq!(told(&dataset.find(&Asked::of("29-1141", &listening)).unwrap().value), "75");
}

#[test]
fn ratings_of_other_kinds_are_no_skills_and_can_be_asked_for() {
    let Some(dataset) = onet(&TEXT) else { return };
    assert_eq!(dataset.onet().unwrap().skills("29-1011").rows, []);
    let found = dataset.find(&Asked::of("29-1011", &measure("skill:1.C.1.a"))).unwrap();
    assert_eq!((told(&found.value).as_str(), found.locator.as_str()), ("70.5", "29-1011.00, Achievement/Effort"));
    let missing = dataset.find(&Asked::of("29-1011", &Measure::Jobs)).unwrap_err();
    assert!(matches!(missing, Absent::Measure { .. }));
}

#[test]
fn tasks_titles_and_related_occupations_are_lists() {
    let Some((text, converted)) = onet(&TEXT).zip(onet(&CONVERTED)) else { return };
    let (old, new) = (text.onet().unwrap(), converted.onet().unwrap());
    let tasks = old.tasks("29-1141");
    assert_eq!(tasks.len(), 27);
    assert_eq!((tasks[0].text.as_str(), tasks[0].is_core), ("Record patients' medical information and vital signs.", Some(true)));
    assert_eq!((old.alternate_titles("29-1141").len(), new.alternate_titles("29-1141").len()), (94, 100));
    assert_eq!(new.alternate_titles("29-1141")[0], "Cardiac Care Unit Nurse (CCU Nurse)");
    // The text edition has no titles beside the codes: they come from the table of occupations.
    for onet in [old, new] {
        let related = onet.related("29-1141");
        assert_eq!((related[1].code.as_str(), related[1].title.as_str(), related[1].tier.as_str()), ("29-1171.00", "Nurse Practitioners", "Primary-Short"));
    }
    assert_eq!(converted.title("29-2072").as_deref(), Some("Medical Records Specialists"));
    assert_eq!(converted.occupations().len(), 1016);
}

#[test]
fn an_unknown_code_is_told_with_its_neighbours() {
    let Some(dataset) = onet(&CONVERTED) else { return };
    let absent = dataset.find(&Asked::of("29-1149", &measure("skill:2.A.1.a"))).unwrap_err();
    assert_eq!(absent.to_string(), "this dataset has no occupation `29-1149.00`");
    assert!(absent.help().unwrap().starts_with("near to it are `29-1141.00` (Registered Nurses)"), "{:?}", absent.help());
}
