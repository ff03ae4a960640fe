//! How long to wait after an event, so that a burst of saves is one change and a single save is not kept waiting.

use std::time::{Duration, Instant};

use super::wake::Kind;

/// After an event that ends something.
const SHORT: Duration = Duration::from_millis(10);
/// After any other.
const LONG: Duration = Duration::from_millis(50);
/// After the first event, whatever follows.
const MOST: Duration = Duration::from_millis(250);
/// The two for a flood: another branch, a replacement in thousands of files, with the pauses that a busy disk makes in it.
const IN_FLOOD: Duration = Duration::from_millis(150);
const MOST_IN_FLOOD: Duration = Duration::from_secs(4);
/// This many events are a flood. One save makes four to seven.
const FLOOD: usize = 40;

/// A wait for quiet.
#[derive(Debug)]
pub(super) struct Quiet {
    first: Instant,
    events: usize,
    end: Instant,
}

impl Quiet {
    pub(super) fn begin(kind: Kind, now: Instant) -> Self {
        let mut quiet = Self { first: now, events: 0, end: now };
        quiet.disturb(kind, now);
        quiet
    }

    pub(super) fn disturb(&mut self, kind: Kind, now: Instant) {
        self.events += 1;
        let (window, most) = match kind {
            _ if self.events >= FLOOD => (IN_FLOOD, MOST_IN_FLOOD),
            Kind::Ended => (SHORT, MOST),
            Kind::Folder | Kind::Other => (LONG, MOST),
        };
        self.end = (now + window).min(self.first + most);
    }

    /// When the wait is over if nothing more comes.
    pub(super) fn end(&self) -> Instant {
        self.end
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a moment to count from")]

    use super::*;

    fn check(events: impl IntoIterator<Item = (u64, Kind)>, expected: u64) {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut quiet: Option<Quiet> = None;
        for (millis, kind) in events {
            match &mut quiet {
                None => quiet = Some(Quiet::begin(kind, at(millis))),
                Some(quiet) => quiet.disturb(kind, at(millis)),
            }
        }
        assert_eq!(quiet.unwrap().end().duration_since(start).as_millis(), u128::from(expected));
    }

    #[test]
    fn a_save_waits_for_its_end_and_a_moment() {
        check([(0, Kind::Ended)], 10);
        check([(0, Kind::Other)], 50);
        check([(0, Kind::Other), (1, Kind::Ended)], 11);
        check([(0, Kind::Ended), (5, Kind::Other)], 55);
    }

    #[test]
    fn a_trickle_waits_a_quarter_of_a_second_and_a_flood_until_it_ends() {
        check((0..39).map(|at| (at * 9, Kind::Ended)), 250);
        check((0..2000).map(|at| (at / 2, Kind::Ended)), 999 + 150);
        check((0..9000).map(|at| (at, Kind::Ended)), 4000);
    }
}
