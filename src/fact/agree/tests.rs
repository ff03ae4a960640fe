use proptest::prelude::*;

use super::*;
use crate::fact::{Currency, EducationLevel, Mark, figures};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn exact(text: &str) -> Number {
    Number::Exact(decimal(text))
}

fn pay(number: Number) -> Value {
    Value::Money(number, Currency::USD)
}

/// `text` is a link within its sentence: `more than [200,000] jobs`. `expected` is empty or what the author is told.
fn check(text: &str, value: Value, expected: &str) {
    check_unrounded(text, value, None, expected);
}

fn check_unrounded(text: &str, value: Value, unrounded: Option<&str>, expected: &str) {
    let (before, rest) = text.split_once('[').unwrap_or(("", text));
    let (link, after) = rest.split_once(']').unwrap_or((rest, ""));
    let locale = Locale::of("en");
    let told = Told { value: &value, basis: matches!(value, Value::Money(..)).then_some(Basis::Year), unrounded: unrounded.map(decimal) };
    let answer = link_agrees(link, before, after, &told, &locale).map_or_else(|it| it.sentence(&locale), |()| String::new());
    assert_eq!(answer, expected, "{text}");
}

#[test]
fn a_number_agrees_at_the_precision_that_it_prints() {
    for text in ["$39,180", "39,180", "about $39,000", "$39,000", "$39,200", "about [$40,000]", "39,180 dollars", "$39k", "$39.18k", "US$39,180", "$39,180.00"]
    {
        check(text, pay(exact("39180")), "");
    }
    check("$38,000", pay(exact("39180")), "the fact says $39,180; $39,000 or $39,180 would be right");
    check("$40,000", pay(exact("39180")), "the fact says $39,180; $39,000 or $39,180 would be right");
    check("about $38,000", pay(exact("39180")), "the fact says $39,180, which the text rounds too far or to the wrong side; $39,000 or $39,180 would be right");
    check("about $45,000", pay(exact("45780")), "");
    check("$35,480", pay(exact("45780")), "the fact says $45,780; $45,780 would be right");
    check("1.2 million", Value::Count(exact("1237000")), "");
    check("1.3 million", Value::Count(exact("1237000")), "the fact says 1,237,000; 1,240,000 or 1,237,000 would be right");
    check("about 200k", Value::Count(exact("206300")), "");
    check("thirteen percent", Value::Percent(exact("13.2")), "");
}

#[test]
fn a_rounded_quotient_is_not_rounded_twice() {
    let growth = Value::Percent(exact("13.5"));
    for text in ["13 percent", "13.5 percent", "13.48 percent", "grow [13] percent", "13.5%", "about 13 percent"] {
        check_unrounded(text, growth, Some("13.475521"), "");
    }
    // The quotient may round to another number than is printed: that is not the source's.
    let printed = Value::Percent(exact("5.6"));
    for (text, expected) in [("5.6 percent", ""), ("5.66 percent", ""), ("6 percent", ""), ("5.7 percent", "the fact says 5.6%; 5.6% would be right")] {
        check_unrounded(text, printed, Some("5.655"), expected);
    }
    let falls = Value::Percent(exact("-4.9"));
    for text in ["decline by nearly [5 percent]", "decline by less than [5 percent]"] {
        check_unrounded(text, falls, Some("-5.011"), "");
    }
    check_unrounded("14 percent", growth, Some("13.475521"), "the fact says 13.5%; 13% or 13.5% would be right");
    check_unrounded(
        "nearly 14 percent",
        growth,
        Some("13.475521"),
        "the fact says 13.5%, which the text rounds too far or to the wrong side; 13% or 13.5% would be right",
    );
    check("14 percent", growth, "");
    check("14 percent", Value::Percent(exact("13.48")), "the fact says 13.48%; 13% or 13.48% would be right");
}

#[test]
fn comparisons_must_be_true_and_near() {
    let jobs = Value::Count(exact("206300"));
    for text in ["more than [200,000] jobs", "over [206,000]", "at least [206,300]", "nearly [210,000]", "less than [210,000]", "up to [207,000]"] {
        check(text, jobs, "");
    }
    check(
        "more than [100,000] jobs",
        jobs,
        "the fact says 206,300, which is far from the number in the text; to compare with 210,000 or 206,300 would be right",
    );
    check("more than [206,300]", jobs, "the fact says 206,300, so the comparison in the text is not true");
    check("less than [200,000]", jobs, "the fact says 206,300, so the comparison in the text is not true");
    check("nearly [200,000]", jobs, "the fact says 206,300, which the text rounds too far or to the wrong side; 210,000 or 206,300 would be right");
}

