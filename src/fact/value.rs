//! What a fact says: a number, exact or bounded, a level, or why there is none.

use std::fmt;

use super::{Currency, Decimal, Level};

/// What a fact says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// An amount of money.
    Money(Number, Currency),
    /// Percent.
    Percent(Number),
    /// A bare number.
    Count(Number),
    /// A level in words.
    Level(Level),
    /// Nothing, and why.
    Unpublished(Mark),
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(number) => number.fmt(f),
            Self::Range { low, high } => write!(f, "{low} to {high}"),
            Self::AtLeast(number) => write!(f, "{number} or more"),
            Self::AtMost(number) => write!(f, "{number} or less"),
        }
    }
}

impl Value {
    /// Its number, if it has one.
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Money(number, _) | Self::Percent(number) | Self::Count(number) => Some(*number),
            Self::Level(_) | Self::Unpublished(_) => None,
        }
    }

    /// Its number if that is exact: neither a range nor a bound.
    pub fn exact(&self) -> Option<Decimal> {
        match self.number()? {
            Number::Exact(number) => Some(number),
            Number::Range { .. } | Number::AtLeast(_) | Number::AtMost(_) => None,
        }
    }
}

impl Value {
    /// Whether both can be true of one thing: equal, or one a rounding of the other.
    ///
    /// A number is a rounding of a more precise one at its own last digit. Zeros at the end of a whole number count as rounded
    /// only as far as that changes it by less than a fiftieth: 206,000 may be 206,300, but 40,000 is not 44,000.
    pub fn agrees_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Money(a, one), Self::Money(b, two)) => one == two && a.agrees_with(*b),
            (Self::Percent(a), Self::Percent(b)) | (Self::Count(a), Self::Count(b)) => a.agrees_with(*b),
            (a, b) => a == b,
        }
    }
}

/// A number as a publisher tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// This.
    Exact(Decimal),
    /// From one to another; the first is never above the second.
    Range {
        /// The lower end.
        low: Decimal,
        /// The upper end.
        high: Decimal,
    },
    /// This or more: a top code.
    AtLeast(Decimal),
    /// This or less.
    AtMost(Decimal),
}

impl Number {
    /// What it is at least; the bound where only what it is at most is known.
    pub fn low(self) -> Decimal {
        match self {
            Self::Exact(number) | Self::AtLeast(number) | Self::AtMost(number) => number,
            Self::Range { low, .. } => low,
        }
    }

    /// Whether `printed` is it, or it rounded: 93,600 may stand for 93,610, but not the other way round.
    pub fn is_told_by(self, printed: Decimal) -> bool {
        match self {
            Self::Exact(number) => number == printed || is_rounding(printed, number),
            Self::Range { low, high } => low == printed || high == printed,
            Self::AtLeast(limit) | Self::AtMost(limit) => limit == printed,
        }
    }

    fn agrees_with(self, other: Self) -> bool {
        match (self, other) {
            (Self::Exact(a), Self::Exact(b)) => a == b || is_rounding(a, b) || is_rounding(b, a),
            (Self::Exact(number), Self::Range { low, high }) | (Self::Range { low, high }, Self::Exact(number)) => (low..=high).contains(&number),
            (Self::Exact(number), Self::AtLeast(limit)) | (Self::AtLeast(limit), Self::Exact(number)) => number > limit,
            (Self::Exact(number), Self::AtMost(limit)) | (Self::AtMost(limit), Self::Exact(number)) => number < limit,
            (a, b) => a == b,
        }
    }
}

/// Whether `coarse` is what `fine` becomes when it is rounded to the last digit of `coarse`.
fn is_rounding(coarse: Decimal, fine: Decimal) -> bool {
    let coarse = coarse.normalized();
    if fine.rounded(coarse.places()) == coarse {
        return true;
    }
    let mut step = Decimal::from(10);
    while coarse.rounded_to(step) == coarse && step * Decimal::from(50) <= coarse.abs() {
        if fine.rounded_to(step) == coarse {
            return true;
        }
        step = step * Decimal::from(10);
    }
    false
}

/// Why a publisher gives no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// There is an estimate, and it is kept back: too imprecise, or it would tell of single people.
    Suppressed,
    /// There is no estimate.
    NotAvailable,
    /// The question makes no sense here.
    NotApplicable,
    /// Too small to print.
    BelowThreshold,
}

impl Mark {
    /// What stands where the value would.
    pub fn words(self) -> &'static str {
        match self {
            Self::Suppressed => "not published",
            Self::NotAvailable => "not available",
            Self::NotApplicable => "does not apply",
            Self::BelowThreshold => "too few to publish",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_where_one_is_a_rounding_of_the_other() {
        let agree = |a: &str, b: &str| Value::Count(Number::Exact(a.parse().unwrap())).agrees_with(&Value::Count(Number::Exact(b.parse().unwrap())));
        for (a, b) in [("13", "13.48"), ("13.5", "13.48"), ("14.7", "15"), ("206300", "206000"), ("41900", "41900.0"), ("-3", "-3.4"), ("0", "0.4")] {
            assert!(agree(a, b) && agree(b, a), "{a} {b}");
        }
        for (a, b) in [("14", "13.48"), ("13.4", "13.48"), ("45780", "35480"), ("40000", "44000"), ("4", "18"), ("45780", "45000"), ("0", "1")] {
            assert!(!agree(a, b) && !agree(b, a), "{a} {b}");
        }
    }

    #[test]
    fn a_bound_agrees_with_what_lies_beyond_it() {
        let [bound, above, at] = [Number::AtLeast(Decimal::from(5)), Number::Exact(Decimal::from(6)), Number::Exact(Decimal::from(5))].map(Value::Count);
        assert!(bound.agrees_with(&above) && bound.agrees_with(&bound) && !bound.agrees_with(&at));
        assert!(!above.agrees_with(&Value::Percent(Number::Exact(Decimal::from(6)))));
    }
}
