//! Tables of what is read in running text, and of what is left alone.

use proptest::prelude::*;

use super::*;

/// What was read, in short: `about $39000 a year` is `About 39000 $ Year`.
fn short(it: &Printed) -> String {
    let number = |it: Numeral| it.value.normalized().to_string();
    let amount = match it.amount {
        Amount::One(one) => number(one),
        Amount::Range { low, high } => format!("{}..{}", number(low), number(high)),
    };
    let qualifier = if it.qualifier == Qualifier::None { String::new() } else { format!("{:?} ", it.qualifier) };
    let unit = match it.unit {
        Unit::Bare => String::new(),
        Unit::Percent => " %".to_owned(),
        Unit::Money(Coin::Any) => " c".to_owned(),
        Unit::Money(Coin::Dollar) => " $".to_owned(),
        Unit::Money(Coin::One(currency)) => format!(" {currency}"),
    };
    let basis = it.basis.map(|basis| format!(" {basis:?}")).unwrap_or_default();
    let falls = if it.falls == Fall::Yes { " down" } else { "" };
    format!("{qualifier}{amount}{unit}{basis}{falls}")
}

fn found(text: &str, language: &str) -> Vec<String> {
    let figures = figures(text, &Locale::of(language));
    assert!(figures.iter().all(|it| text.get(it.range.clone()).is_some()), "{text}");
    figures.iter().map(short).collect()
}