#[test]
fn a_bound_of_the_source_is_printed_as_a_bound() {
    let top = pay(Number::AtLeast(decimal("239200")));
    for text in ["$239,200 or more", "[$239,200] or more", "at least $239,200", "more than $239,200", "over [$239,000]"] {
        check(text, top, "");
    }
    let expected = "the fact says $239,200 or more, so the text cannot give another bound or an exact number";
    for text in ["$239,200", "about $239,200", "up to $239,200", "at least $240,000", "more than $100,000"] {
        check(text, top, expected);
    }
}

#[test]
fn ranges_agree_end_by_end_or_hold_the_number_closely() {
    let range = pay(Number::Range { low: decimal("30000"), high: decimal("45200") });
    for text in ["$30,000–$45,200", "$30,000–45,000", "between $30,000 and $45,000", "at least $30,000", "up to $45,200"] {
        check(text, range, "");
    }
    check("$30,000", range, "the text prints one number, and the fact says $30,000–$45,200");
    check("$30,000–$50,000", range, "the fact says $30,000–$45,200; $30,000–$45,200 would be right");
    check("$45,000–$46,000", pay(exact("45780")), "");
    check("4-5 percent", Value::Percent(exact("4.4")), "");
    check("$30,000–$60,000", pay(exact("45780")), "the fact says $45,780, and the range that the text prints is too wide to tell it");
    check("$30,000–$35,000", pay(exact("45780")), "the fact says $45,780, which is not in the range that the text prints");
}

#[test]
fn what_is_not_published_agrees_with_no_number() {
    let mark = Value::Unpublished(Mark::Suppressed);
    check("not published", mark, "");
    check("$0", mark, "the text prints a number, and the source has none: not published");
}

#[test]
fn unit_currency_and_time_must_be_the_facts() {
    check("45,780 percent", pay(exact("45780")), "the text prints percent, and the fact says $45,780");
    check("$13", Value::Percent(exact("13")), "the text prints an amount of money, and the fact says 13%");
    check("£45,780", pay(exact("45780")), "the text prints another currency than the fact, whose is USD");
    check("C$45,780", pay(exact("45780")), "the text prints another currency than the fact, whose is USD");
    check("$45,780", Value::Money(exact("45780"), "CAD".parse().unwrap()), "");
    check("[$45,780] an hour", pay(exact("45780")), "the text says that it is for an hour, and the fact is for a year");
    check("[$45,780] a year", pay(exact("45780")), "");
    check("a lot", pay(exact("45780")), "the text prints no number that can be read, or more than one, and the fact says $45,780");
}

#[test]
fn amounts_of_a_decade_hold_the_number() {
    let median = pay(exact("93600"));
    for text in ["$93,000s", "low [$90,000s]", "$93,600s"] {
        check(text, median, "");
    }
    check("$94,000s", median, "the fact says $93,600, which is not in the range that the text prints");
    check("$80,000s", median, "the fact says $93,600, which is not in the range that the text prints");
    check("$100,000s", pay(exact("193600")), "the fact says $193,600, and the range that the text prints is too wide to tell it");
}

