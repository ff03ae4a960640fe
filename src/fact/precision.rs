//! How far a number may be rounded before it misleads.

use super::Decimal;

/// The share of a number that may be rounded away without a word such as "about": one in so many.
const SHARE: i64 = 20;

/// Whether rounding `number` to a multiple of `step` keeps what it says: the step is at most 5 percent of it.
pub(super) fn keeps(number: Decimal, step: Decimal) -> bool {
    step * Decimal::from(SHARE) <= number.abs()
}

/// Whether `other` is at most 5 percent away from `number`.
pub(super) fn is_near(number: Decimal, other: Decimal) -> bool {
    (number - other).abs() * Decimal::from(SHARE) <= number.abs()
}

/// The power of ten that `number` is rounded to when `step`, a power of ten, is asked for: `step` itself while it is at most 1 or keeps
/// what the number says, else the coarsest finer one that does.
pub(super) fn honest_step(number: Decimal, step: Decimal) -> Decimal {
    let mut step = step;
    while step > Decimal::ONE && !keeps(number, step) {
        step = step * Decimal::new(1, 1);
    }
    step
}

/// `number` rounded to `step` (see [`honest_step`]), with as many places as the step has.
pub(super) fn rounded(number: Decimal, step: Decimal) -> Decimal {
    let step = honest_step(number, step).normalized();
    number.rounded_to(step).with_places(step.places())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_rounded_until_it_misleads() {
        for (number, step, expected) in [
            ("39180", "1000", "39000"),
            ("39180", "10000", "39000"),
            ("206300", "100000", "210000"),
            ("13.48", "1", "13"),
            ("13.48", "10", "13"),
            ("13.48", "0.001", "13.480"),
            ("0.37", "1", "0"),
            ("-3.2", "1", "-3"),
        ] {
            assert_eq!(rounded(number.parse().unwrap(), step.parse().unwrap()).to_string(), expected, "{number} {step}");
        }
    }
}
