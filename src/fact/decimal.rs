//! Exact decimal numbers, as publishers print them. The crate `rust_decimal` counts, in this file alone.

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

/// An exact decimal number of up to 28 digits. `13.50` equals `13.5` and remembers that it was printed with two places.
///
/// A number that is read has at most 18 digits before its point, so that sums, and products with what the program knows, have
/// room. Two numbers that are read are multiplied and divided by `checked_mul` and `checked_div`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

/// So many digits a number that is read may have before its point: a thousand times what the whole world earns in a year, in the smallest currency.
const MOST: i32 = 18;

/// Why a text is not a decimal number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotADecimal {
    /// It has other signs than digits and a point.
    #[error("`{0}` is not a number")]
    Text(String),
    /// No figure has so many digits.
    #[error("`{0}` has more than {MOST} digits before its point, or more than 28 in all")]
    TooLong(String),
}

impl Decimal {
    /// 0
    pub const ZERO: Self = Self(rust_decimal::Decimal::ZERO);
    /// 1
    pub const ONE: Self = Self(rust_decimal::Decimal::ONE);

    /// `digits` with the last `places` of them after the decimal sign: 1348 and 2 are 13.48.
    pub fn new(digits: i64, places: u32) -> Self {
        Self(rust_decimal::Decimal::try_new(digits, places.min(28)).unwrap_or_default())
    }

    /// 10 to the power of `exponent`.
    pub fn power_of_ten(exponent: i32) -> Self {
        let size = exponent.unsigned_abs().min(28);
        let power = Self(rust_decimal::Decimal::try_from_i128_with_scale(10_i128.pow(size), 0).unwrap_or_default());
        if exponent < 0 { Self::new(1, size) } else { power }
    }

    /// How many digits it has after the decimal sign, as printed.
    pub fn places(self) -> u32 {
        self.0.scale()
    }

    /// Rounded to `places` after the decimal sign, halves away from zero; never more places than it has.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self(self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Rounded to a multiple of `step`, halves away from zero.
    #[must_use]
    pub fn rounded_to(self, step: Self) -> Self {
        // What has no steps, or more of them than can be counted, stays as it is.
        self.0.checked_div(step.0).map_or(self, |steps| Self(steps).rounded(0) * step)
    }

    /// With `places` after the decimal sign, rounded or with zeros.
    #[must_use]
    pub fn with_places(self, places: u32) -> Self {
        let mut number = self.rounded(places).0;
        number.rescale(places);
        Self(number)
    }

    /// Without zeros at the end of its places.
    #[must_use]
    pub fn normalized(self) -> Self {
        Self(self.0.normalize())
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The product; `None` where it has more digits than a number that is read, or where all of them are lost.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0.checked_mul(other.0).map(Self).filter(|product| product.is_kept_of(self, other))
    }

    /// The quotient, of 28 digits at most; `None` where `other` is zero, and where there is no product.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.0.checked_div(other.0).map(Self).filter(|quotient| quotient.is_kept_of(self, other))
    }

    fn is_kept_of(self, one: Self, other: Self) -> bool {
        self.has_room() && (!self.is_zero() || one.is_zero() || other.is_zero())
    }

    fn has_room(self) -> bool {
        self.0.trunc().abs() < Self::power_of_ten(MOST).0
    }

    /// The nearest binary number, for drawing.
    pub fn to_f64(self) -> f64 {
        self.0.to_f64().unwrap_or_default()
    }
}

impl FromStr for Decimal {
    type Err = NotADecimal;

    /// Digits with an optional sign and decimal point: `-12.50`. No grouping, no exponent.
    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let shaped = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !shaped || digits.matches('.').count() > 1 {
            return Err(NotADecimal::Text(text.to_owned()));
        }
        // Nearly every number is a short one, which needs no arithmetic of 96 bits.
        if let Some(number) = short(digits) {
            return Ok(if digits.len() < text.len() { -number } else { number });
        }
        let number = rust_decimal::Decimal::from_str_exact(text).ok().map(Self).filter(|number| number.has_room());
        number.ok_or_else(|| NotADecimal::TooLong(text.to_owned()))
    }
}

