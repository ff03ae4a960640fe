//! Days and spans of months, as authors write them: `2026-11-23`, `P12M`. No clock and no time zone.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error as _};

/// A day of the calendar, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day of these numbers; `None` where the calendar has none.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// The last day of a month; `None` where the calendar has no such month.
    pub fn last_of(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(|first| Self(first.last_of_month()))
    }

    /// The day `months` later; the last day of the month where the month is shorter.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().months(i64::from(months))))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a text is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day")]
pub struct NotADay(String);

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let shaped = text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        if !shaped {
            return Err(NotADay(text.to_owned()));
        }
        text.parse().map(Self).map_err(|_| NotADay(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| D::Error::custom(format!("{error}\nwrite year, month and day: 2026-11-23")))
    }
}

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "description": "A day, written YYYY-MM-DD." })
    }
}

/// A number of months, written as ISO 8601 writes durations: `P6M`, `P12M`, `P1Y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months(pub u16);

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        months(&text).map(Self).ok_or_else(|| D::Error::custom(format!("`{text}` is not a number of months\nwrite P6M for six months, P1Y for a year")))
    }
}

fn months(text: &str) -> Option<u16> {
    let rest = text.strip_prefix('P')?;
    let (number, factor) = rest.strip_suffix('M').map(|n| (n, 1)).or_else(|| rest.strip_suffix('Y').map(|n| (n, 12)))?;
    number.parse::<u16>().ok().filter(|n| *n > 0)?.checked_mul(factor)
}

impl schemars::JsonSchema for Months {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Months".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^P[0-9]+[MY]$", "description": "Months, written P6M or P1Y." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_dates_are_days() {
        assert!("2026-02-28".parse::<Day>().is_ok());
        for text in ["soon", "2026-02-30", "2026-2-3", "20260203", "2026-02-03T10:00", ""] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn months_are_read_from_durations() {
        assert_eq!([months("P6M"), months("P1Y"), months("P0M"), months("6M"), months("P9999Y")], [Some(6), Some(12), None, None, None]);
    }
}
