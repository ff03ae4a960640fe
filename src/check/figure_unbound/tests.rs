//! What a guide may print as it is, what it may not, and where each is told.

use crate::check::fixture::{Project, check_problems};

/// Phrases with numbers that no fact could stand behind, in Markdown.
const SILENT: &[&str] = &[
    "It is the $64,000 question.",
    "They code in ICD-10 and CPT.",
    "Read *Medical Terminology* (5th Edition).",
    "CPT 99213-25 and HCPCS J3490",
    "ICD-10-CM, ICD-10-PCS, DSM-5",
    "since 1976, from 2014 to 2024, in the 1990s",
    "by 2034",
    "May 2024 and 2024-05-31",
    "05/31/2024 or 31.12.2024",
    "call 555-1234 or (202) 691-5200",
    "1-800-555-0199, +1 202 691 5200, +44 20 7946 0000",
    "1. Patient care\n2. Vital signs",
    "2\\) Vital signs",
    "open 24/7",
    "a 401(k), a 401k, a 403(b) or a 529 plan",
    "Form W-2, Form 1099-MISC, Form I-9, Schedule K-1",
    "Section 8 housing and Section 508",
    "Title 42, 42 CFR Part 2, 42 U.S.C. 1395",
    "SOC 29-2072 and O*NET 29-2072.01",
    "SOC code 29-2071",
    "NAICS 622110, sectors 31-33",
    "Washington, DC 20212-0001",
    "ZIP 20212",
    "ages 16-24, aged 25 to 34, 18 years or older, a 35-year-old",
    "a room of 10 x 12 feet",
    "10 × 12 ft, 6' 2\", 5 ft 10",
    "8.5 x 11 inch paper",
    "1920x1080",
    "version 1.2.3, Windows 11, HTML5 and CSS3, Python 3.12",
    "ISBN 978-0-323-58263-7",
    "ISBN 0323582638",
    "$0 deductible, $0 down",
    "100 percent committed, 100% remote work, give 110 percent",
    "give 100 percent",
    "a 50/50 split, fifty-fifty",
    "40 hours a week, 12-hour shifts, 24 hours a day",
    "at 8 a.m., 9:30 p.m., from 9 to 5, a 9-to-5 job",
    "lift 50 pounds, up to 75 pounds",
    "walk 5 miles, 6 feet tall",
    "98.6 °F, 37 °C, 120/80 mmHg",
    "a GPA of 3.0, a score of 70",
    "a 4-year degree, two years of college, 3 to 5 years",
    "one of the best, a dozen beds, a hundred patients",
    "the lowest 10 percent, the highest 10 percent, the top 1% of all",
    "the 90th percentile, P90, the 10th",
    "in 2024 dollars, in constant 2012 dollars",
    "in 2024 dollars a year",
    "0.9% sodium chloride, 70% isopropyl alcohol, 5% dextrose",
    "a 95% confidence interval",
    "2 percent milk",
    "Chlorhexidine 2% is used, lidocaine 1% numbs, bleach is thinned to 10%",
    "saturation under 90%, humidity below 60%, a hematocrit of 45%",
    "some 80% earn between the two, a blood loss of 15%, burns over 20% of the body, a 50% chance of rain, a 20% tip, at 85% capacity, 50% glucose",
    "score 70% to pass, attend 90 percent of classes, charge the battery to 20%",
    "earn 2,000 hours, pay for 3,000 people, pay grew for 200,000 workers, earn 30 credits, wages of 2024",
    "90 percent earn less than that, 75 percent earned less, a 0% interest loan, 99% of the time, a pass mark of 80 percent, SpO2 of 98 percent",
    "Ninety percent of nurses earned less than that, only 25 percent of them make less, 50 cents on the dollar, sodium chloride 0.9% is common",
    "my two cents, a $20 bill, a 50% position, a 75 percent contract, a 50% FTE",
    "A passing grade is 70%. 90 percent attendance, 98 percent accuracy, 99.9 percent of germs.",
    "The pulse oximeter should show 95 percent or more.",
    "Ten percent make less than [$30,000](fact:low), ten percent more than [$60,000](fact:high).",
    "10% povidone-iodine, 3% hydrogen peroxide, rooms at 40% humidity, 50% relative humidity, 95% oxygen, read 5% more each week",
    "a six-figure income, a million-dollar question, top dollar",
    "5G, B2B, COVID-19, vitamin B12, H1-B, CO2, A4, x86",
    "the S&P 500, a Fortune 500 company",
    "Level 3, NVQ Level 2, Band 5, Class A CDL, Grade GS-7",
    "OSHA 30, Series 7 and Series 63, Part 107",
    "ISO 9001, RS-232, 10-K, IEEE 802.11",
    "#42, No. 7, item 4(b), § 12",
    "1st, 2nd and 3rd shift",
    "a ratio of 1:4, 3D printing",
    "Chapter 12, page 45, pp. 12–15, Table 1.2, Figure 3",
    "room 101, Suite 200, 350 Fifth Avenue",
    "206,300 jobs, 18,500 openings a year",
    "more than 200,000 people",
    "`$45,780` and `13%`",
    "<code>$45,780</code>",
    "https://example.org/pay?min=$45,000",
    "<https://example.org/a%20b>",
    "[a page](https://example.org/50%25)",
    "[$45,780](fact:pay) a year",
    "[about $46,000](fact:pay)",
    "earn $[45,780](fact:pay)",
    "grows [4](fact:growth) percent",
    "**[$45,780](fact:pay)**",
    "- [4%](fact:growth)",
    "![Pay of $45,780](chart.png)",
    "percent, per cent, %, $",
    "dollars and cents",
    "a cent, the cents",
    "half of all, a third, two thirds, one in four",
    "twice as much",
    "Route 66, I-95, US 1",
    "flight 370, Boeing 737",
    "10.1000/182",
    "10.0.0.1",
    "R0lGODlh",
    "a 2-2-3 rota, 7-on/7-off",
    "4x4",
    "phase 3 of 4",
    "T-10 vertebra, L4-L5",
    "type 2 diabetes, stage 4",
    "15-minute breaks, 90 days, 6 weeks",
    "3 credits, 120 semester hours, 2,080 hours",
    "a class of 30",
    "pH 7.4",
    "500 mg, 10 mL, 2.5 cc",
    "20/20 vision",
    "Article 5, Act 250",
    "PMID 1234567",
    "GS-0640",
    "Public Law 104-191",
    "45 CFR 164.512",
    "AAMI ST79:2017",
    "BLS course C-105",
    "(703) 555-0100 ext. 12",
    "9/11",
    "Catch-22",
    "the 80/20 rule",
    "MP3, H.264",
    "K-12",
];

