//! The time that the words around a number of a table name.

use crate::fact::english::year;
use crate::fact::{Date, Period};

/// The time of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Time {
    /// Nothing is told.
    Unsaid,
    /// This one.
    Said(Period),
    /// Several, or one that such a number cannot be of.
    Unclear,
}

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

impl Time {
    /// The time that row and column name, in lower case, else the captions and headings in `about`: a span for a number that is of one.
    pub(super) fn of(row_and_column: [&str; 2], about: &str, is_of_span: bool) -> Self {
        let fits = |time: Self| matches!(time, Self::Said(Period::Over { .. })) == is_of_span;
        let mut said = row_and_column.into_iter().map(named).filter(|time| *time != Self::Unsaid);
        if let Some(time) = said.next() {
            let is_one = fits(time) && said.all(|other| other == time);
            return if is_one { time } else { Self::Unclear };
        }
        // "Pay in May 2025" above a growth says nothing of its time.
        let mut above = about.split(". ").map(named).filter(|time| *time != Self::Unsaid && (*time == Self::Unclear || fits(*time)));
        above.next().unwrap_or(Self::Unsaid)
    }

    /// Whether both may be one time: a year is that of its months.
    pub(in crate::check) fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::Said(one), Self::Said(other)) => one.covers(other) || other.covers(one),
            (Self::Unsaid, Self::Unsaid) => true,
            _ => false,
        }
    }
}

/// What `text`, in lower case, names.
fn named(text: &str) -> Time {
    let mut dates: Vec<(Date, usize, usize)> = Vec::new();
    let mut word_before = "";
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let end = at + word.len();
        if let Some(number) = year(word) {
            let month = MONTHS.iter().zip(1..).find(|(month, _)| **month == word_before).map(|(_, month)| month);
            dates.push((month.map_or_else(|| Date::of_year(number), |month| Date::of_month(number, month)), at, end));
        } else if let (Some((date, _, last)), 2, Ok(number)) = (dates.last().copied(), word.len(), word.parse::<i16>()) {
            let between = text.get(last..at).unwrap_or_default();
            let (century, short) = (date.year() / 100 * 100, date.year() % 100);
            if is_dash(between) && number > short {
                // "2024–34".
                dates.push((Date::of_year(century + number), at, end));
            } else if between == "-" {
                // "2024-05".
                let month = i8::try_from(number).unwrap_or_default();
                dates.pop();
                dates.push((Date::of_month(date.year(), month), at, end));
            }
        }
        if !word.is_empty() {
            word_before = word;
        }
        at = end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    // Dollars of a year are no time.
    if ["dollars", "prices"].into_iter().any(|word| text.contains(word)) && !dates.is_empty() {
        return Time::Unclear;
    }
    match dates.as_slice() {
        [] => Time::Unsaid,
        [(date, ..)] => Time::Said(Period::At(*date)),
        [(one, ..), (other, ..)] if one == other => Time::Said(Period::At(*one)),
        [(from, _, end), (to, start, _)] if from.year() < to.year() && is_between(text.get(*end..*start).unwrap_or_default()) => {
            Time::Said(Period::Over { from: Date::of_year(from.year()), to: Date::of_year(to.year()) })
        }
        _ => Time::Unclear,
    }
}

fn is_dash(between: &str) -> bool {
    ["-", "–", "—", "/"].contains(&between.trim())
}

fn is_between(between: &str) -> bool {
    is_dash(between) || ["to", "through", "and", "until"].contains(&between.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_a_year_a_month_or_a_span() {
        let at = |text: &str| Time::Said(Period::At(text.parse().unwrap()));
        let over = |from, to| Time::Said(Period::Over { from: Date::of_year(from), to: Date::of_year(to) });
        for (text, expected) in [
            ("median annual wage (may 2025)", at("2025-05")),
            ("2024", at("2024")),
            ("jobs, 2024-05", at("2024-05")),
            ("projected growth (2024-2034)", over(2024, 2034)),
            ("growth, 2024–34", over(2024, 2034)),
            ("growth, 2024 to 2034", over(2024, 2034)),
            ("median wage", Time::Unsaid),
            ("pay in 2019, 2020 and 2021", Time::Unclear),
            ("pay in 2024 dollars", Time::Unclear),
        ] {
            assert_eq!(named(text), expected, "{text}");
        }
    }

    #[test]
    fn the_row_says_it_before_the_caption() {
        let over = Time::Said(Period::Over { from: Date::of_year(2024), to: Date::of_year(2034) });
        assert_eq!(Time::of(["growth (2024–34)", "value"], "pay in may 2025", true), over);
        assert_eq!(Time::of(["growth", "value"], "pay in may 2025. outlook, 2024–34", true), over);
        assert_eq!(Time::of(["growth", "value"], "pay in may 2025", true), Time::Unsaid);
        assert_eq!(Time::of(["growth", "2024"], "", true), Time::Unclear);
    }
}