#[test]
fn a_decline_is_told_in_words_or_by_a_minus() {
    let growth = Value::Percent(exact("-3.2"));
    for text in [
        "−3 percent",
        "-3.2%",
        "a decline of [3 percent]",
        "declined 3 percent",
        "decline by more than [3 percent]",
        "set to slip [3 percent]",
        "projected to dip [3 percent]",
        "plunge by [3 percent]",
        "dwindle [3 percent]",
        "weaken by [3 percent]",
        "be cut by about [3 percent]",
        "projected at minus [3 percent]",
        "a negative growth of [3 percent]",
        "drop off by [3 percent]",
        "lose [3 percent] of its jobs",
        "fall over the decade, by [3.2 percent]",
        "[3 percent] fewer",
    ] {
        check(text, growth, "");
    }
    let change = Value::Count(exact("-30800"));
    for text in [
        "[30,800] jobs will be lost by 2034.",
        "[30,800] jobs will disappear",
        "[30,800] medical secretary jobs will be cut.",
        "[30,800] jobs will be cut.",
        "[30,800] jobs are expected to go.",
        "is shedding [30,800] jobs",
    ] {
        check(text, change, "");
    }
    check("[30,800] jobs are expected to go to nurses", change, "the fact says -30,800, and the text does not say that this is a decline");
    check("[206,300] jobs could be lost in a crisis", Value::Count(exact("206300")), "");
    check("grow by [3 percent]", growth, "the fact says -3.2%, and the text does not say that this is a decline");
    check("increase employment by [3 percent]", growth, "the fact says -3.2%, and the text does not say that this is a decline");
    check("change by [3 percent]", growth, "the fact says -3.2%, and the text does not say that this is a decline");
    check("grow [3 percent]", growth, "the fact says -3.2%, and the text does not say that this is a decline");
    check("a decline of [4 percent]", growth, "the fact says -3.2%; 3% or 3.2% would be right");
    check("a decline of [3 percent]", Value::Percent(exact("3.2")), "the text tells of a decline, and the fact says 3.2%");
    check("will not sink by [3 percent] but grow", Value::Percent(exact("3.2")), "");
    check("fell to [206,300]", Value::Count(exact("206300")), "");
}

#[test]
fn levels_agree_in_words() {
    let level = Value::Level(Level::Education(EducationLevel::Bachelor));
    for text in ["bachelor's degree", "a Bachelor’s degree"] {
        check(text, level, "");
    }
    check("master's degree", level, "the text has other words than the fact, which says `bachelor's degree`");
}

/// A number of a source: up to nine digits, up to three of them behind the point.
fn numbers() -> impl Strategy<Value = Decimal> {
    (-99_999_999_i64..999_999_999, 0_u32..4).prop_map(|(digits, places)| Decimal::new(digits, places))
}

fn printed(text: &str, value: &Value, unrounded: Option<Decimal>) -> bool {
    link_agrees(text, "", "", &Told { value, basis: None, unrounded }, &Locale::of("en")).is_ok()
}

proptest! {
    #[test]
    fn a_number_printed_from_a_fact_agrees_and_one_off_by_a_unit_of_its_last_place_does_not(
        number in numbers(), exponent in -3_i32..7, places in 0_u32..2, sign in prop::sample::select(vec![1_i64, -1]),
    ) {
        let locale = Locale::of("en");
        let asked = Decimal::power_of_ten(exponent);
        // What a source prints of the number, and the number itself behind it.
        let told = number.rounded(places);
        for (value, unrounded, precise) in [(Value::Count(Number::Exact(number)), None, number), (Value::Percent(Number::Exact(told)), Some(number), number)] {
            let text = locale.print_at(precise, asked);
            prop_assert!(printed(&text, &value, unrounded), "{text} for {number}");
            let step = precision::honest_step(precise, asked);
            let off = precise.rounded_to(step) + step * Decimal::from(sign);
            // 9,999 and one is 10,000, which is 9,999 rounded to tens; and the value that the source prints agrees in any case.
            let is_coarser = (1..8).any(|more| {
                let coarse = step * Decimal::power_of_ten(more);
                coarse > Decimal::ONE && precision::keeps(precise, coarse) && precise.rounded_to(coarse) == off
            });
            if !(is_coarser || unrounded.is_some() && off == told) {
                let text = locale.decimal(off.with_places(step.normalized().places()));
                prop_assert!(!printed(&text, &value, unrounded), "{text} for {number}");
            }
        }
    }

    #[test]
    fn a_value_in_any_language_is_read_back_as_itself(number in numbers(), language in prop::sample::select(vec!["en", "en-GB", "en-IN", "de", "de-CH", "fr", "es", "sv", "pl", "pt-BR", "ja", "it", "nl"])) {
        let locale = Locale::of(language);
        for value in [Value::Money(Number::Exact(number), Currency::USD), Value::Percent(Number::Exact(number)), Value::Count(Number::Exact(number))] {
            let text = locale.value(&value, None);
            prop_assert_eq!(link_agrees(&text, "", "", &Told { value: &value, basis: None, unrounded: None }, &locale), Ok(()), "{}", text);
            // Counts have no unit; `$0` and `100%` are no figures.
            let is_silent = matches!(value, Value::Count(_)) || number.is_zero() || number == Decimal::from(100) || number == Decimal::from(110);
            prop_assert!(is_silent || figures(&text, &locale).len() == 1, "{}", text);
        }
    }
}