/// Phrases with money or percent, and what is told of them.
const FOUND: &[(&str, &[&str])] = &[
    ("Pay is $93 600 a year.", &["$93 600"]),
    ("$93 600 000 and $20 100 times", &["$93 600 000", "$20 100"]),
    ("between $20 2019 people", &["$20"]),
    ("Half earn more than $45,780 a year.", &["$45,780"]),
    ("about $39,000 annually", &["$39,000"]),
    ("**$16.44** an hour", &["$16.44"]),
    ("rise by 13 percent through 2026", &["13 percent"]),
    ("4 % (2019-2029)", &["4 %"]),
    ("13\npercent more", &["13\npercent"]),
    ("costs \\$250", &["$250"]),
    ("\\$1,200\\*", &["$1,200"]),
    ("from $30,000 to $45,000", &["$30,000 to $45,000"]),
    ("$30,000--$45,000", &["$30,000--$45,000"]),
    ("[$45,780](https://www.bls.gov/oes/)", &["$45,780"]),
    ("- $22 an hour\n- $25 an hour", &["$22", "$25"]),
    ("> It grows 7%.", &["7%"]),
    ("1. Pay of $45,000", &["$45,000"]),
    ("### Pay of $45,000 a year", &["$45,000"]),
    ("It's \"about\" 4&nbsp;% a year", &["4&nbsp;%"]),
    ("between [$30,000](fact:low) and $45,000", &["$45,000"]),
    ("`$1` and $2", &["$2"]),
    ("Text.[^a]\n\n[^a]: Of $45,000.", &["$45,000"]),
    ("<details>\n<summary>Pay: $45,000</summary>\n</details>", &["$45,000"]),
    ("> <details>\n> <summary>Pay:\n> $45,000</summary>\n> </details>", &["$45,000"]),
    ("<code>$1</code> <mark>$2</mark>", &["$2"]),
    ("a salary of 45,000 is common", &["45,000"]),
    ("They earn about 45,000 a year.", &["45,000"]),
    ("Salaries of 45,000 to 50,000", &["45,000 to 50,000"]),
    ("Wages average 45,000.", &["45,000"]),
    ("You can make up to 60,000 a year.", &["60,000"]),
    ("Annual pay: 45,000", &["45,000"]),
    ("The median is 43,460.", &["43,460"]),
    ("The wage is 20.90 per hour.", &["20.90"]),
    ("They earn 21.50 an hour.", &["21.50"]),
    ("A starting wage of 18 an hour", &["18"]),
    ("Pay is between 30,000 and 45,000.", &["30,000 and 45,000"]),
    ("thirteen percent of them", &["thirteen percent"]),
    ("100 percent of employers", &["100 percent"]),
    ("Ten percent leave, ten percent more than in 2020.", &["Ten percent", "ten percent"]),
    ("an exam fee of $129", &["$129"]),
    ("£32,916 or €40,000", &["£32,916", "€40,000"]),
    ("75 cents an hour", &["75 cents"]),
    ("$45k and $1.2 million", &["$45k", "$1.2 million"]),
    ("a decline of 3%", &["3%"]),
    ("2 percentage points", &["2 percentage points"]),
    ("~~$45,000~~", &["$45,000"]),
    ("2000 dollars a month", &["2000 dollars"]),
    ("12½ percent of them", &["12½ percent"]),
    ("half a million dollars", &["half a million dollars"]),
    ("the other 40 percent", &["40 percent"]),
    ("Those who pass the exam earn 10 percent more", &["10 percent"]),
    ("```{steps}\nitems:\n  - { title: Pay, text: \"It is $45,000.\" }\n```", &["$45,000"]),
    ("```{faq}\nitems:\n  - q: Why?\n    a: |\n      Because of\n      $45,000.\n```", &["$45,000"]),
];

