//! The time that a figure speaks of: a year, a month or a day, or from one to another.

use std::fmt;
use std::str::FromStr;

use crate::day::Day;

/// A year, a month or a day, as precise as a publisher tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a year, a month or a day")]
pub struct NotADate(String);

impl Date {
    /// A year.
    pub fn of_year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month, from 1 to 12; the year where there is no such month.
    pub fn of_month(year: i16, month: i8) -> Self {
        Self { year, month: Some(month).filter(|month| (1..=12).contains(month)), day: None }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12, if it is told.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, from 1 to 31, if it is told.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// Whether `other` lies within it: a year covers its months, a month its days, each itself.
    pub fn covers(self, other: Self) -> bool {
        self.year == other.year && (self.month.is_none() || self.month == other.month) && (self.day.is_none() || self.day == other.day)
    }

    /// The first day of the time that it names.
    pub fn first_day(self) -> Option<Day> {
        Day::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day of the time that it names.
    pub fn last_day(self) -> Option<Day> {
        if self.day.is_some() {
            return self.first_day();
        }
        Day::last_of(self.year, self.month.unwrap_or(12))
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// `2024`, `2024-05` or `2024-05-31`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let refuse = || NotADate(text.to_owned());
        let number = |part: &str, length: usize| {
            let shaped = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            shaped.then(|| part.parse::<i16>().ok()).flatten()
        };
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] => number(year, 4).map(Self::of_year).ok_or_else(refuse),
            [year, month] => {
                let month = number(month, 2).and_then(|month| i8::try_from(month).ok()).filter(|month| (1..=12).contains(month));
                number(year, 4).zip(month).map(|(year, month)| Self::of_month(year, month)).ok_or_else(refuse)
            }
            _ => text.parse::<Day>().map(Self::from).map_err(|_| refuse()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.into_iter().chain(self.day).try_for_each(|part| write!(f, "-{part:02}"))
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| serde::de::Error::custom(format!("{error}\nwrite it as 2024, 2024-05 or 2024-05-31")))
    }
}

impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$",
            "description": "A year, a month or a day, written 2024, 2024-05 or 2024-05-31."
        })
    }
}

/// The time that a figure speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(untagged)]
pub enum Period {
    /// One time.
    At(Date),
    /// From one time to another, such as a decade of projections.
    Over {
        /// The beginning.
        from: Date,
        /// The end; never before the beginning.
        to: Date,
    },
}

impl Period {
    /// As ISO 8601 writes it: `2024-05`, `2024/2034`.
    pub fn iso(self) -> String {
        match self {
            Self::At(date) => date.to_string(),
            Self::Over { from, to } => format!("{from}/{to}"),
        }
    }

    /// The time whose age is that of the figure: the time itself, or the beginning of a span, whose end is foretold.
    pub fn observed(self) -> Date {
        match self {
            Self::At(date) => date,
            Self::Over { from, .. } => from,
        }
    }

    /// Whether `other` is the same time, told as precisely or more.
    pub fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::At(this), Self::At(that)) => this.covers(that),
            (Self::Over { from, to }, Self::Over { from: other_from, to: other_to }) => from.covers(other_from) && to.covers(other_to),
            _ => false,
        }
    }
}

impl fmt::Display for Period {
    /// `2024-05`, or `2024 to 2034`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(date) => date.fmt(f),
            Self::Over { from, to } => write!(f, "{from} to {to}"),
        }
    }
}

/// A span as it is written.
#[derive(serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct Span {
    /// The beginning.
    from: Date,
    /// The end; not before the beginning.
    to: Date,
}

struct PeriodVisitor;

impl<'de> serde::de::Visitor<'de> for PeriodVisitor {
    type Value = Period;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or a mapping with `from` and `to`")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Period, E> {
        serde::Deserialize::deserialize(serde::de::value::StrDeserializer::new(text)).map(Period::At)
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Period, A::Error> {
        let Span { from, to } = serde::Deserialize::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        if from > to {
            return Err(serde::de::Error::custom(format!("this period ends in {to}, before it begins in {from}\nexchange the two")));
        }
        Ok(Period::Over { from, to })
    }
}

impl<'de> serde::Deserialize<'de> for Period {
    /// `2024-05`, or a mapping `{ from: 2024, to: 2034 }`.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PeriodVisitor)
    }
}

impl schemars::JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let date = generator.subschema_for::<Date>();
        schemars::json_schema!({ "anyOf": [date, Span::json_schema(generator)] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_they_are_told() {
        for text in ["2024", "2024-05", "2024-05-31"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        for text in ["24", "2024-5", "2024-13", "2024-00", "2024-02-30", "2024-05-31-1", "", "May 2024"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!("2024-05".parse::<Date>().unwrap().first_day().unwrap().to_string(), "2024-05-01");
        assert!("2024".parse::<Date>().unwrap() < "2024-05".parse::<Date>().unwrap());
    }

    #[test]
    fn a_year_covers_its_months_and_not_the_reverse() {
        let at = |text: &str| Period::At(text.parse().unwrap());
        assert!(at("2024").covers(at("2024-05")) && at("2024-05").covers(at("2024-05")));
        assert!(!at("2024-05").covers(at("2024")) && !at("2024-05").covers(at("2024-06")));
        let over = Period::Over { from: Date::of_year(2024), to: Date::of_year(2034) };
        assert!(over.covers(over) && !at("2024").covers(over) && !over.covers(at("2024")));
        assert_eq!(over.to_string(), "2024 to 2034");
    }
}
