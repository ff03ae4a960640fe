//! What readers and programs find of the figures of small projects: their tables as text, sentences, and what is told of them.
#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod support;

use guidepost::pipeline::Build;
use guidepost::problem::Level;
use support::{built, report, sources};

/// What every project here has: pay of two years, and the guide that shows it.
const PAY: &str = "\
=== content/_data/sources.yaml
new: { publisher: BLS, title: Wages of 2025, url: https://www.bls.gov/oes/ }
old: { publisher: BLS, title: Wages of 2024, url: https://www.bls.gov/oes/ }
survey: { publisher: CPS, title: Survey, url: https://www.bls.gov/cps/ }
=== content/_data/datasets.yaml
oews: { file: pay_M2025.csv, format: oews, source: new, top_code: { hour: 120.00, year: 249600 } }
oews-2024: { file: pay_M2024.csv, format: oews, source: old }
MORE
=== content/_data/pay_M2025.csv
OCC_CODE,OCC_TITLE,TOT_EMP,H_MEDIAN,A_MEDIAN
31-1131,Aides,100,19.00,NOW
=== content/_data/pay_M2024.csv
OCC_CODE,OCC_TITLE,TOT_EMP,H_MEDIAN,A_MEDIAN
31-1131,Aides,100,18.00,38000
FILES
=== content/aide.md
---
title: Aide
summary: Aides help nurses with the daily care of patients, in hospitals and in nursing homes alike.
occupation: { name: Aide, soc: \"31-1131\" }
authors: []
published: 2026-01-01
FACTS
---
TEXT
";

/// The parts in which one project differs from another.
#[derive(Default, Clone)]
struct Parts {
    /// Entries of `datasets.yaml`.
    datasets: &'static str,
    /// Files beside it.
    files: &'static str,
    /// The entries of `facts`.
    facts: &'static str,
    /// The text of the guide.
    text: &'static str,
    /// The median of 2025 as the file prints it; 39530 if empty.
    now: &'static str,
}

impl Parts {
    fn project(&self) -> String {
        let facts = if self.facts.is_empty() { String::new() } else { format!("facts:\n{}", self.facts) };
        let now = if self.now.is_empty() { "39530" } else { self.now };
        let project = PAY.replace("NOW", now).replace("MORE\n", self.datasets).replace("FILES\n", self.files);
        project.replace("FACTS\n", &facts).replace("TEXT", self.text)
    }

    fn build(&self) -> Build {
        built(&sources(self.project()))
    }

    fn page(&self, path: &str) -> String {
        let build = self.build();
        let is_sound = build.report.problems().iter().all(|problem| problem.level != Level::Error);
        assert!(is_sound, "{}", report(build.report.problems(), &sources(self.project())));
        let (_, file) = build.output.files().find(|(it, _)| it.as_str() == path).unwrap();
        String::from_utf8(file.bytes().to_vec()).unwrap()
    }

    /// The first table of the guide.
    fn table(&self) -> String {
        table_in(&self.page("aide/index.html"))
    }
}

/// The first table of a page: its caption with its unit, its rows, and what stands below it.
fn table_in(html: &str) -> String {
    let figure = between(html, "<figure class=\"data\"", "<p class=\"download\">");
    let table = figure.split("<caption").nth(1).unwrap_or_default();
    let marked = table.replace("<span class=\"unit\">", "| ").replace("</th><t", "</th> | <t").replace("</td><t", "</td> | <t");
    let lines = marked.lines().map(|line| plain(line.split_once('>').map_or(line, |(_, rest)| rest)).trim().to_owned());
    lines.filter(|line| !line.is_empty()).fold(String::new(), |told, line| told + &line + "\n")
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(part, _)| part)
}

/// `html` without its tags.
fn plain(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| said + part.split_once('>').map_or("", |(_, text)| text))
}

/// Checks that the first table of the guide is `expected`.
fn check_table(parts: &Parts, expected: &str) {
    assert_eq!(parts.table(), expected);
}

const BY_YEAR: &str = "```{pay-table}\nby: year\n```";

#[test]
fn pay_over_the_years_says_that_it_is_as_paid_at_the_time() {
    check_table(
        &Parts { text: BY_YEAR, ..Parts::default() },
        "\
Aide: pay over the years | US dollars a year, United States
Time | Median pay a year
May 2024 | $38,000
May 2025 | $39,530a
Source: BLS, Wages of 2024.
Note: As paid at the time.
",
    );
}

const PRICES: &str =
    "prices: { file: prices.csv, format: table, source: survey, columns: { period: Month, figures: [{ column: Index, measure: price-index }] } }\n";

#[test]
fn a_top_code_in_constant_prices_is_a_bound_too() {
    check_table(
        &Parts {
            datasets: PRICES,
            files: "=== content/_data/prices.csv\nMonth,Index\n2024-05,100\n2025-05,110\n",
            text: "```{pay-table}\nby: year\nprices: prices\n```",
            now: "#",
            ..Parts::default()
        },
        "\
Aide: pay over the years | US dollars a year, United States
Time | Median pay a year | In prices of May 2025b
May 2024 | $38,000 | $41,800
May 2025 | $249,600 or morea | $249,600 or more
Source: BLS, Wages of 2024.
",
    );
}

#[test]
fn a_price_index_whose_months_are_dated_by_their_first_day_is_of_months() {
    let page = Parts {
        datasets: PRICES,
        files: "=== content/_data/prices.csv\nMonth,Index\n2024-05-01,100\n2025-05-01,110\n",
        text: "```{pay-table}\nby: year\nprices: prices\n```",
        ..Parts::default()
    }
    .page("aide/index.html");
    let notes: Vec<&str> = page.lines().filter(|line| line.contains("data-source=\"survey\"")).collect();
    assert_eq!(notes.iter().map(|note| plain(note)).collect::<Vec<_>>(), ["CPS, Survey. Area: United States. Period: May 2025."]);
}

#[test]
fn pay_of_other_people_is_no_year_of_the_publishers_line() {
    check_table(
        &Parts {
            facts: "  \
  pay-women: { value: 34000, measure: pay, statistic: median, per: year, as_of: 2023-05, source: survey, population: women }
  pay-told: { value: 33000, measure: pay, statistic: median, per: year, as_of: 2022-05, source: survey, quality: self-reported }
  pay-before: { value: 32000, measure: pay, statistic: median, per: year, as_of: 2021-05, source: old }
",
            text: BY_YEAR,
            ..Parts::default()
        },
        "\
Aide: pay over the years | US dollars a year, United States
Time | Median pay a year
May 2021 | $32,000
May 2024 | $38,000
May 2025 | $39,530a
Source: BLS, Wages of 2024.
Note: As paid at the time.
",
    );
}

const SECTORS: &str = "sectors: { file: sectors_M2025.csv, format: oews, source: new }\n";
const STATES: &str = "states: { file: states_M2025.csv, format: oews, source: new }\n";

#[test]
fn pay_of_other_people_is_not_that_of_an_industry() {
    check_table(
        &Parts {
            datasets: SECTORS,
            files: "=== content/_data/industries.yaml
hospitals: { name: Health care, code: '62' }
schools: { name: Schools, code: '61' }
arts: { name: The arts, code: '71' }
=== content/_data/sectors_M2025.csv
NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN
62,Health Care,sector,31-1131,Aides,80,39000
61,Education,sector,31-1131,Aides,10,37000
",
            facts: "  \
  pay-women: { value: 34000, measure: pay, statistic: median, per: year, as_of: 2025-05, source: survey, population: women, industry: hospitals }
  pay-own: { value: 36000, measure: pay, statistic: median, per: year, as_of: 2025-05, source: survey, industry: arts }
",
            text: "```{pay-table}\nby: industry\n```",
            ..Parts::default()
        },
        "\
Aide: pay by industry | May 2025, United States
Industry | Median pay a year (US dollars) | Number of jobs
Health care | $39,000 | 80
Schools | $37,000 | 10
The arts | $36,000b | no figure
Source: BLS, Wages of 2025.
",
    );
}

#[test]
fn pay_of_other_people_is_not_that_of_an_area() {
    check_table(
        &Parts {
            datasets: STATES,
            files: "=== content/_data/areas.yaml
ohio: { name: Ohio, code: '39', kind: state }
texas: { name: Texas, code: '48', kind: state }
=== content/_data/states_M2025.csv
AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN
39,Ohio,2,31-1131,Aides,80,39000
48,Texas,2,31-1131,Aides,10,37000
",
            facts: "  \
  pay-women: { value: 34000, measure: pay, statistic: median, per: year, as_of: 2025-05, source: survey, population: women, area: ohio }
",
            text: "```{pay-table}\nby: area\n```",
            ..Parts::default()
        },
        "\
Aide: pay by area | May 2025
Area | Median pay a year (US dollars) | Number of jobs
Ohio | $39,000 | 80
Texas | $37,000 | 10
Source: BLS, Wages of 2025.
",
    );
}

#[test]
fn a_top_code_is_not_called_more_twice() {
    let page = Parts {
        now: "#",
        text: "Half earn more than [](fact:pay). Half earn [](fact:pay). Half earn at least [](fact:pay). Half earn [](fact:pay) or more.",
        ..Parts::default()
    }
    .page("aide/index.html");
    let text = plain(&between(&page, "<div class=\"prose\">", "</div>").replace("<sup class=\"figure-note\">", "<").replace("aria-label=\"Source a\">a", ">"));
    assert_eq!(text.trim(), "Half earn more than $249,600. Half earn $249,600 or more. Half earn at least $249,600. Half earn $249,600 or more.");
}

#[test]
fn a_mark_has_the_currency_of_its_place_or_no_unit() {
    let parts = Parts { now: "*", text: "[](fact:pay)", ..Parts::default() };
    let json = parts.page("figures/figures.json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let units: Vec<String> = json["figures"].as_array().unwrap().iter().map(|it| format!("{} {} {}", it["measure"], it["unit"], it["not_published"])).collect();
    assert_eq!(units, ["\"pay\" \"USD\" null", "\"pay\" \"USD\" \"not-available\"", "\"jobs\" \"jobs\" null"]);
    let parts = Parts {
        facts: "  pay-own: { measure: pay, mark: not-available, as_of: 2025-05, source: survey, population: women }\n",
        text: "[](fact:pay-own)",
        ..Parts::default()
    };
    let csv = parts.page("figures/figures.csv");
    let marks: Vec<&str> = csv.lines().filter(|line| line.contains("not-available")).collect();
    assert_eq!(marks, ["Median pay a year,not-available,,,,31-1131,2025-05,United States,,survey,aide/,published,women"]);
}

#[test]
fn a_publishers_file_goes_before_a_table_of_the_project_of_the_same_time() {
    let handbook = "a-handbook: { file: handbook.csv, format: table, source: survey, period: 2025-05, columns: { occupation: Code, figures: [{ column: Pay, measure: pay, statistic: median, basis: year }] } }\n";
    let page = Parts {
        datasets: handbook,
        files: "=== content/_data/handbook.csv\nCode,Pay\n31-1131,52000\n",
        now: "*",
        text: "Pay by the year: [](fact:pay)",
        ..Parts::default()
    }
    .page("aide/index.html");
    assert!(page.contains("not available") && !page.contains("52,000"), "{page}");
}

#[test]
fn of_two_files_of_a_source_the_one_that_has_the_row_is_told_of() {
    let sectors = "a-sectors: { file: sectors_M2025.csv, format: oews, source: new, top_code: { hour: 120.00, year: 249600 } }\n";
    let parts = Parts {
        datasets: sectors,
        files: "=== content/_data/sectors_M2025.csv\nNAICS,NAICS_TITLE,OCC_CODE,OCC_TITLE,TOT_EMP,H_MEDIAN,A_MEDIAN\n622000,Hospitals,29-1141,Nurses,100,40.00,90000\n",
        facts: "  mine: { measure: pay, value: 48526, as_of: 2025-05, source: new }\n",
        text: "[](fact:mine)",
        ..Parts::default()
    };
    let told = report(parts.build().report.problems(), &sources(parts.project()));
    assert!(told.contains("figure-not-in-source") && told.contains("`oews`") && told.contains("$39,530"), "{told}");
}

#[test]
fn a_file_that_tells_of_areas_is_not_of_the_one_that_is_declared() {
    let parts = Parts {
        datasets: "nation: { file: nation_M2025.csv, format: oews, source: new, area: boston }\n",
        files: "=== content/_data/areas.yaml\nus: { name: United States, kind: country, code: US }\nboston: { name: Boston, kind: metro, code: \"71650\" }\n\
            === content/_data/nation_M2025.csv\nAREA,AREA_TITLE,OCC_CODE,OCC_TITLE,TOT_EMP,H_MEDIAN,A_MEDIAN\n99,U.S.,31-1131,Aides,100,19.00,39530\n",
        facts: "  own: { measure: pay, dataset: nation, area: boston }\n",
        text: "Aides in Boston earn [](fact:own).",
        ..Parts::default()
    };
    let told = report(parts.build().report.problems(), &sources(parts.project()));
    assert!(told.contains("error[unknown-fact]") && told.contains("71650"), "{told}");
}

/// What is told of the project.
fn told(parts: &Parts) -> String {
    report(parts.build().report.problems(), &sources(parts.project()))
}

const OF_TWO_COUNTRIES: &str = "  \
  pay-ca: { value: 95000, measure: pay, as_of: 2025-05, source: survey, area: ca }
  pay-uk: { value: 40000, currency: GBP, measure: pay, as_of: 2025-05, source: survey, area: uk }
";
const COUNTRIES: &str = "=== content/_data/areas.yaml
ca: { name: California, kind: state, code: CA }
uk: { name: United Kingdom, kind: country, code: GB }
";

#[test]
fn pay_of_two_currencies_is_not_compared_by_area() {
    let mixed = Parts { facts: OF_TWO_COUNTRIES, files: COUNTRIES, text: "```{pay-chart}\nby: area\n```", ..Parts::default() };
    let told = told(&mixed);
    assert!(told.contains("this block would compare pay in USD with pay in GBP, which nothing converts"), "{told}");
    assert!(told.contains("write one block for each currency: `only: [ca]` for USD and `only: [uk]` for GBP"), "{told}");
    check_table(
        &Parts { text: "```{pay-table}\nby: area\nonly: [uk]\n```", ..mixed },
        "\
Aide: pay by area | pounds sterling a year, May 2025
Area | Median pay a year
United Kingdom | £40,000
Source: CPS, Survey.
",
    );
}

#[test]
fn pay_of_two_currencies_is_not_compared_by_industry_occupation_or_year() {
    let facts = "  \
  pay-hospitals: { value: 95000, measure: pay, as_of: 2025-05, source: survey, industry: hospitals }
  pay-arts: { value: 40000, currency: GBP, measure: pay, as_of: 2025-05, source: survey, industry: arts }
  pay-other: { value: 40000, currency: GBP, measure: pay, as_of: 2025-05, source: survey, occupation: 29-1141 }
  pay-before: { value: 30000, currency: GBP, measure: pay, as_of: 2021-05, source: survey }
";
    let files = "=== content/_data/industries.yaml\nhospitals: { name: Hospitals, code: '62' }\narts: { name: The arts, code: '71' }\n";
    for (text, help) in [
        ("```{pay-table}\nby: industry\n```", "`only: [hospitals]` for USD"),
        ("```{pay-table}\nby: occupation\noccupations: [29-1141]\nper: year\n```", "name in `occupations` only those"),
        ("```{pay-chart}\nby: year\n```", "name a `dataset` of one currency"),
    ] {
        let told = told(&Parts { files, facts, text, ..Parts::default() });
        assert!(told.contains("this block would compare pay in ") && told.contains(help), "{text}: {told}");
    }
}

const METROS: &str = "metros: { file: metros_M2024.csv, format: oews, source: old }\n";

#[test]
fn the_whole_country_is_no_area_beside_itself_on_a_page_about_a_city() {
    let parts = Parts {
        datasets: METROS,
        files: "=== content/_data/areas.yaml
boston: { name: Boston, code: '14460', kind: metro }
=== content/_data/metros_M2024.csv
AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN
14460,\"Boston, MA\",4,31-1131,Aides,80,41000
10180,\"Abilene, TX\",4,31-1131,Aides,10,32000
=== content/_data/pay_M2023.csv
AREA,AREA_TITLE,AREA_TYPE,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEDIAN
99,U.S.,1,31-1131,Aides,100,37000
",
        text: "```{pay-table}\nby: area\nlimit: 3\n```",
        ..Parts::default()
    };
    let expected = "\
Aide: pay by area | May 2024
Area | Median pay a year (US dollars) | Number of jobs
Boston | $41,000 | 80
Abilene, TX | $32,000 | 10
Source: BLS, Wages of 2024.
";
    check_table(&parts, expected);
    // The country's own file, newer than that of its cities, has a row for itself.
    let national = "pay: { file: pay_M2026.csv, format: oews, source: new }\nmetros: { file: metros_M2024.csv, format: oews, source: old }\n";
    let project = |area: &str| {
        let of_page = format!("authors: []\n{area}");
        let text = Parts { datasets: national, ..parts.clone() }.project().replace("pay_M2023", "pay_M2026");
        sources(text.replace("authors: []\n", &of_page))
    };
    for area in ["", "area: boston\n"] {
        let build = built(&project(area));
        let html = build.output.files().find(|(it, _)| it.as_str() == "aide/index.html").map(|(_, file)| String::from_utf8(file.bytes().to_vec()).unwrap());
        let html = html.unwrap();
        assert_eq!(table_in(&html), expected, "{area}");
    }
}

#[test]
fn words_of_points_over_the_years_never_lie_on_one_another() {
    let facts = "  \
  pay-a: { value: 75330, measure: pay, as_of: 2021-05, source: old }
  pay-b: { value: 77600, measure: pay, as_of: 2022-05, source: old }
";
    let html = Parts { facts, text: "```{pay-chart}\nby: year\n```", now: "#", ..Parts::default() }.page("aide/index.html");
    let chart = between(&html, "<svg class=\"chart\"", "</svg>");
    let texts: Vec<String> = chart.split("<text ").skip(1).map(|it| plain(&format!("<{it}")).trim().to_owned()).collect();
    assert_eq!(texts, ["As paid at the time", "$75,330", "$249,600 or more", "May 2021", "May 2025"]);
    assert!(chart.contains("x=\"100%\" text-anchor=\"end\" class=\"chart-value\">$249,600 or more<"), "{chart}");
}

#[test]
fn a_table_of_estimates_says_so_and_the_ledger_too() {
    let parts = Parts {
        facts: "  \
  pay-starter: { value: 30000, measure: pay, statistic: starter, as_of: 2025-05, source: survey, quality: estimate }
  pay-experienced: { value: 50000, measure: pay, statistic: experienced, as_of: 2025-05, source: survey, quality: estimate }
",
        datasets: "",
        text: "```{pay-table}\nby: experience\nper: year\n```",
        ..Parts::default()
    };
    let project = parts.project().replace("31-1131,Aides,100,19.00,39530", "").replace("31-1131,Aides,100,18.00,38000", "");
    let build = built(&sources(project));
    let file = |path: &str| String::from_utf8(build.output.files().find(|(it, _)| it.as_str() == path).unwrap().1.bytes().to_vec()).unwrap();
    assert_eq!(
        table_in(&file("aide/index.html")),
        "\
Aide: pay by experience | US dollars a year, May 2025, United States
Experience | Pay a year
Beginners | $30,000
Experienced | $50,000
Source: CPS, Survey.
Note: An estimate.
"
    );
    let ledger = plain(&file("figures/index.html"));
    assert!(ledger.contains("$30,000 (an estimate)"), "{ledger}");
    let csv = file("figures/figures.csv");
    assert_eq!(csv.lines().next(), Some("measure,value,low,high,unit,occupation,period,area,industry,source,pages,quality,population"));
    assert!(csv.lines().any(|line| line.contains(",30000,") && line.ends_with(",aide/,estimate,")), "{csv}");
}

#[test]
fn of_figures_of_several_qualities_each_that_is_no_published_one_has_its_note() {
    let parts = Parts {
        facts: "  \
  pay-starter: { value: 30000, measure: pay, statistic: starter, as_of: 2025-05, source: survey, quality: estimate }
  pay-experienced: { value: 50000, measure: pay, statistic: experienced, as_of: 2025-05, source: survey, quality: self-reported }
",
        text: "```{pay-table}\nby: experience\nper: year\n```",
        ..Parts::default()
    };
    let html = parts.page("aide/index.html");
    assert!(plain(&html).contains("an estimate") && plain(&html).contains("as told by those who earn it"), "{html}");
    assert!(!parts.table().contains("Note: An estimate"), "{}", parts.table());
}

#[test]
fn a_hole_in_a_sentence_cannot_be_suppressed() {
    let facts = "  mine: { measure: pay, value: 39530, as_of: 2025-05, source: new }\nsuppress:\n  - { check: unknown-fact, reason: We know }\n";
    let parts = Parts { facts, text: "They earn [](fact:nix).", ..Parts::default() };
    let told = report(parts.build().report.problems(), &sources(parts.project()));
    assert!(told.contains("error[unknown-fact]") && told.contains("`unknown-fact` cannot be suppressed"), "{told}");
}
