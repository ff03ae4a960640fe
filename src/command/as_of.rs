//! The day that counts as today: asked for, from `SOURCE_DATE_EPOCH`, or from the clock. In UTC, so that no machine's zone matters.
#![expect(clippy::disallowed_methods, reason = "the one place where the clock and SOURCE_DATE_EPOCH are read")]

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::exit::Stop;
use crate::day::Day;

/// The day that counts as today.
pub(super) fn today(asked: Option<Day>) -> Result<Day, Stop> {
    match (asked, std::env::var("SOURCE_DATE_EPOCH")) {
        (Some(day), _) => Ok(day),
        (None, Ok(seconds)) if !seconds.is_empty() => {
            of_epoch(&seconds).ok_or_else(|| Stop::usage(format!("error: SOURCE_DATE_EPOCH is `{}`, which is no number of seconds", seconds.escape_debug())))
        }
        _ => day_of(Timestamp::now()).ok_or_else(|| Stop::system("error: the clock of this machine shows no day; give one with --as-of")),
    }
}

fn of_epoch(seconds: &str) -> Option<Day> {
    day_of(Timestamp::from_second(seconds.trim().parse().ok()?).ok()?)
}

fn day_of(moment: Timestamp) -> Option<Day> {
    moment.to_zoned(TimeZone::UTC).date().to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::of_epoch;

    #[test]
    fn a_day_is_read_from_seconds() {
        assert_eq!(of_epoch("1795391999").map(|day| day.to_string()).as_deref(), Some("2026-11-22"));
        assert_eq!(of_epoch("1795392000").map(|day| day.to_string()).as_deref(), Some("2026-11-23"));
        assert_eq!(of_epoch("yesterday"), None);
    }
}
