//! What a fact says: a number, exact or bounded, a level, or why there is none.

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

    /// Times `factor`, which is not negative.
    #[must_use]
    pub fn times(self, factor: Decimal) -> Self {
        match self {
            Self::Exact(number) => Self::Exact(number * factor),
            Self::Range { low, high } => Self::Range { low: low * factor, high: high * factor },
            Self::AtLeast(number) => Self::AtLeast(number * factor),
            Self::AtMost(number) => Self::AtMost(number * factor),
        }
    }
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
