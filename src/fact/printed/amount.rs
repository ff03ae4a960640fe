//! What a number in running text says: how much, of what, how exactly.

use std::ops::Range;

use crate::fact::{Basis, Currency, Decimal};

/// A number as it stands in a text, with the words around it that say how to take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The bytes of the text that it stands in, with its unit and without words such as "about".
    pub range: Range<usize>,
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
    /// How exactly.
    pub qualifier: Qualifier,
    /// For what time of work, if the words behind it tell one.
    pub basis: Option<Basis>,
    /// Whether the words around it say that something goes down by so much.
    pub falls: Fall,
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// One number.
    One(Numeral),
    /// From one number to another.
    Range {
        /// The lower end.
        low: Numeral,
        /// The upper end.
        high: Numeral,
    },
}

/// A number and how precisely it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// The number.
    pub value: Decimal,
    /// One in its last digit: 0.1 for `13.5`, 1 for `39,000`, 100,000 for `1.2 million`.
    pub finest: Decimal,
}

/// Of what a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Nothing is told.
    Bare,
    /// Percent, or percentage points.
    Percent,
    /// Money.
    Money(Coin),
}

/// Which money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coin {
    /// Cents or pence of anything.
    Any,
    /// Dollars of some country: what `$` says.
    Dollar,
    /// This one.
    One(Currency),
}

/// How exactly a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// Nothing is told.
    None,
    /// About so much.
    About,
    /// Somewhat less: nearly, almost.
    Nearly,
    /// More than, over.
    MoreThan,
    /// At least.
    AtLeast,
    /// Less than, under, below.
    LessThan,
    /// At most, up to.
    AtMost,
}

/// Whether something goes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fall {
    /// No word of it.
    No,
    /// A word of it stands earlier in the sentence.
    Perhaps,
    /// Such a word stands next to the number.
    Yes,
}

impl Numeral {
    /// The step of its last digit that is not zero; the finest step where that is a decimal, or where the number is zero.
    pub fn coarsest(self) -> Decimal {
        let ten = Decimal::from(10);
        let mut step = self.finest;
        while step >= Decimal::ONE && !self.value.is_zero() && self.value.rounded_to(step * ten) == self.value {
            step = step * ten;
        }
        step
    }

    /// The coarsest step, or five times it where the number can be divided by that: 5,000 for `45,000`.
    pub fn loosest(self) -> Decimal {
        let fives = self.coarsest() * Decimal::from(5);
        if self.finest >= Decimal::ONE && !self.value.is_zero() && self.value.rounded_to(fives) == self.value { fives } else { self.coarsest() }
    }

    pub(super) fn times(self, factor: Decimal) -> Self {
        Self { value: self.value * factor, finest: self.finest * factor }
    }
}

impl Coin {
    /// Euros.
    pub(in crate::fact) const EUR: Self = Self::One(Currency::EUR);
    /// Pounds sterling.
    pub(in crate::fact) const GBP: Self = Self::One(Currency::GBP);
    /// Yen.
    pub(in crate::fact) const JPY: Self = Self::One(Currency::JPY);
    /// Swiss francs.
    pub(in crate::fact) const CHF: Self = Self::One(Currency::CHF);

    /// Whether money of `currency` may be printed so.
    pub fn may_be(self, currency: Currency) -> bool {
        match self {
            Self::Any => true,
            Self::Dollar => currency.is_dollar(),
            Self::One(it) => it == currency,
        }
    }
}
