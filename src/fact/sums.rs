//! Whether jobs now and then, how many they change by, and their growth in percent bear each other out.

use super::{Decimal, Numeral};

/// A number as it is printed, and half of one in its last digit that is not zero: so far the number behind it may lie from it.
#[derive(Debug, Clone, Copy)]
pub struct Rounded {
    value: Decimal,
    half: Decimal,
}

impl Rounded {
    /// The number that is printed as `printed`, times what its column is multiplied with. `None` if that is too large.
    pub fn of(printed: Decimal, times: Decimal) -> Option<Self> {
        let step = Numeral { value: printed, finest: Decimal::new(1, printed.places()) }.coarsest();
        Some(Self { value: printed.checked_mul(times)?, half: step.checked_mul(times)?.checked_mul(Decimal::new(5, 1))? })
    }
}

/// Whether jobs at the beginning and at the end, their change and their growth may all be rounded from the same numbers. What is not there contradicts nothing.
pub fn may_be_true(now: Option<Rounded>, then: Option<Rounded>, change: Option<Rounded>, growth: Option<Rounded>) -> bool {
    let difference = now.zip(then).map(|(now, then)| Rounded { value: then.value - now.value, half: now.half + then.half });
    let adds_up = |(difference, change): (Rounded, Rounded)| (difference.value - change.value).abs() <= difference.half + change.half;
    difference.zip(change).is_none_or(adds_up) && [change, difference].into_iter().flatten().all(|change| grows(now, change, growth).unwrap_or(true))
}

/// Whether `change` of `now` is a growth of `growth` percent; `None` where that cannot be told.
fn grows(now: Option<Rounded>, change: Rounded, growth: Option<Rounded>) -> Option<bool> {
    let (now, growth) = (now?, growth?);
    let hundred = Decimal::from(100);
    let gap = (change.value.checked_mul(hundred)? - growth.value.checked_mul(now.value)?).abs();
    let of_growth = growth.half.checked_mul(now.value.abs() + now.half)?;
    Some(gap <= change.half.checked_mul(hundred)? + growth.value.abs().checked_mul(now.half)? + of_growth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_rounded_from_the_same_bear_each_other_out() {
        let read = |text: &str| Rounded::of(text.parse().ok()?, Decimal::ONE);
        for (row, expected) in [
            (["490.4", "521.8", "31.4", "6.4"], true),
            (["490.4", "521.8", "31.5", "6.4"], true),
            (["490.4", "521.8", "32.4", "6.4"], false),
            (["490.4", "521.8", "31.4", "64"], false),
            (["490.4", "521.8", "31.4", "-6.4"], false),
            (["490.4", "521.8", "", "7.4"], false),
            (["490.4", "", "31.4", "7.4"], false),
            (["0.3", "0.3", "0.0", "8.1"], true),
            (["3391000", "3557000", "166100", "4.9"], true),
            (["490.4", "", "", "7.4"], true),
            (["", "", "31.4", "7.4"], true),
        ] {
            let [now, then, change, growth] = row.map(read);
            assert_eq!(may_be_true(now, then, change, growth), expected, "{row:?}");
        }
    }
}