/// The number of `digits`, which have at most one point between them, if they fit into 64 bits.
fn short(digits: &str) -> Option<Decimal> {
    let places = digits.find('.').map_or(0, |at| digits.len() - at - 1);
    let in_64_bits = digits.len() <= 18;
    let number = || digits.bytes().filter(u8::is_ascii_digit).fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
    Some(Decimal::new(in_64_bits.then(number)?, u32::try_from(places).ok()?))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mantissa, places) = (self.0.mantissa(), self.places());
        // Nearly every number is a short one; zero may have a sign.
        let (Ok(digits @ 1..), Some(step), None) = (u64::try_from(mantissa.unsigned_abs()), 10_u64.checked_pow(places), f.width()) else {
            return self.0.fmt(f);
        };
        let minus = if mantissa < 0 { "-" } else { "" };
        match usize::try_from(places) {
            Ok(width @ 1..) => write!(f, "{minus}{}.{:0width$}", digits / step, digits % step),
            _ => write!(f, "{minus}{digits}"),
        }
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self(number.into())
    }
}

impl Add for Decimal {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul for Decimal {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0.saturating_mul(other.0))
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| {
            serde::de::Error::custom(format!("{error}\nwrite digits with a point before the decimals and no signs between thousands: 45780 or 13.5"))
        })
    }
}

impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "description": "A decimal number, kept exactly as typed." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn only_plain_digits_are_numbers() {
        assert_eq!(decimal("-12.50").to_string(), "-12.50");
        for text in ["", "-", ".5", "5.", "1,000", "1e5", "+1", "1.2.3", "٣", " 1"] {
            assert_eq!(text.parse::<Decimal>(), Err(NotADecimal::Text(text.to_owned())));
        }
        assert_eq!(decimal("-999999999999999999.99").to_string(), "-999999999999999999.99");
        for text in ["1000000000000000000", "99999999999999999999999999999999", "0.12345678901234567890123456789"] {
            assert_eq!(text.parse::<Decimal>(), Err(NotADecimal::TooLong(text.to_owned())));
        }
    }

    proptest::proptest! {
        #[test]
        fn short_numbers_are_read_and_printed_as_the_crate_does(text in r"-?[0-9]{1,18}(\.[0-9]{1,9})?") {
            let slow = rust_decimal::Decimal::from_str_exact(&text).unwrap();
            proptest::prop_assert_eq!(decimal(&text), Decimal(slow));
            proptest::prop_assert_eq!(decimal(&text).places(), slow.scale());
            proptest::prop_assert_eq!(Decimal(slow).to_string(), slow.to_string());
            proptest::prop_assert_eq!(format!("{:>30}", Decimal(slow)), format!("{slow:>30}"));
        }
    }

    #[test]
    fn numbers_are_rounded_away_from_zero_at_the_half() {
        assert_eq!(decimal("13.48").rounded(0), decimal("13"));
        assert_eq!(decimal("13.5").rounded(0), decimal("14"));
        assert_eq!(decimal("-13.5").rounded(0), decimal("-14"));
        assert_eq!(decimal("39180").rounded_to(decimal("1000")), decimal("39000"));
        assert_eq!((decimal("2780").checked_div(decimal("206.3"))).map(|percent| percent.rounded(2)), Some(decimal("13.48")));
        assert_eq!([Decimal::power_of_ten(3), Decimal::power_of_ten(-2)], [decimal("1000"), decimal("0.01")]);
    }

    #[test]
    fn what_cannot_be_counted_is_no_number() {
        let (large, tiny) = (decimal("999999999999999999"), decimal("0.0000000000000000001"));
        assert_eq!([Decimal::ONE.checked_div(Decimal::ZERO), large.checked_div(tiny), tiny.checked_div(large), large.checked_mul(large)], [None; 4]);
        assert_eq!(tiny.checked_mul(tiny), None);
        assert_eq!(Decimal::ZERO.checked_mul(large), Some(Decimal::ZERO));
        assert_eq!(Decimal::ZERO.checked_div(large), Some(Decimal::ZERO));
    }
}
