//! Figures printed in the language of a site.

use super::locale::Locale;
use super::{Basis, Currency, Date, Decimal, Mark, Number, Period, Value, precision};
use crate::day::Day;

impl Locale {
    /// What a fact says, with all of its digits: `$45,780`, `$16.44`, `13.5%`, `206,300`, `$30,000–$45,000`, `$239,200 or more`,
    /// `not published`, `bachelor's degree`.
    ///
    /// Whole amounts of money have no decimals, unless they are for an hour; others have two or more.
    pub fn value(&self, value: &Value, basis: Option<Basis>) -> String {
        match value {
            Value::Money(number, currency) => self.number(*number, |it| self.amount(it, *currency, basis)),
            Value::Percent(number) => self.number(*number, |it| self.percent(it.normalized())),
            Value::Count(number) => self.number(*number, |it| self.decimal(it.normalized())),
            Value::Level(level) => level.words().to_owned(),
            Value::Unpublished(mark) => self.mark(*mark).to_owned(),
        }
    }

    /// `number` rounded to `step`, a power of ten, or to the coarsest finer one at which nobody is misled: never to more than 5 percent of
    /// it, but for whole numbers. What is printed so agrees with `number`.
    pub fn print_at(&self, number: Decimal, step: Decimal) -> String {
        self.decimal(precision::rounded(number, step))
    }

