//! What the text of one cell says: a number, a bound, a level or a mark. Nothing is converted.

use super::declaration::DecimalSign;
use super::layout::{Figures, Layout};
use super::meaning::Meaning;
use crate::fact::{Basis, Decimal, EducationLevel, ExperienceLevel, Kind, Level, Measure, Number, TrainingKind, Value};

/// Why a cell says nothing that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is empty, and nobody said what that means.
    Empty,
    /// It is neither what is measured nor a mark that is known.
    Text,
    /// It is a mark for "this or more", and of what is not known.
    TopCode,
}

/// What `text`, a cell of `figures`, says.
pub(super) fn value(text: &str, figures: &Figures, layout: &Layout) -> Result<Value, Unreadable> {
    let kind = figures.measure.kind();
    if let Some((_, meaning)) = layout.marks.iter().find(|(mark, _)| mark == text) {
        return match meaning {
            Meaning::Mark(mark) => Ok(Value::Unpublished(*mark)),
            Meaning::AtLeast(bound) => of_kind(Number::AtLeast(*bound), kind, figures),
            Meaning::AtMost(bound) => of_kind(Number::AtMost(*bound), kind, figures),
            Meaning::TopCode => {
                let bound = match kind {
                    Kind::Money(Some(Basis::Hour)) => layout.top_code.hour,
                    Kind::Money(Some(Basis::Year)) => layout.top_code.year,
                    _ => None,
                };
                of_kind(Number::AtLeast(bound.ok_or(Unreadable::TopCode)?), kind, figures)
            }
        };
    }
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    if kind == Kind::Level {
        return level(text, &figures.measure).map(Value::Level).ok_or(Unreadable::Text);
    }
    let (bound, number) = bounded(text);
    let number = if kind == Kind::Percent { without_percent(number) } else { number };
    // An amount in another currency is no amount in this one.
    let sign = number.trim_start_matches(['-', '\u{2212}']).chars().next();
    let codes: &[&str] = match sign {
        Some('£') => &["GBP"],
        Some('€') => &["EUR"],
        Some('¥') => &["JPY", "CNY"],
        _ => &[],
    };
    if !codes.is_empty() && !codes.contains(&figures.currency.code()) {
        return Err(Unreadable::Text);
    }
    let number = decimal(number, layout.decimal).ok_or(Unreadable::Text)?;
    let number = number.checked_mul(figures.times).ok_or(Unreadable::Text)?;
    // Things are counted whole: `139.7` thousand are 139700, not 139700.0.
    let number = if kind == Kind::Count { number.normalized() } else { number };
    of_kind(bound(number), kind, figures)
}

fn of_kind(number: Number, kind: Kind, figures: &Figures) -> Result<Value, Unreadable> {
    match kind {
        Kind::Money(_) => Ok(Value::Money(number, figures.currency)),
        Kind::Percent => Ok(Value::Percent(number)),
        Kind::Count => Ok(Value::Count(number)),
        Kind::Level => Err(Unreadable::Text),
    }
}

/// What the signs before a number make of it, and the number.
fn bounded(text: &str) -> (fn(Decimal) -> Number, &str) {
    let after = |signs: [&str; 2]| signs.into_iter().find_map(|sign| text.strip_prefix(sign)).map(str::trim_start);
    if let Some(number) = after([">=", "≥"]) {
        return (Number::AtLeast, number);
    }
    after(["<=", "≤"]).map_or((Number::Exact, text), |number| (Number::AtMost, number))
}

/// The number in `text`, without the signs before and behind it that are no part of it.
pub(super) fn bare(text: &str) -> &str {
    without_percent(bounded(text).1)
}

/// What stands before a percent sign.
pub(super) fn without_percent(number: &str) -> &str {
    number.strip_suffix('%').map_or(number, str::trim_end)
}

/// A number as printed: a sign of a currency in front is passed over, signs between thousands must stand between threes of digits.
pub(super) fn decimal(text: &str, sign: DecimalSign) -> Option<Decimal> {
    // Most cells are digits and a point.
    if sign == DecimalSign::Point && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.')) {
        return text.parse().ok();
    }
    let (minus, rest) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let rest = rest.strip_prefix(['$', '£', '€', '¥']).map_or(rest, str::trim_start);
    let (point, group) = match sign {
        DecimalSign::Point => ('.', ','),
        DecimalSign::Comma => (',', '.'),
    };
    let (whole, decimals) = rest.split_once(point).map_or((rest, None), |(whole, decimals)| (whole, Some(decimals)));
    let groups = [group, ' ', '\u{A0}', '\u{2009}', '\u{202F}', '\''];
    let mut plain = String::with_capacity(text.len() + 1);
    plain.push_str(minus);
    match whole.chars().find(|c| groups.contains(c)) {
        None => plain.push_str(whole),
        Some(group) => {
            let mut threes = whole.split(group);
            // No thousands begin with a zero.
            let is_lead = |first: &&str| (1..=3).contains(&first.len()) && !first.starts_with('0') && first.bytes().all(|byte| byte.is_ascii_digit());
            plain.push_str(threes.next().filter(is_lead)?);
            for three in threes {
                plain.push_str(Some(three).filter(|it| it.len() == 3)?);
            }
        }
    }
    if let Some(decimals) = decimals {
        plain.push('.');
        plain.push_str(decimals);
    }
    plain.parse().ok()
}

