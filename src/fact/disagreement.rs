//! How a printed number and a fact differ, and the sentence that tells the author.

use super::locale::Locale;
use super::{Basis, Currency, Decimal, Level, Mark, Number, Value};

/// Why a text does not say what a fact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disagreement {
    /// The text prints no number, or several.
    NoNumber(Value),
    /// The fact has no number.
    Unpublished(Mark),
    /// The fact is a level, and the text has other words.
    Words(Level),
    /// The text prints another kind of number, such as percent for money. In words: what it prints.
    Unit(&'static str, Value),
    /// The text prints another currency.
    Currency(Currency),
    /// The text tells another time of work: what it says and what the fact says.
    Basis(Basis, Basis),
    /// The source gives a bound and the text an exact number, or the wrong bound.
    Bound(Value),
    /// The source gives a range and the text one number.
    Range(Value),
    /// The fact is below zero and the text says nothing of a decline.
    Falls(Value),
    /// The text says that something goes down and the fact is not below zero.
    Rises(Value),
    /// The number is not the fact's at the precision that it prints. What would be right.
    Number(Value, Vec<Value>),
    /// The number is no rounding, or one too coarse, to be called about or nearly so much. What would be right.
    Rough(Value, Vec<Value>),
    /// More than, at least, less than or at most so much: it is not.
    Untrue(Value),
    /// More than, at least, less than or at most so much: it is far more or less. What would be right to compare with.
    Misleading(Value, Vec<Value>),
    /// The range does not hold the fact.
    Outside(Value),
    /// The range holds the fact and is much wider than it needs to be.
    Wide(Value),
}

impl Disagreement {
    /// In one sentence, with numbers as the author writes them.
    pub fn sentence(&self, locale: &Locale) -> String {
        let says = |value: &Value| format!("the fact says {}", locale.value(value, None));
        match self {
            Self::NoNumber(value) => format!("the text prints no number that can be read, or more than one, and {}", says(value)),
            Self::Unpublished(mark) => format!("the text prints a number, and the source has none: {}", mark.words()),
            Self::Words(level) => format!("the text has other words than the fact, which says `{}`", level.words()),
            Self::Unit(prints, value) => format!("the text prints {prints}, and {}", says(value)),
            Self::Currency(currency) => format!("the text prints another currency than the fact, whose is {}", currency.code()),
            Self::Basis(printed, fact) => format!("the text says that it is for {}, and the fact is for {}", time(*printed), time(*fact)),
            Self::Bound(value) => format!("{}, so the text cannot give another bound or an exact number", says(value)),
            Self::Range(value) => format!("the text prints one number, and {}", says(value)),
            Self::Falls(value) => format!("{}, and the text does not say that this is a decline", says(value)),
            Self::Rises(value) => format!("the text tells of a decline, and {}", says(value)),
            Self::Number(value, right) => format!("{}{}", says(value), would_be_right("", right, locale)),
            Self::Rough(value, right) => format!("{}, which the text rounds too far or to the wrong side{}", says(value), would_be_right("", right, locale)),
            Self::Untrue(value) => format!("{}, so the comparison in the text is not true", says(value)),
            Self::Misleading(value, right) => {
                format!("{}, which is far from the number in the text{}", says(value), would_be_right("to compare with ", right, locale))
            }
            Self::Outside(value) => format!("{}, which is not in the range that the text prints", says(value)),
            Self::Wide(value) => format!("{}, and the range that the text prints is too wide to tell it", says(value)),
        }
    }
}

fn would_be_right(what: &str, right: &[Value], locale: &Locale) -> String {
    let right: Vec<String> = right.iter().map(|value| locale.value(value, None)).collect();
    if right.is_empty() { String::new() } else { format!("; {what}{} would be right", right.join(" or ")) }
}

fn time(basis: Basis) -> &'static str {
    match basis {
        Basis::Hour => "an hour",
        Basis::Day => "a day",
        Basis::Week => "a week",
        Basis::Month => "a month",
        Basis::Year => "a year",
    }
}

/// `number` as a value of the kind of `value`.
pub(super) fn alike(value: &Value, number: Decimal) -> Value {
    let number = Number::Exact(number);
    match value {
        Value::Money(_, currency) => Value::Money(number, *currency),
        Value::Percent(_) => Value::Percent(number),
        Value::Count(_) | Value::Level(_) | Value::Unpublished(_) => Value::Count(number),
    }
}