    /// `May 2024`, `2024–34`, `May 31, 2024`.
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::At(date) => self.date(date),
            Period::Over { from, to } => match (from.month(), to.month()) {
                (None, None) if self.wording().cuts_years && from.year().div_euclid(100) == to.year().div_euclid(100) => {
                    format!("{}–{:02}", from.year(), to.year().rem_euclid(100))
                }
                (None, None) => format!("{}–{}", from.year(), to.year()),
                _ => format!("{} – {}", self.date(from), self.date(to)),
            },
        }
    }

    /// `November 23, 2026`.
    pub fn day(&self, day: Day) -> String {
        self.date(day.into())
    }

    fn number(&self, number: Number, print: impl Fn(Decimal) -> String) -> String {
        let wording = self.wording();
        let around = |(before, behind): (&str, &str), number: Decimal| format!("{before}{}{behind}", print(number));
        match number {
            Number::Exact(number) => print(number),
            Number::Range { low, high } => format!("{}–{}", print(low), print(high)),
            Number::AtLeast(number) => around(wording.at_least, number),
            Number::AtMost(number) => around(wording.at_most, number),
        }
    }

    fn amount(&self, number: Decimal, currency: Currency, basis: Option<Basis>) -> String {
        let number = number.normalized();
        let is_whole = number.places() == 0 && basis != Some(Basis::Hour);
        let places = if is_whole || currency == Currency::JPY { number.places() } else { number.places().max(2) };
        self.money(number.with_places(places), currency)
    }

    fn mark(&self, mark: Mark) -> &'static str {
        let [suppressed, not_available, not_applicable, below_threshold] = self.wording().marks;
        match mark {
            Mark::Suppressed => suppressed,
            Mark::NotAvailable => not_available,
            Mark::NotApplicable => not_applicable,
            Mark::BelowThreshold => below_threshold,
        }
    }

    fn date(&self, date: Date) -> String {
        let wording = self.wording();
        let (Some(month), pattern) = (date.month(), if date.day().is_some() { wording.day } else { wording.month }) else {
            return date.year().to_string();
        };
        let name = usize::try_from(month).ok().and_then(|month| wording.months?.get(month.checked_sub(1)?).copied());
        let is_numeric = wording.months.is_none();
        let part = |c: char| match c {
            'y' => date.year().to_string(),
            'm' => name.map_or_else(|| format!("{month:02}"), str::to_owned),
            'd' => date.day().map(|day| if is_numeric { format!("{day:02}") } else { day.to_string() }).unwrap_or_default(),
            c => c.to_string(),
        };
        // `d` stands alone: the Spanish "de" is a word.
        pattern.split_inclusive(' ').map(|word| if word.trim_end() == "de" { word.to_owned() } else { word.chars().map(part).collect() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{EducationLevel, Level};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn exact(text: &str) -> Number {
        Number::Exact(decimal(text))
    }

    fn check(language: &str, value: Value, expected: &str) {
        assert_eq!(Locale::of(language).value(&value, None), expected.replace('~', "\u{a0}").replace('_', "\u{202f}"), "{language}");
    }

    #[test]
    fn values_are_printed_as_the_language_writes_them() {
        let money = |text: &str, code: &str| Value::Money(exact(text), code.parse().unwrap());
        check("en", money("45780", "USD"), "$45,780");
        check("en", money("16.44", "USD"), "$16.44");
        check("en", money("16.4", "USD"), "$16.40");
        check("en", money("16.445", "USD"), "$16.445");
        check("en", money("45780.00", "USD"), "$45,780");
        check("en", money("-1200", "USD"), "-$1,200");
        check("en-GB", money("32916", "GBP"), "£32,916");
        check("en-CA", money("45780", "USD"), "US$45,780");
        check("en-IN", money("1234567", "INR"), "₹12,34,567");
        check("ja", money("5000000", "JPY"), "￥5,000,000");
        check("de", money("45780", "USD"), "45.780~$");
        check("de", money("45780.5", "EUR"), "45.780,50~€");
        check("de-CH", money("80000", "CHF"), "CHF~80'000");
        check("fr", money("45780", "EUR"), "45_780~€");
        check("fr", money("45780", "USD"), "45_780~$US");
        check("xx", money("45780", "USD"), "US$~45,780");
        check("en", Value::Percent(exact("13.50")), "13.5%");
        check("en", Value::Percent(exact("-3.2")), "-3.2%");
        check("de", Value::Percent(exact("13.5")), "13,5~%");
        check("fr", Value::Percent(exact("13.5")), "13,5~%");
        check("en", Value::Count(exact("206300")), "206,300");
        check("sv", Value::Count(exact("206300")), "206~300");
        check("en-US-u-nu-arab", Value::Count(exact("206300")), "206,300");
    }

    #[test]
    fn an_hour_is_paid_with_cents() {
        let value = Value::Money(exact("22"), Currency::USD);
        assert_eq!(Locale::of("en").value(&value, Some(Basis::Hour)), "$22.00");
        assert_eq!(Locale::of("en").value(&value, Some(Basis::Year)), "$22");
    }

    #[test]
    fn ranges_bounds_levels_and_marks_have_their_words() {
        let range = Value::Money(Number::Range { low: decimal("30000"), high: decimal("45000") }, Currency::USD);
        let bound = Value::Money(Number::AtLeast(decimal("239200")), Currency::USD);
        check("en", range, "$30,000–$45,000");
        check("en", bound, "$239,200 or more");
        check("de", bound, "239.200~$ oder mehr");
        check("it", bound, "≥ 239.200~US$");
        check("en", Value::Count(Number::AtMost(decimal("50"))), "50 or less");
        check("en", Value::Level(Level::Education(EducationLevel::Bachelor)), "bachelor's degree");
        check("en", Value::Unpublished(Mark::Suppressed), "not published");
        check("it", Value::Unpublished(Mark::Suppressed), "—");
    }

    #[test]
    fn periods_are_told_in_words() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        for (language, from, to, expected) in [
            ("en", "2024-05", "", "May 2024"),
            ("en", "2024", "", "2024"),
            ("en", "2024-05-31", "", "May 31, 2024"),
            ("en", "2024", "2034", "2024–34"),
            ("en", "1998", "2008", "1998–2008"),
            ("en", "2020-05", "2024-05", "May 2020 – May 2024"),
            ("de", "2024-05-31", "", "31. Mai 2024"),
            ("de", "2024", "2034", "2024–2034"),
            ("es", "2024-05-31", "", "31 de mayo de 2024"),
            ("it", "2024-05", "", "2024-05"),
        ] {
            let period = if to.is_empty() { Period::At(date(from)) } else { Period::Over { from: date(from), to: date(to) } };
            assert_eq!(Locale::of(language).period(period), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_may_stand_for_a_language(tag in "[a-zA-Z0-9_-]{0,12}|.{0,6}") {
            let printed = Locale::of(&tag).value(&Value::Money(exact("1234.5"), Currency::USD), None);
            proptest::prop_assert!(printed.contains("234"), "{printed}");
        }
    }

    #[test]
    fn a_locale_is_shared_between_threads_and_knows_nothing_of_the_machine() {
        fn is_shared<T: Send + Sync + Clone + 'static>(_: &T) {}
        let locale = Locale::of("de");
        is_shared(&locale);
        let there = locale.clone();
        // The answer is that of the tag alone: the environment of the tests may be any.
        let printed = std::thread::spawn(move || there.value(&Value::Percent(exact("13.5")), None)).join().unwrap();
        assert_eq!([printed.as_str(), "13,5\u{a0}%"], [locale.value(&Value::Percent(exact("13.5")), None).as_str(), "13,5\u{a0}%"]);
    }
}