/// A level in the words of the US Bureau of Labor Statistics.
fn level(text: &str, measure: &Measure) -> Option<Level> {
    let words = text.replace('\u{2019}', "'").to_lowercase();
    Some(match measure {
        Measure::Education => Level::Education(match words.as_str() {
            "no formal educational credential" => EducationLevel::None,
            "high school diploma or equivalent" => EducationLevel::HighSchool,
            "some college, no degree" => EducationLevel::SomeCollege,
            "postsecondary nondegree award" => EducationLevel::PostsecondaryAward,
            "associate's degree" => EducationLevel::Associate,
            "bachelor's degree" => EducationLevel::Bachelor,
            "master's degree" => EducationLevel::Master,
            "doctoral or professional degree" => EducationLevel::Doctoral,
            _ => return None,
        }),
        Measure::Experience => Level::Experience(match words.as_str() {
            "none" => ExperienceLevel::None,
            "less than 5 years" => ExperienceLevel::UnderFiveYears,
            "5 years or more" => ExperienceLevel::FiveYearsOrMore,
            _ => return None,
        }),
        Measure::Training => Level::Training(match words.as_str() {
            "none" => TrainingKind::None,
            "short-term on-the-job training" => TrainingKind::ShortTerm,
            "moderate-term on-the-job training" => TrainingKind::ModerateTerm,
            "long-term on-the-job training" => TrainingKind::LongTerm,
            "apprenticeship" => TrainingKind::Apprenticeship,
            "internship/residency" => TrainingKind::Internship,
            _ => return None,
        }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Currency, Mark, Statistic};

    #[test]
    fn signs_between_thousands_must_stand_between_threes_of_digits() {
        for (text, sign, expected) in [
            ("1,234,567.80", DecimalSign::Point, Some("1234567.80")),
            ("$208,000", DecimalSign::Point, Some("208000")),
            ("-12.1", DecimalSign::Point, Some("-12.1")),
            ("\u{2212}0,5", DecimalSign::Comma, Some("-0.5")),
            ("1.234,5", DecimalSign::Comma, Some("1234.5")),
            ("1\u{202F}234", DecimalSign::Comma, Some("1234")),
            ("45,13", DecimalSign::Point, None),
            ("1,2345", DecimalSign::Point, None),
            ("1,234.5,6", DecimalSign::Point, None),
            ("1.234.567", DecimalSign::Point, None),
            ("1,234 567", DecimalSign::Point, None),
            (",234", DecimalSign::Point, None),
            ("0,567", DecimalSign::Point, None),
            ("0.567", DecimalSign::Comma, None),
            ("n/a", DecimalSign::Point, None),
            ("1e5", DecimalSign::Point, None),
            ("", DecimalSign::Point, None),
        ] {
            assert_eq!(decimal(text, sign), expected.map(|it| it.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn bounds_marks_and_levels_are_told_apart_from_numbers() {
        let layout = Layout { marks: vec![("#".to_owned(), Meaning::TopCode), ("*".to_owned(), Meaning::Mark(Mark::NotAvailable))], ..Layout::default() };
        let pay = Figures::new(0, Measure::Pay(Statistic::Median, Basis::Year));
        let read = |text: &str, figures: &Figures| value(text, figures, &layout);
        assert_eq!(read(">=$208,000", &pay), Ok(Value::Money(Number::AtLeast(Decimal::from(208_000)), Currency::USD)));
        assert_eq!(read("*", &pay), Ok(Value::Unpublished(Mark::NotAvailable)));
        assert_eq!([read("#", &pay), read("", &pay), read("none", &pay)], [Err(Unreadable::TopCode), Err(Unreadable::Empty), Err(Unreadable::Text)]);
        let education = Figures::new(0, Measure::Education);
        assert_eq!(read("Bachelor’s degree", &education), Ok(Value::Level(Level::Education(EducationLevel::Bachelor))));
        assert_eq!(read("13.5%", &Figures::new(0, Measure::Growth)), Ok(Value::Percent(Number::Exact(Decimal::new(135, 1)))));
        let jobs = Figures { times: Decimal::from(1000), ..Figures::new(0, Measure::Jobs) };
        assert_eq!(read("206.3", &jobs), Ok(Value::Count(Number::Exact(Decimal::from(206_300)))));
    }
}