#[test]
fn a_number_that_is_no_figure_gives_no_alarm() {
    let silent = [
        "knows ICD-10 and CPT",
        "ICD-10-CM codes",
        "ICD-9/ICD-10",
        "CPT 99213",
        "CPT code 99213-25",
        "HCPCS Level II",
        "DSM-5",
        "Medical Terminology (5th Edition)",
        "a 5th edition",
        "the 2nd ed.",
        "Third edition",
        "in 2016",
        "from 2014 to 2024",
        "2024–34",
        "2014-2024",
        "May 2024",
        "the 1990s",
        "in the '90s",
        "since 1976",
        "call 555-1234",
        "call (202) 691-5200",
        "1-800-555-0199",
        "+1 202 691 5200",
        "+44 20 7946 0000",
        "1. Patient care",
        "2) Vital signs",
        "step 3 of 7",
        "open 24/7",
        "a 401(k) plan",
        "a 401k plan",
        "a 403(b)",
        "a 529 plan",
        "Form W-2",
        "Form 1099-MISC",
        "Form I-9",
        "Schedule K-1",
        "a W-4",
        "Section 8 housing",
        "Section 508",
        "Title IX",
        "Title 42",
        "42 CFR Part 2",
        "42 U.S.C. 1395",
        "SOC 29-2072",
        "SOC code 29-2072.01",
        "29-2071",
        "ZIP 20212",
        "Washington, DC 20212-0001",
        "NAICS 622110",
        "aged 25 to 34",
        "18 years or older",
        "a 35-year-old",
        "ages 16-24",
        "100 percent committed",
        "100% remote",
        "give 110 percent",
        "a 50/50 split",
        "split it fifty-fifty",
        "$0 down",
        "on 05/31/2024",
        "2024-05-31",
        "May 31, 2024",
        "31.12.2024",
        "at 8 a.m.",
        "9:30 p.m.",
        "a 9-to-5 job",
        "from 9 to 5",
        "24 hours a day",
        "40 hours a week",
        "12-hour shifts",
        "version 1.2.3",
        "Windows 11",
        "HTML5 and CSS3",
        "Python 3.12",
        "room 101",
        "Chapter 12",
        "page 45",
        "Table 1.2",
        "Figure 3",
        "ISBN 978-0-323-58263-7",
        "ISBN 0323582638",
        "https://example.org/pay?min=$45,000",
        "www.example.org/50%25",
        "https://example.org/a%20b",
        "mail a$5@example.org",
        "10.0.0.1",
        "10.1000/182",
        "lift 50 pounds",
        "up to 50 pounds",
        "walks 5 miles",
        "6 feet tall",
        "a GPA of 3.0",
        "a score of 70 on the test",
        "4-year degree",
        "two years of college",
        "3 to 5 years",
        "one of the best",
        "the lowest 10 percent of earners",
        "the highest 10 percent",
        "the top 1% of the field",
        "the 90th percentile",
        "P90",
        "in 2024 dollars",
        "in constant 2012 dollars",
        "0.9% sodium chloride",
        "70% isopropyl alcohol",
        "a 95% confidence interval",
        "2 percent milk",
        "a six-figure income",
        "a million-dollar question",
        "top dollar",
        "5G networks",
        "B2B sales",
        "COVID-19",
        "vitamin B12",
        "H1-B visa",
        "the S&P 500",
        "a Fortune 500 company",
        "Level 3",
        "NVQ Level 2",
        "Band 5",
        "Class A CDL",
        "OSHA 30",
        "Series 7 and Series 63",
        "Part 107",
        "R0lGODlh",
        "#42",
        "No. 7",
        "item 4(b)",
        "1st, 2nd and 3rd shift",
        "3D printing",
        "a ratio of 1:4",
        "x86",
        "RS-232",
        "ISO 9001",
        "A4 paper",
        "CO2",
        "10-K",
        "percent",
        "$",
        "dollars and cents",
        "width: 100%;",
        "206,300 jobs",
        "18,500 openings a year",
    ];
    assert!(silent.len() >= 100);
    for text in silent {
        assert_eq!(found(text, "en"), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn money_and_percent_are_found_as_they_are_printed() {
    let table = [
        ("a median of $45,780", "45780 $"),
        ("about $39,000 annually", "About 39000 $ Year"),
        ("about $19 hourly", "About 19 $ Hour"),
        ("$16.44 median hourly pay", "16.44 $"),
        ("rise by 13 percent through 2026", "13 %"),
        ("4 % (2019-2029)", "4 %"),
        ("grow 13.5%", "13.5 %"),
        ("13.48 per cent", "13.48 %"),
        ("US$45,780", "45780 USD"),
        ("U.S. $45,780", "45780 $"),
        ("USD 45,780", "45780 USD"),
        ("USD45,780", "45780 USD"),
        ("45,780 USD", "45780 USD"),
        ("C$50,000", "50000 CAD"),
        ("A$50,000", "50000 AUD"),
        ("£32,916 a year", "32916 GBP Year"),
        ("€40,000", "40000 EUR"),
        ("40,000 €", "40000 EUR"),
        ("EUR 40,000", "40000 EUR"),
        ("¥5,000,000", "5000000 JPY"),
        ("CHF 80'000", "80000 CHF"),
        ("45,780 dollars", "45780 $"),
        ("45,780 US dollars a year", "45780 $ Year"),
        ("40,000 euros", "40000 EUR"),
        ("30,000 pounds sterling", "30000 GBP"),
        ("$45,780 a year", "45780 $ Year"),
        ("$45,780 per year", "45780 $ Year"),
        ("$45,780/year", "45780 $ Year"),
        ("$45,780/yr", "45780 $ Year"),
        ("a $45,780-a-year job", "45780 $ Year"),
        ("$22 an hour", "22 $ Hour"),
        ("$22/hr.", "22 $ Hour"),
        ("$800 a week", "800 $ Week"),
        ("$3,500 per month", "3500 $ Month"),
        ("$250 a day", "250 $ Day"),
        ("$45k", "45000 $"),
        ("$45K a year", "45000 $ Year"),
        ("$1.2 million", "1200000 $"),
        ("$1.2M", "1200000 $"),
        ("£1.2m", "1200000 GBP"),
        ("$3 billion", "3000000000 $"),
        ("$30,000–$45,000", "30000..45000 $"),
        ("$30,000-$45,000", "30000..45000 $"),
        ("$30,000 – $45,000 a year", "30000..45000 $ Year"),
        ("$30,000–45,000", "30000..45000 $"),
        ("$30–45k", "30000..45000 $"),
        ("$30k-$45k", "30000..45000 $"),
        ("$1.2–1.5 million", "1200000..1500000 $"),
        ("from $30,000 to $45,000", "30000..45000 $"),
        ("between $30,000 and $45,000", "30000..45000 $"),
        ("between 30,000 and 45,000 dollars", "30000..45000 $"),
        ("4-5 percent", "4..5 %"),
        ("4% to 5%", "4..5 %"),
        ("between 4 and 5 percent", "4..5 %"),
        ("more than $45,000", "MoreThan 45000 $"),
        ("over $45,000", "MoreThan 45000 $"),
        ("at least $45,000", "AtLeast 45000 $"),
        ("$239,200 or more", "AtLeast 239200 $"),
        ("$239,200+", "AtLeast 239200 $"),
        ("$239,200 a year or more", "AtLeast 239200 $ Year"),
        ("less than $31,000", "LessThan 31000 $"),
        ("under $31,000", "LessThan 31000 $"),
        ("up to $60,000", "AtMost 60000 $"),
        ("no more than $60,000", "AtMost 60000 $"),
        ("nearly 40 percent", "Nearly 40 %"),
        ("almost $40,000", "Nearly 40000 $"),
        ("just under $40,000", "Nearly 40000 $"),
        ("approximately 7%", "About 7 %"),
        ("~7%", "About 7 %"),
        (">7%", "MoreThan 7 %"),
        ("-3.2%", "-3.2 %"),
        ("\u{2212}3.2 percent", "-3.2 %"),
        ("decline 3 percent", "3 % down"),
        ("a decline of about 3 percent", "About 3 % down"),
        ("fell by 3%", "3 % down"),
        ("a 3 percent decrease", "3 % down"),
        ("3 percent fewer jobs", "3 % down"),
        ("fell to 3%", "3 %"),
        ("less than 4 percent", "LessThan 4 %"),
        ("thirteen percent", "13 %"),
        ("twenty-five percent", "25 %"),
        ("two hundred thousand dollars", "200000 $"),
        ("2 percentage points", "2 %"),
        ("a 13-percent increase", "13 %"),
        ("100 percent of employers", "100 %"),
        ("(13%)", "13 %"),
        ("\u{201c}$45,780\u{201d}", "45780 $"),
        ("75 cents an hour", "0.75 c Hour"),
        ("pay is $45,780.", "45780 $"),
        ("$45,780, that is", "45780 $"),
        ("12,34,567 dollars", "1234567 $"),
        ("$1,234,567.89", "1234567.89 $"),
    ];
    for (text, expected) in table {
        assert_eq!(found(text, "en"), [expected], "{text}");
    }
    assert_eq!(found("The lowest 10 percent earned less than $31,000, and 4 percent more.", "en"), ["LessThan 31000 $", "4 %"]);
    assert_eq!(found("pay of $45,780 or 35,480 dollars", "en"), ["45780 $", "35480 $"]);
}

#[test]
fn other_languages_are_read_by_their_own_signs() {
    for (language, text, expected) in [
        ("de", "etwa 45.780 $ im Jahr", "About 45780 $ Year"),
        ("de", "13,5 %", "13.5 %"),
        ("de", "13,5 Prozent", "13.5 %"),
        ("de", "45.780,50 €", "45780.5 EUR"),
        ("de", "zwischen 30.000 und 45.000 Euro", "30000..45000 EUR"),
        ("de", "30.000 bis 45.000 €", "30000..45000 EUR"),
        ("de", "1,2 Mio. Euro", "1200000 EUR"),
        ("de-CH", "CHF 45'780.50", "45780.5 CHF"),
        ("fr", "45\u{202f}780,50\u{a0}€", "45780.5 EUR"),
        ("fr", "environ 45 780 $US par an", "About 45780 USD Year"),
        ("fr", "13,5 pour cent", "13.5 %"),
        ("es", "más de 45.780 dólares al año", "MoreThan 45780 $ Year"),
        ("es", "13,5 por ciento", "13.5 %"),
        ("sv", "13,5 %", "13.5 %"),
        ("xx", "13.5%", "13.5 %"),
    ] {
        assert_eq!(found(text, language), [expected], "{text}");
    }
}

#[test]
fn the_text_of_a_link_is_read_with_the_words_around_it() {
    for (before, printed, after, expected) in [
        ("", "about $39,000", "", "About 39000 $"),
        ("more than ", "200,000", " jobs in 2016", "MoreThan 200000"),
        // Another number is held against this one, which is known.
        ("more than the ", "200,000", " jobs", "200000"),
        ("a little above the ", "3.1 percent", " for all", "3.1 %"),
        ("about the ", "200,000", " jobs", "About 200000"),
        ("grow ", "13", " percent", "13 %"),
        ("earn $", "45,780", " a year", "45780 $ Year"),
        ("", "45,780", "", "45780"),
        ("", "200k", "", "200000"),
        ("", "1.2 million", "", "1200000"),
        ("", "between 30,000 and 45,000 dollars", "", "30000..45000 $"),
        ("", "thirteen percent", "", "13 %"),
        ("", "a dozen", "", "12"),
        ("", "a hundred thousand", "", "100000"),
        ("", "declined 3 percent", "", "3 % down"),
        ("will decline by ", "3 percent", "", "3 % down"),
        ("", "\u{2212}3 percent", "", "-3 %"),
        ("", "206,300 jobs in 2016", "", "206300"),
        ("", "45,780 (May 2024)", "", "45780"),
        ("", "18,500 openings each year", "", "18500"),
        ("between ", "$30,000", " and ", "30000 $"),
        ("", "$239,200", " or more", "AtLeast 239200 $"),
        ("", "2024", "", "2024"),
    ] {
        let it = read(printed, before, after, &Locale::of("en")).unwrap_or_else(|| panic!("{before}[{printed}]{after}"));
        assert_eq!(short(&it), expected, "{before}[{printed}]{after}");
    }
    for printed in ["", "bachelor's degree", "$30,000 or $45,000", "3 of 7", "ICD-10", "5th"] {
        assert_eq!(read(printed, "", "", &Locale::of("en")).map(|it| short(&it)), None, "{printed}");
    }
    let it = read("pay of about $39,000 a year", "x ", "", &Locale::of("en")).unwrap();
    assert_eq!("pay of about $39,000 a year".get(it.range), Some("$39,000"));
}

#[test]
fn numbers_tell_how_precisely_they_are_printed() {
    for (printed, finest, coarsest, loosest) in [
        ("45,780", "1", "10", "10"),
        ("39,000", "1", "1000", "1000"),
        ("45,000", "1", "1000", "5000"),
        ("13.50", "0.01", "0.01", "0.01"),
        ("1.2 million", "100000", "100000", "100000"),
        ("200k", "1000", "100000", "100000"),
        ("15", "1", "1", "5"),
        ("0", "1", "1", "1"),
    ] {
        let Amount::One(it) = read(printed, "", "", &Locale::of("en")).unwrap().amount else { panic!("{printed}") };
        assert_eq!([it.finest, it.coarsest(), it.loosest()].map(|it| it.normalized().to_string()), [finest, coarsest, loosest], "{printed}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd_to_be_read(text in ".{0,60}", near in "[-–+$€£%0-9.,' a-zA-Z()/]{0,40}", after in "[ 0-9%$a-z-]{0,12}") {
        for language in ["en", "de", "fr", "xx"] {
            let locale = Locale::of(language);
            for text in [&text, &near] {
                for it in figures(text, &locale) {
                    prop_assert!(text.get(it.range).is_some_and(|piece| !piece.is_empty()));
                }
            }
            for (before, printed) in [(&text, &near), (&near, &text)] {
                if let Some(it) = read(printed, before, &after, &locale) {
                    prop_assert!(printed.get(it.range).is_some());
                }
            }
        }
    }
}