fn found(body: &str) -> Vec<String> {
    let project = Project::new(&format!("=== content/a.md\n---\ntitle: A\noccupation: {{ name: A }}\n---\n{body}\n"));
    let text = format!("---\ntitle: A\noccupation: {{ name: A }}\n---\n{body}\n");
    let problems = project.with_site(|site| project.subjects(site).iter().flat_map(super::find).collect::<Vec<_>>());
    problems.iter().map(|it| text.get(it.span.start..it.span.end).unwrap().to_owned()).collect()
}

#[test]
fn a_number_that_is_no_figure_gives_no_alarm() {
    assert!(SILENT.len() >= 100);
    for text in SILENT {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn money_and_percent_are_told_at_their_place() {
    assert!(FOUND.len() >= 30);
    for (text, expected) in FOUND {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn the_way_out_is_the_link_to_write() {
    check_problems(
        super::find,
        "
        === content/a.md
        ---
        title: A job for $50,000
        summary: Pay is $45,780.
        occupation: { name: A }
        faq:
          - { q: Why $5?, a: 'Because of 7%, [4%](fact:growth).' }
        facts:
          pay: { measure: pay, value: 45780, as_of: 2024-05 }
          growth: { measure: growth, value: 4, from: 2024, to: 2034 }
        ---
        Half earn more than $45,780 a year, or about £30,000; jobs grow 4 percent, or 5 to 6 percent.

        Of all, 30% work at $22 an hour. The exam fee is $129, and beginners earn 21,000.
        ",
        "
        warning: `$50,000` is tied to no fact, so nothing says where it is from
          --> content/a.md:2:18 $50,000
          help: a title cannot name a fact: say it in words here, and print the number as a figure in the text
        warning: `$45,780` is tied to no fact, so nothing says where it is from
          --> content/a.md:3:17 $45,780
          help: a summary cannot name a fact: say it in words here, and print the number as a figure in the text
        warning: `$5` is tied to no fact, so nothing says where it is from
          --> content/a.md:6:14 $5
          help: a question cannot name a fact: say it in words here, and print the number as a figure in the text
        warning: `7%` is tied to no fact, so nothing says where it is from
          --> content/a.md:6:34 7%
          help: write it down under `facts`, `NAME: { measure: percent, of: ..., value: 7, as_of: ..., source: ... }`, and link it: `[7%](fact:NAME)`
        warning: `$45,780` is tied to no fact, so nothing says where it is from
          --> content/a.md:11:21 $45,780
          help: if it is the median pay a year of 2024-05, link it: `[$45,780](fact:pay)`
        warning: `£30,000` is tied to no fact, so nothing says where it is from
          --> content/a.md:11:46 £30,000
          help: write it down under `facts`, `NAME: { measure: pay, currency: GBP, value: ..., as_of: ..., source: ... }`, and link it: `[£30,000](fact:NAME)`
        warning: `4 percent` is tied to no fact, so nothing says where it is from
          --> content/a.md:11:65 4 percent
          help: if it is the growth of 2024 to 2034, link it: `[4 percent](fact:growth)`
        warning: `5 to 6 percent` is tied to no fact, so nothing says where it is from
          --> content/a.md:11:79 5 to 6 percent
          help: write it down under `facts`, `NAME: { measure: growth, range: [5, 6], from: ..., to: ..., source: ... }`, and link it: `[5 to 6 percent](fact:NAME)`
        warning: `30%` is tied to no fact, so nothing says where it is from
          --> content/a.md:13:9 30%
          help: write it down under `facts`, `NAME: { measure: percent, of: ..., value: 30, as_of: ..., source: ... }`, and link it: `[30%](fact:NAME)`
        warning: `$22` is tied to no fact, so nothing says where it is from
          --> content/a.md:13:21 $22
          help: write it down under `facts`, `NAME: { measure: pay, per: hour, value: 22, as_of: ..., source: ... }`, and link it: `[$22](fact:NAME)`
        warning: `$129` is tied to no fact, so nothing says where it is from
          --> content/a.md:13:50 $129
          help: write it down under `facts`, `NAME: { measure: price, of: ..., value: 129, as_of: ..., source: ... }`, and link it: `[$129](fact:NAME)`
        warning: `21,000` is tied to no fact, so nothing says where it is from
          --> content/a.md:13:75 21,000
          help: write it down under `facts`, `NAME: { measure: pay, value: 21000, as_of: ..., source: ... }`, and link it: `[21,000](fact:NAME)`
        ",
    );
}

#[test]
fn a_table_names_a_source_or_links_its_figures() {
    check_problems(
        super::find,
        "
        === content/a.md
        ---
        title: A
        occupation: { name: A }
        ---
        | Place | Pay |
        | --- | ---: |
        | Ohio | $38,860 |

        Table: Pay of $38,860 {source=bls}

        | Place | Pay |
        | --- | ---: |
        | Ohio | $38,860 |
        | Utah | $35,000 |

        Table: Pay

        | Year | Pay |
        | --- | ---: |
        | 2019 | 38,860 |

        Table: Pay {unit=\"USD per year\"}

        | Place | Beds |
        | --- | ---: |
        | Ohio | 120 |
        | Utah | [$1](fact:one) |

        Table: Beds

        | Place | Beds | Annual salary |
        | --- | ---: | ---: |
        | Ohio | 120 | 38,860 |
        ",
        "
        warning: `$38,860` and one more figure of this table have neither facts nor a source behind them
          --> content/a.md:13:10 $38,860
          help: name where they are from behind the caption, `Table: ... {source=id}`, an id of content/_data/sources.yaml; or link each to a fact
        warning: `38,860` in this table has neither a fact nor a source behind it
          --> content/a.md:20:10 38,860
          help: name where they are from behind the caption, `Table: ... {source=id}`, an id of content/_data/sources.yaml; or link each to a fact
        warning: `38,860` in this table has neither a fact nor a source behind it
          --> content/a.md:33:16 38,860
          help: name where they are from behind the caption, `Table: ... {source=id}`, an id of content/_data/sources.yaml; or link each to a fact
        ",
    );
}

#[test]
fn a_percentage_that_names_the_linked_percentile_is_no_figure() {
    check_problems(
        super::find,
        "
        === content/a.md
        ---
        title: A
        occupation: { name: A }
        facts:
          low: { measure: pay, statistic: p10, value: 30000, as_of: 2024-05 }
          high: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
        ---
        10% [](fact:low), **90%:** [$60,000](fact:high), 75%: [](fact:high).

        The nurses of this town earn 5% more.
        ",
        "
        warning: `75%` is tied to no fact, so nothing says where it is from
          --> content/a.md:8:50 75%
          help: write it down under `facts`, `NAME: { measure: percent, of: ..., value: 75, as_of: ..., source: ... }`, and link it: `[75%](fact:NAME)`
        warning: `5%` is tied to no fact, so nothing says where it is from
          --> content/a.md:10:30 5%
          help: write it down under `facts`, `NAME: { measure: percent, of: ..., value: 5, as_of: ..., source: ..., quality: derived }`, and link it: `[5%](fact:NAME)`
        ",
    );
}

#[test]
fn a_plain_page_may_name_its_own_prices_and_the_page_of_a_section_may_not() {
    check_problems(super::find, "\n=== content/about.md\n---\ntitle: About\n---\nWe give 1% of our income, $500.\n", "");
    check_problems(
        super::find,
        "\n=== content/_index.md\n---\ntitle: Careers\n---\nPay begins at $30,000.\n",
        "
            warning: `$30,000` is tied to no fact, so nothing says where it is from
              --> content/_index.md:4:15 $30,000
              help: write it down under `facts`, `NAME: { measure: pay, value: 30000, as_of: ..., source: ... }`, and link it: `[$30,000](fact:NAME)`
            ",
    );
}

#[test]
fn the_way_out_is_a_figure_of_the_whole_that_the_bare_number_says() {
    check_problems(
        super::find,
        "
        === content/a.md
        ---
        title: A
        occupation: { name: A, soc: '29-2099' }
        facts:
          growth: { measure: growth, value: 3.1, from: 2024, to: 2034 }
          hc: { measure: pay, value: 45780, industry: health, as_of: 2024-05 }
          median: { measure: pay, value: 45780, as_of: 2024-05 }
        ---
        The 401(k) match might be up to 4 percent. Half earn $45,780.

        That is about 12 percent below the others.
        ",
        "
        warning: `4 percent` is tied to no fact, so nothing says where it is from
          --> content/a.md:9:33 4 percent
          help: write it down under `facts`, `NAME: { measure: percent, of: ..., value: ..., as_of: ..., source: ... }`, and link it: `[4 percent](fact:NAME)`
        warning: `$45,780` is tied to no fact, so nothing says where it is from
          --> content/a.md:9:54 $45,780
          help: if it is the median pay a year of 2024-05, link it: `[$45,780](fact:median)`
        warning: `12 percent` is tied to no fact, so nothing says where it is from
          --> content/a.md:11:15 12 percent
          help: write it down under `facts`, `NAME: { measure: percent, of: ..., value: ..., as_of: ..., source: ..., quality: derived }`, and link it: `[12 percent](fact:NAME)`
        ",
    );
}
